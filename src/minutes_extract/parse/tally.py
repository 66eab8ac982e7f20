"""Pieces that state a vote, put together by place: which belong to one vote, and whether they amount to one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.records import Ballot, Vote
from minutes_extract.rules import Rule

_WORD = later(r"[^\W\d_]{2}")
_CLOSE = later(r"[^()\n]{0,40}\)")  # '(2 abstained due to interest)'
_CUED = later(
    r"\b(?:agreed|resolved|carried|passed|approved|adopted|granted|refused|lost|defeated|elected|vote[ds]?|voting|"
    r"recommended|motion|prop(?:osed|\.)?)\b",
    re.IGNORECASE,
)
# Between the numbers and the names in the box of a program: 'APPROVED [5 TO 0]' / 'MOVER: ...' / 'SECONDER: ...' / 'AYES: ...'
_MOVERS = later(r"\n(?:mover|seconder|(?:moved|seconded)(?: by)?)[ \t]*:[^\n]{2,90}(?=\n)", re.IGNORECASE)
_NEAR = 45  # between pieces of neighbouring sentences: 'Under Standing Order 1.9.7 Member X asked that'
_ONE_SENTENCE = 260  # 'Resolved (7:5) that ..., with two abstentions'
_ONE_PARAGRAPH = 160  # 'all 5 voted to object. This was a quorum. Prop. AB, 2nd CD, All agreed.'
_MOST = 400  # pieces of one vote: the largest roll calls have fewer voters
_FURNITURE = 110  # a page foot between 'For' and 'Against'
_SUBSTANCE = ("count", "table", "list", "answer", "method", "ballot")
_NAMED = ("table", "list", "answer")


@dataclass(slots=True)
class Piece:
    """Words that state a part of a vote."""

    start: int
    end: int
    rule: Rule
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    result: str | None = None
    ballots: list[Ballot] = field(default_factory=list)
    options: tuple[str, ...] = ()  # of a list or a table
    label: str = ""  # of a list
    doubtful: bool = False  # a name that nothing vouches for

    @property
    def weak(self) -> str | None:
        return "pair" if self.doubtful else self.rule.set.get("weak")

    @property
    def form(self) -> str:
        return self.rule.form

    @property
    def method(self) -> str | None:
        return self.rule.set.get("method")

    @property
    def counted(self) -> bool:
        return self.form == "count"


def groups(pieces: list[Piece], item: ItemText, sentences: list[int]) -> list[list[Piece]]:
    """Pieces that state one vote together."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _joins(groups[-1], piece, item, sentences):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _joins(group: list[Piece], piece: Piece, item: ItemText, sentences: list[int]) -> bool:
    """Whether a piece belongs to the vote that the pieces before it state."""
    end = max(p.end for p in group)
    gap = _MOVERS.sub("", item.text[end : piece.start])
    if piece.start < end or gap.count("\n") > 2 or len(group) > _MOST or any(_contradict(p, piece) for p in group):
        return False
    paragraph = "\n" not in gap
    sentence = paragraph and bisect_right(sentences, max(end - 1, 0)) == bisect_right(sentences, piece.start)
    if sentence:
        return len(gap) <= _ONE_SENTENCE
    near, bare = len(gap) <= _NEAR and gap.count("\n") <= 1, not _WORD.search(gap)
    stated = [p for p in group if p.form in _SUBSTANCE]
    named = any(p.form in _NAMED for p in group)
    counted = any(p.counted for p in group)
    if piece.form == "lead":
        return not stated and near
    if piece.form == "result":
        return bool(stated or group[-1].form == "lead") and near
    if piece.form == "ballot":
        return near and (bool(stated) or bare)
    if piece.form in _NAMED:
        if named:
            return near or (len(gap) <= _FURNITURE and piece.form == "list")
        return bare if counted or stated else near
    if piece.counted:
        if not stated or named:
            return near if named or group[-1].form == "lead" else bare
        weak = group[-1].weak and (piece.weak or group[-1].form == "ballot")
        return near and (bool(bare or weak) if paragraph else bare and piece.yes is None)
    if not stated:
        return bare or (group[-1].form == "lead" and near)
    whole = any(p.counted and p.method is not None for p in group)  # 'all 5 voted'
    return paragraph and (bare or (whole and len(gap) <= _ONE_PARAGRAPH))


