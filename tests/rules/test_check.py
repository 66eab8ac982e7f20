"""Every rule on its own examples, among all the others and through the whole pipeline; and the checker itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_extract import extract
from minutes_extract.check import check
from minutes_extract.check.readers import READERS
from minutes_extract.check.trial import Trial
from minutes_extract.errors import PatternError
from minutes_extract.rules import Rule, load

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
  { text = "The moot settled: That the ford be repaired.", gives = GIVES },
]
counter_examples = [{ text = "The moot settled down at eight.", why = "nothing was decided" }]
"""
OWN = {"parse.decision.own-moot"}
GIVES = (
    '{ type = "resolution", cue = "The moot settled", clauses = ["That the ford be repaired."], verbs = ["repair"] }'
)
MOOT = MOOT.replace("GIVES", GIVES)
RAVENSEY = """\
Moot of Ravensey

Minutes of the meeting held on Tuesday 3 May 2022.

1. Apologies for absence

Apologies were received from Mr Dunlin.

2. The ford

Mrs Starling described the state of the ford.

The moot settled: (i) That the ford be repaired; and
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


@pytest.mark.parametrize("rule", [load().stage(stage)[0] for stage in READERS], ids=lambda rule: rule.stage)
def test_the_document_around_an_example_gives_nothing_by_itself(rule: Rule) -> None:
    """Else a record of the frame could pass for one of the example."""
    minutes = Trial(rule, "The sea was calm.", load()).minutes
    assert len(minutes.items) > 1
    for item in minutes.items:
        assert (item.decisions, item.motions, item.actions, item.declarations) == ([], [], [], [])
    assert minutes.people == []
    assert minutes.warnings == []


# a contributor's own wording ------------------------------------------------------------------------------------------


def test_an_overlay_teaches_a_wording_without_code(write: Write) -> None:
    own = write("parse/ravensey.toml", MOOT)
    assert check(own, OWN) == []
    before = [d.cue for item in extract(RAVENSEY).items for d in item.decisions]
    assert "The moot settled" not in before
    (decision,) = [d for item in extract(RAVENSEY, patterns=own).items for d in item.decisions]
    assert (decision.cue, decision.rule) == ("The moot settled", "parse.decision.own-moot")
    assert [(clause.label, clause.text, clause.verb) for clause in decision.clauses] == [
        ("(i)", "That the ford be repaired; and", "repair"),
        ("(ii)", "That Mrs Starling be thanked.", "thank"),
    ]


def test_an_overlay_adds_a_word(write: Write) -> None:
    text = RAVENSEY.replace("Mrs Starling described", "The Fordwarden agreed to describe")
    own = write("base/ravensey.toml", 'role_head = ["fordwarden"]\n')
    named = [role for person in extract(text, patterns=own).people for role in person.roles]
    assert "Fordwarden" in named
    assert "Fordwarden" not in [role for person in extract(text).people for role in person.roles]


# what the checker finds -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param(
            'verbs = ["repair"]',
            'verbs = ["mend"]',
            ["parse/ravensey.toml: parse.decision.own-moot: ", '["mend"]}, got {"type": ', '["repair"]}'],
            id="an example that gives something else",
        ),
        pytest.param(
            ', verbs = ["repair"]', "", ['got {"type": ', '["repair"]}'], id="an example that leaves a field out"
        ),
        pytest.param(
            "(?P<cue>The moot settled)",
            "(?P<cue>The moot has settled)",
            ["the pattern does not match its example"],
            id="a pattern that misses its example",
        ),
        pytest.param(
            "settled down at eight.",
            "settled: That it be so.",
            ['"The moot settled: That it be so.": expected nothing, got {"type": '],
            id="a counter-example that is claimed",
        ),
        pytest.param(
            'stage = "parse.decision"',
            'stage = "parse.decisions"',
            ["no part of the program reads the stage 'parse.decisions'"],
            id="a stage that is not there",
        ),
        pytest.param(
            '"The moot settled: That the ford be repaired."',
            '"RESOLVED that the ford be repaired.\\nThe moot settled: That the lamp be lit."',
            ['got {"type": "resolution", "cue": "The moot settled", "clauses": ["That the lamp be lit."]'],
            id="an example of which it claims another part",
        ),
    ],
)
def test_a_broken_rule_is_found(write: Write, old: str, new: str, words: list[str]) -> None:
    assert old in MOOT
    (problem,) = check(write("parse/ravensey.toml", MOOT.replace(old, new)), OWN)
    assert "\n" not in problem
    for word in words:
        assert word in problem


def test_a_rule_whose_example_another_claims_is_found(write: Write) -> None:
    """It stands last in its stage, so the rule before it claims the text."""
    text = MOOT.replace("The moot settled: That", "RESOLVED that").replace("The moot settled):", "RESOLVED)")
    (problem,) = check(write("parse/ravensey.toml", text), OWN)
    assert "the rule claims nothing; parse.decision.resolved-block gives" in problem


def test_a_rule_that_takes_the_text_of_a_built_in_one_is_found(write: Write) -> None:
    """The file named is that of the built-in rule, whose example no longer gives what it says."""
    thief = """\
stage = "segment.furniture"
[[rule]]
id = "segment.furniture.own-noted"
why = "wrong on purpose"
pattern = '''NOTED|Running head'''
examples = [{ text = "Running head", gives = { line = "Running head" } }]
"""
    own = write("segment/own.toml", thief)
    assert check(own, {"segment.furniture.own-noted"}) == []
    (problem,) = check(own, {"parse.decision.word"})
    assert problem.startswith('parse/decisions.toml: parse.decision.word: "NOTED": ')


def test_a_fault_in_a_stage_is_told_with_its_example(write: Write) -> None:
    """A block rule without the group `cue` breaks the stage that reads it."""
    text = MOOT.replace("(?P<cue>The moot settled)", "The moot settled")
    (problem,) = check(write("parse/ravensey.toml", text), OWN)
    assert '"The moot settled: That the ford be repaired.": the stages fail: ' in problem


def test_a_file_that_does_not_load_is_an_error(write: Write) -> None:
    with pytest.raises(PatternError):
        check(write("own.toml", "rule = "))
