"""Running heads, feet and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutes_extract.source.layout import PageLine

Page = list[PageLine]

_EDGE = 4  # so many lines from the top or the bottom of a page can be a running head or foot
_SHARE = 0.4  # of the pages: where left and right pages differ, each has its head on half of them, the first on none
_NUMBER = re.compile(r"\d{1,4}")
_BARE = re.compile(r"[\W_]*(?:page)?[\W_]*\d{1,4}(?:[\W_]*(?:of|/)?[\W_]*\d{1,4})?[\W_]*", re.IGNORECASE)


def part_running(pages: list[Page]) -> tuple[list[Page], list[str]]:
    """The pages, in reading order, without their running heads, feet and numbers, and the feet that say something.

    A head stays where it stands first: it may be the only place that names the meeting. A foot would stand there in
    the middle of a sentence, so that the feet, each once, are given apart. Bare page numbers go.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for number, page in enumerate(pages):
        seen.update({key for edge, line in _edges(page) for key in _keys(edge, line, number)})
    enough = max(2, len(pages) * _SHARE)
    met: set[tuple[str, str]] = set()
    feet: list[str] = []
    kept: list[Page] = []
    for number, page in enumerate(pages):
        gone: set[PageLine] = set()
        for edge, line in _edges(page):
            keys = [key for key in _keys(edge, line, number) if seen[key] >= enough]
            if not keys:
                continue
            first = met.isdisjoint(keys)
            met.update(keys)
            if first and not _BARE.fullmatch(line.text):
                if edge == "head":
                    continue
                feet.append(line.text)
            gone.add(line)
        kept.append([line for line in page if line not in gone])
    return kept, feet


def _edges(page: Page) -> Iterator[tuple[str, PageLine]]:
    """The outermost lines. On a page of few lines a line is either head or foot."""
    by_height = sorted(page, key=lambda line: -line.top)
    top = min(_EDGE, (len(by_height) + 1) // 2)
    for line in by_height[:top]:
        yield "head", line
    for line in by_height[max(top, len(by_height) - _EDGE) :]:
        yield "foot", line


def _keys(edge: str, line: PageLine, page: int) -> Iterator[tuple[str, str]]:
    """How this line would be printed on every page: as it is, or with one of its numbers counting the pages."""
    text = " ".join(line.text.casefold().split())
    if any(character.isalpha() for character in text):
        yield edge, text
    for number in _NUMBER.finditer(text):
        counted = int(number[0]) - page
        yield edge, f"{text[: number.start()]}<page{counted:+d}>{text[number.end() :]}"
