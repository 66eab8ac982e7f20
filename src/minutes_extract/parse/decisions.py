"""What the meeting decided: blocks behind a cue, and sentences in the meeting's own voice."""

from __future__ import annotations

import re
from itertools import islice

from minutes_extract.itemtext import LONGEST, ItemText
from minutes_extract.later import later
from minutes_extract.parse.clauses import ClauseReader, leaves
from minutes_extract.parse.lostcue import bare_lists, list_head
from minutes_extract.parse.reasons import not_chosen
from minutes_extract.parse.repeated import elected_again
from minutes_extract.parse.spoken import cue_of, decision_of_sentence
from minutes_extract.parse.underlabel import leads_up, words_at
from minutes_extract.parse.verbs import verbs
from minutes_extract.parse.verdicts import Verdict, nothing_said, repeats
from minutes_extract.records import Clause, Decision, Place
from minutes_extract.rules import Patterns, Rule

_CONDITIONS = later(r"\b(?:subject to|on condition|with the following)\b", re.IGNORECASE)
_LABEL = "parse.decision.label"
_LABEL_WITHIN = "parse.decision.label-within"
_BARE_LIST = "parse.decision.bare-list"
# 'proposed by A, seconded by B and agreed unanimously:' over the words that were agreed
_LED = later(r"\b(?:proposed|moved|seconded|agreed|resolved|carried)\b[^.\n]{0,80}:\s*\Z", re.IGNORECASE)
_BEFORE = 120  # characters before a paragraph in which they stand
_AHEAD = 6  # characters between 'All in favour.' and 'A. Bell duly elected.'
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
        for place in (*taken, *not_chosen(item)):
            self._take(place)

    def run(self) -> list[Decision]:
        self._by_blocks()
        self._by_results()
        self._by_paragraphs()
        self._by_sentences()
        for rule in self.words:
            self._by_words(rule)
        self.found.sort(key=lambda d: d.place)
        beside = [[*self.found[max(0, k - 1) : k], *self.found[k + 1 : k + 2]] for k in range(len(self.found))]
        self.found = [d for d, near in zip(self.found, beside, strict=True) if not elected_again(self.text, d, near)]
        return self.found

    def _word(self, match: re.Match[str]) -> str:
        return self.text[slice(*cue_of(match))]

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
            later = list(islice((cues[i] for i in range(k + 1, len(cues)) if cues[i][0] >= match.end()), 2))
            over = rule.id != _LABEL_WITHIN  # a label over paragraphs, not one inside a paragraph of its own
            if later and over and leads_up(self.text, self._word(match), match.end(), later[0][0], later[0][2][0]):
                continue
            if later and rule.id == _LABEL and self._opens_conditions(later[0][2].end()):
                later = later[1:]
            limit = later[0][0] if later else None
            self._block(match, rule, limit)

    def _opens_conditions(self, at: int) -> bool:
        """'Decision:' / 'The Panel RESOLVED to grant it subject to:': the words behind the cue lead on to the conditions."""
        p = self.item.paragraphs[self.item.paragraph_at(at - 1)]
        return self.text[p.end - 1] == ":" and _CONDITIONS.search(self.text, at, p.end) is not None

    def _block(self, match: re.Match[str], rule: Rule, limit: int | None) -> None:
        cue = cue_of(match)
        if match.end() >= self.item.hi:
            return  # '*Recommended to Council' at the end: the words stand before it
        at = words_at(self.text, self._word(match), match.end(), self.item.hi if limit is None else limit)
        block = ClauseReader(self.item, self.verbs, rule.id).block(at, limit)
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
        if nothing_said(first, label=rule.id == _LABEL):
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
                for j in range(k - 1, max(0, k - 14) - 1, -1):
                    before = paragraphs[j]
                    if not self._free(before.start, before.end):
                        break
                    if self.text[before.at : before.at + 5].casefold() == "that ":
                        first = paragraphs[list_head(paragraphs, j)]
                        at = before.at if first is before else first.start
                        block = ClauseReader(self.item, self.verbs, rule.id).block(at, p.start)
                        self._add(
                            Decision(
                                (at, block.end),
                                "resolution",
                                cue_of(match),
                                rule.id,
                                block.clauses,
                                block.lead_in,
                            )
                        )
                        break

    def _by_paragraphs(self) -> None:
        carried = bool(self.found) and any(d.rule == r.id for d in self.found for r in self.results)
        for rule in [] if carried else self.bare:  # where results are printed, what has none was not carried
            for p in self.item.paragraphs:
                if (
                    p.label is None
                    and not p.bullet
                    and self._free(p.start, p.end)
                    and rule.regex.match(self.text, p.at, p.end)
                    and not _LED.search(self.text, max(self.item.lo, p.start - _BEFORE), p.start)
                ):
                    block = ClauseReader(self.item, self.verbs, rule.id).block(p.at)
                    self._add(Decision((p.at, block.end), "resolution", None, rule.id, block.clauses, block.lead_in))
        if not self.found:
            self._by_bare_lists()
        for rule in self.paragraph_rules:
            for p in self.item.paragraphs:
                match = rule.regex.match(self.text, p.at, p.end)
                if match is None or not self._free(p.start, p.end):
                    continue
                block = ClauseReader(self.item, self.verbs, rule.id).block(p.at)
                self._add(Decision((p.at, block.end), "resolution", None, rule.id, block.clauses, block.lead_in))

    def _by_bare_lists(self) -> None:
        for k in bare_lists(self.item):
            p = self.item.paragraphs[k]
            block = ClauseReader(self.item, self.verbs, _BARE_LIST).block(p.start)
            if block.clauses and self._free(p.start, block.end):
                self._add(Decision((p.start, block.end), "resolution", None, _BARE_LIST, block.clauses, block.lead_in))

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
            told = told or any(repeats(self.text, d, sentence) for d in self.found)
            told = told or (verb is None and any(0 <= d.place[0] - sentence.end < _AHEAD for d in self.found))
            if told and verb != "note":
                continue  # 'No objection. Proposed WS, seconded GSC. AGREED.': the word repeats what the paragraph decided
            place = cue_of(match)
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
        verdict = Verdict(self.item, self.put, self.found)
        for k, sentence in enumerate(self.item.sentences):
            if not self._free(sentence.start, sentence.end) or sentence.end - sentence.start > LONGEST:
                continue
            for rule in self.patterns.near("parse.decision", self.text, sentence.start, sentence.end):
                if rule.form not in _IN_SENTENCES:
                    continue
                find = rule.regex.search if rule.form == "within" else rule.regex.match
                match = find(self.text, sentence.start, sentence.end)
                if match is not None and verdict.decides(rule, sentence, k, match, self._word(match)):
                    self._add(decision_of_sentence(self.item, self.verbs, rule, sentence, match))
                    break
