"""When the meeting ended and when the next one is: sentences, labels, items and signatures behind the business."""

from __future__ import annotations

import pytest

from tests.recognise.meetings import said

HEAD = "QUAY PARISH COUNCIL\n\nMinutes of the meeting held on 4 May 2021 at 7pm\n\nPresent: Cllr Ada Penn\n\n1. Apologies\n\nThere were none.\n\n"

# id: what follows the first item, and the end and the next meeting that it tells
ENDINGS: dict[str, tuple[str, dict[str, str]]] = {
    "closed": ("The meeting closed at 8.31 pm.", {"end_time": "20:31"}),
    "declared": ("There being no further business, the Chairman declared the meeting closed at 9.05pm.", {"end_time": "21:05"}),
    "chair-closed": ("The Chair thanked all for coming and closed the meeting at 20:53.", {"end_time": "20:53"}),
    "time-first": ("At 8.24 p.m. the meeting was adjourned.", {"end_time": "20:24"}),
    "time-first-in-the-margin": ("5.26pm\tThe Chairperson thanked members and declared the meeting closed.", {"end_time": "17:26"}),
    "moved": ("Chair Doane moved to adjourn at 9:19 pm. Second by Foss.", {"end_time": "21:19"}),
    "in-brackets": ("That the meeting do now adjourn (8:22 p.m.)", {"end_time": "20:22"}),
    "both-ends": ("The meeting was called for 7 pm and ended at 9.55 pm.", {"end_time": "21:55"}),
    "label": ("Meeting closed 20.55hrs", {"end_time": "20:55"}),
    "hours-of-a-clock": ("The meeting closed at 2104", {"end_time": "21:04"}),
    "bare-evening": ("The meeting closed at 9.15", {"end_time": "21:15"}),
    "noon": ("The Panel rose at 12 noon.", {"end_time": "12:00"}),
    "not-tea": ("The meeting adjourned for tea at 8.35pm and reconvened at 8.55pm.", {}),
    "not-before-it-went-on": ("The Panel adjourned at 10.43 am. The meeting was then re-convened at 11.18 am.", {}),
    "not-the-public-part": ("The meeting closed for public questions at 7.40pm.", {}),
    "not-until": ("Standing orders were suspended to allow the meeting to go on until 9.30pm.", {}),
    "not-a-station": ("The meeting was advised that the post office was closed; it will be open from 11.00am.", {}),
    "last-wins": ("The meeting was adjourned at 8.00 pm.\n\nThe meeting closed at 8.40 pm.", {"end_time": "20:40"}),
    "next-in-sentence": (
        "The next meeting of the Council would be held at 6.30 pm on Wednesday 9 June 2021.",
        {"next_date": "2021-06-09", "next_time": "18:30"},
    ),
    "next-heading": (
        "2. Date of Next Meeting\n\nTuesday 8 June at 7.30pm in the Quay Hall.",
        {"next_date": "2021-06-08", "next_time": "19:30", "next_location": "Quay Hall"},
    ),
    "next-heading-with-the-date": ("2. NEXT MEETING TUESDAY 8 JUNE AT 7 pm", {"next_date": "2021-06-08", "next_time": "19:00"}),
    "next-place-in-brackets": (
        "Date of Next Meeting: Monday, 7 June 2021 at 10am (MS Teams)",
        {"next_date": "2021-06-07", "next_time": "10:00", "next_location": "MS Teams"},
    ),
    "next-in-figures-at-the-end": ("Date of next meeting 8/6/21.", {"next_date": "2021-06-08"}),
    "next-without-year": ("Date of next meeting: Tuesday January 11 th", {"next_date": "2022-01-11"}),
    "next-by-short-name": ("The date of the next PC meeting is 8 June 2021.", {"next_date": "2021-06-08"}),
    "next-of-another-body": ("The next meeting of the Liaison Committee will be at 2.30pm on June 13th.", {}),
    "next-of-another-body-before-the-word": ("The next Harbour Watch meeting is on 8 June 2021.", {}),
    "not-the-next": ("2. Meeting Dates\n\nMonday 7th June 2021", {}),
    "deferred": ("The report was deferred to the next meeting.\n\nWork begins on 7 June 2021.", {}),
    "adjournment-label": ("ADJOURNMENT: 9:35 P.M.", {"end_time": "21:35"}),
    "not-the-place-of-this-meeting": (
        "The next meeting to be held on Tuesday June 8th at 7.00 pm in the Net Loft",
        {"next_date": "2021-06-08", "next_time": "19:00", "next_location": "Net Loft"},
    ),
    "adjourned": ("Adjourned 8:45 PM. Next meeting May 17th at 6:30 PM, Net Loft.",
        {"end_time": "20:45", "next_date": "2021-05-17", "next_time": "18:30"}),
    "next-by-its-initials": ("9. DONM 8/6/21 at 7.30pm.", {"next_date": "2021-06-08", "next_time": "19:30"}),
    "next-is-the-annual-meeting": (
        "The next meeting is the Annual Meeting of the Parish Council on Tuesday 8th June at 7.30 pm.",
        {"next_date": "2021-06-08", "next_time": "19:30"},
    ),
    "next-is-that-of-another-body": ("The next meeting is the Liaison Committee meeting on Tuesday 8th June at 7.30 pm.", {}),
    "meet-again": (
        "RESOLVED that Council adjourn at 11:20 p.m. to meet again on June 22, 2021 at 9:30 a.m.",
        {"end_time": "23:20", "next_date": "2021-06-22", "next_time": "09:30"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_end_and_next_meeting(text: str, expected: dict[str, str]) -> None:
    told = said(f"{HEAD}{text}\n")
    assert told == {"body": "QUAY PARISH COUNCIL", "date": "2021-05-04", "start_time": "19:00", **expected}


SIGNED = "Call to Order: Ed Larch called the meeting to order at 8:00 pm.\n\nMary Kean, Clerk\nBurr Elm Township, April 1, 2024\n"


def test_signature_names_body_and_date_where_no_title_does() -> None:
    assert said(SIGNED) == {"body": "Burr Elm Township", "date": "2024-04-01", "start_time": "20:00"}
