"""Where the words of a motion begin and end."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.movers import Movers
from minutes_extract.records import Place

_OUTCOME = later(
    r",? and (?:it|this) was (?:unanimously |duly )?(?:agreed|carried|approved|resolved)\b(?! that)", re.IGNORECASE
)
_SECONDED = later(r", (?:and |which (?:was|were) )?(?:duly )?seconded by\b[^.;]{3,60}\.?\Z", re.IGNORECASE)
_WORDS, _ADJOURN = 12, 6  # characters of the shortest motion; 'to adjourn.' is shorter
_SECOND = later(r",? seconded by the [A-Z][\w '-]{2,40}?(?=[:,]| that\b)")  # by a post that nobody is named for
_QUOTED = 30  # characters by which a motion is told from the resolution behind it
_VOTES = 700  # characters behind the movers in which a list of votes may stand before the words


def words_of(item: ItemText, m: Movers, regex: re.Pattern[str], limit: int, named: bool) -> Place | None:
    """The words of the motion: in quotation marks, or to the end of the sentence and the list that it opens."""
    text = item.text
    sentence = item.sentence_at(m.start)
    if sentence is None:
        return None
    scope = min(limit, max(sentence.end, m.end) + (60 if named else 4))
    low = m.start if named else m.end
    behind = second.end() if not named and (second := _SECOND.match(text, m.end, scope)) else m.end
    match = regex.search(text, low, scope) if named else regex.match(text, behind, min(len(text), scope + _VOTES))
    apart = m.moved_by is not None and m.moved_by.end < m.start  # 'A feared for it and proposed that ...'
    if match is None and not named and apart and m.moved_end is not None:
        match = regex.match(text, m.moved_end, sentence.end)
    if (
        match is None
        or (
            named
            and match.end() < m.end <= sentence.end + 1  # a seconder in a later sentence stands behind the words
            and text[match.end() : m.end].strip(" ,.")
            and m.end - match.end() > 80
        )
    ):
        return None
    joined = match.end() < m.end and m.end - match.end() < 60 and not named and not apart
    at = max(match.end(), m.end) if joined else match.end()
    while at < item.hi and text[at] in " \n\t:-":
        at += 1
    if at >= item.hi:
        return None
    if text[at] == '"' or (text[at - 1] == '"'):
        at = at if text[at] == '"' else at - 1
        close = text.find('"', at + 1, min(item.hi, at + 9000))
        if close > 0:
            return (at, close + 1)
        at += 1
    end = _end(item, at, limit)
    if named and end > limit < item.hi:
        return None  # 'Proposer: A' and in the next sentence an amendment that B moved
    shortest = _ADJOURN if not named and text[at:end].casefold().startswith("adjourn") else _WORDS
    return (at, end) if end - at > shortest else None


def _end(item: ItemText, at: int, limit: int) -> int:
    """Where the words end: with their sentence, or with the list that they open."""
    k = item.paragraph_at(at)
    paragraph = item.paragraphs[k]
    sentence = item.sentence_at(at)
    end = sentence.end if sentence is not None else paragraph.end
    if sentence is not None and (seconded := _SECONDED.search(item.text, at, end)):
        end = seconded.start()
    if outcome := _OUTCOME.search(item.text, at, end):
        return outcome.start()
    follows = item.paragraphs[k + 1].label if k + 1 < len(item.paragraphs) else None
    if item.text[end - 1] in ":-" or (end == paragraph.end and follows is not None and follows.ordinal == 1):
        style, n = None, 0
        for p in item.paragraphs[k + 1 :]:
            if (
                p.label is None
                or (style is not None and p.label.style != style)
                or p.label.ordinal != n + 1
                or (p.start >= max(limit, end + 1) and limit < item.hi)
            ):
                break
            style, n, end = p.label.style, p.label.ordinal, p.end
    return min(end, item.hi)


def apart(item: ItemText, words: Place, limit: int) -> bool:
    """Does a motion in quotation marks stand apart from the resolution, in other words than it?"""
    if item.text[words[0]] != '"':
        return False
    said = " ".join(item.text[words[0] + 1 : words[1]].split()).casefold()
    after = " ".join(item.text[words[1] : limit].split()).casefold()
    return len(said) > _QUOTED and said[:_QUOTED] not in after
