"""Why it was decided, and what was not: reasons printed below a decision, options that were considered."""

from __future__ import annotations

import re
from itertools import pairwise

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.records import Place

REASON = later(r"(?:reasons?|informatives?|note|grounds)\b[^:\n]{0,40}:", re.IGNORECASE)
_HEADING = later(
    r"(?:the )?(?:reasons?|grounds)(?: for (?:the |this )?(?:decision|recommendation|refusal|approval)s?)?:?",
    re.IGNORECASE,
)
# 'that permission be REFUSED for the following reasons:', over a list of them
REASONS_FOLLOW = later(
    r"\b(?:for the (?:following|undermentioned) reasons?|on the (?:following )?grounds?(?: that)?|(?:reasons?|grounds) (?:are |being )?(?:as follows|set out below))\W*\Z",
    re.IGNORECASE,
)

_ALTERNATIVES = later(
    r"(?:any )?(?:details of (?:any )?)?(?:alternative|other) options? (?:that were )?(?:considered|rejected|not chosen)[\w ]{0,30}:?",
    re.IGNORECASE,
)


def reasons_under(item: ItemText, k: int, stop: int) -> Place | None:
    """The paragraph, or the list, below the heading that paragraph k may be: 'Reasons for decision'."""
    if k + 1 >= stop:
        return None
    heading, p = item.paragraphs[k : k + 2]
    if not _HEADING.fullmatch(item.text, heading.at, heading.end):
        return None
    end = p.end
    for before, q in pairwise(item.paragraphs[k + 1 : stop]):
        if before.label is None or q.label is None or q.label.ordinal != before.label.ordinal + 1:
            break
        end = q.end
    return (p.start, end)


def reasons_from(item: ItemText, k: int, stop: int) -> Place | None:
    """The reasons that begin with paragraph k: under its heading, or behind its 'Reason:'."""
    if headed := reasons_under(item, k, stop):
        return headed
    p = item.paragraphs[k] if k < stop else None
    label = REASON.match(item.text, p.at, p.end) if p is not None else None
    if p is None or label is None:
        return None
    at = label.end()
    while at < p.end and (item.text[at].isspace() or item.text[at] in ":-.,*"):
        at += 1
    return (at, p.end) if label.end() < p.end else None


def reasons_below(item: ItemText, at: int) -> Place | None:
    """The reasons printed below the paragraph that holds this position."""
    return reasons_from(item, item.paragraph_at(at) + 1, len(item.paragraphs))


def not_chosen(item: ItemText) -> list[Place]:
    """What stands below 'Alternative options considered': 'To do nothing. This was rejected because costs would rise.'"""
    paragraphs = item.paragraphs
    places: list[Place] = []
    for k, p in enumerate(paragraphs):
        if _ALTERNATIVES.fullmatch(item.text, p.at, p.end):
            below = next((q for q in paragraphs[k + 1 : k + 3] if q.end > q.at), None)
            places += [(below.start, below.end)] if below is not None else []
    return places
