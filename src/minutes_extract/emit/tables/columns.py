"""What a table and a column are, and the columns that many tables share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "integer", "number", "boolean", "texts", "integers", "spans"]
"""What a cell holds. The last three are lists: of words, of offsets, of pairs of offsets."""
LISTS: frozenset[Kind] = frozenset({"texts", "integers", "spans"})


@dataclass(frozen=True, slots=True)
class Column:
    """`refers` names the table whose key this column holds; the row `goes_with` the one that it refers to. A column that
    is not `required` may be null."""

    name: str
    about: str
    kind: Kind = "text"
    required: bool = False
    refers: str | None = None
    goes_with: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The first column is the key. `search`: the columns whose words are indexed; `label`: the one that names a row."""

    name: str
    about: str
    columns: tuple[Column, ...]
    search: tuple[str, ...] = ()
    label: str | None = None

    @property
    def key(self) -> str:
        return self.columns[0].name


def key(about: str) -> Column:
    return Column("id", about, required=True)


MEETING = Column("meeting", "The meeting.", required=True, refers="meetings", goes_with=True)
ITEM = Column("item", "The item under which it stands.", required=True, refers="items")
POSITION = Column("position", "Place in its list, from 1.", "integer", required=True)


def place(whose: str = "") -> tuple[Column, ...]:
    of = f" of the {whose}" if whose else ""
    return (
        Column("span_start", f"Offset{of} in the text of the source, in code points.", "integer", required=True),
        Column("span_end", "Offset behind its last character.", "integer", required=True),
        Column("rule", f"The rule that found it: that{of}." if whose else "The rule that found it.", required=True),
    )


def person(about: str = "The same, across meetings; known also where these minutes alone leave it open.") -> Column:
    return Column("person", about, refers="people")


def attendee(name: str, about: str) -> Column:
    return Column(name, about, refers="attendance")
