"""Where records go: standard output, one file, a file of JSON Lines, or a folder. Never half a record."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import IO, Protocol, cast

from minutes_extract.batch.files import OutputError, is_plain, read_head, write_whole, writing
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.lines import Lines
from minutes_extract.batch.pieces import RemoteLines
from minutes_extract.batch.places import Place
from minutes_extract.batch.remote import Remote
from minutes_extract.batch.stamps import HEAD, Stamp, read_stamp

__all__ = [
    "Failures",
    "FolderSink",
    "LinesSink",
    "OutputError",
    "Sink",
    "StdoutSink",
    "TextFolder",
    "UnstampedSink",
    "WholeSink",
    "put_whole",
]


class Sink(Protocol):
    """Takes the records one by one; `indent` is the form in which it wants them (None: one line), `with_text` says
    whether it wants the text that the spans count."""

    indent: int | None
    with_text: bool

    def finished(self, given: Input) -> Stamp | None:
        """The stamp of the record that an earlier run has made of an input."""

    def keep(self, given: Input) -> None:
        """The record of the earlier run is still good."""

    def put(self, given: Input, record: str, text: str | None = None) -> None: ...

    def close(self, *, complete: bool) -> None:
        """`complete`: every input had its turn."""


class UnstampedSink:
    """A sink that knows of no earlier run."""

    with_text = False

    def finished(self, given: Input) -> Stamp | None:
        return None

    def keep(self, given: Input) -> None:
        raise NotImplementedError

    def close(self, *, complete: bool) -> None:
        pass


class StdoutSink(UnstampedSink):
    def __init__(self, indent: int | None) -> None:
        self.indent = indent

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        with writing("standard output"):
            sys.stdout.buffer.write(_ended(record).encode())
            sys.stdout.buffer.flush()


class WholeSink(UnstampedSink):
    """One record in one file."""

    indent: int | None = 2

    def __init__(self, path: Place) -> None:
        self._path = path

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        write_whole(self._path, _ended(record))


class PipeSink(UnstampedSink):
    """Lines into what is no regular file: a pipe, /dev/null."""

    indent: int | None = None

    def __init__(self, path: Path) -> None:
        with writing(str(path)):
            self._file: IO[bytes] = path.open("wb")

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        self._file.write(f"{record}\n".encode())
        self._file.flush()

    def close(self, *, complete: bool) -> None:
        self._file.close()


class LinesSink:
    """A line for each record, in the order of the inputs; see `Lines` for what becomes of an earlier file."""

    indent: int | None = None
    with_text = False

    def __init__(self, path: Place) -> None:
        self._lines = RemoteLines(path) if isinstance(path, Remote) else Lines(path)

    def finished(self, given: Input) -> Stamp | None:
        return self._lines.stamp(given.name)

    def keep(self, given: Input) -> None:
        self._lines.copy(given.name)

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        self._lines.add(record.encode())

    def close(self, *, complete: bool) -> None:
        self._lines.close(complete=complete)


class FolderSink:
    """One file for each record, in the same subfolders as the inputs."""

    indent: int | None = 2
    with_text = False

    def __init__(self, folder: Place, suffix: str = ".json") -> None:
        self._folder = folder
        self._suffix = suffix

    def target(self, given: Input) -> Place:
        return self._folder / f"{given.stem}{self._suffix}"

    def finished(self, given: Input) -> Stamp | None:
        try:
            return read_stamp(read_head(self.target(given), HEAD))
        except OSError:
            return None

    def keep(self, given: Input) -> None:
        pass

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        put_whole(self.target(given), _ended(record))

    def close(self, *, complete: bool) -> None:
        pass


class TextFolder:
    """The texts that the offsets count, in the same subfolders as the inputs; or the one text under its own name."""

    def __init__(self, folder: Place, name: str | None = None, suffix: str = ".txt") -> None:
        self._folder = folder
        self._name = name
        self._suffix = suffix

    def target(self, given: Input) -> Place:
        return self._folder / (self._name or f"{given.stem}{self._suffix}")

    def has(self, given: Input) -> bool:
        return self.target(given).is_file()

    def put(self, given: Input, text: str) -> None:
        put_whole(self.target(given), text)


def _ended(record: str) -> str:
    """A record as the text of a file. Some formats end their lines in a way of their own."""
    return record if record.endswith("\n") else f"{record}\n"


def put_whole(target: Place, text: str) -> None:
    """Write a file whole or not at all, in a folder that is made where it is missing. Raises OutputError."""
    if isinstance(target, Path):
        with writing(str(target.parent)):
            target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, text)


class Failures:
    """The file that lists the inputs without a record, a line of JSON for each; there is none where all went well.

    It is written beside its place, or in a temporary file where that is in a store, and put there when the run ends.
    """

    def __init__(self, path: Place) -> None:
        self.path = path
        self._file: IO[str] | None = None

    def add(self, given: Input, message: str) -> None:
        with writing(str(self.path)):
            if self._file is None:
                self._file = self._begun()
            path = None if given.path is None else str(given.path)
            self._file.write(json.dumps({"name": given.name, "path": path, "error": message}) + "\n")
            self._file.flush()

    def _begun(self) -> IO[str]:
        if isinstance(self.path, Remote):
            return cast(IO[str], tempfile.NamedTemporaryFile("w", encoding="ascii"))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return self.path.with_name(f"{self.path.name}.part").open("w", encoding="ascii")

    def close(self) -> None:
        with writing(str(self.path)):
            if self._file is None:
                if self.path.exists():
                    self.path.unlink()
            elif isinstance(self.path, Remote):
                self.path.write(Path(self._file.name))
                self._file.close()
            else:
                self._file.close()
                Path(self._file.name).replace(self.path)


def stream(path: Place) -> Sink:
    """The sink for JSON Lines at a path."""
    return LinesSink(path) if isinstance(path, Remote) or is_plain(path) else PipeSink(path)
