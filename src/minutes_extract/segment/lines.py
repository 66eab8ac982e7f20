"""Text → lines: where each begins and ends in the source, its words without mark-up, and how it is dressed."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

Cut = tuple[int, int, str]  # start, end in the source, and what joins it to the next stretch

_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|\Z)")
# Mark-up that a converter left: emphasis, escapes ("1\."), entities, links, tags, call-outs ("[!abstract]-").
_MARK = re.compile(
    r"\*+"
    r"|(?<![A-Za-z0-9])_+(?=\S)|(?<=\S)_+(?![A-Za-z0-9])"
    r"|\\(?=[^\w\s]|$)"
    r"|&nbsp;|&amp;|&#\d{1,5};"
    r"|\[!\w{1,12}\]-? ?"
    r"|\]\([^()\n]{0,400}\)|\]\(<[^>\n]{0,400}>\)"
    r"|\[(?=[^\[\]\n]{0,200}\]\()"
    r"|<[A-Za-z/!][^<>\n]{0,200}>"
)
_MARKED = re.compile(r"[*_\\<&\[\]](?:(?<![&\[\]])|(?<=&)(?:\w{2,4};|#\d)|(?<=\])\(|(?<=\[)!)")
_GAP = re.compile(r"\t[ \t]*| [ \t]+")  # a tab, or more than one space
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?){1,6}")
_HASH = re.compile(r"(#{1,6})[ \t]+")
_BULLET = re.compile(r"(?:•|[*+>](?=[ \t])|-(?=[ \t])|o(?=[ \t]{2,}))[ \t]*")
_REOPENED = re.compile(r"(\*\*|__)[ \t]*\1")  # '**3.** **Noise**', 'Minutes (****4 May****)': bold goes on
_LABEL = re.compile(r"\(?[\w/]{1,8}[.)]{1,2}\\?[ \t]+")


@dataclass(slots=True)
class Line:
    """One line of the source. `start`, `end` bound its words, `raw`, `stop` the whole line with its line break."""

    raw: int
    stop: int
    start: int
    end: int
    text: str
    cuts: list[Cut]
    level: int = 0  # depth of a Markdown heading, 0 where it is none
    bold: int = 0  # 0 plain, 1 begins in bold, 2 bold throughout
    bold_end: int = 0  # source offset at which the leading bold stretch ends
    blanks: int = 0  # empty lines before it
    indent: int = 0
    bullet: bool = False
    page_break: bool = False  # a form feed stands before it
    number: str = ""  # the number of the item that it heads, which is printed below it
    row: int = -1  # where the row of a table begins that it is a piece of
    aside: str = ""  # why it is set aside: "front", "furniture"; empty where it belongs to the text
    places: list[int] = field(default_factory=list)  # where in `text` each cut begins

    def __post_init__(self) -> None:
        at = 0
        for start, end, joiner in self.cuts:
            self.places.append(at)
            at += end - start + len(joiner)


def read_lines(plain_text: str) -> list[Line]:
    """All lines that hold words. `plain_text` is `spans.plain(source)`, so offsets are the source's."""
    lines: list[Line] = []
    blanks = 0
    fed = False
    marked = _MARKED.search(plain_text) is not None
    for match in _LINE.finditer(plain_text):
        raw, stop = match.span()
        if raw == stop:
            break
        line = _read(plain_text, raw, stop, marked)
        if line is None:
            blanks += 1
        else:
            line.blanks, line.page_break = blanks, fed
            blanks, fed = 0, False
            lines.append(line)
        fed = fed or plain_text[stop - 1] == "\f"
    return lines


def parted(line: Line, places: list[int]) -> list[Line]:
    """The line cut at source offsets into lines of their own; pieces without words are left out."""
    bounds = [line.raw, *places, line.stop]
    out: list[Line] = []
    for k, (lo, hi) in enumerate(itertools.pairwise(bounds)):
        cuts = [(max(s, lo), min(e, hi), joiner) for s, e, joiner in line.cuts if s < hi and lo < e]
        words = "".join(line.text[p : p + e - s] + j for (s, e, j), p in zip(cuts, _places(line, cuts), strict=True))
        ends = len(words) - len(words.rstrip())
        if not words.strip():
            continue
        start, end, _ = cuts[-1]
        cuts[-1] = (start, end - max(0, ends - len(cuts[-1][2])), "")
        out.append(
            replace(
                line,
                raw=lo,
                stop=hi,
                start=cuts[0][0],
                end=cuts[-1][1],
                text=words.rstrip(),
                cuts=cuts,
                blanks=line.blanks if k == 0 else 0,
                row=line.raw,
                places=[],
            )
        )
    return out


def _places(line: Line, cuts: list[Cut]) -> list[int]:
    """Where each cut begins in the line's words."""
    out = []
    for start, _, _ in cuts:
        k = bisect_right([s for s, _, _ in line.cuts], start) - 1
        out.append(line.places[k] + start - line.cuts[k][0])
    return out


