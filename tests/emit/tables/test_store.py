"""The database: documents come and change whole, nothing doubles, and what is another's is left alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutes_extract.emit.tables import store as module
from minutes_extract.emit.tables.across_tables import ACROSS_TABLES
from minutes_extract.emit.tables.ddl import APPLICATION
from minutes_extract.emit.tables.model import TABLES, VERSION
from minutes_extract.emit.tables.store import Store, StoreError
from minutes_extract.spans import fold
from tests.emit.tables.conftest import MEETING, Record, read


def all_rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {table.name: ask(store, f"SELECT * FROM {table.name} ORDER BY 1") for table in TABLES}


def ask(store: Store, sql: str, *cells: object) -> list[tuple[Any, ...]]:
    return store.connection.execute(sql, cells).fetchall()


def sound(store: Store) -> None:
    """Keys lead somewhere, and the indexes of words hold the words of the tables."""
    assert ask(store, "PRAGMA foreign_key_check") == []
    assert ask(store, "PRAGMA integrity_check") == [("ok",)]
    for table in TABLES:
        if table.search:
            index = f"{table.name}_fts"
            store.connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")


def test_the_same_again_adds_nothing(filled: Store, april: Record, may: Record) -> None:
    before = all_rows(filled)
    filled.put(*may)
    filled.put(*april)
    filled.settle()
    assert all_rows(filled) == before
    sound(filled)


def test_a_changed_document_takes_the_place_of_the_old(filled: Store, april: Record) -> None:
    others = ask(filled, "SELECT id FROM attendance WHERE meeting <> '2022/april.txt'")
    changed = MEETING.format(day="5 April").replace(", Cllr Ben Marsh", "").replace("Cllr Marsh", "Cllr Penn")
    filled.put(*read(changed, "2022/april.txt"))
    filled.settle()
    here = "SELECT p.name FROM people AS p JOIN attendance AS a ON a.person = p.id WHERE a.meeting = '2022/april.txt'"
    assert "Ben Marsh" not in {name for (name,) in ask(filled, here)}
    assert ask(filled, "SELECT id FROM attendance WHERE meeting <> '2022/april.txt'") == others
    assert ask(filled, "SELECT count(*) FROM people WHERE id NOT IN (SELECT person FROM attendance)") == [(0,)]
    assert ask(filled, "SELECT count(*) FROM meetings") == [(2,)]
    sound(filled)


def test_a_source_that_is_deleted_takes_all_with_it(filled: Store) -> None:
    filled.connection.execute("DELETE FROM sources WHERE name = '2022/may.txt'")
    filled.settle()
    for table in TABLES:
        assert ask(filled, f"SELECT * FROM {table.name} WHERE {table.key} LIKE '2022/may.txt%'") == []
    sound(filled)


@pytest.mark.parametrize("at", ["sources", "items", "clauses", "warnings"])
def test_a_document_that_fails_half_way_leaves_nothing(
    filled: Store, april: Record, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    before = all_rows(filled)
    changed = april[0].replace("wall", "quay"), april[1].replace("wall", "quay")
    monkeypatch.setitem(module._INSERTS, at, module._INSERTS[at].replace(at, "no_such_table"))
    if at == "warnings":  # which this record has none of
        record = json.loads(changed[0])
        record["warnings"] = [{"code": "decoding", "message": "as ever", "span": None}]
        changed = json.dumps(record), changed[1]
    with pytest.raises(sqlite3.Error):
        filled.put(*changed)
    assert all_rows(filled) == before
    sound(filled)


def test_a_row_that_refers_to_nobody_is_refused(filled: Store, april: Record) -> None:
    record = json.loads(april[0])
    record["items"][1]["decisions"][0]["moved_by"] = "p77"
    before = all_rows(filled)
    with pytest.raises(sqlite3.IntegrityError):
        filled.put(json.dumps(record), april[1])
    assert all_rows(filled) == before


def test_every_fact_shows_its_words(store: Store, samples: list[Record]) -> None:
    for record in samples:
        store.put(*record)
    sound(store)
    checked = 0
    for table in TABLES:
        names = {column.name for column in table.columns}
        if {"text", "span_start"} <= names:
            for text, words in ask(
                store, f"SELECT text, words FROM {table.name} JOIN facts USING (id) WHERE kind = ?", table.name
            ):
                assert fold(words) == text
                checked += 1
    assert checked > 500
    placed = [
        table.name
        for table in TABLES
        if "span_start" in {column.name for column in table.columns} and table not in ACROSS_TABLES
    ]
    assert [kind for (kind,) in ask(store, "SELECT DISTINCT kind FROM facts")] == placed


def test_one_fact_is_found_without_reading_all(store: Store) -> None:
    plan = ask(store, "EXPLAIN QUERY PLAN SELECT * FROM facts WHERE id = 'a#d1'")
    assert [
        step[3]
        for step in plan
        if step[3].startswith("SCAN") and step[3] not in ("SCAN f", "SCAN json_each VIRTUAL TABLE INDEX 1:")
    ] == []


def test_the_page_of_a_fact(store: Store, april: Record) -> None:
    record = json.loads(april[0])
    record["source"]["pages"] = [0, april[1].index("42. Harbour")]
    store.put(json.dumps(record), april[1])
    assert ask(store, "SELECT page FROM facts WHERE kind = 'items' ORDER BY id") == [(1,), (2,)]


def test_a_person_is_found_by_what_is_printed(filled: Store) -> None:
    found = ask(
        filled,
        "SELECT id FROM decisions_fts JOIN decisions d ON d.rowid = decisions_fts.rowid WHERE decisions_fts MATCH 'repairing'",
    )
    assert found == [("2022/april.txt#d1",), ("2022/may.txt#d1",)]  # by the stem of the word
    filled.connection.execute("VACUUM")
    sound(filled)


def test_a_nul_ends_no_text(store: Store, april: Record) -> None:
    """SQLite takes a text to end at a NUL, and a fact behind it would have no words."""
    store.put(*read(april[1].replace("Net Loft", "Net\0Loft"), "nul.txt"))
    assert ask(store, "SELECT words FROM facts WHERE id = 'nul.txt#i2'")[0][0].startswith("42. Harbour wall")
    assert ask(store, "SELECT count(*) FROM facts WHERE words LIKE '%Net\ufffdLoft%'") != [(0,)]


def test_one_file_is_left(tmp_path: Path, april: Record) -> None:
    for _ in range(2):
        made = Store(tmp_path / "one.db")
        made.put(*april)
        made.settle()
        made.close()
        assert [path.name for path in tmp_path.iterdir()] == ["one.db"]


# What is not ours ---------------------------------------------------------------------------------------------------


def not_sqlite(path: Path) -> None:
    path.write_text("Minutes of a meeting, which somebody called minutes.db\n" * 100, encoding="utf-8")


def of_another(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bees (id)")


def of_another_version(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (not_sqlite, "is no SQLite database"),
        (of_another, "is a database of another program"),
        (of_another_version, f"its tables are of version {VERSION + 1}, these are {VERSION}"),
    ],
)
def test_what_another_has_made_is_not_touched(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    path = tmp_path / "theirs.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=f"theirs.db: {words}.*Name another file"):
        Store(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    made = Store(tmp_path / "new.db")
    assert ask(made, "PRAGMA application_id") == [(APPLICATION,)]
    made.close()
