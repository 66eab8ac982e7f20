"""Headings → items: their numbers, titles, kinds, bounds and parts."""

from __future__ import annotations

import itertools
import re

from minutes_extract.records import Attachment, Notice, Section, Segmented
from minutes_extract.rules import Patterns
from minutes_extract.segment.candidates import ATTACHMENT, Candidate, Finder, Titles, stock_titles
from minutes_extract.segment.furniture import set_aside
from minutes_extract.segment.genre import not_minutes
from minutes_extract.segment.headings import Headings, find_headings
from minutes_extract.segment.lines import Line, read_lines
from minutes_extract.segment.numbers import step
from minutes_extract.segment.reading import TRUNCATED, reading_view
from minutes_extract.segment.subitems import with_subitems
from minutes_extract.segment.wraps import single_space, wrap_width
from minutes_extract.spans import Span, View, plain

_CHILDREN = 200  # no item has more sub-items; without a bound, a long list would be walked back for each of its lines
_CLOSING_WORDS = 45  # a closing line is short
_APPLICATION = re.compile(r"\d{2}/\d{4,6}/[A-Z]|[A-Z]{1,4}/\d")
_REPORT = re.compile(
    r"\b(?:report|update|review|monitoring|programme|strategy|plan|presentation|briefing|performance|finances?|financials)\b",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:(?:presented|introduced|submitted|considered|received|gave|outlined|provided)\b[^.\n]{0,60}\b(?:report|update|presentation|briefing|paper|overview)|"
    r"(?:report|update|presentation|paper)\b[^.\n]{0,60}\b(?:was|were|be) (?:presented|introduced|submitted|considered|received|noted|tabled))",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,3}")


def segment(source: str, patterns: Patterns) -> Segmented:
    """Part the source into header, items and closing. Offsets are the source's; nothing of it is lost."""
    plain_text = plain(source)
    lines = read_lines(plain_text)
    set_aside(lines, patterns)
    single_space(lines)
    width = wrap_width(lines)
    titles = stock_titles(patterns)
    labels = patterns.stage("segment.label")
    label_line = re.compile("|".join(f"(?:{rule.pattern})" for rule in labels), re.IGNORECASE)
    finder = Finder(lines, titles, width, label_line)
    headings = find_headings(finder, plain_text)
    headings.chosen = with_subitems(finder, headings.chosen)
    _split_bare_headings(finder, headings.chosen)
    _set_labels_aside(lines, [rule.regex for rule in labels if rule.set["part"] == "minutes"])
    _set_numbers_aside(lines, headings)
    view = _view(source, plain_text, lines, width, headings)
    sections = _sections(view, lines, headings, titles, label_line, len(source))
    doubt = not_minutes(view.text, patterns) if not any(line.aside == "label" for line in lines) else None
    if doubt is not None:
        sections = []
        headings.notices.append(Notice("not_minutes", f"the text looks like {doubt}; no items are read from it"))
    elif not sections:
        headings.notices.append(
            Notice("no_items", "the text has no headings; one item without number and title holds it")
        )
        sections = [Section(None, None, "other", Span(0, len(source)), 0, len(view.text), rule="segment.no-headings")]
    start = sections[0].span.start if sections else len(source)
    closing = _closing(view, sections, patterns) if sections else None
    if closing is not None:
        last = sections[-1]
        last.span = Span(last.span.start, closing)
        last.hi = min(last.hi, view.position(closing))
    head_end = view.position(start) if sections else len(view.text)
    tail = view.position(closing) if closing is not None else len(view.text)
    return Segmented(
        view=view,
        sections=sections,
        header=Span(0, start) if start > 0 else None,
        closing=Span(closing, len(source)) if closing is not None else None,
        head=(0, head_end),
        tail=(tail, len(view.text)),
        layout=_layout(headings, plain_text),
        notices=[*headings.notices, *_numbering(sections)],
    )


def _split_bare_headings(finder: Finder, chosen: list[Candidate]) -> None:
    """A heading with nothing behind it holds its own body: 'Date of next meeting 9th April 2024', 'Apologies - Cllr Dole.'"""
    for k, c in enumerate(chosen):
        nxt = finder.after(c.last_line)
        last = (
            k + 1 == len(chosen)
            and re.search(r"\b(?:19|20)\d\d\b|\d(?:st|nd|rd|th)\b", c.title)
            and finder.titles.kind(c.title) == "next_meeting"
        )
        labelled = nxt is not None and finder.label_line.fullmatch(finder.lines[nxt].text)
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
            or not (re.match(r"\s*[-:.,]\s*[A-Z\d(]", rest) or re.match(r"\s+[A-Z\d].*\d", rest))
        ):
            continue
        c.body = c.title_span[0] + stock
        c.title, c.title_span, c.run_in, c.sentence = c.title[:stock], (c.title_span[0], c.body), True, False


