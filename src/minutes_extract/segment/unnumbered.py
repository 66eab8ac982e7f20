"""Headings without a number: bold or capital lines, stock titles on lines of their own, run-in labels."""

from __future__ import annotations

import re

from minutes_extract.segment.alike import alike
from minutes_extract.segment.applications import application
from minutes_extract.segment.bulleted import bulleted
from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.extent import attached
from minutes_extract.segment.matters import LABEL, starts_heading, with_titles
from minutes_extract.segment.words import title_case

BODY = re.compile(r"\b(?:committee|council|board|panel|cabinet|authority|meeting|minutes)\b", re.IGNORECASE)
_LETTERED = re.compile(r"[a-z][.)]\s")  # 'New Business' / 'a) Delegation'
_OF_MINUTES = re.compile(
    r"(?:resolved|agreed|that|it was)\b[^\n]{0,160}\b(?:minutes?|meeting)\b|(?:the )?minutes? (?:of|from|for|were|was)\b|"
    r"[^\n.]{0,80}\b(?:propos|mov|second|accept|approv|adopt)\w*[^\n.]{0,40}\bminutes?\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:no|none|nothing|nil)\b[^\n]{0,60}\.$", re.IGNORECASE)  # 'No report.' below 'Police Report:'
_REFERENCE = re.compile(r"[A-Z]{2,5}/\d")
# other lists of people below 'Present'
_BESIDE = re.compile(
    r"(?:visitors?|guests?|observers?|officers?|staff|members?(?: of the public)?|public|press|police|clerk)\b\W*$",
    re.IGNORECASE,
)
_DRESSED = 0.7  # of the headings that show how all are printed
PRESENT = re.compile(
    r"(?:(?:(?:community |parish |town |committee |board |council )?(?:members?|councill?ors?)|trustees|governors|commissioners|"
    r"supervisors|directors|selectmen|alder(?:men|persons)|board|council|panel|those) )?(?:present|attending|in attendance|attendance)\b",
    re.IGNORECASE,
)


def unnumbered(finder: Finder) -> list[Candidate]:
    """Headings of a document without numbers: bold or capital lines, stock titles on lines of their own, run-in labels."""
    groups: dict[str, list[Candidate]] = {"bold": [], "caps": [], "plain": [], "run-in": []}
    groups["bullets"] = bulleted(finder)
    taken = -1
    for i in finder.open:
        line = finder.lines[i]
        if i <= taken or len(line.text) > 400 or line.bullet or not starts_heading(finder, i):
            continue
        if _of_application(finder, i) or _NOTHING.match(line.text):
            continue  # an item of its own where it is decided apart
        c = finder.numbered(i) or finder.bare(i)
        has_file = attached(line.text)  # 'Minutes pdf icon PDF 204 KB'
        if not c.title or c.sentence or len(c.title) > 130:
            continue
        if not has_file and _asked(finder, i, taken):
            continue
        if not has_file and (
            (finder.words.banner.fullmatch(c.title) and not _on_minutes(finder, c) and not _on_roll(finder, c))
            or not has_body(finder, c)
        ):
            continue
        if "bold" in c.dress or (line.bold == 1 and c.run_in):
            groups["bold"].append(c)
        elif "caps" in c.dress and len(c.title) > 5:
            groups["caps"].append(c)
        if has_file or (c.stock and (len(line.text) < 80 or c.run_in) and not _goes_on(finder, c)):
            groups["plain"].append(c)
        if c.run_in and (c.stock or (line.text[len(c.title) : len(c.title) + 1] == ":" and len(c.title.split()) < 7)):
            groups["run-in"].append(c)
        elif line.text[-1] == ":" and title_case(c.title) and len(c.title.split()) < 7 and not LABEL.match(c.title):
            groups["run-in"].append(c)  # 'Churchwardens' Report:' above its text, among 'Finance: The treasurer ...'
        taken = c.last_line
    if sum(c.stock for c in groups["run-in"]) < 3:
        groups["run-in"] = []
    best = max(groups.values(), key=lambda g: sum(c.stock for c in g) * 2 + len(g) * 0.5)
    dressed = max(groups["bold"], groups["caps"], key=len)
    loose = best is groups["plain"] or (best is groups["run-in"] and dressed is groups["caps"])
    if loose and sum(c.stock for c in dressed) >= max(2.0, 0.6 * sum(c.stock for c in best)):
        best = dressed  # 'REPORTS:' over 'Maintenance:' and 'Fire Chief:'
    if best is groups["bullets"]:
        return best
    undressed = best is groups["plain"] or best is groups["run-in"]
    best = _behind_attendance(finder, best)
    sure = [c.stock or attached(finder.lines[c.line].text) for c in best]
    if sum(sure) < 2:
        return []
    first = sure.index(True)
    if not undressed:
        return alike(finder, best[first:])
    best = alike(finder, with_titles(finder, _of_one_dress(finder, best[first:])))
    while len(best) > 1 and _of_attendance(finder, best[0], best[1].line):
        best = best[1:]
    return best


