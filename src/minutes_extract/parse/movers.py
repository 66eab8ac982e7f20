"""Who moved and who seconded, in every order and dress: 'Moved by A', 'A proposed', 'A/B', 'Prop. GK, 2nd JR'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.itemtext import ItemText, Paragraph
from minutes_extract.later import later
from minutes_extract.people import Mention, People
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns

_AND = later(r"\band (?:then |therefore |so )?$")
# A motion ends, another begins: 'B seconded the motion. All voted aye. A moved that', 'seconded by B, approved. Motion by A'
_DONE = later(r"\.\s+(?:The |All )?\w+|\w[^.]{3,60}\.\s+$")
# the post before a name: 'Leader of the Council, ', 'Cabinet Member for Roads, '
_POST_BEFORE = later(
    r"(?=[^\n]*\b(?:Leader|Chair\w*|Mayor|Member|Convener|Provost|Holder|President)\b)(?:[A-Z&][\w'-]*|of|for|and|the)"
    r"(?:,? (?:[A-Z&][\w'-]*|of|for|and|the))*(?:,| \(|:| -)? ?"
)
_POST = 110  # characters that a post before a name may take
_STOP = later(r"[.;:]\s")
_PASSIVE = later(
    r" (?:was|were|been|being) (?:\w+ly )?\w+ and ?\Z"
)  # 'Cllr Lund was nominated and seconded as Chairman'
_PRONOUN = later(r"(?:He|She)(?: (?:then|also|further|there(?:after|fore|upon)|accordingly|subsequently|formally))?\s?")
_MARK = later(r"\s*[-–:(]\s*")
_EMPTY_CUE = later(r"(?:moved|proposed|mover|proposer)(?: by)?\s*:?\s*", re.IGNORECASE)
_SECONDED = later(r"second(?:ed|er)(?: by)?\s*:", re.IGNORECASE)
_PAIR = 90  # characters of a line that holds only who moved and who seconded
_PAIR_CARRIED = later(r"\)?(?:carried|lost|(?:un)?animous.*|\W*)?\W*", re.IGNORECASE)
_PAIR_NUMBERED = later(r"[:\s]*[A-Z]{0,6} ?\d+/\d+", re.IGNORECASE)
_WORDS = 20  # characters of the shortest words before the names: 'RESOLVED (Cr Lund/Cr Pike)' holds none
_PAIR_OPENS = later(r"(?:\(|[.;:]\s{1,3})(?:(?:Crs?|Cllrs?|Councill?ors?)\.? )?\Z")
_PAIR_CLOSES = later(r"\)?\.?(?:\s{1,3}(?:carried|agreed)(?: unanimously)?)?\W*", re.IGNORECASE)
_TITLES = 30  # characters of titles before a name: 'His Worship the Mayor '
_BESIDE = later(r"\s?/| [-–] (?=[^:;\n]{3,40}:\s*$)", re.MULTILINE)
_JOINTS = {"before": ("/",), "before-both": ("and", "&")}  # 'Marr/Blake moved', 'SH and RB proposed and seconded'
_NEAR = 3  # characters between a cue and the name that belongs to it


@dataclass(slots=True)
class Movers:
    """A mover, a seconder or both, and the place that names them."""

    start: int
    end: int
    moved_by: Mention | None
    seconded_by: Mention | None
    pair_line: bool = False
    moved_end: int | None = None  # where the mover's part ends, if the seconder is told behind it

    @property
    def mover(self) -> Person | None:
        return self.moved_by.person if self.moved_by is not None else None

    @property
    def seconder(self) -> Person | None:
        return self.seconded_by.person if self.seconded_by is not None else None


def find_movers(item: ItemText, people: People, patterns: Patterns) -> list[Movers]:
    """All movers and seconders of an item in order; a mover and the seconder behind it are one record."""
    found = [*_pairs(item, people), *_displaced(item, people), *_cued(item, people, patterns)]
    found.sort(key=lambda m: m.start)
    out: list[Movers] = []
    for m in found:
        before = out[-1] if out else None
        if before is not None and before.start <= m.start < before.end:
            continue
        joins = before is not None and before.seconded_by is None and m.moved_by is None and m.start - before.end < 160
        if joins and before is not None and item.text.count("\n", before.end, m.start) <= 2:
            before.moved_end = before.end
            before.seconded_by, before.end = m.seconded_by, max(before.end, m.end)
            continue
        behind = before is not None and before.moved_by is None and m.seconded_by is None and m.start - before.end < 60
        if behind and before is not None and not _DONE.search(item.text, before.end, m.start):
            before.moved_by, before.end = m.moved_by, max(before.end, m.end)
            continue
        out.append(m)
    return out


def _pairs(item: ItemText, people: People) -> list[Movers]:
    """'Mere/Blaker' on a line of its own, 'Barker/Hewitt CARRIED', 'Councillor Redfern/Councillor Walker'."""
    out: list[Movers] = []
    for p in item.paragraphs:
        named = people.within(max(p.start, p.end - _PAIR), p.end)
        if len(named) < 2:
            continue
        if p.end - p.start <= _PAIR and len(named) == 2 and _pair_alone(item, named[0], named[1], p):
            out.append(Movers(p.start, p.end, named[0], named[1], True))
        else:
            out += _pair_behind(item, named[-2], named[-1], p)
    return out


def _pair_alone(item: ItemText, a: Mention, b: Mention, line: Paragraph) -> bool:
    between, before, after = (
        item.text[a.end : b.start].strip(),
        item.text[line.start : a.start].strip(),
        item.text[b.end : line.end].strip(),
    )
    if between in ("/", "-") and not before.strip("(") and _PAIR_CARRIED.fullmatch(after):
        return True
    return between == "/" and not before and _PAIR_NUMBERED.fullmatch(after) is not None


def _pair_behind(item: ItemText, a: Mention, b: Mention, paragraph: Paragraph) -> list[Movers]:
    """'That the apology be accepted. (Crs Lund/Pike)': the two names that end a paragraph."""
    end = paragraph.end
    if item.text[a.end : b.start].strip() != "/" or a.start - paragraph.start < _WORDS:
        return []
    alone = _PAIR_OPENS.search(item.text, max(item.lo, a.start - _TITLES), a.start)
    closed = _PAIR_CLOSES.fullmatch(item.text, b.end, end)
    return [Movers(a.start, end, a, b)] if alone and closed else []


def _displaced(item: ItemText, people: People) -> list[Movers]:
    """'Moved:' / 'Seconded: B' / 'A': a converter read the cells of a table out of turn, and the mover stands last."""
    out: list[Movers] = []
    for cue, second, last in zip(item.paragraphs, item.paragraphs[1:], item.paragraphs[2:], strict=False):
        if last.end - last.start > _POST or not _EMPTY_CUE.fullmatch(item.text, cue.start, cue.end):
            continue
        seconder, mover = (people.within(p.start, p.end)[:1] for p in (second, last))
        labelled = _SECONDED.match(item.text, second.start, second.end)
        alone = mover and not item.text[mover[0].end : last.end].strip() and mover[0].start - last.start < _TITLES
        if labelled and seconder and alone:
            out.append(Movers(cue.start, last.end, mover[0], seconder[0]))
    return out


def _cued(item: ItemText, people: People, patterns: Patterns) -> list[Movers]:
    """Names beside the words 'moved', 'proposed', 'seconded'."""
    out: list[Movers] = []
    for rule in patterns.near("parse.mover", item.text, item.lo, item.hi):
        for match in patterns.matches(rule, item.text, item.lo, item.hi):
            pair = _both_before(item, people, match, _JOINTS[rule.form]) if rule.form in _JOINTS else []
            if pair or rule.form == "before-both":
                out += pair
                continue
            if rule.form == "before" and (both := _seconded_before(item, people, match)) is not None:
                out.append(both)
                continue
            if rule.form == "before" and (mover := _put_forward(item, people, match)) is not None:
                out.append(Movers(match.start(), mover.end, mover, None))
                continue
            mention = _beside(item, people, match, rule.form)
            start = match.start() if mention is None else min(match.start(), mention.start)
            if mention is None and rule.form == "before":
                mention = _elided(item, people, match) or _spoken_of(item, people, match)
            if mention is None:
                continue
            end = max(match.end(), mention.end)
            if rule.set["part"] == "moved":
                seconder = None
                if rule.form == "by-both" or _BESIDE.match(item.text, mention.end):  # 'Moved A - B:'
                    seconder = next((m for m in people.within(mention.end, mention.end + 8)), None)
                    end = seconder.end if seconder else end
                out.append(Movers(start, end, mention, seconder))
            else:
                out.append(Movers(start, end, None, mention))
    return out


def _both_before(item: ItemText, people: People, match: re.Match[str], joints: tuple[str, ...]) -> list[Movers]:
    """'SH and RB proposed and seconded the report': the two people right before the match."""
    named = people.within(max(item.lo, match.start() - 90), match.start())[-2:]
    if len(named) < 2 or match.start() - named[1].end > _NEAR:
        return []
    joined = item.text[named[0].end : named[1].start].strip(" ,").casefold() in joints
    return [Movers(named[0].start, match.end(), named[0], named[1])] if joined else []


def _put_forward(item: ItemText, people: People, match: re.Match[str]) -> Mention | None:
    """'Treasurer: Ada Bell - proposed Roy Dunn, seconded Jo Keel': a mark parts who is put forward from who proposes."""
    if match[0].casefold() not in ("proposed", "moved"):
        return None
    named = next(iter(people.within(match.end(), match.end() + _NEAR)), None)
    before = people.within(max(item.lo, match.start() - 70), match.start())
    if named is None or not before:
        return None
    return named if _MARK.fullmatch(item.text, before[-1].end, match.start()) else None


def _beside(item: ItemText, people: People, match: re.Match[str], form: str) -> Mention | None:
    """The person behind the cue ('moved by X'), or the one right before it ('X moved')."""
    after = next(iter(people.within(match.end(), match.end() + _NEAR)), None)
    if form in ("by", "by-both"):
        return _named_behind(item, people, match.end()) if after is None or after.post else after
    before = [
        m for m in people.within(max(item.lo, match.start() - 70), match.start()) if m.end >= match.start() - _NEAR
    ]
    if before and _STOP.search(item.text, before[-1].end, match.start()) and match[0][:1].isupper():
        return None  # 'signed by the Chairman. Proposed Cllr Lund, seconded Cllr Pike'
    if before:
        return before[-1]
    for mention in reversed(people.within(max(item.lo, match.start() - 220), match.start())):
        between = item.text[mention.end : match.start()]
        if re.fullmatch(r",[^.;\n]{3,200},\s*", between):  # 'Mr Oakley, Deputy Leader and Cabinet Member, seconded'
            return mention
        if not mention.post:
            return None
    return None


def _named_behind(item: ItemText, people: People, at: int) -> Mention | None:
    """'moved by the Leader of the Council, Councillor Lund': the name behind the post, else the post."""
    found = people.within(at, at + _POST)
    named = next((m for m in found if not m.post), None)
    if named is not None and _POST_BEFORE.fullmatch(item.text, at, named.start):
        return named
    return next((m for m in found if m.start <= at + _NEAR), None)


def _elided(item: ItemText, people: People, match: re.Match[str]) -> Mention | None:
    """'Councillor Lund feared for the trees and proposed that ...': the subject of the sentence moves at its end."""
    sentence = item.sentence_at(match.start())
    if sentence is None or not _AND.search(item.text, sentence.start, match.start()):
        return None
    named = people.within(sentence.start, match.start())
    if named and _PASSIVE.search(item.text, named[-1].end, match.start()):
        return None  # 'Councillor Lund was nominated and seconded'
    alone = len(named) == 1 and named[0].start - sentence.start < _NEAR and not named[0].post
    return named[0] if alone else None


def _spoken_of(item: ItemText, people: People, match: re.Match[str]) -> Mention | None:
    """'Councillor Lund feared for the trees. She then proposed that ...': the one of whom the sentence before speaks."""
    sentence = item.sentence_at(match.start())
    if sentence is None or not _PRONOUN.fullmatch(item.text, sentence.start, match.start()):
        return None
    before = item.sentence_at(sentence.start - 2)
    named = people.within(before.start, before.end) if before and before.paragraph == sentence.paragraph else []
    return named[0] if named and all(m.person is named[0].person for m in named) and not named[0].post else None


def _seconded_before(item: ItemText, people: People, match: re.Match[str]) -> Movers | None:
    """'Councillor Firth, seconded by Councillor North, moved that ...': the mover stands before the seconder."""
    named = [
        m for m in people.within(max(item.lo, match.start() - 160), match.start()) if not m.post or m.person is not None
    ]
    if len(named) < 2 or match.start() - named[-1].end > _NEAR:
        return None
    mover, seconder = named[-2], named[-1]
    between = item.text[mover.end : seconder.start]
    if re.fullmatch(r",? (?:duly )?seconded by (?:the )?", between, re.IGNORECASE) is None:
        return None
    return Movers(mover.start, match.end(), mover, seconder)
