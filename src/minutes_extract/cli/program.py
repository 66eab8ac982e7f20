"""The program: its commands, and how it starts."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from typing import Annotated

import typer

from minutes_extract.cli.explain import explain_file
from minutes_extract.cli.extract import extract_files
from minutes_extract.cli.group import DefaultCommand, DefaultGroup, PlainCommand
from minutes_extract.cli.patterns import patterns_app
from minutes_extract.cli.review import review_files
from minutes_extract.cli.schema import print_schema

# Without rich mark-up, help and errors are plain lines, the same on a terminal and in a log.
app = typer.Typer(
    cls=DefaultGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from minutes_extract import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn the minutes of a meeting into a JSON record in which every fact points to its words in the text."""


app.command("extract", cls=DefaultCommand, hidden=True, context_settings={"help_option_names": ["-h", "--help"]})(
    extract_files
)
app.command("explain", cls=PlainCommand)(explain_file)
app.command("review", cls=PlainCommand)(review_files)
app.command("schema", cls=PlainCommand)(print_schema)
app.add_typer(patterns_app, name="patterns")


def main() -> None:
    """Run the program on sys.argv and exit: 0 all read, 1 some input failed, 2 wrong usage."""
    # What loads stays, and a record leaves little behind: looking for garbage as often as Python does by itself finds none.
    gc.set_threshold(500_000)
    atexit.register(gc.freeze)  # and on the way out it would look through all of spaCy: an eighth of a start
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # records are UTF-8 whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
