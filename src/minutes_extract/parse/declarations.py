"""Declarations of interest: who declared which, what it concerns, and whether they went out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.recognise.people import People
from minutes_extract.recognise.roster import Person
from minutes_extract.records import Declaration, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

_CLASSES = (
    ("non_pecuniary", r"\bnon[- ]?(?:pecuniary|financial|disclosable pecuniary|dpi)\b"),
    ("pecuniary", r"\b(?:pecuniary|financial|dpi|monetary)\b"),
    ("prejudicial", r"\bprejudicial\b(?<!non-prejudicial)(?<!non prejudicial)"),
    ("personal", r"\bpersonal\b"),
    ("other", r"\b(?:non-?registrable|registrable|other (?:significant|disclosable|declarable|relevant|notifiable)|declarable|disclosable|significant|registerable|notifiable)\b"),
)
_NUMBER = r"(?:\d{1,4}[a-z]?(?:[./]\d{1,4})*(?: ?\([a-z0-9]{1,3}\)|(?: [a-z]\)))?)"
_ITEMS = re.compile(
    rf"\b(?:(?:agenda |minute )?items?|minutes?|clauses?|minute reference|min\.?)(?: no'?s?\.?| numbers?| ref\.?)?:? ?(?P<list>{_NUMBER}(?:(?:, ?| and | & |, and | to |/){_NUMBER})*)"
    rf"|\binterests? in (?P<bare>{_NUMBER})(?=[ ,.;])(?! (?:\w+ )?(?:road|street|lane|avenue|close))",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:left|leaves?|leaving|withdrew|withdrawn|withdraws?|vacated?|retired from|gone out|went out|exited|recused?|absent(?:ed)?)\b(?! (?:the|his|her) (?:interest|application|motion|objection|school|job))|"
    r"\btook no (?:further )?part\b|\btak(?:e|ing|en) no (?:further )?part\b|\b(?:did|do|does|would|will|had|having|and|has) not (?:to )?(?:take|taken|taking|participate|participated|vote|voted)\b|\bnot tak(?:e|ing) (?:any )?part\b|"
    r"\b(?:refrain|abstain)(?:ed|ing)? from (?:voting|the (?:vote|discussion|debate)|discussi|taking part)",
    re.IGNORECASE,
)
_STAYED = re.compile(r"\b(?:remain(?:ed|s|ing)?|stay(?:ed|s|ing)?)\b|\bdid not preclude\b|\b(?:took|take) (?:full )?part\b", re.IGNORECASE)
_NATURE = re.compile(
    r"(?:\b(?:as|because|since|by virtue of|by reason of|on the grounds? (?:of|that)|due to|owing to|in that|being|through|having|in (?:his|her|their) (?:role|capacity))\b|"
    r"(?<=, )(?:his|her|their|the) [\w'. -]{2,60}? (?:being|having|owning)\b|(?<=- )that (?:he|she|they)\b)",
    re.IGNORECASE,
)
_NATURE_END = re.compile(
    r",? (?:and|but|so) (?:\w+ )?(?:he |she |they |therefore |then |also )?(?:said|left|leaves|remained|withdrew|took|did not|would|stayed|will|retired|vacated|abstained|refrained)\b|[;]|(?<=\w)\.$|\.?$",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"(?P<ref>[A-Z]{0,3}/?\d[\w/.-]*) \((?P<nature>[^()\n]{3,120})\)")
_ALSO = re.compile(r"\b(?:and|,)\s+(?:also )?an? (?P<class>(?:[\w-]+ ){0,5}?)interests?\b", re.IGNORECASE)
_ROW = re.compile(r"\b(?:interest|pecuniary|personal|prejudicial|items?|minute|agenda|application)\b", re.IGNORECASE)
_ITEM_FIRST = re.compile(r"(?:agenda )?(?:item|minute)s?\b[^\n]{0,90}[-:]\s*(?:(?:cllrs?|councillors?|crs)\.?\s*)?", re.IGNORECASE)
_FOLLOWS = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[:\-|\t…]|\.{3,}|in relation to|in respect of|re\b|regarding|items?\b|agenda\b|minute\b|(?:non-?)?(?:personal|pecuniary|prejudicial|disclosable)|application)", re.IGNORECASE)


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
        self.rules = patterns.stage("parse.declaration")
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
        for rule in self.rules:
            if rule.form == "here" and not self.here:
                continue
            for match in rule.regex.finditer(self.text, sentence.start, sentence.end):
                if any(d.place[0] <= match.start() < d.place[1] for d in out) and rule.form != "declared":
                    continue
                who = self._who(rule, match, sentence)
                if who:
                    out += self._made(rule, match, sentence, who)
        return out

    def _who(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer]:
        if rule.form == "by":
            first = self.doers.after(match.end(), sentence.end)
            return self._chain(first, sentence.end) if first is not None and first.sort != "group" else []
        found = [d for d in self.doers.before(sentence.start, match.start()) if d.sort != "group"]
        if found and found[-1].sort == "pronoun":
            whom = self.doers.antecedent(sentence, found[-1].start)
            return [Doer(whom.start, whom.end, whom.person, "pronoun")] if whom else []
        return found

    def _chain(self, first: Doer, hi: int) -> list[Doer]:
        out = [first]
        while len(out) < 12:
            joint = re.compile(r"\s*(?:/|&|,(?: and)?|and\b)\s*").match(self.text, out[-1].end, hi)
            more = self.doers.after(joint.end(), hi) if joint else None
            if more is None or more.sort in ("group", "pronoun"):
                break
            out.append(more)
        return out

    def _made(self, rule: Rule, match: re.Match[str], sentence: Sentence, who: list[Doer]) -> Iterator[Declaration]:
        """The declarations of one verb: of each person, and of each interest where several are told apart."""
        again = rule.regex.search(self.text, match.end(), sentence.end)
        hi = sentence.end
        if again is not None:
            next_who = self.doers.before(match.end(), again.start())
            hi = next_who[0].start if next_who else hi
        words = match["class"] if "class" in match.re.groupindex else ""
        lo = sentence.start if not (again or match.start() - sentence.start > 200) else min(d.start for d in who if d.start >= sentence.start) if any(d.start >= sentence.start for d in who) else sentence.start
        withdrew = self._withdrew(lo, hi, sentence, who)
        parts = self._parts(match.end(), hi) if rule.form == "declared" else []
        for doer in who:
            if len(parts) > 1:
                for nature in parts:
                    yield self._record(rule.id, (lo, hi), doer, interest_class(words or ""), nature, match.end(), hi, withdrew)
                continue
            nature = parts[0] if parts else self._nature(rule, match, hi)
            since = match.start() if rule.form == "by" else match.end()
            further = list(_ALSO.finditer(self.text, match.end(), hi))
            ends = [m.start() for m in further[1:]] + [hi]
            yield self._record(rule.id, (lo, hi), doer, interest_class(words or ""), nature, since, further[0].start() if further else hi, withdrew)
            for more, end in zip(further, ends, strict=False):
                yield self._record(rule.id, (lo, hi), doer, interest_class(more["class"]), None, more.end(), end, withdrew)
        yield from self._further(rule, match, hi, words or "", (lo, sentence.end), withdrew)

    def _further(self, rule: Rule, match: re.Match[str], hi: int, words: str, place: Place, withdrew: bool | None) -> Iterator[Declaration]:
        """'... and Cllr. A. Thomas in Planning Application 590 (owner of adjacent land)': the verb is not repeated."""
        for m in self.people.within(match.end(), hi):
            if m.person is not None and re.search(r"\band (?:the )?$", self.text[:m.start][-10:]) and re.match(r" in (?:agenda |minute |planning )?(?:items?|minute|application)", self.text[m.end : m.end + 40], re.IGNORECASE):
                doer = Doer(m.start, m.end, m.person, "person")
                yield self._record(rule.id, (m.start, hi), doer, interest_class(words), (self._parts(m.end, hi) or [None])[0], m.end, hi, withdrew)

    def _parts(self, lo: int, hi: int) -> list[Place]:
        """Natures in brackets behind references: 'E/40554 (family business) and E/40590 (family connection)'."""
        first = next((m for m in self.people.within(lo, hi) if re.search(r"\band $", self.text[m.start - 5 : m.start])), None)
        stop = first.start if first else hi
        return [m.span("nature") for m in _REFERRED.finditer(self.text, lo, stop)]

    def _record(self, rule: str, place: Place, doer: Doer, interest: str | None, nature: Place | None, lo: int, hi: int, withdrew: bool | None) -> Declaration:
        start, end = place
        while end > start and self.text[end - 1].isspace():
            end -= 1
        name = self.item.view.printed(doer.start, doer.end)
        return Declaration((start, end), rule, doer.person, name, interest, nature, self._items(lo, hi), withdrew)

    def _items(self, lo: int, hi: int) -> list[str]:
        """The printed numbers of the items that it concerns."""
        out: list[str] = []
        for match in _ITEMS.finditer(self.text, max(0, lo - 12), hi):
            out += [one[0] for one in _ONE.finditer(match["list"] or match["bare"])]
        return list(dict.fromkeys(out))

    def _nature(self, rule: Rule, match: re.Match[str], hi: int) -> Place | None:
        if rule.form == "here":
            return self._cut(match.end(), hi)
        found = _NATURE.search(self.text, match.end(), hi)
        if found is not None:
            return self._cut(found.start(), hi)
        bracket = re.compile(r"\(([^()\n]{6,120})\)").search(self.text, match.end(), hi)
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
        for after in self._next(sentence):
            mentioned = [m.person for m in self.people.within(after.start, after.end)]
            pronoun = re.match(r"(?:He|She|They|Both|The (?:Councillors?|Members?))\b", self.text[after.start : after.end])
            if not pronoun and not any(d.person in mentioned for d in who if d.person is not None):
                return None
            said = withdrawal(self.text[after.start : after.end])
            if said is not None:
                return said
        return None

    def _next(self, sentence: Sentence) -> Sequence[Sentence]:
        k = next(k for k, s in enumerate(self.item.sentences) if s.start == sentence.start)
        return [s for s in self.item.sentences[k + 1 : k + 3] if s.paragraph - sentence.paragraph <= 1]

    # --- in lists and tables of a section of declarations

    def _listed(self, done: list[Place]) -> Iterator[Declaration]:
        heading = self.item.section.heading
        if heading is not None and not done:
            yield from self._row(*heading, lead=heading[1] - heading[0])
        skip = -1
        for k, p in enumerate(self.item.paragraphs):
            if k <= skip or any(lo < p.end and p.at < hi for lo, hi in done):
                continue
            wrapped = re.match(r"[^\t\n]{3,60}\b(?:and|&|,)\s*\t", self.text[p.at : p.end])
            if wrapped and k + 1 < len(self.item.paragraphs):
                skip = k + 1
                yield from self._row(p.at, self.item.paragraphs[k + 1].end)
            elif "\t" in self.text[p.at : p.end]:
                yield from self._row(p.at, p.end)
            else:
                for s in self.item.sentences:
                    if s.paragraph == k:
                        yield from self._row(s.start, s.end)

    def _row(self, lo: int, hi: int, lead: int = 14) -> Iterator[Declaration]:
        """'Cllr Penn: Item 5 - personal', 'PM and GW in relation to the field', 'Cllr Penn <tab> Personal <tab> Minute 6'."""
        mentions = [m for m in self.people.within(lo, hi) if not _ROW.search(m.text)]
        if not mentions or (mentions[0].start - lo > lead and not _ITEM_FIRST.fullmatch(self.text, lo, mentions[0].start)):
            return
        who = self._chain(Doer(mentions[0].start, mentions[0].end, mentions[0].person, "person"), hi)
        if not _FOLLOWS.match(self.text, who[-1].end, hi) and "\t" not in self.text[lo:hi]:
            return
        if "\t" in self.text[lo:hi]:
            first = re.match(r"[^\t]*", self.text[lo:hi])
            later = [m for m in mentions if m.start >= lo + (first.end() if first else 0)]
            if re.search(r"(?:\band|&|,)\s*$", first[0] if first else "") and later:
                who.append(Doer(later[0].start, later[0].end, later[0].person, "person"))
        words = self.text[who[0].end : hi]
        if ("\t" in words or "|" in words) and not _ROW.search(words):
            return
        if lead == 14 and len(words.strip(" .:-")) < 3:
            return
        nature = self._nature(self.rules[0], re.compile("").match(self.text, who[-1].end), hi) if words else None  # type: ignore[arg-type]
        for doer in who:
            yield self._record("parse.declaration.row", (lo, hi), doer, interest_class(words), nature, who[-1].end, hi, withdrawal(words))


def withdrawal(words: str) -> bool | None:
    """True where they say that someone went out or took no part, False where that they stayed, None where neither."""
    if re.search(r"\b(?:remain|stay)", words, re.IGNORECASE) and _STAYED.search(words):
        return False
    if _LEFT.search(words):
        return True
    return False if _STAYED.search(words) else None


def settle_withdrawals(
    declarations: list[list[Declaration]], items: list[ItemText], people: People, patterns: Patterns
) -> list[list[Declaration]]:
    """Settle what one item alone does not tell: a declaration repeated in a later item is dropped, and whoever left is marked.

    `declarations`: those of each item, in order; the same shape is given back. Run it after the movements are found.
    """
    kept: list[list[Declaration]] = []
    seen: list[Declaration] = []
    for found in declarations:
        row: list[Declaration] = []
        for d in found:
            same = next((s for s in seen if s not in found and _same(s, d)), None)
            if same is None:
                row.append(d)
                seen.append(d)
            elif same.withdrew is None:
                same.withdrew = d.withdrew
        kept.append(row)
    for d in seen:
        if d.withdrew is None and d.person is not None:
            d.withdrew = _went_out(d, d.person, items)
    return kept


def _same(a: Declaration, b: Declaration) -> bool:
    if a.person is None or a.person is not b.person or (a.interest and b.interest and a.interest != b.interest):
        return False
    return not a.items or not b.items or bool(set(a.items) & set(b.items))


def _went_out(declared: Declaration, person: Person, items: list[ItemText]) -> bool | None:
    """True where the person left the room in the item that the interest concerns, or came back after leaving."""
    numbers = {_bare(n) for n in declared.items}
    left = [m for m in person.movements if m.type == "left"]
    for movement in left:
        home = next((i for i in items if i.lo <= movement.place[0] < i.hi), None)
        if home is None:
            continue
        concerned = home.section.number is not None and _bare(home.section.number) in numbers
        returned = any(m.type == "returned" and m.place[0] > movement.place[0] for m in person.movements)
        words = home.text[movement.place[0] : movement.place[1] + 60]
        if concerned or returned or re.search(r"\b(?:room|chambers?|table|gone out|taken no part|took no part)\b", words, re.IGNORECASE):
            return True
    return None


def _bare(number: str) -> str:
    return re.sub(r"[^\w/]", "", number).casefold()
