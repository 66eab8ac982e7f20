"""Every line that could open an item, with how much it looks like a heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from minutes_extract.rules import Patterns
from minutes_extract.segment.lines import Line
from minutes_extract.segment.numbers import Label, read_letter, read_number

ITEM_LINE = re.compile(r"\((?:agenda )?item (?:no\.? ?)?(?P<number>\d{1,3}[a-z]?)(?:[^()]{0,30})\)$", re.IGNORECASE)
ATTACHMENT = re.compile(
    r"(?<![\s|-])[\s|-]*+(?:pdf icon\s*)?\b(?P<format>PDF|DOCX?|XLSX?|PPTX?)\s*(?P<size>[\d,.]+)\s*(?P<unit>[KM]B)\b(?:/\d+)?",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|should|could|agreed|noted|reported|advised|said|stated|informed|asked|"
    r"spoke|answered|gave|told|submitted|requested|considered|discussed|queried|felt|thought|highlighted|outlined|attended|wished|replied|"
    r"undertook|offered|suggested|commented|mentioned|requested|expressed|recommended|referred|read|"
    r"presented|introduced|confirmed|explained|thanked|welcomed|declared|resolved|proposed|moved|seconded|accepted|raised|(?<!to )be|been)\b",
    re.IGNORECASE,
)
# a line that begins the body: 'Ada Quill, Transport Manager,', 'Councillor Lund/Councillor Pike', 'Marsh/Penn'
_PERSON_LINE = re.compile(
    r"^[A-Z][\w'-]+ [A-Z][\w'-]+, |\b(?:cr|crs|cllrs?|councillors?|mr|mrs|ms|miss|dr|mayor)\b|^[A-Z][a-z]+/[A-Z][a-z]+$",
    re.IGNORECASE,
)
# a clause of a resolution: 'Receives and notes the report', 'Directs the Chief Executive to ...'
_CLAUSE = re.compile(
    r"(?:Receives|Notes|Agrees|Approves|Adopts|Endorses|Confirms|Directs|Requests|Delegates|Authori[sz]es|Instructs|Recommends|Supports|Makes|Advocates|"
    r"Commits|Declares|Includes|Invites|Acknowledges|Thanks|Resolves|Accepts|Appoints|Refers|Grants|Asks|Considers|Determines|Ratifies|Welcomes)\b"
)
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
        "at",
        "by",
        "with",
        "from",
        "or",
        "as",
        "per",
        "re",
        "is",
        "be",
        "not",
        "any",
        "de",
        "la",
    ]
)
_CONNECTIVE = re.compile(
    r"(?:\b(?:of|and|the|for|to|in|on|with|a|an|by|from|at|or|under|between|into)|[-,&/(])$", re.IGNORECASE
)
_RUN_IN = re.compile(
    r"(?P<title>[^.:\n]{3,110}?)(?P<stop>:(?!//)|\.(?=\s+[A-Z\"'(\u2022])|\s[-\u2013](?=\s+\(?[A-Z]|\s+\([ivx1a]\))|\?(?=\s+[A-Z]))\s*(?=\S)"
)
_REFERENCE = re.compile(
    r"^(?:[A-Z]{0,5}[/ ]?\d{2,5}/[A-Z0-9./]{2,14}(?:/[A-Z0-9]{1,10}){0,3}|[A-Z]{1,5}/[A-Z0-9/]{4,20}|\d{2}/\d{4,6}/?[A-Z]{0,6})\s*[:,-]?\s+"
)
_LEAD = re.compile(
    r"(?:subject|topic|re|matter|application)\s*:\s*|application\s+(?=[A-Z]{0,5}/?\d)", re.IGNORECASE
)  # 'SUBJECT: ROAD REPORT'
_REFERENCE_END = re.compile(
    r"(?<!\s)\s*+[\[(]\s*(?:ref|minute|report|agenda item|item|document|paper|doc)s?\.?\s*(?:no\.?)?:?\s*[^()\[\]]{1,60}[\])]\s*$",
    re.IGNORECASE,
)


_FIRST_WORD = re.compile(r"\w+")
_VERB = r"(?:to (?:receive|consider|note|approve|agree|confirm|sign|record)(?: and \w+)?|any|no|consider) "
_LEADS_UP = [  # to a stock heading: 'To receive and approve the minutes', 'Any questions'
    re.compile(lead, re.IGNORECASE) for lead in (f"{_VERB}the ", _VERB, "the ", "")
]


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


@lru_cache(maxsize=4)
def stock_titles(patterns: Patterns) -> Titles:
    """The stock headings of these patterns, read once."""
    return Titles(patterns)


class Titles:
    """The stock headings of minutes, by kind (patterns/base/item_titles.toml and patterns/segment/kinds.toml)."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.tables.get("stock", {})
        self._kinds = {phrase: kind for kind, phrases in reversed(table.items()) for phrase in phrases}
        lengths: dict[str, set[int]] = {}  # of the phrases that begin with a word
        for phrase in self._kinds:
            lengths.setdefault(_FIRST_WORD.match(phrase)[0], set()).add(len(phrase))  # type: ignore[index]
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def stock(self, title: str) -> bool:
        """Does the title begin with a stock heading?"""
        return self.begins(title, 0) is not None

    def begins(self, text: str, at: int) -> int | None:
        """Where the stock heading ends that begins at `at`, the words that lead up to it ("to receive the") included."""
        starts = [m.end() for lead in _LEADS_UP if (m := lead.match(text, at))]
        return next((end for start in starts if (end := self._phrase(text, start)) is not None), None)

    def kind(self, title: str) -> str | None:
        """The kind of the first stock heading in the title, or None."""
        for word in _FIRST_WORD.finditer(title):
            if (end := self._phrase(title, word.start())) is not None:
                return self._kinds[title[word.start() : end].casefold()]
        return None

    def _phrase(self, text: str, at: int) -> int | None:
        """Where the longest stock heading ends whose first word stands at `at`."""
        word = _FIRST_WORD.match(text, at)
        for length in self._lengths.get(word[0].casefold(), ()) if word else ():
            end = at + length
            whole = not (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum())
            if whole and text[at:end].casefold() in self._kinds:
                return end
        return None


