"""Forms of address before the names of voters: 'Cllr', 'the Deputy Mayor', 'Councillors'."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache

from minutes_extract.later import later
from minutes_extract.rules import Patterns
from minutes_extract.rules.cues import folded
from minutes_extract.rules.words import alternation

_THE = "the "
_GOES_ON = later(r"[\w']")


class Phrases:
    """A list of phrases to look for at a place: for some hundreds, ready long before a regular expression of them."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_length = sorted(set(phrases), key=len, reverse=True)
        self._room = len(_THE) + len(by_length[0]) + 1  # for what stands behind the longest, too
        self._beginning: dict[str, list[str]] = defaultdict(list)  # by their first two characters
        for phrase in by_length:
            self._beginning[phrase[:2]].append(phrase)

    def end(self, text: str, start: int = 0, stop: int = sys.maxsize) -> int | None:
        """Where the longest that stands at `start` ends, 'the' before it and a full stop behind it included."""
        here = folded(text[start : min(stop, start + self._room)])
        for at in (len(_THE), 0) if here.startswith(_THE) else (0,):
            for phrase in self._beginning.get(here[at : at + 2], ()):
                end = at + len(phrase)
                if here.startswith(phrase, at) and not _GOES_ON.match(here, end):
                    return start + end + here.startswith(".", end)
        return None

    def is_one(self, text: str) -> bool:
        """Is the text one of them?"""
        return self.end(text) == len(text)


class Titles:
    """The forms of address of one set of patterns. `plural` are those of several people; `post` finds that of one."""

    def __init__(self, patterns: Patterns) -> None:
        words = patterns.words
        plural = [*words.get("title_plural", ["councillors"]), "directors"]
        posts = [*words.get("title_post", ["chair"]), "mayor", "lord mayor", "deputy mayor", "provost", "reeve"]
        self.any = Phrases([*words.get("title_councillor", []), *words.get("title_civil", []), *posts, *plural])
        self.plural = Phrases(plural)
        self._posts = posts

    @cached_property
    def post(self) -> re.Pattern[str]:
        """Compiled when a list of voters asks for it: few do."""
        return re.compile(rf"{alternation(self._posts)}(?![\w'])", re.IGNORECASE)


@lru_cache(maxsize=8)
def titles_of(patterns: Patterns) -> Titles:
    """The titles of these patterns, put in order once."""
    return Titles(patterns)
