"""What the index of a folder needs to know of one meeting: little, so that a long folder takes little memory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from minutes_extract.emit.review.words import title
from minutes_extract.link import takes_up
from minutes_extract.schema import Action, Clause, Minutes
from minutes_extract.schema.meeting import SourceInfo

_DONE = re.compile(r"\b(?:done|complete|completed|closed|discharged|actioned|resolved)\b", re.IGNORECASE)
_NOT = re.compile(r"\bnot\b", re.IGNORECASE)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class Named(_Part):
    """Someone whom the record names."""

    id: str
    name: str | None
    title: str | None
    roles: tuple[str, ...]
    attendance: str | None


class Raised(_Part):
    """An action. `owners` are (person or None, name as printed); `done`: its own status says so."""

    id: str
    text: str
    owners: tuple[tuple[str | None, str], ...]
    due: str | None
    done: bool


class Brief(_Part):
    """One meeting. `source` comes first: by it a later run knows what it need not do again.

    `verbs` count the clauses of its decisions; `earlier` are paragraphs that take up earlier business: words, start, end.
    """

    source: SourceInfo
    href: str
    title: str
    organization: str | None
    body: str | None
    date: str | None
    items: int
    decisions: int
    actions: tuple[Raised, ...]
    warnings: int
    missed: int
    kinds: dict[str, int]
    verbs: dict[str, int]
    people: tuple[Named, ...]
    earlier: tuple[tuple[str, int, int], ...]

    @property
    def name(self) -> str:
        return self.source.name or ""


def brief(minutes: Minutes, missed: int, href: str) -> Brief:
    """The meeting of a record whose page is at `href`; `missed` sentences are claimed by no record."""
    meeting, items = minutes.meeting, minutes.items
    decisions = [decision for item in items for decision in item.decisions]
    taken_up = (p for item in items if takes_up(item.title, item.kind) for p in item.paragraphs)
    return Brief(
        source=minutes.source,
        href=href,
        title=title(minutes),
        organization=meeting.organization,
        body=meeting.body,
        date=meeting.date,
        items=len(items),
        decisions=len(decisions),
        actions=tuple(_raised(action) for item in items for action in item.actions),
        warnings=len(minutes.warnings),
        missed=missed,
        kinds=dict(Counter(decision.type for decision in decisions)),
        verbs=dict(Counter(verb for decision in decisions for verb in _verbs(decision.clauses))),
        people=tuple(map(Named.model_validate, minutes.people)),
        earlier=tuple((p.text, p.span.start, p.span.end) for p in taken_up),
    )


def _verbs(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        if clause.verb:
            yield clause.verb
        yield from _verbs(clause.clauses)


def _raised(action: Action) -> Raised:
    owners = tuple((owner.person, owner.name) for owner in action.owners)
    due = action.due.date if action.due is not None else None
    return Raised(id=action.id, text=action.text, owners=owners, due=due, done=_done(action.status))


def _done(status: str | None) -> bool:
    return status is not None and _DONE.search(status) is not None and _NOT.search(status) is None
