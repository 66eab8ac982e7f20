"""Numbers that stand below their heading, before its text: 'URGENT BUSINESS' / 'CAB/48  There was none.'"""

from __future__ import annotations

import re
from itertools import pairwise

from minutes_extract.segment.lines import Line, parted
from minutes_extract.segment.numberedpage import NAMED_RESOLUTION
from minutes_extract.segment.numbers import Label, read_number, step
from minutes_extract.segment.page import source_offset

_FEWEST = 3  # numbers, each below a heading of its own
_RARELY = 5  # one in so many may have none
_LONGEST = 160  # characters of a line of a heading
_WORD = re.compile(r"[A-Z]{4,}")
_TEXT = re.compile(r"[A-Z(\"']")
_RESOLVED = re.compile(r"(?:RESOLVED|RECOMMENDED|AGREED|NOTED|DECISION)\b")
_BAR = re.compile(r"[|\t]")


def numbers_below(lines: list[Line]) -> None:
    """Give each heading in capitals the number below it, and set that number aside; in place.

    Only where numbers that rise by one each have a heading of their own: points numbered through a text have one for many.
    """
    heads = [i for i, line in enumerate(lines) if _heads(lines, i)]
    if len(heads) < _FEWEST:
        return
    best: list[tuple[int, Label]] = []
    runs: dict[str, list[tuple[int, Label]]] = {}
    for i, line in enumerate(lines):
        label = _before_text(line)
        if label is None:
            continue
        run = runs.setdefault(label.shape, [])
        if run and step(run[-1][1], label) != "next":
            run = runs[label.shape] = []
        run.append((i, label))
        best = max(best, run, key=len)
    owned = _headed(best, heads)
    if len(owned) < _FEWEST or (len(best) - len(owned)) * _RARELY > len(best):
        return
    numbers = dict(best)
    for i, head in sorted(owned.items(), reverse=True):
        line, label = lines[i], numbers[i]
        lines[head].number = label.token
        number, words = parted(line, [source_offset(line, label.end)])
        number.aside, words.blanks = "furniture", line.blanks
        lines[i : i + 1] = [number, words]


def _headed(run: list[tuple[int, Label]], heads: list[int]) -> dict[int, int]:
    """The heading of each number: the last one that begins between the number before it and itself."""
    owned: dict[int, int] = {}
    at = 0
    for (before, _), (i, _) in pairwise([(-1, None), *run]):
        while at < len(heads) and heads[at] < i:
            if heads[at] > before:
                owned[i] = heads[at]
            at += 1
    return owned


def _before_text(line: Line) -> Label | None:
    """The number with which a line of text begins, not a heading's own."""
    if line.aside or line.bullet or line.level or not line.text[:1].isalnum():
        return None
    label = read_number(line.text)
    if label is None or _BAR.search(line.text, label.end) or NAMED_RESOLUTION.match(line.text, label.end):
        return None
    words = line.text[label.end :]
    text = _TEXT.match(words) is not None and (_RESOLVED.match(words) or not words.isupper())
    return label if text else None


def _heads(lines: list[Line], i: int) -> bool:
    """Does a heading in capitals without a number begin on this line?"""
    line = lines[i]
    if not _capital(line) or not (line.blanks or i == 0):
        return False
    below = next((other for other in lines[i + 1 : i + 5] if other.blanks and not other.aside), None)
    return below is not None


def _capital(line: Line) -> bool:
    words = line.text
    return (
        not line.aside
        and not line.bullet
        and len(words) < _LONGEST
        and words.isupper()
        and _WORD.search(words) is not None
        and not _RESOLVED.match(words)
        and read_number(words) is None
    )
