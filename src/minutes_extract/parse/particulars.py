"""Particulars printed behind a marked action: 'Owner: Clerk', 'By when: 20 May', on its own line or in lines below it."""

from __future__ import annotations

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.due import due_date
from minutes_extract.parse.owners import Owners
from minutes_extract.records import Action, Due, Place
from minutes_extract.rules import Patterns

_LINE = r"(?:(?P<who>{table_who})|(?P<when>{table_when})) ?[:\-] ?(?P<value>[^;\n.]{2,60})"
_WITHIN = rf"(?<=[.;,)\]] ){_LINE}"
_BELOW = 4  # paragraphs below an action that may hold its particulars
_ALONE = r"(?P<who>{owner_list})(?:[ ,(\-]{1,3})(?P<due>(?:by |before |due )?(?:{day}|{due_words}))\)?\.?"


class Particulars:
    """Reads the particulars of the marked actions of one item."""

    def __init__(self, item: ItemText, owners: Owners, patterns: Patterns, meeting_date: str | None) -> None:
        self.item = item
        self.text = item.text
        self.owners = owners
        self.patterns = patterns
        self.date = meeting_date

    def begin(self, lo: int, hi: int) -> int:
        """Where the particulars within text[lo:hi] begin; `hi` where there are none."""
        found = self.patterns.regex(_WITHIN).search(self.text, lo + 1, hi)
        return found.start() if found else hi

    def alone(self, lo: int, hi: int) -> tuple[Place, Place] | None:
        """'Clerk by 20 May', 'BM (June)': nothing but owners and a due."""
        found = (
            self.patterns.regex(_ALONE).fullmatch(self.text, lo, self.owners.trimmed(lo, hi)) if hi - lo < 90 else None
        )
        return (found.span("who"), found.span("due")) if found else None

    def give(self, action: Action, lo: int, hi: int) -> int:
        """Enter the particulars of text[lo:hi] and of the lines below it into the action; returns the end of the last."""
        line = self.patterns.regex(_LINE)
        for match in self.patterns.regex(_WITHIN).finditer(self.text, lo, hi):
            self._enter(action, match.span("who"), match.span("value"))
        k = self.item.paragraph_at(hi - 1) + 1
        for paragraph in self.item.paragraphs[k : k + _BELOW]:
            below = line.fullmatch(self.text, paragraph.at, self.owners.trimmed(paragraph.at, paragraph.end))
            if below is None:
                break
            self._enter(action, below.span("who"), below.span("value"))
            hi = paragraph.end
        return hi

    def due(self, action: Action, place: Place) -> None:
        """Enter a due, unless the action has one."""
        action.due = action.due or Due(place, due_date(self.text, *place, self.date))

    def _enter(self, action: Action, who: Place, value: Place) -> None:
        value = value[0], self.owners.trimmed(*value)
        if who[0] < 0:
            self.due(action, value)
        elif not action.owners:
            self.owners.give(action, self.owners.names(*value))
