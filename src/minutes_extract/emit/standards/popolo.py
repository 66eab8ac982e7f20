"""The record in the classes of Popolo, https://www.popoloproject.com/specs/.

Names of fields are those of its JSON Schemas (https://www.popoloproject.com/schemas/NAME.json: person, organization,
membership, event, motion, vote_event, count, vote), the lists under their plural names as EveryPolitician has them.
Values of `result` and `option` are those of section 5, Code lists, of vote-event.html and vote.html. A time must have
a zone there, which minutes do not print: dates are dates, and times stand in `extras`. What the specification has no
term for stands in `extras`, as section 2, Conformance, of its index lets it.
"""

from __future__ import annotations

from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.standards.common import (
    Data,
    Question,
    counts,
    dump,
    is_member,
    kept,
    origin,
    plain,
    questions,
)
from minutes_extract.emit.standards.names import urn_of
from minutes_extract.schema import Minutes, Person


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """Persons, organizations, memberships, events, motions and vote events of one meeting."""
    return dump(_Popolo(minutes).document(), indent)


class _Popolo:
    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        meeting = minutes.meeting
        self.body = "body" if meeting.body else "organization" if meeting.organization else None

    def document(self) -> Data:
        asked = list(questions(self.minutes))
        return {
            "source": origin(self.minutes, FormatName.POPOLO),
            "persons": [self._person(person) for person in self.minutes.people],
            "organizations": self._organizations(),
            "memberships": [one for person in self.minutes.people for one in self._memberships(person)],
            "events": self._events(),
            "motions": [self._motion(question) for question in asked],
            "vote_events": [self._vote_event(question) for question in asked if question.vote is not None],
        }

    def _id(self, local: str | None) -> str | None:
        return urn_of(self.minutes, local) if local else None

    def _person(self, person: Person) -> Data:
        extras = plain(person, "id", "name", "title", "party", "represents", "mentions", "span", "rule")
        extras["substitute_for"] = self._id(person.substitute_for)
        return kept(
            id=self._id(person.id),
            name=person.name,
            honorific_prefix=person.title,
            identifiers=[{"scheme": "minutes-extract", "identifier": person.id}],
            extras=kept(**extras),
        )

    def _organizations(self) -> list[Data]:
        """The parent body, the body that meets, and the parties."""
        meeting = self.minutes.meeting
        found = []
        if meeting.organization:
            found.append(kept(id=self._id("organization"), name=meeting.organization))
        if meeting.body:
            parent = self._id("organization") if meeting.organization else None
            found.append(kept(id=self._id("body"), name=meeting.body, parent_id=parent))
        parties = dict.fromkeys(person.party for person in self.minutes.people if person.party)
        found += [{"id": self._id(f"party/{name}"), "name": name, "classification": "party"} for name in parties]
        return found

    def _memberships(self, person: Person) -> list[Data]:
        """In the body that meets, one for each role; one in the party of whoever is no member of the body."""
        party = self._id(f"party/{person.party}") if person.party else None
        ward = {"represents": person.represents} if person.represents else {}
        if self.body is None or not is_member(person):
            return [self._membership(person, "party", party, extras=ward)] if party else []
        roles: list[str | None] = [*person.roles] or [None]
        return [
            self._membership(
                person, role or "member", self._id(self.body), role=role, on_behalf_of_id=party, extras=ward
            )
            for role in roles
        ]

    def _membership(self, person: Person, local: str, organization: str | None, **fields: object) -> Data:
        return kept(
            id=self._id(f"{person.id}/membership/{local}"),
            person_id=self._id(person.id),
            organization_id=organization,
            **fields,
        )

    def _events(self) -> list[Data]:
        minutes, meeting = self.minutes, self.minutes.meeting
        here = [person for person in minutes.people if person.attendance in ("present", "in_attendance")]
        extras = plain(meeting, "organization", "body", "date", "location", "next_meeting", "evidence", "rules")
        extras["items"] = [plain(item, "decisions", "motions", "paragraphs", "span", "rule") for item in minutes.items]
        held = kept(
            id=self._id("meeting"),
            name=meeting.body or meeting.organization,
            classification="meeting",
            start_date=meeting.date,
            location=meeting.location,
            organization_id=self._id(self.body),
            attendees=[kept(id=self._id(person.id), name=person.name) for person in here],
            extras=kept(**extras),
        )
        coming = meeting.next_meeting
        if coming is None:
            return [held]
        following = kept(
            id=self._id("next_meeting"),
            name=meeting.body or meeting.organization,
            classification="meeting",
            start_date=coming.date,
            location=coming.location,
            organization_id=self._id(self.body),
            extras=kept(start_time=coming.time),
        )
        return [held, following]

    def _motion(self, question: Question) -> Data:
        item = question.item
        return kept(
            id=self._id(question.local),
            organization_id=self._id(self.body),
            creator_id=self._id(question.moved_by),
            text=question.text,
            classification=question.classification,
            date=self.minutes.meeting.date,
            result=question.result,
            extras=kept(seconder_id=self._id(question.seconded_by), item=item.id, number=item.number, title=item.title),
        )

    def _vote_event(self, question: Question) -> Data:
        vote = question.vote
        assert vote is not None
        return kept(
            id=self._id(f"{question.local}/vote"),
            organization_id=self._id(self.body),
            motion_id=self._id(question.local),
            start_date=self.minutes.meeting.date,
            result=question.vote_result,
            counts=counts(vote),
            votes=[
                kept(
                    voter_id=self._id(ballot.person),
                    option=ballot.option,
                    extras=kept(name=None if ballot.person else ballot.name),
                )
                for ballot in vote.votes
            ],
            extras=kept(method=vote.method),
        )
