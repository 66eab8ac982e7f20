"""Which meetings belong together: those of one body of one council."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.likeness import flat
from minutes_extract.rules import load

COUNCIL = "council"
"""The body that is the council itself, whatever the minutes call it."""

_NO_LETTER = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings of one body, in forms to compare: 'gullhaven parish council', 'planning committee'.

    `council` is None where the record names none; `folder` then keeps the bodies of several folders apart, for many
    councils have a planning committee.
    """

    council: str | None
    body: str
    folder: str = ""

    @property
    def linked(self) -> tuple[str | None, ...]:
        """Equal for meetings that are linked together: those of a council, or of one body where none is named."""
        return (self.council,) if self.council is not None else (None, self.body, self.folder)


def series(organization: str | None, body: str | None, source: str | None = None) -> Series:
    """Whose meeting it was, from `meeting.organization`, `meeting.body` and `source.name` of a record.

    A parish prints its own name as that of the body, a committee page the council above it: 'Gullhaven Parish Council'
    alone and 'Council' of 'Gullhaven Parish Council' are one series.
    """
    words = load().words
    council, named = _form(organization), _form(body)
    if council is None and named is not None and _own(named, words["own_body_head"], words["nobodys_word"]):
        council = named
    kept = [word for word in (named or "").split() if word not in words["meeting_kind"]]
    if named is None or named == council or not kept or " ".join(kept) in (COUNCIL, f"{_kind(council)} {COUNCIL}"):
        kept = [COUNCIL]
    folder = "" if council is not None else (source or "").rpartition("/")[0]
    return Series(council, " ".join(kept), folder)


def _form(name: str | None) -> str | None:
    if name is None:
        return None
    form = " ".join(_NO_LETTER.sub(" ", flat(name).replace("&", " and ")).split())
    return form.removeprefix("the ") or None


def _own(body: str, heads: list[str], nobodys: list[str]) -> bool:
    """Is it a council by itself, and named: 'gullhaven parish council', but not 'regional council'?"""
    if set(body.split()) <= set(nobodys):
        return False
    return any(body == head or body.endswith(f" {head}") for head in heads)


def _kind(council: str | None) -> str:
    """'county' of 'marlshire county council'."""
    words = (council or "").split()
    return words[-2] if len(words) > 2 and words[-1] == COUNCIL else ""
