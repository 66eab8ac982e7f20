"""What was put to the meeting: motions and amendments with mover, seconder, words and result."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.clauses import ClauseReader
from minutes_extract.parse.motionforms import (
    DECIDED,
    LABEL,
    SHORTEST,
    Found,
    below_heading,
    moved_sentence,
    put_first,
    quoted_before,
)
from minutes_extract.parse.motionwords import apart, words_of
from minutes_extract.parse.movers import Movers
from minutes_extract.parse.outcomes import result_behind, settle
from minutes_extract.parse.verbs import Verbs, verbs
from minutes_extract.records import Clause, Decision, Motion, Place, Vote
from minutes_extract.rules import Patterns

OF_A_GROUP = "parse.motion.of-a-group"
_GERUND, _NOUN = "parse.motion.gerund", "parse.motion.noun"
_NOTICE = later(r"\b(?:notice of|following) motion\b", re.IGNORECASE)
_WAS_MOVED = later(
    r"\b(?:an|one|following|first|second|third|further|another) (?P<kind>amendment|motion)\b(?: (?:was|were|had been|is))?(?: then| also| duly)? ?\Z",
    re.IGNORECASE,
)
_TO_BE_ELECTED = later(r"(?:that )?[^.\n]{3,50}? be (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_CHOSEN = later(
    r"\b(?:RESOLVED|Resolved)\b[^\n]{0,12}(?:\n[^\n]{0,12})?(?i:that )?[^.\n]{3,80} be (?i:\w+ly )?(?i:re-?)?(?i:elected|appointed)\b"
)
_WAS_ELECTED = later(r"\b(?:was|were) (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_AS = later(r"as an? (?:\w+ )?(?:motion|amendment)\b", re.IGNORECASE)
_OF_A_GROUP = later(
    r"(?:The|An) (?:[\w'-]+ ){0,3}(?:Group(?:'s)? )?amendment (?:(?:moved |put forward |proposed |tabled |submitted )?(?:by|from|of|on behalf of) the (?:[\w'-]+ ){1,4}(?:Group|Party|Opposition|Administration)\b|(?<=Group amendment )|(?<=Group's amendment ))"
    r"[^.;\n]{0,120}? (?:was|were|fell|failed)\b"
)
_LABEL = later(r"\W*(?:motion|action)\W*:\W*(?=\w)", re.IGNORECASE)
_THAT_BE = later(r"\n\s{0,9}That\b[^\n]{3,300}?\bbe [a-z]+ed\b")


def find_motions(item: ItemText, movers: list[Movers], votes: list[Vote], patterns: Patterns) -> Found:
    """Motions and amendments of an item. A proposition that was carried, with no resolution printed behind it, is a decision."""
    found = Found([])
    rules = patterns.stage("parse.motion")
    for k, m in enumerate(movers):
        if m.pair_line:
            continue
        limit = movers[k + 1].start if k + 1 < len(movers) else item.hi
        if (
            put_first(item, found, m, movers[k + 1 : k + 2])
            or below_heading(item, found, m, limit)
            or quoted_before(item, found, m, limit)
            or moved_sentence(item, found, m, limit, verbs(patterns))
        ):
            continue
        for rule in rules:
            place = words_of(item, m, rule.regex, limit, bool(rule.set["type"]))
            if place is None:
                continue
            words, named = place, rule.set["type"] or _headed_as(item, m)
            if not named and _nominated(item, words):
                break
            result, at = result_behind(item, words[1], limit, named or "motion")
            between = DECIDED.search(item.text, m.end, words[0]) is not None
            resolved = between or DECIDED.search(item.text, words[1], limit) is not None
            if not named and resolved and result != "lost":
                if between or not apart(item, words, limit):
                    break
                named = "motion"
            if not named and result is None and (m.moved_by is None or m.seconded_by is None):
                break
            if rule.id == _NOUN and _worded_behind(item, words[1], at, limit, resolved):
                break
            _enter(item, found, m, words, named, result, resolved, rule.id, verbs(patterns), at)
            break
        else:
            _headed(item, found, m, limit)
    _of_groups(item, found)
    if any(motion.type == "amendment" for motion in found.motions):
        _against_amendment(found)
    settle(item, found.motions)
    return found


def _worded_behind(item: ItemText, end: int, result_end: int, limit: int, resolved: bool) -> bool:
    """'moved the recommendations', and behind it 'RESOLVED (unanimously): That ...', or the words alone where a page lost
    the cue."""
    cued = resolved and DECIDED.search(item.text, end, result_end) is not None
    return cued or _THAT_BE.search(item.text, end, limit) is not None


def _nominated(item: ItemText, words: Place) -> bool:
    """'that Cllr Lund be elected Mayor', where the next sentence tells that she was, or a resolution behind it who was: a
    nomination, not yet the decision.
    """
    if _TO_BE_ELECTED.match(item.text, *words) is None:
        return False
    sentence = item.sentence_at(words[1] + 2)
    behind = (words[1], sentence.end) if sentence is not None else words
    return _WAS_ELECTED.search(item.text, *behind) is not None or item.stands_behind(_CHOSEN, words[1])


def _headed(item: ItemText, found: Found, m: Movers, limit: int) -> None:
    """'As an AMENDMENT, Mr Lund, seconded by Mr Pike, moved no change to the order': the words are whatever was moved."""
    kind, sentence = _headed_as(item, m), item.sentence_at(m.start)
    if not kind or sentence is None or not _AS.match(item.text, sentence.start, m.start):
        return
    start = m.end + 1
    if sentence.end - start > SHORTEST and item.text[m.end] == " ":
        result, _ = result_behind(item, sentence.end, limit, kind)
        found.motions.append(
            Motion((start, sentence.end), kind, "parse.motion.headed", m.mover, m.seconder, None, result)
        )


def _of_groups(item: ItemText, found: Found) -> None:
    """'The amendment by the Harbour Group was lost by 47 votes to 17': the sentence is all that is printed of it."""
    for match in _OF_A_GROUP.finditer(item.text, item.lo, item.hi):
        sentence = item.sentence_at(match.start())
        if sentence is None or sentence.start != match.start():
            continue
        result, at = result_behind(item, match.start(), sentence.end, "amendment")
        if result is not None and at < sentence.end:
            place = (sentence.start, sentence.end)
            found.motions.append(Motion(place, "amendment", OF_A_GROUP, None, None, None, result))
    found.motions.sort(key=lambda m: m.place)


def _against_amendment(found: Found) -> None:
    """Where an amendment was put, what was moved before it is a motion too ('moved that the application be approved')."""
    kept: list[Decision] = []
    for decision in found.carried:
        if decision.rule == "parse.motion.that" and decision.place < found.motions[-1].place:
            place = (decision.clauses[0].place[0], decision.clauses[-1].place[1])
            found.motions.append(
                Motion(place, "motion", decision.rule, decision.moved_by, decision.seconded_by, None, None)
            )
        else:
            kept.append(decision)
    found.carried = kept
    found.motions.sort(key=lambda m: m.place)


def _enter(
    item: ItemText,
    found: Found,
    m: Movers,
    words: Place,
    named: str,
    result: str | None,
    resolved: bool,
    rule: str,
    lemmas: Verbs,
    at: int,
) -> None:
    quoted = item.text[words[0]] == '"' or item.text[words[0] - 1] == '"'
    named = named or _headed_as(item, m)
    if named == "" and result is None and _resolved_later(item, words):
        named, result = "motion", "carried"
    sentence = item.sentence_at(m.start)
    if (
        named == ""
        and sentence is not None
        and (item.text[words[0] - 3 : words[0]].strip() == "to" or rule == _GERUND)
        and sentence.start <= m.start < words[1] <= sentence.end + 1
    ):
        # 'Boyle moved, second by Cantu, to approve the agenda': the sentence is the clause, without 'Motion:' before it
        label = LABEL.match(item.text, sentence.start, m.start)
        words = (label.end() if label else sentence.start, words[1])
    if (named == "" and result in ("carried", None)) or (
        named == "motion" and result == "carried" and not resolved and not quoted
    ):
        start = words[0]
        reader = ClauseReader(item, lemmas, rule)
        if item.text[start - 5 : start].casefold().startswith("that"):
            start -= 5
        block = reader.block(start)
        clauses, lead = block.clauses, block.lead_in
        listed = len(clauses) > 1 or lead is not None  # of a motion that is put in parts the one may be 'b)' alone
        if abs(block.end - words[1]) > 4 and not (block.end > words[1] and listed):
            whole = Clause((start, words[1]), None, lemmas.operative(item.text[start : words[1]]), rule)
            clauses, lead, listed = [whole], None, False
        words = (start, max(words[1], block.end if listed else 0))
        near = item.text.count("\n", words[1], at) <= 1
        sentence = item.sentence_at(at)
        end = max(words[1], m.end, sentence.end if near and sentence is not None else 0)
        found.carried.append(
            Decision(
                (min(m.start, start), end),
                "resolution",
                None,
                rule,
                clauses,
                lead,
                moved_by=m.mover,
                seconded_by=m.seconder,
            )
        )
        return
    if item.text[words[0] - 5 : words[0]].casefold() == "that ":
        words = (words[0] - 5, words[1])
    found.motions.append(Motion(words, named or "motion", rule, m.mover, m.seconder, None, result))


def _headed_as(item: ItemText, m: Movers) -> str:
    """'AMENDMENT' on the line above the movers, 'As an amendment, Cllr Lund, seconded by Cllr Pike, moved that'."""
    k = item.paragraph_at(m.start)
    words = item.text[max(item.paragraphs[k].start, m.start - 60) : m.end]
    if re.search(r"\bas an(?: \w+)? amendment\b|\bby way of (?:an )?amendment\b", words, re.IGNORECASE):
        return "amendment"
    if re.match(r"as a motion,|motion (?:moved|proposed|submitted) by\b", words, re.IGNORECASE):
        return "motion"
    sentence = item.sentence_at(m.start)
    if sentence is not None and (put := _WAS_MOVED.search(item.text, sentence.start, m.start)):
        return put["kind"].casefold()  # 'The following amendment was moved by Cllr Lund'
    if sentence is not None and _NOTICE.search(item.text, sentence.start, m.end):
        return "motion"  # 'the following Notice of Motion, which was adopted on the proposition of A:'
    line = item.text[item.paragraphs[k - 1].start : item.paragraphs[k - 1].end] if k else ""
    return "amendment" if re.fullmatch(r"(?:\w+ )?amendment(?: (?:no\.? ?)?\d+)?\W*", line, re.IGNORECASE) else ""


def _resolved_later(item: ItemText, words: Place) -> bool:
    """The same words stand again under a later 'RESOLVED'."""
    first = item.text[words[0] : min(words[1], words[0] + 60)]
    return len(first) > 20 and item.stands_behind(DECIDED, words[1]) and item.text.find(first, words[1], item.hi) >= 0
