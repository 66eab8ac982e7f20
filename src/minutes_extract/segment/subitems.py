"""Sub-items inside an item: lettered or numbered headings of their own ('a) Car parking', '5.1 Chairman's Report')."""

from __future__ import annotations

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.numbers import step


def with_subitems(finder: Finder, chosen: list[Candidate]) -> list[Candidate]:
    """The headings with the sub-headings between them, in document order."""
    if not chosen or any(c.dress == "inline" for c in chosen):
        return chosen
    taken = {k for c in chosen for k in range(c.line, c.last_line + 1)}
    bounds = [*(c.line for c in chosen), len(finder.lines)]
    out: list[Candidate] = []
    for k, heading in enumerate(chosen):
        out.append(heading)
        inside = [i for i in finder.open if bounds[k] < i < bounds[k + 1] and i not in taken]
        out += _chain(finder, inside)
    return out


def _chain(finder: Finder, inside: list[int]) -> list[Candidate]:
    """The lettered headings of one item: they begin with the first letter, follow one another, and stand out."""
    found: list[Candidate] = []
    for i in inside:
        if not finder.lines[i].bold:
            continue
        c = finder.lettered(i)
        if c is None or c.label is None or not c.title or c.sentence:
            continue
        if not found and c.label.numbers != (1,):
            continue
        if found and found[-1].label is not None and step(found[-1].label, c.label) != "next":
            continue
        found.append(c)
    alone = sum(finder.lines[c.line].bold == 2 for c in found)
    return found if alone >= max(1, len(found) // 2) else []
