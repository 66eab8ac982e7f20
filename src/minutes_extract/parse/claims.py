"""Ranges of the text that something has claimed, asked for by position in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from minutes_extract.records import Place


class Claims:
    """A set of ranges. `covers(at)`: does any range hold the position?"""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []  # the furthest end of this range and all before it
        for place in sorted(places):
            self.add(place)

    def add(self, place: Place) -> None:
        start, end = place
        k = bisect_right(self._starts, start)
        self._starts.insert(k, start)
        self._reach.insert(k, max(end, self._reach[k - 1]) if k else end)
        for later in range(k + 1, len(self._reach)):
            if self._reach[later] >= end:
                break
            self._reach[later] = end

    def covers(self, at: int) -> bool:
        k = bisect_right(self._starts, at)
        return k > 0 and self._reach[k - 1] > at

    def last_end(self, lo: int, hi: int) -> int:
        """The end of the last range that begins before `hi`, where that end lies within (lo, hi]; else `lo`."""
        k = bisect_right(self._starts, hi)
        return self._reach[k - 1] if k and lo < self._reach[k - 1] <= hi else lo
