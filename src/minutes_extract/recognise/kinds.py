"""What kind of person somebody is: the title decides, then the post."""

from __future__ import annotations

import re

from minutes_extract.likeness import title_rank
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns

_BOARD = 3  # members under one title that make it the title of the board
_ONLY_TITLE = re.compile(r"(?:\w+ ){0,2}(?:councill?or|cllr|member|alderman)", re.IGNORECASE)
_CHAIRS = re.compile(
    r"(?:(?:(?:vice|deputy|acting|co|jt|joint)\.?[- ])?chair\w*(?:; |$))+|.*\btrustee.*", re.IGNORECASE
)


def only_title(role: str) -> bool:
    """'County Councillor' before a name is its title, not a post."""
    return _ONLY_TITLE.fullmatch(role) is not None


class Kinds:
    """Tells officers, members and co-opted members apart by the words of their posts."""

    def __init__(self, patterns: Patterns) -> None:
        self._officer = patterns.regex(r"\b{officer_post_word}\b")
        self._no_officer = patterns.regex(r"\b{no_officer_post}\b")
        self._member = patterns.regex(r"\b{member_post_word}\b")
        self._co_opted = patterns.regex(r"\b{co_opted_word}\b")
        self._of_board = patterns.any_of("title_of_board")

    def officer_post(self, roles: list[str]) -> bool:
        """Is one of the posts that of an officer?"""
        return self._officer.search(self._no_officer.sub("", "; ".join(roles))) is not None

    def board(self, people: list[Person]) -> None:
        """'Present: Director Orton, Director Pell, Director Dale': what all members of a board are called is their title."""
        members = [
            p
            for p in people
            if p.printed and p.attendance == "present" and len(p.roles) == 1 and p.roles[0].casefold() in self._of_board
        ]
        if len(members) < _BOARD:
            return
        away = [p for p in people if p.attendance in ("absent", "apologies") and p.roles == members[0].roles]
        for person in (*members, *away):
            person.title = person.title or person.roles[0]
            person.roles.clear()
            person.kind = "councillor"

    def decide(self, person: Person) -> None:
        """Enter the kind of a person, where title or post says it."""
        if person.kind is not None or not person.roles:
            return
        roles = "; ".join(person.roles)
        if self._co_opted.search(roles):
            person.kind = "co_optee"
        elif title_rank(person.title) == 0:
            person.kind = "councillor"
        elif self.officer_post(person.roles):
            person.kind = "officer"
        elif self._member.search(roles) and not _CHAIRS.fullmatch(roles):
            person.kind = "councillor"
