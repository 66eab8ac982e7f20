"""Movers and seconders in the dress of many clerks: what they carried is a decision with both names."""

from __future__ import annotations

import pytest

from tests.parse.reading import business

TOLD: list[tuple[str, list[str]]] = [
    ("Penn/Oduya moved to pay the bills. Carried.", ["Penn/Oduya moved to pay the bills."]),
    ("M/S Penn/Oduya to pay the bills. Carried 5-0.", ["M/S Penn/Oduya to pay the bills."]),
    ("Motion by Cllr Penn, 2nd Cllr Oduya, to pay the bills. Carried.", ["Motion by Cllr Penn, 2nd Cllr Oduya, to pay the bills."]),
    ("Motion to pay the bills: Penn. Second: Oduya. All in favor.", ["Motion to pay the bills: Penn."]),
    ("The motion to pay the bills, made by Penn and seconded by Oduya, carried 3-0.",
     ["The motion to pay the bills, made by Penn and seconded by Oduya, carried 3-0."]),
    ("With a motion by Penn and a second by Oduya, the council voted to pay the bills.",
     ["With a motion by Penn and a second by Oduya, the council voted to pay the bills."]),
    ("The Clerk called for a motion to adjourn. Penn so moved. Oduya seconded. All ayes.", ["The Clerk called for a motion to adjourn."]),
    ("The Clerk asked for permission to sell the boat. Motion by Penn, 2nd by Oduya. Passed 5-0.", ["The Clerk asked for permission to sell the boat."]),
    ("Moved by Cllr Penn, seconded by Cllr Oduya. That the bills be paid. CARRIED 7/2", ["That the bills be paid."]),
    ("Moved by: Penn Seconded by: Oduya\n\nThat the bills be paid.\n\nCarried", ["That the bills be paid."]),
    ("Moved Cllr Penn, seconded Cllr Oduya\n\n1. That the report be received.\n\n2. That the bills be paid.\n\nCarried",
     ["That the report be received.", "That the bills be paid."]),
    ("Cllr Penn moved to adopt RESOLUTION NO. 2021-4 ON PAY. Second by Cllr Oduya. Approved 5-0.", ["Cllr Penn moved to adopt RESOLUTION NO. 2021-4 ON PAY."]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "clauses"), TOLD, ids=[told[:40] for told, _ in TOLD])
def test_movers_are_read(told: str, clauses: list[str]) -> None:
    decisions, motions = business(told)
    assert [(d["clauses"], d["by"], d["second"]) for d in decisions] == [(clauses, "Ivy Penn", "Tom Oduya")]
    assert motions == []


def test_what_carried_a_motion_is_not_its_words() -> None:
    decisions, motions = business(
        "Cllr Penn moved approval of the bills. Cllr Oduya seconded the motion, which carried by the following vote: Ayes: Penn, Oduya. Noes: Quill."
    )
    assert [(d["clauses"], d["by"], d["second"]) for d in decisions] == [
        (["approval of the bills."], "Ivy Penn", "Tom Oduya")
    ]
    assert motions == []


def test_rivals_are_no_decisions_and_the_chosen_one_keeps_the_proposer() -> None:
    decisions, motions = business(
        "Cllr Quill was proposed by Cllr Penn and seconded by Cllr Oduya.\n\nCllr Marsh was proposed by Cllr Oduya and seconded by Cllr Penn.\n\n"
        "A vote was taken. The outgoing Mayor declared Cllr Quill elected."
    )
    assert [(d["clauses"], d.get("by")) for d in decisions] == [
        (["The outgoing Mayor declared Cllr Quill elected."], "Ivy Penn")
    ]
    assert motions == []


def test_a_second_trustee_is_no_post() -> None:
    decisions, _ = business("Motion by Cllr Penn, 2nd Cllr Nobody, to pay the bills. The motion failed.")
    assert decisions == []
