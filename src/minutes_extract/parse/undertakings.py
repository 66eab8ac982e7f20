"""Undertakings in prose: a person, a post or the officers will do something after the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.parse.due import find_due
from minutes_extract.recognise.people import People
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

# The meeting decides here; its clause orders the deed and is no undertaking.
_DECIDES = re.compile(
    r"\b(?:it was|was|were|and|unanimously|further|also) (?:\w+ly )?(?:agreed|resolved|decided|recommended|carried) (?:\w+ly )?(?:that|to)\b|\bRESOLVED\b|\bAGREED\b|"
    r"\b(?:all|council|members|committee|panel|board|governors|councillors) (?:unanimously )?(?:agreed|resolved|decided) (?:that|to)\b|^\W*(?:resolved|agreed|decided)\b"
)
_SUPPOSES = re.compile(r"\W*(?:if|should|unless|were|whether|had|when|where)\b", re.IGNORECASE)
_PART = re.compile(r";|\s-\s|,\s+(?:and|but|so)\s|,\s(?=(?:the\s)?[A-Z])|\sand\s(?=(?:the\s)?[A-Z])")
_CONDITION = re.compile(r"\b(?:if|should|unless|whether|whilst|suggest(?:ed|ion|s)?|would like|hoped|hopes|proposed that|asked (?:if|whether|how|what|when|why|who)|queried)\b", re.IGNORECASE)
_OLD = re.compile(r"\bactions? (?:arising )?from (?:the )?(?:last|previous)\b", re.IGNORECASE)
_RUN_IN = re.compile(r"(?:^|[.!?]\s)[^.:\n]{1,70}?(?::|\s-)\s+$")
_AT_MEETING = (
    r"(?!(?:be|have|address|speak|present|explain|introduce|read|outline|leave|give|sign|declare|vote|note|comment|confirm|clarify|repeat|withdraw|identify|say|state|agree|approve|"
    r"consider the|consider whether|take the chair|move|second|remain|join|stand|elaborate|expand|describe|summari[sz]e|update (?:members|the (?:committee|panel|council|board|meeting)))\b)"
)
_ASKED_TO = re.compile(rf"(?:\s*\([^()\n]*\))?\s+(?:also |if (?:he|she|they) (?:would|could) )?to\s+{_AT_MEETING}[a-z]+|\s+if (?:he|she|they) (?:would|could)\s+{_AT_MEETING}[a-z]+", re.IGNORECASE)
_ASKED_THAT = re.compile(rf"(?:\s*\([^()\n]*\))?\s+(?:should |would |to )?{_AT_MEETING}(?!were\b|was\b|had\b|is\b|are\b|has\b|could\b|may\b|might\b)[a-z]+(?<!ed)(?<!s)\s", re.IGNORECASE)
_LABEL = re.compile(r"[.;:]\s+\([a-z\d]{1,4}\)\s+")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|needs?|needed|required|asked|agreed|requested|due|expected|likely|proposed|able|said|hopes?|hoped|"
    r"ought|seems?|wish(?:es|ed)?|continues?|continued|intends?|suggested|recommended|may|might|can|could|should|must|plans?|planned|began|advised|noted|reported)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a document tells what is to be done: `past` as reported speech ("would"), else in the present ("will")."""

    past: bool


@lru_cache(maxsize=8)
def style(text: str) -> Style:
    """The style of a whole text, by which of "will" and "would" it uses more."""
    would, will = len(re.findall(r"\bwould\b", text)), len(re.findall(r"\bwill\b", text))
    return Style(would > will)


def find_undertakings(
    item: ItemText, people: People, patterns: Patterns, decided: Iterable[Place], meeting_date: str | None
) -> list[Action]:
    """The undertakings of an item in order, one for a sentence; a sentence part that a decision has claimed gives none."""
    return _Undertakings(item, people, patterns, list(decided), meeting_date).run()


