"""Every rule on its own examples, among all the others and through the whole pipeline; and the checker itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_extract import extract
from minutes_extract.check import check
from minutes_extract.check.readers import READERS
from minutes_extract.check.trial import Trial, frame
from minutes_extract.errors import PatternError
from minutes_extract.rules import load

Write = Callable[..., Path]

# A council that prints 'The moot settled:' before its decisions; the rule that a contributor would write for it.
MOOT = """\
stage = "parse.decision"

[[rule]]
id = "parse.decision.own-moot"
why = "'The moot settled: ...': how the Moot of Ravensey marks its decisions."
pattern = '''^(?P<cue>The moot settled):[ \\t]*'''
form = "block"
examples = [
  { text = "The moot settled: That the ford be mended.", gives = GIVES },
]
counter_examples = [{ text = "The moot settled down at eight.", why = "nothing was decided" }]
"""
GIVES = '{ type = "resolution", cue = "The moot settled", clauses = ["That the ford be mended."], verbs = ["mend"] }'
MOOT = MOOT.replace("GIVES", GIVES)
RAVENSEY = """\
Moot of Ravensey

Minutes of the meeting held on Tuesday 3 May 2022.

1. Apologies for absence

There were none.

2. The ford

Mrs Starling described the state of the ford.

The moot settled: (i) That the ford be mended; and
(ii) That Mrs Starling be thanked.

3. Date of next meeting

Tuesday 7 June 2022.
"""


def test_every_built_in_rule_holds_its_examples() -> None:
    rules = load().rules
    assert sum(len(rule.entry.examples) for rule in rules) > 150
    assert sum(len(rule.entry.counter_examples) for rule in rules) > 100
    assert check() == []


def test_every_stage_is_read_and_has_a_rule() -> None:
    assert {rule.stage for rule in load().rules} == set(READERS)


@pytest.mark.parametrize("stage", sorted(READERS))
def test_the_document_around_an_example_gives_nothing_by_itself(stage: str) -> None:
    """Else a record of the frame could pass for one of the example."""
    trial = Trial(stage, "The sea was calm.", load())
    minutes = trial.minutes
    assert "{}" in frame(stage)
    for item in minutes.items:
        assert (item.decisions, item.motions, item.actions, item.declarations) == ([], [], [], [])
    assert minutes.people == []
    assert stage == "recognise.meeting" or minutes.meeting.date == "2022-05-04"


# a contributor's own wording ------------------------------------------------------------------------------------------


def test_an_overlay_teaches_a_wording_without_code(write: Write) -> None:
    own = write("parse/ravensey.toml", MOOT)
    assert check(own) == check()
    before = [d.cue for item in extract(RAVENSEY).items for d in item.decisions]
    assert "The moot settled" not in before
    (decision,) = [d for item in extract(RAVENSEY, patterns=own).items for d in item.decisions]
    assert (decision.cue, decision.rule) == ("The moot settled", "parse.decision.own-moot")
    assert [(clause.label, clause.text, clause.verb) for clause in decision.clauses] == [
        ("(i)", "That the ford be mended; and", "mend"),
        ("(ii)", "That Mrs Starling be thanked.", "thank"),
    ]


def test_an_overlay_adds_a_word(write: Write) -> None:
    text = RAVENSEY.replace("Mrs Starling described", "The Fordwarden agreed to describe")
    own = write("base/ravensey.toml", 'role_head = ["fordwarden"]\n')
    named = [role for person in extract(text, patterns=own).people for role in person.roles]
    assert "Fordwarden" in named
    assert "Fordwarden" not in [role for person in extract(text).people for role in person.roles]


# what the checker finds -----------------------------------------------------------------------------------------------


def _own(problems: list[str], built_in: list[str]) -> list[str]:
    return [problem for problem in problems if problem not in built_in]


BROKEN = [
    pytest.param(
        MOOT.replace('verbs = ["mend"]', 'verbs = ["repair"]'),
        ["parse/ravensey.toml: parse.decision.own-moot: ", 'expected {"type"', '["repair"]', "got", '["mend"]'],
        id="an example that gives something else",
    ),
    pytest.param(
        MOOT.replace(', verbs = ["mend"]', ""),
        ["got", '["mend"]'],
        id="an example that leaves a field out",
    ),
    pytest.param(
        MOOT.replace("^(?P<cue>The moot settled)", "^(?P<cue>The moot had settled)"),
        ["the pattern does not match its example"],
        id="a pattern that misses its example",
    ),
    pytest.param(
        MOOT.replace("settled down at eight.", "settled: That it was so."),
        ['"The moot settled: That it was so."', "expected nothing, got", '"cue": "The moot settled"'],
        id="a counter-example that is claimed",
    ),
    pytest.param(
        MOOT.replace('"The moot settled: That the ford be mended."', '"Decision: That the moot settled: so be it."'),
        ["the pattern does not match its example"],
        id="an example in which the wording stands elsewhere",
    ),
    pytest.param(
        MOOT.replace('stage = "parse.decision"', 'stage = "parse.decisions"'),
        ["no part of the program reads the stage 'parse.decisions'"],
        id="a stage that is not there",
    ),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_a_broken_rule_is_found(write: Write, text: str, words: list[str]) -> None:
    (problem,) = _own(check(write("parse/ravensey.toml", text)), check())
    assert "\n" not in problem
    for word in words:
        assert word in problem


def test_a_rule_that_takes_the_text_of_another_is_found(write: Write) -> None:
    """It stands last in its stage, so the rule before it claims the example."""
    text = "RESOLVED that the ford be mended."
    taken = MOOT.replace("The moot settled: That the ford be mended.", text).replace(
        "^(?P<cue>The moot settled):", "(?P<cue>RESOLVED)"
    )
    (problem,) = _own(check(write("parse/ravensey.toml", taken)), check())
    assert "the rule claims nothing; parse.decision.resolved-block gives" in problem


def test_a_new_rule_that_steals_from_a_built_in_one_is_found(write: Write) -> None:
    """The example of the built-in rule no longer gives what it says, and the file named is that of the built-in rule."""
    thief = """\
stage = "segment.furniture"
[[rule]]
id = "segment.furniture.own-resolved"
why = "wrong on purpose"
pattern = '''NOTED|Running head'''
examples = [{ text = "Running head", gives = { line = "Running head" } }]
"""
    problems = _own(check(write("segment/own.toml", thief)), check())
    assert problems
    assert all(problem.startswith("parse/decisions.toml: parse.decision.") for problem in problems)
    assert any('"NOTED"' in problem for problem in problems)


def test_a_fault_in_a_stage_is_told_with_its_example(write: Write) -> None:
    """A block rule without the group `cue` breaks the stage that reads it."""
    text = MOOT.replace("(?P<cue>The moot settled)", "The moot settled")
    problems = _own(check(write("parse/ravensey.toml", text)), check())
    assert problems
    assert "own-moot" in problems[0]
    assert "the stages fail: " in problems[0]


def test_a_file_that_does_not_load_is_an_error(write: Write) -> None:
    with pytest.raises(PatternError):
        check(write("own.toml", "rule = "))
