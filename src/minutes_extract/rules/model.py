"""The shape of a pattern file. Strict: an unknown key, an empty text or a rule without an example does not load."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from minutes_extract.errors import PatternError

_NOT_NEWLINE = re.compile(r"\[\^(?:[^\]\\]|\\.)*?\\[ns](?:[^\]\\]|\\.)*\]")  # '[^.\n]', '[^\s:]'
_OVER_LINES = re.compile(r"\\[sWDnrvfxuUZ]|\[\^|\(\?[a-z]*s|\n")

Text = Annotated[str, StringConstraints(min_length=1)]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)+$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Example(_Strict):
    """`text` as it stands in minutes, and the record that the rule makes of it (fields that are null left out)."""

    text: Text
    gives: dict[str, Any]


class CounterExample(_Strict):
    """`text` that looks alike, and `why` the rule must leave it alone."""

    text: Text
    why: Text


class RuleEntry(_Strict):
    """One `[[rule]]` of a pattern file."""

    id: RuleId
    why: Text
    pattern: Text
    form: str = ""
    anchors: tuple[Text, ...] = ()
    begins: tuple[Text, ...] = ()
    case: bool = False
    set: dict[str, str] = Field(default_factory=dict)
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    counter_examples: tuple[CounterExample, ...] = ()


class RuleFile(_Strict):
    """A file of rules: all of one stage."""

    stage: Text
    rule: Annotated[tuple[RuleEntry, ...], Field(min_length=1)]


class Rule:
    """A rule ready to run: `pattern` and `begins` have their slots filled in; `set` holds fields that the rule itself decides."""

    def __init__(
        self, data: Mapping[str, Any], stage: str, path: Path, file: str, pattern: str, begins: tuple[str, ...] = ()
    ) -> None:
        self.data = data
        self.stage = stage
        self.path = path
        self.file = file
        self.pattern = pattern
        self.id: str = data["id"]
        self.form: str = data.get("form", "")
        self.set: dict[str, str] = data.get("set", {})
        self.anchors: tuple[str, ...] = tuple(data.get("anchors", ()))
        self.begins = begins

    @cached_property
    def entry(self) -> RuleEntry:
        """All that the file says of the rule, examples too: of them a run reads nothing."""
        return RuleEntry.model_validate(self.data)

    @cached_property
    def one_line(self) -> bool:
        """Is it plain from the pattern that a match stays within a line and looks at no line end but by `$`?"""
        return not _OVER_LINES.search(_NOT_NEWLINE.sub("", self.pattern))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for. Raises PatternError where it does not compile."""
        try:
            return re.compile(self.pattern, re.MULTILINE | (0 if self.data.get("case") else re.IGNORECASE))
        except re.error as error:
            raise PatternError(f"{self.path}: rule {self.id}: the pattern does not compile: {error}") from None
