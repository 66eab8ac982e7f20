"""Declarations of interest: who declared which, what it concerns, and whether they went out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.parse.interest_rows import InterestRows
from minutes_extract.parse.interests import Interests, Stated
from minutes_extract.parse.withdrawals import settle_withdrawals, withdrawal
from minutes_extract.people import Mention, People
from minutes_extract.records import Declaration, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

__all__ = ["find_declarations", "settle_withdrawals"]

_ALSO = later(r"\b(?:and|,)\s+(?:also )?an? (?P<class>(?:[\w-]+ ){0,5}?)interests?\b", re.IGNORECASE)
_AND = later(r"\band (?:the )?$")
_OWN = later(r"\s*\((?:agenda )?(?:items?|minutes?|application)\b[^()\n]{1,60}\)", re.IGNORECASE)
_IN_ITEM = later(r" in (?:agenda |minute |planning )?(?:items?|minute|application)", re.IGNORECASE)
_SAME_PERSON = later(r"(?:He|She|They|Both|The (?:Councillors?|Members?))\b")
_JOINED = 12  # people who declare together at the most
_LONG = 200  # characters from the beginning of a sentence to its verb, behind which a list of declarations has begun


def find_declarations(item: ItemText, people: People, patterns: Patterns) -> list[Declaration]:
    """The declarations of an item in order: one for each person and interest."""
    found = _Declarations(item, people, patterns).run()
    found.sort(key=lambda d: d.place)
    return found


class _Declarations:
    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.doers = Doers(item, people, patterns)
        self.patterns = patterns
        self.interests = Interests(item.text, patterns)
        self.here = item.section.kind == "declarations"

    def run(self) -> list[Declaration]:
        out: list[Declaration] = []
        for sentence in self.item.sentences:
            out += self._sentence(sentence)
        if self.here:
            rows = InterestRows(self.item, self.people, self.doers, self.patterns)
            out += rows.read([d.place for d in out])
        return out

    def _sentence(self, sentence: Sentence) -> list[Declaration]:
        out: list[Declaration] = []
        rules = self.patterns.near("parse.declaration", self.text, sentence.start, sentence.end)
        corrected = self._corrected(sentence) if rules else sentence.end
        for rule in rules:
            if rule.form == "here" and not self.here:
                continue
            for match in rule.regex.finditer(self.text, sentence.start, sentence.end):
                if any(d.place[0] <= match.start() < d.place[1] for d in out) and rule.form != "declared":
                    continue
                if match.start() >= corrected:
                    continue
                if apart := list(self._apart(rule, match, sentence)):
                    out += apart
                elif who := self._who(rule, match, sentence):
                    out += self._made(rule, match, sentence, who)
        return out

    def _corrected(self, sentence: Sentence) -> int:
        """Behind where in the sentence the minutes of another meeting are corrected; its end where they are not."""
        found = self.patterns.regex("{minutes_corrected}").search(self.text, sentence.start, sentence.end)
        return found.end() if found else sentence.end

    def _who(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer]:
        if rule.form == "by":
            first = self.doers.after(match.end(), sentence.end)
            return (
                self.doers.joined(first, sentence.end, _JOINED) if first is not None and first.sort != "group" else []
            )
        found = [d for d in self.doers.before(sentence.start, match.start()) if d.sort != "group"]
        if found and found[-1].sort == "pronoun":
            whom = self.doers.antecedent(sentence, found[-1].start)
            return [Doer(whom.start, whom.end, whom.person, "pronoun")] if whom else []
        return [self._by_name(doer, match.start()) for doer in found]

    def _apart(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> Iterator[Declaration]:
        """'Cllr Penn (item 6) and Cllr Marsh (item 7) declared interests': several, each with items in a bracket of their own."""
        lo, hi = (match.end(), sentence.end) if rule.form == "by" else (sentence.start, match.start())
        found = [m for m in self.people.within(lo, hi) if m.person is not None]
        own = [_OWN.match(self.text, m.end, hi) for m in found]
        if len(found) < 2 or not all(own):
            return
        place = sentence.start, sentence.end
        interest = self.interests.interest(match["class"]) if "class" in match.re.groupindex else None
        withdrew = withdrawal(self.text[slice(*place)], self.patterns)
        for m, bracket in zip(found, own, strict=True):
            items = self.interests.items(*bracket.span()) if bracket else []
            one = Stated(rule.id, place, interest, None, items, withdrew)
            yield one.by(Doer(m.start, m.end, m.person, "person"), self.item)

    def _by_name(self, doer: Doer, at: int) -> Doer:
        """'The General Manager, Ada Penn, declared': who is named beside the post."""
        if doer.sort != "post" or doer.person is None:
            return doer
        named = [m for m in self.people.within(doer.end, at) if m.person is doer.person and not m.post]
        return Doer(named[0].start, named[0].end, doer.person, "person") if named else doer

    def _made(self, rule: Rule, match: re.Match[str], sentence: Sentence, who: list[Doer]) -> Iterator[Declaration]:
        """The declarations of one verb: of each person, and of each interest where several are told apart."""
        place = lo, hi = self._bounds(rule, match, sentence, who)
        withdrew = self._withdrew(lo, hi, sentence, who)
        interest = self.interests.interest(match["class"]) if "class" in match.re.groupindex else None
        natures = self._natures(match.end(), hi) if rule.form == "declared" else []
        further = list(_ALSO.finditer(self.text, match.end(), hi)) if len(natures) < 2 else []
        first_hi = further[0].start() if further else hi
        items = self.interests.items(match.start() if rule.form == "by" else match.end(), first_hi)
        each: list[Place | None] = [*natures] or [
            self._nature(rule.form, match.end(), first_hi) or self._nature_behind(hi, sentence)
        ]
        said = [Stated(rule.id, place, interest, nature, items, withdrew) for nature in each]
        for more, end in zip(further, [*(m.start() for m in further), hi][1:], strict=True):
            own, its = self.interests.interest(more["class"]), self.interests.items(more.end(), end)
            said.append(Stated(rule.id, place, own, None, its, withdrew))
        yield from (one.by(doer, self.item) for doer in who for one in said)
        for m in self._without_verb(match.end(), hi):
            nature = next(iter(self._natures(m.end, hi)), None)
            items = self.interests.items(m.end, hi)
            one = Stated(rule.id, (m.start, hi), interest, nature, items, withdrew)
            yield one.by(Doer(m.start, m.end, m.person, "person"), self.item)

    def _nature(self, form: str, lo: int, hi: int) -> Place | None:
        return self.interests.reason(lo, hi) if form == "here" else self.interests.nature(lo, hi)

    def _nature_behind(self, hi: int, sentence: Sentence) -> Place | None:
        """What the sentence behind the declaration says of it."""
        behind = self.item.sentence_at(sentence.end + 1) if hi == sentence.end else None
        return self.interests.told_behind(behind.start, behind.end) if behind is not None else None

    def _bounds(self, rule: Rule, match: re.Match[str], sentence: Sentence, who: list[Doer]) -> Place:
        """The statement: the sentence, or the part of it from its declarer up to the next one."""
        again = rule.regex.search(self.text, match.end(), sentence.end)
        following = self.doers.before(match.end(), again.start()) if again is not None else []
        hi = following[0].start if following else sentence.end
        if again is None and match.start() - sentence.start < _LONG:
            return sentence.start, hi
        return min((d.start for d in who if d.start >= sentence.start), default=sentence.start), hi

    def _without_verb(self, lo: int, hi: int) -> Iterator[Mention]:
        """'... and Cllr Penn in Planning Application 590 (owner of the land)': the verb is not repeated."""
        for m in self.people.within(lo, hi):
            if (
                m.person is not None
                and _AND.search(self.text, max(lo, m.start - 8), m.start)
                and _IN_ITEM.match(self.text, m.end, hi)
            ):
                yield m

    def _natures(self, lo: int, hi: int) -> list[Place]:
        """Natures in brackets, up to the next person who declares."""
        stop = next(
            (m.start for m in self.people.within(lo, hi) if _AND.search(self.text, max(lo, m.start - 8), m.start)), hi
        )
        return self.interests.natures(lo, stop)

    def _withdrew(self, lo: int, hi: int, sentence: Sentence, who: list[Doer]) -> bool | None:
        """Did they go out: as the statement says, or one of the two sentences behind it that speaks of them?"""
        said = withdrawal(self.text[lo:hi], self.patterns)
        if said is not None or hi < sentence.end:
            return said
        for after in self.doers.following(sentence, 2):
            if after.paragraph - sentence.paragraph > 1:
                return None
            mentioned = [m.person for m in self.people.within(after.start, after.end)]
            if not _SAME_PERSON.match(self.text, after.start) and not any(
                d.person in mentioned for d in who if d.person is not None
            ):
                return None
            said = withdrawal(self.text[after.start : after.end], self.patterns)
            if said is not None:
                return said
        return None
