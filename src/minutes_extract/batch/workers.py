"""Worker processes that can be lost: each document has a worker of its own while it is read.

`concurrent.futures` gives up the whole pool when one worker dies, and cannot stop a task that hangs; so the few lines
that hand out tasks are here.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from minutes_extract.batch.engine import LIFE, TRIES, Done, deadly, late
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.order import InOrder
from minutes_extract.batch.task import Outcome, Settings, Work, perform

_WINDOW = 16  # finished documents for each worker that may wait for a slow one before them
_TICK = 0.2  # seconds after which a request to stop is seen


@dataclass(slots=True)
class _Job:
    place: int
    given: Input
    tries: int = 0


class Workers:
    """Reads documents in `jobs` processes and hands out the outcomes in the order of the inputs.

    `timeout` is in seconds for one document; 0 sets none. `stop()` ends early: what is finished is still handed out.
    """

    def __init__(self, jobs: int, timeout: float, settings: Settings, work: Work = perform) -> None:
        self._work = work
        self._context = _context()
        self._jobs = jobs
        self._timeout = timeout
        self._settings = settings
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, _Worker] = {}
        self._again: list[_Job] = []
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True

    def outcomes(self, inputs: Iterable[Input | Done]) -> Iterator[Done]:
        """The outcome of each input. One that comes with its outcome keeps its place in the order."""
        order = InOrder(inputs)
        try:
            while not self.stopped:
                while not self.stopped and self._free() and (taken := order.take(_WINDOW * self._jobs)):
                    self._give(_Job(*taken))
                yield from order.ready()
                if not self._busy and not self._again and not order.more:
                    return
                for job, outcome in self._next():
                    order.put(job.place, (job.given.unloaded(), outcome))
            yield from order.rest()
        finally:
            self._end()

    def _free(self) -> bool:
        """Is there a worker for one more document? Those that lost theirs come first."""
        while self._again and len(self._busy) < self._jobs:
            self._give(self._again.pop(0))
        return len(self._busy) < self._jobs

    def _give(self, job: _Job) -> None:
        while True:
            worker = self._idle.pop() if self._idle else self._start()
            try:
                worker.connection.send(job.given)
            except OSError:  # it died while it had nothing to do
                worker.kill()
                continue
            worker.job, worker.since = job, time.monotonic()
            self._busy[worker.connection] = worker
            return

    def _start(self) -> _Worker:
        return _Worker(self._context, self._work, self._settings)

    def _next(self) -> Iterator[tuple[_Job, Outcome]]:
        """What has come since: records, failures, dead workers, and those whose time is up."""
        for connection in wait(list(self._busy), _TICK) if self._busy else ():
            assert isinstance(connection, Connection)
            worker = self._busy.pop(connection)
            try:
                outcome = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._lost(worker)
            else:
                self._rest(worker)
                yield worker.job, outcome
        limit = time.monotonic() - self._timeout
        for worker in [worker for worker in self._busy.values() if self._timeout and worker.since < limit]:
            del self._busy[worker.connection]
            worker.kill()
            yield worker.job, late(worker.job.given, self._timeout)
        self._free()

    def _rest(self, worker: _Worker) -> None:
        """A worker that has read much is let go."""
        worker.read += 1
        if worker.read < LIFE:
            self._idle.append(worker)
        else:
            worker.kill()

    def _lost(self, worker: _Worker) -> Iterator[tuple[_Job, Outcome]]:
        job = worker.job
        job.tries += 1
        how = worker.kill()
        if job.tries < TRIES:
            self._again.append(job)
            return
        yield job, deadly(job.given, how)

    def _end(self) -> None:
        for worker in [*self._idle, *self._busy.values()]:
            worker.kill()
        self._idle.clear()
        self._busy.clear()


class _Worker:
    def __init__(self, context: BaseContext, work: Work, settings: Settings) -> None:
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs, work, settings), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        theirs.close()  # so that the death of the process is seen as the end of the pipe
        self.job: _Job
        self.since = 0.0
        self.read = 0

    def kill(self) -> str:
        """End the process; how it had ended, if it had."""
        self.connection.close()
        self.process.join(0.05)
        code = self.process.exitcode
        if code is None:
            self.process.kill()
            self.process.join()
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


def _context() -> BaseContext:
    """Processes that start from one which has the rules loaded, where the system can do that.

    Plain fork is not safe beside the thread that draws the progress bar.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["minutes_extract.batch.workers", "minutes_extract.batch.preload"])
    return context


def _serve(connection: Connection, work: Work, settings: Settings) -> None:
    """The life of a worker: one document after the other, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the first process decides
    try:
        while True:
            connection.send(work(connection.recv(), settings))
    except (EOFError, OSError):
        return
