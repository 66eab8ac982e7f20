"""Items of a web page that have no number: a title stands above a 'Minutes:' of its own."""

from __future__ import annotations

import re
from bisect import bisect_right

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.extent import attached
from minutes_extract.segment.matters import PERSON
from minutes_extract.segment.words import title_case, unfinished

_LABELS = 3  # a page with fewer shows an item alone
_LOOK_BACK = 4  # lines of what the agenda said between the title and the label
_LONGEST = 160  # characters of a title
_MINUTES = re.compile(r"(?:draft )?minutes?\b", re.IGNORECASE)


def with_unnumbered(finder: Finder, chosen: list[Candidate]) -> list[Candidate]:
    """The headings, and those without a number: an item has one 'Minutes:', so a second one belongs to another item.

    'Planning Applications' has a number, and the applications below it have none.
    """
    labels = [i for i in finder.open if finder.is_label(finder.lines[i].text)]
    if len(labels) < _LABELS or not chosen:
        return chosen
    starts = [c.line for c in chosen]
    found: list[Candidate] = []
    section, told, free = -1, True, -1  # the heading a label stands under; its minutes have begun; the last line used
    for i in labels:
        k = bisect_right(starts, i) - 1
        if k != section:
            section, told, free = k, False, chosen[k].last_line
        if (told or k < 0) and (heading := _heading_above(finder, i, free)) is not None:
            found.append(heading)
            told = False
        told = told or _MINUTES.match(finder.lines[i].text) is not None
        free = i
    return sorted([*chosen, *found], key=lambda c: c.at)


def _heading_above(finder: Finder, label: int, free: int) -> Candidate | None:
    """The title above the label, or above what the agenda asked; no farther up than the line `free`."""
    at = finder.after(label, -1)
    for step in range(_LOOK_BACK):
        if at is None or at <= free:
            return None
        text = finder.lines[at].text
        if attached(text) or _is_title(finder, at):
            heading = finder.bare(at)
            return heading if heading.title and heading.last_line < label else None
        if finder.lines[at].bullet or not (step or finder.words.is_task(text) or finder.words.report.match(text)):
            return None
        at = finder.after(at, -1)
    return None


def _is_title(finder: Finder, i: int) -> bool:
    line = finder.lines[i]
    return (
        len(line.text) < _LONGEST
        and line.blanks > 0
        and not line.bullet
        and (title_case(line.text) or finder.titles.stock(line.text))
        and line.text[-1] not in ".;:,"
        and not unfinished(line.text)
        and not PERSON.search(line.text)
        and not finder.words.banner.fullmatch(line.text)
        and not finder.words.report.match(line.text)
        and not finder.words.is_sentence(line.text)
    )
