"""Arguments to inputs: files, folders and `-`. Inputs come one by one, so that a million of them take no memory."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from minutes_extract.errors import InputError
from minutes_extract.source import Source, read_path, read_stdin

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx")


class SameNameError(ValueError):
    """Two inputs would be written to one output; the message is the name of it."""


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read. `path` is None for standard input; `name` is what the record calls it, with `/` between
    folders below the given one; `stem` is the name of its output without `.json`."""

    path: Path | None
    name: str
    stem: str
    found: bool = False  # in a folder, not named: a pipe that lies there is not waited for

    def read(self, fix_encoding: bool = False) -> Source:
        """Raises InputError where it is no readable document."""
        if self.path is None:
            return read_stdin(self.name, fix_encoding=fix_encoding)
        if os.path.isdir(self.path):  # a folder with nothing to read in it stands for itself
            raise _bare(self.path)
        return read_path(self.path, self.name, fix_encoding=fix_encoding, regular=self.found)

    @property
    def shown(self) -> str:
        return self.name if self.path is None else str(self.path)


@dataclass(slots=True)
class Inputs:
    """The inputs that arguments name, in order. `several`: they make several documents rather than one.

    A folder stands for its documents (known by their suffix) and those of its subfolders, sorted by name; hidden ones
    are passed over, and links to folders are not followed.
    """

    arguments: list[str]

    @property
    def several(self) -> bool:
        return len(self.arguments) > 1 or os.path.isdir(self.arguments[0])

    @property
    def folders(self) -> list[Path]:
        return [Path(argument) for argument in self.arguments if argument != "-" and os.path.isdir(argument)]

    @property
    def files(self) -> list[Path]:
        """Those that are named one by one."""
        return [Path(argument) for argument in self.arguments if argument != "-" and not os.path.isdir(argument)]

    def __iter__(self) -> Iterator[Input]:
        stems = Counter(_stem(path.name) for path in self.files)
        for argument in self.arguments:
            path = Path(argument)
            if argument == "-":
                yield Input(None, "stdin", "stdin")
            elif os.path.isdir(path):
                yield from _folder(path)
            else:
                stem = _stem(path.name)
                yield Input(path, path.name, path.name if stems[stem] > 1 else stem)

    def count(self) -> int:
        """How many there are. Raises SameNameError where two would be written to one output."""
        if len(self.arguments) == 1:  # within one folder no two are
            return sum(1 for _ in self)
        stems: set[int] = set()
        count = 0
        for given in self:
            stems.add(hash(given.stem))
            count += 1
            if len(stems) < count:
                raise SameNameError(given.stem)
        return count


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]


def _folder(folder: Path) -> Iterator[Input]:
    empty = True
    open_folders = [_listed(folder, PurePosixPath())]
    while open_folders:
        for entry in open_folders[-1]:
            if isinstance(entry, Input):
                yield entry
                empty = False
                continue
            open_folders.append(_listed(folder, entry))
            break
        else:
            open_folders.pop()
    if empty:
        yield Input(folder, folder.name, folder.name)


def _listed(folder: Path, below: PurePosixPath) -> Iterator[Input | PurePosixPath]:
    """The documents of one folder and, between them by name, the paths of its subfolders."""
    try:
        with os.scandir(folder / below) as entries:
            shown = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if entry.name[0] != "."
            )
    except OSError:
        if below.parts:  # reading it as a document says why it cannot be read
            yield Input(folder / below, below.as_posix(), below.as_posix())
        return
    read = [name for name, is_folder in shown if not is_folder and name.lower().endswith(SUFFIXES)]
    stems = Counter(map(_stem, read))
    for name, is_folder in shown:
        path = below / name
        if is_folder:
            yield path
        elif name.lower().endswith(SUFFIXES):
            stem = name if stems[_stem(name)] > 1 else _stem(name)
            yield Input(folder / path, path.as_posix(), (below / stem).as_posix(), found=True)


def _bare(folder: Path) -> InputError:
    """Why a folder gave no input."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        return InputError(str(folder), f"cannot be read ({error.strerror})", "Check who may read the folder")
    kinds = ", ".join(SUFFIXES)
    return InputError(str(folder), f"has no document in it ({kinds})", "Name a folder or files to read")
