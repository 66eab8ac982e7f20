"""Headings that no list knows, in the dress of those that it knows: 'Village Hall. Bookings were up.' among 'Footpaths. ...'."""

from __future__ import annotations

import re
from collections import Counter

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.page import source_offset
from minutes_extract.segment.words import title_case

_FEWEST = {"caps": 2, ".": 3, ":": 3, "-": 3}  # headings of a dress that show how the page prints them
_CAPS = re.compile(
    r"(?P<title>(?=[^a-z\n]{0,60}[A-Z]{4})[A-Z][^a-z\n:]{4,80}?)\s?(?::|\s[-\u2013]|\.)\s+(?=[\"'(]?[A-Z][a-z])"
)
_SMALL = re.compile(r"(?P<title>[A-Z][^.:\n\u2013]{3,48}?)(?P<stop>[.:]|\s[-\u2013])\s+(?=[\"'(]?[A-Z])")
_WORDS = 6  # of a title in small letters
_SAID = 25  # characters of the statement behind it


def alike(finder: Finder, headings: list[Candidate]) -> list[Candidate]:
    """The headings, and the paragraphs that open with words of their own in the same dress, before the first only known ones."""
    dresses = Counter(_dress(finder, c) for c in headings if c.run_in)
    shown = {dress for dress, fewest in _FEWEST.items() if dresses[dress] >= fewest}
    if not shown:
        return headings
    taken = {k for c in headings for k in range(c.line, c.last_line + 1)}
    apart = all(finder.lines[c.line].blanks for c in headings[1:])
    more = [
        c
        for i in finder.open
        if i not in taken and (finder.lines[i].blanks or not apart)
        if i > headings[0].line or finder.titles.stock(finder.lines[i].text)
        if (c := _opened(finder, i, shown)) is not None
    ]
    return sorted([*headings, *more], key=lambda c: c.at)


def _dress(finder: Finder, heading: Candidate) -> str:
    if heading.title.isupper():
        return "caps"
    text = finder.lines[heading.line].text
    found = _SMALL.match(text)
    return _stop(found) if found else ""


def _stop(found: re.Match[str]) -> str:
    return found["stop"].strip().replace("\u2013", "-")


def _opened(finder: Finder, i: int, shown: set[str]) -> Candidate | None:
    """The heading that opens line i in one of the dresses shown."""
    line = finder.lines[i]
    found = _CAPS.match(line.text) if "caps" in shown else None
    if found is None:
        found = _SMALL.match(line.text)
        if found is None or _stop(found) not in shown or not _titled(finder, found):
            return None
    title, words = found["title"].strip(), finder.words
    rest = line.text[found.end() :]
    of_minutes = title.casefold() == "minutes" and "minutes" in rest.casefold()
    if (
        line.bullet
        or (words.banner.fullmatch(title) and not of_minutes)
        or words.people.match(line.text)
        or words.abbreviated.search(title)
    ):
        return None
    told = len(rest) > _SAID and words.is_prose(rest)
    if not told and words.verdict.search(rest) is None and words.cue.match(rest) is None:
        return None
    span = (source_offset(line, 0), source_offset(line, len(title)))
    dress = "caps" if title.isupper() else ""
    body = source_offset(line, found.end())
    return Candidate(i, line.raw, None, title, span, body, 0.0, dress, run_in=True, last_line=i)


def _titled(finder: Finder, found: re.Match[str]) -> bool:
    title = found["title"]
    return (
        len(title.split()) <= _WORDS
        and title_case(title)
        and finder.words.finite.search(title) is None
        and finder.words.post.match(title) is None
    )
