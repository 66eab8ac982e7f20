"""The result of a motion, told behind it in a sentence of its own, is no decision of its own."""

from __future__ import annotations

import re
from itertools import zip_longest

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.records import Decision

_BREATH = 3  # characters between two sentences
_ECHO = 110  # characters; a longer sentence decides something of its own
# What was moved and nothing else: the result stands behind it.
_MOVED = (
    "parse.motion.",
    "parse.decision.moved-to",
    "parse.decision.moved-by-to",
    "parse.decision.moved-and-seconded",
    "parse.decision.motion-to-by",
    "parse.decision.motion-by-to",
    "parse.decision.motion-to-name",
)
_SECONDED = later(r"\W*(?:[A-Z][\w.'-]* ){1,6}second(?:s|ed)?(?: (?:the|this) motion| it)?\.\s*")
_LABEL = later(r"decisions?\b", re.IGNORECASE)
_BARE = later(
    r"(?:(?:the )?recommendations? (?:was |were )?)?(?:agreed|noted|approved|endorsed|accepted)(?: (?:the )?recommendations?)?"
    r"(?: as (?:set out|per|printed)\b[^.\n]{0,60})?\W*",
    re.IGNORECASE,
)
_RECEIVED = later(
    r"\b(?:received|taken as read)(?:,? and (?:the )?members were (?:asked|invited) to (?:approve|agree|confirm)(?: them)?)?\W*\Z",
    re.IGNORECASE,
)
_MINUTES = later(r"\bminutes\b", re.IGNORECASE)
_CONFIRMED = later(r"\b(?:confirmed|approved|accepted|adopted|agreed|signed)\b", re.IGNORECASE)
_RESULT = later(
    r"(?:(?:[A-Z][\w.'-]* ){1,6}seconded (?:the motion|it),? and )?"
    r"(?:the|this|these|it)\b[\w ]{0,30}(?:was|were) (?:\w+ly )?(?:approved|agreed|accepted|adopted|carried|passed)(?: \w+){0,2}\.?",
    re.IGNORECASE,
)


def without_summaries(item: ItemText, decisions: list[Decision]) -> list[Decision]:
    """The decisions without a bare 'Decision: Agreed.' or 'AGREED RECOMMENDATIONS' over the minutes that print what was."""
    last = len(decisions) - 1
    return [d for k, d in enumerate(decisions) if k == last or not _summary(item, d)]


def _summary(item: ItemText, decision: Decision) -> bool:
    if decision.cue is None or not _LABEL.match(item.text, decision.cue[0]) or len(decision.clauses) != 1:
        return False
    return _BARE.fullmatch(item.text, *decision.clauses[0].place) is not None


def without_echoes(item: ItemText, decisions: list[Decision]) -> list[Decision]:
    """The decisions without those that only tell the result of the motion before.

    'Ada proposed that the minutes be accepted, Sue seconded. The minutes were approved.', 'Trustee Lund moved to accept the
    gift. Trustee Pike seconded the motion and the motion was approved unanimously.'
    """
    kept: list[Decision] = []
    for decision in decisions:
        before = kept[-1] if kept else None
        words = item.text[slice(*decision.place)]
        short = len(words) < _ECHO and decision.moved_by is None and len(decision.clauses) == 1
        moved = before is not None and before.seconded_by is not None and before.rule.startswith(_MOVED)
        if before is not None and moved and short and _RESULT.fullmatch(words) and _at_once(item, before, decision):
            before.vote = before.vote or decision.vote
            continue
        kept.append(decision)
    return kept


def without_receipts(item: ItemText, decisions: list[Decision]) -> list[Decision]:
    """The decisions without minutes that were only received or taken as read, where the next one confirms them.

    'The minutes were taken as read. The minutes were accepted as a correct record.'
    """
    behind = decisions[1:]
    return [
        d
        for d, nxt in zip_longest(decisions, behind)
        if nxt is None or not _received(item, d) or not _confirms(item, nxt)
    ]


def _received(item: ItemText, decision: Decision) -> bool:
    words = item.text[slice(*decision.place)]
    return decision.rule == "parse.decision.minutes-approved" and _RECEIVED.search(words) is not None


def _confirms(item: ItemText, decision: Decision) -> bool:
    words = item.text[slice(*decision.place)]
    return _MINUTES.search(words) is not None and _CONFIRMED.search(words) is not None


def _at_once(item: ItemText, before: Decision, decision: Decision) -> bool:
    """Does the sentence stand right behind the record, or behind who seconded it, in the same paragraph?"""
    between = item.text[before.place[1] : decision.place[0]]
    seconded = len(between) < _ECHO and _SECONDED.fullmatch(between) is not None
    return "\n" not in between and (len(between) < _BREATH or seconded)
