"""Headers of bodies that are no council: parents, patients, neighbours, societies, boards and commissioners."""

from __future__ import annotations

import pytest

from tests.recognise.meetings import REST, said

DATED = "\nMinutes of the meeting held on 4 May 2021"

# id: a header, and what it says of the meeting; nothing else is said
HEADERS: dict[str, tuple[str, dict[str, str]]] = {
    "parents": (f"Oak Lane School PTA{DATED}", {"body": "Oak Lane School PTA", "date": "2021-05-04"}),
    "parents-of-no-school": ("Minutes of PTA Meeting\n\nTuesday 4 May 2021", {"body": "PTA", "date": "2021-05-04"}),
    "committee-of-parents": (
        "OAK LANE PTFA\nMinutes of Committee Meeting 4 May 2021",
        {"organization": "OAK LANE PTFA", "body": "Committee", "date": "2021-05-04"},
    ),
    "friends-with-initials": (
        f"Friends of Oak Lane School (FOLS){DATED}",
        {"body": "Friends of Oak Lane School (FOLS)", "date": "2021-05-04"},
    ),
    "patients": (f"Mill Road Surgery PPG\n{DATED}", {"body": "Mill Road Surgery PPG", "date": "2021-05-04"}),
    "title-page-set-apart-and-no-year": (
        "Mill Surgery Patient Participation Group (PPG)\n                      Tuesday 4 May at 7pm\n\nMinutes of the Meeting",
        {"body": "Mill Surgery Patient Participation Group (PPG)", "start_time": "19:00"},
    ),
    "neighbours-of-a-works": ("QUAY LIAISON MEETING\n\nTuesday 4 May 2021", {"body": "QUAY LIAISON", "date": "2021-05-04"}),
    "neighbours-of-a-works-minutes": (
        "Orrin Ltd\n\nQUAY LIAISON MINUTES\n\nTuesday 4 May 2021",
        {"body": "QUAY LIAISON", "date": "2021-05-04"},
    ),
    "numbered-meeting": (
        "Minutes of meeting No. 91 of the Consultative Committee held on 4 May 2021 at 2pm at Wexmoor Airport",
        {"body": "Consultative Committee", "date": "2021-05-04", "start_time": "14:00", "location": "Wexmoor Airport"},
    ),
    "board-of-a-drainage-board": (
        "WEX MARSHES INTERNAL DRAINAGE BOARD\nA meeting of the Board was held at Brook Hall, on Tuesday 4 May 2021 at 2.00 pm.",
        {"organization": "WEX MARSHES INTERNAL DRAINAGE BOARD", "body": "Board", "date": "2021-05-04", "start_time": "14:00",
         "location": "Brook Hall"},
    ),
    "address-in-small-letters": (
        "MINUTES of the Quay Board held in committee room 1 at the civic centre, mill road, on Tuesday 4 May 2021 at 10am",
        {"body": "Quay Board", "date": "2021-05-04", "start_time": "10:00", "location": "committee room 1 at the civic centre, mill road"},
    ),
    "date-with-its-hour-before-that-of-the-web-page": (
        "QUAY COMMISSIONERS\n\nPrintable Minutes of Ordinary Meeting 3 May 2021\n\nMINUTES - ORDINARY MEETING, Tuesday, 4 May 2021 at 7.00 pm.",
        {"body": "QUAY COMMISSIONERS", "date": "2021-05-04", "start_time": "19:00"},
    ),
    "committee-of-a-society": (
        "Wexmoor Allotment Society - Committee Meeting Minutes - 4 May 2021",
        {"organization": "Wexmoor Allotment Society", "body": "Committee", "date": "2021-05-04"},
    ),
    "trustees-of-a-charity": (
        "Minutes of the Trustees Meeting of Wexmoor Almshouse Charity held on 4 May 2021",
        {"organization": "Wexmoor Almshouse Charity", "body": "Trustees", "date": "2021-05-04"},
    ),
    "annual-meeting-of-a-society": (
        "Minutes of the First Wexmoor Residents' Association AGM\n\nHeld on Tuesday 4 May 2021 In the Village Hall",
        {"body": "Wexmoor Residents' Association", "date": "2021-05-04", "location": "Village Hall"},
    ),
    "annual-meeting-of-nobody": (
        "Annual General Meeting - 4 May 2021",
        {"body": "Annual General Meeting", "date": "2021-05-04"},
    ),
    "short-name-above-the-full-one": (
        "Minutes of Committee Meeting 4/5/2021\n\nMinutes of Mill Hall Management Committee Meeting held on\n\nTuesday 4th May, 2021",
        {"body": "Mill Hall Management Committee", "date": "2021-05-04"},
    ),
    "library-and-its-board": (
        "Elm Public Library - Board of Trustees\nMinutes of the Board of Trustees - Tuesday May 4, 2021",
        {"organization": "Elm Public Library", "body": "Board of Trustees", "date": "2021-05-04"},
    ),
    "club-is-no-address": (
        "Wexmoor Bowls Club\nCommittee meeting 4/5/21",
        {"body": "Wexmoor Bowls Club", "date": "2021-05-04"},
    ),
    "hours-of-a-clock": (
        "QUAY FORUM\nMeeting of Tuesday 4 May 2021, 1900hrs at Mill Hall",
        {"body": "QUAY FORUM", "date": "2021-05-04", "start_time": "19:00", "location": "Mill Hall"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADERS.values(), ids=HEADERS)
def test_headers(text: str, expected: dict[str, str]) -> None:
    assert said(text + REST) == expected


def test_a_bare_hour_after_noon() -> None:
    text = "Quay Senate\n\n4 May 2021\n12:45 -2:00 pm" + REST + "\n\nMeeting adjourned at 2:00"
    assert said(text) == {
        "body": "Quay Senate",
        "date": "2021-05-04",
        "start_time": "12:45",
        "end_time": "14:00",
    }
