"""Actions that the text marks as such: 'Action:', 'ACTION - BM', a bulleted list of them, a column of owners, a table."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_extract.itemtext import ItemText, Paragraph
from minutes_extract.later import later
from minutes_extract.parse.beside import Beside, has_column
from minutes_extract.parse.claims import Claims
from minutes_extract.parse.doers import Doer
from minutes_extract.parse.due import find_due
from minutes_extract.parse.owners import Owners
from minutes_extract.parse.particulars import Particulars
from minutes_extract.parse.tables import ActionTables
from minutes_extract.people import People
from minutes_extract.records import Action, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

_HEADING = later(r"[^.\n]{1,60}:(?:\s*\([^()\n]{0,60}\))?")
_POINT = later(r"\bItem \d+:|(?<=[.;:]\s)\([a-z\d]{1,4}\)\s")
_REFERENCE = later(r"(?:agenda )?(?:item|minute) \d{1,3}(?:\.\d{1,2})?\s*[:\-–]+\s*", re.IGNORECASE)
_CLOSING = {"(": ")", "[": "]"}
_ARTICLE = 4  # characters of 'the' before an owner
_GOES_ON = later(
    r"\s*(?:[a-z]|(?:[\w'.,&/-]+ ){1,5}(?:to|will|would) [a-z])"
)  # 'Action: Ada' / 'Penn to write to the owner'
_SHORT_LINE = 60  # characters of owners behind a mark
_LONGEST_LIST = 40  # paragraphs of a list of actions
_CUE = later(r"(?:resolved|agreed|decided)\s*[:\-]+\s*", re.IGNORECASE)
_DRESS = "***"
_INFINITIVE = later(r"\bto [a-z]")


@dataclass(slots=True)
class Marks:
    """What the marks of an item give: actions; `owners` of a column; `listed`, where a heading marks what is undertaken."""

    actions: list[Action] = field(default_factory=list)
    owners: list[Doer] = field(default_factory=list)
    listed: list[Place] = field(default_factory=list)


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
        self.beside = Beside(item, self.owners, self.tables.tails, meeting_date)
        self.particulars = Particulars(item, self.owners, patterns, meeting_date)
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
        marks.actions += list(self.beside.actions(marks.actions))
        marks.actions.sort(key=lambda a: a.place)
        return marks

    def _mark(self, marks: Marks, rule: Rule, match: re.Match[str], k: int) -> None:
        """Enter what one mark gives, by the form of its rule."""
        who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
        if rule.form == "heading":
            marks.listed.append((match.end(), self._list_end(k)))
        elif rule.form == "list":
            marks.actions += self._bullets(rule.id, k, False)
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
        hi = self._own_line(lo, hi)
        if not self.text[lo:hi].strip(" .:-"):
            yield from self._bullets(rule, k, ":" in match[0])
            return
        if self.owners.alone(lo, hi) and not _INFINITIVE.search(self.text, lo, hi):
            yield from self._behind(rule, match.start(), (lo, hi))
        elif timed := self.particulars.alone(lo, hi):
            for action in self._behind(rule, match.start(), timed[0]):
                self.particulars.due(action, timed[1])
                yield action
        elif len(self.text[lo:hi].split()) > 2:
            end = self.particulars.begin(lo, hi)
            action = self._action(rule, (lo, end), who)
            hi = self.particulars.give(action, end, hi)
            yield action
        self.taken.add((lo, hi))

    def _label_end(self, match: re.Match[str], k: int) -> int:
        """The words behind a mark: the paragraph where the mark opens it, else the sentence; another mark ends both."""
        paragraph = self.item.paragraphs[k]
        hi = paragraph.end
        if match.start() > paragraph.at + 2:
            sentence = self.item.sentences[self._before(min(match.end(), paragraph.end - 1) + 1)]
            hi = sentence.end if sentence.end > match.end() else hi
        again = match.re.search(self.text, match.end(), hi)
        hi = again.start() if again else hi
        closing = _CLOSING.get(self.text[match.start() - 1 : match.start()])
        closed = self.text.rfind(closing, match.end(), hi) if closing else -1
        return closed if closed >= 0 else hi

    def _own_line(self, lo: int, hi: int) -> int:
        """The end of the line of the source, where it holds nothing but owners and the view has joined the next line to it."""
        view = self.item.view
        end = view.source.find("\n", view.offset(lo), view.offset(lo) + _SHORT_LINE)
        at = view.position(end) if end >= 0 else hi
        goes_on = _GOES_ON.match(self.text, at, hi) is not None
        return at if lo < at < hi and self.text[lo:at].strip() and not goes_on and self.owners.alone(lo, at) else hi

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
        """The paragraphs behind 'Actions:' that have a bullet or a label, or begin with who is to do it; the one plain paragraph
        behind 'Action:' (`plain`).
        """
        paragraphs = self.item.paragraphs
        last = k + 1
        while last < min(len(paragraphs), k + _LONGEST_LIST) and self._listed(paragraphs[last]):
            last += 1
        if last == k + 1 and plain:
            last = min(last + 1, len(paragraphs))
        for p in paragraphs[k + 1 : last]:
            if not self.taken.covers(p.at) and len(self.text[p.at : p.end].split()) > 2:
                reference = _REFERENCE.match(self.text, p.at, p.end)
                yield self._action(rule, (reference.end() if reference else p.at, p.end))
                self.taken.add((p.start, p.end))

    def _listed(self, paragraph: Paragraph) -> bool:
        """Is the paragraph a point of a list of actions?"""
        if paragraph.bullet or paragraph.label:
            return True
        reference = _REFERENCE.match(self.text, paragraph.at, paragraph.end)
        at = reference.end() if reference else paragraph.at
        return any(
            doer is not None and place[0] - at <= _ARTICLE for place, doer in self.owners.within(at, paragraph.end)[:1]
        )

    def _list_end(self, k: int) -> int:
        """Where the list under a heading such as 'Outstanding for Action' ends: at the next heading with a colon, or at none."""
        for p in self.item.paragraphs[k + 1 : k + 60]:
            if _HEADING.fullmatch(self.text, p.start, p.end):
                return p.start
        return self.item.hi

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
