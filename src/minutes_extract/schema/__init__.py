"""The record that the program emits, as Pydantic models. They hold its rules (see `validate.py`) and parse nothing.

Absent is None or an empty list. Every printed string is a slice of the source; offsets count code points.
"""

from minutes_extract.schema.base import ClockTime, IsoDate, ItemId, PersonId, Printed, Record, RuleId, Span
from minutes_extract.schema.decisions import Ballot, Clause, Decision, Motion, Vote, VoteCounts
from minutes_extract.schema.items import Action, Attachment, Declaration, Due, Item, ItemKind, Owner, Paragraph
from minutes_extract.schema.meeting import Contact, Meeting, NextMeeting, SourceInfo
from minutes_extract.schema.minutes import SCHEMA_VERSION, Minutes, MinutesWarning, WarningCode, json_schema
from minutes_extract.schema.people import Movement, Person

__all__ = [
    "SCHEMA_VERSION",
    "Action",
    "Attachment",
    "Ballot",
    "Clause",
    "ClockTime",
    "Contact",
    "Decision",
    "Declaration",
    "Due",
    "IsoDate",
    "Item",
    "ItemId",
    "ItemKind",
    "Meeting",
    "Minutes",
    "MinutesWarning",
    "Motion",
    "Movement",
    "NextMeeting",
    "Owner",
    "Paragraph",
    "Person",
    "PersonId",
    "Printed",
    "Record",
    "RuleId",
    "SourceInfo",
    "Span",
    "Vote",
    "VoteCounts",
    "WarningCode",
    "json_schema",
]
