"""Headings without a number: bold or capital lines, stock titles on lines of their own, run-in labels."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.inline import before_first
from minutes_extract.segment.words import title_case

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


def unnumbered(finder: Finder) -> list[Candidate]:
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


def with_unnumbered(finder: Finder, chain: list[Candidate]) -> list[Candidate]:
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


def single_item(finder: Finder) -> Candidate | None:
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
