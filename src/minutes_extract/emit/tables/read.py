"""The rows of a database, table by table, for the files that are written from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any

from minutes_extract.emit.tables.model import LISTS, Table


def cells(connection: Connection, table: Table) -> Iterator[list[Any]]:
    """The rows in the order of the meetings' names and, within one, of the record; lists and truths as such.

    The order is that of an index, so that nothing is sorted and memory stays flat.
    """
    names = [column.name for column in table.columns]
    order = "meeting, rowid" if "meeting" in names else table.key
    lists = [place for place, column in enumerate(table.columns) if column.kind in LISTS]
    truths = [place for place, column in enumerate(table.columns) if column.kind == "boolean"]
    for row in connection.execute(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {order}"):
        found = list(row)
        for place in lists:
            found[place] = json.loads(found[place])
        for place in truths:
            found[place] = None if found[place] is None else bool(found[place])
        yield found
