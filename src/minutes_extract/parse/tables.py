"""Tables of actions: what, by whom, by when - in cells, or run together by a conversion from PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_extract.parse.due import due_date
from minutes_extract.people import People
from minutes_extract.records import Action, Due, Owner, Place, Segmented
from minutes_extract.roster import Person, flat
from minutes_extract.spans import View

_WHO = r"(?:by )?(?:whom|who)\b|owners?|lead(?: officer)?|responsib\w+|assigned to|officers?|action by"
_WHEN = r"(?:by )?when\b|(?:due |target )?dates?|deadline|due|timescale|by date"
_WHAT = r"actions?(?: points?| required| agreed)?|tasks?|what|item|details?|description"
_HEAD = re.compile(
    rf"\W*(?:(?:no|ref|minute|item)\W{{1,4}})?(?:{_WHAT})\W{{1,6}}(?:{_WHO})(?:\W{{1,6}}(?:{_WHEN}|status|update|progress))?\W*$",
    re.IGNORECASE,
)
_MAYBE = re.compile(rf"\b(?:{_WHAT})\W{{1,6}}(?:{_WHO})", re.IGNORECASE)
_CELL = re.compile(r"\t+|\s*\|\s*| {3,}")
_ROW_LABEL = re.compile(
    r"(?P<number>(?:[A-Z]{1,4} ?)?\d{1,4}[a-z]{0,2}/\d{2,6})\s+(?:(?P<point>[a-z])\.\s+)?|(?P<letter>[a-z])\.\s+(?=[A-Z])|(?P<plain>\d{1,2})[.)]\s+(?=[A-Z])"
)
_DUE = re.compile(
    r"(?:asap|as soon as [\w ]{2,20}|ongoing|\d{1,2}[./]\d{1,2}[./](?:20)?\d\d|(?:by )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: 20\d\d)?|next meeting)\.?$",
    re.IGNORECASE,
)
_POSTS = frozenset(
    [
        "clerk",
        "chair",
        "chairman",
        "chairperson",
        "headteacher",
        "head",
        "secretary",
        "treasurer",
        "all",
        "governors",
        "staff",
    ]
)
BULLET = re.compile(r"[•*●]\s")


@dataclass(slots=True)
class Row:
    """One row: its words, the number of the item it prints, its owners (printed words and person) and its due."""

    place: Place
    number: str | None
    owners: list[Owner] = field(default_factory=list)
    due: Due | None = None
    status: str | None = None


def header_actions(document: Segmented, people: People, meeting_date: str | None) -> list[tuple[str, Action]]:
    """Actions of a table printed before the first item, each with the number of the item that its row prints."""
    rows = table_rows(document.view, *document.head, people, meeting_date)
    return [(row.number, _action(row)) for row in rows if row.number]


def table_actions(view: View, lo: int, hi: int, people: People, meeting_date: str | None) -> list[Action]:
    """Actions of the tables in view[lo:hi], in order."""
    return [_action(row) for row in table_rows(view, lo, hi, people, meeting_date)]


def _action(row: Row) -> Action:
    return Action(row.place, "parse.action.table", True, row.owners, row.due, row.status)


def table_rows(view: View, lo: int, hi: int, people: People, meeting_date: str | None) -> list[Row]:
    """The rows of every table of actions in view[lo:hi]."""
    if not _MAYBE.search(view.text, lo, hi):
        return []
    lines = list(source_lines(view, lo, hi))
    reader = RowReader(view, people, meeting_date)
    out: list[Row] = []
    k = 0
    while k < len(lines):
        if not _HEAD.match(view.text[slice(*lines[k])]):
            k += 1
            continue
        cells = _cells(view.text, *lines[k])
        body = lines[k + 1 :]
        rows, used = reader.celled(body, len(cells)) if len(cells) > 1 else reader.run_on(body)
        out += rows
        k += 1 + max(used, 0)
    return out


def source_lines(view: View, lo: int, hi: int) -> Iterator[Place]:
    """The lines of the source in view[lo:hi], also those that the view has joined; empty ones left out."""
    start = lo
    for at in range(lo, hi):
        char = view.text[at]
        if char == "\n" or (
            char == " "
            and "\n" in view.source[view.offset(at) : view.offset(at + 1) if at + 1 < len(view.text) else None]
        ):
            if view.text[start:at].strip():
                yield start, at
            start = at + 1
    if view.text[start:hi].strip():
        yield start, hi


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


@dataclass(slots=True)
class Tail:
    """What stands in the owner column at the end of a line: from `start`, the owners' words, and a due."""

    start: int
    words: list[str]
    due: Place | None


