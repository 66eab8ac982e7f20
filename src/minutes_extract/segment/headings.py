"""Candidates → the headings of the document: which family of headings it uses, and which lines belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_extract.records import Notice
from minutes_extract.segment.candidates import ITEM_LINE, Candidate, Finder, title_case
from minutes_extract.segment.chain import best_chain
from minutes_extract.segment.inline import before_first, inline_candidates
from minutes_extract.segment.numbers import Label, step

_ENOUGH = 3.0  # a chain worth less than this is a list, not the order of business
_PAGE_END = re.compile(r"[\s.…]*\(?(?:pages?|pp?\.?)?\s*\d{0,3}(?:\s*[-–]\s*\d{1,3})?\)?$", re.IGNORECASE)
_BANNER = re.compile(
    r"(?:motion )?(?:carried|lost|passed|failed|defeated)\b.*|motions?|resolutions?|roll call.*|ayes?|noes|nays|yeas|abstain\w*|absent|for|against|none|nil|minutes|agenda|"
    r"(?:members?|councillors?|officers?|staff|officials?|those)?\s*(?:also )?(?:present|in attendance|attending).*|apologies from|disposition.*|proponents|opponents|neutral|"
    r"the (?:meeting (?:closed|ended|was)|motion).*|that .*|minutes of (?:a |the |an )?(?:\w+ )*meeting (?:of|held).*|agenda and minutes|recommendation.?|amendment|proposed|seconded|signed.*|chair(?:man|person)?|clerk|date|"
    r"(?:un)?restricted items?|exempt items?|part (?:\d|[ivab])+\b.*|(?:public|open|confidential|private) (?:session|items?|business)|"
    r"matters for (?:decision|information|noting)|for (?:discussion|information|decision).{0,30}|action taken|by whom.*",
    re.IGNORECASE,
)


_BODY = re.compile(r"\b(?:committee|council|board|panel|cabinet|authority|meeting|minutes)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:(?:members?|councill?ors?|those) )?(?:present|attending|in attendance|attendance)\b", re.IGNORECASE
)


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
    agenda_titles, agenda_lines = _contents(numbered)
    numbered = [c for c in numbered if c.line not in agenda_lines]
    for c in numbered:
        if c.label is not None and (known := agenda_titles.get(c.label.numbers)) is not None:
            c.score += 4.0 if known.split()[:1] == c.title.split()[:1] else 2.0
            c.sentence = False
    found: Headings | None = None
    labels = sum(finder.label_line.fullmatch(lines[i].text) is not None for i in finder.open)
    for family in (_by_item_lines, _by_markdown):
        chosen = family(finder, numbered)
        if chosen:
            found = Headings(chosen, "item-lines" if family is _by_item_lines else "markdown")
            break
    if found is None:
        if labels == 1 and _one_item_page(finder, numbered):
            numbered = []
        candidates = sorted([*numbered, *inline_candidates(finder, plain_text)], key=lambda c: (c.at, c.score))
        chain = best_chain(candidates, len(plain_text))
        unnumbered = _unnumbered(finder)
        if chain and unnumbered and _outweighs(unnumbered, chain):
            chain = []
        if chain and sum(c.score for c in chain) + len(chain) >= _ENOUGH:
            found = Headings(_with_unnumbered(finder, chain), _numbered_layout(chain, labels))
        elif labels == 1 and (single := _single_item(finder)) is not None:
            found = Headings([single], "moderngov-item")
        else:
            found = Headings(unnumbered, "unnumbered" if unnumbered else "none")
    found.agenda_titles, found.agenda_lines = agenda_titles, agenda_lines
    return found


def _one_item_page(finder: Finder, numbered: list[Candidate]) -> bool:
    """A page with a single 'Minutes:' and no number before it: the numbers behind it are clauses."""
    label = next(i for i in finder.open if finder.label_line.fullmatch(finder.lines[i].text))
    return not any(c.line < label and c.score > 1 for c in numbered)


def _outweighs(unnumbered: list[Candidate], chain: list[Candidate]) -> bool:
    """Numbers that start again under capital headings number the points of a heading, not the order of business."""
    if len(unnumbered) < 4 or sum(c.stock for c in unnumbered) < 3:
        return False
    inside = [c for c in chain if unnumbered[0].at < c.at]
    wide = unnumbered[-1].at - unnumbered[0].at > 1.3 * (chain[-1].at - chain[0].at)
    stocked = sum(c.stock for c in unnumbered) > 2 * sum(c.stock for c in chain)
    return len(inside) == len(chain) and (wide or stocked) and len(unnumbered) > len(chain)


def _numbered_layout(chain: list[Candidate], labels: int) -> str:
    if labels >= 2 and sum("alone" in c.dress for c in chain) * 2 >= len(chain):
        return "moderngov-page"
    if sum(c.dress == "inline" for c in chain) * 2 > len(chain):
        return "run-on"
    return "numbered"


def _contents(numbered: list[Candidate]) -> tuple[dict[tuple[int, ...], str], set[int]]:
    """A table of contents or an agenda before the minutes: neighbouring lines whose numbers all come again later."""
    titles: dict[tuple[int, ...], str] = {}
    drop: set[int] = set()
    firsts = [_first_word(c) for c in numbered]
    last = {first: k for k, first in enumerate(firsts)}
    start = 0
    while start < len(numbered):
        end, seen = start + 1, {firsts[start]}
        while end < len(numbered) and numbered[end].line - numbered[end - 1].last_line <= 2 and firsts[end] not in seen:
            seen.add(firsts[end])
            end += 1
        if sum(last[first] >= end for first in firsts[start:end]) >= max(3.0, 0.6 * (end - start)):
            for candidate in numbered[start:end]:
                if candidate.label is not None:
                    titles[candidate.label.numbers] = _PAGE_END.sub("", candidate.title).strip()
                drop.update(range(candidate.line, candidate.last_line + 1))
        start = end
    return titles, drop


def _first_word(c: Candidate) -> tuple[tuple[int, ...], str]:
    return (c.label.numbers if c.label else (), (c.title.split() or [""])[0].casefold().strip(".,:"))


def _by_item_lines(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
    """Headings that a line '(Item 3)' follows; numbered neighbours that continue their numbers belong to them."""
    found: list[Candidate] = []
    for c in numbered:
        if c.item_line and not (found and found[-1].last_line >= c.line):
            found.append(c)
    claimed = {k for c in found for k in range(c.line, c.last_line + 1)}
    for i in finder.open:
        if i not in claimed and ITEM_LINE.fullmatch(finder.lines[i].text):
            first = _title_above(finder, i)
            candidate = finder.bare(first) if first is not None else None
            if candidate is not None and candidate.item_line:
                found.append(candidate)
    if len(found) < 2:
        return []
    found.sort(key=lambda c: c.line)
    chosen = _numbered_as_printed(finder, found)
    extra = []
    lines = [h.line for h in chosen]
    for c in numbered:
        k = bisect_left(lines, c.line) - 1
        label = chosen[k].label if k >= 0 else None
        if c.line not in claimed and not c.sentence and c.score > 1.5 and label and c.label:
            same = label.shape == c.label.shape != "item"
            if same and step(label, c.label) == "next":
                extra.append(c)
    return sorted([*chosen, *extra], key=lambda c: c.line)


def _numbered_as_printed(finder: Finder, found: list[Candidate]) -> list[Candidate]:
    """The headings with the numbers of the minutes ('77.') where those run through; else with those of '(Item 2)'.

    A page number above a heading or a year in it ('2023/2024') is no number of the minutes.
    """
    labels = [c.label for c in found]
    runs = sum(a is not None and b is not None and step(a, b) == "next" for a, b in pairwise(labels))
    printed = runs * 2 >= len(found) - 1
    out: list[Candidate] = []
    last: Label | None = None
    for c in found:
        fits = printed and c.label is not None and (last is None or step(last, c.label) in ("next", "gap", "same"))
        if fits:
            last = c.label
            out.append(c)
            continue
        if c.label is not None:
            alone = c.dress.startswith("alone")
            bare = finder.bare(finder.after(c.line) or c.line) if alone else finder.bare(c.line)
            c = bare if bare.item_line else c
        token = c.item_line or ""
        c.label = Label(token, (int(re.sub(r"\D", "", token) or 0),), "item", 0)
        out.append(c)
    return out


def _title_above(finder: Finder, i: int) -> int | None:
    """The line with which the title above '(Item 3)' begins."""
    first = finder.after(i, -1)
    if first is None:
        return None
    for _ in range(3):
        above = finder.after(first, -1)
        if above is None or finder.lines[first].blanks:
            break
        words, line = finder.lines[above].text, finder.lines[first]
        goes_on = (
            line.text[0].islower()
            or words.endswith((",", "-", "&"))
            or re.search(r"\b(?:of|and|the|for|to|in|on|with)$", words)
        )
        if not goes_on or words[-1] in ".;":
            break
        first = above
    return first


def _by_markdown(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
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


def _with_unnumbered(finder: Finder, chain: list[Candidate]) -> list[Candidate]:
    """The chain, and headings without a number that are dressed like it or well known ('Public Participation')."""
    taken = {k for c in chain for k in range(c.line, c.last_line + 1)}
    dressed = any(d in c.dress for c in chain for d in ("bold", "caps", "md"))
    first = chain[0].line
    extra: list[Candidate] = []
    plain: list[Candidate] = []
    if chain[0].dress == "inline":
        return [*before_first(finder, chain[0]), *chain]
    for i in finder.open:
        line = finder.lines[i]
        if i in taken or line.bullet or len(line.text) > 90 or finder.numbered(i) or finder.lettered(i):
            continue
        c = finder.bare(i)
        if c.sentence or not c.title or c.run_in or _BANNER.fullmatch(c.title) or c.item_line:
            continue
        mine = "bold" in c.dress or "caps" in c.dress
        if not dressed and not mine and _stands_alone(finder, c) and i > first - 12:
            plain.append(c)
        if not c.stock or not (mine if dressed else title_case(c.title)) or not _has_body(finder, c):
            continue
        if i < first and not (
            mine and c.stock and finder.titles.kind(c.title) in ("public_participation", "election", "announcements")
        ):
            continue
        if i > first and not (mine and c.dress in {h.dress for h in chain}):
            continue
        extra.append(c)
        taken.update(range(c.line, c.last_line + 1))
    if len(plain) >= 3:
        lines = {c.line for c in extra}
        extra += [c for c in plain if c.line not in lines]
    return sorted([*chain, *extra], key=lambda c: c.at)


def _stands_alone(finder: Finder, c: Candidate) -> bool:
    """A short line of capital words between empty lines, with a paragraph behind it ('Internal Audit')."""
    nxt = finder.after(c.last_line)
    if nxt is None or not finder.lines[c.line].blanks or not finder.lines[nxt].blanks:
        return False
    words = c.title.split()
    body = finder.lines[nxt].text
    return (
        1 < len(words) <= 8
        and title_case(c.title)
        and c.title[-1] not in ".:;,"
        and len(body) > 40
        and not any(w.rstrip(".") in ("Cllr", "Councillor", "Mr", "Mrs") for w in words)
    )


def _has_body(finder: Finder, c: Candidate) -> bool:
    nxt = finder.after(c.last_line)
    point = finder.numbered(nxt) if nxt is not None else None
    return nxt is not None and (point is None or point.label is None or point.label.numbers == (1,))


def _single_item(finder: Finder) -> Candidate | None:
    """The one item of a page that shows one: the line behind 'Agenda item', or the first short line before 'Minutes:'."""
    label = next(i for i in finder.open if finder.label_line.fullmatch(finder.lines[i].text))
    before = [i for i in finder.open if i < label]
    for i in before:
        if finder.lines[i].text.casefold() in ("agenda item", "issue - items at meetings", "issue", "item details"):
            nxt = finder.after(i)
            if nxt is not None and nxt < label:
                return finder.bare(nxt)
    short = [i for i in before if len(finder.lines[i].text) < 160 and not finder.bare(i).sentence]
    return finder.bare(short[-1]) if short else None


def _unnumbered(finder: Finder) -> list[Candidate]:
    """Headings of a document without numbers: bold or capital lines, stock titles on lines of their own, run-in labels."""
    groups: dict[str, list[Candidate]] = {"bold": [], "caps": [], "plain": [], "run-in": []}
    taken = -1
    for i in finder.open:
        line = finder.lines[i]
        if i <= taken or len(line.text) > 400 or line.bullet or not _starts_heading(finder, i):
            continue
        c = finder.numbered(i) or finder.bare(i)
        if not c.title or c.sentence or len(c.title) > 130 or _BANNER.fullmatch(c.title) or not _has_body(finder, c):
            continue
        if "bold" in c.dress or (line.bold == 1 and c.run_in):
            groups["bold"].append(c)
        elif "caps" in c.dress and len(c.title) > 5:
            groups["caps"].append(c)
        if c.stock and (len(line.text) < 80 or c.run_in) and not _goes_on(finder, c):
            groups["plain"].append(c)
        if c.run_in and (c.stock or (line.text[len(c.title) : len(c.title) + 1] == ":" and len(c.title.split()) < 7)):
            groups["run-in"].append(c)
        taken = c.last_line
    if sum(c.stock for c in groups["run-in"]) < 3:
        groups["run-in"] = []
    best = max(groups.values(), key=lambda g: sum(c.stock for c in g) * 2 + len(g) * 0.5)
    dressed = max(groups["bold"], groups["caps"], key=len)
    if best is groups["plain"] and sum(c.stock for c in dressed) >= max(2.0, 0.6 * sum(c.stock for c in best)):
        best = dressed
    best = _behind_attendance(finder, best)
    if sum(c.stock for c in best) < 2:
        return []
    first = next(k for k, c in enumerate(best) if c.stock)
    return best[first:]


def _behind_attendance(finder: Finder, group: list[Candidate]) -> list[Candidate]:
    """Without the lines above 'PRESENT': the council, the committee and the date are no headings of business."""
    labels = [i for i in finder.open[:80] if _PRESENT.match(finder.lines[i].text)]
    behind = [c for c in group if labels and (c.line > labels[0] or (c.stock and not _BODY.search(c.title)))]
    return behind if sum(c.stock for c in behind) >= 2 else group


def _goes_on(finder: Finder, c: Candidate) -> bool:
    """The first line of a wrapped paragraph, not a heading."""
    nxt = finder.after(c.last_line)
    return not c.run_in and nxt is not None and not finder.lines[nxt].blanks and finder.lines[nxt].text[0].islower()


def _starts_heading(finder: Finder, i: int) -> bool:
    """Not the second half of a sentence that a line break cut in two."""
    line, before = finder.lines[i], finder.after(i, -1)
    if not (
        line.text[:1].isupper() or line.text[:1].isdigit() or line.text[:1] in "\"'" or finder.titles.stock(line.text)
    ):
        return False
    if before is None or line.blanks or not finder.wrapped:
        return True
    above = finder.lines[before].text
    return above[-1] in ".:;?!)" or above.isupper() or len(above) < 0.6 * finder.wrapped or line.text.isupper()
