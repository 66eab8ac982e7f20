"""Items for which press and public were excluded, and the printed ground."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.records import Business
from minutes_extract.rules import Patterns


def mark_exempt(items: list[ItemText], found: list[Business], patterns: Patterns) -> None:
    """Mark in place the items that an exclusion names: by number, the following one, or all that follow."""
    excluded, ground_words = patterns.regex("{public_excluded}"), patterns.regex("{exempt_ground}")
    for k, (item, business) in enumerate(zip(items, found, strict=True)):
        for decision in business.decisions:
            words = item.text[slice(*decision.place)]
            if excluded.search(words) is None:
                continue
            ground = ground_words.search(words)
            at = decision.place[0]
            place = (at + ground.start(), at + ground.end()) if ground else (at, at)
            for j in _covered(items, k, words, patterns):
                found[j].exempt = found[j].exempt or place


def _covered(items: list[ItemText], k: int, words: str, patterns: Patterns) -> list[int]:
    """Indices of the items that the exclusion in item k speaks of."""
    named = patterns.regex("{exempt_items}").search(words)
    if named is not None:
        numbers = set(re.findall(r"\d+[a-z]?", named["numbers"]))
        hits = [j for j, item in enumerate(items) if j > k and (item.section.number or "").strip("()") in numbers]
        if hits:
            return hits
    if items[k].section.kind != "exclusion":
        return [k]
    behind = list(range(k + 1, len(items)))
    return behind if patterns.regex("{exempt_from_here}").search(words) else behind[:1]
