"""A decision printed twice is one, and to see so takes linear time."""

from __future__ import annotations

import pytest

from minutes_extract.parse.repeated import unrepeated
from minutes_extract.pipeline import extract
from minutes_extract.records import Clause, Decision
from tests.timing import LINEAR, Work, power


def decisions(text: str) -> list[Decision]:
    """Each line of a text as a decision of one clause."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        place = (start, start + len(line) - 1)
        found.append(Decision(place, "resolution", None, "rule", [Clause(place, None, None, "rule")], None))
        start += len(line)
    return found


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["That the ford at Gullhaven be mended", "That the ford at Gullhaven be mended."], [0]),
        (["That the ford at Gullhaven be mended", "That the mill at Pellow be sold to the miller"], [0, 1]),
        (["Permission be granted", "Permission be granted"], [0, 1]),
        (["That planning permission be granted 22/0341", "That planning permission be granted 22/0341"], [0]),
        (["That the minutes of 5 April be approved", "That the minutes of 12 April be approved"], [0, 1]),
    ],
    ids=["twice", "two matters", "too short to tell", "a number within", "two days"],
)
def test_which_decisions_stay(lines: list[str], kept: list[int]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    found = decisions(text)
    assert unrepeated(text, found) == [found[k] for k in kept]


WHOLE = """\
That the following actions be taken with respect to the library:

a) the letter dated 3 May from its board BE RECEIVED; and

b) Mayor J. Quill BE APPOINTED to the board for the term.
"""
PARTED = f"""\
Harbour Council, 4 May 2022

1. Apologies for absence

There were none.

2. Library

Motion made by S. Lund

{WHOLE}
Motion made by S. Lund

That the following actions be taken with respect to the library:

a) the letter dated 3 May from its board BE RECEIVED;

> |Yeas:|
> |-|
> |Mayor J. Quill|
> |S. Lund|

> **Motion Passed (2 to 0)**

Motion made by S. Lund

That the following actions be taken with respect to the library:

b) Mayor J. Quill BE APPOINTED to the board for the term.

> |Yeas:|Nays:|
> |-|-|
> |S. Lund|Mayor J. Quill|

> **Motion Passed (1 to 1)**

Item 2 reads as follows:

{WHOLE}"""


def test_a_motion_that_is_put_in_parts_is_its_parts() -> None:
    decisions = [decision for item in extract(PARTED).items for decision in item.decisions]
    told = [
        ([clause.label for clause in d.clauses], d.vote and (d.vote.counts.yes, d.vote.counts.no)) for d in decisions
    ]
    assert told == [(["a)"], (2, 0)), (["b)"], (1, 1))]


def test_the_fuller_print_stays_in_its_place() -> None:
    text = "That the ford at Gullhaven be mended\nThat the mill be sold to the miller\n" * 2
    ford, mill, again, more = decisions(text)
    fuller = Decision((again.place[0], more.place[1]), "resolution", None, "rule", again.clauses + more.clauses, None)
    other = Decision(mill.place, "resolution", None, "rule", [Clause((44, 60), None, None, "rule")], None)
    assert unrepeated(text, [ford, other, fuller]) == [other, fuller]


def test_an_application_between_parts_them() -> None:
    text = "That planning permission be granted\nApplication 22/0341\nThat planning permission be granted\n"
    first, _, second = decisions(text)
    assert unrepeated(text, [first, second]) == [first, second]


def test_time_grows_with_the_number_of_decisions_only() -> None:
    def work(count: int) -> Work:
        text = "".join(f"That the ford of number {k * 7919} in the lane be mended\n22/{k:04}\n" for k in range(count))
        found = decisions(text)[::2]
        return lambda: unrepeated(text, found)

    assert power(work, 250) < LINEAR
