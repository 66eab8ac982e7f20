"""What the meeting decided: blocks behind a cue, and sentences in the meeting's own voice."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.parse.clauses import ClauseReader, leaves
from minutes_extract.parse.reasons import reasons_below
from minutes_extract.parse.verbs import verbs
from minutes_extract.records import Clause, Decision, Place
from minutes_extract.rules import Patterns, Rule

_PERSON = re.compile(
    r"^(?:the )?(?:cllrs?|councill?ors?|mr|mrs|ms|miss|dr|sir|mayor|he|she|they|it|a member|members? (?:asked|said)|the chair(?:man)?|(?:corporate )?director|officers?|head of)\b",
    re.IGNORECASE,
)
# behind 'Decision:' some pages print what happened, not what was decided
_NO_DECISION = re.compile(
    r"the purpose of (?:this|the) |(?:further )?consideration was given to |(?:the )?[\w' ]{2,60}? (?:introduced|presented|considered|discussed|outlined|explained|reported)\b|"
    r"(?:an? )?apolog|there (?:were|was) no|no (?:apologies|declarations|items|questions)|the chair(?:man|person)? (?:advised|welcomed|informed|announced)|not applicable|councill?ors? \w+ declared",
    re.IGNORECASE,
)
# noted, but decided by nobody
_NO_BUSINESS = re.compile(
    r"\bnext meeting\b|\b(?:be|was|were|been) late\b|\bapolog(?:y|ies)\b|\bsubstitut\w+|\bdeclar(?:ed|ations?)\b|\bthere were no\b",
    re.IGNORECASE,
)
# another meeting than this one: 'At the workshop it was agreed that'
_ELSEWHERE = re.compile(
    r"\b(?:at|in|during) (?:the|a|an|its|their) (?:[\w-]+ ){0,3}?(?:meeting|workshop|session|visit|conference)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"the following [^:\n]{3,80}: (?=\S)", re.IGNORECASE)
_OF_MOTION = re.compile(r"(?:with [^.\n]{3,60} )?(?:the|this) (?:\w+ )?(?:motion|amendment)s?\b", re.IGNORECASE)
_PASSED = re.compile(
    r"\b(?:pass(?:ed|es)|carried|approved|adopted|agreed|all (?:in favou?r|ayes?)|ayes? all|unanimous\w*|\d+\s?-\s?\d+|seconded)\b",
    re.IGNORECASE,
)
# the result in the sentence itself, behind the movers: ', all aye', '; motion carried', 'which passed unanimously'
_PASSED_WITHIN = re.compile(
    r"(?:[,;]| -) (?:which |and )?(?:was |were )?(?:unanimously )?(?:the )?(?:motion )?"
    r"(?:pass(?:ed|es)|carrie[ds]|approved|adopted|accepted|all (?:in favou?r|agreed|ayes?|voted)|ayes? all|unanimous\w*|\d+\s?-\s?\d+)\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"\s*(?:It was |It was therefore )?(?:RESOLVED|Resolved)\b")
_SECONDED = re.compile(
    r"[^.\n]{0,60}\bseconded\b", re.IGNORECASE
)  # 'Cllr Pike seconded the proposal', 'This was seconded'
_LOST = re.compile(r"\b(?:fail(?:ed|s)?|lost|defeated|not carried|withdrawn|fell|died)\b", re.IGNORECASE)

_ALTERNATIVES = re.compile(
    r"(?:any )?(?:details of (?:any )?)?(?:alternative|other) options? (?:that were )?(?:considered|rejected|not chosen)[\w ]{0,30}:?",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"\bas amended\b|\bamended (?:motion|proposal)\b|\bsubstantive\b", re.IGNORECASE)
_MOTION_TO = re.compile(r"\bmotion to (\w+)\b[^.]*\bcarried\b")
_CHOSEN = ("elected", "appointed", "re-elected", "re-appointed")
_BE_CHOSEN = re.compile(
    r"resolved\W{1,4}that (?P<who>[^.\n]{3,60}?) be (?:duly )?(?:re-?)?(?:elected|appointed)(?: as)?(?: the)? (?P<post>[\w-]+)",
    re.IGNORECASE,
)
_IN_SENTENCES = ("sentence", "within", "closing", "moved", "planning")  # forms of rules that are tried on a sentence


def find_decisions(item: ItemText, patterns: Patterns, taken: list[Place]) -> list[Decision]:
    """The decisions of an item in document order. `taken`: ranges that state a motion put, not a decision."""
    reader = _DecisionReader(item, patterns, taken)
    return reader.run()


class _DecisionReader:
    def __init__(self, item: ItemText, patterns: Patterns, taken: list[Place]) -> None:
        self.item = item
        self.text = item.text
        self.verbs = verbs(patterns)
        self.patterns = patterns
        rules = patterns.near("parse.decision", self.text, item.lo, item.hi)
        self.results = [r for r in rules if r.form == "result"]
        self.bare = [r for r in rules if r.form == "bare"]
        self.blocks = [r for r in rules if r.form == "block"]
        self.paragraph_rules = [r for r in rules if r.form == "paragraph"]
        self.words = [r for r in rules if r.form == "word"]
        self.put = bool(taken)
        self.found: list[Decision] = []
        self.lo = item.section.lo
        self.taken = bytearray(item.section.hi - self.lo)  # 1 where a record has the character
        for place in (*taken, *self._not_chosen()):
            self._take(place)

    def _not_chosen(self) -> list[Place]:
        """What stands below 'Alternative options considered': 'To do nothing. This was rejected because costs would rise.'"""
        paragraphs = self.item.paragraphs
        places: list[Place] = []
        for k, p in enumerate(paragraphs):
            if _ALTERNATIVES.fullmatch(self.text, p.at, p.end):
                below = next((q for q in paragraphs[k + 1 : k + 3] if q.end > q.at), None)
                places += [(below.start, below.end)] if below is not None else []
        return places

    def run(self) -> list[Decision]:
        self._by_blocks()
        self._by_results()
        self._by_paragraphs()
        self._by_sentences()
        for rule in self.words:
            self._by_words(rule)
        self.found.sort(key=lambda d: d.place)
        self.found = [d for k, d in enumerate(self.found) if not self._resolved_behind(d, self.found[k + 1 : k + 2])]
        return self.found

    def _resolved_behind(self, told: Decision, behind: list[Decision]) -> bool:
        """'Mr Lund was duly elected Chair.' and right behind it 'RESOLVED: That Mr Lund be elected Chair.'"""
        if told.cue is None or self.text[slice(*told.cue)] not in _CHOSEN or not behind:
            return False
        named = _BE_CHOSEN.match(self.text, *behind[0].place)
        words = self.text[slice(*told.place)]
        return (
            named is not None
            and named["who"] in words
            and bool(re.search(rf"(?<![\w-]){re.escape(named['post'])}\b", words))
        )

    @staticmethod
    def _cue(match: re.Match[str]) -> Place:
        """The words that mark the decision; a rule with two forms prints them in either of two groups."""
        groups = match.groupdict()
        return match.span("cue" if groups.get("cue") else "cue2")

    def _word(self, match: re.Match[str]) -> str:
        return self.text[slice(*self._cue(match))]

    def _free(self, start: int, end: int) -> bool:
        return self.taken.find(1, max(0, start - self.lo), max(0, end - self.lo)) < 0

    def _take(self, place: Place) -> None:
        lo, hi = (min(max(0, at - self.lo), len(self.taken)) for at in place)
        self.taken[lo:hi] = b"\1" * (hi - lo)

    def _by_blocks(self) -> None:
        """Blocks in order of their cues; a cue inside a block is part of it."""
        cues: list[tuple[int, int, re.Match[str], Rule]] = []
        for rule in self.blocks:
            cues += [
                (m.start(), -m.end(), m, rule)
                for m in self.patterns.matches(rule, self.text, self.item.lo, self.item.hi)
                if m.end() > m.start()
            ]
        cues.sort(key=lambda c: (c[0], c[1]))
        for k, (start, _, match, rule) in enumerate(cues):
            if not self._free(start, match.end()):
                continue
            limit = next((c[0] for c in cues[k + 1 :] if c[0] >= match.end()), None)
            self._block(match, rule, limit)

    def _block(self, match: re.Match[str], rule: Rule, limit: int | None) -> None:
        cue = self._cue(match)
        reader = ClauseReader(self.item, self.verbs, rule.id)
        block = reader.block(min(match.end(), self.item.hi - 1), limit)
        if not block.clauses:
            return
        first = self.text[slice(*block.clauses[0].place)]
        if re.match(r"no (?:recommendation|decision|resolution)s?\b", first, re.IGNORECASE):
            self._add(
                Decision(
                    (cue[0], block.end), "none", cue, rule.id, [Clause(block.clauses[0].place, None, None, rule.id)]
                )
            )
            return
        if re.fullmatch(r"(?=\D*\d)[\d/. ()a-z-]{2,24}", first):
            return  # 'Resolved 16/09/6/15.1': the number of the minute, not the words
        if rule.id == "parse.decision.label" and _NO_DECISION.match(first):
            return
        if re.match(r"(?:\(?for information|none\b|n/a\b|see )", first, re.IGNORECASE) and len(first) < 40:
            return
        kind = (
            "recommendation"
            if rule.set.get("type") == "recommendation"
            or re.match(r"\W*(?:that it be )?(?:to )?recommend(?:ed)?\b", first, re.IGNORECASE)
            else "resolution"
        )
        decision = Decision(
            (cue[0], block.end), kind, cue, rule.id, block.clauses, block.lead_in, reasons=block.reasons
        )
        told = self.verbs.lemma(self.text[slice(*cue)].split()[-1])
        for clause in leaves(block.clauses):
            if clause.verb is None and told not in ("resolve", "decide"):
                clause.verb = told  # 'AGREED: the third Thursday of the month'
        self._add(decision)

    def _add(self, decision: Decision) -> None:
        self.found.append(decision)
        self._take(decision.place)

    def _by_results(self) -> None:
        """'CARRIED' on a line of its own: the nearest paragraph before it that begins 'That' is what was carried."""
        paragraphs = self.item.paragraphs
        for rule in self.results:
            for k, p in enumerate(paragraphs):
                match = rule.regex.match(self.text, p.start, p.end)
                if match is None or not self._free(p.start, p.end):
                    continue
                for before in reversed(paragraphs[max(0, k - 14) : k]):
                    if not self._free(before.start, before.end):
                        break
                    if self.text[before.at : before.at + 5].casefold() == "that ":
                        block = ClauseReader(self.item, self.verbs, rule.id).block(before.at, p.start)
                        self._add(
                            Decision(
                                (before.at, block.end),
                                "resolution",
                                self._cue(match),
                                rule.id,
                                block.clauses,
                                block.lead_in,
                            )
                        )
                        break

    def _by_paragraphs(self) -> None:
        for rule in self.bare:
            for p in self.item.paragraphs:
                if (
                    p.label is None
                    and not p.bullet
                    and self._free(p.start, p.end)
                    and rule.regex.match(self.text, p.at, p.end)
                ):
                    block = ClauseReader(self.item, self.verbs, rule.id).block(p.at)
                    self._add(Decision((p.at, block.end), "resolution", None, rule.id, block.clauses, block.lead_in))
        for rule in self.paragraph_rules:
            for p in self.item.paragraphs:
                match = rule.regex.match(self.text, p.at, p.end)
                if match is None or not self._free(p.start, p.end):
                    continue
                block = ClauseReader(self.item, self.verbs, rule.id).block(p.at)
                self._add(Decision((p.at, block.end), "resolution", None, rule.id, block.clauses, block.lead_in))

    def _by_words(self, rule: Rule) -> None:
        """A sentence of one word: 'NOTED', 'Agreed.' at the end of a paragraph."""
        for sentence in self.item.sentences:
            match = rule.regex.fullmatch(self.text, sentence.start, sentence.end)
            if match is None or not self._free(sentence.start, sentence.end):
                continue
            verb = self.verbs.lemma(re.split(r"[ .]", self._word(match))[0])
            paragraph = self.item.paragraphs[sentence.paragraph]
            told = any(
                paragraph.start <= d.place[0] < sentence.start and sentence.start - d.place[1] < 120 for d in self.found
            )
            told = told or any(0 <= sentence.start - d.place[1] < 3 for d in self.found)
            if told and verb != "note":
                continue  # 'No objection. Proposed WS, seconded GSC. AGREED.': the word repeats what the paragraph decided
            place = self._cue(match)
            self._add(
                Decision(
                    (place[0], sentence.end),
                    "resolution",
                    place,
                    rule.id,
                    [Clause((place[0], sentence.end), None, verb, rule.id)],
                )
            )

    def _by_sentences(self) -> None:
        sentences = self.item.sentences
        for k, sentence in enumerate(sentences):
            if not self._free(sentence.start, sentence.end) or sentence.end - sentence.start > 3000:
                continue
            for rule in self.patterns.near("parse.decision", self.text, sentence.start, sentence.end):
                if rule.form not in _IN_SENTENCES:
                    continue
                find = rule.regex.search if rule.form == "within" else rule.regex.match
                match = find(self.text, sentence.start, sentence.end)
                if match is not None and self._fits(rule, sentence, k, match):
                    self._sentence(rule, sentence, match)
                    break

    def _fits(self, rule: Rule, sentence: Sentence, k: int, match: re.Match[str]) -> bool:
        sentences = self.item.sentences
        if rule.id == "parse.decision.put-carried":
            return self._decides_alone(sentence)
        if self.put and _OF_MOTION.match(self.text, sentence.start, sentence.end):
            return False  # 'The motion was agreed unanimously': the result of a motion that is recorded as such
        if rule.form == "closing":
            if _NO_BUSINESS.search(match[0]):
                return False
            return "NOTED" in self._word(match) or (k == len(sentences) - 1 and len(sentences) <= 3)
        if rule.id.startswith("parse.decision.participle") and self._word(match) == "Noted":
            return k == len(sentences) - 1  # among points of discussion it is discussion
        if rule.id == "parse.decision.proposed-and-agreed" and re.search(
            r"\bmotion\b", self.text[sentence.start : match.end()], re.IGNORECASE
        ):
            return not _RESOLVED.match(self.text, sentence.end, self.item.hi)  # printed again as the resolution
        if rule.form == "planning":
            return (
                self.item.section.kind == "planning"
                or bool(self.item.section.references)
                or bool(
                    re.search(
                        r"\bapplication\b|\d{2}/\d{4,6}/",
                        self.text[max(self.item.lo, sentence.start - 400) : sentence.start],
                        re.IGNORECASE,
                    )
                )
            )
        if rule.form == "moved":
            ahead = self.text[sentence.end : min(self.item.hi, sentence.end + 400)]
            if self._word(match) == "proposed" and not _SECONDED.match(ahead):
                return False
            if _PASSED_WITHIN.search(self.text, match.end("cue"), sentence.end):
                return True
            return bool(_PASSED.search(ahead)) and not _LOST.search(ahead.split("\n\n")[0][:220])
        if rule.id in ("parse.decision.passive", "parse.decision.minutes-approved"):
            return not _PERSON.match(self.text[sentence.start : sentence.end])
        if rule.id == "parse.decision.this-was-agreed" and _OF_MOTION.match(self.text, sentence.start, sentence.end):
            return not any(  # 'The motion was carried.', and right behind it the resolution
                d.place[0] >= sentence.end and _RESOLVED.match(self.text, *d.place) for d in self.found
            )
        if rule.id == "parse.decision.it-was-agreed" and sentence.start < match.start():
            before = self.text[sentence.start : match.start()]
            if _ELSEWHERE.search(before):
                return False
            return not re.search(
                r"\b(?:said|reported|noted|advised|that|as|when|which|where|stated|explained)\s*$", before.rstrip(" ,")
            )
        return True

    def _decides_alone(self, sentence: Sentence) -> bool:
        """'The motion was put and carried' only tells the vote where the motion or a resolution is printed; one that was
        amended is printed nowhere as it was carried."""
        if any(d.place[0] >= sentence.end or _RESOLVED.match(self.text, *d.place) for d in self.found):
            return False
        return not self.put or _AMENDED.search(self.text, sentence.start, sentence.end) is not None

    def _sentence(self, rule: Rule, sentence: Sentence, match: re.Match[str]) -> None:
        place = match.span("clause" if match["clause"] is not None else "clause2")
        end = min(place[1], sentence.end)
        if listed := _FOLLOWING.match(self.text, place[0], end):
            place = (listed.end(), end)  # 'The following donations were agreed: A - £100, B - £50'
        reader = ClauseReader(self.item, self.verbs, rule.id)
        paragraph = self.item.paragraphs[sentence.paragraph]
        if self.text[end - 1] in ":-" and end == paragraph.end:
            block = reader.block(place[0])
            clauses, lead, end = block.clauses, block.lead_in, max(block.end, end)
        else:
            verb = self.verbs.operative(self.text[place[0] : end])
            if put := _MOTION_TO.search(self.text, place[0], end):
                verb = self.verbs.lemma(put[1]) or verb  # 'A motion to note the report was proposed and carried.'
            if rule.set.get("type") == "none" or rule.form == "planning":
                verb = None
            elif rule.form == "closing":
                verb = "note"
            clauses, lead = (
                [
                    Clause(
                        (place[0], end),
                        None,
                        verb or self.verbs.lemma(self._word(match))
                        if rule.set.get("type") != "none" and rule.form != "planning"
                        else None,
                        rule.id,
                    )
                ],
                None,
            )
        kind = rule.set.get("type") or (
            "recommendation" if self._word(match).casefold().startswith("recommend") else "resolution"
        )
        start = sentence.start if rule.form == "within" else min(self._cue(match)[0], place[0])
        reasons = reasons_below(self.item, end - 1) if end == paragraph.end else None
        self._add(Decision((start, end), kind, self._cue(match), rule.id, clauses, lead, reasons=reasons))
