"""Documents for the tests of the third stage: a few invented lines, read by the stages before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.actions import find_actions
from minutes_extract.parse.business import read_business
from minutes_extract.parse.clauses import leaves
from minutes_extract.parse.declarations import find_declarations, settle_withdrawals
from minutes_extract.parse.movements import find_movements
from minutes_extract.people import People
from minutes_extract.recognise import recognise
from minutes_extract.records import Decision, Motion, Place, Segmented
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns, load
from minutes_extract.segment import segment

HEAD = """\
Thornmere Parish Council

Minutes of the meeting held on 4 May 2022 at 7.00pm

Present: Councillor Ada Quill (AQ) (Chair), Councillor Ben Marsh (BM), Councillor Ivy Penn (IP), Councillor Tom Oduya (TO)

In attendance: Nora Plume (NP), Clerk
"""
NAMELESS = """\
Thornmere Harbour Panel

Minutes of the meeting held on 4 May 2022 at 7.00pm
"""
APPROVED = "The minutes of the meeting held on 6 April 2022 were approved as a correct record."
DATE = "2022-05-04"
START = "19:00"


@dataclass
class Reading:
    """A document read up to the second stage."""

    document: Segmented
    people: People
    items: list[ItemText]
    patterns: Patterns


@cache
def patterns() -> Patterns:
    return load(None)


def read(body: str, head: str = HEAD, title: str = "Bridges") -> Reading:
    """The document `head`, item 1 'Minutes', item 2 `title` with `body`, item 3; bring your own headings with `title=""`."""
    framed = f"1. Minutes\n\n{APPROVED}\n\n2. {title}\n\n{body}\n\n3. Finance\n\nNothing to report." if title else body
    document = segment(f"{head}\n{framed}\n\nThe meeting closed at 9.00pm.\n", patterns())
    people = recognise(document, patterns())
    items = [ItemText(document.view, section) for section in document.sections]
    return Reading(document, people, items, patterns())


def business(body: str, **more: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The decisions of a body (clauses, movers, vote) and its motions (type, text, movers, result); nulls left out."""
    reading = read(body, **more)
    printed = reading.document.view.printed
    decisions: list[dict[str, Any]] = []
    motions: list[dict[str, Any]] = []
    for item in reading.items[1:-1]:
        found = read_business(item, reading.people, reading.patterns)
        for d in found.decisions:
            vote = d.vote and (d.vote.yes, d.vote.no, d.vote.method)
            clauses = [printed(*clause.place) for clause in leaves(d.clauses)]
            decisions.append({"clauses": clauses, "vote": vote} | _movers(d))
        motions += [{"type": m.type, "text": printed(*m.place), "result": m.result} | _movers(m) for m in found.motions]
    return [_told(d) for d in decisions], [_told(m) for m in motions]


def _movers(record: Decision | Motion) -> dict[str, Any]:
    return {"by": label(record.moved_by), "second": label(record.seconded_by)}


def _told(record: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in record.items() if value is not None}


def label(person: Any) -> str | None:
    return person.label if isinstance(person, Person) else None


def actions(body: str, decided: str = "", **more: str) -> list[dict[str, Any]]:
    """The actions of a body: text, owners (as printed), who (the people they are), due, date, explicit; nulls left out."""
    reading = read(body, **more)
    view = reading.document.view
    out: list[dict[str, Any]] = []
    for item in reading.items:
        at = view.text.find(decided) if decided else -1
        places: list[Place] = [(at, at + len(decided))] if at >= 0 else []
        for action in find_actions(item, reading.people, reading.patterns, places, DATE):
            due = action.due
            record = {
                "text": view.printed(*action.place),
                "owners": [o.name for o in action.owners],
                "who": [label(o.person) for o in action.owners if o.person is not None],
                "due": view.printed(*due.place) if due else None,
                "date": due.date if due else None,
                "explicit": action.explicit,
                "status": action.status,
            }
            out.append({key: value for key, value in record.items() if value not in (None, [])})
    return out


def declarations(body: str, **more: str) -> list[dict[str, Any]]:
    """The declarations of a body, withdrawals settled: name (as printed), who (the person), interest, nature, items, withdrew; nulls left out."""
    reading = read(body, **{"title": "Declarations of interest", **more})
    view = reading.document.view
    for item in reading.items:
        find_movements(item, reading.people, reading.patterns, START)
    found = [find_declarations(item, reading.people, reading.patterns) for item in reading.items]
    settled = settle_withdrawals(found, reading.items, reading.patterns)
    out: list[dict[str, Any]] = []
    for declaration in (d for row in settled for d in row):
        record = {
            "name": declaration.name,
            "who": label(declaration.person),
            "interest": declaration.interest,
            "nature": view.printed(*declaration.nature) if declaration.nature else None,
            "items": declaration.items,
            "withdrew": declaration.withdrew,
        }
        out.append({key: value for key, value in record.items() if value not in (None, [])})
    return out


def movements(body: str, start: str | None = START, **more: str) -> list[dict[str, Any]]:
    """The movements of a body in the order of people and text: name, type, time; nulls left out."""
    reading = read(body, **more)
    for item in reading.items:
        find_movements(item, reading.people, reading.patterns, start)
    out: list[dict[str, Any]] = []
    for person in reading.people.roster.people:
        for movement in person.movements:
            record = {"name": person.label, "type": movement.type, "time": movement.time}
            out.append({key: value for key, value in record.items() if value is not None})
    return out


def examples(stage: str) -> list[Any]:
    """A row (text, what it gives) for each example of the rules of a stage."""
    rules = patterns().stage(stage)
    return [pytest.param(e.text, e.gives, id=f"{r.id}-{k}") for r in rules for k, e in enumerate(r.entry.examples)]


def counter_examples(stage: str) -> list[Any]:
    """A row (text, why it gives nothing) for each counter-example of the rules of a stage."""
    rules = patterns().stage(stage)
    return [
        pytest.param(e.text, e.why, id=f"{r.id}-{k}") for r in rules for k, e in enumerate(r.entry.counter_examples)
    ]
