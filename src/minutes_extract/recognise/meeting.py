"""What the document says of the meeting: which body of which council, when, where, until when, and when next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_extract.dates import dates, times
from minutes_extract.recognise.bodies import read_bodies
from minutes_extract.recognise.header import Header, titled
from minutes_extract.recognise.occasion import Occasion, Reader
from minutes_extract.recognise.people import People
from minutes_extract.records import Place, Segmented
from minutes_extract.rules import Patterns, Rule
from minutes_extract.spans import Span, fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_PHONE = re.compile(r"(?<!\d)\(?0\d{2,5}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")
_CONTACT = re.compile(r"^contact(?: officer)?:", re.IGNORECASE | re.MULTILINE)
_ANCHOR = re.compile(r"\b(?:held|meetings?|met|minutes|session|agm)\b", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?\s?m|noon|midday|hours|hrs|\b0\d|\b\d{4}\b", re.IGNORECASE)
_ARTICLE = re.compile(r"[\s\"']*(?:the|an?)\s+", re.IGNORECASE)
_OPENING = 2500  # characters behind the header in which the minutes tell when the meeting began
_STATEMENT = 420  # no sentence that names body, place, date and time is longer
_SIGNED = 6  # lines at the end among which body and date stand where there is no title


@dataclass(slots=True)
class Meeting:
    """Fields of the meeting; `evidence` maps a field to its place in the source, `rules` to the rule that found it."""

    organization: str | None = None
    body: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    location: str | None = None
    format: str | None = None
    contact: dict[str, str] = field(default_factory=dict)
    next_meeting: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Span] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)


def read_meeting(document: Segmented, people: People, patterns: Patterns) -> Meeting:
    """The meeting's own fields, each with its place in the source."""
    return _MeetingReader(document, people, patterns).run()


class _MeetingReader:
    def __init__(self, document: Segmented, people: People, patterns: Patterns) -> None:
        self.document = document
        self.view = document.view
        self.people = people
        self.patterns = patterns
        self.header = Header(document, patterns)
        self.text = self.header.text
        self.reader = Reader(self.text)
        self.meeting = Meeting()

    def run(self) -> Meeting:
        bodies = read_bodies(self.header)
        if bodies.body is not None:
            self._named("body", *bodies.body)
        if bodies.organization is not None:
            self._named("organization", *bodies.organization)
        self._begin()
        self._title()
        self._labels()
        self._statements()
        self._first_date()
        self._venue_line()
        self._unnamed()
        self._end()
        self._next()
        self._contact()
        self._format()
        return self.meeting

    # --- entering what was found

    def _rules(self, form: str) -> list[Rule]:
        return [rule for rule in self.patterns.stage("recognise.meeting") if rule.form == form]

    def _set(self, name: str, value: str, place: Place, rule: str) -> None:
        target = self.meeting
        part, _, key = name.partition(".")
        if key:
            getattr(target, part).setdefault(key, value)
        elif getattr(target, name) is not None:
            return
        else:
            setattr(target, name, value)
        target.evidence.setdefault(name, self.view.span(*place))
        target.rules.setdefault(name, rule)

    def _named(self, name: str, place: Place, rule: str) -> None:
        """Enter a name as printed, without the article where more than one word is left."""
        start, end = place
        article = _ARTICLE.match(self.text, start, end)
        if article is not None and (name not in ("location", "next_meeting.location") or " " in self.text[article.end() : end].strip()):
            start = article.end()
        while end > start and self.text[end - 1] in " ,.;:-\t\n\"'(*":
            end -= 1
        if end - start >= 2:
            span = self.view.span(start, end)
            self._set(name, fold(self.view.source[span.start : span.end]), (start, end), rule)

    def _enter(self, found: Occasion, rule: str, prefix: str = "") -> None:
        if found.date is not None:
            self._set(f"{prefix}date", *found.date, rule)
        if found.start is not None:
            self._set(f"{prefix}time" if prefix else "start_time", *self._settled(found.start), rule)
        if found.place is not None:
            self._named(f"{prefix}location", found.place, rule)

    def _settled(self, value: tuple[str, Place]) -> tuple[str, Place]:
        """A bare '7.30' is the evening: no meeting begins between one and eight at night."""
        clock, place = value
        if 1 <= int(clock[:2]) <= 7 and not _HALF.search(self.text[slice(*place)]):
            clock = f"{int(clock[:2]) + 12}{clock[2:]}"
        return clock, place

    # --- the header

    def _begin(self) -> None:
        """When the meeting did begin, in the header or the opening item."""
        for rule in self._rules("begin"):
            for match in rule.regex.finditer(self.text, self.header.lo, self.header.hi + _OPENING):
                found = self.reader.read(match.end(), self._line_end(match.end()))
                if found.start is not None:
                    self.begun = (found, rule.id)
                    self._set("start_time", *self._settled(found.start), rule.id)
                    return

    def _title(self) -> None:
        for rule, match in self.header.matches("title"):
            found = self.reader.read(match.start("date"), match.end())
            self._enter(found, rule.id)
            return

    def _labels(self) -> None:
        for rule, match in self.header.matches("label"):
            groups = rule.regex.groupindex
            if "date" in groups:
                date = next((d for d in dates(self.text, *match.span("date")) if d.iso), None)
                if date is not None and date.iso is not None:
                    self._set("date", date.iso, (date.start, date.end), rule.id)
            elif "start_time" in groups:
                found = self.reader.read(match.start("start_time"), match.end())
                self._enter(found, rule.id)
                if found.end is not None:
                    self.until = (found.end, rule.id)
            elif "location" in groups:
                self._named("location", self._address(match.start("location"), match.start()), rule.id)

    def _address(self, start: int, label: int) -> Place:
        """The address behind a label: its line, or the lines below where the label stands alone."""
        hi = self.header.hi
        end = self.reader.place_end(start, max(hi, self._line_end(start)))
        if "\n" in self.text[label:start].strip(" \n"):
            pass
        if "\n" not in self.text[label:start]:
            return start, end
        while end < hi and self.text[end : end + 1] in ("\n", " "):
            following = self._line_end(end + 1)
            line = self.text[end:following].strip()
            if not line or not titled(line) or len(line) > 60 or re.search(r"[:\t]", line) or following > hi:
                break
            end = following
        return start, end
