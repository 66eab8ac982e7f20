"""The record that the program emits, as Pydantic models. They hold its rules (see `validate.py`) and parse nothing.

Absent is None or an empty list. Every printed string is a slice of the source; offsets count code points.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from minutes_extract.validate import problems

SCHEMA_VERSION: Literal["1.0"] = "1.0"


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


class SourceInfo(Record):
    """The input that the record was read from."""

    name: str | None = Field(description="File name, path below the given folder, or `stdin`; null for a bare text.")
    media_type: str = Field(description="Of the input, such as text/plain.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Digest of the input bytes.")
    extractor: str | None = Field(default=None, description="Program, version and settings that made the record.")
    characters: int = Field(ge=0, description="Length of the decoded or converted text in code points.")
    layout: str | None = Field(default=None, description="Layout family that the segmenter recognised.")
    pages: list[int] = Field(default=[], description="Offsets at which the pages of a PDF start in the text.")


class Contact(Record):
    """Whom the document names as its contact."""

    name: Printed | None = None
    role: Printed | None = None
    email: Printed | None = None
    phone: Printed | None = None


class NextMeeting(Record):
    """The next meeting, where the text announces one."""

    date: IsoDate | None = None
    time: ClockTime | None = None
    location: Printed | None = None


class Meeting(Record):
    """What the document says of the meeting itself."""

    organization: Printed | None = Field(default=None, description="Council or other parent body, if named as such.")
    body: Printed | None = Field(default=None, description="Committee, panel or board, as printed; or `Council`.")
    date: IsoDate | None = None
    start_time: ClockTime | None = Field(default=None, description="24-hour, local.")
    end_time: ClockTime | None = Field(default=None, description="24-hour, local.")
    location: Printed | None = None
    format: Literal["in_person", "virtual", "hybrid"] | None = None
    contact: Contact | None = None
    next_meeting: NextMeeting | None = None
    evidence: dict[str, Span] = Field(
        default_factory=dict,
        description="Where each field above was read: its name (or contact.email, next_meeting.date, ...) to a span.",
    )
    rules: dict[str, str] = Field(
        default_factory=dict, description="The rule that found each field; same keys as `evidence`, where known."
    )


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


class Clause(Record):
    """One point of a decision."""

    label: Printed | None = Field(default=None, description="Printed number or letter: (i), 1), a.; null for a bullet.")
    text: Printed = Field(description="Without the label and the cue.")
    span: Span
    verb: str | None = Field(default=None, description="Lemma of the operative verb: note, approve, delegate, ...")
    clauses: list[Clause] = Field(default_factory=list, description="Points nested under this one.")
    rule: RuleId


class VoteCounts(Record):
    """Numbers as printed."""

    yes: int | None = Field(default=None, ge=0)
    no: int | None = Field(default=None, ge=0)
    abstain: int | None = Field(default=None, ge=0)


class Ballot(Record):
    """How one person voted."""

    person: PersonId | None = Field(description="Null where the printed name fits several people or none.")
    name: Printed | None = Field(default=None, description="As printed.")
    option: Literal["yes", "no", "abstain", "absent"]


class Vote(Record):
    """A vote as printed; nothing is added up and no name is made up."""

    counts: VoteCounts = Field(default_factory=VoteCounts)
    method: Literal["recorded", "show_of_hands", "unanimous", "casting"] | None = None
    result: Literal["pass", "fail"] | None = None
    votes: list[Ballot] = Field(default_factory=list)
    span: Span
    rule: RuleId


class Decision(Record):
    """What the meeting decided, in the meeting's own voice."""

    id: Annotated[str, StringConstraints(pattern=r"^d[1-9][0-9]*$")]
    type: Literal["resolution", "recommendation", "none"] = Field(
        description="`recommendation` is to another body; `none`: the text says that nothing was decided."
    )
    cue: Printed | None = Field(default=None, description="The words that mark it, as printed.")
    lead_in: Printed | None = Field(default=None, description="Opening words shared by all clauses.")
    text: Printed = Field(description="The whole decision, cue included.")
    span: Span
    clauses: list[Clause] = Field(default_factory=list)
    moved_by: PersonId | None = None
    seconded_by: PersonId | None = None
    vote: Vote | None = None
    reasons: Printed | None = Field(default=None, description="Text printed as the reason for the decision.")
    rule: RuleId


class Motion(Record):
    """What was put to the meeting, where the text gives it apart from the decision."""

    id: Annotated[str, StringConstraints(pattern=r"^m[1-9][0-9]*$")]
    type: Literal["motion", "amendment"]
    text: Printed
    span: Span
    moved_by: PersonId | None = None
    seconded_by: PersonId | None = None
    vote: Vote | None = None
    result: Literal["carried", "lost", "withdrawn"] | None = None
    rule: RuleId


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
