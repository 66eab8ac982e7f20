"""Declarations in the lists and tables of a section of declarations, where no verb is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.claims import Claims
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.parse.interest_table import interest_rows
from minutes_extract.parse.interests import Interests, Stated
from minutes_extract.parse.withdrawals import withdrawal
from minutes_extract.people import People
from minutes_extract.records import Declaration, Place
from minutes_extract.rules import Patterns

_RULE = "parse.declaration.row"
_CELLS = "parse.declaration.cells"
_AND_CELL = later(r"(?:\band|&|,)\s*$")
_WRAPPED = later(r"[^\t\n]{3,60}\b(?:and|&|,)\s*\t")
_ITEM_FIRST = later(
    r"(?:agenda )?(?:item|minute)s?\b[^\n]{0,90}[-:]\s*(?:(?:cllrs?|councillors?|crs)\.?\s*)?", re.IGNORECASE
)
_FOLLOWS = r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[:\-|\t…]|\.{3,}|{interest_row_goes_on})"
_OPENS = 14  # characters before the name with which a row opens: a bullet, a label
_JOINED = 12  # people of one row at the most


class InterestRows:
    """Reads the rows of one item."""

    def __init__(self, item: ItemText, people: People, doers: Doers, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.doers = doers
        self.patterns = patterns
        self.interests = Interests(item.text, patterns)
        self.row_word = patterns.regex("{interest_row_word}")

    def read(self, done: list[Place]) -> Iterator[Declaration]:
        """The declarations of all rows in which nothing is `done` yet."""
        heading = self.item.section.heading
        if heading is not None and not done:
            view = self.item.view
            yield from self._row(view.position(heading[0]), view.position(heading[1] - 1) + 1, heading=True)
        cells = list(self._cells()) if not done else []
        yield from cells
        claimed = Claims([*done, *(d.place for d in cells)])
        rows = iter(enumerate(self.item.paragraphs))
        sentences = groupby(self.item.sentences, key=lambda s: s.paragraph)
        by_paragraph = {k: list(found) for k, found in sentences}
        for k, p in rows:
            if claimed.covers(p.at) or any(claimed.covers(s.start) for s in by_paragraph.get(k, [])):
                continue
            if _WRAPPED.match(self.text, p.at, p.end) and k + 1 < len(self.item.paragraphs):
                yield from self._row(p.at, next(rows)[1].end)
            elif "\t" in self.text[p.at : p.end]:
                yield from self._row(p.at, p.end)
            else:
                for s in by_paragraph.get(k, []):
                    yield from self._row(s.start, s.end)

    def _cells(self) -> Iterator[Declaration]:
        """The rows of a table with one cell a line, as far as each begins with somebody's name."""
        titled = self.patterns.regex("{interests_titled}").fullmatch(self.item.section.title or "")
        by_title = self.interests.interest(titled["class"]) if titled else None
        for who, what in interest_rows(self.item, self.patterns):
            mentions = [m for m in self.people.within(*who) if m.person is not None]
            if not mentions or mentions[0].start - who[0] > _OPENS:
                return
            words = self.text[what[0] : what[1]]
            items = self.interests.items(*what) or self.interests.leading_number(what)
            withdrew = withdrawal(words, self.patterns)
            interest = self.interests.interest(words) or by_title
            said = Stated(_CELLS, (who[0], what[1]), interest, None, items, withdrew)
            yield from (said.by(Doer(m.start, m.end, m.person, "person"), self.item) for m in mentions)

    def _row(self, lo: int, hi: int, heading: bool = False) -> Iterator[Declaration]:
        """'Cllr Penn: Item 5 - personal', 'AQ and BM in relation to the field', 'Cllr Penn <tab> Personal <tab> Minute 6'."""
        mentions = [m for m in self.people.within(lo, hi) if not self.row_word.search(m.text)]
        if not mentions:
            return
        item_first = _ITEM_FIRST.fullmatch(self.text, lo, mentions[0].start)
        if not (heading or item_first or mentions[0].start - lo <= _OPENS):
            return
        first = mentions[0]
        who = self.doers.joined(Doer(first.start, first.end, first.person, "person"), hi, _JOINED)
        if item_first and not self.text[who[-1].end : hi].strip(" .;"):  # 'Item 10.2 - Alderman Smyth'
            said = Stated(_RULE, (lo, hi), items=self.interests.items(lo, who[0].start))
        elif (words := self._said(who, lo, hi, heading)) is None:
            return
        else:
            behind = (who[-1].end, hi)
            interest, withdrew = self.interests.interest(words), withdrawal(words, self.patterns)
            said = Stated(
                _RULE, (lo, hi), interest, self.interests.nature(*behind), self.interests.items(*behind), withdrew
            )
        yield from (said.by(doer, self.item) for doer in who)

    def _said(self, who: list[Doer], lo: int, hi: int, heading: bool) -> str | None:
        """What a row says behind its first name, or None where it is no declaration; a name in the next cell joins `who`."""
        cells = "\t" in self.text[lo:hi]
        if not cells and not self.patterns.regex(_FOLLOWS).match(self.text, who[-1].end, hi):
            return None
        if cells:
            tab = self.text.find("\t", lo, hi)
            later = next((m for m in self.people.within(tab, hi) if not self.row_word.search(m.text)), None)
            if later is not None and _AND_CELL.search(self.text, lo, tab):
                who.append(Doer(later.start, later.end, later.person, "person"))
        words = self.text[who[0].end : hi]
        if (cells or "|" in words) and not self.row_word.search(words):
            return None
        return None if not heading and len(words.strip(" .:-")) < 3 else words
