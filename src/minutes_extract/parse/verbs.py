"""The operative verb of a clause, as a lemma: 'That the report be noted' is 'note'."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_extract.later import later
from minutes_extract.parse.participles import regular
from minutes_extract.rules import Patterns

# 'were submitted and approved': these only lead up to the verb that decides
_LEADS_UP = frozenset(
    "submit consider receive present read take lay put circulate discuss review table move propose scrutinise".split()
)
_LAID = ("submit", "present", "circulate", "consider")  # 'was submitted and noted'
_FOLLOWS = ("note", "sign")  # 'be taken as read and signed': these only follow from what was decided
# 'agreed to defer', 'resolved that the quotation be accepted': these say that it was decided, the rest says what
_DECIDES = frozenset(["agree", "resolve", "decide", "determine", "vote", "move", "propose"])
_ADVERBS = r"(?:\w+ly|not|now|then|also|hereby|duly|so|all|both|further|always|therefore|declared(?= elected))\b"
_FIRST = later(
    r"[\W\d]*(?:(?:that|and|then|also|unanimously|formally|not) )*(?:to )?(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
    r"(?: (?:(?P<object>the|that|its?|an?|any|all|no|this|these|their|your|authority|responsibility|powers?)|(?P<particle>to|on|with))\b)?",
    re.IGNORECASE,
)
# 'having been circulated', 'to be taken by', 'while the public were excluded' say nothing of what was decided.
_PASSIVE = later(
    # 'be, and it is hereby, approved'
    rf"(?:(?<!to )|(?<=needs to )|(?<=need to )|(?<=ought to ))(?<!having )\b(?:be,? and (?:it|he|she|they|the same) (?:is|are)|be|was|were|is|are)(?: {_ADVERBS},?){{0,3}}+ (?P<verb>[a-z]+(?:-[a-z]+)?)\b"
    r"(?:(?: as [a-z]+)?(?:,| and|, and)(?: \w+ly| then| duly| all)? (?P<next>[a-z]+ed|taken|withdrawn|made|sent|given)\b)?",
    re.IGNORECASE,
)
_ASIDE = later(
    r"\b(?:which|who|while|whilst|as (?:it|he|she|they|we|this|that|there|the (?-i:(?=[a-z]))|members)|if|when|where|once|because|before|until|unless)\b[^,;.]{0,60}$|\w that $",
    re.IGNORECASE,
)
_MODAL = later(
    rf"\b(?:would|will|should|shall|must|could)(?: {_ADVERBS})*+ (?!be\b|have\b)(?P<verb>[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_BODIES = (
    r"(?:council|committee|cabinet|panel|board|members?|councillors?|authority|governors?|sub-?committee|group|executive|"
    r"clerk|officers?|chair\w*|all|we|meeting)\b"
)
_ANY_BODY = later(rf"\b{_BODIES}", re.IGNORECASE)
_BODY = later(
    rf"\b(?:that )?(?:the )?(?:[A-Z][\w'&-]+ (?:and |of |& )?){{0,7}}?{_BODIES}"
    r"(?:'s(?= agreed))?(?: (?:now|hereby|also|formally|unanimously|to|shall|should|will|has|have|does|do))* (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
# 'discussed the quotes and agreed to accept the lowest'
_AND_THEN = later(
    r"(?:[^.,;\n]{3,90}?)? and (?:\w+ly )?(?P<verb>agreed|resolved|decided|approved|accepted|voted)\b| and (?P<noted>noted|endorsed)\b"
)
_MOVED = later(
    r"\b(?P<verb>moved|motioned|proposed|motion was made(?: by [^.;\n]{3,120}?)?)(?= (?:to|that|(?:for )?(?:the )?(?:acceptance|approval|adoption)|denial|[a-z]{3,20}ing|an? \w+ment|the \w+ be)\b)",
    re.IGNORECASE,
)
# 'No decisions were made.'
_NOTHING = later(r"\W*no (?:\w+ )?(?:decisions?|recommendations?)\b", re.IGNORECASE)
# A subject that no list knows, and the subjunctive: 'that the Secretary write to', 'That the rate stay as it was'
_SUBJUNCTIVE = later(
    r"\W*that (?:the |an? )?(?:[\w'-]+ ){1,4}?(?P<verb>[a-z]+) (?:to|on|in|at|up|for|the|an?|as|with)\b", re.IGNORECASE
)
# 'Motion to pay the bills was made by A', 'Moved by A, supported by B, to accept', 'On a motion by A, the Board voted 4-1 to'
_PUT = later(
    r"\W*(?:(?:a |the )?motion to|(?:(?:it was )?(?:moved|motioned)|(?:a )?motion(?: was)?(?: [a-z]+ed| made)?) by (?:[^.;]|\.(?= [A-Z])){2,120}? to|"
    r"(?:up)?on (?:a |the )?motion (?:[^.;]|\.(?= [A-Z])){2,160}? voted\b[^;]{0,200}? to) (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_MEMBERS = later(
    r"\AMembers of (?:the )?[\w'& -]{2,60}? (?=(?:unanimously )?(?:agreed|resolved|approved|noted|decided)\b)"
)
# 'In accordance with its terms of reference, agree to set up a panel'
_LED = later(
    r"\A(?:in accordance with|in line with|subject to|pursuant to|further to) [^,;.\n]{3,120}, (?=[a-z])(?!that\b|the\b|an?\b|it\b)",
    re.IGNORECASE,
)
_NO_PARTICIPLE = ("correct", "seconded")  # 'the minutes were correct', 'this was seconded and carried'
_NO_VERB = ("minutes", "report", "reports", "held", "seconded")  # 'the Panel held on 1 May', 'the meeting minutes'
# 'Cllr Marsh elected as Vice-Chair', 'Schedule of dates agreed and to be published'
_ELIDED = later(
    r"[A-Z][^.;]{2,90}? (?P<verb>elected|re-elected|appointed|co-opted|agreed|approved|accepted|adopted|deferred|refused)\b(?! by| members?\b| governors?\b)"
)
_TO_BE = later(r"\bto be (?P<verb>(?:re-)?[a-z]+ed|held|made|sent|given|taken|paid|written|bought)\b", re.IGNORECASE)
_TO = later(
    r"\bto (?!the\b|an?\b|this\b|that\b|all\b|any\b)(?:(?:go ahead|proceed) and )?(?:further )?(?P<verb>[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
# What follows 'agreed': 'to defer', 'that it be', 'in favour of ordering', 'acceptance of'
_CONTENT = later(
    r"[^.;]{0,90}?(?:\b(?:to|(?:we|they) should) (?:(?:go ahead|proceed) and )?(?:further )?(?P<to>[a-z]+(?:-[a-z]+)?)\b|\b(?P<that>that)\b|"
    r"\b(?P<noun>acceptance|approval|adoption|denial|adjournment|deferral|refusal|closing|re-?opening|closure)\b|"
    r"\bin favou?r of (?P<gerund>[a-z]+)ing\b|"
    r"(?P<these>(?:the|these|this|those)\b[^.;]{0,60}? (?:should )?be) [a-z])",
    re.IGNORECASE,
)
_DOING = later(r" (?P<verb>[a-z]+)ing\b")  # 'proposed accepting the quote'
_AS_RECORD = later(r"(?: and [a-z]+)? as (?:an? )?(?:true|correct|accurate)\b", re.IGNORECASE)
# What will be or was, before what the meeting says of it: 'That any overspend will be covered by reserves be noted.'
_SAID_OF = later(
    r"\W*that\b.*?\b(?:will|would|can|could|has|have|is|are|was|were|had)\b.*(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bnot )\bbe (?P<verb>noted|endorsed|welcomed|supported|approved|agreed)\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_SUBJUNCTIVE_BE = later(
    r"(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bcan )(?<!\bcould )(?<!\bmay )(?<!\bmust )(?<!\bshould )(?<!\bshall )\bbe (?:\w+ly )?[a-z]+(?:ed|en|ld|de|nt|id)\b",
    re.IGNORECASE,
)
_ALL_FOR = later(r"\W*(?:all|everyone)\b[^.;]{0,40}?(?=\bin favou?r of\b)", re.IGNORECASE)
_NOUNS = {
    "acceptance": "accept", "approval": "approve", "adoption": "adopt", "adjournment": "adjourn", "denial": "deny",
    "deferral": "defer", "refusal": "refuse", "closing": "close", "closure": "close", "reopening": "re-open", "re-opening": "re-open",
}  # fmt: skip
# 'approval of the bills', ' for adoption of the plan': the words of a motion that has no verb
_OPENS = later(
    r"\W*(?:(?:a |the )?motion )?(?:for )?(?:the )?(?P<noun>acceptance|approval|adoption|denial|adjournment|deferral|refusal) (?:of|as)\b",
    re.IGNORECASE,
)
# 'Accessibility Plan - Ratified': the point and, behind a dash, what was decided on it
_BEHIND = later(r" [-–] *(?:\w+ly )?(?P<verb>[a-z]+ed)\b", re.IGNORECASE)


class Verbs:
    """Looks verbs up in patterns/base/verbs.toml."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.tables.get("lemma", {})
        self.forms: dict[str, str] = {str(k): str(v) for k, v in table.items()}
        self.bases = frozenset(self.forms.values()) | patterns.any_of("decisive")
        self.nouns = patterns.any_of("noun_like")

    def lemma(self, word: str) -> str | None:
        """The lemma of a printed form, or None where it is no verb of decisions."""
        low = word.casefold()
        return self.forms.get(low) or (low if low in self.bases else None)

    def operative(self, clause: str) -> str | None:
        """The verb that decides in a clause, or None where none is printed."""
        if _NOTHING.match(clause):
            return None
        clause = _LED.sub("", _MEMBERS.sub("Members ", clause))
        if put := _PUT.match(clause):
            lemma = self.lemma(put["verb"])
            if lemma is not None or not put["verb"].endswith(
                "ly"
            ):  # 'to hire a clerk': behind 'to' stands a verb, known or not
                return lemma or put["verb"].casefold()
        if first := self._first(clause):
            return first
        if noun := _OPENS.match(clause):
            return _NOUNS[noun["noun"].casefold()]
        if (said := _SAID_OF.match(clause)) and len(_SUBJUNCTIVE_BE.findall(clause)) == 1:
            return self.lemma(said["verb"])
        if everyone := _ALL_FOR.match(clause):
            return self.content(clause[everyone.end() :])
        found = [*self._passive(clause), *self._modal(clause), *self._of_the_body(clause)]
        if moved := _MOVED.search(clause):
            found.append((moved.start(), moved.end(), "propose" if moved["verb"].casefold() == "proposed" else "move"))
        if not found and (behind := _BEHIND.search(clause)) and (lemma := self.lemma(behind["verb"])):
            return lemma
        if not found:
            for pattern in (_ELIDED, _SUBJUNCTIVE, _TO_BE, _TO):
                if (match := pattern.search(clause)) and (lemma := self.lemma(match["verb"])):
                    return lemma
            return "be" if re.match(r"\W*that\b.* (?:be|is|are|was|were)\b", clause, re.IGNORECASE) else None
        _, end, lemma = min(found)
        return (lemma in _DECIDES and self.content(clause[end:])) or lemma

    def _first(self, clause: str) -> str | None:
        """The clause begins with its verb: 'to note', 'Approve the plan', 'Delegates to the Director', 'agreed to defer'."""
        match = _FIRST.match(clause)
        if match is None:
            return None
        word = match["verb"].casefold()
        lemma = self.lemma(word)
        noun = word in self.nouns or word + "s" in self.nouns
        to = clause[: match.start("verb")].rstrip().casefold().endswith("to")
        if lemma is None and to and match["object"]:
            return word  # 'to mend the ford': behind 'to' and before an article stands a verb, known or not
        if lemma is None or word in ("second", "minutes", "held", "further"):
            return None
        if noun and not (match["object"] or to or (match["particle"] and word != lemma)):
            return None
        if word != lemma and not match["particle"] and _PASSIVE.search(clause, match.end()) and not match["object"]:
            return None  # 'Proposed changes were approved'
        if lemma in _DECIDES and word != lemma and match["particle"] == "to":
            return self.content(clause[match.end("verb") :]) or lemma
        return lemma

    def _passive(self, clause: str) -> list[tuple[int, int, str]]:
        for match in _PASSIVE.finditer(clause):
            lemma = self.lemma(match["verb"]) or regular(match["verb"])
            if match["verb"] in _NO_PARTICIPLE:
                continue
            if lemma is None or (match[0][:2].casefold() != "be" and self._aside(clause, match.start())):
                continue
            then = self.lemma(match["next"]) if lemma in _LEADS_UP and match["next"] else None
            if then is not None and (then not in _FOLLOWS or lemma in _LAID):
                lemma = then
            return [(match.start(), match.end(), lemma)]
        return []

    def _modal(self, clause: str) -> list[tuple[int, int, str]]:
        """'would investigate', 'shall end': behind a modal stands a base form, whatever the verb."""
        for match in _MODAL.finditer(clause):
            if not self._aside(clause, match.start()):
                return [(match.start(), match.end(), self.lemma(match["verb"]) or match["verb"].casefold())]
        return []

    @staticmethod
    def _aside(clause: str, at: int) -> bool:
        return _ASIDE.search(clause, max(0, at - 70), at) is not None

    def _of_the_body(self, clause: str) -> list[tuple[int, int, str]]:
        for match in _BODY.finditer(clause) if _ANY_BODY.search(clause) else ():
            lemma = self.lemma(match["verb"])
            if lemma in _LEADS_UP and (then := _AND_THEN.match(clause, match.end())):
                word = then["verb"] or then["noted"]
                return [(match.start("verb"), then.end(), self.lemma(word) or word)]
            if lemma is not None and not match["verb"].istitle() and match["verb"] not in _NO_VERB:
                return [(match.start("verb"), match.end(), lemma)]
        return []

    def content(self, rest: str) -> str | None:
        """What was agreed, moved or resolved: the verb of the words that follow, or None where they hold none."""
        if (doing := _DOING.match(rest)) and (lemma := self.lemma(doing["verb"]) or self.lemma(doing["verb"] + "e")):
            return lemma
        match = _CONTENT.match(rest)
        if match is None or _AS_RECORD.match(rest):
            return None
        if match["noun"]:
            return _NOUNS[match["noun"].casefold()]
        if gerund := match["gerund"]:
            return self.lemma(gerund) or self.lemma(gerund + "e")
        if match["to"]:
            return self.lemma(match["to"])
        return self.operative(rest[match.start(match.lastgroup or 0) :])


@lru_cache(maxsize=4)
def verbs(patterns: Patterns) -> Verbs:
    """The verbs of these patterns, read once."""
    return Verbs(patterns)
