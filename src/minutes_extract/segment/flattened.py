"""Web pages that a converter flattened: a table row to a line ('Apologies Minutes: None. |'), one issue over its meetings."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.extent import ATTACHMENT
from minutes_extract.segment.lines import Line, parted
from minutes_extract.segment.page import source_offset

_ROWS = 3  # fewer lines that hold 'Minutes:' between words are a coincidence
_LONG = 160  # characters; longer words before 'Minutes:' are what the agenda said
_ROW = re.compile(r"(?:(?<=\s)|^)(?P<label>(?:Additional documents: )?(?:Minutes|Decision):)\s+(?=\S)")
_AGENDA = re.compile(  # what the agenda says behind the title in a row
    r"\s(?=To (?:receive|consider|approve|agree|note|confirm|invite|sign)\b|(?:All )?Members (?:are|who|will|to)\b|Minute \d)"
)
_ISSUE = re.compile(
    r"Meeting:\s*\d{1,2}/\d{1,2}/\d{4}\s*-\s*[^()\n]{2,120}\(Item (?P<number>[\w/.-]{1,12})\)", re.IGNORECASE
)


def part_rows(lines: list[Line]) -> list[Line]:
    """The lines, where each is a row of a table parted into its title, the label 'Minutes:' and the minutes."""
    matches = {i: m for i, line in enumerate(lines) if not line.aside and (m := _ROW.search(line.text)) is not None}
    if len(matches) < _ROWS or sum(m.start() > 0 for m in matches.values()) < 2:
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        match = matches.get(i)
        if match is None:
            out.append(line)
            continue
        label = match.end("label")
        places = [match.start("label"), label - len(match["label"].split()[-1]), label]
        attached = ATTACHMENT.search(line.text, 0, match.start())
        said = attached or _AGENDA.search(line.text, 0, match.start())
        if said is not None and said.end() < match.start():
            places.insert(0, said.end())
        pieces = parted(line, sorted({source_offset(line, place) for place in places}))
        for piece in pieces:
            if piece.text == "Additional documents:":
                piece.aside = "furniture"
        out += pieces
    return out


def by_rows(finder: Finder) -> list[Candidate]:
    """A heading for each 'Minutes:' of a page of rows: what stands before it in the row, or none."""
    lines = finder.lines
    found: list[Candidate] = []
    for i in finder.open:
        line = lines[i]
        if line.row < 0 or not _ROW.match(line.text + " x"):
            continue
        before = finder.after(i, -1)
        while before is not None and (above := finder.after(before, -1)) is not None and lines[above].row == line.row:
            before = above
        if before is not None and lines[before].row == line.row:
            heading = finder.numbered(before) or finder.bare(before)
            heading.sentence = heading.sentence or len(heading.title) > _LONG
            found.append(heading)
        else:
            found.append(Candidate(i, line.raw, None, "", None, line.end, 0.0, "", last_line=i))
    return found


def by_issue(finder: Finder) -> list[Candidate]:
    """The history of one issue: 'Meeting: 26/02/2025 - Council (Item 88)' over '88 Budget', newest first."""
    found: list[Candidate] = []
    for i in finder.open:
        match = _ISSUE.fullmatch(finder.lines[i].text)
        nxt = finder.after(i)
        heading = finder.numbered(nxt) if match is not None and nxt is not None else None
        if match is None or heading is None or heading.label is None or heading.label.token != match["number"]:
            continue
        heading.sentence = False
        if found:
            heading.at = finder.lines[i].raw
        found.append(heading)
    return found