class RowReader:
    def __init__(self, view: View, people: People, meeting_date: str | None) -> None:
        self.view = view
        self.text = view.text
        self.people = people
        self.date = meeting_date

    # --- cells

    def celled(self, lines: list[Place], columns: int) -> tuple[list[Row], int]:
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
        row.owners = self.owners([self.text[slice(*cells[1])]])
        if len(cells) > 2:
            words = self.text[slice(*cells[2])]
            if re.fullmatch(
                r"(?i)(?:done|complete[d]?|ongoing|on-going|outstanding|open|closed|in progress)\.?", words
            ):
                row.status = words
            else:
                row.due = Due(cells[2], due_date(self.text, *cells[2], self.date))
        return row

    # --- run together

    def run_on(self, lines: list[Place]) -> tuple[list[Row], int]:
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
        """The owner of the row below, printed a line too high ('f. Simon' above 'f. Notify the bank')."""
        tail = self.tail(group[0]) if len(group) == 1 else None
        return tail is not None and tail.start <= group[0][0]

    def _ends(self, line: Place) -> bool:
        """The heads of the next table, or a line that opens the business."""
        return bool(
            re.match(
                r"\s*(?:item notes?\b|minutes?\b|agenda\b|the meeting (?:commenced|opened|started))",
                self.text[slice(*line)],
                re.IGNORECASE,
            )
        )

    def _run_on_row(self, lines: list[Place], number: str | None) -> Row:
        words: list[str] = []
        due: Place | None = None
        end = lines[-1][1]
        for k, line in enumerate(lines):
            if BULLET.match(self.text, *line):
                continue
            tail = self.tail(line)
            if tail is None:
                continue
            words += tail.words
            due = due or tail.due
            if k == len(lines) - 1 and tail.start > line[0]:
                end = tail.start
        first = lines[1] if len(lines) > 1 and self._only_owners(lines[:1]) else lines[0]
        row = Row((first[0], max(end, first[0] + 1)), number, self.owners(words))
        if due is not None:
            row.due = Due(due, due_date(self.text, *due, self.date))
        return row

    def tail(self, line: Place) -> Tail | None:
        """Owners, and perhaps a due, at the end of a line: 'Clerk asap', 'Ben 11/01/2023', 'Marsh/Clerk', 'c. Ada Quill'."""
        lo, hi = line
        while hi > lo and self.text[hi - 1].isspace():
            hi -= 1
        due: Place | None = None
        found = _DUE.search(self.text, lo, hi)
        if found is not None and found.start() > lo:
            due = found.span()
            hi = found.start()
            while hi > lo and self.text[hi - 1].isspace():
                hi -= 1
        words: list[str] = []
        at = hi
        while at > lo:
            start = self.text.rfind(" ", lo, at) + 1 or lo
            word = self.text[start:at]
            if not self._owner_word(word):
                break
            words.insert(0, word)
            at = start
            joined = word.startswith("/") or self.text[lo:at].rstrip().endswith("/")
            if not joined and (word.split("/")[0].lower() in _POSTS or len(words) > 5):
                while at > lo and self.text[at - 1].isspace():
                    at -= 1
                break
            while at > lo and self.text[at - 1].isspace():
                at -= 1
        named = (
            re.compile(r"(?<=[a-z.,] )[A-Z][a-z]+ [A-Z][a-z'-]+$").search(self.text, lo, hi)
            if due and not words
            else None
        )
        if named is not None:  # beside a date even a name that is told nowhere else is an owner
            words, at = named[0].split(), named.start()
        if not words:
            return None
        label = re.compile(r"\b[a-z]\.$").search(self.text, max(lo, at - 3), at)
        return Tail(label.start() if label else at, words, due)

    def _owner_word(self, word: str) -> bool:
        parts = [p for p in re.split(r"[/&,]", word) if p]
        return bool(parts) and all(self._known(p) for p in parts)

    def _known(self, word: str) -> bool:
        roster = self.people.roster
        if word.lower() in _POSTS:
            return word[:1].isupper()
        return word[:1].isupper() and (
            flat(word) in roster.by_family or flat(word) in roster.by_given or word in roster.by_initials
        )

    def owners(self, words: list[str]) -> list[Owner]:
        """The owners that the words of a column spell: 'Ben Marsh/Clerk', 'AQ / IP'."""
        out: list[Owner] = []
        for part in re.split(r"\s*(?:/|&|,|\band\b)\s*", " ".join(words)):
            name = part.strip(" .;")
            if name and not any(o.name == name for o in out):
                out.append(Owner(name, self.person(name)))
        return out

    def person(self, name: str) -> Person | None:
        """The one person of the roster whom a name, initials or a post means."""
        roster = self.people.roster
        if name in roster.by_initials:
            return roster.by_initials[name]
        last = flat(name.split()[-1])
        first = flat(name.split()[0])
        found = [
            p
            for p in roster.by_family.get(last, [])
            if len(name.split()) == 1 or not p.given or flat(p.given[0])[:1] == first[:1]
        ]
        found = found or (roster.by_given.get(first, []) if len(name.split()) == 1 else [])
        found = (
            found
            or roster.holders(name)
            or [p for p in roster.people if not p.printed and name.lower() in (r.lower() for r in p.roles)]
        )
        return found[0] if len(found) == 1 else None
