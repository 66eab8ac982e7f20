"""What the commands share: options, messages on stderr, exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from minutes_extract.errors import MinutesExtractError

OK, FAILED = 0, 1  # 2, wrong usage, is given by Typer
INTERRUPTED = 130  # what a shell reports of a program that Ctrl-C ended
BROKEN_PIPE = 141  # what a shell reports of a program whose reader has gone

PatternsOption = Annotated[
    Path | None,
    typer.Option(
        "--patterns",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="Folder of pattern files to lay over the built-in ones.",
    ),
]

FixOption = Annotated[
    bool,
    typer.Option("--fix-encoding", help="Mend letters that were decoded wrongly before (CafÃ© for Café); needs ftfy."),
]


def complain(message: object) -> None:
    """One line on stderr, marked with the name of the program."""
    typer.echo(f"extract: {' '.join(str(message).split())}", err=True)


@contextmanager
def errors_to_exit() -> Iterator[None]:
    """An error of the family ends the command with one line; a reader that has gone ends it without a word."""
    try:
        yield
    except MinutesExtractError as error:
        complain(error)
        raise typer.Exit(FAILED) from None
    except BrokenPipeError:
        # What is still buffered would be flushed, and fail again, when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def stdin_is_terminal() -> bool:
    return sys.stdin is None or sys.stdin.isatty()
