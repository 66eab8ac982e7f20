"""Headings behind bullets: a list that has lost its numbers, or never had any."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.page import position_from, source_offset

_KNOWN = 3  # well-known headings among bullets
_MOST = 0.5  # of the bullets
_TITLE = 70  # characters of a heading
_WORDS = 8
_COLON = re.compile(r"(?: [A-Z][\w'-]{1,20}){0,3}:")


def bulleted(finder: Finder) -> list[Candidate]:
    """'- Apologies' / 'None.' / '- Planning' / 'Two letters ...': a web page whose list has lost its numbers. Most bullets
    are well-known headings, each with a text of its own below it; others are points among that text."""
    bullets = [i for i in finder.open if finder.lines[i].bullet]
    below = [i for i in bullets if (nxt := finder.after(i)) is not None and not finder.lines[nxt].bullet]
    found = [c for i in below if (c := finder.behind_bullet(i)) is not None and _heads_point(c)]
    known = sum(c.stock for c in found)
    bare = [c for i in bullets if i not in below and (c := finder.behind_bullet(i)) is not None]
    bare = [c for c in bare if c.stock and _heads_point(c)]  # '- Pledge of Allegiance', with nothing to tell of it
    if known >= _KNOWN and (known + len(bare)) * 2 >= len(bullets):
        return sorted([*found, *bare], key=lambda c: c.at)
    return _labels(finder, bullets)


def _heads_point(c: Candidate) -> bool:
    return not c.sentence and not c.run_in and len(c.title) <= _TITLE and (c.stock or c.title[-1] != ".")


def _labels(finder: Finder, bullets: list[int]) -> list[Candidate]:
    """'- Apologies: Cllr Dole' / '- Police: No one came', among points without a label; or a text whose outermost bullets
    nearly all have one: '• Adoption of the agenda.' / 'Ada moved ...' / '• Public comment: None.'"""
    outer = min((finder.lines[i].indent for i in bullets), default=0)
    outermost = [i for i in bullets if finder.lines[i].indent == outer]
    heads = [c for i in outermost if (c := finder.behind_bullet(i)) is not None and _labels_point(finder, c)]
    colons = [c for c in heads if _to_colon(finder, c)]
    for labels, share in ((colons, 0.0), (heads, _MOST)):
        if sum(c.stock for c in labels) >= _KNOWN and len(labels) >= share * len(outermost):
            return labels
    return []


def _labels_point(finder: Finder, c: Candidate) -> bool:
    """Is the bullet a short label with a text behind or below it?"""
    nxt = finder.after(c.line)
    text = c.run_in or finder.lines[c.line].text.endswith(":") or (nxt is not None and not finder.lines[nxt].bullet)
    short = bool(c.title) and len(c.title.split()) <= _WORDS
    told = (
        c.sentence
        or finder.words.finite.search(c.title) is not None
        or (not c.run_in and finder.words.banner.fullmatch(c.title) is not None)
    )
    return short and text and not told


def _to_colon(finder: Finder, c: Candidate) -> bool:
    """Does a colon end the label? Then all before it is the title: 'Roads Matters:', not 'Roads'."""
    line = finder.lines[c.line]
    if c.title_span is None or c.run_in is False:
        return line.text.endswith(":")
    end = position_from(line, c.title_span[1])
    colon = _COLON.match(line.text, end)
    if colon is None:
        return False
    start = position_from(line, c.title_span[0])
    c.title = line.text[start : colon.end() - 1]
    c.title_span = (c.title_span[0], source_offset(line, colon.end() - 2) + 1)
    c.body = source_offset(line, colon.end() - 1) + 1
    return True
