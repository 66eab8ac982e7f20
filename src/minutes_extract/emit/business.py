"""What was decided, moved, undertaken and declared, as the record prints it, with ids in document order."""

from __future__ import annotations

from minutes_extract import records
from minutes_extract.emit.places import Data, Places
from minutes_extract.records import Notice
from minutes_extract.roster import Person

_AWAY = {"apologies": "one who sent apologies", "absent": "absent"}  # and so casts no vote


class BusinessWriter:
    """Writes the business of one document, item by item; `notices` are of votes that do not add up."""

    def __init__(self, places: Places) -> None:
        self.notices: list[Notice] = []
        self._places = places
        self._counts: dict[str, int] = {}

    def decision(self, d: records.Decision) -> Data:
        """A decision with its clauses and its vote."""
        return {
            "id": self._next("d"),
            "type": d.type,
            "cue": self._places.printed(d.cue),
            "lead_in": self._places.printed(d.lead_in),
            **self._places.text(d.place),
            "clauses": [self._clause(c) for c in d.clauses],
            "moved_by": _id(d.moved_by),
            "seconded_by": _id(d.seconded_by),
            "vote": self._vote(d.vote),
            "reasons": self._places.printed(d.reasons),
            "rule": d.rule,
        }

    def motion(self, m: records.Motion) -> Data:
        """A motion with its vote."""
        return {
            "id": self._next("m"),
            "type": m.type,
            **self._places.text(m.place),
            "moved_by": _id(m.moved_by),
            "seconded_by": _id(m.seconded_by),
            "vote": self._vote(m.vote),
            "result": m.result,
            "rule": m.rule,
        }

    def action(self, a: records.Action) -> Data:
        """An action with owners and due."""
        due = {**self._places.text(a.due.place), "date": a.due.date} if a.due else None
        return {
            "id": self._next("a"),
            **self._places.text(a.place),
            "owners": [{"name": o.name, "person": _id(o.person)} for o in a.owners],
            "due": due,
            "explicit": a.explicit,
            "status": a.status,
            "rule": a.rule,
        }

    def declaration(self, n: records.Declaration) -> Data:
        """A declaration of interest."""
        return {
            "id": self._next("n"),
            "person": _id(n.person),
            "name": n.name,
            "interest": n.interest,
            **self._places.text(n.place),
            "nature": self._places.printed(n.nature),
            "items": n.items,
            "withdrew": n.withdrew,
            "rule": n.rule,
        }

    def _clause(self, c: records.Clause) -> Data:
        return {
            **self._places.text(c.place),
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
            "span": self._places.span(v.place),
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
            self.notices.append(Notice("vote_mismatch", "; ".join(wrong), self._places.view.span(*v.place)))

    def _next(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}{self._counts[kind]}"


def _id(person: Person | None) -> str | None:
    return person.id or None if person is not None else None
