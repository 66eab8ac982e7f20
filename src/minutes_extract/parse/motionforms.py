"""Motions told by their form: below a heading, in quotation marks before the movers, or between mover and seconder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.movers import Movers
from minutes_extract.parse.outcomes import elected_behind, result_behind
from minutes_extract.parse.verbs import Verbs
from minutes_extract.records import Clause, Decision, Motion

DECIDED = later(r"\bRESOLVED\b|^\s*(?:Resolved|Decision|AGREED|RESOLUTION)\b", re.MULTILINE)
LABEL = later(r"\W*(?:motion|action)\W*:\W*(?=\w)", re.IGNORECASE)
_MOVED = later(
    r"(?:, [^.,\n]{3,60},)? (?:then |also |formally )?(?P<verb>proposed|moved(?:,? by (?:ordinance|resolution),?)?|motioned|(?:made|offered) (?:(?:a|the) )?motion|proposes|moves)(?! (?:by|and|,))\b",
    re.IGNORECASE,
)
_PROPOSED_THAT = later(r" (?:then |formally )?(?:proposed|moved|suggested) (?P<words>(?:that|to)\b)", re.IGNORECASE)
_SECONDED_THAT = later(r",? ?(?P<words>that\b)", re.IGNORECASE)
_AND_SECONDED = later(r",? ?(?:\band )?(?:(?:this|it|which) )?(?:was )?(?:duly )?seconded by\b", re.IGNORECASE)
_AMENDMENT = later(r"\b(?:an|the following|a further) amendment\b", re.IGNORECASE)
_AMENDS = later(r" to amend\b| (?:an|a further|the following) amendment, seconded\b")
_AN_AMENDMENT = later(r"\b(?:an|a further|the following) amendment (?:to [a-z]|that\b)")
_DIVISION = later(
    r"\b(?:a|the|recorded) (?:recorded )?vote was (?:then )?(?:taken|called|held|requested)\b", re.IGNORECASE
)
_AGREED_AGAIN = later(r"\b(?:and|it was) (?:agreed|resolved)\s*:|\bRESOLVED\b", re.IGNORECASE)
# 'Cllr Lund proposed Cllr Pike, seconded by Cllr Fell': who shall be elected; the election is told behind it
_NOMINEE = later(
    r" (?:that )?(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.? [A-Z][\w.' -]{1,40}"
    r"(?:(?:,| and)? ?(?:\band )?(?:was )?second|(?<= )(?:takes? up|continues?|remains?|becomes?|be) (?:as|the|elected|re-elected|appointed)\b)"
)
# a sentence of its own, joined by a comma: 'The report was presented, Mr Lund made the motion to approve it'
_SPLICED = later(r"[^,;\n]{3,90} (?:was|were|had|has|is|are) [^,;\n]{3,90}, (?:then )?")
# A line that says what is below it, and the line that ends it: 'Amendment No. 2', 'Moved Councillor Lund, seconded ...'
_HEADING = later(
    r"(?:(?:the|original|first|second|third|further|substantive) )*(?P<kind>motion|amendment)(?: (?:no\.? ?)?\d{1,2}| \(\d\))?[:.]?",
    re.IGNORECASE,
)
_MOVERS_LINE = later(r"(?:moved|proposed|proposer|mover)\b", re.IGNORECASE)
_LIKE = 95  # likeness from which the words of a resolution are those that were moved
_LONGEST = 15  # paragraphs of one motion
_AN_AMENDMENT_BEHIND = 24  # characters behind the movers of an amendment: 'seconded, a further amendment'
SHORTEST = 12  # characters; shorter words are no motion


@dataclass(slots=True)
class Found:
    """Motions of an item; `carried` are propositions that were carried and not resolved again in other words."""

    motions: list[Motion]
    carried: list[Decision] = field(default_factory=list)


def put_first(item: ItemText, found: Found, m: Movers, following: list[Movers]) -> bool:
    """'Cllr Lund proposed that the fee be £5. This was seconded by Cllr Pike.', or 'Cllr Lund proposed, seconded by Cllr Pike,
    that the fee be £5.', then an amendment to it, or a division and what was resolved in other words.
    """
    sentence = item.sentence_at(m.start)
    if sentence is None or m.moved_by is None or m.seconded_by is None:
        return False
    moved = _PROPOSED_THAT.match(item.text, m.moved_by.end, sentence.end) or _SECONDED_THAT.match(
        item.text, m.end, sentence.end
    )
    limit = following[0].start if following else item.hi
    if moved is None or limit < sentence.end:
        return False
    amended = following and _AMENDMENT.search(item.text, limit, min(item.hi, following[0].end + _AN_AMENDMENT_BEHIND))
    if not amended:
        divided = _DIVISION.search(item.text, sentence.end, limit)
        again = _AGREED_AGAIN.search(item.text, divided.end(), item.hi) if divided is not None else None
        if again is None or _in_the_same_words(item, sentence, again.start()):
            return False
    seconded = _AND_SECONDED.search(item.text, moved.end(), sentence.end)
    words = (moved.start("words"), seconded.start() if seconded else sentence.end)
    result, _ = result_behind(item, m.end, limit, "motion")
    found.motions.append(Motion(words, "motion", "parse.motion.put-first", m.mover, m.seconder, None, result))
    return True


def _in_the_same_words(item: ItemText, moved: Sentence, at: int) -> bool:
    """Does the resolution at a place hold all words that were moved? Then it is one decision, with its movers."""
    resolved = item.sentence_at(at)
    if resolved is None:
        return False
    said, again = (item.text[s.start : s.end] for s in (moved, resolved))
    return fuzz.token_set_ratio(said.partition(" that ")[2], again, processor=default_process) >= _LIKE


def below_heading(item: ItemText, found: Found, m: Movers, limit: int) -> bool:
    """'Motion' on a line of its own, the words below it, and then 'Moved by A, seconded by B': Scottish councils."""
    k = item.paragraph_at(m.start)
    movers = item.paragraphs[k]
    if not _MOVERS_LINE.match(item.text, movers.at, m.end) or movers.end - m.end > SHORTEST:
        return False
    for at in range(k - 1, max(k - 1 - _LONGEST, -1), -1):
        heading = item.paragraphs[at]
        if _MOVERS_LINE.match(item.text, heading.at, heading.end):
            return False  # of another motion
        named = _HEADING.fullmatch(item.text, heading.at, heading.end)
        if named is None:
            continue
        if at == k - 1:  # the words stand below the movers: New Zealand
            return False
        words = (item.paragraphs[at + 1].at, item.paragraphs[k - 1].end)
        if item.text[slice(*words)].isupper():
            return False  # 'RESOLUTION 2022/16': the number of what stands below the movers
        kind = named["kind"].casefold()
        result, _ = result_behind(item, movers.end, limit, kind)
        rule = "parse.motion.below-heading"
        found.motions.append(Motion(words, kind, rule, m.mover, m.seconder, None, result))
        return True
    return False


def quoted_before(item: ItemText, found: Found, m: Movers, limit: int) -> bool:
    """'"That the Council put a roundabout ..."' and in the next paragraph 'The motion was proposed by A and seconded by B.', or
    only 'The motion was seconded by B.', where it stands above in whose name it was put."""
    at = m.seconded_by.start if m.seconded_by is not None and m.moved_end is not None else m.start
    k = item.paragraph_at(at)
    sentence = item.sentence_at(at)
    if k == 0 or sentence is None:
        return False
    named = re.compile(r"(?:the|this) (?P<kind>motion|amendment)\b", re.IGNORECASE).match(item.text, sentence.start, at)
    before = item.paragraphs[k - 1]
    if named is None or item.text[before.at] != '"' or any(o.place[0] == before.at for o in found.motions):
        return False
    kind = "amendment" if named["kind"].casefold() == "amendment" else "motion"
    result, _ = result_behind(item, sentence.end, limit, kind)
    found.motions.append(
        Motion(
            (before.at, before.end),
            kind,
            "parse.motion.quoted-before",
            m.mover,
            m.seconder,
            None,
            result,
        )
    )
    return True


def moved_sentence(item: ItemText, found: Found, m: Movers, limit: int, lemmas: Verbs) -> bool:
    """'Cllr Lund proposed acceptance of the minutes seconded by Cllr Pike. Approved.': the words stand between mover and seconder.

    'Councilor Barman moved to amend ...' and a motion that was lost are motions, what was carried is a decision.
    """
    sentence = item.sentence_at(m.start)
    if sentence is None or m.moved_by is None or item.text[sentence.end - 1] in ":-":
        return False
    moved = _MOVED.match(item.text, m.moved_by.end, sentence.end)
    if moved is None or (
        _NOMINEE.match(item.text, moved.end(), sentence.end) and elected_behind(item, sentence.end, limit)
    ):
        return False
    if _AN_AMENDMENT.search(item.text, moved.end("verb"), sentence.end):
        return False  # 'Cllr Lund moved, and Cllr Pike seconded, an amendment to delete the word': told by the rules
    opens = sentence.start
    if _SPLICED.fullmatch(item.text, sentence.start, m.start):
        opens = m.start
    label = LABEL.match(item.text, opens, sentence.end)
    whole = (label.end() if label else opens, sentence.end)
    amends = _AMENDS.match(item.text, moved.end("verb")) is not None
    kind = "amendment" if amends else "motion"
    result, at = result_behind(item, moved.end(), limit, kind)
    if amends or result in ("lost", "withdrawn"):
        found.motions.append(Motion(whole, kind, "parse.motion.moved-sentence", m.mover, m.seconder, None, result))
        return True
    between = m.seconded_by is not None and moved.end("verb") < m.seconded_by.start < sentence.end
    if (
        not between
        or DECIDED.search(item.text, sentence.end, min(limit, sentence.end + 200))
        or re.match(r"\W*(?:and|,)", item.text[moved.end("verb") : m.seconded_by.start if m.seconded_by else 0])
        or re.search(r"\b(?:agreed|resolved)\b", item.text[slice(*whole)])
    ):
        return False
    words = item.text[moved.end("verb") : sentence.end]
    verb = lemmas.content(words) or lemmas.operative(words) or "propose"
    clause = Clause(whole, None, verb, "parse.motion.moved-sentence")
    near = (
        item.sentence_at(at)
        if result and item.text.count("\n", sentence.end, at) == 0 and at - sentence.end < 80
        else None
    )
    end = max(sentence.end, near.end if near else 0)
    found.carried.append(
        Decision(
            (opens, end),
            "resolution",
            None,
            "parse.motion.moved-sentence",
            [clause],
            moved_by=m.mover,
            seconded_by=m.seconder,
        )
    )
    return True
