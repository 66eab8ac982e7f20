"""Numbered lines that are no items: a table of contents or an agenda before the minutes, the rows of a table, a list."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.numbers import step
from minutes_extract.segment.unnumbered import PRESENT

_PAGE_END = re.compile(r"(?:[\s.…]+\(?(?:pages?|pp?\.?)?\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?\)?|[\s.…]+)$", re.IGNORECASE)
_SHORTEST = 3  # lines of an agenda
_LIST = 4  # that many lines behind a colon are a list, even of stock headings
_TABLE = 6
_ROW = 40  # characters
_WORDS = 6
_SHORT = 60  # characters of a heading without a number
_ALONE = ("apologies", "minutes")  # which an agenda prints with other words behind than the minutes

_First = tuple[tuple[int, ...], str]  # number and first word


def contents(finder: Finder, numbered: list[Candidate]) -> tuple[dict[tuple[int, ...], str], set[int]]:
    """A table of contents or an agenda before the minutes: neighbouring lines whose numbers all come again later.

    Above the list of those present stands an agenda, whatever its words, where the numbers begin again behind the list.
    """
    titles: dict[tuple[int, ...], str] = {}
    drop: set[int] = set()
    firsts = [_first_word(c) for c in numbered]
    last = {first: k for k, first in enumerate(firsts)}
    summons = _summons(finder, numbered, firsts)
    heads = _last_heads(finder) if len(numbered) >= _LIST else {}
    start = 0
    while start < len(numbered):
        end, seen = start + 1, {firsts[start]}
        while end < len(numbered) and _near(finder, numbered[end - 1], numbered[end]) and firsts[end] not in seen:
            if firsts[end][0] < firsts[end - 1][0]:
                break  # the minutes begin right behind
            seen.add(firsts[end])
            end += 1
        anew = end < len(numbered) and firsts[end][0] <= firsts[start][0]  # the numbers begin again right behind it
        share = 0.4 if anew else 0.6
        again = sum(last[first] >= end for first in firsts[start:end]) >= max(3.0, share * (end - start))
        announced = not again and _announced(heads, numbered[start:end])
        if again or announced or (end <= summons and end - start >= _SHORTEST):
            for candidate in numbered[start:end]:
                if again and candidate.label is not None:
                    titles[candidate.label.numbers] = _PAGE_END.sub("", candidate.title).strip()
                drop.update(range(candidate.line, candidate.last_line + 1))
        start = end
    return titles, drop


def _last_heads(finder: Finder) -> dict[str, int]:
    """Of the openings of lines that may be headings without a number, the last line of each."""
    return {
        _opening(finder.lines[i].text): i for i in finder.open if finder.number(i) is None and _stands_out(finder, i)
    }


def _announced(heads: dict[str, int], run: list[Candidate]) -> bool:
    """Do most titles of the run come again below it as headings without a number ('2. Election of officers', and below
    the agenda '**Election of Officers.**')?"""
    if len(run) < _LIST:
        return False
    again = sum(heads.get(_opening(c.title) or "-", -1) > run[-1].last_line for c in run)
    return again >= max(_SHORTEST, 0.6 * len(run))


def _stands_out(finder: Finder, i: int) -> bool:
    return finder.lines[i].bold > 0 or len(finder.lines[i].text) < _SHORT


def _opening(words: str) -> str:
    """The first two words, or the first where a stop ends it: 'Apologies.' and 'Apologies for Absence' begin alike."""
    first = words.casefold().split()[:2]
    return (
        first[0].strip(".,:")
        if first and (first[0] in _ALONE or first[0][-1] in ".:")
        else " ".join(first).strip(".,:")
    )


def _summons(finder: Finder, numbered: list[Candidate], firsts: list[_First]) -> int:
    """How many candidates stand above the list of those present, where numbers begin again behind it; 0 where none do."""
    lines = [c.line for c in numbered]
    upto = finder.place[numbered[-1].line] if numbered else 0
    for present in (i for i in finder.open[:upto] if PRESENT.match(finder.lines[i].text)):
        above = bisect_left(lines, present)
        behind = numbered[above].label if above < len(numbered) else None
        if above and behind is not None and firsts[0][0] == behind.numbers == (1,):
            return above
    return 0


def rows(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
    """The rows of tables and lists: numbers that rise by one, line by line, with next to nothing behind them.

    A list stands behind a colon ('from the following items:'); a table is long, and its rows are no stock headings.
    """
    by_shape: dict[tuple[str, str], list[Candidate]] = {}
    for c in numbered:
        if c.label is not None:
            by_shape.setdefault((c.label.shape, c.label.close), []).append(c)
    return [row for members in by_shape.values() for row in _rows_of(finder, members)]


def _rows_of(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    start = 0
    while start < len(numbered):
        end = start + 1
        stocked = numbered[start].stock
        while end < len(numbered) and _row_behind(numbered[end - 1], numbered[end]):
            if numbered[end].stock and not stocked:
                break  # a heading that goes on where a list happens to end
            end += 1
        run = numbered[start:end]
        above = finder.after(run[0].line, -1)
        listed = above is not None and finder.lines[above].text.endswith((":", ";", ":-"))
        stock = sum(c.stock for c in run) / len(run)
        short = sum(len(c.title.split()) for c in run) <= _WORDS * len(run)
        if (listed and len(run) > 1 and (stock < 0.5 or len(run) >= _LIST)) or (
            len(run) >= _TABLE and stock < 0.2 and short
        ):
            found += run
        start = end
    return found


def _row_behind(before: Candidate, after: Candidate) -> bool:
    if before.label is None or after.label is None or before.run_in or before.item_line or before.dress != after.dress:
        return False
    if before.title[:1].islower() != after.title[:1].islower():
        return False
    return step(before.label, after.label) == "next" and after.at - before.body < _ROW


def _near(finder: Finder, before: Candidate, after: Candidate) -> bool:
    """At most one line stands between them, bullets and lines set aside not counted."""
    between = finder.open[finder.place[before.last_line] + 1 : finder.place[after.line]]
    return len(between) < _LIST * 3 and sum(not finder.lines[i].bullet for i in between) <= 1


def _first_word(c: Candidate) -> _First:
    return (c.label.numbers if c.label else (), (c.title.split() or [""])[0].casefold().strip(".,:"))
