"""The page of one document: its text and its records side by side."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from minutes_extract.emit.review.marked import marked
from minutes_extract.emit.review.marks import marks
from minutes_extract.emit.review.render import as_data, render
from minutes_extract.emit.review.rows import rows
from minutes_extract.emit.review.words import KINDS, WORDS, long_date, percentages, quoted, title
from minutes_extract.schema import Meeting, Minutes, Person, Span
from minutes_extract.spans import fold

_SCRIPTS = (
    *("base.js", "store.js", "gold.js", "text.js", "records.js", "search.js"),
    *("cards.js", "forms.js", "edit.js", "adding.js", "page.js"),
)
_FACTS = (
    *("organization", "body", "date", "start_time", "end_time", "location"),
    *("next_meeting.date", "next_meeting.time", "next_meeting.location"),
)
_MORE_FACTS = ("format", "contact.name", "contact.role", "contact.email", "contact.phone")
_ATTENDANCE = (
    ("present", "Present"),
    ("in_attendance", "In attendance"),
    ("apologies", "Apologies"),
    ("absent", "Absent"),
    (None, "Also named"),
)


def page(text: str, minutes: Minutes, missed: Sequence[Span], home: str | None = None) -> str:
    """The review page as HTML. `missed` are the sentences that no record claims; `home` links to an index of meetings."""
    counts = _counts(minutes, missed)
    return render(
        "page.html",
        ("base.css", "page.css", "print.css"),
        _SCRIPTS,
        title=title(minutes),
        minutes=minutes,
        text=marked(text, marks(text, minutes, missed)),
        missed=[quoted(text, span) for span in missed],
        facts=_facts(minutes.meeting),
        groups=_groups(minutes.people),
        names={person.id: _shown(person) for person in minutes.people},
        kinds=[(kind, label, counts[kind]) for kind, label in KINDS if counts[kind]],
        words=WORDS,
        long_date=long_date,
        percentages=percentages,
        home=home,
        data=as_data(_data(text, minutes, missed)),
    )


def _data(text: str, minutes: Minutes, missed: Sequence[Span]) -> dict[str, object]:
    """What the scripts need: the rows of the gold, and the key under which a browser keeps corrections.

    Corrections name records by id. Another version of the program may count them otherwise, so the key tells records
    apart as well as documents.
    """
    flat = rows(minutes)
    digest = hashlib.sha256(as_data(flat).encode()).hexdigest()[:12]
    name = PurePosixPath(minutes.source.name or "minutes").stem
    return {
        "key": f"minutes-extract/{minutes.source.sha256}/{digest}",
        "name": name,
        "rows": flat,
        "missed": [{"at": span.start, "text": fold(text[span.start : span.end])} for span in missed],
        "characters": len(text),
    }


def _facts(meeting: Meeting) -> list[tuple[str, str | None, str | None]]:
    """Name, value and rule of each fact. What was not found is shown too, but for what few minutes print."""
    found = [(name, _value(meeting, name), meeting.rules.get(name)) for name in (*_FACTS, *_MORE_FACTS)]
    return [(name, value, rule) for name, value, rule in found if value is not None or name in _FACTS]


def _value(meeting: Meeting, name: str) -> str | None:
    value: object = meeting
    for part in name.split("."):
        value = getattr(value, part, None)
    return value if isinstance(value, str) else None


def _shown(person: Person) -> str:
    return " ".join(part for part in (person.title, person.name) if part) or ", ".join(person.roles)


def _groups(people: list[Person]) -> list[tuple[str, list[Person]]]:
    by: defaultdict[str | None, list[Person]] = defaultdict(list)
    for person in people:
        by[person.attendance].append(person)
    return [(label, by[key]) for key, label in _ATTENDANCE if by[key]]


def _counts(minutes: Minutes, missed: Sequence[Span]) -> Counter[str]:
    items = minutes.items
    votes = [put.vote for item in items for put in item.decisions] + [
        put.vote for item in items for put in item.motions
    ]
    return Counter(
        {
            "check": len(minutes.warnings) + len(missed),
            "meeting": len(minutes.meeting.evidence),
            "person": len(minutes.people),
            "movement": sum(len(person.movements) for person in minutes.people),
            "item": len(items),
            "decision": sum(len(item.decisions) for item in items),
            "motion": sum(len(item.motions) for item in items),
            "vote": sum(vote is not None for vote in votes),
            "action": sum(len(item.actions) for item in items),
            "declaration": sum(len(item.declarations) for item in items),
        }
    )
