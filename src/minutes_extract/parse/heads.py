"""The heads of a table of actions, and the cells below them: which column says what, who and by when."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes_extract.later import later
from minutes_extract.records import Place
from minutes_extract.rules import Patterns

_GAP = later(r"\t+| {3,}")
_BAR = later(r"[ \t]*\|[ \t]*")
_DRESS = " \t*_#:.?"
MOST = 6  # columns of a table
_KINDS = {
    "what": "{table_what}",
    "who": "{table_who}",
    "when": "{table_when}",
    "status": "{table_status}",
    "number": "{table_number}",
}


class Heads(NamedTuple):
    """The place of each column in the row, None where the table has no such column, and how many columns there are."""

    what: int
    who: int
    when: int | None
    status: int | None
    number: int | None
    width: int


def read_heads(words: list[str], patterns: Patterns) -> Heads | None:
    """The columns that the head cells name; None where one names nothing known, or none says what or who."""
    kinds = [_kind(word.strip(_DRESS), patterns) for word in words[: MOST + 1]]
    if not 2 <= len(kinds) <= MOST or None in kinds:
        return None
    if kinds.count("what") > 1:  # 'Item | Action | Lead': the deed stands under the plainer word
        plain = [k for k, word in enumerate(words) if patterns.regex(r"\W*{table_deed}\b").match(word)]
        kinds = ["number" if kind == "what" and k not in plain[:1] else kind for k, kind in enumerate(kinds)]
    if kinds.count("what") != 1 or kinds.count("who") != 1:
        return None
    at = {kind: k for k, kind in reversed(list(enumerate(kinds)))}
    return Heads(at["what"], at["who"], at.get("when"), at.get("status"), at.get("number"), len(kinds))


def stacked_heads(text: str, lines: list[Place], patterns: Patterns) -> Heads | None:
    """The heads of a table that a conversion has printed one cell a line: as many lines as name a column."""
    words: list[str] = []
    for line in lines[:MOST]:
        word = text[slice(*line)]
        if _kind(word.strip(_DRESS), patterns) is None:
            break
        words.append(word)
    return read_heads(words, patterns)


def _kind(word: str, patterns: Patterns) -> str | None:
    """What a head says of its column."""
    return next((kind for kind, words in _KINDS.items() if patterns.regex(words).fullmatch(word)), None)


def cells(text: str, lo: int, hi: int) -> list[Place]:
    """The cells of a line, without the white space around them; between bars also the empty ones."""
    barred = text.find("|", lo, hi) >= 0
    out: list[Place] = []
    at = lo
    for cut in [*(_BAR if barred else _GAP).finditer(text, lo, hi), None]:
        stop = cut.start() if cut else hi
        start, end = at, stop
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end or (barred and cut is not None and at > lo):
            out.append((start, end))
        at = cut.end() if cut else hi
    return out


def is_rule(text: str, line: Place) -> bool:
    """Is the line nothing but the rule below the heads of a Markdown table?"""
    return re.fullmatch(r"[|\-:+= \t]+", text[slice(*line)]) is not None