def title_case(words: str) -> bool:
    """Does every word of weight begin with a capital or a digit?"""
    heavy = [
        w
        for w in re.findall(r"[^\s/]+", words)
        if w.strip("\"'()&-,.:;").casefold() not in _SMALL and any(c.isalnum() for c in w)
    ]
    return bool(heavy) and all(w.lstrip("\"'([")[:1].isupper() or w.lstrip("\"'([£$")[:1].isdigit() for w in heavy)


def is_sentence(words: str) -> bool:
    """A statement, not a heading: it has a finite verb and ends like a sentence, or it is very long."""
    count = len(words.split())
    if count > 45:
        return True
    if re.match(r"(?:it|there) (?:was|were|is)\b", words, re.IGNORECASE):
        return True
    stop = words.rstrip()[-1:]
    ends = stop in (".", ";")
    if ends and count > 3 and FINITE.search(words):
        return True
    return (
        (stop == ";" and count > 12)
        or (ends and count > 28)
        or (count > 9 and bool(FINITE.search(words)) and not title_case(words))
    )


class Finder:
    """Reads candidates from the lines of one document."""

    def __init__(self, lines: list[Line], titles: Titles, wrapped: int, label_line: re.Pattern[str]) -> None:
        self.lines = lines
        self.titles = titles
        self.wrapped = wrapped
        self.label_line = label_line
        self.open = [i for i, line in enumerate(lines) if not line.aside]
        self.place = {i: k for k, i in enumerate(self.open)}

    def after(self, i: int, step: int = 1) -> int | None:
        """Index of the line `step` lines after line i, lines set aside not counted."""
        k = self.place.get(i)
        if k is None or not 0 <= k + step < len(self.open):
            return None
        return self.open[k + step]

    def numbered(self, i: int) -> Candidate | None:
        line = self.lines[i]
        if line.bullet:
            return None
        label = read_number(line.text)
        if label is None:
            return None
        return self._candidate(i, label)

    def lettered(self, i: int) -> Candidate | None:
        line = self.lines[i]
        number = read_number(line.text)
        at = number.end if number and line.bold == 2 else 0  # '1. i) Highways': a converter numbered it again
        label = read_letter(line.text, at)
        return self._candidate(i, label) if label else None

    def bare(self, i: int) -> Candidate:
        return self._candidate(i, None)

    def _candidate(self, i: int, label: Label | None) -> Candidate:
        line = self.lines[i]
        at = label.end if label else 0
        if lead := _LEAD.match(line.text, at):
            at = lead.end()
        words = line.text[at:]
        alone = label is not None and not words.strip()
        score, first = 0.0, i
        if alone:
            nxt = self.after(i)
            if nxt is None or (self.lines[nxt].blanks > 3 and self.lines[nxt].text[:1].islower()):
                return Candidate(i, line.raw, label, "", None, line.end, -4, "alone", last_line=i)
            first, at, words = nxt, 0, self.lines[nxt].text
            other = read_number(words)
            if other is not None and label is not None:
                deeper = len(other.numbers) > len(label.numbers)
                alone_again = not words[other.end :].strip()
                if deeper or alone_again:
                    return Candidate(i, line.raw, label, "", None, line.end, -0.5, "alone", last_line=i)
            score += 1.8
        title, span, last, run_in, body, item_line = self._title(first, at, alone)
        title, references = _cleaned(title)
        dress = self._dress(line, alone, item_line, title)
        known = self.titles.begins(title, 0) if title else None
        stock = known is not None
        # 'Accounts were presented and accepted for payment.' begins like a stock heading and is none
        short = known is not None and (len(title) < known + 25 or not FINITE.search(title, known))
        sentence = is_sentence(title) if title and not short and not item_line else False
        candidate = Candidate(
            i, line.raw, label, title, span, body, score, dress, run_in, stock, item_line, sentence, last, references
        )
        candidate.score += self._worth(candidate, line, first, words)
        return candidate

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
            if self.label_line.fullmatch(self.lines[nxt].text):
                worth += 2.5
        if c.sentence:
            worth -= 3.0
        if _CLAUSE.match(title):
            worth -= 3.0
        if title[0].islower():
            worth -= 4.0
        if re.search(r"(?:;|; and|, and|;\s*or)$", title) or title.startswith(("That ", "that ")):
            worth -= 3.0
        before = self.after(c.line, -1)
        if before is not None and not line.blanks and self.lines[before].text.endswith((":", ",", ";")):
            worth -= 1.5
        if len(title) > 220 and not c.sentence:
            worth -= 2.0
        return worth

    def _title(
        self, first: int, at: int, alone: bool
    ) -> tuple[str, tuple[int, int] | None, int, bool, int, str | None]:
        """Title from position `at` of line `first` on: text, source span, last line, run in?, where the body begins, item line."""
        lines = self.lines
        line = lines[first]
        start = source_offset(line, at)
        last, text, item_line = first, line.text[at:], None
        run_in = None if line.level or line.bold == 2 else self._split(line, at, alone)
        if run_in is not None:
            end = source_offset(line, run_in[0])
            return line.text[at : run_in[0]].strip(), (start, end), first, True, source_offset(line, run_in[1]), None
        if match := ITEM_LINE.search(text):
            text, item_line = text[: match.start()].rstrip(), match["number"]
        follow = self.after(first)
        upto = self._item_line_behind(first) if item_line is None else first
        while follow is not None and item_line is None and last - first < 6:
            nxt = lines[follow]
            if match := ITEM_LINE.match(nxt.text):
                item_line, last = match["number"], follow
                break
            if follow >= upto and not self._continues(text, lines[last], nxt, follow):
                break
            text, last = f"{text} {nxt.text}", follow
            follow = self.after(follow)
        text_end = lines[last].end if not (item_line and last != first) else lines[self.after(last, -1) or first].end
        if item_line and last == first:
            text_end = source_offset(line, at + len(text))
        return text.strip(), (start, text_end) if text.strip() else None, last, False, lines[last].end, item_line

    def _item_line_behind(self, first: int) -> int:
        """Index of the line '(Item 5)' that closes a heading of a few lines begun at `first`; `first` where there is none."""
        at: int | None = first
        for _ in range(4):
            if at is None or self.lines[at].text.endswith((".", ";")):
                return first
            at = self.after(at)
            if at is None or self.lines[at].blanks:
                return first
            if ITEM_LINE.match(self.lines[at].text):
                return at
        return first

    def _split(self, line: Line, at: int, alone: bool) -> tuple[int, int] | None:
        """Where a run-in heading ends and its text begins, or None where the line is not both."""
        if line.bold == 1 and line.bold_end > source_offset(line, at) + 2:
            position = position_from(line, line.bold_end, at)
            rest = line.text[position:].lstrip(" :.-")
            if len(rest) > 2 and (rest[0].islower() and not line.text[at:position].rstrip().endswith((":", "-"))):
                return None
            if len(rest) > 2 and not re.fullmatch(r"\([^()]*\)", rest):
                return _bare_end(line.text, at, position), len(line.text) - len(rest)
        words = line.text[at:]
        end = self.titles.begins(line.text, at)
        if end is not None and not alone:
            stop = re.compile(r"\s*[.:\-]?\s*").match(line.text, end)
            behind = stop.end() if stop else end
            if (
                line.text[behind : behind + 1].isupper()
                and is_sentence(line.text[behind:])
                and FINITE.search(line.text[behind:])
            ):
                return end, behind
        match = _RUN_IN.match(words)
        if match is None:
            return None
        rest = words[match.end() :]
        title = match["title"].strip()
        stock = self.titles.begins(title, 0)
        known = stock is not None and len(title) < stock + 25
        if title.count("(") != title.count(")") or (title.isupper() and rest.isupper()):
            return None
        if len(title.split()) > 12 or (FINITE.search(title) and not known) or _REFERENCE.match(title + " "):
            return None
        if alone and not (known and is_sentence(rest)):
            return None
        if match["stop"] == ":" and not known and not _is_prose(rest):
            return None
        if match["stop"].strip() in "-?" and not (
            len(rest) > 60 or (known and (is_sentence(rest) or (rest.endswith(".") and rest.count(" ") > 1)))
        ):
            return None
        if match["stop"] == "." and not (known or _is_prose(rest)):
            return None
        return at + match.end("title"), at + match.end()

    def _continues(self, text: str, before: Line, line: Line, index: int) -> bool:
        """Does the title go on in this line?"""
        words = line.text
        if line.blanks and not (text.endswith((",", "&")) or (words[0].islower() and _CONNECTIVE.search(text))):
            return False
        if (
            line.bullet
            or line.level
            or self.label_line.fullmatch(words)
            or read_number(words)
            or read_letter(words)
            or text.endswith((".", ":", "?"))
        ):
            return False
        if before.bold == 2 and line.bold == 2:
            return True
        if ATTACHMENT.search(text):
            return False
        if re.search(r"\d\s?(?:st|nd|rd|th)?$", text) and re.match(
            r"(?:st|nd|rd|th)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d{4}", words, re.IGNORECASE
        ):
            return True
        if words[0].islower() or _CONNECTIVE.search(text):
            return len(words.split()) < 16 and not is_sentence(words)
        if text.isupper() or words.isupper():
            return text.isupper() and words.isupper()
        if not self.wrapped or _PERSON_LINE.search(words):
            return False
        nxt = self.after(index)
        if nxt is not None and ITEM_LINE.match(self.lines[nxt].text):
            return True
        if words.startswith(("The ", "A ", "There ", "It ", "None", "Nil", "No ")):
            return False
        return (
            (len(text) > 0.3 * self.wrapped or not self.titles.kind(text))
            and title_case(words)
            and not FINITE.search(words)
            and len(words.split()) < 12
        )


