"""Web pages that a converter flattened."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment

ROWS = """\
Gullhaven Council

No. | Item |
Apologies Minutes: An apology was received from Councillor Penn. |
Declarations of Interest Members are asked to declare any interest that they may have. Additional documents: Minutes: No declarations were made. |
Minutes: There was no urgent business.
Pier Repairs PDF 74 KB Minute 12 refers. Minutes: The engineer reported that the steps were worn.
RESOLVED: That the steps be mended. |
"""
ISSUE = """\
Issue - meetings

Pier repairs

Meeting: 26/05/2022 - Council (Item 88)

88 Pier repairs pdf icon PDF 228 KB

Minutes:

It was RESOLVED that the steps be mended.

Meeting: 04/05/2022 - Harbour Committee (Item 42)

42 Pier repairs

Minutes:

RECOMMENDED that the steps be mended.
"""
LOSSY = """\
Agenda and minutes

No. Item

Apologies for absence

There were no apologies.

Minutes pdf icon PDF 204 KB

The minutes were approved.

Pier repairs - update pdf icon PDF 66 KB

Additional documents:

The engineer reported that the steps were worn. It was agreed to mend them.

Urgent business

There was none.
"""


@pytest.mark.parametrize(
    ("text", "layout", "expected"),
    [
        pytest.param(
            ROWS,
            "moderngov-rows",
            [
                (None, "Apologies", "An apology was received from Councillor Penn."),
                (None, "Declarations of Interest", "No declarations were made."),
                (None, None, "There was no urgent business."),
                (
                    None,
                    "Pier Repairs",
                    "The engineer reported that the steps were worn.\nRESOLVED: That the steps be mended.",
                ),
            ],
            id="a row of the table to a line",
        ),
        pytest.param(
            ISSUE,
            "moderngov-issue",
            [
                ("88", "Pier repairs", "It was RESOLVED that the steps be mended."),
                ("42", "Pier repairs", "RECOMMENDED that the steps be mended."),
            ],
            id="one issue over its meetings",
        ),
        pytest.param(
            LOSSY,
            "unnumbered",
            [
                (None, "Apologies for absence", "There were no apologies."),
                (None, "Minutes", "The minutes were approved."),
                (
                    None,
                    "Pier repairs - update",
                    "The engineer reported that the steps were worn. It was agreed to mend them.",
                ),
                (None, "Urgent business", "There was none."),
            ],
            id="numbers and labels are lost, attachments are left",
        ),
    ],
)
def test_the_items_of_a_flattened_page(text: str, layout: str, expected: list[tuple[str, str, str]]) -> None:
    document = segment(text, load())
    assert document.layout == layout
    shown = [(s.number, s.title, document.view.text[s.lo : s.hi].strip()) for s in document.sections]
    assert shown == expected
