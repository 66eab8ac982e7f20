"""The titles of matters among headings without a number: short lines that a document prints as it prints its stock headings."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.words import title_case, unfinished

PERSON = re.compile(r"\b(?:cllrs?|councill?ors?|mr|mrs|ms|miss|dr|rev)\b|[@£\d]{4}", re.IGNORECASE)
_TITLE = 70  # characters of a line that may be the title of a matter
_TITLE_WORDS = 8
_DRESSED = 0.7  # of the headings that show how all are printed
_COLONED = 0.6  # of the headings that end with a colon, where others run in
_FEWEST = 4
_NAME = 2  # words that may be the name of somebody
_WORD = 6  # letters; a shorter word alone is a name or a label
_STATEMENT = 60  # characters of the statement below it
_COLONED_WORDS = 14
# what labels the words below it
LABEL = re.compile(
    r"(?:propos|second|mov|resol|agree|action|recommend|decision|vot|present|apolog|attend|in attendance|for|against|absent|note)",
    re.IGNORECASE,
)


def with_titles(finder: Finder, headings: list[Candidate]) -> list[Candidate]:
    """The headings, and the titles of matters among them: short lines of capital words, each above a statement.

    'Roads Meeting' / 'Paul attended a meeting with ...' below 'Matters Arising:' in the minutes of a community council.
    """
    taken = {k for c in headings for k in range(c.line, c.last_line + 1)}
    apart = [c for c in headings if finder.lines[c.line].blanks]
    above = [c for c in apart if (nxt := finder.after(c.last_line)) is not None and not finder.lines[nxt].blanks]
    close = len(above) >= max(_FEWEST, _DRESSED * len(headings))
    coloned = sum(finder.lines[c.line].text[-1] == ":" for c in apart) >= max(_FEWEST, _COLONED * len(headings))
    titles = [
        finder.bare(i)
        for i in finder.open
        if i > headings[0].line
        and i not in taken
        and starts_heading(finder, i)
        and (_titled(finder, i, close) or (coloned and _coloned(finder, i)))
    ]
    titles = [c for c in titles if c.last_line == c.line and not c.run_in]
    return (
        sorted([*headings, *titles], key=lambda c: c.at)
        if len(titles) > 1 or close or _stands_apart(finder, titles)
        else headings
    )


def _stands_apart(finder: Finder, titles: list[Candidate]) -> bool:
    """Is the only title of more than two words, between empty lines?"""
    below = [finder.after(c.line) for c in titles]
    apart = all(nxt is not None and finder.lines[nxt].blanks > 0 for nxt in below)
    return apart and all(finder.lines[c.line].blanks > 0 and len(c.title.split()) > _NAME for c in titles)


def _titled(finder: Finder, i: int, close: bool) -> bool:
    """A short line of capital words above a statement; of two words only, which may be a name, between empty lines or,
    where most headings stand so, `close` to the statement behind an empty line.
    """
    line, nxt = finder.lines[i], finder.after(i)
    words = line.text.rstrip(".").split()
    if nxt is None or line.bullet or len(line.text) > _TITLE or not 0 < len(words) <= _TITLE_WORDS:
        return False
    behind = finder.lines[nxt]
    apart = line.blanks > 0 and (behind.blanks > 0 or close)
    if len(words) == 1 and not (line.blanks and len(words[0]) > _WORD):
        return False
    if (len(words) == 2 and not apart) or not title_case(line.text) or line.text[-1] in ",;:?!":
        return False
    if (
        finder.words.finite.search(line.text)
        or unfinished(line.text)
        or PERSON.search(line.text)
        or finder.words.banner.fullmatch(line.text)
    ):
        return False
    if finder.words.report.match(line.text):
        return False  # whose paper it is
    return (
        len(behind.text) > _STATEMENT and behind.text[-1] == "." and finder.words.finite.search(behind.text) is not None
    )


def _coloned(finder: Finder, i: int) -> bool:
    """'Duck Pond Signs:' between empty lines, in minutes whose headings all end so; 'Proposed by:' is none."""
    line, nxt = finder.lines[i], finder.after(i)
    if nxt is None or line.bullet or line.text[-1] not in ":;" or not (line.blanks and finder.lines[nxt].blanks):
        return False
    words = line.text.rstrip(":; ").split()
    if not _NAME <= len(words) <= _COLONED_WORDS or not title_case(line.text):
        return False
    return not (finder.words.finite.search(line.text) or unfinished(line.text.rstrip(":; ")) or LABEL.match(line.text))


def starts_heading(finder: Finder, i: int) -> bool:
    """Not the second half of a sentence that a line break cut in two."""
    line, before = finder.lines[i], finder.after(i, -1)
    if not (
        line.text[:1].isupper() or line.text[:1].isdigit() or line.text[:1] in "\"'" or finder.titles.stock(line.text)
    ):
        return False
    if before is None or line.blanks:
        return True
    above = finder.lines[before].text
    if line.text[0].islower() and above[-1] not in ".:;?!":
        return False  # 'according to a' / 'declaration of interest'
    if not finder.wrapped:
        return True
    return above[-1] in ".:;?!)" or above.isupper() or len(above) < 0.6 * finder.wrapped or line.text.isupper()
