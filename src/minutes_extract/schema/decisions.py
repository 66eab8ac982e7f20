"""What was put to the meeting, how it voted, and what it decided."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from minutes_extract.schema.base import PersonId, Printed, Record, RuleId, Span


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
