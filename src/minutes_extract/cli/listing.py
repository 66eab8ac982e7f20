"""A record as a list of entries in the order of the document, for people to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes_extract.schema import (
    Action,
    Clause,
    Decision,
    Declaration,
    Item,
    Meeting,
    Minutes,
    Motion,
    Person,
    Span,
    Vote,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its kind, what to call it, its telling fields, where it stands and the rule that found it."""

    kind: str
    label: str
    fields: tuple[tuple[str, str], ...]
    span: Span
    rule: str
    whole: bool = True
    """False where the span is too long to quote and its beginning does."""


def entries(minutes: Minutes) -> list[Entry]:
    """Every record that has a place in the text; what starts first, and of two that start together the longer, leads.

    Paragraphs and mentions are left out: they are the text itself.
    """
    return sorted(_all(minutes), key=lambda entry: (entry.span.start, -entry.span.end))


def _all(minutes: Minutes) -> Iterator[Entry]:
    people = {person.id: _called(person) for person in minutes.people}
    yield from _meeting(minutes.meeting)
    for person in minutes.people:
        yield from _person(person, people)
    for item in minutes.items:
        yield _item(item)
        for decision in item.decisions:
            yield from _decision(decision, people)
        for motion in item.motions:
            yield from _motion(motion, people)
        for action in item.actions:
            yield _action(action, people)
        for declaration in item.declarations:
            yield _declaration(declaration, people)
    for warning in minutes.warnings:
        if warning.span is not None:
            yield Entry("warning", warning.code, _fields(message=warning.message), warning.span, "", whole=False)


def _called(person: Person) -> str:
    name = " ".join(part for part in (person.title, person.name) if part) or ", ".join(person.roles)
    return f"{name} ({person.id})"


def _fields(**values: object) -> tuple[tuple[str, str], ...]:
    """The fields that say something, as text; `_` in a name is shown as a space."""
    return tuple(
        (name.replace("_", " ").strip(), "yes" if value is True else "no" if value is False else str(value))
        for name, value in values.items()
        if value is not None and value != ""
    )


def _meeting(meeting: Meeting) -> Iterator[Entry]:
    for key, span in meeting.evidence.items():
        value: object = meeting
        for name in key.split("."):
            value = getattr(value, name, None)
        shown = value if isinstance(value, str) else None
        yield Entry("meeting", key, _fields(value=shown), span, meeting.rules.get(key, ""))


def _person(person: Person, people: dict[str, str]) -> Iterator[Entry]:
    fields = _fields(
        name=person.name,
        title=person.title,
        roles="; ".join(person.roles),
        kind=person.kind,
        attendance=person.attendance,
        substitute_for=people.get(person.substitute_for or ""),
        party=person.party,
        represents=person.represents,
        mentions=len(person.mentions),
    )
    yield Entry("person", person.id, fields, person.span, person.rule)
    for movement in person.movements:
        fields = _fields(person=people[person.id], time=movement.time, item=movement.item)
        yield Entry("movement", movement.type, fields, movement.span, movement.rule)


def _item(item: Item) -> Entry:
    fields = _fields(
        number=item.number,
        title=item.title,
        kind=item.kind,
        parent=item.parent,
        references="; ".join(item.references),
        exempt=item.exempt or None,
        truncated=item.truncated or None,
    )
    return Entry("item", item.id, fields, item.span, item.rule, whole=False)


def _decision(decision: Decision, people: dict[str, str]) -> Iterator[Entry]:
    fields = _fields(
        type=decision.type,
        cue=decision.cue,
        moved_by=people.get(decision.moved_by or ""),
        seconded_by=people.get(decision.seconded_by or ""),
    )
    yield Entry("decision", decision.id, fields, decision.span, decision.rule)
    yield from _clauses(decision.clauses)
    if decision.vote is not None:
        yield _vote(decision.id, decision.vote, people)


def _clauses(clauses: list[Clause]) -> Iterator[Entry]:
    for clause in clauses:
        yield Entry("clause", clause.label or "-", _fields(verb=clause.verb), clause.span, clause.rule)
        yield from _clauses(clause.clauses)


def _motion(motion: Motion, people: dict[str, str]) -> Iterator[Entry]:
    fields = _fields(
        moved_by=people.get(motion.moved_by or ""),
        seconded_by=people.get(motion.seconded_by or ""),
        result=motion.result,
    )
    yield Entry(motion.type, motion.id, fields, motion.span, motion.rule)
    if motion.vote is not None:
        yield _vote(motion.id, motion.vote, people)


def _vote(of: str, vote: Vote, people: dict[str, str]) -> Entry:
    named: dict[str, list[str]] = {}
    for ballot in vote.votes:
        named.setdefault(ballot.option, []).append(people.get(ballot.person or "") or ballot.name or "?")
    counts = vote.counts
    fields = _fields(yes=counts.yes, no=counts.no, abstain=counts.abstain, method=vote.method, result=vote.result)
    names = tuple((f"named {option}", ", ".join(voters)) for option, voters in named.items())
    return Entry("vote", f"on {of}", fields + names, vote.span, vote.rule)


def _action(action: Action, people: dict[str, str]) -> Entry:
    owners = ", ".join(people.get(owner.person or "") or owner.name for owner in action.owners)
    fields = _fields(
        owners=owners,
        due=action.due and action.due.text,
        due_date=action.due and action.due.date,
        explicit=action.explicit,
        status=action.status,
    )
    return Entry("action", action.id, fields, action.span, action.rule)


def _declaration(declaration: Declaration, people: dict[str, str]) -> Entry:
    fields = _fields(
        person=people.get(declaration.person or "") or declaration.name,
        interest=declaration.interest,
        nature=declaration.nature,
        items=", ".join(declaration.items),
        withdrew=declaration.withdrew,
    )
    return Entry("declaration", declaration.id, fields, declaration.span, declaration.rule)
