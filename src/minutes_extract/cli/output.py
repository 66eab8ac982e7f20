"""Where records go: standard output, one file, a file of JSON Lines, or a folder. Never half a record."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

import typer

from minutes_extract.cli.inputs import Input
from minutes_extract.errors import MinutesExtractError

LINES = (".jsonl", ".ndjson")


class OutputError(MinutesExtractError):
    """The output cannot be written."""


class Sink(Protocol):
    """Takes the records one by one; `indent` is the form in which it wants them (None: one line)."""

    indent: int | None

    def put(self, given: Input, record: str) -> None: ...

    def close(self) -> None: ...


def open_sink(output: str | None, inputs: list[Input], several: bool) -> Sink:
    """The sink for `-o output`. Raises BadParameter where it does not fit the inputs; nothing is written yet."""
    if output is None or output == "-":
        return _Stdout(None if several else 2)
    path = Path(output)
    if output.endswith(("/", os.sep)) or os.path.isdir(path):
        return _Folder(_targets(path, inputs))
    lines = path.suffix.lower() in LINES
    if several and not lines and _is_plain(path):
        raise _fault(f"{output}: several inputs need a folder (end it with a slash) or a .jsonl file.")
    if not os.path.isdir(path.parent):
        raise _fault(f"{output}: there is no folder {path.parent}. Make it first.")
    _keep_inputs([path], inputs)
    return _File(path, None if lines or several else 2)


def _fault(message: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint="'-o'")


def _is_plain(path: Path) -> bool:
    """A regular file, or none yet: not a pipe, a terminal or /dev/null."""
    return os.path.isfile(path) or not os.path.exists(path)


def _targets(folder: Path, inputs: list[Input]) -> dict[Input, Path]:
    """NAME.json for each NAME.txt, in the same subfolders; NAME.txt.json where NAME.md stands beside NAME.txt."""
    names = {given: Path(given.name).with_suffix(".json") for given in inputs}
    taken = Counter(names.values())
    for given, name in names.items():
        if taken[name] > 1:
            names[given] = Path(f"{given.name}.json")
    (name, times), *_ = Counter(names.values()).most_common(1) or [(Path(), 0)]
    if times > 1:
        raise _fault(f"two inputs would both be written to {folder / name}. Give them in separate runs.")
    targets = {given: folder / name for given, name in names.items()}
    _keep_inputs(list(targets.values()), inputs)
    return targets


def _keep_inputs(targets: list[Path], inputs: list[Input]) -> None:
    read = {os.path.realpath(given.path) for given in inputs if given.path is not None}
    for target in targets:
        if os.path.realpath(target) in read:
            raise _fault(f"{target} is an input and would be overwritten. Give another name.")


class _Stdout:
    def __init__(self, indent: int | None) -> None:
        self.indent = indent

    def put(self, given: Input, record: str) -> None:
        with _writing("standard output"):
            sys.stdout.buffer.write(f"{record}\n".encode())
            sys.stdout.buffer.flush()

    def close(self) -> None:
        pass


class _File:
    """All records in one file, which appears when the last one is in. No record, no file."""

    def __init__(self, path: Path, indent: int | None) -> None:
        self.path = path
        self.indent = indent
        self._records: list[str] = []

    def put(self, given: Input, record: str) -> None:
        self._records.append(f"{record}\n")

    def close(self) -> None:
        if self._records:
            write_whole(self.path, "".join(self._records))


class _Folder:
    """One file for each record."""

    indent: int | None = 2

    def __init__(self, targets: dict[Input, Path]) -> None:
        self._targets = targets

    def put(self, given: Input, record: str) -> None:
        target = self._targets[given]
        with _writing(str(target.parent)):
            target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, f"{record}\n")

    def close(self) -> None:
        pass


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: beside its place first, then renamed onto it. Links are followed.

    Raises OutputError. What is no regular file (a pipe, /dev/null) is written straight.
    """
    with _writing(str(path)):
        if not _is_plain(path):
            path.write_bytes(text.encode())
            return
        target = Path(os.path.realpath(path))
        with _beside(target) as (temporary, file):
            file.write(text.encode())
            file.close()
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)


@contextmanager
def _beside(target: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """A new file in the folder of `target`; removed again if it is not renamed."""
    temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        try:
            yield temporary, file
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


@contextmanager
def _writing(shown: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{shown}: cannot be written ({reason}). Check the path and the free space") from None
