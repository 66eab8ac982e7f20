"""What was carried without a word of decision: the movers alone show that a sentence tells it."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.byplace import ByPlace
from minutes_extract.parse.movers import Movers
from minutes_extract.parse.outcomes import elected_behind, result_behind
from minutes_extract.parse.verbs import Verbs
from minutes_extract.records import Business, Clause, Decision, Motion

# The box of a program that many councils in the United States print minutes with: RESULT, MOVER, SECONDER, AYES
_RESULT_LINE = later(r"\W*result\s*:\s*(?P<word>[^\n\[]{3,60})", re.IGNORECASE)
_LOST = later(r"(?:defeated|failed|lost|not |no vote|withdrawn|died)", re.IGNORECASE)
_RULE = "parse.decision.told-by-movers"
_RESULT = 160  # characters behind the movers in which a defeat is told
_LINE = 70  # characters of a line that holds only a mover or a seconder
_NEAR = 3  # paragraphs between movers and the record that they may belong to
# The words of an agenda that the movers stand under: 'To approve the expenditure on the schedule.'
_PURPOSE = later(
    r"(?:\(?\w{1,4}[.)] ?|motion: )?(?P<purpose>to (?:approve|agree|adopt|accept|appoint|elect|co-?opt|confirm|ratify|authori[sz]e|sign|set|note|receive)\b)",
    re.IGNORECASE,
)
_TRUE_RECORD = later(r"\bas an? (?:true|correct|accurate)\b", re.IGNORECASE)
_PUT = frozenset(("propose", "second", "move"))
_CUE = later(r"\W*(?:prop|mov|motion (?:made )?by|second|2nd|on |upon )", re.IGNORECASE)
_SO_MOVED = later(
    r" (?:then )?(?:so moved|made (?:the|that|this) motion)(?:,? (?:and )?(?:(?:it was )?seconded|second|2nd)[^.;]{0,60})?\W*",
    re.IGNORECASE,
)  # what was asked for
# What was put: 'The Mayor asked to move the meeting to May.', 'The Clerk presented the bills for payment.'
_ASKS = later(
    r"\b(?:asked|requested) (?:to|permission|(?:for|council for|members for) (?:permission|approval))\b|\bpresented\b[^.;]{3,120} for (?:payment|approval|adoption)\b",
    re.IGNORECASE,
)
_MINUTES = later(r"(?:the )?minutes of\b[^.]{0,120}\d", re.IGNORECASE)  # what was put: the minutes of a day
_CARRIED = later(
    r"[\s,.–-]*(?:and )?(?:\w+ly )?(?:agreed|approved|appointed|elected|carried|co-opted|accepted|adopted)(?: unanimously)?\W*",
    re.IGNORECASE,
)
_THAT = later(r",?\s(?=that\s)")
_AGREED = later(
    r"[\s,.]*(?:and )?(?:(?:it|this) )?(?:was )?(?:\w+ly )?(?:agreed|approved|carried|accepted|all in favour|all agreed)\b",
    re.IGNORECASE,
)
_ECHO = later(r"(?:this|it|these) (?:was|were) (?:then |duly )?(?:proposed|moved|seconded)\b", re.IGNORECASE)
_NUMBER_ONLY = later(
    r"(?:resolution|motion|minute)s?\b(?: record)?(?: (?:no|number)\b\.?)?[ \w/:.-]{0,30}\d[\w/:.-]{0,12}\s*",
    re.IGNORECASE,
)
# 'SH and RB proposed and seconded the accounts.'
_BOTH = later(
    r"[^.\n]{4,60}? (?:proposed|moved) and seconded (?:the|that|acceptance|adoption|approval)\b", re.IGNORECASE
)
_NOMINEE = later(
    r"(?:[\w -]{4,20}[.:] {1,20})?(?:[A-Z][\w.'-]{0,30}(?: |(?=,))){1,5}(?:(?:was|were)|,) "
)  # 'Cllr Ann Lund was proposed by': not yet elected
_TOLD = later(
    r"\b(?:resolved|agreed|approved|accepted|adopted|elected|appointed|confirmed|carried|that)\b|\A(?:the|this) motion\b|\A(?:an?|one|the|another)(?: \w+){0,2} (?:amendment|motion) (?:was|were) |\b(?:considered|following) (?:the following )?(?:notice of )?motion\b",
    re.IGNORECASE,
)
# 'The minutes were proposed by A and seconded by B.', and behind it what was resolved of them
_ONLY_PUT = later(r"(?:the|this|these) [^.;\n]{3,80} (?:was|were) (?:\w+ly )?", re.IGNORECASE)
# The same of a paper, which is agreed in the end in whatever words.
_PAPER_PUT = later(
    r"(?:[^.;,\n]{3,80}, )?(?:the|this|these) (?:report|recommendations?|resolution|paper|item|proposals?) (?:was|were) (?:\w+ly )?",
    re.IGNORECASE,
)
_SOMEBODY = later(
    r" ?(?:cllr|councillor|alderman|mr|mrs|ms|miss|dr)\b", re.IGNORECASE
)  # 'A, seconded by B, proposed Mr C'
_WORDS = later(r"that\b|resolved\b|recommended\b", re.IGNORECASE)  # how the words of a resolution begin
_LEADS = later(
    r"[\s,.]*(?:and )?(?:(?:following|after|(?:up)?on) [^.;\n]{0,30}\bvot[^.;\n]{0,30})?[\s,]*(?:(?:it )?was )?(?:\w+ly )?"
    r"(?:carried|agreed|approved|passed|resolved)?(?: unanimously)?[\s:;.,–-]*",
    re.IGNORECASE,
)
# Who speaks, asks or reports tells what was said, and the movers behind it move something else.
_SAID = later(
    r"\b(?:said|asked(?! to| (?:for|council for|members for) (?:permission|approval|an? motion))|reported|advised|explained|informed|noted|felt|thought|stated|queried|commented|"
    r"suggested|mentioned|confirmed|thanked|discuss(?:ed|ion)|circulated)\b|\A(?:[A-Z]{2,3}(?:/[A-Z]{2,3})*|he|she|they) (?:to|would|will)\b",
    re.IGNORECASE,
)

Records = ByPlace[Decision | Motion]


def told_by_movers(item: ItemText, movers: list[Movers], business: Business, verbs: Verbs) -> list[Decision]:
    """Decisions of sentences that hold their movers, or stand right before them, and that no other rule has read.

    'Payment proposed by Mr Mycroft, seconded by Mr Bonner.' and 'The fence to be mended. Prop. JB, 2nd KN, all in favour.'
    """
    found: list[Decision] = []
    records: Records = ByPlace([*business.decisions, *business.motions])
    for k, m in enumerate(movers):
        limit = movers[k + 1].start if k + 1 < len(movers) else item.hi
        if m.pair_line or m.moved_by is None or m.seconded_by is None:
            continue
        sentence = (
            _then_seconded(item, m)
            or _within(item, m)
            or _before(item, m, records, verbs)
            or _alone(item, m, business)
            or _carried_alone(item, m, records)
        )
        if sentence is None or result_behind(item, m.end, min(limit, m.end + _RESULT), "")[0] in ("lost", "withdrawn"):
            continue
        if _only_put(item, m, sentence, business) or _leads_on(item, m, records):
            continue
        if _ECHO.match(item.text, sentence.start, sentence.end) and any(
            records.ending(sentence.start - _NEAR, sentence.start)
        ):
            continue  # the movers of what stands before it
        place = (sentence.start, max(sentence.end, m.end))
        overlaps = next(records.touching(place[0] + 1, place[1] - 1), None) is not None
        if overlaps or (found and found[-1].place[1] > place[0]):
            continue
        verb = verbs.operative(item.text[sentence.start : sentence.end])
        if verb in _PUT:  # 'Proposed as a true record by A, seconded by B and unanimously approved.'
            verb = verbs.operative(item.text[m.end : sentence.end]) or verb
        clause = Clause((sentence.start, sentence.end), None, verb, _RULE)
        who = m.moved_by.person, m.seconded_by.person
        found.append(Decision(place, "resolution", None, _RULE, [clause], moved_by=who[0], seconded_by=who[1]))
    return found


def _above(item: ItemText, at: int, verbs: Verbs) -> Sentence | None:
    """The words of the motion right above the line 'RESULT: APPROVED [UNANIMOUS]' of a box."""
    above = item.sentence_at(at - 3) if at - 3 > item.lo else None
    if above is None or item.text.count("\n", above.end, at) > 2:
        return None
    words = item.text[above.start : above.end]
    return above if not _SAID.search(words) and verbs.operative(words) else None


def _only_put(item: ItemText, m: Movers, sentence: Sentence, business: Business) -> bool:
    """Does the sentence only say who put the minutes, the report or a name forward, where the meeting's decision stands behind?"""
    if _PAPER_PUT.fullmatch(item.text, sentence.start, m.start) and any(
        d.place[0] >= sentence.end for d in business.decisions[-1:]
    ):
        return True
    if _ONLY_PUT.fullmatch(item.text, sentence.start, m.start):
        return _resolved_behind(item, sentence, business)
    nominated = item.section.kind == "election" or _SOMEBODY.match(item.text, m.end)
    return bool(nominated) and _resolved_behind(item, sentence, business, _RESULT)


