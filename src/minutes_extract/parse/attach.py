"""Movers, seconders and votes find the decision or the motion that they belong to, by place and by what they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.ballot import PutMotions
from minutes_extract.parse.byplace import ByPlace
from minutes_extract.parse.motions import OF_A_GROUP
from minutes_extract.parse.movers import Movers
from minutes_extract.people import People
from minutes_extract.records import Business, Decision, Motion, Vote

_NAMED = 80  # characters before a vote in which it says what was put: 'the substantive motion was put to the vote and'
_BESIDE = 12  # characters between a vote and the cue behind it: 'it was unanimously RESOLVED'
_RESULT_BEHIND = 6  # characters between a vote and the sentence that tells what came of it
_FELL = later(r"\b(?:lost|fell|failed|defeated|not (?:carried|agreed|supported))\b")
_NOTICE = later(r"\bnotice of motion\b", re.IGNORECASE)
_PUT_FORWARD = later(
    r"\bnominated\b|\b(?:was|were) proposed by\b|\bbe (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE
)
_REACH = 3  # paragraphs between a decision and the vote or the mover printed apart from it
_FOR = later(
    r"\b(?:for|of|on) the (motion|amendment)\b|"
    r"\bthe (?:original |substantive |amended |revised ){0,2}(amendment|motion|proposal)(?:,? as amended,?)? (?:was|received|attracted|had)\b",
    re.IGNORECASE,
)
_AS_AMENDED = later(r"\b(?:substantive motion|motion,? as amended|amended motion)\b", re.IGNORECASE)
_SUBSTANTIVE = 400  # characters before a vote in which it says that it is on the motion as it was amended
_PUT_CARRIED = "parse.decision.put-carried"
_SAME_MOTION = 300  # characters before a motion in which its mover may be named
_ONE_LINE = 300  # characters between movers and the record behind them in the same line

Records = ByPlace[Decision | Motion]


def _gap(item: ItemText, end: int, start: int) -> int:
    """Paragraphs between two places, 0 where they stand in one or in neighbours."""
    return max(0, item.breaks(end, start) - 1) if start > end else 0


def attach_movers(item: ItemText, business: Business, movers: list[Movers], votes: list[Vote], people: People) -> None:
    """Give each decision and motion its mover and its seconder (in place); movers come in their order in the text."""
    records: Records = ByPlace([*business.motions, *business.decisions])
    # those whose words stand in a record first, so that no other takes it; who only seconded comes behind a whole pair
    for m in sorted(movers, key=lambda m: (records.holding(m.start) is None, _half(m))):
        if _moved_beside(item, records, m):
            continue
        target = _record_for(item, records, votes, m)
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


def _moved_beside(item: ItemText, records: Records, m: Movers) -> bool:
    """Is the mover that of a motion printed here already, or right above the line of its movers?"""
    return m.moved_by is not None and any(
        isinstance(r, Motion)
        and r.moved_by is not None
        and r.moved_by is m.moved_by.person
        and (r.place[1] > m.start or r.seconded_by is m.seconder)
        for r in records.touching(item.back(m.start, 1), m.start + _SAME_MOTION)
    )


def _half(m: Movers) -> bool:
    return m.moved_by is None and m.seconded_by is not None


def _put_before(item: ItemText, movers: list[Movers], m: Movers, decision: Decision) -> bool:
    """Was what they moved lost, and something else moved before the decision?"""
    behind = islice(movers, bisect_left(movers, m.end, key=lambda o: o.start), None)
    until = takewhile(lambda o: o.start < decision.place[0], behind)
    later = next((o for o in until if o.end <= decision.place[0] and o.moved_by), None)
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


def _record_for(item: ItemText, records: Records, votes: list[Vote], m: Movers) -> Decision | Motion | None:
    """The decision or motion that holds the words, or the free one right before them, or the next one."""
    if inside := records.holding(m.start):
        return inside
    joined = records.holding(m.end - 1)  # 'Proposed by A' / 'Seconded by B' / 'and agreed that'
    if joined is not None and m.moved_by and m.seconded_by and not (joined.moved_by or joined.seconded_by):
        return joined
    after = records.next(m.end)
    if after and after.place[0] - m.end < _ONE_LINE and "\n" not in item.text[m.end : after.place[0]]:
        return after
    end = _voted_behind(item, votes, m.end) if m.moved_by and m.seconded_by else m.end
    if after and _gap(item, end, after.place[0]) > _REACH:
        after = None
    lines = 2 if m.pair_line else 1
    free = (r for r in records.ending(item.back(m.start, lines + 1), m.start) if not (r.moved_by or r.seconded_by))
    before = next((r for r in free if not item.parted(r.place[1], m.start)), None)
    if after and before and _gap(item, m.end, after.place[0]) == 0 and _gap(item, before.place[1], m.start) > 0:
        return after
    return before or after


def _voted_behind(item: ItemText, votes: list[Vote], at: int) -> int:
    """The end of the vote that is taken right behind a place, else the place: 'proposed that ...', 'For: A, B', 'Against: C'."""
    k = bisect_left(votes, at, key=lambda v: v.place[0])
    near = k < len(votes) and _gap(item, at, votes[k].place[0]) <= _REACH
    return votes[k].place[1] if near else at


def _runs_on(item: ItemText, vote: Vote, record: Decision | Motion) -> bool:
    """Does the record begin in the same breath: no stop and no new line before it, or inside the vote's own words?"""
    if record.place[0] < vote.place[1]:
        return True  # 'and unanimously' / 'RESOLVED -'
    start = vote.place[0]
    return not any(mark in item.text[start : record.place[0]] for mark in "\n.;")


