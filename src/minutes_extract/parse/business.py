"""The business of one item: decisions, motions, votes and movers found apart, then put together by place."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.attach import attach_movers, attach_votes
from minutes_extract.parse.clauses import leaves
from minutes_extract.parse.decisions import find_decisions
from minutes_extract.parse.echoes import without_echoes, without_receipts, without_summaries
from minutes_extract.parse.motions import find_motions
from minutes_extract.parse.movers import find_movers
from minutes_extract.parse.repeated import unrepeated
from minutes_extract.parse.told import told_by_movers
from minutes_extract.parse.verbs import verbs
from minutes_extract.parse.votes import find_votes
from minutes_extract.people import People
from minutes_extract.records import Business, Decision, Motion, Vote
from minutes_extract.rules import Patterns

_HEADING = later(r"recommendations?", re.IGNORECASE)
_RESOLVED = later(r"(?:it was )?(?:unanimously )?(?:resolved|agreed|decision)\b", re.IGNORECASE)
_TAKEN_UP = later(r"\W*(?:moved|seconded|carried|adopted|[A-Z][\w']+/[A-Z][\w']+)\b", re.IGNORECASE)
_DEFEATED = later(
    r"\s*(?:disposition\s*:\s*|the motion was |motion )?(?:defeated|lost|not carried|failed)\b", re.IGNORECASE
)


def read_business(item: ItemText, people: People, patterns: Patterns) -> Business:
    """Decisions and motions of an item, each with mover, seconder and vote where the text prints them."""
    movers = find_movers(item, people, patterns)
    votes = find_votes(item, people, patterns)
    motions = find_motions(item, movers, votes, patterns)
    taken = [m.place for m in motions.motions] + [d.place for d in motions.carried]
    decisions = find_decisions(item, patterns, taken)
    business = Business([*decisions, *motions.carried], motions.motions)
    business.decisions += told_by_movers(item, movers, business, verbs(patterns))
    business.decisions.sort(key=lambda d: d.place)
    attach_movers(item, business, movers, votes, people)
    attach_votes(item, business, movers, votes)
    business.decisions = unrepeated(item.text, business.decisions)
    for decision in business.decisions:
        if decision.cue is None and [c.verb for c in leaves(decision.clauses)] == ["recommend"]:
            decision.type = "recommendation"  # 'A moved to recommend that the Council adopt the plan. Carried.'
        if decision.type == "recommendation" and _taken_up(item, decision):
            decision.type = "resolution"
    business.decisions = without_receipts(item, business.decisions)
    business.decisions = without_echoes(item, without_summaries(item, business.decisions))
    return _without_lost(item, _unadvised(item, business, patterns))


def _taken_up(item: ItemText, decision: Decision) -> bool:
    """Was a recommendation under its heading moved or carried? Then the meeting resolved it."""
    if decision.cue is None or not _HEADING.fullmatch(item.text[slice(*decision.cue)]):
        return False
    return decision.moved_by is not None or _TAKEN_UP.match(item.text, decision.place[1], item.hi) is not None


def _proposed_only(item: ItemText, decision: Decision, behind: list[Decision]) -> bool:
    """'Recommendation: That ...', and behind it what the meeting resolved: the former is what the officers wanted."""
    if decision.type != "recommendation" or decision.cue is None or decision.vote is not None:
        return False
    if any(d.moved_by is not None and d.place[0] < decision.place[1] for d in behind):
        return True  # 'Recommendation / Moved: A / Seconded: B / That ...': the words are those that were moved
    if not _HEADING.fullmatch(item.text[slice(*decision.cue)]) or decision.moved_by is not None:
        return False
    return any(d.cue is not None and _RESOLVED.match(item.text, d.cue[0]) for d in behind)


def _unadvised(item: ItemText, business: Business, patterns: Patterns) -> Business:
    """The business without what stands below 'OFFICER RECOMMENDATION' and nobody moved: it is what the officers wanted."""
    advice = patterns.regex(r"{officers_advice}\W*")

    def advised(decision: Decision) -> bool:
        k = item.paragraph_at(decision.place[0])
        if k == 0 or decision.moved_by is not None or decision.vote is not None:
            return False
        above = item.paragraphs[k - 1]
        return advice.fullmatch(item.text, above.at, above.end) is not None

    business.decisions = [decision for decision in business.decisions if not advised(decision)]
    return business


def _without_lost(item: ItemText, business: Business) -> Business:
    """What was defeated is a motion that was lost: under 'RESOLVED' with 'DISPOSITION: Defeated' in the next line, or put
    to a vote that failed.
    """
    kept: list[Decision] = []
    for decision in business.decisions:
        voted_down = decision.rule.startswith("parse.motion.") and _not_carried(decision.vote)
        if voted_down or _DEFEATED.match(item.text, decision.place[1], item.hi):
            start = decision.clauses[0].place[0] if decision.clauses else decision.place[0]
            business.motions.append(
                Motion(
                    (start, decision.place[1]),
                    "motion",
                    decision.rule,
                    decision.moved_by,
                    decision.seconded_by,
                    decision.vote,
                    None if voted_down and decision.vote and decision.vote.result is None else "lost",
                )
            )
        else:
            kept.append(decision)
    business.decisions = [d for k, d in enumerate(kept) if not _proposed_only(item, d, kept[k + 1 :])]
    business.motions.sort(key=lambda m: m.place)
    return business


def _not_carried(vote: Vote | None) -> bool:
    """Did the vote fail, or have no more for than against with no word of the result?"""
    if vote is None or vote.result is not None:
        return vote is not None and vote.result == "fail"
    return vote.yes is not None and vote.no is not None and vote.no >= vote.yes
