"""Attendance told by letters, with a legend below.

A table of a whole year has a column for each meeting, the last of which is this one. A row whose last cell is no letter
(a vacancy, a resignation) says nothing of it:

    ADA MARROW Headteacher Ex-officio P P S
    P - Present  S - Sanctioned  A - Absent

A list of one meeting has the letter before each name:

    P  Ada Marrow (Chairman)
    A  Bo Lund
    P: Present  A: Apologies for absence submitted
"""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.later import later
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader

_STATE = r"[-=:] ?(?:present|attended|sanctioned|apologies|apology|excused|absent|late)"
_CELL = rf"[A-Z]{{1,2}} ?{_STATE}[a-z ]{{0,12}}"
_SIGN = later(_STATE, re.IGNORECASE)  # found fast, for it begins with a mark; most documents have none
_LEGEND = later(rf"\b{_CELL}[,;\s]+{_CELL}", re.IGNORECASE)
_MEANS = later(
    r"\b([A-Z]{1,2}) ?[-=:] ?(present|attended|sanctioned|apologies|apology|excused|absent|late)", re.IGNORECASE
)
_ATTENDANCE = {"present": "present", "attended": "present", "late": "present", "absent": "absent"}
_LONGEST = 4000  # characters; the longest table seen has 1100
_LED = 3  # so many lines that begin with a letter of the legend are a list


class RegisterReader:
    """Reads tables of letters with the list reader's grammar of names."""

    def __init__(self, words: Words, text: str, lists: ListReader) -> None:
        self.words = words
        self.text = text
        self.lists = lists

    def read(self, lo: int, hi: int) -> list[Entry]:
        """The people of the table above the first legend between two positions."""
        legend = _LEGEND.search(self.text, lo, hi) if _SIGN.search(self.text, lo, hi) else None
        if legend is None:
            return []
        means = {
            m[1]: _ATTENDANCE.get(m[2].lower(), "apologies")
            for m in _MEANS.finditer(self.text, legend.start(), min(hi, legend.end() + 80))
        }
        start = max(lo, legend.start() - _LONGEST)
        first = bisect_left(self.words.start, start)
        last = bisect_left(self.words.start, legend.start())
        rows = self._led_rows(start, legend.start(), means) or self._rows(first, last, means)
        return [e for e in rows if e.name is not None] if any(e.attendance for e in rows) else []

    def _led_rows(self, start: int, stop: int, means: dict[str, str]) -> list[Entry]:
        """The people of the lines that begin with a letter of the legend."""
        letters = "|".join(map(re.escape, means))
        rows: list[Entry] = []
        for led in re.compile(rf"^[ \t]*(?P<letter>{letters})[ \t]+(?=[A-Z])", re.MULTILINE).finditer(
            self.text, start, stop
        ):
            at = bisect_left(self.words.start, led.end())
            name = self.lists.names.read(at, listed=True)
            if name is not None:
                row = self._row(at, name.last, bisect_left(self.words.start, stop))
                row.first = bisect_left(self.words.start, led.start("letter"))
                row.name, row.attendance = name, means[led["letter"]]
                rows.append(row)
        return rows if len(rows) >= _LED else []

    def _rows(self, at: int, end: int, means: dict[str, str]) -> list[Entry]:
        words, rows = self.words, list[Entry]()
        seen_code = ""
        while at < end:
            word = words.text[at]
            if word == "(" and ")" in words.text[at : at + 8]:
                at = words.text.index(")", at) + 1  # 'P (in the chair)'
                continue
            name = None if word in means or not word[:1].isupper() else self.lists.names.read(at, listed=True)
            if name is not None and name.given and name.last <= end and word.lower() not in ("vacant", "vacancy"):
                self._close(rows, seen_code, means, at)
                rows.append(self._row(name.first, name.last, end))
                rows[-1].name = name
                at, seen_code = name.last, ""
                continue
            if word.lower() in ("vacant", "vacancy"):
                self._close(rows, seen_code, means, at)
                rows.append(Entry(None, first=at, last=at + 1))  # a row of nobody
            elif not words.space[at]:
                seen_code = word
            at += 1
        self._close(rows, seen_code, means, end)
        return self._table(rows)

    def _row(self, first: int, last: int, end: int) -> Entry:
        words = self.words
        entry = Entry(None, first=first, last=last, rule="recognise.register")
        behind = words.upto("HEAD", last) if last < end else last
        if behind > last:
            entry.roles.append((last, behind))
        elif words.text[last : last + 1] == ["("] and words.text[words.upto("HEAD", last + 1)] == ")":
            entry.roles.append((last + 1, words.upto("HEAD", last + 1)))
        if last < end and words.text[last].lower().startswith("co-opted"):
            entry.kind = "co_optee"
        return entry

    @staticmethod
    def _close(rows: list[Entry], last_word: str, means: dict[str, str], end: int) -> None:
        if rows:
            rows[-1].attendance, rows[-1].last = means.get(last_word), end

    @staticmethod
    def _table(rows: list[Entry]) -> list[Entry]:
        """Rows from the first that has a letter on: what stands before it is the head of the table."""
        start = next((k for k, row in enumerate(rows) if row.attendance), len(rows))
        return rows[start:]
