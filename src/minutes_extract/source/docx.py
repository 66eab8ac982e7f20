"""Word documents → text: paragraphs with the numbers that Word prints before them, tables as rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from minutes_extract.errors import InputError
from minutes_extract.source.converted import Converted
from minutes_extract.source.extras import needs
from minutes_extract.source.numbering import Numbering
from minutes_extract.source.tables import Line, row_lines
from minutes_extract.source.word import child, is_on, local, value

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_UNPACKED = 300_000_000  # bytes: a document that is larger unpacked is made to fill the memory
_RATIO = 200  # XML shrinks to a tenth or twentieth, hardly ever to less
_SAFE = 20_000_000  # bytes that any document may have, however well they are packed
_HEADING = re.compile(r"heading ([1-6])$", re.IGNORECASE)
_WRAPPERS = frozenset("sdt sdtContent customXml ins moveTo smartTag hyperlink fldSimple dir bdo".split())
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(data: bytes, name: str) -> Converted:
    """The text of a Word document. Raises InputError where it is broken, or made to fill the memory."""
    with needs("docx", name, "is a Word document; reading it"):
        import docx
    _refuse_bombs(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx, zipfile, zlib and lxml have no error in common
        raise _broken(name) from error
    try:
        lines = list(_Reader(document).lines())
    except (KeyError, ValueError, AttributeError, SyntaxError, NotImplementedError) as error:  # a part is missing
        raise _broken(name) from error
    text = "".join("\n" * line.gap + line.text for line in lines).strip("\n")
    return Converted(f"{text}\n" if text else "", MEDIA_TYPE)


def _broken(name: str) -> InputError:
    return InputError(name, "is a broken Word document", "Open it in Word or LibreOffice and save it again")


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise _broken(name) from None
    if size > _UNPACKED or (size > _SAFE and size > _RATIO * len(data)):
        reason = f"unpacks from {len(data):,} to {size:,} bytes, as no real document does"
        raise InputError(name, reason, "If you trust it, open it in Word and save it as plain text")


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document without lists
            numbering = None
        self._numbering = Numbering(numbering, document.styles.element)
        self._ranks = {style.style_id: _rank(style.name or "") for style in document.styles}

    def lines(self) -> Iterator[Line]:
        """Running heads once, the body, running feet once: as in a text made from a PDF."""
        section = self._document.sections[0] if len(self._document.sections) else None
        if section is not None:
            yield from self._running(section, "header")
        yield from self._blocks(self._document.element.body)
        if section is not None:
            yield from self._running(section, "footer")

    def _running(self, section: Any, kind: str) -> list[Line]:
        parts = [getattr(section, f"first_page_{kind}")] if section.different_first_page_header_footer else []
        for part in [*parts, getattr(section, kind)]:
            if part.is_linked_to_previous:
                continue
            lines = [line for line in self._blocks(part._element) if sum(map(str.isalpha, line.text)) > len("page of")]
            if lines:
                return [Line(2, line.text) for line in lines]
        return []

    def _blocks(self, parent: Any, cell: bool = False) -> Iterator[Line]:
        """The lines of the paragraphs and tables in an element; a cell has no headings."""
        gap = 1
        for element in parent.iterchildren():
            name = local(element)
            if name == "p":
                found = self._paragraph(element, cell)
            elif name == "tbl":
                found = self._table(element)
            elif name in _WRAPPERS:
                found = list(self._blocks(element, cell))
            else:
                continue
            for line in found:
                yield Line(max(gap, line.gap), line.text)
                gap = 1
            if not found and name == "p":
                gap = 2  # an empty paragraph is how most people make a space

    def _paragraph(self, paragraph: Any, cell: bool) -> list[Line]:
        boxes: list[Any] = []
        words = "".join(self._words(paragraph, boxes))
        printed = [line.strip(" \u00a0\t") for line in words.split("\n")]
        lines = [Line(1, line) for line in printed if line]
        if lines:
            label = self._numbering.label(paragraph)
            rank = "" if cell else self._ranks.get(value(child(paragraph, "pPr", "pStyle")), "")
            lines[0] = Line(2 if rank else 1, f"{rank}{label}{lines[0].text}")
        for box in boxes:
            lines += self._blocks(box)
        return lines

    def _words(self, parent: Any, boxes: list[Any]) -> Iterator[str]:
        """The text in a paragraph; deleted and hidden text left out, text boxes put into `boxes`."""
        for element in parent.iterchildren():
            name = local(element)
            if name == "t":
                yield (element.text or "").replace("\n", " ")
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "r":
                if not is_on(child(element, "rPr", "vanish")):
                    yield from self._words(element, boxes)
            elif name == "AlternateContent":  # the same box in two forms
                yield from self._words(next(iter(element)), boxes) if len(element) else ()
            elif name in ("drawing", "pict", "object"):
                boxes += element.iter("{*}txbxContent")
            elif name in _WRAPPERS or name == "Choice":
                yield from self._words(element, boxes)

    def _table(self, table: Any) -> list[Line]:
        lines: list[Line] = []
        for row in _rows(table):
            lines += row_lines([list(self._blocks(cell, True)) for cell in _inside(row, "tc")])
        if lines:
            lines[0] = Line(2, lines[0].text)
        return lines


def _rows(table: Any) -> Iterator[Any]:
    for row in _inside(table, "tr"):
        if child(row, "trPr", "del") is None:
            yield row


def _inside(parent: Any, name: str) -> Iterator[Any]:
    """The children of that name, those in content controls too."""
    for element in parent.iterchildren():
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            yield from _inside(element, name)


def _rank(style: str) -> str:
    if match := _HEADING.match(style):
        return "#" * int(match[1]) + " "
    return "# " if style.lower() == "title" else ""
