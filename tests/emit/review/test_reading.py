"""The page in Chromium: marks and records lead to one another, filter, search, keys."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from minutes_extract.pipeline import extract
from tests.emit.review.conftest import Open
from tests.emit.review.driving import active, lit, press, record
from tests.emit.review.pages import TEXT

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


def test_without_scripts_the_links_lead_to_the_words(browser: Browser, written: Path) -> None:
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
    page.keyboard.insert_text("WALL be noted")  # over the end of a line, in any case; at once, for one answer
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
