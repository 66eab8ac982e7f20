"""The words of one item: paragraphs with their labels, and sentences."""

from __future__ import annotations

import pytest

from minutes_extract.itemtext import ItemText, read_label
from minutes_extract.records import Section
from minutes_extract.spans import Span, View


def item(text: str) -> ItemText:
    view = View.of(text, text, [(0, len(text), "")])
    return ItemText(view, Section("1", "Roads", "other", Span(0, len(text)), 0, len(text)))


@pytest.mark.parametrize(
    ("text", "token", "style", "ordinal", "words"),
    [
        pytest.param("(i) That", "i", "(i)", 1, "That", id="roman in brackets"),
        pytest.param("iv. That", "iv", "i.", 4, "That", id="roman"),
        pytest.param("a) That", "a", "a)", 1, "That", id="letter"),
        pytest.param("B. That", "B", "A.", 2, "That", id="capital"),
        pytest.param("12) That", "12", "1)", 12, "That", id="number"),
        pytest.param("4.2 That", "4.2", "1.1", 2, "That", id="decimal"),
        pytest.param("II. That", "II", "I.", 2, "That", id="capital roman"),
        pytest.param("I. That\nII. This", "I", "I.", 1, "That\nII. This", id="capital roman that the next one shows"),
        pytest.param("I. Bell spoke", "I", "A.", 9, "Bell spoke", id="a letter that none follows"),
        pytest.param("(a)That", "a", "(a)", 1, "That", id="glued to its bracket"),
        pytest.param("• 3. That", "3", "1.", 3, "That", id="bullet before it"),
    ],
)
def test_a_label(text: str, token: str, style: str, ordinal: int, words: str) -> None:
    label, at, _ = read_label(text, 0, len(text))
    assert label is not None
    assert (label.token, label.style, label.ordinal, text[at:]) == (token, style, ordinal, words)


@pytest.mark.parametrize("text", ["That", "(see b) That", "No. 4", "2019 was", "xy. That"])
def test_no_label(text: str) -> None:
    assert read_label(text, 0, len(text))[0] is None


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("1 That\n2 The lamps", ["1", "2"], id="numbers without a stop"),
        pytest.param(
            "A That\n(i) one\n(ii) two\nB The lamps", ["A", "i", "ii", "B"], id="letters, and points of a point"
        ),
        pytest.param("A Member spoke.\nThe Chair thanked him.", [None, None], id="an article"),
        pytest.param("2 Members spoke.\n3 Members left.", [None, None], id="not from the first on"),
        pytest.param("1 Mill Lane\nThe owner spoke.", [None, None], id="one alone"),
    ],
)
def test_labels_without_a_stop(text: str, labels: list[str | None]) -> None:
    assert [p.label.token if p.label else None for p in item(text).paragraphs] == labels


def test_paragraphs() -> None:
    text = "The road.\n\n  (i) That it be so;\n• a point\n"
    found = item(text).paragraphs
    assert [(text[p.at : p.end], p.label.token if p.label else None, p.bullet) for p in found] == [
        ("The road.", None, False),
        ("That it be so;", "i", False),
        ("a point", None, True),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("It rained. It stopped.", ["It rained.", "It stopped."], id="two"),
        pytest.param("Cllr. Penn spoke to Mr. J. Oake.", ["Cllr. Penn spoke to Mr. J. Oake."], id="abbreviations"),
        pytest.param("Was it? It was.", ["Was it?", "It was."], id="a question"),
        pytest.param('He said "yes." Then left.', ['He said "yes."', "Then left."], id="a quotation"),
        pytest.param("It cost £4.50 in all.", ["It cost £4.50 in all."], id="a price"),
        pytest.param("(i) That it be so.\n(ii) That it rest", ["That it be so.", "That it rest"], id="no label"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in item(text).sentences] == sentences


def test_what_stands_at_a_position() -> None:
    text = "One. Two.\n\nThree."
    words = item(text)
    assert [words.paragraph_at(text.index(word)) for word in ("One", "Two", "Three")] == [0, 0, 1]
    assert words.paragraph_at(10) == 0  # between two, the one before
    found = words.sentence_at(text.index("Two"))
    assert found is not None
    assert text[found.start : found.end] == "Two."
    assert words.sentence_at(10) is None
