"""Which meetings are of one body of one council."""

from __future__ import annotations

import pytest

from minutes_extract.link import Series, series

PARISH = Series("gullhaven parish council", "council")


@pytest.mark.parametrize(
    ("organization", "body", "source", "expected"),
    [
        ("Gullhaven Parish Council", None, None, PARISH),
        ("GULLHAVEN PARISH COUNCIL", "Council", "a/b.txt", PARISH),
        ("Gullhaven Parish Council", "Parish Council", None, PARISH),
        ("Gullhaven Parish Council", "Annual Meeting of the Council", None, PARISH),
        (None, "The Gullhaven Parish Council", None, PARISH),
        (
            "Gullhaven Parish Council",
            "Planning Committee",
            None,
            Series("gullhaven parish council", "planning committee"),
        ),
        ("Marlshire County Council", "County Council", None, Series("marlshire county council", "council")),
        ("Marlshire County Council", "Cabinet", None, Series("marlshire county council", "cabinet")),
        (None, "Regional Council", "bay/1.txt", Series(None, "regional council", "bay")),
        (None, "Council", "bay/1.txt", Series(None, "council", "bay")),
        (None, "Audit & Risk Committee", "bay/1.txt", Series(None, "audit and risk committee", "bay")),
        (None, None, "1.txt", Series(None, "council", "")),
        (None, "Netherby Village Hall", None, Series("netherby village hall", "council")),
    ],
)
def test_series(organization: str | None, body: str | None, source: str | None, expected: Series) -> None:
    assert series(organization, body, source) == expected
