"""The kind of an item: from its stock heading, its parent, or what its body says."""

from __future__ import annotations

import re

from minutes_extract.records import Section
from minutes_extract.segment.titles import Titles
from minutes_extract.spans import View

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


def kind_of_body(view: View, section: Section, sections: list[Section], titles: Titles) -> str:
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
