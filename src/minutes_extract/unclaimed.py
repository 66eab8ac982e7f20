"""Sentences with words of decision or duty that no record covers: where a wording is still to be learnt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from minutes_extract.rules import Patterns, load
from minutes_extract.schema import Action, Decision, Declaration, Item, Minutes, Motion, Span, Vote
from minutes_extract.spans import plain

_BREAK = re.compile(r"\n[ \t\r]*\n")  # parts paragraphs where no item does: in the header and the closing
_END = re.compile(r"(?<!\bCllr)(?<!\bMrs)(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Cr|No))[.!?][\"')\]]*(?=\s+[\"'(]?[A-Z0-9])")
_LINE = 160  # characters; a longer sentence says more than a result or who moved it


def unclaimed(text: str, minutes: Minutes, patterns: Path | None = None) -> list[Span]:
    """The sentences of `text` that hold a word of decision or duty and that no record of `minutes` covers, in order.

    Covered is what a decision, motion, vote, action, declaration or movement overlaps; a line that only heads a column, or
    tells the result or the movers of a record of its item, counts as covered. `text` is the decoded source that
    `minutes` was read from; the words stand in patterns/base/unclaimed.toml, to which the folder `patterns` may add.
    """
    rules = load(patterns)
    words = rules.regex(r"\b(?:{decision_word}|{duty_word})\b")
    shown = plain(text)
    claimed = _merged(_claimed(minutes))
    starts = [start for start, _ in claimed]
    known = _Known(shown, minutes, rules)
    found: list[Span] = []
    for item, start, end in _sentences(shown, minutes):
        k = bisect_left(starts, end) - 1  # the last stretch that begins before the sentence ends
        if (k < 0 or claimed[k][1] <= start) and words.search(shown, start, end) and not known.tells(item, start, end):
            found.append(Span(start=start, end=end))
    return found


class _Known:
    """Lines that say nothing beyond the records."""

    def __init__(self, text: str, minutes: Minutes, patterns: Patterns) -> None:
        self._text = text
        self._heads, self._results, self._movers = (
            patterns.regex(rf"\W*(?:{{{words}}}\b\W*)+") for words in ("column_head", "result_telling", "mover_telling")
        )
        self._mentions = sorted((m.start, m.end, person.id) for person in minutes.people for m in person.mentions)

    def tells(self, item: Item | None, start: int, end: int) -> bool:
        """Is it the head of a column, or the result or the movers of a record of its item?"""
        if end - start > _LINE:
            return False
        said = self._text[start:end]
        if self._heads.fullmatch(said):
            return True
        records: list[Decision | Motion] = [] if item is None else [*item.decisions, *item.motions]
        if self._results.fullmatch(said):
            return any(record.span.end <= start for record in records)
        return self._tells_movers(
            {who for record in records for who in (record.moved_by, record.seconded_by)}, start, end
        )

    def _tells_movers(self, movers: set[str | None], start: int, end: int) -> bool:
        """Does it name nobody but movers, and hold nothing but their names and the words for moving?"""
        first = bisect_left(self._mentions, (start,))
        named = list(takewhile(lambda mention: mention[0] < end, self._mentions[first:]))
        if not named or not {person for _, _, person in named} <= movers:
            return False
        between = zip([start, *(last for _, last, _ in named)], [*(at for at, _, _ in named), end], strict=True)
        return self._movers.fullmatch(" ".join(self._text[lo:hi] for lo, hi in between)) is not None


def _claimed(minutes: Minutes) -> Iterator[Span]:
    for item in minutes.items:
        yield from (record.span for record in _records(item))
    for person in minutes.people:
        yield from (movement.span for movement in person.movements)


def _records(item: Item) -> Iterator[Decision | Motion | Vote | Action | Declaration]:
    moved: list[Decision | Motion] = [*item.decisions, *item.motions]
    for put in moved:
        yield put
        if put.vote is not None:
            yield put.vote
    yield from item.actions
    yield from item.declarations


def _merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The stretches that the spans cover, in order and apart from one another."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _sentences(text: str, minutes: Minutes) -> Iterator[tuple[Item | None, int, int]]:
    """The sentences of header, items and closing, in order, with their item; headings and the agenda's words are left out."""
    if minutes.header is not None:
        yield from ((None, *place) for place in _split(text, _blocks(text, minutes.header)))
    for item in minutes.items:
        paragraphs = [(p.span.start, p.span.end) for p in item.paragraphs]
        yield from ((item, *place) for place in _split(text, paragraphs))
    if minutes.closing is not None:
        yield from ((None, *place) for place in _split(text, _blocks(text, minutes.closing)))


def _blocks(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        yield start, match.start()
        start = match.end()
    yield start, span.end


def _split(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs:
        for match in _END.finditer(text, start, end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
