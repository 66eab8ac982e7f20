"""Every line that could open an item, with how much it looks like a heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter

from minutes_extract.segment.extent import extent, title_above
from minutes_extract.segment.lines import Line
from minutes_extract.segment.numberedpage import NumberedPage
from minutes_extract.segment.numbers import Label, read_number
from minutes_extract.segment.titletext import cleaned
from minutes_extract.segment.words import title_case

_LEAD = re.compile(
    r"(?:subject|topic|re|matter|application)\s*:\s*|application\s+(?=[A-Z]{0,5}/?\d)", re.IGNORECASE
)  # 'SUBJECT: ROAD REPORT'
_FROM = re.compile(r"\s(?:received )?from (?=cllr|councillor|m(?:r|rs|s|iss)\b|dr\b)", re.IGNORECASE)
RESOLUTION = re.compile(r"(?:resolutions?|recommendations?|motions?)(?:\s+That\b|$)", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]{4,}")  # in a heading of capitals; not in a code ('CFM-17-8')
_APPLICATION = re.compile(r"[A-Z]{0,5}/?\d{2,4}/\d{3,6}/[A-Z]{1,6}\b")  # '13.' / '22/00412/FUL - Net Loft'
# 'Decision - 18/00640/F - Fen House - To note application permitted for a garage.'
_FILED = re.compile(rf"(?:[A-Z][a-z]+ ){{0,2}}[-\u2013:]? ?{_APPLICATION.pattern}")
_MOVED = re.compile(r"(?:[•*-]\s*)?(?:moved|seconded|proposed)(?: by)?\s*:", re.IGNORECASE)
_BULLET = re.compile(r"[•*-]\s*(?=[A-Z])")
_AGAIN = re.compile(
    r"\d{1,2}[.)]\s+(?=[A-Z])"
)  # the number on the agenda behind that of the minutes: 'C048/23  1. APOLOGIES'
_BRACKETED = re.compile(r"\(\d{1,3}\)\s+(?=[A-Z])")  # the same in brackets: '221 (28) SCRUTINY OVERVIEW'
_LISTED_END = re.compile(r"(?:;|; and|, and|;\s*or)$")


@dataclass(slots=True)
class Candidate:
    """A line, or a place in a line, that could open an item."""

    line: int
    at: int  # source offset at which the item would begin
    label: Label | None
    title: str
    title_span: tuple[int, int] | None  # source offsets
    body: int  # source offset at which what follows the heading begins
    score: float
    dress: str
    run_in: bool = False
    stock: bool = False
    item_line: str | None = None
    sentence: bool = False
    last_line: int = 0
    references: list[str] = field(default_factory=list)

    def copy(self) -> Candidate:
        """Another one like it."""
        return Candidate(*_fields(self))


_fields = attrgetter(*(field.name for field in fields(Candidate)))


class Finder(NumberedPage):
    """Reads candidates from the lines of one document."""

    def numbered(self, i: int) -> Candidate | None:
        """The heading that begins with the number of line i."""
        label = self.item_number(i)
        return self.with_label(i, label) if label else None

    def bare(self, i: int) -> Candidate:
        """The heading that line i would be without a number."""
        return self.with_label(i, None)

    def behind_bullet(self, i: int) -> Candidate | None:
        """The heading that line i would be without its bullet."""
        bullet = _BULLET.match(self.lines[i].text)
        return self.with_label(i, None, bullet.end()) if bullet else None

    def with_label(self, i: int, label: Label | None, at: int = 0) -> Candidate:
        """The heading that begins with a number or a letter of line i, or at position `at` with neither."""
        asked = i, label, at
        if asked not in self._known:
            self._known[asked] = self._read(*asked)
        return self._known[asked].copy()

    @cached_property
    def _known(self) -> dict[tuple[int, Label | None, int], Candidate]:
        """By line, label and position, the headings that were asked for: each way of reading headings asks anew."""
        return {}

    def _read(self, i: int, label: Label | None, at: int) -> Candidate:
        line = self.lines[i]
        at = label.end if label else at
        if lead := _LEAD.match(line.text, at):
            at = lead.end()
        elif (label is not None and len(label.numbers) > 1 and (again := _AGAIN.match(line.text, at))) or (
            label is not None and (again := _BRACKETED.match(line.text, at))
        ):
            at = again.end()
        words = line.text[at:]
        alone = label is not None and not words.strip()
        score, first, begin = 0.0, i, i
        if label is not None and alone:
            place = self._above(i) if label.shape in self.titles_above else self._beside(i, label)
            if isinstance(place, float):
                return Candidate(i, line.raw, label, "", None, line.end, place, "alone", last_line=i)
            first, at, words = place, 0, self.lines[place].text
            begin = min(i, first, self.coded.get(i, i))
            score += 1.8
        found = extent(self, first, at, alone)
        title, references = cleaned(found.text)
        dress = self._dress(line, alone, found.item_line, title)
        known = self.titles.begins(title, 0) if title else None
        stock = known is not None
        # 'Accounts were presented and accepted for payment.' begins like a stock heading and is none
        short = known is not None and (len(title) < known + 25 or not self.words.finite.search(title, known))
        # 'The minutes were approved.', 'Apologies received from Cllr Dole.'
        told = known is not None and (self.words.auxiliary.match(title, known) or _FROM.match(title, known)) is not None
        filed = _FILED.match(title) is not None
        sentence = (
            bool(title)
            and not found.item_line
            and not filed
            and (told or (not short and self.words.is_sentence(title)))
        )
        nxt = self.after(found.last)
        if label is not None and title.isupper() and nxt is not None and not self.lines[nxt].text.isupper():
            sentence = False  # 'OTHER MATTERS THAT THE CHAIR HAS RULED TO BE URGENT.' over its text in small letters
        if label is not None and line.bold == 2 and not found.run_in and title[-1:] not in ".;:":
            sentence = False  # '**9. Accounts to be presented for approval**' over what became of them
        candidate = Candidate(
            begin,
            self.lines[begin].raw,
            label,
            title,
            found.span,
            max(found.body, line.end) if alone else found.body,
            score,
            dress,
            found.run_in,
            stock,
            found.item_line,
            sentence,
            max(found.last, i),
            references,
        )
        candidate.score += self._worth(candidate, line, first, words)
        return candidate

    def _beside(self, i: int, label: Label) -> int | float:
        """The line that holds the title of a number alone on line i; or what the number is worth without a title."""
        nxt = self.after(i)
        if nxt is None or (self.lines[nxt].blanks > 3 and self.lines[nxt].text[:1].islower()):
            return -4.0
        words = self.lines[nxt].text
        if _MOVED.match(words):
            return 2.0  # the page has lost the titles: '1.' / 'Moved by: Councillor Lund'
        above, behind = self.after(i, -1), self.after(nxt)
        if not self._heading_in_capitals(nxt):
            # a page of two columns: 'LATE ITEMS' / '5' / 'None.', or '5' / 'None.' / 'LATE ITEMS'
            untitled = self.words.banner.fullmatch(words.rstrip(".")) is not None
            if untitled and above is not None and self._heading_in_capitals(above) and not self.number_above(above):
                return above
            if untitled and behind is not None and self._heading_in_capitals(behind):
                return behind
        other = None if _APPLICATION.match(words) else read_number(words)
        if other is not None:
            deeper = len(other.numbers) > len(label.numbers)
            alone_again = not words[other.end :].strip()
            own = bool(other.close) and not label.close and words[other.end : other.end + 1].isupper()
            if deeper or alone_again or own or other.numbers == label.numbers:
                return -0.5  # the number of a page, or of a table
        return nxt

    @cached_property
    def titles_above(self) -> set[str]:
        """The shapes of numbers that stand alone on the line behind their title ('APOLOGIES' / 'PLA61/17')."""
        above: Counter[str] = Counter()
        below: Counter[str] = Counter()
        bare: Counter[str] = Counter()
        for i in self.open:
            label = read_number(self.lines[i].text)
            if label is None or label.end < len(self.lines[i].text):
                continue
            bare[label.shape] += 1
            for count, k in ((above, self.after(i, -1)), (below, self.after(i))):
                text = self.lines[k].text if k is not None else ""
                capitals = text.isupper() and _WORD.search(text) is not None
                heading = (
                    (capitals or self.titles.stock(text))
                    and not self.words.banner.fullmatch(text)
                    and not self.words.is_sentence(text)
                )
                owned = count is above and k is not None and self.number_above(k)
                count[label.shape] += heading and not owned and read_number(text) is None
        return {s for s, count in above.items() if count >= 3 and count > 2 * below[s] and 2 * count >= bare[s]}

    def _above(self, i: int) -> int | float:
        first = title_above(self, i)
        return first if first is not None else -0.5

    def _heading_in_capitals(self, i: int) -> bool:
        text = self.lines[i].text
        return text.isupper() and not self.words.banner.fullmatch(text) and self.titles.begins(text, 0) is not None

    def _dress(self, line: Line, alone: bool, item_line: str | None, title: str) -> str:
        parts = [f"md{line.level}" if line.level else "", "alone" if alone else "", "bold" if line.bold == 2 else ""]
        parts += ["item" if item_line else "", "caps" if title.isupper() and len(title) > 4 else ""]
        return "+".join(part for part in parts if part)

    def _worth(self, c: Candidate, line: Line, first: int, words: str) -> float:
        """How much the line looks like a heading: tuned by reading the chains found in real minutes of each family."""
        worth = 0.0
        title = c.title
        if not title:
            return -2.0
        worth += 3.0 * (c.stock and not c.sentence) + 4.0 * bool(c.item_line) + 2.5 * bool(line.level)
        worth += 1.5 * (line.bold == 2) + 0.7 * (line.bold == 1) + 1.5 * (title.isupper() and len(title) > 4)
        worth += 0.4 * bool(line.blanks) + 0.6 * title_case(title)
        nxt = self.after(c.last_line)
        if nxt is not None:
            worth += 0.4 * bool(self.lines[nxt].blanks)
            if self.is_label(self.lines[nxt].text):
                worth += 2.5
        if c.sentence:
            worth -= 1.5 if c.stock else 3.0  # '1. Apologies for absence were received from ...' may well be an item
        if self.words.resolving.match(title):  # a clause of a resolution: 'Receives and notes the report'
            worth -= 3.0
        if "alone" in c.dress and RESOLUTION.match(title):
            worth -= 4.0  # 'RC61/19' / 'Resolution': the resolutions are numbered, not the items
        if title[0].islower():
            worth -= 4.0
        if (title.endswith(("or", ";", "and")) and _LISTED_END.search(title)) or title.startswith(("That ", "that ")):
            worth -= 3.0
        before = self.after(c.line, -1)
        if before is not None and not line.blanks and self.lines[before].text.endswith((":", ",", ";")):
            worth -= 1.5
        if len(title) > 220 and not c.sentence:
            worth -= 2.0
        return worth
