"""A run over many documents, from the inputs to the outputs."""

from __future__ import annotations

import hashlib
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import TYPE_CHECKING

from minutes_extract.about import made_by
from minutes_extract.batch.files import OutputError
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.outputs import Failures, Sink, TextFolder
from minutes_extract.batch.task import Failure, Outcome, Settings, perform
from minutes_extract.emit.formats import maker

if TYPE_CHECKING:
    from minutes_extract.batch.workers import Done, Workers


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run is done. `jobs` 0: in this process, one document after the other."""

    settings: Settings
    sink: Sink
    failures: Failures | None = None
    texts: TextFolder | None = None
    jobs: int = 0
    timeout: float = 0.0
    force: bool = False


@dataclass(slots=True)
class Summary:
    """What has become of the inputs."""

    read: int = 0
    unchanged: int = 0
    failed: int = 0
    stopped: bool = False
    seconds: float = 0.0
    _since: float = field(default_factory=time.monotonic)

    @property
    def inputs(self) -> int:
        return self.read + self.unchanged + self.failed

    def rate(self) -> float:
        self.seconds = time.monotonic() - self._since
        return (self.read + self.failed) / self.seconds if self.seconds else 0.0


Watcher = Callable[[Input, Failure | None, Summary], None]


def run(inputs: Iterable[Input], plan: Plan, watch: Watcher) -> Summary:
    """Read all inputs into the sink; `watch` hears of each as its turn ends.

    An input that cannot be read is counted and listed, and the others are still read. Raises errors that would meet
    every input. Ctrl-C and SIGTERM end the run early, with all that is finished in its place.
    """
    summary = Summary()
    complete = False
    try:
        for given, outcome in _outcomes(inputs, plan, summary):
            failure = _settle(given, outcome, plan, summary)
            watch(given, failure, summary)
        complete = not summary.stopped
    except KeyboardInterrupt:
        summary.stopped = True
    finally:
        plan.sink.close(complete=complete)
        if plan.failures is not None:
            plan.failures.close()
        summary.rate()
    return summary


def _outcomes(inputs: Iterable[Input], plan: Plan, summary: Summary) -> Iterator[Done]:
    waiting = (_unless_unchanged(given, plan) for given in inputs)
    if not plan.jobs:
        for given in waiting:
            yield given if isinstance(given, tuple) else (given, perform(given, plan.settings))
        return
    from minutes_extract.batch.workers import Workers  # multiprocessing, which a single document does not need

    workers = Workers(plan.jobs, plan.timeout, plan.settings)
    with _stopped_by_signals(workers):
        yield from workers.outcomes(waiting)
    summary.stopped = workers.stopped


def _unless_unchanged(given: Input, plan: Plan) -> Input | Done:
    """The input, with its outcome where an earlier run has made the same record of the same bytes."""
    stamp = None if plan.force or given.path is None else plan.sink.finished(given)
    settings = plan.settings
    if stamp is None or stamp.made_by != maker(made_by(settings.patterns, settings.fix_encoding), settings.form):
        return given
    if plan.texts is not None and not plan.texts.has(given):
        return given
    return (given, Outcome(unchanged=True)) if stamp.sha256 == _digest(given) else given


def _digest(given: Input) -> str:
    assert given.path is not None
    try:
        if not given.path.is_file():
            return ""
        with given.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _settle(given: Input, outcome: Outcome, plan: Plan, summary: Summary) -> Failure | None:
    if outcome.fatal is not None:
        raise outcome.fatal
    failure = outcome.failure
    if failure is None:
        try:
            if outcome.unchanged:
                plan.sink.keep(given)
            elif outcome.record is not None:
                if plan.texts is not None and outcome.text is not None:
                    plan.texts.put(given, outcome.text)
                plan.sink.put(given, outcome.record)
        except OutputError as error:
            if error.everywhere:
                raise
            failure = Failure(str(error))
    if failure is not None:
        summary.failed += 1
        if plan.failures is not None:
            plan.failures.add(given, failure.message)
    elif outcome.unchanged:
        summary.unchanged += 1
    else:
        summary.read += 1
    return failure


@contextmanager
def _stopped_by_signals(workers: Workers) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM stops the run in good order, the second at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if workers.stopped:
            raise KeyboardInterrupt
        workers.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
