"""Stage 4: what the stages found → the validated record."""

from __future__ import annotations

from minutes_extract.emit.business import BusinessWriter
from minutes_extract.emit.places import Data, Places, dumped
from minutes_extract.people import People
from minutes_extract.records import Business, Meeting, Notice, Section, Segmented
from minutes_extract.roster import Person
from minutes_extract.schema import Minutes
from minutes_extract.source import Source
from minutes_extract.spans import fold


def assemble(
    source: Source,
    document: Segmented,
    people: People,
    meeting: Meeting,
    business: list[Business],
    made_by: str | None = None,
) -> Minutes:
    """The record of one set of minutes, made by the program of that name. Raises pydantic.ValidationError where the stages contradict its rules."""
    return Minutes.model_validate(
        _Assembly(source, document, people, meeting, business, made_by).record(), context={"text": source.text}
    )


class _Assembly:
    def __init__(
        self,
        source: Source,
        document: Segmented,
        people: People,
        meeting: Meeting,
        business: list[Business],
        made_by: str | None,
    ) -> None:
        self.source = source
        self.document = document
        self.places = Places(source.text, document.view)
        self.people = people
        self.meeting = meeting
        self.business = business
        self.made_by = made_by
        self.writer = BusinessWriter(self.places)

    def record(self) -> Data:
        source, document = self.source, self.document
        named = [p for p in self.people.roster.people if p.printed or p.roles]
        named.sort(key=lambda p: p.place)
        for k, person in enumerate(named, 1):
            person.id = f"p{k}"
        items = [
            self._item(k, section, business)
            for k, (section, business) in enumerate(zip(document.sections, self.business, strict=True))
        ]
        warnings = [Notice(code, message) for code, message in source.warnings]
        warnings += [*document.notices, *self.people.notices, *self.writer.notices]
        return {
            "source": {
                "name": source.name,
                "media_type": source.media_type,
                "sha256": source.sha256,
                "extractor": self.made_by,
                "characters": len(source.text),
                "layout": document.layout,
                "pages": list(source.pages),
            },
            "meeting": self._meeting(),
            "people": [self._person(p) for p in named],
            "header": dumped(document.header),
            "closing": dumped(document.closing),
            "items": items,
            "warnings": [{"code": n.code, "message": n.message, "span": dumped(n.span)} for n in warnings],
        }

    def _meeting(self) -> Data:
        m = self.meeting
        return {
            "organization": m.organization,
            "body": m.body,
            "date": m.date,
            "start_time": m.start_time,
            "end_time": m.end_time,
            "location": m.location,
            "format": m.format,
            "contact": m.contact or None,
            "next_meeting": m.next_meeting or None,
            "evidence": {name: dumped(span) for name, span in m.evidence.items()},
            "rules": m.rules,
        }

    def _person(self, p: Person) -> Data:
        places = sorted({*p.mentions, p.place} - {(0, 0)}) or [p.place]
        return {
            "id": p.id,
            "name": p.printed,
            "title": p.title,
            "roles": list(dict.fromkeys(p.roles)),
            "kind": p.kind,
            "attendance": p.attendance,
            "substitute_for": p.stands_for.id if p.stands_for is not None else None,
            "party": p.party,
            "represents": p.represents,
            "movements": [
                {
                    "type": m.type,
                    "time": m.time,
                    "item": self._item_at(m.place),
                    "span": self.places.span(m.place),
                    "rule": m.rule,
                }
                for m in p.movements
            ],
            "mentions": [self.places.span(place) for place in places],
            "span": self.places.span(p.place),
            "rule": p.rule,
        }

    def _item_at(self, place: tuple[int, int]) -> str | None:
        start = self.places.view.span(*place).start
        return next(
            (f"i{k}" for k, s in enumerate(self.document.sections, 1) if s.span.start <= start < s.span.end), None
        )

    def _item(self, k: int, section: Section, business: Business) -> Data:
        source = self.source.text
        agenda = self.places.view.span(*section.agenda) if section.agenda else None
        return {
            "id": f"i{k + 1}",
            "number": section.number,
            "title": section.title,
            "kind": section.kind,
            "parent": f"i{section.parent + 1}" if section.parent is not None else None,
            "references": section.references,
            "attachments": [
                {"label": a.label or section.title or "attachment", "format": a.format, "size_kb": a.size_kb}
                for a in section.attachments
            ],
            "agenda_text": fold(source[agenda.start : agenda.end]) if agenda else None,
            "paragraphs": self._paragraphs(section),
            "exempt": business.exempt is not None,
            "exemption": self.places.printed(business.exempt) or None,  # an empty place where no ground is printed
            "truncated": section.truncated,
            "span": dumped(section.span),
            "decisions": [self.writer.decision(d) for d in business.decisions],
            "motions": [self.writer.motion(m) for m in business.motions],
            "actions": [self.writer.action(a) for a in business.actions],
            "declarations": [self.writer.declaration(n) for n in business.declarations],
            "rule": section.rule,
        }

    def _paragraphs(self, section: Section) -> list[Data]:
        out: list[Data] = []
        text, at = self.places.view.text, section.lo
        while at < section.hi:
            end = text.find("\n", at, section.hi)
            end = section.hi if end < 0 else end
            if text[at:end].strip():
                out.append({**self.places.text((at, end)), "speaker": self._speaker(at, end)})
            at = end + 1
        return out

    def _speaker(self, start: int, end: int) -> str | None:
        """The person with whom the paragraph begins."""
        mention = next(iter(self.people.within(start, min(end, start + 12))), None)
        return mention.person.id if mention is not None and mention.person is not None and mention.person.id else None
