"""The rules of the record that no single field can hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from minutes_extract.spans import fold
from minutes_extract.validate.walk import clauses, each, lists, named, spans, voted_on, votes, within

if TYPE_CHECKING:  # the schema calls this package
    from minutes_extract.schema import Item, Meeting, Minutes, Person, Span, Vote


def problems(minutes: Minutes, text: str | None = None) -> list[str]:
    """What breaks the rules of the record; empty when it holds.

    With `text`, the decoded source, also every `text` that is not the folded slice of the source at its span.
    """
    found = [*_ids(minutes), *_references(minutes), *_meeting(minutes.meeting), *_bounds(minutes), *_coverage(minutes)]
    for place, item in each("items", minutes.items):
        found += _inside_item(place, item, minutes.header)
    found += _order(minutes)
    found += _vote_names(minutes)
    if text is not None:
        found += _grounding(minutes, text)
    return found


def _ids(minutes: Minutes) -> Iterator[str]:
    seen: set[str] = set()
    named: list[tuple[str, str]] = [(place, person.id) for place, person in each("people", minutes.people)]
    for place, item in each("items", minutes.items):
        named.append((place, item.id))
        named += [(at, record.id) for at, record in voted_on(place, item)]
        named += [(at, action.id) for at, action in each(f"{place}.actions", item.actions)]
        named += [(at, declaration.id) for at, declaration in each(f"{place}.declarations", item.declarations)]
    for place, name in named:
        if name in seen:
            yield f"{place}.id: {name} is given twice"
        seen.add(name)


def _references(minutes: Minutes) -> Iterator[str]:
    people = {person.id for person in minutes.people}
    for place, name in named(minutes):
        if name is not None and name not in people:
            yield f"{place}: there is no person {name}"
    items = {item.id for item in minutes.items}
    for place, person in each("people", minutes.people):
        yield from _person(place, person, items)
    earlier: set[str] = set()
    for place, item in each("items", minutes.items):
        if item.parent is not None and item.parent not in earlier:
            yield f"{place}.parent: {item.parent} is no earlier item"
        earlier.add(item.id)


def _person(place: str, person: Person, items: set[str]) -> Iterator[str]:
    if person.name is None and not person.roles:
        yield f"{place}: has neither a name nor a role"
    if person.substitute_for == person.id:
        yield f"{place}.substitute_for: is the person itself"
    for at, movement in each(f"{place}.movements", person.movements):
        if movement.item is not None and movement.item not in items:
            yield f"{at}.item: there is no item {movement.item}"


_SCALARS = ("organization", "body", "date", "start_time", "end_time", "location", "format", "contact", "next_meeting")


def _meeting(meeting: Meeting) -> Iterator[str]:
    """Each field that has a value has evidence, under its own name or under that of a part: `contact.email`."""
    stated = {name for name in _SCALARS if getattr(meeting, name) is not None}
    shown = {key.partition(".")[0] for key in meeting.evidence}
    for name in _SCALARS:
        if name in stated and name not in shown:
            yield f"meeting.{name}: has no span in meeting.evidence"
    for key in meeting.evidence:
        if key.partition(".")[0] not in stated:
            yield f"meeting.evidence.{key}: is evidence for a field that is not stated"
    for key in meeting.rules:
        if key not in meeting.evidence:
            yield f"meeting.rules.{key}: has no span in meeting.evidence"
    for name, part in (("contact", meeting.contact), ("next_meeting", meeting.next_meeting)):
        if part is not None and not part.model_dump(exclude_none=True):
            yield f"meeting.{name}: says nothing; it should be null"


def _bounds(minutes: Minutes) -> Iterator[str]:
    length = minutes.source.characters
    for place, span in spans(minutes):
        if span.end > length:
            yield f"{place}: {span.start}:{span.end} lies outside the text of {length} characters"


def _coverage(minutes: Minutes) -> Iterator[str]:
    """Header, items and closing follow one another without a gap, from the first character to the last."""
    parts = [("header", minutes.header), *((at, item.span) for at, item in each("items", minutes.items))]
    parts.append(("closing", minutes.closing))
    end = 0
    for place, span in parts:
        if span is None:
            continue
        if span.start != end:
            yield f"{place}: starts at {span.start}, what stands before it ends at {end}"
        end = span.end
    if end != minutes.source.characters:
        yield f"header, items and closing end at {end}, the text at {minutes.source.characters}"


def _inside_item(place: str, item: Item, header: Span | None) -> Iterator[str]:
    """Each record lies in its item; actions may stand in the header, whose table names the item of each."""
    for at, record, holder, outer in within(place, item):
        if header is not None and record.span.end <= header.end and at.startswith(f"{place}.actions["):
            continue
        if not (outer.start <= record.span.start and record.span.end <= outer.end):
            yield (
                f"{at}: {record.span.start}:{record.span.end} lies outside {holder}, which is {outer.start}:{outer.end}"
            )


def _order(minutes: Minutes) -> Iterator[str]:
    """Records of one list stand in the order of the document."""
    for place, item in each("items", minutes.items):
        groups = [list(each(name, records)) for name, records in lists(place, item)]
        groups += [list(clauses(at, decision.clauses)) for at, decision in each(f"{place}.decisions", item.decisions)]
        for group in groups:
            for (before, first), (at, second) in pairwise(group):
                if second.span.start < first.span.start:
                    yield f"{at}: stands before {before} in the text"


def _vote_names(minutes: Minutes) -> Iterator[str]:
    """Where names and counts of a vote are both printed and differ, a warning over the vote says so."""
    warned = [w.span for w in minutes.warnings if w.code == "vote_mismatch" and w.span is not None]
    for place, item in each("items", minutes.items):
        for at, vote in votes(place, item):
            if not vote_mismatch(vote):
                continue
            if not any(span.start < vote.span.end and vote.span.start < span.end for span in warned):
                yield f"{at}: {vote_mismatch(vote)}, and no vote_mismatch warning over it says so"


def vote_mismatch(vote: Vote) -> str | None:
    """How the printed names of a vote differ from its printed counts, or None.

    An option for which only the count or only names are printed says nothing.
    """
    for option, count in (("yes", vote.counts.yes), ("no", vote.counts.no), ("abstain", vote.counts.abstain)):
        names = sum(ballot.option == option for ballot in vote.votes)
        if names and count is not None and names != count:
            return f"{names} named for {option!r}, {count} counted"
    return None


def _grounding(minutes: Minutes, text: str) -> Iterator[str]:
    if len(text) != minutes.source.characters:
        yield f"source.characters is {minutes.source.characters}, the text has {len(text)}"
        return
    for place, item in each("items", minutes.items):
        for at, record, _, _ in within(place, item):
            printed = getattr(record, "text", None)
            if printed is not None and fold(text[record.span.start : record.span.end]) != printed:
                yield f"{at}.text: is not the text at {record.span.start}:{record.span.end}"
