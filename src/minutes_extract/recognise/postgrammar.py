"""The grammar of a post: 'Service Director, Quality and Growth', 'Head of Finance (Policy & Strategy)'."""

from __future__ import annotations

from typing import NamedTuple

from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader

LINKS = frozenset(("of", "for", "to", "the", "and", "&", "in", "on", "with", "at", "from"))
_BREAKS = frozenset((",", "-", "–", ":", "/", "|"))
_SHOUTED = 5  # letters of a word in capitals that is no abbreviation
_IN_POST = LINKS | {",", "(", ")", "-", "–"}
_NOT_BEFORE = frozenset(
    ("the", "our", "a", "an", "and", "in", "his", "her", "by", "mr", "mrs", "ms", "when", "as", "if", "that", "but")
)
LONGEST = 30  # words; the longest post seen in real minutes has 26


class Post(NamedTuple):
    """A post as read: words `first`..`last` (last exclusive), without article."""

    first: int
    last: int


class PostGrammar:
    """Reads posts from labelled words. A post is a head noun with what stands before and behind it."""

    def __init__(self, words: Words, names: NameReader) -> None:
        self.words = words
        self.names = names

    def before(self, head: int) -> int:
        """Index of the first word of the post whose head begins at `head`: capital words and modifiers belong to it."""
        words, at = self.words, head
        lowest = max(0, head - 8)
        capital = words.text[head][:1].isupper()
        while at > lowest:
            word = words.text[at - 1]
            low = word.lower()
            if word.isupper() and len(word) > _SHOUTED and words.text[at][1:].islower():
                break  # 'PLEDGE OF ALLEGIANCE Chair Fisk': a heading that lost its line
            if word[:1].isupper() and low not in _NOT_BEFORE and (capital or words.upto("MODIFIER", at - 1) > at - 1):
                if words.upto("TITLE", at - 1) == at and words.upto("MODIFIER", at - 1) == at - 1 and low != "deputy":
                    break
                at -= 1
            elif not capital and words.upto("MODIFIER", at - 1) == at and low not in _NOT_BEFORE:
                at -= 1  # 'the acting clerk'
            elif self._joined(at, lowest):
                at -= 2
            else:
                break
        return at

    def _joined(self, at: int, lowest: int) -> bool:
        """'Policy, Planning & Strategy Manager', 'Trees/Licensing Officer': separators before the head."""
        words = self.words
        if at - 2 < lowest or not (words.text[at - 2][:1].isupper() and words.text[at][:1].isupper()):
            return False
        word = words.text[at - 1]
        if word == "/":
            return words.end[at - 2] == words.start[at - 1]
        if word in ("&", "and"):
            first = words.text[at - 2]
            if first.isupper() and len(first) <= 3 and words.upto("MODIFIER", at - 2) == at - 2:
                return False  # 'JB and Clerk'
            return (
                words.upto("HEAD", at - 2) != at - 1
                and not self.names.title_end(at - 2) > at - 2
                and not self._name_ends(at - 1, lowest)
            )
        return (
            word == ","
            and words.upto("MODIFIER", at - 2) > at - 2
            and any(w in ("&", "and") for w in words.text[at : at + 3])
        )

    def _name_ends(self, at: int, lowest: int) -> bool:
        """Is the capital word before `at` the end of a name ('O. Williams and Vice Chairperson')?"""
        for k in range(at - 2, max(lowest, at - 5) - 1, -1):
            name = self.names.read(k)
            if name is not None and name.last == at:
                return True
        return False

    def behind(self, at: int, limit: int, listed: bool) -> int:
        """Index behind the post whose head ends at `at`. `listed`: in a list a comma may begin the next person."""
        words = self.words
        last = start = at
        while at < limit and at - start < LONGEST:
            word = words.text[at]
            if word == "(":
                close = self._paper(at, limit)
                if close is None:
                    break
                at = last = close + 1
            elif word == "'s" and at > start and self._capital(at + 1, len(words)):
                at += 1  # 'Portfolio Holder for Children's Social Care'
            elif words.space[at]:
                if not listed or "\n" not in word or self._person(at + 1):
                    break
                at += 1
            elif word[:1].isupper() or (word.isdigit() and len(word) == 1 and words.text[at - 1][:1].isupper()):
                if self._begins_other(at, listed):
                    break
                at = last = max(at + 1, words.upto("HEAD", at))
            elif word.lower() in LINKS:
                if word in ("and", "&") and self._another(at + 1):
                    break
                at += 1
            elif word in _BREAKS:
                if not self._continues(at, limit, listed):
                    break
                at += 1
            elif word.islower() and words.text[at - 1].lower() in ("of", "for", "to") and self._capital(at + 1, limit):
                at += 1  # 'Director of integrated Children's Services'
            else:
                break
        return last

    def _capital(self, at: int, limit: int) -> bool:
        return at < limit and self.words.text[at][:1].isupper()

    def _another(self, at: int) -> bool:
        """Behind 'and': another person, or another post with a head of its own and an article?"""
        words = self.words
        if at >= len(words):
            return True
        if words.upto("MODIFIER", at) == at + 1 and self.names.title_end(at + 1) > at + 1 and self._person(at + 1):
            return True  # 'City Planner Rook and City Councilmember Dale'
        return words.text[at].lower() in ("the", "our") or self._person(at) or self._same_noun(at)

    def _same_noun(self, at: int) -> bool:
        """'Town Clerk and Deputy Town Clerk', 'Chair and Vice-Chair': behind 'and' another post with the noun of the first."""
        words, k = self.words, at
        while k < len(words) and k - at < 4 and words.upto("HEAD", k) == k and words.upto("MODIFIER", k) > k:
            k = words.upto("MODIFIER", k)
        end = words.upto("HEAD", k) if k < len(words) else k
        return end > k and words.text[end - 1].lower().endswith(words.text[at - 2].lower())

    def _begins_other(self, at: int, listed: bool) -> bool:
        """Does someone else begin at the capital word `at` inside a post?"""
        words = self.words
        word, before = words.text[at], words.text[at - 1].lower()
        if word.isupper() and word.lower() in self.names.never and len(word) > 3:
            return True  # 'The Chairman MOVED'
        if words.text[at + 1 : at + 2] == [":"] and words.upto("HEAD", at) == at:
            return True  # 'Email: ...'
        if words.start[at] == words.end[at - 1] and before.isalpha():
            return True
        if listed and before.isalpha() and before not in LINKS and word in ("Director", "Head"):
            return words.text[at + 1 : at + 2] == ["of"]  # 'Chief Executive Director of Works Director of Leisure'
        if before in LINKS or before in _BREAKS:
            return self._person(at) if before not in ("of", "for") else False
        return self._person(at) or (
            self.names.title_end(at) > at and words.upto("MODIFIER", at) == at and words.upto("HEAD", at) == at
        )

    def _continues(self, at: int, limit: int, listed: bool) -> bool:
        """Does the post go on behind the comma or dash at `at`?"""
        words = self.words
        nxt = at + 1
        if nxt >= limit or not words.text[nxt][:1].isupper() or self._person(nxt):
            return False
        if words.text[nxt].lower() in ("presided", "presiding"):
            return False  # 'Councillor Ada Penn, Chairman, Presided'
        if words.text[at] == "/":
            return True
        return self._piece_is_post(nxt, limit) if listed else self._goes_on(nxt, limit)

    def _piece_is_post(self, at: int, limit: int) -> bool:
        """In a list: does the piece behind a comma name a service or a firm and not a person?"""
        words = self.words
        if self.names.title_end(at) > at and words.upto("MODIFIER", at) == at:
            return False
        k = at
        while k < limit and (words.text[k][:1].isupper() or words.text[k].lower() in LINKS) and k - at < 8:
            if any(words.upto(label, k) > k for label in ("MODIFIER", "ORG", "BODY")) or words.text[k].lower() in (
                "of",
                "for",
                "and",
                "&",
            ):
                return True
            if words.upto("HEAD", k) > k:
                return False
            k += 1
        return k == at + 1

    def _paper(self, at: int, limit: int) -> int | None:
        """The closing bracket, if the bracket at `at` belongs to the post and holds no time, person or initials."""
        words = self.words
        close = next((k for k in range(at + 1, min(limit, at + 16)) if words.text[k] == ")"), None)
        if close is None or close == at + 1 or not words.text[at + 1][:1].isupper():
            return None
        inside = words.text[at + 1 : close]
        if any(w[:1].isdigit() for w in inside) or (
            len(inside) == 1 and inside[0].isupper() and len(inside[0]) in (2, 3)
        ):
            return None
        if words.upto("HEAD", at + 1) == close:
            return None  # 'Parent Governor (Vice Chair)': a post of its own
        return None if self._person(at + 1) else close

    def _person(self, at: int) -> bool:
        """Does a person begin here?"""
        name = self.names.read(at)
        return name is not None and name.sure and bool(name.title or name.given)

    def _goes_on(self, at: int, limit: int) -> bool:
        """Behind a comma in prose: does the post go on up to the verb ('Director, Quality and Growth presented')?"""
        words = self.words
        k = at
        while k < limit and (words.text[k][:1].isupper() or words.text[k].lower() in _IN_POST):
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
        if (last < len(words) and words.text[last] in ("'s", "'")) or (
            end < len(words) and words.text[end] in ("'s", "'")
        ):
            return None
        return Post(first, last)
