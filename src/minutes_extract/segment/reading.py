"""Lines → the reading view: one paragraph a line, wraps joined, everything set aside left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from minutes_extract.segment.lines import Cut, Line
from minutes_extract.segment.wraps import continues
from minutes_extract.spans import View

# A web page cuts a long item here; the marker is the page's, not the minutes'.
_TRUNCATED = re.compile(r"(?<!\s)\s*+(?:\.\.\.|…)\s*view the full \w+ text for item [^\s.]+\.?", re.IGNORECASE)


def markers(text: str) -> Iterator[re.Match[str]]:
    """The markers of such pages, which few texts hold."""
    return _TRUNCATED.finditer(text) if "view the full" in text.lower() else iter(())


def reading_view(
    source: str, plain_text: str, lines: list[Line], width: int, breaks: list[int], joins: set[int]
) -> View:
    """`breaks` are source offsets at which a new paragraph begins whatever stands before; `joins` are line numbers
    that go on with the line before (the second line of a heading)."""
    breaks = sorted(set(breaks))
    gone = [match.span() for match in markers(plain_text)]
    pieces: list[Cut] = []
    before: Line | None = None
    for i, line in enumerate(lines):
        if line.aside in ("furniture", "label"):
            continue
        cuts = _within(line.cuts, gone) if gone else line.cuts
        if not cuts:
            continue
        if before is not None and pieces:
            forced = _between(breaks, before.end, line.start)
            joined = i in joins or (not forced and continues(before, line, width))
            start, end, _ = pieces[-1]
            hyphen = (
                joined
                and plain_text[end - 1] == "-"
                and line.text[0].islower()
                and plain_text[end - 2 : end - 1].isalpha()
            )
            pieces[-1] = (start, end, ("" if hyphen else " ") if joined else "\n")
        pieces += _split(cuts, breaks, line)
        before = line
    return View.of(source, plain_text, pieces)


def _between(breaks: list[int], after: int, upto: int) -> bool:
    k = bisect_left(breaks, after)
    return k < len(breaks) and breaks[k] <= upto


def _within(cuts: list[Cut], gone: list[tuple[int, int]]) -> list[Cut]:
    """The cuts of a line without the stretches that are gone."""
    out = []
    for start, end, joiner in cuts:
        for lo, hi in gone:
            if lo < end and start < hi:
                if start < lo:
                    out.append((start, lo, " "))
                start = max(start, hi)
        if start < end:
            out.append((start, end, joiner))
    return out


def _split(cuts: list[Cut], breaks: list[int], line: Line) -> list[Cut]:
    """The cuts of a line, parted where a paragraph begins in the middle of it (a run-in heading)."""
    k = bisect_left(breaks, line.start + 1)
    if k == len(breaks) or breaks[k] >= line.end:
        return cuts
    out: list[Cut] = []
    inside = list(breaks[k : bisect_left(breaks, line.end)])
    for start, end, joiner in cuts:
        for b in inside:
            if start < b < end:
                out.append((start, b, "\n"))
                start = b
            elif b == start and out:
                out[-1] = (out[-1][0], out[-1][1], "\n")
        out.append((start, end, joiner))
    return out
