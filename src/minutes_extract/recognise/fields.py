"""The record of a meeting while it is being read: a field is entered once, with its place and the rule that found it."""

from __future__ import annotations

import re

from minutes_extract.recognise.occasion import Occasion, Value
from minutes_extract.records import Meeting, Place
from minutes_extract.spans import View

_HALF = re.compile(r"[ap]\.?\s?m|noon|midday|hours|hrs|(?<![\d.:])0\d|\b\d{4}\b", re.IGNORECASE)
_ARTICLE = re.compile(r"[\s\"']*(?:the|an?)\s+", re.IGNORECASE)


class Fields:
    """Enters what was found into `meeting`. Places are those of the view, whose reading text is `text`."""

    def __init__(self, view: View, text: str) -> None:
        self.view = view
        self.text = text
        self.meeting = Meeting()
        self.until: tuple[str, Place, str] | None = None  # the end that the header announces

    def set(self, name: str, value: str, place: Place, rule: str) -> None:
        """Enter a value that no rule has entered before; `next_meeting.date` is a part of a field."""
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

    def name(self, name: str, place: Place, rule: str) -> None:
        """Enter a name as printed, without the article where more than one word is left."""
        start, end = place
        article = _ARTICLE.match(self.text, start, end)
        if article is not None and (
            not name.endswith("location") or article[0].islower() or " " in self.text[article.end() : end].strip()
        ):
            start = article.end()  # 'THE CHURCH' keeps its article; 'The Jubilee Hall' and 'the church' do not
        while end > start and self.text[end - 1] in " ,.;:-\t\n\"'(*":
            end -= 1
        if self.text[end - 1] == ")" and "(" not in self.text[start:end]:
            end -= 1  # '(MS Teams)' behind the hour
        if end - start >= 2:
            self.set(name, self.view.printed(start, end), (start, end), rule)

    def enter(self, found: Occasion, rule: str, prefix: str = "") -> None:
        """Enter date, time and place of this meeting, or with a `prefix` of another ('next_meeting.')."""
        if found.date is not None:
            self.set(f"{prefix}date", *found.date, rule)
        if found.start is not None:
            self.set(f"{prefix}time" if prefix else "start_time", *_settled(self.text, found.start), rule)
        if found.end is not None and not prefix and self.until is None:
            self.until = (*found.end, rule)
        if found.place is not None:
            self.name(f"{prefix}location", found.place, rule)

    def ends_after_start(self, value: Value) -> Value:
        """A bare '9.15' behind a start in the evening is the evening too."""
        clock, place = value
        start = self.meeting.start_time
        if start is not None and clock < start and int(clock[:2]) < 12 and not _HALF.search(self.text[slice(*place)]):
            clock = f"{int(clock[:2]) + 12}{clock[2:]}"
        return clock, place


def _settled(text: str, value: Value) -> Value:
    """A bare '7.30' is the evening: no meeting begins between one and eight at night."""
    clock, place = value
    if 1 <= int(clock[:2]) <= 7 and not _HALF.search(text[slice(*place)]):
        clock = f"{int(clock[:2]) + 12}{clock[2:]}"
    return clock, place
