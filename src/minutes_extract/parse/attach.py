"""Movers, seconders and votes find the decision or the motion that they belong to, by place and by what they name."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.ballot import named_motion
from minutes_extract.parse.motions import OF_A_GROUP
from minutes_extract.parse.movers import Movers
from minutes_extract.people import People
from minutes_extract.records import Business, Decision, Motion, Vote

_NAMED = 80  # characters before a vote in which it says what was put: 'the substantive motion was put to the vote and'
_BESIDE = 12  # characters between a vote and the cue behind it: 'it was unanimously RESOLVED'
_RESULT_BEHIND = 6  # characters between a vote and the sentence that tells what came of it
_FELL = re.compile(r"\b(?:lost|fell|failed|defeated|not (?:carried|agreed|supported))\b")
_NOTICE = re.compile(r"\bnotice of motion\b", re.IGNORECASE)
_PUT_FORWARD = re.compile(r"\bnominated\b|\bbe (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_REACH = 3  # paragraphs between a decision and the vote or the mover printed apart from it
_FOR = re.compile(
    r"\b(?:for|of|on) the (motion|amendment)\b|"
    r"\bthe (?:original |substantive |amended |revised ){0,2}(amendment|motion|proposal)(?:,? as amended,?)? (?:was|received|attracted|had)\b",
    re.IGNORECASE,
)
_AS_AMENDED = re.compile(r"\b(?:substantive motion|motion,? as amended|amended motion)\b", re.IGNORECASE)
_SUBSTANTIVE = 400  # characters before a vote in which it says that it is on the motion as it was amended
_PUT_CARRIED = "parse.decision.put-carried"


def _gap(item: ItemText, end: int, start: int) -> int:
    """Paragraphs between two places, 0 where they stand in one or in neighbours."""
    return max(0, item.breaks(end, start) - 1) if start > end else 0


def attach_movers(item: ItemText, business: Business, movers: list[Movers], people: People) -> None:
    """Give each decision and motion its mover and its seconder (in place)."""
    records: list[Decision | Motion] = [*business.motions, *business.decisions]
    records.sort(key=lambda r: r.place)
    # those whose words stand in a record first, so that no other takes it
    for m in sorted(movers, key=lambda m: not any(r.place[0] <= m.start < r.place[1] for r in records)):
        if any(
            isinstance(r, Motion)
            and r.moved_by is not None
            and r.place[0] - 300 <= m.start <= r.place[1]
            and m.moved_by is not None
            and r.moved_by is m.moved_by.person
            for r in records
        ):
            continue
        target = _record_for(item, records, m.start, m.end, m.pair_line)
        notice = m.seconded_by is None and _NOTICE.search(item.text, max(item.lo, m.start - 12), m.end) is not None
        if isinstance(target, Decision) and (notice or _put_before(item, movers, m, target)):
            continue  # who gave notice of a motion, or moved one that was lost, did not move what was decided
        if isinstance(target, Decision) and _for_another(item, people, m, target):
            continue
        if target is not None and target.rule == OF_A_GROUP:
            continue
        if target is None or target.moved_by is not None or target.seconded_by is not None:
            continue
        target.moved_by = m.mover
        target.seconded_by = m.seconder


def _put_before(item: ItemText, movers: list[Movers], m: Movers, decision: Decision) -> bool:
    """Was what they moved lost, and something else moved before the decision?"""
    later = next((o for o in movers if m.end <= o.start and o.end <= decision.place[0] and o.moved_by), None)
    return later is not None and _FELL.search(item.text, m.end, later.start) is not None


def _for_another(item: ItemText, people: People, m: Movers, decision: Decision) -> bool:
    """Did they put somebody forward, and was another chosen?"""
    sentence = item.sentence_at(m.start)
    if sentence is None or not _PUT_FORWARD.search(item.text, sentence.start, sentence.end):
        return False
    chosen = {id(mention.person) for mention in people.within(*decision.place)} - {id(None)}
    named = {id(mention.person) for mention in people.within(sentence.start, sentence.end)}
    named -= {id(who) for who in (m.mover, m.seconder, None)}
    return bool(named and chosen) and not named & chosen


def _record_for(
    item: ItemText, records: list[Decision | Motion], start: int, end: int, pair_line: bool
) -> Decision | Motion | None:
    """The decision or motion that holds the place, or the free one right before it, or the next one."""
    inside = [r for r in records if r.place[0] <= start < r.place[1]]
    if inside:
        return inside[-1]
    same = [
        r for r in records if end <= r.place[0] and "\n" not in item.text[end : r.place[0]] and r.place[0] - end < 300
    ]
    if same:
        return same[0]
    before = [
        r
        for r in records
        if r.place[1] <= start
        and r.moved_by is None
        and r.seconded_by is None
        and _gap(item, r.place[1], start) <= (2 if pair_line else 1)
        and not item.parted(r.place[1], start)
    ]
    after = [r for r in records if r.place[0] >= end and _gap(item, end, r.place[0]) <= _REACH]
    if before and not (
        after and _gap(item, end, after[0].place[0]) == 0 and _gap(item, before[-1].place[1], start) > 0
    ):
        return before[-1]
    return after[0] if after else None


def _runs_on(item: ItemText, vote: Vote, record: Decision | Motion) -> bool:
    """Does the record begin in the same breath: no stop and no new line before it, or inside the vote's own words?"""
    if record.place[0] < vote.place[1]:
        return True  # 'and unanimously' / 'RESOLVED -'
    start = vote.place[0]
    return not any(mark in item.text[start : record.place[0]] for mark in "\n.;")


