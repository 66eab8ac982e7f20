"""How far a heading reaches: over wrapped lines, up to '(Item 5)', down to a text that stands in the same line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.segment.lines import Line
from minutes_extract.segment.numbers import read_letter, read_number
from minutes_extract.segment.page import Page, source_offset
from minutes_extract.segment.runin import run_in
from minutes_extract.segment.words import title_case, unfinished

ITEM_LINE = re.compile(
    r"[(\[](?:(?:agenda )?item\.? (?:no\.? ?)?|agenda no\.? ?)(?P<number>\d{1,3}[a-z]?)(?:[^()\[\]]{0,30})[)\]]$",
    re.IGNORECASE,
)
ATTACHMENT = re.compile(
    r"(?=[\s|pdx-])(?<![\s|-])[\s|-]*+(?:pdf icon\s*)?\b(?P<format>PDF|DOCX?|XLSX?|PPTX?)\s*(?P<size>[\d,.]+)\s*(?P<unit>[KM]B)\b(?:/\d+)?",
    re.IGNORECASE,
)
# a line that begins the body: 'Ada Quill, Transport Manager,', 'Councillor Lund/Councillor Pike', 'Marsh/Penn'
_PERSON_LINE = re.compile(
    r"^[A-Z][\w'-]+ [A-Z][\w'-]+, |\b(?:cr|crs|cllrs?|councillors?|mr|mrs|ms|miss|dr|mayor)\b|^[A-Z][a-z]+/[A-Z][a-z]+$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d\s?(?:st|nd|rd|th)?$")
_MONTH = re.compile(r"(?:st|nd|rd|th)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d{4}", re.IGNORECASE)


@dataclass(slots=True)
class Extent:
    """The words of a heading and where they stand."""

    text: str
    span: tuple[int, int] | None  # source offsets of the words
    last: int  # index of the last line that belongs to the heading
    run_in: bool  # the body begins in the same line
    body: int  # source offset at which the body begins
    item_line: str | None  # the number of '(Item 5)'


def extent(page: Page, first: int, at: int, alone: bool) -> Extent:
    """The heading that begins at position `at` of line `first`."""
    lines = page.lines
    line = lines[first]
    start = source_offset(line, at)
    last, text, item_line = first, line.text[at:], None
    whole = line.level or line.bold == 2 or ITEM_LINE.search(line.text)  # 'MINUTES: 9 MAY 2022 [Item 2]'
    parted = None if whole else run_in(page, line, at, alone)
    if parted is not None:
        end = source_offset(line, parted[0])
        return Extent(
            line.text[at : parted[0]].strip(), (start, end), first, True, source_offset(line, parted[1]), None
        )
    if match := ITEM_LINE.search(text):
        text, item_line = text[: match.start()].rstrip(), match["number"]
    follow = page.after(first)
    upto = _item_line_behind(page, first) if item_line is None else first
    while follow is not None and item_line is None and last - first < 6:
        nxt = lines[follow]
        if match := ITEM_LINE.match(nxt.text):
            item_line, last = match["number"], follow
            break
        if follow >= upto and not _continues(page, text, lines[last], nxt, follow):
            break
        text, last = f"{text} {nxt.text}", follow
        follow = page.after(follow)
    text_end = lines[last].end if not (item_line and last != first) else lines[page.after(last, -1) or first].end
    if item_line and last == first:
        text_end = source_offset(line, at + len(text))
    return Extent(text.strip(), (start, text_end) if text.strip() else None, last, False, lines[last].end, item_line)


def _item_line_behind(page: Page, first: int) -> int:
    """Index of the line '(Item 5)' that closes a heading of a few lines begun at `first`; `first` where there is none."""
    at: int | None = first
    for _ in range(4):
        if at is None or page.lines[at].text.endswith((".", ";")):
            return first
        at = page.after(at)
        if at is None or page.lines[at].blanks:
            return first
        if ITEM_LINE.match(page.lines[at].text):
            return at
    return first


def _continues(page: Page, text: str, before: Line, line: Line, index: int) -> bool:
    """Does the title go on in this line?"""
    words = line.text
    if line.blanks and not (text.endswith((",", "&")) or (words[0].islower() and unfinished(text))):
        return False
    if (
        line.bullet
        or line.level
        or page.is_label(words)
        or read_number(words)
        or read_letter(words)
        or text.endswith((".", ":", "?"))
    ):
        return False
    if page.words.banner.fullmatch(words) and not unfinished(text):
        return False
    stock = page.titles.begins(text, 0)
    if stock is not None and len(text) <= stock + 1 and page.titles.begins(words, 0) is not None:
        # 'NATIONAL ANTHEM' / 'OPENING PRAYER', but 'OPENING' / 'PRAYER'
        return (page.titles.begins(f"{text} {words}", 0) or 0) > len(text) + 1
    if before.bold == 2 and line.bold == 2:
        return text.isupper() <= words.isupper()  # 'FINANCE' / 'Budget for the year': a section and what it took first
    if attached(text):
        return False
    if _MONTH.match(words) and _DAY.search(text):
        return True
    if text[-1] in "-\u2013" and page.words.finite.search(words):
        return False  # 'Quality Dashboard -' / 'No issues were raised'
    if words[0].islower() or words.startswith("/ ") or unfinished(text):
        return len(words.split()) < 16 and not page.words.is_sentence(words)
    if text.isupper() or words.isupper():
        return text.isupper() and words.isupper()
    if not page.wrapped or _PERSON_LINE.search(words):
        return False
    nxt = page.after(index)
    if nxt is not None and ITEM_LINE.match(page.lines[nxt].text):
        return True
    if words.startswith(("The ", "A ", "There ", "It ", "None", "Nil", "No ")):
        return False
    return (
        (len(text) > 0.3 * page.wrapped or not page.titles.kind(text))
        and title_case(words)
        and not page.words.finite.search(words)
        and len(words.split()) < 12
    )


def attached(text: str) -> bool:
    """Does the text tell the size of an attachment ('PDF 97 KB')?"""
    small = text.lower()  # most texts hold neither unit
    return ("kb" in small or "mb" in small) and ATTACHMENT.search(text) is not None


def title_above(page: Page, i: int) -> int | None:
    """The line with which the title above '(Item 3)' or above a number of its own begins."""
    first = page.after(i, -1)
    if first is None:
        return None
    for _ in range(3):
        above = page.after(first, -1)
        if above is None or page.lines[first].blanks:
            break
        words, text = page.lines[above].text, page.lines[first].text
        goes_on = (
            text[0].islower()
            or text[0].isdigit()
            or words.endswith((",", "-", "&"))
            or unfinished(words)
            or (words.isupper() and text.isupper() and read_number(words) is None)
        )
        if not goes_on or words[-1] in ".;":
            break
        first = above
    return first