def _layout(headings: Headings, plain_text: str) -> str:
    if headings.layout.startswith("moderngov") and re.search(
        r"^\s*decisions?:\s*$", plain_text, re.IGNORECASE | re.MULTILINE
    ):
        return "moderngov-decisions"
    return headings.layout


def _set_labels_aside(lines: list[Line], minutes: list[re.Pattern[str]]) -> None:
    """'Minutes:' parts agenda and minutes; it is no words of either."""
    for line in lines:
        if not line.aside and any(regex.fullmatch(line.text) for regex in minutes):
            line.aside = "label"


def _set_numbers_aside(lines: list[Line], headings: Headings) -> None:
    """A bare number that no heading claims is the number of a page."""
    claimed = {k for c in headings.chosen for k in range(c.line, c.last_line + 1)}
    for i, line in enumerate(lines):
        if not line.aside and i not in claimed and _BARE_NUMBER.fullmatch(line.text):
            line.aside = "furniture"


def _view(source: str, plain_text: str, lines: list[Line], width: int, headings: Headings) -> View:
    breaks: list[int] = []
    joins: set[int] = set()
    for c in headings.chosen:
        breaks += [c.at, c.body]
        first = c.line
        if c.label is not None and c.dress.startswith("alone") and c.title_span is not None:
            breaks.append(c.title_span[0])
            first = next((k for k in range(c.line, c.last_line + 1) if lines[k].end > c.title_span[0]), c.line)
        for k in range(first + 1, c.last_line + 1):
            if not re.match(r"\((?:agenda )?item\b", lines[k].text, re.IGNORECASE):
                joins.add(k)
            else:
                breaks.append(lines[k].start)
        if c.last_line + 1 < len(lines) and not c.run_in:
            breaks.append(lines[c.last_line].end)
    return reading_view(source, plain_text, lines, width, breaks, joins)


def _sections(
    view: View, lines: list[Line], headings: Headings, titles: Titles, label_line: re.Pattern[str], length: int
) -> list[Section]:
    chosen = headings.chosen
    sections: list[Section] = []
    labels = [line.start for line in lines if line.aside == "label"]
    for k, c in enumerate(chosen):
        end = chosen[k + 1].at if k + 1 < len(chosen) else length
        title, body = _title(view, c, headings)
        lo, hi = view.position(max(body, c.at)), view.position(end)
        span = Span(c.at, end)
        raw = view.source[c.at : end]
        attachments = [
            Attachment(title or "", m["format"].upper(), _kilobytes(m))
            for m in ATTACHMENT.finditer(view.source, c.at, min(end, c.body + 40))
        ]
        kind = titles.kind(title or "") or (titles.kind(view.text[lo : lo + 120]) if title is None else None) or "other"
        section = Section(
            number=c.label.token if c.label else None,
            title=title,
            kind=kind,
            span=span,
            lo=lo,
            hi=hi,
            references=c.references,
            attachments=attachments,
            heading=c.title_span,
            truncated=TRUNCATED.search(raw) is not None,
            rule=f"segment.{c.dress or 'plain'}",
        )
        _part(section, view, labels, label_line, end)
        sections.append(section)
    _parents(sections, chosen)
    for section in sections:
        if section.kind == "other":
            section.kind = _kind_of_body(view, section, sections, titles)
    return sections


def _kind_of_body(view: View, section: Section, sections: list[Section], titles: Titles) -> str:
    """The kind of an item whose heading is no stock one: a sub-item is of its parent's kind, a planning application has
    its number, and a report is introduced, presented or received."""
    title = section.title or ""
    if titles.stock(title):
        return "other"
    if any(_APPLICATION.search(reference) for reference in section.references) or re.match(
        r"application\b", title, re.IGNORECASE
    ):
        return "planning"
    if section.parent is not None and sections[section.parent].kind in ("announcements", "planning", "report"):
        return sections[section.parent].kind
    start = section.agenda[0] if section.agenda else section.lo
    said = view.text[start : min(section.hi, section.lo + 900)]
    if re.match(r"[A-Z] (?=[a-z])", title) and (kind := titles.kind(title[0] + title[2:])):
        return kind  # 'M inutes of the meeting': the print lost the join
    if _REPORT.search(title) or _PRESENTED.search(said):
        return "report"
    return "other"


