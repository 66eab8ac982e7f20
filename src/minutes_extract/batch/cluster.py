"""The same batch on the workers of a Dask scheduler.

The bytes of each document go there, and its record comes back: workers need this package and nothing else, neither the
files nor leave to read the stores. Dask gives a document to another worker when one is lost.
"""

from __future__ import annotations

import logging
import os
import queue
import time
import uuid
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from distributed import Client, Future, KilledWorker

from minutes_extract.about import __version__
from minutes_extract.batch.engine import Done
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.order import InOrder
from minutes_extract.batch.plugin import ClusterError, Plugin, read
from minutes_extract.batch.task import Failure, Outcome, Settings, Work, perform

_SENT = 2  # documents for each thread of the cluster that are there at once: one is read, one waits
_WINDOW = 8  # finished documents for each thread that may wait for a slow one before them
_TICK = 0.2  # seconds after which a request to stop is seen
_LOOK = 5.0  # seconds between two looks at how many workers there are
_CONNECT, _PATIENCE = 20, 60  # seconds to find the scheduler, and to find any worker


class Cluster:
    """Reads documents on a cluster and hands out the outcomes in the order of the inputs. Each comes with its bytes."""

    def __init__(self, address: str, timeout: float, settings: Settings, work: Work = perform) -> None:
        self._address = address
        self._name = f"minutes-extract-{uuid.uuid4().hex}"
        self._plugin = Plugin(settings, timeout, work)
        self._under_way: dict[object, tuple[Future[Outcome], int, Input]] = {}
        self._finished: queue.SimpleQueue[Future[Outcome]] = queue.SimpleQueue()
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True

    def outcomes(self, inputs: Iterable[Input | Done]) -> Iterator[Done]:
        """The outcome of each input. One that comes with its outcome keeps its place in the order."""
        order = InOrder(inputs)
        with self._client() as client:
            threads = _Threads(client, self._address)
            while not self.stopped:
                threads.look()
                while not self.stopped and len(self._under_way) < _SENT * threads.count:
                    taken = order.take(_WINDOW * threads.count)
                    if taken is None:
                        break
                    self._send(client, *taken)
                yield from order.ready()
                if not self._under_way and not order.more:
                    return
                for place, done in self._next(client):
                    order.put(place, done)
            yield from order.rest()

    def _send(self, client: Client, place: int, given: Input) -> None:
        future = client.submit(read, self._name, given, key=f"{self._name}-{place}", pure=False)
        self._under_way[future.key] = future, place, given.unloaded()
        future.add_done_callback(self._finished.put)

    def _next(self, client: Client) -> Iterator[tuple[int, Done]]:
        """What has come since the last time."""
        futures = []
        with suppress(queue.Empty):
            futures.append(self._finished.get(timeout=_TICK if self._under_way else 0))
            while True:
                futures.append(self._finished.get_nowait())
        try:
            outcomes: list[Outcome] = client.gather(futures)  # in one request, where all went well
        except Exception:
            outcomes = [self._outcome(future) for future in futures]
        for future, outcome in zip(futures, outcomes, strict=True):
            _, place, given = self._under_way.pop(future.key)
            yield place, (given, outcome)

    def _outcome(self, future: Future[Outcome]) -> Outcome:
        try:
            return future.result()
        except KilledWorker as error:
            given = self._under_way[future.key][2]
            message = f"{given.shown}: {error.allowed_failures + 1} workers were lost while they read it. Read it alone, or split it"
            return Outcome(failure=Failure(message))
        except Exception as error:
            raise _lost(self._address, error) from error

    @contextmanager
    def _client(self) -> Iterator[Client]:
        """A connection, with the plugin on all workers; what is under way is called off at the end."""
        with _quiet():
            client = _connected(self._address)
            try:
                _equip(client, self._plugin, self._name, self._address)
                yield client
            finally:
                with suppress(Exception):
                    client.cancel([future for future, _, _ in self._under_way.values()], force=True)
                    client.unregister_worker_plugin(self._name)
                with suppress(Exception):
                    client.close(timeout=5)


class _Threads:
    """How many threads the workers have together, which may come and go."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address
        self._looked = self._seen = time.monotonic() - _LOOK
        self.count = 1

    def look(self) -> None:
        now = time.monotonic()
        if now - self._looked < _LOOK:
            return
        self._looked = now
        try:
            count = sum(self._client.nthreads().values())
        except Exception as error:
            raise _lost(self._address, error) from error
        if count:
            self._seen = now
            self.count = count
        elif now - self._seen > _PATIENCE:
            raise ClusterError(
                f"{self._address}: all workers have gone. Start some; the same command goes on from here"
            )


def _connected(address: str) -> Client:
    where = {"scheduler_file" if os.path.isfile(address) else "address": address}
    try:
        client = Client(**where, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = f"no Dask scheduler answers there ({type(error).__name__})"
        raise ClusterError(
            f"{address}: {reason}. Check the address (tcp://HOST:8786), or start one: dask scheduler"
        ) from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except Exception:
        client.close(timeout=5)
        raise ClusterError(f"{address}: the scheduler has no workers. Start some: dask worker {address}") from None
    return client


def _equip(client: Client, plugin: Plugin, name: str, address: str) -> None:
    try:
        client.register_plugin(plugin, name=name)
    except ClusterError as error:
        raise ClusterError(f"{address}: {error}") from None
    except Exception as error:
        reason = str(error)  # Dask may wrap the error in another
        if not isinstance(error, ImportError) and "ModuleNotFoundError" not in reason:
            raise _lost(address, error) from error
        what = f"a worker cannot load minutes-extract ({reason})"
        raise ClusterError(f"{address}: {what}. Install minutes-extract {__version__} where the workers run") from None


def _lost(address: str, error: Exception) -> ClusterError:
    reason = f"{type(error).__name__}: {error}".rstrip(": ")
    return ClusterError(f"{address}: the cluster fails ({reason}). The same command goes on from here")


@contextmanager
def _quiet() -> Iterator[None]:
    """What goes wrong is told in our words; a large document is no mistake."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")
        try:
            yield
        finally:
            logger.setLevel(level)
