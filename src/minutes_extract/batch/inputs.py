"""Arguments to inputs: files, folders, URLs and `-`. Inputs come one by one, so that a million of them take no memory."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from minutes_extract.batch.places import Place, place
from minutes_extract.batch.remote import Remote
from minutes_extract.errors import InputError
from minutes_extract.source import Source, read_bytes, read_path, read_stdin
from minutes_extract.source.read import file_bytes, printable, readable, stdin_bytes

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx")


class SameNameError(ValueError):
    """Two inputs would be written to one output; the message is the name of it."""


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read. `path` is None for standard input; `name` is what the record calls it, with `/` between
    folders below the given one; `stem` is the name of its output without `.json`."""

    path: Place | None
    name: str
    stem: str
    found: bool = False  # in a folder, not named: a pipe that lies there is not waited for
    data: bytes | None = None  # what it holds, where that was read already

    def read(self, fix_encoding: bool = False) -> Source:
        """Raises InputError where it is no readable document."""
        if self.data is None and self.path is None:
            return read_stdin(self.name, fix_encoding=fix_encoding)
        if self.data is None and isinstance(self.path, Path):
            self._no_folder()
            return read_path(self.path, self.name, fix_encoding=fix_encoding, regular=self.found)
        return read_bytes(self.loaded().data or b"", self.name, fix_encoding=fix_encoding, shown=self.shown)

    def loaded(self) -> Input:
        """The same with its bytes, for a process that cannot read it itself. Raises InputError as `read` does.

        A pipe is refused: what is read here cannot be given up when nobody writes to it.
        """
        if self.data is not None:
            return self
        if self.path is None:
            return replace(self, data=stdin_bytes(self.name))
        self._no_folder()
        if isinstance(self.path, Path):
            return replace(self, data=file_bytes(self.path, regular=True))
        shown = printable(self.shown)
        with readable(shown):
            return replace(self, data=self.path.read(shown))

    def unloaded(self) -> Input:
        return replace(self, data=None) if self.data is not None else self

    def _no_folder(self) -> None:
        """A folder with nothing to read in it stands for itself."""
        if isinstance(self.path, Remote) and self.found:
            return  # the store has listed it as a file
        if self.path is not None and _is_folder(self.path):
            raise _bare(self.path)

    @property
    def shown(self) -> str:
        return self.name if self.path is None else str(self.path)


@dataclass(slots=True)
class Inputs:
    """The inputs that arguments name, in order. `several`: they make several documents rather than one.

    A folder stands for its documents (known by their suffix) and those of its subfolders, sorted by name; hidden ones
    are passed over, and links to folders are not followed. Raises InputError where a library for a URL is missing.
    """

    arguments: list[str]
    _named: list[tuple[Place | None, bool]] = field(init=False)

    def __post_init__(self) -> None:
        places = [None if argument == "-" else place(argument) for argument in self.arguments]
        self._named = [(named, named is not None and _is_folder(named)) for named in places]

    @property
    def several(self) -> bool:
        return len(self._named) > 1 or self._named[0][1]

    @property
    def folders(self) -> list[Place]:
        return [named for named, is_folder in self._named if named is not None and is_folder]

    @property
    def files(self) -> list[Place]:
        """Those that are named one by one."""
        return [named for named, is_folder in self._named if named is not None and not is_folder]

    @property
    def remote(self) -> bool:
        """Is any of them in a store?"""
        return any(isinstance(named, Remote) for named, _ in self._named)

    def __iter__(self) -> Iterator[Input]:
        stems = Counter(_stem(named) for named in self.files)
        for named, is_folder in self._named:
            if named is None:
                yield Input(None, "stdin", "stdin")
            elif is_folder:
                yield from _folder(named)
            else:
                stem = _stem(named)
                yield Input(named, named.name, named.name if stems[stem] > 1 else stem)

    def count(self) -> int:
        """How many there are. Raises SameNameError where two would be written to one output."""
        if len(self._named) == 1:  # within one folder no two are
            return sum(1 for _ in self)
        stems: set[int] = set()
        count = 0
        for given in self:
            stems.add(hash(given.stem))
            count += 1
            if len(stems) < count:
                raise SameNameError(given.stem)
        return count


def _is_folder(named: Place) -> bool:
    if isinstance(named, Path):
        return os.path.isdir(named)
    try:
        return named.is_pattern() or named.is_dir()
    except OSError:  # reading it says why it cannot be read
        return False


def _stem(named: Place) -> str:
    return named.stem if isinstance(named, Remote) else os.path.splitext(named.name)[0]


def _folder(folder: Place) -> Iterator[Input]:
    empty = True
    for given in _matching(folder) if isinstance(folder, Remote) and folder.is_pattern() else _below(folder):
        yield given
        empty = False
    if empty:
        yield Input(folder, folder.name, folder.name)


def _matching(pattern: Remote) -> Iterator[Input]:
    """The files that a pattern fits, whatever their suffix."""
    try:
        paths = sorted(PurePosixPath(path) for path in pattern.matches())
    except OSError:
        return
    stems = Counter(path.with_suffix("") for path in paths)
    for path in paths:
        if not any(part[0] == "." for part in path.parts):
            stem = path if stems[path.with_suffix("")] > 1 else path.with_suffix("")
            yield Input(pattern.folder() / path.as_posix(), path.as_posix(), stem.as_posix(), found=True)


def _below(folder: Place) -> Iterator[Input]:
    open_folders = [_documents(folder, PurePosixPath())]
    while open_folders:
        for entry in open_folders[-1]:
            if isinstance(entry, Input):
                yield entry
                continue
            open_folders.append(_documents(folder, entry))
            break
        else:
            open_folders.pop()


def _documents(folder: Place, below: PurePosixPath) -> Iterator[Input | PurePosixPath]:
    """The documents of one folder and, between them by name, the paths of its subfolders."""
    place = folder / below if below.parts else folder
    try:
        shown = [entry for entry in _listed(place) if entry[0][:1] not in ("", ".")]
    except OSError:
        if below.parts:  # reading it as a document says why it cannot be read
            yield Input(place, below.as_posix(), below.as_posix())
        return
    read = [name for name, is_folder in shown if not is_folder and name.lower().endswith(SUFFIXES)]
    stems = Counter(os.path.splitext(name)[0] for name in read)
    for name, is_folder in shown:
        path = below / name
        if is_folder:
            yield path
        elif name.lower().endswith(SUFFIXES):
            bare = os.path.splitext(name)[0]
            stem = name if stems[bare] > 1 else bare
            yield Input(folder / path, path.as_posix(), (below / stem).as_posix(), found=True)


def _listed(folder: Place) -> list[tuple[str, bool]]:
    """The names in a folder, sorted, and whether each is a folder itself."""
    if isinstance(folder, Remote):
        return folder.listed()
    with os.scandir(folder) as entries:
        return sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)


def _bare(folder: Place) -> InputError:
    """Why a folder gave no input."""
    pattern = isinstance(folder, Remote) and folder.is_pattern()
    try:
        folder.matches() if isinstance(folder, Remote) and pattern else _listed(folder)
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        return InputError(printable(str(folder)), reason, "Check who may read the folder")
    if pattern:
        return InputError(printable(str(folder)), "fits no file", "Check the pattern")
    kinds = ", ".join(SUFFIXES)
    return InputError(str(folder), f"has no document in it ({kinds})", "Name a folder or files to read")
