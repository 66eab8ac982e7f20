"""The words of the reading view, and which of them are titles, posts, bodies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from minutes_extract.recognise.tokens import Tokeniser
from minutes_extract.rules import Patterns

_LABELS = {
    "title_councillor": "TITLE",
    "title_civil": "TITLE",
    "title_post": "POST",
    "title_plural": "PLURAL",
    "post_nominal": "NOMINAL",
    "role_head": "HEAD",
    "role_modifier": "MODIFIER",
    "role_not_person": "NOBODY",
    "organisation_word": "ORG",
    "body_head": "BODY",
}


@dataclass(slots=True)
class Words:
    """The words of a text, and the longest phrase of each label that begins at each word."""

    text: list[str]
    start: list[int]
    end: list[int]
    space: list[bool]  # white space or nothing but white space
    phrase: dict[str, dict[int, int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.text)

    def upto(self, label: str, i: int) -> int:
        """Index behind the longest phrase of the label that begins at word i; i itself where none does."""
        return self.phrase[label].get(i, i)


class Language:
    """A tokeniser and the phrases of one set of patterns."""

    def __init__(self, patterns: Patterns) -> None:
        self.tokeniser = Tokeniser()
        self.words: dict[str, list[str]] = defaultdict(list)  # labels of phrases of one word
        # By the first two words: the words that follow, and the label.
        self.phrases: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
        for words, label in _LABELS.items():
            for phrase in patterns.words.get(words, []):
                first, *others = self._tokens(phrase)
                if others:
                    self.phrases[first, others[0]].append((others[1:], label))
                else:
                    self.words[first].append(label)
        self.firsts = self.words.keys() | {first for first, _ in self.phrases}

    def _tokens(self, phrase: str) -> list[str]:
        """The words of a phrase as the tokeniser would part them in a text, in small letters."""
        if phrase.islower() and phrase.replace(" ", "").isalpha():  # most are, and need no tokeniser
            return phrase.split()
        words, _ = self.tokeniser(phrase)
        return [word.lower() for word in words]

    def read(self, text: str) -> Words:
        """The words of `text`, labelled. Offsets are those of `text`."""
        said, start = self.tokeniser(text)
        end = list(map(int.__add__, start, map(len, said)))
        return Words(said, start, end, list(map(str.isspace, said)), self._labelled(said))

    def _labelled(self, said: list[str]) -> dict[str, dict[int, int]]:
        """Of each label, the longest phrase that begins at a word."""
        found: dict[str, dict[int, int]] = {label: {} for label in _LABELS.values()}
        kept = [k for k, word in enumerate(said) if word != "\n"]  # a phrase may be broken over two lines
        lower = [said[k].lower() for k in kept]
        for k in [k for k, word in enumerate(lower) if word in self.firsts]:  # one word in five
            word, behind = lower[k], lower[k + 1] if k + 1 < len(lower) else ""
            for label in self.words.get(word, ()):
                found[label][kept[k]] = kept[k] + 1
            for rest, label in self.phrases.get((word, behind), ()):
                last = k + 1 + len(rest)
                if lower[k + 2 : last + 1] == rest and kept[last] >= found[label].get(kept[k], 0):
                    found[label][kept[k]] = kept[last] + 1
        return found


@lru_cache(maxsize=4)
def language(patterns: Patterns) -> Language:
    """The tokeniser and phrases for these patterns, built once."""
    return Language(patterns)
