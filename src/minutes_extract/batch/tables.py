"""Where tables go: a SQLite database, or a folder of CSV or Parquet files that are written from one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from minutes_extract.batch.files import OutputError, beside, replace, write_whole, writing
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.stamps import Stamp
from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.tables import csvw, parquet
from minutes_extract.emit.tables.columns import Table
from minutes_extract.emit.tables.model import TABLES
from minutes_extract.emit.tables.store import Store
from minutes_extract.errors import MinutesExtractError

_STORE = ".tables.db"
"""In a folder of tables, the database that they are written from: what a later run goes on with."""

_Write = Callable[[sqlite3.Connection, Table, IO[bytes]], None]


class DatabaseError(OutputError):
    """SQLite could not do as it was told. A row that it refuses is the fault of one document, all else of the disk."""

    def __init__(self, shown: str, error: sqlite3.Error) -> None:
        self.everywhere = isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError
        MinutesExtractError.__init__(self, f"{shown}: cannot be written ({error}). Check the path and the free space")


class SameKeyError(OutputError):
    """Two inputs of one run have one name: the rows of the second would take the place of those of the first."""

    def __init__(self, given: Input) -> None:
        self.everywhere = False
        advice = "Name the folder above, so that the path tells them apart"
        MinutesExtractError.__init__(self, f"{given.shown}: another input of this run is called {given.name}. {advice}")


class DatabaseSink:
    """All records in one database, which is made when the first of them comes."""

    indent: int | None = None
    with_text = True

    def __init__(self, path: Path, *, search: bool = True) -> None:
        self._path = path
        self._search = search
        self._met: set[int] = set()  # the names of this run, as numbers: there may be a million
        self._store: Store | None = None
        if path.is_file() and path.stat().st_size:
            self._open()

    def finished(self, given: Input) -> Stamp | None:
        if self._store is None:
            return None
        with _database(self._path):
            found = self._store.stamp(_name(given))
        return found and Stamp(given.name, *found)

    def keep(self, given: Input) -> None:
        self._meet(given)

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        self._meet(given)
        store = self._store or self._open()
        with _database(self._path):
            store.put(record, text or "")

    def close(self, *, complete: bool) -> None:
        if self._store is None:
            return
        with _database(self._path):
            try:
                self._store.settle()
                if complete:
                    self._export(self._store.connection)
            finally:
                self._store.close()

    def _export(self, connection: sqlite3.Connection) -> None:
        """The database is all there is to write."""

    def _open(self) -> Store:
        with _database(self._path), writing(str(self._path)):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._store = Store(self._path, search=self._search)
        return self._store

    def _meet(self, given: Input) -> None:
        name = hash(_name(given))
        if name in self._met:
            raise SameKeyError(given)
        self._met.add(name)


class FilesSink(DatabaseSink):
    """A file for each table, written when every input has had its turn."""

    def __init__(self, folder: Path, form: FormatName) -> None:
        if form is FormatName.PARQUET:
            parquet.check()
        self._folder = folder
        self._form = form
        super().__init__(folder / _STORE, search=False)

    def _export(self, connection: sqlite3.Connection) -> None:
        module = parquet if self._form is FormatName.PARQUET else csvw
        for table in TABLES:
            self._table(connection, table, module.write, module.SUFFIX)
        if self._form is FormatName.CSV:
            write_whole(self._folder / csvw.METADATA, csvw.metadata())

    def _table(self, connection: sqlite3.Connection, table: Table, write: _Write, suffix: str) -> None:
        target = Path(os.path.realpath(self._folder / f"{table.name}{suffix}"))
        with writing(str(target)), beside(target) as (temporary, file):
            write(connection, table, file)
            file.close()
            replace(temporary, target)


def _name(given: Input) -> str:
    """As the record has it: half a surrogate, from a file name that is not UTF-8, cannot be written."""
    return given.name.encode("utf-8", errors="replace").decode("utf-8")


@contextmanager
def _database(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise DatabaseError(str(path), error) from None
