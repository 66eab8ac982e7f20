"""A file of JSON Lines that grows record by record and takes over what an earlier run has made.

The lines go to NAME.part, which takes the place of NAME when every input has had its turn. A run that was stopped leaves
NAME.part; the next one takes finished records from it and from NAME.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from minutes_extract.batch.files import replace, writing
from minutes_extract.batch.stamps import HEAD, Stamp, read_stamp


class Lines:
    def __init__(self, path: Path) -> None:
        self._path = Path(os.path.realpath(path))
        self._part = self._path.with_name(f"{self._path.name}.part")
        self._earlier = self._path.with_name(f"{self._path.name}.earlier")
        with writing(str(path)):
            if self._part.exists():  # of a run that was stopped
                self._part.replace(self._earlier)
            self._olds: list[IO[bytes]] = [old.open("rb") for old in (self._earlier, self._path) if old.is_file()]
            self._places = _places(self._olds)
            self._file: IO[bytes] | None = None

    def stamp(self, name: str) -> Stamp | None:
        """The stamp of the finished record of an input."""
        line = self._line(name, HEAD)
        stamp = read_stamp(line) if line else None
        return stamp if stamp is not None and stamp.name == name else None

    def copy(self, name: str) -> None:
        """Take over the finished record of an input."""
        if line := self._line(name):
            self.add(line.rstrip(b"\n"))

    def add(self, record: bytes) -> None:
        with writing(str(self._path)):
            if self._file is None:
                self._file = self._part.open("wb")
            self._file.write(record + b"\n")
            self._file.flush()

    def close(self, *, complete: bool) -> None:
        """With no record at all, no file is made, and an old one stays."""
        with writing(str(self._path)):
            if not complete:
                self._save_earlier()
            for old in self._olds:
                old.close()
            if self._file is not None:
                self._file.close()
                if complete:
                    replace(self._part, self._path)
            if complete or self._file is not None:
                self._earlier.unlink(missing_ok=True)
            elif self._earlier.exists():
                self._earlier.replace(self._part)

    def _save_earlier(self) -> None:
        """What a run before the stopped one had finished, and this one has not come to, goes behind its lines."""
        if self._file is None or not self._earlier.exists():
            return
        with self._part.open("rb") as part:
            done = _places([part])
        for key, (old, place) in self._places.items():
            if key not in done and self._olds[old].name == str(self._earlier):
                self._olds[old].seek(place)
                self._file.write(self._olds[old].readline())
        self._file.flush()

    def _line(self, name: str, size: int = -1) -> bytes:
        found = self._places.get(_key(name))
        if found is None:
            return b""
        old, place = found
        with suppress(OSError):
            self._olds[old].seek(place)
            return self._olds[old].readline(size)
        return b""


def _key(name: str | None) -> int:
    digest = hashlib.blake2b((name or "").encode("utf-8", errors="replace"), digest_size=8)
    return int.from_bytes(digest.digest())


def _places(files: list[IO[bytes]]) -> dict[int, tuple[int, int]]:
    """Where the record of each name stands; a name stands as a number, for there may be a hundred thousand."""
    places: dict[int, tuple[int, int]] = {}
    for number, file in enumerate(files):
        file.seek(0)
        place = 0
        for line in file:
            if line.endswith(b"\n") and (stamp := read_stamp(line[:HEAD])) is not None:
                places.setdefault(_key(stamp.name), (number, place))
            place += len(line)
    return places
