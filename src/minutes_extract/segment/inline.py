"""Item numbers in the middle of a line: minutes of which a converter has made one long paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from minutes_extract.later import later
from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.lines import Line
from minutes_extract.segment.numbers import Label, read_number, step
from minutes_extract.segment.page import position_from, source_offset
from minutes_extract.segment.runin import CAPITALS
from minutes_extract.segment.words import unfinished

_LONG = 900  # characters; a paragraph of ordinary minutes is shorter
_WHOLE = 0.6  # a line that holds so much of the text is the whole document
_PLACE = later(
    r"\s(?=\d)(?:(?<=[.:;?!)\"'•]\s)|(?<=[a-z]\s)|(?<=\d\s)|(?<=[-\u2013]\s)(?=\d{1,2}\.\d))(?P<token>\d{1,2}(?:\.\d{1,2}){0,2})(?P<dot>\.?)\s(?=[A-Z\"'])"
)
_ITEM = later(
    r"(?<=[.:;?!)\"'•])\s(?:Agenda )?Item (?:No\.? )?(?P<token>\d{1,2})(?P<dot>[.:])\s(?=[A-Z\"'])"
)  # '... no crime. Item 4. Planning'
# '... in the hall. 285/07 Apologies', 'Cou/286/07-08 Minutes': a number of the year
_YEARLY = later(r"\s(?P<token>(?:[A-Z][A-Za-z]{0,4}[/ ])?\d{1,4}/\d{2}(?:\d\d|-\d{2,4})?)(?P<dot>[.:]?)\s(?=[A-Z\"'])")
_RUN = 3  # so many of them that rise by one number the items
_BEFORE = later(
    r"(?:\b(?:item|minute|paragraph|page|number|section|at|and|of|on|to|the|for|\w+day|[A-Z][a-z]+(?: road| lane| street))|"
    r"\b(?:no|nos|cllr|para)\.?|£|:\d\d)$",
    re.IGNORECASE,
)
_TITLE = later(r"(?P<title>[^.:•?\n]{2,120}?)(?P<stop>:|\.(?=\s)|\?(?=\s)|\s(?=•)|(?=\s\d{1,2}\.\d\s))")
_POINTED = later(r"#(?:\.#)?")  # '8', '8.1'
_DASH = later(r"\s-\s")
# 'Minutes of the meeting' goes on as 'held on 3 May 2017', 'Declarations of interest from' as 'Members'
_DATED = later(
    r"(?:[^.:•?\n]{0,60}?\b(?:held|dated)(?: on)?\b)?\s*(?:\w+day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+,? \d{4}(?=\s*$|\s+[A-Z])"
)
_WHOSE = later(r"\s+(?:the )?(?:members|councillors|public|officers)\b(?! of\b)", re.IGNORECASE)
_APPLICATION = later(r"(?<=\S)\s+(?=\d{2}/\d{4,6}/[A-Z]{1,6}\b)")  # a planning application's number ends its title


def inline_candidates(finder: Finder, plain_text: str) -> list[Candidate]:
    """Candidates inside long lines; empty for a document whose paragraphs are of ordinary length."""
    found: list[Candidate] = []
    for i in finder.open:
        line = finder.lines[i]
        if len(line.text) < min(_LONG, _WHOLE * len(plain_text)):
            continue
        found += [_candidate(finder, i, line, match) for match in _ITEM.finditer(line.text)]
        found += [_candidate(finder, i, line, match) for match in _of_the_year(line)]
        for match in _PLACE.finditer(line.text):
            if not _quoted(line, match):
                found.append(_candidate(finder, i, line, match))
    return found


def _of_the_year(line: Line) -> list[re.Match[str]]:
    """The numbers of the year in a line, where enough of them follow one another; one alone is that of another minute."""
    matches = list(_YEARLY.finditer(line.text))
    labels = [read_number(f"{match['token']} ") for match in matches]
    steps = [a is not None and b is not None and step(a, b) == "next" for a, b in pairwise(labels)]
    return matches if sum(steps) + 1 >= _RUN else []


def _quoted(line: Line, match: re.Match[str]) -> bool:
    """Does the text speak of the number ('under item 4 The', 'page 3 Line 2')?"""
    return _BEFORE.search(line.text, max(0, match.start() - 24), match.start()) is not None


def points_inside(finder: Finder, numbered: list[Candidate]) -> list[Candidate]:
    """The points of an item that stand in the line of its own number: '8. Finance 8.1 Accounts 8.1.1 Cash book - The ...'

    The title of the item ends before the first of them.
    """
    found: list[Candidate] = []
    for c in numbered:
        line = finder.lines[c.line]
        own = c.label.numbers if c.label is not None and c.line == c.last_line else ()
        if not own or not _POINTED.fullmatch(c.label.shape):  # type: ignore[union-attr]
            continue
        for match in _PLACE.finditer(line.text):
            numbers = tuple(int(n) for n in match["token"].split("."))
            if len(numbers) > len(own) and numbers[: len(own)] == own and not _quoted(line, match):
                point = _candidate(finder, c.line, line, match)
                _end_before(finder, c, point.at)
                found.append(point)
    return found


def _end_before(finder: Finder, c: Candidate, at: int) -> None:
    """End a title before a point in its own line: 'Finance', not 'Finance 8.1 Accounts for May'."""
    if c.title_span is None or c.title_span[1] <= at:
        return
    c.title = c.title[: at - c.title_span[0]].rstrip(" .:-\u2013")
    c.title_span = (c.title_span[0], c.title_span[0] + len(c.title))
    c.body, c.run_in = at, True
    if c.sentence and not finder.words.is_sentence(c.title):
        c.sentence = False
        c.score += 2.0 + 2.0 * finder.titles.stock(c.title)


def missing_inside(finder: Finder, chain: list[Candidate]) -> list[Candidate]:
    """Headings whose number the chain has lost inside a paragraph: '... no crime. 4. Planning The Clerk ...'

    They are well known, or close a gap of one between their neighbours.
    """
    found: list[Candidate] = []
    for k, c in enumerate(chain):
        nxt = chain[k + 1] if k + 1 < len(chain) else None
        number = c.label.numbers if c.label is not None else ()
        if len(number) != 1 or (nxt is not None and nxt.label is not None and nxt.label.numbers[0] <= number[0] + 1):
            continue
        closing = nxt is not None and nxt.label is not None and nxt.label.numbers == (number[0] + 2,)
        for i in range(c.line, nxt.line if nxt is not None else len(finder.lines)):
            for match in _PLACE.finditer(finder.lines[i].text):
                if match["token"] != str(number[0] + 1) or not match["dot"]:
                    continue
                lost = _candidate(finder, i, finder.lines[i], match)
                if (lost.stock or (closing and match.string[match.start() - 1] in ".?!")) and not lost.sentence:
                    found.append(lost)
                    number = (number[0] + 1,)
    return found


def missing_of_the_year(finder: Finder, chain: list[Candidate]) -> list[Candidate]:
    """Numbers of the year between two of the chain, inside the paragraphs between them: '... no crime. 71/22 Planning The Clerk ...'

    One that no stop stands before is a well-known heading.
    """
    found: list[Candidate] = []
    for c, nxt in pairwise(chain):
        if c.label is None or nxt.label is None or "/" not in c.label.shape or c.label.shape != nxt.label.shape:
            continue
        before = c.label
        for i in range(c.line, nxt.line) if step(before, nxt.label) == "gap" else ():
            for match in _YEARLY.finditer(finder.lines[i].text):
                label = read_number(f"{match['token']} ")
                if label is None or step(before, label) != "next" or _quoted(finder.lines[i], match):
                    continue
                lost = _candidate(finder, i, finder.lines[i], match)
                if lost.stock or match.string[match.start() - 1] in ".:;?!)\"'":
                    found.append(lost)
                    before = label
    return found


def _candidate(finder: Finder, i: int, line: Line, match: re.Match[str]) -> Candidate:
    token = match["token"]
    numbers = tuple(int(n) for n in re.findall(r"\d+", token))
    yearly = read_number(f"{token} ") if "/" in token else None
    label = yearly or Label(token, numbers, "#" if len(numbers) == 1 else "#.#", match.end())
    at = match.end()
    words = line.text[at : at + 400]
    words = words[: words.find(f" {token}.")] if f" {token}." in words else words  # '6.1 Chair's Report 6.1.1 The ...'
    stock = finder.titles.begins(words, 0)
    title, stop = _split(finder, words, at, stock)
    end = at + len(title)
    told = stock is not None and (
        finder.words.auxiliary.match(words, stock) is not None or _is_told(finder, words, stock)
    )
    sentence = told or not title or (finder.words.is_sentence(title + ".") and not stock)
    score = 3.0 * bool(stock) + (0.8 if match["dot"] or len(numbers) > 1 else -1.0) - 2.0 * sentence
    if not title.strip() or sentence:
        title, span, stop = line.text[at : at + 400], None, at
    else:
        span = (source_offset(line, at), source_offset(line, end - 1) + 1)
    begin = source_offset(line, match.start() + 1)
    candidate = Candidate(
        i, begin, label, title.strip(), span, source_offset(line, stop), score, "inline", True, bool(stock)
    )
    candidate.sentence, candidate.last_line = sentence, i
    return candidate


def _is_told(finder: Finder, words: str, stock: int) -> bool:
    """'The Minutes of the meeting held on 15 July were approved.': a stock heading that only begins a sentence."""
    stop = words.find(". ", stock)
    sentence = words[: stop if stop >= 0 else len(words)]
    return words.startswith("The ") and finder.words.finite.search(sentence, stock) is not None


def _split(finder: Finder, words: str, at: int, stock: int | None) -> tuple[str, int]:
    """The heading with which the words begin, and where its body begins; '' where they are only a statement."""
    shouted = CAPITALS.match(words)
    if shouted is not None and ": " not in shouted["title"]:  # '1. CALL TO ORDER: 2. PUBLIC FORUM: The forum'
        return shouted["title"], at + shouted.end()
    match = _TITLE.match(words)
    title, stop = (match["title"], match.end()) if match is not None else ("", 0)
    dash = _DASH.search(words[: match.end("title") if match is not None else 120])
    if dash is not None and (match is None or match["stop"] != ":" or len(title) > 90):
        title, stop = words[: dash.start()], dash.end()
    told = finder.words.statement.search(title or words[:200])
    if told:
        title, stop = words[: told.start()], told.end()
    runs_on = (
        not told and (not title or len(title) > stock + 60 or re.match(r"\s[A-Z]\w+ [a-z]", title[stock:]))
        if stock
        else False
    )
    # 'Apologies Apologies were received from Cllr Penn'
    if stock and (runs_on or finder.words.finite.search(title, stock)):
        title, stop = words[:stock], stock
    if stock and (dated := _DATED.match(words, stock)) and dated.end() > stop:
        title, stop = words[: dated.end()], dated.end()
    if title and unfinished(title) and (whose := _WHOSE.match(words, len(title.rstrip()))):
        title, stop = words[: whose.end()], whose.end()
    if reference := _APPLICATION.search(words[: stop or 260]):
        title, stop = words[: reference.start()], reference.start()
    if len(title.split()) > 30:
        return "", at
    return title, at + stop


def before_first(finder: Finder, first: Candidate) -> list[Candidate]:
    """A well-known heading without a number right before the first numbered one ('Public Participation No matters raised 1.')."""
    line = finder.lines[first.line]
    upto = position_from(line, first.at)
    low = max(0, upto - 300)
    for match in re.finditer(r"(?<=\s)(?=[A-Z])", line.text[low:upto]):
        at = low + match.start()
        stop = finder.titles.begins(line.text, at)
        if stop is not None and finder.titles.kind(line.text[at:stop]) == "public_participation":
            start = source_offset(line, at)
            end = source_offset(line, stop - 1) + 1
            return [
                Candidate(
                    first.line,
                    start,
                    None,
                    line.text[at:stop],
                    (start, end),
                    end,
                    3.0,
                    "inline",
                    True,
                    True,
                    last_line=first.line,
                )
            ]
    return []
