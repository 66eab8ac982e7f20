"""A column of owners that a conversion from PDF has run into the text: each line of the source may end with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_extract.later import later
from minutes_extract.likeness import flat
from minutes_extract.parse.tails import BULLET, TailReader, source_lines
from minutes_extract.records import Owner, Place
from minutes_extract.spans import View

# Words before a name and behind it through which a sentence runs, so that the name is no column.
_RUNS_TO = later(
    r"(?:\b(?:and|by|to|of|the|with|for|from|that|mr|mrs|ms|dr|cllr|as|or|in|is|was|a)|[&,(:\-])$", re.IGNORECASE
)
_RUNS_ON = later(
    r"[A-Z][a-z]+|asked|reported|had|has|is|was|will|would|explained|advised|said|noted|volunteered|provided|and|\(.*"
)


def column_tails(view: View, lo: int, hi: int, reader: TailReader) -> Iterator[tuple[Place, list[Owner]]]:
    """Owners at the ends of source lines, with the place that they take; a name over two lines is put together."""
    lines = list(source_lines(view, lo, hi))
    k = 0
    while k < len(lines):
        tail = None if BULLET.match(view.text, *lines[k]) else reader.read(lines[k])
        if tail is None or _natural(view.text, tail.start, lines, k):
            k += 1
            continue
        words = list(tail.words)
        while k + 1 < len(lines) and (words[-1].endswith("/") or _goes_on(words, reader, lines[k + 1])):
            more = reader.read(lines[k + 1])
            if more is None:
                break
            k += 1
            words += more.words
        yield (tail.start, lines[k][1]), reader.owners(words)
        k += 1


def _natural(text: str, start: int, lines: list[Place], k: int) -> bool:
    """Does the sentence run through the name ('by Ben | Marsh', 'and Ada Quill | asked')?"""
    before = text[lines[k][0] : start].rstrip()
    if before.endswith(" /"):
        return False  # a bar between two cells
    if not before or _RUNS_TO.search(before):
        return True
    follows = text[slice(*lines[k + 1])].split()[:1] if k + 1 < len(lines) else []
    return bool(follows) and bool(_RUNS_ON.fullmatch(follows[0])) and not before.endswith(".")


def _goes_on(words: list[str], reader: TailReader, line: Place) -> bool:
    """Does the next line end with the rest of a name that this one begins ('Ada' | '... Quill/Ben')?"""
    first = words[-1].split("/")[-1]
    known = reader.people.roster.by_given.get(flat(first), [])
    tail = reader.read(line) if known else None
    if tail is None:
        return False
    family = flat(tail.words[0].split("/")[0])
    return any(p.family and flat(p.family) == family for p in known)
