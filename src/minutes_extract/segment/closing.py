"""Where the minutes end, and what is wrong with the numbers of their items."""

from __future__ import annotations

import itertools
import re

from minutes_extract.records import Notice, Section
from minutes_extract.rules import Patterns
from minutes_extract.segment.numbers import read_number, step
from minutes_extract.spans import View

_CLOSING_WORDS = 45  # a closing line is short
_WENT_ON = re.compile(r"\bresolved\b|\b(?:re-?convened|resumed)(?: at)? \d", re.IGNORECASE)


def closing_of(view: View, sections: list[Section], patterns: Patterns) -> int | None:
    """Source offset at which the closing begins: the line that says that the meeting closed, or the signature."""
    last = sections[-1]
    rules = [rule.regex for rule in patterns.stage("segment.closing")]
    text = view.text
    at = last.lo
    for match in re.finditer(r"[^\n]+", text[last.lo : last.hi]):
        words = match[0].strip()
        if words.startswith(("That ", "Motion")) or re.search(r"\bmoved\b", words):
            continue
        if len(words.split()) <= _CLOSING_WORDS and any(regex.search(words) for regex in rules):
            at = last.lo + match.start()
            if not _WENT_ON.search(text, at + len(words), last.hi):
                start = view.span(at, at + 1).start
                return start if start > last.span.start else None  # an item is not empty
    return None


def numbering(sections: list[Section]) -> list[Notice]:
    """Warnings for numbers that skip or come twice."""
    notices: list[Notice] = []
    seen: dict[tuple[int | None, str], Section] = {}
    for section in sections:
        if section.truncated:
            notices.append(
                Notice(
                    "truncated_item", f"the page cuts the text of item {section.number or section.title}", section.span
                )
            )
        if section.number is None:
            continue
        key = (section.parent, section.number)
        if key in seen:
            notices.append(Notice("duplicate_number", f"the number {section.number} is printed twice", section.span))
        seen[key] = section
    tops = [s for s in sections if s.parent is None and s.number]
    for before, after in itertools.pairwise(tops):
        a, b = (
            read_number(before.number + " x" if before.number else ""),
            read_number(after.number + " x" if after.number else ""),
        )
        if a and b and step(a, b) == "gap":
            notices.append(Notice("numbering_gap", f"item {after.number} follows item {before.number}", after.span))
    return notices
