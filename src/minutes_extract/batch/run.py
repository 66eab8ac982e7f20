"""A run over many documents, from the inputs to the outputs."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from minutes_extract.batch.abreast import abreast
from minutes_extract.batch.engine import Done, Engine
from minutes_extract.batch.files import OutputError
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.outputs import Failures, Sink, TextFolder
from minutes_extract.batch.ready import Desk
from minutes_extract.batch.task import Failure, Outcome, Settings, Work, perform
from minutes_extract.source.extras import needs


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run is done. `jobs` 0: in this process, one document after the other; `cluster` is a scheduler's address.
    `work` is what is done to each.

    `to_inputs` and `to_sink`: how many requests may be under way at once, in threads where it is more than one.
    """

    settings: Settings
    sink: Sink
    failures: Failures | None = None
    texts: TextFolder | None = None
    jobs: int = 0
    timeout: float = 0.0
    force: bool = False
    cluster: str | None = None
    to_inputs: int = 1
    to_sink: int = 1
    work: Work = perform


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
        outcomes = _outcomes(inputs, plan, summary)
        for given, outcome in abreast(lambda done: _delivered(done, plan), outcomes, plan.to_sink):
            _count(given, outcome, plan, summary)
            watch(given, outcome.failure, summary)
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
    desk = Desk(plan.settings, plan.sink, plan.texts, force=plan.force, load=plan.cluster is not None)
    known = abreast(lambda given: (given, desk.expected(given)), inputs, plan.to_sink)
    waiting = abreast(lambda pair: desk.ready(*pair), known, plan.to_inputs)
    engine = _engine(plan)
    if engine is None:
        for given in waiting:
            yield given if isinstance(given, tuple) else (given.unloaded(), plan.work(given, plan.settings))
        return
    with _stopped_by_signals(engine):
        yield from engine.outcomes(waiting)
    summary.stopped = engine.stopped


def _engine(plan: Plan) -> Engine | None:
    """What reads the documents where this process does not; each is imported only where it is needed."""
    if plan.cluster is not None:
        with needs("cluster", plan.cluster, "is a Dask scheduler; asking it"):
            from minutes_extract.batch.cluster import Cluster
        return Cluster(plan.cluster, plan.timeout, plan.settings, plan.work)
    if plan.jobs:
        from minutes_extract.batch.workers import Workers

        return Workers(plan.jobs, plan.timeout, plan.settings, plan.work)
    return None


def _delivered(done: Done, plan: Plan) -> Done:
    """Bring a record to its place; where that fails for this one alone, the outcome is the failure."""
    given, outcome = done
    if outcome.fatal is not None:
        raise outcome.fatal
    try:
        if outcome.unchanged:
            plan.sink.keep(given)
        elif outcome.record is not None:
            if plan.texts is not None and outcome.text is not None:
                plan.texts.put(given, outcome.text)
            plan.sink.put(given, outcome.record, outcome.text)
    except OutputError as error:
        if error.everywhere:
            raise
        return given, Outcome(failure=Failure(str(error)))
    return done


def _count(given: Input, outcome: Outcome, plan: Plan, summary: Summary) -> None:
    if outcome.failure is not None:
        summary.failed += 1
        if plan.failures is not None:
            plan.failures.add(given, outcome.failure.message)
    elif outcome.unchanged:
        summary.unchanged += 1
    else:
        summary.read += 1


@contextmanager
def _stopped_by_signals(engine: Engine) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM stops the run in good order, the second at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if engine.stopped:
            raise KeyboardInterrupt
        engine.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
