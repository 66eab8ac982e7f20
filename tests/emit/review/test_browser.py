"""The page in Chromium: marks and records lead to one another, filter, search, keys, corrections, downloads."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from eval.__main__ import main as evaluate
from eval.flat import Minutes as Flat
from eval.flatten import flatten
from minutes_extract.pipeline import extract
from minutes_extract.spans import fold
from tests.emit.review.conftest import Open
from tests.emit.review.pages import TEXT, page_of

MINUTES = extract(TEXT)
SPANS = {
    **{person.id: person.span for person in MINUTES.people},
    **{decision.id: decision.span for item in MINUTES.items for decision in item.decisions},
    **{
        f"{decision.id}.{k}": clause.span
        for item in MINUTES.items
        for decision in item.decisions
        for k, clause in enumerate(decision.clauses, 1)
    },
    **{f"{d.id}.vote": d.vote.span for item in MINUTES.items for d in item.decisions if d.vote is not None},
    **{action.id: action.span for item in MINUTES.items for action in item.actions},
    **{declaration.id: declaration.span for item in MINUTES.items for declaration in item.declarations},
    "i2": MINUTES.items[1].span,
    "meeting.date": MINUTES.meeting.evidence["date"],
}


def lit(page: Page) -> str:
    return "".join(page.locator("#text .lit").all_text_contents())


def record(page: Page, ref: str) -> Any:
    return page.locator(f'#records [data-ref="{ref}"]')


def active(page: Page) -> str | None:
    ref: str | None = page.evaluate("document.querySelector('#records .active')?.dataset.ref ?? null")
    return ref


def press(page: Page, keys: Sequence[str]) -> None:
    for key in keys:
        page.keyboard.press(key)


def select(page: Page, words: str) -> None:
    """Select words of the text as a mouse would."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const whole = nodes.map(node => node.data).join("");
          const point = offset => { for (const node of nodes) { if (offset <= node.length) return [node, offset]; offset -= node.length; } };
          const start = whole.indexOf(words);
          const range = document.createRange();
          range.setStart(...point(start));
          range.setEnd(...point(start + words.length));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def gold(page: Page) -> dict[str, Any]:
    page.locator("#download").click()
    with page.expect_download() as download:
        page.locator("#save-gold").click()
    page.keyboard.press("Escape")
    assert download.value.suggested_filename == "gullhaven.gold.json"
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_bytes())
    return found


# text and records -----------------------------------------------------------------------------------------------------


def test_the_text_of_the_page_is_the_source(visit: Open, written: Path) -> None:
    assert visit(written).locator("#text").evaluate("pane => pane.textContent") == TEXT


def test_a_record_lights_its_exact_words(visit: Open, written: Path) -> None:
    page = visit(written)
    assert len(SPANS) > 12
    for ref, span in SPANS.items():
        record(page, ref).locator(".go").first.click()
        assert active(page) == ref
        if not ref.startswith("p"):
            assert lit(page) == TEXT[span.start : span.end], ref
        expect(page.locator("#text .lit").first).to_be_in_viewport()


def test_all_mentions_of_a_person_are_lit_and_visited_in_turn(visit: Open, written: Path) -> None:
    page = visit(written)
    (penn,) = (person for person in MINUTES.people if person.name == "Ivy Penn")
    record(page, penn.id).locator(".go").click()
    assert lit(page) == "".join(TEXT[span.start : span.end] for span in penn.mentions)
    expect(page.get_by_role("button", name=f"Next of {len(penn.mentions)} places")).to_be_visible()
    press(page, "n")
    assert active(page) == penn.id


def test_words_lead_to_their_records_from_the_narrowest_to_the_widest(visit: Open, written: Path) -> None:
    page = visit(written)
    words = page.locator("#text .s", has_text="That a bench")
    seen = []
    for _ in range(4):
        words.click()
        seen.append(active(page))
    assert seen == ["d1.1", "d1", "i2", "d1.1"]
    expect(record(page, "d1.1")).to_be_in_viewport()
    chips = page.locator("#here .chip")
    assert len(chips.all()) == 3
    chips.first.click()
    assert active(page) == "i2"


