"""Names of doers that no mention covers: pronouns, groups, initials, posts in the words of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes_extract.later import later
from minutes_extract.likeness import flat, same_post
from minutes_extract.people import People
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns

# The staff of a school teach and look after pupils: what they will do is the school's work and nothing for its governors.
_SCHOOL = later(r"\b(?:schools?|academy|governing (?:body|board)|governors)\b", re.IGNORECASE)
_TITLE = 600  # characters in which the minutes name their body
_PRONOUN = later(r"\b(he|she|they)\s*$", re.IGNORECASE)
_SECOND = later(r"(?:\band|&)\s+([A-Z][\w'-]+)$")
_POST_END = later(r"(?:\b[A-Z][\w'&-]*\)?|\b(?:clerk|secretary|treasurer|chair|chairman|mayor))$")
_POST_LEAD = later(r"(?:(?!(?:The|Our|A|An|In|And|But|By|That)\s)[A-Z][\w'&]*(?:-[\w'&]+)*[\s-]+){1,5}$")
_POST_TAIL = later(
    r"(?:(?:,|\s&|\s(?:of|for|to)(?: the)?|,? and)?\s(?!(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Cr)\b)[A-Z][\w'&-]*|\s\([A-Z][\w &]{2,40}\)){0,9}"
)
_HEAD = r"(?<![\w']){role_head}(?![\w'])"  # the head noun of a post
# Letters at the end of a stretch, group 1 where they may be initials that nobody teaches.
_INITIALS = r"(?<![\w.&-])(?:(?!{no_initials}\b)([A-Z]{2})|([A-Z]{2,3}))$"


class Doer(NamedTuple):
    """Someone who does it. `start`, `end` bound the name in the view; `sort` is person, post, initials, group or pronoun."""

    start: int
    end: int
    person: Person | None
    sort: str


class Printed:
    """Reads who is printed right before a place of the text."""

    def __init__(self, text: str, people: People, patterns: Patterns) -> None:
        self.text = text
        self.roster = people.roster
        self.patterns = patterns
        self.outsider = patterns.regex(r"\b{outsider}\b")
        self._counted = patterns.regex(r"\b{counted_doers}\s*$")
        self._group = patterns.regex(r"(?:\b{group_lead}\s+)?\b({group_doer})\s*$")
        self._school = _SCHOOL.search(text, 0, _TITLE) is not None
        self._small = patterns.any_of("small_post")

    def ending(self, lo: int, at: int) -> Doer | None:
        """The doer whose words end at `at`."""
        pronoun = _PRONOUN.search(self.text, max(lo, at - 6), at)
        if pronoun:
            return Doer(pronoun.start(1), pronoun.end(1), None, "pronoun")
        counted = self._counted.search(self.text, max(lo, at - 40), at)
        if counted:
            return Doer(counted.start(), counted.end(), None, "group")
        group = self._group.search(self.text, max(lo, at - 40), at)
        if group and not (self._school and group[1].lower() == "staff"):
            return Doer(group.start(1), group.end(1), None, "group")
        return self._by_letters(lo, at) or self._second(lo, at) or self.post(lo, at)

    def _by_letters(self, lo: int, at: int) -> Doer | None:
        """Initials: those that the roster knows, and any other two letters that are no word and no body."""
        found = self.patterns.regex(_INITIALS, flags=0).search(self.text, max(lo, at - 5), at)
        if found is None or (found[1] is None and found[2] not in self.roster.by_initials):
            return None
        letters = found[1] or found[2]
        return Doer(at - len(letters), at, self._by_initials(letters), "initials")

    def _second(self, lo: int, at: int) -> Doer | None:
        """The second of two under one title, where no mention covers it: 'Councillors Penn and Marsh'."""
        name = _SECOND.search(self.text, max(lo, at - 40), at)
        if name is None:
            return None
        people = self.roster.by_family.get(flat(name[1]), [])
        people = [p for p in people if p.attendance] or people
        return Doer(name.start(1), name.end(1), people[0], "person") if len(people) == 1 else None

    def post(self, lo: int, at: int) -> Doer | None:
        """A post that no mention covers: 'Service Director, Children's Operations', 'Head of Commissioning'."""
        if not _POST_END.search(self.text, max(lo, at - 24), at):
            return None
        lo = max(lo, at - 110)
        for match in reversed(list(self.patterns.regex(_HEAD).finditer(self.text, lo, at))):
            if not _POST_TAIL.fullmatch(self.text, match.end(), at):
                continue
            first = _POST_LEAD.search(self.text, lo, match.start())
            start = first.start() if first else match.start()
            printed = self.text[start:at]
            if self.outsider.search(printed) or not (printed[:1].isupper() or printed.lower() in self._small):
                return None
            return Doer(start, at, self.holder(printed), "post")
        return None

    def holder(self, role: str) -> Person | None:
        """The one person who holds a post: by its wording, or because only one post begins with it ('the Director')."""
        roster = self.roster
        holders = roster.holders(role) or [
            p for p in roster.people if not p.printed and any(same_post(r, role) for r in p.roles)
        ]
        holders = holders or [
            p for p in roster.people if any(r.casefold().startswith(role.casefold() + " ") for r in p.roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def _by_initials(self, initials: str) -> Person | None:
        """The person whose initials the list teaches, or else the one person present whose names begin so."""
        roster = self.roster
        if initials in roster.by_initials:
            return roster.by_initials[initials]
        found = [
            p
            for p in roster.people
            if p.given and p.family and "".join(n[0] for n in (*p.given, p.family)).upper() == initials
        ]
        listed = [p for p in found if p.attendance] or found
        return listed[0] if len(listed) == 1 else None
