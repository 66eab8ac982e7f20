"""Cold start: a new process for each run, as when a script calls `extract` on one file after another."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

_EXTRACT = ("-m", "minutes_extract.cli")
BARE = "bare spaCy"


def commands(sample: Path) -> dict[str, tuple[str, ...]]:
    """What is started; the first is what the others are measured against."""
    return {
        BARE: ("-c", "import spacy; spacy.blank('en')"),
        "extract FILE": (*_EXTRACT, str(sample)),
        "extract --help": (*_EXTRACT, "--help"),
        "extract --version": (*_EXTRACT, "--version"),
        "extract schema": (*_EXTRACT, "schema"),
    }


def compare(sample: Path, rounds: int) -> dict[str, float]:
    """Processor seconds of the best of some runs each, taken in turn."""
    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for arguments in commands(sample).values():  # once unmeasured: an installed package has its bytecode
            _spent(arguments, environment)
        for _ in range(rounds):
            for name, arguments in commands(sample).items():
                spent = _spent(arguments, environment)
                best[name] = min(spent, best.get(name, spent))
    return best


def _spent(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
