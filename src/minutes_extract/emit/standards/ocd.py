"""The record as Open Civic Data: one event, and the vote events.

Fields and values are those of OCDEP 4, Events, and OCDEP 7, Votes (https://open-civic-data.readthedocs.io/, Proposals),
in the form that the scrapers of its library pupa write and its schemas check (`pupa/scrape/schemas/event.py`,
`vote_event.py`; lists of `opencivicdata.common`). A reference to a person or an organization is the pseudo id of pupa:
`~` and what identifies it. A time must have a zone there, which minutes do not print: dates are dates, and times stand
in `extras`, with all else that has no field.
"""

from __future__ import annotations

import json

from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.standards.common import (
    Data,
    Question,
    called,
    counts,
    dump,
    kept,
    origin,
    plain,
    questions,
)
from minutes_extract.emit.standards.names import uuid_of
from minutes_extract.schema import Ballot, Item, Minutes

_PARTICIPANTS = {"present": "member", "in_attendance": "attendee", "apologies": "apologies", "absent": "absent"}


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """`event` and `vote_events`, each object as one file of a pupa scraper would hold it."""
    return dump(_Ocd(minutes).document(), indent)


def _pseudo_id(name: str) -> str:
    return "~" + json.dumps({"name": name}, ensure_ascii=False)


class _Ocd:
    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.body = minutes.meeting.body or minutes.meeting.organization
        self.people = {person.id: person for person in minutes.people}
        self.asked = [question for question in questions(minutes) if question.vote is not None]

    def document(self) -> Data:
        return {
            "source": origin(self.minutes, FormatName.OCD),
            "event": self._event(),
            "vote_events": [self._vote_event(question) for question in self.asked],
        }

    def _id(self, local: str) -> str:
        return str(uuid_of(self.minutes, local))

    def _sources(self) -> list[Data]:
        """A source is a URL, which a file has not."""
        name = self.minutes.source.name or ""
        return [{"url": name, "note": "minutes"}] if name.startswith(("http://", "https://")) else []

    def _event(self) -> Data:
        minutes, meeting = self.minutes, self.minutes.meeting
        agenda_only = any(warning.code == "not_minutes" for warning in minutes.warnings)
        extras = plain(meeting, "body", "date", "location", "evidence", "rules")
        extras["people"] = [plain(person, "mentions", "span", "rule") for person in minutes.people]
        return kept(
            _id=self._id("meeting"),
            name=self.body or "Meeting",
            all_day=False,
            start_date=meeting.date,
            status=None if agenda_only else "passed",
            classification="meeting",
            location=kept(name=meeting.location),
            participants=self._participants(),
            agenda=[self._agenda_item(place, item) for place, item in enumerate(minutes.items)],
            sources=self._sources(),
            extras=extras,
        )

    def _participants(self) -> list[Data]:
        found = []
        if self.body:
            found.append(self._participant(self.body, "organization", "host"))
        for person in self.minutes.people:
            if person.attendance is not None:
                found.append(self._participant(called(person), "person", _PARTICIPANTS[person.attendance]))
        return found

    def _participant(self, name: str, kind: str, note: str) -> Data:
        return {"name": name, "entity_type": kind, "note": note, f"{kind}_id": _pseudo_id(name)}

    def _agenda_item(self, place: int, item: Item) -> Data:
        first = item.paragraphs[0].text if item.paragraphs else item.number
        return kept(
            description=item.title or item.agenda_text or first or item.kind,
            classification=[] if item.kind == "other" else [item.kind],
            order=str(place),
            notes=[paragraph.text for paragraph in item.paragraphs],
            related_entities=[
                {
                    "name": question.text,
                    "entity_type": "vote_event",
                    "note": "consideration",
                    "vote_event_id": self._id(f"{question.local}/vote"),
                }
                for question in self.asked
                if question.item is item
            ],
            extras=plain(item, "title", "paragraphs", "span", "rule"),
        )

    def _vote_event(self, question: Question) -> Data:
        vote = question.vote
        assert vote is not None
        return kept(
            _id=self._id(f"{question.local}/vote"),
            motion_text=question.text,
            motion_classification=["amendment-passage"] if question.classification == "amendment" else [],
            start_date=self.minutes.meeting.date,
            result=question.vote_result,
            organization=_pseudo_id(self.body) if self.body else None,
            votes=[self._vote(ballot) for ballot in vote.votes],
            counts=counts(vote),
            sources=self._sources(),
            extras=kept(
                method=vote.method,
                item=question.item.id,
                moved_by=self._called(question.moved_by),
                seconded_by=self._called(question.seconded_by),
            ),
        )

    def _vote(self, ballot: Ballot) -> Data:
        """`voter_name` is the name as printed there, by OCDEP 7; `voter_id` is that of the participant."""
        voter = self._called(ballot.person)
        return kept(
            option=ballot.option, voter_name=ballot.name or voter, voter_id=_pseudo_id(voter) if voter else None
        )

    def _called(self, person: str | None) -> str | None:
        return called(self.people[person]) if person else None
