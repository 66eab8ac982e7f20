"""What the index of a folder needs to know of one meeting: little, so that a long folder takes little memory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from minutes_extract.emit.review.rows import called
from minutes_extract.emit.review.words import title
from minutes_extract.schema import Action, Clause, Minutes

_DONE = re.compile(r"\b(?:done|complete|completed|closed|discharged|actioned|resolved)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Summary:
    """One meeting. `people` are (id, name, title, roles, kind, attendance), `owing` the actions that nothing says are
    done, as (owners, due date), `verbs` count the clauses of its decisions."""

    href: str
    name: str
    title: str
    organization: str | None
    body: str | None
    date: str | None
    items: int
    decisions: int
    actions: int
    warnings: int
    missed: int
    kinds: dict[str, int]
    verbs: dict[str, int]
    people: list[tuple[str, str | None, str | None, list[str], str | None, str | None]]
    owing: list[tuple[list[str], str | None]]

    @classmethod
    def of(cls, fields: dict[str, Any]) -> Self:
        """From what JSON made of its fields."""
        return cls(**fields)


def summary(minutes: Minutes, missed: int, href: str) -> Summary:
    """The meeting of a record whose page is at `href`; `missed` sentences are claimed by no record."""
    meeting, items = minutes.meeting, minutes.items
    decisions = [decision for item in items for decision in item.decisions]
    actions = [action for item in items for action in item.actions]
    names = {person.id: called(person) for person in minutes.people}
    return Summary(
        href=href,
        name=minutes.source.name or "",
        title=title(minutes),
        organization=meeting.organization,
        body=meeting.body,
        date=meeting.date,
        items=len(items),
        decisions=len(decisions),
        actions=len(actions),
        warnings=len(minutes.warnings),
        missed=missed,
        kinds=dict(Counter(decision.type for decision in decisions)),
        verbs=dict(Counter(verb for decision in decisions for verb in _verbs(decision.clauses))),
        people=[(p.id, p.name, p.title, p.roles, p.kind, p.attendance) for p in minutes.people],
        owing=[_owed(action, names) for action in actions if not _DONE.search(action.status or "")],
    )


def _verbs(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        if clause.verb:
            yield clause.verb
        yield from _verbs(clause.clauses)


def _owed(action: Action, names: dict[str, str | None]) -> tuple[list[str], str | None]:
    owners = [names.get(owner.person or "") or owner.name for owner in action.owners]
    return owners, action.due.date if action.due is not None else None
