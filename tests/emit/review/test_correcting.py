"""Corrections on the page, in Chromium: accept, reject, edit, add, download, and what is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from eval.__main__ import main as evaluate
from eval.flat import Minutes as Flat
from eval.flatten import flatten
from minutes_extract.pipeline import extract
from minutes_extract.spans import fold
from tests.emit.review.conftest import Open
from tests.emit.review.driving import active, gold, press, record, select
from tests.emit.review.pages import TEXT, page_of

MINUTES = extract(TEXT)

# corrections ----------------------------------------------------------------------------------------------------------


def test_untouched_gold_is_the_record(visit: Open, written: Path) -> None:
    expected = flatten(MINUTES.model_dump(mode="json"))
    actions = tuple(action.model_copy(update={"owners_printed": ()}) for action in expected.actions or ())
    assert Flat.model_validate(gold(visit(written))) == expected.model_copy(update={"actions": actions})


def test_accept_moves_on_and_reject_leaves_out(visit: Open, written: Path) -> None:
    page = visit(written)
    press(page, "ja")
    expect(page.locator("#progress")).to_contain_text(re.compile(r"^1 of \d+ checked"))
    assert active(page) == "meeting.body"  # the organisation was not found: there is nothing to check
    record(page, "a1").locator(".go").click()
    press(page, "x")
    expect(record(page, "a1")).to_have_class(re.compile("rejected"))
    record(page, "d1.2").locator(".go").click()
    press(page, "x")
    found = gold(page)
    assert found["actions"] == []
    assert len(found["decisions"][0]["clauses"]) == 1
    record(page, "a1").locator(".go").click()
    press(page, "z")
    assert len(gold(page)["actions"]) == 1


def test_records_of_a_rejected_item_fall_to_the_one_before(visit: Open, written: Path) -> None:
    page = visit(written)
    record(page, "i3").locator(".go").click()
    press(page, "x")
    found = gold(page)
    assert [item["number"] for item in found["items"]] == ["41", "42"]
    assert [decision["item"] for decision in found["decisions"]] == [1, 1]


def test_edit_add_download_and_score(
    visit: Open, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the page to the score: what a person corrects and adds is what `make eval CORPUS=DIR` reads."""
    page = visit(written)
    record(page, "a1").locator(".go").click()
    press(page, "e")
    page.locator("form.edit [name=due]").fill("by the first of June")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("form.edit .doubt")).to_contain_text("do not stand in the text")
    page.locator("form.edit [name=due]").fill("by 1 June 2022")
    page.locator("form.edit [name=owners]").fill("Clerk\nBen Marsh")
    page.get_by_role("button", name="Keep").click()
    expect(record(page, "a1").locator(".changes")).to_contain_text("Ben Marsh")

    record(page, "d1.vote").locator(".go").click()
    press(page, "e")
    page.locator("form.edit [name='vote.abstain']").fill("1")
    page.locator("form.edit [name='vote.voters']").fill("Ben Marsh: yes")
    page.get_by_role("button", name="Keep").click()

    select(page, "resolved this\nyears ago".replace("\n", " "))
    page.locator("#here").get_by_role("button", name="Action").click()
    page.get_by_role("button", name="Keep").click()

    select(page, "Ada Quill")
    record(page, "p2").locator(".go").click()

    found = Flat.model_validate(gold(page))
    assert found.actions is not None
    assert [(action.item, action.text, action.owners) for action in found.actions] == [
        (1, "The Clerk agreed to obtain three quotations by 1 June 2022.", ("Clerk", "Ben Marsh")),
        (1, "resolved this years ago", ()),
    ]
    assert found.decisions is not None
    assert found.decisions[0].vote is not None
    assert (found.decisions[0].vote.abstain, found.decisions[0].vote.voters[0].name) == (1, "Ben Marsh")

    page.locator("#download").click()
    for button, folder in (("#save-gold", "gold"), ("#save-text", "corpus")):
        with page.expect_download() as download:
            page.locator(button).click()
        download.value.save_as(tmp_path / folder / download.value.suggested_filename)
    assert (tmp_path / "corpus" / "gullhaven.txt").read_bytes().decode("utf-8") == TEXT
    assert evaluate(["--corpus", str(tmp_path), "--errors"]) == 0
    report = capsys.readouterr().out
    assert "resolved this years ago" in report  # the action that the program misses
    assert "gullhaven" in report


def test_words_are_added_letter_for_letter(visit: Open, written: Path) -> None:
    """Behind letters that JavaScript counts twice, over a line end, and with a new decision's own clause."""
    page = visit(written)
    select(page, "the report on the wall\nbe noted")
    page.locator("#here").get_by_role("button", name="Decision").click()
    page.locator("form.edit [name=verb]").fill("note")
    page.get_by_role("button", name="Keep").click()
    decision = gold(page)["decisions"][-1]
    assert decision["item"] == 2
    assert decision["clauses"] == [{"label": None, "text": "the report on the wall be noted", "verb": "note"}]
    at = page.evaluate("JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).added[0].at")
    assert TEXT[at:].startswith("the report on the wall")
    assert fold(TEXT[at : at + 31]) == decision["clauses"][0]["text"]


