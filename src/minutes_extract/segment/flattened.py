"""Web pages that a converter flattened: a table row to a line ('Apologies Minutes: None. |'), one issue over its meetings."""

from __future__ import annotations

import re
from itertools import groupby

from minutes_extract.later import later
from minutes_extract.segment.applications import application
from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.extent import ATTACHMENT
from minutes_extract.segment.lines import Line, parted
from minutes_extract.segment.onepage import whole_line
from minutes_extract.segment.page import source_offset
from minutes_extract.segment.titles import Titles
from minutes_extract.segment.words import title_case

_ROWS = 3  # fewer lines that hold 'Minutes:' between words are a coincidence
_LONG = 160  # characters; longer words before 'Minutes:' are what the agenda said
_ROW = later(r"(?:(?<=\s)|^)(?P<label>(?:Additional documents: )?(?:Minutes|Decision):)(?:\s+(?=\S)|$)")
_TASK_BEHIND = later(r"(?<=[a-z)]) (?=To (?:receive|consider|approve|note|confirm|determine|agree) (?:the|a|an|any)\b)")
_AGENDA = later(  # what the agenda says behind the title in a row
    r"\s(?=To (?:receive|consider|approve|agree|note|confirm|invite|sign|report|record|discuss|elect|appoint|hear|answer|review|"
    r"determine|adopt|make|deal|seek|provide|update|inform|declare|disclose|identify|authorise|advise)\b|"
    r"(?:All )?Members (?:are|who|will|to|present|may|should)\b|"
    r"(?:At this (?:point|stage)|You (?:are|may)|Please|This (?:item|report)|In accordance with|Councillors (?:are|who|must|should)|"
    r"The (?i:committee|cabinet|council|panel|board|executive|cabinet member) (?:is|are|will be) (?:asked|invited|requested))\b|"
    r"For (?:the )?(?i:committee|cabinet|council|panel|board|executive|members?) to (?:receive|consider|approve|agree|note)\b|"
    r"Additional documents:|[·•] |Minute \d|(?<!to )(?<!of )(?<!on )(?<!and )Reports? (?:attached|herewith|to follow|enclosed|of the)\b|See attached\b|(?:The Chair\w*|Any \w+ ?\w* councillor) (?:to|may|will)\b)"
)
# a title in capitals before what the agenda said in the same line: 'DISCLOSURE OF INTERESTS Members are invited to'
_CAPITALS = later(r"[A-Z][A-Z0-9'()&/,:; -]{6,}(?<=[A-Z)])(?= (?:[A-Z]?[a-z]|\())")
_TABLE = later(r"(?:\| ?)?(?:No\. ?\||(?:No\. )?Item ?\|)")  # the head of the table: 'No. | Item |'
_HEAD = 14  # lines within which a table says what it holds
_SAME = 30  # characters by which the title of an issue is known again
_ROW_LINES = 12  # lines of one row before its 'Minutes:'
_ISSUE = later(
    r"Meeting:\s*\d{1,2}/\d{1,2}/\d{4}\s*-\s*[^()\n]{2,120}\(Item (?P<number>[\w/.-]{1,12})\)", re.IGNORECASE
)

_ISSUE_PAGE = "issue - meetings"


def part_rows(lines: list[Line], plain_text: str, titles: Titles) -> list[Line]:
    """The lines, where each is a row of a table parted into its title, the label 'Minutes:' and the minutes."""
    table = any(_TABLE.match(line.text) for line in lines[:_HEAD])
    matches = {
        i: m
        for i, line in enumerate(lines)
        if not line.aside and ":" in line.text and (m := _ROW.search(line.text)) and (table or m[0] != line.text)
    }
    inside = sum(m.start() > 0 for m in matches.values())
    if len(matches) < (1 if table else _ROWS) or (inside < 2 and not table):
        return lines
    heads = {head: i for i in matches if (head := _row_head(lines, i, matches, plain_text, titles)) is not None}
    alone = {i for i in range(1, len(lines) - 1) if i not in matches and _is_alone(lines, i, plain_text)} - set(heads)
    out: list[Line] = []
    row, decided = -1, None
    for i, line in enumerate(lines):
        if i in heads or i in alone:
            row = lines[heads.get(i, i)].raw
        match = matches.get(i)
        if match is None:
            pieces = _head_parted(line, _behind(lines, i)) if i in heads or i in alone else [line]
            for piece in pieces:
                piece.row = row
            out += _without_documents(pieces)
            row = -1 if i in alone else row
            continue
        told = _told_again(lines, i, match, decided, plain_text) and row < 0
        decided = i if match["label"].endswith("Decision:") else None
        row = -1
        label = match.end("label")
        places = [match.start("label"), label - len(match["label"].split()[-1]), label]
        attached = ATTACHMENT.search(line.text, 0, match.start())
        said = attached or _AGENDA.search(line.text, 0, match.start())
        if said is not None and said.end() < match.start():
            places.insert(0, said.end())
        pieces = parted(line, sorted({source_offset(line, place) for place in places}))
        for piece in pieces:
            piece.row = -1 if told else piece.row
        out += _without_documents(pieces)
    return out


def _without_documents(pieces: list[Line]) -> list[Line]:
    """The pieces of a line, 'Additional documents:' among them set aside."""
    for piece in pieces:
        if piece.text == "Additional documents:":
            piece.aside = "furniture"
    return pieces


def _told_again(lines: list[Line], i: int, match: re.Match[str], decided: int | None, plain_text: str) -> bool:
    """Does 'Minutes:' begin line i in the row whose 'Decision:' stands in the line `decided`?"""
    inside = decided is not None and not match.start() and match["label"].endswith("Minutes:")
    return inside and decided is not None and "|" not in plain_text[lines[decided].end : lines[i].start]


