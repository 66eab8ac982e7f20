"""Sections that stand by themselves: the meeting, its items, the people and their movements."""

from collections.abc import Sequence

from eval.counts import Counts
from eval.flat import Item, Meeting, Movement, Person
from eval.match import fold, ratio, role_ratio, same_name, same_party, same_role, same_surname
from eval.sheet import Sheet

_SAME_PLACE_NAME = 88  # "Council Chamber, Town Hall" with or without its comma, not another room
_SAME_TITLE, _NEAR_TITLE = 85, 60
_NEAR_ROLE = 60
_NUMBER_ALONE = 90.0  # an item with a number and a sentence, no heading of its own


def meeting(sheet: Sheet, gold: Meeting, found: Meeting) -> None:
    def near(a: str, b: str) -> bool:
        return ratio(a, b) >= _SAME_PLACE_NAME

    for name in ("organization", "body", "location"):
        sheet.field("meeting", name, getattr(gold, name), getattr(found, name), near)
    for name in ("date", "start_time", "end_time"):
        sheet.field("meeting", name, getattr(gold, name), getattr(found, name))
    following, got = (m.next_meeting.date if m.next_meeting else None for m in (gold, found))
    sheet.field("meeting", "next_meeting.date", following, got)


def _same_number(a: Item, b: Item) -> bool:
    return fold(a.number) == fold(b.number)


def _same_item(a: Item, b: Item) -> float:
    if not _same_number(a, b):
        return 0
    if not a.title:
        return _NUMBER_ALONE if a.number else 0
    likeness = ratio(a.title, b.title)
    return likeness if likeness >= _SAME_TITLE else 0


def _near_item(a: Item, b: Item) -> float:
    likeness = ratio(a.title, b.title) if a.title and b.title else 0
    by_number = bool(a.number) and _same_number(a, b)
    return max(likeness, 1) if by_number or likeness >= _NEAR_TITLE else 0


def items(sheet: Sheet, gold: Sequence[Item], found: Sequence[Item]) -> dict[int, int]:
    """Compare the items; returns the gold index by predicted index.

    An item without number and title only holds what stands before the first heading: it is not compared.
    """
    named = [j for j, item in enumerate(found) if item.number or item.title]
    pairs = sheet.records(
        "items",
        gold,
        [found[j] for j in named],
        correct=_same_item,
        located=_near_item,
        exact=lambda a, b: _same_number(a, b) and fold(a.title) == fold(b.title),
        show=lambda item: f"{item.number} | {item.title}",
    )
    places = {named[k]: i for i, k in pairs}
    for j, i in places.items():
        sheet.field("item_kind", f"{gold[i].number} | {gold[i].title}", gold[i].kind, found[j].kind)
    return places


def people(sheet: Sheet, gold: Sequence[Person], found: Sequence[Person]) -> None:
    named, got = [p for p in gold if p.name], [p for p in found if p.name]
    pairs = sheet.records(
        "people",
        named,
        got,
        correct=lambda a, b: 100 + ratio(a.name, b.name) if same_name(a.name, b.name) else 0,
        located=lambda a, b: float(same_surname(a.name, b.name)),
        exact=lambda a, b: fold(a.name) == fold(b.name),
        show=lambda person: str(person.name),
    )
    for i, j in pairs:
        sheet.field("attendance", str(named[i].name), named[i].attendance, got[j].attendance)
        _roles(sheet, "roles", named[i].roles, got[j].roles, of=f"{named[i].name}: ")
    for i in set(range(len(named))) - {i for i, _ in pairs}:
        # Whoever was missed took their attendance and roles along.
        sheet.add("attendance", Counts(gold=bool(named[i].attendance)))
        sheet.add("roles", Counts(gold=len(named[i].roles)))
    posts, got_posts = ([p.roles[0] for p in side if not p.name and p.roles] for side in (gold, found))
    _roles(sheet, "role_only_people", posts, got_posts)


def _roles(sheet: Sheet, task: str, gold: Sequence[str], found: Sequence[str], *, of: str = "") -> None:
    sheet.records(
        task,
        gold,
        found,
        correct=lambda a, b: float(same_role(a, b)),
        located=lambda a, b: float(role_ratio(a, b) >= _NEAR_ROLE),
        exact=lambda a, b: fold(a) == fold(b),
        show=lambda role: f"{of}{role}",
    )


def movements(sheet: Sheet, gold: Sequence[Movement], found: Sequence[Movement]) -> None:
    sheet.records(
        "movements",
        gold,
        found,
        correct=lambda a, b: 1 + (a.time == b.time) if a.type == b.type and same_party(a.name, b.name) else 0,
        located=lambda a, b: float(same_party(a.name, b.name)),
        exact=lambda a, b: a.time == b.time and same_surname(a.name, b.name),
        show=lambda movement: f"{movement.name} {movement.type} {movement.time}",
    )
