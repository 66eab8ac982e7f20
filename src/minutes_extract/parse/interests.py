"""What words say of an interest, whoever declares it: its class, the items that it concerns, what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.doers import Doer
from minutes_extract.records import Declaration, Place
from minutes_extract.rules import Patterns

_CLASSES = {
    "non_pecuniary": "{interest_non_pecuniary}",
    "pecuniary": "{interest_pecuniary}",
    "prejudicial": "{interest_prejudicial}",
    "personal": "{interest_personal}",
    "other": "{interest_other}",
}
_NUMBER = r"(?:(?:[A-Z]{1,3}/?(?=\d{1,4}/\d))?\d{1,4}[a-z]?(?:[./]\d{1,4})*(?: ?\([a-z0-9]{1,3}\)|(?: [a-z]\)))?)"
_ONE = later(_NUMBER, re.IGNORECASE)
_ITEMS = (
    rf"\b{{item_called}}:? ?(?P<list>{_NUMBER}(?:(?:, ?| and | & |, and | to |/){_NUMBER})*)"
    rf"|\binterests? in (?P<bare>{_NUMBER})(?=[ ,.;])(?! (?:\w+ )?{{street_word}})"
)
_REASON_END = r",? {interest_so}|[;]|(?<=\w)\.$|\.?$"
_REFERRED = later(r"(?P<ref>[A-Z]{0,3}/?\d[\w/.-]*) \((?P<nature>[^()\n]{3,120})\)")
_BRACKET = later(r"\(([^()\n]{6,120})\)")
_WORD = later(r"[a-z]{3}")
_SPREAD = later(r"^(?:Councillors|Cllrs\.?|Crs\.?|Councilors|Members|Messrs\.?)\s+", re.IGNORECASE)
_BEFORE = 12  # characters before the interest in which 'item' may stand: 'item 4, in which'


@dataclass(frozen=True, slots=True)
class Stated:
    """A declaration without its person: several may share one."""

    rule: str
    place: Place
    interest: str | None = None
    nature: Place | None = None
    items: list[str] = field(default_factory=list)
    withdrew: bool | None = None

    def by(self, doer: Doer, item: ItemText) -> Declaration:
        """The declaration of one person; 'Councillors' before the first of several is no part of the name."""
        start, end = self.place
        while end > start and item.text[end - 1].isspace():
            end -= 1
        name = _SPREAD.sub("", item.view.printed(doer.start, doer.end))
        return Declaration(
            (start, end), self.rule, doer.person, name, self.interest, self.nature, list(self.items), self.withdrew
        )


class Interests:
    """Reads what is said of interests in one text."""

    def __init__(self, text: str, patterns: Patterns) -> None:
        self.text = text
        self.patterns = patterns

    def interest(self, words: str) -> str | None:
        """The class as the words give it: 'a Disclosable Pecuniary Interest' is pecuniary; None where they give none."""
        return next((name for name, said in _CLASSES.items() if self.patterns.regex(said).search(words)), None)

    def items(self, lo: int, hi: int) -> list[str]:
        """The printed numbers of the items that text[lo:hi] names."""
        out: list[str] = []
        for match in self.patterns.regex(_ITEMS).finditer(self.text, max(0, lo - _BEFORE), hi):
            out += [one[0] for one in _ONE.finditer(match["list"] or match["bare"])]
        return list(dict.fromkeys(out))

    def leading_number(self, place: Place) -> list[str]:
        """The number with which a cell begins: '6 - Houses in Multiple Occupation'."""
        match = _ONE.match(self.text, *place)
        return [match[0]] if match else []

    def nature(self, lo: int, hi: int) -> Place | None:
        """What the interest is: the words behind 'as', 'by virtue of', ..., or in a bracket."""
        found = self.patterns.regex("{interest_because}").search(self.text, lo, hi)
        if found is not None:
            return self.reason(found.start(), hi)
        bracket = _BRACKET.search(self.text, lo, hi)
        return bracket.span(1) if bracket and _WORD.search(bracket[1]) else None

    def told_behind(self, lo: int, hi: int) -> Place | None:
        """The nature in a sentence of its own: 'The nature of the interest is that she owns the land.'"""
        told = self.patterns.regex("{interest_nature_is}").match(self.text, lo, hi)
        return self.reason(told.end(), hi) if told else None

    def reason(self, lo: int, hi: int) -> Place | None:
        """The words from `lo` on, as far as they are the reason and not what somebody did about it."""
        end = self.patterns.regex(_REASON_END).search(self.text, lo, hi)
        stop = end.start() if end else hi
        while stop > lo and self.text[stop - 1] in " ,.;":
            stop -= 1
        return (lo, stop) if stop > lo + 3 else None

    def natures(self, lo: int, hi: int) -> list[Place]:
        """Natures in brackets behind references: 'E/1054 (family business) and E/1090 (family connection)'.

        Where a reason stands behind them, the bracket is the title: 'Minute 57 (Land at Pound Lane) by virtue of owning it'.
        """
        found = list(_REFERRED.finditer(self.text, lo, hi))
        if found and self.patterns.regex("{interest_because}").search(self.text, found[-1].end(), hi):
            return []
        return [match.span("nature") for match in found]
