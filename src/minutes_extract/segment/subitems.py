"""Sub-items inside an item: lettered or numbered headings of their own ('a) Car parking', '5.1 Chairman's Report')."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.lines import Line
from minutes_extract.segment.numbers import BRACKETED, step
from minutes_extract.segment.page import source_offset
from minutes_extract.segment.words import title_case

_LETTERED = 3  # fewer lettered headings are points of something else
_LONGEST = 20  # words of a heading below a Roman numeral
_MOVED = re.compile(r"(?:motion|resolution) (?:no\b\.?|number|#) ?[\w-]{0,12}\d|moved(?: by\b|:)", re.IGNORECASE)
_SETTLED = re.compile(
    r"\b(?:proposed|seconded|nominated|agreed|resolved|approved|elected|appointed|carried|adopted)\b", re.IGNORECASE
)
# '(a) For the recommendation - 12', over the names of those who voted so
_VOTERS = re.compile(
    r"(?:(?:voting |votes? )?(?:for|against|in favour)|abst(?:ain|ention)\w*|absent|ayes|noes)\b", re.IGNORECASE
)
_SHORT = 5  # words of a title that runs into the text of a point
# a title of up to nine words and its colon
_COLON = re.compile(r"\s*(?P<title>(?=[A-Z\d])[^\s:]{1,40}(?: (?:[^\s:]|:(?=/)){1,80}){0,8}):(?:\s+(?=\S)|\s*$)")
_STOCK = 2  # so many of them are known from other minutes


def with_subitems(finder: Finder, chosen: list[Candidate]) -> list[Candidate]:
    """The headings with the sub-headings between them, in document order."""
    if not chosen or any(c.dress == "inline" for c in chosen):
        return chosen
    taken = {k for c in chosen for k in range(c.line, c.last_line + 1)}
    bounds = [*(c.line for c in chosen), len(finder.lines)]
    out: list[Candidate] = []
    for k, heading in enumerate(chosen):
        out.append(heading)
        first, last = bisect_right(finder.open, bounds[k]), bisect_left(finder.open, bounds[k + 1])
        inside = [i for i in finder.open[first:last] if i not in taken]
        outline = heading.label is not None and heading.label.shape == "I"
        out += (
            _chain(finder, inside, numbers=heading.label is None)
            or _chain(finder, inside, False, outline)
            or _bracketed(finder, inside, heading)
            or _run_in(finder, inside)
            or _titled(finder, inside)
        )
    return out


def _bracketed(finder: Finder, inside: list[int], heading: Candidate) -> list[Candidate]:
    """'(1) Apologies for absence', '(2) Minutes' below '1. General'."""
    if heading.label is None or heading.label.shape == BRACKETED:
        return []
    points = [i for i in inside if (label := finder.item_number(i)) is not None and label.shape == BRACKETED]
    found = [
        replace(c, label=c.label._replace(token=f"({c.label.token})"))
        for c in _chain(finder, points, numbers=True)
        if c.label is not None
    ]
    return found if sum(c.stock for c in found) >= _STOCK else []


def _run_in(finder: Finder, inside: list[int]) -> list[Candidate]:
    """Lettered points that each have a short title and are settled on their own: 'a. Chairman. Proposed by A, seconded by B.'

    Points of a discussion are told, and what is decided stands behind all of them.
    """
    found: list[Candidate] = []
    for i in inside:
        label = finder.letter(i)
        if label is None:
            continue
        if label.numbers != (len(found) + 1,):
            return []
        c = finder.with_label(i, label)
        words = c.title.split()
        titled = c.run_in and 0 < len(words) <= _SHORT and words[0][:1].isupper()
        if not titled or finder.words.finite.search(c.title) or not finder.words.finite.search(finder.lines[i].text):
            if len(found) > 1:
                break  # 'c) Councillors in other roles agreed to carry on' behind the officers elected
            return []
        found.append(c)
    settled = sum(_SETTLED.search(finder.lines[c.line].text) is not None for c in found)
    return found if len(found) > 1 and settled * 2 > len(found) else []


def _titled(finder: Finder, inside: list[int]) -> list[Candidate]:
    """Points that each open with a title and a colon: 'A. Parks: Mr Lund told ...', 'a) Accept the gift: Ms Pike moved ...'."""
    found: list[Candidate] = []
    for i in inside:
        label = finder.letter(i)
        if label is None or label.shape == "i":
            continue
        titled = _COLON.match(finder.lines[i].text, label.end)
        if label.numbers != (len(found) + 1,) or titled is None or finder.words.finite.search(titled["title"]):
            return []
        found.append(_parted(finder.with_label(i, label), finder.lines[i], titled))
    return found


def _parted(c: Candidate, line: Line, titled: re.Match[str]) -> Candidate:
    """The heading that ends at the colon."""
    span = (source_offset(line, titled.start("title")), source_offset(line, titled.end("title")))
    return replace(
        c, title=titled["title"], title_span=span, body=span[1] + 1, run_in=True, sentence=False, last_line=c.line
    )


def lettered(finder: Finder) -> list[Candidate]:
    """The headings of minutes whose items are lettered: '(a) Appointment of Chairman', '(b) Declarations of Interest'."""
    found = _chain(finder, finder.open, numbers=False)
    return found if len(found) >= _LETTERED and sum(c.stock for c in found) >= _STOCK else []


def _chain(finder: Finder, inside: list[int], numbers: bool, outline: bool = False) -> list[Candidate]:
    """The headings inside one item: they begin with the first letter (or number), follow one another, and stand out.

    `outline`: below a Roman numeral, where capital letters are the next step and one alone is a heading too.
    """
    found: list[Candidate] = []
    alone = numbers or outline  # one heading alone is enough
    for i in inside:
        label = finder.item_number(i) if numbers else finder.letter(i)
        if label is None or (not found and label.numbers != (1,)):
            continue
        if found and found[-1].label is not None and step(found[-1].label, label) != "next":
            continue
        c = finder.with_label(i, label)
        moved = _moved(finder, c)
        stands = finder.lines[i].bold or moved or _headed(finder, c) or (outline and _outlined(finder, c))
        if c.title and not c.sentence and stands:
            found.append(_to_colon(c) if outline else c)
            alone = alone or moved
    if not all(finder.lines[c.line].bold for c in found):
        return found if len(found) > 1 or (alone and found) else []
    whole = sum(finder.lines[c.line].bold == 2 for c in found)
    return found if whole >= max(1, len(found) // 2) else []


def _moved(finder: Finder, c: Candidate) -> bool:
    """'a) Motion to Adopt the Agenda.' / 'Motion No. 12' / 'Moved by A': the line below tells who moved it."""
    nxt = finder.after(c.last_line)
    return nxt is not None and not c.run_in and _MOVED.match(finder.lines[nxt].text) is not None


def _to_colon(c: Candidate) -> Candidate:
    """The heading without what is said behind its colon in the same line."""
    head, colon, _ = c.title.partition(": ")
    if not colon or c.title_span is None or c.title_span[1] - c.title_span[0] != len(c.title):
        return c
    end = c.title_span[0] + len(head)
    return replace(c, title=head, title_span=(c.title_span[0], end), body=end + 1, run_in=True)


def _outlined(finder: Finder, c: Candidate) -> bool:
    """'A. Ready Mart: Request for a permit' below a Roman numeral: a capital letter, no verb, and a body of its own."""
    nxt = finder.after(c.last_line)
    capital = c.label is not None and c.label.token.isupper()
    if nxt is None or not capital or finder.words.finite.search(c.title) or c.title[-1] in ";,":
        return False
    return finder.letter(nxt) is None and finder.number(nxt) is None and len(c.title.split()) <= _LONGEST


def _headed(finder: Finder, c: Candidate) -> bool:
    """A short line without a stop, with a paragraph of its own behind it ('b) Footpaths')."""
    nxt = finder.after(c.last_line)
    if (
        nxt is None
        or c.run_in
        or c.title[-1] in ";,:"
        or len(c.title.split()) > (24 if (c.label and c.label.shape == "#") or _apart(finder, c, nxt) else 14)
        or not (c.title[0].isupper() or c.title[0].isdigit())
    ):
        return False
    line, body = finder.lines[c.line], finder.lines[nxt]
    if finder.lines[c.last_line].text.endswith(":") and finder.words.finite.search(c.title):
        return False  # '(a) Councillor Lund asked the Leader:'
    point = finder.number(nxt)
    paragraph = c.label is not None and c.label.shape in "aAi" and point is not None and len(point.numbers) > 1
    if finder.letter(nxt) is not None or (point is not None and not paragraph) or body.text[0].islower():
        return False  # a row of a list; but '(a) Substitutes' / '1.1 There were none.' is a heading
    if _VOTERS.match(c.title):
        return False
    before = finder.after(c.line, -1)
    leads = before is not None and finder.lines[before].text.endswith((":", "that"))
    counted = c.label is not None and c.label.shape == "#" and finder.words.finite.search(c.title) is None
    dressed = line.blanks or body.blanks or counted or title_case(c.title) or c.title.startswith("To ")
    # 'a) 24/00199/OUT Land off Mill Road - outline for 45 dwellings'
    return not leads and bool(dressed or c.references) and not c.title.startswith("That ")


def _apart(finder: Finder, c: Candidate, behind: int) -> bool:
    """Do empty lines stand above and below the heading?"""
    return bool(finder.lines[c.line].blanks and finder.lines[behind].blanks)
