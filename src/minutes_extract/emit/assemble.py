"""Stage 4: what the stages found → the validated record."""

from __future__ import annotations

from typing import Any

from minutes_extract import records
from minutes_extract.people import People
from minutes_extract.records import Business, Meeting, Notice, Section, Segmented
from minutes_extract.roster import Person
from minutes_extract.schema import Minutes
from minutes_extract.source import Source
from minutes_extract.spans import Span, fold

Data = dict[str, Any]

_AWAY = {"apologies": "one who sent apologies", "absent": "absent"}  # and so casts no vote


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
        self.view = document.view
        self.people = people
        self.meeting = meeting
        self.business = business
        self.made_by = made_by
        self.notices: list[Notice] = []
        self.counts: dict[str, int] = {}

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
        warnings += [*document.notices, *self.people.notices, *self.notices]
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
            "header": _span(document.header),
            "closing": _span(document.closing),
            "items": items,
            "warnings": [{"code": n.code, "message": n.message, "span": _span(n.span)} for n in warnings],
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
            "evidence": {name: _span(span) for name, span in m.evidence.items()},
            "rules": m.rules,
        }

    def _place(self, place: tuple[int, int]) -> Data:
        return {"start": (span := self.view.span(*place)).start, "end": span.end}

    def _text(self, place: tuple[int, int]) -> Data:
        span = self.view.span(*place)
        return {"text": fold(self.source.text[span.start : span.end]), "span": {"start": span.start, "end": span.end}}

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
                    "span": self._place(m.place),
                    "rule": m.rule,
                }
                for m in p.movements
            ],
            "mentions": [self._place(place) for place in places],
            "span": self._place(p.place),
            "rule": p.rule,
        }

    def _item_at(self, place: tuple[int, int]) -> str | None:
        start = self.view.span(*place).start
        return next(
            (f"i{k}" for k, s in enumerate(self.document.sections, 1) if s.span.start <= start < s.span.end), None
        )

    def _next(self, kind: str) -> str:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind}{self.counts[kind]}"

    def _item(self, k: int, section: Section, business: Business) -> Data:
        source = self.source.text
        agenda = self.view.span(*section.agenda) if section.agenda else None
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
            "exemption": self.view.printed(*business.exempt)
            if business.exempt and business.exempt[1] > business.exempt[0]
            else None,
            "truncated": section.truncated,
            "span": _span(section.span),
            "decisions": [self._decision(d) for d in business.decisions],
            "motions": [self._motion(m) for m in business.motions],
            "actions": [self._action(a) for a in business.actions],
            "declarations": [self._declaration(n) for n in business.declarations],
            "rule": section.rule,
        }

    def _paragraphs(self, section: Section) -> list[Data]:
        out: list[Data] = []
        text, at = self.view.text, section.lo
        while at < section.hi:
            end = text.find("\n", at, section.hi)
            end = section.hi if end < 0 else end
            if text[at:end].strip():
                out.append({**self._text((at, end)), "speaker": self._speaker(at, end)})
            at = end + 1
        return out

    def _speaker(self, start: int, end: int) -> str | None:
        """The person with whom the paragraph begins."""
        mention = next(iter(self.people.within(start, min(end, start + 12))), None)
        return mention.person.id if mention is not None and mention.person is not None and mention.person.id else None

    def _clause(self, c: records.Clause) -> Data:
        return {
            **self._text(c.place),
            "label": c.label,
            "verb": c.verb,
            "clauses": [self._clause(n) for n in c.clauses],
            "rule": c.rule,
        }

    def _vote(self, v: records.Vote | None) -> Data | None:
        if v is None:
            return None
        data = {
            "counts": {"yes": v.yes, "no": v.no, "abstain": v.abstain},
            "method": v.method,
            "result": v.result,
            "votes": [{"person": _id(b.person), "name": b.name, "option": b.option} for b in v.ballots],
            "span": self._place(v.place),
            "rule": v.rule,
        }
        self._check_vote(v)
        return data

    def _check_vote(self, v: records.Vote) -> None:
        """Names against counts and attendance: where both are printed and differ, both are kept and a warning says so."""
        wrong = [
            f"{count} {option} printed, {named} named"
            for option, count in (("yes", v.yes), ("no", v.no), ("abstain", v.abstain))
            if count is not None and (named := sum(b.option == option for b in v.ballots)) and named != count
        ]
        wrong += [
            f"{b.name} votes and is listed as {_AWAY[b.person.attendance]}"
            for b in v.ballots
            if b.option != "absent" and b.person is not None and b.person.attendance in _AWAY and not b.person.movements
        ]
        if wrong:
            self.notices.append(Notice("vote_mismatch", "; ".join(wrong), self.view.span(*v.place)))

    def _decision(self, d: records.Decision) -> Data:
        return {
            "id": self._next("d"),
            "type": d.type,
            "cue": self.view.printed(*d.cue) if d.cue else None,
            "lead_in": self.view.printed(*d.lead_in) if d.lead_in else None,
            **self._text(d.place),
            "clauses": [self._clause(c) for c in d.clauses],
            "moved_by": _id(d.moved_by),
            "seconded_by": _id(d.seconded_by),
            "vote": self._vote(d.vote),
            "reasons": self.view.printed(*d.reasons) if d.reasons else None,
            "rule": d.rule,
        }

    def _motion(self, m: records.Motion) -> Data:
        return {
            "id": self._next("m"),
            "type": m.type,
            **self._text(m.place),
            "moved_by": _id(m.moved_by),
            "seconded_by": _id(m.seconded_by),
            "vote": self._vote(m.vote),
            "result": m.result,
            "rule": m.rule,
        }

    def _action(self, a: records.Action) -> Data:
        due = {**self._text(a.due.place), "date": a.due.date} if a.due else None
        return {
            "id": self._next("a"),
            **self._text(a.place),
            "owners": [{"name": o.name, "person": _id(o.person)} for o in a.owners],
            "due": due,
            "explicit": a.explicit,
            "status": a.status,
            "rule": a.rule,
        }

    def _declaration(self, n: records.Declaration) -> Data:
        return {
            "id": self._next("n"),
            "person": _id(n.person),
            "name": n.name,
            "interest": n.interest,
            **self._text(n.place),
            "nature": self.view.printed(*n.nature) if n.nature else None,
            "items": n.items,
            "withdrew": n.withdrew,
            "rule": n.rule,
        }


def _id(person: Person | None) -> str | None:
    return person.id or None if person is not None else None


def _span(span: Span | None) -> Data | None:
    return None if span is None else {"start": span.start, "end": span.end}
