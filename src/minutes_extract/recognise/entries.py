"""One person or post of a list of people, as read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_extract.roster import Name

# 'JB', 'DHO'; 'RCa' where two of a board share theirs
INITIALS = re.compile(r"(?P<capitals>[A-Z]{2,4})|(?P<told_apart>[A-Z]{2,3})[a-z]{1,2}")


@dataclass(slots=True)
class Entry:
    """One person or post of a list, as read."""

    name: Name | None
    roles: list[tuple[int, int]] = field(default_factory=list)  # word ranges
    initials: str | None = None
    party: str | None = None
    represents: str | None = None
    arrived: tuple[str, int, int] | None = None  # time as printed, and the words that say so
    left: tuple[str, int, int] | None = None
    stands_for: Name | None = None
    first: int = 0
    last: int = 0
    attendance: str | None = None
    kind: str | None = None
    rule: str = "recognise.list"
    post_first: bool = False
    replaced_by: Name | None = None  # who came in place of them
    told_role: str | None = None  # by the label of the list: 'In the Chair: ...'
    of_all: bool = False  # 'were in attendance' is said of everyone in the sentence
    own_line: bool = False  # a new line of the list begins with it
    also: bool = False  # 'Also' stands before it
    listed: int = -1  # the word with which its list begins


def short(initials: str, name: Name) -> bool:
    """Are these two letters, the last of them of the surname ('Bob Keel (RK)': he was christened Robert)?"""
    return len(initials) == 2 and bool(name.given) and initials[1] == name.family[:1].upper()


def letters(initials: str) -> str:
    """Initials without the small letters that tell two people apart ('RCa' and 'RCo')."""
    match = INITIALS.fullmatch(initials)
    return (match["capitals"] or match["told_apart"]) if match else initials


def fits(initials: str, name: Name) -> bool:
    """Could these be the initials of the name ('JB' of Jo Brewer, 'DHO' of Dale Horrock)?"""
    words = [w for w in (*name.given, *re.split(r"[ -]", name.family)) if w]
    initials = letters(initials)
    if not words or len(initials) < 2 or not initials.isupper():
        return False
    full = "".join(w[0] for w in words).upper()
    return (
        initials == full
        or (initials[0] == full[0] and initials[1] in full[1:])
        or (initials[0] == full[0] and len(initials) == 3)
    )
