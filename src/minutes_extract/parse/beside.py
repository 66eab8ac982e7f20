"""Owners printed beside the text: in a column headed 'Action', run into the lines by a conversion, or in a margin without a head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.claims import Claims
from minutes_extract.parse.columns import column_tails
from minutes_extract.parse.doers import Doer
from minutes_extract.parse.due import find_due
from minutes_extract.parse.owners import Owners
from minutes_extract.parse.tails import TailReader
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.cues import lines_with

_COLUMN = later(
    r"^[^\n.:;]{0,70}\bactions?(?: by| for| owner)?[ \t]*$|(?<= )/ actions?[ \t]*$|"
    r"^actions?(?: by)?(?=[ \t]+1(?:\.0|[.)])?[ \t]+[A-Z])",  # 'Action 1.0 Apologies': the head run into the first line
    re.IGNORECASE | re.MULTILINE,
)
_COLUMN_HEADS = frozenset(
    ("/", "item", "minute", "no", "no.", "ref", "agenda", "notes", "subject", "discussion", "minutes")
)
_CARRIED = later(
    r"(?:prop(?:osed)?\b|2nd\b|seconded\b|all (?:agreed|in favour)\b|agreed\W*$|carried\b|unanimous)", re.IGNORECASE
)
# Initials at the end of a line, behind a wide gap or in bold: a margin of owners.
_MARGIN = later(
    r"(?:\t| {3}|\*\*|__)[(\[]?(?P<who>[A-Z]{2,4}(?: ?[/&,+] ?[A-Z]{2,4}){0,4})[)\]]?(?:\*\*|__)?[ \t]*$", re.MULTILINE
)
# What is wanted of somebody, so that the initials beside it are an owner: said anywhere, or as the deed that opens it.
_WANTED = later(
    r"\b(?:should|must|ought|needs?|required|(?:to|will|would) be|(?:is|are) to|will|would)\b", re.IGNORECASE
)
_DEED = r"\W*{deed} (?:the|an?|all|any|some|with|to|for|out|up|new|quotes?|about)\b"
_LETTERS = later(r"[A-Z]+")
_MOST_TAILS = 4  # sentences between a deed and its owner in the column
_IN_COLUMN = "parse.action.column"
_TO_DO = later(r"\b(?:to|will|would|be|is taking)\b")


def has_column(text: str) -> bool:
    """Does the document print a column or heading 'Action', so that bare names at line ends are owners?"""
    return bool(_column_heads(text))


def runs_in(text: str) -> bool:
    """Is the column 'Action' the last of several in one line, so that a conversion ran its owners into the text?"""
    return any(len(head) > 1 for head in _column_heads(text))


@lru_cache(maxsize=8)
def _column_heads(text: str) -> tuple[tuple[str, ...], ...]:
    """Lines that head an action column: 'Action' alone, or the last of some heads ('Item Notes Action'); no title."""
    lines = (
        tuple(match[0].split())
        for start, end in lines_with("action", text)
        for match in _COLUMN.finditer(text, start, end)
    )
    return tuple(
        words for words in lines if len(words) == 1 or (len(words) <= 4 and words[0].casefold() in _COLUMN_HEADS)
    )


@lru_cache(maxsize=8)
def _margin(source: str, initials: frozenset[str]) -> tuple[Place, ...]:
    """Where the source prints taught initials at line ends, if it does so more than once."""
    found = tuple(m.span("who") for m in _MARGIN.finditer(source) if initials.issuperset(_LETTERS.findall(m["who"])))
    return found if len(found) > 1 else ()


class Beside:
    """Reads the owners beside the text of one item. `before(at)`: index of the last sentence that begins before `at`."""

    def __init__(self, item: ItemText, owners: Owners, tails: TailReader, meeting_date: str | None) -> None:
        self.item = item
        self.text = item.text
        self.owners = owners
        self.tails = tails
        self.date = meeting_date
        self.patterns: Patterns = tails.patterns
        self.decides = self.patterns.regex("{decides_here}", flags=0)
        self.deed = self.patterns.regex(_DEED)
        self.starts = [s.start for s in item.sentences]

    def actions(self, known: list[Action]) -> Iterator[Action]:
        """What the owners beside it mark as an action, where no other mark (`known`) has read it."""
        claimed = Claims(a.place for a in known)
        if has_column(self.text):
            for found in (self._decided, self._run_in) if runs_in(self.text) else (self._decided,):
                for action in found(claimed):
                    claimed.add(action.place)
                    yield action
        else:
            yield from self._margin(claimed)

    def _decided(self, claimed: Claims) -> Iterator[Action]:
        """What was decided beside an owner of the column: 'Clerk to get a quote. Prop AB, 2nd CD, all agreed.' / 'NP'."""
        for k, sentence in enumerate(self.item.sentences):
            owners = self.owners.in_column(sentence.start, sentence.end)
            at = k - 1
            while owners and at > k - _MOST_TAILS and at >= 0 and self._carried(at):
                at -= 1
            if not owners or at < 0:
                continue
            deed = self.item.sentences[at]
            told = at < k - 1 or self.decides.search(self.text, deed.start, deed.end) is not None
            named = any(self.owners.named(owner, deed.start, deed.end) for owner in owners)
            if told and named and _TO_DO.search(self.text, deed.start, deed.end) and not claimed.covers(deed.start):
                yield self._action((deed.start, deed.end), [self._owner(d) for d in owners])

    def _carried(self, k: int) -> bool:
        """Does the sentence only tell who moved what stands before it, and that it was carried?"""
        sentence = self.item.sentences[k]
        return _CARRIED.match(self.text, sentence.start, sentence.end) is not None

    def _run_in(self, claimed: Claims) -> Iterator[Action]:
        """The sentence beside which a run-in column prints an owner."""
        for place, owners in column_tails(self.item.view, self.item.lo, self.item.hi, self.tails):
            if not self.starts or self.starts[0] >= place[0] or claimed.covers(place[0]):
                continue
            last = self.item.sentences[self._before(place[0])]
            if _TO_DO.search(self.text, last.start, last.end):
                only_names = len(self.text[place[0] : last.end].split()) <= sum(len(o.name.split()) for o in owners)
                yield self._action((last.start, place[0] if only_names else last.end), owners)

    def _margin(self, claimed: Claims) -> Iterator[Action]:
        """The sentence at whose end, or above whose line, taught initials stand behind a wide gap or in bold."""
        view = self.item.view
        if self.item.lo >= self.item.hi or not self.starts:
            return
        lo, hi = view.offset(self.item.lo), view.offset(self.item.hi - 1)
        places = _margin(view.source, frozenset(self.owners.people.roster.by_initials))
        for start, end in places[bisect_left(places, (lo, 0)) : bisect_left(places, (hi, 0))]:
            at, stop = view.position(start), view.position(end - 1) + 1
            k = self._before(at)
            if not self.text[self.item.sentences[k].start : at].strip(" \t([") and k > 0:
                k -= 1
            deed = self.item.sentences[k]
            place = deed.start, min(at, deed.end)
            far = self.text.count("\n", place[1], at) > 2
            told = self.decides.search(self.text, *place) is not None or not self._is_wanted(*place)
            if place[0] < place[1] and not (far or told or claimed.covers(place[0])):
                yield self._action(place, [self._owner(d) for d in self.owners.in_column(at, stop)])

    def _is_wanted(self, lo: int, hi: int) -> bool:
        return bool(_WANTED.search(self.text, lo, hi) or self.deed.match(self.text, lo, hi))

    def _before(self, at: int) -> int:
        return max(0, bisect_left(self.starts, at) - 1)

    def _owner(self, doer: Doer) -> Owner:
        return Owner(self.item.view.printed(doer.start, doer.end), doer.person)

    def _action(self, place: Place, owners: list[Owner]) -> Action:
        lo, hi = place
        while hi > lo and self.text[hi - 1] in " \t/([":
            hi -= 1  # '... as necessary / AM': a bar between two cells
        return Action((lo, hi), _IN_COLUMN, True, owners, find_due(self.text, lo, hi, self.patterns, self.date))
