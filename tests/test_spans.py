"""The reading view: what it prints, and that each of its places leads back into the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.spans import Span, View, fold, plain

SOURCE = "The “Pier”  was\r\nclosed — for\nPage 4\nthe win-\nter."


def view() -> View:
    """SOURCE with the page number left out, the wraps joined and the hyphen taken away."""
    text = plain(SOURCE)
    cuts = [("The", " "), ('"Pier"', " "), ("was", " "), ("closed - for", " "), ("the win", ""), ("ter.", "")]
    pieces, at = [], 0
    for words, joiner in cuts:
        start = text.index(words, at)
        at = start + len(words)
        pieces.append((start, at, joiner))
    return View.of(SOURCE, text, pieces)


def test_the_text_of_the_view() -> None:
    assert view().text == 'The "Pier" was closed - for the winter.'


@pytest.mark.parametrize(
    ("words", "source", "printed"),
    [
        pytest.param("The", "The", "The", id="one stretch"),
        pytest.param('"Pier"', "“Pier”", "“Pier”", id="curly quotes"),
        pytest.param('"Pier" was', "“Pier”  was", "“Pier” was", id="a wide gap"),
        pytest.param("was closed", "was\r\nclosed", "was closed", id="a line break"),
        pytest.param("closed - for", "closed — for", "closed — for", id="a dash"),
        pytest.param("for the", "for\nPage 4\nthe", "for the", id="page furniture in the middle"),
        pytest.param("winter.", "win-\nter.", "winter.", id="a hyphen of the typesetter"),
        pytest.param(" was ", "was", "was", id="white space at the ends is left out"),
    ],
)
def test_a_place_leads_back_into_the_source(words: str, source: str, printed: str) -> None:
    reading = view()
    start = reading.text.index(words)
    span = reading.span(start, start + len(words))
    assert SOURCE[span.start : span.end] == source
    assert reading.printed(start, start + len(words)) == printed


def test_every_position_and_its_offset() -> None:
    reading = view()
    for position, character in enumerate(reading.text):
        offset = reading.offset(position)
        if not character.isspace():  # a joiner stands for what the source has there
            assert plain(SOURCE)[offset] == character
            assert reading.position(offset) == position


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        pytest.param("Page 4", "the winter.", id="what is left out leads to what follows it"),
        pytest.param("\r\n", " closed", id="a line break leads to its joiner"),
    ],
)
def test_the_position_of_an_offset_that_the_view_leaves_out(words: str, behind: str) -> None:
    reading = view()
    position = reading.position(SOURCE.index(words))
    assert reading.text[position:].strip().startswith(behind.strip())


def test_the_ends_of_lines_of_the_source() -> None:
    """At the spaces that join two lines; not at those that stand in one, nor where a hyphen was taken away."""
    reading = view()
    behind = [reading.text[:at].split()[-1] for at in reading.line_ends(0, len(reading.text))]
    assert behind == ["was", "for"]
    assert View.of("a\nb", "a\nb", [(0, 3, "")]).line_ends(0, 3) == [1]
    assert reading.line_ends(0, reading.text.index(" closed")) == []


def test_an_offset_before_the_view_and_one_behind_it() -> None:
    reading = View.of("xx The pier.\nyy", "xx The pier.\nyy", [(3, 12, "")])
    assert reading.position(0) == 0
    assert reading.position(15) == len(reading.text)


def test_a_range_without_words_is_an_empty_span() -> None:
    reading = view()
    assert reading.span(3, 4) == reading.span(4, 4) == Span(4, 4)
    assert View.of("----", "----", []).span(0, 0) == Span(0, 0)


@given(st.text(alphabet="aé— \n“”", min_size=1), st.data())
def test_printed_is_the_source_where_nothing_is_left_out(source: str, data: st.DataObject) -> None:
    reading = View.of(source, plain(source), [(0, len(source), "")])
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    assert reading.printed(start, end) == fold(source[start:end])
    if source[start:end].strip():
        span = reading.span(start, end)
        assert source[span.start : span.end] == source[start:end].strip()


def test_plain_keeps_every_offset() -> None:
    odd = "‘a’ – “b” • ·c\u00a0d\u200be\u2028"
    assert plain(odd) == "'a' - \"b\" • •c d e "
    assert len(plain(odd)) == len(odd)


@pytest.mark.parametrize(
    ("one", "other", "holds", "overlaps"),
    [
        ((2, 5), (2, 5), True, True),
        ((2, 5), (3, 4), True, True),
        ((2, 5), (4, 6), False, True),
        ((2, 5), (5, 6), False, False),
        ((2, 5), (0, 2), False, False),
    ],
)
def test_spans(one: tuple[int, int], other: tuple[int, int], holds: bool, overlaps: bool) -> None:
    assert (Span(*other) in Span(*one)) is holds
    assert Span(*one).overlaps(Span(*other)) is overlaps
