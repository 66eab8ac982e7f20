"""The kind of an item: from its stock heading, its parent, or what its body says."""

from __future__ import annotations

import re

from minutes_extract.records import Section
from minutes_extract.segment.titles import Titles
from minutes_extract.spans import View, plain

_APPLICATION = re.compile(r"\d{2}/\d{4,6}/[A-Z]|[A-Z]{1,4}/\d|[A-Z]\d{3,5}\.\d{2}\b")
_REPORT = re.compile(
    r"\b(?:report|update|review|monitoring|programme|strategy|plan|presentation|briefing|performance|finances?|financials)\b",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:(?:presented|introduced|submitted|considered|received|gave|outlined|provided)\b[^.\n]{0,60}\b(?:report|update|presentation|briefing|paper|overview)|"
    r"(?:report|update|presentation|paper)s?\b[^.\n]{0,60}\b(?:was|were|be) (?:presented|introduced|submitted|considered|received|noted|tabled|circulated|attached)|"
    r"(?:receives?|notes?|speak to|before it|circulated,?|on the recommendation of)\b[^.\n]{0,80}\breports?\b|"
    r"that (?:the )?(?:[a-z]+ ){0,3}(?:council|committee|board|cabinet) (?:adopts?|approves?|receives?|notes?|endorses?)|"
    r"(?:committee|cabinet|executive board|panel|board) (?:considered|looked at))\b",
    re.IGNORECASE,
)
# someone tells the meeting something, and nothing is decided
_TOLD = re.compile(
    r"(?s:.{0,120}?)\b(?:reports|reported|advised|informed|outlined|clarified|spoke|noted|presented)\b", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:agreed|resolved|proposed|approved|carried|accepted|seconded|moved|defer(?:red)?)\b", re.IGNORECASE
)
_INTEREST = re.compile(r"\b(?:declar|disclos)\w*\b[^.\n]{0,60}\binterests?\b", re.IGNORECASE)
_OF_THE_PARENT = ("announcements", "declarations", "planning", "report", "minutes", "motion")
_POST = re.compile(
    r"(?:(?:vice|deputy|hon(?:orary)?\.?)[ -])?(?:chair\w*|treasurer|secretary|president|mayor)", re.IGNORECASE
)
# 'Election of Joint Committee Chair', 'Election of Harbour Board Vice-Chair'
_CHOSEN = re.compile(
    r"(?:election|appointment) of (?:an? |the )?(?:[\w'-]+ ){1,5}?(?:(?:vice|deputy)[ -])?(?:chair(?:man|woman|person)?s?|mayor|convener|provost)$",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(r"\b(?:questions?|petitions?|membership|substitutes?)\b", re.IGNORECASE)


def kind_of_body(view: View, section: Section, sections: list[Section], titles: Titles) -> str:
    """The kind of an item whose heading is no stock one: a sub-item is of its parent's kind, a planning application has
    its number, and a report is introduced, presented or received, or someone tells the meeting something."""
    title = plain(section.title or "")
    if _INTEREST.search(title):
        return "declarations"
    if _CHOSEN.match(title):
        return "election"
    above = sections[section.parent].kind if section.parent is not None else None
    if above == "election" and _POST.fullmatch(title):
        return "election"  # '4. Election of Officers' / 'a. Chairman'
    if titles.stock(title) or titles.kind(title) is not None:
        return "other"
    if any(_APPLICATION.search(reference) for reference in section.references) or re.match(
        r"application\b", title, re.IGNORECASE
    ):
        return "planning"
    if above in _OF_THE_PARENT:
        return above
    start = section.agenda[0] if section.agenda else section.lo
    said = view.text[start : min(section.hi, section.lo + 900)]
    if re.match(r"[A-Z] (?=[a-z])", title) and (kind := titles.kind(title[0] + title[2:])):
        return kind  # 'M inutes of the meeting': the print lost the join
    if _REPORT.search(title) or _PRESENTED.search(said):
        return "report"
    if section.attachments and not _QUESTIONS.search(title):
        return "report"  # the page hangs the report behind the title: 'School Places pdf icon PDF 97 KB'
    body = view.text[section.lo : section.hi]
    return "report" if _TOLD.match(body) and not _DECIDED.search(body) else "other"
