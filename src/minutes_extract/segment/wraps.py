"""Which line breaks are paragraphs and which only the edge of a page."""

from __future__ import annotations

import itertools
import re

from minutes_extract.segment.lines import Line

_CUE = re.compile(
    r"(?:resolved|resolution|resolutions|agreed|recommended|recommendation|decision|action|actions|motion|moved|seconded|carried|"
    r"noted|reason|reasons|for|against|abstain(?:ed|ing)?|yeas|nays|present|apologies|absent|in attendance|also present|vote|"
    r"proposed|amendment|note|minutes|the motion|"
    r"(?:(?:board |council |committee )?(?:members?|staff|officers|officials|directors|trustees|commissioners|councill?ors|others|guests) )"
    r"(?:also )?(?:present|absent|excused|in attendance))\b\s*(?:[:(\d-]|$)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]|[a-z][.)]|[ivx]{1,5}[.)]|\([a-z0-9]{1,4}\)|\d{1,2}\.\d{1,2})\s"
)
_PAIR = re.compile(
    r"(?:(?:cr|cllr|councill?or|mr|mrs|ms|mayor)\.? ?)?[A-Z][\w'-]+ ?/ ?(?:(?:cr|cllr|councill?or|mr|mrs|ms|mayor)\.? ?)?[A-Z][\w'-]+",
    re.IGNORECASE,
)
# a line that ends so goes on in the next, whatever its first letter: 'TO AUTHORIZE THE PURCHASE OF' / 'THE PUMP'
_HANGING = re.compile(r"\b(?:of|and|the|for|to|in|on|with|a|by|from|at|or|that)$", re.IGNORECASE)
_LONGEST = len("that") + 1  # of those words, and a line end
# where no paragraph ends, though an empty line stands behind it: 'that the minutes be' / 'agreed as a correct record.'
_CUT = re.compile(r"\b(?:be|been|(?:of|and|to|for|in|on|by|that) the)$")
_HANGS = 40  # characters of a line that can be full; a shorter one may be a cell ('Seconded by')
_LONG = 60  # characters of a line that a comma ends and that is no entry of a list
# how no line of its own begins: 'Local Government' / 'Act 1972 that', 'from Councillor Ada' / 'Penn, Councillor Bo Marsh'
_CARRIED_OVER = re.compile(r"Act (?:18|19|20)\d\d\b|[A-Z][\w'-]+(?:,| and) (?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b")
_THAT = re.compile(r"(?:That|THAT) [a-z]")
_VOCATIVE = re.compile(r"[A-Z][\w'-]+, [a-z]")
# a line of a title page that is set apart: 'Quay Panel' / '          Tuesday 4 May at 7pm'
_DATED = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d{1,2}", re.IGNORECASE)
_SET_APART = 6  # columns
_FRAGMENT = re.compile(
    r"(?:st|nd|rd|th|[.,;:)]+)$|(?:(?:cr|cllr|mr|mrs|ms|dr|miss)\.?|(?:[A-Z]\.? ?){1,3})$", re.IGNORECASE
)


def single_space(lines: list[Line]) -> None:
    """A converter put an empty line behind every line: those do not part paragraphs, so they are not counted (in place)."""
    rest = [line for line in lines[1:] if not line.aside]
    spaced = sum(line.blanks > 0 for line in rest)
    cut = sum(
        line.blanks == 1 and line.text[0].islower() and before.text[-1].isalpha() and len(before.text) > 40
        for before, line in itertools.pairwise(lines)
    )
    if len(rest) > 12 and spaced > 0.85 * len(rest) and cut > 0.15 * len(rest):
        for line in lines:
            line.blanks = max(0, line.blanks - 1)


def wrap_width(lines: list[Line]) -> int:
    """The length at which lines are wrapped, or 0 where each paragraph stands on one line."""
    pairs = wraps = 0
    lengths: list[int] = []
    for before, line in itertools.pairwise(lines):
        if before.aside or line.aside or line.blanks:
            continue
        pairs += 1
        low = line.text[0].islower() and before.text[-1] not in ".;:!?"
        if low or (len(before.text) > _HANGS and _hangs(before.text)):
            wraps += 1
            lengths.append(len(before.text))
    if wraps < (4 if wraps < 0.25 * pairs else 3) or wraps < 0.15 * pairs:
        return 0
    lengths.sort()
    return max(20, lengths[int(len(lengths) * 0.8)])


def continues(before: Line, line: Line, width: int) -> bool:
    """Does `line` go on with the sentence or paragraph of the line before it?"""
    if line.bullet or line.level or line.bold == 2 != before.bold:
        return False
    text, last = line.text, before.text[-1]
    starts_low = text[0].islower()
    if line.blanks:
        # a page ends in the middle of a sentence: 'Discussions were <page> ongoing as to ...'
        if not starts_low or line.blanks > 2 or last in ".:;!?":
            return False
        return _CUT.search(before.text) is not None or (bool(width) and len(before.text) > 0.5 * width)
    if _PAIR.fullmatch(text):
        return False
    if last not in ".:;!?" and _VOCATIVE.match(text):
        return True  # 'The Chair, Mike' / 'Mere, welcomed everyone'
    if len(before.text) > _LONG and last not in ".:;!?" and _CARRIED_OVER.match(text):
        return True
    if _LABELLED.match(text) or (_CUE.match(text) and not starts_low):
        return False
    if line.indent > before.indent + _SET_APART and _DATED.match(text) and not _hangs(before.text):
        return False
    if _FRAGMENT.fullmatch(text) and len(text) < 4 and (starts_low or not text[0].isalpha()):
        return True
    if _FRAGMENT.fullmatch(before.text) and before.text[0].isalpha():
        return True
    if _open(before.text) and (width or starts_low):
        return True
    if starts_low:
        return last not in ".!?" or bool(width)
    hangs = _hangs(before.text)
    if len(before.text) > _HANGS and _THAT.match(before.text) and (last.isalnum() or last == ","):
        return True  # 'That the minutes of the Extraordinary Council' / 'Meeting be confirmed.'
    if not width:
        # 'It was resolved that' / 'NC would ask', 'the minutes of the May 4,' / 'Harbour Panel meeting', with no other line cut
        return (hangs and len(before.text) > _HANGS) or (last == "," and len(before.text) > _LONG)
    if hangs or before.text.endswith((",", "-", "&", "(", "/")):
        return True
    if last in ".:;!?":
        return last == "." and len(before.text) > 0.82 * width and before.bold != 2
    return len(before.text) > 0.6 * width


def _hangs(text: str) -> bool:
    """Does the text end in a word behind which more must follow?"""
    return _HANGING.search(text, max(0, len(text) - _LONGEST)) is not None


_OPEN_QUOTE = re.compile(r'(?:^|[\s(])"[^"]*$')


def _open(text: str) -> bool:
    """A quotation or a bracket that the line opens and does not close."""
    return ('"' in text and _OPEN_QUOTE.search(text) is not None) or text.count("(") > text.count(")")
