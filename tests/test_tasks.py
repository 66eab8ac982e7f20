"""The pages of docs/tasks: each command in them is run, in order, and prints what the page shows.

A ```console block holds commands behind `$ ` and what they print; `...` stands for anything, and a command without
output shown may print what it likes. A ```pycon block is a session of Python in the same folder. Any
other block below a line that ends in "`NAME`:" is the file of that name.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import need

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "tasks").glob("*.md"))
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

_BLOCK = re.compile(
    r"(?:`(?P<file>[\w./-]+)`:\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_COMMAND = re.compile(r"^\$ (?P<command>.*(?:\n> .*)*)\n(?P<shown>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def environment() -> dict[str, str]:
    """Ours, with the installed program first on the path."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120"}


def run_console(text: str, folder: Path) -> int:
    ran = 0
    for match in _COMMAND.finditer(text):
        command = match["command"].replace("\n> ", "\n")
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command],
            cwd=folder, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
        )  # fmt: skip
        ran += 1
        assert done.returncode == 0, f"$ {command}\n{done.stdout}"
        if match["shown"].strip():
            same = doctest.OutputChecker().check_output(match["shown"], done.stdout, FLAGS)
            assert same, f"$ {command}\nshown:\n{match['shown']}\nprinted:\n{done.stdout}"
    return ran


def run_python(text: str, folder: Path, names: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.chdir(folder)
    test = doctest.DocTestParser().get_doctest(text, names, "session", None, 0)
    printed: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=printed.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(printed)
    return len(test.examples)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_command_does_what_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text(encoding="utf-8")
    for program in ("jq", "sqlite3"):
        if re.search(rf"\b{program} ", text):
            need(program)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    names: dict[str, object] = {}
    ran = 0
    for block in _BLOCK.finditer(text):
        if block["language"] == "console":
            ran += run_console(block["text"], tmp_path)
        elif block["language"] == "pycon":
            ran += run_python(block["text"], tmp_path, names, monkeypatch)
        elif block["file"]:
            target = tmp_path / block["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block["text"], encoding="utf-8")
    assert ran > 2


def test_there_is_a_page_for_each_task() -> None:
    assert {page.stem for page in PAGES} >= {"one-file", "folder", "wording"}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if f"docs/tasks/{page.name}" not in readme] == []


@pytest.mark.parametrize("shown", ["one\n", "o...e\n", "one   \n"])
def test_output_may_be_left_out_in_part(shown: str, tmp_path: Path) -> None:
    assert run_console(f"$ echo one\n{shown}", tmp_path) == 1


@pytest.mark.parametrize(
    "text", ["$ echo one\ntwo\n", "$ false\n", "$ false | cat\n", "$ echo one\n\n$ echo two\none\n"]
)
def test_a_command_that_does_something_else_fails(text: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        run_console(text, tmp_path)
