"""Names for records in the world outside: the same bytes give the same names, and no two documents share one."""

from __future__ import annotations

from uuid import UUID, uuid5

from minutes_extract.schema import Minutes

_OURS = UUID("7c0e3f5e-6f0b-4b57-9d0c-5b7d0e2f4a11")  # drawn once, so that nobody else gives the same names


def uuid_of(minutes: Minutes, local: str) -> UUID:
    """The name-based UUID (RFC 9562, version 5) of a part of one document."""
    return uuid5(uuid5(_OURS, minutes.source.sha256), local)


def urn_of(minutes: Minutes, local: str) -> str:
    return f"urn:uuid:{uuid_of(minutes, local)}"
