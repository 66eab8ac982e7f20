"""Web pages that show one item: 'Agenda item' or 'Decision details' over its title."""

from __future__ import annotations

from dataclasses import replace

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.words import title_case

# what the web page of one item calls itself, above the title
_PAGES = frozenset(
    ("agenda item", "issue - items at meetings", "issue - decisions", "issue", "item details", "decision details")
)
_HEAD = 6  # lines of a page within which it says what it is
_UNLABELLED = ("agenda item", "issue - decisions")  # those that may print the minutes without a label


def labelled_page(finder: Finder) -> Candidate | None:
    """The one item of a page that says 'Agenda item' at its head and has lost its 'Minutes:', or prints a decision alone."""
    for i in finder.open[:_HEAD]:
        if finder.lines[i].text.casefold() in _UNLABELLED and (nxt := finder.after(i)) is not None:
            if finder.lines[nxt].text.casefold() in _PAGES:
                continue  # the name of the page, printed twice
            heading = _untitled(finder, whole_line(finder, nxt))
            return heading if heading.title and finder.after(heading.last_line) is not None else None
    return None


def shows_one(finder: Finder) -> bool:
    """Does the page say at its head that it shows one item?"""
    return any(finder.lines[i].text.casefold() in _PAGES for i in finder.open[:_HEAD])


def titled_page(finder: Finder) -> Candidate | None:
    """The one item of a page that has lost all its labels: a title at its head, and under it what the agenda asked."""
    first = finder.open[0] if finder.open else None
    nxt = finder.after(first) if first is not None else None
    if first is None or nxt is None or not finder.words.is_task(finder.lines[nxt].text):
        return None
    text = finder.lines[first].text
    heading = whole_line(finder, first)
    titled = (finder.titles.stock(text) or title_case(text)) and text[-1] not in ".;:,"
    return heading if titled and not heading.sentence and heading.last_line == first else None


def single_item(finder: Finder) -> Candidate | None:
    """The one item of a page that shows one: the line behind 'Agenda item', or the first short line before 'Minutes:'."""
    label = next(i for i in finder.open if finder.is_label(finder.lines[i].text))
    before = [i for i in finder.open if i < label]
    for i in before:
        if finder.lines[i].text.casefold() in _PAGES:
            nxt = finder.after(i)
            if nxt is not None and finder.lines[nxt].text.casefold() in _PAGES:
                continue  # the name of the page, printed twice
            if nxt is not None and nxt < label:
                return whole_line(finder, nxt)
    short = [i for i in before if _titles(finder, i)]
    if len(short) > 1 and finder.words.is_task(finder.lines[short[-1]].text):
        short.pop()  # what the agenda asked, under the title
    return _untitled(finder, finder.bare(short[-1])) if short else None


def whole_line(finder: Finder, i: int, apart: bool = False) -> Candidate:
    """The title of a page of one item: 'Motion on Notice: Clean Harbour' has nothing of the body in it. `apart`: nor has any
    line that stands here."""
    c = finder.bare(i)
    line = finder.lines[i]
    if c.run_in and (apart or title_case(line.text)) and line.text[-1] not in ".;" and c.last_line == i:
        return replace(c, title=line.text, title_span=(line.start, line.end), body=line.end, run_in=False)
    return c


def _titles(finder: Finder, i: int) -> bool:
    """Can the line be the title above what the agenda says? 'The dates are as follows:' and its points are none."""
    line = finder.lines[i]
    return len(line.text) < 160 and not line.bullet and line.text[-1:] != ":" and not finder.bare(i).sentence


def _untitled(finder: Finder, c: Candidate) -> Candidate:
    """A page that has lost the title of its item begins with what the agenda said: 'To consider the plan.'

    'To Elect the Mayor' is a title.
    """
    c.sentence = c.sentence or (finder.words.is_task(f"{c.title}.") and not title_case(c.title))
    return c
