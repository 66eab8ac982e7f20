"""The operative verb of a clause, as a lemma: 'That the report be noted' is 'note'."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_extract.rules import Patterns

# 'were submitted and approved': these only lead up to the verb that decides
_LEADS_UP = frozenset(
    (
        "submit",
        "consider",
        "receive",
        "present",
        "read",
        "take",
        "lay",
        "put",
        "circulate",
        "discuss",
        "review",
        "table",
        "move",
        "propose",
    )
)
_PASSIVE = re.compile(
    r"\b(?:be|been|was|were|is|are|being)(?: (?:\w+ly|not|now|then|also|hereby|duly|so|all|both|then|further))* (?P<verb>[a-z]+(?:-[a-z]+)?)"
    r"(?:(?: as [a-z]+)?,? and (?:\w+ly |then |duly )?(?P<next>[a-z]+ed|taken|withdrawn|made|sent|given)\b)?",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"[\W\d]*(?:(?:that|and|then|also|unanimously|formally|not) )*(?:to )?(?P<verb>[a-z]+(?:-[a-z]+)?)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:that )?(?:the )?(?:[A-Z][\w'&-]+ (?:and |of |& )?){0,7}?(?:council|committee|cabinet|panel|board|members?|councillors?|meeting|authority|governors?|sub-?committee|group|executive|clerk|officers?|chair\w*|all)\b(?: (?:now|hereby|also|formally|unanimously|agrees? to|resolves? to|to|shall|should|will|has|have|does))* (?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto (?P<verb>[a-z]+)\b", re.IGNORECASE)


class Verbs:
    """Looks verbs up in patterns/base/verbs.toml."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.tables.get("lemma", {})
        self.forms: dict[str, str] = {str(k): str(v) for k, v in table.items()}
        self.bases = frozenset(self.forms.values()) | frozenset(patterns.words.get("decisive", ()))
        self.nouns = frozenset(patterns.words.get("noun_like", ()))

    def lemma(self, word: str) -> str | None:
        """The lemma of a printed form, or None where it is no verb of decisions."""
        low = word.casefold()
        return self.forms.get(low) or (low if low in self.bases else None)

    def operative(self, clause: str) -> str | None:
        """The verb that decides in a clause, or None where none is printed."""
        found: list[tuple[int, str]] = []
        first = _FIRST.match(clause)
        if first and (first["verb"].casefold() in self.bases and first["verb"].casefold() not in ("minutes", "second")):
            return first["verb"].casefold()
        if first and (lemma := self.forms.get(first["verb"].casefold())) and first["verb"].casefold() not in self.nouns:
            found.append((first.start("verb"), lemma))
        for match in _PASSIVE.finditer(clause):
            lemma = self.lemma(match["verb"])
            if lemma is None:
                continue
            if lemma in _LEADS_UP and match["next"] and (then := self.lemma(match["next"])):
                lemma = then
            found.append((match.start(), lemma))
            break
        for match in _BODY.finditer(clause):
            lemma = self.lemma(match["verb"])
            if lemma is not None and match["verb"].casefold() not in ("minutes", "report", "reports"):
                found.append((match.start("verb"), lemma))
                break
        infinitive = _TO.search(clause)
        if not found and infinitive is not None and (lemma := self.lemma(infinitive["verb"])):
            found.append((infinitive.start(), lemma))
        return min(found)[1] if found else None


@lru_cache(maxsize=4)
def verbs(patterns: Patterns) -> Verbs:
    """The verbs of these patterns, read once."""
    return Verbs(patterns)
