"""What only several meetings show, written into the tables at the end of a run, one council after the other.

Who is the same person, which actions are taken up again and which minutes were approved is told by the link package;
here its questions are read from the tables and its answers written back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from minutes_extract.link import (
    Appearance,
    Held,
    Linked,
    Passage,
    Series,
    Statement,
    Task,
    approvals,
    follow,
    link_people,
    series,
    takes_up,
)

_NAMING = ("owners", "voters", "declarations")
"""The tables whose rows name someone, an attendee where the minutes tell which."""


@dataclass(frozen=True, slots=True)
class Council:
    """The meetings of one council in the order of their dates, each with its series."""

    meetings: tuple[tuple[str, str | None, Series], ...]  # id, date


def unsettled(connection: Connection) -> list[Council]:
    """The councils of which a document is new or changed: then nothing is known of its people across meetings."""
    rows = connection.execute(
        "SELECT id, date, organization, body, series FROM meetings ORDER BY date IS NULL, date, id"
    )
    councils: dict[tuple[str | None, ...], list[tuple[str, str | None, Series]]] = {}
    new = set()
    for meeting, date, organization, body, known in rows:
        one = series(organization, body, meeting)
        councils.setdefault(one.linked, []).append((meeting, date, one))
        if known is None:
            new.add(one.linked)
    return [Council(tuple(meetings)) for council, meetings in councils.items() if council in new]


def settle(connection: Connection, council: Council) -> None:
    """Write anew what the meetings of a council show together. Run in one transaction, with deferred foreign keys."""
    for meeting, _, one in council.meetings:
        named = " / ".join(filter(None, (one.council or one.folder, one.body)))
        connection.execute("UPDATE meetings SET series = ? WHERE id = ?", (named, meeting))
        for table in ("ambiguous_people", "followed_actions", "approvals"):
            connection.execute(f"DELETE FROM {table} WHERE meeting = ?", (meeting,))
    _people(connection, council)
    _actions(connection, council)
    _approvals(connection, council)


def tidy(connection: Connection) -> None:
    """Drop the people of whom no attendance is left."""
    connection.execute("DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE person = people.id)")


def _people(connection: Connection, council: Council) -> None:
    links = link_people((one, who) for meeting, _, one in council.meetings for who in _appearances(connection, meeting))
    for person in links.people:
        for appearance, why in person.appearances:
            table = "attendance" if not appearance.loose else appearance.person.partition(" ")[0]
            key = appearance.person.rpartition(" ")[2]
            cells = "person = ?, person_why = ?" if table == "attendance" else "person = ?"
            values = (person.id, why) if table == "attendance" else (person.id,)
            connection.execute(f"UPDATE {table} SET {cells} WHERE id = ?", (*values, key))
        _put_person(connection, person)
    for meeting, _, _ in council.meetings:
        for table in _NAMING:
            connection.execute(
                f"""UPDATE {table} SET person = (SELECT person FROM attendance WHERE id = {table}.attendee)
                WHERE meeting = ? AND attendee IS NOT NULL""",
                (meeting,),
            )
    for doubt in links.ambiguous:
        key = doubt.appearance.person.rpartition(" ")[2]
        connection.executemany(
            "INSERT INTO ambiguous_people VALUES (?, ?, ?, ?)",
            [(f"{key}?{n}", doubt.appearance.meeting, key, one) for n, one in enumerate(doubt.candidates, 1)],
        )


def _appearances(connection: Connection, meeting: str) -> Iterator[Appearance]:
    """Who is in a record, and the names that it resolves to nobody; `person` holds the table and the key."""
    rows = connection.execute(
        "SELECT id, name, title, roles FROM attendance WHERE meeting = ? ORDER BY rowid", (meeting,)
    )
    for key, name, title, roles in rows:
        yield Appearance(meeting, f"attendance {key}", name, title, tuple(json.loads(roles)))
    for table in _NAMING:
        rows = connection.execute(
            f"SELECT id, name FROM {table} WHERE meeting = ? AND attendee IS NULL AND name IS NOT NULL", (meeting,)
        )
        for key, name in rows:
            yield Appearance(meeting, f"{table} {key}", name, loose=True)


def _put_person(connection: Connection, person: Linked) -> None:
    """The row of a person: posts of all meetings, and of the rest what stands in the latest."""
    rows = connection.execute(
        """SELECT a.roles, a.kind, a.party, a.represents, m.organization, m.body
        FROM attendance AS a JOIN meetings AS m ON m.id = a.meeting WHERE a.person = ? ORDER BY m.date, a.rowid""",
        (person.id,),
    ).fetchall()
    roles = list(dict.fromkeys(role for row in rows for role in json.loads(row[0])))
    latest = [next((row[place] for row in reversed(rows) if row[place] is not None), None) for place in range(1, 5)]
    bodies = {row[5] for row in rows}
    body = bodies.pop() if len(bodies) == 1 else None
    cells = (person.id, person.name, person.title, json.dumps(roles, ensure_ascii=False, separators=(",", ":")))
    connection.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*cells, *latest, body))


def _actions(connection: Connection, council: Council) -> None:
    bodies: dict[Series, list[str]] = {}
    for meeting, date, one in council.meetings:
        if date is not None:
            bodies.setdefault(one, []).append(meeting)
    for meetings in bodies.values():
        said = ((_passages(connection, meeting), _tasks(connection, meeting)) for meeting in meetings)
        for found in follow(said):
            words = json.dumps(found.words, ensure_ascii=False, separators=(",", ":"))
            cells = (f"{found.meeting}#{found.task.id}", found.meeting, found.task.id, found.state, words)
            connection.execute(
                "INSERT INTO followed_actions VALUES (?, ?, ?, ?, ?, ?, ?)", (*cells, found.start, found.end)
            )


def _tasks(connection: Connection, meeting: str) -> list[Task]:
    rows = connection.execute("SELECT id, text FROM actions WHERE meeting = ? ORDER BY rowid", (meeting,))
    return [Task(meeting, key, text) for key, text in rows]


def _passages(connection: Connection, meeting: str) -> list[Passage]:
    rows = connection.execute(
        """SELECT i.title, i.kind, substr(t.text, p.span_start + 1, p.span_end - p.span_start), p.span_start, p.span_end
        FROM paragraphs AS p JOIN items AS i ON i.id = p.item JOIN texts AS t ON t.source = p.meeting
        WHERE p.meeting = ? ORDER BY p.rowid""",
        (meeting,),
    )
    return [Passage(meeting, text, start, end) for title, kind, text, start, end in rows if takes_up(title, kind)]


def _approvals(connection: Connection, council: Council) -> None:
    held = [Held(meeting, one, date) for meeting, date, one in council.meetings]
    for found in approvals(held, (statement for one in held for statement in _statements(connection, one))):
        connection.execute(
            "INSERT INTO approvals VALUES (?, ?, ?, ?, ?)",
            (f"{found.meeting}#{found.of}", found.meeting, found.of, found.start, found.end),
        )


def _statements(connection: Connection, held: Held) -> list[Statement]:
    rows = connection.execute(
        """SELECT substr(t.text, i.span_start + 1, i.span_end - i.span_start), i.span_start FROM items AS i
        JOIN texts AS t ON t.source = i.meeting WHERE i.meeting = ? AND i.kind = 'minutes' ORDER BY i.rowid""",
        (held.meeting,),
    )
    return [Statement(held, text, start) for text, start in rows]
