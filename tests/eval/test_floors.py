"""The gate can fail, and each of its reasons is shown to be one."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.corpus import Document
from eval.floors import FloorsError, Snapshot, moves, read, shortfalls, snapshot, updated, write
from eval.run import Evaluation, evaluate

AddSample = Callable[..., Document]
Record = dict[str, Any]


@pytest.fixture
def poor(record: Record) -> Record:
    """The perfect record with one item less."""
    spoilt = copy.deepcopy(record)
    spoilt["items"].pop()
    return spoilt


def run_one(document: Document, record: Record) -> Evaluation:
    return evaluate([document], lambda _: record)


class TestGate:
    def test_a_run_reaches_its_own_floors(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        document = add_sample()
        for found in (record, poor):
            evaluation = run_one(document, found)
            assert shortfalls(evaluation, snapshot(evaluation)) == []

    def test_below_a_floor(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        document = add_sample()
        said = shortfalls(run_one(document, poor), snapshot(run_one(document, record)))
        assert "items: 0.6666 is below the floor of 1.0000" in said
        assert any(line.startswith("headline: ") for line in said)

    def test_above_a_floor(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        document = add_sample()
        assert shortfalls(run_one(document, record), snapshot(run_one(document, poor))) == []

    @pytest.mark.parametrize("task", ["headline", "items", "clause_verb"])
    def test_a_floor_raised_above_the_score(self, add_sample: AddSample, record: Record, task: str) -> None:
        evaluation = run_one(add_sample(), record)
        floors = snapshot(evaluation)
        raised = {"headline": 1.1} if task == "headline" else {"tasks": {**floors.tasks, task: 1.1}}
        said = shortfalls(evaluation, floors.model_copy(update=raised))
        assert said == [f"{task}: 1.0000 is below the floor of 1.1000"]

    def test_a_task_on_which_nothing_is_scored_any_more(self, add_sample: AddSample, record: Record) -> None:
        evaluation = run_one(add_sample(motions=[]), {})
        floors = snapshot(evaluation).model_copy(update={"tasks": {"motions": 0.5}})
        assert "motions: nothing was scored, the floor is 0.5000" in shortfalls(evaluation, floors)

    def test_a_spurious_record_that_goes_away_is_welcome(self, add_sample: AddSample, record: Record) -> None:
        document = add_sample(movements=[])
        floors = snapshot(run_one(document, record))
        assert floors.tasks["movements"] == 0.0
        record["people"][1]["movements"] = []
        assert shortfalls(run_one(document, record), floors) == []

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            (["old"], ["old", "young"], "young is new"),
            (["old", "young"], ["old"], "young is gone"),
        ],
    )
    def test_a_corpus_that_changed(
        self, add_sample: AddSample, record: Record, before: list[str], after: list[str], said: str
    ) -> None:
        documents = {name: add_sample(name) for name in ("old", "young")}
        was, now = (evaluate([documents[name] for name in names], lambda _: record) for names in (before, after))
        assert [line.split(" since")[0] for line in shortfalls(now, snapshot(was))] == [said]

    def test_a_document_that_changed(self, add_sample: AddSample, record: Record) -> None:
        floors = snapshot(run_one(add_sample(), record))
        said = shortfalls(run_one(add_sample(actions=[]), record), floors)
        assert said[0] == "tollgate has changed since the floors were set: accept it with --update"

    def test_an_ungrounded_record(self, add_sample: AddSample, record: Record) -> None:
        document = add_sample()
        floors = snapshot(run_one(document, record))
        record["items"][0]["actions"][0]["span"]["end"] -= 1
        said = shortfalls(run_one(document, record), floors)
        assert said == ["tollgate: 1 ungrounded, first at .items[0].actions[0]"]


class TestCrash:
    @staticmethod
    def crash(document: Document) -> Record:
        raise RecursionError("too deep")

    def test_is_a_full_miss(self, add_sample: AddSample) -> None:
        evaluation = evaluate([add_sample()], self.crash)
        assert evaluation.headline() == 0.0
        assert evaluation.micro("items").gold == 2
        assert evaluation.failures() == {"tollgate": "RecursionError: too deep"}

    def test_shuts_the_gate_even_where_gold_is_empty(self, add_sample: AddSample) -> None:
        sections = ("people", "items", "decisions", "motions", "actions", "declarations", "movements")
        nothing: dict[str, list[object]] = {section: [] for section in sections}
        evaluation = evaluate([add_sample(meeting={}, **nothing)], self.crash)
        assert evaluation.headline() is None
        assert shortfalls(evaluation, snapshot(evaluation)) == ["tollgate: extraction failed: RecursionError: too deep"]

    def test_a_record_out_of_shape_counts_as_one(self, add_sample: AddSample) -> None:
        evaluation = run_one(add_sample(), {"items": [{"number": 7, "title": None}]})
        assert "ValidationError" in evaluation.failures()["tollgate"]

    def test_leaves_the_other_documents_alone(self, add_sample: AddSample, record: Record) -> None:
        good, bad = add_sample("good"), add_sample("bad")
        evaluation = evaluate([good, bad], lambda document: record if document is good else self.crash(document))
        assert evaluation.by_headline() == [("bad", 0.0), ("good", 1.0)]
        assert evaluation.task("items") == 0.5


class TestUpdate:
    def test_sets_and_raises(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        document = add_sample()
        low = updated(run_one(document, poor), None)
        high = updated(run_one(document, record), low)
        assert low.headline < high.headline == 1.0

    def test_refuses_to_lower(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        document = add_sample()
        floors = snapshot(run_one(document, record))
        with pytest.raises(FloorsError, match=r"only rise(.|\n)*items: 0\.6666 is below the floor of 1\.0000"):
            updated(run_one(document, poor), floors)

    def test_a_gain_elsewhere_does_not_pay_for_a_loss(
        self, add_sample: AddSample, record: Record, poor: Record
    ) -> None:
        document = add_sample()
        other = copy.deepcopy(record)
        other["meeting"]["date"] = None
        with pytest.raises(FloorsError, match="meeting"):
            updated(run_one(document, other), snapshot(run_one(document, poor)))

    def test_takes_in_a_harder_sample(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        old, hard = add_sample("old"), add_sample("hard")
        floors = snapshot(run_one(old, record))
        evaluation = evaluate([old, hard], lambda document: record if document is old else poor)
        assert updated(evaluation, floors).headline < floors.headline

    def test_refuses_a_new_sample_that_hides_a_loss_on_an_old_one(
        self, add_sample: AddSample, record: Record, poor: Record
    ) -> None:
        old, easy = add_sample("old"), add_sample("easy")
        half = evaluate([old], lambda _: record)
        evaluation = evaluate([old, easy], lambda document: poor if document is old else record)
        with pytest.raises(FloorsError, match="items"):
            updated(evaluation, snapshot(half))

    def test_refuses_what_no_floor_excuses(self, add_sample: AddSample, record: Record) -> None:
        record["header"] = {"start": 0, "end": 10**6}
        with pytest.raises(FloorsError, match="ungrounded"):
            updated(run_one(add_sample(), record), None)


class TestSnapshot:
    def test_survives_its_file(self, add_sample: AddSample, record: Record, tmp_path: Path) -> None:
        floors = snapshot(run_one(add_sample(), record))
        write(tmp_path / "floors.json", floors)
        assert read(tmp_path / "floors.json") == floors

    @pytest.mark.parametrize("written", ["{", '{"headline": 1.0}', None])
    def test_a_broken_file_is_named(self, tmp_path: Path, written: str | None) -> None:
        if written is not None:
            (tmp_path / "floors.json").write_text(written)
        with pytest.raises(FloorsError, match=r"floors\.json"):
            read(tmp_path / "floors.json")


class TestMoves:
    def test_gains_and_losses_by_document(self, add_sample: AddSample, record: Record, poor: Record) -> None:
        document = add_sample(movements=[])
        before = snapshot(run_one(document, record))
        poor["people"][1]["movements"] = []
        assert list(moves(snapshot(run_one(document, poor)), before)) == [
            "loss  tollgate  items  1.0000 -> 0.6666",
            "loss  tollgate  actions_implicit  1.0000 -> 0.0000",
            "loss  tollgate  declarations  1.0000 -> 0.0000",
            "gain  tollgate  movements  0.0000 -> nothing there",
            "loss  tollgate  declaration_interest  1.0000 -> nothing there",
        ]

    def test_none_where_nothing_moved(self, add_sample: AddSample, record: Record) -> None:
        same: Snapshot = snapshot(run_one(add_sample(), record))
        assert list(moves(same, same)) == []

    def test_documents_that_came_and_went(self, add_sample: AddSample, record: Record) -> None:
        old, young = (snapshot(run_one(add_sample(name), record)) for name in ("old", "young"))
        assert [line.split(" since")[0] for line in moves(young, old)] == ["old is gone", "young is new"]
