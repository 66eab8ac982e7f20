"""Who is one person across the meetings of a council."""

from __future__ import annotations

import pytest

from minutes_extract.link import Appearance, Links, Series, link_people

PARISH = Series("gullhaven parish council", "council")
PLANNING = Series("gullhaven parish council", "planning committee")
UNKNOWN = Series(None, "planning committee", "scraped")


def met(meeting: str, *people: str, series: Series = PARISH) -> list[tuple[Series, Appearance]]:
    """Appearances from 'Cllr|J Potter', '|Jane Potter', '?PN' (a printed name without a person) and '#Clerk' (a post)."""
    found = []
    for k, person in enumerate(people, 1):
        if person.startswith("#"):
            found.append(Appearance(meeting, f"p{k}", None, roles=(person[1:],)))
        else:
            title, _, name = person.lstrip("?").rpartition("|")
            found.append(Appearance(meeting, f"p{k}", name, title or None, loose=person.startswith("?")))
    return [(series, appearance) for appearance in found]


def shown(links: Links) -> list[str]:
    """'id: meeting reason, ...' for each person, and 'meeting name? id | id' for what is ambiguous."""
    people = [
        f"{person.id.partition('/')[2]}: {', '.join(f'{a.meeting} {why}' for a, why in person.appearances)}"
        for person in links.people
    ]
    doubts = [
        f"{doubt.appearance.meeting} {doubt.appearance.name}? "
        + " | ".join(candidate.partition("/")[2] for candidate in doubt.candidates)
        for doubt in links.ambiguous
    ]
    return [*people, *doubts]


ROWS = {
    "the same name": (
        [*met("m1", "Cllr|Jane Potter"), *met("m2", "Cllr|Jane Potter")],
        ["jane-potter: m1 first, m2 same_name"],
    ),
    "title, initial and full name": (
        [*met("m1", "Cllr|Potter"), *met("m2", "Councillor|J. Potter"), *met("m3", "|Jane Potter")],
        ["jane-potter: m3 first, m2 fuller_name, m1 surname"],
    ),
    "initials explained in another meeting": (
        [*met("m1", "Cllr|Jane Potter", "Cllr|Ben Marsh"), *met("m2", "?JP", "?XY")],
        ["jane-potter: m1 first, m2 initials", "ben-marsh: m1 first"],
    ),
    "initials that two people have": (
        [*met("m1", "Cllr|Jane Potter", "Cllr|John Penn"), *met("m2", "?JP")],
        ["jane-potter: m1 first", "john-penn: m1 first"],
    ),
    "a surname that two people have": (
        [*met("m1", "Cllr|Jane Potter", "Cllr|Tom Potter"), *met("m2", "Cllr|Potter")],
        [
            "jane-potter: m1 first",
            "tom-potter: m1 first",
            "potter: m2 first",
            "m2 Potter? jane-potter | tom-potter",
        ],
    ),
    "an initial that two people have": (
        [*met("m1", "Cllr|Jane Potter"), *met("m2", "Cllr|John Potter"), *met("m3", "Cllr|J Potter")],
        [
            "jane-potter: m1 first",
            "john-potter: m2 first",
            "j-potter: m3 first",
            "m3 J Potter? jane-potter | john-potter",
        ],
    ),
    "another initial": (
        [*met("m1", "Cllr|Jane Potter"), *met("m2", "Cllr|B Potter")],
        ["jane-potter: m1 first", "b-potter: m2 first"],
    ),
    "Mr is not Mrs": (
        [*met("m1", "Mr|J Potter"), *met("m2", "Mrs|J Potter")],
        ["j-potter: m1 first", "j-potter-2: m2 first"],
    ),
    "a resident is no councillor": (
        [*met("m1", "Cllr|Jane Potter"), *met("m2", "Mrs|Potter")],
        ["jane-potter: m1 first", "potter: m2 first"],
    ),
    "two of one record are two": (
        [*met("m1", "Cllr|Potter", "Cllr|J Potter"), *met("m2", "Cllr|J Potter")],
        ["j-potter: m1 first, m2 same_name", "potter: m1 first"],
    ),
    "accents, hyphens and capitals": (
        [*met("m1", "|SIÂN O’NEILL-HART"), *met("m2", "|Sian O'Neill Hart"), *met("m3", "|Siân O'Neill-Hart")],
        ["sian-oneill-hart: m2 first", "sian-oneill-hart-2: m1 first, m3 same_name"],
    ),
    "a called name in brackets": (
        [*met("m1", "Cr|Michael (Mike) Bird"), *met("m2", "Cr|Michael Bird"), *met("m3", "Cr|Mike Bird")],
        ["michael-mike-bird: m1 first, m2 same_name, m3 fuller_name"],
    ),
    "a particle belongs to the surname": (
        [*met("m1", "Cllr|Anna van der Berg"), *met("m2", "Cllr|A van der Berg")],
        ["anna-van-der-berg: m1 first, m2 fuller_name"],
    ),
    "a post without a name": (
        [*met("m1", "#Clerk"), *met("m2", "#The Clerk to the Council"), *met("m3", "#Chair")],
        ["clerk: m1 first, m2 post", "chair: m3 first"],
    ),
    "the same name in another body": (
        [*met("m1", "Cllr|Jane Potter"), *met("m2", "|Jane Potter", series=PLANNING)],
        ["jane-potter: m1 first, m2 other_body"],
    ),
    "two initials in another body": (
        [*met("m1", "Mr|R W Gale"), *met("m2", "Mr|R W Gale", series=PLANNING)],
        ["r-w-gale: m1 first, m2 other_body"],
    ),
    "one initial in another body says too little": (
        [*met("m1", "Cllr|J Potter"), *met("m2", "Cllr|J Potter", series=PLANNING)],
        ["j-potter: m1 first", "planning-committee/j-potter: m2 first"],
    ),
    "an unknown council: full names alone": (
        [
            *met("m1", "Cllr|Jane Potter", "Cllr|Marsh", series=UNKNOWN),
            *met("m2", "Cllr|Jane Potter", "Cllr|Marsh", series=UNKNOWN),
        ],
        [
            "planning-committee/jane-potter: m1 first, m2 same_name",
            "planning-committee/marsh: m1 first",
            "planning-committee/marsh-2: m2 first",
        ],
    ),
}


@pytest.mark.parametrize(("appearances", "expected"), ROWS.values(), ids=ROWS.keys())
def test_who_is_one_person(appearances: list[tuple[Series, Appearance]], expected: list[str]) -> None:
    assert shown(link_people(appearances)) == expected


def test_every_appearance_is_of_one_person() -> None:
    given = [appearance for appearances, _ in ROWS.values() for appearance in appearances if not appearance[1].loose]
    for appearances, _ in ROWS.values():
        kept = sorted(
            (a.meeting, a.person) for person in link_people(appearances).people for a, _ in person.appearances
        )
        assert sorted(set(kept)) == kept
        assert {(a.meeting, a.person) for _, a in appearances if not a.loose} <= set(kept)
    assert len(given) > 40
