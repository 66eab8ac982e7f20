"""Tables of what only several meetings show; written at the end of a run."""

from __future__ import annotations

from minutes_extract.emit.tables.columns import MEETING, Column, Table, key, place

ACROSS_TABLES = (
    Table(
        "ambiguous_people",
        "Attendances that could be of several people, so that each stands as a person of its own: one row for each.",
        (
            key("Such as `june.txt#p3?1`."),
            MEETING,
            Column("attendee", "Who.", required=True, refers="attendance", goes_with=True),
            Column("candidate", "Who it could be.", required=True, refers="people", goes_with=True),
        ),
    ),
    Table(
        "followed_actions",
        "Where a later meeting takes up an action.",
        (
            key("Such as `july.txt#june.txt#a1`."),
            MEETING,
            Column("action", "The action, of an earlier meeting.", required=True, refers="actions", goes_with=True),
            Column("state", "done or open, where the words say so."),
            Column("words", "What action and passage share.", "texts", required=True),
            *place()[:2],
        ),
    ),
    Table(
        "approvals",
        "The earlier meetings of which a meeting approved the minutes.",
        (
            key("Such as `july.txt#june.txt`."),
            MEETING,
            Column("approved", "The earlier meeting.", required=True, refers="meetings", goes_with=True),
            *place()[:2],
        ),
    ),
)