def _kilobytes(match: re.Match[str]) -> int:
    size = float(match["size"].replace(",", "").rstrip(".") or 0)
    return round(size * 1024) if match["unit"].upper() == "MB" else round(size)


def _title(view: View, c: Candidate, headings: Headings) -> tuple[str | None, int]:
    """The printed title, or None for a sentence; and the source offset at which the body begins."""
    known = headings.agenda_titles.get(c.label.numbers) if c.label else None
    words = c.title.split()
    if known and words and known.split()[:1] == words[:1]:
        same = 0
        while same < min(len(words), len(known.split())) and words[same] == known.split()[same]:
            same += 1
        if c.title_span is not None and known.casefold() != c.title.casefold():
            prefix = known if same == len(known.split()) else " ".join(words[:same])
            return known, c.title_span[0] + len(prefix) if c.title.startswith(known) or c.sentence else c.body
    if c.sentence or not c.title or c.title_span is None:
        return None, (c.title_span[0] if c.title_span else c.body)
    at = view.position(c.title_span[0])
    place = view.text.find(c.title, at, at + len(c.title) + 80)
    printed = view.printed(place, place + len(c.title)) if place >= 0 else c.title
    return printed, c.body


def _part(section: Section, view: View, labels: list[int], label_line: re.Pattern[str], end: int) -> None:
    """Part the body at 'Minutes:' or 'Decision:' into the agenda's words and the minutes."""
    place = next((at for at in labels if section.span.start <= at < end), None)
    cut = view.position(place) if place is not None else None
    for match in re.finditer(r"[^\n]+", view.text[section.lo : section.hi]):
        if label_line.fullmatch(match[0].strip()):
            at = section.lo + match.start()
            cut = at if cut is None else min(cut, at)
            break
    if cut is None:
        return
    if view.text[section.lo : cut].strip():
        section.agenda = (section.lo, cut)
    section.lo = cut


def _parents(sections: list[Section], chosen: list[Candidate]) -> None:
    """A printed sub-item ('5.1' behind '5', 'a)' behind '2') knows the item that it is part of."""
    for k, candidate in enumerate(chosen):
        label = candidate.label
        if label is None or k == 0:
            continue
        for j in range(k - 1, max(-1, k - 1 - _CHILDREN), -1):
            before = chosen[j].label
            if before is None:
                if candidate.dress.startswith("md") and chosen[j].dress < candidate.dress:
                    sections[k].parent = j
                    break
                continue
            longer = len(label.numbers) > len(before.numbers) and label.numbers[: len(before.numbers)] == before.numbers
            if longer or (label.shape in "aAi" and before.shape not in "aAi"):
                sections[k].parent = j
                break
            if len(before.numbers) == 1 and before.shape not in "aAi":
                break


def _closing(view: View, sections: list[Section], patterns: Patterns) -> int | None:
    """Source offset at which the closing begins: the line that says that the meeting closed, or the signature."""
    last = sections[-1]
    rules = [rule.regex for rule in patterns.stage("segment.closing")]
    text = view.text
    at = last.lo
    for match in re.finditer(r"[^\n]+", text[last.lo : last.hi]):
        words = match[0].strip()
        if words.startswith(("That ", "Motion")) or re.search(r"\bmoved\b", words):
            continue
        if len(words.split()) <= _CLOSING_WORDS and any(regex.search(words) for regex in rules):
            at = last.lo + match.start()
            if not re.search(r"\bresolved\b", text[at + len(words) : last.hi], re.IGNORECASE):
                return view.span(at, at + 1).start
    return None


def _numbering(sections: list[Section]) -> list[Notice]:
    """Warnings for numbers that skip or come twice."""
    notices: list[Notice] = []
    seen: dict[tuple[int | None, str], Section] = {}
    for section in sections:
        if section.truncated:
            notices.append(
                Notice(
                    "truncated_item", f"the page cuts the text of item {section.number or section.title}", section.span
                )
            )
        if section.number is None:
            continue
        key = (section.parent, section.number)
        if key in seen:
            notices.append(Notice("duplicate_number", f"the number {section.number} is printed twice", section.span))
        seen[key] = section
    tops = [s for s in sections if s.parent is None and s.number]
    for before, after in itertools.pairwise(tops):
        from minutes_extract.segment.numbers import read_number

        a, b = (
            read_number(before.number + " x" if before.number else ""),
            read_number(after.number + " x" if after.number else ""),
        )
        if a and b and step(a, b) == "gap":
            notices.append(Notice("numbering_gap", f"item {after.number} follows item {before.number}", after.span))
    return notices
