"""Declarations of interest: who declared which, what it concerns, and whether they went out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.parse.claims import Claims
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.parse.interest_table import interest_rows
from minutes_extract.parse.withdrawals import settle_withdrawals, withdrawal
from minutes_extract.people import Mention, People
from minutes_extract.records import Declaration, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

__all__ = ["find_declarations", "interest_class", "settle_withdrawals"]

_CLASSES = (
    ("non_pecuniary", r"\bnon[- ]?(?:pecuniary|financial|disclosable pecuniary|dpi)\b"),
    ("pecuniary", r"\b(?:pecuniary|financial|dpi|monetary)\b"),
    ("prejudicial", r"\bprejudicial\b(?<!non-prejudicial)(?<!non prejudicial)(?<!non- prejudicial)"),
    ("personal", r"\bpersonal\b"),
    (
        "other",
        r"\bother interests?\b|\b(?:non-?registrable|registrable|other (?:significant|disclosable|declarable|relevant|notifiable)|declarable|disclosable|significant|registerable|notifiable)\b",
    ),
)
_NUMBER = r"(?:\d{1,4}[a-z]?(?:[./]\d{1,4})*(?: ?\([a-z0-9]{1,3}\)|(?: [a-z]\)))?)"
_ITEMS = re.compile(
    rf"\b(?:(?:agenda |minute )?items?|minutes?|clauses?|minute reference|min\.?)(?: no'?s?\.?| numbers?| ref\.?)?:? ?(?P<list>{_NUMBER}(?:(?:, ?| and | & |, and | to |/){_NUMBER})*)"
    rf"|\binterests? in (?P<bare>{_NUMBER})(?=[ ,.;])(?! (?:\w+ )?(?:road|street|lane|avenue|close))",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_NATURE = re.compile(
    r"(?:\b(?:as|because|since|by virtue of|by reason (?:of|that)|on the grounds? (?:of|that)|due to|owing to|in that|being|through|having|in (?:his|her|their) (?:role|capacity))\b|"
    r"(?<=, )(?:his|her|their|the) [\w'. -]{2,60}? (?:being|having|owning)\b|(?<=- )that (?:he|she|they)\b)",
    re.IGNORECASE,
)
_NATURE_END = re.compile(
    r",? (?:and|but|so) (?:\w+ )?(?:he |she |they |therefore |then |also )?(?:said|left|leaves|remained|withdrew|took|did not|would|stayed|will|retired|vacated|abstained|refrained)\b|[;]|(?<=\w)\.$|\.?$",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"(?P<ref>[A-Z]{0,3}/?\d[\w/.-]*) \((?P<nature>[^()\n]{3,120})\)")
_ALSO = re.compile(r"\b(?:and|,)\s+(?:also )?an? (?P<class>(?:[\w-]+ ){0,5}?)interests?\b", re.IGNORECASE)
# 'that the minutes be amended to show that Councillor Pike declared an interest': at another meeting
_CORRECTED = re.compile(
    r"\bminutes\b[^.\n]*\b(?:correct(?:ion|ed)|amend(?:ed|ment)|to (?:show|read|record|reflect))\b", re.IGNORECASE
)
_AND = re.compile(r"\band (?:the )?$")
_AND_CELL = re.compile(r"(?:\band|&|,)\s*$")
_WRAPPED = re.compile(r"[^\t\n]{3,60}\b(?:and|&|,)\s*\t")
_IN_ITEM = re.compile(r" in (?:agenda |minute |planning )?(?:items?|minute|application)", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()\n]{6,120})\)")
_SAME_PERSON = re.compile(r"(?:He|She|They|Both|The (?:Councillors?|Members?))\b")
_ONE_CLASS = re.compile(
    r"(?:members'? )?declarations? of (?P<class>(?:disclosable )?(?:personal|pecuniary|prejudicial)) interests?",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"^(?:Councillors|Cllrs\.?|Crs\.?|Councilors|Members|Messrs\.?)\s+", re.IGNORECASE)
_ROW = re.compile(r"\b(?:interest|pecuniary|personal|prejudicial|items?|minute|agenda|application)\b", re.IGNORECASE)
_ITEM_FIRST = re.compile(
    r"(?:agenda )?(?:item|minute)s?\b[^\n]{0,90}[-:]\s*(?:(?:cllrs?|councillors?|crs)\.?\s*)?", re.IGNORECASE
)
_FOLLOWS = re.compile(
    r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[:\-|\t…]|\.{3,}|in relation to|in respect of|re\b|regarding|items?\b|agenda\b|minute\b|(?:non-?)?(?:personal|pecuniary|prejudicial|disclosable)|application)",
    re.IGNORECASE,
)


def interest_class(words: str) -> str | None:
    """The class of an interest as the words give it: 'a Disclosable Pecuniary Interest' is pecuniary; None where they give none."""
    return next((name for name, pattern in _CLASSES if re.search(pattern, words, re.IGNORECASE)), None)


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
        self.here = item.section.kind == "declarations"

    def run(self) -> list[Declaration]:
        out: list[Declaration] = []
        for sentence in self.item.sentences:
            out += self._sentence(sentence)
        if self.here:
            out += self._listed([d.place for d in out])
        return out

    # --- in sentences

    def _sentence(self, sentence: Sentence) -> list[Declaration]:
        out: list[Declaration] = []
        for rule in self.patterns.near("parse.declaration", self.text, sentence.start, sentence.end):
            if rule.form == "here" and not self.here:
                continue
            for match in rule.regex.finditer(self.text, sentence.start, sentence.end):
                if any(d.place[0] <= match.start() < d.place[1] for d in out) and rule.form != "declared":
                    continue
                if _CORRECTED.search(self.text, sentence.start, match.start()):
                    continue
                who = self._who(rule, match, sentence)
                if who:
                    out += self._made(rule, match, sentence, who)
        return out

    def _who(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer]:
        if rule.form == "by":
            first = self.doers.after(match.end(), sentence.end)
            return self.doers.joined(first, sentence.end, 12) if first is not None and first.sort != "group" else []
        found = [d for d in self.doers.before(sentence.start, match.start()) if d.sort != "group"]
        if found and found[-1].sort == "pronoun":
            whom = self.doers.antecedent(sentence, found[-1].start)
            return [Doer(whom.start, whom.end, whom.person, "pronoun")] if whom else []
        return [self._by_name(doer, match.start()) for doer in found]

    def _by_name(self, doer: Doer, at: int) -> Doer:
        """'The General Manager, Ada Penn, declared': who is named beside the post."""
        if doer.sort != "post" or doer.person is None:
            return doer
        named = [m for m in self.people.within(doer.end, at) if m.person is doer.person and not m.post]
        return Doer(named[0].start, named[0].end, doer.person, "person") if named else doer

    def _made(self, rule: Rule, match: re.Match[str], sentence: Sentence, who: list[Doer]) -> Iterator[Declaration]:
        """The declarations of one verb: of each person, and of each interest where several are told apart."""
        lo, hi = self._bounds(rule, match, sentence, who)
        words = match["class"] if "class" in match.re.groupindex else ""
        withdrew = self._withdrew(lo, hi, sentence, who)
        natures = self._natures(match.end(), hi) if rule.form == "declared" else []
        further = list(_ALSO.finditer(self.text, match.end(), hi)) if len(natures) < 2 else []
        first_hi = further[0].start() if further else hi
        since = match.start() if rule.form == "by" else match.end()
        for doer in who:
            each: list[Place | None] = [*natures] or [self._nature(rule.form, match.end(), first_hi)]
            for nature in each:
                yield self._record(rule.id, (lo, hi), doer, interest_class(words), nature, (since, first_hi), withdrew)
            for k, more in enumerate(further):
                end = further[k + 1].start() if k + 1 < len(further) else hi
                yield self._record(
                    rule.id, (lo, hi), doer, interest_class(more["class"]), None, (more.end(), end), withdrew
                )
        for m in self._without_verb(match.end(), hi):
            its = next(iter(self._natures(m.end, hi)), None)
            doer = Doer(m.start, m.end, m.person, "person")
            yield self._record(rule.id, (m.start, hi), doer, interest_class(words), its, (m.end, hi), withdrew)

    def _bounds(self, rule: Rule, match: re.Match[str], sentence: Sentence, who: list[Doer]) -> Place:
        """The statement: the sentence, or the part of it from its declarer up to the next one."""
        again = rule.regex.search(self.text, match.end(), sentence.end)
        following = self.doers.before(match.end(), again.start()) if again is not None else []
        hi = following[0].start if following else sentence.end
        if again is None and match.start() - sentence.start < 200:
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
        """Natures in brackets behind references: 'E/1054 (family business) and E/1090 (family connection)'."""
        stop = next(
            (m.start for m in self.people.within(lo, hi) if _AND.search(self.text, max(lo, m.start - 8), m.start)), hi
        )
        return [m.span("nature") for m in _REFERRED.finditer(self.text, lo, stop)]

    def _record(
        self,
        rule: str,
        place: Place,
        doer: Doer,
        interest: str | None,
        nature: Place | None,
        about: Place,
        withdrew: bool | None,
    ) -> Declaration:
        start, end = place
        while end > start and self.text[end - 1].isspace():
            end -= 1
        name = _SPREAD.sub("", self.item.view.printed(doer.start, doer.end))
        return Declaration((start, end), rule, doer.person, name, interest, nature, self._items(*about), withdrew)

    def _items(self, lo: int, hi: int) -> list[str]:
        """The printed numbers of the items that it concerns."""
        out: list[str] = []
        for match in _ITEMS.finditer(self.text, max(0, lo - 12), hi):
            out += [one[0] for one in _ONE.finditer(match["list"] or match["bare"])]
        return list(dict.fromkeys(out))

    def _nature(self, form: str, lo: int, hi: int) -> Place | None:
        """What the interest is: the words behind 'as', 'by virtue of', ..., or in a bracket."""
        if form == "here":
            return self._cut(lo, hi)
        found = _NATURE.search(self.text, lo, hi)
        if found is not None:
            return self._cut(found.start(), hi)
        bracket = _BRACKET.search(self.text, lo, hi)
        return bracket.span(1) if bracket and re.search(r"[a-z]{3}", bracket[1]) else None

    def _cut(self, lo: int, hi: int) -> Place | None:
        end = _NATURE_END.search(self.text, lo, hi)
        stop = end.start() if end else hi
        while stop > lo and self.text[stop - 1] in " ,.;":
            stop -= 1
        return (lo, stop) if stop > lo + 3 else None

    # --- went out or stayed

    def _withdrew(self, lo: int, hi: int, sentence: Sentence, who: list[Doer]) -> bool | None:
        said = withdrawal(self.text[lo:hi])
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
            said = withdrawal(self.text[after.start : after.end])
            if said is not None:
                return said
        return None

    # --- in lists and tables of a section of declarations

    def _listed(self, done: list[Place]) -> Iterator[Declaration]:
        heading = self.item.section.heading
        if heading is not None and not done:
            yield from self._row(*heading, heading=True)
        cells = list(self._cells()) if not done else []
        yield from cells
        claimed = Claims([*done, *(d.place for d in cells)])
        rows = iter(enumerate(self.item.paragraphs))
        sentences = groupby(self.item.sentences, key=lambda s: s.paragraph)
        by_paragraph = {k: list(found) for k, found in sentences}
        for k, p in rows:
            if claimed.covers(p.at) or any(claimed.covers(s.start) for s in by_paragraph.get(k, [])):
                continue
            if _WRAPPED.match(self.text, p.at, p.end) and k + 1 < len(self.item.paragraphs):
                yield from self._row(p.at, next(rows)[1].end)
            elif "\t" in self.text[p.at : p.end]:
                yield from self._row(p.at, p.end)
            else:
                for s in by_paragraph.get(k, []):
                    yield from self._row(s.start, s.end)

    def _cells(self) -> Iterator[Declaration]:
        """The rows of a table with one cell a line, as far as each begins with somebody's name."""
        said = _ONE_CLASS.fullmatch(self.item.section.title or "")
        for who, what in interest_rows(self.item):
            mentions = [m for m in self.people.within(*who) if m.person is not None]
            if not mentions or mentions[0].start - who[0] > 14:
                return
            words = self.text[what[0] : what[1]]
            interest = interest_class(words) or (interest_class(said["class"]) if said else None)
            for m in mentions:
                doer = Doer(m.start, m.end, m.person, "person")
                about = self._leading_number(what)
                record = self._record(
                    "parse.declaration.cells", (who[0], what[1]), doer, interest, None, what, withdrawal(words)
                )
                record.items = record.items or about
                yield record

    def _leading_number(self, place: Place) -> list[str]:
        match = _ONE.match(self.text, *place)
        return [match[0]] if match else []

    def _row(self, lo: int, hi: int, heading: bool = False) -> Iterator[Declaration]:
        """'Cllr Penn: Item 5 - personal', 'AQ and BM in relation to the field', 'Cllr Penn <tab> Personal <tab> Minute 6'."""
        mentions = [m for m in self.people.within(lo, hi) if not _ROW.search(m.text)]
        if not mentions or not (
            heading or mentions[0].start - lo <= 14 or _ITEM_FIRST.fullmatch(self.text, lo, mentions[0].start)
        ):
            return
        who = self.doers.joined(Doer(mentions[0].start, mentions[0].end, mentions[0].person, "person"), hi, 12)
        cells = "\t" in self.text[lo:hi]
        itemised = _ITEM_FIRST.fullmatch(self.text, lo, mentions[0].start)
        if itemised and not self.text[who[-1].end : hi].strip(" .;"):  # 'Item 10.2 - Alderman Smyth'
            for doer in who:
                yield self._record("parse.declaration.row", (lo, hi), doer, None, None, (lo, who[0].start), None)
            return
        if not cells and not _FOLLOWS.match(self.text, who[-1].end, hi):
            return
        if cells:
            first = self.text.find("\t", lo, hi)
            later = next((m for m in mentions if m.start >= first), None)
            if later is not None and _AND_CELL.search(self.text, lo, first):
                who.append(Doer(later.start, later.end, later.person, "person"))
        words = self.text[who[0].end : hi]
        if ((cells or "|" in words) and not _ROW.search(words)) or (not heading and len(words.strip(" .:-")) < 3):
            return
        nature = self._nature("row", who[-1].end, hi)
        for doer in who:
            yield self._record(
                "parse.declaration.row",
                (lo, hi),
                doer,
                interest_class(words),
                nature,
                (who[-1].end, hi),
                withdrawal(words),
            )
