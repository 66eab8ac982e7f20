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
Chair's Notices To report any notices of the Chair. Minutes: The Chair had none. |
To approve the minutes of 4 May 2022. Minutes: The minutes were approved. |
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
TALL_ROWS = """\
Gullhaven Council

No. | Item |
---|---|
APOLOGIES
The Chair to report apologies. Additional documents: Minutes: There were none.
|
|
Questions from Councillors PDF 65 KB Any councillor may ask a question.
A question is put in writing. Minutes: Councillor Penn asked about the steps. |
DISCLOSURE OF INTERESTS Members are invited to disclose any interest.
They may still do so later. Minutes: No interest was disclosed.
22/0041 NET LOFT Report attached. Minutes: RESOLVED that permission be granted. |
"""
BARE_ISSUE = """\
Issue - meetings

Change in the order of business

Meeting: 26/05/2022 - Council (Item 88)

Change in the order of business

Minutes:

It was agreed to take item 9 next.

Meeting: 04/05/2022 - Council (Item 42)

Change in the order of business

Minutes:

It was agreed to take item 3 next.
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


TIGHT = """\
Agenda Items
Apologies for Absence
To receive any apologies for absence.
Declarations of Interest (if any)
This item allows Councillors to declare an interest.
No interests were declared.
To confirm the minutes of 4 May 2022.
RESOLVED that the minutes be confirmed as correct.
"""
ONE_ITEM = """\
Agenda item

Pier repairs

The engineer reported that the steps were worn.

It was agreed to mend them.
"""
DECISION = """\
Decision details

Decision details

Pier repairs

Decision Maker: Cabinet

Is Key decision?: No

Decisions:

RESOLVED that the steps be mended.
"""
LOST_TITLE = """\
To consider the plan for the steps.
Minutes:
RESOLVED:
1. That the plan be noted.
2. That the steps be mended.
"""
GROUPS = """\
Agenda and minutes

No. Item

1.

APOLOGIES FOR ABSENCE

Minutes:

There were none.

2.

MINUTES

2a

Harbour Council - 4 May 2022 pdf icon PDF 103 KB

Minutes:

The Minutes of the Harbour Council of 4 May 2022 were approved.

2b

Pier Committee - 6 May 2022 pdf icon PDF 11 KB

Minutes:

The Minutes of the Pier Committee of 6 May 2022 were noted.

3.

MATTERS ARISING

3.1

Minute 6 - Report on the steps

Minutes:

The engineer was waiting for the tide.

4.

22/00412/FUL - Net Loft, Quay Street pdf icon PDF 97 KB

Minutes:

It was agreed to grant permission.
"""

WITHOUT_NUMBERS = """\
Agenda and minutes

No. Item

Recommendation I - Pier Lease

Minutes:

The Committee recommended a new lease.

1.

Apologies for Absence

Minutes:

There were none.

2.

Planning Applications

Minutes:

The Committee considered the following applications.

Net Loft, Quay Street pdf icon PDF 97 KB

Decision:

That permission be granted.

Minutes:

It was agreed to grant permission.

Tide Lane

Report of the Head of Planning

Minutes:

It was agreed to refuse permission.

The Chairman thanked the officers.

Minutes:

There was nothing more.
"""
BARE_ROWS = """\
Gullhaven Council

No. | Item |
Apologies for absence Minutes: There were none. |
Minutes of the last meeting To approve the minutes. Minutes: The minutes were approved.
APPLICATIONS FOR DECISION See attached document |
P0041.22 4 QUAY STREET Report attached. Minutes: RESOLVED that permission be granted. |
"""

LABELS_BELOW = """\
Gullhaven Council

No. | Item |
---|---|
APOLOGIES AND SUBSTITUTE MEMBERS To receive any apologies.
Minutes: There were no apologies.
|
|
HEARING OF THE FERRYMAN The Panel to decide whether he may row.
It may be necessary to pass this resolution.
EXCLUSION OF THE PRESS AND PUBLIC
That the public be excluded.
Minutes: The ferryman spoke.
|
|
Declarations of Interest At this point members are asked to declare any interest.
Decision: None were made.
Minutes: The Chair asked for interests.
Dog Bin Policy To consider the report of the
Director. Additional documents:
Minutes: RESOLVED that the policy be agreed.
"""
LOST_LABELS = """\
Agenda and minutes