class _Undertakings:
    def __init__(self, item: ItemText, people: People, patterns: Patterns, decided: list[Place], meeting_date: str | None) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.patterns = patterns
        self.decided = decided
        self.date = meeting_date
        self.doers = Doers(item, people, patterns)
        self.style = style(item.text)
        self.rules = patterns.stage("parse.action.undertaking")

    def run(self) -> list[Action]:
        if self.item.section.title and _OLD.search(self.item.section.title):
            return []
        out: list[Action] = []
        for sentence in self.item.sentences:
            paragraph = self.item.paragraphs[sentence.paragraph]
            if _OLD.search(self.text, paragraph.start, sentence.end):
                continue
            found = self._sentence(sentence) or self._also(sentence, out)
            if found is not None:
                out.append(found)
        return out

    def _sentence(self, sentence: Sentence) -> Action | None:
        """The first undertaking of the sentence; owners of further ones in it are joined to it."""
        action: Action | None = None
        for rule in self.rules:
            for match in rule.regex.finditer(self.text, sentence.start, sentence.end):
                doers = self._doers(rule, match, sentence)
                if doers is None or self._barred(match.start(), sentence, rule):
                    continue
                start = doers[0].start if doers and rule.form in ("doer", "bare") else match.start()
                if action is None or (start < action.place[0] and False):
                    action = self._action(rule, match, sentence, doers, start)
                else:
                    self._join(action, doers)
        return action

    def _also(self, sentence: Sentence, before: list[Action]) -> Action | None:
        """'Also to take a first look at the costs': whoever does what stands right before it."""
        if not before or not re.match(r"Also to (?!be\b)[a-z]", self.text[sentence.start : sentence.end]) or self.text[before[-1].place[1] : sentence.start].strip():
            return None
        due = find_due(self.text, sentence.start, sentence.end, self.patterns, self.date)
        return Action(self._place(sentence, sentence.start), before[-1].rule, False, owners=list(before[-1].owners), due=due)

    def _barred(self, at: int, sentence: Sentence, rule: Rule) -> bool:
        """A decision has claimed the place, or the words before it make it a condition or a decision."""
        if any(lo <= at < hi for lo, hi in self.decided):
            return True
        if _DECIDES.search(self.text, sentence.start, at):
            return True
        if rule.form == "request":
            return False
        return bool(_SUPPOSES.match(self.text, sentence.start, at)) or bool(_CONDITION.search(self.text, self._part(sentence.start, at), at))

    def _part(self, lo: int, at: int) -> int:
        """Where the part of the sentence begins that holds `at`: behind a semicolon, a dash, ', and', ', the Clerk'."""
        starts = [m.end() for m in _PART.finditer(self.text, lo, at)]
        return max([lo, at - 90, *starts[-1:]])

    # --- who

    def _doers(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """The doers of a match; an empty list where nobody is named; None where the match is no undertaking."""
        form = rule.form
        if (rule.set.get("style", "") == "past" and not self.style.past) or (rule.set.get("style", "") == "present" and self.style.past):
            return None
        if form == "doer":
            return self._subject(rule, match, sentence)
        if form == "bare":
            return self._bare(match, sentence)
        if form in ("elided", "doer-first"):
            return self._elided(match, sentence)
        if form == "request":
            return self._request(match, sentence)
        if form == "we":
            return self._we(match, sentence)
        return self._passive(rule, match, sentence)

    def _subject(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        found = self.doers.before(sentence.start, match.start())
        if not found:
            return None
        return self._resolved(found, sentence, rule)

    def _resolved(self, found: list[Doer], sentence: Sentence, rule: Rule | None = None) -> list[Doer] | None:
        last = found[-1]
        if last.sort == "group" and rule is not None and "group" in rule.set.get("not", ""):
            if re.fullmatch(r"(?i)(?:all )?(?:councillors|members|governors)|ALL", self.text[last.start : last.end]):
                return None
        if last.sort == "initials" and last.person is None and rule is not None and "unknown" in rule.set.get("not", ""):
            return None
        if last.sort != "pronoun":
            return [d for d in found if d.sort != "pronoun"]
        if self.text[last.start : last.end].lower() == "they":
            return self._they(sentence, last.start)
        whom = self.doers.antecedent(sentence, last.start)
        if whom is None:
            return []
        return [Doer(whom.start, whom.end, whom.person, "pronoun")]

    def _they(self, sentence: Sentence, at: int) -> list[Doer] | None:
        """'They' at the beginning of a sentence means several told of before (nobody is named where they cannot be told)."""
        if at != sentence.start:
            groups = self.people.within(sentence.start, at)
            return [Doer(m.start, m.end, m.person, "person") for m in groups] if len(groups) > 1 else None
        whom = self.doers.antecedent(sentence, at)
        chain = self.doers.before(max(0, whom.start - 90), whom.end) if whom is not None else []
        return chain if len(chain) > 1 else []

    def _bare(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'Clerk to write to Highways': the doer begins the sentence or a part of it."""
        found = self.doers.before(sentence.start, match.start(), plain=True)
        if not found or found[-1].sort == "pronoun":
            return None
        before = self.text[sentence.start : found[0].start].rstrip()
        before = re.sub(r"(?i)\b(?:the|our)$", "", before).rstrip()
        if not before or re.search(r"(?:[:;\-•)\]]|\bresolved)$", before, re.IGNORECASE):
            return found
        known = found[0].sort != "initials" or found[0].person is not None
        if before.endswith(",") and known and not re.search(r",\s[^,]{1,60},$", before):
            return found
        return found if before.endswith("and") and re.search(r"(?:^|[.:;-] ?)[A-Z][\w'. /&]{1,40} to [a-z]", before) else None

    def _elided(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'He did not know, but promised to find out': the subject stands earlier in the sentence."""
        if re.match(r"(?:They|It|This|These|There)\b", self.text[sentence.start : sentence.end]):
            return None
        found = self.doers.subjects(sentence, match.start())
        if not found and (first := self.doers.after(sentence.start, match.start())) is not None and first.sort != "pronoun":
            found = [first]
        return found or None

    def _request(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """The chair or the meeting asks: the doer is the one asked, where one is named."""
        asked = self.doers.asks_for_meeting(sentence.start, match.start())
        if not asked and re.search(r"\b(?:and|also) $", self.text[sentence.start : match.start()]):
            subject = self.doers.subject(sentence, match.start())
            asked = subject is not None and self.doers.chairs(subject.person, subject.text)
        if not asked:
            return None
        if "who" not in match.re.groupindex:
            return []
        doer = self.doers.after(match.start("who"), sentence.end)
        if doer is None:
            return None
        that = re.search(r"\bthat $", match[0][: match.start("who") - match.start()])
        verb = (_ASKED_THAT if that else _ASKED_TO).match(self.text, doer.end, sentence.end)
        return [doer] if verb else None

    def _we(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'We should also ask that Hannah and Ruby draft replies': they are the doers, else nobody is named."""
        if match.start() != sentence.start:
            return None
        that = re.compile(r"[^.\n]{0,60}?\bthat\s+").match(self.text, match.end(), sentence.end)
        first = self.doers.after(that.end(), sentence.end) if that else None
        return self._chain(first, sentence) if first is not None else []

    def _passive(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """Something 'will be circulated': an owner only where one is named behind 'by'."""
        by = self.text.find(" by ", match.start(), match.end())
        agent = self._agent(by if by >= 0 else match.end(), sentence)
        if rule.form == "agent":
            return agent if any(d.sort in ("person", "post") or d.person is not None for d in agent) else None
        if rule.form == "verbless":
            lead = self.text[sentence.start : match.start("deed")]
            if _FINITE.search(lead) or re.match(r"[A-Z]\w+ed\b", lead):
                return None
        return agent or self._behind_dash(sentence) or self._beside(sentence) or self._speaker(sentence, match.start())

    def _behind_dash(self, sentence: Sentence) -> list[Doer]:
        """'Details to be forwarded - LS': the owner stands behind a dash at the end."""
        dash = re.compile(r"\s-\s*(?=[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*\.?$)").search(self.text, sentence.start, sentence.end)
        doer = self.doers.after(dash.end(), sentence.end) if dash else None
        return [doer] if doer else []

    def _beside(self, sentence: Sentence) -> list[Doer]:
        """Names alone behind a tab at the end of the paragraph: a column without a heading says who."""
        tab = self.text.rfind("\t", sentence.start, self.item.paragraphs[sentence.paragraph].end)
        if tab < 0 or "." in self.text[sentence.end : tab].strip("."):
            return []
        end = self.item.paragraphs[sentence.paragraph].end
        while end > tab and self.text[end - 1] in " .":
            end -= 1
        if end - tab > 60 or not self.patterns.regex("{owner_list}").fullmatch(self.text, tab + 1, end):
            return []
        first = self.doers.after(tab + 1, end)
        return self._chain(first, Sentence(tab + 1, end, sentence.paragraph)) if first else []

    def _speaker(self, sentence: Sentence, at: int) -> list[Doer]:
        """'The Director advised that the list would be circulated': the one who says so."""
        for mention in self.people.within(sentence.start, at):
            if re.compile(r"(?:\s*\([^()\n]*\)|,[^,.\n]{2,60},)?\s+(?:also |then )?(?:advised|said|confirmed|stated|replied|explained|reported|added|assured|answered|indicated)\b").match(self.text, mention.end, at):
                return [Doer(mention.start, mention.end, mention.person, "person")]
        return []

    def _agent(self, at: int, sentence: Sentence) -> list[Doer]:
        found = re.compile(r"(?:\s+(?!\w+ed\b)[\w'/&,-]+){0,9}?\s+by\s+").match(self.text, at, sentence.end)
        if found is None:
            return []
        doer = self.doers.after(found.end(), sentence.end)
        if doer is None or (doer.sort == "group" and "officer" not in self.text[doer.start : doer.end].lower()):
            return []
        return self._chain(doer, sentence)

    def _chain(self, doer: Doer, sentence: Sentence) -> list[Doer]:
        """The doer and those joined to it behind it."""
        out = [doer]
        while len(out) < 5:
            joint = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*/\s*|\s*&\s*)").match(self.text, out[-1].end, sentence.end)
            more = self.doers.after(joint.end(), sentence.end) if joint else None
            if more is None:
                break
            out.append(more)
        return out

    # --- the record

    def _action(self, rule: Rule, match: re.Match[str], sentence: Sentence, doers: list[Doer], start: int) -> Action:
        place = self._place(sentence, start)
        due = find_due(self.text, match.start(), sentence.end, self.patterns, self.date)
        if due is None and rule.form not in ("request",):
            due = find_due(self.text, place[0], match.start(), self.patterns, self.date)
        action = Action(place, rule.id, False, due=due)
        self._join(action, doers)
        return action

    def _join(self, action: Action, doers: list[Doer]) -> None:
        for doer in doers:
            known = any((o.person is doer.person and doer.person is not None) or o.name == self.text[doer.start : doer.end] for o in action.owners)
            if not known:
                action.owners.append(Owner(self.item.view.printed(doer.start, doer.end), doer.person))

    def _place(self, sentence: Sentence, start: int) -> Place:
        """The sentence, without a run-in heading before its subject and without an owner column behind it."""
        lo, hi = sentence.start, sentence.end
        labels = [m.end() for m in _LABEL.finditer(self.text, lo, start)]
        lo = max([lo, *labels])
        lead = re.sub(r"(?i)(?:the|our)\s+$", "", self.text[lo:start])
        run_in = _RUN_IN.search(lead)
        if run_in and (":" in run_in[0] or not _FINITE.search(lead)):
            lo = lo + len(lead)
        tab = self.text.rfind("\t", lo, hi)
        if tab > start and hi - tab < 40:
            hi = tab
        while hi > lo and self.text[hi - 1].isspace():
            hi -= 1
        return lo, hi
