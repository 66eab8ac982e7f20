"""Who of those in a list of the members is none of them."""

from __future__ import annotations

import re

from minutes_extract.likeness import title_rank
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words

_CLERK = re.compile(
    r"\b(?:clerk|recording secretary|secretary-treasurer|minute[ -](?:taker|secretary)|town administrator)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:borough|county|district)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:chair|mayor|president|convenor|convener|leader|provost)", re.IGNORECASE)
_SOME = 3  # councillors by title that make a list of councillors


def elected(entries: list[Entry]) -> bool:
    """Is it a list of councillors, each with the title?"""
    return sum(e.name is not None and title_rank(e.name.title) == 0 for e in entries) >= _SOME


def not_member(entry: Entry, words: Words, titled: bool) -> bool:
    """The clerk among the members, and on a line behind them a councillor of a higher tier or, where the members are
    `titled`, the holder of a post without their title."""
    if any(_CLERK.search(" ".join(words.text[a:b])) for a, b in entry.roles):
        if entry.name is not None and entry.name.first == entry.name.name_first:
            entry.name = entry.name._replace(title=None)  # 'Cllrs A Penn, B Marsh, C Dole (Clerk)'
        return True
    if entry.also and entry.name is not None:
        return True  # 'Also: County Councillor Penn'
    if not entry.own_line or entry.name is None:
        return False
    posts = [" ".join(words.text[a:b]) for a, b in entry.roles]
    if _ELSEWHERE.match(entry.name.title or "") or any(_ELSEWHERE.match(post) for post in posts):
        return True
    return (
        titled
        and bool(posts)
        and not entry.post_first
        and title_rank(entry.name.title) > 0
        and not any(_LEADS.search(p) for p in posts)
    )
