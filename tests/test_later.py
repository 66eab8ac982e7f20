"""Expressions that are compiled when they are first used do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from minutes_extract.later import later

TEXT = "Aye: Marsh, Oduya\nNo: Penn"
PATTERN, FLAGS = r"^(?P<said>aye|no):", re.IGNORECASE | re.MULTILINE


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("search", (TEXT,)),
        ("match", (TEXT, 18)),
        ("fullmatch", (TEXT, 0, 4)),
        ("findall", (TEXT,)),
        ("split", (TEXT,)),
        ("sub", ("-", TEXT)),
        ("subn", ("-", TEXT)),
    ],
)
def test_each_method_is_that_of_the_compiled_pattern(method: str, arguments: tuple[object, ...]) -> None:
    found = getattr(later(PATTERN, FLAGS), method)(*arguments)
    wanted = getattr(re.compile(PATTERN, FLAGS), method)(*arguments)
    assert wanted
    assert (found[0], found.span()) == (wanted[0], wanted.span()) if isinstance(found, re.Match) else found == wanted


def test_all_matches_are_found_again_and_again() -> None:
    pattern = later(PATTERN, FLAGS)
    for _ in range(2):
        assert [match["said"] for match in pattern.finditer(TEXT)] == ["Aye", "No"]


def test_what_a_pattern_knows_of_itself_is_told() -> None:
    pattern = later(PATTERN, FLAGS)
    assert pattern.pattern == PATTERN
    assert pattern.flags == re.compile(PATTERN, FLAGS).flags
    assert dict(pattern.groupindex) == {"said": 1}


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = later("(")
    with pytest.raises(re.error):
        broken.search(TEXT)
