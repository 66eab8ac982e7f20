"""Who of those in a list of the members is none of them."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words

_CLERK = re.compile(
    r"\b(?:clerk|recording secretary|secretary-treasurer|minute[ -](?:taker|secretary)|town administrator)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:borough|county|district)\b", re.IGNORECASE)


def not_member(entry: Entry, words: Words) -> bool:
    """The clerk among the members, and a councillor of a higher tier on a line behind the parish's own."""
    if any(_CLERK.search(" ".join(words.text[a:b])) for a, b in entry.roles):
        if entry.name is not None and entry.name.first == entry.name.name_first:
            entry.name = replace(entry.name, title=None)  # 'Cllrs A Penn, B Marsh, C Dole (Clerk)'
        return True
    if entry.also and entry.name is not None:
        return True  # 'Also: County Councillor Penn'
    return entry.own_line and entry.name is not None and bool(_ELSEWHERE.match(entry.name.title or ""))
