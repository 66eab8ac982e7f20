"""What was put to the meeting: motions and amendments with mover, seconder, words and result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.clauses import ClauseReader
from minutes_extract.parse.movers import Movers
from minutes_extract.parse.outcomes import elected_behind, result_behind, settle
from minutes_extract.parse.verbs import Verbs, verbs
from minutes_extract.people import Mention
from minutes_extract.records import Clause, Decision, Motion, Place, Vote
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns

_DECIDED = re.compile(r"\bRESOLVED\b|^\s*(?:Resolved|Decision|AGREED|RESOLUTION)\b", re.MULTILINE)
_OUTCOME = re.compile(
    r",? and (?:it|this) was (?:unanimously |duly )?(?:agreed|carried|approved|resolved)\b(?! that)", re.IGNORECASE
)
_MOVED = re.compile(
    r"(?:, [^.,\n]{3,60},)? (?:then |also |formally )?(?P<verb>proposed|moved(?:,? by (?:ordinance|resolution),?)?|motioned|(?:made|offered) (?:(?:a|the) )?motion|proposes|moves)(?! (?:by|and|,))\b",
    re.IGNORECASE,
)
_PROPOSED_THAT = re.compile(
    r" (?:then |formally )?(?:proposed|moved|suggested) (?P<words>(?:that|to)\b)", re.IGNORECASE
)
_AND_SECONDED = re.compile(r",? ?(?:\band )?(?:(?:this|it|which) )?(?:was )?(?:duly )?seconded by\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"\b(?:an|the following|a further) amendment\b", re.IGNORECASE)
_DIVISION = re.compile(
    r"\b(?:a|the|recorded) (?:recorded )?vote was (?:then )?(?:taken|called|held|requested)\b", re.IGNORECASE
)
_AGREED_AGAIN = re.compile(r"\b(?:and|it was) (?:agreed|resolved)\s*:|\bRESOLVED\b", re.IGNORECASE)
_WORDS, _ADJOURN = 12, 6  # characters of the shortest motion; 'to adjourn.' is shorter
_GERUND = "parse.motion.gerund"
_NOTICE = re.compile(r"\b(?:notice of|following) motion\b", re.IGNORECASE)
# 'Cllr Lund proposed Cllr Pike, seconded by Cllr Fell': who shall be elected; the election is told behind it
_NOMINEE = re.compile(
    r" (?:that )?(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.? [A-Z][\w.' -]{1,40}"
    r"(?:(?:,| and)? ?(?:\band )?(?:was )?second|(?<= )(?:takes? up|continues?|remains?|becomes?|be) (?:as|the|elected|re-elected|appointed)\b)"
)

# a sentence of its own, joined by a comma: 'The report was presented, Mr Lund made the motion to approve it'
_SPLICED = re.compile(r"[^,;\n]{3,90} (?:was|were|had|has|is|are) [^,;\n]{3,90}, (?:then )?")
_SECOND = re.compile(r",? seconded by the [A-Z][\w '-]{2,40}?(?=[:,]| that\b)")  # by a post that nobody is named for
_AS = re.compile(r"as an? (?:\w+ )?(?:motion|amendment)\b", re.IGNORECASE)
# A line that says what is below it, and the line that ends it: 'Amendment No. 2', 'Moved Councillor Lund, seconded ...'
_HEADING = re.compile(
    r"(?:(?:the|original|first|second|third|further|substantive) )*(?P<kind>motion|amendment)(?: (?:no\.? ?)?\d{1,2}| \(\d\))?[:.]?",
    re.IGNORECASE,
)
_MOVERS_LINE = re.compile(r"(?:moved|proposed|proposer|mover)\b", re.IGNORECASE)
_LONGEST = 15  # paragraphs of one motion
_QUOTED = 30  # characters by which a motion is told from the resolution behind it
_VOTES = 700  # characters behind the movers in which a list of votes may stand before the words
_SHORTEST = 12  # characters; shorter words are no motion


@dataclass(slots=True)
class Found:
    """Motions of an item; `carried` are propositions that were carried and not resolved again in other words."""

    motions: list[Motion]
    carried: list[Decision] = field(default_factory=list)


def find_motions(item: ItemText, movers: list[Movers], votes: list[Vote], patterns: Patterns) -> Found:
    """Motions and amendments of an item. A proposition that was carried, with no resolution printed behind it, is a decision."""
    found = Found([])
    rules = patterns.stage("parse.motion")
    for k, m in enumerate(movers):
        if m.pair_line:
            continue
        limit = movers[k + 1].start if k + 1 < len(movers) else item.hi
        if (
            _put_first(item, found, m, movers[k + 1 : k + 2])
            or _below_heading(item, found, m, limit)
            or _quoted_before(item, found, m, limit)
            or _moved_sentence(item, found, m, limit, verbs(patterns))
        ):
            continue
        for rule in rules:
            place = _words(item, m, rule.regex, limit, bool(rule.set["type"]))
            if place is None:
                continue
            words, named = place, rule.set["type"] or _headed_as(item, m)
            result, at = result_behind(item, words[1], limit, named or "motion")
            between = _DECIDED.search(item.text, m.end, words[0]) is not None
            resolved = between or _DECIDED.search(item.text, words[1], limit) is not None
            if not named and resolved and result != "lost":
                if between or not _apart(item, words, limit):
                    break
                named = "motion"
            if not named and result is None and (m.moved_by is None or m.seconded_by is None):
                break
            _enter(item, found, m, words, named, result, resolved, rule.id, verbs(patterns), at)
            break
        else:
            _headed(item, found, m, limit)
    if any(motion.type == "amendment" for motion in found.motions):
        _against_amendment(found)
    settle(item, found.motions)
    return found


def _apart(item: ItemText, words: Place, limit: int) -> bool:
    """Does a motion in quotation marks stand apart from the resolution, in other words than it?"""
    if item.text[words[0]] != '"':
        return False
    said = " ".join(item.text[words[0] + 1 : words[1]].split()).casefold()
    later = " ".join(item.text[words[1] : limit].split()).casefold()
    return len(said) > _QUOTED and said[:_QUOTED] not in later


def _headed(item: ItemText, found: Found, m: Movers, limit: int) -> None:
    """'As an AMENDMENT, Mr Lund, seconded by Mr Pike, moved no change to the order': the words are whatever was moved."""
    kind, sentence = _headed_as(item, m), item.sentence_at(m.start)
    if not kind or sentence is None or not _AS.match(item.text, sentence.start, m.start):
        return
    start = m.end + 1
    if sentence.end - start > _SHORTEST and item.text[m.end] == " ":
        result, _ = result_behind(item, sentence.end, limit, kind)
        found.motions.append(
            Motion(
                (start, sentence.end), kind, "parse.motion.headed", _who(m.moved_by), _who(m.seconded_by), None, result
            )
        )


def _against_amendment(found: Found) -> None:
    """Where an amendment was put, what was moved before it is a motion too ('moved that the application be approved')."""
    kept: list[Decision] = []
    for decision in found.carried:
        if decision.rule == "parse.motion.that" and decision.place < found.motions[-1].place:
            place = (decision.clauses[0].place[0], decision.clauses[-1].place[1])
            found.motions.append(
                Motion(place, "motion", decision.rule, decision.moved_by, decision.seconded_by, None, None)
            )
        else:
            kept.append(decision)
    found.carried = kept
    found.motions.sort(key=lambda m: m.place)


def _below_heading(item: ItemText, found: Found, m: Movers, limit: int) -> bool:
    """'Motion' on a line of its own, the words below it, and then 'Moved by A, seconded by B': Scottish councils."""
    k = item.paragraph_at(m.start)
    movers = item.paragraphs[k]
    if not _MOVERS_LINE.match(item.text, movers.at, m.end) or movers.end - m.end > _SHORTEST:
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
        kind = named["kind"].casefold()
        result, _ = result_behind(item, movers.end, limit, kind)
        rule = "parse.motion.below-heading"
        found.motions.append(Motion(words, kind, rule, _who(m.moved_by), _who(m.seconded_by), None, result))
        return True
    return False


def _quoted_before(item: ItemText, found: Found, m: Movers, limit: int) -> bool:
    """'"That the Council put a roundabout ..."' and in the next paragraph 'The motion was proposed by A and seconded by B.'"""
    k = item.paragraph_at(m.start)
    sentence = item.sentence_at(m.start)
    if k == 0 or sentence is None:
        return False
    named = re.compile(r"(?:the|this) (?P<kind>motion|amendment)\b", re.IGNORECASE).match(
        item.text, sentence.start, m.start
    )
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
            _who(m.moved_by),
            _who(m.seconded_by),
            None,
            result,
        )
    )
    return True


def _put_first(item: ItemText, found: Found, m: Movers, following: list[Movers]) -> bool:
    """'Cllr Lund proposed that the fee be £5. This was seconded by Cllr Pike.', then an amendment to it, or a division and
    what was resolved in other words.
    """
    sentence = item.sentence_at(m.start)
    if sentence is None or m.moved_by is None or m.seconded_by is None:
        return False
    moved = _PROPOSED_THAT.match(item.text, m.moved_by.end, sentence.end)
    limit = following[0].start if following else item.hi
    if moved is None or limit < sentence.end:
        return False
    amended = following and _AMENDMENT.search(item.text, limit, min(item.hi, following[0].end + _SHORTEST))
    if not amended:
        divided = _DIVISION.search(item.text, sentence.end, limit)
        if divided is None or _AGREED_AGAIN.search(item.text, divided.end(), item.hi) is None:
            return False
    seconded = _AND_SECONDED.search(item.text, moved.end(), sentence.end)
    words = (moved.start("words"), seconded.start() if seconded else sentence.end)
    result, _ = result_behind(item, m.end, limit, "motion")
    found.motions.append(
        Motion(words, "motion", "parse.motion.put-first", _who(m.moved_by), _who(m.seconded_by), None, result)
    )
    return True


def _moved_sentence(item: ItemText, found: Found, m: Movers, limit: int, lemmas: Verbs) -> bool:
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
    opens = sentence.start
    if _SPLICED.fullmatch(item.text, sentence.start, m.start):
        opens = m.start
    whole = (opens, sentence.end)
    amends = re.compile(r" to amend\b").match(item.text, moved.end("verb")) is not None
    kind = "amendment" if amends else "motion"
    result, at = result_behind(item, moved.end(), limit, kind)
    if amends or result in ("lost", "withdrawn"):
        found.motions.append(
            Motion(whole, kind, "parse.motion.moved-sentence", _who(m.moved_by), _who(m.seconded_by), None, result)
        )
        return True
    between = m.seconded_by is not None and moved.end("verb") < m.seconded_by.start < sentence.end
    if (
        not between
        or _DECIDED.search(item.text, sentence.end, min(limit, sentence.end + 200))
        or re.match(r"\W*(?:and|,)", item.text[moved.end("verb") : m.seconded_by.start if m.seconded_by else 0])
        or re.search(r"\b(?:agreed|resolved)\b", item.text[slice(*whole)])
    ):
        return False
    clause = Clause(
        whole,
        None,
        lemmas.operative(item.text[moved.end("verb") : sentence.end]) or "propose",
        "parse.motion.moved-sentence",
    )
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
            moved_by=_who(m.moved_by),
            seconded_by=_who(m.seconded_by),
        )
    )
    return True


def _enter(
    item: ItemText,
    found: Found,
    m: Movers,
    words: Place,
    named: str,
    result: str | None,
    resolved: bool,
    rule: str,
    lemmas: Verbs,
    at: int,
) -> None:
    quoted = item.text[words[0]] == '"' or item.text[words[0] - 1] == '"'
    named = named or _headed_as(item, m)
    if named == "" and result is None and _resolved_later(item, words):
        named, result = "motion", "carried"
    sentence = item.sentence_at(m.start)
    if (
        named == ""
        and sentence is not None
        and (item.text[words[0] - 3 : words[0]].strip() == "to" or rule == _GERUND)
        and sentence.start <= m.start < words[1] <= sentence.end + 1
    ):
        words = (
            sentence.start,
            words[1],
        )  # 'Boyle moved, second by Cantu, to approve the agenda': the sentence is the clause
    if (named == "" and result in ("carried", None)) or (
        named == "motion" and result == "carried" and not resolved and not quoted
    ):
        start = words[0]
        reader = ClauseReader(item, lemmas, rule)
        if item.text[start - 5 : start].casefold().startswith("that"):
            start -= 5
        block = reader.block(start)
        clauses, lead = block.clauses, block.lead_in
        if abs(block.end - words[1]) > 4 and not (block.end > words[1] and len(clauses) > 1):
            clauses, lead = [Clause((start, words[1]), None, lemmas.operative(item.text[start : words[1]]), rule)], None
        words = (start, max(words[1], block.end if len(clauses) > 1 else 0))
        near = item.text.count("\n", words[1], at) <= 1
        sentence = item.sentence_at(at)
        end = max(words[1], m.end, sentence.end if near and sentence is not None else 0)
        found.carried.append(
            Decision(
                (min(m.start, start), end),
                "resolution",
                None,
                rule,
                clauses,
                lead,
                moved_by=_who(m.moved_by),
                seconded_by=_who(m.seconded_by),
            )
        )
        return
    if item.text[words[0] - 5 : words[0]].casefold() == "that ":
        words = (words[0] - 5, words[1])
    found.motions.append(Motion(words, named or "motion", rule, _who(m.moved_by), _who(m.seconded_by), None, result))


def _headed_as(item: ItemText, m: Movers) -> str:
    """'AMENDMENT' on the line above the movers, 'As an amendment, Cllr Lund, seconded by Cllr Pike, moved that'."""
    k = item.paragraph_at(m.start)
    words = item.text[max(item.paragraphs[k].start, m.start - 60) : m.end]
    if re.search(r"\bas an(?: \w+)? amendment\b|\bby way of (?:an )?amendment\b", words, re.IGNORECASE):
        return "amendment"
    if re.match(r"as a motion,|motion (?:moved|proposed|submitted) by\b", words, re.IGNORECASE):
        return "motion"
    sentence = item.sentence_at(m.start)
    if sentence is not None and _NOTICE.search(item.text, sentence.start, m.end):
        return "motion"  # 'the following Notice of Motion, which was adopted on the proposition of A:'
    line = item.text[item.paragraphs[k - 1].start : item.paragraphs[k - 1].end] if k else ""
    return "amendment" if re.fullmatch(r"(?:\w+ )?amendment(?: (?:no\.? ?)?\d+)?\W*", line, re.IGNORECASE) else ""


def _resolved_later(item: ItemText, words: Place) -> bool:
    """The same words stand again under a later 'RESOLVED'."""
    text = item.text[slice(*words)]
    later = item.text[words[1] : item.hi]
    return _DECIDED.search(later) is not None and len(text) > 20 and text[:60] in later


def _who(mention: Mention | None) -> Person | None:
    return mention.person if mention is not None else None


def _words(item: ItemText, m: Movers, regex: re.Pattern[str], limit: int, named: bool) -> Place | None:
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
