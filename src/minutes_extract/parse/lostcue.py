"""Where a page lost the word RESOLVED: the numbered points alone say what was decided."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText, Paragraph
from minutes_extract.later import later

_POINTS = 40  # paragraphs of a list that are looked at
# 'the report be received', not 'it would be received'
_BE_DONE = later(
    r"(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bcan )(?<!\bcould )(?<!\bmay )(?<!\bmight )(?<!\bmust )(?<!\bshould )(?<!\bshall )(?<!\bnot )"
    r"\bbe (?:\w+ly )?[a-z]+(?:ed|en|ld|de|nt|id)\b",
    re.IGNORECASE,
)


def bare_lists(item: ItemText) -> list[int]:
    """The paragraphs that open a list of which each point says what shall be done, with no words that lead into it."""
    found: list[int] = []
    paragraphs = item.paragraphs
    for k, p in enumerate(paragraphs):
        first = p.label
        if (
            first is None
            or first.ordinal != 1
            or "." in first.token
            or k == 0
            or item.text[paragraphs[k - 1].end - 1] in ":-–"
        ):
            continue
        points = [q for q in paragraphs[k : k + _POINTS] if q.label is not None and q.label.style == first.style]
        run = [q for n, q in enumerate(points, start=1) if q.label is not None and q.label.ordinal == n]
        if len(run) > 1 and all(_BE_DONE.search(item.text, q.at, q.end) for q in run):
            found.append(k)
    return found


def list_head(paragraphs: list[Paragraph], k: int) -> int:
    """The paragraph with the first point of the list that ends with paragraph k; k itself where that is no such point."""
    at, last = k, paragraphs[k].label
    while last is not None and last.ordinal > 1:
        before = paragraphs[at - 1].label if at else None
        if before is None or (before.style, before.ordinal) != (last.style, last.ordinal - 1):
            return k
        at, last = at - 1, before
    return at
