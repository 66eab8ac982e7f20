"""Attendance told in a sentence: 'Apologies were received from ...', 'Deputy Holt was also present'."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader
from minutes_extract.rules import Patterns, Rule

_SENTENCE = re.compile(
    r"(?<=[.;:])\s+(?=[A-Z])(?<!\b[A-Z]\. )(?<!Mr\. )(?<!Ms\. )(?<!Dr\. )(?<!Mrs\. )(?<!Cllr\. )(?<!Cr\. )|\n"
)
_LONGEST = 300  # characters of a list before its cue
_MEMBERS = re.compile(
    r"(?:the )?(?:\w+ )?members,? (?=[A-Z])", re.IGNORECASE
)  # 'Board members A, B and C were present'
_POINT = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-z])[.)]?\s+(?=[A-Z])")  # '1.1 Cllr Penn sent apologies'
_STANDS_IN = re.compile(r"acting|in attendance|attend(?:ed|ing)|substitut(?:ed|ing)", re.IGNORECASE)


class ToldReader:
    """Reads the people before or behind the words of a sentence that tell who was there."""

    def __init__(self, words: Words, text: str, lists: ListReader, patterns: Patterns) -> None:
        self.words = words
        self.text = text
        self.lists = lists
        self.patterns = patterns

    def read(self, lo: int, hi: int) -> list[Entry]:
        """People whose attendance a sentence tells: 'Apologies were received from ...', '... sent apologies'."""
        entries: list[Entry] = []
        for rule in self.patterns.near("recognise.told", self.text, lo, hi):
            for match in self.patterns.matches(rule, self.text, lo, hi):
                members = _MEMBERS.match(self.text, match.end(), hi)  # 'from committee members A and B'
                first = bisect_left(self.words.start, members.end() if members else match.end())
                stop = self.text.find("\n", match.end(), hi)
                last = bisect_left(self.words.start, hi if stop < 0 else stop)
                entries += self._behind(first, last, rule)
        for rule in self.patterns.near("recognise.presence", self.text, lo, hi):
            for match in self.patterns.matches(rule, self.text, lo, hi):
                entries += self._before(match.start(), rule)
        return entries

    def _behind(self, first: int, last: int, rule: Rule) -> list[Entry]:
        found, stopped, _ = self.lists.read(first, last, prose=True)
        if found and stopped < last and _STANDS_IN.match(" ".join(self.words.text[stopped : stopped + 2])):
            found.pop()  # 'apologies from A and B, Councillor C acting as substitute for B'
        for entry in found:
            entry.attendance, entry.rule = entry.attendance or rule.set["attendance"], rule.id
        return found

    def _before(self, position: int, rule: Rule) -> list[Entry]:
        """The people with whom the sentence begins that has its cue at `position`."""
        start = max(self.text.rfind("\n", 0, position) + 1, position - _LONGEST)
        parts = [match.end() for match in _SENTENCE.finditer(self.text, start, position)]
        sentence = next((at for at in reversed(parts) if self.text[at - 2] != ";"), start)
        # 'Mr Orton, Chair; Ms Pell and Mr Dale were present': one list, or else what stands behind its last semicolon
        for at in dict.fromkeys((sentence, parts[-1] if parts else start)):
            if told := self._list(at, position, rule):
                return told
        return []

    def _list(self, start: int, position: int, rule: Rule) -> list[Entry]:
        """The people listed from `start` to `position`, if nothing else stands there."""
        for lead in (_POINT, _MEMBERS):
            led = lead.match(self.text, start, position)
            start = led.end() if led else start
        first, last = bisect_left(self.words.start, start), bisect_left(self.words.start, position)
        found, stopped, _ = self.lists.read(first, last, prose=True)
        if stopped < last and any(not self.words.space[k] for k in range(stopped, last)):
            return []
        posts = self.words.text[first : first + 1] == ["The"]  # 'The Clerk and Deputy Clerk were in attendance'
        told = [e for e in found if e.name is not None or posts]
        for entry in told:
            entry.attendance, entry.rule = rule.set["attendance"], rule.id
        return told
