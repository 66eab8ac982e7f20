"""The tables of the model as SQL for SQLite: tables, indexes, full-text search and views."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from minutes_extract.emit.tables.model import TABLES, VERSION, Column, Kind, Table

APPLICATION = int.from_bytes(b"minx")
"""Marks a database as one of ours (`PRAGMA application_id`)."""

_TYPES: dict[Kind, str] = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_KEYS = {table.name: table.key for table in TABLES}


def schema(*, search: bool) -> Iterator[str]:
    """The statements that make an empty database; `search` adds what only those who ask it need."""
    for table in TABLES:
        yield _table(table)
        refers = [column.name for column in table.columns if column.refers and column.name != table.key]
        for name in refers if search else [name for name in refers if name in ("meeting", "person")]:
            yield f"CREATE INDEX {table.name}_{name} ON {table.name}({name})"
        if search and table.search:
            yield from _search(table)
    if search:
        yield _facts()
        yield from filter(None, map(str.strip, _views().split(";")))
    yield f"PRAGMA application_id = {APPLICATION}"
    yield f"PRAGMA user_version = {VERSION}"


def _table(table: Table) -> str:
    """With what each column means as a comment, which `.schema` of the sqlite3 program shows."""
    lines = [f"CREATE TABLE {table.name} ( -- {table.about}"]
    for number, column in enumerate(table.columns, 1):
        comma = "," if number < len(table.columns) else ""
        lines.append(f"  {_column(table, column)}{comma} -- {column.about}")
    return "\n".join([*lines, ")"])


def _column(table: Table, column: Column) -> str:
    words = [column.name, _TYPES.get(column.kind, "TEXT")]
    if column.name == table.key:
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    if column.refers:
        words.append(f"REFERENCES {column.refers}({_KEYS[column.refers]})")
    if column.goes_with:
        words.append("ON DELETE CASCADE")
    return " ".join(words)


def _search(table: Table) -> Iterator[str]:
    """An index of words that reads the words from the table itself, and triggers that keep it in step."""
    name, index = table.name, f"{table.name}_fts"
    columns = ", ".join(table.search)
    new, old = (", ".join(f"{row}.{column}" for column in table.search) for row in ("new", "old"))
    put = f"INSERT INTO {index}(rowid, {columns}) VALUES (new.rowid, {new});"
    drop = f"INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.rowid, {old});"
    # Datasette knows the index of a table by content="..." with these quotes.
    options = f"""content="{name}", tokenize='porter unicode61 remove_diacritics 2'"""
    yield f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, {options})"
    yield f"CREATE TRIGGER {index}_put AFTER INSERT ON {name} BEGIN {put} END"
    yield f"CREATE TRIGGER {index}_drop AFTER DELETE ON {name} BEGIN {drop} END"
    yield f"CREATE TRIGGER {index}_change AFTER UPDATE OF {columns} ON {name} BEGIN {drop} {put} END"


def _facts() -> str:
    """Every row that points to its words, with the words: what one looks at to check a fact."""
    arms = []
    for table in TABLES:
        names = {column.name for column in table.columns}
        if "span_start" in names:
            rule = "rule" if "rule" in names else "NULL AS rule"
            arms.append(f"SELECT '{table.name}' AS kind, id, meeting, {rule}, span_start, span_end FROM {table.name}")
    union = "\n  UNION ALL ".join(arms)
    return f"""CREATE VIEW facts AS
SELECT f.kind, f.id, f.meeting,
       (SELECT nullif(count(*), 0) FROM json_each(s.pages) WHERE value <= f.span_start) AS page,
       f.rule, f.span_start, f.span_end, substr(t.text, f.span_start + 1, f.span_end - f.span_start) AS words
FROM (
  {union}
) AS f
JOIN sources AS s ON s.name = f.meeting
JOIN texts AS t ON t.source = f.meeting"""


def _views() -> str:
    return files(__package__).joinpath("views.sql").read_text(encoding="utf-8")