def _row_head(
    lines: list[Line], i: int, matches: dict[int, re.Match[str]], plain_text: str, titles: Titles
) -> int | None:
    """The line above line i with which the row of its 'Minutes:' begins: behind the bar of the row before, or a stock
    heading in capitals; None where the row begins in line i."""
    stocked = None
    for k in range(i - 1, max(-1, i - 1 - _ROW_LINES), -1):
        if "|" in plain_text[lines[k].end : lines[k + 1].start] or not lines[k].text.strip("|-: "):
            titled = k + 1 < i and (stocked is None or _CAPITALS.match(lines[k + 1].text))
            return k + 1 if titled else stocked
        if k in matches:
            break
        known = titles.begins(lines[k].text, 0)
        if (known is not None and lines[k].text[:known].isupper()) or _asks(lines[k].text):
            stocked = k
    return stocked


def _asks(text: str) -> bool:
    """'Litter Policy To consider the report of the Director': a title, and behind it what the agenda asks."""
    said = _TASK_BEHIND.search(text)
    return (
        said is not None
        and said.start() < _LONG
        and len(text[: said.start()].split()) > 1
        and title_case(text[: said.start()])
    )


def _is_alone(lines: list[Line], i: int, plain_text: str) -> bool:
    """A row that holds only a title, with nothing minuted: 'APPLICATIONS FOR DECISION |' over the rows of the applications."""
    above, below = ("|" in plain_text[lines[k].end : lines[k + 1].start] for k in (i - 1, i))
    title = _head_parted(lines[i])[0].text
    apart = below and (above or title.isupper())
    return apart and "|" not in title and len(title) < _LONG and len(title.split()) > 1 and title_case(title)


def _behind(lines: list[Line], i: int) -> str:
    """The words of the line behind line i, to which a wrapped sentence goes on: 'Pier Repairs For' / 'the Committee to note'."""
    return lines[i + 1].text if i + 1 < len(lines) and not lines[i + 1].aside else ""


def _head_parted(line: Line, behind: str = "") -> list[Line]:
    """The first line of a row, its title parted from what the agenda said behind it."""
    words = f"{line.text} {behind}"
    named = _CAPITALS.match(line.text) or ATTACHMENT.search(line.text)
    said = named or _AGENDA.search(words)
    if said is None or said.end() >= len(line.text):
        return [line]
    title, *rest = parted(line, [source_offset(line, said.end() + (named is not None))])
    for piece in rest:
        piece.blanks = 1  # what the agenda said is no more of the title
    return [title, *rest]


def by_rows(finder: Finder) -> list[Candidate]:
    """A heading for each 'Minutes:' of a page of rows: what stands before it in the row, or none."""
    lines = finder.lines
    found: list[Candidate] = []
    rows = groupby((i for i in finder.open if lines[i].row >= 0), key=lambda i: lines[i].row)
    pieces = [list(row) for _, row in rows]
    if not any(_is_label(lines[i]) for row in pieces for i in row):
        return []
    for row in pieces:
        first = row[0]
        if _is_label(lines[first]):
            line = lines[first]
            found.append(Candidate(first, line.raw, None, "", None, line.end, 0.0, "", last_line=first))
            continue
        heading = (
            application(finder, first)
            or finder.numbered(first)
            or whole_line(finder, first, any(_is_label(lines[i]) for i in row))
        )
        heading.sentence = heading.sentence or len(heading.title) > _LONG or finder.words.is_task(lines[first].text)
        found.append(heading)
    return found


def _is_label(line: Line) -> bool:
    return _ROW.match(line.text + " x") is not None


def by_issue(finder: Finder) -> list[Candidate]:
    """The history of one issue: 'Meeting: 26/02/2025 - Council (Item 88)' over '88 Budget', newest first."""
    found: list[Candidate] = []
    titles = {
        _shortened(finder.lines[i].text) for i in finder.open[:6]
    }  # the page prints the issue's title at its head
    for i in finder.open:
        match = _ISSUE.fullmatch(finder.lines[i].text)
        nxt = finder.after(i)
        heading = finder.numbered(nxt) if match is not None and nxt is not None else None
        if match is None or nxt is None or _ISSUE.fullmatch(finder.lines[nxt].text):
            continue
        below, words = finder.lines[nxt].text, finder.words
        untitled = words.is_task(below) or words.is_sentence(below) or words.banner.fullmatch(below) is not None
        if heading is None and untitled and (above := _title_above(finder, i)) is not None:
            found.append(above)
            continue
        if heading is None or heading.label is None or heading.label.token != match["number"].rstrip("."):
            heading = finder.bare(nxt)  # the number of the item is printed above it only
            known = heading.stock or _shortened(heading.title) in titles
            if not heading.title or heading.sentence or not known:
                continue
        heading.sentence = False
        if found:
            heading.at = finder.lines[i].raw
        found.append(heading)
    return found


def _title_above(finder: Finder, i: int) -> Candidate | None:
    """The issue's title at the head of the page, where the page prints no other: 'Issue - meetings' / title / 'Meeting: ...'"""
    at = finder.after(i, -1)
    above = finder.after(at, -1) if at is not None else None
    if at is None or above is None or finder.lines[above].text.casefold() != _ISSUE_PAGE:
        return None
    heading = finder.bare(at)
    heading.sentence, heading.body = False, finder.lines[i].end
    return heading if heading.title and heading.last_line < i else None


def _shortened(title: str) -> str:
    return title.rstrip(".…").casefold()[:_SAME]
