"""Coverage-guided fuzzing of the whole program with atheris: `make fuzz` says how.

`python fuzz/fuzz_extract.py -runs=100000 -max_len=4000 FOLDER` keeps the inputs that reach new code in FOLDER. It ends with
the number of inputs tried; a crash is written to a file, which becomes a test.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["minutes_extract"]):
    from minutes_extract.errors import InputError
    from minutes_extract.pipeline import extract
    from minutes_extract.source import read_bytes


def try_one(data: bytes) -> None:
    """A record or an InputError; anything else is a crash. The model refuses records that do not stand in their text."""
    try:
        extract(read_bytes(data, "x"))
    except InputError:
        return


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
