"""Stock headings: what councils print over the business that every meeting has."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_extract.rules import Patterns

_LISTED = re.compile(r"(?:\band|[&,/:\u2013-])\s*$")
_ANYWHERE = ("minutes", "apologies")
_FIRST_WORD = re.compile(r"\w+")
_VERB = r"(?:to (?:receive|accept|consider|note|approve|agree|confirm|sign|record)(?: and \w+)?|any|no|consider) "
_WHOSE = r"(?:(?:member|councill?or|governor|trustee|director)(?:s'|'s) )"
# what leads up to a stock heading: 'To receive and approve the minutes', 'Any questions', 'Members' declarations of interest'
_LEAD = re.compile(f"(?P<verb>{_VERB})?(?P<the>the )?(?P<whose>{_WHOSE})?", re.IGNORECASE)


@lru_cache(maxsize=4)
def stock_titles(patterns: Patterns) -> Titles:
    """The stock headings of these patterns, read once."""
    return Titles(patterns)


class Titles:
    """The stock headings of minutes, by kind (patterns/base/item_titles.toml)."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.tables.get("stock", {})
        self._kinds = {phrase: kind for kind, phrases in reversed(table.items()) for phrase in phrases}
        self._kinds = {phrase.replace(" and ", " & "): kind for phrase, kind in self._kinds.items()} | self._kinds
        lengths: dict[str, set[int]] = {}  # of the phrases that begin with a word
        for phrase in self._kinds:
            lengths.setdefault(_FIRST_WORD.match(phrase)[0], set()).add(len(phrase))  # type: ignore[index]
        # Each way of reading headings asks for a line.
        self._begins = lru_cache(maxsize=4096)(self._begun)
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def stock(self, title: str) -> bool:
        """Does the title begin with a stock heading?"""
        return self.begins(title, 0) is not None

    def begins(self, text: str, at: int) -> int | None:
        """Where the stock heading ends that begins at `at`, the words that lead up to it ("to receive the") included."""
        return self._begins(text, at)

    def _begun(self, text: str, at: int) -> int | None:
        lead = _LEAD.match(text, at)
        for start in (lead.end("whose"), lead.end("the"), lead.end("verb"), at) if lead else ():
            if start >= 0 and (word := _FIRST_WORD.match(text, start)) and (end := self._phrase(word)) is not None:
                return end
        return None

    def kind(self, title: str) -> str | None:
        """The kind of the first stock heading in the title, or None.

        In the middle of a title one word is no heading ('Answer to a petition on dredging'), but for one that ends a list.
        """
        first = lead.end() if (lead := _LEAD.match(title)) else 0
        for word in _FIRST_WORD.finditer(title):
            end = self._phrase(word)
            if end is None:
                continue
            phrase = title[word.start() : end]
            listed = not title[end:].strip(" .:") and _LISTED.search(title, 0, word.start())
            if word.start() <= first or " " in phrase or listed or phrase.casefold() in _ANYWHERE:
                return self._kinds[phrase.casefold()]
        return None

    def _phrase(self, word: re.Match[str]) -> int | None:
        """Where the longest stock heading ends whose first word this is."""
        text, at = word.string, word.start()
        for length in self._lengths.get(word[0].casefold(), ()):
            end = at + length
            whole = not (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum()) or (
                length > 12 and text[end - 1].islower() and text[end : end + 1].isupper()
            )  # 'Apologies for AbsenceApologies were ...': a converter joined two cells
            if whole and end <= len(text) and text[at:end].casefold() in self._kinds:
                return end
        return None
