"""What reads documents for a run: worker processes here, or a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from minutes_extract.batch.inputs import Input
from minutes_extract.batch.task import Failure, Outcome

Done = tuple[Input, Outcome]

TRIES = 2
"""A process may be killed for what another did (memory), so its document has a second chance."""
LIFE = 500
"""Documents that a process reads before a new one takes its place: new names stay in the store of its tokeniser."""


class Engine(Protocol):
    """`stopped`: it was asked to stop before every input had its turn."""

    stopped: bool

    def outcomes(self, inputs: Iterable[Input | Done]) -> Iterator[Done]:
        """The outcome of each input, in their order. One that comes with its outcome keeps its place."""

    def stop(self) -> None:
        """End early: what is finished is still handed out."""


def late(given: Input, timeout: float) -> Outcome:
    """The outcome for a document whose time is up."""
    return Outcome(failure=Failure(f"{given.shown}: took longer than {timeout:g} s. Give it more with --timeout"))


def deadly(given: Input, how: str) -> Outcome:
    """The outcome for a document that has cost too many processes."""
    message = f"{given.shown}: the process that read it died twice ({how}). Read it alone, or split it"
    return Outcome(failure=Failure(message))