def _leads_on(item: ItemText, m: Movers, records: Records) -> bool:
    """'moved by A and seconded by B and CARRIED:' / 'That C be elected': nothing but the result parts the movers from the words."""
    nxt = records.next(m.end)
    if nxt is None or nxt.place[0] - m.end > _LINE or _WORDS.match(item.text, nxt.place[0]) is None:
        return False
    return _LEADS.fullmatch(item.text, m.end, nxt.place[0]) is not None


def _resolved_behind(item: ItemText, sentence: Sentence, business: Business, reach: int | None = None) -> bool:
    """Is the next decision, or the next within `reach` characters, one that was RESOLVED?"""
    k = bisect_left(business.decisions, sentence.end, key=lambda d: d.place[0])
    behind = business.decisions[k].place[0] if k < len(business.decisions) else None
    if behind is None or (reach is not None and behind - sentence.end > reach):
        return False
    return item.text[behind : behind + 8].casefold() == "resolved"


def _then_seconded(item: ItemText, m: Movers) -> Sentence | None:
    """'It was proposed by A that the path be mended. This was seconded by B and agreed by all.': the words behind 'that'."""
    sentence = item.sentence_at(m.start)
    if sentence is None or m.moved_by is None or m.end <= sentence.end:
        return None
    that = _THAT.match(item.text, m.moved_by.end, sentence.end)
    if that is None or _AGREED.match(item.text, m.end, item.hi) is None:
        return None
    return Sentence(that.end(), sentence.end, sentence.paragraph)


