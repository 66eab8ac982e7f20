"""Walks over a finished record: each part with its place in it, such as `items[2].decisions[0].clauses[1]`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # the schema calls this package
    from minutes_extract.schema import Clause, Decision, Item, Minutes, Motion, Span, Vote

T = TypeVar("T")


class Placed(Protocol):
    """A part of the record that stands somewhere in the text."""

    @property
    def span(self) -> Span: ...


def each(place: str, records: Sequence[T]) -> Iterator[tuple[str, T]]:
    """Each record of a list, with its place: `items[0]`."""
    for k, record in enumerate(records):
        yield f"{place}[{k}]", record


def clauses(place: str, above: Sequence[Clause]) -> Iterator[tuple[str, Clause]]:
    """The clauses of a decision or of a clause, each before those within it."""
    for at, clause in each(f"{place}.clauses", above):
        yield at, clause
        yield from clauses(at, clause.clauses)


def voted_on(place: str, item: Item) -> Iterator[tuple[str, Decision | Motion]]:
    """The decisions and motions of an item."""
    yield from each(f"{place}.decisions", item.decisions)
    yield from each(f"{place}.motions", item.motions)


def votes(place: str, item: Item) -> Iterator[tuple[str, Vote]]:
    """The votes of an item."""
    for at, record in voted_on(place, item):
        if record.vote is not None:
            yield f"{at}.vote", record.vote


def lists(place: str, item: Item) -> Iterator[tuple[str, Sequence[Placed]]]:
    """The lists of an item whose records are placed in the text."""
    yield f"{place}.paragraphs", item.paragraphs
    yield f"{place}.decisions", item.decisions
    yield f"{place}.motions", item.motions
    yield f"{place}.actions", item.actions
    yield f"{place}.declarations", item.declarations


def spans(minutes: Minutes) -> Iterator[tuple[str, Span]]:
    """Every span of the record with its place."""
    for name, span in minutes.meeting.evidence.items():
        yield f"meeting.evidence.{name}", span
    for place, person in each("people", minutes.people):
        yield f"{place}.span", person.span
        yield from each(f"{place}.mentions", person.mentions)
        for at, movement in each(f"{place}.movements", person.movements):
            yield f"{at}.span", movement.span
    for place, whole in (("header", minutes.header), ("closing", minutes.closing)):
        if whole is not None:
            yield place, whole
    for place, item in each("items", minutes.items):
        yield f"{place}.span", item.span
        for at, record, _, _ in within(place, item):
            yield f"{at}.span", record.span
    for place, warning in each("warnings", minutes.warnings):
        if warning.span is not None:
            yield f"{place}.span", warning.span


def within(place: str, item: Item) -> Iterator[tuple[str, Placed, str, Span]]:
    """Every placed record of an item, with the name and span of what must hold it."""
    for name, records in lists(place, item):
        for at, record in each(name, records):
            yield at, record, place, item.span
    for at, decision in each(f"{place}.decisions", item.decisions):
        for where, clause in clauses(at, decision.clauses):
            yield where, clause, at, decision.span
    for at, vote in votes(place, item):
        yield at, vote, place, item.span
    for at, action in each(f"{place}.actions", item.actions):
        if action.due is not None:
            yield f"{at}.due", action.due, place, item.span


def named(minutes: Minutes) -> Iterator[tuple[str, str | None]]:
    """Every place that refers to a person, with the id it gives."""
    for place, person in each("people", minutes.people):
        yield f"{place}.substitute_for", person.substitute_for
    for place, item in each("items", minutes.items):
        for at, paragraph in each(f"{place}.paragraphs", item.paragraphs):
            yield f"{at}.speaker", paragraph.speaker
        for at, record in voted_on(place, item):
            yield f"{at}.moved_by", record.moved_by
            yield f"{at}.seconded_by", record.seconded_by
        for at, vote in votes(place, item):
            for where, ballot in each(f"{at}.votes", vote.votes):
                yield f"{where}.person", ballot.person
        for at, action in each(f"{place}.actions", item.actions):
            for where, owner in each(f"{at}.owners", action.owners):
                yield f"{where}.person", owner.person
        for at, declaration in each(f"{place}.declarations", item.declarations):
            yield f"{at}.person", declaration.person
