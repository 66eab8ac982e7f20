"""What counts as right: the record of a perfect extractor, spoilt in one place at a time."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from eval.compare import compare
from eval.corpus import Document
from eval.counts import TASKS, Counts, headline_of, task_mean
from eval.flat import Minutes
from eval.flatten import flatten

Record = dict[str, Any]


@pytest.fixture
def document(add_sample: Callable[..., Document]) -> Document:
    return add_sample()


def test_a_perfect_record_has_full_marks_in_every_task(document: Document, record: Record) -> None:
    sheet = compare(document.gold, flatten(record))
    assert sheet.differences == []
    assert sheet.counts.keys() == set(TASKS)
    for task, counts in sheet.counts.items():
        assert counts == Counts(*[counts.gold] * 5), task
        assert counts.gold > 0, task


def _decision(record: Record) -> Record:
    decision: Record = record["items"][0]["decisions"][0]
    return decision


def _clause(record: Record) -> Record:
    clause: Record = _decision(record)["clauses"][0]["clauses"][0]
    return clause


def _action(record: Record) -> Record:
    action: Record = record["items"][0]["actions"][0]
    return action


SPOILT: list[tuple[str, Callable[[Record], object], str, Counts]] = [
    ("date-wrong", lambda r: r["meeting"].update(date="2021-05-05"), "meeting", Counts(2, 2, 2, 1, 1)),
    ("date-missed", lambda r: r["meeting"].update(date=None), "meeting", Counts(2, 1, 1, 1, 1)),
    ("end-invented", lambda r: r["meeting"].update(end_time="21:00"), "meeting", Counts(2, 3, 2, 2, 2)),
    ("body-nearly", lambda r: r["meeting"].update(body="Tollgate Ferry Comittee"), "meeting", Counts(2, 2, 2, 2, 1)),
    ("item-number-lost", lambda r: r["items"][0].update(number=None), "items", Counts(2, 2, 2, 1, 1)),
    ("item-title-torn", lambda r: r["items"][0].update(title="Ferry Timetables."), "items", Counts(2, 2, 2, 2, 1)),
    ("item-invented", lambda r: r["items"].append({"number": "9", "title": "Boats"}), "items", Counts(2, 3, 2, 2, 2)),
    ("nameless-item", lambda r: r["items"].append({"number": None, "title": None}), "items", Counts(2, 2, 2, 2, 2)),
    ("item-kind", lambda r: r["items"][0].update(kind="other"), "item_kind", Counts(2, 2, 2, 1, 1)),
    ("forename-lost", lambda r: r["people"][0].update(name="Wren"), "people", Counts(2, 2, 2, 2, 1)),
    ("forename-wrong", lambda r: r["people"][0].update(name="C. Wren"), "people", Counts(2, 2, 2, 1, 1)),
    ("person-missed-takes-attendance", lambda r: r["people"][0].update(name="Q"), "attendance", Counts(2, 1, 1, 1, 1)),
    ("person-missed-takes-roles", lambda r: r["people"][0].update(name="Q"), "roles", Counts(1, 0, 0, 0, 0)),
    ("attendance", lambda r: r["people"][0].update(attendance="absent"), "attendance", Counts(2, 2, 2, 1, 1)),
    ("role-near", lambda r: r["people"][0].update(roles=["Chairing"]), "roles", Counts(1, 1, 1, 0, 0)),
    ("post-missed", lambda r: r["people"].pop(), "role_only_people", Counts(1, 0, 0, 0, 0)),
    (
        "clause-too-long",
        lambda r: _clause(r).update(text="That the timetable be approved. Members then went to look at it."),
        "clauses",
        Counts(1, 1, 1, 0, 0),
    ),
    (
        "clause-with-cue",
        lambda r: _clause(r).update(text="Resolved: That the timetable be approved"),
        "clauses",
        Counts(1, 1, 1, 1, 1),
    ),
    (
        "clause-typo",
        lambda r: _clause(r).update(text="That the time table be approved."),
        "clauses",
        Counts(1, 1, 1, 1, 0),
    ),
    (
        "clause-in-wrong-item",
        lambda r: r["items"][1].update(decisions=r["items"][0].pop("decisions")),
        "clauses",
        Counts(1, 1, 0, 0, 0),
    ),
    ("clause-in-unknown-item", lambda r: r["items"][0].update(title="Lighthouses"), "clauses", Counts(1, 1, 0, 0, 0)),
    ("verb", lambda r: _clause(r).update(verb="note"), "clause_verb", Counts(1, 1, 1, 0, 0)),
    ("type", lambda r: _decision(r).update(type="recommendation"), "decision_type", Counts(1, 1, 1, 0, 0)),
    (
        "mover-and-seconder-swapped",
        lambda r: _decision(r).update(moved_by="p1", seconded_by="p2"),
        "movers",
        Counts(3, 3, 3, 1, 1),
    ),
    ("votes-lost", lambda r: _decision(r).update(vote=None), "votes", Counts(1, 0, 0, 0, 0)),
    (
        "votes-nought-for-unsaid",
        lambda r: _decision(r)["vote"]["counts"].update(abstain=0),
        "votes",
        Counts(1, 1, 1, 1, 0),
    ),
    ("votes-miscounted", lambda r: _decision(r)["vote"]["counts"].update(no=0), "votes", Counts(1, 1, 1, 0, 0)),
    ("voter-option", lambda r: _decision(r)["vote"]["votes"][0].update(option="yes"), "voters", Counts(1, 1, 1, 0, 0)),
    ("motion-text-only", lambda r: r["items"][0]["motions"][0].update(moved_by=None), "motions", Counts(1, 1, 1, 1, 1)),
    (
        "motion-mover-only",
        lambda r: r["items"][0]["motions"][0].update(text="something else"),
        "motions",
        Counts(1, 1, 1, 1, 0),
    ),
    ("motion-type", lambda r: r["items"][0]["motions"][0].update(type="motion"), "motions", Counts(1, 1, 1, 0, 0)),
    ("action-not-marked", lambda r: _action(r).update(explicit=False), "actions_explicit", Counts(1, 0, 0, 0, 0)),
    (
        "action-not-marked-is-spurious",
        lambda r: _action(r).update(explicit=False),
        "actions_implicit",
        Counts(1, 2, 1, 1, 1),
    ),
    ("owner-lost", lambda r: _action(r).update(owners=[]), "action_owner", Counts(2, 1, 1, 1, 1)),
    (
        "owner-unresolved-but-printed",
        lambda r: _action(r).update(owners=[{"name": "The Clerk", "person": None}]),
        "action_owner",
        Counts(2, 2, 2, 2, 2),
    ),
    (
        "owner-respelt",
        lambda r: _action(r).update(owners=[{"name": "Clerks", "person": None}]),
        "action_owner",
        Counts(2, 2, 2, 2, 1),
    ),
    (
        "owner-invented",
        lambda r: _action(r)["owners"].append({"name": "Ashdown", "person": "p2"}),
        "action_owner",
        Counts(2, 3, 2, 2, 2),
    ),
    ("due-wrong", lambda r: _action(r).update(due={"text": "in autumn"}), "action_due", Counts(1, 1, 1, 0, 0)),
    (
        "declaration-class",
        lambda r: r["items"][1]["declarations"][0].update(interest="other"),
        "declaration_interest",
        Counts(1, 1, 1, 0, 0),
    ),
    (
        "declaration-by-another",
        lambda r: r["items"][1]["declarations"][0].update(person="p2"),
        "declarations",
        Counts(1, 1, 0, 0, 0),
    ),
    (
        "movement-type",
        lambda r: r["people"][1]["movements"][0].update(type="arrived"),
        "movements",
        Counts(1, 1, 1, 0, 0),
    ),
    ("movement-time", lambda r: r["people"][1]["movements"][0].update(time=None), "movements", Counts(1, 1, 1, 1, 0)),
]


@pytest.mark.parametrize(("spoil", "task", "counts"), [pytest.param(*row[1:], id=row[0]) for row in SPOILT])
def test_spoilt(
    document: Document, record: Record, spoil: Callable[[Record], object], task: str, counts: Counts
) -> None:
    spoil(record)
    sheet = compare(document.gold, flatten(record))
    assert sheet.counts[task] == counts


def test_each_task_is_spoilt_somewhere() -> None:
    assert {task for _, _, task, _ in SPOILT} == set(TASKS)


def test_differences_say_what_and_where(document: Document, record: Record) -> None:
    record["items"][0]["decisions"] = []
    record["items"][1]["kind"] = "other"
    sheet = compare(document.gold, flatten(record))
    said = {(difference.task, difference.kind, difference.detail) for difference in sheet.differences}
    assert ("clauses", "missed", "[item 0] That the timetable be approved.") in said
    assert ("item_kind", "wrong", "2 | Interests: gold 'declarations', got 'other'") in said


@pytest.mark.parametrize(
    "section", ["meeting", "people", "movements", "decisions", "motions", "actions", "declarations"]
)
def test_a_section_that_gold_leaves_out_is_not_scored(document: Document, record: Record, section: str) -> None:
    whole = compare(document.gold, flatten(record)).counts
    part = compare(document.gold.model_copy(update={section: None}), flatten(record)).counts
    assert part.keys() < whole.keys()


def test_nothing_found_misses_everything(document: Document) -> None:
    counts = compare(document.gold, Minutes()).counts
    assert counts["items"] == Counts(gold=2)
    assert all(row.found == row.correct == 0 for row in counts.values())


def test_scores_are_means_over_documents_then_tasks() -> None:
    long, short = {"items": Counts(9, 9, 9, 9, 9)}, {"items": Counts(1, 1, 0, 0, 0), "people": Counts(1, 1, 1, 1, 1)}
    assert task_mean([long, short], "items") == 0.5
    assert task_mean([long, short], "people") == 1.0
    assert task_mean([long, short], "votes") is None
    assert headline_of({"items": 0.5, "people": 1.0, "votes": None, "item_kind": 0.0}) == 0.75


def test_flatten_leaves_the_record_alone(record: Record) -> None:
    before = copy.deepcopy(record)
    flatten(record)
    assert record == before
