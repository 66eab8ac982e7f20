"""The owners that the words of a marked action name, and owners that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.likeness import flat
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.people import People
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns

Named = tuple[Place, Doer | None]

_DOES = later(
    r"(?:\s*\([^()\n]{0,60}\))?\s*(?:,\s*)?(?:to|will|would|is to|are to|agreed to|undertook to|should|-|:|\()\s*"
)
_SPLIT_VERB = later(r"\s+(?:to|will|would|is to|are to|agreed to|undertook to) (?!the\b|be\b)(?=[a-z])")
_THAT = later(r"that (?=the |[A-Z])", re.IGNORECASE)  # 'that the Director of Health provide a note'
_DEED = later(r"\s+(?:be (?:asked|requested|invited) to |(?!be\b|and\b|or\b|in\b|of\b)[a-z]+ )")
_BY = later(r"\bby\s+(?=\S)")
_TAIL = later(r"(?:\(|\s-\s*|\[)\s*(?=[A-Z])")
_SPLIT = later(r"\s*/\s*|\s*&\s*|,\s*(?:and\s+)?|\s+and\s+")
_INITIALS = later(r"[A-Z]{2,4}(?=\s|$)")
_MOST_ALONE = 90  # characters of a list of owners
_SHORT = 20  # characters of initials in a column
_NAMES_ONLY = later(r"(?:the )?[A-Z][\w'.&/ ,()-]*")


class Owners:
    """Reads owners in one item."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.doers = Doers(item, people, patterns)
        self._deed = patterns.regex(r"\s+(?:please )?(?:{deed}|sign|read)\b")
        self.list = patterns.regex("{owner_list}")

    def give(self, action: Action, named: list[Named]) -> None:
        """Enter owners into an action, each name once."""
        for place, doer in named:
            name = self.item.view.printed(*place)
            if name and not any(o.name == name for o in action.owners):
                action.owners.append(Owner(name, doer.person if doer else None))

    def trimmed(self, lo: int, hi: int) -> int:
        """The end of text[lo:hi] without white space and closing points."""
        while hi > lo and self.text[hi - 1] in " .\t;":
            hi -= 1
        return hi

    def alone(self, lo: int, hi: int) -> bool:
        """Is text[lo:hi] nothing but a list of owners: initials, posts, full names, or single names of the roster?"""
        hi = self.trimmed(lo, hi)
        if hi - lo >= _MOST_ALONE or self.list.fullmatch(self.text, lo, hi) is not None:
            return hi - lo < _MOST_ALONE
        roster = self.people.roster
        words = [flat(word) for word in _SPLIT.split(self.text[lo:hi].strip(" :-"))]
        return all(word in roster.by_given or word in roster.by_family for word in words)

    def within(self, lo: int, hi: int) -> list[Named]:
        """The owners that marked words name: before 'to', behind 'by', in a bracket or behind a dash at the end."""
        split = _SPLIT_VERB.search(self.text, lo, min(hi, lo + 160))
        if split is not None:
            found = self.doers.before(lo, split.start())
            if found and found[-1].sort != "pronoun":
                return [((d.start, d.end), d) for d in found]
            if self._plain_names(lo, split.start()):
                return self.names(lo, split.start())
        if that := _THAT.match(self.text, lo, hi):
            doer = self.doers.after(that.end(), hi)
            if doer is not None and doer.sort in ("post", "person") and _DEED.match(self.text, doer.end, hi):
                return [((doer.start, doer.end), doer)]
        first = self.doers.after(lo, hi)
        if first is not None and first.start == lo and first.sort != "pronoun":
            chain = self.doers.joined(first, hi)
            if _DOES.match(self.text, chain[-1].end, hi) or (
                first.sort == "group" and self._deed.match(self.text, first.end, hi)
            ):
                return [((d.start, d.end), d) for d in chain]
        for pattern in (_BY, _TAIL):
            for match in pattern.finditer(self.text, lo, min(hi, lo + 600)):
                doer = self.doers.after(match.end(), hi)
                if doer is not None and doer.sort != "pronoun":
                    return [((d.start, d.end), d) for d in self.doers.joined(doer, hi)]
        return []

    def _plain_names(self, lo: int, hi: int) -> bool:
        """Names before 'to' that no mention covers: short, capitalised, nothing else before them."""
        if self.text.startswith("To ", lo):
            return False  # 'To discuss how | to help'
        return hi - lo <= 70 and bool(_NAMES_ONLY.fullmatch(self.text, lo, hi)) and len(self.text[lo:hi].split()) < 10

    def names(self, lo: int, hi: int) -> list[Named]:
        """Each name of a list of owners: 'AQ/BM', 'Clerk and Cllr Penn', 'ALL'."""
        hi = self.trimmed(lo, hi)
        out: list[Named] = []
        for cut in [*_SPLIT.finditer(self.text, lo, hi), None]:
            stop = cut.start() if cut else hi
            start = lo + len(self.text[lo:stop]) - len(self.text[lo:stop].lstrip(" :-"))
            if stop > start:
                doer = self.doers.after(start, stop) or self._by_one_name(start, stop)
                out.append(((doer.start, doer.end) if doer else (start, stop), doer))
            lo = cut.end() if cut else hi
        return out

    def _by_one_name(self, lo: int, hi: int) -> Doer | None:
        """'Su' of 'ACTION Roy/Su', where one person of the minutes is called so."""
        name, roster = flat(self.text[lo:hi]), self.people.roster
        called = roster.by_given.get(name, []) or roster.by_family.get(name, [])
        return Doer(lo, hi, called[0], "person") if len(called) == 1 else None

    def in_column(self, lo: int, hi: int) -> list[Doer]:
        """The people of text[lo:hi], where it is nothing but owners: 'AQ/BM', 'Clerk', 'AQ BM'."""
        hi = self.trimmed(lo, hi)
        initials = list(_INITIALS.finditer(self.text, lo, hi)) if hi - lo < _SHORT else []
        known = self.people.roster.by_initials
        if initials and all(word[0] in known for word in initials) and len(initials) == len(self.text[lo:hi].split()):
            return [Doer(w.start(), w.end(), known[w[0]], "person") for w in initials]
        named = self.names(lo, hi) if self.alone(lo, hi) else []
        return [doer for _, doer in named if doer is not None and doer.person is not None]

    def named(self, doer: Doer, lo: int, hi: int) -> bool:
        """Does text[lo:hi] name the owner: by the same words, by initials, or by post?"""
        words = {self.text[doer.start : doer.end]}
        if doer.person is not None:
            words |= {doer.person.initials or "", doer.person.family or "", *doer.person.given}
            words |= {role.split()[-1] for role in doer.person.roles if role}
        return any(word and re.search(rf"\b{re.escape(word)}\b", self.text[lo:hi], re.IGNORECASE) for word in words)

    def column(self) -> Iterator[Doer]:
        """Owners that stand alone: a paragraph, or the last 'sentence' of one, that is nothing but names."""
        for sentence in self.item.sentences:
            tab = self.text.rfind("\t", sentence.start, sentence.end)
            for lo in {sentence.start, tab + 1 if tab >= 0 else sentence.start}:
                hi = self.trimmed(lo, sentence.end)
                while hi > lo and self.text[hi - 1] in "/,& ":
                    hi -= 1
                if hi > lo and self.alone(lo, hi):
                    yield from (
                        d
                        for _, d in self.names(lo, hi)
                        if d is not None and (d.person is not None or d.sort in ("post", "group"))
                    )
