"""The views answer the usual questions: what they say of two small meetings."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minutes_extract.emit.tables.store import Store
from tests.emit.tables.conftest import Record

BY = {"yes": 2, "no": 1, "abstain": None}


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            """SELECT name, present, in_attendance, apologies, absent, meetings, first_date, last_date
            FROM attendance_by_person WHERE name IS NOT NULL""",
            [
                ("Ada Quill", 2, 0, 0, 0, 2, "2022-04-05", "2022-05-03"),
                ("Ben Marsh", 2, 0, 0, 0, 2, "2022-04-05", "2022-05-03"),
                ("Ivy Penn", 2, 0, 0, 0, 2, "2022-04-05", "2022-05-03"),
                ("Tom Oduya", 0, 0, 2, 0, 2, "2022-04-05", "2022-05-03"),
            ],
        ),
        (
            "SELECT owner, date, due_date, item_title, id FROM open_actions",
            [
                ("Clerk", "2022-04-05", "2022-06-01", "Harbour wall", "2022/april.txt#a1"),
                ("Clerk", "2022-05-03", "2022-06-01", "Harbour wall", "2022/may.txt#a1"),
            ],
        ),
        (
            "SELECT name, date, interest, nature, withdrew FROM declarations_by_person",
            [
                ("Ben Marsh", "2022-04-05", "personal", "as a berth holder", 0),
                ("Ben Marsh", "2022-05-03", "personal", "as a berth holder", 0),
            ],
        ),
        (
            "SELECT verb, clauses, decisions, meetings, first_date, last_date FROM decisions_by_verb",
            [("repair", 2, 2, 2, "2022-04-05", "2022-05-03"), ("send", 2, 2, 2, "2022-04-05", "2022-05-03")],
        ),
        (
            "SELECT date, item_number, item_title, moved_by, seconded_by, yes, no FROM decision_list",
            [
                ("2022-04-05", "42", "Harbour wall", "Ben Marsh", "Ivy Penn", 2, 1),
                ("2022-05-03", "42", "Harbour wall", "Ben Marsh", "Ivy Penn", 2, 1),
            ],
        ),
        (
            "SELECT date, item_title, yes, no, abstain, named_yes, id FROM divisions",
            [
                ("2022-04-05", "Harbour wall", 2, 1, None, 0, "2022/april.txt#d1.vote"),
                ("2022-05-03", "Harbour wall", 2, 1, None, 0, "2022/may.txt#d1.vote"),
            ],
        ),
        ("SELECT words FROM mentions WHERE meeting = '2022/april.txt' AND name = 'Tom Oduya'", [("Cllr Tom Oduya",)]),
    ],
)  # fmt: skip
def test_a_view(filled: Store, sql: str, expected: list[tuple[Any, ...]]) -> None:
    assert sorted(filled.connection.execute(sql), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        (None, True),
        ("Ongoing", True),
        ("Incomplete", True),
        ("Not done", True),
        ("Not yet complete", True),
        ("In hand", True),
        ("Completed", False),
        ("COMPLETE", False),
        ("Complete - 3 May", False),
        ("Done", False),
        ("Closed", False),
    ],
)
def test_what_is_still_to_do(store: Store, april: Record, status: str | None, is_open: bool) -> None:
    record = json.loads(april[0])
    record["items"][1]["actions"][0]["status"] = status
    store.put(json.dumps(record), april[1])
    assert store.connection.execute("SELECT count(*) FROM open_actions").fetchone() == (int(is_open),)


def test_a_vote_by_name(store: Store, april: Record) -> None:
    record = json.loads(april[0])
    vote = record["items"][1]["decisions"][0]["vote"]
    vote["votes"] = [
        {"person": "p2", "name": "Marsh", "option": "yes"},
        {"person": "p3", "name": "Penn", "option": "yes"},
        {"person": None, "name": "Someone", "option": "no"},
    ]
    vote["result"] = "pass"
    store.put(json.dumps(record), april[1])
    store.settle()
    asked = store.connection.execute("SELECT name, option, result, id FROM votes_by_person").fetchall()
    assert asked == [
        ("Ben Marsh", "yes", "pass", "2022/april.txt#d1.vote.1"),
        ("Ivy Penn", "yes", "pass", "2022/april.txt#d1.vote.2"),
        ("Someone", "no", "pass", "2022/april.txt#d1.vote.3"),
    ]
    assert store.connection.execute("SELECT named_yes, named_no FROM divisions").fetchall() == [(2, 1)]


def test_a_vote_without_an_opponent_is_no_division(store: Store, april: Record) -> None:
    record = json.loads(april[0])
    record["items"][1]["decisions"][0]["vote"] |= {"counts": BY | {"no": None}, "method": "unanimous"}
    store.put(json.dumps(record), april[1])
    assert store.connection.execute("SELECT count(*) FROM divisions").fetchone() == (0,)


def test_every_view_can_be_asked(filled: Store) -> None:
    views = [name for (name,) in filled.connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) > 8
    for view in views:
        filled.connection.execute(f"SELECT * FROM {view}").fetchall()
