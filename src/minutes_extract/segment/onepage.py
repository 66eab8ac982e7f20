"""Web pages that show one item: 'Agenda item' or 'Decision details' over its title."""

from __future__ import annotations

from dataclasses import replace

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.words import title_case

# what the web page of one item calls itself, above the title
_PAGES = frozenset(
    ("agenda item", "issue - items at meetings", "issue - decisions", "issue", "item details", "decision details")
)
_UNLABELLED = ("agenda item", "issue - decisions")  # those that may print the minutes without a label


def labelled_page(finder: Finder) -> Candidate | None:
    """The one item of a page that says 'Agenda item' at its head and has lost its 'Minutes:', or prints a decision alone."""
    for i in finder.open[:6]:
        if finder.lines[i].text.casefold() in _UNLABELLED and (nxt := finder.after(i)) is not None:
            if finder.lines[nxt].text.casefold() in _PAGES:
                continue  # the name of the page, printed twice
            heading = _untitled(finder, _whole_line(finder, nxt))
            return heading if heading.title and finder.after(heading.last_line) is not None else None
    return None


def single_item(finder: Finder) -> Candidate | None:
    """The one item of a page that shows one: the line behind 'Agenda item', or the first short line before 'Minutes:'."""
    label = next(i for i in finder.open if finder.label_line.fullmatch(finder.lines[i].text))
    before = [i for i in finder.open if i < label]
    for i in before:
        if finder.lines[i].text.casefold() in _PAGES:
            nxt = finder.after(i)
            if nxt is not None and finder.lines[nxt].text.casefold() in _PAGES:
                continue  # the name of the page, printed twice
            if nxt is not None and nxt < label:
                return _whole_line(finder, nxt)
    short = [i for i in before if _titles(finder, i)]
    return _untitled(finder, finder.bare(short[-1])) if short else None


def _whole_line(finder: Finder, i: int) -> Candidate:
    """The title of a page of one item: 'Motion on Notice: Clean Harbour' has nothing of the body in it."""
    c = finder.bare(i)
    line = finder.lines[i]
    if c.run_in and title_case(line.text) and line.text[-1] not in ".;" and c.last_line == i:
        return replace(c, title=line.text, title_span=(line.start, line.end), body=line.end, run_in=False)
    return c


def _titles(finder: Finder, i: int) -> bool:
    """Can the line be the title above what the agenda says? 'The dates are as follows:' and its points are none."""
    line = finder.lines[i]
    return len(line.text) < 160 and not line.bullet and line.text[-1:] != ":" and not finder.bare(i).sentence


def _untitled(finder: Finder, c: Candidate) -> Candidate:
    """A page that has lost the title of its item begins with what the agenda said: 'To consider the plan.'"""
    c.sentence = c.sentence or finder.words.is_task(f"{c.title}.")
    return c
