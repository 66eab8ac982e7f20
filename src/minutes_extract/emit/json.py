"""The record as JSON."""

from __future__ import annotations

from minutes_extract.schema import Minutes


def to_json(minutes: Minutes, indent: int | None = 2) -> str:
    """`minutes` as JSON text, characters not escaped, without a final newline.

    `indent=None` gives one line, fit for JSON Lines. The same record always gives the same text.
    """
    return minutes.model_dump_json(indent=indent)


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """The record itself, for `formats.py`."""
    return to_json(minutes, indent)
