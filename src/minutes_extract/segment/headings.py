"""Candidates → the headings of the document: which family of headings it uses, and which lines belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_extract.records import Notice
from minutes_extract.segment.beside import beside_chain
from minutes_extract.segment.candidates import RESOLUTION, Candidate, Finder
from minutes_extract.segment.chain import best_chain
from minutes_extract.segment.contents import contents, rows
from minutes_extract.segment.extent import attached
from minutes_extract.segment.flattened import by_issue, by_rows
from minutes_extract.segment.inline import inline_candidates, points_inside
from minutes_extract.segment.itemlines import by_item_lines
from minutes_extract.segment.markdown import by_markdown
from minutes_extract.segment.onepage import labelled_page, shows_one, single_item, titled_page
from minutes_extract.segment.romans import romans
from minutes_extract.segment.strays import next_meeting, with_ends
from minutes_extract.segment.subitems import lettered
from minutes_extract.segment.unnumbered import unnumbered

_LISTED = 8.0  # what a row of a list or a table is worth less than a heading
_BEYOND = 4.0  # what a number is worth less that the contents do not reach
_AGENDA = 5  # titles of the contents that tell how far its numbers go
_RUNNING = 2.0  # what a number that runs through the year is worth more
_SURE = 1.0  # what it is worth at least, whatever its words
_TWICE = 1  # numbers of a year that a clerk gave twice
_STEP, _RARELY = 3, 8  # from one number of a year to the next; one in so many may be longer
_PARAGRAPH = 50  # characters; a row of a list is shorter
_ONES = 4  # more '1.' than this through most of the text are its items
_FEWEST = 4  # paragraphs that are numbered through
_MOST = 0.5  # of the text
_BUSINESS = 3  # stock headings; a page of one item holds fewer
_ENOUGH = 3.0  # a chain worth less than this is a list, not the order of business


@dataclass(slots=True)
class Headings:
    chosen: list[Candidate]
    layout: str
    agenda_titles: dict[tuple[int, ...], str] = field(default_factory=dict)
    agenda_lines: set[int] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)


def find_headings(finder: Finder, plain_text: str) -> Headings:
    """The headings of the document in order, and the layout family that they show."""
    lines = finder.lines
    numbered = [c for i in finder.open if (c := finder.numbered(i)) is not None]
    agenda_titles, agenda_lines = contents(finder, numbered)
    numbered = [c for c in numbered if c.line not in agenda_lines]
    for c in numbered:
        if c.label is not None and (known := agenda_titles.get(c.label.numbers)) is not None:
            c.score += 4.0 if known.split()[:1] == c.title.split()[:1] else 2.0
            c.sentence = False
    for c in _beyond(numbered, agenda_titles):
        c.score -= _BEYOND
    for c in _of_the_year(numbered):
        c.score = max(c.score + _RUNNING, _SURE)
    for c in rows(finder, numbered):
        c.score -= _LISTED
    found: Headings | None = None
    labels = sum(finder.is_label(lines[i].text) is not None for i in finder.open)
    families: dict[str, Callable[[], list[Candidate]]] = {
        "moderngov-rows": lambda: by_rows(finder),
        "moderngov-issue": lambda: by_issue(finder),
        "item-lines": lambda: by_item_lines(finder, numbered),
        "markdown": lambda: by_markdown(finder, numbered),
    }
    for layout, family in families.items():
        if chosen := family():
            found = Headings(chosen, layout)
            break
    if found is None and not labels and (page := labelled_page(finder)) is not None:
        found = Headings([page], "moderngov-item")
    if found is None:
        one = (labels == 1 or (labels > 0 and shows_one(finder))) and not _of_a_meeting(numbered)
        if one and _one_item_page(finder, numbered):
            numbered = []
        inline = inline_candidates(finder, plain_text)
        seen = {c.at for c in inline}
        points = [c for c in points_inside(finder, numbered) if c.at not in seen]
        candidates = sorted([*numbered, *inline, *points], key=lambda c: (c.at, c.score))
        chain = best_chain(candidates, finder.words, len(plain_text))
        ones = [] if inline else _all_ones(finder, numbered, len(plain_text))
        sure = not ones and _enough(chain) and _at_business(chain)  # headings without a number cannot outweigh it
        capital = [] if sure else romans(finder)
        plain = [] if sure or capital else unnumbered(finder)
        if ones and {c.line for c in plain} <= {c.line for c in ones}:
            chain, plain = ones, []
        if chain and plain and _outweighs(finder, plain, chain):
            chain = []
        if capital:
            found = Headings(capital, "numbered")
        elif _enough(chain) or _is_ones(chain):
            chosen = beside_chain(finder, with_ends(chain, numbered), numbered)
            found = Headings([*chosen, *next_meeting(finder, chosen)], _numbered_layout(chain, labels))
        elif through := _through(finder, numbered, plain, len(plain_text)):
            found = Headings(through, "numbered")
        elif one and not _of_a_meeting(plain) and (single := single_item(finder)) is not None:
            decision = finder.lines[finder.open[0]].text.casefold() == "decision details"
            found = Headings([single], "moderngov-decision" if decision else "moderngov-item")
        elif not plain and (letters := lettered(finder)):
            found = Headings(letters, "numbered")
        elif not plain and (papers := [c for c in numbered if attached(lines[c.line].text)]):
            found = Headings(papers, "moderngov-item")  # '5 Key Decisions PDF 35 KB' alone
        elif not plain and (page := titled_page(finder)) is not None:
            found = Headings([page], "moderngov-item")
        else:
            found = Headings(plain, "unnumbered" if plain else "none")
    found.agenda_titles, found.agenda_lines = agenda_titles, agenda_lines
    return found


def _beyond(numbered: list[Candidate], agenda: dict[tuple[int, ...], str]) -> list[Candidate]:
    """Numbers behind the last one of the contents: '10: SECTION 2 PARKING' among the points of an item, in a meeting of eight items."""
    whole = [number[0] for number in agenda if len(number) == 1]
    if len(whole) < _AGENDA:
        return []
    return [
        c for c in numbered if c.label is not None and len(c.label.numbers) == 1 and c.label.numbers[0] > max(whole)
    ]


def _of_the_year(numbered: list[Candidate]) -> list[Candidate]:
    """Numbers that run through the year ('84/23', '85/23', '86/23'): nothing but items is numbered so, whatever their words."""
    runs: dict[tuple[str, tuple[int, ...]], list[Candidate]] = {}
    for c in numbered:
        if c.label is not None and "/" in c.label.shape and len(c.label.numbers) > 1:
            runs.setdefault((c.label.shape, c.label.numbers[1:]), []).append(c)
    found: list[Candidate] = []
    for run in runs.values():
        first = [c.label.numbers[0] for c in run if c.label is not None]
        steps = [b - a for a, b in pairwise(first)]
        resolved = sum(RESOLUTION.match(c.title) is not None for c in run)  # 'RC61/19' / 'Resolution': not the items
        leaps = sum(d > _STEP for d in steps)  # '79/2122', '89/2122': the clerk hit the wrong key
        running = len(run) >= 3 and min(steps) >= 0 and leaps <= len(run) // _RARELY and steps.count(0) <= _TWICE
        if running and resolved * 2 < len(run):
            found += run
    return found


def _all_ones(finder: Finder, numbered: list[Candidate], characters: int) -> list[Candidate]:
    """A converter that starts each list anew numbers every item 1: paragraphs that are all '1.' with text of their own, or through
    most of the text."""
    if not _is_ones(numbered):
        return []
    long = all(len(finder.lines[c.line].text) > _PARAGRAPH for c in numbered)
    apart = all(finder.lines[c.line].blanks for c in numbered)
    through = len(numbered) > _ONES and numbered[-1].at - numbered[0].at > _MOST * characters
    return numbered if (long and apart) or through else []


def _through(finder: Finder, numbered: list[Candidate], plain: list[Candidate], characters: int) -> list[Candidate]:
    """Paragraphs numbered from 1 without a gap through most of the text, and no other headings among them: the items of a
    small society, told in sentences. A list of points has words before it that end with a colon."""
    run: list[Candidate] = []
    shape = numbered[0].label.shape if numbered and numbered[0].label is not None else ""
    for c in numbered:
        if c.label is not None and c.label.numbers == (len(run) + 1,) and c.label.shape == shape:
            run.append(c)
    if len(run) < max(_FEWEST, len(numbered) - 1) or run[-1].at - run[0].at < _MOST * characters:
        return []
    before = finder.after(run[0].line, -1)
    led = before is not None and finder.lines[before].text.endswith(":")
    return [] if led or any(c.at > run[0].at for c in plain) else run


def _is_ones(chain: list[Candidate]) -> bool:
    return len(chain) > 3 and all(c.label is not None and c.label.numbers == (1,) for c in chain)


def _of_a_meeting(headings: list[Candidate]) -> bool:
    """Are there headings of business enough for a whole meeting, whose clerk wrote 'Minutes:' above them all, or above what became
    of the last minutes?"""
    return sum(c.stock and not c.sentence for c in headings) >= _BUSINESS


def _one_item_page(finder: Finder, numbered: list[Candidate]) -> bool:
    """A page with a single 'Minutes:' and no number before it: the numbers behind it are clauses."""
    label = next(i for i in finder.open if finder.is_label(finder.lines[i].text))
    return not any(c.line < label and c.score > 1 for c in numbered)


def _enough(chain: list[Candidate]) -> bool:
    """Is the chain worth more than a list in an item?"""
    return bool(chain) and sum(c.score for c in chain) + len(chain) >= _ENOUGH


def _at_business(chain: list[Candidate]) -> bool:
    """Do the numbers stand at headings of business? Then some headings may well have none."""
    return sum(c.stock for c in chain) > 0.6 * len(chain)


def _outweighs(finder: Finder, plain: list[Candidate], chain: list[Candidate]) -> bool:
    """Numbers that start again under capital headings number the points of a heading, not the order of business."""
    if len(plain) < 4 or sum(c.stock for c in plain) < 3:
        return False
    if _at_business(chain):
        return False
    inside = [c for c in chain if plain[0].at < c.at]
    wide = plain[-1].at - plain[0].at > 1.3 * (chain[-1].at - chain[0].at)
    stocked = sum(c.stock for c in plain) > 2 * sum(c.stock for c in chain)
    if len(inside) < len(chain):
        return False
    return _start_again(finder, plain) or ((wide or stocked) and len(plain) > len(chain))


def _start_again(finder: Finder, plain: list[Candidate]) -> bool:
    """Do points numbered from 1 stand right below two of the headings?"""
    below = [finder.number(nxt) for c in plain if (nxt := finder.after(c.last_line)) is not None]
    return sum(label is not None and label.numbers == (1,) for label in below) > 1


def _numbered_layout(chain: list[Candidate], labels: int) -> str:
    if labels >= 2 and sum("alone" in c.dress for c in chain) * 2 >= len(chain):
        return "moderngov-page"
    if sum(c.dress == "inline" for c in chain) * 2 > len(chain):
        return "run-on"
    return "numbered"
