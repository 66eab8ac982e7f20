"""Which earlier meeting's minutes a meeting approved: 'the minutes of 1 February were approved'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from minutes_extract.dates import MONTHS, dates
from minutes_extract.likeness import flat
from minutes_extract.link.bodies import Series
from minutes_extract.rules import load

_YEAR = timedelta(days=365)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of which there is a record. `on` is its ISO date."""

    meeting: str
    series: Series
    on: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """An item about earlier minutes: its words, heading included, and where they begin in the text of `meeting`."""

    held: Held
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Approval:
    """`meeting` approved the minutes of `of`, which it names between `start` and `end`."""

    meeting: str
    of: str
    start: int
    end: int


def approvals(held: Iterable[Held], statements: Iterable[Statement]) -> Iterator[Approval]:
    """Link the statements of ONE council to its meetings.

    A date without a year is the last such day; a month alone ('minutes of the June meeting') the one meeting of the
    body in it. A date on which several bodies met needs the name of the body; nothing is linked where two are left.
    """
    known: dict[str, list[Held]] = {}
    for one in held:
        if one.on is not None:
            known.setdefault(one.on, []).append(one)
    for statement in statements:
        if not _approves(statement.text):
            continue
        done = set()
        for start, end, candidates in _named(statement, known):
            of = _which(statement, candidates)
            if of is not None and of not in done:
                done.add(of)
                yield Approval(statement.held.meeting, of, statement.start + start, statement.start + end)


def _named(statement: Statement, known: dict[str, list[Held]]) -> Iterator[tuple[int, int, list[Held]]]:
    """The dates of a statement, each with the meetings of that day."""
    here = statement.held.on
    after = (date.fromisoformat(here) - _YEAR).isoformat() if here else None
    dated = False
    for found in dates(statement.text, after=after):
        dated = True
        if found.iso is not None and (here is None or found.iso < here):
            end = found.start + len(statement.text[found.start : found.end].rstrip(" ,\n"))
            yield found.start, end, known.get(found.iso, [])
    if here is None or after is None or dated:
        return
    earlier = [one for on, held in known.items() if after < on < here for one in held]
    for month in _MONTH.finditer(statement.text):
        number = f"-{MONTHS.index(month[0].lower()) + 1:02d}-"
        in_it = [one for one in earlier if number in (one.on or "")[4:8] and one.series == statement.held.series]
        yield month.start(), month.end(), in_it


def _which(statement: Statement, candidates: list[Held]) -> str | None:
    """The one meeting that is meant: of a body that the statement names, or else of its own."""
    words = flat(statement.text)
    others = [one for one in candidates if one.series != statement.held.series and one.series.body in words]
    own = [one for one in candidates if one.series == statement.held.series]
    meant = [one for one in (others or own) if one.meeting != statement.held.meeting]
    return meant[0].meeting if len(meant) == 1 else None


def _approves(text: str) -> bool:
    return _approved().search(text) is not None


@lru_cache(maxsize=1)
def _approved() -> re.Pattern[str]:
    return load().regex(r"(?<!\bnot )(?<!\bnot been )(?<!\bnot be )\b{approved_words}\b")
