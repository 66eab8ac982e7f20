"""Who undertakes it: each form in which a sentence names, hides or leaves out the doer."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.people import People
from minutes_extract.rules import Patterns
from minutes_extract.rules.model import Rule

_ASIDE = r"(?:\s*\([^()\n]{0,80}\))?"
_ASKED_TO = rf"{_ASIDE}\s+(?:(?:also )?to\s+|if (?:he|she|they) (?:would|could)\s+)(?!{{at_meeting}}\b)[a-z]+"
_ASKED_THAT = (
    rf"{_ASIDE}\s+(?:should |would |to )?(?!{{at_meeting}}\b)"
    r"(?!were\b|was\b|had\b|is\b|are\b|has\b|could\b|may\b|might\b)[a-z]+(?<!ed)(?<!s)\s"
)
# Asked whether somebody could do it: a deed between the meetings, no question to be answered there and then.
_ASKED_IF = (
    rf"{_ASIDE}\s+(?:could|would|can)\s+(?:please |also |kindly |then )?(?:arrange|ask|bring|chase|check (?:with|if|whether)|circulate|contact|"
    r"draft|e-?mail|find out|follow|invite|investigate|liaise|look into|obtain|prepare|report back|send|speak to|write)\b"
)
_ALL_MEMBERS = later(r"(?:all )?(?:councillors|members|governors)|all", re.IGNORECASE)
_NOBODY = later(r"(?:They|It|This|These|There)\b")
_PART_BEFORE = later(r"(?:^[(\[>→]+|[:;\-•)\]]|\bresolved|, (?:but|so))$", re.IGNORECASE)
_TWO_COMMAS = later(r",\s[^,]{1,60},$")
_BARE_BEFORE = later(r"(?:^|[.:;-] ?)[A-Z][\w'. /&]{1,40} to [a-z]")
_THAT = later(r"[^.\n]{0,60}?\bthat\s+")
_BY = later(r"(?:\s+(?!\w+ed\b)[\w'/&,-]+){0,9}?\s+by\s+")
_INITIALS_AT_END = later(r"\s-\s*(?=[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*\.?$)")
_TELLS = later(
    r"(?:\s*\([^()\n]{0,80}\)|,[^,.\n]{2,60},)?\s+(?:also |then )?(?:advised|said|confirmed|stated|replied|explained|reported|added|assured|answered|indicated)\b"
)


class Forms:
    """Finds the doers of the match of a rule, by the rule's form."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.doers = Doers(item, people, patterns)
        self.finite = patterns.regex(r"\b{finite_verb}\b")
        self._asked_if = patterns.regex(_ASKED_IF)
        self._asked_to, self._asked_that = patterns.regex(_ASKED_TO), patterns.regex(_ASKED_THAT)
        self.owner_list = patterns.regex("{owner_list}")

    def of(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """The doers; an empty list where nobody is named; None where the match is no undertaking."""
        if rule.form == "doer":
            return self._subject(rule, match, sentence)
        if rule.form == "bare":
            return self._bare(match, sentence)
        if rule.form == "elided":
            return self._elided(match, sentence)
        if rule.form == "request":
            return self._request(match, sentence)
        if rule.form == "assent":
            return self._assent(match, sentence)
        if rule.form == "we":
            return self._we(match, sentence)
        if rule.form == "body":
            return []  # a body is no owner: nobody is named
        return self._passive(rule, match, sentence)

    def _subject(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """Whoever stands right before the verb; a pronoun means the one told of before it."""
        found = self.doers.before(sentence.start, match.start())
        if not found:
            return None
        last, barred = found[-1], rule.set.get("not", "")
        if barred == "group" and last.sort == "group" and _ALL_MEMBERS.fullmatch(self.text, last.start, last.end):
            return None
        if barred == "unknown" and last.sort == "initials" and last.person is None:
            return None
        if last.sort != "pronoun":
            return [d for d in found if d.sort != "pronoun"]
        if self.text[last.start : last.end].lower() == "they":
            return self._they(sentence, last.start)
        whom = self.doers.antecedent(sentence, last.start)
        return [Doer(whom.start, whom.end, whom.person, "pronoun")] if whom is not None else []

    def _they(self, sentence: Sentence, at: int) -> list[Doer] | None:
        """'They' at the beginning of a sentence means several told of before; nobody is named where they cannot be told."""
        if at != sentence.start:
            several = self.people.within(max(sentence.start, at - 400), at)
            return [Doer(m.start, m.end, m.person, "person") for m in several] if len(several) > 1 else None
        whom = self.doers.antecedent(sentence, at)
        chain = self.doers.before(max(0, whom.start - 90), whom.end) if whom is not None else []
        return chain if len(chain) > 1 else []

    def _bare(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'Clerk to write to Highways': the doer begins the sentence or a part of it."""
        found = self.doers.before(sentence.start, match.start(), plain=True)
        if not found or found[-1].sort == "pronoun":
            return None
        lo = max(sentence.start, found[0].start - 120)
        before = re.sub(r"(?i)\b(?:the|our)$", "", self.text[lo : found[0].start].rstrip()).rstrip()
        if not before or _PART_BEFORE.search(before):
            return found
        if before.endswith(","):
            known = found[0].sort != "initials" or found[0].person is not None
            named = (
                self.doers.printed.post(lo, lo + len(before) - 1) is not None
            )  # 'to the Principal, Ada Penn to call ...'
            return found if known and not named and not _TWO_COMMAS.search(before) else None
        return found if before.endswith("and") and _BARE_BEFORE.search(before) else None

    def _elided(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'He did not know, but promised to find out': the subject stands earlier in the sentence."""
        if _NOBODY.match(self.text, sentence.start):
            return None
        found = self.doers.subjects(sentence, match.start())
        if found:
            return found
        first = self.doers.after(sentence.start, match.start())
        return [first] if first is not None and first.sort != "pronoun" else None

    def _request(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """The chair or the meeting asks: the doer is the one asked, where one is named."""
        asked = self.doers.asks_for_meeting(sentence.start, match.start())
        if not asked and self.text[max(sentence.start, match.start() - 5) : match.start()].endswith(("and ", "also ")):
            subject = self.doers.subject(sentence, match.start())
            asked = subject is not None and self.doers.chairs(subject.person, subject.text)
        if not asked:
            return None
        if "who" not in match.re.groupindex:
            return []
        doer = self.doers.after(match.start("who"), sentence.end)
        if doer is None:
            return None
        words = self.text[match.start() : match.start("who")].lower().split()
        forms = {"that": self._asked_that, "if": self._asked_if, "whether": self._asked_if}
        return [doer] if forms.get(words[-1], self._asked_to).match(self.text, doer.end, sentence.end) else None

    def _assent(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'The Chair agreed that Ada should write': Ada, where one alone agrees."""
        agreeing = self.doers.before(sentence.start, match.start())
        if not agreeing or agreeing[-1].sort == "group":
            return None
        doer = self.doers.after(match.start("who"), sentence.end)
        return self.doers.joined(doer, sentence.end) if doer is not None and doer.sort != "pronoun" else None

    def _we(self, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """'We should also ask that Ada and Ben draft replies': they are the doers, else nobody is named."""
        if match.start() != sentence.start:
            return None
        that = _THAT.match(self.text, match.end(), sentence.end)
        first = self.doers.after(that.end(), sentence.end) if that else None
        return self.doers.joined(first, sentence.end) if first is not None else []

    # --- the passive: whoever is named somewhere else

    def _passive(self, rule: Rule, match: re.Match[str], sentence: Sentence) -> list[Doer] | None:
        """Something 'will be circulated': by somebody, beside a name, or as somebody tells."""
        by = self.text.find(" by ", match.start(), match.end())
        agent = self._agent(by if by >= 0 else match.end(), sentence)
        if rule.form == "agent":
            return agent if any(d.sort in ("person", "post") or d.person is not None for d in agent) else None
        if rule.form == "verbless":
            lead = self.text[max(sentence.start, match.start("deed") - 400) : match.start("deed")]
            if self.finite.search(lead) or re.match(r"[A-Z]\w+ed\b", lead):
                return None
        return agent or self._behind_dash(sentence) or self._beside(sentence) or self._speaker(sentence, match.start())

    def _agent(self, at: int, sentence: Sentence) -> list[Doer]:
        found = _BY.match(self.text, at, sentence.end)
        doer = self.doers.after(found.end(), sentence.end) if found else None
        if doer is None or (doer.sort == "group" and "officer" not in self.text[doer.start : doer.end].lower()):
            return []
        return self.doers.joined(doer, sentence.end)

    def _behind_dash(self, sentence: Sentence) -> list[Doer]:
        """'Details to be forwarded - LS': the owner stands behind a dash at the end."""
        dash = _INITIALS_AT_END.search(self.text, max(sentence.start, sentence.end - 40), sentence.end)
        doer = self.doers.after(dash.end(), sentence.end) if dash else None
        return [doer] if doer else []

    def _beside(self, sentence: Sentence) -> list[Doer]:
        """Names alone behind a tab at the end of the paragraph: a column without a heading says who."""
        end = self.item.paragraphs[sentence.paragraph].end
        tab = self.text.rfind("\t", max(sentence.start, end - 64), end)
        if tab < 0 or "." in self.text[sentence.end : tab].strip("."):
            return []
        while end > tab and self.text[end - 1] in " .":
            end -= 1
        if not self.owner_list.fullmatch(self.text, tab + 1, end):
            return []
        first = self.doers.after(tab + 1, end)
        return self.doers.joined(first, end) if first else []

    def _speaker(self, sentence: Sentence, at: int) -> list[Doer]:
        """'The Director advised that the list would be circulated': the one who says so."""
        for mention in self.people.within(sentence.start, at)[:8]:
            if _TELLS.match(self.text, mention.end, at):
                return [Doer(mention.start, mention.end, mention.person, "person")]
        return []
