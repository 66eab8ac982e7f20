"""Who was there, or is spoken of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_extract.schema.base import ClockTime, ItemId, PersonId, Printed, Record, RuleId, Span


class Movement(Record):
    """Someone arrives, leaves or comes back during the meeting."""

    type: Literal["arrived", "left", "returned"]
    time: ClockTime | None = None
    item: ItemId | None = Field(default=None, description="Item under which the text records it.")
    span: Span
    rule: RuleId


class Person(Record):
    """One human, or one post whose holder the text never names."""

    id: PersonId
    name: Printed | None = Field(description="Fullest printed form without title; null for someone known by role only.")
    title: Printed | None = Field(default=None, description="As printed: Councillor, Cllr, Dr, Mrs.")
    roles: list[Printed] = Field(default_factory=list, description="Posts held at this meeting, as printed.")
    kind: Literal["councillor", "co_optee", "officer", "other"] | None = None
    attendance: Literal["present", "in_attendance", "apologies", "absent"] | None = Field(
        default=None, description="`present` is for members of the body; null where the text does not say."
    )
    substitute_for: PersonId | None = None
    party: Printed | None = None
    represents: Printed | None = Field(default=None, description="Ward, school or organisation, as printed.")
    movements: list[Movement] = Field(default_factory=list)
    mentions: list[Span] = Field(
        min_length=1, description="Every place that speaks of this person, by name or by a role whose holder is known."
    )
    span: Span = Field(description="The place that introduces the person, such as the entry in the attendance list.")
    rule: RuleId
