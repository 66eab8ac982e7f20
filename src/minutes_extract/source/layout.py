"""Lines of a page, with their places → the order in which a person reads them.

A PDF holds lines in the order in which a program drew them. That is nearly always the order of reading within a column
or a cell, so stretches of lines that run down the page are kept together, and only the stretches are put in order:
from top to bottom where they lie below one another, from left to right where they lie beside one another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_DEEP = 40  # columns within columns within ...: deeper nesting is no layout, and stays as drawn
_TOUCH = 1.0  # points by which the boxes of neighbouring lines may overlap


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class _Block:
    place: int
    lines: list[PageLine]
    left: float
    bottom: float
    right: float
    top: float


def reading_order(lines: list[PageLine]) -> list[PageLine]:
    """The lines of one page from the first to the last that a person would read."""
    return [line for block in _ordered(_blocks(lines), _DEEP) for line in block.lines]


def _blocks(lines: list[PageLine]) -> list[_Block]:
    runs: list[list[PageLine]] = []
    for line in lines:
        if runs and line.top < runs[-1][-1].top and line.bottom < runs[-1][-1].bottom:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [
        _Block(
            place,
            run,
            min(line.left for line in run),
            min(line.bottom for line in run),
            max(line.right for line in run),
            max(line.top for line in run),
        )
        for place, run in enumerate(runs)
    ]


def _ordered(blocks: list[_Block], deep: int) -> list[_Block]:
    if len(blocks) > 1 and deep:
        for bands in (
            _bands(blocks, lambda block: -block.top, lambda block: -block.bottom),
            _bands(blocks, lambda block: block.left, lambda block: block.right),
        ):
            if len(bands) > 1:
                return [block for band in bands for block in _ordered(band, deep - 1)]
    return sorted(blocks, key=lambda block: block.place)


def _bands(
    blocks: list[_Block], start: Callable[[_Block], float], end: Callable[[_Block], float]
) -> list[list[_Block]]:
    """The blocks in groups that a straight cut parts from one another."""
    bands: list[list[_Block]] = []
    reach = 0.0
    for block in sorted(blocks, key=start):
        if bands and start(block) < reach - _TOUCH:
            bands[-1].append(block)
        else:
            bands.append([block])
            reach = end(block)
        reach = max(reach, end(block))
    return bands
