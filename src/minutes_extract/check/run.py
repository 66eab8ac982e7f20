"""Runs every rule on its own examples."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from minutes_extract.check.anchors import begin, hold
from minutes_extract.check.readers import READERS, Found
from minutes_extract.check.trial import Trial, Without
from minutes_extract.rules import Example, Rule
from minutes_extract.rules.load import folders
from minutes_extract.spans import plain

_WHOLE_LINE = ("segment.furniture", "segment.label")  # stages that match a line from end to end
# Stages whose records carry no rule id, or that of one of several rules that share in a record: a rule claims what is
# otherwise without it.
_SHARED = ("segment.", "recognise.substitute", "recognise.took", "parse.mover", "parse.due", "parse.vote")


def check(folder: Path | None = None, only: Collection[str] | None = None) -> list[str]:
    """What is wrong with the rules, one line for each example that does not hold; empty where all is well.

    `folder` is laid over the built-in patterns; the built-in rules are checked too, for a new rule may take their text.
    `only`: ids of the rules to check, where not all. Raises PatternError where a file does not load.
    """
    patterns = Without(folders(folder), strict=True)
    rules = [rule for rule in patterns.rules if only is None or rule.id in only]
    return [problem for rule in rules for problem in _Checker(patterns, rule).problems()]


class _Checker:
    def __init__(self, patterns: Without, rule: Rule) -> None:
        self.patterns = patterns
        self.rule = rule
        self.shared = rule.stage.startswith(_SHARED) or rule.form == "not"

    def problems(self) -> Iterator[str]:
        """One line for each thing that is wrong with the rule."""
        rule = self.rule
        if rule.stage not in READERS:
            yield f"{rule.file}: {rule.id}: no part of the program reads the stage {rule.stage!r}"
            return
        if rule.anchors and not hold(rule):
            yield f"{rule.file}: {rule.id}: the pattern can match where none of its anchors stands; add what is missing"
        if rule.begins and not begin(rule):
            yield f"{rule.file}: {rule.id}: the pattern can match what begins otherwise than `begins` says; add what is missing"
        for example in rule.entry.examples:
            yield from self._told(example.text, self._example(example))
        for counter in rule.entry.counter_examples:
            yield from self._told(counter.text, self._counter_example(counter.text))

    def _told(self, text: str, problems: Iterator[str]) -> Iterator[str]:
        """The problems of one example, each with file, rule and example; a fault of a stage is one of them."""
        place = f"{self.rule.file}: {self.rule.id}: {_shown(text)}"
        try:
            for problem in problems:
                yield f"{place}: {problem}"
        except Exception as error:  # told with the example that brought it out, and the others are still checked
            yield f"{place}: the stages fail: {type(error).__name__}: {' '.join(str(error).split())}"

    def _example(self, example: Example) -> Iterator[str]:
        if not self._matches(example.text):
            yield "the pattern does not match its example"
            return
        found = self._found(example.text)
        mine = [one for one in found if one.rule == self.rule.id]
        if not mine and found != self._found(example.text, hidden=True):
            mine = found
        elif not mine:
            yield f"expected {_shown(example.gives)}, but the rule claims nothing{_instead(found)}"
            return
        got = [one.gives for one in mine] or [{}]
        if got != [example.gives]:
            yield f"expected {_shown(example.gives)}, got {' and '.join(map(_shown, got))}"

    def _counter_example(self, text: str) -> Iterator[str]:
        found = self._found(text)
        mine = [one for one in found if one.rule == self.rule.id]
        if not mine and self.shared and found != self._found(text, hidden=True):
            mine = found
        if mine:
            yield f"expected nothing, got {' and '.join(_shown(one.gives) for one in mine)}"

    def _matches(self, text: str) -> bool:
        """Does the pattern by itself match, as its stage applies it?"""
        if self.rule.stage in _WHOLE_LINE:
            return self.rule.regex.fullmatch(plain(text)) is not None
        return self.rule.regex.search(Trial(self.rule, text, self.patterns).document.view.text) is not None

    def _found(self, text: str, hidden: bool = False) -> list[Found]:
        """What the stage makes of the text among all rules, or among all but this one."""
        self.patterns.hidden = self.rule.id if hidden else ""
        try:
            return list(READERS[self.rule.stage](Trial(self.rule, text, self.patterns)))
        finally:
            self.patterns.hidden = ""


def _instead(found: list[Found]) -> str:
    others = [f"{one.rule or 'another rule'} gives {_shown(one.gives)}" for one in found]
    return f"; {' and '.join(others)}" if others else ""


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
