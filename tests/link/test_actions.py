"""Actions followed from meeting to meeting."""

from __future__ import annotations

import pytest

from minutes_extract.link import Passage, Task, follow, takes_up

SIGN = Task("may", "a1", "The Clerk to order a new finger post for the Mill Lane footpath")
HEDGE = Task("may", "a2", "Cllr Marsh to ask the owner of Tithe Barn to cut the overgrown hedge")
BENCH = Task("may", "a3", "Cllr Marsh to ask the owner of Tithe Barn about the broken bench")


@pytest.mark.parametrize(
    ("said", "task", "state"),
    [
        ("The finger post for the Mill Lane footpath has been ordered and is now in place.", SIGN, "done"),
        ("Mill Lane: the finger post has been ordered. Delivery is still awaited.", SIGN, None),
        ("The finger post at Mill Lane is still awaited.", SIGN, "open"),
        ("The Clerk spoke of the finger post in Mill Lane.", SIGN, None),
        ("The overgrown hedge at Tithe Barn was cut, so that this is completed.", HEDGE, "done"),
        ("The footpath to the mill was muddy.", None, None),
        ("Cllr Marsh had asked the owner of Tithe Barn.", None, None),  # the hedge or the bench: nobody knows
    ],
)
def test_a_later_meeting_speaks_of_it(said: str, task: Task | None, state: str | None) -> None:
    found = list(follow([([], [SIGN, HEDGE, BENCH]), ([Passage("june", said, 100, 100 + len(said))], [])]))
    assert [(f.task, f.meeting, f.state) for f in found] == ([(task, "june", state)] if task else [])
    assert all(100 <= f.start < f.end <= 100 + len(said) for f in found)


def test_each_meeting_speaks_of_it_once_and_its_own_actions_are_not_followed() -> None:
    said = "The finger post for Mill Lane is awaited. The finger post for the Mill Lane footpath has been chased."
    again = Task("june", "a1", SIGN.text)
    found = list(follow([([], [SIGN]), ([Passage("june", said, 0, len(said))], [again]), ([], [])]))
    assert [(f.task, f.meeting) for f in found] == [(SIGN, "june")]


def test_after_six_meetings_it_is_forgotten() -> None:
    said = "The finger post for the Mill Lane footpath has been ordered."
    passage = Passage("later", said, 0, len(said))
    assert list(follow([([], [SIGN]), *[([], [])] * 5, ([passage], [])]))
    assert not list(follow([([], [SIGN]), *[([], [])] * 6, ([passage], [])]))


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Matters Arising", "other", True),
        ("Minutes of the last meeting", "minutes", True),
        ("Update on matters arising from previous meetings", "other", True),
        ("Police actions in Mill Lane", "report", True),
        ("Planning", "planning", False),
        (None, "other", False),
    ],
)
def test_takes_up(title: str | None, kind: str, expected: bool) -> None:
    assert takes_up(title, kind) is expected
