"""Tables of actions: what, by whom, by when - in cells, or run together by a conversion from PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_extract.later import later
from minutes_extract.parse.due import due_date
from minutes_extract.parse.tails import BULLET, TailReader, source_lines
from minutes_extract.people import People
from minutes_extract.records import Action, Due, Owner, Place
from minutes_extract.rules import Patterns
from minutes_extract.spans import View

_HEADS = r"{table_what}\W{1,6}{table_who}"
_HEAD = rf"\W*(?:(?:no|ref|minute|item)\W{{1,4}})?{_HEADS}(?:\W{{1,6}}(?:{{table_when}}|status|update|progress))?\W*$"
_CELL = later(r"\t+|\s*\|\s*| {3,}")
_ROW_LABEL = later(
    r"(?P<number>(?:[A-Z]{1,4} ?)?\d{1,4}[a-z]{0,2}/\d{2,6})\s+(?:(?P<point>[a-z])\.\s+)?|(?P<letter>[a-z])\.\s+(?=[A-Z])|(?P<plain>\d{1,2})[.)]\s+(?=[A-Z])"
)


@dataclass(slots=True)
class Row:
    """One row: its words, the number of the item it prints, its owners (printed words and person) and its due."""

    place: Place
    number: str | None
    owners: list[Owner] = field(default_factory=list)
    due: Due | None = None
    status: str | None = None


class ActionTables:
    """Reads the tables of actions of one document. `meeting_date` (ISO) settles a due without a year."""

    def __init__(self, view: View, people: People, patterns: Patterns, meeting_date: str | None) -> None:
        self.view = view
        self.text = view.text
        self.patterns = patterns
        self.tails = TailReader(view, people, patterns)
        self.date = meeting_date

    def actions(self, lo: int, hi: int) -> list[Action]:
        """The actions of the tables in view[lo:hi], in order."""
        return [_action(row) for row in self._rows(lo, hi)]

    def numbered(self, lo: int, hi: int) -> list[tuple[str, Action]]:
        """The same, of the rows that print the number of an item, with that number."""
        return [(row.number, _action(row)) for row in self._rows(lo, hi) if row.number]

    def _rows(self, lo: int, hi: int) -> list[Row]:
        if not self.patterns.regex(rf"\b{_HEADS}").search(self.text, lo, hi):
            return []
        head = self.patterns.regex(_HEAD)
        lines = list(source_lines(self.view, lo, hi))
        out: list[Row] = []
        k = 0
        while k < len(lines):
            if not head.match(self.text[slice(*lines[k])]):
                k += 1
                continue
            cells = _cells(self.text, *lines[k])
            body = lines[k + 1 :]
            rows, used = self._celled(body) if len(cells) > 1 else self._run_on(body)
            out += rows
            k += 1 + used
        return out

    # --- cells

    def _celled(self, lines: list[Place]) -> tuple[list[Row], int]:
        """Rows whose cells are told apart by tabs or bars; a line with one cell goes on with the row before or ends the table."""
        rows: list[Row] = []
        used = 0
        for line in lines:
            cells = _cells(self.text, *line)
            if len(cells) < 2 or set(self.text[slice(*line)]) <= set("|-: \t"):
                if len(cells) >= 2:
                    used += 1
                    continue
                break
            used += 1
            rows.append(self._celled_row(cells))
        return rows, used

    def _celled_row(self, cells: list[Place]) -> Row:
        label = _ROW_LABEL.fullmatch(self.text[slice(*cells[0])] + " ") if len(cells) > 2 else None
        number = label["number"] if label else None
        if re.fullmatch(r"[\w./()-]{1,9}", self.text[slice(*cells[0])]) and len(cells) > 2:
            number, cells = self.text[slice(*cells[0])], cells[1:]
        row = Row(cells[0], number)
        row.owners = self.tails.owners([self.text[slice(*cells[1])]])
        if len(cells) > 2:
            words = self.text[slice(*cells[2])]
            if self.patterns.regex(r"{table_status}\.?").fullmatch(words):
                row.status = words
            else:
                row.due = Due(cells[2], due_date(self.text, *cells[2], self.date))
        return row

    # --- run together

    def _run_on(self, lines: list[Place]) -> tuple[list[Row], int]:
        """Rows that begin with a label; their owners and dues stand at the ends of their lines, in pieces."""
        rows: list[Row] = []
        number: str | None = None
        group: list[Place] = []
        used = 0
        for k, line in enumerate(lines):
            label = _ROW_LABEL.match(self.text, *line)
            if label is None and not rows and not group:
                break
            if label is not None:
                if group and self._only_owners(group):
                    group.append((label.end(), line[1]))
                    continue
                if group:
                    rows.append(self._run_on_row(group, number))
                number = label["number"] or number
                group = [(label.end(), line[1])]
            elif self._ends(line):
                break
            else:
                group.append(line)
            used = k + 1
        if group:
            rows.append(self._run_on_row(group, number))
        return rows, used

    def _only_owners(self, group: list[Place]) -> bool:
        """The owner of the row below, printed a line too high ('f. Ada' above 'f. Notify the bank')."""
        tail = self.tails.read(group[0]) if len(group) == 1 else None
        return tail is not None and tail.start <= group[0][0]

    def _ends(self, line: Place) -> bool:
        """The heads of the next table, or a line that opens the business."""
        return self.patterns.regex(r"\s*{table_end}").match(self.text[slice(*line)]) is not None

    def _run_on_row(self, lines: list[Place], number: str | None) -> Row:
        words: list[str] = []
        due: Place | None = None
        end = lines[-1][1]
        for k, line in enumerate(lines):
            if BULLET.match(self.text, *line):
                continue
            tail = self.tails.read(line)
            if tail is None:
                continue
            words += tail.words
            due = due or tail.due
            if k == len(lines) - 1 and tail.start > line[0]:
                end = tail.start
        first = lines[1] if len(lines) > 1 and self._only_owners(lines[:1]) else lines[0]
        row = Row((first[0], max(end, first[0] + 1)), number, self.tails.owners(words))
        if due is not None:
            row.due = Due(due, due_date(self.text, *due, self.date))
        return row


def _action(row: Row) -> Action:
    return Action(row.place, "parse.action.table", True, row.owners, row.due, row.status)


def _cells(text: str, lo: int, hi: int) -> list[Place]:
    """The cells of a line, without the white space around them."""
    out: list[Place] = []
    at = lo
    for cut in [*_CELL.finditer(text, lo, hi), None]:
        stop = cut.start() if cut else hi
        if text[at:stop].strip():
            start = at + len(text[at:stop]) - len(text[at:stop].lstrip())
            out.append((start, at + len(text[at:stop].rstrip())))
        at = cut.end() if cut else hi
    return out
