"""Actions that the text marks as such: 'Action:', 'ACTION - BM', a bulleted list of them, a column of owners, a table."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from minutes_extract.itemtext import ItemText, Paragraph
from minutes_extract.later import later
from minutes_extract.parse.claims import Claims
from minutes_extract.parse.columns import column_tails
from minutes_extract.parse.doers import Doer
from minutes_extract.parse.due import find_due
from minutes_extract.parse.owners import Owners
from minutes_extract.parse.tables import ActionTables
from minutes_extract.people import People
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

_COLUMN = later(
    r"^[^\n.:;]{0,70}\bactions?(?: by| for| owner)?[ \t]*$|(?<= )/ actions?[ \t]*$|"
    r"^actions?(?: by)?(?=[ \t]+1(?:\.0|[.)])?[ \t]+[A-Z])",  # 'Action 1.0 Apologies': the head run into the first line
    re.IGNORECASE | re.MULTILINE,
)
_COLUMN_HEADS = frozenset(
    ("/", "item", "minute", "no", "no.", "ref", "agenda", "notes", "subject", "discussion", "minutes")
)
_HEADING = later(r"[^.\n]{1,60}:(?:\s*\([^()\n]{0,60}\))?")
_POINT = later(r"\bItem \d+:|(?<=[.;:]\s)\([a-z\d]{1,4}\)\s")
_CUE = later(r"(?:resolved|agreed|decided)\s*[:\-]+\s*", re.IGNORECASE)
_DRESS = "***"
_CARRIED = later(
    r"(?:prop(?:osed)?\b|2nd\b|seconded\b|all (?:agreed|in favour)\b|agreed\W*$|carried\b|unanimous)", re.IGNORECASE
)
_MOST_TAILS = 4  # sentences between a deed and its owner in the column
_IN_COLUMN = "parse.action.column"
_TO_DO = later(r"\b(?:to|will|would|be|is taking)\b")
_INFINITIVE = later(r"\bto [a-z]")


@dataclass(slots=True)
class Marks:
    """What the marks of an item give: actions; `owners` of a column; `listed`, where a heading marks what is undertaken."""

    actions: list[Action] = field(default_factory=list)
    owners: list[Doer] = field(default_factory=list)
    listed: list[Place] = field(default_factory=list)


def has_column(text: str) -> bool:
    """Does the document print a column or heading 'Action', so that bare names at line ends are owners?"""
    return bool(_column_heads(text))


def runs_in(text: str) -> bool:
    """Is the column 'Action' the last of several in one line, so that a conversion ran its owners into the text?"""
    return any(len(head) > 1 for head in _column_heads(text))


@lru_cache(maxsize=8)
def _column_heads(text: str) -> tuple[tuple[str, ...], ...]:
    """Lines that head an action column: 'Action' alone, or the last of some heads ('Item Notes Action'); no title."""
    lines = (tuple(match[0].split()) for match in _COLUMN.finditer(text))
    return tuple(
        words for words in lines if len(words) == 1 or (len(words) <= 4 and words[0].casefold() in _COLUMN_HEADS)
    )


class Marker:
    """Reads the marks of one item."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns, meeting_date: str | None) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.patterns = patterns
        self.date = meeting_date
        self.owners = Owners(item, people, patterns)
        self.tables = ActionTables(item.view, people, patterns, meeting_date)
        self.taken = Claims()
        self.decides = patterns.regex("{decides_here}", flags=0)
        self.starts = [s.start for s in item.sentences]

    def run(self) -> Marks:
        marks = Marks()
        for k, paragraph in enumerate(self.item.paragraphs):
            for rule in self.patterns.near("parse.action.marked", self.text, paragraph.start, paragraph.end):
                if rule.form == "dressed" and not self._dressed(paragraph):
                    continue
                for match in rule.regex.finditer(self.text, paragraph.start, paragraph.end):
                    if not self.taken.covers(match.start()):
                        self._mark(marks, rule, match, k)
        for action in self.tables.actions(self.item.lo, self.item.hi):
            if not self.taken.covers(action.place[0]):
                marks.actions.append(action)
                self.taken.add(action.place)
        if has_column(self.text):
            marks.owners = list(self.owners.column())
            marks.actions += self._decided(marks.actions)
            if runs_in(self.text):
                marks.actions += self._run_in(marks.actions)
        marks.actions.sort(key=lambda a: a.place)
        return marks

    def _mark(self, marks: Marks, rule: Rule, match: re.Match[str], k: int) -> None:
        """Enter what one mark gives, by the form of its rule."""
        who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
        if rule.form == "heading":
            marks.listed.append((match.end(), self._list_end(k)))
        elif rule.form == "behind":
            marks.actions += self._behind(rule.id, match.start(), who)
        elif rule.form == "in":
            sentence = self.item.sentences[self._before(match.start() + 1)]
            hi = match.end("what") if match["what"] else match.start("end")
            marks.actions.append(self._action(rule.id, (self._after_cue(sentence.start, match.start()), hi), who))
        elif rule.form == "dressed":
            marks.actions.append(self._action(rule.id, match.span(), who))
        else:
            marks.actions += self._label(rule.id, match, k, who)
        self.taken.add(match.span())

    def _dressed(self, paragraph: Paragraph) -> bool:
        """Is the paragraph printed in bold italics (Markdown)?"""
        view = self.item.view
        span = view.span(paragraph.start, paragraph.end)
        return view.source.startswith(_DRESS, span.end) and view.source.endswith(_DRESS, 0, span.start)

    def _label(self, rule: str, match: re.Match[str], k: int, who: Place | None) -> Iterator[Action]:
        """'Action:' with the action behind it, with its owner only, or with a list below."""
        lo, hi = match.end(), self._label_end(match, k)
        if not self.text[lo:hi].strip(" .:-"):
            yield from self._bullets(rule, k, ":" in match[0])
            return
        if self.owners.alone(lo, hi) and not _INFINITIVE.search(self.text, lo, hi):
            yield from self._behind(rule, match.start(), (lo, hi))
        elif len(self.text[lo:hi].split()) > 2:
            yield self._action(rule, (lo, hi), who)
        self.taken.add((lo, hi))

    def _label_end(self, match: re.Match[str], k: int) -> int:
        """The words behind a mark: the paragraph where the mark opens it, else the sentence; another mark ends both."""
        paragraph = self.item.paragraphs[k]
        hi = paragraph.end
        if match.start() > paragraph.at + 2:
            sentence = self.item.sentences[self._before(min(match.end(), paragraph.end - 1) + 1)]
            hi = sentence.end if sentence.end > match.end() else hi
        again = match.re.search(self.text, match.end(), hi)
        return again.start() if again else hi

    def _behind(self, rule: str, at: int, who: Place | None) -> Iterator[Action]:
        """A mark that only names owners (or nothing): it marks the sentence before it."""
        for k in range(self._before(at), max(-1, self._before(at) - 6), -1):
            sentence = self.item.sentences[k]
            lo, hi = sentence.start, min(at, sentence.end)
            while hi > lo and self.text[hi - 1] in " -([\t":
                hi -= 1
            if self.text[lo:hi].strip(" .") and not self.taken.covers(lo) and not self.owners.alone(lo, hi):
                yield self._action(rule, (self._after_cue(lo, hi), hi), who)
                return

    def _before(self, at: int) -> int:
        """Index of the last sentence that begins before a position."""
        return max(0, bisect_left(self.starts, at) - 1)

    def _after_cue(self, lo: int, hi: int) -> int:
        """Behind what opens the sentence: another mark, another point ('Item 3:'), a decision's cue ('Resolved -')."""
        lo = self.taken.last_end(lo, hi - 8)
        points = [m.end() if m[0].startswith("(") else m.start() for m in _POINT.finditer(self.text, lo, hi)]
        lo = points[-1] if points else lo
        cue = _CUE.match(self.text, lo, hi)
        return cue.end() if cue else lo

    def _bullets(self, rule: str, k: int, plain: bool) -> Iterator[Action]:
        """The bulleted or labelled paragraphs behind 'Actions:'; the one plain paragraph behind 'Action:' (`plain`)."""
        paragraphs = self.item.paragraphs
        last = k + 1
        while last < min(len(paragraphs), k + 40) and (paragraphs[last].bullet or paragraphs[last].label):
            last += 1
        if last == k + 1 and plain:
            last = min(last + 1, len(paragraphs))
        for p in paragraphs[k + 1 : last]:
            if not self.taken.covers(p.at) and len(self.text[p.at : p.end].split()) > 2:
                yield self._action(rule, (p.at, p.end))
                self.taken.add((p.start, p.end))

    def _list_end(self, k: int) -> int:
        """Where the list under a heading such as 'Outstanding for Action' ends: at the next heading with a colon, or at none."""
        for p in self.item.paragraphs[k + 1 : k + 60]:
            if _HEADING.fullmatch(self.text, p.start, p.end):
                return p.start
        return self.item.hi

    def _decided(self, known: list[Action]) -> Iterator[Action]:
        """What was decided beside an owner of the column: 'Clerk to get a quote. Prop AB, 2nd CD, all agreed.' / 'NP'."""
        claimed = Claims(a.place for a in known)
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
                action = self._action(_IN_COLUMN, (deed.start, deed.end))
                action.owners = [Owner(self.item.view.printed(d.start, d.end), d.person) for d in owners]
                yield action

    def _carried(self, k: int) -> bool:
        """Does the sentence only tell who moved what stands before it, and that it was carried?"""
        sentence = self.item.sentences[k]
        return _CARRIED.match(self.text, sentence.start, sentence.end) is not None

    def _run_in(self, known: list[Action]) -> Iterator[Action]:
        """The sentence beside which a run-in column prints an owner."""
        claimed = Claims(a.place for a in known)
        for place, owners in column_tails(self.item.view, self.item.lo, self.item.hi, self.tables.tails):
            if not self.starts or self.starts[0] >= place[0] or claimed.covers(place[0]):
                continue
            last = self.item.sentences[self._before(place[0])]
            if _TO_DO.search(self.text, last.start, last.end):
                only_names = len(self.text[place[0] : last.end].split()) <= sum(len(o.name.split()) for o in owners)
                hi = place[0] if only_names else last.end
                while hi > last.start and self.text[hi - 1] in " \t/":
                    hi -= 1  # '... as necessary / AM': a bar between two cells
                due = find_due(self.text, last.start, hi, self.patterns, self.date)
                yield Action((last.start, hi), _IN_COLUMN, True, owners, due)

    def _action(self, rule: str, place: Place, who: Place | None = None) -> Action:
        """The action at a place; its owners are those of `who`, else those that its own words name."""
        lo, hi = place
        while lo < hi and self.text[lo] in " \t-–•:*":
            lo += 1
        while hi > lo and self.text[hi - 1].isspace():
            hi -= 1
        action = Action((lo, hi), rule, True, due=find_due(self.text, lo, hi, self.patterns, self.date))
        self.owners.give(action, self.owners.names(*who) if who is not None else self.owners.within(lo, hi))
        return action
