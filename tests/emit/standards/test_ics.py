"""Calendars, read back by the icalendar library."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from minutes_extract.emit.formats import FormatName, renderer
from tests import documents
from tests.emit.standards.records import EXAMPLE, SAMPLES, changed, of_text, record, written


def parts(calendar: str, kind: str) -> list[Any]:
    read = Calendar.from_ical(calendar.encode())
    assert read.errors == []
    assert all(part.errors == [] for part in read.walk())
    return read.walk(kind)


def of(**changes: Any) -> str:
    return renderer(FormatName.ICS)(*changed(**changes), None)


@pytest.mark.parametrize("name", [EXAMPLE, *SAMPLES])
def test_samples_are_read_back(name: str) -> None:
    calendar, minutes = written(name, FormatName.ICS), record(name)[0]
    actions = [action for item in minutes.items for action in item.actions]
    todos = parts(calendar, "VTODO")
    assert [str(todo["SUMMARY"]) for todo in todos] == [action.text for action in actions]
    dues = [action.due.date if action.due else None for action in actions]
    assert [todo["DUE"].dt.isoformat() if "DUE" in todo else None for todo in todos] == dues
    uids = [str(part["UID"]) for kind in ("VTODO", "VEVENT", "VJOURNAL") for part in parts(calendar, kind)]
    assert len(set(uids)) == len(uids) > len(actions)
    lines = calendar.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)


def test_samples_hold_actions_and_next_meetings() -> None:
    """So that the tests above have something to read."""
    assert sum("BEGIN:VTODO" in written(name, FormatName.ICS) for name in SAMPLES) > 5
    assert sum(written(name, FormatName.ICS).count("BEGIN:VEVENT") == 2 for name in SAMPLES) > 1


def test_an_action() -> None:
    (todo,) = parts(written(EXAMPLE, FormatName.ICS), "VTODO")
    (meeting,) = parts(written(EXAMPLE, FormatName.ICS), "VEVENT")
    assert str(todo["SUMMARY"]) == "The Site Warden agreed to circulate a rota by 1 July 2022."
    assert todo["DUE"].dt == datetime.date(2022, 7, 1)
    assert todo["DTSTAMP"].dt == datetime.datetime(2022, 6, 9, tzinfo=datetime.UTC)
    assert todo["RELATED-TO"] == meeting["UID"]
    printed = {name: str(todo[name]) for name in ("CONTACT", "X-MINUTES-ITEM", "X-MINUTES-DUE", "X-MINUTES-EXPLICIT")}
    assert printed == {
        "CONTACT": "The Site Warden",
        "X-MINUTES-ITEM": "4 Water Supply",
        "X-MINUTES-DUE": "by 1 July 2022",
        "X-MINUTES-EXPLICIT": "FALSE",
    }
    assert "STATUS" not in todo


def test_an_owner_goes_by_the_name_that_the_text_tells() -> None:
    owners = [{"name": "JT", "person": "p1"}, {"name": "the Warden", "person": "p5"}, {"name": "all", "person": None}]
    (todo,) = parts(of(items={1: {"actions": {0: {"owners": owners}}}}), "VTODO")
    assert [str(contact) for contact in todo["CONTACT"]] == ["J. Tamsin", "the Warden", "all"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents.minutes.filter(lambda text: text.strip() != ""))
def test_any_text_gives_a_calendar(text: str) -> None:
    calendar = of_text(text, FormatName.ICS)
    assert len(parts(calendar, "VEVENT") + parts(calendar, "VJOURNAL")) > 0


@pytest.mark.parametrize(
    ("printed", "status"),
    [("Completed.", "COMPLETED"), ("ongoing", "IN-PROCESS"), ("Cancelled", "CANCELLED"), ("awaiting parts", None)],
)
def test_the_status_of_an_action(printed: str, status: str | None) -> None:
    (todo,) = parts(of(items={1: {"actions": {0: {"status": printed}}}}), "VTODO")
    assert (todo.get("STATUS"), str(todo["X-MINUTES-STATUS"])) == (status, printed)


def test_the_meeting_and_the_next_one() -> None:
    coming = {"date": "2022-09-08", "time": "19:30", "location": "the Reading Room"}
    meeting, following = parts(of(meeting={"next_meeting": coming}), "VEVENT")
    assert (meeting["DTSTART"].dt, meeting["DTEND"].dt) == (
        datetime.datetime(2022, 6, 9, 19, 15),  # no zone: floating
        datetime.datetime(2022, 6, 9, 20, 5),
    )
    assert (str(meeting["SUMMARY"]), str(meeting["LOCATION"])) == ("Allotments Sub-Committee", "the Reading Room")
    assert following["DTSTART"].dt == datetime.datetime(2022, 9, 8, 19, 30)
    assert following["RELATED-TO"] == meeting["UID"]
    assert following["RELATED-TO"].params["RELTYPE"] == "SIBLING"


@pytest.mark.parametrize(
    ("meeting", "start", "end"),
    [
        pytest.param({"start_time": None}, datetime.date(2022, 6, 9), None, id="a day"),
        pytest.param({"end_time": None}, datetime.datetime(2022, 6, 9, 19, 15), None, id="no end"),
        pytest.param({"end_time": "00:20"}, datetime.datetime(2022, 6, 9, 19, 15), None, id="past midnight"),
    ],
)
def test_times_that_are_not_known(meeting: dict[str, Any], start: datetime.date, end: None) -> None:
    (event,) = parts(of(meeting=meeting), "VEVENT")
    assert (event["DTSTART"].dt, event.get("DTEND")) == (start, end)


def test_a_meeting_of_an_unknown_day_is_a_journal_entry() -> None:
    calendar = of(meeting={"date": None})
    (journal,) = parts(calendar, "VJOURNAL")
    assert parts(calendar, "VEVENT") == []
    assert "DTSTART" not in journal
    assert journal["DTSTAMP"].dt.year == 1970


def test_text_is_escaped_and_folded_within_75_octets() -> None:
    text = "A quotation for slates; nails, lead \\ tin — für 40 € — by 1 June, and the ladder 𝄞 " + "é" * 90
    calendar = of(items={1: {"actions": {0: {"text": text}}}})
    (todo,) = parts(calendar, "VTODO")
    assert str(todo["SUMMARY"]) == text
    assert max(len(line) for line in calendar.encode().split(b"\r\n")) in (74, 75)
