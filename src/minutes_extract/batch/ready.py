"""An input before its turn: is it done already, and who reads its bytes?"""

from __future__ import annotations

import hashlib
from pathlib import Path

from minutes_extract.about import made_by
from minutes_extract.batch.engine import Done
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.outputs import Sink, TextFolder
from minutes_extract.batch.task import Failure, Outcome, Settings
from minutes_extract.emit.formats import maker
from minutes_extract.errors import InputError


class Desk:
    """Makes inputs ready. `load`: those who read the documents are on other machines and get their bytes from here.

    What lies in a store is read here in any case, so that whoever reads it further needs neither its library nor
    leave to use it.
    """

    def __init__(
        self, settings: Settings, sink: Sink, texts: TextFolder | None, *, force: bool = False, load: bool = False
    ) -> None:
        self._made_by = maker(made_by(settings.patterns, settings.fix_encoding), settings.form)
        self._sink = sink
        self._texts = texts
        self._force = force
        self._load = load

    def expected(self, given: Input) -> str | None:
        """The digest of the bytes of which there is a good record."""
        stamp = None if self._force or given.path is None else self._sink.finished(given)
        if stamp is None or stamp.made_by != self._made_by:
            return None
        return stamp.sha256 if self._texts is None or self._texts.has(given) else None

    def ready(self, given: Input, expected: str | None) -> Input | Done:
        """The input, with its outcome where an earlier run has made the same record of the same bytes."""
        if self._load or not isinstance(given.path, Path | None):
            try:
                given = given.loaded()
            except InputError as error:
                return given, Outcome(failure=Failure(str(error)))
        same = expected is not None and expected == _digest(given)
        return (given.unloaded(), Outcome(unchanged=True)) if same else given


def _digest(given: Input) -> str:
    if given.data is not None:
        return hashlib.sha256(given.data).hexdigest()
    assert isinstance(given.path, Path)
    try:
        if not given.path.is_file():
            return ""
        with given.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
