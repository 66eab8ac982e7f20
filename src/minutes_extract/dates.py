"""Dates and times as minutes print them: found by narrow patterns.

Figures are read as British, day before month, unless they allow only the other order (10/17/2023) or another date of the
text does. Nothing is guessed: a date without a year is read only where `after` or its day of the week and one of `years`
determine it, a time without am or pm only where the figure leaves one reading (19:00, 1834) or the other time of the same
meeting settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from functools import lru_cache
from typing import NamedTuple

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
# What a scan makes of the raised 'th' of '28th April': '28" April', '7* April'.
_DAY = r"(?P<{0}>\d{{1,2}})(?:\s*(?:st|nd|rd|th)(?:(?![a-z])|(?=jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec))[.,]?|[\"'*°®^]{{1,2}})?"
_WEEKDAY = r"(?:(?P<week>mon|tues?|wed(?:ne)?s?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])(?:\s+(?:evening|night|morning|afternoon)\b)?[,.]?\s*(?:the\s+)?)?"
DATE = re.compile(
    rf"(?=[\dadfjmnostw]){_WEEKDAY}(?:\b|(?<=day)|(?<=\b[Oo]n)|(?<=\d[ap]m))(?:{_DAY.format('d1')}(?:\s*(?:day\s+)?(?:of\s+)?|[/-]){_MONTH.format('m1')}(?:[/-](?=(?:19|20)\d\d)|[,\s]*)(?P<y1>(?:19|20)\d\d|'\d\d)?"
    rf"|{_MONTH.format('m2')}\s*(?:the\s+)?{_DAY.format('d2')}\b(?!\d|[.:]\d\d)[,\s]*(?P<y2>(?:19|20)\d\d)?"
    rf"|(?P<y5>(?:19|20)\d\d) {_MONTH.format('m5')} (?P<d5>\d{{1,2}})\b(?!\d|[.:]\d\d)"
    r"|(?P<d3>\d{1,2})(?P<sep>[./-])(?P<m3>\d{1,2})(?P=sep)(?P<y3>(?:20|19)?\d\d)(?!\d|[./]\d)"
    r"|(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)(?![\d-]))"
    r"(?![\d])",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<one>0?[1-9]|[12]\d|3[01])(?P<sep>[./-])(?P<two>0?[1-9]|[12]\d|3[01])(?P=sep)(?:20|19)?\d\d(?![\d./-])"
)
_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
TIME = re.compile(
    r"(?=[\dmn])(?:(?<!\d[.:])\b(?P<h>\d{1,2})(?:[.:;]?(?P<m>\d{2}))?(?:\.?\s*(?:o'clock\s*)?(?P<half>[ap])\.?\s?m\b\.?)"
    r"|(?<![£$€])(?<!\d[./])\b(?P<h24>[01]?\d|2[0-3])[.:](?P<m24>[0-5]\d)(?:\s*(?:hours|hrs))?\b(?![./]\d|\s?%)"
    r"|(?:(?<=\bat )|(?<=\bfrom )|(?<=\bto )|(?<=: )|\b(?=\d{4}\s?h(?:ou)?rs\b))(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s*(?:hours|hrs|$|[,.;)\s]))(?:\s*(?:hours|hrs)\b)?"
    r"|\b(?P<noon>12 noon|noon|midday)\b)",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """A date found in a text: its place, and its ISO form or None where the text does not determine the day."""

    start: int
    end: int
    iso: str | None


class Timed(NamedTuple):
    """A time found in a text: its place and its 24-hour form."""

    start: int
    end: int
    clock: str


def dates(
    text: str, lo: int = 0, hi: int | None = None, after: str | None = None, years: tuple[int, ...] = ()
) -> Iterator[Dated]:
    """Dates in text[lo:hi]. `after`: a meeting's ISO date, by which a date without a year is the next such day; `years`:
    those of which it may be, where its day of the week fits one of them alone.
    """
    for match in DATE.finditer(text, lo, len(text) if hi is None else hi):
        yield Dated(match.start(), match.end(), _iso(match, after, years))


def date_at(text: str, at: int, hi: int, after: str | None = None) -> Dated | None:
    """The date with which text[at:hi] begins, read like those of `dates`."""
    match = DATE.match(text, at, hi)
    return Dated(at, match.end(), _iso(match, after, ())) if match else None


def _iso(match: re.Match[str], after: str | None, years: tuple[int, ...]) -> str | None:
    day = int(match["d1"] or match["d2"] or match["d3"] or match["d4"] or match["d5"])
    name = match["m1"] or match["m2"] or match["m5"]
    figure = match["m3"] or match["m4"]
    month = MONTHS.index(next(m for m in MONTHS if m.startswith(name.lower()[:3]))) + 1 if name else int(figure)
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"]
    if year is not None:
        number = int(year.strip("'"))
        if match["m3"] and day <= 12 and (month > 12 or _month_first(match.string)):
            day, month = month, day
        return _valid(number + 2000 if number < 100 else number, month, day)
    if after is None:
        return _on_weekday(match["week"], day, month, years) if match["week"] else None
    here = Date.fromisoformat(after)
    this = _valid(here.year, month, day)
    return this if this is not None and this >= after else _valid(here.year + 1, month, day)


def _on_weekday(week: str, day: int, month: int, years: tuple[int, ...]) -> str | None:
    """The day in the one year of several in which it falls on a day of the week ('Tues')."""
    fits = [iso for year in sorted(set(years)) if (iso := _valid(year, month, day)) and _falls_on(iso, week)]
    return fits[0] if len(fits) == 1 else None


def _falls_on(iso: str, week: str) -> bool:
    return _WEEK[Date.fromisoformat(iso).weekday()] == week[:3].lower()


@lru_cache(maxsize=1)  # asked for each date of a text that is printed in figures
def _month_first(text: str) -> bool:
    """Does the text print dates that can only be read month first, and none that can only be read day first?"""
    figures = [(int(m["one"]), int(m["two"])) for m in _FIGURES.finditer(text)]
    return any(one <= 12 < two for one, two in figures) and not any(two <= 12 < one for one, two in figures)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return Date(year, month, day).isoformat()
    except ValueError:
        return None


def times(text: str, lo: int = 0, hi: int | None = None) -> Iterator[Timed]:
    """Times in text[lo:hi] that the text determines."""
    for match in TIME.finditer(text, lo, len(text) if hi is None else hi):
        clock = _clock(match)
        if clock is not None:
            yield Timed(match.start(), match.end(), clock)


def time_at(text: str, at: int, hi: int) -> Timed | None:
    """The time with which text[at:hi] begins, where the text determines it."""
    match = TIME.match(text, at, hi)
    clock = _clock(match) if match else None
    return Timed(at, match.end(), clock) if match and clock is not None else None


def _clock(match: re.Match[str]) -> str | None:
    if match["noon"]:
        return "12:00"
    if match["military"]:
        return f"{match['military'][:2]}:{match['military'][2:]}"
    if match["h24"]:
        return f"{int(match['h24']):02d}:{match['m24']}"
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
    hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}"
