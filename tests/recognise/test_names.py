"""The grammar of names, and when two names are one person."""

from __future__ import annotations

import pytest

from minutes_extract.recognise.language import language
from minutes_extract.recognise.names import NameReader
from minutes_extract.roster import Name, Roster
from minutes_extract.rules import load


def read(text: str, plural: bool = False, listed: bool = False) -> Name | None:
    patterns = load()
    return NameReader(language(patterns).read(text), patterns).read(0, plural=plural, listed=listed)


NAMES = [  # text, title, forenames and initials, surname
    ("Councillor Ivy Keen", "Councillor", ("Ivy",), "Keen"),
    ("Cllr Mrs D Clement", "Cllr Mrs", ("D",), "Clement"),
    ("Mr R W Goff, OBE", "Mr", ("R", "W"), "Goff"),
    ("Cllr. O. Whitby took the chair", "Cllr", ("O.",), "Whitby"),
    ("Councillor de Vere declared", "Councillor", (), "de Vere"),
    ("Cllr Giles St Clair", "Cllr", ("Giles",), "St Clair"),
    ("Miss S van den Berg and others", "Miss", ("S",), "van den Berg"),
    ("Cllr. Bríd Ní Mhaoláin", "Cllr", ("Bríd",), "Ní Mhaoláin"),
    ("Councillor Prue Shaw-Tindle", "Councillor", ("Prue",), "Shaw-Tindle"),
    ("Cllr Joan Reeve, Chairman", "Cllr", ("Joan",), "Reeve"),
    ("Mrs H Dean, MBE", "Mrs", ("H",), "Dean"),
    ("Mr D Crow- Brown", "Mr", ("D",), "Crow-Brown"),
    ("Simon Mills- Quarry Ltd", None, ("Simon",), "Mills"),
    ("Charles (Charlie) Lamb was", None, ("Charles",), "Lamb"),
    ("Stephen May presented", None, ("Stephen",), "May"),
    ("Linda L. Day, Town Secretary", None, ("Linda", "L."), "Day"),
    ("Mr Al Amin spoke", "Mr", (), "Al Amin"),
    ("T.DENHALM, TREASURER", None, ("T.",), "DENHALM"),
    ("Cr M Tuft Member", "Cr", ("M",), "Tuft"),
    ("PC 561 Calum Keel", "PC", ("Calum",), "Keel"),
    ("D Body Esq., Clerk", None, ("D",), "Body"),
    ("Harry L. Orton, Jr. and others", None, ("Harry", "L."), "Orton"),
    ("Michael Castle Jr, Planner", None, ("Michael",), "Castle"),
    ("Commissioner May moved", "Commissioner", (), "May"),
    ("John M. May, Chair", None, ("John", "M."), "May"),
    ("Commissioner Pell AB #12", "Commissioner", (), "Pell"),
    ("Ann Champion, Bo Marsh", None, ("Ann",), "Champion"),
    ("Councillor G-C. Carr", "Councillor", ("G-C.",), "Carr"),
]


@pytest.mark.parametrize(("text", "title", "given", "family"), NAMES)
def test_parts_of_a_name(text: str, title: str | None, given: tuple[str, ...], family: str) -> None:
    name = read(text)
    assert name is not None
    assert (name.title, name.given, name.family) == (title, given, family)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee noted",
        "Chief Executive presented",
        "Chief Fire Officer",
        "Deputy Leader of the Council",
        "London Road East",
        "Floyd Minor Park",
        "Fenwick NHS Foundation Trust",
        "A Member asked",
        "BE DIRECTED to report",
        "Major Capital Projects",
        "Councillors Reports",
        "Port Ellery",
        "Harbour Islands",
        "Commissioner Road West",
        "Justice Board",
        "NI Water",
        "Beatrice St",
        "A RESOLUTION AUTHORIZING THE FILING",
        "Councillors. Unfortunately, nobody came",
    ],
)
def test_no_name(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("SIMON BARR Co-opted 10/2021", "SIMON BARR"),
        ("T. LundVillage of Port Ellery", "T. Lund"),
        ("Paul Ebbert Roads Superintendent", "Paul Ebbert"),
        ("R Corran S McAtee Miss U Raffan", "R Corran"),
        ("A. Vere SEE agreed", "A. Vere"),
        ("Sue Morris SM (Governor)", "Sue Morris"),
        ("Stephen Bell Oliver Lane", "Stephen Bell"),
        ("Mr DR Peel (Chairman)", "DR Peel"),
        ("Kofi Danso CPFA, Section 151 Officer", "Kofi Danso"),
    ],
)
def test_a_name_ends_before_what_is_no_part_of_it(text: str, end: str) -> None:
    name = read(text, listed=True)
    assert name is not None
    assert name.printed == end


def test_initial_in_brackets_tells_two_of_one_surname_apart() -> None:
    name = read("Colley (J), Colley (M)", plural=True)
    assert name is not None
    assert (name.given, name.family) == (("J",), "Colley")


def test_bare_surname_needs_a_plural_title() -> None:
    assert read("Marsh, Oduya and Penn") is None
    assert read("Marsh, Oduya and Penn", plural=True) is not None


SAME = [  # first as printed, then as printed later: one person
    ("Mrs A Lindkvist", "Mrs Lindkwist"),  # slip
    ("Renhild Gornek", "Renhild Gorneck"),  # slip
    ("Cllr P Shaw-Tindle", "Cllr Shaw Tindle"),  # hyphen lost
    ("Councillor D. Chown", "Councillor David Chown"),
    ("Cllr Jo Brewer", "Cllr Joanne Brewer"),
    ("Cllr Owen Whitbys", "Cllr O. Whitby"),
    ("Councillor P O'Dell", "Councillor ODell"),
]
OTHER = [  # near misses: two people
    ("Mr J Cork", "Mr Corke"),
    ("Mr P Brown", "Mr Browne"),
    ("Mr P Harris", "Mr P Harrison"),
    ("Cllr J Lacy", "Cllr M Lacy"),
    ("Mr J Mead", "Ms Mead"),
    ("Cllr Ann Marsh", "Cllr Anton Marsh"),
    ("Cllr Colley (J)", "Cllr Colley (M)"),
]


def found(first: str, second: str) -> bool:
    roster = Roster()
    one, two = read(first, listed=True), read(second, listed=True)
    assert one is not None and two is not None
    roster.add(one, (0, 1), "test")
    return bool(roster.find(two))


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_person(first: str, second: str) -> None:
    assert found(first, second)


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_two_people(first: str, second: str) -> None:
    assert not found(first, second)
