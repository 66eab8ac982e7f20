"""Who does it: the people, posts and groups that stand as subject right before a verb, names as printed."""

from __future__ import annotations

import re
from functools import cached_property

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.printed import Doer, Printed
from minutes_extract.people import Mention, People
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns

_REACH = 300  # characters in which a subject is looked for, so that a sentence without an end costs no more than others
# What may stand between the subject and its verb: a bracket, an apposition, an adverb.
_BETWEEN = later(
    r"(?:\s*\([^()\n]{0,80}\)|,\s(?![^,]*\b(?:that|was|were|is|are|would|will|said|advised|asked)\b)[^,;:.\n]{2,70},|\s+(?:then|also|again|therefore|subsequently|kindly|duly|further|still|now|both|each|all|once again|briefly|has|have|had)|,?\s+who(?: had| has| have| then)?|,)\s*$"
)
_PLAIN_BETWEEN = later(r"(?:\s*\([^()\n]{0,80}\)|\s+(?:then|also|again|both|now)|\s+-)\s*$")
_JOINS = later(r"(?:\s*/\s*|\s*&\s*|,?\s+and\s+|\s*,\s*|\s+or\s+)(?:the\s+|our\s+)?$", re.IGNORECASE)
_ARTICLE = later(r"\b(?:the|our|a|an)\s+$", re.IGNORECASE)
_VERB_AFTER = later(
    r"(?:\s*\([^()\n]{0,60}\)|,[^,;:.\n]{2,110},)?\s+(?!(?:and|or|of|for|with|to|in|on|at|by|from|as|who|whose|that|which|but|about|is|are|be|being|the|a)\b)[a-z]\w+"
)
_SAYS = later(
    r"\s(?:also |then |further )?(?:said|advised|replied|stated|confirmed|explained|added|reported|noted|indicated|shared|responded|promised|assured \w+(?: \w+)?|informed \w+(?: \w+)?|agreed)(?: that)?\s*$",
    re.IGNORECASE,
)
_THE = later(r"(?:the|our|all)\s+", re.IGNORECASE)
_JOINT = later(r"\s*(?:/|&|,(?: and\b)?|and\b)\s*")
_OPENING = later(r"(?:[^.\n]{0,60}?\b)?(?:he|she)\b", re.IGNORECASE)


__all__ = ["Doer", "Doers"]


