"""Headings that a line '(Item 3)' follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.extent import ITEM_LINE, title_above
from minutes_extract.segment.numbers import Label, step


def by_item_lines(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
    """Headings that a line '(Item 3)' follows; numbered neighbours that continue their numbers belong to them."""
    found: list[Candidate] = []
    for c in numbered:
        if c.item_line and c.title and not (found and found[-1].last_line >= c.line):
            found.append(c)
    claimed = {k for c in found for k in range(c.line, c.last_line + 1)}
    for i in finder.open:
        if i not in claimed and ITEM_LINE.fullmatch(finder.lines[i].text):
            first = title_above(finder, i)
            candidate = finder.bare(first) if first is not None else None
            if candidate is not None and candidate.item_line:
                found.append(candidate)
    if len(found) < 2:
        return []
    found.sort(key=lambda c: c.line)
    chosen = _numbered_as_printed(finder, found)
    extra = []
    lines = [h.line for h in chosen]
    for c in numbered:
        k = bisect_left(lines, c.line) - 1
        label = chosen[k].label if k >= 0 else None
        if c.line not in claimed and not c.sentence and c.score > 1.5 and label and c.label:
            same = label.shape == c.label.shape != "item"
            if same and step(label, c.label) == "next":
                extra.append(c)
    return sorted([*chosen, *extra], key=lambda c: c.line)


def _numbered_as_printed(finder: Finder, found: list[Candidate]) -> list[Candidate]:
    """The headings with the numbers of the minutes ('77.') where those run through; else with those of '(Item 2)'.

    A page number above a heading or a year in it ('2023/2024') is no number of the minutes.
    """
    labels = [c.label for c in found]
    runs = sum(a is not None and b is not None and step(a, b) == "next" for a, b in pairwise(labels))
    printed = runs * 2 >= len(found) - 1
    out: list[Candidate] = []
    last: Label | None = None
    for c in found:
        fits = printed and c.label is not None and (last is None or step(last, c.label) in ("next", "gap", "same"))
        if fits:
            last = c.label
            out.append(c)
            continue
        if c.label is not None:
            alone = c.dress.startswith("alone")
            bare = finder.bare(finder.after(c.line) or c.line) if alone else finder.bare(c.line)
            c = bare if bare.item_line else c
        token = c.item_line or ""
        c.label = Label(token, (int(re.sub(r"\D", "", token) or 0),), "item", 0)
        out.append(c)
    return out
