"""Attendance in columns: several labels in one line, and below each label its people.

PRESENT              APOLOGIES        IN ATTENDANCE
Cllr M Dunlin        Cllr Knot        Mrs D Lake, Clerk
Cllr P Ruff                           PC Dunn
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from minutes_extract.later import later
from minutes_extract.recognise.attendance_labels import Labels
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader
from minutes_extract.records import Place
from minutes_extract.rules import Rule
from minutes_extract.spans import View

_HEAD = later(r"^[^\n\t]{4,60}(?:\t[^\n\t]{4,60}){1,3}$", re.MULTILINE)
_CELL = later(r"[^\t\n]+")
_SPARE = " \t*:"
_ROWS = 80  # below one head
_ASKEW = 4  # columns by which a cell may stand beside its label
_WIDEST = 400  # characters of a line
_NOBODY = later(r"(?:none|nil|n/?a|-+|\d+ [\w ]{3,40})\W*", re.IGNORECASE)  # '2 members of the public'


class ColumnReader:
    """Reads lists that stand side by side, where the place of a cell in its line tells the label above it."""

    def __init__(self, view: View, words: Words, lists: ListReader, known: Labels) -> None:
        self.view = view
        self.text = view.text
        self.words = words
        self.lists = lists
        self.known = known

    def read(self, lo: int, hi: int) -> Iterator[tuple[Place, list[tuple[Rule, list[Entry]]]]]:
        """Each group of columns between two positions: its place and the people that each label is said of."""
        at = lo if self.text.find("\t", lo, hi) >= 0 else hi  # most texts have no columns
        while (head := _HEAD.search(self.text, at, hi)) is not None:
            at = head.end()
            columns = self._labels(*head.span())
            if columns is None:
                continue
            found: list[tuple[Rule, list[Entry]]] = []
            for start, end in self._lines(head.end() + 1, hi):
                row = self._row(columns, start, end)
                if row is None:
                    break
                found += row
                at = end
            if found:
                yield (head.start(), at), found

    def _labels(self, start: int, end: int) -> list[tuple[int, Rule]] | None:
        """The column and the rule of each label of a line; None where a cell is none, or all say the same."""
        columns: list[tuple[int, Rule]] = []
        for cell in _CELL.finditer(self.text, start, end):
            label = self.known.heading.fullmatch(cell[0].strip(_SPARE))
            if label is None:
                return None
            columns.append((self._column(cell.start()), self.known.read(label).rule))
        return columns if len({rule.set["attendance"] for _, rule in columns}) > 1 else None

    def _lines(self, lo: int, hi: int) -> Iterator[Place]:
        for _ in range(_ROWS):
            if lo >= hi:
                return
            end = self.text.find("\n", lo, hi)
            end = hi if end < 0 else end
            yield lo, end
            lo = end + 1

    def _row(self, columns: list[tuple[int, Rule]], start: int, end: int) -> list[tuple[Rule, list[Entry]]] | None:
        """The people of a line by their labels; None where it holds anything else, or a cell lies between two labels."""
        cells = list(_CELL.finditer(self.text, start, end))
        if not 0 < len(cells) <= len(columns):
            return None
        row: list[tuple[Rule, list[Entry]]] = []
        for k, cell in enumerate(cells):
            if _NOBODY.fullmatch(cell[0].strip(_SPARE)):
                continue
            first, last = (bisect_left(self.words.start, place) for place in cell.span())
            entries, _, unread = self.lists.read(first, last)
            if unread or not any(entry.name for entry in entries):
                return None
            own = k if len(cells) == len(columns) else self._below(columns, cell.start())
            if own is None:
                return None
            row.append((columns[own][1], entries))
        return row

    def _below(self, columns: list[tuple[int, Rule]], at: int) -> int | None:
        """Which label a cell stands below: the one that begins at its column, or nearly so."""
        place = self._column(at)
        return next((k for k, (column, _) in enumerate(columns) if abs(column - place) <= _ASKEW), None)

    def _column(self, at: int) -> int:
        """The column of the source at which a position of the text stands in its line."""
        offset = self.view.offset(at)
        line = self.view.source.rfind("\n", max(0, offset - _WIDEST), offset) + 1
        return len(self.view.source[line or max(0, offset - _WIDEST) : offset].expandtabs())
