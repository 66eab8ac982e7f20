"""A SQLite database of the tables: a document is put into it whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from minutes_extract.emit.tables import across
from minutes_extract.emit.tables.ddl import APPLICATION, schema
from minutes_extract.emit.tables.model import LISTS, TABLES, VERSION, Table
from minutes_extract.emit.tables.rows import Data, rows
from minutes_extract.errors import MinutesExtractError

_PATIENCE = 60.0  # seconds to wait for another run that writes to the same database


class StoreError(MinutesExtractError):
    """The file is no database that this version can write to."""


class Store:
    """An open database, made where there is none. `search` False leaves out all that serves only questions.

    Raises StoreError where the file is another's, and sqlite3.Error where the disk does not do as it is told.
    """

    def __init__(self, path: Path, *, search: bool = True) -> None:
        # Transactions are opened and closed here and not by the module: isolation_level None.
        self.connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            self._open(path, search)
        except BaseException:
            self.connection.close()
            raise

    def _open(self, path: Path, search: bool) -> None:
        run = self.connection.execute
        try:
            empty = not run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            raise StoreError(f"{path}: is no SQLite database. Name another file") from None
        if not empty:
            _check(path, run("PRAGMA application_id").fetchone()[0], run("PRAGMA user_version").fetchone()[0])
        # A log beside the file makes small transactions cheap, and others can read while it is written.
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("PRAGMA foreign_keys = ON")
        if empty:
            with self._transaction():
                for statement in schema(search=search):
                    run(statement)

    def stamp(self, name: str) -> tuple[str, str | None] | None:
        """Digest and maker of what is known of a source."""
        found = self.connection.execute("SELECT sha256, extractor FROM sources WHERE name = ?", (name,)).fetchone()
        return found and (found[0], found[1])

    def put(self, record: str, text: str) -> None:
        """Put in one record (as JSON) with the text that its spans count, in place of an older one of that name."""
        found = rows(json.loads(record), text)
        nul = "\\u0000" in record or "\0" in text
        with self._transaction():
            self.connection.execute("DELETE FROM sources WHERE name = ?", (found["sources"][0]["name"],))
            for table in TABLES:
                if table.name in found:
                    self.connection.executemany(
                        _INSERTS[table.name], [_cells(table, row, nul) for row in found[table.name]]
                    )

    def settle(self) -> None:
        """Say what only several meetings show, once all documents are in: council by council, each whole or not at all."""
        for council in across.unsettled(self.connection):
            with self._transaction():
                across.settle(self.connection, council)
        with self._transaction():
            across.tidy(self.connection)

    def close(self) -> None:
        """Leave one file that holds all."""
        with suppress(sqlite3.OperationalError):  # another reads it: then the log is taken up when they have done
            self.connection.execute("PRAGMA analysis_limit = 1000")
            self.connection.execute("PRAGMA optimize")
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            # A row may refer to one behind it: to the person for whom someone came.
            self.connection.execute("PRAGMA defer_foreign_keys = ON")
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise


def _check(path: Path, application: int, version: int) -> None:
    if application != APPLICATION:
        raise StoreError(f"{path}: is a database of another program. Name another file")
    if version != VERSION:
        raise StoreError(f"{path}: its tables are of version {version}, these are {VERSION}. Name another file")


_INSERTS = {table.name: f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})" for table in TABLES}


def _cells(table: Table, row: Data, nul: bool) -> list[Any]:
    cells = [row[column.name] for column in table.columns]
    for place, column in enumerate(table.columns):
        if column.kind in LISTS:
            cells[place] = json.dumps(cells[place], ensure_ascii=False, separators=(",", ":"))
    if nul:  # at which the functions of SQLite take a text to end
        return [cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in cells]
    return cells
