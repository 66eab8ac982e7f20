"""What the recogniser says of the meeting in a text."""

from __future__ import annotations

from minutes_extract.recognise import read_meeting, recognise
from minutes_extract.records import Meeting
from minutes_extract.rules import load
from minutes_extract.segment import segment

REST = "\n\nPresent: Cllr Ada Penn (Chair), Cllr Bo Marsh\n\n1. Apologies\n\nThere were none.\n"
FIELDS = ("organization", "body", "date", "start_time", "end_time", "location", "format")


def read(text: str) -> Meeting:
    patterns = load()
    document = segment(text, patterns)
    return read_meeting(document, recognise(document, patterns), patterns)


def said(text: str) -> dict[str, str]:
    meeting = read(text)
    told = {name: value for name in FIELDS if (value := getattr(meeting, name)) is not None}
    return told | {f"next_{name}": value for name, value in meeting.next_meeting.items()}
