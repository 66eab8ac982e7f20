"""The index of a folder: its numbers, its charts, and the page in Chromium."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from minutes_extract.emit.review import Failed, Summary, index, summary
from minutes_extract.pipeline import extract
from minutes_extract.source import from_text
from tests.emit.review.conftest import Open
from tests.emit.review.pages import TEXT

LATER = (
    TEXT.replace("3 May", "7 June")
    .replace("Cllr Ben Marsh,", "Cllr Ben Marsh, Cllr Tom Oduya,")
    .replace("from Cllr Tom Oduya", "from Cllr Ivy Penn")
    .replace("Cllr Ivy Penn\n", "Cllr Oona Fell\n")
)


def summed(text: str, name: str) -> Summary:
    known = summary(extract(from_text(text, name)), 1, f"meetings/{name}.html")
    return Summary.of(json.loads(json.dumps(asdict(known))))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    meetings = [summed(TEXT, "may.txt"), summed(LATER, "june.txt"), summed("Notes\n\nNothing.\n", "notes <b>.txt")]
    path = tmp_path_factory.mktemp("site") / "index.html"
    path.write_text(index(meetings, [Failed("bad.pdf", "is <script>alert(1)</script> empty")]), encoding="utf-8")
    return path


def cells(page: Any, chart: str) -> dict[str, list[str]]:
    rows = page.locator(f"section[aria-labelledby={chart}-title] tbody tr").all()
    return {
        row.locator("th").evaluate("head => head.firstChild.data.trim()"): [
            cell.inner_text() for cell in row.locator("td.number").all()
        ]
        for row in rows
    }


def test_a_summary_is_what_the_record_says() -> None:
    known = summed(TEXT, "may.txt")
    assert (known.date, known.items, known.decisions, known.actions, known.missed) == ("2022-05-03", 3, 2, 1, 1)
    assert known.verbs == {"buy": 1, "send": 1, "note": 1}
    assert [(owners, due) for owners, due in known.owing] == [(["Clerk"], "2022-06-01")]


def test_charts_join_people_across_meetings_and_have_their_numbers_in_words(visit: Open, site: Path) -> None:
    page = visit(site)
    attendance = cells(page, "attendance")
    assert attendance["Cllr Tom Oduya"] == ["1", "1", "–"]
    assert attendance["Cllr Ben Marsh"] == ["2", "–", "–"]
    assert cells(page, "decisions") == {"buy": ["2"], "note": ["2"], "send": ["2"]}
    (owner,) = cells(page, "actions").items()
    assert (owner[0], owner[1]) == ("Clerk", ["2", "–"])


def test_the_table_sorts_and_searches(visit: Open, site: Path) -> None:
    page = visit(site)
    rows = page.locator("#meetings tbody tr")

    def files() -> list[str]:
        return [row.locator(".more").inner_text().split(" · ")[-1] for row in rows.all()]

    assert files() == ["june.txt", "may.txt", "notes <b>.txt"]
    page.get_by_role("button", name="Date").click()
    assert files() == ["notes <b>.txt", "may.txt", "june.txt"]
    expect(page.locator("#meetings th").first).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Decisions").click()
    assert files()[-1] == "notes <b>.txt"
    page.get_by_role("searchbox").fill("june 2022")
    expect(page.locator("#found")).to_have_text("1 of 3")
    assert rows.locator("visible=true").count() == 1


def test_what_failed_is_listed_as_words(visit: Open, site: Path) -> None:
    failed = visit(site).locator(".failed")
    expect(failed).to_contain_text("1 could not be read")
    expect(failed).to_contain_text("is <script>alert(1)</script> empty")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(visit: Open, site: Path, scheme: Any, width: int) -> None:
    page = visit(site)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
