"""The record flat, one row for each thing that a person can correct.

The rows are those of the gold format (`eval/flat.py`), in which `make eval` scores an extractor. Each also has the
reference by which page and corrections know it, and names its item by id: an index would shift when an item goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from minutes_extract.schema import Action, Clause, Decision, Declaration, Item, Minutes, Motion, Person, Vote

Row = dict[str, Any]

_FACTS = ("organization", "body", "date", "start_time", "end_time", "location")
_NEXT = ("date", "time", "location")


def rows(minutes: Minutes) -> list[Row]:
    """`ref`, `section` (a key of the gold), `item` and `at` (where it stands) beside `fields` (what the gold holds)."""
    return [*_facts(minutes), *_people(minutes), *_business(minutes)]


def _facts(minutes: Minutes) -> Iterator[Row]:
    """A row for each fact, found or not: what is missing can be filled in."""
    meeting = minutes.meeting
    values = {name: getattr(meeting, name) for name in _FACTS}
    values |= {f"next_meeting.{name}": getattr(meeting.next_meeting, name, None) for name in _NEXT}
    for name, value in values.items():
        at = meeting.evidence[name].start if name in meeting.evidence else 0
        yield _row(f"meeting.{name}", "meeting", at, value=value)


def _people(minutes: Minutes) -> Iterator[Row]:
    for person in minutes.people:
        fields = {"name": person.name, "title": person.title, "roles": person.roles, "kind": person.kind}
        yield _row(person.id, "people", person.span.start, **fields, attendance=person.attendance)
    for person in minutes.people:
        for k, movement in enumerate(person.movements, 1):
            fields = {"name": called(person), "type": movement.type, "time": movement.time}
            yield _row(f"{person.id}.{k}", "movements", movement.span.start, **fields)


def _business(minutes: Minutes) -> Iterator[Row]:
    names = {person.id: called(person) for person in minutes.people}
    for item in minutes.items:
        fields = {"number": item.number, "title": item.title, "kind": item.kind, "truncated": item.truncated}
        yield _row(item.id, "items", item.span.start, **fields)
        for row in _of_item(item, names):
            yield {**row, "item": item.id}


def _of_item(item: Item, names: dict[str, str | None]) -> Iterator[Row]:
    for decision in item.decisions:
        clauses = list(_leaves(decision.id, decision.clauses))
        proposed = _proposed(decision, names)
        yield _row(decision.id, "decisions", decision.span.start, type=decision.type, **proposed, clauses=clauses)
    for motion in item.motions:
        fields = {"type": motion.type, "text": motion.text, "result": motion.result}
        yield _row(motion.id, "motions", motion.span.start, **fields, **_proposed(motion, names))
    for action in item.actions:
        yield _action(action, names)
    for declaration in item.declarations:
        yield _declaration(declaration, names)


def _row(ref: str, section: str, at: int, **fields: object) -> Row:
    return {"ref": ref, "section": section, "item": None, "at": at, "fields": fields}


def called(person: Person) -> str | None:
    """How the gold speaks of a person: by name, or by post where there is no name."""
    return person.name or next(iter(person.roles), None)


def _proposed(put: Decision | Motion, names: dict[str, str | None]) -> Row:
    return {
        "moved_by": names.get(put.moved_by or ""),
        "seconded_by": names.get(put.seconded_by or ""),
        "vote": _vote(put.vote, names) if put.vote is not None else None,
    }


def _vote(vote: Vote, names: dict[str, str | None]) -> Row:
    voters = [{"name": names.get(b.person or "") or b.name, "option": b.option} for b in vote.votes]
    counts = vote.counts
    return {
        "yes": counts.yes,
        "no": counts.no,
        "abstain": counts.abstain,
        "method": vote.method,
        "voters": voters,
    }


def _leaves(parent: str, clauses: Iterable[Clause]) -> Iterator[Row]:
    """The clauses that have none of their own: the gold holds only those."""
    for k, clause in enumerate(clauses, 1):
        ref = f"{parent}.{k}"
        if clause.clauses:
            yield from _leaves(ref, clause.clauses)
        else:
            fields = {"label": clause.label, "text": clause.text, "verb": clause.verb}
            yield {"ref": ref, "at": clause.span.start, "fields": fields}


def _action(action: Action, names: dict[str, str | None]) -> Row:
    due = action.due
    return _row(
        action.id,
        "actions",
        action.span.start,
        text=action.text,
        owners=[names.get(owner.person or "") or owner.name for owner in action.owners],
        due=due.text if due is not None else None,
        due_date=due.date if due is not None else None,
        explicit=action.explicit,
    )


def _declaration(declaration: Declaration, names: dict[str, str | None]) -> Row:
    return _row(
        declaration.id,
        "declarations",
        declaration.span.start,
        name=names.get(declaration.person or "") or declaration.name,
        interest=declaration.interest,
        withdrew=declaration.withdrew,
    )
