"""How a run is going: a bar on a terminal, else one line at its end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from minutes_extract.batch import Failure, Input, Summary
from minutes_extract.cli.common import complain

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SHOWN = 20  # failures that are printed; a file lists them all


class Watch:
    """Prints failures as they come, and a bar where someone looks on. `listed`: a file holds all failures."""

    def __init__(self, total: int, *, bar: bool, listed: bool, debug: bool) -> None:
        self._total = total
        self._listed = listed
        self._debug = debug
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        if bar and sys.stderr.isatty():
            self._progress = _bar()
            self._task = self._progress.add_task("", total=total, failed=0, rate=0.0)

    def __enter__(self) -> Watch:
        if self._progress is not None:
            self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def heard(self, given: Input, failure: Failure | None, summary: Summary) -> None:
        if failure is not None and (not self._listed or summary.failed <= _SHOWN):
            if failure.trace and self._debug:
                typer.echo(failure.trace, err=True, nl=False)
            complain(failure.message)
        if self._progress is not None and self._task is not None:
            self._progress.update(
                self._task, completed=summary.inputs, failed=summary.failed, rate=round(summary.rate(), 1)
            )


def say(summary: Summary, total: int, listed: str) -> None:
    """The line that sums up a run."""
    parts = [f"{summary.read} read"]
    if summary.unchanged:
        parts.append(f"{summary.unchanged} unchanged")
    if summary.failed:
        parts.append(f"{summary.failed} failed (see {listed})" if listed else f"{summary.failed} failed")
    words = f"{', '.join(parts)}, in {summary.seconds:.1f} s"
    if summary.stopped:
        complain(
            f"stopped after {summary.inputs} of {total}: {words}.{' The same command goes on from here' if listed else ''}"
        )
    else:
        complain(f"{summary.inputs} {'document' if summary.inputs == 1 else 'documents'}: {words}")


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} a second, {task.fields[failed]} failed"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
