"""Does a sentence that a rule matches decide, or does it only tell: what someone said, another meeting did, a vote gave?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.records import Decision
from minutes_extract.rules import Rule

_PERSON = later(
    r"^(?:the )?(?:cllrs?|councill?ors?|mr|mrs|ms|miss|dr|sir|mayor|he|she|they|it|a member|members? (?:asked|said)|the chair(?:man)?|(?:corporate )?director|officers?|head of)\b",
    re.IGNORECASE,
)
# noted, but decided by nobody
_NO_BUSINESS = later(
    r"\bnext meeting\b|\b(?:be|was|were|been) late\b|\bapolog(?:y|ies)\b|\bsubstitut\w+|\bdeclar(?:ed|ations?)\b|\bthere were no\b",
    re.IGNORECASE,
)
# another meeting than this one: 'At the workshop it was agreed that'
_ELSEWHERE = later(
    r"\b(?:at|in|during) (?:the|a|an|its|their) (?:[\w-]+ ){0,3}?(?:meeting|workshop|session|visit|conference)\b",
    re.IGNORECASE,
)
_OF_MOTION = later(r"(?:with [^.\n]{3,60} )?(?:the|this) (?:\w+ )?(?:motion|amendment)s?\b", re.IGNORECASE)
_PASSED = later(
    r"\b(?:pass(?:ed|es)|carrie[ds]|approved|adopted|agreed|all (?:in favou?r|ayes?)|ayes? all|unanimous\w*|\d+\s?-\s?\d+|seconded(?![^.\n]{0,60} discussed))\b",
    re.IGNORECASE,
)
# the result in the sentence itself, behind the movers: ', all aye', '; motion carried', 'which passed unanimously'
_PASSED_WITHIN = later(
    r"(?:(?:[,;]| -) (?:which |and )?| (?:which|and) )(?:(?:(?:up)?on )?(?:being )?put to (?:the|a) vote,? )?"
    r"(?:and |it |was |were |declared |unanimously |the |motion ){0,4}"
    r"(?:pass(?:ed|es)|carrie[ds]|approved|adopted|accepted|all (?:in favou?r|agreed|ayes?|voted)|ayes? all|unanimous\w*|\d+\s?-\s?\d+)\b",
    re.IGNORECASE,
)
_RESOLVED = later(r"\s*(?:It was |It was therefore )?(?:RESOLVED|Resolved)\b")
# 'Cllr Pike seconded the proposal', 'This was seconded', 'Proposed by Cllr Lund. Seconded by ...', 'Agreed by all.'
_SECONDED = later(
    r"(?:\s*(?:proposed|moved|proposer)(?: by\b|:)[^\n]{3,50}?[.;]\s)?[^.\n]{0,60}\bseconded\b|"
    r"\s*(?:all (?:were )?(?:agreed|in favour)|(?:unanimously )?agreed(?: by all| unanimously)?)\W",
    re.IGNORECASE,
)
# 'Proposed Cllr Lund, seconded Cllr Pike.' between a resolution and 'All in favour.'
_MOVERS_LINE = later(r"[\s.;]*(?:prop|mov)[^\n]{0,70}\b(?:sec|2nd)[^\n]{0,70}", re.IGNORECASE)
# 'Cllr Lund proposed that Cllr Pike be elected', and behind it 'Cllr Pike was elected'
_NOMINATED = later(
    r"\b(?:proposed|nominated|moved|seconded)\b[^.\n]{3,120} be (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b",
    re.IGNORECASE,
)
_BE_CHOSEN = later(r"\bbe (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_WAS_CHOSEN = later(r"\b(?:was|were) (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
# 'Cllr Pike was proposed by Cllr Lund, seconded by Cllr Bell', and behind it 'Cllr Pike was voted Chairman'
_NAMED = ("parse.decision.nominated-by", "parse.decision.proposed-by-seconded-by", "parse.decision.nominates")
_CHOSEN = later(r"\b(?:(?:re-?)?elected|appointed|voted (?:in|as))\b", re.IGNORECASE)
# 'Cllr Pike was proposed by Cllr Lund', and the next one by another
_PUT_UP = later(
    r"\b(?:was|were) (?:proposed|nominated) by\b|\bnominated (?:Cllr|Councillor|Cr|Mrs?|Ms|Dr)\b", re.IGNORECASE
)
# 'All approved.' behind what was moved and seconded
_ECHO = later(r"all(?: \w+){0,2} (?:approved|accepted|adopted)\W*", re.IGNORECASE)
_SECOND = later(r"\bsecond(?:ed|s)?\b|\b2nd\b", re.IGNORECASE)
_LOST = later(r"\b(?:fail(?:ed|s|ing)?|lost|defeated|not carried|withdrawn|(?-i:fell|FELL)|died)\b", re.IGNORECASE)
_AMENDED = later(r"\bas amended\b|\bamended (?:motion|proposal)\b|\bsubstantive\b", re.IGNORECASE)
_MOTION = later(r"\bmotion\b", re.IGNORECASE)
_APPLIED = later(r"\bapplication\b|\d{2}/\d{4,6}/", re.IGNORECASE)
_OF_MINUTES = ("parse.decision.minutes-approved", "parse.decision.minutes-elided", "parse.decision.passive")
_MOVED = later(r"\b(?:moved|motioned|motion) (?:to|that|for)\b[^;]{3,260}\bsecond")
_SHORT = 90  # characters of a sentence that tells no more than a result
_SAID = later(r"\b(?:said|reported|noted|advised|that|as|when|which|where|stated|explained)\s*$")
_AHEAD = 400  # characters around a sentence in which the text says what it was about and what became of it
_RESULT = 220  # characters in which a motion is told to have been lost
_NEXT = 3  # characters between two sentences
_CHOICE = 120  # characters in which a nomination is told to have been carried out
_CLOSING = 3  # sentences of an item that a note alone may close


# behind 'Decision:' some pages print what happened, not what was decided
_NO_DECISION = later(
    r"the purpose of (?:this|the) |(?:further )?consideration was given to |(?:the )?[\w' ]{2,60}? (?:introduced|presented|considered|discussed|outlined|explained|reported|reviewed)\b|"
    r"(?:an? )?apolog|there (?:were|was) no|no (?:apologies|declarations|items|questions)|the chair(?:man|person|woman)? (?:advised|welcomed|informed|announced|noted|opened|thanked|reminded|stated)|not applicable|members (?:considered|discussed|asked)\b|"
    r"(?:cllrs?|councill?ors?|alderm[ae]n|m(?:r|rs|s|iss)|dr|the (?:leader|mayor|provost|convener))\b(?:[^.:\n]|\.(?= ?[A-Z])){0,80}? (?:declared|disclosed)\b",
    re.IGNORECASE,
)
_NUMBER = later(r"(?=\D*\d)[\d/. ()a-z-]{2,24}")  # 'Resolved 16/09/6/15.1': the number of the minute, not the words
_EMPTY = later(r"(?:\(?for information|none\b|n/a\b|see )[^\n]{0,30}\Z", re.IGNORECASE)


def nothing_said(words: str, *, label: bool) -> bool:
    """Do the words behind a cue say nothing that was decided? `label`: the cue is no more than 'Decision:'."""
    if label and _NO_DECISION.match(words):
        return True
    return _NUMBER.fullmatch(words) is not None or _EMPTY.match(words) is not None


def repeats(text: str, decision: Decision, sentence: Sentence) -> bool:
    """Does the sentence stand right behind the decision, or behind the line of its movers?"""
    behind = sentence.start - decision.place[1]
    return 0 <= behind < _NEXT or (
        behind > 0 and _MOVERS_LINE.fullmatch(text, decision.place[1], sentence.start) is not None
    )


@dataclass(slots=True)
class Verdict:
    """Judges the sentences of one item. `put`: a motion is recorded in it; `found`: its decisions so far."""

    item: ItemText
    put: bool
    found: list[Decision]

    def decides(self, rule: Rule, sentence: Sentence, k: int, match: re.Match[str], word: str) -> bool:
        """Does sentence k decide, of which a rule marks this word?"""
        text, last = self.item.text, k == len(self.item.sentences) - 1
        if rule.id == "parse.decision.put-carried":
            return self._alone(sentence)
        if self.put and _OF_MOTION.match(text, sentence.start, sentence.end):
            return False  # 'The motion was agreed unanimously': the result of a motion that is recorded as such
        if self._nominated(sentence):
            return False
        if _ECHO.fullmatch(text, sentence.start, sentence.end):
            return _SECOND.search(text, max(self.item.lo, sentence.start - _SHORT), sentence.start) is None
        if rule.form == "closing":
            ends = last and len(self.item.sentences) <= _CLOSING
            return not _NO_BUSINESS.search(match[0]) and ("NOTED" in word or ends)
        if rule.form == "planning":
            return self._of_application(sentence)
        if rule.id in _NAMED:
            rivals = len(self.item.places(_PUT_UP)) > 1
            near = _CHOSEN.search(text, sentence.end, min(self.item.hi, sentence.end + _CHOICE))
            if near or (rivals and self.item.stands_behind(_CHOSEN, sentence.end)):
                return False
        if rule.form == "moved":
            return self._passed(sentence, match, word)
        if rule.id == "parse.decision.body-does":
            return last  # in the present tense it may as well be what an agenda asks for
        if rule.id.startswith("parse.decision.participle") and word == "Noted":
            return last  # among points of discussion it is discussion
        if rule.id == "parse.decision.proposed-and-agreed" and _MOTION.search(text, sentence.start, match.end()):
            return not _RESOLVED.match(text, sentence.end, self.item.hi)  # printed again as the resolution
        if rule.id == "parse.decision.elected" and _NOMINATED.search(text, sentence.start, match.end()):
            return not _WAS_CHOSEN.search(text, sentence.end, min(self.item.hi, sentence.end + _CHOICE))
        if rule.id in _OF_MINUTES and self._moved_before(sentence):
            return False  # 'Mr Lund moved to approve the minutes. Mrs Pike seconded. The minutes were approved by all.'
        if rule.id in ("parse.decision.passive", "parse.decision.minutes-approved"):
            begins = text[sentence.start : sentence.end]
            return not _PERSON.match(begins) and not _ELSEWHERE.match(begins)
        if rule.id == "parse.decision.this-was-agreed" and _OF_MOTION.match(text, sentence.start, sentence.end):
            return not self._resolved_behind(sentence)  # 'The motion was carried.', and behind it the resolution
        if rule.id == "parse.decision.it-was-agreed" and sentence.start < match.start():
            before = text[sentence.start : match.start()]
            return not _ELSEWHERE.search(before) and not _SAID.search(before.rstrip(" ,"))
        return True

    def _moved_before(self, sentence: Sentence) -> bool:
        """Does a short sentence only tell that the minutes were approved, as somebody had moved right before it?"""
        text, start = self.item.text, sentence.start
        said = text[start : sentence.end].casefold()
        if len(said) > _SHORT or "minutes" not in said or any(map(str.isdigit, said)):
            return False
        moved = _MOVED.search(text, max(self.item.lo, start - _AHEAD), start)
        return moved is not None and "minutes" in moved[0].casefold()

    def _alone(self, sentence: Sentence) -> bool:
        """'The motion was put and carried' only tells the vote where the motion or a resolution is printed; one that was
        amended is printed nowhere as it was carried."""
        behind = any(d.place[0] >= sentence.end for d in self.found)
        if behind or any(_RESOLVED.match(self.item.text, *d.place) for d in self.found):
            return False
        return not self.put or _AMENDED.search(self.item.text, sentence.start, sentence.end) is not None

    def _nominated(self, sentence: Sentence) -> bool:
        """Does it only put somebody forward, whom or another than whom the meeting then resolves to choose?"""
        if not _NOMINATED.search(self.item.text, sentence.start, sentence.end):
            return False
        behind = (d for d in self.found if d.place[0] >= sentence.end)
        return any(_BE_CHOSEN.search(self.item.text, *d.place) for d in behind)

    def _resolved_behind(self, sentence: Sentence) -> bool:
        return any(d.place[0] >= sentence.end and _RESOLVED.match(self.item.text, *d.place) for d in self.found)

    def _of_application(self, sentence: Sentence) -> bool:
        """Is the item, or what stands before the sentence, about an application?"""
        section = self.item.section
        before = max(self.item.lo, sentence.start - _AHEAD)
        told = _APPLIED.search(self.item.text[before : sentence.start])
        return section.kind == "planning" or bool(section.references) or told is not None

    def _passed(self, sentence: Sentence, match: re.Match[str], word: str) -> bool:
        """Was what somebody moved passed, in the sentence or behind it?"""
        ahead = self.item.text[sentence.end : min(self.item.hi, sentence.end + _AHEAD)]
        if word == "proposed" and not (
            _SECONDED.match(ahead) or "second" in self.item.text[match.start() : sentence.end]
        ):
            return False
        if _PASSED_WITHIN.search(self.item.text, match.end("cue"), sentence.end):
            return True
        return bool(_PASSED.search(ahead)) and not _LOST.search(ahead.split("\n\n")[0][:_RESULT])
