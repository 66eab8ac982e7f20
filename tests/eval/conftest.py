"""One small document with its gold, and the record of an extractor that gets all of it right."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.corpus import Document, load_samples

Record = dict[str, Any]

TEXT = """\
Tollgate Ferry Committee
4 May 2021

Present: Councillor B. Wren (Chair), Councillor Ashdown
Ashdown left at 19:40.

1  Ferry Timetable
Resolved: That the timetable be approved.
Proposed by Ashdown, seconded by Wren. For 2, against 1.
Amendment by Wren: add a Sunday boat.
ACTION: Clerk to print it by 1 June.

2  Interests
Councillor Wren declared a personal interest.
Ashdown agreed to paint the boat.
"""

GOLD: Record = {
    "meeting": {"body": "Tollgate Ferry Committee", "date": "2021-05-04"},
    "people": [
        {"name": "B. Wren", "roles": ["Chair"], "attendance": "present"},
        {"name": "Ashdown", "attendance": "present"},
        {"name": None, "roles": ["Clerk"]},
    ],
    "items": [
        {"number": "1", "title": "Ferry Timetable", "kind": "report"},
        {"number": "2", "title": "Interests", "kind": "declarations"},
    ],
    "decisions": [
        {
            "item": 0,
            "type": "resolution",
            "moved_by": "Ashdown",
            "seconded_by": "Wren",
            "vote": {"yes": 2, "no": 1, "voters": [{"name": "Wren", "option": "no"}]},
            "clauses": [{"text": "That the timetable be approved.", "verb": "approve"}],
        }
    ],
    "motions": [{"item": 0, "type": "amendment", "text": "add a Sunday boat", "moved_by": "Wren"}],
    "actions": [
        {"item": 0, "text": "Clerk to print it by 1 June.", "owners": ["Clerk"], "due": "by 1 June", "explicit": True},
        {"item": 1, "text": "Ashdown agreed to paint the boat.", "owners": ["Ashdown"], "explicit": False},
    ],
    "declarations": [{"item": 1, "name": "Wren", "interest": "personal"}],
    "movements": [{"name": "Ashdown", "type": "left", "time": "19:40"}],
}


def spanned(text: str) -> Record:
    start = TEXT.index(text)
    return {"text": text, "span": {"start": start, "end": start + len(text)}}


@pytest.fixture
def record() -> Record:
    clause = spanned("That the timetable be approved.")
    decision = {
        "type": "resolution",
        "moved_by": "p2",
        "seconded_by": "p1",
        "vote": {
            "counts": {"yes": 2, "no": 1, "abstain": None},
            "votes": [{"person": "p1", "option": "no"}],
            "span": {"start": 0, "end": 5},
        },
        # a lead-in around the only leaf, as nested clauses have it
        "clauses": [{"clauses": [{**clause, "verb": "approve", "clauses": []}]}],
    }
    undertaking = {
        **spanned("Ashdown agreed to paint the boat."),
        "owners": [{"name": "Ashdown", "person": "p2"}],
        "due": None,
        "explicit": False,
    }
    action = {
        **spanned("Clerk to print it by 1 June."),
        "owners": [{"name": "Clerk", "person": "p3"}],
        "due": {"text": "by 1 June", "date": "2021-06-01"},
        "explicit": True,
    }
    return {
        "meeting": {"body": "Tollgate Ferry Committee", "date": "2021-05-04", "next_meeting": None},
        "people": [
            {"id": "p1", "name": "B. Wren", "roles": ["Chair"], "attendance": "present"},
            {
                "id": "p2",
                "name": "Ashdown",
                "attendance": "present",
                "movements": [{"type": "left", "time": "19:40", "span": {"start": 0, "end": 4}}],
            },
            {"id": "p3", "name": None, "roles": ["Clerk"]},
        ],
        "items": [
            {
                "number": "1",
                "title": "Ferry Timetable",
                "kind": "report",
                "decisions": [decision],
                "motions": [{"type": "amendment", **spanned("add a Sunday boat"), "moved_by": "p1"}],
                "actions": [action],
            },
            {
                "number": "2",
                "title": "Interests",
                "kind": "declarations",
                "actions": [undertaking],
                "declarations": [{"person": "p1", "name": "Councillor Wren", "interest": "personal"}],
            },
        ],
    }


AddSample = Callable[..., Document]


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    folder = tmp_path / "samples"
    folder.mkdir()
    return folder


@pytest.fixture
def add_sample(samples: Path) -> AddSample:
    """Write a sample into the folder `samples`: the gold above, with the sections given put in place of its own."""

    def add(name: str = "tollgate", **sections: object) -> Document:
        (samples / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        gold = {**copy.deepcopy(GOLD), **sections}
        (samples / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
        return next(document for document in load_samples(samples) if document.name == name)

    return add
