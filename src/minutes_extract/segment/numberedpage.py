"""The numbers with which the lines of a document begin, as far as they can be those of items."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from minutes_extract.segment.numbers import Label, read_letter, read_number
from minutes_extract.segment.page import Page

_CODE = re.compile(r"[A-Z]{2,5}")
_MINUTE = re.compile(r"minute (?:no\.? ?)?\d", re.IGNORECASE)
NAMED_RESOLUTION = re.compile(r"[^\n:–]{0,40}(?::| [–-]) That\b")
_CONTINUED = re.compile(r"\((?:continued|cont'?d\.?|cont\.?)\)$", re.IGNORECASE)
_STARRED = re.compile(r"\*\s*(?=\d{1,4}\.?\s+[A-Z])")  # '* 60 Minutes': a star in the margin marks what others decide
_BULLETED = re.compile(r"(?P<bullet>[•*-]\s*)\d{1,3}\.")  # a numbered list that a converter took for bullets


class NumberedPage(Page):
    """Reads the number or letter of a line."""

    def number(self, i: int) -> Label | None:
        """The number with which line i begins."""
        line = self.lines[i]
        if line.number:
            below = read_number(line.number)
            return below._replace(end=0) if below else None
        if not line.bullet:
            return read_number(line.text)
        if starred := _STARRED.match(line.text):
            return read_number(line.text, starred.end())
        bulleted = _BULLETED.fullmatch(line.text)
        return read_number(line.text, bulleted.end("bullet")) if bulleted else None

    def letter(self, i: int) -> Label | None:
        """The letter or Roman numeral with which line i begins."""
        line = self.lines[i]
        number = read_number(line.text) if line.bold == 2 else None
        return read_letter(line.text, number.end if number else 0)  # '1. i) Highways': a converter numbered it again

    def item_number(self, i: int) -> Label | None:
        """The number with which line i begins, where it can be that of an item."""
        label = self.number(i)
        if label is not None and _CONTINUED.search(self.lines[i].text):
            return None  # '4. DELEGATIONS (continued)' at the head of a page
        if label is not None and len(label.numbers) > 1 and NAMED_RESOLUTION.match(self.lines[i].text, label.end):
            return None  # '9-13 Agenda Penn: That the agenda be accepted.': the number of a resolution
        if label is not None and _MINUTE.match(self.lines[i].text) and self.number_above(i):
            return None  # '4.1' / 'Minute 6 - Annual Report': the title speaks of another meeting's minute
        if label is not None and i in self.coded:
            return label._replace(token=f"{self.lines[self.coded[i]].text} {label.token}")
        return label

    @cached_property
    def coded(self) -> dict[int, int]:
        """The lines with a number alone and, above each, the line with its code: 'PAR' / '1' through the whole text."""
        alone = [i for i in self.open if self.lines[i].text.isdigit()]
        above = {i: k for i in alone if (k := self.after(i, -1)) is not None and _CODE.fullmatch(self.lines[k].text)}
        count = Counter(self.lines[k].text for k in above.values())
        return {i: k for i, k in above.items() if count[self.lines[k].text] > max(1, len(alone) // 2)}

    def number_above(self, i: int) -> bool:
        """Does line i already have a number alone above it ('4.' / 'MINUTES' / '4a' / 'Council - 4 May 2022')?"""
        above = self.after(i, -1)
        label = read_number(self.lines[above].text) if above is not None else None
        return above is not None and label is not None and label.end >= len(self.lines[above].text)
