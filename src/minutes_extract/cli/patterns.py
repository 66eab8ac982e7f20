"""`extract patterns list` and `extract patterns check`."""

from __future__ import annotations

import typer

from minutes_extract.cli.common import FAILED, PatternsOption, complain, errors_to_exit

patterns_app = typer.Typer(
    help="List or check the wording that the program knows.", rich_markup_mode=None, no_args_is_help=True
)


@patterns_app.command("list")
def list_patterns(patterns: PatternsOption = None) -> None:
    """List every rule: its id, its stage, and why it is there."""
    from minutes_extract.rules import load

    with errors_to_exit():
        rules = load(patterns).rules
        wide = max((len(rule.id) for rule in rules), default=0)
        stage = max((len(rule.stage) for rule in rules), default=0)
        for rule in rules:
            typer.echo(f"{rule.id:{wide}}  {rule.stage:{stage}}  {' '.join(rule.entry.why.split())}")


@patterns_app.command("check")
def check_patterns(patterns: PatternsOption = None) -> None:
    """Check every rule against its examples.

    Each rule must give exactly its examples and leave its counter-examples alone, by itself and among the others.
    """
    from minutes_extract.check import check
    from minutes_extract.rules import load

    with errors_to_exit():
        count = len(load(patterns).rules)
        problems = check(patterns)
        for problem in problems:
            typer.echo(problem)
        if not problems:
            typer.echo(f"{count} rules, every example holds")
    if problems:
        complain(f"{len(problems)} of the examples in the patterns do not hold. Mend the rule or its example")
        raise typer.Exit(FAILED)
