"""Movements: who came, went and came back, and when."""

from __future__ import annotations

from typing import Any

import pytest

from tests.parse.reading import NAMELESS, counter_examples, examples, movements

MOVED: list[tuple[str, list[tuple[str, str, str | None]], str]] = [
    ("Councillor Penn left the meeting at 7.35 pm.", [("Ivy Penn", "left", "19:35")], "with a time"),
    ("At 9.47am, Councillor Penn joined the meeting.", [("Ivy Penn", "arrived", "09:47")], "the time before the name"),
    ("(Councillor Penn arrived at 6.52 pm)", [("Ivy Penn", "arrived", "18:52")], "in brackets"),
    ("The Clerk withdrew from the meeting for this item.", [("Nora Plume", "left", None)], "a post that somebody holds"),
    ("Councillors Penn and Marsh left the room.", [("Ben Marsh", "left", None), ("Ivy Penn", "left", None)], "two people"),
    ("Councillors Penn and Marsh, having declared an interest, left the room.", [("Ben Marsh", "left", None), ("Ivy Penn", "left", None)], "words between name and verb"),
    ("Councillor Penn declared an interest, and left the Chamber.", [("Ivy Penn", "left", None)], "the name stands earlier"),
    ("The Chair thanked Mr Ned Sallow, who then left the meeting.", [("Ned Sallow", "left", None)], "'who' is the one named last"),
    ("BM left the room at 7.48pm. No objection. BM came back at 7.53pm.", [("Ben Marsh", "left", "19:48"), ("Ben Marsh", "returned", "19:53")], "initials, out and back"),
    ("Councillor Penn left at 8.05 pm and rejoined the meeting at 8.20 pm.", [("Ivy Penn", "left", "20:05"), ("Ivy Penn", "returned", "20:20")], "two in one sentence, each with its time"),
    ("Councillor Penn came back at ten past eight.", [("Ivy Penn", "returned", "20:10")], "a time in words, settled by the start of the meeting"),
    ("Councillor Penn left the meeting at 8.15.", [("Ivy Penn", "left", "20:15")], "a time without pm, settled by the start of the meeting"),
    ("Councillor Penn left at 7.30pm. Councillor Penn entered the meeting at 7.40pm.", [("Ivy Penn", "left", "19:30"), ("Ivy Penn", "returned", "19:40")], "who enters after leaving has returned"),
    ("BM left the meeting at 8.05pm and returned at 8.20pm.", [("Ben Marsh", "left", "20:05"), ("Ben Marsh", "returned", "20:20")], "initials before both verbs"),
    ("Councillor Penn had to leave at 8pm.", [("Ivy Penn", "left", "20:00")], "had to leave"),
    ("Councillor Penn logged off at 8pm.", [("Ivy Penn", "left", "20:00")], "a meeting by telephone"),
    ("IP joined at 7.20pm.", [("Ivy Penn", "arrived", "19:20")], "joined at a time"),
    ("[Councillor Penn left 8.15pm]", [("Ivy Penn", "left", "20:15")], "the time right behind the verb"),
    ("Councillor Penn left the room. (Councillor Penn left the room at 7.48pm.)", [("Ivy Penn", "left", "19:48")], "told twice is one movement"),
]  # fmt: skip


@pytest.mark.parametrize("body, wanted, why", MOVED, ids=[row[2] for row in MOVED])
def test_a_movement_is_read(body: str, wanted: list[tuple[str, str, str | None]], why: str) -> None:
    assert [(m["name"], m["type"], m.get("time")) for m in movements(body)] == wanted, why


STILL = [
    ("Councillor Penn declared an interest in item 9 and left the room for that item.", "it is still to come"),
    ("NOTE: Councillor Penn had earlier declared an interest in this item and left the meeting.", "told before"),
    ("Councillor Penn left the school in 2019.", "a school"),
    ("Councillor Penn said that she would leave the room.", "not done yet"),
    ("Councillor Penn withdrew the motion.", "a motion"),
    ("Councillor Penn joined the Council in 2010.", "a council"),
    ("Councillor Penn joined the Chair in thanking the staff.", "a form of words"),
    ("The application had been withdrawn.", "a paper"),
    ("Councillor Penn returned the form.", "a thing"),
    ("The sum left over was £40.", "a remainder"),
    ("Councillor Penn will arrive at noon.", "not yet"),
]


@pytest.mark.parametrize("body, why", STILL, ids=[row[1] for row in STILL])
def test_other_senses_are_no_movement(body: str, why: str) -> None:
    assert movements(body) == [], why


def test_words_for_a_time_need_the_start_of_the_meeting() -> None:
    assert movements("Councillor Penn came back at ten past eight.", start=None) == [
        {"name": "Ivy Penn", "type": "returned"}
    ]


@pytest.mark.parametrize("text, gives", examples("parse.movement"))
def test_examples_of_the_patterns(text: str, gives: dict[str, Any]) -> None:
    assert movements(text, head=NAMELESS) == [gives]


@pytest.mark.parametrize("text, why", counter_examples("parse.movement"))
def test_counter_examples_of_the_patterns(text: str, why: str) -> None:
    assert movements(text, head=NAMELESS) == [], why
