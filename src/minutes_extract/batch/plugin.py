"""What a worker of a cluster holds for a run: the processes that read, with the pattern files of the user."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from minutes_extract.about import __version__
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.readers import Readers
from minutes_extract.batch.task import Outcome, Settings, Work
from minutes_extract.errors import MinutesExtractError

_LIBRARIES = ("spacy", "selectolax", "pypdfium2", "python-docx", "ftfy")  # on which a record depends


class ClusterError(MinutesExtractError):
    """The cluster cannot do the work."""


class Plugin(WorkerPlugin):
    """Made here, sent to every worker, also to those that join later."""

    def __init__(self, settings: Settings, timeout: float, work: Work) -> None:
        self._settings = replace(settings, patterns=None)
        self._timeout = timeout
        self._work = work
        self._versions = _versions()
        self._patterns: dict[str, bytes] | None = None
        if (folder := settings.patterns) is not None:
            files = sorted(folder.rglob("*.toml"))
            self._patterns = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
        self.readers: Readers | None = None

    def setup(self, worker: Worker) -> None:
        """Raises ClusterError where the worker would not make the same records."""
        here = _versions()
        for name, wanted in self._versions.items():
            if here[name] != wanted:
                raise ClusterError(
                    f"the worker {worker.address} has {name} {here[name]}, and this program {wanted}. Install the same"
                )
        settings = self._settings
        if self._patterns is not None:
            self._folder = tempfile.TemporaryDirectory(prefix="extract-")
            for name, data in self._patterns.items():
                path = Path(self._folder.name) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            settings = replace(settings, patterns=Path(self._folder.name))
        self.readers = Readers(settings, self._timeout, self._work)

    def teardown(self, worker: Worker) -> None:
        if self.readers is not None:
            self.readers.close()
        if self._patterns is not None:
            self._folder.cleanup()


def read(run: str, given: Input) -> Outcome:
    """On a worker: the outcome for one document."""
    plugin: Any = get_worker().plugins[run]
    outcome: Outcome = plugin.readers.read(given)
    return outcome


def _versions() -> dict[str, str]:
    """Of this package and of what reads documents for it."""
    found = {"minutes-extract": __version__}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found
