"""Members whom the head of the minutes lists with no word that they were there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from minutes_extract.later import later
from minutes_extract.likeness import title_rank
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader

_FEWEST_LINES = 4  # councillors one under the other; fewer lines may be a list of something else
_FEWEST = 3  # people in one paragraph
_CHAIR = later(r"(?:town )?(?:chair|mayor)", re.IGNORECASE)
_COUNCILLOR = later(r"\bcouncill?or\b", re.IGNORECASE)  # of another council: 'Cllr Dow - District Councillor'
_HELD = later(
    r"\b(?:held|minutes? of|meeting of|meeting on)\b[^\n]{0,300}\d", re.IGNORECASE
)  # 'Minutes of ... held on 4 May'
_LABEL = later(r"[^\n]{0,60}:[ \t]*(?=\S)")  # 'To: Cllrs A, B and C' tells what its people are


class UnlabelledReader:
    """Reads a paragraph of people, or lines that each name one, below the title."""

    def __init__(self, words: Words, text: str, lists: ListReader) -> None:
        self.words = words
        self.text = text
        self.lists = lists

    def paragraphs(self, lo: int, hi: int) -> list[Entry]:
        """A paragraph of three or more people and nothing else, and the paragraphs of people that follow it."""
        found: list[Entry] = []
        for start, end in self._lines(lo, hi):
            if not self.text[start:end].strip():
                continue
            entries = [] if _LABEL.match(self.text, start, end) else self._people(start, end)
            if not found and len(entries) < _FEWEST:
                continue
            if not entries:
                break
            found += entries
        return found if sum(entry.name is not None for entry in found) >= _FEWEST else []

    def below_title(self, lo: int, hi: int) -> list[Entry]:
        """The lines of people right below the one that says when the meeting was held: 'Cllrs A and B' / 'Cllr C (Chair)'."""
        run: list[Entry] = []
        titled = False  # the line before told of the meeting
        for start, end in self._lines(lo, hi):
            if not self.text[start:end].strip():
                continue
            entries = self._read(start, end) if titled or run else []
            members = [entry for entry in entries if entry.name is not None and self._is_member(entry)]
            if run and not members:
                if self._titled(start):
                    continue  # 'Councillor d Dunlin': a name that is misprinted
                break
            run += entries if members else []
            titled = _HELD.search(self.text, start, end) is not None
        named = [entry.name for entry in run if entry.name is not None]
        return run if sum(name.title is not None for name in named) >= _FEWEST else []

    def lines(self, lo: int, hi: int) -> list[Entry]:
        """The first run of lines that each name one person with a title, where one of them took the chair."""
        run: list[Entry] = []
        officers, chaired = 0, False  # those of the run who hold a post
        for start, end in self._lines(lo, hi):
            entries = self._read(start, end)
            if len(entries) == 1 and self._is_member(entries[0]):
                run += entries
                if held := self._posts(entries[0]):
                    officers += 1
                    chaired = chaired or any(map(_CHAIR.match, held))
            elif len(run) >= _FEWEST_LINES:
                break
            else:
                run, officers, chaired = [], 0, False
            # two of them hold a post, one of them that of the chair: 'Ada Dunlin (Chair)' / 'Bo Knot (Treasurer)'
            if len(run) >= _FEWEST and chaired and officers >= 2 and not self._goes_on(end):
                return run
        elected = sum(entry.name is not None and title_rank(entry.name.title) == 0 for entry in run)
        return run if elected >= _FEWEST_LINES and chaired else []

    def _goes_on(self, end: int) -> bool:
        """Is the next line too nothing but one person?"""
        following = next(
            ((lo, hi) for lo, hi in self._lines(end + 1, len(self.text)) if self.text[lo:hi].strip()), None
        )
        return following is not None and len(self._read(*following)) == 1

    def _lines(self, lo: int, hi: int) -> Iterator[tuple[int, int]]:
        while lo < hi:
            end = self.text.find("\n", lo, hi)
            end = hi if end < 0 else end
            yield lo, end
            lo = end + 1

    def _read(self, start: int, end: int) -> list[Entry]:
        """The entries of a line that holds nothing else, or none."""
        first, last = bisect_left(self.words.start, start), bisect_left(self.words.start, end)
        entries, _, unread = self.lists.read(first, last, whole=True)
        return [] if unread else entries

    def _people(self, start: int, end: int) -> list[Entry]:
        """The people of a line of which most are vouched for: by a title, by their initials or post, by a forename."""
        entries = self._read(start, end)
        named = [entry for entry in entries if entry.name is not None]
        vouched = sum(bool(e.name.title or e.initials or e.roles or e.name.sure) for e in named if e.name)
        return entries if vouched * 4 > len(entries) * 3 else []

    def _titled(self, start: int) -> bool:
        first = bisect_left(self.words.start, start)
        return self.lists.names.title_end(first) > first

    def _is_member(self, entry: Entry) -> bool:
        named = entry.name is not None and (entry.name.title is not None or entry.name.sure)
        return named and not any(_COUNCILLOR.search(post) for post in self._posts(entry))

    def _posts(self, entry: Entry) -> list[str]:
        return [" ".join(self.words.text[a:b]) for a, b in entry.roles]