Pier Board - Tuesday, 24th May, 2022 2.00 pm

Minutes pdf icon PDF 135 KB

To approve the minutes of the meeting held on 8 March 2022.

The Board approve the minutes.

Steps and Lamps pdf icon PDF 308 KB

Report of the Director of Piers.

The Board was told that the lamps were lit. It was agreed to mend the steps.
"""
ISSUE_HEAD = """\
Gullhaven District Council
Issue - meetings
RULES FOR DRIVERS OF DONKEYS
Meeting: 12/06/2022 - Beach Panel (Item 7)
To consider a report by the Head of Beaches.
Decision:
RESOLVED that the rules be approved.
Minutes:
The Beach Officer told of the donkeys.
"""
ONE_PAPER = """\
5 List of Key Decisions PDF 35 KB
The Beach Officer advised that there were none.
RESOLVED that the list be noted.
"""
PAGE_TWICE = """\
Agenda item

Agenda item

To consider a report by the Beach Officer.

The Beach Officer was thanked. RESOLVED that the report be noted.
"""
WRAPPED_ROWS = """\
Venue: Net Loft, Gullhaven. View directions
No. | Item |
Minutes of the Previous Meeting For
the Panel to approve the accuracy of the minutes of the meeting held on 19/07/22. Decision: The
minutes were approved as an accurate record. |
Steps Annual Report Additional documents:
Decision: Following
scrutiny, members noted the report |
Topics to come · Lamps · Steps
and ropes Additional documents: Decision: Members
agreed to look at the lamps. |
ADJOURNED: Right of a ferryman to keep his licence To receive a report of the Beach Officer.
Minutes:
The ferryman spoke. |
"""
ONE_ROW = """\
Agenda and draft minutes
Venue: Net Loft, Gullhaven
No. | Item |
Request for a Special Meeting Additional documents: Minutes: The Council had the request before it.
The Council resolved:- to adjourn. |
"""
BARE_OUTCOME = """\
Issue - meetings
Pier repairs
Meeting: 12/09/2022 - Pier Panel (Item 25)
Additional documents:
That the report be accepted.
The engineer reported that the steps were worn.
"""
TWO_LABELS = """\
Agenda item

Pier Budget

Report of the Treasurer.

Minutes:

Decision:

1.     to set a budget of £4
2.     to mend the steps
"""
NO_LABELS = """\
Apologies and Changes in Membership (if any)
To note any changes in membership of the Panel.
It was noted that Councillor Penn had left the Panel.
"""
ELECTED = """\
To Elect the Harbour Reeve for 2022/2023
To elect the Harbour Reeve for the ensuing 2022/2023 year.
Decision:
That Councillor Penn be elected as Harbour Reeve.
"""
POINTS = """\
Agenda and minutes

No. Item

1.

Introductions

Minutes:

1.1 The Chair welcomed members.

2.

Lamps: evidence of the lamplighters

Ada Quill

Minutes:

2.1 The Committee received evidence from the lamplighters of Gullhaven.

3.

Steps

Minutes:

