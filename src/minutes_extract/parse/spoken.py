"""The decision that one sentence tells in the meeting's own voice: 'The Panel agreed to defer its comments.'"""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.clauses import ClauseReader
from minutes_extract.parse.points import IN_BRACKETS
from minutes_extract.parse.reasons import reasons_below
from minutes_extract.parse.verbs import Verbs
from minutes_extract.records import Clause, Decision, Place
from minutes_extract.rules import Rule

# 'The following donations were agreed: A - £100, B - £50'
_FOLLOWING = later(r"the following [^:\n]{3,80}: (?=\S)", re.IGNORECASE)
# 'A motion to note the report was proposed and carried.'
_MOTION_TO = later(r"\bmotion to (\w+)\b[^.]*\bcarried\b")


def cue_of(match: re.Match[str]) -> Place:
    """The words that mark the decision; a rule with two forms prints them in either of two groups."""
    groups = match.groupdict()
    return match.span("cue" if groups.get("cue") else "cue2")


def decision_of_sentence(
    item: ItemText, verbs: Verbs, rule: Rule, sentence: Sentence, match: re.Match[str]
) -> Decision:
    """The decision of a sentence that a rule matches, with the points below it where it leads on to some."""
    text = item.text
    place = match.span("clause" if match["clause"] is not None else "clause2")
    end = min(place[1], sentence.end)
    if listed := _FOLLOWING.match(text, place[0], end):
        place = (listed.end(), end)
    cue = cue_of(match)
    word = text[slice(*cue)]
    paragraph = item.paragraphs[sentence.paragraph]
    lead: Place | None = None
    if text[end - 1] in ":-" and end == paragraph.end:
        block = ClauseReader(item, verbs, rule.id).block(place[0])
        clauses, lead, end = block.clauses, block.lead_in, max(block.end, end)
    else:
        movers = IN_BRACKETS.search(text, place[0], end)
        place = (place[0], movers.start() if movers is not None else end)
        clauses = [Clause(place, None, _verb(verbs, rule, text[slice(*place)], word), rule.id)]
    kind = rule.set.get("type") or ("recommendation" if word.casefold().startswith("recommend") else "resolution")
    start = sentence.start if rule.form == "within" else min(cue[0], place[0])
    reasons = reasons_below(item, end - 1) if end == paragraph.end else None
    return Decision((start, end), kind, cue, rule.id, clauses, lead, reasons=reasons)


def _verb(verbs: Verbs, rule: Rule, words: str, cue: str) -> str | None:
    """The verb of the words, or of the cue where they print none; what decides nothing, or answers an application, has none."""
    if rule.set.get("type") == "none" or rule.form == "planning":
        return None
    if rule.form == "closing":
        return "note"
    told = verbs.lemma(cue)
    if rule.set.get("verb") == "cue":
        return told
    put = _MOTION_TO.search(words)
    return (verbs.lemma(put[1]) if put else None) or verbs.operative(words) or told
