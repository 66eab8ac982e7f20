"""Worker processes: order, death, time, and stopping."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_extract.batch.inputs import Input
from minutes_extract.batch.task import Outcome, Settings
from minutes_extract.batch.workers import Workers
from tests.batch.work import work


def workers(jobs: int = 2, timeout: float = 0) -> Workers:
    return Workers(jobs, timeout, Settings(), work)


def given(*names: str) -> list[Input]:
    return [Input(None, name, name) for name in names]


def said(outcome: Outcome) -> str:
    return outcome.failure.message if outcome.failure else outcome.record or ""


def results(pool: Workers, *names: str) -> list[str]:
    return [said(outcome) for _, outcome in pool.outcomes(given(*names))]


def test_order_is_that_of_the_inputs() -> None:
    assert results(workers(), "sleep 0.5", "b", "c", "d") == ["sleep 0.5", "b", "c", "d"]


def test_documents_are_shared_out(tmp_path: Path) -> None:
    """Each is held until two processes have one."""
    name = f"meet {tmp_path}"
    assert results(workers(2, timeout=60), name, name) == [name, name]


def test_workers_are_replaced_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.batch.workers.LIFE", 3)
    pids = [line.rpartition(" ")[2] for line in results(workers(1), *(f"who {n}" for n in range(7)))]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]


def test_what_comes_with_its_outcome_keeps_its_place() -> None:
    ready = (Input(None, "ready", "ready"), Outcome(record="from before"))
    found = workers().outcomes([*given("sleep 0.2"), ready, *given("c")])
    assert [said(outcome) for _, outcome in found] == ["sleep 0.2", "from before", "c"]


def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    names = ["a", f"stumble {tmp_path / 'once'}", "c", "d"]
    assert results(workers(), *names) == names


@pytest.mark.parametrize(("name", "how"), [("die", "signal 9"), ("leave", "exit code 3")])
def test_a_document_that_kills_is_given_up(name: str, how: str) -> None:
    message = f"{name}: the process that read it died twice ({how}). Read it alone, or split it"
    assert results(workers(), "a", name, "c") == ["a", message, "c"]


def test_a_document_that_hangs_is_given_up() -> None:
    since = time.monotonic()
    message = "sleep 60: took longer than 2 s. Give it more with --timeout"
    assert results(workers(timeout=2), "a", "sleep 60", "c", "d") == ["a", message, "c", "d"]
    assert time.monotonic() - since < 20


def test_stopping_hands_out_what_is_finished() -> None:
    pool = workers()
    found = []
    for place, (_, outcome) in enumerate(pool.outcomes(given("a", "b", "sleep 60", "d", "e"))):
        found.append(said(outcome))
        if place == 1:
            pool.stop()
    assert found[:2] == ["a", "b"]
    assert "sleep 60" not in found


def test_inputs_are_not_taken_far_ahead() -> None:
    taken = 0

    def endless() -> Iterator[Input]:
        nonlocal taken
        while True:
            taken += 1
            yield from given("x")

    pool = workers()
    found = pool.outcomes(endless())
    for count in range(1, 101):
        next(found)
        assert taken <= count + 2 * 16 + 1
    found.close()  # type: ignore[attr-defined]


def test_slow_head_holds_the_rest_back() -> None:
    taken = 0

    def endless() -> Iterator[Input]:
        nonlocal taken
        yield from given("sleep 1")
        while True:
            taken += 1
            yield from given("x")

    found = workers().outcomes(endless())
    next(found)
    assert taken <= 2 * 16 + 1
    found.close()  # type: ignore[attr-defined]
