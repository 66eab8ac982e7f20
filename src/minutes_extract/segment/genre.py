"""Is the text minutes at all? An agenda, a transcript or an article gives no items and so no invented decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, islice

from minutes_extract.rules import Patterns, Rule

_FEW = 3  # fewer places than this that tell what a meeting did are no minutes, if other signs speak against them
_SPOKEN = 8  # so many time marks make a transcript


def not_minutes(text: str, patterns: Patterns) -> str | None:
    """Why the text is not minutes ('an agenda', 'a transcript', ...), or None where it may well be."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in patterns.near("segment.genre", text):
        found[rule.set["genre"]].append(rule)
    transcript, agenda = (_count(patterns, found[genre], text) for genre in ("transcript", "agenda"))
    enough = max(_FEW, transcript, agenda // 3)
    told = _count(patterns, found["minutes"], text, enough)
    if told < enough:
        # what a user's own rule reads tells as much: their council may use none of the usual words
        told += sum(any(patterns.matches(rule, text)) for rule in patterns.laid_over)
    if transcript >= _SPOKEN and transcript > told:
        return "a transcript"
    if agenda >= 2 and told < max(_FEW, agenda // 3):
        return "an agenda"
    if told == 0 or (told < _FEW and len(text) > 3000 * told and "minutes" not in text[:2000].casefold()):
        return "no minutes of a meeting"
    return None


def _count(patterns: Patterns, rules: Iterable[Rule], text: str, upto: int | None = None) -> int:
    """How many matches the rules have in the text; it is read until there are `upto`."""
    matches = chain.from_iterable(patterns.matches(rule, text) for rule in rules)
    return sum(1 for _ in islice(matches, upto))
