"""The operative verb of a clause."""

from __future__ import annotations

import pytest

from minutes_extract.parse.verbs import verbs
from minutes_extract.rules import load


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("Cllr Penn proposed accepting the quote.", "accept"),
        ("Motion made by Penn to hire a clerk for the summer.", "hire"),
        ("That the lane be defined as a green way.", "define"),
        ("That a licence be required of each mooring.", "require"),
        ("That the moorings be upgraded by the summer.", "upgrade"),
        ("That the old lamps be repaired.", "repair"),
        ("That the fee be contributed by the county.", "contribute"),
        ("That the trees be planted in the autumn.", "plant"),
        ("That the beds be trimmed.", "trim"),
        ("That the days be varied.", "vary"),
        ("That the land be zoned for housing.", "zone"),
        ("That oversight be focused on the quay.", "focus"),
        ("That the wall be treated with lime.", "treat"),
    ],
)
def test_a_participle_that_no_list_knows(clause: str, verb: str) -> None:
    assert verbs(load()).operative(clause) == verb


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("That the following remain in attendance for this item.", "remain"),
        ("That the Council recess at this time, for 5 minutes.", "recess"),
    ],
)
def test_a_verb_in_its_base_form(clause: str, verb: str) -> None:
    assert verbs(load()).operative(clause) == verb


def test_what_leads_up_to_noting_does_not_count() -> None:
    assert verbs(load()).operative("The Committee considered and noted the work programme.") == "note"
