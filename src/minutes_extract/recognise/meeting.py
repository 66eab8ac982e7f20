"""What the document says of the meeting: which body of which council, when, where, until when, and when next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_extract.dates import dates, times
from minutes_extract.records import Segmented
from minutes_extract.recognise.people import People
from minutes_extract.rules import Patterns
from minutes_extract.spans import Span

_HEAD_PARAGRAPHS = 40
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)\(?0\d{2,5}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")
_SITE = re.compile(r"(?:council and democracy|agenda (?:and|,).*|agenda item|.*\bwebsite|home|parish councils?|minutes of meetings.*|.*\.(?:com|org|uk|nz|ca))", re.IGNORECASE)


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
        self.text = document.view.text
        self.people = people
        self.patterns = patterns
        self.meeting = Meeting()

    def run(self) -> Meeting:
        lo, hi = self.document.head
        stop = hi
        for k, match in enumerate(re.finditer(r"\n", self.text[lo:hi])):
            if k == _HEAD_PARAGRAPHS * 4:
                stop = lo + match.start()
        for rule in self.patterns.stage("recognise.meeting"):
            scope = (lo, min(len(self.text), hi + 600)) if rule.form == "head" else (0, len(self.text))
            if rule.form == "title":
                scope = (lo, stop)
            for match in rule.regex.finditer(self.text, *scope):
                if self._take(match, rule.id):
                    break
        self._names(lo, stop)
        self._when(lo, stop)
        self._end()
        self._next()
        self._contact(lo, stop)
        if self.meeting.location and re.search(r"\b(?:virtual|zoom|teams|online|remote)\b", self.meeting.location, re.IGNORECASE):
            self._set("format", "virtual", None, "recognise.meeting.virtual", self.meeting.evidence.get("location"))
        return self.meeting

    def _set(self, name: str, value: str, place: tuple[int, int] | None, rule: str, span: Span | None = None) -> None:
        target = self.meeting
        where = span if place is None else self.view.span(*place)
        if where is None:
            return
        if "." in name:
            part, key = name.split(".")
            getattr(target, part).setdefault(key, value)
        elif getattr(target, name) is not None:
            return
        else:
            setattr(target, name, value)
        target.evidence.setdefault(name, where)
        target.rules.setdefault(name, rule)

    def _take(self, match: re.Match[str], rule: str) -> bool:
        """Enter what a rule found; dates and times are read, the rest is kept as printed."""
        for name, value in match.groupdict().items():
            if value is None or not value.strip():
                continue
            place = match.span(name)
            if name == "date":
                found = next((d for d in dates(self.text, *place) if d.iso), None)
                if found and found.iso:
                    self._set("date", found.iso, (found.start, found.end), rule)
            elif name in ("start_time", "end_time"):
                clock = next(iter(times(self.text, *place)), None)
                if clock:
                    self._set(name, clock.clock, (clock.start, clock.end), rule)
            elif name in ("organization", "body", "location"):
                self._named(name, place, rule)
        return True

    def _named(self, name: str, place: tuple[int, int], rule: str) -> None:
        start, end = place
        text = self.text
        article = re.match(r"[\s\"']*(?:(?:the|an?) )?", text[start:end], re.IGNORECASE)
        skip = article.end() if article else 0
        if name != "location" or len(text[start + skip : end].split()) > 1:
            start += skip
        while end > start and text[end - 1] in " ,.;:-\t\n\"'(":
            end -= 1
        if end - start < 2:
            return
        self._set(name, self.view.printed(start, end), (start, end), rule)

    def _names(self, lo: int, hi: int) -> None:
        """Body and parent body from the first lines that are names of bodies."""
        meeting = self.meeting
        body_line = self.patterns.regex(
            r"(?:(?:draft|minutes?|of|the|an?|ordinary|extraordinary|special|annual|general|meeting|council meeting|on) )*?"
            r"(?P<name>(?:[^\s,:;.()]+ (?:\([^()]+\) )?){0,9}?{body_head}(?: (?:of|for) [^,:;.()]{3,60}| [A-Z]\b)?)(?P<tail>(?: (?:general |ordinary |special |annual |regular )?meeting)?(?: minutes| - minutes|: minutes)?)\W*"
        )
        named: list[tuple[int, int]] = []
        for match in re.finditer(r"[^\n\t]+", self.text[lo:hi]):
            line = match[0].strip()
            if len(line) > 130 or _SITE.fullmatch(line) or not line[:1].isupper() and not line[:1].isdigit():
                continue
            found = body_line.fullmatch(line)
            if found is None:
                continue
            start = lo + match.start() + len(match[0]) - len(match[0].lstrip()) + found.start("name")
            named.append((start, start + len(found["name"])))
            if len(named) == 6:
                break
        councils = [p for p in named if re.search(r"\b(?:council|authority|school|trust|board of governors)\b", self.text[slice(*p)], re.IGNORECASE)]
        if meeting.body is None and named:
            rest = [p for p in named if not councils or self.text[slice(*p)].casefold() != self.text[slice(*councils[0])].casefold()]
            place = rest[0] if councils and rest and named[0] == councils[0] else named[0]
            self._named("body", place, "recognise.meeting.body-line")
        if meeting.organization is None and councils:
            place = next((p for p in councils if self._parent(self.text[slice(*p)])), None)
            if place is not None:
                self._named("organization", place, "recognise.meeting.organization-line")
        if meeting.organization is None and meeting.body:
            self._organization_in_text(meeting.body)

    def _parent(self, name: str) -> bool:
        """Is this council another body than the one that met?"""
        body = (self.meeting.body or "").casefold()
        name = " ".join(name.casefold().split())
        return name != body and name not in body and not (body.endswith("council") and "committee" not in body and name.endswith(body) and body not in ("council", "county council", "city council"))

    def _organization_in_text(self, body: str) -> None:
        """'a member of the Māori Committee of the Hawke's Bay Regional Council'."""
        pattern = re.compile(re.escape(body) + r" of (?:the )?(?P<organization>(?:[A-ZĀ-Ž][\w'-]+ ){1,4}Council)\b")
        plain_body = self.view.text
        if match := pattern.search(plain_body):
            self._named("organization", match.span("organization"), "recognise.meeting.organization-of")

    def _when(self, lo: int, hi: int) -> None:
        """The first date of the header, and the time beside it."""
        meeting = self.meeting
        if meeting.date is None:
            for found in dates(self.text, lo, hi):
                line_start = self.text.rfind("\n", 0, found.start) + 1
                before = self.text[line_start : found.start].casefold()
                if found.iso is None or re.search(r"approved|adopted|printed|published|minutes of (?:the )?(?:previous|last)|^date: \"?$", before):
                    continue
                self._set("date", found.iso, (found.start, found.end), "recognise.meeting.first-date")
                break
        if meeting.start_time is None and "date" in meeting.evidence:
            at = self.view.position(meeting.evidence["date"].start)
            low = max(lo, self.text.rfind("\n", 0, max(0, at - 1)) + 1 - 120)
            line_end = self.text.find("\n", at)
            line_end = hi if line_end < 0 else line_end
            nxt = self.text.find("\n", line_end + 1)
            for found in [*times(self.text, at, line_end), *times(self.text, low, at), *times(self.text, line_end, min(hi, nxt if nxt > 0 else hi))]:
                if re.search(r"(?:tel|phone|fax|adjourn|clos|arriv|until|from|left)", self.text[max(0, found.start - 24) : found.start], re.IGNORECASE):
                    continue
                self._set("start_time", found.clock, (found.start, found.end), "recognise.meeting.time-beside-date")
                break

    def _end(self) -> None:
        """The time in the line that says that the meeting closed."""
        if self.meeting.end_time is not None:
            return
        for lo, hi in (self.document.tail, *((s.lo, s.hi) for s in reversed(self.document.sections[-3:]))):
            for rule in self.patterns.stage("segment.closing"):
                for match in rule.regex.finditer(self.text, lo, hi):
                    stop = self.text.find("\n", match.end())
                    stop = hi if stop < 0 else min(stop, hi, match.end() + 90)
                    before = max(lo, self.text.rfind("\n", 0, match.start()) + 1)
                    found = next(iter(times(self.text, match.end() - 6, stop)), None) or next(iter(times(self.text, before, match.start())), None)
                    if found is not None:
                        self._set("end_time", found.clock, (found.start, found.end), rule.id)
                        return

    def _next(self) -> None:
        """The next meeting: from the item of that kind, or from words that call it so."""
        places = [(s.heading, s) for s in self.document.sections if s.kind == "next_meeting"]
        spans: list[tuple[int, int]] = []
        for heading, section in places:
            start = self.view.position(heading[0]) if heading else section.lo
            spans.append((start, min(section.hi, section.lo + 400)))
        for match in re.finditer(r"\bnext (?:\w+ ){0,6}?meeting(?: of (?:the )?[^.\n]{3,80}?)?(?: (?:is|will|to|would|was|has been|be|being|scheduled|held|take|place|due|on|at|in|the|of|for|-|:))*", self.text, re.IGNORECASE):
            spans.append((match.start(), min(match.end() + 60, self._line_end(match.end()))))
        for lo, hi in spans:
            found = next((d for d in dates(self.text, lo, hi, after=self.meeting.date) if d.iso), None)
            if found is None or found.iso is None:
                continue
            self._set("next_meeting.date", found.iso, (found.start, found.end), "recognise.meeting.next")
            clock = next((t for t in times(self.text, lo, hi) if not (found.start <= t.start < found.end)), None)
            if clock is not None:
                self._set("next_meeting.time", clock.clock, (clock.start, clock.end), "recognise.meeting.next")
            break

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _contact(self, lo: int, hi: int) -> None:
        match = re.compile(r"^contact(?: officer)?:", re.IGNORECASE | re.MULTILINE).search(self.text, lo, hi)
        if match is None:
            return
        end = self._line_end(match.end())
        for mention in self.people.within(match.end(), end):
            if mention.person is not None and mention.person.printed:
                self._set("contact.name", mention.person.printed, (mention.start, mention.end), "recognise.post.contact")
                if mention.person.roles:
                    role = mention.person.roles[0]
                    at = self.text.find(role, mention.end, end)
                    if at >= 0:
                        self._set("contact.role", role, (at, at + len(role)), "recognise.post.contact")
                break
        for name, pattern in (("contact.email", _EMAIL), ("contact.phone", _PHONE)):
            if found := pattern.search(self.text, match.end(), min(hi, end + 120)):
                self._set(name, found[0], found.span(), "recognise.post.contact")
