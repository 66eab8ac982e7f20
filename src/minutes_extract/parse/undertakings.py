"""Undertakings in prose: a person, a post or the officers will do something after the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.claims import Claims
from minutes_extract.parse.doers import Doer
from minutes_extract.parse.due import find_due
from minutes_extract.parse.forms import Forms
from minutes_extract.people import People
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

_PART = later(r";|\s-\s|,\s+(?:and|but|so)\s|,\s(?=(?:the\s)?[A-Z])|\sand\s(?=(?:the\s)?[A-Z])")
_BEFORE = 400  # characters before a verb in which a cue of a decision makes it a clause
_NEXT_MEETING = later(
    r"(?:the )?(?:dates?(?: and (?:time|venue|place)s?)? of (?:the )?)?next (?:[\w-]+ ){0,2}meetings?\b", re.IGNORECASE
)
_NAMELESS = ("passive", "verbless")
_ALSO = later(r"Also to (?!be\b)[a-z]")
_RUN_IN = later(r"(?:^|[.!?]\s)[^.:\n]{1,70}?(?::|\s-)\s+$")
_LABEL = later(r"[.;:]\s+\([a-z\d]{1,4}\)\s+")
_ARTICLE = later(r"(?:the|our)\s+$", re.IGNORECASE)


def find_undertakings(
    item: ItemText, people: People, patterns: Patterns, decided: Iterable[Place], meeting_date: str | None
) -> list[Action]:
    """The undertakings of an item in order, one for a sentence; where a decision has claimed the place there is none."""
    return _Undertakings(item, people, patterns, Claims(decided), meeting_date).run()


class _Undertakings:
    def __init__(
        self, item: ItemText, people: People, patterns: Patterns, decided: Claims, meeting_date: str | None
    ) -> None:
        self.item = item
        self.text = item.text
        self.patterns = patterns
        self.decided = decided
        self.date = meeting_date
        self.forms = Forms(item, people, patterns)
        self.decides = patterns.regex("{decides_here}", flags=0)
        self.supposes = patterns.regex(r"\W*{supposes}\b")
        self.condition = patterns.regex(r"\b{condition}\b")
        self.old = patterns.regex("{old_actions}")

    def run(self) -> list[Action]:
        if self.item.section.title and self.old.search(self.item.section.title):
            return []
        out: list[Action] = []
        old = -1  # the paragraph that tells of old actions
        for sentence in self.item.sentences:
            if sentence.paragraph == old or self.old.search(self.text, sentence.start, sentence.end):
                old = sentence.paragraph
                continue
            found = self._sentence(sentence) or self._also(sentence, out)
            if found is not None:
                out.append(found)
        return out

    def _sentence(self, sentence: Sentence) -> Action | None:
        """The first undertaking of the sentence; owners of further ones in it are joined to it."""
        action: Action | None = None
        for rule in self.patterns.near("parse.action.undertaking", self.text, sentence.start, sentence.end):
            if rule.form in _NAMELESS and self._next_meeting(sentence):
                continue
            for match in rule.regex.finditer(self.text, sentence.start, sentence.end):
                if (
                    self._barred(match.start(), sentence, rule)
                    or (doers := self.forms.of(rule, match, sentence)) is None
                ):
                    continue
                if action is None:
                    action = self._action(rule, match, sentence, doers)
                self._join(action, doers)
        return action

    def _next_meeting(self, sentence: Sentence) -> bool:
        """'Date of next meeting to be arranged': no deed, but a date that is not known yet."""
        return (
            self.item.section.kind == "next_meeting"
            or _NEXT_MEETING.match(self.text, sentence.start, sentence.end) is not None
        )

    def _also(self, sentence: Sentence, before: list[Action]) -> Action | None:
        """'Also to take a first look at the costs': whoever does what stands right before it."""
        if (
            not before
            or not _ALSO.match(self.text, sentence.start)
            or self.text[before[-1].place[1] : sentence.start].strip()
        ):
            return None
        due = find_due(self.text, sentence.start, sentence.end, self.patterns, self.date)
        return Action(
            self._place(sentence, sentence.start), before[-1].rule, False, owners=list(before[-1].owners), due=due
        )

    def _barred(self, at: int, sentence: Sentence, rule: Rule) -> bool:
        """A decision has claimed the place, or the words before it make it a decision or a condition."""
        if self.decided.covers(at) or self.decides.search(self.text, max(sentence.start, at - _BEFORE), at):
            return True
        if rule.form == "request":
            return False
        return bool(
            self.supposes.match(self.text, sentence.start, at)
            or self.condition.search(self.text, self._part(sentence.start, at), at)
        )

    def _part(self, lo: int, at: int) -> int:
        """Where the part of the sentence begins that holds `at`: behind a semicolon, a dash, ', and', ', the Clerk'."""
        lo = max(lo, at - 90)
        return max((m.end() for m in _PART.finditer(self.text, lo, at)), default=lo)

    # --- the record

    def _action(self, rule: Rule, match: re.Match[str], sentence: Sentence, doers: list[Doer]) -> Action:
        start = doers[0].start if doers and rule.form in ("doer", "bare") else match.start()
        place = self._place(sentence, start)
        due = find_due(self.text, match.start(), sentence.end, self.patterns, self.date)
        if due is None and rule.form != "request":
            due = find_due(self.text, max(place[0], match.start() - _BEFORE), match.start(), self.patterns, self.date)
        return Action(place, rule.id, False, due=due)

    def _join(self, action: Action, doers: list[Doer]) -> None:
        for doer in doers:
            name = self.item.view.printed(doer.start, doer.end)
            if not any(o.name == name or (o.person is not None and o.person is doer.person) for o in action.owners):
                action.owners.append(Owner(name, doer.person))

    def _place(self, sentence: Sentence, start: int) -> Place:
        """The sentence, without a run-in heading before its subject and without an owner column behind it."""
        lo, hi = sentence.start, sentence.end
        lo = max((m.end() for m in _LABEL.finditer(self.text, lo, start)), default=lo)
        lead = _ARTICLE.sub("", self.text[lo:start])
        run_in = _RUN_IN.search(lead)
        if run_in and (":" in run_in[0] or not self.forms.finite.search(lead)):
            lo = lo + len(lead)
        tab = self.text.rfind("\t", lo, hi)
        if tab > start and hi - tab < 40:
            hi = tab
        while hi > lo and self.text[hi - 1].isspace():
            hi -= 1
        return lo, hi
