"""Who is met where: the appearances of people in records, and the person that several of them make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from minutes_extract.likeness import flat
from minutes_extract.link.bodies import COUNCIL, Series
from minutes_extract.link.names import Form

Why = Literal["first", "same_name", "fuller_name", "surname", "initials", "post", "other_body"]
"""Why an appearance is of this person: the first one; the same name; a name that does not contradict it; the only one
of that surname; of those initials; of that post; the same name in another body of the council."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Someone in one record: `meeting` and `person` name the row, the other fields are those of the record.

    For a printed name that its own record resolves to nobody, such as an owner 'PN', `person` names its place.
    """

    meeting: str
    person: str
    name: str | None
    title: str | None = None
    roles: tuple[str, ...] = ()
    loose: bool = False  # no person of its record: it may join someone, and is nobody by itself


@dataclass(frozen=True, slots=True)
class Linked:
    """One person of a council; `appearances` with the reason for each."""

    id: str
    name: str | None
    title: str | None
    post: str | None  # of someone who is known by it alone
    appearances: tuple[tuple[Appearance, Why], ...]


@dataclass(slots=True, eq=False)
class Person:
    """A person on the way: the forms of the name met so far, and where."""

    series: Series
    forms: list[Form]
    meetings: set[str] = field(default_factory=set)
    appearances: list[tuple[Appearance, Why]] = field(default_factory=list)
    fits: list[Person] = field(default_factory=list)  # several whom it could be, so that it stays apart

    def add(self, appearance: Appearance, why: Why) -> None:
        self.meetings.add(appearance.meeting)
        self.appearances.append((appearance, why))


def linked(ident: str, person: Person) -> Linked:
    """The person under an id, called by the fullest name that was met."""
    fullest, _ = max(person.appearances, key=lambda met: _weight(met[0]))
    titled = next((a.title for a, _ in person.appearances if a.title and a.name == fullest.name), None)
    title = titled or next((a.title for a, _ in person.appearances if a.title), None)
    post = fullest.roles[0] if fullest.name is None else None
    return Linked(ident, fullest.name, title, post, tuple(person.appearances))


def _weight(appearance: Appearance) -> tuple[int, int]:
    """How full a name is; capitals throughout are the look of a list."""
    name = appearance.name or ""
    return sum(map(str.isalpha, name)), not name.isupper()


def ids(people: list[Person]) -> Iterator[tuple[Person, str]]:
    """An id for each, made of council, body and fullest name; numbered where two are alike."""
    taken: dict[str, int] = {}
    for person in people:
        fullest, _ = max(person.appearances, key=lambda met: _weight(met[0]))
        parts = [_council(person), _body(person), fullest.name or fullest.roles[0]]
        base = "/".join(_slug(part) for part in parts if part)
        taken[base] = taken.get(base, 0) + 1
        yield person, base if taken[base] == 1 else f"{base}-{taken[base]}"


def _council(person: Person) -> str | None:
    return person.series.council or person.series.folder


def _body(person: Person) -> str | None:
    """The body, of someone who was met in no other and whose body is not the council itself."""
    own = person.series.council is not None and person.series.body == COUNCIL
    return None if own or any(why == "other_body" for _, why in person.appearances) else person.series.body


def _slug(words: str) -> str:
    return re.sub(r"[^\w]+", "-", flat(words)).strip("-") or "unnamed"
