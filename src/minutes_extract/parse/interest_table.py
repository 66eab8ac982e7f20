"""Tables of declarations that a converter flattened to one cell a line.

Councillor
Minute Number
Nature of Interest
G.W. Rhys
6 - Houses in Multiple Occupation
Landlord in the private sector
"""

from __future__ import annotations

from minutes_extract.itemtext import ItemText
from minutes_extract.records import Place
from minutes_extract.rules import Patterns

_MOST = 5  # columns


def interest_rows(item: ItemText, patterns: Patterns) -> list[tuple[Place, Place]]:
    """Of each row of the table, its first cell and the cells behind it; nothing where the item holds no such table."""
    who, what = patterns.regex("{interest_head_who}"), patterns.regex("{interest_head_what}")
    cells = [(p.start, p.end) for p in item.paragraphs]
    for k, cell in enumerate(cells):
        if who.fullmatch(item.text, *cell):
            width = 1
            while k + width < len(cells) and width < _MOST and what.fullmatch(item.text, *cells[k + width]):
                width += 1
            if width > 1:
                return _rows(cells[k + width :], width)
    return []


def _rows(cells: list[Place], width: int) -> list[tuple[Place, Place]]:
    rows = [cells[k : k + width] for k in range(0, len(cells) - width + 1, width)]
    return [(row[0], (row[1][0], row[-1][1])) for row in rows]
