"""The way back, from the tables to the record: what cannot be put together again was lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from minutes_extract.emit.tables.model import LISTS, TABLES

Data = dict[str, Any]
Rows = dict[str, list[Data]]


def rebuilt(connection: sqlite3.Connection, meeting: str) -> Data:
    """The record of a meeting, from its rows alone."""
    found = _rows(connection, meeting)
    (source,), (about,) = found["sources"], found["meetings"]
    evidence = found["evidence"]
    return {
        "schema_version": source["schema_version"],
        "source": _some(source, "name", "media_type", "sha256", "extractor", "characters", "layout", "pages"),
        "meeting": {
            **_some(about, "organization", "body", "date", "start_time", "end_time", "location", "format"),
            "contact": _part(about, "contact", "name", "role", "email", "phone"),
            "next_meeting": _part(about, "next", "date", "time", "location"),
            "evidence": {row["field"]: _span(row) for row in evidence},
            "rules": {row["field"]: row["rule"] for row in evidence if row["rule"]},
        },
        "people": [_person(row, found) for row in found["attendance"]],
        "header": _span(about, "header"),
        "closing": _span(about, "closing"),
        "items": [_item(row, found) for row in found["items"]],
        "warnings": [{**_some(row, "code", "message"), "span": _span(row)} for row in found["warnings"]],
    }


def _rows(connection: sqlite3.Connection, meeting: str) -> Rows:
    """The rows of a meeting by table, in their order, with lists and truths as such."""
    rows: Rows = {}
    for table in TABLES:
        names = [column.name for column in table.columns]
        of = "meeting" if "meeting" in names else table.key
        cursor = connection.execute(f"SELECT * FROM {table.name} WHERE {of} = ? ORDER BY rowid", (meeting,))
        rows[table.name] = [dict(zip(names, row, strict=True)) for row in cursor]
        for row in rows[table.name]:
            for column in table.columns:
                if column.kind in LISTS:
                    row[column.name] = json.loads(row[column.name])
                if column.kind == "boolean" and row[column.name] is not None:
                    row[column.name] = bool(row[column.name])
    return rows


def _some(row: Data, *names: str) -> Data:
    return {name: row[name] for name in names}


def _part(row: Data, prefix: str, *names: str) -> Data | None:
    part = {name: row[f"{prefix}_{name}"] for name in names}
    return part if any(value is not None for value in part.values()) else None


def _span(row: Data, name: str = "span") -> Data | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return None if start is None else {"start": start, "end": end}


def _place(row: Data) -> Data:
    return {"span": _span(row), "rule": row["rule"]}


def _local(key: str | None) -> str | None:
    return None if key is None else key.partition("#")[2]


def _of(rows: list[Data], column: str, key: str, make: Callable[[Data], Data]) -> list[Data]:
    return [make(row) for row in rows if row[column] == key]


def _person(row: Data, found: Rows) -> Data:
    def moved(m: Data) -> Data:
        return {**_some(m, "type", "time"), "item": _local(m["item"]), **_place(m)}

    return {
        "id": _local(row["id"]),
        **_some(row, "name", "title", "roles", "kind", "party", "represents"),
        "attendance": row["status"],
        "substitute_for": _local(row["substitute_for"]),
        "movements": _of(found["movements"], "attendee", row["id"], moved),
        "mentions": [{"start": start, "end": end} for start, end in row["mentions"]],
        **_place(row),
    }


def _item(row: Data, found: Rows) -> Data:
    def paragraph(p: Data) -> Data:
        return {"text": p["text"], "span": _span(p), "speaker": _local(p["speaker"])}

    def attachment(a: Data) -> Data:
        return _some(a, "label", "format", "size_kb")

    key = row["id"]
    return {
        "id": _local(key),
        **_some(row, "number", "title", "kind", "agenda_text", "exempt", "exemption", "truncated"),
        "parent": _local(row["parent"]),
        "references": row["reference_numbers"],
        "attachments": _of(found["attachments"], "item", key, attachment),
        "paragraphs": _of(found["paragraphs"], "item", key, paragraph),
        "decisions": _of(found["decisions"], "item", key, lambda d: _decision(d, found)),
        "motions": _of(found["motions"], "item", key, lambda m: _motion(m, found)),
        "actions": _of(found["actions"], "item", key, lambda a: _action(a, found)),
        "declarations": _of(found["declarations"], "item", key, _declaration),
        **_place(row),
    }


def _decision(row: Data, found: Rows) -> Data:
    return {
        **_some(row, "type", "cue", "lead_in", "text", "reasons"),
        **_moved(row, found, "decision"),
        "clauses": _clauses(row["id"], None, found),
    }


def _motion(row: Data, found: Rows) -> Data:
    return {**_some(row, "type", "text", "result"), **_moved(row, found, "motion")}


def _moved(row: Data, found: Rows, column: str) -> Data:
    votes = _of(found["votes"], column, row["id"], lambda v: _vote(v, found))
    people = {name: _local(row[name]) for name in ("moved_by", "seconded_by")}
    return {"id": _local(row["id"]), **people, "vote": votes[0] if votes else None, **_place(row)}


def _clauses(decision: str, parent: str | None, found: Rows) -> list[Data]:
    return [
        {**_some(row, "label", "text", "verb"), "clauses": _clauses(decision, row["id"], found), **_place(row)}
        for row in found["clauses"]
        if row["decision"] == decision and row["parent"] == parent
    ]


def _vote(row: Data, found: Rows) -> Data:
    def ballot(b: Data) -> Data:
        return {"person": _local(b["attendee"]), **_some(b, "name", "option")}

    votes = _of(found["voters"], "vote", row["id"], ballot)
    return {
        "counts": _some(row, "yes", "no", "abstain"),
        **_some(row, "method", "result"),
        "votes": votes,
        **_place(row),
    }


def _action(row: Data, found: Rows) -> Data:
    def owner(o: Data) -> Data:
        return {"name": o["name"], "person": _local(o["attendee"])}

    due = {"text": row["due_text"], "date": row["due_date"], "span": _span(row, "due")}
    return {
        "id": _local(row["id"]),
        **_some(row, "text", "explicit", "status"),
        "owners": _of(found["owners"], "action", row["id"], owner),
        "due": due if row["due_text"] else None,
        **_place(row),
    }


def _declaration(row: Data) -> Data:
    return {
        "id": _local(row["id"]),
        "person": _local(row["attendee"]),
        **_some(row, "name", "interest", "text", "nature", "withdrew"),
        "items": row["item_numbers"],
        **_place(row),
    }
