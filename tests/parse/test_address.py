"""Forms of address at a place of a text: the longest, with the article before it and the stop behind it."""

from __future__ import annotations

import pytest

from minutes_extract.parse.address import Phrases, titles_of
from minutes_extract.rules import load

PHRASES = Phrases(["cllr", "cllr.", "mayor", "deputy mayor", "mr", "the worshipful the mayor", "b cllr"])


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        pytest.param("Cllr Marsh", 0, "Cllr", id="case does not count"),
        pytest.param("For: CLLR. MARSH", 5, "CLLR.", id="with its stop"),
        pytest.param("Mr. Penn", 0, "Mr.", id="a stop that the list does not have"),
        pytest.param("Deputy Mayor Penn", 0, "Deputy Mayor", id="two words"),
        pytest.param("the Mayor said", 0, "the Mayor", id="behind the article"),
        pytest.param("The Worshipful the Mayor", 0, "The Worshipful the Mayor", id="an article of its own"),
        pytest.param("B Cllr Marsh", 0, "B Cllr", id="the longer one first"),
        pytest.param("Mrs Penn", 0, None, id="the beginning of another word"),
        pytest.param("Mr's", 0, None, id="an apostrophe goes on"),
        pytest.param("The Marsh", 0, None, id="the article alone"),
        pytest.param("Penn", 0, None, id="a name"),
        pytest.param("", 0, None, id="nothing"),
    ],
)
def test_the_phrase_that_stands_at_a_place(text: str, start: int, found: str | None) -> None:
    end = PHRASES.end(text, start)
    assert (None if end is None else text[start:end]) == found


def test_no_phrase_reaches_beyond_the_stop() -> None:
    assert PHRASES.end("Deputy Mayor", 0, 9) is None
    assert PHRASES.end("Mr Penn", 0, 2) == 2


@pytest.mark.parametrize(("text", "one"), [("Mayor", True), ("the mayor.", True), ("Mayor Penn", False), ("", False)])
def test_a_text_that_is_a_phrase(text: str, one: bool) -> None:
    assert PHRASES.is_one(text) is one


def test_titles_of_several_people_and_posts() -> None:
    titles = titles_of(load())
    assert titles.plural.is_one("Councillors") and not titles.plural.is_one("Councillor")
    assert titles.any.is_one("Councillor") and titles.post.search("the Chair")
