"""The tables as CSV (RFC 4180, UTF-8, a header row) with the metadata of CSV on the Web.

https://www.w3.org/TR/tabular-metadata/ gives the names used here. A null is an empty cell (no string of a record is
empty), a truth is `true` or `false`, a list is JSON.
"""

from __future__ import annotations

import csv
import io
import json
from sqlite3 import Connection
from typing import IO, Any

from minutes_extract.emit.tables.columns import Column, Kind, Table
from minutes_extract.emit.tables.model import TABLES
from minutes_extract.emit.tables.read import cells

SUFFIX = ".csv"
METADATA = "csv-metadata.json"
"""The name under which CSVW looks for metadata beside a CSV file."""

_TYPES: dict[Kind, str] = {"text": "string", "texts": "json", "integers": "json", "spans": "json"}


def write(connection: Connection, table: Table, file: IO[bytes]) -> None:
    """Write one table."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    for row in cells(connection, table):
        writer.writerow(map(_printed, row))
    text.detach()


def metadata() -> str:
    """What `csv-metadata.json` says of all tables: types, keys, and what each column means."""
    group = {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "tables": [_table(t) for t in TABLES]}
    return f"{json.dumps(group, indent=2)}\n"


def _printed(cell: object) -> object:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
    return cell


def _table(table: Table) -> dict[str, Any]:
    keys = {other.name: other.key for other in TABLES}
    foreign = [
        {
            "columnReference": column.name,
            "reference": {"resource": f"{column.refers}{SUFFIX}", "columnReference": keys[column.refers]},
        }
        for column in table.columns
        if column.refers and column.required  # a strict validator takes a null for a key that is not there
    ]
    schema = {"columns": [_column(column) for column in table.columns], "primaryKey": table.key}
    return {
        "url": f"{table.name}{SUFFIX}",
        "dc:title": table.name,
        "dc:description": table.about,
        "tableSchema": schema | ({"foreignKeys": foreign} if foreign else {}),
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": _TYPES.get(column.kind, column.kind),
        "required": column.required,
        **({"dc:references": {"@id": f"{column.refers}{SUFFIX}"}} if column.refers else {}),
    }
