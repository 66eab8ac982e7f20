"""What a stage made of an example, in the flat form in which examples are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from minutes_extract.check.trial import BEFORE, BEHIND, Trial
from minutes_extract.parse.due import find_due
from minutes_extract.parse.movers import find_movers
from minutes_extract.parse.votes import find_votes
from minutes_extract.schema import Clause, Minutes, Person, Vote
from minutes_extract.spans import fold, plain


@dataclass(frozen=True, slots=True)
class Found:
    """A record in flat form. `rule` is the id that it carries, '' where such a record carries none."""

    rule: str
    gives: dict[str, Any]


def _said(**fields: Any) -> dict[str, Any]:
    """The fields that say something: null, an empty text and an empty list are left out."""
    return {name: value for name, value in fields.items() if value is not None and value != "" and value != []}


# segment --------------------------------------------------------------------------------------------------------------


def _furniture(trial: Trial) -> Iterator[Found]:
    shown = [paragraph.text for item in trial.minutes.items for paragraph in item.paragraphs]
    whole = any(BEFORE in text for text in shown) and any(BEHIND in text for text in shown)
    numbers = [item.number for item in trial.minutes.items]
    if whole and numbers == ["41", "42"] and not any(trial.text in text for text in shown):
        yield Found("", {"line": trial.text})


def _label(trial: Trial) -> Iterator[Found]:
    for item in trial.minutes.items:
        if item.agenda_text is not None:
            yield Found("", {"part": trial.rule.set.get("part")})


def _genre(trial: Trial) -> Iterator[Found]:
    """One place does not decide what a text is, so the rules are asked for themselves."""
    for rule in trial.patterns.stage("segment.genre"):
        if rule.regex.search(plain(trial.text)):
            yield Found(rule.id, {"genre": rule.set["genre"]})


def _opening(trial: Trial) -> Iterator[Found]:
    for section in trial.document.sections[:1]:
        if section.rule.startswith("segment.opening"):
            yield Found(section.rule, {"opening": fold(trial.source.text[section.span.start : section.span.end])})


def _closing(trial: Trial) -> Iterator[Found]:
    closing = trial.minutes.closing
    if closing is not None:
        yield Found("", {"closing": fold(trial.source.text[closing.start : closing.end])})


# recognise ------------------------------------------------------------------------------------------------------------


def _called(person: Person) -> str:
    return person.name or (person.roles[0] if person.roles else "?")


def _by_id(minutes: Minutes) -> dict[str | None, str]:
    return {person.id: _called(person) for person in minutes.people}


def _attendance(trial: Trial) -> Iterator[Found]:
    listed: dict[tuple[str, str | None], list[Person]] = {}
    for person in trial.minutes.people:
        listed.setdefault((person.rule, person.attendance), []).append(person)
    for (claimed, attendance), people in listed.items():
        roles = [role for person in people for role in person.roles] if "role" in trial.rule.set else []
        yield Found(claimed, _said(attendance=attendance, people=[_called(person) for person in people], roles=roles))


def _post(trial: Trial) -> Iterator[Found]:
    for person in trial.minutes.people:
        yield Found(person.rule, _said(name=person.name, roles=person.roles))


def _took(trial: Trial) -> Iterator[Found]:
    for person in trial.minutes.people:
        if person.name and person.roles:
            yield Found("", {"name": person.name, "roles": person.roles})


def _acted(trial: Trial) -> Iterator[Found]:
    for person in trial.minutes.people:
        yield Found(person.rule, _said(name=person.name))


def _substitute(trial: Trial) -> Iterator[Found]:
    names = _by_id(trial.minutes)
    for person in trial.minutes.people:
        if person.substitute_for is not None:
            yield Found("", {"substitute": _called(person), "for": names[person.substitute_for]})


_MEETING = ("organization", "body", "date", "start_time", "end_time", "location", "format")


def _meeting(trial: Trial) -> Iterator[Found]:
    meeting = trial.minutes.meeting
    claimed = trial.rule.id if trial.rule.id in meeting.rules.values() else ""
    fields = {name: getattr(meeting, name) for name in _MEETING}
    following = meeting.next_meeting
    if following is not None:
        fields |= {"next_date": following.date, "next_time": following.time, "next_location": following.location}
    yield Found(claimed, _said(**fields))


# parse ----------------------------------------------------------------------------------------------------------------


def _leaves(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        yield from _leaves(clause.clauses) if clause.clauses else (clause,)


def _counted(vote: Vote | None) -> dict[str, Any]:
    if vote is None:
        return {}
    return {"yes": vote.counts.yes, "no": vote.counts.no, "abstain": vote.counts.abstain, "method": vote.method}


def _decision(trial: Trial) -> Iterator[Found]:
    names = _by_id(trial.minutes)
    for item in trial.minutes.items:
        for d in item.decisions:
            leaves = list(_leaves(d.clauses))
            fields = _said(
                type=d.type,
                cue=d.cue,
                lead_in=d.lead_in,
                clauses=[clause.text for clause in leaves],
                verbs=[clause.verb for clause in leaves if clause.verb],
                moved_by=names.get(d.moved_by),
                seconded_by=names.get(d.seconded_by),
                reasons=d.reasons,
                **_counted(d.vote),
            )
            yield Found(d.rule, fields)


def _motion(trial: Trial) -> Iterator[Found]:
    names = _by_id(trial.minutes)
    for item in trial.minutes.items:
        for m in item.motions:
            movers = {"moved_by": names.get(m.moved_by), "seconded_by": names.get(m.seconded_by)}
            yield Found(m.rule, _said(type=m.type, result=m.result, **movers, **_counted(m.vote)))


def _mover(trial: Trial) -> Iterator[Found]:
    for item in trial.items:
        for m in find_movers(item, trial.people, trial.patterns):
            moved, seconded = (x.person.printed if x and x.person else None for x in (m.moved_by, m.seconded_by))
            yield Found("", _said(moved_by=moved, seconded_by=seconded))


def _vote(trial: Trial) -> Iterator[Found]:
    for item in trial.items:
        for v in find_votes(item, trial.people, trial.patterns):
            ballots = [f"{ballot.name}:{ballot.option}" for ballot in v.ballots]
            counts = {"yes": v.yes, "no": v.no, "abstain": v.abstain}
            yield Found(v.rule, _said(**counts, method=v.method, result=v.result, ballots=ballots))


def _action(trial: Trial) -> Iterator[Found]:
    for item in trial.minutes.items:
        for a in item.actions:
            owners = [owner.name for owner in a.owners]
            due = a.due.text if a.due else None
            yield Found(a.rule, _said(text=a.text, owners=owners, due=due, explicit=a.explicit, status=a.status))


def _due(trial: Trial) -> Iterator[Found]:
    for item in trial.items:
        due = find_due(item.text, item.lo, item.hi, trial.patterns, trial.meeting.date)
        if due is not None:
            yield Found("", _said(due=item.view.printed(*due.place), date=due.date))


def _declaration(trial: Trial) -> Iterator[Found]:
    for item in trial.minutes.items:
        for n in item.declarations:
            yield Found(n.rule, _said(name=n.name, interest=n.interest, items=n.items, withdrew=n.withdrew))


def _movement(trial: Trial) -> Iterator[Found]:
    for person in trial.minutes.people:
        for m in person.movements:
            yield Found(m.rule, _said(name=_called(person), type=m.type, time=m.time))


Reader = Callable[[Trial], Iterator[Found]]

READERS: dict[str, Reader] = {
    "segment.furniture": _furniture,
    "segment.label": _label,
    "segment.closing": _closing,
    "segment.opening": _opening,
    "segment.genre": _genre,
    "recognise.attendance": _attendance,
    "recognise.told": _attendance,
    "recognise.presence": _attendance,
    "recognise.post": _post,
    "recognise.took": _took,
    "recognise.acted": _acted,
    "recognise.substitute": _substitute,
    "recognise.meeting": _meeting,
    "parse.decision": _decision,
    "parse.motion": _motion,
    "parse.mover": _mover,
    "parse.vote": _vote,
    "parse.action.marked": _action,
    "parse.action.undertaking": _action,
    "parse.due": _due,
    "parse.declaration": _declaration,
    "parse.movement": _movement,
}
