"""Body and date of minutes whose header names no body: from a signature, a line above the title, or a page on one issue."""

from __future__ import annotations

import re

from minutes_extract.dates import dates
from minutes_extract.recognise.fields import Fields
from minutes_extract.recognise.header import Header, titled
from minutes_extract.records import Place
from minutes_extract.rules import Rule

_SIGNED = 6  # lines at the end among which a signature stands
_WEB_PAGE = "moderngov"  # how the names of their layouts begin
_FORMS = ("owner", "place", "kind")  # the surest first


def read_untitled(header: Header, fields: Fields) -> None:
    """Enter body and date from places that count only where no title names a body."""
    _Untitled(header, fields).run()


def read_issue(header: Header, fields: Fields) -> bool:
    """Enter body and date of a page on one issue or of one decision, which say surely where it was dealt with."""
    return _Untitled(header, fields).issue()


class _Untitled:
    def __init__(self, header: Header, fields: Fields) -> None:
        self.header = header
        self.text = header.text
        self.fields = fields

    def run(self) -> None:
        if self.fields.meeting.body is None:
            self._signed()
        for form in _FORMS:
            for rule, match in self.header.matches(form):
                if self._unnamed() and (form == "kind" or titled(match["body"])):
                    self.fields.name("body", match.span("body"), rule.id)
        if self._unnamed() and self.header.layout.startswith(_WEB_PAGE):
            self._acted()

    def _acted(self) -> None:
        """The one body that acts in the minutes of a web page that has lost its title."""
        if self._matches("issue", 0, len(self.text)):
            return  # a page on one issue says itself which meetings dealt with it
        found = self._matches("acted", 0, len(self.text))
        if len({" ".join(match["body"].casefold().split()) for _, match in found}) == 1:
            rule, match = found[0]
            self.fields.name("body", match.span("body"), rule.id)

    def _unnamed(self) -> bool:
        return self.fields.meeting.body is None and self.fields.meeting.organization is None

    def _signed(self) -> None:
        """The line that signs the minutes: 'Burr Elm Township, April 1, 2024'."""
        start = end = len(self.text.rstrip())
        for _ in range(_SIGNED):
            start = max(0, self.text.rfind("\n", 0, start))
        for rule, match in self._matches("signed", start, end):
            if titled(match["body"]) and self._date(rule, match.span("date")):
                self.fields.name("body", match.span("body"), rule.id)

    def issue(self) -> bool:
        """What the meetings that dealt with one issue have in common; did they name one body?"""
        found = self._matches("issue", 0, len(self.text))
        one = len({other["body"] for _, other in found}) == 1
        for rule, match in found[:1]:
            if one:
                self.fields.name("body", match.span("body"), rule.id)
            if len({other["date"] for _, other in found}) == 1:
                self._date(rule, match.span("date"))
        return one

    def _matches(self, form: str, lo: int, hi: int) -> list[tuple[Rule, re.Match[str]]]:
        near = self.header.patterns.near("recognise.meeting", self.text, lo, hi)
        return [(rule, m) for rule in near if rule.form == form for m in rule.regex.finditer(self.text, lo, hi)]

    def _date(self, rule: Rule, place: Place) -> bool:
        """Enter the date at this place; False where there is none."""
        date = next((d for d in dates(self.text, *place) if d.iso), None)
        if date is None or date.iso is None:
            return False
        self.fields.set("date", date.iso, (date.start, date.end), rule.id)
        return True