class Doers:
    """Finds subjects in one item."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.printed = Printed(self.text, people, patterns)
        self._presides = patterns.regex(r"\b{presides}\b")
        self._deputy = patterns.regex(r"\b{deputy_word}\b")
        self._meeting = patterns.regex(r"\b{meeting_itself}\s*$")

    def before(self, lo: int, at: int, plain: bool = False) -> list[Doer]:
        """The doers whose names end right before `at`, in printed order; none where something else stands there.

        `plain`: no apposition may stand between name and verb.
        """
        lo = max(lo, at - _REACH)
        for _ in range(3):
            found = self._chain(lo, at)
            if found:
                return found
            between = (_PLAIN_BETWEEN if plain else _BETWEEN).search(self.text, lo, at)
            if between is None:
                return []
            at = between.start()
        return []

    def _chain(self, lo: int, at: int) -> list[Doer]:
        found: list[Doer] = []
        while len(found) < 6:
            one = self._one(lo, at)
            if one is None:
                break
            found.insert(0, one)
            joint = _JOINS.search(self.text, lo, self._behind_article(lo, one.start))
            if (
                joint is None
                or "pronoun" in (one.sort, found[-1].sort)
                or (
                    joint[0].strip() == ","
                    and len(found) == 1
                    and not self.text[found[0].start : found[0].end].isupper()
                )
            ):
                break
            at = joint.start()
        return found

    def _behind_article(self, lo: int, at: int) -> int:
        article = _ARTICLE.search(self.text, max(lo, at - 6), at)
        return article.start() if article else at

    def _one(self, lo: int, at: int) -> Doer | None:
        """The one doer that ends at `at`, white space left out."""
        while at > lo and self.text[at - 1].isspace():
            at -= 1
        mention = next((m for m in reversed(self.people.within(max(lo, at - 200), at)) if m.end == at), None)
        if mention is None or self._two_posts(mention):
            return self.printed.ending(lo, at)
        return (
            None if mention.person is None and self.printed.outsider.search(mention.text) else self._mentioned(mention)
        )

    def _two_posts(self, mention: Mention) -> bool:
        """'Chairman and Clerk' read as one post."""
        return mention.post and " and " in mention.text and self.printed.post(mention.start, mention.end) is not None

    def _mentioned(self, mention: Mention) -> Doer:
        person = mention.person or (self.printed.holder(mention.text) if mention.post else None)
        return Doer(mention.start, mention.end, person, "post" if mention.post else "person")

    def after(self, at: int, hi: int) -> Doer | None:
        """The doer that begins at `at`, article left out."""
        article = _THE.match(self.text, at, hi)
        at = article.end() if article else at
        mention = self.people.at(at)
        if mention is not None and mention.start == at and not (mention.post and " and " in mention.text):
            return self._mentioned(mention)
        for width in range(min(hi, at + 60), at, -1):
            if width == len(self.text) or not self.text[width].isalnum():
                one = self._one(at, width)
                if one is not None and one.start == at:
                    return one
        return None

    def joined(self, first: Doer, hi: int, upto: int = 5) -> list[Doer]:
        """The doer and those joined to it behind it: 'the Clerk, NP and Councillor Penn'."""
        out = [first]
        while len(out) < upto:
            joint = _JOINT.match(self.text, out[-1].end, hi)
            more = self.after(joint.end(), hi) if joint else None
            if more is None or more.sort in ("group", "pronoun"):
                break
            out.append(more)
        return out

    @cached_property
    def _index(self) -> dict[int, int]:
        return {s.start: k for k, s in enumerate(self.item.sentences)}

    def following(self, sentence: Sentence, count: int) -> list[Sentence]:
        """The next sentences of the item."""
        k = self._index[sentence.start] + 1
        return self.item.sentences[k : k + count]

    def subject(self, sentence: Sentence, upto: int) -> Mention | None:
        """The last person before `upto` in the sentence who has a verb behind; the first named one where none has."""
        mentions = [m for m in self.people.within(max(sentence.start, upto - 3 * _REACH), upto) if m.end <= upto]
        acting = [m for m in mentions if _VERB_AFTER.match(self.text, m.end, min(len(self.text), m.end + 180))]
        return acting[-1] if acting else mentions[0] if mentions else None

    def subjects(self, sentence: Sentence, upto: int) -> list[Doer]:
        """All who stand together as the subject of a verb earlier in the sentence ('Cllrs A and B spoke, and left')."""
        head = self.subject(sentence, upto)
        if head is None:
            opening = _OPENING.match(self.text, sentence.start, min(upto, sentence.start + 90))
            whom = self.antecedent(sentence, opening.end()) if opening else None
            return [Doer(whom.start, whom.end, whom.person, "pronoun")] if whom else []
        return self._chain(sentence.start, head.end) or [Doer(head.start, head.end, head.person, "person")]

    def antecedent(self, sentence: Sentence, upto: int) -> Mention | None:
        """Whom a pronoun at `upto` means: the subject before it, in the sentence or in the one before."""
        says = _SAYS.search(self.text, max(sentence.start, upto - 40), upto)
        if says is not None:
            speakers = self.before(sentence.start, says.start())
            if speakers and speakers[-1].sort != "pronoun":
                last = speakers[-1]
                return Mention(last.start, last.end, self.text[last.start : last.end], last.person)
        found = self.subject(sentence, upto)
        if found is not None:
            return found
        here = self._index.get(sentence.start, 0)
        for before in reversed(self.item.sentences[max(0, here - 3) : here]):
            first = self._leads(before)
            if first is not None:
                return first
        return None

    def _leads(self, sentence: Sentence) -> Mention | None:
        """The subject with which a sentence begins, or else the last one in it."""
        mentions = self.people.within(sentence.start, min(sentence.end, sentence.start + 3 * _REACH))
        acting = [m for m in mentions if _VERB_AFTER.match(self.text, m.end, min(len(self.text), m.end + 180))]
        return acting[0] if acting else mentions[0] if mentions else None

    def asks_for_meeting(self, lo: int, at: int) -> bool:
        """Is the one who asks, right before `at`, the chair or the meeting itself?"""
        if self._meeting.search(self.text, max(lo, at - 40), at):
            return True
        found = self.before(lo, at)
        if not found:
            return False
        printed = self.text[found[0].start : found[0].end]
        return self.chairs(found[0].person, printed)

    def chairs(self, person: Person | None, printed: str) -> bool:
        """Does the person preside, by the words printed or by a post?"""
        names = [printed, *(person.roles if person else [])]
        return any(self._presides.search(n) and not self._deputy.search(n) for n in names)
