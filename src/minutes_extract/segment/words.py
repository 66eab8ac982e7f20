"""How words look: a heading's or a statement's."""

from __future__ import annotations

import re

FINITE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|should|could|agreed|noted|reported|advised|said|stated|informed|asked|"
    r"spoke|answered|gave|told|submitted|requested|considered|discussed|queried|felt|thought|highlighted|outlined|attended|wished|replied|"
    r"undertook|offered|suggested|commented|mentioned|requested|expressed|recommended|referred|read|"
    r"presented|introduced|confirmed|explained|thanked|welcomed|declared|resolved|proposed|moved|seconded|accepted|raised|(?<!to )be|been)\b",
    re.IGNORECASE,
)
_SMALL = re.compile("of|the|and|for|in|on|to|an?|at|by|with|from|or|as|per|re|is|be|not|any|de|la", re.IGNORECASE)


def title_case(words: str) -> bool:
    """Does every word of weight begin with a capital or a digit?"""
    heavy = [
        w
        for w in re.findall(r"[^\s/]+", words)
        if not _SMALL.fullmatch(w.strip("\"'()&-,.:;")) and any(c.isalnum() for c in w)
    ]
    return bool(heavy) and all(w.lstrip("\"'([")[:1].isupper() or w.lstrip("\"'([£$")[:1].isdigit() for w in heavy)


def is_sentence(words: str) -> bool:
    """A statement, not a heading: it has a finite verb and ends like a sentence, or it is very long."""
    count = len(words.split())
    if count > 45:
        return True
    if re.match(r"(?:it|there) (?:was|were|is)\b", words, re.IGNORECASE):
        return True
    stop = words.rstrip()[-1:]
    ends = stop in (".", ";")
    if ends and count > 3 and FINITE.search(words):
        return True
    return (
        (stop == ";" and count > 12)
        or (ends and count > 28)
        or (count > 9 and bool(FINITE.search(words)) and not title_case(words))
    )


def is_prose(rest: str) -> bool:
    """A statement or an answer behind a run-in heading ('None.', 'Cllr Mack sent apologies.')."""
    return (
        is_sentence(rest)
        or bool(re.match(r"(?:none|nil|no|noted|agreed|as per|there (?:was|were)|it was)\b", rest, re.IGNORECASE))
        or len(rest) > 120
    )