3.1 The Committee noted the steps.
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
                (None, "Chair's Notices", "The Chair had none."),
                (None, None, "The minutes were approved."),
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
            TALL_ROWS,
            "moderngov-rows",
            [
                (None, "APOLOGIES", "There were none."),
                (None, "Questions from Councillors", "Councillor Penn asked about the steps."),
                (None, "DISCLOSURE OF INTERESTS", "No interest was disclosed."),
                (None, "NET LOFT", "RESOLVED that permission be granted."),
            ],
            id="rows of several lines, with and without a bar between them",
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
            BARE_ISSUE,
            "moderngov-issue",
            [
                (None, "Change in the order of business", "It was agreed to take item 9 next."),
                (None, "Change in the order of business", "It was agreed to take item 3 next."),
            ],
            id="one issue over its meetings, the number above its title only",
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
        pytest.param(
            TIGHT,
            "unnumbered",
            [
                (None, "Apologies for Absence", "To receive any apologies for absence."),
                (
                    None,
                    "Declarations of Interest (if any)",
                    "This item allows Councillors to declare an interest.\nNo interests were declared.",
                ),
                (None, "To confirm the minutes of 4 May 2022.", "RESOLVED that the minutes be confirmed as correct."),
            ],
            id="no numbers, no labels and no empty lines",
        ),
        pytest.param(
            ONE_ITEM,
            "moderngov-item",
            [
                (
                    None,
                    "Pier repairs",
                    "The engineer reported that the steps were worn.\nIt was agreed to mend them.",
                )
            ],
            id="the page of one item without its label",
        ),
        pytest.param(
            ONE_ITEM.replace("Pier repairs", "Motion on Notice: Pier Repairs"),
            "moderngov-item",
            [
                (
                    None,
                    "Motion on Notice: Pier Repairs",
                    "The engineer reported that the steps were worn.\nIt was agreed to mend them.",
                )
            ],
            id="the title of one item is the whole line",
        ),
        pytest.param(
            DECISION,
            "moderngov-decision",
            [(None, "Pier repairs", "Decisions:\nRESOLVED that the steps be mended.")],
            id="the page of one decision",
        ),
        pytest.param(
            LOST_TITLE,
            "moderngov-item",
            [(None, None, "RESOLVED:\n1. That the plan be noted.\n2. That the steps be mended.")],
            id="the page of one item that begins with what the agenda asks",
        ),
        pytest.param(
            GROUPS,
            "moderngov-page",
            [
                ("1", "APOLOGIES FOR ABSENCE", "There were none."),
                ("2", "MINUTES", ""),
                (
                    "2a",
                    "Harbour Council - 4 May 2022",
                    "The Minutes of the Harbour Council of 4 May 2022 were approved.",
                ),
                ("2b", "Pier Committee - 6 May 2022", "The Minutes of the Pier Committee of 6 May 2022 were noted."),
                ("3", "MATTERS ARISING", ""),
                ("3.1", "Minute 6 - Report on the steps", "The engineer was waiting for the tide."),
                ("4", "Net Loft, Quay Street", "It was agreed to grant permission."),
            ],
            id="sub-items under a group heading, one of them named after an old minute",
        ),
        pytest.param(
            WITHOUT_NUMBERS,
            "moderngov-decisions",
            [
                (None, "Recommendation I - Pier Lease", "The Committee recommended a new lease."),
                ("1", "Apologies for Absence", "There were none."),
                ("2", "Planning Applications", "The Committee considered the following applications."),
                (
                    None,
                    "Net Loft, Quay Street",
                    "Decision:\nThat permission be granted.\nIt was agreed to grant permission.",
                ),
                (
                    None,
                    "Tide Lane",
                    "It was agreed to refuse permission.\nThe Chairman thanked the officers.\nThere was nothing more.",
                ),
            ],
            id="items without a number, each with a 'Minutes:' of its own",
        ),
        pytest.param(
            BARE_ROWS,
            "moderngov-rows",
            [
                (None, "Apologies for absence", "There were none."),
                (None, "Minutes of the last meeting", "The minutes were approved."),
                (None, "APPLICATIONS FOR DECISION", "See attached document"),
                (None, "4 QUAY STREET", "RESOLVED that permission be granted."),
            ],
            id="a row with nothing minuted, and an application",
        ),
        pytest.param(
            LABELS_BELOW,
            "moderngov-rows",
            [
                (None, "APOLOGIES AND SUBSTITUTE MEMBERS", "There were no apologies."),
                (None, "HEARING OF THE FERRYMAN", "The ferryman spoke."),
                (None, "Declarations of Interest", "Decision:\n None were made.\n The Chair asked for interests."),
                (None, "Dog Bin Policy", "RESOLVED that the policy be agreed."),
            ],
            id="'Minutes:' on lines of their own, decision and minutes in one row",
        ),
        pytest.param(
            LOST_LABELS,
            "unnumbered",
            [
                (
                    None,
                    "Minutes",
                    "To approve the minutes of the meeting held on 8 March 2022.\nThe Board approve the minutes.",
                ),
                (
                    None,
                    "Steps and Lamps",
                    "Report of the Director of Piers.\nThe Board was told that the lamps were lit. It was agreed to mend the steps.",
                ),
            ],
            id="what the agenda says below a title is no heading",
        ),
        pytest.param(
            ISSUE_HEAD,
            "moderngov-decisions",
            [
                (
                    None,
                    "RULES FOR DRIVERS OF DONKEYS",
                    "Decision:\nRESOLVED that the rules be approved.\nThe Beach Officer told of the donkeys.",
                )
            ],
            id="an issue whose title stands at the head alone",
        ),
        pytest.param(
            ONE_PAPER,
            "moderngov-item",
            [
                (
                    "5",
                    "List of Key Decisions",
                    "The Beach Officer advised that there were none.\nRESOLVED that the list be noted.",
                )
            ],
            id="one number with its paper",
        ),
        pytest.param(
            PAGE_TWICE,
            "moderngov-item",
            [
                (
                    None,
                    None,
                    "To consider a report by the Beach Officer.\nThe Beach Officer was thanked. RESOLVED that the report be noted.",
                )
            ],
            id="a page that calls itself an agenda item twice",
        ),
        pytest.param(
            WRAPPED_ROWS,
            "moderngov-rows",
            [
                (
                    None,
                    "Minutes of the Previous Meeting",
                    "Decision:\n The minutes were approved as an accurate record.",
                ),
                (None, "Steps Annual Report", "Decision:\n Following scrutiny, members noted the report"),
                (None, "Topics to come", "Decision:\n Members agreed to look at the lamps."),
                (None, "ADJOURNED: Right of a ferryman to keep his licence", "The ferryman spoke."),
            ],
            id="rows whose lines are wrapped",
        ),
        pytest.param(
            ONE_ROW,
            "moderngov-rows",
            [
                (
                    None,
                    "Request for a Special Meeting",
                    "The Council had the request before it.\nThe Council resolved:- to adjourn.",
                )
            ],
            id="a table of one row",
        ),
        pytest.param(
            BARE_OUTCOME,
            "moderngov-issue",
            [
                (
                    None,
                    "Pier repairs",
                    "That the report be accepted.\nThe engineer reported that the steps were worn.",
                )
            ],
            id="an issue that has lost number and labels",
        ),
        pytest.param(
            TWO_LABELS,
            "moderngov-decisions",
            [(None, "Pier Budget", "Decision:\n1.\tto set a budget of £4\n2.\tto mend the steps")],
            id="the page of one item with two labels",
        ),
        pytest.param(
            NO_LABELS,
            "moderngov-item",
            [
                (
                    None,
                    "Apologies and Changes in Membership (if any)",
                    "To note any changes in membership of the Panel.\nIt was noted that Councillor Penn had left the Panel.",
                )
            ],
            id="the page of one item without name or labels",
        ),
        pytest.param(
            ELECTED,
            "moderngov-decisions",
            [
                (
                    None,
                    "To Elect the Harbour Reeve for 2022/2023",
                    "Decision:\nThat Councillor Penn be elected as Harbour Reeve.",
                )
            ],
            id="a title that asks, and what the agenda asks below it",
        ),
        pytest.param(
            POINTS,
            "moderngov-page",
            [
                ("1", "Introductions", "1.1 The Chair welcomed members."),
                (
                    "2",
                    "Lamps: evidence of the lamplighters",
                    "2.1 The Committee received evidence from the lamplighters of Gullhaven.",
                ),
                ("3", "Steps", "3.1 The Committee noted the steps."),
            ],
            id="numbered paragraphs are no items",
        ),
    ],
)
def test_the_items_of_a_flattened_page(text: str, layout: str, expected: list[tuple[str, str, str]]) -> None:
    document = segment(text, load())
    assert document.layout == layout
    shown = [(s.number, s.title, document.view.text[s.lo : s.hi].strip()) for s in document.sections]
    assert shown == expected
