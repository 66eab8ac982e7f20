"""Tables of declarations that a converter flattened to one cell a line.

Councillor
Minute Number
Nature of Interest
G.W. Rhys
6 - Houses in Multiple Occupation
Landlord in the private sector
"""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.records import Place

_WHO = re.compile(r"(?:name of )?(?:councillors?|members?|cllrs?|names?)(?:\(s\))?(?: name)?\W{0,2}", re.IGNORECASE)
_WHAT = re.compile(
    r"(?:agenda |minute )?(?:items?|minutes?)(?: (?:no\.?|numbers?|ref(?:erence)?\.?))?(?: and (?:subject|title))?\W{0,2}|"
    r"(?:nature|type|details?|class|description|reason)(?: of (?:the )?(?:interests?|declarations?))?\W{0,2}|"
    r"(?:declarations? of )?interests?(?: declared)?\W{0,2}|reasons?(?: for (?:declaration|interest))?\W{0,2}|subject\W{0,2}|action taken\W{0,2}",
    re.IGNORECASE,
)
_MOST = 5  # columns


def interest_rows(item: ItemText) -> list[tuple[Place, Place]]:
    """Of each row of the table, its first cell and the cells behind it; nothing where the item holds no such table."""
    cells = [(p.start, p.end) for p in item.paragraphs]
    for k, cell in enumerate(cells):
        if _WHO.fullmatch(item.text, *cell):
            width = 1
            while k + width < len(cells) and width < _MOST and _WHAT.fullmatch(item.text, *cells[k + width]):
                width += 1
            if width > 1:
                return _rows(cells[k + width :], width)
    return []


def _rows(cells: list[Place], width: int) -> list[tuple[Place, Place]]:
    rows = [cells[k : k + width] for k in range(0, len(cells) - width + 1, width)]
    return [(row[0], (row[1][0], row[-1][1])) for row in rows]
