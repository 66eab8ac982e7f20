"""Planning applications that are items of their own without a number: 'Ref. No. 22/00412/FUL  Net Loft, Quay Street'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from minutes_extract.segment.candidates import Candidate, Finder

# The number of an application as councils print it: '22/00412/FUL', 'P/2022/0412', 'UTT/22/0412/FUL', '2022/0412/OUT', 'P0412.22'
_NUMBER = (
    r"(?:(?:[A-Z]{1,4}[/.-])?\d{2,4}/\d{3,6}(?:/[A-Z0-9]{1,7}){0,3}|[A-Z]{1,4}/\d{2,4}/[A-Z0-9/]{3,14}"
    r"|[A-Z]{1,3}\d{3,5}\.\d{2}|\d{2}/\d{1,2}/\d{4,5}/[A-Z]{1,4})(?![\w/])"
)
_HEADING = re.compile(
    rf"(?:\(?[a-z0-9]{{1,2}}[.)]\s+)?(?:(?:planning )?(?:application|ref(?:erence)?|app|item)\b\.?(?: (?:no|number|ref(?:erence)?)\b\.?)?\s*[:.-]?\s*)?"
    rf"(?P<number>{_NUMBER})[\s:,.\u2013-]+(?=\S)",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\b(?:RESOLVED|Resolved|AGREED|DECISION|DECIDED|Decision|(?:was|were) (?:then )?CARRIED)\b")
_OUTCOME = re.compile(
    r"\b(?:grant|refus|permi(?:t|ssion)|consent|defer|delegat|approve)\w*\b", re.IGNORECASE
)  # what an authority decides; a parish only objects or not
_LONGEST = 400  # characters of the heading
_SHORTEST = 200  # characters of the minutes of one application
_FEWEST = 2


def with_applications(finder: Finder, chosen: list[Candidate]) -> list[Candidate]:
    """The headings, and the applications inside an item that are each told and decided apart."""
    taken = {k for c in chosen for k in range(c.line, c.last_line + 1)}
    bounds = [*(c.line for c in chosen), len(finder.lines)]
    out: list[Candidate] = []
    for k, heading in enumerate(chosen):
        first, last = bisect_right(finder.open, bounds[k]), bisect_left(finder.open, bounds[k + 1])
        out += [heading, *_inside(finder, [i for i in finder.open[first:last] if i not in taken])]
    return out


def _inside(finder: Finder, inside: list[int]) -> list[Candidate]:
    heads = [i for i in inside if application(finder, i) is not None]
    if len(heads) < _FEWEST:
        return []
    for head, end in zip(heads, [*heads[1:], len(finder.lines)], strict=True):
        own = inside[bisect_right(inside, head) : bisect_left(inside, end)]
        said = "\n".join(finder.lines[i].text for i in own)
        if len(said) < _SHORTEST or not _DECIDED.search(said) or not _OUTCOME.search(said):
            return []  # a list of them, or what a parish thinks of each
    return [candidate for i in heads if (candidate := application(finder, i)) is not None]


def application(finder: Finder, i: int) -> Candidate | None:
    """The heading of line i, where it is the number of an application and what it is for."""
    line = finder.lines[i]
    match = _HEADING.match(line.text)
    if match is None or line.bullet or len(line.text) > _LONGEST or line.text[match.end()].islower():
        return None
    candidate = finder.with_label(i, None, match.end())
    candidate.references = [match["number"], *candidate.references]
    return candidate if candidate.title and not candidate.sentence else None
