"""Tables of declarations with a row a line, its cells parted by tabs, or flattened to one cell a line.

Councillor
Minute Number
Nature of Interest
G.W. Rhys
6 - Houses in Multiple Occupation
Landlord in the private sector
"""

from __future__ import annotations

from itertools import takewhile

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.records import Place
from minutes_extract.rules import Patterns

_CELL = later(r"[^\t\n]*[^\s][^\t\n]*")
_HANGS = later(r"(?:\band|&|,)\s*\Z")  # a row that goes on in the next line: 'Councillors Lund and <tab> Personal'
_MOST = 5  # columns


def interest_rows(item: ItemText, patterns: Patterns) -> list[tuple[Place, Place]]:
    """Of each row of the table, its first cell and the cells behind it; nothing where the item holds no such table."""
    who, what = patterns.regex("{interest_head_who}"), patterns.regex("{interest_head_what}")
    for k, p in enumerate(item.paragraphs):
        head = _cells(item.text, p.start, p.end)
        if len(head) > 1 and who.fullmatch(item.text, *head[0]) and what.fullmatch(item.text, *head[1]):
            rows = [_cells(item.text, q.start, q.end) for q in item.paragraphs[k + 1 :]]
            return _whole(item.text, rows, len(head))
    cells = [(p.start, p.end) for p in item.paragraphs]
    for k, cell in enumerate(cells):
        if who.fullmatch(item.text, *cell):
            width = 1
            while k + width < len(cells) and width < _MOST and what.fullmatch(item.text, *cells[k + width]):
                width += 1
            if width > 1:
                return _rows(cells[k + width :], width)
    return []


def _cells(text: str, start: int, end: int) -> list[Place]:
    """The places between the tabs of a line, without those that hold nothing."""
    return [match.span() for match in _CELL.finditer(text, start, end)]


def _whole(text: str, rows: list[list[Place]], width: int) -> list[tuple[Place, Place]]:
    """The rows below the head, as far as each has all cells; nothing where a row goes on in the next line."""
    whole = list(takewhile(lambda row: len(row) == width, rows))
    wrapped = any(_HANGS.search(text, *row[0]) for row in whole)
    return [] if wrapped else [(row[0], (row[1][0], row[-1][1])) for row in whole]


def _rows(cells: list[Place], width: int) -> list[tuple[Place, Place]]:
    rows = [cells[k : k + width] for k in range(0, len(cells) - width + 1, width)]
    return [(row[0], (row[1][0], row[-1][1])) for row in rows]
