"""`extract schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

import typer

from minutes_extract.cli.common import errors_to_exit


def print_schema() -> None:
    """Print the JSON Schema of the record."""
    from minutes_extract.schema import json_schema

    with errors_to_exit():
        typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
