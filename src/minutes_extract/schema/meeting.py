"""The document and the meeting that it tells of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_extract.schema.base import ClockTime, IsoDate, Printed, Record, Span


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
