"""Which attendances are one human: settled here, at the end of a run, and nowhere else."""

from __future__ import annotations

from sqlite3 import Connection

_NEW = """
INSERT INTO people (id, name, title, roles, kind, party, represents, organization, body)
SELECT a.id, a.name, a.title, a.roles, a.kind, a.party, a.represents, m.organization, m.body
FROM attendance AS a JOIN meetings AS m ON m.id = a.meeting
WHERE a.person IS NULL
"""


def settle(connection: Connection) -> None:
    """Give every attendance without a person its person, and drop the people whom no attendance names any more.

    New and changed documents come with attendances whose `person` is null. Each becomes a person of its own: nothing
    is known yet of who is who across meetings. Linking belongs here, council by council (`meetings.organization` and
    `body`); all else refers to attendances, so nothing else has to change.
    """
    connection.execute("DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE person = people.id)")
    connection.execute(_NEW)
    connection.execute("UPDATE attendance SET person = id WHERE person IS NULL")
