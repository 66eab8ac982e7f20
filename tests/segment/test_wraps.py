"""Line breaks: which part paragraphs, and which are only the edge of a page."""

from __future__ import annotations

import pytest

from minutes_extract.segment.lines import read_lines
from minutes_extract.segment.wraps import continues, single_space, wrap_width

WRAPPED = """\
The Committee received the report of the harbour engineer on the
state of the north pier, which had been damaged by the storm that
crossed the estuary in the first week of the year. The engineer
described the repair of the steps and of the two lamps, and told
members that the cost would be met from the reserve.
"""
WIDTH = 62


def test_the_width_of_wrapped_lines() -> None:
    assert 55 <= wrap_width(read_lines(WRAPPED)) <= 70


def test_the_width_of_a_page_in_capitals() -> None:
    page = "TRUSTEE ORRIN MOTIONED TO AUTHORIZE THE PURCHASE OF\nA PUMP FOR THE SUM OF NINETY POUNDS TO BE PAID IN THE\nYEAR.\n"
    assert wrap_width(read_lines(page * 2)) > 40


def test_one_paragraph_a_line_has_no_width() -> None:
    assert wrap_width(read_lines("The pier was closed.\nThe lamps were lit.\nThe tide was low.\n" * 5)) == 0


@pytest.mark.parametrize(
    ("before", "line", "width", "joined"),
    [
        pytest.param("The engineer described the repair of the steps and of", "the lamps.", WIDTH, True, id="wrapped"),
        pytest.param(
            "That the minutes of 4 May be", "\nagreed as a record.", 0, True, id="an empty line inside a sentence"
        ),
        pytest.param("The pier was closed", "\nin winter.", 0, False, id="an empty line behind a whole sentence"),
        pytest.param(
            "The engineer described the repair of the steps and of the", "Lamps Trust.", WIDTH, True, id="capital"
        ),
        pytest.param(
            "The pier was closed for the whole of the winter season and", "(a) the steps", WIDTH, False, id="a label"
        ),
        pytest.param(
            "The pier was closed for the whole of the winter season and", "RESOLVED: that", WIDTH, False, id="a cue"
        ),
        pytest.param("The pier was closed for the whole of the winter and", "• the steps", WIDTH, False, id="a bullet"),
        pytest.param("The pier was closed.", "The lamps were lit.", WIDTH, False, id="a short line that ends"),
        pytest.param("The pier was closed.", "The lamps were lit.", 0, False, id="not wrapped"),
        pytest.param(
            "Nobody knows who owns the slipway. It was resolved that", "NB would ask.", 0, True, id="hangs, not wrapped"
        ),
        pytest.param(
            "That the minutes of the Extraordinary Harbour Council",
            "Meeting be confirmed.",
            0,
            True,
            id="words of a motion",
        ),
        pytest.param("That the Harbour Board", "Exclude the public", 0, False, id="a short line over its points"),
        pytest.param(
            "Member Orton moved to approve the minutes of the meeting of May 4,",
            "Harbour Panel.",
            0,
            True,
            id="a comma",
        ),
        pytest.param("Action by the", "Clerk", 0, False, id="a short line that hangs may be a cell"),
        pytest.param(
            "The pier was closed to the public for", "the whole winter.", 0, True, id="low letter, not wrapped"
        ),
        pytest.param("The Clerk asked (for the third time", "Mr Oake) to write.", WIDTH, True, id="an open bracket"),
        pytest.param(
            "Apologies were received from Councillor Ada Quill and Councillor Thomas",
            "Oake, Councillor Bo Marsh and Mr Ray Hall.",
            0,
            True,
            id="a name over the end of the line",
        ),
        pytest.param(
            "The public were excluded under Section 100A(4) of the Local Government",
            "Act 1972 for the next item.",
            0,
            True,
            id="an Act over the end of the line",
        ),
        pytest.param("Councillor Ada Quill", "Oake, Mr Ray Hall", 0, False, id="short lines of a list"),
        pytest.param("It met on 4", "th May.", 0, True, id="an ending of a number set apart"),
        pytest.param(
            "The pier was closed to all who came there until", "\nthe spring.", WIDTH, True, id="over the end of a page"
        ),
        pytest.param("The pier was closed to all who came there.", "\nthe spring.", WIDTH, False, id="an empty line"),
    ],
)
def test_does_a_line_go_on(before: str, line: str, width: int, joined: bool) -> None:
    first, second = read_lines(f"{before}\n{line}\n")
    assert continues(first, second, width) is joined


def test_empty_lines_behind_every_line_part_nothing() -> None:
    spaced = read_lines(WRAPPED.replace("\n", "\n\n") * 3)
    single_space(spaced)
    assert all(line.blanks == 0 for line in spaced)


def test_empty_lines_between_paragraphs_stay() -> None:
    lines = read_lines("The pier was closed for the winter.\n\n" * 14)
    single_space(lines)
    assert [line.blanks for line in lines[1:]] == [1] * 13
