"""The record as a whole."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from minutes_extract.schema.base import Record, Span
from minutes_extract.schema.items import Item
from minutes_extract.schema.meeting import Meeting, SourceInfo
from minutes_extract.schema.people import Person
from minutes_extract.validate import problems

SCHEMA_VERSION: Literal["1.0"] = "1.0"
WarningCode = Literal[
    "no_items",
    "not_minutes",
    "truncated_item",
    "numbering_gap",
    "duplicate_number",
    "ambiguous_person",
    "unresolved_person",
    "unread_attendance",
    "unread_motion",
    "unparsed_vote",
    "vote_mismatch",
    "unparsed_date",
    "decoding",
    "encoding_repaired",
    "encoding_fixed",
    "control_characters",
    "page_without_text",
]


class MinutesWarning(Record):
    """What the program could not do, or does not believe."""

    model_config = ConfigDict(title="Warning")

    code: WarningCode
    message: str = Field(min_length=1)
    span: Span | None = None


class Minutes(Record):
    """The record of one set of minutes.

    Validate with `context={"text": source}` to check also that each `text` is the slice of the source at its `span`.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: SourceInfo
    meeting: Meeting = Field(default_factory=Meeting)
    people: list[Person] = Field(default_factory=list)
    header: Span | None = Field(default=None, description="The text before the first item.")
    closing: Span | None = Field(default=None, description="The text behind the last item: closing line, signature.")
    items: list[Item] = Field(default_factory=list)
    warnings: list[MinutesWarning] = Field(default_factory=list)

    @model_validator(mode="after")
    def _holds_the_rules(self, info: ValidationInfo) -> Self:
        context: Any = info.context or {}
        found = problems(self, context.get("text"))
        if found:
            raise ValueError("; ".join(found))
        return self


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the emitted record, as a dict ready for `json.dumps`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Minutes.model_json_schema(mode="serialization"),
    }
