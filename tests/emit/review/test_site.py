"""The index of a folder: its numbers, its charts, and the page in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from minutes_extract.emit.review import Brief, Failed, brief, index
from minutes_extract.emit.review.together import councils
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


MATTERS = """
40. Matters arising

The Clerk was to obtain three quotations by June. This was done before the end of May.

41. Apologies"""


def made(text: str, name: str) -> Brief:
    """The brief of a meeting, as it comes back from the disk."""
    return Brief.model_validate_json(
        brief(extract(from_text(text, name)), 1, f"meetings/{name}.html").model_dump_json()
    )


def written(folder: Path, *texts: tuple[str, str]) -> Path:
    path = folder / "index.html"
    failed = [Failed("bad.pdf", "is <script>alert(1)</script> empty")]
    path.write_text(index([made(text, name) for text, name in texts], failed), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    return written(folder, (TEXT, "may.txt"), (LATER, "june.txt"), ("Notes\n\nNothing.\n", "notes <b>.txt"))


def cells(page: Any, chart: str) -> dict[str, list[str]]:
    rows = page.locator(f"section[aria-labelledby={chart}-title] tbody tr").all()
    return {
        row.locator("th").evaluate("head => head.firstChild.data.trim()"): [
            cell.inner_text() for cell in row.locator("td.number").all()
        ]
        for row in rows
    }


def test_a_brief_is_what_the_record_says() -> None:
    known = made(TEXT, "may.txt")
    assert (known.date, known.items, known.decisions, known.missed) == ("2022-05-03", 3, 2, 1)
    assert known.verbs == {"buy": 1, "send": 1, "note": 1}
    (action,) = known.actions
    assert ([name for _, name in action.owners], action.due, action.done) == (["Clerk"], "2022-06-01", False)


def test_charts_join_people_across_meetings_and_have_their_numbers_in_words(visit: Open, site: Path) -> None:
    page = visit(site)
    attendance = cells(page, "attendance")
    assert attendance["Cllr Tom Oduya"] == ["1", "1", "–"]
    assert attendance["Cllr Ben Marsh"] == ["2", "–", "–"]
    assert cells(page, "decisions") == {"buy": ["2"], "note": ["2"], "send": ["2"]}
    (owner,) = cells(page, "actions").items()
    assert (owner[0], owner[1]) == ("Clerk", ["2", "–"])


def test_outstanding_actions_lead_to_their_words(visit: Open, site: Path) -> None:
    rows = visit(site).locator(".outstanding tbody tr")
    assert [row.locator("td").all_inner_texts() for row in rows.all()] == [["1 June 2022", "Clerk"]] * 2
    links = [row.locator("a").get_attribute("href") for row in rows.all()]
    assert links == ["meetings/may.txt.html#t-a1", "meetings/june.txt.html#t-a1"]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        pytest.param(MATTERS, ["june.txt"], id="a later meeting calls it done"),
        pytest.param(
            MATTERS.replace("was done before", "is still outstanding at"), ["may.txt", "june.txt"], id="still open"
        ),
    ],
)
def test_an_action_that_a_later_meeting_calls_done_is_left_out(told: str, left: list[str]) -> None:
    later = LATER.replace("\n41. Apologies", told)
    (council,) = councils([made(later, "june.txt"), made(TEXT, "may.txt")])
    assert [one.meeting.name for one in council.outstanding] == left


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
