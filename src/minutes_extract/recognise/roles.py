"""Posts and who holds them: 'City Manager Noreen Falk', 'Director, Travel and Transportation (Mr. P. Crane)'."""

from __future__ import annotations

from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.postgrammar import LINKS, LONGEST, PostGrammar
from minutes_extract.roster import Name
from minutes_extract.rules import Patterns

_CHAIRS = frozenset(("chair", "chairman", "chairperson", "chairwoman"))


class PostReader(PostGrammar):
    """Reads posts that stand before their holders."""

    def __init__(self, words: Words, names: NameReader, patterns: Patterns) -> None:
        super().__init__(words, names)
        self.generic = patterns.any_of("role_generic")

    def head_in(self, start: int, end: int) -> int | None:
        """The first head noun among the words, or None."""
        words = self.words
        return next((k for k in range(start, end) if words.upto("HEAD", k) > k), None)

    def named_behind(self, at: int, end: int) -> tuple[Name, int] | None:
        """A post that stands before its holder: the name, and the index at which the words of the post stop.

        'Director, Travel and Transportation (Mr. P. Crane)', 'Acting Chief Executive, Mr N Tarn',
        'City Manager Noreen Falk'. The words between hold a head noun and nobody else.
        """
        words = self.words
        has_head, k = False, at
        if words.text[at].islower():
            return self._small_behind(at, end)
        if not words.text[at][:1].isupper():
            return None
        if (
            words.text[at].lower() in self.names.never
            and words.upto("HEAD", at) == at
            and words.upto("MODIFIER", at) == at
        ):
            return None
        while k < min(end, at + LONGEST):
            word = words.text[k]
            if word in (";", ".") or (words.space[k] and "\n\n" in word):
                return None
            if word == "(" and not has_head and k + 1 < end and self._person(k + 1):
                return None
            if k > at and not has_head and word[:1].isupper() and self.names.title_end(k) > k and self._person(k):
                return None  # 'Fire Captain Bill Hurd, and City Clerk Sue Dale'
            if k > at and words.upto("PLURAL", k) > k and words.text[k - 1] in (",", "and", "&"):
                return None  # 'Chair Pell, Commissioners Rudd Lund and Orton'
            if k > at and has_head and (name := self._holder(k)) is not None:
                if words.text[k - 1] in ("and", "&") and name.title and words.upto("HEAD", k) == k:
                    return None  # 'Head of Finance and Mr P Crane'
                stop = k
                while stop > at and (
                    words.text[stop - 1] in ("(", ",", "-", "–", ":", "[", "•") or words.space[stop - 1]
                ):
                    stop -= 1
                return None if self._line_of_chair(name) else (name, stop)
            if has_head and self._surname_between(k):
                return None
            has_head = has_head or words.upto("HEAD", k) > k
            if word.islower() and word not in LINKS and words.upto("MODIFIER", k) == k and words.upto("HEAD", k) == k:
                return None
            k = max(k + 1, words.upto("HEAD", k))
        return None

    def _line_of_chair(self, name: Name) -> bool:
        """'Harbour Master' / 'Ms A Quill in the Chair': the line of who presides, below a list of posts."""
        words = self.words
        behind = [word.lower() for word in words.text[name.last : name.last + 3]]
        return behind[:2] == ["in", "the"] and behind[2:] == ["chair"] and "\n" in words.text[name.first - 1]

    def _surname_between(self, k: int) -> bool:
        """'City Planner Rook and City Clerk Dale': the post has its holder, and behind 'and' another one begins."""
        words = self.words
        bare = words.text[k].istitle() and words.text[k + 1 : k + 2] == ["and"] and words.text[k - 1].isalpha()
        labels = ("MODIFIER", "ORG", "HEAD", "BODY", "NOBODY")
        return bare and words.text[k - 1].istitle() and not any(words.upto(label, k) > k for label in labels)

    def _small_behind(self, at: int, end: int) -> tuple[Name, int] | None:
        """A post in small letters right before its holder: 'treasurer Hal Dunn', 'deputy clerk Ann Pell'."""
        words, k = self.words, at
        while k < end and words.text[k].islower() and words.upto("HEAD", k) == k and words.upto("MODIFIER", k) > k:
            k = words.upto("MODIFIER", k)
        stop = words.upto("HEAD", k) if k < end else k
        if stop == k or stop >= end or words.text[stop - 1].lower() in self.generic:
            return None
        named = stop
        if words.text[at - 1 : at] == ["the"] and words.text[stop : stop + 1] == [","]:
            named += 1  # '... and the clerk, Derek Dunlin'
        name = self.names.read(named, listed=True)
        return (name, stop) if name is not None and (name.sure or name.given) else None

    def _holder(self, at: int) -> Name | None:
        words = self.words
        if not words.text[at][:1].isupper():
            return None
        name = self.names.read(at, listed=True)
        if name is None or words.upto("HEAD", at) > self.names.title_end(at):
            return None
        if name.title or name.initials_only:
            return name
        first = words.text[name.name_first].lower()
        called = words.text[at - 1] == ":" and first in self.names.ambiguous  # 'Meetings Administrator: Bill Dunlin'
        plain = not any(
            words.upto(label, k) > k
            for k in range(name.first + called, name.name_last)
            for label in ("MODIFIER", "ORG", "HEAD", "BODY")
        )
        known = first in self.names.forenames or (first in self.names.ambiguous and plain)
        told = plain and (self._between_posts(at, name) or self._presides(at, name) or self._labelled(at, name))
        return name if known or told else None

    def _labelled(self, at: int, name: Name) -> bool:
        """'Clerk: Elwen Ows', 'Minute Secretary - Nkem Oba': words that none knows, alone in their line behind the label of a post."""
        words, end = self.words, name.last
        alone = end >= len(words) or "\n" in words.text[end]
        capital = all(words.text[k].istitle() for k in range(name.first, end) if words.text[k].isalpha())
        nobody = any(words.upto("NOBODY", k) > k for k in range(name.first, end))
        mark = words.text[at - 1]
        apart = mark == ":" or (mark in ("-", "–") and words.end[at - 2] < words.start[at - 1] < words.start[at] - 1)
        return apart and alone and capital and bool(name.given) and not nobody

    def _presides(self, at: int, name: Name) -> bool:
        """'Vice Chair Ilva Brand': two words that none knows end the line behind the chair, who is the chair of nothing."""
        words, end = self.words, name.last
        if name.last != at + 2 or not all(words.text[k].istitle() for k in (at, at + 1)):
            return False
        return words.text[at - 1].lower() in _CHAIRS and (end >= len(words) or "\n" in words.text[end])

    def _between_posts(self, at: int, name: Name) -> bool:
        """'Counsel Yuri Caldon, Chief of Works Rod Pascoe and Clerk ...': two words that none knows, before the next post."""
        words, end = self.words, name.last
        if name.last != at + 2 or not all(words.text[k].istitle() for k in (at, at + 1)):
            return False
        if (
            not words.text[at - 1].isalpha()
            or words.text[at - 1].lower() in LINKS
            or words.text[end : end + 1] not in ([","], ["and"])
        ):
            return False
        behind = range(end + 1, min(len(words), end + 7))
        nxt = next((k for k in behind if not words.space[k] and words.text[k] != "and"), None)
        return nxt is not None and not self._person(nxt) and any(words.upto("HEAD", k) > k for k in behind)
