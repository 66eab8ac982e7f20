"""The grammar of a post: 'Service Director, Quality and Improvement', 'Head of Finance (Policy, Planning & Strategy)'."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader

_LINKS = frozenset(("of", "for", "to", "the", "and", "&", "in", "on", "with", "at", "from"))
_LONGEST = 30  # words; the longest post seen in real minutes has 26


@dataclass(frozen=True, slots=True)
class Post:
    """A post as read: words `first`..`last` (last exclusive), without article."""

    first: int
    last: int


class PostReader:
    """Reads posts from labelled words. A post is a head noun with what stands before and behind it."""

    def __init__(self, words: Words, names: NameReader) -> None:
        self.words = words
        self.names = names

    def before(self, head: int) -> int:
        """Index of the first word of the post whose head begins at `head`: capital words and modifiers before it belong to it."""
        words, at = self.words, head
        lowest = max(0, head - 8)
        while at > lowest:
            word = words.text[at - 1]
            if word[:1].isupper() and word.lower() not in ("the", "our", "a", "an", "and", "in", "his", "her", "by", "mr", "mrs", "ms"):
                if words.upto("TITLE", at - 1) == at and word.lower() not in ("deputy", "chief"):
                    break
                at -= 1
            elif word in ("&", "and", "/") and at - 2 >= lowest and words.text[at - 2][:1].isupper() and words.text[at][:1].isupper():
                at -= 2
            elif word == "," and at - 2 >= lowest and words.text[at - 2][:1].isupper() and self._modifier_list(at - 2, head):
                at -= 2
            else:
                break
        return at

    def _modifier_list(self, i: int, head: int) -> bool:
        """'Policy, Planning & Strategy Manager': commas inside what stands before the head."""
        words = self.words
        return any(words.text[k] in ("&", "and") for k in range(i, head)) and words.upto("MODIFIER", i) > i

    def behind(self, at: int, limit: int, listed: bool) -> int:
        """Index behind the post whose head ends at `at`. `listed`: in a list, where a comma may begin the next person."""
        words, names = self.words, self.names
        last = at
        while at < limit and at - last < 3 + _LONGEST:
            word = words.text[at]
            if word == "(":
                close = next((k for k in range(at + 1, min(limit, at + 16)) if words.text[k] == ")"), None)
                if close is None or (names.title_end(at + 1) > at + 1 and names.read(at + 1)) or not self._paper(at + 1, close):
                    break
                at = last = close + 1
            elif word[:1].isupper() or word.isdigit() and len(word) == 1:
                if listed and self._person(at):
                    break
                if words.text[at - 1] not in ("of", "for", "to", "the", "and", "&", ",", "-", "–", ":", "in", "with") and listed is False and words.upto("TITLE", at) > at:
                    break
                at += 1
                last = at
            elif word.lower() in _LINKS:
                at += 1
            elif word in (",", "-", "–", ":", "/", "|"):
                nxt = at + 1
                if nxt >= limit or not words.text[nxt][:1].isupper() or (self._person(nxt) or not listed and not self._goes_on(nxt, limit)):
                    break
                at += 1
            else:
                break
        return last

    def _paper(self, start: int, end: int) -> bool:
        """A bracket that belongs to the post: capital words, not a time and not a person's part in the meeting."""
        words = self.words
        inside = [words.text[k] for k in range(start, end)]
        return bool(inside) and not any(w[:1].isdigit() for w in inside) and inside[0][:1].isupper()

    def _person(self, at: int) -> bool:
        """Does a person begin here?"""
        name = self.names.read(at)
        if name is None or not name.sure:
            return False
        return bool(name.title) or bool(name.given)

    def _goes_on(self, at: int, limit: int) -> bool:
        """Behind a comma in prose: does the post go on up to the verb ('Service Director, Quality and Improvement presented')?"""
        words = self.words
        k = at
        while k < limit and (words.text[k][:1].isupper() or words.text[k].lower() in _LINKS or words.text[k] in (",", "(", ")", "-", "–")):
            k += 1
        if k >= limit or words.space[k] or words.text[k] in ".;:" or words.text[k - 1] == ",":
            return False
        return not any(self._person(j) for j in range(at, k))

    def post(self, head: int, limit: int, listed: bool = False) -> Post | None:
        """The post whose head noun begins at word `head`, or None where the words name a body or a thing."""
        words = self.words
        end = words.upto("HEAD", head)
        if end == head:
            return None
        first = self.before(head)
        for k in range(first, head + 1):
            if words.upto("NOBODY", k) >= end and words.upto("NOBODY", k) > head:
                return None
        last = self.behind(end, min(limit, len(words)), listed)
        if last < len(words) and words.text[last] in ("'s", "'") or end < len(words) and words.text[end] in ("'s", "'"):
            return None
        return Post(first, last)

    def head_in(self, start: int, end: int) -> int | None:
        """The first head noun among the words, or None."""
        words = self.words
        return next((k for k in range(start, end) if words.upto("HEAD", k) > k), None)
