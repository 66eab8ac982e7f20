"""PDF → text with pypdfium2: lines in reading order, paragraphs parted, running heads printed once."""

from __future__ import annotations

import itertools
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from minutes_extract.errors import InputError
from minutes_extract.source.converted import Converted, Warnings
from minutes_extract.source.extras import needs
from minutes_extract.source.layout import PageLine, reading_order
from minutes_extract.source.running import part_running

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MEDIA_TYPE = "application/pdf"

_WIDE = 1.0  # a gap wider than so many line heights parts columns; the widest spaces of justified text are narrower
_PARAGRAPH = 1.4  # a step down the page of so many usual ones begins a paragraph
_ENOUGH = 5  # steps that tell the usual one
_SHORT = 0.85  # a line that ends before this share of the width is the last of its paragraph
_STEPS = 60.0  # points: a longer step from line to line says nothing about the usual one
# Typesetters' joined letters; pdfium's mark for a hyphen at the end of a line; control characters of broken fonts.
_MENDED: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),
    **{0x09: " ", 0x02: "-", 0xAD: "-", 0xA0: " ", 0xFEFF: None, 0xFFFF: None, 0xFFFE: "-"},
    **{0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"},
}


def read_pdf(data: bytes, name: str) -> Converted:
    """The text of a PDF. Raises InputError where it is broken, locked, or a scan without text."""
    with needs("pdf", name, "is a PDF; reading it"):
        import pypdfium2
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [reading_order(list(_lines(document, number))) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(name, "is a PDF locked with a password", "Save it without one first") from None
        raise InputError(name, "is a broken PDF", "Open it in a PDF reader and save it again") from None
    if not any(pages):
        raise InputError(
            name,
            "is a PDF without text in it, most likely a scan",
            f"Read its text first, for example with OCRmyPDF: ocrmypdf {shlex.quote(name)} read.pdf, or with Tesseract",
        )
    text, starts = _text(pages)
    return Converted(text, MEDIA_TYPE, _blank(pages), starts)


def _blank(pages: list[list[PageLine]]) -> Warnings:
    blank = [str(number) for number, page in enumerate(pages, 1) if not page]
    if not blank:
        return ()
    which = ", ".join(blank[:20]) + (" ..." if len(blank) > 20 else "")
    return (("page_without_text", f"no text on page {which} of {len(pages)}: blank, or a scanned image"),)


def _lines(document: PdfDocument, number: int) -> Iterator[PageLine]:
    """The lines of one page in the order in which it was drawn."""
    page = document[number]
    words = page.get_textpage()
    held: PageLine | None = None
    for line in _drawn(words):
        if held is not None and (joined := _joined(held, line)) is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held
    words.close()
    page.close()


def _drawn(words: PdfTextPage) -> Iterator[PageLine]:
    from pypdfium2.raw import FPDFText_GetUnicode

    run: list[tuple[int, str]] = []
    for index in range(words.count_chars()):
        code = FPDFText_GetUnicode(words, index)
        if code in (0x0A, 0x0D):
            if line := _line(words, run):
                yield line
            run = []
        elif not 0xD800 <= code < 0xE000:
            run.append((index, chr(code)))
    if line := _line(words, run):
        yield line


def _line(words: PdfTextPage, run: list[tuple[int, str]]) -> PageLine | None:
    """A line with its box, a tab where a wide gap parts its words."""
    printed = [(index, letter) for index, character in run if (letter := character.translate(_MENDED))]
    inked = [index for index, letter in printed if not letter.isspace()]
    if not inked:
        return None
    box: dict[int, Any] = {}

    def place(index: int) -> Any:
        if index not in box:
            box[index] = words.get_charbox(index, loose=True)
        return box[index]

    left, bottom, _, top = place(inked[0])
    height = max(top - bottom, 1.0)
    parts: list[str] = []
    last, spaced = inked[0], False
    for index, letter in printed:
        if letter.isspace():
            spaced = True
            continue
        if spaced and parts:
            wide = _WIDE * height * (3 if parts[-1] in ",;" else 1)  # a list of names may be justified loosely
            parts.append("\t" if place(index)[0] - place(last)[2] > wide else " ")
        parts.append(letter)
        last, spaced = index, False
    return PageLine("".join(parts), left, bottom, place(last)[2], top)


def _joined(line: PageLine, following: PageLine) -> PageLine | None:
    """One line of two that stand beside one another.

    pdfium parts them where a cell holds one letter, and where letters are raised, as the 'th' of '8th'.
    """
    shared = min(line.top, following.top) - max(line.bottom, following.bottom)
    lower = min(line.height, following.height)
    gap = following.left - line.right
    wide = gap >= _WIDE * max(line.height, following.height)
    level = abs(line.bottom - following.bottom) < 0.2 * lower
    if shared < 0.5 * lower or gap < -0.3 * lower or (wide and not level):
        return None
    space = "\t" if wide else " " if gap > 0.15 * lower else ""
    low, high = (line.bottom, line.top) if line.height >= following.height else (following.bottom, following.top)
    return PageLine(f"{line.text}{space}{following.text}", line.left, low, following.right, high)


def _text(pages: list[list[PageLine]]) -> tuple[str, tuple[int, ...]]:
    """The text and where in it each page starts."""
    bodies, feet = part_running(pages)
    step = _usual_step(bodies)
    width = max((line.right for page in bodies for line in page), default=0.0)
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    before: PageLine | None = None
    for page in bodies:
        for place, line in enumerate(page):
            if before is not None:
                parted = _page_parts(before, line, width) if place == 0 else _parted(before, line, step)
                parts.append("\n\n" if parted else "\n")
                at += len(parts[-1])
            if place == 0:
                starts.append(at)
            parts.append(line.text)
            at += len(line.text)
            before = line
        if not page:
            starts.append(at)
    text = "".join(parts)
    return "\n\n".join([text, *feet]) + "\n", tuple(starts)


def _usual_step(pages: list[list[PageLine]]) -> float:
    """How far the lines of a paragraph lie apart: the median, which headings and gaps do not move.

    0 where there are too few to tell.
    """
    steps = sorted(
        step
        for page in pages
        for line, below in itertools.pairwise(page)
        if 0 < (step := line.bottom - below.bottom) < _STEPS
    )
    return steps[(len(steps) - 1) // 2] if len(steps) >= _ENOUGH else 0.0


def _parted(before: PageLine, line: PageLine, step: float) -> bool:
    return before.bottom - line.bottom > _PARAGRAPH * max(step, line.height)


def _page_parts(before: PageLine, line: PageLine, width: float) -> bool:
    """Does a paragraph end with the page? Only a full stop on a short line says so."""
    return before.text[-1] in ".:;!?" and (before.right < _SHORT * width or not line.text[0].islower())
