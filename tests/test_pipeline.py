"""The whole: every sample gives a valid, grounded record, the same each time; hostile inputs take linear time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_extract import Minutes, extract
from minutes_extract.errors import InputError
from minutes_extract.schema import Span
from minutes_extract.source import from_text
from minutes_extract.spans import fold
from tests.timing import LINEAR, Work, power

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")  # line ends as they are


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 12


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_a_valid_and_grounded_record(path: Path) -> None:
    text = read(path)
    minutes = extract(text, name=path.name)
    again = Minutes.model_validate_json(minutes.model_dump_json(), context={"text": text})
    assert again == minutes
    assert minutes.source.name == path.name
    assert minutes.source.layout
    for place, value in grounded(json.loads(minutes.model_dump_json())):
        span = Span.model_validate(value["span"])
        assert fold(text[span.start : span.end]) == value["text"], place
    assert extract(text, name=path.name).model_dump_json() == minutes.model_dump_json()


def grounded(value: object, place: str = "") -> list[tuple[str, dict[str, object]]]:
    """Every record of a dumped record that has a text and a span, with its path."""
    if isinstance(value, list):
        return [found for k, inner in enumerate(value) for found in grounded(inner, f"{place}[{k}]")]
    if not isinstance(value, dict):
        return []
    own = [(place, value)] if value.get("span") is not None and "text" in value else []
    return own + [found for name, inner in value.items() for found in grounded(inner, f"{place}.{name}")]


def test_the_samples_hold_something() -> None:
    """Else the test above checks nothing."""
    records = [extract(read(path)) for path in SAMPLES]
    assert sum(len(item.decisions) for minutes in records for item in minutes.items) > 50
    assert sum(len(item.actions) for minutes in records for item in minutes.items) > 20
    assert sum(len(minutes.people) for minutes in records) > 100


def test_a_source_is_taken_as_it_is() -> None:
    source = from_text("Minutes of the meeting\n\nIt was agreed to wait.\n", "a.txt")
    assert extract(source).source.name == "a.txt"
    assert extract(source).source.sha256 == source.sha256


@pytest.mark.parametrize("text", ["", " \n\t\n"], ids=["empty", "white space"])
def test_a_text_without_words_is_an_error(text: str) -> None:
    with pytest.raises(InputError):
        extract(text)


@pytest.mark.parametrize(
    "text",
    ["A", ".", "1.", "1.\n2.", "(", "-", "|", "#", "*", "RESOLVED", "Minutes:", "Present:", "\ufeffA", "a\x00b", "\f1"],
    ids=ascii,
)
def test_the_smallest_texts_give_a_record(text: str) -> None:
    assert extract(text).source.characters == len(text)


# time -----------------------------------------------------------------------------------------------------------------

Make = Callable[[int], str]
HOSTILE: dict[str, Make] = {
    "cues": lambda n: "RESOLVED " * (n // 9),
    "open brackets": lambda n: "(" * n,
    "quotation marks": lambda n: '"' * n,
    "numbers in one line": lambda n: "1. " * (n // 3),
    "numbers alone": lambda n: "1.\n" * (n // 3),
    "rising numbers": lambda n: "".join(f"{k}. Roads\n" for k in range(n // 11)),
    "numbers of two parts": lambda n: "".join(f"{k // 9}.{k % 9} Roads\n" for k in range(n // 12)),
    "item lines": lambda n: "".join(f"{k}. Roads\n(Item {k})\n" for k in range(n // 22)),
    "one long line": lambda n: "the Clerk reported on drains " * (n // 29),
    "one long line of sentences": lambda n: "The Clerk agreed to write. It was agreed to wait. " * (n // 50),
    "one long word": lambda n: "a" * n,
    "titles": lambda n: "Councillor " * (n // 11),
    "a list without an end": lambda n: "a, " * (n // 3),
    "names": lambda n: "Cllr Ada Penn, " * (n // 15),
    "short lines": lambda n: "ab\n" * (n // 3),
    "labels": lambda n: "Present: " * (n // 9),
    "cells": lambda n: "|a" * (n // 2),
    "marks": lambda n: "Action: Clerk to write.\n" * (n // 24),
    "votes": lambda n: "For 5 against 4. " * (n // 17),
    "declarations": lambda n: "Cllr Ada Penn declared an interest in item 4. " * (n // 46),
    "minutes of many items": lambda n: "".join(f"{k}. Roads\n\nIt was agreed to wait.\n\n" for k in range(n // 37)),
}
ROWS = [pytest.param(make, id=name) for name, make in HOSTILE.items()]


@pytest.mark.parametrize("make", ROWS)
def test_time_grows_with_the_text_only(make: Make) -> None:
    def work(length: int) -> Work:
        text = make(length)
        return lambda: extract(text)

    assert power(work, 4_000) < LINEAR


def test_a_line_of_300_kb() -> None:
    text = "It was reported that the drains were clear and the lamps were lit. " * 4_500
    assert extract(text).source.characters == len(text) > 300_000


def test_a_vote_of_someone_who_was_away_is_warned_about() -> None:
    head = "Nether Vale Council\n\nMinutes of the meeting held on 4 May 2022\n\nPresent: Cllr Ada Penn, Cllr Bo Marsh\nApologies: Cllr Ivy Keen\n\n"
    voted = "1. Mill Lane\n\nRESOLVED that the lamp be mended.\n\nFor: Cllr Penn, Cllr {}\nAgainst: Cllr Marsh\n\n2. Close\n\nThe Chair thanked all.\n"
    warnings = [w.message for w in extract(head + voted.format("Keen")).warnings if w.code == "vote_mismatch"]
    assert len(warnings) == 1 and "listed as one who sent apologies" in warnings[0]
    assert not [w for w in extract(head + voted.format("Dole")).warnings if w.code == "vote_mismatch"]
