"""A decision printed twice in an item, as where 'Decision' and 'Minutes' follow each other, is one."""

from __future__ import annotations

import re
from bisect import bisect_left

from rapidfuzz import fuzz

from minutes_extract.later import later
from minutes_extract.parse.clauses import leaves
from minutes_extract.records import Decision

_LIKE = 93  # likeness from which two clauses are one
_SHORT = 24  # characters up to which the same words may decide two matters: 'to recommend approval'
_NEAR = 200  # decisions among which a twin is looked for: an item of ten thousand is no reason to compare all with all
_CHOSEN = ("elected", "appointed", "re-elected", "re-appointed")
_BE_CHOSEN = later(
    r"[\"'*]{0,3}that,? (?P<who>[^.\n]{3,60}?) be (?:duly )?(?:re-?)?(?:elected|appointed)(?: as)?(?: the)? (?P<post>[\w-]+)",
    re.IGNORECASE,
)
# 'Agreed that Mr Lund be elected Mayor for the year' and 'That Mr Lund be appointed Mayor.'
_WHO_AND_WHAT = later(
    r"(?:agreed |resolved )?that,? (?P<who>[^.\n]{3,60}?) be (?:duly )?(?:re-?)?(?:elected|appointed)(?: as)?(?: the)? (?P<post>(?:deputy |vice[ -])?[\w-]+)",
    re.IGNORECASE,
)
# 'Cabinet RESOLVED to note the report.' below 'Decision', and 'to note the report.' behind the cue of the minutes
_TOLD = later(r"\A(?:[a-z' -]{3,40} )?(?:resolved|agreed)(?: unanimously| \([^()\n]{1,40}\))?:? (?=to |that )")
# what is said of each of several matters is not one matter told twice
_OF_THE_BEFORE = later(
    r"(?:this|these|it|the (?:proposal|request|suggestion)) (?:was|were) [\w ]{3,40}\W*", re.IGNORECASE
)
_DAY = later(r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3})[a-z]{0,6}\b")
_APPLICATION = later(r"\b\d{2,4}/\d{3,6}\b")


def unrepeated(text: str, decisions: list[Decision]) -> list[Decision]:
    """Each decision of an item once, in the fuller print, with the mover and the vote that stand beside either."""
    if len(decisions) < 2:
        return decisions
    parts = _Applications(text, decisions[0].place[0], decisions[-1].place[1])
    kept: list[tuple[Decision, list[str]]] = []
    for decision in decisions:
        words = [_TOLD.sub("", text[slice(*clause.place)].casefold()) for clause in leaves(decision.clauses)]
        if decision.vote is None and sum(_part(other, others, words) for other, others in kept[-_NEAR:]) > 1:
            continue  # the whole, told again behind its parts
        for k in range(max(0, len(kept) - _NEAR), len(kept)):
            other, others = kept[k]
            again = others == words and _labelled(text, other)
            chosen = _labelled(text, other) and _choice(others) is not None and _choice(others) == _choice(words)
            if (again or chosen or _same(others, words)) and not parts.between(other.place[1], decision.place[0]):
                if other.vote is None and _part(decision, words, others):
                    kept[k] = decision, words
                    break
                fuller = (decision, words) if len(words) > len(others) else kept[k]
                _complete(fuller[0], other if fuller[0] is decision else decision)
                kept[k] = fuller
                break
        else:
            kept.append((decision, words))
    return sorted((decision for decision, _ in kept), key=lambda decision: decision.place)


def _choice(words: list[str]) -> tuple[str, str] | None:
    """Who is chosen for which post in a decision of one clause."""
    found = _WHO_AND_WHAT.match(words[0]) if len(words) == 1 else None
    return (found["who"], found["post"]) if found is not None else None


def _part(decision: Decision, words: list[str], whole: list[str]) -> bool:
    """Was it voted on by itself, as one part of what was moved as a whole?"""
    counted = decision.vote is not None and decision.vote.yes is not None
    return counted and len(words) < len(whole) and _same(words, whole)


def _labelled(text: str, decision: Decision) -> bool:
    """Does it stand under 'Decision', where a page prints what the minutes below it print again?"""
    return decision.cue is not None and text[slice(*decision.cue)].casefold() in ("decision", "decisions")


def _complete(kept: Decision, left: Decision) -> None:
    """Give the print that is kept what stands beside the other alone."""
    if kept.moved_by is None and kept.seconded_by is None:
        kept.moved_by, kept.seconded_by = left.moved_by, left.seconded_by
    kept.vote = kept.vote or left.vote
    kept.reasons = kept.reasons or left.reasons


def elected_again(text: str, told: Decision, beside: list[Decision]) -> bool:
    """'Mr Lund was duly elected Chair.' and right behind or before it 'RESOLVED: That Mr Lund be elected Chair.'"""
    if told.cue is None or text[slice(*told.cue)] not in _CHOSEN:
        return False
    words = text[slice(*told.place)]
    for clause in (other.clauses[0] for other in beside if other.clauses):
        named = _BE_CHOSEN.match(text, *clause.place)
        if named is None or named["who"].split()[-1] not in words:  # 'declared Councillor Lund elected'
            continue
        if "declared" in words or re.search(rf"(?<![\w-]){re.escape(named['post'])}\b", words):
            return True
    return False


class _Applications:
    """The numbers of applications in an item: one between two decisions in the same words parts them."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._places = [match.span() for match in _APPLICATION.finditer(text, start, end)]

    def between(self, start: int, end: int) -> bool:
        k = bisect_left(self._places, (start, start))
        return k < len(self._places) and self._places[k][1] <= end


def _same(a: list[str], b: list[str]) -> bool:
    """Is each clause of the shorter list printed in the longer one too?"""
    few, many = sorted((a, b), key=len)
    if not few or sum(map(len, few)) < _SHORT or all(_OF_THE_BEFORE.fullmatch(words) for words in few):
        return False
    return all(any(fuzz.ratio(x, y, score_cutoff=_LIKE) and _of_one_day(x, y) for y in many) for x in few)


def _of_one_day(a: str, b: str) -> bool:
    """Do they say the same days? 'the minutes of 5 April be approved' is not 'the minutes of 12 April be approved'."""
    days, others = _DAY.findall(a), _DAY.findall(b)
    return not days or not others or days == others
