"""Which of several motions a vote or a result is about: 'the second amendment', 'Councillor Lund's amendment'."""

from __future__ import annotations

import re
from bisect import bisect_right

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.records import Motion

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERED = later(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)}) (?P<kind>amendment|motion)|amendment (?:no\.? ?)?(?P<number>[1-5]))\b",
    re.IGNORECASE,
)
_AT_ONCE = 20  # motions and amendments that a vote may choose from
_KIND = later(r"\b(?P<kind>amendment|motion)\b", re.IGNORECASE)


class PutMotions:
    """The motions of an item by kind, in the order in which they end; `last` is where the last of them does."""

    def __init__(self, motions: list[Motion], start: int) -> None:
        self.kinds: dict[str, list[Motion]] = {}
        for motion in sorted(motions, key=_end):
            self.kinds.setdefault(motion.type, []).append(motion)
        self.last = max(map(_end, motions), default=start)

    def before(self, at: int, kind: str) -> Motion | None:
        """The last of a kind that ends before a place."""
        k = bisect_right(self.kinds.get(kind, ()), at, key=_end)
        return self.kinds[kind][k - 1] if k else None

    def named(self, item: ItemText, at: int) -> Motion | None:
        """The motion that the sentence at this position names by its place or its mover, where several of its kind were
        put before; None where it names none.
        """
        sentence = item.sentence_at(at)
        if sentence is None:
            return None
        words = item.text[sentence.start : sentence.end]
        kind = _KIND.search(words)
        put = self.kinds.get(kind["kind"].casefold(), []) if kind else []
        count = bisect_right(put, sentence.start, key=_end)
        if count < 2:
            return None
        if numbered := _NUMBERED.search(words):
            place = int(numbered["number"] or _ORDINALS.index(numbered["ordinal"].casefold()) + 1) - 1
            return put[place] if place < count else None
        open_ones = put[max(0, count - _AT_ONCE) : count]
        moved = [m for m in open_ones if m.moved_by is not None and _surname_in(m.moved_by.family, words)]
        return moved[0] if len(moved) == 1 else None


def _end(motion: Motion) -> int:
    return motion.place[1]


def _surname_in(family: str, words: str) -> bool:
    return bool(family) and re.search(rf"\b{re.escape(family)}\b", words) is not None
