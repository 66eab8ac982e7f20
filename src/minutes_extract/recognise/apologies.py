"""The list with which a section on apologies opens: a line of names, a sentence, lines of names with reasons."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader

_RECEIVED = re.compile(
    r"\s*(?:(?:were|was|have been) )?(?:received|accepted|noted|intimated) from:? |\s*", re.IGNORECASE
)
_REASON_BEHIND = re.compile(r"\w [-–] [a-z]+(?: [a-z]+){0,4}\W{0,4}$", re.MULTILINE)  # 'Roy Dunn - away'


class ApologyReader:
    """Reads who is listed, not told, at the head of a section on apologies."""

    def __init__(self, words: Words, text: str, lists: ListReader) -> None:
        self.words = words
        self.text = text
        self.lists = lists

    def nothing_else(self, lo: int, hi: int) -> bool:
        """Is the first line with words nothing but a list of people?"""
        start = next((k for k in range(lo, hi) if not self.text[k].isspace()), hi)
        end = self.text.find("\n", start, hi)
        first, last = bisect_left(self.words.start, start), bisect_left(self.words.start, hi if end < 0 else end)
        entries, _, unread = self.lists.read(first, last, whole=True)
        return bool(entries) and unread == 0

    def opening(self, lo: int, hi: int) -> list[Entry]:
        """A list that fills the first sentence, and lines of the same form below it: 'Cllr C - on leave' / 'Roy Dunn - away'."""
        entries = self._first_sentence(lo, hi)
        at = self.text.find("\n", self.words.start[entries[-1].first]) if entries else -1
        while 0 <= at < hi:
            end = self.text.find("\n", at + 1, hi)
            end = hi if end < 0 else end
            if self.text[at:end].strip():
                further = self._first_sentence(at + 1, end) if _REASON_BEHIND.search(self.text, at, end) else []
                if not further:
                    break
                entries += further
            at = end if end < hi else -1
        return entries

    def _first_sentence(self, lo: int, hi: int) -> list[Entry]:
        """The list that fills the first sentence: 'Cllrs A and B (holiday). These were accepted.', 'Cllr C - on leave'."""
        told = _RECEIVED.match(self.text, lo, hi)
        first = bisect_left(self.words.start, told.end() if told else lo)
        found, stopped, _ = self.lists.read(first, bisect_left(self.words.start, hi), prose=True)
        before = self.words.text[stopped - 1] if stopped > first else ""
        ends = stopped >= len(self.words) or self.words.start[stopped] >= hi or self.words.text[stopped] == "."
        closed = ends or "\n" in self.words.text[stopped] or before in (".", "-", "–", ";")
        if not closed or not all(e.name is not None and (e.name.given or e.name.title) for e in found):
            return []
        return found
