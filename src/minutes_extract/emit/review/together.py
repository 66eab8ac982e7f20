"""What the meetings of a folder show together: one human once, and the actions that no later meeting calls done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes_extract.emit.review.brief import Brief, Raised
from minutes_extract.link import Appearance, Linked, Passage, Series, Task, follow, link_people, series


@dataclass(frozen=True, slots=True)
class Attended:
    """Someone, and the attendance that each meeting records of them."""

    who: str
    states: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Outstanding:
    """An action of a meeting that neither its status nor a later meeting calls done, and who owns it."""

    meeting: Brief
    action: Raised
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Council:
    """The meetings of one council together. `name` is that of the council, or of the body where none is named."""

    name: str
    people: tuple[Attended, ...]
    outstanding: tuple[Outstanding, ...]


_Met = list[tuple[str, Brief, Series]]
"""Meetings of one council by date, each with a key."""


def councils(meetings: Sequence[Brief]) -> Iterator[Council]:
    """The councils whose meetings these are, linked as the tables link them."""
    by_council: defaultdict[tuple[str | None, ...], _Met] = defaultdict(list)
    for k, meeting in enumerate(
        sorted(meetings, key=lambda meeting: (meeting.date is None, meeting.date, meeting.name))
    ):
        one = series(meeting.organization, meeting.body, meeting.name)
        by_council[one.linked].append((str(k), meeting, one))
    for met in by_council.values():
        people = link_people((one, who) for key, meeting, one in met for who in _appearances(key, meeting)).people
        names = {(one.meeting, one.person): _called(person) for person in people for one, _ in person.appearances}
        first = met[0][1]
        yield Council(first.organization or first.title, tuple(_attended(met, people)), tuple(_outstanding(met, names)))


def _appearances(key: str, meeting: Brief) -> Iterator[Appearance]:
    """Who is in a record, and the owners of actions whom it resolves to nobody."""
    for person in meeting.people:
        yield Appearance(key, person.id, person.name, person.title, person.roles)
    for action in meeting.actions:
        for who, name in action.owners:
            if who is None:
                yield Appearance(key, f"{action.id} {name}", name, loose=True)


def _called(person: Linked) -> str:
    return " ".join(part for part in (person.title, person.name) if part) or person.post or "?"


def _attended(met: _Met, people: Iterable[Linked]) -> Iterator[Attended]:
    states = {(key, one.id): one.attendance for key, meeting, _ in met for one in meeting.people}
    for person in people:
        places = [(one.meeting, one.person) for one, _ in person.appearances if not one.loose]
        yield Attended(_called(person), tuple(states[place] for place in places))


def _outstanding(met: _Met, names: dict[tuple[str, str], str]) -> Iterator[Outstanding]:
    done = set(_done(met))
    for key, meeting, _ in met:
        for action in meeting.actions:
            if not action.done and (key, action.id) not in done:
                owners = (names.get((key, who or f"{action.id} {name}"), name) for who, name in action.owners)
                yield Outstanding(meeting, action, tuple(dict.fromkeys(owners)))


def _done(met: _Met) -> Iterator[tuple[str, str]]:
    """The actions that a later meeting of the same body calls done."""
    bodies: defaultdict[Series, list[tuple[list[Passage], list[Task]]]] = defaultdict(list)
    for key, meeting, one in met:
        if meeting.date is not None:
            passages = [Passage(key, *said) for said in meeting.earlier]
            bodies[one].append((passages, [Task(key, action.id, action.text) for action in meeting.actions]))
    for said in bodies.values():
        yield from ((found.task.meeting, found.task.id) for found in follow(said) if found.state == "done")
