"""The tables as Parquet: dates are dates, lists are lists, and what a column means is in its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from sqlite3 import Connection
from typing import IO, Any

from minutes_extract.emit.tables.columns import Table
from minutes_extract.emit.tables.read import cells
from minutes_extract.source.extras import needs

SUFFIX = ".parquet"

_ROWS = 10_000  # of a row group, and so in memory at a time
_CHARACTERS = 8_000_000  # of a row group: the texts are long


def check() -> None:
    """Raises InputError where the library is missing, before anything is read."""
    with needs("parquet", "--format parquet", "writing Parquet"):
        import pyarrow.parquet  # noqa: F401


def write(connection: Connection, table: Table, file: IO[bytes]) -> None:
    """Write one table."""
    import pyarrow
    import pyarrow.parquet

    schema = _schema(table)
    dates = [place for place, column in enumerate(table.columns) if column.kind == "date"]
    spans = [place for place, column in enumerate(table.columns) if column.kind == "spans"]
    with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _groups(cells(connection, table)):
            for row in rows:
                for place in dates:
                    row[place] = row[place] and date.fromisoformat(row[place])
                for place in spans:
                    row[place] = [{"start": start, "end": end} for start, end in row[place]]
            columns = [
                pyarrow.array(column, field.type) for column, field in zip(zip(*rows, strict=True), schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _groups(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    group: list[list[Any]] = []
    characters = 0
    for row in rows:
        group.append(row)
        characters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(group) >= _ROWS or characters >= _CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _schema(table: Table) -> Any:
    import pyarrow

    whole = pyarrow.int64()
    types = {
        "text": pyarrow.string(),
        "date": pyarrow.date32(),
        "integer": whole,
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "texts": pyarrow.list_(pyarrow.string()),
        "integers": pyarrow.list_(whole),
        "spans": pyarrow.list_(pyarrow.struct([("start", whole), ("end", whole)])),
    }
    fields = [
        pyarrow.field(column.name, types[column.kind], not column.required, {"description": column.about})
        for column in table.columns
    ]
    return pyarrow.schema(fields, {"description": table.about})
