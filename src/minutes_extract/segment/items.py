"""Headings → items, the header and the closing, with the view that the later stages read."""

from __future__ import annotations

import re

from minutes_extract.records import Notice, Section, Segmented
from minutes_extract.rules import Patterns
from minutes_extract.segment.applications import with_applications
from minutes_extract.segment.candidates import Candidate, Finder
from minutes_extract.segment.closing import closing_of, numbering
from minutes_extract.segment.extent import ITEM_LINE
from minutes_extract.segment.flattened import part_rows
from minutes_extract.segment.furniture import set_aside
from minutes_extract.segment.genre import not_minutes
from minutes_extract.segment.headings import Headings, find_headings
from minutes_extract.segment.labelled import with_unnumbered
from minutes_extract.segment.lines import Line, read_lines
from minutes_extract.segment.numbersbelow import numbers_below
from minutes_extract.segment.opening import opening_of
from minutes_extract.segment.reading import reading_view
from minutes_extract.segment.sections import sections_of
from minutes_extract.segment.subitems import with_subitems
from minutes_extract.segment.titles import stock_titles
from minutes_extract.segment.words import heading_words
from minutes_extract.segment.wraps import single_space, wrap_width
from minutes_extract.spans import Span, View, plain

_OPENING = 700  # characters of a text without headings in which body, date and attendance are told
_ENTRY = 100  # characters of a line of a list
_DECISIONS = re.compile(r"^\s*decisions?:\s*$", re.IGNORECASE | re.MULTILINE)
_BARE_NUMBER = re.compile(r"\d{1,3}")


def segment(source: str, patterns: Patterns) -> Segmented:
    """Part the source into header, items and closing. Offsets are the source's; nothing of it is lost."""
    plain_text = plain(source)
    lines = read_lines(plain_text)
    set_aside(lines, patterns)
    numbers_below(lines)
    titles = stock_titles(patterns)
    lines = part_rows(lines, plain_text, titles)
    single_space(lines)
    width = wrap_width(lines)
    labels = patterns.stage("segment.label")
    label_line = re.compile("|".join(f"(?:{rule.pattern})" for rule in labels), re.IGNORECASE)
    finder = Finder(lines, titles, heading_words(patterns), width, label_line)
    headings = find_headings(finder, plain_text)
    headings.chosen = with_subitems(finder, _numbered_pages(finder, headings))
    headings.chosen = with_applications(finder, headings.chosen)
    _split_bare_headings(finder, headings.chosen)
    _set_labels_aside(lines, headings, [rule.regex for rule in labels if rule.set["part"] == "minutes"])
    _set_numbers_aside(lines, headings)
    view = _view(source, plain_text, lines, width, headings)
    sections = sections_of(view, lines, headings, titles, label_line, len(source))
    labelled = any(line.aside == "label" or finder.is_label(line.text) for line in lines)
    doubt = not_minutes(view.text, patterns) if not labelled else None
    if doubt is not None:
        sections = []
        headings.notices.append(Notice("not_minutes", f"the text looks like {doubt}; no items are read from it"))
    elif not sections:
        headings.notices.append(
            Notice("no_items", "the text has no headings; one item without number and title holds it")
        )
        sections = [Section(None, None, "other", Span(0, len(source)), 0, len(view.text), rule="segment.no-headings")]
    elif (opening := opening_of(view, sections, patterns)) is not None:
        sections.insert(0, opening)
        for section in sections[1:]:
            section.parent = None if section.parent is None else section.parent + 1
    start = sections[0].span.start if sections else len(source)
    closing = closing_of(view, sections, patterns) if sections else None
    if closing is not None:
        last = sections[-1]
        last.span = Span(last.span.start, closing)
        last.hi = min(last.hi, view.position(closing))
    head_end = view.position(start) if sections else len(view.text)
    if headings.layout == "moderngov-decision" and sections and sections[0].agenda is not None:
        head_end = sections[0].agenda[1]  # below the title stand 'Decision Maker: Cabinet' and the date
    if sections and sections[0].rule == "segment.no-headings":
        head_end = _opening(view.text)  # no heading ends the head
    tail = view.position(closing) if closing is not None else len(view.text)
    return Segmented(
        view=view,
        sections=sections,
        header=Span(0, start) if start > 0 else None,
        closing=Span(closing, len(source)) if closing is not None else None,
        head=(0, head_end),
        tail=(tail, len(view.text)),
        layout=_layout(headings, plain_text),
        notices=[*headings.notices, *numbering(sections)],
    )


