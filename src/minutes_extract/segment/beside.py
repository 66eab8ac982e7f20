"""Headings that stand beside the best chain of numbers: without a number, before the first one, or numbered anew."""

from __future__ import annotations

from collections import Counter

from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.inline import before_first, missing_inside, missing_of_the_year
from minutes_extract.segment.unnumbered import BODY, PRESENT, has_body
from minutes_extract.segment.words import title_case

_OPENING = ("public_participation", "election", "announcements")  # may well be taken before item 1
_EVERY_MEETING = (*_OPENING, "apologies", "declarations", "minutes", "urgent_business", "next_meeting")
_LONGEST = 90  # characters; a longer line is no heading without a number


def beside_chain(finder: Finder, chain: list[Candidate], numbered: list[Candidate]) -> list[Candidate]:
    """The chain, and the headings beside it, in document order."""
    if chain[0].dress == "inline":
        return [*before_first(finder, chain[0]), *chain]
    chain = sorted([*chain, *_numbered_anew(chain, numbered)], key=lambda c: c.at)
    taken = {k for c in chain for k in range(c.line, c.last_line + 1)}
    extra = _before(finder, chain[0])
    taken |= {k for c in extra for k in range(c.line, c.last_line + 1)}
    extra += _among(finder, chain, taken)
    extra += _bulleted(finder, chain)
    extra += missing_inside(finder, chain)
    extra += missing_of_the_year(finder, chain)
    return sorted([*chain, *extra], key=lambda c: c.at)


def _bulleted(finder: Finder, chain: list[Candidate]) -> list[Candidate]:
    """'- ELECTION OF VICE-CHAIRMAN': a converter took the numbers of some headings in capitals for bullets."""
    if not any("caps" in c.dress for c in chain):
        return []
    rows = [finder.behind_bullet(i) for i in finder.open if finder.lines[i].bullet]
    found = [c for c in rows if c is not None and "caps" in c.dress and not c.sentence and has_body(finder, c)]
    return found if len(found) > 1 and any(c.stock for c in found) else []


def _numbered_anew(chain: list[Candidate], numbered: list[Candidate]) -> list[Candidate]:
    """Bold headings whose numbers begin again: a converter starts each list at 1, whatever was printed."""
    dress, count = Counter(c.dress for c in chain).most_common(1)[0]
    if dress != "bold" or count * 2 < len(chain):
        return []
    lines = {c.line for c in chain}
    return [c for c in numbered if c.dress == dress and not c.sentence and c.line not in lines and c.score > 1]


def _before(finder: Finder, first: Candidate) -> list[Candidate]:
    """Stock headings before the first number: 'PRAYER', 'DECLARATIONS OF INTEREST', then '1 Skate park'."""
    head = [i for i in finder.open if i < first.line]
    present = next((k for k, i in enumerate(head) if PRESENT.match(finder.lines[i].text)), None)
    found: list[Candidate] = []
    for i in head[(present or 0) + 1 :] if present is not None else head[-12:]:
        if found and i <= found[-1].last_line:
            continue
        if finder.lines[i].bullet or len(finder.lines[i].text) > _LONGEST:
            continue
        c = finder.bare(i)
        known = finder.titles.begins(c.title, 0) if c.title else None
        if known is None or c.sentence or c.run_in or c.item_line or finder.words.banner.fullmatch(c.title):
            continue
        if len(c.title) > known + 25 or PRESENT.match(c.title) or not has_body(finder, c):
            continue
        found.append(c)
    opening = [
        c for c in found if finder.titles.kind(c.title) in _OPENING and any(d in c.dress for d in ("bold", "caps"))
    ]
    business = [c for c in found if finder.titles.kind(c.title) != "apologies" and _told(finder, c)]
    if present is None or len(business) < 2 or len(business) * 2 < len(found):
        return opening
    return [c for c in found if c.at >= business[0].at or _told(finder, c)]


def _told(finder: Finder, c: Candidate) -> bool:
    """Does a statement stand behind the heading, not another heading or a name?"""
    nxt = finder.after(c.last_line)
    if nxt is None or finder.titles.stock(finder.lines[nxt].text):
        return nxt is not None and finder.words.finite.search(finder.lines[nxt].text) is not None
    return True


def _among(finder: Finder, chain: list[Candidate], taken: set[int]) -> list[Candidate]:
    """Headings without a number behind the first one that are dressed like the chain, well known, or stand alone."""
    dresses = {c.dress for c in chain}
    bold, caps, md = (any(word in dress for dress in dresses) for word in ("bold", "caps", "md"))
    dressed = bold or caps or md
    kinds = {finder.titles.kind(c.title) for c in chain}
    first = chain[0].line
    extra: list[Candidate] = []
    plain: list[Candidate] = []
    for i in finder.open:
        line = finder.lines[i]
        if i <= first - 12 or i in taken or line.bullet or len(line.text) > _LONGEST:
            continue
        if not (line.blanks or caps or (bold and line.bold == 2)) or finder.number(i) or finder.letter(i):
            continue  # right below another line stands only a heading that is dressed like the chain
        c = finder.bare(i)
        if c.sentence or not c.title or c.run_in or finder.words.banner.fullmatch(c.title) or c.item_line:
            continue
        mine = "bold" in c.dress or "caps" in c.dress
        if i < first and BODY.search(c.title) and not c.stock:
            continue  # the council and its meeting, above the first item
        if (i > first or c.stock) and not dressed and not mine and _stands_alone(finder, c):
            plain.append(c)
        if i < first or not c.stock or not has_body(finder, c):
            continue
        kind = finder.titles.kind(c.title)
        missing = not dressed and bool(line.blanks) and kind in _EVERY_MEETING and kind not in kinds
        like = any(dress and set(dress.split("+")) <= set(c.dress.split("+")) for dress in dresses)
        apart = bool(line.blanks) and kind == "public_participation"  # 'OPEN FORUM' while the meeting is suspended
        if (mine and (like or apart)) or (missing and title_case(c.title) and line.text[-1] == ":"):
            extra.append(c)
            taken |= set(range(c.line, c.last_line + 1))
    if len(plain) >= 3:
        lines = {c.line for c in extra}
        extra += [c for c in plain if c.line not in lines]
    return extra


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
