"""Sentences with words of decision or duty that no record covers."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_extract import extract
from minutes_extract.pipeline import unclaimed
from minutes_extract.schema import Minutes

TEXT = """\
Minutes of the meeting held on 4 May 2022

1. Apologies for absence

No apologies were received.

2. The ford

{body}

3. Date of next meeting

1 June 2022.
"""


def sentences(body: str) -> list[str]:
    text = TEXT.format(body=body)
    return [" ".join(text[span.start : span.end].split()) for span in unclaimed(text, extract(text))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("The tide was low.", [], id="no such word"),
        pytest.param("RESOLVED that the ford be closed to all traffic.", [], id="a decision covers it"),
        pytest.param("Action: Clerk to write to the owner.", [], id="an action covers it"),
        pytest.param(
            "Mr Dunlin had told them that a resolution lay before the Duchy. The tide was low.",
            ["Mr Dunlin had told them that a resolution lay before the Duchy."],
            id="a word of decision",
        ),
        pytest.param(
            "The tide was low. Somebody was asked about the\nmatter in the spring. It rained.",
            ["Somebody was asked about the matter in the spring."],
            id="a word of duty, over a line break",
        ),
        pytest.param("Resolutions are rare.", [], id="only whole words"),
        pytest.param("The tide was low.\n\nAction\n\nIt rained.", [], id="the head of a column"),
        pytest.param("RESOLVED that the ford be closed.\n\nCARRIED", [], id="the result of a record"),
        pytest.param("CARRIED", ["CARRIED"], id="the result of nothing"),
        pytest.param(
            "Moved by Cllr Ada Quill, seconded by Cllr Ben Marsh\n\nRESOLVED that the ford be closed.",
            [],
            id="the movers of a record",
        ),
        pytest.param(
            "Moved by Cllr Ada Quill, seconded by Cllr Ben Marsh\n\nThe tide was low.",
            ["Moved by Cllr Ada Quill, seconded by Cllr Ben Marsh"],
            id="movers of nothing",
        ),
    ],
)
def test_what_is_listed(body: str, expected: list[str]) -> None:
    assert sentences(body) == expected


def test_a_folder_of_patterns_adds_words(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('decision_word = ["settled"]\n', encoding="utf-8")
    text = TEXT.format(body="The moot settled on the ford.")
    (span,) = unclaimed(text, extract(text), tmp_path)
    assert text[span.start : span.end] == "The moot settled on the ford."


def test_a_text_that_no_item_holds_is_listed_too() -> None:
    """A page that is not taken for minutes is all header."""
    text = "The old pier.\n\nIn 1904 the Duchy agreed to pull it down.\n\nIt stands.\n"
    minutes = extract(text)
    assert minutes.items == []
    (span,) = unclaimed(text, minutes)
    assert text[span.start : span.end] == "In 1904 the Duchy agreed to pull it down."


def test_places_rise_and_hold_no_record() -> None:
    text = TEXT.format(body="RESOLVED that it be so. A resolution was lost. NOTED. It was once agreed upon by many.")
    minutes: Minutes = extract(text)
    found = unclaimed(text, minutes)
    assert found == sorted(found, key=lambda span: span.start)
    decided = [decision.span for item in minutes.items for decision in item.decisions]
    assert decided
    assert not any(a.start < b.end and b.start < a.end for a in found for b in decided)
