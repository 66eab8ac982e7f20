"""`extract FILE...`: the record of each input as JSON."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Annotated

import typer

from minutes_extract.cli.common import FAILED, PatternsOption, complain, errors_to_exit, stdin_is_terminal
from minutes_extract.cli.inputs import Input, expand
from minutes_extract.cli.output import Sink, open_sink
from minutes_extract.errors import InputError, MinutesExtractError

FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Text files, folders of them, or - for standard input, which is read where nothing is named.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="Write here instead of to standard output: a file; for several inputs a folder (end it with a slash) "
        "or a .jsonl file.",
    ),
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show where in the program an internal error arose.")]


def extract_files(
    ctx: typer.Context,
    files: FilesArgument = None,
    output: OutputOption = None,
    patterns: PatternsOption = None,
    debug: DebugOption = False,
) -> None:
    """Turn minutes into records: one input gives a JSON object, several or a folder give JSON Lines."""
    if not files and stdin_is_terminal():
        ctx.fail("Name a file or a folder to read, or pipe a text in.")
    inputs, several = expand(files or ["-"])
    sink = open_sink(output, inputs, several)
    failed = 0
    with errors_to_exit():
        for given in inputs:
            failed += not _one(given, sink, patterns, debug)
        sink.close()
    if failed:
        raise typer.Exit(FAILED)


def _one(given: Input, sink: Sink, patterns: Path | None, debug: bool) -> bool:
    """Read one input into the sink; False, with one line on stderr, where that fails.

    Errors that would meet every input (broken patterns, a full disk) are raised.
    """
    try:
        record = _record(given, sink.indent, patterns)
    except InputError as error:
        complain(error)
        return False
    except MinutesExtractError:
        raise
    except Exception as error:  # a fault of ours in one document must not cost the others
        if debug:
            typer.echo(traceback.format_exc(), err=True, nl=False)
        complain(f"{given.shown}: internal error ({type(error).__name__}: {error}). Please report it with the file")
        return False
    sink.put(given, record)
    return True


def _record(given: Input, indent: int | None, patterns: Path | None) -> str:
    source = given.read()
    # Imported late, after the input is known to be text: the pipeline loads spaCy.
    from minutes_extract.emit.json import to_json
    from minutes_extract.pipeline import extract

    return to_json(extract(source, patterns=patterns), indent)
