"""How a page is printed does not change what it says: other wraps, line ends, quotes and spaces, the same records."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from minutes_extract import Minutes, extract
from minutes_extract.spans import fold, plain

# One paragraph a line, straight quotes, no page breaks.
TEXT = """\
GULLHAVEN HARBOUR COMMITTEE

Minutes of the meeting held in the Net Loft, Gullhaven on Wednesday 4 May 2022 at 7.00 pm.

Present: Councillor Ada Quill (Chair), Councillor Ben Marsh and Councillor Ivy Penn

In attendance: Tom Oduya, Harbour Master

41. Apologies for absence

Apologies were received from Councillor Nell Sallow.

42. Declarations of interest

Councillor Ivy Penn declared a personal interest in item 43 as a berth holder, and remained in the meeting.

43. Repair of the north pier

The Harbour Master presented the report of the surveyor, who had inspected the steps after the storm and found that "the iron is sound, but the timber is not", so that the lower landing could not be used until the summer.

The Harbour Master agreed to circulate the surveyor's letter to all members of the Committee by 1 June 2022.

RESOLVED: (i) That the repair of the steps be approved at a cost of not more than £4,500, to be met from the reserve for works;

(ii) That the Clerk be asked to thank the surveyor for the speed with which the inspection was carried out.

44. Date of next meeting

The Committee would meet again on Wednesday 1 June 2022.

The meeting closed at 8.31 pm.
"""


def wrapped(text: str, width: int = 68) -> str:
    return (
        "\n\n".join(textwrap.fill(block, width, break_on_hyphens=False) for block in text.strip().split("\n\n")) + "\n"
    )


def with_page_end(text: str) -> str:
    """A page ends in the middle of a sentence."""
    lines = wrapped(text).split("\n")
    cut = next(k for k, line in enumerate(lines) if "inspected" in line)
    assert lines[cut + 1][:1].islower()
    return "\n".join([*lines[: cut + 1], "", "Page 1 of 2", "", *lines[cut + 1 :]])


def curly(text: str) -> str:
    return text.replace(' "', " “").replace('",', "”,").replace("'", "’").replace(" - ", " – ")


CHANGES: list[Any] = [
    pytest.param(wrapped, id="re-wrapped"),
    pytest.param(lambda text: wrapped(text, 52), id="re-wrapped in a narrow column"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
    pytest.param(lambda text: text.replace("\n", "\r"), id="CR"),
    pytest.param(curly, id="curly quotes"),
    pytest.param(lambda text: text.replace(" ", "\u00a0"), id="non-breaking spaces"),
    pytest.param(lambda text: text.replace(". ", ".  "), id="two spaces behind a stop"),
    pytest.param(lambda text: text.replace("\n\n", "  \n \t\n"), id="white space at line ends"),
    pytest.param(lambda text: text.replace("\n\n", "\n\n\n\n"), id="more empty lines"),
    pytest.param(with_page_end, id="a page number in the middle of a sentence"),
    pytest.param(lambda text: "\n".join(f"    {line}" for line in text.split("\n")), id="indented"),
]


def said(minutes: Minutes) -> Any:
    """The record without its places, in plain characters."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            places = ("span", "mentions", "evidence", "header", "closing", "source")
            return {key: strip(inner) for key, inner in value.items() if key not in places}
        if isinstance(value, list):
            return [strip(inner) for inner in value]
        return fold(plain(value)).replace("Page 1 of 2 ", "") if isinstance(value, str) else value

    return strip(minutes.model_dump())


def test_the_document_says_something() -> None:
    minutes = extract(TEXT)
    assert [item.number for item in minutes.items] == ["41", "42", "43", "44"]
    (decision,) = minutes.items[2].decisions
    assert [clause.label for clause in decision.clauses] == ["(i)", "(ii)"]
    assert len(minutes.items[2].actions) == 1
    assert len(minutes.items[1].declarations) == 1
    assert minutes.meeting.end_time == "20:31"
    assert len(minutes.people) >= 5


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_records_from_another_print(change: Callable[[str], str]) -> None:
    changed = change(TEXT)
    assert changed != TEXT
    assert said(extract(changed)) == said(extract(TEXT))


def test_a_document_is_read_the_same_before_and_behind_another() -> None:
    other = TEXT.replace("Quill", "Lapwing").replace("Ada", "Dora").replace("Harbour Master", "Ferryman")
    first = extract(TEXT).model_dump_json()
    between = extract(other).model_dump_json()
    assert between != first
    assert extract(TEXT).model_dump_json() == first
