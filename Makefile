# Everything runs in .venv, which the first target that needs it sets up. `make` alone lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
PYTEST := $(BIN)/pytest -n auto --dist worksteal # all cores
SAMPLE := samples/parish-council.txt

.PHONY: help demo test check tools eval bench fuzz format

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | expand -t 10

demo: $(READY) ## extract a sample and show what came of it
	@mkdir -p build
	@echo '$$ extract $(SAMPLE) > build/demo.json'
	@$(BIN)/extract $(SAMPLE) > build/demo.json
	@$(BIN)/python -m json.tool --no-ensure-ascii build/demo.json | sed -n '1,40p'
	@echo '  ...'
	@echo
	@echo '$$ extract explain $(SAMPLE)'
	@$(BIN)/extract explain $(SAMPLE) > build/demo.explained.txt
	@sed -n '1,40p' build/demo.explained.txt
	@echo '...'
	@echo
	@echo 'The whole record is in build/demo.json. Try your own: $(BIN)/extract FILE'

test: $(READY) ## run the tests
	$(PYTEST)

tools: $(READY) ## install the programs that some tests drive (Debian's Chromium, a Popolo validator)
	tools/install

# The tests come last: their closing line is the verdict.
check: $(READY) ## all that must hold before a change goes in
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	$(BIN)/extract patterns check
	$(BIN)/python -m eval
	$(PYTEST)

eval: $(READY) ## score the samples against the floors; CORPUS=DIR scores another corpus, ARGS passes options on
	$(BIN)/python -m eval $(if $(CORPUS),--corpus $(CORPUS)) $(ARGS)

bench: $(READY) ## time the extractor beside others; CORPUS=DIR takes the texts of another folder, ARGS passes options on
	$(BIN)/python -m benchmarks $(if $(CORPUS),--corpus $(CORPUS)) $(ARGS)

fuzz: $(READY) ## try many thousands of inputs of every kind and say how many; TRIES=N for each test
	FUZZ_TRIES=$(or $(TRIES),20000) $(BIN)/pytest -q tests/test_properties.py --hypothesis-show-statistics

format: $(READY) ## format and mend what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The stamp is newer than pyproject.toml when what it asks for is installed.
$(READY): pyproject.toml
	@test -x $(BIN)/python || { \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "minutes-extract needs Python 3.11 or later, but $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
	    echo "Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; \
	    exit 1; \
	  }; \
	  $(PYTHON) -m venv $(VENV); \
	}
	@echo 'Installing into $(VENV) (the first time takes a minute or two) ...'
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q src # as pip does for what it copies: a start from source costs half a second more
	@touch $@
