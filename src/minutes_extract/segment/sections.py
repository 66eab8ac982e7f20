"""Headings → sections: numbers, titles, bounds, parents and attachments of the items."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.records import Attachment, Section
from minutes_extract.segment.candidates import Candidate
from minutes_extract.segment.extent import ATTACHMENT
from minutes_extract.segment.headings import Headings
from minutes_extract.segment.kinds import kind_of_body
from minutes_extract.segment.lines import Line
from minutes_extract.segment.numbers import BRACKETED, Label
from minutes_extract.segment.reading import markers
from minutes_extract.segment.titles import Titles
from minutes_extract.spans import Span, View, plain

_CHILDREN = 200  # no item has more sub-items; without a bound, a long list would be walked back for each of its lines


def sections_of(
    view: View, lines: list[Line], headings: Headings, titles: Titles, label_line: re.Pattern[str], length: int
) -> list[Section]:
    chosen = headings.chosen
    sections: list[Section] = []
    labels = [line.start for line in lines if line.aside == "label"]
    for k, c in enumerate(chosen):
        end = chosen[k + 1].at if k + 1 < len(chosen) else length
        title, body = _title(view, c, headings)
        hi = view.position(end)
        lo = min(view.position(max(body, c.at)), hi)  # two numbers may lay claim to the words between them
        span = Span(c.at, end)
        raw = view.source[c.at : end]
        attachments = [
            Attachment(title or "", m["format"].upper(), _kilobytes(m))
            for m in ATTACHMENT.finditer(view.source, c.at, min(end, c.body + 40))
        ]
        kind = (
            titles.kind(plain(title or ""))
            or (titles.kind(view.text[lo : lo + 120]) if title is None else None)
            or "other"
        )
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
            truncated=any(markers(raw)),
            rule=f"segment.{c.dress or 'plain'}",
        )
        _part(section, view, labels, label_line, end)
        sections.append(section)
    _parents(sections, chosen)
    for section in sections:
        if section.kind == "other":
            section.kind = kind_of_body(view, section, sections, titles)
    return sections


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
    k = bisect_left(labels, section.span.start)
    place = labels[k] if k < len(labels) and labels[k] < end else None
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
            if longer or (_below(label) and not _below(before)):
                sections[k].parent = j
                break
            if len(before.numbers) == 1 and not _below(before):
                break


def _below(label: Label) -> bool:
    """A letter, or a number in brackets that the minutes print in them: '(1)' of a sub-item."""
    return label.shape in "aAi" or (label.shape == BRACKETED and label.token[0] == "(")
