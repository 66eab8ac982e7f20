"""`extract patterns list` and `extract patterns check`."""

from __future__ import annotations

import typer

from minutes_extract.cli.common import FAILED, PatternsOption, complain, errors_to_exit

patterns_app = typer.Typer(
    help="List or check the wording that the program knows.", rich_markup_mode=None, no_args_is_help=True
)


@patterns_app.command("list")
def list_patterns(patterns: PatternsOption = None) -> None:
    """List every rule: its id, its stage, and why it is there; then the steps of the program that need no rule."""
    from minutes_extract.rules import load

    with errors_to_exit():
        loaded = load(patterns)
        rows = [(rule.id, rule.stage, " ".join(rule.entry.why.split())) for rule in loaded.rules]
        rows += [(name, "(step)", why) for name, why in loaded.tables["step"].items()]
        wide, stage = (max(len(row[column]) for row in rows) for column in (0, 1))
        for row in rows:
            typer.echo(f"{row[0]:{wide}}  {row[1]:{stage}}  {row[2]}")


@patterns_app.command("check")
def check_patterns(patterns: PatternsOption = None) -> None:
    """Check every rule against its examples.

    Each rule must give exactly its examples and leave its counter-examples alone, by itself and among the others.
    """
    from minutes_extract.check import check
    from minutes_extract.rules import load

    with errors_to_exit():
        problems = check(patterns)
        for problem in problems:
            typer.echo(problem)
        if not problems:
            typer.echo(f"{len(load(patterns).rules)} rules, every example holds")
    if problems:
        complain(f"{len(problems)} of the examples in the patterns do not hold. Mend the rule or its example")
        raise typer.Exit(FAILED)
