"""A record as rows: nothing of it is lost, and each row says where it was read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minutes_extract.emit.tables.across_tables import ACROSS_TABLES
from minutes_extract.emit.tables.model import TABLES
from minutes_extract.emit.tables.rows import rows
from minutes_extract.emit.tables.store import Store
from tests.emit.tables.conftest import Record
from tests.emit.tables.rebuild import rebuilt


@pytest.mark.parametrize(
    ("table", "local", "cells"),
    [
        ("attendance", "p2", {"name": "Ben Marsh", "title": "Cllr", "kind": "councillor", "status": "present"}),
        ("items", "i2", {"number": "42", "title": "Harbour wall", "position": 2, "exempt": False}),
        ("decisions", "d1", {"cue": "RESOLVED", "moved_by": "2022/april.txt#p2", "seconded_by": "2022/april.txt#p3"}),
        ("clauses", "d1.2", {"label": "(ii)", "decision": "2022/april.txt#d1", "parent": None, "position": 2}),
        ("votes", "d1.vote", {"decision": "2022/april.txt#d1", "motion": None, "yes": 2, "no": 1, "abstain": None}),
        ("actions", "a1", {"due_text": "by 1 June 2022", "due_date": "2022-06-01", "explicit": False}),
        ("owners", "a1.1", {"name": "Clerk", "action": "2022/april.txt#a1"}),
        ("declarations", "n1", {"attendee": "2022/april.txt#p2", "interest": "personal", "withdrew": False}),
        ("evidence", "meeting.date", {"field": "date"}),
    ],
)  # fmt: skip
def test_a_row(april: Record, table: str, local: str, cells: dict[str, Any]) -> None:
    record, text = april
    (row,) = [row for row in rows(json.loads(record), text)[table] if row["id"] == f"2022/april.txt#{local}"]
    assert {name: row[name] for name in cells} == cells
    assert row["meeting"] == "2022/april.txt"
    assert text[row["span_start"] : row["span_end"]].strip()


def test_rows_have_the_columns_of_the_model(samples: list[Record]) -> None:
    columns = {table.name: {column.name for column in table.columns} for table in TABLES}
    met = set()
    for record, text in samples:
        for name, found in rows(json.loads(record), text).items():
            met.add(name)
            assert all(set(row) == columns[name] for row in found), name
    assert met == set(columns) - {"people"} - {table.name for table in ACROSS_TABLES}, "made at the end of a run"


def test_nothing_of_a_record_is_lost(store: Store, samples: list[Record]) -> None:
    for record, text in samples:
        store.put(record, text)
    for record, _ in samples:
        expected = json.loads(record)
        assert rebuilt(store.connection, expected["source"]["name"]) == expected


def test_rows_without_a_span_are_known() -> None:
    """A table whose rows cannot be checked against the text has a reason for it."""
    without = {table.name for table in TABLES if "span_start" not in {column.name for column in table.columns}}
    assert without == {
        "sources", "texts", "people", "ambiguous_people",
        "meetings",  # their fields stand in `evidence`
    }  # fmt: skip
