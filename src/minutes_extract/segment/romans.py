"""Items numbered in capital Roman numerals: 'I. Call to Order', 'IV. NEW BUSINESS' (boards in North America)."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.numbers import Label

_ROMAN = re.compile(r"(?P<token>[IVX]{1,6})(?P<close>[.):])\s+(?=[A-Z\"'(])")
_VALUES = {"I": 1, "V": 5, "X": 10}
_FEWEST = 3
_STOCK = 2  # so many of them are known from other minutes
_SKIPPED = 2  # numerals that a scan may have lost between two
_LOST = 4  # or a meeting left out, where a title known from other minutes goes on


def romans(finder: Finder) -> list[Candidate]:
    """The headings of a document whose items have Roman numerals, in order; empty where it has none."""
    found: list[Candidate] = []
    last = 0
    for i in finder.open:
        label = _label(finder.lines[i].text)
        if label is None or not 0 < label.numbers[0] - last <= (_LOST if last else 1):
            continue
        c = finder.with_label(i, label)
        if c.title and (c.stock or (not c.sentence and label.numbers[0] - last <= _SKIPPED)):
            found.append(c)
            last = label.numbers[0]
    return found if len(found) >= _FEWEST and sum(c.stock for c in found) >= _STOCK else []


def _label(text: str) -> Label | None:
    match = _ROMAN.match(text)
    if match is None:
        return None
    values = [_VALUES[letter] for letter in match["token"]]
    number = sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))
    return Label(match["token"], (number,), "I", match.end(), match["close"])
