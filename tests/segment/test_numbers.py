"""Printed numbers of items: what is one, what only looks like one, and what follows what."""

from __future__ import annotations

import pytest

from minutes_extract.segment.numbers import read_letter, read_number, step


@pytest.mark.parametrize(
    ("text", "token", "numbers", "shape", "words"),
    [
        pytest.param("44. Apologies", "44", (44,), "#", "Apologies", id="number and stop"),
        pytest.param("7 Apologies", "7", (7,), "#", "Apologies", id="bare number"),
        pytest.param("7) Apologies", "7", (7,), "#", "Apologies", id="bracket"),
        pytest.param("21/47 Apologies", "21/47", (21, 47), "#/#", "Apologies", id="year and number"),
        pytest.param("5.1 Apologies", "5.1", (5, 1), "#.#", "Apologies", id="decimal"),
        pytest.param("1.0 Apologies", "1.0", (1, 0), "#.#", "Apologies", id="decimal of a first level"),
        pytest.param("7a Apologies", "7a", (7, 1), "#a", "Apologies", id="letter behind"),
        pytest.param(
            "FGB 39/2122 Apologies", "FGB 39/2122", (39, 2122), "FGB #/#", "Apologies", id="prefix of a board"
        ),
        pytest.param("C048/23 Apologies", "C048/23", (48, 23), "C#/#", "Apologies", id="prefix without a space"),
        pytest.param("16/09/6/1 Apologies", "16/09/6/1", (16, 9, 6, 1), "#/#/#/#", "Apologies", id="four parts"),
        pytest.param("1429/12/2019Apologies", "1429/12/2019", (1429, 12, 2019), "#/#/#", "Apologies", id="glued"),
        pytest.param("RC61/19 Apologies", "RC61/19", (61, 19), "RC#/#", "Apologies", id="prefix of a committee"),
        pytest.param("51a/19 Apologies", "51a/19", (51, 19, 1), "#/#a", "Apologies", id="letter before the year"),
        pytest.param("6 (b) Apologies", "6 (b)", (6, 2), "#a", "Apologies", id="letter set apart"),
        pytest.param("4 a) Apologies", "4 a", (4, 1), "#a", "Apologies", id="letter set apart with a bracket"),
        pytest.param("Items 1 & 2. Apologies", "1 & 2", (2,), "#", "Apologies", id="two items together"),
        pytest.param("1. / Apologies", "1", (1,), "#", "Apologies", id="a stroke between the cells of a table"),
        pytest.param("1. | Apologies", "1", (1,), "#", "Apologies", id="a bar between the cells of a table"),
        pytest.param("27 :    Apologies", "27", (27,), "#", "Apologies", id="a colon set apart"),
        pytest.param("Item 5 Apologies", "5", (5,), "#", "Apologies", id="the word item"),
        pytest.param("23-24/HFA/1 Apologies", "23-24/HFA/1", (23, 24, 1), "#-#/HFA/#", "Apologies", id="year and body"),
        pytest.param("06/21:01 Apologies", "06/21:01", (6, 21, 1), "#/#:#", "Apologies", id="year, meeting and number"),
        pytest.param(
            "01/20/F&R Apologies", "01/20/F&R", (1, 20), "#/#/F&R", "Apologies", id="year and committee behind"
        ),
        pytest.param("14366 POLICE", "14366", (14366,), "#", "POLICE", id="five digits before a title"),
        pytest.param("12.Apologies", "12", (12,), "#", "Apologies", id="no space behind the stop"),
        pytest.param("12.", "12", (12,), "#", "", id="alone on its line"),
    ],
)
def test_a_number_is_read(text: str, token: str, numbers: tuple[int, ...], shape: str, words: str) -> None:
    label = read_number(text)
    assert label is not None
    assert (label.token, label.numbers, label.shape, text[label.end :]) == (token, numbers, shape, words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("4 May 2022", id="a date"),
        pytest.param("4th May 2022", id="a date with its ending"),
        pytest.param("27.08.2019", id="a date in figures"),
        pytest.param("5-14-01", id="a date in figures, the month first"),
        pytest.param("7.30pm Open forum", id="a time"),
        pytest.param("5 For, 0 Against", id="a count of votes"),
        pytest.param("20 minutes were given", id="a stretch of time"),
        pytest.param("5% of the rate", id="a share"),
        pytest.param("12345 Apologies", id="too many figures"),
        pytest.param("June 4 was a Saturday", id="a month is no prefix"),
        pytest.param("page 4", id="a page is no prefix"),
        pytest.param("Apologies", id="no figure"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_number_of_an_item(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "token", "numbers", "shape"),
    [
        pytest.param("a) Parking", "a", (1,), "a", id="letter"),
        pytest.param("(b) Parking", "(b)", (2,), "a", id="letter in brackets"),
        pytest.param("C. Parking", "C", (3,), "A", id="capital"),
        pytest.param("(iv) Parking", "(iv)", (4,), "i", id="roman"),
        pytest.param("ii Parking", "ii", (2,), "i", id="roman without a stop"),
    ],
)
def test_a_letter_is_read(text: str, token: str, numbers: tuple[int, ...], shape: str) -> None:
    label = read_letter(text)
    assert label is not None
    assert (label.token, label.numbers, label.shape, text[label.end :]) == (token, numbers, shape, "Parking")


@pytest.mark.parametrize("text", ["a bridge", "Parking", "K. Parking", "(xiii) Parking", ""])
def test_what_is_no_letter(text: str) -> None:
    assert read_letter(text) is None


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("4.", "5.", "next"),
        ("5.1", "5.2", "next"),
        ("22/045", "22/046", "next"),
        ("7a", "7b", "next"),
        ("5.", "6(a)", "next"),
        ("51d/19", "52/19", "pop"),
        ("4.", "6.", "gap"),
        ("4.", "4.", "same"),
        ("4.", "3.", ""),
        ("4.", "40.", ""),
        ("5.", "5.1", "child"),
        ("5.", "5.2", ""),
        ("5.", "6.1", ""),
        ("5.3", "6.", "pop"),
        ("5.3", "6.1", "pop"),
        ("5.3", "9.", ""),
    ],
)
def test_how_one_number_follows_another(before: str, after: str, how: str) -> None:
    first, second = read_number(f"{before} Roads"), read_number(f"{after} Roads")
    assert first is not None
    assert second is not None
    assert step(first, second) == how
