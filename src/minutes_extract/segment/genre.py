"""Is the text minutes at all? An agenda, a transcript or an article gives no items and so no invented decision."""

from __future__ import annotations

from minutes_extract.rules import Patterns

_FEW = 3  # fewer places than this that tell what a meeting did are no minutes, if other signs speak against them
_SPOKEN = 8  # so many time marks make a transcript


def not_minutes(text: str, patterns: Patterns) -> str | None:
    """Why the text is not minutes ('an agenda', 'a transcript', ...), or None where it may well be."""
    found = dict.fromkeys((rule.set["genre"] for rule in patterns.stage("segment.genre")), 0)
    for rule in patterns.near("segment.genre", text):
        found[rule.set["genre"]] += sum(1 for _ in patterns.matches(rule, text))
    told = found["minutes"]
    if told < max(_FEW, found["transcript"], found["agenda"] // 3):
        # what a user's own rule reads tells as much: their council may use none of the usual words
        told += sum(any(patterns.matches(rule, text)) for rule in patterns.laid_over)
    if found["transcript"] >= _SPOKEN and found["transcript"] > told:
        return "a transcript"
    if found["agenda"] >= 2 and told < max(_FEW, found["agenda"] // 3):
        return "an agenda"
    if told == 0 or (told < _FEW and len(text) > 3000 * told and "minutes" not in text[:2000].casefold()):
        return "no minutes of a meeting"
    return None
