"""Who voted: the names of a list of voters, known to the roster or not."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.likeness import flat
from minutes_extract.parse.address import titles_of
from minutes_extract.people import People
from minutes_extract.records import Ballot, Place
from minutes_extract.roster import Name, Person
from minutes_extract.rules import Patterns

_PARTICLES = "de del della der den di du la le van von ter ten y an na"
_TOKEN = later(r"(?:[^\W\d_]\.){1,3}|[^\W\d_][\w'-]{0,40}")
_BEGIN = later(r"(?<![\w'-])[^\W\d_]")
_SEPARATOR = later(r"[ \t]*(?:[,;|][ \t]*(?:and\b|&)?|\band\b|&)[ \t]*|\t[ \t]*")
_NOBODY = later(r"(?:none|nil|n/a|nobody|no[- ]one)\b", re.IGNORECASE)
_BRACKET = later(r" ?\((?P<said>[^()\n\d]{1,60})\)")


class Voters:
    """Reads names where voters are listed; here a word with a capital is a name, known or not."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.particles = frozenset(_PARTICLES.split())
        self.titles = titles_of(patterns)

    def is_title(self, words: str) -> bool:
        return self.titles.any.is_one(words)

    def ballot(self, start: int, end: int, name: str) -> Ballot:
        return Ballot(self.item.view.printed(start, end), self._person(start, end), name)

    def known(self, start: int, end: int, name: str, count: int | None) -> list[Ballot]:
        """Ballots of a bracket such as '(JP)', as many as are counted; none where it speaks of something else."""
        ballots = [self.ballot(*place, name) for place in self.places(start, end)]
        told = count is not None and len(ballots) == count > 1
        return ballots if told or all(b.person is not None or self.titles.any.end(b.name) for b in ballots) else []

    def places(self, start: int, stop: int) -> list[Place]:
        """Places of the names of a list that begins at `start`; it ends with the first word that is no name."""
        out: list[Place] = []
        at = start
        while at < stop and self.text[at] in " \t:.-|":
            at += 1
        while (place := self._one(at, stop)) is not None:
            out.append(place)
            separator = _SEPARATOR.match(self.text, place[1], stop)
            if separator is None:
                break
            at = separator.end()
        return out

    def _one(self, at: int, stop: int) -> Place | None:
        """One name: titles, up to six words with capitals, a bracket ('Marlowe (J)', 'The Chair (Cllr Quill)')."""
        start, end, titles = at, at, 0
        while titles < 4 and (after := self.titles.any.end(self.text, at, stop)) is not None:
            titles += 1
            plural = self.titles.plural.is_one(self.text[at:after])
            at = end = after
            while at < stop and self.text[at] in (" \t:" if plural else " "):
                at += 1
            if plural:
                start, titles = at, 0
        if _NOBODY.match(self.text, at, stop):
            return None  # 'NOES: Council Members: None'
        words = 0
        while words < 6 and (token := _TOKEN.match(self.text, at, stop)) is not None and self._capital(token, stop):
            words += 1
            end = at = token.end()
            if at < stop and self.text[at] == " ":
                at += 1
        if not words and not (titles > 1 or (titles and self.titles.post.search(self.text, start, end))):
            return None
        bracket = _BRACKET.match(self.text, end, stop)
        return start, bracket.end() if bracket else end

    def _capital(self, token: re.Match[str], stop: int) -> bool:
        word = token[0]
        if word[0].isupper():
            return True
        if word in self.particles:
            after = _TOKEN.match(self.text, token.end() + 1, stop)
            return after is not None and (
                after[0][0].isupper() or after[0] in self.particles or after[0][1:2].isupper()
            )
        return word[0] in "tnh" and word[1:2].isupper()  # 'Mac an tSaoir'

    def ending(self, lo: int, end: int) -> list[Place]:
        """The longest list of names that ends at `end`."""
        at = lo
        while (word := _BEGIN.search(self.text, at, end)) is not None:
            places = self.places(word.start(), end)
            if places and not self.text[places[-1][1] : end].strip(" ,("):
                return places
            at = word.end()
        return []

    def vouched(self, places: list[Place]) -> list[Place]:
        """The last names of a list, as far back as each is known or has a title: 'the Constitution, Rich Lee'."""
        first = len(places)
        while first and self._vouches(*places[first - 1]):
            first -= 1
        return places[first:]

    def _vouches(self, start: int, end: int) -> bool:
        return self.titles.any.end(self.text, start, end) is not None or self._person(start, end) is not None

    def _person(self, start: int, end: int) -> Person | None:
        """The person of a name: as the second stage read it, else by surname and what is printed with it."""
        mentions = [*self.people.within(start, end)]
        if (covering := self.people.at(start)) is not None:
            mentions.insert(0, covering)
        found = next((m.person for m in mentions if m.person is not None), None)
        return found if found is not None else self._by_name(start, end)

    def _by_name(self, start: int, end: int) -> Person | None:
        words = self.text[start:end].strip(" .|")
        roster = self.people.roster
        if words in roster.by_initials:
            return roster.by_initials[words]
        given: tuple[str, ...] = ()
        if (bracket := re.search(r" ?\((\w)\.?\)$", words)) is not None:
            given, words = (bracket[1],), words[: bracket.start()]
        title = None
        while (after := self.titles.any.end(words)) is not None and after < len(words):
            title, words = words[:after], words[after:].lstrip()
        parts = words.split()
        if len(parts) == 1 and not given and len(known := roster.by_given.get(flat(words), [])) == 1:
            return known[0]
        for k in range(len(parts)):
            name = Name(title, (*given, *parts[:k]), " ".join(parts[k:]), 0, 0, 0, 0, True)
            if len(people := roster.find(name)) == 1:
                return people[0]
        return None
