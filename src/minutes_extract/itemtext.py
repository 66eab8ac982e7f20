"""The words of one item as the third stage reads them: paragraphs with their labels, and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from minutes_extract.records import Section
from minutes_extract.spans import View

_LABEL = re.compile(
    r"(?P<bullet>[•*\-]\s+)?(?P<open>\()?(?P<token>\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}|[ivxlc]{1,6}|[IVX]{2,5}|[a-z]{1,2}|[A-Z])(?P<close>[.)]+|(?<=\b[A-Z]):(?=\s)|(?<=\.\d)(?=\s|$)|(?<=\.\d\d)(?=\s|$))(?:\s+|$|(?<=\))(?=[A-Za-z]{2}))"
)
_BARE = re.compile(r"(?P<token>\d{1,2}|[A-Z])[ \t]+(?=[A-Z][a-z]*\b)")
_BULLET = re.compile(r"(?:[•*]|-(?=\s)|o(?=\t))\s*")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ABBREVIATION = re.compile(
    r"(?:\b(?:Cllrs?|Crs?|Mr|Mrs|Ms|Dr|Rev|Revd|Prof|St|No|Nos|Ref|vs|etc|approx|e\.g|i\.e|Hon|Ald|Atty|Chr|Clk|Supt|Capt|Lt|Sgt|Insp|para|p|pp|[Pp]rop|[Ss]ec)|\b[A-Z])\.$"
)
_NEAR = 2000  # characters from one numeral of a list to the next
LONGEST = 3000  # characters of a sentence; what goes on for longer is a table or a text that lost its stops
# 'RESOLUTION NO. 2023-4' goes on
_END = re.compile(r"[.!?](?<![.!?][.!?])(?!(?<=[A-Z] NO\.) ?[\d#])[.!?]*+[\"')\]]*(?=\s+[\"'(\[]*(?:[A-Z0-9£•]|\"))")


class Label(NamedTuple):
    """A printed label: 'a)' has token 'a', style 'a)' and ordinal 1; '(iv)' has style '(i)' and ordinal 4."""

    token: str
    style: str
    ordinal: int
    printed: str


@dataclass(slots=True)
class Paragraph:
    """One paragraph: `start`, `end` in the view, `at` where its words begin behind bullet and label."""

    start: int
    end: int
    at: int
    label: Label | None
    bullet: bool


@dataclass(slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int


def read_label(text: str, start: int, end: int) -> tuple[Label | None, int, bool]:
    """Label, position behind it, and whether a bullet stands there."""
    match = _LABEL.match(text, start, end)
    if match is None or (match["open"] and ")" not in match["close"]):
        bullet = _BULLET.match(text, start, end)
        return None, bullet.end() if bullet else start, bullet is not None
    token = match["token"]
    printed = text[match.end("bullet") if match["bullet"] else match.start() : match.end("close")]
    frame = f"{match['open'] or ''}{{}}{match['close'][:1]}"
    if token[0].isdigit():
        parts = token.split(".")
        return (
            Label(token, frame.format("1" + ".1" * (len(parts) - 1)), int(parts[-1]), printed),
            match.end(),
            bool(match["bullet"]),
        )
    if token in ("I", "V", "X") or (len(token) > 1 and token.isupper()):
        capital = _capital_roman(text, match)
        if capital is not None:
            return Label(token, frame.format("I"), capital, printed), match.end(), bool(match["bullet"])
    roman = _roman(token) if set(token) <= set(_ROMAN) else None
    if roman is not None and (len(token) > 1 or token in "ivx"):
        return Label(token, frame.format("i"), roman, printed), match.end(), bool(match["bullet"])
    if len(token) == 2 and token[0] != token[1]:
        bullet = _BULLET.match(text, start, end)
        return None, bullet.end() if bullet else start, bullet is not None
    ordinal = ord(token[0].lower()) - 96 + 26 * (len(token) - 1)
    return (
        Label(token, frame.format("a" if token.islower() else "A"), ordinal, printed),
        match.end(),
        bool(match["bullet"]),
    )


def _capital_roman(text: str, match: re.Match[str]) -> int | None:
    """The value of 'II.'; of 'I.', 'V.' and 'X.', which may be letters or initials, where the next or last numeral stands near."""
    token, close = match["token"], match["close"][:1]
    near = {
        "I": f"\n{match['open'] or ''}II{close}",
        "V": f"\n{match['open'] or ''}IV{close}",
        "X": f"\n{match['open'] or ''}IX{close}",
    }
    if token == "I" and text.find(near[token], match.end(), match.end() + _NEAR) < 0:
        return None
    if token in ("V", "X") and text.find(near[token], max(0, match.start() - _NEAR), match.start()) < 0:
        return None
    return _roman(token.lower())


def _bare_labels(text: str, paragraphs: list[Paragraph]) -> None:
    """Label '1 That ...', '2 That ...' and 'A The ...', 'B The ...': numbers and letters without a stop, from the first on."""
    run: list[tuple[Paragraph, Label, int]] = []
    for p in [*paragraphs, None]:
        if p is not None and (p.label is not None or p.bullet):
            continue  # a point of a point
        match = _BARE.match(text, p.start, p.end) if p is not None else None
        token = match["token"] if match is not None else ""
        style, ordinal = ("1", int(token)) if token.isdigit() else ("A", ord(token) - 64 if token else 0)
        if not (ordinal == len(run) + 1 and (not run or run[-1][1].style == style)):
            if len(run) > 1:
                for point, label, words in run:
                    point.label, point.at = label, words
            run = []
        if p is not None and match is not None and ordinal == len(run) + 1:
            run.append((p, Label(token, style, ordinal, token), match.end()))


def _roman(token: str) -> int | None:
    total = 0
    for here, after in zip(token, [*token[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total if 0 < total < 60 else None


class ItemText:
    """The body of one item. Positions are those of the view; `text` is the whole view, not only the item's part."""

    def __init__(self, view: View, section: Section) -> None:
        self.view = view
        self.text = view.text
        self.section = section
        self.lo, self.hi = section.lo, section.hi
        self._places: dict[re.Pattern[str], list[int]] = {}

    def places(self, cue: re.Pattern[str]) -> list[int]:
        """Where a cue stands in the item, in order; it is looked for once however often it is asked for."""
        if cue not in self._places:
            self._places[cue] = [match.start() for match in cue.finditer(self.text, self.lo, self.hi)]
        return self._places[cue]

    def stands_behind(self, cue: re.Pattern[str], at: int) -> bool:
        """Does a cue stand anywhere behind a place of the item?"""
        places = self.places(cue)
        return bool(places) and places[-1] >= at

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the item in order, empty ones left out."""
        out: list[Paragraph] = []
        at = self.lo
        while at < self.hi:
            end = self.text.find("\n", at, self.hi)
            end = self.hi if end < 0 else end
            start = at
            while start < end and self.text[start].isspace():
                start += 1
            stop = end
            while stop > start and self.text[stop - 1].isspace():
                stop -= 1
            if start < stop:
                label, words, bullet = read_label(self.text, start, stop)
                out.append(Paragraph(start, stop, min(words, stop), label, bullet))
            at = end + 1
        _bare_labels(self.text, out)
        return out

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the item in order; a paragraph's label and bullet belong to no sentence."""
        out: list[Sentence] = []
        for k, p in enumerate(self.paragraphs):
            start = p.at
            for match in _END.finditer(self.text, p.at, p.end):
                if _ABBREVIATION.search(self.text, max(p.at, match.start() - 8), match.start() + 1) and match[0] == ".":
                    continue
                out.append(Sentence(start, match.end(), k))
                start = match.end()
                while start < p.end and self.text[start].isspace():
                    start += 1
            gap = self.text.rfind("\t", start, p.end)
            if (
                gap > start and p.end - gap < 24
            ):  # '... Balance of £6,564.21<gap>Noted': a column, not a part of the sentence
                out.append(Sentence(start, gap, k))
                start = gap + 1
            if start < p.end:
                out.append(Sentence(start, p.end, k))
        return out

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text[self.lo : self.hi])]

    def breaks(self, start: int, end: int) -> int:
        """How many lines end between two places, which may be far apart: counting them each time would take too long."""
        return bisect_left(self._breaks, end - self.lo) - bisect_left(self._breaks, start - self.lo)

    def back(self, place: int, lines: int) -> int:
        """Where the line begins that stands so many lines before the one of a place; the item's start, if there is none."""
        k = bisect_left(self._breaks, place - self.lo) - lines
        return self.lo + self._breaks[k - 1] + 1 if k > 0 else self.lo

    def ahead(self, place: int, lines: int) -> int:
        """Where the line ends that stands so many lines behind the one of a place; the item's end, if there is none."""
        k = bisect_left(self._breaks, place - self.lo) + lines
        return self.lo + self._breaks[k] if k < len(self._breaks) else self.hi

    @cached_property
    def _points(self) -> list[int]:
        return [p.start for p in self.paragraphs if p.label is not None and "." in p.label.token]

    def parted(self, start: int, end: int) -> bool:
        """Does a numbered point ('9.2') begin between two places, with words of its own before the second?"""
        k = bisect_left(self._points, end) - 1
        return k >= 0 and self._points[k] >= start and self.paragraphs[self.paragraph_at(end)].at < end

    def paragraph_at(self, position: int) -> int:
        """Index of the paragraph that holds a position (the one before it, where it stands between two)."""
        return max(0, bisect_right(self._paragraph_starts, position) - 1)

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence of a position, or None between sentences and where words run on for pages without a stop."""
        k = bisect_right(self._sentence_starts, position) - 1
        found = self.sentences[k] if k >= 0 else None
        return found if found is not None and position < found.end and found.end - found.start <= LONGEST else None
