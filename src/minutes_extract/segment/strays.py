"""Headings that the best chain passes over: a number out of turn or printed twice, the first and last told in a sentence."""

from __future__ import annotations

from bisect import bisect_right

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.numbers import step

_STRONG = 1.4  # a heading with a body and blank lines around it
_FAIR = 0.7  # blank lines around, or title case
_WEAKEST = -4.0  # what is worth less is a row of a list
_CHAIN = 4  # headings; a shorter chain may be a list
_TITLE = 60  # characters of a heading alone on its line


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


def with_ends(chain: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """The chain with the items right before and behind it that are told in sentences: '1. Attended by: Cllr Dunlin, ...'

    Nothing with a number of their kind stands between them and the chain.
    """
    if len(chain) < _CHAIN or chain[0].label is None or not chain[0].label.close:
        return chain
    kind = (chain[0].label.shape, chain[0].label.close)
    same = [
        c for c in candidates if c.label is not None and (c.label.shape, c.label.close) == kind and c.dress != "inline"
    ]
    before = [c for c in same if c.at < chain[0].at][-1:]
    behind = [c for c in same if c.at > chain[-1].at][:1]
    found = [c for c in before if c.label is not None and step(c.label, chain[0].label) == "next"]
    found += [c for c in behind if c.label and chain[-1].label is not None and step(chain[-1].label, c.label) == "next"]
    told = [c for c in found if c.score > _WEAKEST and c.title[:1].isupper()]
    return sorted([*chain, *told], key=lambda c: c.at)


def next_meeting(finder: Finder, chosen: list[Candidate]) -> list[Candidate]:
    """'Date of next meeting' on a line of its own behind the numbered headings, its date below."""
    last = chosen[-1].last_line
    for i in reversed(finder.open):
        if i <= last:
            break
        text = finder.lines[i].text.rstrip(" .:")
        nxt = finder.after(i)
        if len(text) > _TITLE or nxt is None or finder.titles.begins(text, 0) != len(text):
            continue
        if finder.titles.kind(text) == "next_meeting" and any(map(str.isdigit, finder.lines[nxt].text)):
            return [finder.bare(i)]
    return []
