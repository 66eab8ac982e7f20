"""`extract schema`: the JSON Schema of the record, or what Datasette is told of its tables."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from minutes_extract.cli.common import errors_to_exit

DatasetteOption = Annotated[
    str | None,
    typer.Option(
        "--datasette",
        metavar="NAME",
        help="Print instead what Datasette shows beside the tables of NAME.db: what they mean, and ready questions.",
    ),
]


def print_schema(datasette: DatasetteOption = None) -> None:
    """Print the JSON Schema of the record."""
    with errors_to_exit():
        typer.echo(json.dumps(_described(datasette), indent=2, ensure_ascii=False))


def _described(datasette: str | None) -> object:
    if datasette is not None:
        from minutes_extract.emit.tables.datasette import metadata

        return metadata(datasette)
    from minutes_extract.schema import json_schema

    return json_schema()
