"""The end of a line of the source, where a conversion from PDF leaves what stood in the columns beside it: owners and dues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_extract.later import later
from minutes_extract.likeness import flat
from minutes_extract.people import People
from minutes_extract.records import Owner, Place
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns
from minutes_extract.spans import View

_DUE = later(
    r"(?:asap|as soon as [\w ]{2,20}|ongoing|\d{1,2}[./]\d{1,2}[./](?:20)?\d\d|(?:by )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: 20\d\d)?|next meeting)\.?$",
    re.IGNORECASE,
)
_NAME_AT_END = later(r"(?<=[a-z.,] )[A-Z][a-z]+ [A-Z][a-z'-]+$")
_LABEL_AT_END = later(r"\b[a-z]\.$")
BULLET = later(r"[•*●]\s")


@dataclass(slots=True)
class Tail:
    """What stands in the owner column at the end of a line: from `start`, the owners' words, and a due."""

    start: int
    words: list[str]
    due: Place | None


def source_lines(view: View, lo: int, hi: int) -> Iterator[Place]:
    """The lines of the source in view[lo:hi], also those that the view has joined; empty ones left out."""
    start = lo
    for at in view.line_ends(lo, hi):
        if view.text[start:at].strip():
            yield start, at
        start = at + 1
    if view.text[start:hi].strip():
        yield start, hi


class TailReader:
    """Reads the owners at the end of lines, with the names and posts of the roster."""

    def __init__(self, view: View, people: People, patterns: Patterns) -> None:
        self.text = view.text
        self.people = people
        self.patterns = patterns
        self.posts = patterns.any_of("column_post")

    def read(self, line: Place) -> Tail | None:
        """Owners, and perhaps a due, at the end of a line: 'Clerk asap', 'Ben 11/01/2023', 'Marsh/Clerk', 'c. Ada Quill'."""
        lo, hi = line
        while hi > lo and self.text[hi - 1].isspace():
            hi -= 1
        due: Place | None = None
        found = _DUE.search(self.text, lo, hi)
        if found is not None and found.start() > lo:
            due = found.span()
            hi = found.start()
            while hi > lo and self.text[hi - 1].isspace():
                hi -= 1
        words: list[str] = []
        at = hi
        while at > lo:
            start = self.text.rfind(" ", lo, at) + 1 or lo
            word = self.text[start:at]
            if not self._owner_word(word):
                break
            words.insert(0, word)
            at = start
            joined = word.startswith("/") or self.text[lo:at].rstrip().endswith("/")
            if not joined and (word.split("/")[0].lower() in self.posts or len(words) > 5):
                while at > lo and self.text[at - 1].isspace():
                    at -= 1
                break
            while at > lo and self.text[at - 1].isspace():
                at -= 1
        named = _NAME_AT_END.search(self.text, lo, hi) if due and not words else None
        if named is not None:  # beside a date even a name that is told nowhere else is an owner
            words, at = named[0].split(), named.start()
        if not words:
            return None
        label = _LABEL_AT_END.search(self.text, max(lo, at - 3), at)
        return Tail(label.start() if label else at, words, due)

    def _owner_word(self, word: str) -> bool:
        parts = [p for p in re.split(r"[/&,]", word) if p]
        return bool(parts) and all(self.known(p) for p in parts)

    def known(self, word: str) -> bool:
        """Is the word a post of the column, or a name or initials of somebody on the roster?"""
        roster = self.people.roster
        if word.lower() in self.posts:
            return word[:1].isupper()
        return word[:1].isupper() and (
            flat(word) in roster.by_family or flat(word) in roster.by_given or word in roster.by_initials
        )

    def owners(self, words: list[str]) -> list[Owner]:
        """The owners that the words of a column spell: 'Ben Marsh/Clerk', 'AQ / IP'."""
        out: list[Owner] = []
        for part in re.split(r"\s*(?:/|&|,|\band\b)\s*", " ".join(words)):
            name = part.strip(" .;")
            if name and not any(o.name == name for o in out):
                out.append(Owner(name, self.person(name)))
        return out

    def person(self, name: str) -> Person | None:
        """The one person of the roster whom a name, initials or a post means."""
        roster = self.people.roster
        if name in roster.by_initials:
            return roster.by_initials[name]
        last = flat(name.split()[-1])
        first = flat(name.split()[0])
        found = [
            p
            for p in roster.by_family.get(last, [])
            if len(name.split()) == 1 or not p.given or flat(p.given[0])[:1] == first[:1]
        ]
        found = found or (roster.by_given.get(first, []) if len(name.split()) == 1 else [])
        found = (
            found
            or roster.holders(name)
            or [p for p in roster.people if not p.printed and name.lower() in (r.lower() for r in p.roles)]
        )
        return found[0] if len(found) == 1 else None
