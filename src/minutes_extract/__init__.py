"""Raw minutes of a meeting in, a validated and grounded record out.

>>> from minutes_extract import extract
>>> minutes = extract(open("minutes.txt", encoding="utf-8").read())  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutes_extract.about import __version__
from minutes_extract.errors import MinutesExtractError
from minutes_extract.source import Source

if TYPE_CHECKING:
    from minutes_extract.schema import Minutes

__all__ = ["Minutes", "MinutesExtractError", "Source", "__version__", "extract"]


def extract(source: str | Source, *, name: str | None = None, patterns: Path | None = None) -> Minutes:
    """The record of one set of minutes.

    `source` is the decoded text, or a Source from `minutes_extract.source.read_path` and its siblings; `name` is what
    the record calls a text given as str; `patterns` is a folder of pattern files laid over the built-in ones.
    Raises InputError where the text is empty, PatternError where a pattern file does not load.
    """
    # Imported here: the stages load spaCy, which costs ten times the rest of the package together.
    from minutes_extract.pipeline import extract as run

    return run(source, name=name, patterns=patterns)


def __getattr__(name: str) -> Any:
    """`Minutes` is loaded when asked for, so that `extract --help` need not build the models."""
    if name == "Minutes":
        from minutes_extract.schema import Minutes

        return Minutes
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
