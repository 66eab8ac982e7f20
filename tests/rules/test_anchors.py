"""Anchors are for speed: they say where a rule need not be tried, and never change what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_extract import extract
from minutes_extract.check.anchors import begin, hold
from minutes_extract.rules import Patterns, Rule, load
from minutes_extract.rules.cues import Anchors, Cues, Fits, folded

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


def rule(pattern: str, *anchors: str, name: str = "one", case: bool = False, begins: tuple[str, ...] = ()) -> Rule:
    entry = {"id": f"stage.{name}", "pattern": pattern, "anchors": anchors, "case": case}
    return Rule(entry, "stage", Path("x.toml"), "x.toml", pattern, begins)


@pytest.mark.parametrize(
    ("pattern", "anchors", "holds"),
    [
        (r"\bit (?:was|is) agreed\b", ["agreed"], True),
        (r"\bit (?:was|is) agreed\b", ["it was", "it is"], True),
        (r"\bit (?:was|is) agreed\b", ["it was"], False),
        (r"(?:moved|second(?:ed)?) by", ["moved", "second"], True),
        (r"(?:moved|second(?:ed)?) by", ["moved", "seconded"], False),
        (r"(?:moved )?by", ["moved"], False),
        (r"(?:moved )+by", ["moved"], True),
        (r"(?:moved ){0,2}by", ["moved"], False),
        (r"(?: was| were){1,2} for", ["was for", "were for"], True),
        (r"(?: was| were){1,2} for", ["was for"], False),
        (r"(?: was| were){0,2} for", ["was for", "were for"], False),
        (r"(?>moved|put)\b", ["moved", "put"], True),
        (r"RESOLVED", ["Resolved"], True),
        (r"co[- ]?opt", ["co-opt", "coopt", "co opt"], True),
        (r"co[- ]?opt", ["co-opt"], False),
        (r"\w+ed", ["ed"], True),
        (r"[a-z]d", ["ad"], False),
        (r"(?<=moved )by", ["moved"], False),  # what stands before the match may stand before the part that is searched
        (r"by(?= moved)", ["moved"], False),
    ],
)
def test_anchors_hold(pattern: str, anchors: list[str], holds: bool) -> None:
    assert hold(rule(pattern, *anchors)) is holds


def test_built_in_anchors_hold() -> None:
    anchored = [one for one in load().rules if one.anchors]
    assert len(anchored) > 100
    assert [one.id for one in anchored if not hold(one)] == []


TEXT = "It was agreed. The Motion was put.\nAgreement."


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("It was agreed.", ["agreed", "agree", "any"]),
        ("The Motion was put.", ["motion", "any"]),
        ("Agreement.", ["agree", "any"]),
        ("was", ["any"]),
    ],
)
def test_only_rules_with_an_anchor_in_the_part(part: str, expected: list[str]) -> None:
    rules = [
        rule("agreed", "agreed", name="agreed"),
        rule("motion|amendment", "amendment", "motion", name="motion"),
        rule("agree", "agree", name="agree"),
        rule("any", name="any"),
    ]
    cues = Cues(TEXT, Anchors({"stage": rules}))
    lo = TEXT.index(part)
    assert [one.id for one in cues.rules("stage", lo, lo + len(part))] == [f"stage.{name}" for name in expected]


def test_a_stage_without_rules_has_none() -> None:
    assert Cues(TEXT, Anchors({})).rules("stage", 0, len(TEXT)) == ()


@pytest.mark.parametrize("word", ["İSSUED", "ıssued", "reſolved", "\u212aept", "ÉLU", "Straße", "ΣΑΣ"])
def test_folding_keeps_lengths_and_finds_what_the_pattern_finds(word: str) -> None:
    assert len(folded(word)) == len(word)
    for plain in ("issued", "resolved", "kept"):
        assert (re.search(plain, word, re.IGNORECASE) is not None) == (plain in folded(word))


@pytest.mark.parametrize(
    ("pattern", "one_line"),
    [
        (r"^The report[^.\n]{0,80}\.$", True),
        (r"\bmoved (?:by )?\w+, [^\S\n]", True),
        (r"(?i:moved) by", True),
        (r"moved[^\s:]{0,80}by", True),
        (r"moved[^\S:]{0,80}by", False),
        (r"moved\s+by", False),
        (r"moved[\s.:]by", False),
        (r"moved[^.]{0,80}by", False),
        (r"moved\W", False),
        (r"(?s:moved.by)", False),
        (r"moved(?=\n)", False),
        (r"moved\Z", False),
    ],
)
def test_what_stays_within_a_line(pattern: str, one_line: bool) -> None:
    assert rule(pattern).one_line is one_line


def test_built_in_rules_stay_within_a_line_as_they_say() -> None:
    text = "the report was moved by cllr marsh and agreed\n" * 3
    assert sum(one.one_line for one in load().rules) > 100
    for one in load().rules:
        assert not one.one_line or all("\n" not in match[0] for match in one.regex.finditer(text))


@pytest.mark.parametrize(
    ("anchors", "text", "found"),
    [
        (["moved"], "Moved and removed, unMOVED", [0, 12, 21]),
        (["no", "noted", "nobody else"], "No. Cllr Lund noted, piano", [0, 14, 14, 24]),
        ([" for"], "four for\tall for\nnone, for", [4, 12, 22]),
        (["the chair "], "The Chair, the chair left\nthe chair", [11]),
        (["2\tnd", "2 nd", "2\nnd"], "2\tnd 2 nd 2\nnd 2nd", [0, 5, 10]),
        (["be", "being"], "being", [0, 0]),
        (["(", ":"], "a(b): c", [1, 4]),
        ([" "], "a b", []),  # no word: the rule is tried everywhere
    ],
)
def test_where_anchors_stand(anchors: list[str], text: str, found: list[int]) -> None:
    one = rule("x", *anchors)
    cues = Cues(text, Anchors({"stage": [one]}))
    assert [at for at, _ in cues.places("stage")] == found
    assert cues.rules("stage", 0, len(text)) == ((one,) if found or anchors == [" "] else ())


LINES = "It was agreed.\nNothing else.\nAgreed, all agreed."


@pytest.mark.parametrize(
    ("pattern", "anchors", "expected"),
    [
        ("agreed", ["agreed"], ["It was agreed.", "Agreed, all agreed."]),
        ("agreed", [], [LINES]),
        (r"agreed\s", ["agreed"], [LINES]),
        ("carried", ["carried"], []),
        (r"carried\s", ["carried"], []),
    ],
)
def test_a_rule_is_tried_on_the_lines_of_its_anchors(pattern: str, anchors: list[str], expected: list[str]) -> None:
    one = rule(pattern, *anchors)
    parts = Cues(LINES, Anchors({"stage": [one]})).parts(one, 0, len(LINES))
    assert [LINES[lo:hi] for lo, hi in parts] == expected


@pytest.mark.parametrize(
    ("pattern", "begins", "holds"),
    [
        (r"\b(?:moved|second(?:ed)?) by", ["moved", "second"], True),
        (r"\b(?:moved|second(?:ed)?) by", ["mov", "s"], True),
        (r"\b(?:moved|second(?:ed)?) by", ["moved", "seconded"], False),
        (r"(?:moved|seconded) by", ["moved", "seconded"], False),  # also the end of 'removed'
        (r"(?<!\w)(?:[-•] )?for", ["-", "•", "for"], True),
        (r"(?<!\w)(?:[-•] )?for", ["for"], False),
        (r"\b(?=[ab])(?:and )*by", ["and ", "by"], True),
        (r"\b(?:a ){0,2}by", ["a b", "by"], False),
        (r"\b(?:a ){1,2}by", ["a a by", "a by"], True),
        (r"\b[0-9]{1,2} for", list("0123456789"), True),
        (r"\b[0-9]{1,2} for", list("012345678"), False),
        (r"\b\d{1,2} for", list("0123456789"), False),  # there are other digits
        (r"\bRESOLVED", ["Resolved"], True),
        (r"\b\w+ed", ["resolved"], False),
    ],
)
def test_begins_hold(pattern: str, begins: list[str], holds: bool) -> None:
    assert begin(rule(pattern, begins=tuple(begins))) is holds


def test_built_in_begins_hold() -> None:
    told = [one for one in load().rules if one.begins]
    assert len(told) > 20
    assert [one.id for one in told if not begin(one)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("moved by A, moved by B", [0, 12]),
        ("removed by A", []),
        ("MOVED by A", [0]),
        ("moved moved by A", [6]),
        ("moved 1 by A, moved by B", [0, 14]),
        ("moved 2 by A, moved by B", [14]),  # does not fit
        ("moved 2 moved by B", [8]),
    ],
)
def test_a_rule_is_tried_where_its_matches_begin(text: str, found: list[int]) -> None:
    pattern = r"\bmoved (?:\d (?:moved )?)?by"
    for one in (rule(pattern, "by", begins=("moved",)), rule(pattern, "by"), rule(pattern)):
        cues = Cues(text, Anchors({"stage": [one]}))
        assert [m.start() for m in cues.matches(one, 0, len(text), lambda match: "2" not in match[0])] == found


class Plain(Patterns):
    """The slow path: every rule is tried everywhere."""

    def near(self, stage: str, text: str, lo: int = 0, hi: int | None = None) -> tuple[Rule, ...]:
        return self.stage(stage)

    def matches(
        self, rule: Rule, text: str, lo: int = 0, hi: int | None = None, fits: Fits | None = None
    ) -> Iterator[re.Match[str]]:
        while match := rule.regex.search(text, lo, len(text) if hi is None else hi):
            lo = match.start() + 1
            if fits is None or fits(match):
                yield match
                lo = max(match.end(), lo)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_records_are_those_of_the_slow_path(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = sample.read_text(encoding="utf-8")
    fast = extract(text).model_dump_json()
    monkeypatch.setattr(Patterns, "near", Plain.near)
    monkeypatch.setattr(Patterns, "matches", Plain.matches)
    assert extract(text).model_dump_json() == fast