@pytest.mark.parametrize(
    ("button", "section", "expected"),
    [
        ("Item", "items", {"number": None, "title": "Net Loft", "kind": "other", "truncated": False}),
        ("Person", "people", {"name": "Net Loft", "title": None, "roles": [], "kind": None, "attendance": None}),
        ("Coming or going", "movements", {"name": "Net Loft", "type": "left", "time": None}),
        ("Interest", "declarations", {"item": 0, "name": "Net Loft", "interest": None, "withdrew": None}),
    ],
)
def test_each_kind_can_be_added(
    visit: Open, written: Path, button: str, section: str, expected: dict[str, object]
) -> None:
    page = visit(written)
    select(page, "Net Loft")
    page.locator("#here").get_by_role("button", name=button, exact=True).click()
    page.get_by_role("button", name="Keep").click()
    found = gold(page)
    Flat.model_validate(found)
    assert expected in found[section]
    if section == "items":  # it stands before the others, whose records move on with them
        assert [item["number"] for item in found["items"]] == [None, "41", "42", "43"]
        assert {decision["item"] for decision in found["decisions"]} == {2, 3}


def test_a_point_is_added_to_a_decision_in_the_order_of_the_text(visit: Open, written: Path) -> None:
    page = visit(written)
    record(page, "d1.1").locator(".go").click()
    select(page, "Proposed by Cllr Marsh")
    page.get_by_role("button", name="Point of this decision").click()
    page.get_by_role("button", name="Keep").click()
    clauses = gold(page)["decisions"][0]["clauses"]
    assert [clause["label"] for clause in clauses] == [None, "(i)", "(ii)"]
    assert clauses[0]["text"] == "Proposed by Cllr Marsh"


def test_a_missed_sentence_becomes_a_record(visit: Open, written: Path) -> None:
    page = visit(written)
    press(page, "j")
    page.get_by_role("button", name="Add as motion").click()
    page.get_by_role("button", name="Keep").click()
    (motion,) = gold(page)["motions"]
    assert (motion["item"], motion["text"]) == (1, "It was felt that everyone ought to have resolved this years ago.")
    record(page, "x1").locator(".go").click()
    press(page, "z")
    assert gold(page)["motions"] == []
    assert record(page, "x1").count() == 0


def test_a_new_name_of_a_person_holds_everywhere(visit: Open, written: Path) -> None:
    page = visit(written)
    marsh = next(person.id for person in MINUTES.people if person.name == "Ben Marsh")
    record(page, marsh).locator(".go").click()
    press(page, "e")
    page.locator("form.edit [name=name]").fill("Marsh")
    page.get_by_role("button", name="Keep").click()
    found = gold(page)
    assert "Marsh" in [person["name"] for person in found["people"]]
    assert found["decisions"][0]["moved_by"] == "Marsh"


def test_a_fact_that_was_not_found_can_be_filled_in(visit: Open, written: Path) -> None:
    page = visit(written)
    record(page, "meeting.organization").locator(".go").click()
    press(page, "e")
    select(page, "Gullhaven Parish Council")
    page.get_by_role("button", name="Put into").click()
    page.get_by_role("button", name="Keep").click()
    assert gold(page)["meeting"]["organization"] == "Gullhaven Parish Council"


def test_corrections_survive_a_reload_and_belong_to_their_document(visit: Open, written: Path, tmp_path: Path) -> None:
    page = visit(written)
    page.on("dialog", lambda dialog: dialog.accept())
    select(page, "three quotations")
    page.locator("#here").get_by_role("button", name="Action").click()
    page.get_by_role("button", name="Keep").click()
    record(page, "a1").locator(".go").click()
    press(page, "x")
    page.reload()
    expect(record(page, "a1")).to_have_class(re.compile("rejected"))
    expect(record(page, "x1")).to_be_visible()
    assert [action["text"] for action in gold(page)["actions"]] == ["three quotations"]

    other = tmp_path / "other.html"
    other.write_text(page_of(TEXT.replace("Quay", "Pier")), encoding="utf-8")
    expect(record(visit(other), "x1")).to_have_count(0)

    page.locator("#download").click()
    page.locator("#forget").click()
    page.get_by_role("button", name="are you sure").click()
    expect(page.locator("#forget")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(record(page, "x1")).to_have_count(0)
    assert len(gold(page)["actions"]) == 1


def test_leaving_with_corrections_asks_first(visit: Open, written: Path) -> None:
    page = visit(written)
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.reload()
    assert asked == []
    page.locator("#records").click()
    press(page, "ja")
    page.reload()
    assert asked == ["beforeunload"]
    page.locator("#records").click()
    gold(page)
    page.reload()
    assert asked == ["beforeunload"]
