"""The kind of an item: from its heading, from its parent, from what its body says."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment
from minutes_extract.segment.titles import stock_titles

FRAME = """\
HARBOUR COMMITTEE

Minutes of the meeting held on 4 May 2022

1. Minutes

The minutes were approved.

2. {title}

{body}

3. Finance

Nothing was spent.
"""
AGREED = "It was agreed to wait."


def kinds(title: str, body: str) -> list[str]:
    return [section.kind for section in segment(FRAME.format(title=title, body=body), load()).sections]


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        pytest.param("Chairman\u2019s Report", AGREED, "announcements", id="curly apostrophe"),
        pytest.param("Minute of previous meeting", AGREED, "minutes", id="one minute"),
        pytest.param("Election of Joint Pier Panel Chair", AGREED, "election", id="the chair of any body"),
        pytest.param("Election Expenses of the Chair", AGREED, "other", id="an election is no heading of its costs"),
        pytest.param(
            "To declare any personal and/or prejudicial interest", AGREED, "declarations", id="in other words"
        ),
        pytest.param("Answer to a petition on dredging", AGREED, "other", id="one word in the middle is no heading"),
        pytest.param("Buoys and Planning", AGREED, "planning", id="the last of two"),
        pytest.param("Harbour Panel - October Minutes for noting", AGREED, "minutes", id="minutes anywhere"),
        pytest.param("Harbour lights", AGREED, "other", id="a subject, and a decision"),
        pytest.param("Harbour lights", "The Clerk reported that they burn.", "report", id="someone reports"),
        pytest.param("Harbour lights", "The Clerk reported rust. " + AGREED, "other", id="reported, then decided"),
        pytest.param("Harbour lights", "That Council receives the report.", "report", id="a report is received"),
        pytest.param("Harbour lights", "The Committee considered the lamps.", "report", id="the body considers"),
        pytest.param("Harbour lights pdf icon PDF 97 KB", AGREED, "report", id="a report hangs behind the title"),
        pytest.param("APPLICATION 22/0041/FUL Net Loft", AGREED, "planning", id="an application"),
    ],
)
def test_the_kind_of_an_item(title: str, body: str, kind: str) -> None:
    assert kinds(title, body) == ["minutes", kind, "other"]


def test_a_sub_item_is_of_the_kind_of_its_parent() -> None:
    body = "a) Slipway\n\nMr Penn moved that it be cleaned.\n\nb) Buoys\n\nMr Marsh moved that they be painted."
    assert kinds("Notices of motion", body) == ["minutes", "motion", "motion", "motion", "other"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Apologies for Absence were received", len("Apologies for Absence")),
        ("Apologies for Absence", len("Apologies for Absence")),  # a longer stock heading begins with the same word
        ("To receive the minutes", len("To receive the minutes")),
        ("Pier repairs", None),
    ],
)
def test_where_a_stock_heading_ends(text: str, ends: int | None) -> None:
    assert stock_titles(load()).begins(text, 0) == ends
