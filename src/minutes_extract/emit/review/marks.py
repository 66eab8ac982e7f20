"""Where each record stands in the text, and the text cut at every edge of one.

Records overlap and nest: a word can belong to an item, a decision, a clause and the mention of a person. So the text is
cut into pieces, and each piece knows all the marks that cover it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from minutes_extract.schema import Clause, Decision, Item, Minutes, Motion, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the record `ref`. `kind` decides how it looks; the body of an item has none and looks like the rest."""

    ref: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the marks that cover it, the widest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks(text: str, minutes: Minutes, missed: Iterable[Span]) -> list[Mark]:
    """Every place of every record, of the warnings (w1, ...) and of what no record claims (u1, ...)."""
    return [Mark(ref, kind, span.start, span.end) for ref, kind, span in _places(text, minutes, missed)]


def pieces(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """The text of that length in pieces, cut at the edges of the marks and at `cuts`."""
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    edges = {0, length, *cuts}
    for mark in marks:
        opening[mark.start].append(mark)
        edges |= {mark.start, mark.end}
    points = sorted(edges)
    covering: list[Mark] = []
    for start, end in pairwise(points):
        covering = [mark for mark in covering if mark.end > start]
        covering += sorted(opening.get(start, ()), key=lambda mark: -mark.end)
        yield Piece(start, end, tuple(covering))


Place = tuple[str, str, Span]


def _places(text: str, minutes: Minutes, missed: Iterable[Span]) -> Iterator[Place]:
    for item in minutes.items:
        yield from _item(text, item)
    for field, span in minutes.meeting.evidence.items():
        yield f"meeting.{field}", "meeting", span
    for person in minutes.people:
        for span in dict.fromkeys([person.span, *person.mentions]):
            yield person.id, "person", span
        for k, movement in enumerate(person.movements, 1):
            yield f"{person.id}.{k}", "movement", movement.span
    for k, warning in enumerate(minutes.warnings, 1):
        if warning.span is not None:
            yield f"w{k}", "warning", warning.span
    for k, span in enumerate(missed, 1):
        yield f"u{k}", "unclaimed", span


def _item(text: str, item: Item) -> Iterator[Place]:
    yield item.id, "body", item.span
    yield item.id, "item", _heading(text, item)
    for decision in item.decisions:
        yield decision.id, "decision", decision.span
        yield from _clauses(decision.id, decision.clauses)
        yield from _vote(decision)
    for motion in item.motions:
        yield motion.id, "motion", motion.span
        yield from _vote(motion)
    for action in item.actions:
        yield action.id, "action", action.span
    for declaration in item.declarations:
        yield declaration.id, "declaration", declaration.span


def _clauses(parent: str, clauses: list[Clause]) -> Iterator[Place]:
    for k, clause in enumerate(clauses, 1):
        yield f"{parent}.{k}", "clause", clause.span
        yield from _clauses(f"{parent}.{k}", clause.clauses)


def _vote(put: Decision | Motion) -> Iterator[Place]:
    if put.vote is not None:
        yield f"{put.id}.vote", "vote", put.vote.span


def _heading(text: str, item: Item) -> Span:
    """Number and title where they open the item, else its first line. What the agenda said below them is no heading."""
    start, end = item.span.start, item.span.end
    body = item.paragraphs[0].span.start if item.paragraphs else end
    title = re.search(r"\s+".join(map(re.escape, (item.title or "").split())), text[start : max(body, start + 1)])
    if title is not None and title[0]:
        return Span(start=start, end=start + title.end())
    line = text.find("\n", start, end)
    end = line if line > start else end
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