def test_a_click_on_a_name_in_a_decision_finds_the_person(visit: Open, written: Path) -> None:
    page = visit(written)
    page.locator("#text .s.person", has_text="Marsh").last.click()
    assert active(page) == next(person.id for person in MINUTES.people if person.name == "Ben Marsh")


def test_what_nobody_claims_comes_first(visit: Open, written: Path) -> None:
    page = visit(written)
    first = page.locator("#records .group").first
    expect(first).to_contain_text("It was felt that everyone ought to have resolved this years ago.")
    first.locator('[data-ref="u1"] .go').click()
    assert lit(page) == "It was felt that everyone ought to have resolved this years ago."


def test_a_vote_is_drawn_and_told(visit: Open, written: Path) -> None:
    vote = record(visit(written), "d1.vote")
    assert [rect.get_attribute("width") for rect in vote.locator("rect").all()] == ["66.67", "33.33", "0.0"]
    assert " ".join(vote.locator(".counts").inner_text().split()) == "2 for 1 against"


def test_without_scripts_the_links_lead_to_the_words(browser: Any, written: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{written.as_uri()}#t-d1")
    expect(page.locator("#text", has_text="Gullhaven")).to_be_visible()
    assert page.locator('a[id="t-d1"]').count() == 1
    context.close()


# filter and search ----------------------------------------------------------------------------------------------------


def test_filter_by_kind(visit: Open, written: Path) -> None:
    page = visit(written)
    page.get_by_role("button", name=re.compile("^Actions")).click()
    shown = page.locator("#records [data-ref]:visible")
    assert [one.get_attribute("data-ref") for one in shown.all()] == ["i2", "a1"]  # with the heading of its item
    marks = page.locator("#text .s.decision").first
    assert marks.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.get_by_role("button", name=re.compile("^Interests")).click()
    assert [one.get_attribute("data-ref") for one in shown.all()] == ["i2", "a1", "i3", "n1"]
    press(page, ["Escape"])
    expect(record(page, "d1")).to_be_visible()
    assert marks.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_search_in_text_and_records(visit: Open, written: Path) -> None:
    page = visit(written)
    press(page, "/")
    page.keyboard.type("WALL be noted")  # over the end of a line, in any case
    expect(page.locator("#found")).to_have_text("1 of 1")
    assert page.evaluate("[...CSS.highlights.get('found-now')].map(String)") == ["wall\nbe noted"]
    assert [one.get_attribute("data-ref") for one in page.locator("#records [data-ref]:visible").all()] == [
        "i3",
        "d2",
        "d2.1",
    ]
    press(page, ["Escape"])
    expect(page.locator("#found")).to_have_text("")
    page.locator("#query").fill("Penn")
    expect(page.locator("#found")).to_have_text("1 of 3")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("2 of 3")
    page.locator("#query").fill("no such words (")
    expect(page.locator("#found")).to_have_text("not in the text")
    expect(page.locator("#nothing")).to_be_visible()


# keys -----------------------------------------------------------------------------------------------------------------


def test_keys_walk_through_the_records_in_order(visit: Open, written: Path) -> None:
    page = visit(written)
    all_refs = [one.get_attribute("data-ref") for one in page.locator("#records [data-ref]").all()]
    assert all_refs[0] == "u1"
    walked = []
    for _ in all_refs:
        press(page, "j")
        walked.append(active(page))
        assert page.evaluate("document.activeElement.closest('[data-ref]').dataset.ref") == walked[-1]
    assert walked == all_refs
    press(page, "jk")
    assert active(page) == all_refs[-2]


def test_help_shows_the_keys_and_can_turn_them_off(visit: Open, written: Path) -> None:
    page = visit(written)
    press(page, "?")
    dialog = page.get_by_role("dialog", name="How this page works")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Close").click()
    press(page, "j")
    assert active(page) is None


def test_tab_reaches_text_records_and_buttons_in_the_order_of_the_page(visit: Open, written: Path) -> None:
    page = visit(written)
    met = []
    for _ in range(40):
        page.keyboard.press("Tab")
        met.append(
            page.evaluate("document.activeElement.id || document.activeElement.closest('[data-ref]')?.dataset.ref")
        )
    order = [
        met.index(one)
        for one in ("query", "download", "help-button", "text-pane", "records", "u1", "meeting.body", "p1", "i1")
    ]
    assert order == sorted(order)


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


# hostile, long, narrow, printed, dark ---------------------------------------------------------------------------------


def test_hostile_text_runs_nothing(visit: Open, tmp_path: Path) -> None:
    words = "</script><img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script><!--<script>"
    path = tmp_path / "page.html"
    path.write_text(page_of(f"1. Ford {words}\n\nRESOLVED: That {words} be noted.\n", f"{words}.txt"), encoding="utf-8")
    page = visit(path)
    record(page, "d1.1").locator(".go").click()
    press(page, "e")
    page.get_by_role("button", name="Cancel").click()
    assert page.title() != "hit"
    assert page.locator("img").count() == 0
    assert lit(page).startswith("That </script><img")


def test_a_long_document_answers_at_once(visit: Open, tmp_path: Path) -> None:
    """Sheets out of sight are not laid out, and yet the last record is found and brought into sight."""
    path = tmp_path / "page.html"
    path.write_text(
        page_of("\n".join(re.sub("^4", str(k), TEXT, flags=re.MULTILINE) for k in range(4, 64))), encoding="utf-8"
    )
    page = visit(path)
    took = page.evaluate(
        """() => {
          const all = document.querySelectorAll('#records [data-kind=decision] .go');
          const start = performance.now();
          all[all.length - 1].click();
          document.body.getBoundingClientRect();
          return performance.now() - start;
        }"""
    )
    assert took < 2000  # some 50 where nothing else runs
    expect(page.locator("#text .lit").last).to_be_in_viewport()
    assert lit(page) == "That the report on the wall\nbe noted."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(visit: Open, context: BrowserContext, written: Path, scheme: Any, width: int) -> None:
    page = visit(written)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    record(page, "d1").locator(".go").first.click()
    press(page, "x")
    record(page, "a1").locator(".go").click()
    press(page, "e")
    results = [Axe().run(page)]
    if width < 700:
        page.get_by_role("button", name="Text", exact=True).click()
        results.append(Axe().run(page))
    page.keyboard.press("Escape")
    press(page, "?")
    results.append(Axe().run(page))
    for result in results:
        assert result.violations_count == 0, result.generate_report()


def test_a_phone_shows_one_pane_at_a_time(visit: Open, written: Path) -> None:
    page = visit(written)
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("#text-pane")).to_be_hidden()
    record(page, "d2").locator(".go").first.click()
    page.get_by_role("button", name="Show in the text").click()
    expect(page.locator("#records")).to_be_hidden()
    expect(page.locator("#text .lit").first).to_be_in_viewport()
    page.locator("#text .s", has_text="quotations by").click()
    page.locator("#here .chip").last.click()
    expect(record(page, "a1")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_print_shows_all_and_no_controls(visit: Open, written: Path) -> None:
    page = visit(written)
    page.emulate_media(media="print")
    for hidden in ("#download", "#query", "[data-only]", "#here"):
        expect(page.locator(hidden).first).to_be_hidden()
    for shown in ("#records", "#text-pane"):
        expect(page.locator(shown)).to_be_visible()
        assert page.locator(shown).evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    assert page.locator("#records").bounding_box()["y"] < page.locator("#text-pane").bounding_box()["y"]  # type: ignore[index]
