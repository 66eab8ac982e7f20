"""What the document says of the meeting: which body of which council, when, where, until when, and when next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_extract.dates import dates, times
from minutes_extract.people import People
from minutes_extract.recognise.bodies import read_bodies
from minutes_extract.recognise.ending import read_end, read_next
from minutes_extract.recognise.fields import Fields
from minutes_extract.recognise.header import Header, titled
from minutes_extract.recognise.occasion import Occasion, Reader, continues
from minutes_extract.recognise.untitled import read_issue, read_untitled
from minutes_extract.records import Meeting, Place, Segmented
from minutes_extract.rules import Patterns, Rule

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_PHONE = re.compile(r"(?<!\d)(?:\(0\d{2,5} \d{3,6}\)|\(?0\d{2,5}\)?[ -]?\d{3,4}[ -]?\d{3,4})(?!\d)")
_CONTACT = re.compile(r"^contact(?: officer)?:", re.IGNORECASE | re.MULTILINE)
_ANCHOR = re.compile(r"\b(?:held|meetings?|met|minutes|session|agm)\b", re.IGNORECASE)
_ON = re.compile(r"[\s,]*(?:on\s+)?(?:the\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d.])")
_BESIDE = 2  # lines below the date on which its venue may stand
_COUNCIL = re.compile(r"\w (?:council|authority)\s*\Z", re.IGNORECASE)
_OPENING = 2500  # characters behind the header in which the minutes tell when the meeting began
_STATEMENT = 420  # no sentence that names body, place, date and time is longer
_TITLE_LINE = 160  # a longer line is a paragraph, and its dates are those of other things


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
        self.fields = Fields(self.view, self.text)
        self.meeting = self.fields.meeting
        self._begun: tuple[Occasion, str] | None = None

    def run(self) -> Meeting:
        bodies = read_bodies(self.header)
        if read_issue(self.header, self.fields) and bodies.organization is None and bodies.body is not None:
            named = _COUNCIL.search(self.text[slice(*bodies.body[0])])
            bodies.organization = bodies.body if named else None  # the council's name at the head of its web page
        for name, found in (("body", bodies.body), ("organization", bodies.organization)):
            if found is not None:
                self.fields.name(name, *found)
        self._begin()
        self._title()
        self._labels()
        self._statements()
        self._first_date()
        read_untitled(self.header, self.fields)
        self._venue_line()
        if self._begun is not None:
            self.fields.enter(*self._begun)
        self._closing()
        self._next()
        self._contact()
        self._format()
        return self.meeting

    def _rules(self, form: str, lo: int, hi: int) -> list[Rule]:
        return [rule for rule in self.patterns.near("recognise.meeting", self.text, lo, hi) if rule.form == form]

    # --- the header

    def _begin(self) -> None:
        """When the meeting did begin, as the header or the opening item tells it."""
        hi = max(self.header.hi, self.document.head[1]) + _OPENING
        for rule in self._rules("begin", self.header.lo, hi):
            for match in rule.regex.finditer(self.text, self.header.lo, hi):
                found = self.reader.read(match.end(), self._line_end(match.end()))
                if found.start is not None and self._begun is None:
                    self._begun = (found, rule.id)
                    self.fields.enter(Occasion(start=found.start), rule.id)

    def _title(self) -> None:
        for rule, match in self.header.matches("title"):
            self.fields.enter(self.reader.read(match.start("date"), match.end()), rule.id)
            return

    def _labels(self) -> None:
        for rule, match in (*self.header.matches("label"), *self._labels_behind()):
            groups = rule.regex.groupindex
            if "date" in groups:
                date = next((d for d in dates(self.text, *match.span("date")) if d.iso), None)
                if date is not None and date.iso is not None:
                    self.fields.set("date", date.iso, (date.start, date.end), rule.id)
            elif "start_time" in groups:
                self.fields.enter(self.reader.read(match.start("start_time"), match.end()), rule.id)
            elif "location" in groups:
                self.fields.name("location", self._address(match), rule.id)

    def _labels_behind(self) -> Iterator[tuple[Rule, re.Match[str]]]:
        """'Time: 7.30 p.m.' between the attendance and the first item."""
        lo, hi = self.header.hi, min(self.document.head[1], self.header.hi + _OPENING)
        for rule in self._rules("label", lo, hi):
            yield from ((rule, match) for match in rule.regex.finditer(self.text, lo, hi))

    def _address(self, match: re.Match[str]) -> Place:
        """The address behind a label: its line, or all lines below where the label stands alone."""
        start, hi = match.start("location"), self.header.hi
        end = self.reader.place_end(start, max(hi, self._line_end(start)))
        while "\n" in self.text[match.start() : start] and self.text[end : end + 1] == "\n":
            following = self._line_end(end + 1)
            line = self.text[end:following].strip()
            if not continues(line) or len(line) > 60 or "\t" in line or following > hi:
                break
            end = following
        return start, end

    def _statements(self) -> None:
        """Place, date and time behind the sentences of the header that name the meeting.

        The first of each counts, but a date with its hour before one without: the title of a web page above
        'MINUTES - Tuesday, 4 May 2021 at 7 pm' may give another day.
        """
        header = self.header
        anchors = [(named.place[1], named.rule) for named in header.sentences]
        found: list[tuple[Occasion, str]] = []
        for lo, hi in ((header.lo, header.hi), *((header.title,) if header.title else ())):
            anchors += [(m.end(), "recognise.meeting.held") for m in _ANCHOR.finditer(self.text, lo, hi)]
        for at, rule in anchors:
            hi = max(header.hi, header.title[1] if header.title and at < header.lo else 0)
            if not header.about_another(at - 1):
                found.append((self.reader.read(at, min(hi, at + _STATEMENT)), rule))
        for occasion, rule in sorted(found, key=lambda told: not (told[0].date and told[0].start)):
            self.fields.enter(occasion, rule)

    def _first_date(self) -> None:
        """The first date of the header that is about this meeting, with what stands behind it.

        Where no date has a year, the hour and the place behind one count all the same.
        """
        header = self.header
        undated: Place | None = None
        stretches = ((header.lo, header.hi), *((header.title,) if header.title else ()))
        years = tuple(int(year[0]) for stretch in stretches for year in _YEAR.finditer(self.text, *stretch))
        for lo, hi in stretches:
            for date in dates(self.text, lo, hi, years=years):
                line = self._line_end(date.start) - self.text.rfind("\n", 0, date.start)
                if line > _TITLE_LINE or header.about_another(date.start):
                    continue
                if date.iso is None:
                    undated = undated or (date.start, hi)
                elif self.meeting.date in (None, date.iso):
                    self.fields.set("date", date.iso, (date.start, date.end), "recognise.meeting.first-date")
                    self.fields.enter(self.reader.read(date.start, hi), "recognise.meeting.first-date")
                    self._time_before(date.start, lo)
        if undated is not None and self.meeting.date is None:
            self.fields.enter(self.reader.read(*undated), "recognise.meeting.first-date")

    def _time_before(self, at: int, lo: int) -> None:
        """'7.30pm THURSDAY 13 NOVEMBER': a time right before the date."""
        time = next((t for t in times(self.text, max(lo, at - 24), at) if _ON.fullmatch(self.text, t.end, at)), None)
        if time is not None:
            self.fields.enter(Occasion(start=(time.clock, (time.start, time.end))), "recognise.meeting.first-date")

    def _venue_line(self) -> None:
        """The name of a hall on a line beside that of the date."""
        if self.meeting.location is not None or "date" not in self.meeting.evidence:
            return
        here = self.header.line_at(self.view.position(self.meeting.evidence["date"].start))
        for rule, match in self.header.matches("venue"):
            apart = self.header.line_at(match.start("location")) - here
            words = match["location"]
            if (
                here >= 0
                and -1 <= apart <= _BESIDE
                and apart
                and titled(words)
                and words not in (self.meeting.body, self.meeting.organization)
            ):
                self.fields.name("location", match.span("location"), rule.id)
                return

    # --- the rest of the text

    def _closing(self) -> None:
        ended = read_end(self.text, self.patterns) or self.fields.until
        if ended is not None:
            clock, place, rule = ended
            self.fields.set("end_time", *self.fields.ends_after_start((clock, place)), rule)

    def _next(self) -> None:
        body, parent = (self.meeting.body or "").casefold(), (self.meeting.organization or "").casefold()
        names = (
            f"{body} {parent}" if body and parent.endswith(body.split()[-1]) else body
        )  # 'Council' and its full name
        found = read_next(self.text, self.document, self.patterns, self.meeting.date, names)
        if found is not None:
            self.fields.enter(found[0], found[1], "next_meeting.")

    def _format(self) -> None:
        place = self.meeting.evidence.get("location")
        lo, hi = self.header.lo, self.header.hi + _OPENING
        scopes = [(self.view.position(place.start), self._line_end(self.view.position(place.start)))] if place else []
        for rule in self._rules("format", 0, len(self.text)):
            for start, end in (*scopes, (lo, hi)):
                match = next(self.patterns.matches(rule, self.text, start, end), None)
                if match is not None:
                    self.fields.set("format", rule.set["format"], match.span(), rule.id)
                    return

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at, at + _STATEMENT)
        return min(len(self.text), at + _STATEMENT) if end < 0 else end

    def _contact(self) -> None:
        match = _CONTACT.search(self.text, self.header.lo, self.header.hi)
        if match is None:
            return
        rule, end = "recognise.post.contact", self._line_end(match.end())
        for mention in self.people.within(match.end(), end):
            if mention.person is not None and mention.person.printed:
                self.fields.set("contact.name", mention.person.printed, (mention.start, mention.end), rule)
                for role in mention.person.roles[:1]:
                    at = self.view.text.find(role, mention.end, end)
                    if at >= 0:
                        self.fields.set("contact.role", role, (at, at + len(role)), rule)
                break
        for name, pattern in (("contact.email", _EMAIL), ("contact.phone", _PHONE)):
            if found := pattern.search(self.text, match.end(), min(self.header.hi, end + 120)):
                self.fields.set(name, found[0], found.span(), rule)
