"""Records in the order of their places, found by bisection: an item may hold thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class _Placed(Protocol):
    @property
    def place(self) -> tuple[int, int]: ...


R = TypeVar("R", bound=_Placed)


class ByPlace(Generic[R]):
    """Records sorted by place. Places may lie within one another; a record holds its first character, not its end."""

    def __init__(self, records: Iterable[R]) -> None:
        self._records = sorted(records, key=lambda r: r.place)
        self._starts = [r.place[0] for r in self._records]
        self._reach = list(accumulate((r.place[1] for r in self._records), max))  # of a record and all before it

    def touching(self, lo: int, hi: int) -> Iterator[R]:
        """Those that begin up to `hi` and end at `lo` or behind it, the last first."""
        k = bisect_right(self._starts, hi) - 1
        while k >= 0 and self._reach[k] >= lo:
            if self._records[k].place[1] >= lo:
                yield self._records[k]
            k -= 1

    def holding(self, at: int) -> R | None:
        """The last that begins before or at a place and ends behind it."""
        return next(self.touching(at + 1, at), None)

    def ending(self, lo: int, hi: int) -> Iterator[R]:
        """Those that end between two places, both included, the last to begin first."""
        return (r for r in self.touching(lo, hi) if r.place[1] <= hi)

    def beginning(self, lo: int, hi: int) -> Iterator[R]:
        """Those that begin between two places, both included, the first first."""
        return map(self._records.__getitem__, range(bisect_left(self._starts, lo), bisect_right(self._starts, hi)))

    def next(self, at: int) -> R | None:
        """The first that begins at a place or behind it."""
        k = bisect_left(self._starts, at)
        return self._records[k] if k < len(self._records) else None
