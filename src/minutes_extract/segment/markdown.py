"""Headings of a Markdown document: its '#' lines."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate, Finder


def by_markdown(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
    """Headings of a Markdown document: all of its '#' headings but the title of the page."""
    marked = [i for i in finder.open if finder.lines[i].level]
    if len(marked) < 3:
        return []
    by_line = {c.line: c for c in numbered}
    plain_numbered = [c for c in numbered if not finder.lines[c.line].level and not c.sentence and c.score > 2]
    if len(plain_numbered) > len(marked):
        return []
    chosen = []
    for k, i in enumerate(marked):
        candidate = by_line.get(i) or finder.bare(i)
        if not candidate.title or (k < 3 and _is_page_title(candidate.title, finder, i)):
            continue
        chosen.append(candidate)
    return chosen if len(chosen) > 1 else []


def _is_page_title(title: str, finder: Finder, i: int) -> bool:
    """The title or the date of the meeting, dressed as a heading."""
    if re.search(r"\b(?:19|20)\d\d\b", title) and not finder.titles.stock(title):
        return True
    level = finder.lines[i].level
    alone = sum(finder.lines[j].level == level for j in finder.open) == 1
    return (
        bool(re.search(r"\b(?:minutes|meeting)\b", title, re.IGNORECASE)) and (alone or not finder.titles.stock(title))
    ) or (level == 1 and alone)
