"""The strict load: what does not fit fails with the file, the rule and what to do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import minutes_extract
from minutes_extract.errors import PatternError
from minutes_extract.rules import Patterns, load
from minutes_extract.rules.load import locate
from minutes_extract.rules.words import alternation

Write = Callable[..., Path]

RULE = """\
stage = "parse.decision"
[[rule]]
id = "parse.decision.own"
why = "'Moot:' marks a decision."
pattern = '''Moot: '''
examples = [{ text = "Moot: That it be so.", gives = { type = "resolution" } }]
"""


def test_the_built_in_patterns_load() -> None:
    patterns = load()
    assert len(patterns.rules) > 100
    assert len({rule.id for rule in patterns.rules}) == len(patterns.rules)
    assert all(rule.id.startswith(rule.stage.split(".")[0]) for rule in patterns.rules)


def test_the_built_in_files_hold_what_a_file_may_hold() -> None:
    """A run takes that for granted."""
    assert Patterns([locate()], strict=True).rules


def test_a_rule_has_what_its_file_says(write: Write) -> None:
    (rule,) = Patterns([write("parse/own.toml", RULE)]).rules
    assert (rule.id, rule.stage, rule.file) == ("parse.decision.own", "parse.decision", "parse/own.toml")
    assert rule.entry.why == "'Moot:' marks a decision."
    assert rule.regex.search("MOOT: that") is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            RULE + "colour = 'red'\n", ["rule parse.decision.own", "colour", "Extra inputs"], id="unknown key"
        ),
        pytest.param("colour = 'red'\n" + RULE, ["colour", "Extra inputs"], id="unknown key of the file"),
        pytest.param(RULE + RULE.split("\n", 1)[1], ["parse.decision.own stands in own.toml"], id="duplicate id"),
        pytest.param(RULE.replace("Moot: '''", "(Moot: '''"), ["parse.decision.own", "not compile"], id="bad pattern"),
        pytest.param(RULE.replace("Moot: '''", "{moot}: '''"), ["parse.decision.own", "called 'moot'"], id="no slot"),
        pytest.param(RULE.replace("parse.decision.own", "Own"), ["rule Own", "rule.0.id"], id="bad id"),
        pytest.param(RULE.replace("Moot: '''", "'''"), ["parse.decision.own", "rule.0.pattern"], id="empty pattern"),
        pytest.param(RULE[: RULE.index("examples")] + "examples = []", ["rule.0.examples"], id="no example"),
        pytest.param("stage = 'parse.decision'\nrule = []\n", ["rule", "at least 1"], id="no rule"),
        pytest.param("own_word = []\n", ["`own_word` must be a list of words"], id="empty word list"),
        pytest.param("own_word = ['a', '']\n", ["`own_word` must be a list of words"], id="empty word"),
        pytest.param("own_word = 'a'\n", ["`own_word` must be a list of words, a table"], id="no list"),
        pytest.param("[fragment]\nmoot = 3\n", ["fragment 'moot' must be a piece"], id="a fragment that is no text"),
        pytest.param("[fragment]\nmoot = 'a'\n", ["no rule uses the fragment 'moot'"], id="unused fragment"),
        pytest.param("rule = ", ["not a readable TOML file"], id="no TOML"),
    ],
)
def test_what_does_not_fit_fails_with_its_file(write: Write, text: str, words: list[str]) -> None:
    folder = write("parse/own.toml", text)
    with pytest.raises(PatternError) as caught:
        Patterns([folder])
    message = str(caught.value)
    assert message.startswith(f"{folder / 'parse/own.toml'}: ")
    assert "\n" not in message
    for word in words:
        assert word in message


def test_fragments_in_a_circle_fail(write: Write) -> None:
    write("words.toml", "[fragment]\nmoot = '{thing}'\nthing = '{moot}'\n")
    folder = write("own.toml", RULE.replace("Moot: '''", "{moot}: '''"))
    with pytest.raises(PatternError, match=r"own\.toml: rule parse\.decision\.own: fragments refer to one another"):
        Patterns([folder])


def test_one_id_in_two_files_of_a_folder_fails(write: Write) -> None:
    write("a.toml", RULE)
    folder = write("b.toml", RULE)
    with pytest.raises(PatternError, match=r"b\.toml: the id parse\.decision\.own stands in a\.toml already"):
        Patterns([folder])


def test_slots_are_filled_from_words_and_fragments(write: Write) -> None:
    write("words.toml", "own_word = ['ford', 'fording place']\n[fragment]\nmoot = 'the {own_word}'\n")
    folder = write("own.toml", RULE.replace("Moot: '''", "{moot} {own_word}$'''"))
    (rule,) = Patterns([folder]).rules
    assert rule.regex.search("The Fording Place ford") is not None
    assert rule.regex.search("the ford place") is None


def test_the_ends_of_a_list_match_behind_any_words_as_the_whole_list_does(write: Write) -> None:
    write("words.toml", "own_head = ['court', 'parish court', 'parish moot', 'court of law']\n")
    folder = write("own.toml", RULE.replace("Moot: '''", r"\A(?:\w+ )*?{own_head:ends}\b'''"))
    (rule,) = Patterns([folder]).rules
    assert "parish\\ court" not in rule.pattern
    for text in ("the parish court", "a Parish Moot", "the court of law"):
        assert rule.regex.fullmatch(text) is not None
    assert rule.regex.search("the moot") is None


def test_no_word_hides_a_longer_one() -> None:
    assert alternation(["a", "a b", "a.c"]) == r"(?:a(?:\ b|\.c)?)"
    assert re.fullmatch(alternation(["Ab", "abc"]) + "!", "ABC!", re.IGNORECASE) is not None


@given(st.sets(st.text("ab .", min_size=1, max_size=4), min_size=1), st.text("ab. ", max_size=12))
def test_words_that_share_their_beginning_match_as_if_they_stood_apart(words: set[str], text: str) -> None:
    apart = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for pattern in ("{}", r"\b{}\b", "{}(?=a)", "(?:{} )?a"):
        expected = [match.span() for match in re.finditer(pattern.format(f"(?:{apart})"), text)]
        assert [match.span() for match in re.finditer(pattern.format(alternation(words)), text)] == expected


def test_begins_may_name_a_list(write: Write) -> None:
    write("words.toml", "own_word = ['ford', 'weir']\n")
    folder = write("own.toml", RULE.replace("Moot: '''", "{own_word}'''") + "begins = ['{own_word}', 'moot']\n")
    (rule,) = Patterns([folder]).rules
    assert rule.begins == ("ford", "weir", "moot")
    with pytest.raises(PatternError, match="there is no word list called 'own_words'"):
        Patterns([write("own.toml", RULE + "begins = ['{own_words}']\n", "other")])


# overlays -------------------------------------------------------------------------------------------------------------


def test_an_overlay_replaces_a_rule_and_adds_words(write: Write) -> None:
    write("words.toml", "own_word = ['ford']\n", "base")
    base = write("own.toml", RULE.replace("Moot: '''", "{own_word}'''"), "base")
    write("words.toml", "own_word = ['weir']\n", "over")
    over = write("other.toml", RULE.replace("Moot: '''", "at the {own_word}'''"), "over")
    (rule,) = Patterns([base, over]).rules
    assert rule.file == "other.toml"
    assert [rule.regex.search(text) is not None for text in ("ford", "at the ford", "at the weir")] == [
        False,
        True,
        True,
    ]


def test_a_fragment_of_a_rule_that_an_overlay_replaces_is_used(write: Write) -> None:
    write("words.toml", "[fragment]\nmoot = 'moot'\n", "base")
    base = write("own.toml", RULE.replace("Moot: '''", "{moot}'''"), "base")
    over = write("own.toml", RULE, "over")
    assert len(Patterns([base, over]).rules) == 1


def test_load_lays_a_folder_over_the_built_in_one(write: Write) -> None:
    own = load(write("own.toml", RULE))
    assert {rule.id for rule in own.rules} == {rule.id for rule in load().rules} | {"parse.decision.own"}
    assert own.stage("parse.decision")[-1].id == "parse.decision.own"


def test_a_folder_that_is_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="no such folder"):
        load(tmp_path / "none")


def test_the_built_in_folder_is_found() -> None:
    assert (locate() / "parse" / "decisions.toml").is_file()


def test_the_rules_of_a_stage_stand_in_the_order_of_their_file() -> None:
    rules = load().stage("parse.decision")
    assert rules
    assert [rule.id for rule in rules] == [rule.id for rule in load().rules if rule.stage == "parse.decision"]
    assert load().stage("parse.nothing") == ()


def test_every_fragment_and_word_list_is_used() -> None:
    """By a rule, by another fragment, or by the code that reads it by name."""
    files = sorted(locate().rglob("*.toml"))
    data = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    named = {name for file in data if "rule" not in file for name in (*file, *file.get("fragment", {}))} - {"fragment"}
    assert len(named) > 20
    code = "".join(path.read_text(encoding="utf-8") for path in Path(minutes_extract.__file__).parent.rglob("*.py"))
    entries = [rule.entry for rule in load().rules]
    slots = "".join([*(text for entry in entries for text in (entry.pattern, *entry.begins)), *_fragments(data)])
    unused = {name for name in named if f"{{{name}}}" not in slots + code and f'"{name}"' not in code}
    assert unused == set()


def test_every_id_that_the_code_gives_is_explained() -> None:
    """Where a record names no rule of a file, `extract patterns list` says which step has found it."""
    code = [path.read_text(encoding="utf-8") for path in Path(minutes_extract.__file__).parent.rglob("*.py")]
    given = {name for text in code for name in re.findall(r'"((?:segment|recognise|parse)(?:\.[a-z0-9-]+)+)"', text)}
    known = {name for rule in load().rules for name in (rule.id, rule.stage)} | set(load().tables["step"])
    assert len(given) > 20
    assert given - known == set()
    assert set(load().tables["step"]) - given == set()


def _fragments(data: list[dict[str, Any]]) -> list[str]:
    return [pattern for file in data for pattern in file.get("fragment", {}).values()]