def _is_prose(rest: str) -> bool:
    """A statement or an answer behind a run-in heading ('None.', 'Cllr Mack sent apologies.')."""
    return (
        is_sentence(rest)
        or bool(re.match(r"(?:none|nil|no|noted|agreed|as per|there (?:was|were)|it was)\b", rest, re.IGNORECASE))
        or len(rest) > 120
    )


def _bare_end(text: str, at: int, position: int) -> int:
    while position > at and text[position - 1] in " :.-":
        position -= 1
    return position


_TITLE_END = " \t\n\u00a0:-\u2013"


def _cleaned(title: str) -> tuple[str, list[str]]:
    """The title without attachment sizes, printed references and closing colon; the references."""
    references: list[str] = []
    title = ATTACHMENT.sub("", title)
    while match := _REFERENCE_END.search(title):
        references.insert(0, match[0].strip(" ()[]"))
        title = title[: match.start()]
    if match := _REFERENCE.match(title):
        references.insert(0, match[0].strip(" :,-"))
        title = title[match.end() :]
    return title.rstrip(_TITLE_END), references


def source_offset(line: Line, position: int) -> int:
    """Source offset of a position in the line's words."""
    k = max(0, bisect_right(line.places, position) - 1)
    start, end, _ = line.cuts[k]
    return min(start + position - line.places[k], end)


def position_from(line: Line, offset: int, at: int = 0) -> int:
    """The first position from `at` on in the line's words that comes from `offset` in the source or from behind it."""
    return at + bisect_left(range(at, len(line.text)), offset, key=lambda k: source_offset(line, k))
