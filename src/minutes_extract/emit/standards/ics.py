"""The actions and meetings of the record as a calendar: RFC 5545, https://www.rfc-editor.org/rfc/rfc5545.

Sections: 3.1 Content Lines (folding), 3.3.11 Text (escaping), 3.6 Calendar Components, 3.6.1 Event, 3.6.2 To-do,
3.6.3 Journal, 3.8.1.11 Status, 3.8.2.3 Due, 3.8.4.2 Contact, 3.8.4.5 Related To, 3.8.7.2 Date-Time Stamp, 3.8.8.2
Non-Standard Properties. Times are floating (3.3.5, form 1): minutes print local time and no zone. An ATTENDEE needs an
address and someone who invites (3.8.4.1), so who is to do an action stands as CONTACT, by name where the text tells it (`WS` is Wilf Stone). DTSTAMP is the day of the
meeting, so that the same minutes always give the same calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.standards.common import origin
from minutes_extract.emit.standards.names import uuid_of
from minutes_extract.schema import Action, Contact, Item, Minutes

Property = tuple[str, str | None]

_LINE = 75  # octets, without the line break
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_STATUS = {
    "complete": "COMPLETED",
    "completed": "COMPLETED",
    "done": "COMPLETED",
    "closed": "COMPLETED",
    "in progress": "IN-PROCESS",
    "ongoing": "IN-PROCESS",
    "on-going": "IN-PROCESS",
    "cancelled": "CANCELLED",
    "withdrawn": "CANCELLED",
}
"""Printed words that mean a value of 3.8.1.11; any other is not guessed at."""


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """One calendar. Lines end with CR LF; `indent` is not for it."""
    made = origin(minutes, FormatName.ICS)
    lines: list[Property] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//minutes-extract//minutes-extract//EN"),
        ("X-MINUTES-SOURCE", _text(f"sha256={made['sha256']} made-by={made['extractor']}")),
        ("X-MINUTES-SOURCE-NAME", _text(made["name"])),
        *_meetings(minutes),
    ]
    for item in minutes.items:
        for action in item.actions:
            lines += _todo(minutes, item, action)
    lines.append(("END", "VCALENDAR"))
    return "".join(_folded(f"{name}:{value}") for name, value in lines if value is not None)


def _meetings(minutes: Minutes) -> Iterator[Property]:
    """The meeting and the next one, as events where their day is known. A calendar is never empty, so that a meeting
    of an unknown day stands in it as a journal entry."""
    meeting, coming = minutes.meeting, minutes.meeting.next_meeting
    name = meeting.body or meeting.organization
    when = _from(meeting.date, meeting.start_time)
    yield from (
        ("BEGIN", "VEVENT" if when else "VJOURNAL"),
        *_named(minutes, "meeting"),
        *when,
        *_until(meeting.date, meeting.start_time, meeting.end_time),
        ("SUMMARY", _text(name)),
        ("LOCATION", _text(meeting.location) if when else None),
        ("CONTACT", _text(_contact(meeting.contact))),
        ("END", "VEVENT" if when else "VJOURNAL"),
    )
    if coming is not None and coming.date is not None:
        yield from (
            ("BEGIN", "VEVENT"),
            *_named(minutes, "next_meeting"),
            *_from(coming.date, coming.time),
            ("SUMMARY", _text(name)),
            ("LOCATION", _text(coming.location)),
            ("RELATED-TO;RELTYPE=SIBLING", str(uuid_of(minutes, "meeting"))),
            ("END", "VEVENT"),
        )


def _todo(minutes: Minutes, item: Item, action: Action) -> Iterator[Property]:
    due = action.due
    people = {person.id: person.name for person in minutes.people if person.name}
    status = action.status.strip().rstrip(".").lower() if action.status else ""
    yield from (
        ("BEGIN", "VTODO"),
        *_named(minutes, action.id),
        ("SUMMARY", _text(action.text)),
        ("DUE;VALUE=DATE", due.date.replace("-", "") if due is not None and due.date else None),
        ("STATUS", _STATUS.get(status)),
        *(("CONTACT", _text(people.get(owner.person or "", owner.name))) for owner in action.owners),
        ("RELATED-TO", str(uuid_of(minutes, "meeting"))),
        ("X-MINUTES-ITEM", _text(" ".join(word for word in (item.number, item.title) if word) or None)),
        ("X-MINUTES-DUE", _text(due.text) if due is not None else None),
        ("X-MINUTES-STATUS", _text(action.status)),
        ("X-MINUTES-EXPLICIT", str(action.explicit).upper()),
        ("X-MINUTES-SPAN", f"{action.span.start}-{action.span.end}"),
        ("X-MINUTES-RULE", _text(action.rule)),
        ("END", "VTODO"),
    )


def _named(minutes: Minutes, local: str) -> Iterator[Property]:
    """Both are required. Without a day of the meeting there is none to give, and the first of all stands there."""
    day = (minutes.meeting.date or "1970-01-01").replace("-", "")
    yield from (("UID", str(uuid_of(minutes, local))), ("DTSTAMP", f"{day}T000000Z"))


def _from(day: str | None, time: str | None) -> list[Property]:
    if day is None:
        return []
    return [("DTSTART", _moment(day, time))] if time else [("DTSTART;VALUE=DATE", day.replace("-", ""))]


def _until(day: str | None, start: str | None, end: str | None) -> list[Property]:
    """An end comes after its start (3.8.2.2): one that is past midnight, or misprinted, is left out."""
    return [("DTEND", _moment(day, end))] if day and start and end and start < end else []


def _moment(day: str, time: str) -> str:
    return f"{day}T{time}00".replace("-", "").replace(":", "")


def _contact(contact: Contact | None) -> str | None:
    if contact is None:
        return None
    return ", ".join(word for word in (contact.name, contact.role, contact.email, contact.phone) if word) or None


def _text(value: str | None) -> str | None:
    """As a TEXT value (3.3.11); control characters are none."""
    if value is None:
        return None
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return _CONTROL.sub("", value)


def _folded(line: str) -> str:
    """A content line, folded before the octet that is too many and never within a character (3.1)."""
    pieces, piece, room = [], "", _LINE
    for character in line:
        width = len(character.encode())
        if width > room:
            pieces.append(piece)
            piece, room = " ", _LINE - 1
        piece += character
        room -= width
    return "\r\n".join([*pieces, piece]) + "\r\n"
