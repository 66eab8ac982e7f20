"""The part of a document that says which meeting it records: what stands before the attendance, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_extract.dates import dates
from minutes_extract.records import Place, Segmented
from minutes_extract.rules import Patterns, Rule

_LONGEST = 4000  # a header with the menu of a web site or a table of contents in it stays below this
_ATTENDANCE = re.compile(
    r"^\W{0,4}(?:(?:members?|councillors?|cllrs?|governors?|trustees|directors|those|officers|also|other|"
    r"board members|other members)\s+)?"
    r"(?:present|attending|in attendance|sederunt|attendance|attended|presiding|in the chair)\b(?=[ ]*(?:[:(.-]|$|\t|by\b)| (?-i:[A-Z]))",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_ITEM = re.compile(r"^\W{0,3}1[.)]?[ \t]+[A-Z]", re.MULTILINE)
_TITLE_LINES = re.compile(
    r"\s*(?:[^\n]{1,60}\n+)?[^\n]{0,80}\b(?:minutes?|meeting)\b[^\n]{0,400}(?:\n+[^\n]{1,100}(?=\n)){0,4}",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"---\s+\w[\w-]*:[^\x00]{0,1500}?^---(?!\S)", re.MULTILINE)
_TITLE = re.compile(
    r"\btitle:\s*[\"']?(?P<title>[^\n\"]{3,200}?)[\"']?\s*(?=\n|$|\"|(?:date|author|categories|layout|tags|slug):)"
)
_PLURAL = re.compile(r"(?:councils|committees|boards|groups|panels|trusts|forums|partnerships)$", re.IGNORECASE)
_NO_NAME = re.compile(
    rf"\d|\b(?:from|to|with(?! \w+ (?:parish|town|community) council)|at|by(?! \w+ (?:parish|town|community) council)|via|is|about)\b|{_PLURAL.pattern}",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:council|cabinet|board|executive|assembly|senate|governors|trustees|pta|ptfa|ptsa|ppg)$", re.IGNORECASE
)
_CUT_SHORT = re.compile(r"\s+of\Z", re.IGNORECASE)  # 'the District Council of held in': the place was lost
_MISREAD = re.compile("[™°º]")  # what a scan makes of the "th" of "7th July"
_WORDS = 18  # no body has a longer name
_JOINING = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "a",
        "an",
        "in",
        "on",
        "at",
        "to",
        "with",
        "from",
        "by",
        "via",
        "&",
        "de",
        "la",
        "le",
        "na",
        "y",
        "ar",
    ]
)
_MENU = 3  # so many councils on lines of their own, one under the other, are the menu of a web site


class Named(NamedTuple):
    """A body named in the header: where the words that name it begin, its place, the rule that found it, and whether
    the name is its own or may be a short form (`set.name`)."""

    start: int
    place: Place
    rule: str
    own: bool
    organization: Place | None = None


def titled(text: str) -> bool:
    """Are these the words of a name or an address: each begins with a capital or a figure, or joins two that do?"""
    words = re.findall(r"[^\s,;/]+", text)
    return bool(words) and all(
        word.lstrip("('\"")[:1].isupper() or word[:1].isdigit() or word.lower() in _JOINING for word in words
    )


class Header:
    """The header of one document. `text` is the reading text, its title lines parted; places in it are the view's."""

    def __init__(self, document: Segmented, patterns: Patterns) -> None:
        text = _MISREAD.sub(" ", document.view.text)
        front = _FRONT_MATTER.match(text)
        found = _TITLE.search(text, 0, front.end()) if front else None
        self.title = found.span("title") if found else None
        if self.title is not None:  # a line of its own, so that rules for lines read it
            lo, hi = self.title
            text = f"{text[: lo - 1]}\n{text[lo:hi]}\n{text[hi + 1 :]}"
        self.text = text
        self.layout = document.layout
        self.patterns = patterns
        self.lo = front.end() if front else 0
        self.hi = self._end(document.head[1])
        self.head = patterns.regex(r"\b{body_head:ends}\b")
        self.parent = patterns.regex(r"(?:the )?{meeting_parent}\W*")
        self.ignored = [
            m.span() for rule in self._rules("not", 0, self.hi) for m in patterns.matches(rule, text, 0, self.hi)
        ]
        self.lines = [m.span() for m in re.finditer(r"[^\n]+", text[: self.hi]) if m.start() >= self.lo]
        self.menus: list[Place] = []
        self.sentences = self._sentences()
        self.names = self._names()

    def _end(self, head: int) -> int:
        """The header ends with the attendance, or else with the first item or the first number of an agenda."""
        for label in _ATTENDANCE.finditer(self.text, self.lo, self.lo + _LONGEST):
            if self.text[self.lo : label.start()].strip():  # not where the attendance stands above the title
                return label.start()
        hi = min(max(head, self.lo), self.lo + _LONGEST)
        if not self.text[self.lo : hi].strip():
            hi = self._title_lines()
        first = _FIRST_ITEM.search(self.text, self.lo, hi)
        return first.start() if first else hi

    def _dated(self, hi: int) -> bool:
        """Does the text up to here tell a date?"""
        return any(date.iso is not None for date in dates(self.text, self.lo, hi))

    def _title_lines(self) -> int:
        """The end of the lines that open the text, where they tell of a meeting and its date and yet are no header of
        their own: 'Minutes of Strathwex Community Council Meeting' taken for the heading of an item."""
        opening = _TITLE_LINES.match(self.text, self.lo)
        return opening.end() if opening and self._dated(opening.end()) else self.lo

    def _rules(self, form: str, lo: int, hi: int) -> list[Rule]:
        return [rule for rule in self.patterns.near("recognise.meeting", self.text, lo, hi) if rule.form == form]

    def about_another(self, at: int) -> bool:
        """Does this place belong to words that are about another meeting, or about the paper?"""
        return any(lo <= at < hi for lo, hi in self.ignored)

    def matches(self, form: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """What the rules of a form find in the header, then in the title of the front matter; rule by rule."""
        for lo, hi in ((self.lo, self.hi), *((self.title,) if self.title else ())):
            for rule in self._rules(form, lo, hi):
                for match in self.patterns.matches(rule, self.text, lo, hi):
                    if not self.about_another(match.start()):
                        yield rule, match

    def line_at(self, at: int) -> int:
        """Index of the line that holds this place; -1 where none does."""
        return next((i for i, (lo, hi) in enumerate(self.lines) if lo <= at <= hi), -1)

    def line(self, i: int) -> str:
        """The words of a line, up to the first tab."""
        lo, hi = self.lines[i]
        return self.text[lo:hi].strip().split("\t")[0].strip()

    def _sentences(self) -> list[Named]:
        """Bodies named in a sentence, the surest first."""
        found: list[Named] = []
        for rule, match in self.matches("names"):
            parent = match.span("organization") if "organization" in rule.regex.groupindex else None
            start, end = match.span("body")
            end = start + len(_CUT_SHORT.sub("", self.text[start:end]))
            found.append(Named(match.start(), (start, end), rule.id, rule.set.get("name") == "own", parent))
        return [named for named in found if self._is_name(named.place)]

    def _is_name(self, place: Place) -> bool:
        name = self.text[slice(*place)]
        words = name.split()
        return len(words) <= _WORDS and bool(self.head.search(name) or titled(name)) and not _PLURAL.search(name)

    def _names(self) -> list[Named]:
        """Bodies named by a line, in the order of the text, a menu of councils left out; the front matter's last."""
        found: dict[int, Named] = {}
        for rule, match in self.matches("line"):
            name = match["body"]
            if titled(name) and not _NO_NAME.search(name) and (" " in name or _ALONE.match(name)):
                line = self.text.rfind("\n", 0, match.start() + 1) + 1
                found.setdefault(line, Named(match.start(), match.span("body"), rule.id, rule.id.endswith("body-line")))
        councils = [lo in found and bool(self.parent.fullmatch(self.text[lo:hi].strip())) for lo, hi in self.lines]
        for first, last in _runs(councils):
            if last - first >= _MENU:
                self.menus.append((self.lines[first][0], self.lines[last - 1][1]))
        for lo, hi in self.menus:
            found = {at: named for at, named in found.items() if not lo <= at < hi}
        return [found[at] for at in sorted(found, key=lambda at: (at < self.lo, at))]


def _runs(flags: list[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of flags that are set, as half-open ranges."""
    start = None
    for i, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            yield start, i
            start = None