def _asked(finder: Finder, i: int, heading: int) -> bool:
    """What the agenda says right below a heading (which ends at line `heading`): 'To receive the report of the Audit Panel.'"""
    text = finder.lines[i].text
    return (
        finder.after(i, -1) == heading >= 0
        and text[-1] == "."
        and (finder.words.is_task(text) or finder.words.report.match(text) is not None)
    )


def _of_attendance(finder: Finder, c: Candidate, upto: int) -> bool:
    """'Apologies: A, B' below or above 'Present: C, D': a list of people, and no business."""
    labels = [i for i in finder.open[:80] if i < upto and PRESENT.match(finder.lines[i].text)]
    if not labels or not (_BESIDE.match(c.title) or finder.titles.kind(c.title) == "apologies"):
        return False
    return not any(finder.words.finite.search(finder.lines[i].text) for i in range(c.line, upto))


def _of_one_dress(finder: Finder, headings: list[Candidate]) -> list[Candidate]:
    """Without points that run in ('Closure of the churchyard: no news'), where the headings stand behind empty lines and
    have lines of their own."""
    apart = [c for c in headings if finder.lines[c.line].blanks and not c.run_in]
    if len(apart) < _DRESSED * len(headings):
        return headings
    return [c for c in headings if finder.lines[c.line].blanks or not c.run_in]


def _behind_attendance(finder: Finder, group: list[Candidate]) -> list[Candidate]:
    """Without the lines above 'PRESENT': the council, the committee and the date are no headings of business."""
    labels = [i for i in finder.open[:80] if PRESENT.match(finder.lines[i].text)]
    behind = [c for c in group if labels and (c.line > labels[0] or (c.stock and not BODY.search(c.title)))]
    return behind if sum(c.stock for c in behind) >= 2 else group


def _goes_on(finder: Finder, c: Candidate) -> bool:
    """The first line of a wrapped paragraph, not a heading."""
    nxt = finder.after(c.last_line)
    if c.run_in or nxt is None or finder.lines[nxt].blanks:
        return False
    return finder.lines[nxt].text[0].islower() and _LETTERED.match(finder.lines[nxt].text) is None


def _of_application(finder: Finder, i: int) -> bool:
    """'22/00412/FUL - Net Loft' in small letters, or the line below it that says what it is for."""
    own = application(finder, i)
    if own is not None:
        return not any(dress in own.dress for dress in ("caps", "bold"))
    above, line = finder.after(i, -1), finder.lines[i]
    if above is None or line.blanks or finder.titles.kind(line.text) not in (None, "planning"):
        return False
    return application(finder, above) is not None


def _on_minutes(finder: Finder, c: Candidate) -> bool:
    """'Minutes', 'Minutes of the last meeting held on 4 May' over what became of them: 'The minutes were approved.'"""
    nxt = finder.after(c.last_line)
    title = finder.lines[c.line].text.rstrip(": ").casefold()
    if nxt is None or not title.startswith("minutes"):
        return False
    number, below = finder.number(nxt), finder.lines[nxt].text
    told = title == "minutes" or finder.words.finite.search(below) is not None
    return told and _OF_MINUTES.match(below, number.end if number else 0) is not None


def _on_roll(finder: Finder, c: Candidate) -> bool:
    """'ROLL CALL' over who was there; elsewhere it heads the names of a vote."""
    nxt = finder.after(c.last_line)
    called = "caps" in c.dress and c.title.casefold() == "roll call"
    return called and nxt is not None and PRESENT.match(finder.lines[nxt].text) is not None


def has_body(finder: Finder, c: Candidate) -> bool:
    nxt = finder.after(c.last_line)
    if nxt is not None and c.stock and (_REFERENCE.match(finder.lines[nxt].text) or application(finder, nxt)):
        return True  # 'Planning' / 'APP/2019/0214 Mill Croft'
    if nxt is None:
        return c.run_in
    point = finder.item_number(nxt)
    return point is None or point.numbers == (1,)
