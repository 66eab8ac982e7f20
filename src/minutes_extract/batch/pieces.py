"""A file of JSON Lines in a store, where nothing can be added to a file."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from minutes_extract.batch.files import writing
from minutes_extract.batch.lines import Lines
from minutes_extract.batch.remote import Remote
from minutes_extract.batch.stamps import Stamp

_SIZE = 8_000_000  # bytes that are put into the store together
_PATIENCE = 60.0  # seconds after which they are, however few: what is lost with the machine


class RemoteLines:
    """`Lines` in a temporary folder, kept safe in the store as NAME.part/000001 and so on; the whole becomes NAME when
    every input has had its turn. A run that was stopped leaves the pieces; the next one begins with them and with NAME.
    """

    def __init__(self, path: Remote) -> None:
        self._path = path
        self._pieces = path.with_name(f"{path.name}.part")
        self._folder = tempfile.TemporaryDirectory(prefix="extract-")
        self._whole = Path(self._folder.name) / "lines"
        self._part = self._whole.with_name("lines.part")
        with writing(str(path)):
            self._before = self._fetch()
        self._lines = Lines(self._whole)
        self._number = self._before[0] if self._before else 0
        self._sent = 0
        self._since = time.monotonic()

    def stamp(self, name: str) -> Stamp | None:
        return self._lines.stamp(name)

    def copy(self, name: str) -> None:
        self._lines.copy(name)
        self._send_some()

    def add(self, record: bytes) -> None:
        self._lines.add(record)
        self._send_some()

    def close(self, *, complete: bool) -> None:
        grown = self._part.exists()
        self._lines.close(complete=complete)
        with writing(str(self._path)):
            if grown and complete:
                self._path.write(self._whole)
            elif grown:
                self._send()
            if complete:
                self._pieces.unlink()
            elif grown:  # what they held that is not done again is in the last piece
                for number in self._before:
                    self._piece(number).unlink()
        self._folder.cleanup()

    def _fetch(self) -> list[int]:
        """Bring what earlier runs have left; the numbers of its pieces, the newest first."""
        if self._path.is_file():
            self._path.fetch(self._whole)
        if not self._pieces.is_dir():
            return []
        numbers = sorted((int(name) for name, _ in self._pieces.listed() if name.isdecimal()), reverse=True)
        for number in numbers:
            self._piece(number).fetch(self._part)
        return numbers

    def _piece(self, number: int) -> Remote:
        return self._pieces / f"{number:06}"

    def _send_some(self) -> None:
        size = self._part.stat().st_size - self._sent
        if size >= _SIZE or time.monotonic() - self._since >= _PATIENCE:
            with writing(str(self._path)):
                self._send()

    def _send(self) -> None:
        """Put what is new into the store."""
        with self._part.open("rb") as file:
            file.seek(self._sent)
            data = file.read()
        self._number += 1
        self._piece(self._number).write(data)
        self._sent += len(data)
        self._since = time.monotonic()
