"""From the nested record that `extract` emits to the flat shape of the gold."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from eval.flat import (
    Action,
    Clause,
    Decision,
    Declaration,
    Item,
    Meeting,
    Minutes,
    Motion,
    Movement,
    NextMeeting,
    Person,
    Vote,
    Voter,
)

Record = Mapping[str, Any]  # what `extract` emits, as JSON reads it
Labels = Mapping[str, str | None]
M = TypeVar("M", bound=BaseModel)


def flatten(record: Record) -> Minutes:
    """The record of one document, flat; an empty record (nothing was extracted) gives empty sections."""
    roster = record.get("people", ())
    labels = {person["id"]: _label(person) for person in roster}
    items = list(record.get("items", ()))

    def rows(key: str) -> Iterator[tuple[int, Record]]:
        return ((index, row) for index, item in enumerate(items) for row in item.get(key, ()))

    return Minutes(
        meeting=_meeting(record.get("meeting") or {}),
        people=tuple(_taken(Person, person) for person in roster),
        items=tuple(_taken(Item, item) for item in items),
        decisions=tuple(_decision(index, row, labels) for index, row in rows("decisions")),
        motions=tuple(_motion(index, row, labels) for index, row in rows("motions")),
        actions=tuple(_action(index, row, labels) for index, row in rows("actions")),
        declarations=tuple(_declaration(index, row, labels) for index, row in rows("declarations")),
        movements=tuple(
            _taken(Movement, movement, name=_label(person))
            for person in roster
            for movement in person.get("movements", ())
        ),
    )


def _taken(model: type[M], row: Record, **given: object) -> M:
    """The fields of `model` that stand in `row` under the same name, and those given."""
    return model.model_validate({key: row[key] for key in model.model_fields if key in row} | given)


def _meeting(row: Record) -> Meeting:
    following = row.get("next_meeting")
    return _taken(Meeting, row, next_meeting=_taken(NextMeeting, following) if following else None)


def _label(person: Record) -> str | None:
    """How gold speaks of a person: by name, or by post where there is no name."""
    name: str | None = person.get("name")
    return name or next(iter(person.get("roles") or ()), None)


def _leaves(clauses: Iterable[Record]) -> Iterator[Clause]:
    for clause in clauses:
        if clause.get("clauses"):
            yield from _leaves(clause["clauses"])
        elif clause.get("text"):
            yield _taken(Clause, clause)


def _vote(row: Record, labels: Labels) -> Vote | None:
    vote = row.get("vote")
    if not vote:
        return None
    counts = {key: (vote.get("counts") or {}).get(key) for key in ("yes", "no", "abstain")}
    voters = tuple(
        _taken(Voter, entry, name=labels.get(entry.get("person") or "") or entry.get("name"))
        for entry in vote.get("votes", ())
    )
    return _taken(Vote, vote, voters=voters, **counts)


def _proposers(row: Record, labels: Labels) -> dict[str, object]:
    named = {part: labels.get(row.get(part) or "") for part in ("moved_by", "seconded_by")}
    return {**named, "vote": _vote(row, labels)}


def _decision(item: int, row: Record, labels: Labels) -> Decision:
    return _taken(Decision, row, item=item, clauses=tuple(_leaves(row.get("clauses", ()))), **_proposers(row, labels))


def _motion(item: int, row: Record, labels: Labels) -> Motion:
    return _taken(Motion, row, item=item, **_proposers(row, labels))


def _action(item: int, row: Record, labels: Labels) -> Action:
    due = row.get("due") or {}
    owners = row.get("owners") or ()
    return _taken(
        Action,
        row,
        item=item,
        owners=tuple(labels.get(owner.get("person") or "") or owner["name"] for owner in owners),
        owners_printed=tuple(owner["name"] for owner in owners),
        due=due.get("text"),
        due_date=due.get("date"),
    )


def _declaration(item: int, row: Record, labels: Labels) -> Declaration:
    return _taken(Declaration, row, item=item, name=labels.get(row.get("person") or "") or row.get("name"))
