"""Headings with their text behind them in one line: 'Apologies: there were none.'"""

from __future__ import annotations

import re

from minutes_extract.segment.lines import Line
from minutes_extract.segment.page import Page, position_from, source_offset
from minutes_extract.segment.words import title_case, unfinished

_NO_FILE = (
    r"(?!\s+[A-Z]{0,3}/?\d{0,4}/\d)"  # 'Appeal - 18/00312/F - Fen Farm': the number of the case belongs to the title
)
_RUN_IN = re.compile(
    rf"(?P<title>[^.:\n]{{3,110}}?)(?P<stop>:(?!//)|\.(?=\s+[A-Z\"'(\u2022])|\s[-\u2013]{_NO_FILE}(?=\s+\(?[A-Z]|\s+\([ivx1a]\))|\?(?=\s+[A-Z])|\s(?:\.{{3}}|…)(?=\s)|\.{{3}}(?=\s)|…(?=\s))\s*(?=\S)"
)
_STOPS = frozenset(":.?…-\u2013")  # most headings have none of what must stand there
# a heading in capitals, and words in small letters behind it
CAPITALS = re.compile(
    r"(?P<title>(?=[^a-z\n]{0,40}[A-Z]{4})[A-Z](?:(?!(?:RESOLVED|AGREED|NOTED|APPROVED|ACTION|PC|PCSO|RFO)\b)[^\sa-z]+[ \t]+){0,24}?"
    r"(?!(?:RESOLVED|AGREED|NOTED|APPROVED|ACTION|PC|PCSO|RFO)\b)[^\sa-z]*[A-Z)]{2}[\d]*)(?P<stop>\s*[:.\u2013-]?\s+)"
    r"(?=[\"'(]?(?:[A-Z] |PC |PCSO |RFO )?(?:RESOLVED|AGREED|NOTED|[A-Z]?[a-z][a-z]|[A-Z][a-z] [A-Za-z]|[a-h][.)] [A-Z]))"
)
_OF_A_DAY = re.compile(
    r"\b(?:of|on|dated|held) \d{1,2}(?:st|nd|rd|th)?$", re.IGNORECASE
)  # 'The minutes of 5' / 'April were'
_THE_POST = re.compile(r"The [A-Z][a-z]")  # 'Approval of a new memorial in the Cemetery The Parish Clerk noted ...'
_INITIALS = re.compile(r"\s*[A-Z]{2,3}\s[a-z]")
_YEAR = re.compile(r"(?:19|20)\d\d\b")  # '2018 Accounting Statement'
_CAPITAL = re.compile(r"[A-Z]{2,}\b")  # 'HIGHWAYS AND FOOTPATHS. The Clerk ...' goes on in capitals
_BULLETS = re.compile(r"(?P<title>[A-Z\d][^.:•\n]{3,90}?)\s*(?=•\s)")
_POINT = re.compile(r"[a-h][.)] [A-Z]")  # 'CORRESPONDENCE a. Newsletters b. Fly the Red Ensign'
_DASHED = re.compile(rf"(?P<title>[^.:\n\u2013]{{3,140}}?)(?:\s[-\u2013]{_NO_FILE}|(?<=\w)[-\u2013])\s+(?=\S)")
_OF_MINUTES = re.compile(
    r"(?P<title>(?:To [a-z ]{4,40})?(?:the |The )?[Mm]inutes\b[^.:\n]{3,90}?\b\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?[A-Z][a-z]+)?,? (?:19|20)\d\d)\s+(?=[A-Z][a-z]*\b)"
)
_DATED = re.compile(r"\b(?:19|20)\d\d$")
_CLAUSE = 6  # spaces of a statement, at least
_LONGEST = 130  # characters; a longer run-in heading is a sentence
REFERENCE = re.compile(
    r"^(?:[A-Z]{0,5}[/ ]?\d{2,5}/[A-Z0-9./]{2,14}(?:/[A-Z0-9]{1,10}){0,3}|[A-Z]{1,5}/[A-Z0-9/]{4,20}|\d{2}/\d{4,6}/?[A-Z]{0,6})\s*[:,-]?\s+"
)


def run_in(page: Page, line: Line, at: int, alone: bool) -> tuple[int, int] | None:
    """Where a run-in heading ends and its text begins, or None where the line is not both."""
    if (
        at > 0
        and not alone
        and (
            parted := _pointed(page, line, at)
            or _shouted(page, line, at)
            or _answered(page, line, at)
            or _dated(page, line, at)
        )
    ):
        return parted
    return _stopped(page, line, at, alone) or (_unstopped(page, line, at) if at > 0 and not alone else None)


