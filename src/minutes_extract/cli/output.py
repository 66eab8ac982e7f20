"""`-o` and `--text-out`: which output fits the inputs. Nothing is written yet."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from minutes_extract.batch import Inputs, Sink
from minutes_extract.batch.files import is_plain, writing
from minutes_extract.batch.outputs import Failures, FolderSink, StdoutSink, TextFolder, WholeSink, stream
from minutes_extract.batch.places import Place, is_dir, place, real
from minutes_extract.batch.remote import Remote
from minutes_extract.emit.formats import FORMATS, FormatName

LINES = (".jsonl", ".ndjson")
DATABASES = (".db", ".sqlite", ".sqlite3")


def open_sink(output: str | None, inputs: Inputs, name: FormatName = FormatName.JSON) -> tuple[Sink, Failures | None]:
    """The sink for `-o output`, and the file for what fails. Raises BadParameter where it does not fit the inputs."""
    several, form = inputs.several, FORMATS[name]
    if name is FormatName.JSON and output is not None and output.lower().endswith(DATABASES):
        return _open_tables(output, inputs, FormatName.SQLITE)
    if form.tables:
        return _open_tables(output, inputs, name)
    if output is None or output == "-":
        if several and not form.lines:
            raise _fault(f"several documents cannot stand in one stream as {name}. Give a folder: -o FOLDER/")
        return StdoutSink(None if several else 2), None
    path = _place(output, "-o")
    if _is_folder(output, path, several):
        _keep(inputs, [path / f"{given.stem}{form.suffix}" for given in inputs if not given.found], "-o")
        return FolderSink(path, form.suffix), Failures(path / "failures.jsonl") if several else None
    lines = form.lines and path.suffix.lower() in LINES
    if several and not lines and (is_plain(path) or not form.lines):
        other = " or a .jsonl file" if form.lines else ""
        raise _fault(f"{output}: several inputs need a folder (end it with a slash){other}.")
    if isinstance(path, Path) and not os.path.isdir(path.parent):
        raise _fault(f"{output}: there is no folder {path.parent}. Make it first.")
    _keep(inputs, [path], "-o")
    if not lines and not several:
        return WholeSink(path), None
    listed = Failures(path.with_suffix(".failures.jsonl")) if several and is_plain(path) else None
    return stream(path), listed


def _open_tables(output: str | None, inputs: Inputs, name: FormatName) -> tuple[Sink, Failures | None]:
    """The sink for tables, which one document makes as well as a thousand."""
    from minutes_extract.batch.tables import DatabaseSink, FilesSink  # sqlite3, which nothing else needs

    if output is None or output == "-":
        where = "minutes.db" if name is FormatName.SQLITE else "tables/"
        raise _fault(f"{name} cannot stand in a stream. Name a place: -o {where}", "--format")
    path = _place(output, "-o")
    if isinstance(path, Remote):
        raise _fault(f"{output}: {name} can only be written to a disk. Name a path, and copy what is there then.")
    if name is not FormatName.SQLITE:
        if path.exists() and not path.is_dir():
            raise _fault(f"{output}: is a file, but {name} is a file for each table. Name a folder.")
        return FilesSink(path, name), Failures(path / "failures.jsonl") if inputs.several else None
    if path.is_dir():
        raise _fault(f"{output}: is a folder, but a database is one file. Name one: {path / 'minutes.db'}")
    if not path.parent.is_dir():
        raise _fault(f"{output}: there is no folder {path.parent}. Make it first.")
    _keep(inputs, [path], "-o")
    return DatabaseSink(path), Failures(path.with_suffix(".failures.jsonl")) if inputs.several else None


def open_texts(
    output: str | None, inputs: Inputs, option: str = "--text-out", suffix: str = ".txt"
) -> TextFolder | None:
    """Where `option` puts texts. Raises BadParameter where an input would be overwritten."""
    if output is None:
        return None
    path = _place(output, option)
    if not _is_folder(output, path, inputs.several):
        if inputs.several:
            raise _fault(f"{output}: several inputs need a folder.", option)
        _keep(inputs, [path], option)
        return TextFolder(path.parent, path.name)
    for folder in inputs.folders:  # the texts would be inputs of the next run
        if real(path).is_relative_to(real(folder)):
            raise _fault(f"{output} is in the input folder {folder}. Name another.", option)
    _keep(inputs, [path / f"{given.stem}{suffix}" for given in inputs if not given.found], option)
    return TextFolder(path, suffix=suffix)


def _place(output: str, option: str) -> Place:
    path = place(output)
    if isinstance(path, Remote) and path.readable_only:
        raise _fault(f"{path} can only be read. Name a folder, a file or a store that can be written.", option)
    return path


def _is_folder(output: str, path: Place, several: bool) -> bool:
    """It is one, it ends like one, or several documents go to a name without a suffix."""
    with writing(str(path)):
        if output.endswith(("/", os.sep)) or is_dir(path):
            return True
        return several and not path.suffix and not path.exists()


def _fault(message: str, option: str = "-o") -> typer.BadParameter:
    return typer.BadParameter(message, param_hint=f"'{option}'")


def _keep(inputs: Inputs, targets: list[Place], option: str) -> None:
    """Inputs that are named one by one are not to be overwritten. In a folder nothing is called .json."""
    read = {real(path) for path in inputs.files}
    for target in targets:
        if real(target) in read:
            raise _fault(f"{target} is an input and would be overwritten. Give another name.", option)
