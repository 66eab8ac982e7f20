"""The words in which pages speak of records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes_extract.schema import Minutes, Span
from minutes_extract.spans import fold

KINDS = (
    ("check", "To check"),
    ("decision", "Decisions"),
    ("motion", "Motions"),
    ("vote", "Votes"),
    ("action", "Actions"),
    ("declaration", "Interests"),
    ("person", "People"),
    ("movement", "Comings and goings"),
    ("item", "Items"),
    ("meeting", "Meeting"),
)
"""The kinds by which a page can be filtered, in the order in which they are offered."""

WORDS = {
    "resolution": "Resolution",
    "recommendation": "Recommendation",
    "none": "Nothing decided",
    "motion": "Motion",
    "amendment": "Amendment",
    "arrived": "arrived",
    "left": "left",
    "returned": "returned",
    "yes": "for",
    "no": "against",
    "abstain": "abstained",
    "absent": "absent",
    "recorded": "recorded vote",
    "show_of_hands": "show of hands",
    "unanimous": "unanimous",
    "casting": "casting vote",
    "pass": "carried",
    "fail": "lost",
    "co_optee": "co-optee",
    "non_pecuniary": "non-pecuniary",
    "in_person": "in person",
    "organization": "Organisation",
    "body": "Body",
    "date": "Date",
    "start_time": "Start",
    "end_time": "End",
    "location": "Place",
    "next_meeting.date": "Next meeting: date",
    "next_meeting.time": "Next meeting: time",
    "next_meeting.location": "Next meeting: place",
    "format": "Held",
    "contact.name": "Contact",
    "contact.role": "Contact: post",
    "contact.email": "Contact: email",
    "contact.phone": "Contact: telephone",
}
"""Values and names of fields for people to read; what is not here is shown with spaces for underscores."""

_LONGEST = 400  # characters of a quotation: a sentence is shorter, a page without stops is not


def quoted(text: str, span: Span) -> str:
    """The words of a span on one line, cut where they run on for ever."""
    words = fold(text[span.start : span.end])
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"


def title(minutes: Minutes) -> str:
    """What to call the meeting: its body, or the name of the file."""
    meeting = minutes.meeting
    return meeting.body or meeting.organization or minutes.source.name or "Minutes"


def long_date(iso: str | None) -> str:
    """2022-05-03 as 3 May 2022."""
    if iso is None:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def percentages(numbers: Sequence[int | None]) -> list[float]:
    """The shares of a bar; all nothing where nothing was counted."""
    whole = sum(number or 0 for number in numbers)
    return [round(100 * (number or 0) / whole, 2) if whole else 0.0 for number in numbers]
