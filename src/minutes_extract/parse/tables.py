"""Tables of actions: what, by whom, by when - in cells, or run together by a conversion from PDF."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_extract.later import later
from minutes_extract.parse.due import due_date
from minutes_extract.parse.heads import MOST, Heads, cells, is_rule, read_heads, stacked_heads
from minutes_extract.parse.tails import BULLET, TailReader, source_lines
from minutes_extract.people import People
from minutes_extract.records import Action, Due, Owner, Place
from minutes_extract.rules import Patterns
from minutes_extract.spans import View

_HEADS = r"{table_what}\W{1,6}{table_who}"
_HEAD = rf"\W*(?:(?:no|ref|minute|item)\W{{1,4}})?{_HEADS}(?:\W{{1,6}}(?:{{table_when}}|status|update|progress))?\W*$"
# Where a table may be: the head that says who ends its cell, or stands behind the one that says what.
_MAYBE = rf"\b{{table_who}}[*_. ]{{0,3}}(?:[|\n\t]| {{3}}|$)|\b{_HEADS}"
_NUMBER = later(r"[\w./()-]{1,9}")
_LONGEST = 200  # characters of a line that may hold the heads of a table
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
        self.people = people
        self.tails = TailReader(view, people, patterns)
        self.date = meeting_date

    def actions(self, lo: int, hi: int) -> list[Action]:
        """The actions of the tables in view[lo:hi], in order."""
        return [_action(row) for row in self._rows(lo, hi)]

    def numbered(self, lo: int, hi: int) -> list[tuple[str, Action]]:
        """The same, of the rows that print the number of an item, with that number."""
        return [(row.number, _action(row)) for row in self._rows(lo, hi) if row.number]

    def _rows(self, lo: int, hi: int) -> list[Row]:
        if not self.patterns.regex(_MAYBE).search(self.text, lo, hi):
            return []
        lines = list(source_lines(self.view, lo, hi))
        out: list[Row] = []
        k = 0
        while k < len(lines):
            rows, used = self._table(lines, k)
            out += rows
            k += max(1, used)
        return out

    def _table(self, lines: list[Place], k: int) -> tuple[list[Row], int]:
        """The rows of the table whose heads begin with line `k`, and how many lines heads and rows take; 0 where none does."""
        words = self.text[slice(*lines[k])]
        if len(words) > _LONGEST:
            return [], 0
        heads = cells(self.text, *lines[k])
        if len(heads) > 1:
            columns = read_heads([self.text[slice(*cell)] for cell in heads], self.patterns)
            rows, used = self._celled(lines, k + 1, columns) if columns else ([], 0)
        elif self.patterns.regex(_HEAD).match(words):
            rows, used = self._run_on(lines[k + 1 :])
        elif columns := stacked_heads(self.text, lines[k : k + MOST], self.patterns):
            rows = self._stacked(lines, k + columns.width, columns)
            used = (1 + len(rows)) * columns.width - 1
        else:
            return [], 0
        return rows, 1 + used if rows else 0

    # --- cells

    def _celled(self, lines: list[Place], at: int, columns: Heads) -> tuple[list[Row], int]:
        """Rows whose cells are told apart by tabs, bars or wide gaps; a line with one cell ends the table."""
        rows: list[Row] = []
        k = at
        while k < len(lines):
            if not is_rule(self.text, lines[k]):
                row = cells(self.text, *lines[k])
                if len(row) < 2:
                    break
                if found := self._celled_row(row, columns):
                    rows.append(found)
            k += 1
        return rows, k - at

    def _celled_row(self, row: list[Place], columns: Heads) -> Row | None:
        """One row; where a cell is missing, the first two behind a number say what and who."""
        if len(row) != columns.width:
            if columns.who < columns.what:
                return None
            first = 1 if len(row) > 2 and _NUMBER.fullmatch(self.text[slice(*row[0])]) else 0
            columns = Heads(
                first, first + 1, first + 2 if len(row) > first + 2 else None, None, first - 1 if first else None, 0
            )
        return self._row(row, columns)

    def _row(self, row: list[Place], columns: Heads) -> Row | None:
        """The record of one row by its columns; None where nothing is to be done."""
        if not self.text[slice(*row[columns.what])].strip():
            return None
        number = self.text[slice(*row[columns.number])] if columns.number is not None else ""
        out = Row(row[columns.what], number or None)
        out.owners = self._owners(row[columns.who])
        for column in (columns.when, columns.status):
            cell = row[column] if column is not None else (0, 0)
            words = self.text[slice(*cell)]
            if not words.strip("-–. "):
                continue
            if column == columns.status or self.patterns.regex(r"{table_state}\.?").fullmatch(words):
                out.status = words
            else:
                out.due = Due(cell, due_date(self.text, *cell, self.date))
        return out

    def _owners(self, cell: Place) -> list[Owner]:
        """The owners of a cell; a name with a title is the person whom a mention there means."""
        owners = self.tails.owners([self.text[slice(*cell)]])
        for owner in owners:
            told = (m.person for m in self.people.within(*cell) if m.person is not None and m.text in owner.name)
            owner.person = owner.person or next(told, None)
        return owners

    def _stacked(self, lines: list[Place], at: int, columns: Heads) -> list[Row]:
        """Rows of one cell a line, as long as the cell that says who holds owners."""
        rows: list[Row] = []
        owners = self.patterns.regex("{owner_list}")
        for k in range(at, len(lines) - columns.width + 1, columns.width):
            row = lines[k : k + columns.width]
            who = self.text[slice(*row[columns.who])].strip(" .")
            if not owners.fullmatch(who) and not all(self.tails.known(word) for word in who.split()):
                break
            if found := self._row(row, columns):
                rows.append(found)
        return rows

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
