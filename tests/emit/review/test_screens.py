"""The page in Chromium with hostile and long texts, on a phone, on paper, in the dark, and under axe."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from tests.emit.review.conftest import Open
from tests.emit.review.driving import lit, press, record
from tests.emit.review.pages import TEXT, page_of

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
