"""A table of contents or an agenda before the minutes: it gives titles, and no items."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate

_PAGE_END = re.compile(r"[\s.…]*\(?(?:pages?|pp?\.?)?\s*\d{0,3}(?:\s*[-–]\s*\d{1,3})?\)?$", re.IGNORECASE)


def contents(numbered: list[Candidate]) -> tuple[dict[tuple[int, ...], str], set[int]]:
    """A table of contents or an agenda before the minutes: neighbouring lines whose numbers all come again later."""
    titles: dict[tuple[int, ...], str] = {}
    drop: set[int] = set()
    firsts = [_first_word(c) for c in numbered]
    last = {first: k for k, first in enumerate(firsts)}
    start = 0
    while start < len(numbered):
        end, seen = start + 1, {firsts[start]}
        while end < len(numbered) and numbered[end].line - numbered[end - 1].last_line <= 2 and firsts[end] not in seen:
            seen.add(firsts[end])
            end += 1
        if sum(last[first] >= end for first in firsts[start:end]) >= max(3.0, 0.6 * (end - start)):
            for candidate in numbered[start:end]:
                if candidate.label is not None:
                    titles[candidate.label.numbers] = _PAGE_END.sub("", candidate.title).strip()
                drop.update(range(candidate.line, candidate.last_line + 1))
        start = end
    return titles, drop


def _first_word(c: Candidate) -> tuple[tuple[int, ...], str]:
    return (c.label.numbers if c.label else (), (c.title.split() or [""])[0].casefold().strip(".,:"))
