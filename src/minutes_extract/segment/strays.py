"""Headings that the best chain passes over: a number out of turn, a number printed twice."""

from __future__ import annotations

from bisect import bisect_right

from minutes_extract.segment.candidates import Candidate

_STRONG = 1.4  # a heading with a body and blank lines around it
_FAIR = 0.7  # blank lines around, or title case


def printed_twice(chain: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Headings in the dress of the chain that bear the number of their neighbour in it; a list has more than one point."""
    found: list[Candidate] = []
    inside: list[list[Candidate]] = [[] for _ in chain]
    starts = [c.at for c in chain]
    members = {id(c) for c in chain}
    for c in candidates:
        k = bisect_right(starts, c.at) - 1
        if id(c) not in members and 0 <= k < len(chain) - 1:
            inside[k].append(c)
    for before, between, after in zip(chain, inside, chain[1:], strict=False):
        if len(between) != 1:
            continue
        c = between[0]
        if c.sentence or not c.title[:1].isupper() or c.line <= before.last_line or c.score < _FAIR:
            continue
        for neighbour in (before, after):
            if (
                c.label is not None
                and neighbour.label is not None
                and c.label.numbers == neighbour.label.numbers
                and (c.label.shape, c.label.close) == (neighbour.label.shape, neighbour.label.close)
                and c.dress == neighbour.dress
            ):
                found.append(c)
                break
    return found


def out_of_order(chain: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Headings in the dress of the chain whose number stands out of turn: item 7, taken between 3 and 4.

    One that its neighbour in number follows is a list of its own."""
    labels = [c.label for c in chain if c.label is not None]
    taken = {k for c in chain for k in range(c.line, c.last_line + 1)}
    numbers = {label.numbers for label in labels}
    dresses = {(c.dress, c.label.shape, c.label.close) for c in chain if c.label is not None and c.dress != "inline"}
    if len(chain) < 4 or len(dresses) > 2:
        return []
    found = [
        c
        for c in candidates
        if c.label is not None
        and c.line not in taken
        and chain[0].at < c.at
        and len(c.label.numbers) == 1
        and c.label.numbers not in numbers
        and c.label.numbers[0] <= chain[-1].label.numbers[0] + 5  # type: ignore[union-attr]
        and (c.dress, c.label.shape, c.label.close) in dresses
        and not c.sentence
        and c.score >= _STRONG
    ]
    out = {c.label.numbers[0] for c in found if c.label is not None}
    return [c for c in found if c.label is not None and not {c.label.numbers[0] - 1, c.label.numbers[0] + 1} & out]
