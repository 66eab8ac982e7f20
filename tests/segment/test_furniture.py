"""What belongs to the page is set aside: page numbers, running heads, rules, front matter."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment.furniture import set_aside
from minutes_extract.segment.lines import read_lines


def aside(text: str) -> list[str]:
    lines = read_lines(text)
    set_aside(lines, load())
    return [line.text for line in lines if line.aside]


def pages(foot: str, count: int = 4) -> str:
    bodies = (
        "The pier was closed.",
        "The lamps were lit.",
        "The tide was low.",
        "The wind fell.",
        "The boats came in.",
    )
    return "".join(f"{bodies[k]}\n\n{foot.format(page=k + 1)}\n\n" for k in range(count))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        pytest.param("Page 3 of 10\nThe pier", ["Page 3 of 10"], id="page number"),
        pytest.param("The pier\n\nPage 3 of 10 The lamps were lit.", ["Page 3 of 10"], id="page number before words"),
        pytest.param("Page 3 of 10 pages was blank.", [], id="a sentence on a page"),
        pytest.param("The pier\n--------\nThe lamp", ["--------"], id="a rule across the page"),
        pytest.param("Additional documents:\nThe pier", ["Additional documents:"], id="label of a web page"),
        pytest.param(
            "22/5/1\n22/5/2\n22/5/3\n22/5/5\n22/5/6\nThe pier",
            ["22/5/1", "22/5/2", "22/5/3", "22/5/5", "22/5/6"],
            id="a column of numbers",
        ),
        pytest.param("12.50\n4.00\n31.20\n2.00\n7.00\nThe pier", [], id="a column of amounts"),
        pytest.param("Page 3 was discussed.\nThe pier", [], id="a sentence"),
        pytest.param("12\nThe pier", [], id="a bare number may head an item"),
        pytest.param("---\ntitle: Harbour\n---\nThe pier", ["---", "title: Harbour", "---"], id="front matter"),
        pytest.param("The pier\n---\ntitle: Harbour\n---", ["---", "---"], id="front matter stands first only"),
    ],
)
def test_what_is_set_aside(text: str, gone: list[str]) -> None:
    assert aside(text) == gone


def test_a_running_head_beside_page_numbers() -> None:
    gone = aside(pages("Harbour Committee, 4 May 2022\nPage {page}"))
    assert gone.count("Harbour Committee, 4 May 2022") == 3  # the first may be the title
    assert "The pier was closed." not in gone


def test_a_running_head_at_page_breaks() -> None:
    text = "\f".join(
        f"Harbour Committee\nThe {thing} was seen.\n" for thing in ("pier", "lamp", "tide", "wind", "boat")
    )
    assert aside(text) == ["Harbour Committee"] * 4


def test_a_line_that_comes_back_without_a_page_is_text() -> None:
    assert aside("NOTED\n\nThe pier was closed.\n\n" * 5) == []
