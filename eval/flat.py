"""The flat shape in which gold is written and predictions are compared.

Gold is validated strictly: a misspelt key would otherwise leave a section unscored without a word.
A section that is left out (None) is not scored for that document; an empty list says that there is none.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Index = Annotated[int, Field(ge=0)]


class _Flat(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NextMeeting(_Flat):
    date: str | None = None
    time: str | None = None
    location: str | None = None


class Meeting(_Flat):
    organization: str | None = None
    body: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    location: str | None = None
    next_meeting: NextMeeting | None = None


class Person(_Flat):
    name: str | None
    title: str | None = None
    roles: tuple[str, ...] = ()
    kind: Literal["councillor", "co_optee", "officer", "other"] | None = None
    attendance: Literal["present", "in_attendance", "apologies", "absent"] | None = None


class Item(_Flat):
    number: str | None
    title: str | None
    kind: str | None = None
    truncated: bool | None = None


class Clause(_Flat):
    label: str | None = None
    text: str
    verb: str | None = None


class Voter(_Flat):
    name: str | None
    option: Literal["yes", "no", "abstain", "absent"] | None


class Vote(_Flat):
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    method: Literal["unanimous", "recorded", "show_of_hands", "casting"] | None = None
    voters: tuple[Voter, ...] = ()


class Decision(_Flat):
    item: Index
    type: Literal["resolution", "recommendation", "none"]
    moved_by: str | None = None
    seconded_by: str | None = None
    vote: Vote | None = None
    clauses: tuple[Clause, ...]


class Motion(_Flat):
    item: Index
    type: Literal["motion", "amendment"]
    text: str | None
    moved_by: str | None = None
    seconded_by: str | None = None
    result: Literal["carried", "lost", "withdrawn"] | None = None
    vote: Vote | None = None


class Action(_Flat):
    item: Index
    text: str
    owners: tuple[str, ...] = ()
    owners_printed: tuple[str, ...] = ()  # of a prediction: the wording beside the person that it was resolved to
    due: str | None = None
    due_date: str | None = None
    explicit: bool


class Declaration(_Flat):
    item: Index
    name: str | None
    interest: Literal["pecuniary", "non_pecuniary", "personal", "prejudicial", "other"] | None = None
    withdrew: bool | None = None


class Movement(_Flat):
    name: str | None
    type: Literal["arrived", "left", "returned"]
    time: str | None = None


class Minutes(_Flat):
    """One document, in gold or as predicted."""

    meeting: Meeting | None = None
    people: tuple[Person, ...] | None = None
    items: tuple[Item, ...] | None = None
    decisions: tuple[Decision, ...] | None = None
    motions: tuple[Motion, ...] | None = None
    actions: tuple[Action, ...] | None = None
    declarations: tuple[Declaration, ...] | None = None
    movements: tuple[Movement, ...] | None = None

    @model_validator(mode="after")
    def _items_exist(self) -> Self:
        if self.items is None:
            return self
        named = {row.item for row in self.decisions or ()} | {row.item for row in self.motions or ()}
        named |= {row.item for row in self.actions or ()} | {row.item for row in self.declarations or ()}
        if named and (last := max(named)) >= len(self.items):
            raise ValueError(f"item {last} is named, but there are only {len(self.items)} items (counted from 0)")
        return self
