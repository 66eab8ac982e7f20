"""Which of several motions a vote or a result is about: 'the second amendment', 'Councillor Lund's amendment'."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.records import Motion

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERED = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)}) (?P<kind>amendment|motion)|amendment (?:no\.? ?)?(?P<number>[1-5]))\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"\b(?P<kind>amendment|motion)\b", re.IGNORECASE)


def named_motion(item: ItemText, at: int, motions: list[Motion]) -> Motion | None:
    """The motion that the sentence at this position names by its place or its mover, where several of its kind were put
    before; None where it names none.
    """
    sentence = item.sentence_at(at)
    if sentence is None:
        return None
    words = item.text[sentence.start : sentence.end]
    kind = _KIND.search(words)
    if kind is None:
        return None
    put = [m for m in motions if m.type == kind["kind"].casefold() and m.place[1] <= sentence.start]
    if len(put) < 2:
        return None
    if numbered := _NUMBERED.search(words):
        place = int(numbered["number"]) - 1 if numbered["number"] else _ORDINALS.index(numbered["ordinal"].casefold())
        return put[place] if place < len(put) else None
    moved = [m for m in put if m.moved_by is not None and _surname_in(m.moved_by.family, words)]
    return moved[0] if len(moved) == 1 else None


def _surname_in(family: str, words: str) -> bool:
    return bool(family) and re.search(rf"\b{re.escape(family)}\b", words) is not None
