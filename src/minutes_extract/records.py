"""What the stages hand on: plain frozen records, offsets always in the source text or, where said, in the view."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_extract.roster import Person
from minutes_extract.spans import Span, View


@dataclass(slots=True)
class Notice:
    """Something that could not be read or does not fit; becomes a warning of the record."""

    code: str
    message: str
    span: Span | None = None


@dataclass(slots=True)
class Attachment:
    """A paper that the agenda names under an item."""

    label: str
    format: str | None
    size_kb: int | None


@dataclass(slots=True)
class Section:
    """One item of business. `lo`, `hi` bound its body in the view (heading left out), `parent` counts sections from 0.

    `agenda` and `heading` are ranges of the view; `truncated`: the source breaks off in it.
    """

    number: str | None
    title: str | None
    kind: str
    span: Span
    lo: int
    hi: int
    parent: int | None = None
    references: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    agenda: tuple[int, int] | None = None
    heading: tuple[int, int] | None = None
    truncated: bool = False
    rule: str = "segment.heading"


@dataclass(slots=True)
class Segmented:
    """Result of the first stage. `head`, `tail` bound header and closing in the view."""

    view: View
    sections: list[Section]
    header: Span | None
    closing: Span | None
    head: tuple[int, int]
    tail: tuple[int, int]
    layout: str
    notices: list[Notice]


# What the third stage finds. Places are ranges of the view; `who` are people of the roster.
Place = tuple[int, int]


@dataclass(slots=True)
class Clause:
    """One point of a decision: `place` without its label, `verb` as a lemma, and the points within it."""

    place: Place
    label: str | None
    verb: str | None
    rule: str
    clauses: list[Clause] = field(default_factory=list)


@dataclass(slots=True)
class Ballot:
    """How one person voted: `option` is yes, no, abstain or absent; `name` as printed."""

    name: str
    person: Person | None
    option: str


@dataclass(slots=True)
class Vote:
    """A vote as printed: counts, names and result need not agree, and what is not printed is None."""

    place: Place
    rule: str
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    method: str | None = None
    result: str | None = None
    ballots: list[Ballot] = field(default_factory=list)


@dataclass(slots=True)
class Decision:
    """What was decided. `type` is resolution, recommendation or none; `cue` the words that mark it, None where none do."""

    place: Place
    type: str
    cue: Place | None
    rule: str
    clauses: list[Clause] = field(default_factory=list)
    lead_in: Place | None = None
    moved_by: Person | None = None
    seconded_by: Person | None = None
    vote: Vote | None = None
    reasons: Place | None = None


@dataclass(slots=True)
class Motion:
    """What was put to the meeting. `type` is motion or amendment; `result` carried, lost, withdrawn or None."""

    place: Place
    type: str
    rule: str
    moved_by: Person | None = None
    seconded_by: Person | None = None
    vote: Vote | None = None
    result: str | None = None


@dataclass(slots=True)
class Owner:
    """Who is to do it: `name` as printed, and the person whom it means."""

    name: str
    person: Person | None


@dataclass(slots=True)
class Due:
    """By when: the words, and the ISO day where they determine one."""

    place: Place
    date: str | None


@dataclass(slots=True)
class Action:
    """What somebody is to do. `explicit`: the text marks it; `status` as printed beside it."""

    place: Place
    rule: str
    explicit: bool
    owners: list[Owner] = field(default_factory=list)
    due: Due | None = None
    status: str | None = None


@dataclass(slots=True)
class Declaration:
    """An interest that somebody declared. `items` are printed numbers; `withdrew` None where the text does not say."""

    place: Place
    rule: str
    person: Person | None
    name: str | None
    interest: str | None
    nature: Place | None
    items: list[str]
    withdrew: bool | None


@dataclass(slots=True)
class Business:
    """What was decided, moved, undertaken and declared under one section."""

    decisions: list[Decision] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    exempt: Place | None = None


@dataclass(slots=True)
class Meeting:
    """Fields of the meeting; `evidence` maps a field to its place in the source, `rules` to the rule that found it."""

    organization: str | None = None
    body: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    location: str | None = None
    format: str | None = None
    contact: dict[str, str] = field(default_factory=dict)
    next_meeting: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Span] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
