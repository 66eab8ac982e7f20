"""`extract explain FILE`: each record beside the words it was read from and the rule that found it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_extract.batch import Input, Inputs
from minutes_extract.cli.common import FixOption, PatternsOption, errors_to_exit, stdin_is_terminal

if TYPE_CHECKING:
    from rich.console import Console

    from minutes_extract.cli.listing import Entry
    from minutes_extract.schema import Span

QUOTE = 120  # characters quoted of an item: about one line of a wide terminal
COLOURS = {
    "meeting": "cyan",
    "person": "blue",
    "movement": "blue",
    "item": "bold",
    "decision": "green",
    "clause": "green",
    "motion": "magenta",
    "amendment": "magenta",
    "vote": "magenta",
    "action": "yellow",
    "declaration": "bright_blue",
    "warning": "red",
    "unclaimed": "red",
}


FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="A document (text, web page, PDF, Word), or - for standard input, which is read where nothing is named.",
        show_default=False,
    ),
]
UnclaimedOption = Annotated[
    bool,
    typer.Option(
        "--unclaimed", help="List behind them the sentences with words of decision or duty that no record covers."
    ),
]


def explain_file(
    ctx: typer.Context,
    file: FileArgument = "-",
    unclaimed: UnclaimedOption = False,
    fix_encoding: FixOption = False,
    patterns: PatternsOption = None,
) -> None:
    """Show each record beside its words and its rule.

    In the order of the document; coloured on a terminal, plain when piped.
    """
    if file == "-" and stdin_is_terminal():
        ctx.fail("Name a file to explain, or pipe a text in.")
    with errors_to_exit():
        inputs = Inputs([file])
        if inputs.several:
            ctx.fail(f"{file} is a folder. Name one file.")
        _explain(next(iter(inputs)), unclaimed, fix_encoding, patterns)


def _explain(given: Input, with_unclaimed: bool, fix_encoding: bool, patterns: Path | None) -> None:
    source = given.read(fix_encoding)
    from minutes_extract.cli.listing import entries
    from minutes_extract.pipeline import extract, unclaimed

    minutes = extract(source, patterns=patterns)
    console = _console()
    for entry in entries(minutes):
        _show(console, entry, source.text)
    for warning in minutes.warnings:
        if warning.span is None:
            _line(console, "warning", f" {warning.code}  message: {warning.message}", "")
    if with_unclaimed:
        for span in unclaimed(source.text, minutes, patterns):
            _line(console, "unclaimed", f"  [{span.start}:{span.end}]", "")
            console.print(f'    "{_quoted(source.text, span)}"')


def _console() -> Console:
    from rich.console import Console

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would exit with 1, which means here that an input failed

    return Plain(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)


def _show(console: Console, entry: Entry, text: str) -> None:
    fields = "".join(f"  {name}: {_plain(value)}" for name, value in entry.fields)
    _line(console, entry.kind, f" {entry.label}{fields}  [{entry.span.start}:{entry.span.end}]", entry.rule)
    console.print(f'    "{_quoted(text, entry.span, None if entry.whole else QUOTE)}"')


def _line(console: Console, kind: str, rest: str, rule: str) -> None:
    from rich.text import Text

    line = Text.assemble((kind, COLOURS.get(kind, "")), rest)
    if rule:
        line.append(f"  rule {rule}", style="dim")
    console.print(line)


def _quoted(text: str, span: Span, limit: int | None = None) -> str:
    """The slice folded to one line, cut at `limit` characters."""
    folded = _plain(" ".join(text[span.start : span.end].split()))
    return folded if limit is None or len(folded) <= limit else f"{folded[:limit].rstrip()} ..."


def _plain(text: str) -> str:
    """Without characters that could steer a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
