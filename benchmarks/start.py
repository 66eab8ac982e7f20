"""Cold start: a new process for each run, as when a script calls `extract` on one file after another."""

from __future__ import annotations

import os
import subprocess
import sys
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
    for _ in range(rounds):
        for name, arguments in commands(sample).items():
            before = os.times()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            after = os.times()
            spent = after.children_user + after.children_system - before.children_user - before.children_system
            best[name] = min(spent, best.get(name, spent))
    return best
