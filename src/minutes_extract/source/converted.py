"""What a reader makes of the bytes of a document."""

from __future__ import annotations

from dataclasses import dataclass

Warnings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a document. `pages` are the offsets at which its pages start, where it has pages.

    `warnings` are (code, message) of what the reader had to assume.
    """

    text: str
    media_type: str
    warnings: Warnings = ()
    pages: tuple[int, ...] = ()
