"""Which earlier meeting's minutes were approved."""

from __future__ import annotations

import pytest

from minutes_extract.link import Approval, Held, Series, Statement, approvals

COUNCIL = Series("gullhaven town council", "council")
PLANNING = Series("gullhaven town council", "planning committee")
HERE = Held("june", COUNCIL, "2021-06-08")
KNOWN = [
    HERE,
    Held("may", COUNCIL, "2021-05-11"),
    Held("may-planning", PLANNING, "2021-05-11"),
    Held("february", COUNCIL, "2021-02-01"),
    Held("early-march", COUNCIL, "2021-03-02"),
    Held("late-march", COUNCIL, "2021-03-30"),
    Held("last-year", COUNCIL, "2020-06-02"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minutes of the meeting held on 11 May 2021 were approved.", {"may": "11 May 2021"}),
        ("Minutes of 1st February\nAGREED as a correct record and signed.", {"february": "1st February"}),
        ("The minutes of the Planning Committee of 11 May 2021 were approved.", {"may-planning": "11 May 2021"}),
        ("Minutes of the May meeting\nThese were moved as correct by Cllr Penn.", {"may": "May"}),
        ("The minutes of 2 and 30 March 2021 were signed.", {"late-march": "30 March 2021"}),
        ("Minutes of the March meeting: approved.", {}),  # two
        ("The minutes of 11 May 2021 were not approved.", {}),
        ("The minutes of 11 May 2021 are deferred.", {}),
        ("The minutes of 4 May 2021 were approved.", {}),  # no such meeting in the folder
        ("The minutes of 8 June 2021 were approved.", {}),  # itself
        ("The minutes of the last meeting were approved.", {}),
    ],
)
def test_approvals(text: str, expected: dict[str, str]) -> None:
    found = list(approvals(KNOWN, [Statement(HERE, text, 500)]))
    assert all(isinstance(one, Approval) and one.meeting == "june" for one in found)
    assert {one.of: text[one.start - 500 : one.end - 500] for one in found} == expected
