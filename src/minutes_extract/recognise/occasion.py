"""Place, date and time where they stand one behind the other: 'held in the Hall on Tuesday 4 May 2021 at 7.30 pm'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.dates import date_at, dates, time_at, times
from minutes_extract.recognise.header import titled
from minutes_extract.records import Place

Value = tuple[str, Place]  # a date or a time with the place where it is printed

_BETWEEN = re.compile(
    r"(?:\((?:adjourned|postponed|deferred|rescheduled)\s+from[^()\n]{0,40}\)|[\s,;:.(-]|\b(?:(?:their|its|an?|the|this)\s+(?:[\w-]+\s+){0,3}?meeting|which|was|were|is|are|will|would|to|be|being|due|"
    r"scheduled|duly|held|(?:remotely|virtually|online)(?: and)?|by chair(?:man|person)?|in (?:regular|special|open|public) session|in person|"
    r"minutes|meetings?|as follows|has been|been|by\s+(?:(?:mr|mrs|ms|dr)\.\s+|[\w'-]+\s+){1,6}?(?=(?:in|at)\s+the\b)|arranged|fixed|set|for|take|taking|took|place|taken|confirmed|agreed|tbc|"
    r"public|agm)\b){0,12}",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"\s*(?:(?:on|of|dated?)(?:\b|(?=\d))[\s:]*)?(?:the\s+)?(?:evening of\s+)?", re.IGNORECASE)
_TO_TIME = re.compile(
    r"\s*(?:(?:at|from|commencing|starting|beginning|opened|time|@)\b[\s:]*){0,2}@?\s*(?:(?:approximately|about|circa)\s+)?",
    re.IGNORECASE,
)
_TO_PLACE = re.compile(
    r"\s*(?:\b(?:in|at|within|via|using|through|by(?=\s+(?:ms|microsoft|zoom|teams|webex|skype|video|tele|remote|electronic|means))|on(?=\s+(?:the\s+)?(?:ms\s|microsoft\s)?(?:zoom|teams|webex|skype)))\s+|venue:?,?\s+|location:\s+)"
    r"(?!\d{1,2}[.:]?\d{0,2}\s?(?:[ap]\.?m|noon|$|on\b|,)|noon\b|midday\b|(?:the\s+)?(?:absence|presence|chair\b|evening|morning|afternoon|"
    r"same|accordance|order|camera|lieu|respect|beginning|start|end|which|request|prayer|"
    r"(?:private|public|meeting|regular|special|open|mayor|clerk)\b(?!(?:'?s)?\s+(?:hall|rooms?|house|library|parlour|school|offices?|place))|"
    r"person|(?:province|state)\s+of\b|council\b(?!\s+\w)|least|approximately|about|this|that|it\b))",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*(?:-|to|until|till|and\s+(?:finishing|ending|concluding|closing)\s+at)\s*", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:[\s,;:.(-]|\b(?:on|at|from|commenc(?:ing|ed)|start(?:ing|ed)|beginning|began|the|and|dated?|time|held|of|following|immediately|"
    r"(?:mon|tu|we|th|fr|sat|su)\w{0,6}day)\b)+$",  # a week-day before the date, however it is spelt
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[\t|\";]|\s(?:with|when|where|which|who|following|immediately|after|before|commencing|starting|and (?:was|were)|was|were|is|"
    r"due to|owing to|because|will|to (?:consider|discuss|transact)|by (?:chair|mayor|president|the chair)\w*)\b|\.? ?view directions|\s(?:tel|telephone|phone|email|contact):",
    re.IGNORECASE,
)
_POSTCODE = r"[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b"
_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{4}})\.(?=\s+[A-Z(])(?!\s+{_POSTCODE})|(?<=\d)\.(?=\s+[A-Z(])|\.(?=\s*\n|\s*$)")
VENUE = re.compile(
    r"\b(?:hall|room|rooms|chambers?|offices?|centre|center|church|pavilion|school|library|suite|hotel|club|house|theatre|"
    r"institute|parlour|boardroom|building|court(?:house|room)|auditorium|guildhall|annexe?|zoom|teams|online|virtual|"
    r"video ?conferenc(?:e|ing))\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\s+(?=(?:(?:members?|councillors?|also) )?(?:present|in attendance|apologies)\b ?[:\-])", re.IGNORECASE
)
_NO_ADDRESS = re.compile(
    r"(?:time|date|venue|place|location|present|clerk)\b\s*:|\b(?:approved|adopted|signed|minutes|agenda|live ?stream\w*)\b|"
    r"https?:|www\.|\b(?:tel|e-?mail)\b",
    re.IGNORECASE,
)  # words of other lines of a header
_OF_BODY = re.compile(r"of\b", re.IGNORECASE)  # 'Minutes of 4 May. Minutes of Village Hall Committee held on'
_REACH = 220  # the longest address with its date, over the ends of lines


def continues(line: str) -> bool:
    """May this line be one of an address that began above it?"""
    return titled(line) and ":" not in line and not _NO_ADDRESS.search(line)


@dataclass(slots=True)
class Occasion:
    """What stands at one place of the text; None where it does not say."""

    date: Value | None = None
    start: Value | None = None
    end: Value | None = None
    place: Place | None = None

    def __bool__(self) -> bool:
        return bool(self.date or self.start or self.place)


class Reader:
    """Reads occasions in one text. `after`: ISO date that settles a date without a year."""

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, at: int, hi: int, after: str | None = None) -> Occasion:
        """The parts that stand right behind `at`, in any order, up to the first word that is none."""
        found = Occasion()
        while at < hi:
            here = self._skip(at, hi)
            at = self._date(here, hi, found, after) or self._time(here, hi, found) or self._place(here, hi, found) or hi
        return found

    def _skip(self, at: int, hi: int) -> int:
        match = _BETWEEN.match(self.text, at, hi)
        return match.end() if match else at

    def _date(self, at: int, hi: int, found: Occasion, after: str | None) -> int | None:
        lead = _TO_DATE.match(self.text, at, hi)
        start = lead.end() if lead else at
        date = date_at(self.text, start, min(hi, start + 60), after)
        if date is None or found.date is not None:
            return None
        if date.iso is not None:
            found.date = (date.iso, (date.start, date.end))
        return date.end

    def _time(self, at: int, hi: int, found: Occasion) -> int | None:
        lead = _TO_TIME.match(self.text, at, hi)
        start = lead.end() if lead else at
        time = time_at(self.text, start, min(hi, start + 16))
        if time is None or found.start is not None:
            return None
        found.start = (time.clock, (time.start, time.end))
        until = _UNTIL.match(self.text, time.end, hi)
        if until is not None:
            end = time_at(self.text, until.end(), min(hi, until.end() + 16))
            if end is not None:
                found.end = (end.clock, (end.start, end.end))
                return end.end
        return time.end

    def _place(self, at: int, hi: int, found: Occasion) -> int | None:
        lead = _TO_PLACE.match(self.text, at, hi)
        start = lead.end() if lead else at
        if found.place is not None or start >= hi or (lead is None and not (found.date or found.start)):
            return None
        end = self.place_end(start, hi)
        words = self.text[start:end]
        named = VENUE.search(words) is not None and words[:3].casefold() != "as "
        if not self._address(words):
            return end if lead is not None and self._dated(end, hi) else None
        if lead is None and (not (named and titled(words)) or _OF_BODY.match(words)):
            return None
        found.place = (start, self._unopened(start, end))
        return end

    def _unopened(self, start: int, end: int) -> int:
        """The end without a bracket that closes behind it: 'the Moot Hall (Main Room, 7pm - 9pm)'."""
        opened = self.text.rfind("(", start + 1, end)
        if opened < 0 or ")" in self.text[opened:end]:
            return end
        return start + len(self.text[start:opened].rstrip(" ,"))

    def _dated(self, at: int, hi: int) -> bool:
        """Does a date follow? Then the words before it are passed over, though they name no place."""
        here = self._skip(at, hi)
        lead = _TO_DATE.match(self.text, here, hi)
        here = lead.end() if lead else here
        return any(date.start == here for date in dates(self.text, here, min(hi, here + 40)))

    def _address(self, words: str) -> bool:
        """'the Jubilee Hall', 'the community centre', 'Zoom': no sentence, nothing that only happened there."""
        name = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
        if len(name) < 3 or len(name.split()) > 24 or _NO_ADDRESS.match(name):
            return False
        return titled(name) or (VENUE.search(name) is not None and (len(name.split()) <= 14 or name[:1].isupper()))

    def place_end(self, start: int, hi: int) -> int:
        """Where the address that begins at `start` ends: before date or time, at the end of sentence or line."""
        text = self.text
        hi = min(hi, start + _REACH)
        line_end = text.find("\n", start, hi)
        line_end = hi if line_end < 0 else line_end
        stops = [line_end]
        for match in (
            _PRESENT.search(text, start, line_end),
            _STOP.search(text, start, line_end),
            _SENTENCE.search(text, start, min(hi, line_end + 1)),
        ):
            if match is not None:
                stops.append(match.start())
        said = [
            found.start
            for found in (next(dates(text, start, hi), None), next(times(text, start, hi), None))
            if found is not None
        ]
        if said and (min(said) <= min(stops) or (min(stops) == line_end and self._goes_on(line_end, min(said)))):
            end = min(said)
        else:
            end = self._more_lines(line_end, hi) if min(stops) == line_end else min(stops)
        tail = _TRAILING.search(text, start, end)
        return tail.start() if tail else end

    def _goes_on(self, line_end: int, upto: int) -> bool:
        """Are the lines between the end of the first and the date still the address?"""
        between = self.text[line_end:upto]
        tail = _TRAILING.search(between)
        lines = between[: tail.start() if tail else None].strip().split("\n")
        return all(line == "" or continues(line) for line in lines)

    def _more_lines(self, line_end: int, hi: int) -> int:
        """The end of an address whose line ends with a comma: the next line belongs to it."""
        end = line_end
        while end < hi and self.text[max(0, end - 4) : end].rstrip(" ").endswith(","):
            following = self.text.find("\n", end + 1, hi)
            following = hi if following < 0 else following
            line = self.text[end:following].strip()
            if not continues(line) or len(line) > 80:
                break
            end = following
        return end