def _numbered_pages(finder: Finder, headings: Headings) -> list[Candidate]:
    """The headings, with those that have no number on a web page that numbers its items."""
    return with_unnumbered(finder, headings.chosen) if headings.layout == "moderngov-page" else headings.chosen


def _split_bare_headings(finder: Finder, chosen: list[Candidate]) -> None:
    """A heading with nothing behind it holds its own body: 'Date of next meeting 9th April 2024', 'Apologies - Cllr Dole.'"""
    for k, c in enumerate(chosen):
        nxt = finder.after(c.last_line)
        dated = finder.titles.kind(c.title) == "next_meeting"
        last = k + 1 == len(chosen) and dated and re.search(r"\b(?:19|20)\d\d\b|\d(?:st|nd|rd|th)\b", c.title)
        labelled = nxt is not None and finder.is_label(finder.lines[nxt].text)
        ends = nxt is None or (last and not labelled) or (k + 1 < len(chosen) and chosen[k + 1].line <= nxt)
        inline = c.dress == "inline" and last
        if (
            not (ends or inline)
            or (c.run_in and not inline)
            or c.sentence
            or c.title_span is None
            or any(d in c.dress for d in ("bold", "caps", "md", "item"))
        ):
            continue
        stock = finder.titles.begins(c.title, 0)
        rest = c.title[stock:]
        if (
            stock is None
            or len(rest) < 6
            or not (re.match(r"\s*[-:.,]\s*[A-Z\d(]", rest) or (dated and re.match(r"\s*[A-Z\d].*\d", rest)))
        ):
            continue
        c.body = c.title_span[0] + stock
        c.title, c.title_span, c.run_in, c.sentence = c.title[:stock], (c.title_span[0], c.body), True, False


def _opening(text: str) -> int:
    """The end of the opening, with the line in which it falls where that is a line of a list."""
    end = text.find("\n", _OPENING)
    return end if 0 <= end < _OPENING + _ENTRY else min(len(text), _OPENING)


def _layout(headings: Headings, plain_text: str) -> str:
    layout = headings.layout
    if layout.startswith("moderngov") and layout != "moderngov-decision" and _DECISIONS.search(plain_text):
        return "moderngov-decisions"
    return layout


def _set_labels_aside(lines: list[Line], headings: Headings, minutes: list[re.Pattern[str]]) -> None:
    """'Minutes:' parts agenda and minutes; it is no words of either, unless it is a heading itself."""
    claimed = {c.line for c in headings.chosen if c.title}
    for i, line in enumerate(lines):
        if not line.aside and i not in claimed and any(regex.fullmatch(line.text) for regex in minutes):
            line.aside = "label"


def _set_numbers_aside(lines: list[Line], headings: Headings) -> None:
    """A bare number that no heading claims is the number of a page."""
    claimed = {k for c in headings.chosen for k in range(c.line, c.last_line + 1)}
    for i, line in enumerate(lines):
        if not line.aside and i not in claimed and _BARE_NUMBER.fullmatch(line.text):
            line.aside = "furniture"


def _view(source: str, plain_text: str, lines: list[Line], width: int, headings: Headings) -> View:
    breaks = [
        line.start for line in lines if line.aside == "label"
    ]  # what stands behind 'Minutes:' goes on from nothing
    joins: set[int] = set()
    for c in headings.chosen:
        breaks += [c.at, c.body]
        first = c.line
        if c.label is not None and c.dress.startswith("alone") and c.title_span is not None:
            breaks.append(c.title_span[0])
            first = next((k for k in range(c.line, c.last_line + 1) if lines[k].end > c.title_span[0]), c.line)
        for k in range(first + 1, c.last_line + 1):
            if not ITEM_LINE.match(lines[k].text):
                joins.add(k)
            else:
                breaks.append(lines[k].start)
        if c.last_line + 1 < len(lines) and not c.run_in:
            breaks.append(lines[c.last_line].end)
    return reading_view(source, plain_text, lines, width, breaks, joins)
