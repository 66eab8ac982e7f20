"""Initials that no list has taught: 'proposed by WT', where a Wendy Thorn was there."""

from __future__ import annotations

import re

from minutes_extract.roster import Person, Roster

_FEWEST = 2  # different initials that act; one alone may be the short form of a firm
# 'proposed by WT', 'Seconded: RL', 'HP to contact', 'JS will organise', 'SH and RB proposed'
_ACT = re.compile(
    r"\b(?=[A-Z2mps])(?:(?:[Pp]roposed|[Ss]econded|[Mm]oved|[Pp]rop|2nd|ACTION|Action)\b\.?(?: for (?:approval|adoption|acceptance))?[: (]{0,2}(?:by:? )?([A-Z]{2,3})\b|"
    r"([A-Z]{2,3})(?: (?:and|&) [A-Z]{2,3})? (?:to|will|would|has|had|proposed|seconded|reported|agreed|offered|said|"
    r"advised|asked|thanked|confirmed|explained|noted|welcomed)\b)"
)
_ABBREVIATIONS = frozenset("IT PC AM PM UK EU US TV HR CC DC BC TC GP MP PCC SCC WI VAT NHS BT AGM".split())


def teach_unlisted(roster: Roster, text: str) -> None:
    """Teach the initials of those who were there, where two or more of them act in the text and fit one person each."""
    fitting: dict[str, list[Person]] = {}
    for person in roster.people:
        if person.attendance in ("present", "in_attendance") and person.given:
            words = (*person.given, *re.split(r"[ -]", person.family))
            fitting.setdefault("".join(w[0] for w in words if w).upper(), []).append(person)
    known = {letters: people[0] for letters, people in fitting.items() if len(people) == 1 and letters in text}
    if len(known) < _FEWEST:
        return
    used = known.keys() & {match[1] or match[2] for match in _ACT.finditer(text)} - _ABBREVIATIONS
    if len(used) < _FEWEST:
        return
    for letters in sorted(used):
        if letters not in roster.by_initials:
            roster.teach_initials(letters, known[letters])
