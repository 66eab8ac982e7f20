"""Sentences with words of decision or duty that no record covers: where a wording is still to be learnt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from minutes_extract.rules import Patterns, load
from minutes_extract.schema import Action, Decision, Declaration, Item, Minutes, Motion, Span, Vote
from minutes_extract.spans import plain

_BREAK = re.compile(r"\n[ \t\r]*\n")  # parts paragraphs where no item does: in the header and the closing
_END = re.compile(r"(?<!\bCllr)(?<!\bMrs)(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Cr|No))[.!?][\"')\]]*(?=\s+[\"'(]?[A-Z0-9])")


def unclaimed(text: str, minutes: Minutes) -> list[Span]:
    """The sentences of `text` that hold a word of decision or duty and that no record of `minutes` covers, in order.

    Covered is what a decision, motion, vote, action, declaration or movement overlaps. `text` is the decoded source
    that `minutes` was read from; the words stand in patterns/base/unclaimed.toml.
    """
    words = _words(load())
    shown = plain(text)
    claimed = _merged(_claimed(minutes))
    starts = [start for start, _ in claimed]
    found: list[Span] = []
    for start, end in _sentences(shown, minutes):
        k = bisect_left(starts, end) - 1  # the last stretch that begins before the sentence ends
        if (k < 0 or claimed[k][1] <= start) and words.search(shown, start, end):
            found.append(Span(start=start, end=end))
    return found


@lru_cache(maxsize=4)
def _words(patterns: Patterns) -> re.Pattern[str]:
    return patterns.regex(r"\b(?:{decision_word}|{duty_word})\b")


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


def _sentences(text: str, minutes: Minutes) -> Iterator[tuple[int, int]]:
    """The sentences of header, items and closing, in order; headings and the agenda's words are left out."""
    if minutes.header is not None:
        yield from _split(text, _blocks(text, minutes.header))
    for item in minutes.items:
        yield from _split(text, [(p.span.start, p.span.end) for p in item.paragraphs])
    if minutes.closing is not None:
        yield from _split(text, _blocks(text, minutes.closing))


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
