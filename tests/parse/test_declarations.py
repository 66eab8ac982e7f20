"""Declarations of interest: one for each person and interest, their class, and who went out."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_extract.parse.interests import Interests
from minutes_extract.rules import load
from tests.parse.reading import APPROVED, NAMELESS, counter_examples, declarations, examples

DECLARED: list[tuple[str, list[dict[str, Any]], str]] = [
    ("Councillor Marsh declared a personal interest in item 8 as a berth holder, and remained in the meeting.",
     [{"who": "Ben Marsh", "interest": "personal", "nature": "as a berth holder", "items": ["8"], "withdrew": False}], "class, nature, item and that he stayed"),
    ("Councillors Ben Marsh and Ivy Penn each declared a prejudicial interest in agenda item 6 by virtue of their membership of the club.",
     [{"who": "Ben Marsh", "interest": "prejudicial", "nature": "by virtue of their membership of the club", "items": ["6"]},
      {"who": "Ivy Penn", "interest": "prejudicial", "nature": "by virtue of their membership of the club", "items": ["6"]}], "two people, two declarations"),
    ("Councillor Penn declared a Disclosable Pecuniary Interest in item 4 and left the room.",
     [{"who": "Ivy Penn", "interest": "pecuniary", "items": ["4"], "withdrew": True}], "a DPI is pecuniary"),
    ("Councillor Penn declared a non-pecuniary interest in item 4. She took no part in the debate.",
     [{"who": "Ivy Penn", "interest": "non_pecuniary", "items": ["4"], "withdrew": True}], "the sentence behind says what she did"),
    ("Councillor Penn declared an interest in Minute No. 57 (Land at Pound Lane) by virtue of owning land beside it.",
     [{"who": "Ivy Penn", "nature": "by virtue of owning land beside it", "items": ["57"]}], "the title in brackets is not the nature"),
    ("Councillor Penn disclosed a financial interest in item C12/6. The nature of the interest is that she owns the land.",
     [{"who": "Ivy Penn", "interest": "pecuniary", "nature": "she owns the land", "items": ["C12/6"]}], "the nature in a sentence of its own, and a number with letters"),
    ("BM declared an interest in item 7.", [{"who": "Ben Marsh", "items": ["7"]}], "initials, and no class"),
    ("Councillor Oduya declared that his mother lives in the home named in item 12.",
     [{"who": "Tom Oduya", "nature": "his mother lives in the home named in item 12", "items": ["12"]}], "declared that, without the word"),
    ("Councillor Oduya declared a personal interest in item 4 and a prejudicial interest in item 5.",
     [{"who": "Tom Oduya", "interest": "personal", "items": ["4"]}, {"who": "Tom Oduya", "interest": "prejudicial", "items": ["5"]}], "two interests of one person"),
    ("An interest was declared by Councillor Penn in item 3.", [{"who": "Ivy Penn", "items": ["3"]}], "told in the passive"),
    ("An interest in 54/19 (2) was declared by Councillor Penn.", [{"who": "Ivy Penn", "items": ["54/19 (2)"]}], "the number printed with its point"),
    ("Councillor Penn declared a 'significant other interest' in item 3.", [{"who": "Ivy Penn", "interest": "other", "items": ["3"]}], "the class in quotation marks"),
    ("Councillor Penn made a Voluntary Announcement of Other Interests in Agenda Item 6 by reason that she knew the owner.",
     [{"who": "Ivy Penn", "interest": "other", "nature": "by reason that she knew the owner", "items": ["6"]}], "an announcement"),
    ("Councillor\n\nMinute Number\n\nNature of Interest\n\nIvy Penn\n\n5 - Loan\n\nSister is a trustee\n\nBen Marsh\n\n6 - Houses\n\nPersonal: landlord",
     [{"who": "Ivy Penn", "items": ["5"]}, {"who": "Ben Marsh", "interest": "personal", "items": ["6"]}], "a table with one cell a line"),
    ("Name of Member\n\nType of Interest\n\nItem/Nature of Interest\n\nIvy Penn\n\nNon-Pecuniary\n\nChair – Fore End Primary School.\n\nBen Marsh\n\nPersonal\n\nTeacher – Beach Academy.",
     [{"who": "Ivy Penn", "interest": "non_pecuniary"}, {"who": "Ben Marsh", "interest": "personal"}], "a head that joins two"),
    ("Councillor\tMinute Number\tNature of Interest\nIvy Penn\t5 - Loan\tSister is a trustee\nBen Marsh\t6 - Houses\tPersonal: landlord\n\nThe Clerk thanked them.",
     [{"who": "Ivy Penn", "items": ["5"]}, {"who": "Ben Marsh", "interest": "personal", "items": ["6"]}], "a table with a row a line"),
    ("Item 10.2 - Councillor Penn", [{"who": "Ivy Penn", "items": ["10.2"]}], "the item first and nothing behind the name"),
    ("Councillor Penn: Item 5 - personal", [{"who": "Ivy Penn", "interest": "personal", "items": ["5"]}], "a labelled list"),
    ("Councillor Penn declared a personal (but not prejudicial) interest in item 5.", [{"who": "Ivy Penn", "interest": "personal", "items": ["5"]}], "what it is not stands in brackets"),
    ("Cllr Quill and Cllr Penn in item 9\nCllr Penn in item 7b", [{"who": "Ada Quill", "items": ["9"]}, {"who": "Ivy Penn", "items": ["9"]}, {"who": "Ivy Penn", "items": ["7b"]}], "rows that name the item alone"),
    ("Councillor Penn (item 6) and Councillor Marsh (item 7) declared personal interests.",
     [{"who": "Ivy Penn", "interest": "personal", "items": ["6"]}, {"who": "Ben Marsh", "interest": "personal", "items": ["7"]}], "each with items in a bracket before the verb"),
    ("Interests were declared by Councillor Penn (item 6) and Councillor Marsh (item 8).",
     [{"who": "Ivy Penn", "items": ["6"]}, {"who": "Ben Marsh", "items": ["8"]}], "each with items in a bracket behind the verb"),
    ("Councillor Penn advised of a potential conflict in relation to item 5.", [{"who": "Ivy Penn", "nature": "in relation to item 5", "items": ["5"]}], "a conflict"),
    ("Councillor Penn declared her membership of the rowing club.", [{"who": "Ivy Penn", "nature": "of the rowing club"}], "what she belongs to"),
    ("Councillor Penn recused herself from item 6 due to a conflict of interest.", [{"who": "Ivy Penn", "nature": "due to a conflict of interest", "items": ["6"], "withdrew": True}], "she went out for it"),
    ("AQ and IP in relation to the scout field", [{"who": "Ada Quill"}, {"who": "Ivy Penn"}], "a note without a verb"),
]  # fmt: skip


@pytest.mark.parametrize("body, wanted, why", DECLARED, ids=[row[2] for row in DECLARED])
def test_a_declaration_is_read(body: str, wanted: list[dict[str, Any]], why: str) -> None:
    found = [{k: v for k, v in d.items() if k != "name"} for d in declarations(body)]
    assert found == wanted, why


NONE_DECLARED = [
    ("There were no declarations of interest.", "none"),
    ("None declared.", "none"),
    ("Members were reminded to declare any personal or prejudicial interest.", "a reminder"),
    ("Councillor Penn asked whether an interest must be declared.", "a question"),
    ("Councillor Penn declared the meeting closed.", "no interest"),
]


@pytest.mark.parametrize("body, why", NONE_DECLARED, ids=[row[0][:30] for row in NONE_DECLARED])
def test_what_looks_alike_is_no_declaration(body: str, why: str) -> None:
    assert declarations(body) == [], why


def test_a_declaration_stands_in_any_item() -> None:
    (found,) = declarations("Councillor Penn declared a personal interest and withdrew.", title="Bridges")
    assert (found["who"], found["withdrew"]) == ("Ivy Penn", True)


LATER = "1. Declarations of interest\n\n{declared}\n\n2. Lake\n\n{lake}\n\n3. Minutes\n\n" + APPROVED


def later(declared: str, lake: str) -> list[dict[str, Any]]:
    return declarations(LATER.format(declared=declared, lake=lake), title="")


def test_who_leaves_the_room_in_the_item_declared_on_withdrew() -> None:
    (found,) = later(
        "Councillor Penn declared a personal interest in item 2.", "Councillor Penn left the meeting at 7.20 pm."
    )
    assert found["withdrew"] is True


def test_who_leaves_the_room_later_having_declared_withdrew() -> None:
    found = later(
        "Councillors Penn and Marsh declared prejudicial interests in the lake.",
        "Councillors Penn and Marsh, having declared prejudicial interests, left the room.",
    )
    assert [(d["who"], d["withdrew"]) for d in found] == [("Ivy Penn", True), ("Ben Marsh", True)]


def test_who_goes_home_early_has_not_withdrawn() -> None:
    (found,) = later(
        "Councillor Penn declared a personal interest in item 3.", "Councillor Penn left the meeting at 7.20 pm."
    )
    assert "withdrew" not in found


def test_a_declaration_repeated_in_its_item_is_one_declaration() -> None:
    found = later(
        "Councillor Penn declared an interest in item 2.",
        "Councillor Penn declared an interest in item 2 and took no part.",
    )
    assert [(d["who"], d["withdrew"]) for d in found] == [("Ivy Penn", True)]


CLASSES = [
    ("a disclosable pecuniary", "pecuniary"), ("a DPI", "pecuniary"), ("a non-pecuniary", "non_pecuniary"), ("a non-financial", "non_pecuniary"),
    ("a personal and prejudicial", "prejudicial"), ("a personal", "personal"), ("an Other Registrable", "other"), ("a non-registrable", "other"), ("an", None),
]  # fmt: skip


@pytest.mark.parametrize("words, wanted", CLASSES)
def test_the_class_is_the_texts_own(words: str, wanted: str | None) -> None:
    assert Interests("", load()).interest(words) == wanted


@pytest.mark.parametrize("text, gives", examples("parse.declaration"))
def test_examples_of_the_patterns(text: str, gives: dict[str, Any]) -> None:
    (found,) = declarations(text, head=NAMELESS)
    fields = ("name", "interest", "withdrew", "items")
    assert {k: v for k, v in found.items() if k in fields} == {k: v for k, v in gives.items() if k in fields}


@pytest.mark.parametrize("text, why", counter_examples("parse.declaration"))
def test_counter_examples_of_the_patterns(text: str, why: str) -> None:
    assert declarations(text, head=NAMELESS) == [], why


def test_a_heading_is_read_where_it_stands_though_mark_up_stands_before_it() -> None:
    head = "**Thornmere Parish Council**\n\n**Minutes of the meeting held on 4 May 2022**\n\n**Present:** Cllr Ada Quill (AQ)\n"
    (found,) = declarations("AQ - spouse works at the school.", head=head, title="Declarations of interest")
    assert found["who"] == "Ada Quill"
