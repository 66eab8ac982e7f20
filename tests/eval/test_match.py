import pytest

from eval.match import fold, overlap, pair, same_name, same_party, same_surname, without_cue


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("D. Wren", "David Wren", True, id="initial-for-forename"),
        pytest.param("Councillor Wren", "David Wren", True, id="title-and-surname"),
        pytest.param("Theodore Marchbanks", "Theodor Marchbanks", True, id="one-letter-in-a-long-name"),
        pytest.param("David Wren", "Diana Wren", False, id="forenames-contradict"),
        pytest.param("D. Wren", "E. Wren", False, id="initials-contradict"),
        pytest.param("Wren", "Wrenn", False, id="short-names-must-be-spelt-alike"),
        pytest.param("Councillor", "Councillor", False, id="a-title-alone-names-nobody"),
        pytest.param(None, "Wren", False, id="nothing-names-nobody"),
    ],
)
def test_same_name(a: str | None, b: str | None, same: bool) -> None:
    assert same_name(a, b) is same
    assert same_name(b, a) is same


def test_lenient_name_is_the_surname_alone() -> None:
    assert same_surname("David Wren", "Diana Wren")
    assert not same_surname("David Wren", "David Lark")


def test_party_is_a_person_or_a_post() -> None:
    assert same_party("the Harbour Master", "Harbour Master")
    assert not same_party("Harbour Master", "Town Clerk")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("**Resolved:**  “A–B”\r\n that’s", 'resolved: "a-b" that\'s'),
        ("The end.;", "the end"),
        ("", ""),
        (None, ""),
    ],
)
def test_fold_takes_off_the_dress(text: str | None, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("RESOLVED that the report be noted.", "the report be noted", id="cue-and-that"),
        pytest.param("It was unanimously agreed to meet", "to meet", id="adverb-in-the-cue"),
        pytest.param("That the report be noted", "the report be noted", id="that-alone"),
        pytest.param("Agreed", "agreed", id="a-cue-alone-is-the-clause"),
        pytest.param("Resolvedly they met", "resolvedly they met", id="a-word-that-begins-like-a-cue"),
    ],
)
def test_without_cue(text: str, bare: str) -> None:
    assert without_cue(text) == bare


def test_overlap_is_high_where_only_the_ends_differ() -> None:
    assert overlap("the report be noted", "Members heard that the report be noted and went home") == 100


def test_pairs_are_one_to_one_best_first_and_earlier_among_equals() -> None:
    assert pair([1, 2], [2, 2, 1], lambda a, b: float(a == b)) == [(0, 2), (1, 0)]
    assert pair(["a"], ["b", "c"], lambda a, b: 2.0 if b == "c" else 1.0) == [(0, 1)]
    assert pair(["a"], ["a"], lambda a, b: 0.0) == []
