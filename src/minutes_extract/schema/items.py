"""The items of the meeting, with what else stands in them: papers, paragraphs, actions, declarations of interest."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from minutes_extract.schema.base import IsoDate, ItemId, PersonId, Printed, Record, RuleId, Span
from minutes_extract.schema.decisions import Decision, Motion

ItemKind = Literal[
    "apologies",
    "declarations",
    "minutes",
    "urgent_business",
    "public_participation",
    "announcements",
    "election",
    "motion",
    "planning",
    "exclusion",
    "work_programme",
    "next_meeting",
    "report",
    "other",
]


class Attachment(Record):
    """A paper that a web page hangs on the item."""

    label: Printed
    format: Printed | None = None
    size_kb: int | float | None = None


class Paragraph(Record):
    """One paragraph of an item; together they are its whole body."""

    text: Printed
    span: Span
    speaker: PersonId | None = None


class Owner(Record):
    """Who is to do an action."""

    name: Printed = Field(description="As printed.")
    person: PersonId | None = None


class Due(Record):
    """By when an action is to be done."""

    text: Printed
    date: IsoDate | None = Field(default=None, description="Only where the text determines a day.")
    span: Span


class Action(Record):
    """Something that someone is to do after the meeting."""

    id: Annotated[str, StringConstraints(pattern=r"^a[1-9][0-9]*$")]
    text: Printed
    span: Span
    owners: list[Owner] = Field(default_factory=list)
    due: Due | None = None
    explicit: bool = Field(description="True where the text marks it as an action, false for an undertaking in prose.")
    status: Printed | None = None
    rule: RuleId


class Declaration(Record):
    """A declaration of interest by one person."""

    id: Annotated[str, StringConstraints(pattern=r"^n[1-9][0-9]*$")]
    person: PersonId | None
    name: Printed | None = Field(description="As printed.")
    interest: Literal["pecuniary", "non_pecuniary", "personal", "prejudicial", "other"] | None = None
    text: Printed = Field(description="The whole statement.")
    span: Span
    nature: Printed | None = Field(default=None, description="What the interest is, as printed.")
    items: list[Printed] = Field(default_factory=list, description="Printed numbers of the items that it concerns.")
    withdrew: bool | None = Field(default=None, description="True: left or took no part; false: said to have stayed.")
    rule: RuleId


class Item(Record):
    """One thing that the meeting took in turn."""

    id: ItemId
    number: Printed | None = Field(default=None, description="Printed label without trailing punctuation.")
    title: Printed | None = Field(default=None, description="Heading without number, attachments and references.")
    kind: ItemKind
    parent: ItemId | None = Field(default=None, description="The earlier item of which this is a printed sub-item.")
    references: list[Printed] = Field(default_factory=list)
    attachments: list[Attachment] = Field(default_factory=list)
    agenda_text: Printed | None = Field(default=None, description="What the agenda said before the minutes begin.")
    paragraphs: list[Paragraph] = Field(default_factory=list)
    exempt: bool = Field(default=False, description="True where press and public were excluded for it.")
    exemption: Printed | None = Field(default=None, description="The printed ground for that.")
    truncated: bool = Field(default=False, description="True where the page cuts the text.")
    span: Span = Field(description="Heading and body; a sub-item has its own, behind that of its parent.")
    decisions: list[Decision] = Field(default_factory=list)
    motions: list[Motion] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    declarations: list[Declaration] = Field(default_factory=list)
    rule: RuleId