def _put_to_vote(item: ItemText, vote: Vote, motions: list[Motion]) -> list[Motion]:
    """The motion that the vote names ('For the motion (4): ...'), where motion and amendment were put together."""
    if (one := named_motion(item, vote.place[0], motions)) is not None:
        return [one]
    found = list(_FOR.finditer(item.text, max(item.lo, vote.place[0] - _NAMED), vote.place[1]))
    last = max((m.place[1] for m in motions), default=item.lo)
    if _AS_AMENDED.search(item.text, max(last, vote.place[0] - _SUBSTANTIVE), vote.place[0]):
        return []  # the substantive motion is what was resolved
    named = next(
        (m for m in reversed(found) if m.start() < vote.place[0]), next(iter(found), None)
    )  # the nearest before it
    if named is None or len({m.type for m in motions}) < 2:
        return []
    kind = "amendment" if "amendment" in (named[1] or named[2]).casefold() else "motion"
    return [m for m in motions if m.type == kind and m.place[1] <= vote.place[0]][-1:]


def _counted(record: Decision | Motion) -> bool:
    return isinstance(record, Motion) and record.vote is not None and record.vote.yes is not None


def _nearer(vote: Vote, known: Vote, decision: Decision) -> bool:
    """Two tallies before a decision: the last one is its own ('voted against the recommendation by 5 votes to 2')."""
    before = known.place[1] <= vote.place[0] and vote.place[1] <= decision.place[0]
    return before and vote.yes is not None and known.yes is not None and not known.ballots


def attach_votes(item: ItemText, business: Business, votes: list[Vote]) -> None:
    """Give each decision and motion its vote (in place)."""
    records: list[Decision | Motion] = [*business.motions, *business.decisions]
    records.sort(key=lambda r: r.place)
    for vote in sorted(votes, key=lambda v: not any(r.place[0] <= v.place[0] < r.place[1] for r in records)):
        start = vote.place[0]
        inside = [r for r in records if r.place[0] <= start < r.place[1]]
        before = [r for r in records if r.place[1] <= start and _gap(item, r.place[1], start) <= _REACH + 2]
        after = [r for r in records if r.place[0] >= vote.place[1] and _gap(item, vote.place[1], r.place[0]) <= 1]
        at_once = [r for r in records if start < r.place[0] <= vote.place[1] + _BESIDE and _runs_on(item, vote, r)]
        if before and after and _counted(before[-1]) and vote.yes is not None and not inside:
            before = []  # the motion before it was voted on and is done with
        if before and before[-1].vote is not None and after and after[0].place[0] - vote.place[1] < _RESULT_BEHIND:
            before = []  # 'All in favour. A. Bell duly elected.' behind the election of another
        told = (
            inside[-1:] if inside and inside[-1].rule == _PUT_CARRIED else []
        )  # 'The motion as amended was carried by 4 to 2'
        put = told or _put_to_vote(item, vote, business.motions)
        target = next(iter(put or inside[-1:] or at_once[:1] or before[-1:] or after[:1]), None)
        if target is None or (vote.result == "fail" and isinstance(target, Decision) and target in after):
            continue  # what was voted down is not what was decided behind it
        if target.vote is None or (isinstance(target, Decision) and _nearer(vote, target.vote, target)):
            target.vote = vote
            if isinstance(target, Motion) and target.result is None and vote.result is not None:
                target.result = "carried" if vote.result == "pass" else "lost"
        elif vote.ballots and not target.vote.ballots:
            target.vote.ballots = vote.ballots
            target.vote.place = (min(target.vote.place[0], vote.place[0]), max(target.vote.place[1], vote.place[1]))
        elif target.vote.yes is None and target.vote.no is None and vote.yes is not None:
            target.vote.yes, target.vote.no, target.vote.abstain = vote.yes, vote.no, vote.abstain