def _read(text: str, raw: int, stop: int, marked: bool) -> Line | None:
    whole = text[raw:stop]
    start = stop - len(whole.lstrip())
    end = raw + len(whole.rstrip())
    if start >= end:
        return None
    indent = start - raw
    level = 0
    bullet = False
    bold = bold_end = 0
    end = _cell_end(text, start, end)
    if start == end:
        return None
    if marked or text[start] in ">#":
        if text[start] == ">" and (quote := _QUOTE.match(text, start, end)):
            start = quote.end()
        if hashes := _HASH.match(text, start, end):
            start, level = hashes.end(), len(hashes[1])
        bold, bold_end = _bold(text, start, end)
    if start < end and (point := _BULLET.match(text, start, end)) and point.end() < end:
        bullet = True
    marked = marked and _MARKED.search(text, start, end) is not None
    whole = text[start:end]
    if marked or "\t" in whole or "  " in whole:
        cuts = _cut(text, start, end, marked)
        words = "".join(text[s:e] + joiner for s, e, joiner in cuts)
    else:  # most lines
        start = end - len(whole.lstrip())
        cuts, words = [(start, end, "")], text[start:end]
    if not words:
        return None
    return Line(raw, stop, cuts[0][0], cuts[-1][1], words, cuts, level, bold, bold_end, 0, indent, bullet)


def _cell_end(text: str, start: int, end: int) -> int:
    """Without the bar behind a cell that has a line of its own ('None. |'); a row keeps its bars ('|Yeas:|Nays:|', '|Yeas:|')."""
    if text[end - 1] != "|":
        return end
    bars = text.count("|", start, end)
    first = text.find("|", start, end)
    own = bars == 1 or (bars == 2 and first - start < 8 and text[start:first].strip("> "))
    if not own:
        return end
    while end > start and (text[end - 1] == "|" or text[end - 1].isspace()):
        end -= 1
    return end


def _bold(text: str, start: int, end: int) -> tuple[int, int]:
    """Is the line bold throughout (2), at its beginning (1) or not (0), and where does that stretch end?"""
    if text.find("**", start, end) < 0 and text.find("__", start, end) < 0:
        return 0, 0
    label = _LABEL.match(text, start, end)
    at = label.end() if label else start
    if not text.startswith(("**", "__"), at):
        return 0, 0
    mark = text[at : at + 2]
    close = text.find(mark, at + 2, end)
    while close >= 0 and (again := _REOPENED.match(text, close, end)):
        close = text.find(mark, again.end(), end)
    last = text.rfind(mark, at + 2, end)
    if close < 0:
        return 2, end
    between = re.sub(r"[*_\s]+", "", re.sub(r"\*\*[^*]*\*\*", "", text[at:end]))
    if last + 2 >= end or not between.strip(".:;,"):
        return 2, end
    return 1, close


def _cut(text: str, start: int, end: int, marked: bool) -> list[Cut]:
    """The stretches of a line that are words, with what joins them: one space, or a tab where the gap is wide."""
    cuts: list[Cut] = []
    stretches = [(start, end)]
    if marked:
        stretches, at = [], start
        for mark in _MARK.finditer(text, start, end):
            if mark[0][0] == "*" and mark.start() == start and text[mark.end() : mark.end() + 1] == " ":
                continue  # a bullet, not emphasis
            stretches.append((at, mark.start()))
            at = mark.end()
        stretches.append((at, end))
    for lo, hi in stretches:
        at = lo
        for gap in _GAP.finditer(text, lo, hi):
            if gap.start() == at and cuts and not cuts[-1][2]:
                cuts[-1] = (*cuts[-1][:2], " ")  # a gap between two marks: '**held on**  **4 May**'
            if gap.start() > at:
                cuts.append((at, gap.start(), "\t" if gap.end() - gap.start() > 2 or "\t" in gap[0] else " "))
            at = gap.end()
        if at < hi:
            cuts.append((at, hi, ""))
    return _trim(text, cuts, start)


def _trim(text: str, cuts: list[Cut], start: int) -> list[Cut]:
    """No space at the ends of the line; where an entity or a tag was cut out between two words, one space."""
    out: list[Cut] = []
    for lo, hi, joiner in cuts:
        if out:
            before_lo, before_hi, before = out[-1]
            if not before and lo > before_hi:
                gone = text[before_hi:lo]
                if "&nbsp;" in gone or "<" in gone or "&#" in gone:
                    before = "\t" if gone.count("&nbsp;") > 1 or "<t" in gone.lower() else " "
                elif "&amp;" in gone:
                    before = "&"
            if before and text[lo] == " " and hi > lo + 1:
                lo += 1
            out[-1] = (before_lo, before_hi, before)
        out.append((lo, hi, joiner))
    while out and not text[out[0][0] : out[0][1]].strip():
        out.pop(0)
    while out and not text[out[-1][0] : out[-1][1]].strip():
        out.pop()
    if out:
        lo, hi, _ = out[0]
        while text[lo].isspace():
            lo += 1
        out[0] = (lo, hi, out[0][2])
        lo, hi, _ = out[-1]
        while text[hi - 1].isspace():
            hi -= 1
        out[-1] = (lo, hi, "")
    return out
