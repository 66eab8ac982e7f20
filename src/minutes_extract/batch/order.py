"""Outcomes in the order of their inputs, whichever is read first, and inputs no farther ahead than memory bears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes_extract.batch.engine import Done
from minutes_extract.batch.inputs import Input


class InOrder:
    """Takes inputs one by one and hands out their outcomes; an input that comes with its outcome keeps its place."""

    def __init__(self, inputs: Iterable[Input | Done]) -> None:
        self._waiting = enumerate(inputs)
        self._done: dict[int, Done] = {}
        self._taken = self._given = 0
        self.more = True
        """Whether there may be inputs that were not taken."""

    def take(self, ahead: int) -> tuple[int, Input] | None:
        """The next input to read and its place; None where there is none, or where `ahead` of them wait to be handed out."""
        while self.more and self._taken - self._given < ahead:
            place, given = next(self._waiting, (-1, None))
            if given is None:
                self.more = False
                return None
            self._taken += 1
            if not isinstance(given, tuple):
                return place, given
            self._done[place] = given
        return None

    def put(self, place: int, done: Done) -> None:
        """Enter the outcome of an input that was taken."""
        self._done[place] = done

    def ready(self) -> Iterator[Done]:
        """The outcomes whose turn it is."""
        while self._given in self._done:
            yield self._done.pop(self._given)
            self._given += 1

    def rest(self) -> Iterator[Done]:
        """All outcomes that are left, of a run that ends early."""
        for place in sorted(self._done):
            yield self._done.pop(place)
