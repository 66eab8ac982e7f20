"""The forms in which a record can be written. This is the one list of them; each module is loaded where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Protocol

from minutes_extract.schema import Minutes


class FormatName(StrEnum):
    """What `--format` takes."""

    JSON = "json"
    POPOLO = "popolo"
    OCD = "ocd"
    AKOMANTOSO = "akomantoso"
    ICS = "ics"
    ANNOTATIONS = "annotations"
    SQLITE = "sqlite"
    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Format:
    """One form. The module holds its `render`; `lines`: a document can stand on one line of JSON Lines.

    `tables`: all documents together make tables, to which each comes as its record.
    """

    module: str
    suffix: str
    lines: bool = True
    tables: bool = False


class Render(Protocol):
    def __call__(self, minutes: Minutes, text: str, indent: int | None) -> str:
        """The document, with or without a final newline. `text` is what the spans count; `indent` is for JSON."""


_RECORD = "minutes_extract.emit.json"

FORMATS = {
    FormatName.JSON: Format(_RECORD, ".json"),
    FormatName.POPOLO: Format("minutes_extract.emit.standards.popolo", ".popolo.json"),
    FormatName.OCD: Format("minutes_extract.emit.standards.ocd", ".ocd.json"),
    FormatName.AKOMANTOSO: Format("minutes_extract.emit.standards.akomantoso", ".akn.xml", lines=False),
    FormatName.ICS: Format("minutes_extract.emit.standards.ics", ".ics", lines=False),
    FormatName.ANNOTATIONS: Format("minutes_extract.emit.standards.annotations", ".annotations.jsonld"),
    FormatName.SQLITE: Format(_RECORD, ".db", lines=False, tables=True),
    FormatName.CSV: Format(_RECORD, ".csv", lines=False, tables=True),
    FormatName.PARQUET: Format(_RECORD, ".parquet", lines=False, tables=True),
}


def maker(made_by: str | None, name: FormatName) -> str:
    """Who made a document: in another format than the record's own, what made the record and the format."""
    return made_by or "" if FORMATS[name].module == _RECORD else f"{made_by}, as {name}"


def renderer(name: FormatName) -> Render:
    """The function that writes a record in a format."""
    render: Render = import_module(FORMATS[name].module).render
    return render
