"""Arguments to inputs: files, folders and `-`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from minutes_extract.errors import InputError
from minutes_extract.source import Source, read_path, read_stdin

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read. `path` is None for standard input; `name` is what the record calls it, with `/` between
    folders below the given one."""

    path: Path | None
    name: str

    def read(self) -> Source:
        """Raises InputError where it is no readable text."""
        if self.path is None:
            return read_stdin(self.name)
        if os.path.isdir(self.path):  # expand() leaves in place a folder with nothing to read in it
            raise _bare(self.path)
        return read_path(self.path, self.name)

    @property
    def shown(self) -> str:
        return self.name if self.path is None else str(self.path)


def expand(arguments: list[str]) -> tuple[list[Input], bool]:
    """The inputs that `arguments` name, in order, and whether they make several documents rather than one.

    A folder stands for its .txt and .md files and those of its subfolders, sorted by name; hidden ones are passed over.
    """
    inputs: list[Input] = []
    several = len(arguments) > 1
    for argument in arguments:
        path = Path(argument)
        if argument == "-":
            inputs.append(Input(None, "stdin"))
        elif os.path.isdir(path):
            several = True
            inputs += _folder(path) or [Input(path, path.name)]
        else:
            inputs.append(Input(path, path.name))
    return inputs, several


def _folder(folder: Path) -> list[Input]:
    found: list[PurePosixPath] = []
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = PurePosixPath(Path(parent).relative_to(folder).as_posix())
        found += [below / name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
    inputs = [Input(folder / name, name.as_posix()) for name in sorted(found)]
    return inputs + [Input(Path(error.filename), Path(error.filename).name) for error in closed]


def _bare(folder: Path) -> InputError:
    """Why a folder gave no input."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        return InputError(str(folder), f"cannot be read ({error.strerror})", "Check who may read the folder")
    return InputError(str(folder), "has no .txt or .md file in it", "Name a folder or files to read")
