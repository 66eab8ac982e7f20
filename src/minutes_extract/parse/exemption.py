"""Items for which press and public were excluded, and the printed ground."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.records import Business

_EXCLUDES = re.compile(
    r"\b(?:press|public)\b[^.\n]{0,80}\bexcluded?\b|\bexclud(?:e|ed|ing|es)\b[^.\n]{0,60}\b(?:press|public)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"paragraphs? [\d, and&()]{1,20}(?:of|in) (?:Part (?:\d|[IVX]+) (?:of|to) )?(?:the )?Schedule \w+", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"\bitems? (?:nos?\.? )?(?P<numbers>\d+[a-z]?(?:(?:, ?| and | & | to |-)\d+[a-z]?)*)", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:following|remaining) items\b|\bremainder\b|\bfollowing business\b|\brest of the meeting\b", re.IGNORECASE
)


def mark_exempt(items: list[ItemText], found: list[Business]) -> None:
    """Mark in place the items that an exclusion names: by number, the following one, or all that follow."""
    for k, (item, business) in enumerate(zip(items, found, strict=True)):
        for decision in business.decisions:
            words = item.text[slice(*decision.place)]
            if _EXCLUDES.search(words) is None:
                continue
            ground = _GROUND.search(words)
            at = decision.place[0]
            place = (at + ground.start(), at + ground.end()) if ground else (at, at)
            for j in _covered(items, k, words):
                found[j].exempt = found[j].exempt or place


def _covered(items: list[ItemText], k: int, words: str) -> list[int]:
    """Indices of the items that the exclusion in item k speaks of."""
    named = _NUMBERS.search(words)
    if named is not None:
        numbers = set(re.findall(r"\d+[a-z]?", named["numbers"]))
        hits = [j for j, item in enumerate(items) if j > k and (item.section.number or "").strip("()") in numbers]
        if hits:
            return hits
    if items[k].section.kind != "exclusion":
        return [k]
    behind = list(range(k + 1, len(items)))
    return behind if _ALL.search(words) else behind[:1]