def _contradict(a: Piece, b: Piece) -> bool:
    """Two different numbers or results for the same thing, or the same list twice."""
    for x, y in ((a.yes, b.yes), (a.no, b.no), (a.abstain, b.abstain), (a.result, b.result)):
        if x is not None and y is not None and x != y:
            return True
    return bool(set(a.options) & set(b.options))


def vote_of(group: list[Piece], item: ItemText, sentences: list[int]) -> Vote | None:
    """The vote that pieces state, or None where they do not amount to one."""
    sides = {name for p in group for name in p.options} & {"yes", "no"}
    if not sides:
        group = [p for p in group if p.options != ("absent",)]
    if not any(_states(p, group, sides, item, sentences) for p in group):
        return None
    stating = [p for p in group if p.form in _SUBSTANCE]
    first = min(stating, key=lambda p: (p.weak is not None, _SUBSTANCE.index(p.form)))
    start, end = min(p.start for p in group), max(p.end for p in group)
    if item.text.count("(", start, end) > item.text.count(")", start, end):
        close = _CLOSE.match(item.text, end, item.hi)
        end = close.end() if close is not None else end
    vote = Vote((start, end), first.rule.id, method=_method(group, sides))
    for p in group:
        vote.yes = p.yes if vote.yes is None else vote.yes
        vote.no = p.no if vote.no is None else vote.no
        vote.abstain = p.abstain if vote.abstain is None else vote.abstain
        vote.result = vote.result or p.result
        vote.ballots += p.ballots
    if vote.result == "fail" and (vote.yes or 0) > (vote.no or 0) and any("first" in p.rule.set for p in group):
        vote.yes, vote.no = vote.no, vote.yes  # 'lost by 6 votes to 4': the six were against
    return vote


def _states(p: Piece, group: list[Piece], sides: set[str], item: ItemText, sentences: list[int]) -> bool:
    """Whether this piece makes the group a vote."""
    if p.form in ("lead", "result"):
        return False
    others = [q for q in group if q.rule is not p.rule or (q is not p and p.form != "count")]
    weak = p.weak
    if p.form == "list":
        return bool(sides) and (len(sides) > 1 or bool(p.ballots and others) or p.yes is not None or p.no is not None)
    if p.form == "answer":
        return any(q.form in ("answer", "lead") for q in others)
    if weak == "zero" and p.abstain:
        return True
    if weak is None:
        return True
    if any(q.form in _SUBSTANCE for q in others) or (weak == "pair" and p.form == "ballot" and others):
        return True
    if weak == "cue":
        k = bisect_right(sentences, p.start)
        hi = sentences[k] if k < len(sentences) else item.hi
        return _CUED.search(item.text, sentences[k - 1] if k else item.lo, hi) is not None
    return False


def _method(group: list[Piece], sides: set[str]) -> str | None:
    """Of several ways the one that says most: a casting vote was counted, a unanimous one may be by roll call."""
    printed = {p.method for p in group}
    answers = sum(p.form == "answer" for p in group)
    named = any(p.counted and p.ballots and p.ballots[0].option == "yes" for p in group)  # '2 ayes (Lund, Pike)'
    if len(sides) > 1 or "yes" in sides or answers or named:
        printed.add("recorded")
    return next((name for name in ("casting", "unanimous", "recorded", "show_of_hands") if name in printed), None)


def take_sides(pieces: list[Piece]) -> None:
    """'For the motion (4) ...; For the amendment (2) ...': those for the second were against the first."""
    for a, b in pairwise(pieces):
        if a.options != ("yes",) or b.options != ("yes",):
            continue
        if ("motion" in a.label and "amendment" in b.label) or ("amendment" in a.label and "motion" in b.label):
            b.options, b.yes, b.no = ("no",), None, b.yes
            for ballot in b.ballots:
                ballot.option = "no"
