"""Processes that read documents for a worker of a cluster.

A document that hangs or kills takes its process with it and not the worker, whose other documents would be lost too; and
a worker of several threads reads as many documents at once, which the libraries could not in one process. A worker may
have no children of multiprocessing, so these are plain programs that talk through their standard streams.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO

from minutes_extract.batch.engine import LIFE, TRIES, deadly, late
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.task import Outcome, Settings, Work, perform

_IDLE = 600.0  # seconds without work after which a process ends: the run may have gone without a word


class Readers:
    """`read` may be called from several threads: each has a process of its own for as long."""

    def __init__(self, settings: Settings, timeout: float, work: Work = perform) -> None:
        self._settings = settings
        self._timeout = timeout
        self._work = work
        self._idle: list[_Reader] = []
        self._all: set[_Reader] = set()
        self._closed = False

    def read(self, given: Input) -> Outcome:
        """The outcome for one input; raises nothing."""
        how = ""
        for _ in range(TRIES):
            reader = self._take()
            outcome, how = reader.read(given, self._timeout)
            if outcome is not None and not how:
                self._rest(reader)
                return outcome
            self._all.discard(reader)
            if outcome is not None or self._closed:
                break
        return outcome or deadly(given, how)

    def close(self) -> None:
        self._closed = True
        for reader in list(self._all):
            reader.kill()
        self._all.clear()
        self._idle.clear()

    def _take(self) -> _Reader:
        with suppress(IndexError):
            return self._idle.pop()
        reader = _Reader(self._settings, self._work)
        self._all.add(reader)
        return reader

    def _rest(self, reader: _Reader) -> None:
        """One that has read much is let go."""
        if reader.count < LIFE:
            self._idle.append(reader)
        else:
            self._all.discard(reader)
            reader.kill()


class _Reader:
    def __init__(self, settings: Settings, work: Work) -> None:
        path = os.pathsep.join(filter(None, sys.path))  # what the worker can import, it can
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._back: IO[bytes] = self._process.stdout
        self._first = (work, settings)
        self.count = 0

    def read(self, given: Input, timeout: float) -> tuple[Outcome | None, str]:
        """The outcome, and how the process has ended, if it has."""
        timer = threading.Timer(timeout, self._process.kill) if timeout else None
        if timer is not None:
            timer.start()
        try:
            if not self.count:
                _send(self._first, self._to)
            _send(given, self._to)
            outcome: Outcome = pickle.load(self._back)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):  # ValueError: `close` took the stream away
            over = timer is not None and timer.finished.is_set()
            return (late(given, timeout) if over else None), self.kill()
        finally:
            if timer is not None:
                timer.cancel()
        self.count += 1
        return outcome, ""

    def kill(self) -> str:
        """End the process; how it had ended, if it had."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.05)
        code = self._process.poll()
        if code is None:
            self._process.kill()
            self._process.wait()
        for stream in (self._to, self._back):
            with suppress(OSError):
                stream.close()
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


def _send(what: object, to: IO[bytes]) -> None:
    pickle.dump(what, to)
    to.flush()


def _serve() -> None:
    """The life of a process: one document after the other, until its worker has gone or has forgotten it."""
    back = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    try:
        work, settings = pickle.load(sys.stdin.buffer)
        while True:
            timer = threading.Timer(_IDLE, os._exit, (0,))
            timer.daemon = True
            timer.start()
            given = pickle.load(sys.stdin.buffer)
            timer.cancel()
            _send(work(given, settings), back)
    except (EOFError, OSError):
        return


if __name__ == "__main__":
    _serve()