def _within(item: ItemText, m: Movers) -> Sentence | None:
    """The sentence that ends with the movers, unless it says itself what became of it."""
    sentence = item.sentence_at(m.start)
    if sentence is None or m.end > sentence.end + 1:
        return None
    if _NUMBER_ONLY.fullmatch(item.text, sentence.start, m.start):
        return None  # 'Resolution Record No. 33/01 Proposed by A and seconded by B.' over the words
    if m.start - sentence.start < 3 and _BOTH.match(item.text, sentence.start, sentence.end):
        return sentence
    if _TRUE_RECORD.search(item.text, m.start, m.end) is not None:
        return sentence
    behind = item.text[m.end : sentence.end]
    if behind.strip(" ,").casefold() in ("and", "and it was"):
        return None  # 'proposed by A, seconded by B and' over the resolution
    if (len(behind) > 25 and not _CARRIED.fullmatch(behind)) or m.start - sentence.start < 8:
        return None
    if _NOMINEE.fullmatch(item.text, sentence.start, m.start) and elected_behind(item, sentence.end, item.hi):
        return None
    told = item.text[sentence.start : m.start if _CARRIED.fullmatch(behind) else sentence.end]
    return None if _TOLD.search(told) else sentence


def _alone(item: ItemText, m: Movers, business: Business) -> Sentence | None:
    """'Minutes of last meeting - Proposed by A, seconded by B.', 'To approve the payments' / 'Proposed by A, seconded by B and
    agreed.': under such a heading the movers say all that there is."""
    sentence = item.sentence_at(m.start)
    purpose = _PURPOSE.match(item.section.title or "") is not None
    if not (purpose or item.section.kind == "minutes") or sentence is None or business.decisions or business.motions:
        return None
    own = m.start - sentence.start < _NEAR and m.end - sentence.end < _LINE
    behind = item.text[m.end : sentence.end]
    whole = not behind.strip(" .") or (purpose and _CARRIED.fullmatch(behind))
    return Sentence(sentence.start, max(sentence.end, m.end), sentence.paragraph) if own and whole else None


def _carried_alone(item: ItemText, m: Movers, records: Records) -> Sentence | None:
    """'Clerk's salary £201. Proposed A, seconded B and agreed.': the sentence of the movers tells that it was carried."""
    sentence = item.sentence_at(m.start)
    if sentence is None or m.start - sentence.start >= _NEAR or _beside(item, m, records):
        return None
    return sentence if _CARRIED.fullmatch(item.text, m.end, sentence.end) else None


def _beside(item: ItemText, m: Movers, records: Records) -> bool:
    """Does a record stand next to the movers, to which they may belong?"""
    behind = records.ending(item.back(m.start, _NEAR), m.start)
    ahead = records.beginning(m.end, item.ahead(m.end, _NEAR))
    return any(not item.parted(r.place[1], m.start) for r in behind) or any(
        not item.parted(m.end, r.place[0]) for r in ahead
    )


def _before(item: ItemText, m: Movers, records: Records, verbs: Verbs) -> Sentence | None:
    """The sentence right before the movers, where they begin one of their own and belong to no record beside them."""
    own = item.sentence_at(m.start)
    if own is None or m.moved_by is None or m.start - own.start > 2:
        return None
    if not (_CUE.match(item.text, m.start) or _SO_MOVED.fullmatch(item.text, m.moved_by.end, own.end)):
        return None
    lines = item.text[own.start : m.end].split("\n")
    if m.end > own.end + 1 and (len(lines) > 3 or max(map(len, lines)) > _LINE):
        return None
    before = item.sentence_at(own.start - 3)
    if before is None or item.text.count("\n", before.end, own.start) > 2:
        return None
    paragraph = item.paragraphs[before.paragraph]
    if result := _RESULT_LINE.match(item.text, paragraph.start, paragraph.end):
        return None if _LOST.match(result["word"]) else _above(item, paragraph.start, verbs) or before
    words = item.text[before.start : before.end]
    if purpose := _PURPOSE.match(words):
        return Sentence(before.start + purpose.start("purpose"), before.end, before.paragraph)
    if _beside(item, m, records):
        return None
    if _MINUTES.match(words) or _ASKS.search(words):
        return before
    return before if not _SAID.search(words) and verbs.operative(words) else None
