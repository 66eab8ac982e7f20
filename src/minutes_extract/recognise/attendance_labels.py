"""The labels of attendance lists: 'Present:', 'Apologies for absence', 'In attendance'."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from minutes_extract.rules import Patterns, Rule

_COLUMNS = re.compile(
    r"[ \t]*(?:(?:board |council )?(?:members|trustees|directors|commissioners|councill?ors)[ \t]*)?", re.IGNORECASE
)
# 'Ada M Fell AMF', 'Roy Dunn (Clerk) RD': a name, and its initials in the next column
_INITIALLED = r"(?-i:(?:[A-Z][\w.'-]{0,20} ){2,4}(?:\([^()\n]{3,40}\) )?[A-Z]{2,4}\b)"


# 'ROLL CALL: Members Present: Ada Fell, Roy Dunn': a label before the label
_CALLED = r"(?:roll call[ \t]*[:.\-][ \t]*(?=[a-z ]{0,30}(?:present|absent)))?"


class Label(NamedTuple):
    start: int
    end: int
    rule: Rule

    @property
    def parts(self) -> bool:
        """Does the label say who its people are, and not where they were ('Councillors:')?"""
        return self.rule.id == "recognise.attendance.members"


class Labels:
    """The rules of attendance labels and the expressions that find them all at once."""

    def __init__(self, patterns: Patterns) -> None:
        self.rules = patterns.stage("recognise.attendance")
        self.by_id = {rule.id: rule for rule in self.rules}
        spaced = [
            re.sub(r"(?<!\[a-z) ", r"[ \t\n]{1,3}", rule.pattern) for rule in self.rules
        ]  # a label may be wrapped
        names = "|".join(f"(?P<r{k}>{pattern})" for k, pattern in enumerate(spaced))
        anywhere = "|".join(f"(?P<r{k}>{p})" for k, p in enumerate(spaced) if self.rules[k].form != "line")
        tail = r"(?:[ \t]*[(\[][^()\[\]\n]{0,60}[)\]])?"
        ends = (
            r"(?:[ \t]*\.?[:;\-]+|[ \t]*(?:…|\.{2,})|\t|[ \t]*\||[ \t]+/(?=[ \t\n])|[ \t]*\.?$|(?<=attendance)[ \t]+(?:were|was)\b:?|"
            r"(?:(?<=present)|(?<=apologies))(?=[ \t]+(?:cllrs?|councillors?|mr|mrs|ms)\b)|"
            r"(?<=ennol)(?=[ \t]+(?:chair|cadeirydd|cllr|cyng|councillor))|"
            r"(?<=present)(?=[ \t]+(?:vice[ -])?chair(?:man|woman|person)?[ \t]*\()|"
            r"(?:(?<=present)|(?<=presiding))(?=[ \t]+(?-i:(?:[A-Z]\.? ){1,3}[A-Z][a-z]))|"
            # 'Present Ada M Fell AMF Roy Dunn RD': a table that lost its columns
            rf"(?:(?<=present)|(?<=apologies))(?=[ \t]+{_INITIALLED})|"
            # 'PresentCouncillor Ada Penn', 'In AttendanceNora Plume': cells that a converter glued
            r"(?:(?<=present)|(?<=attendance)|(?<=apologies))(?=(?-i:[A-Z][a-z]{2})))"
        )
        flags = re.IGNORECASE | re.MULTILINE
        self.at_line = re.compile(
            rf"^[•*>#|\s]*(?:\d{{1,2}}\.\d{{1,2}}\.?[ \t]*|\d{{1,3}}[.)]?[ \t]+(?=[^\n:]{{4,40}}:))?{_CALLED}(?:the following (?:members|people) were )?(?:{names}){tail}{ends}(?:[-:])*[ \t]*",
            flags,
        )
        self.inline = re.compile(
            # 'questions from members of the public: ...' is no label
            rf"(?<=[.,):;\]\w])(?<!\sby)(?<!\sfrom)(?<!\sof)(?<!\sto)[ \t]+(?:{anywhere}){tail}"
            r"(?:[ \t]*(?::+[-]?|(?<=In attendance) were\b)[ \t]*|[ \t]+(?=•)|"  # a list with bullets that lost its lines
            # '... at 7.30pm PRESENT Cllrs Dunlin and Marsh APOLOGIES Cllr Dole'
            r"(?:(?<=(?-i:PRESENT))|(?<=(?-i:APOLOGIES))|(?<=(?-i:ATTENDANCE)))[ \t]+(?=(?:cllrs?|councillors?|mr|mrs|ms|messrs)\b)|"
            # 'Members Present - Ada Fell (Chair), Roy Dunn'
            r"(?:(?<=present)|(?<=apologies))[ \t]+[-–][ \t]+(?=(?-i:(?:Cllr\.? )?[A-Z][a-z]))|"
            rf"(?:(?<=(?-i:Present))|(?<=(?-i:Apologies)))[ \t]+(?={_INITIALLED}))",
            re.IGNORECASE,
        )
        self.heading = re.compile(
            rf"(?:to (?:receive|record|note|consider) )?(?:{names}){tail}[ \t]*[.:\-]*(?: ?/ ?[^\d\n/]{{4,60}})?",
            re.IGNORECASE,
        )

    def read(self, match: re.Match[str]) -> Label:
        """The label that one of the expressions matched."""
        groups = match.groupdict()
        index = next(k for k in range(len(self.rules)) if groups.get(f"r{k}") is not None)
        return Label(match.start(), match.end(), self.rules[index])


@lru_cache(maxsize=4)
def labels_of(patterns: Patterns) -> Labels:
    """The labels of these patterns, their expressions built once."""
    return Labels(patterns)


def columns(text: str, before: Label, label: Label) -> bool:
    """'Members present: Members absent:' on one line: columns that lost their places, and nobody knows who was there."""
    between = text[before.end : label.start]
    return _COLUMNS.fullmatch(between) is not None and before.rule.set != label.rule.set
