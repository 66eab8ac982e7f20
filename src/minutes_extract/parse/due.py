"""The words that bind a deed to a time, and the day where they determine one."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Date

from minutes_extract.dates import MONTHS, dates
from minutes_extract.later import later
from minutes_extract.records import Due
from minutes_extract.rules import Patterns

_END_OF = later(rf"\bend of (?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?\b", re.IGNORECASE)


def find_due(text: str, lo: int, hi: int, patterns: Patterns, meeting_date: str | None) -> Due | None:
    """The first words of text[lo:hi] that say by when, or None. `meeting_date` (ISO) settles a date without a year."""
    best: re.Match[str] | None = None
    for rule in patterns.near("parse.due", text, lo, hi):
        match = rule.regex.search(text, lo, hi)
        if match is not None and (best is None or (match.start(), -match.end()) < (best.start(), -best.end())):
            best = match
    if best is None:
        return None
    start, end = best.span()
    while end > start and text[end - 1] in " ,.;":
        end -= 1
    return Due((start, end), due_date(text, start, end, meeting_date))


def due_date(text: str, start: int, end: int, meeting_date: str | None) -> str | None:
    """The ISO day that text[start:end] determines."""
    found = next(iter(dates(text, start, end, meeting_date)), None)
    if found is not None:
        return found.iso
    month = _END_OF.search(text, start, end)
    return _last_day(month, meeting_date) if month else None


def _last_day(match: re.Match[str], meeting_date: str | None) -> str | None:
    """The last day of a month: of the year printed, or of the next such month after the meeting."""
    month = MONTHS.index(match["month"].lower()) + 1
    if match["year"]:
        year = int(match["year"])
    elif meeting_date is not None:
        here = Date.fromisoformat(meeting_date)
        year = here.year + (month < here.month)
    else:
        return None
    return Date(year, month, monthrange(year, month)[1]).isoformat()
