"""Items whose number stands apart: below the heading, behind a star in the margin, before a colon of its own."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment

HEAD = "WEXMOOR COUNTY COUNCIL\n\nMinutes of the Harbour Committee held on 4 May 2022\n\nPresent: Councillors Penn and Marsh\n\n"


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(section.number, section.title) for section in segment(HEAD + text, load()).sections]


BELOW = """\
DECLARATIONS OF INTEREST
(Agenda No. 2)

HAR/47  There were no declarations of interest.

MINUTES OF THE MEETING HELD ON 6 APRIL 2022
(Agenda No. 3)

HAR/48  It was moved by Councillor Penn, seconded by Councillor Marsh, and on a vote

        RESOLVED that the minutes be signed.

REVIEW OF BERTHS
(Agenda No. 4)

HAR/49  Consideration was given to a report on the berths.
"""
FAR_BELOW = """\
        NOTICE OF RECORDING

1550    The Chair advised that this meeting would be recorded.
        ______________________________________________

        REVIEW OF
        BERTHS

        The following report of the Harbour Master was submitted:-

        Members noted that four berths were free.

1551    RESOLVED:-

        (i)     That the fees be approved.

        URGENT BUSINESS

1552    There was no urgent business.
"""
STARRED = """\
* 60 Minutes

RESOLVED that the Minutes of the meeting held on 6 April 2022 be signed.

61 Berths

The Committee received the Report of the Harbour Master:

* 4 berths were free; and
* 12 boats were waiting.

* 62 Dredging

The Committee noted the Report of the Harbour Master.
"""
COLON = """\
27 :    APOLOGIES FOR ABSENCE

None were received.

28 :    MINUTES

The minutes were approved.

29 :    DREDGING

The report was noted.
"""
POINTS = """\
APOLOGIES FOR ABSENCE

None were received.

MINUTES

The minutes were approved.

BERTHS

1. The Harbour Master said that four berths were free.
2. Members asked who had paid.
3. The report was noted.

DREDGING

The contractor had begun to dredge the basin.
"""
BRACKETED = """\
1.      General

(1)     Apologies for absence

Councillor Keel.

(2)     Minutes of the meeting held on 6 April 2022

The minutes were agreed.

2.      Dredging

Resolved:

(1)     That the report be noted.
(2)     That the plan be approved.

3.      Urgent Business

None.
"""
SQUARE = """\
20/22   APOLOGIES FOR ABSENCE  [Item 1]

None.

21/22   MINUTES OF THE PREVIOUS MEETING: 6 APRIL 2022  [Item 2]

The minutes were agreed as a true record.

22/22   DREDGING  [Item 3]

The report was noted.
"""
OF_MINUTES = """\
Apologies for Absence

Apologies for absence were received from Councillor Keel.

Minutes of the last meeting held on 6th April, 2022 (copy circulated)

1.      RESOLVED that the minutes of the last meeting be confirmed.

Declarations of Interest

There were none.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BRACKETED,
            [
                ("1", "General"),
                ("(1)", "Apologies for absence"),
                ("(2)", "Minutes of the meeting held on 6 April 2022"),
                ("2", "Dredging"),
                ("3", "Urgent Business"),
            ],
            id="numbers in brackets below an item, and those of clauses",
        ),
        pytest.param(
            SQUARE,
            [
                ("20/22", "APOLOGIES FOR ABSENCE"),
                ("21/22", "MINUTES OF THE PREVIOUS MEETING: 6 APRIL 2022"),
                ("22/22", "DREDGING"),
            ],
            id="the item of the agenda in square brackets",
        ),
        pytest.param(
            OF_MINUTES,
            [
                (None, "Apologies for Absence"),
                (None, "Minutes of the last meeting held on 6th April, 2022 (copy circulated)"),
                (None, "Declarations of Interest"),
            ],
            id="a heading that reads like the title of minutes",
        ),
        pytest.param(
            BELOW,
            [
                ("HAR/47", "DECLARATIONS OF INTEREST"),
                ("HAR/48", "MINUTES OF THE MEETING HELD ON 6 APRIL 2022"),
                ("HAR/49", "REVIEW OF BERTHS"),
            ],
            id="the number before the text below the heading",
        ),
        pytest.param(
            FAR_BELOW,
            [("1550", "NOTICE OF RECORDING"), ("1551", "REVIEW OF BERTHS"), ("1552", "URGENT BUSINESS")],
            id="the number some paragraphs below the heading",
        ),
        pytest.param(STARRED, [("60", "Minutes"), ("61", "Berths"), ("62", "Dredging")], id="a star in the margin"),
        pytest.param(
            COLON, [("27", "APOLOGIES FOR ABSENCE"), ("28", "MINUTES"), ("29", "DREDGING")], id="a colon set apart"
        ),
        pytest.param(
            POINTS,
            [(None, "APOLOGIES FOR ABSENCE"), (None, "MINUTES"), (None, "BERTHS"), (None, "DREDGING")],
            id="points numbered through headings that have no number",
        ),
    ],
)
def test_a_number_apart(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert items(text) == expected


def test_the_number_is_no_word_of_the_text() -> None:
    view = segment(HEAD + BELOW, load()).view.text
    assert "HAR/48" not in view
    assert "It was moved by Councillor Penn" in view
