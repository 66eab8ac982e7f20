"""Attendance in a Markdown table: a column for those present and one for apologies, or a row for each person.

| Present | Apologies |          | Name | Role | Present |
| --- | --- |                    |---|---|---|
| Cllr Dunlin | Cllr Knot |      | Ada Dunlin | Chair | Yes |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from minutes_extract.later import later
from minutes_extract.recognise.attendance_labels import Labels
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader
from minutes_extract.records import Place
from minutes_extract.rules import Rule

_TABLE = later(r"(?:^[ \t]*\|[^\n]*\|[ \t]*(?:\n+|\Z)){2,}", re.MULTILINE)
_NAME = later(r"(?:full )?names?|members?|governors?|councillors?|trustees?|attendees?", re.IGNORECASE)
_WAS_THERE = later(r"present|attend(?:ance|ed|ing)|present\?|status", re.IGNORECASE)
_SAYS = later(
    r"(?P<present>(?:y|yes|present|attended|p|✓|✔|√)$)|(?P<apologies>apolog|apols?$)|(?P<absent>(?:n|no|absent)$)",
    re.IGNORECASE,
)


class PipeTableReader:
    """Reads the tables of a text whose head tells who was there."""

    def __init__(self, words: Words, text: str, lists: ListReader, known: Labels) -> None:
        self.words = words
        self.text = text
        self.lists = lists
        self.known = known

    def read(self, lo: int, hi: int) -> Iterator[tuple[Place, list[tuple[Rule, list[Entry]]]]]:
        """Each table of attendance between two positions: its place and the people that each label is said of."""
        for table in _TABLE.finditer(self.text, lo, hi) if "|" in self.text[lo:hi] else ():
            rows = [cells for cells in map(self._cells, self._lines(*table.span())) if not self._rule_line(cells)]
            found = self._by_column(rows) or self._by_row(rows)
            if found:
                yield table.span(), found

    def _lines(self, lo: int, hi: int) -> Iterator[Place]:
        for line in re.finditer(r"[^\n]+", self.text[lo:hi]):
            if line.group().strip():
                yield lo + line.start(), lo + line.end()

    def _cells(self, line: Place) -> list[Place]:
        """The places of the cells between the bars of a line."""
        bars = [k for k in range(*line) if self.text[k] == "|"]
        return [(a + 1, b) for a, b in pairwise(bars)]

    def _said(self, cell: Place) -> str:
        return self.text[slice(*cell)].strip(" \t*:?")

    def _rule_line(self, cells: list[Place]) -> bool:
        return all(not self._said(cell).strip("-") for cell in cells)

    def _people(self, cell: Place) -> list[Entry]:
        first, last = bisect_left(self.words.start, cell[0]), bisect_left(self.words.start, cell[1])
        entries, _, _ = self.lists.read(first, last)
        for entry in entries:
            entry.listed = cell[0]
        return entries

    def _by_column(self, rows: list[list[Place]]) -> list[tuple[Rule, list[Entry]]]:
        """Columns that are each headed by a label."""
        labels = [self.known.heading.fullmatch(self._said(cell)) for cell in rows[0]] if rows else []
        if len(labels) < 2 or not all(labels):
            return []
        return [
            (self.known.read(label).rule, self._people(row[k]))
            for row in rows[1:]
            for k, label in enumerate(labels)
            if label is not None and k < len(row)
        ]

    def _by_row(self, rows: list[list[Place]]) -> list[tuple[Rule, list[Entry]]]:
        """Rows that each name one person, and say in a cell of their own whether they were there."""
        head = [self._said(cell) for cell in rows[0]] if rows else []
        told = next((k for k, said in enumerate(head) if k and _WAS_THERE.fullmatch(said)), None)
        if told is None or not _NAME.fullmatch(head[0]):
            return []
        found: list[tuple[Rule, list[Entry]]] = []
        for row in (row for row in rows[1:] if len(row) > told):
            if says := _SAYS.match(self._said(row[told])):
                rule = self.known.by_id[f"recognise.attendance.{says.lastgroup}"]
                found.append((rule, self._people((row[0][0], row[told][0] - 1))))
        return found
