"""Actions of one item: those that the text marks, then undertakings in prose that no mark and no decision has claimed."""

from __future__ import annotations

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.doers import Doer
from minutes_extract.parse.marked import Marker, Marks
from minutes_extract.parse.undertakings import find_undertakings
from minutes_extract.people import People
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns


def find_actions(
    item: ItemText, people: People, patterns: Patterns, decided: list[Place], meeting_date: str | None
) -> list[Action]:
    """The actions of an item in the order of the text.

    `decided`: view ranges of clauses; what stands in one is no action unless it is marked. `meeting_date`: ISO or None.
    """
    marks = Marker(item, people, patterns, meeting_date).run()
    undertaken = find_undertakings(item, people, patterns, decided, meeting_date)
    out = list(marks.actions)
    for action in undertaken:
        same = next((m for m in marks.actions if _overlap(action.place, m.place)), None)
        if same is not None:
            same.owners = same.owners or action.owners
            same.due = same.due or action.due
            continue
        if action.rule.startswith("parse.action.chair-asked") and _taken_up(item, action, marks):
            continue
        action.explicit = _marked_from_afar(item, action, marks)
        out.append(action)
    out.sort(key=lambda a: a.place)
    return out


def _overlap(a: Place, b: Place) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _taken_up(item: ItemText, action: Action, marks: Marks) -> bool:
    """A request that the mark right behind it takes up."""
    here = item.paragraph_at(action.place[0])
    return any(0 <= item.paragraph_at(m.place[0]) - here <= 1 and m.place[0] > action.place[0] for m in marks.actions)


def _marked_from_afar(item: ItemText, action: Action, marks: Marks) -> bool:
    """Does a heading above the list, or its owner in the column, mark the undertaking?"""
    if any(lo <= action.place[0] < hi for lo, hi in marks.listed):
        return True
    if not marks.owners:
        return False
    if not action.owners:  # a passive: the column says who
        people = {id(d.person) for d in marks.owners}
        if len(people) == 1 and marks.owners[0].person is not None:
            only = marks.owners[0]
            action.owners.append(Owner(item.view.printed(only.start, only.end), only.person))
        return True
    return all(any(_same(item, owner, mark) for mark in marks.owners) for owner in action.owners)


def _same(item: ItemText, owner: Owner, mark: Doer) -> bool:
    if owner.person is not None and mark.person is not None:
        return owner.person is mark.person
    return owner.name.casefold() == item.text[mark.start : mark.end].casefold()
