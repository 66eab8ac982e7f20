"""Who is in a document and where it speaks of them: what the recogniser hands to the later stages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from minutes_extract.records import Notice
from minutes_extract.roster import Person, Roster


@dataclass(slots=True)
class Mention:
    """A place in the view that speaks of someone. `person` is None where the text does not determine who it is."""

    start: int
    end: int
    text: str
    person: Person | None
    post: bool = False


@dataclass(slots=True)
class People:
    """The second stage's result: the roster, and every place of the view that speaks of someone, in order."""

    roster: Roster
    mentions: list[Mention]
    notices: list[Notice] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin between two positions of the view."""
        if len(self._starts) != len(self.mentions):
            self._starts = [m.start for m in self.mentions]
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, position: int) -> Mention | None:
        """The mention that covers a position of the view."""
        if len(self._starts) != len(self.mentions):
            self._starts = [m.start for m in self.mentions]
        k = bisect_right(self._starts, position) - 1
        return self.mentions[k] if k >= 0 and self.mentions[k].end > position else None