def _put_to_vote(item: ItemText, vote: Vote, put: PutMotions) -> Motion | None:
    """The motion that the vote names ('For the motion (4): ...'), where motion and amendment were put together."""
    if one := put.named(item, vote.place[0]):
        return one
    found = list(_FOR.finditer(item.text, max(item.lo, vote.place[0] - _NAMED), vote.place[1]))
    if _AS_AMENDED.search(item.text, max(put.last, vote.place[0] - _SUBSTANTIVE), vote.place[0]):
        return None  # the substantive motion is what was resolved
    named = next(
        (m for m in reversed(found) if m.start() < vote.place[0]), next(iter(found), None)
    )  # the nearest before it
    if named is None or len(put.kinds) < 2:
        return None
    kind = "amendment" if "amendment" in (named[1] or named[2]).casefold() else "motion"
    return put.before(vote.place[0], kind)


def _moved_since(record: Decision | Motion, movers: list[Movers], at: int) -> bool:
    """Was something else moved between a record and a place behind it?"""
    k = bisect_left(movers, record.place[1], key=lambda m: m.start)
    since = takewhile(lambda m: m.start < at, islice(movers, k, None))
    return any(
        m.moved_by and m.seconded_by and (m.mover, m.seconder) != (record.moved_by, record.seconded_by) for m in since
    )


def _counted(record: Decision | Motion) -> bool:
    return isinstance(record, Motion) and record.vote is not None and record.vote.yes is not None


def _nearer(vote: Vote, known: Vote, decision: Decision) -> bool:
    """Two tallies before a decision: the last one is its own ('voted against the recommendation by 5 votes to 2')."""
    before = known.place[1] <= vote.place[0] and vote.place[1] <= decision.place[0]
    return before and vote.yes is not None and known.yes is not None and not known.ballots


def attach_votes(item: ItemText, business: Business, movers: list[Movers], votes: list[Vote]) -> None:
    """Give each decision and motion its vote (in place)."""
    records: Records = ByPlace([*business.motions, *business.decisions])
    put = PutMotions(business.motions, item.lo)
    for vote in sorted(votes, key=lambda v: records.holding(v.place[0]) is None):
        target, behind = _voted_on(item, vote, records, put, movers)
        if target is None or (vote.result == "fail" and isinstance(target, Decision) and behind):
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


def _voted_on(
    item: ItemText, vote: Vote, records: Records, put: PutMotions, movers: list[Movers]
) -> tuple[Decision | Motion | None, bool]:
    """What the vote was on, and whether it stands right behind the vote."""
    start, end = vote.place
    inside = records.holding(start)
    before = next(records.ending(item.back(start, _REACH + 3), start), None)
    after = records.next(end)
    if after and _gap(item, end, after.place[0]) > 1:
        after = None
    if before and after and _counted(before) and vote.yes is not None and not inside:
        before = None  # the motion before it was voted on and is done with
    if before and after and _moved_since(before, movers, start):
        before = None  # 'the amendment fell. A proposed, seconded by B, that ...'
    if before and before.vote is not None and after and after.place[0] - end < _RESULT_BEHIND:
        before = None  # 'All in favour. A. Bell duly elected.' behind the election of another
    if inside and inside.rule == _PUT_CARRIED:  # 'The motion as amended was carried by 4 to 2'
        target: Decision | Motion | None = inside
    else:
        at_once = next((r for r in records.beginning(start + 1, end + _BESIDE) if _runs_on(item, vote, r)), None)
        target = _put_to_vote(item, vote, put) or inside or at_once or before or after
    return target, target is not None and target.place[0] >= end and _gap(item, end, target.place[0]) <= 1
