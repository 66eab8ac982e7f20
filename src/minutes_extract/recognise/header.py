"""The part of a document that says which meeting it records: what stands before the attendance, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_extract.records import Place, Segmented
from minutes_extract.rules import Patterns, Rule

_LONGEST = 4000  # a header with the menu of a web site or a table of contents in it stays below this
_ATTENDANCE = re.compile(
    r"^\W{0,4}(?:(?:members?|councillors?|cllrs?|governors?|trustees|directors|those|officers|also|board members)\s+)?"
    r"(?:present|attending|in attendance|sederunt|attendance|attended)\b(?=[ ]*(?:[:(.-]|$|\t|by\b)| (?-i:[A-Z]))",
    re.IGNORECASE | re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"---\s+\w[\w-]*:[^\x00]{0,1500}?^---[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"\btitle:\s*[\"']?(?P<title>[^\n\"]{3,200}?)[\"']?\s*(?=\n|$|\"|(?:date|author|categories|layout|tags|slug):)")
_PLURAL = re.compile(r"(?:councils|committees|boards|groups|panels|trusts|forums|partnerships)$", re.IGNORECASE)
_ALONE = re.compile(r"(?:full )?(?:council|cabinet|board|executive|assembly|senate|governors|trustees)$", re.IGNORECASE)
_JOINING = frozenset("of the and for a an in on at to with from by & de la le na y ar".split())
_MENU = 3  # so many councils on lines of their own, one under the other, are the menu of a web site


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in the header: its place, the rule that found it, and what the rule says of it (`set.name`)."""

    place: Place
    rule: Rule
    own: bool


def titled(text: str) -> bool:
    """Are these the words of a name or an address: each begins with a capital or a figure, or joins two that do?"""
    words = re.findall(r"[^\s,;/]+", text)
    return bool(words) and all(word.lstrip("('\"")[:1].isupper() or word[:1].isdigit() or word.lower() in _JOINING or word == "-" for word in words)


class Header:
    """The header of one document: its bounds in `text`, its lines, and the title that a front matter gives."""

    def __init__(self, document: Segmented, text: str, patterns: Patterns) -> None:
        self.text = text
        self.patterns = patterns
        front = _FRONT_MATTER.match(text)
        self.lo = front.end() if front else 0
        self.title = self._title(front)
        self.hi = self._end(document.head[1])
        self.ignored = [m.span() for rule in self._rules("not") for m in rule.regex.finditer(text, 0, self.hi)]
        self.lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if self.lo <= m.start() < self.hi]
        self.parent = patterns.regex(r"(?:the )?{meeting_parent}\W*")

    def _title(self, front: re.Match[str] | None) -> Place | None:
        found = _TITLE.search(self.text, 0, front.end()) if front else None
        return found.span("title") if found else None

    def _end(self, head: int) -> int:
        """The header ends with the attendance, or else with the first item."""
        label = _ATTENDANCE.search(self.text, self.lo, self.lo + _LONGEST)
        return label.start() if label else min(max(head, self.lo), self.lo + _LONGEST)

    def _rules(self, form: str) -> list[Rule]:
        return [rule for rule in self.patterns.stage("recognise.meeting") if rule.form == form]

    def about_another(self, at: int) -> bool:
        """Does this place belong to words that are about another meeting, or about the paper?"""
        return any(lo <= at < hi for lo, hi in self.ignored)

    def matches(self, form: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """What the rules of a form find in the header, then in the title of the front matter; rule by rule."""
        scopes = [(self.lo, self.hi), *([self.title] if self.title else [])]
        for lo, hi in scopes:
            for rule in self._rules(form):
                for match in rule.regex.finditer(self.text, lo, hi):
                    if not self.about_another(match.start()):
                        yield rule, match

    def sentences(self) -> list[Named]:
        """Bodies named in a sentence, the surest first."""
        return [Named(match.span("body"), rule, rule.set.get("name") == "own") for rule, match in self.matches("names")]

    def names(self) -> list[Named]:
        """Bodies named by a line, in the order of the text; a menu of councils left out; then the front matter's."""
        found: dict[int, Named] = {}
        for rule, match in self.matches("line"):
            place = match.span("body")
            name = self.text[slice(*place)]
            if titled(name) and not re.search(r"\d", name) and not _PLURAL.search(name) and (" " in name or _ALONE.match(name)):
                found.setdefault(self.text.rfind("\n", 0, match.start() + 1) + 1, Named(place, rule, True))
        below = sorted(at for at in found if at >= self.lo)
        menu = {at for at in below if self._in_menu(at, found)}
        last = [found[at] for at in sorted(set(found) - set(below))]
        return [*(found[at] for at in below if at not in menu), *last]

    def _in_menu(self, at: int, found: dict[int, Named]) -> bool:
        k = next((i for i, (lo, _) in enumerate(self.lines) if lo == at), None)
        if k is None:
            return False
        first = last = k
        while first > 0 and self._council(self.lines[first - 1], found):
            first -= 1
        while last + 1 < len(self.lines) and self._council(self.lines[last + 1], found):
            last += 1
        names = {self.text[lo:hi].strip().casefold() for lo, hi in self.lines[first : last + 1]}
        return self._council(self.lines[k], found) and len(names) >= _MENU

    def _council(self, line: Place, found: dict[int, Named]) -> bool:
        return line[0] in found and self.parent.fullmatch(self.text[slice(*line)].strip()) is not None

    def line_at(self, at: int) -> int:
        """Index of the line that holds this place; -1 where none does."""
        return next((i for i, (lo, hi) in enumerate(self.lines) if lo <= at <= hi), -1)
