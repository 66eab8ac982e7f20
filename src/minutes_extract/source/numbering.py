"""The numbers of Word's lists, which a document does not hold: it holds the rules from which Word computes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from minutes_extract.source.labels import label
from minutes_extract.source.word import child, number, value

_LEVELS = 9  # that Word has
_PLACE = re.compile(r"%([1-9])")
_CHAIN = 20  # styles that are based on one another: more is a circle


@dataclass(slots=True)
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # the level whose points start this one anew; 0: none does; None: every higher one
    legal: bool = False  # all numbers in Arabic figures
    gap: str = "\t"


@dataclass(slots=True)
class _List:
    """A list of the document: its levels, the counters that it shares with others, and where it starts afresh."""

    levels: list[_Level]
    counts: list[int | None]
    fresh: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Gives each paragraph its label, in the order of the document."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = {value(style, "styleId"): style for style in styles.iterchildren("{*}style")}
        self._lists = _lists(numbering, self._styles) if numbering is not None else {}

    def label(self, paragraph: Any) -> str:
        """The label that Word prints before a paragraph, with the gap behind it; empty where there is none."""
        place = self._place(paragraph)
        listed = self._lists.get(place[0]) if place else None
        if place is None or listed is None:
            return ""
        deep = place[1]
        self._count(listed, deep)
        level = listed.levels[deep]
        if level.style == "bullet":
            return "• "
        text = _PLACE.sub(lambda match: self._shown(listed, level, int(match[1]) - 1), level.text)
        return f"{text}{level.gap}" if text.strip() else ""

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, or those of its style."""
        own = child(paragraph, "pPr")
        rules = [child(own, "numPr")]
        style = self._styles.get(value(child(own, "pStyle")))
        for _ in range(_CHAIN):
            if style is None:
                break
            rules.append(child(style, "pPr", "numPr"))
            style = self._styles.get(value(child(style, "basedOn")))
        listed = next((found for rule in rules if (found := value(child(rule, "numId")))), "0")
        levels = (child(rule, "ilvl") for rule in rules)
        deep = next((number(found, 0) for found in levels if found is not None), 0)
        return (listed, deep) if listed != "0" and 0 <= deep < _LEVELS else None

    def _count(self, listed: _List, deep: int) -> None:
        counts = listed.counts
        if deep in listed.fresh:
            counts[deep] = listed.fresh.pop(deep)
        else:
            last = counts[deep]
            counts[deep] = listed.levels[deep].start if last is None else last + 1
        for below in range(deep + 1, _LEVELS):
            restart = listed.levels[below].restart
            if restart is None or (restart and deep < restart):
                counts[below] = None

    def _shown(self, listed: _List, level: _Level, of: int) -> str:
        other = listed.levels[of]
        count = listed.counts[of]
        return label(other.start if count is None else count, "decimal" if level.legal else other.style)


def _lists(numbering: Any, styles: dict[str, Any]) -> dict[str, _List]:
    kinds = {value(kind, "abstractNumId"): kind for kind in numbering.iterchildren("{*}abstractNum")}
    named = {value(entry, "numId"): entry for entry in numbering.iterchildren("{*}num")}
    counters: dict[str, list[int | None]] = {}
    lists: dict[str, _List] = {}
    for name, entry in named.items():
        kind_name = value(child(entry, "abstractNumId"))
        kind = kinds.get(kind_name)
        link = styles.get(value(child(kind, "numStyleLink")))
        if link is not None:  # the levels are kept with a style
            linked = named.get(value(child(link, "pPr", "numPr", "numId")))
            kind_name = value(child(linked, "abstractNumId"))
            kind = kinds.get(kind_name)
        if kind is None:
            continue
        listed = _List(_levels(kind), counters.setdefault(kind_name, [None] * _LEVELS))
        for override in entry.iterchildren("{*}lvlOverride"):
            deep = number(override, 0, "ilvl")
            start = child(override, "startOverride")
            if not 0 <= deep < _LEVELS:
                continue
            if (own := child(override, "lvl")) is not None:
                listed.levels[deep] = _level(own)
            if start is not None:
                listed.fresh[deep] = number(start, 1)
        lists[name] = listed
    return lists


def _levels(kind: Any) -> list[_Level]:
    levels = [_Level() for _ in range(_LEVELS)]
    for element in kind.iterchildren("{*}lvl"):
        if 0 <= (deep := number(element, 0, "ilvl")) < _LEVELS:
            levels[deep] = _level(element)
    return levels


def _level(element: Any) -> _Level:
    restart = child(element, "lvlRestart")
    return _Level(
        style=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")),
        start=number(child(element, "start"), 0),
        restart=None if restart is None else number(restart, 0),
        legal=child(element, "isLgl") is not None,
        gap={"space": " ", "nothing": ""}.get(value(child(element, "suff")), "\t"),
    )
