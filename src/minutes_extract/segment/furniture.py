"""Lines that belong to the page and not to the minutes are set aside: page numbers, running heads, rules, front matter, columns."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from minutes_extract.rules import Patterns
from minutes_extract.segment.extent import ITEM_LINE
from minutes_extract.segment.lines import Line, parted
from minutes_extract.segment.numbers import Label, read_number, step
from minutes_extract.segment.page import source_offset

_FRONT_MATTER = 60  # a YAML block longer than this many lines is not front matter
_REPEATS = 3  # a running head stands on at least so many pages
_PAGE_NUMBER = re.compile(r"\d{1,3}")
_PAGE_BEFORE = re.compile(r"Page \d{1,3} of \d{1,4} (?=[A-Z])")
_COLUMN = 5  # numbers
_DIGITS = re.compile(r"\d+")


def set_aside(lines: list[Line], patterns: Patterns) -> None:
    """Mark in place the lines that are no part of the minutes (`Line.aside`)."""
    _front_matter(lines)
    _page_numbers_before_words(lines)
    rules = patterns.stage("segment.furniture")
    pages: set[int] = set()
    for i, line in enumerate(lines):
        if len(line.text) > 60 or line.aside:
            continue
        for rule in rules:
            if rule.regex.fullmatch(line.text):
                line.aside = "furniture"
                if rule.form == "page":
                    pages.add(i)
                break
    _running_heads(lines, pages)
    _columns_of_numbers(lines)
    _page_ends_in_headings(lines)


def _front_matter(lines: list[Line]) -> None:
    """The YAML block between two '---' lines with which a converted page begins."""
    if not lines or lines[0].text != "---":
        return
    for i, line in enumerate(lines[1:_FRONT_MATTER], 1):
        if line.text == "---":
            for inner in lines[: i + 1]:
                inner.aside = "front"
            return


def _page_numbers_before_words(lines: list[Line]) -> None:
    """'Page 1 of 27 The Committee agreed': a converter left the foot of the page at the head of the next one."""
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        number = None if line.aside else _PAGE_BEFORE.match(line.text)
        if number is not None:
            foot, words = parted(line, [source_offset(line, number.end())])
            foot.aside, words.blanks = "furniture", line.blanks
            lines[i : i + 1] = [foot, words]


def _running_heads(lines: list[Line], pages: set[int]) -> None:
    """A short line that comes back (numbers aside) beside page numbers or page breaks is the head or foot of a page."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if not line.aside and len(line.text) < 110:
            places[_DIGITS.sub("#", line.text.casefold())].append(i)
    for form, at in places.items():
        if len(at) < _REPEATS or not any(c.isalpha() for c in form):
            continue
        beside = sum(_beside_page_end(lines, i, pages) for i in at)
        if beside >= 0.6 * len(at) and beside >= _REPEATS - 1:
            for i in at[1:] if at[0] < 6 else at:
                lines[i].aside = "furniture"


def _beside_page_end(lines: list[Line], i: int, pages: set[int]) -> bool:
    near = range(max(0, i - 2), min(len(lines), i + 3))
    return any(j in pages for j in near) or lines[i].page_break or (i + 1 < len(lines) and lines[i + 1].page_break)


def _page_ends_in_headings(lines: list[Line]) -> None:
    """The number of a page that ends between a title and its '(Item 9)'."""
    shown = [line for line in lines if not line.aside]
    for line, below in pairwise(shown):
        if _PAGE_NUMBER.fullmatch(line.text) and ITEM_LINE.fullmatch(below.text):
            line.aside = "furniture"


def _columns_of_numbers(lines: list[Line]) -> None:
    """Item numbers one below the other with no words between: a converter took the column off its table, and no number
    stands at its title any more."""
    run: list[tuple[Line, Label]] = []
    for line in lines:
        if line.aside:
            continue
        label = read_number(line.text)
        if label is not None and label.end >= len(line.text):
            run.append((line, label))
            continue
        _set_column_aside(run)
        run = []
    _set_column_aside(run)


def _set_column_aside(run: list[tuple[Line, Label]]) -> None:
    rising = sum(step(before, after) in ("next", "gap", "child", "pop") for (_, before), (_, after) in pairwise(run))
    if len(run) >= _COLUMN and rising * 2 > len(run):
        for line, _ in run:
            line.aside = "furniture"