def _pointed(page: Page, line: Line, at: int) -> tuple[int, int] | None:
    """'8. Update on Projects • Stumps have been treated. • The path ...': bullets that a conversion ran into the heading."""
    match = _BULLETS.match(line.text, at)
    if match is None or page.words.finite.search(match["title"]) or not title_case(match["title"]):
        return None
    return match.end("title"), match.end()


def _shouted(page: Page, line: Line, at: int) -> tuple[int, int] | None:
    """A numbered heading in capitals that runs on into its text: '38. APOLOGIES Apologies were received from ...'"""
    match = CAPITALS.match(line.text, at)
    if match is None or line.bold or match.end("title") - at > _LONGEST:
        return None
    rest = line.text[match.end() :]
    if not (
        page.words.is_prose(rest)
        or page.words.people.match(rest)
        or page.words.cue.match(rest)
        or page.words.finite.search(rest)
        or _POINT.match(rest)
    ):
        return None
    return match.end("title"), match.end()


def _answered(page: Page, line: Line, at: int) -> tuple[int, int] | None:
    """'5. Declarations of Interest - none', '6. Confirmation of the minutes - Agreed', 'Minutes - it was RESOLVED to ...'"""
    match = _DASHED.match(line.text, at)
    if match is None or line.bold or page.words.abbreviated.search(match["title"]):
        return None
    title, rest = match["title"], line.text[match.end() :]
    if page.words.finite.search(title) and not page.words.verdict.match(rest):
        return None
    if title.count("(") != title.count(")") or len(title.split()) > 18:
        return None
    known = page.titles.begins(title, 0)
    told = page.words.is_sentence(rest) and (known is not None or page.words.finite.search(rest) is not None)
    short = len(title.split()) < 7 and not title[:1].islower()
    exact = known is not None and known >= len(title) and rest[-1:] == "." and " " in rest
    if (
        page.words.verdict.search(rest)
        or exact
        or ((known is not None or short) and (page.words.cue.match(rest) or told))
    ):
        return match.end("title"), match.end()
    return None


def _dated(page: Page, line: Line, at: int) -> tuple[int, int] | None:
    """'73. Minutes of the meeting held on 3 May 2017 Cllr Penn noted ...': the year ends the heading."""
    match = _OF_MINUTES.match(line.text, at)
    if match is None or line.bold or page.words.finite.search(match["title"]):
        return None
    rest = line.text[match.end() :]
    told = page.words.finite.search(rest) is not None and rest.count(" ") > _CLAUSE
    return (match.end("title"), match.end()) if told else None


def _said_by_initials(line: Line, parted: tuple[int, int]) -> bool:
    """'Cemetery Risk Assessment CC noted that ...': initials and a verb end a title that is longer than the stock heading."""
    return _INITIALS.match(line.text, parted[1]) is not None


def _unstopped(page: Page, line: Line, at: int) -> tuple[int, int] | None:
    """A numbered heading that runs on into its text without a stop: '4 Planning Applications The Clerk reported ...'"""
    words = line.text[at:]
    start = page.words.statement.search(words, 0, _LONGEST)
    if start is None or words.isupper():
        return None  # 'TO SIGN AS A CORRECT RECORD THE MINUTES OF 4 MAY' is one heading
    said = _THE_POST.match(words, start.end()) or _INITIALS.match(words, start.end())
    title = words[: start.start()].rstrip(" ." if said else " ")
    # '8.1.4 Precept The Clerk showed ...', but '8.1 Quarry Wood is in a poor state'
    pointed = "." in line.text[:at].rstrip(" .") and words.startswith("The ", start.end())
    several = " " in title
    known = (
        page.titles.begins(title, 0) is not None or ((pointed or several) and title_case(title)) or (said and several)
    )
    if (
        not known
        or not (title[0].isupper() or _YEAR.match(title))
        or title[-1] in ".,;:"
        or len(title.split()) > (20 if said else 12)
    ):
        return None
    if (
        page.words.finite.search(title)
        or unfinished(title)
        or page.words.abbreviated.search(title)
        or _OF_A_DAY.search(title)
    ):
        return None
    if title.count("(") != title.count(")") or not _told(page, words[start.end() :]):
        return None
    return at + len(title), at + start.end()


