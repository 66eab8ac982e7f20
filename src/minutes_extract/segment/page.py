"""The lines of one document that are no furniture, and what is known of all of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from minutes_extract.segment.lines import Line
from minutes_extract.segment.titles import Titles
from minutes_extract.segment.words import HeadingWords


class Page:
    """The lines in order, with the width at which they are wrapped (0: not), the stock headings and the words of headings."""

    def __init__(
        self, lines: list[Line], titles: Titles, words: HeadingWords, wrapped: int, label_line: re.Pattern[str]
    ) -> None:
        self.lines = lines
        self.titles = titles
        self.words = words
        self.wrapped = wrapped
        self.is_label = lru_cache(maxsize=4096)(label_line.fullmatch)  # each way of reading headings asks for a line
        self.open = [i for i, line in enumerate(lines) if not line.aside]
        self.place = {i: k for k, i in enumerate(self.open)}

    def after(self, i: int, step: int = 1) -> int | None:
        """Index of the line `step` lines after line i, lines set aside not counted."""
        k = self.place.get(i)
        if k is None or not 0 <= k + step < len(self.open):
            return None
        return self.open[k + step]


def source_offset(line: Line, position: int) -> int:
    """Source offset of a position in the line's words."""
    k = max(0, bisect_right(line.places, position) - 1)
    start, end, _ = line.cuts[k]
    return min(start + position - line.places[k], end)


def position_from(line: Line, offset: int, at: int = 0) -> int:
    """The first position from `at` on in the line's words that comes from `offset` in the source or from behind it."""
    return at + bisect_left(range(at, len(line.text)), offset, key=lambda k: source_offset(line, k))
