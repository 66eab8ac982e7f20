"""What all parts of the record share: strings as printed, dates, ids, spans."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator


def _iso_date(text: str) -> str:
    if len(text) != 10:  # fromisoformat also reads 20170711 and week dates
        raise ValueError("a date is written 2017-07-11")
    date.fromisoformat(text)
    return text


Printed = Annotated[str, StringConstraints(pattern=r"\S")]
"""Words of the source. Never empty: what is not printed is None."""
IsoDate = Annotated[str, AfterValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
PersonId = Annotated[str, StringConstraints(pattern=r"^p[1-9][0-9]*$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^i[1-9][0-9]*$")]
RuleId = Annotated[str, Field(min_length=1, description="Id of the rule in patterns/, or of the step in code.")]


class Record(BaseModel):
    """What all parts share: closed (an unknown field fails), frozen, readable from objects with the same attributes."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        from_attributes=True,
        json_schema_serialization_defaults_required=True,  # every field is always printed
        defer_build=True,  # the whole record is validated at once: its parts need no validators of their own
    )


class Span(Record):
    """Half-open range of code points in the decoded source text."""

    start: int = Field(ge=0, description="Offset of the first character.")
    end: int = Field(ge=1, description="Offset behind the last character; greater than `start`.")

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.start >= self.end:
            raise ValueError(f"a span starts before it ends, this one is {self.start}:{self.end}")
        return self
