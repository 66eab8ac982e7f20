"""Outcomes in the order of their inputs, and inputs no farther ahead than is allowed."""

from __future__ import annotations

from minutes_extract.batch.engine import Done
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.order import InOrder
from minutes_extract.batch.task import Outcome


def given(name: str) -> Input:
    return Input(None, name, name)


def done(name: str) -> Done:
    return given(name), Outcome(record=name)


def names(outcomes: list[Done]) -> list[str]:
    return [given.name for given, _ in outcomes]


def test_outcomes_wait_for_those_before_them() -> None:
    order = InOrder(map(given, "abc"))
    assert [taken and taken[0] for taken in (order.take(9), order.take(9), order.take(9))] == [0, 1, 2]
    order.put(1, done("b"))
    assert names(list(order.ready())) == []
    order.put(0, done("a"))
    assert names(list(order.ready())) == ["a", "b"]


def test_what_comes_with_its_outcome_is_not_taken() -> None:
    order = InOrder([done("a"), given("b"), done("c")])
    assert order.take(9) == (1, given("b"))
    assert order.take(9) is None
    assert not order.more
    order.put(1, done("b"))
    assert names(list(order.ready())) == ["a", "b", "c"]


def test_no_more_are_taken_than_may_wait() -> None:
    order = InOrder(map(given, "abc"))
    assert order.take(1) is not None
    assert order.take(1) is None
    assert order.more
    order.put(0, done("a"))
    assert names(list(order.ready())) == ["a"]
    assert order.take(1) == (1, given("b"))


def test_a_run_that_ends_early_hands_out_what_is_there() -> None:
    order = InOrder(map(given, "abc"))
    for _ in "abc":
        order.take(9)
    for place, name in ((2, "c"), (0, "a")):
        order.put(place, done(name))
    assert names(list(order.ready()) + list(order.rest())) == ["a", "c"]
