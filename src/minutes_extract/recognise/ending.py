"""When the meeting ended, and when the next one is: told in the closing lines or in an item of business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from minutes_extract.dates import dates, time_at, times
from minutes_extract.recognise.occasion import Occasion, Reader, Value
from minutes_extract.records import Place, Segmented
from minutes_extract.rules import Patterns, Rule
from minutes_extract.rules.cues import lines_with

_ENDING = re.compile(r"\b(?=[acefrt])(?:clos|end(?:s|ed|ing)?\b|finish|conclu|terminat|adjourn|rose\b)", re.IGNORECASE)
_RESUMED = re.compile(r"\b(?:re-?convened|resumed)(?: at)? \d", re.IGNORECASE)  # what was adjourned before it went on
_TOLD = re.compile(r"\d|\bnoon\b|\bmidnight\b", re.IGNORECASE)
_CUES = 300  # so many words for an end are looked at, from the last one back, and so many for a next meeting
_PAGE = 2000  # characters that are looked through for them at a time
_LONGEST = 10  # characters of a word for an end, and what shows that it ends there
_IS_MEETING = re.compile(
    r"\s*(?:is|will be|would be)\s+(?:the\s+)?(?P<name>(?:[\w-]+\s+){0,4}meeting(?:\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}council)?)"
)
_NEXT = re.compile(r"\bnext\b|\bfollowing\b|\bmeet again\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
_BESIDE, _GAP = 16, 90  # characters between the words 'next meeting' and the date: behind a label, in a sentence
_NEAR = 8  # characters between a time and the date behind it: ' on the '
_WINDOW = 220  # characters behind a heading or a cue within which the next date stands


def read_end(text: str, patterns: Patterns) -> tuple[str, Place, str] | None:
    """Time, place and rule of the last words that end the meeting; None where the text does not tell."""
    for at in islice(_cues_back(text), _CUES):
        lo = max(text.rfind("\n", max(0, at - _WINDOW), at) + 1, at - _WINDOW, 0)
        hi = min(_line_end(text, at), at + _WINDOW)
        ends = list(_ends(text, patterns, lo, hi)) if _TOLD.search(text, lo, hi) else []
        if ends:
            return max(ends, key=lambda end: end[1])
    return None


def _cues_back(text: str) -> Iterator[int]:
    """Where words for an end stand, the last first, back to where a meeting went on."""
    lines = [*lines_with("convened", text), *lines_with("resumed", text)]
    resumed = max((match.start() for lo, hi in lines for match in _RESUMED.finditer(text, lo, hi)), default=0)
    for hi in range(len(text), resumed, -_PAGE):
        lo = max(resumed, hi - _PAGE)
        cues = [match.start() for match in _ENDING.finditer(text, lo, hi + _LONGEST)]
        yield from (at for at in reversed(cues) if at < hi)


def _ends(text: str, patterns: Patterns, lo: int, hi: int) -> Iterator[tuple[str, Place, str]]:
    for rule in patterns.near("recognise.meeting", text, lo, hi):
        if rule.form != "end":
            continue
        for match in patterns.matches(rule, text, lo, hi):
            start, end = match.span("end_time")
            time = time_at(text, start, end + _NEAR)
            if time is not None:
                yield time.clock, (time.start, time.end), rule.id


def _line_end(text: str, at: int) -> int:
    """The end of the line, as far as a line is read at all."""
    end = text.find("\n", at, at + _WINDOW)
    return min(len(text), at + _WINDOW) if end < 0 else end


def read_next(
    text: str, document: Segmented, patterns: Patterns, date: str | None, names: str
) -> tuple[Occasion, str] | None:
    """The first occasion that the text calls the next meeting of this body, and the rule that found it.

    `date`: ISO date of this meeting, by which a date without a year is read; `names`: what the body is called.
    """
    return _NextReader(text, document, patterns, date, names).run()


def _own_words(names: str, patterns: Patterns) -> frozenset[str]:
    """The words in which the text may speak of a meeting of this body, and of no other."""
    words = frozenset(re.findall(r"[\w'-]+", names.casefold()))
    initials = "".join(word[0] for word in re.findall(r"\w+", names.casefold()))
    short = {initials, initials[-2:]}  # 'the next FGB meeting', 'the next PC meeting'
    bodies, places = patterns.any_of("body_for_short"), patterns.any_of("place_for_short")
    named = words or bodies | places
    unnamed = frozenset() if bodies & words else bodies  # 'Town of North Larch': any board of it
    school = patterns.any_of("school_body")
    return patterns.any_of("anyones_meeting") | named | unnamed | short | (school if school & words else frozenset())


class _Cue(NamedTuple):
    """Words that call something the next meeting: where they end, how far to read, and how far off the date may be."""

    at: int
    hi: int
    gap: int
    rule: str


class _NextReader:
    def __init__(self, text: str, document: Segmented, patterns: Patterns, date: str | None, names: str) -> None:
        self.text = text
        self.document = document
        self.patterns = patterns
        self.date = date
        self.own = _own_words(names, patterns)
        self.reader = Reader(text)

    def run(self) -> tuple[Occasion, str] | None:
        items = list(self._items())
        told = list(self._cues(beside=False))
        inside = [cue for cue in told if any(item.at <= cue.at <= item.hi for item in items)]
        for cue in (*self._cues(beside=True), *inside, *items, *told):
            found = self._read(cue)
            if found is not None:
                return found, cue.rule
        return None

    def _items(self) -> Iterator[_Cue]:
        """The items that are about the next meeting: heading and the words behind it."""
        view = self.document.view
        for k, section in enumerate(self.document.sections):
            if section.kind != "next_meeting":
                continue
            at = view.position(section.heading[0]) if section.heading else section.lo
            following = self.document.sections[k + 1 :]
            hi = min(view.position(following[0].span.start) if following else len(self.text), section.lo + _WINDOW)
            said = _NEXT.search(self.text, at, hi)
            if said is not None:
                yield _Cue(said.end(), hi, _WINDOW, "recognise.meeting.next-item")

    def _cues(self, beside: bool) -> Iterator[_Cue]:
        """What the rules find: labels with the date `beside` them, or sentences."""
        for rule in self.patterns.near("recognise.meeting", self.text):
            if rule.form != "next" or (rule.set.get("date") == "beside") != beside:
                continue
            for match in islice(self.patterns.matches(rule, self.text), _CUES):
                if self._ours(rule, match):
                    at = match.end()
                    yield _Cue(
                        at, self._below(at) if beside else self._sentence(at), _BESIDE if beside else _GAP, rule.id
                    )

    def _ours(self, rule: Rule, match: re.Match[str]) -> bool:
        """Is it the next meeting of this body, and not of another that the words name?"""
        said = " ".join(match[name] or "" for name in rule.regex.groupindex)
        return all(word in self.own for word in re.findall(r"[\w'-]+", said.casefold()))

    def _below(self, at: int) -> int:
        """The end of the line, or of the line below where the words stand alone."""
        end = _line_end(self.text, at)
        return _line_end(self.text, end + 1) if not self.text[at:end].strip() else end

    def _sentence(self, at: int) -> int:
        stop = _SENTENCE.search(self.text, at, _line_end(self.text, at))
        return stop.start() if stop else _line_end(self.text, at)

    def _read(self, cue: _Cue) -> Occasion | None:
        """The first date behind the cue, with time and place around it."""
        found = self.reader.read(cue.at, cue.hi, self.date)
        date = next((d for d in dates(self.text, cue.at, cue.hi, after=self.date) if d.iso), None)
        if date is None:
            return None
        between = self._behind_name(self.text[cue.at : date.start].casefold())
        if cue.gap == _GAP and "meeting" in between:  # the date may be that of another meeting
            return None
        if found.date is not None:
            return found
        if len(between) > cue.gap:
            return None
        later = self.reader.read(date.start, cue.hi, self.date)
        later.start = later.start or found.start or self._before(cue.at, date.start)
        return later

    def _behind_name(self, said: str) -> str:
        """'is the Annual Meeting of the Parish Council on': the words behind what this body calls its meeting."""
        named = _IS_MEETING.match(said)
        own = named is not None and all(word in self.own for word in re.findall(r"[\w'-]+", named["name"]))
        return said[named.end() :] if named is not None and own else said

    def _before(self, at: int, date: int) -> Value | None:
        """'at 6.30 pm on Wednesday': the time right before the date."""
        near = [time for time in times(self.text, at, date) if date - time.end < _NEAR]
        return (near[0].clock, (near[0].start, near[0].end)) if near else None