def _told(page: Page, rest: str) -> bool:
    return page.words.is_prose(rest) or ". " in rest or (rest[-1:] in (".", ":") and rest.count(" ") > _CLAUSE)


def _stopped(page: Page, line: Line, at: int, alone: bool) -> tuple[int, int] | None:
    """A heading in bold, a stock heading, or one that ends with a stop, a colon or a dash."""
    if line.bold == 1 and line.bold_end > source_offset(line, at) + 2:
        position = position_from(line, line.bold_end, at)
        rest = line.text[position:].lstrip(" :.-")
        if len(rest) > 2 and (rest[0].islower() and not line.text[at:position].rstrip().endswith((":", "-"))):
            return None
        if len(rest) > 2 and not re.fullmatch(r"\([^()]*\)", rest):
            return _bare_end(line.text, at, position), len(line.text) - len(rest)
    words = line.text[at:]
    end = page.titles.begins(line.text, at)
    if end is not None and not alone and not unfinished(line.text, at, end):
        stop = re.compile(r"\s*[.:\-]?\s*").match(line.text, end)
        behind = stop.end() if stop else end
        if (
            line.text[behind : behind + 1].isupper()
            and page.words.is_sentence(line.text[behind:])
            and page.words.finite.search(line.text[behind:])
            and not page.words.post.match(line.text, end)
            and not (words.isupper() and line.text[end:behind].isspace())
            and not (line.text[at:end].isupper() and _CAPITAL.match(line.text, behind))
        ):
            longer = _unstopped(page, line, at) if behind == end + 1 else None
            return longer if longer is not None and _said_by_initials(line, longer) else (end, behind)
    match = None if _STOPS.isdisjoint(words) else _RUN_IN.match(words)
    if match is None:
        return None
    rest = words[match.end() :]
    title = match["title"].strip()
    if at == 0 and match["stop"].strip() in ":–" and rest.startswith("That "):
        return None  # '9-13 Agenda Penn: That the agenda be accepted.': who moved it
    if words[match.end("title") - 1 :][:1].isdigit() and words[match.end("title") :][1:2].isdigit():
        return None  # 'Adjourned 8:45 PM'
    stock = page.titles.begins(title, 0)
    known = stock is not None and len(title) < stock + 25
    if (
        title.count("(") != title.count(")")
        or (title.isupper() and rest.isupper())
        or page.words.abbreviated.search(title)
    ):
        return None
    labelled = match["stop"] == ":" and title_case(title)  # 'Items Being Discussed at this Meeting: ...'
    # 'To confirm the minutes of the Nether Vale Parish Council meeting held on Tuesday 6th October 2015. Resolved ...'
    dated = stock is not None and at > 0 and _DATED.search(title) is not None
    if (
        len(title.split()) > (18 if labelled or dated or (at > 0 and _INITIALS.match(rest)) else 12)
        or (page.words.finite.search(title) and not known and not labelled)
        or REFERENCE.match(title + " ")
    ):
        return None
    if alone and not (
        (known and page.words.is_sentence(rest)) or (match["stop"] == ":" and title_case(title) and rest[-1] == ".")
    ):
        return None
    if at > 0 and match["stop"] == ":" and rest.startswith("-") and rest[1:].strip():
        return at + match.end("title"), at + match.end() + 1  # 'Suggestions from members:- to print the date'
    led = (
        rest[-1] == ":" and page.words.finite.search(rest) is not None
    )  # 'Public Forum: The following matters were raised:'
    if match["stop"] == ":" and ((not known and not led and not page.words.is_prose(rest)) or unfinished(title)):
        return None  # 'Minutes of the meetings held on: 4 May; 1 June'
    told = rest[-1] in ".;:?" or page.words.finite.search(
        rest
    )  # 'Licensing Act 2003 - Application for a Premises Licence - Pier Inn'
    if match["stop"].strip() in "-?" and not (
        (len(rest) > 60 and told)
        or (known and (page.words.is_prose(rest) or (rest.endswith(".") and rest.count(" ") > 1)))
    ):
        return None
    if match["stop"].strip() in (".", "...", "…") and not (known or page.words.is_prose(rest)):
        return None
    return at + match.end("title"), at + match.end()


def _bare_end(text: str, at: int, position: int) -> int:
    while position > at and text[position - 1] in " :.-":
        position -= 1
    return position
