"""What became of what was put to the meeting: carried, lost or withdrawn, as printed."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.ballot import PutMotions
from minutes_extract.records import Motion

_RESULT = later(
    r"\b(?:(?P<lost>(?:was |were |is )?(?:put (?:to the vote )?and )?(?:declared )?(?:to (?:be|have(?: been)?) )?(?:lost|defeated|negatived|not carried|(?-i:fell|FELL)|fallen|failed|failing|died|rejected|not (?:agreed|approved|supported))|"
    r"did not (?:carry|pass)|motion (?:failed|failing|lost|defeated)|lost)|"
    r"(?P<withdrawn>withdrawn|withdrew (?:the|his|her) (?:motion|amendment))|"
    r"(?P<carried>(?:was |were |is )?(?:put (?:to the vote )?and )?(?:declared )?(?:to (?:be|have(?: been)?) )?(?:carried|passed|agreed|approved|accepted|adopted)|all (?:agreed|in favou?r)|unanimous(?:ly)?|motion passed|"
    r"became the (?:decision|finding|resolution) of the (?:[\w-]+ )?(?:meeting|committee|council|board|panel)))\b"
    r"(?! (?:out|on|forward|over|away|through)\b)",  # 'the work was carried out', 'had passed away'
    re.IGNORECASE,
)
_NOT_YET = later(r"\b(?:will|would|can|could|should|must|may|might|cannot)(?: not)? be (?:\w+ly )?\Z", re.IGNORECASE)
_ELECTED = later(
    r"\b(?:elected|appointed|voted (?:in )?as|agreed that|accepted the (?:position|office|role|post))\b", re.IGNORECASE
)
_NAMED = later(
    r"(?:\b(?:to|and) (?P<verb>adopt|approve|support|accept|uphold) )?\bthe (?:original |substantive |amended |first |second |revised ){0,2}(?P<kind>motion|amendment|proposal)\b"
    r"(?:(?! the (?:\w+ ){0,2}(?:motion|amendment)\b)[^.;\n]){0,120}",
    re.IGNORECASE,
)
_CAST = later(r"\bcasting vote (?:in favou?r of|for) the (?P<kind>motion|amendment)\b", re.IGNORECASE)
_BODY = later(r"\b(?:council|committee|cabinet|board|panel|authority|executive) $", re.IGNORECASE)
_SUBJECT = later(r"\b(motion|amendment)\b", re.IGNORECASE)
_SAME_SENTENCE = 240  # characters before a result in which its sentence says what was put
_REACH = 900  # characters behind the words of a motion within which its result is printed


def result_behind(item: ItemText, at: int, limit: int, kind: str) -> tuple[str | None, int]:
    """Carried, lost or withdrawn, as printed behind the words; and where. `kind`: what was moved, '' for either."""
    stop = min(item.hi, max(limit, at), at + _REACH) if limit > at else min(item.hi, at + _REACH)
    for match in _RESULT.finditer(item.text, at, stop):
        sentence = item.sentence_at(match.start())
        near = sentence.start if sentence is not None else match.start() - _SAME_SENTENCE
        near = max(at, min(near, match.start() - 60), match.start() - _SAME_SENTENCE)
        named = _SUBJECT.findall(item.text, near, match.start())
        if kind and named and (named[-1].casefold() == "amendment") != (kind == "amendment"):
            continue  # 'The motion was accordingly carried' tells nothing of the amendment
        if kind and _BODY.search(item.text, max(at, match.start() - 30), match.start()):
            continue  # 'The Council AGREED that ...': what was decided in the end
        if _NOT_YET.search(item.text, max(at, match.start() - 30), match.start()):
            continue  # 'if it is seconded it can be carried'
        result = next(name for name in ("lost", "withdrawn", "carried") if match[name])
        return result, match.start()
    return None, at


def settle(item: ItemText, motions: list[Motion]) -> None:
    """What became of motions that were put together: 'The amendment fell.', 'resolved to adopt the motion'."""
    if not motions:
        return
    behind = motions[-1].place[1]
    put, unsettled = PutMotions(motions, item.lo), [motion for motion in motions if motion.result is None]
    for named in _NAMED.finditer(item.text, behind, item.hi):
        adopted = named["verb"] is not None
        result, at = ("carried", named.start()) if adopted else result_behind(item, named.start(), named.end(), "")
        if result is None or at > named.end():
            continue
        if one := put.named(item, named.start()):
            one.result = result
            continue
        kind = "amendment" if named["kind"].casefold() == "amendment" else "motion"
        for motion in unsettled:
            motion.result = motion.result or (result if motion.type == kind else None)
        unsettled = [motion for motion in unsettled if motion.result is None]
    for cast in _CAST.finditer(item.text, behind, item.hi):
        for motion in motions:
            won = motion.type == cast["kind"].casefold()
            motion.result = motion.result or ("carried" if won else "lost")
    carried = any(m.type == "motion" and m.result == "carried" for m in motions)
    if carried and not re.search(r"\bas amended\b|\bamended motion\b", item.text[behind : item.hi], re.IGNORECASE):
        for motion in motions:  # the one was put against the other
            motion.result = motion.result or ("lost" if motion.type == "amendment" else None)


def elected_behind(item: ItemText, at: int, limit: int) -> bool:
    """Does the text tell behind a nomination that it was carried out: 'and was duly elected', 'It was agreed that'? In an item
    on elections rivals and their votes may stand between."""
    reach = limit if item.section.kind == "election" else min(limit, at + 250)
    return _ELECTED.search(item.text, at, reach) is not None
