"""A command group with a default command, so that `extract FILE` stands beside `extract schema`.

click-default-group does the same for click, but Typer carries a click of its own that it does not fit.
Context and formatter are typed Any because Typer gives the types of that click no public name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup


class PlainCommand(TyperCommand):
    """A command whose help shows no types of Python."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options."""
        _write(self.get_params(ctx), ctx, formatter)


class DefaultCommand(PlainCommand):
    """The command that runs where no other is named. Usage and errors show the name of the program alone."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        if parent is not None:
            info_name = parent.info_name
        return super().make_context(info_name, args, parent=None, **extra)


class DefaultGroup(TyperGroup):
    """Puts the hidden default command before arguments that name no other command and no option of the group."""

    @property
    def default(self) -> DefaultCommand:
        return next(command for command in self.commands.values() if isinstance(command, DefaultCommand))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {option for param in self.get_params(ctx) for option in param.opts}
        named = {name for name, command in self.commands.items() if not command.hidden}
        if not args or args[0] not in own | named:
            args = [str(self.default.name), *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.default.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces))
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix="       ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options of the default command, those of the group, then the commands."""
        params = {param.name: param for param in [*self.default.get_params(ctx), *self.get_params(ctx)]}
        _write(params.values(), ctx, formatter)
        self.format_commands(ctx, formatter)


def _write(params: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Arguments, then options. Typer adds the type of an argument, <list[str]>, which tells a user nothing."""
    params = list(params)
    for heading, kind in (("Arguments", "argument"), ("Options", "option")):
        shown = [param.get_help_record(ctx) for param in params if param.param_type_name == kind]
        rows = [(row[0].partition(" <")[0], row[1]) for row in shown if row is not None]
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)
