"""Lists of people: every piece is a person, a post or something said of one."""

from __future__ import annotations

import pytest

from minutes_extract.recognise.language import language
from minutes_extract.recognise.lists import ListReader
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.rules import load

Rows = list[tuple[str | None, list[str]]]


def rows(text: str, prose: bool = False, plural: bool = False) -> Rows:
    """(name, posts) of each entry."""
    patterns = load()
    words = language(patterns).read(text)
    names = NameReader(words, patterns)
    reader = ListReader(words, names, PostReader(words, names, patterns), patterns)
    entries, _, _ = reader.read(0, len(words), prose=prose, plural=plural)
    return [
        (
            e.name.printed if e.name else None,
            [" ".join(text[words.start[a] : words.end[b - 1]].split()) for a, b in e.roles],
        )
        for e in entries
    ]


LISTS: list[tuple[str, Rows]] = [
    ("Councillors D. Chown, Marsh and Oduya", [("D. Chown", []), ("Marsh", []), ("Oduya", [])]),
    ("Councillor Keen (Chair), Mr P Fell", [("Keen", ["Chair"]), ("P Fell", [])]),
    (
        "Director, Travel and Transport (Mr. P. Crane), Administrative Officer, Corporate\nServices (Ms. T. Knott)",
        [
            ("P. Crane", ["Director, Travel and Transport"]),
            ("T. Knott", ["Administrative Officer, Corporate\nServices".replace("\n", " ")]),
        ],
    ),
    ("City Planner Rooke and City Councilmember Dale; City Administrator Johns", [
        ("Rooke", ["City Planner"]),
        ("Dale", ["City Councilmember"]),
        ("Johns", ["City Administrator"]),
    ]),
    ("General Counsel Yuri Caldon,\nChief of Works Rod Pascoe, Asst. GM Finance German Alva and District Clerk Sue Bell", [
        ("Yuri Caldon", ["General Counsel"]),
        ("Rod Pascoe", ["Chief of Works"]),
        ("German Alva", ["Asst. GM Finance"]),
        ("Sue Bell", ["District Clerk"]),
    ]),
    ("Chief of Works Rod Pascoe; Corin H. Mills and Ada B. Moss", [("Rod Pascoe", ["Chief of Works"]), ("Corin H. Mills", []), ("Ada B. Moss", [])]),
    ("Vice Chair Ilva Brand\nPanel member Sam Orton\n", [("Ilva Brand", ["Vice Chair"]), ("Sam Orton", [])]),
    (
        "Mayor Max Stone and Ken Orton, Administrator/Treasurer Lynn S. Bell, and Clerk Jo Keel.",
        [("Max Stone", []), ("Ken Orton", []), ("Lynn S. Bell", ["Administrator/Treasurer"]), ("Jo Keel", ["Clerk"])],
    ),
    ("Terri Kemp, Ex-Officio", [("Terri Kemp", ["Ex-Officio"])]),
    (
        "Reporting Officer\nAda Bell\nChief Executive\nRoy Dunn\nGroup Manager - Roads\nJo Keel\nHarbour Manager\nMeeting Secretary\nIan Pell\nPrincipal Advisor\n",
        [
            ("Ada Bell", ["Reporting Officer", "Chief Executive"]),
            ("Roy Dunn", ["Group Manager - Roads"]),
            ("Jo Keel", ["Harbour Manager"]),
            ("Ian Pell", ["Meeting Secretary", "Principal Advisor"]),
        ],
    ),
    ("Chairperson\nAda Bell\nDeputy Chairperson\nRoy Dunn\n", [("Ada Bell", ["Chairperson"]), ("Roy Dunn", ["Deputy Chairperson"])]),
    ("Dean Myers (Works Manager), Sue Bell (Clerk)", [("Dean Myers", ["Works Manager"]), ("Sue Bell", ["Clerk"])]),
    ("Councillor Wye (Chair) Acting Chief Executive, Mr N Tarn", [("Wye", ["Chair"]), ("N Tarn", ["Acting Chief Executive"])]),
    ("Secretary-Treasurer, Mr. G. Barr, Recording Secretary, Ms. S. Bane", [
        ("G. Barr", ["Secretary-Treasurer"]),
        ("S. Bane", ["Recording Secretary"]),
    ]),
    ("Mr. Tilden, City Manager Mrs. Yates, City Clerk", [("Tilden", ["City Manager"]), ("Yates", ["City Clerk"])]),
    ("Mayor Ada Bell, Council President Ray Orton, and Councilors Trish Van Horn and Ed Stone", [
        ("Ada Bell", []),
        ("Ray Orton", ["Council President"]),
        ("Trish Van Horn", []),
        ("Ed Stone", []),
    ]),
    ("Councillor Hester Vane (Leader and Chair)", [("Hester Vane", ["Leader", "Chair"])]),
    ("Edith Harb\tFoundation Governor (Chair)\tEH\tPresent", [("Edith Harb", ["Foundation Governor", "Chair"])]),
    ("Chairperson\nJoan Kerr\nDeputy Chairperson\nPete Wake", [("Joan Kerr", ["Chairperson"]), ("Pete Wake", ["Deputy Chairperson"])]),
    ("Bella Wyke, Chair (BW), Sven Muir, Vice Chair (SM)", [("Bella Wyke", ["Chair"]), ("Sven Muir", ["Vice Chair"])]),
    ("P Agnew J A Boyle Mrs R Corran", [("P Agnew", []), ("J A Boyle", []), ("R Corran", [])]),
    ("Ruby Kell, Inspector Bob Anders, PC Nick Pack", [("Ruby Kell", []), ("Bob Anders", []), ("Nick Pack", [])]),
    ("Mr. K. Barr, S.O., Ms. M. Orr, S.E.E.", [("K. Barr", ["S.O."]), ("M. Orr", ["S.E.E."])]),
    ("Mr. P. Foy, Senior Exec. Officer/Meetings Administrator\nMr. T, Gill, Staff Officer", [
        ("P. Foy", ["Senior Exec. Officer/Meetings Administrator"]),
        ("T Gill", ["Staff Officer"]),
    ]),
    ("City Manager Jan Holt, Fire Captain Bill Hurd, and City Clerk Sue Dale", [
        ("Jan Holt", ["City Manager"]),
        ("Bill Hurd", []),
        ("Sue Dale", ["City Clerk"]),
    ]),
    ("supervisors Janet Keel and Dick Dillard, deputy clerk Rod Salter", [
        ("Janet Keel", ["supervisors"]),
        ("Dick Dillard", ["supervisors"]),
        ("Rod Salter", ["deputy clerk"]),
    ]),
    ("Reeve Mike Gawn Councillor John Graves Chief Administrative Officer Wendy Turk", [
        ("Mike Gawn", []),
        ("John Graves", []),
        ("Wendy Turk", ["Chief Administrative Officer"]),
    ]),
    ("Chief Executive Director of Works Director of Leisure", [
        (None, ["Chief Executive"]),
        (None, ["Director of Works"]),
        (None, ["Director of Leisure"]),
    ]),
    ("E Sewell - substitute for J A West", [("E Sewell", [])]),
    ("Tim Grover (on a councillor training course)", [("Tim Grover", [])]),
    ("Mr S. Toal. Senior Executive Engineer\nMs M. Gove, Clerical Officer", [
        ("S. Toal", ["Senior Executive Engineer"]),
        ("M. Gove", ["Clerical Officer"]),
    ]),
    ("Manager Herrick\nCommunity Development Director Rowsell\nDirector Infrastructure", [
        ("Herrick", ["Manager"]),
        ("Rowsell", ["Community Development Director"]),
        (None, ["Director Infrastructure"]),
    ]),
    ("Mrs C Hartley (Clerk) and 16 members of the public", [("C Hartley", ["Clerk"])]),
    ("Chairperson Orton, Commissioners Rudd Stell, Quill, and Withall", [
        ("Orton", ["Chairperson"]),
        ("Rudd Stell", []),
        ("Quill", []),
        ("Withall", []),
    ]),
    ("Chairman Sidney E. Dunlow, Vice-Chairman John M. May, Commissioners E. Shane Pell and Don Orton", [
        ("Sidney E. Dunlow", ["Chairman"]),
        ("John M. May", ["Vice-Chairman"]),
        ("E. Shane Pell", []),
        ("Don Orton", []),
    ]),
    ("Village Manager Greg Sumner, Police Chief Brian Strode, Public Works\nDirector Rick Vale, Head Librarian Jacob Pell", [
        ("Greg Sumner", ["Village Manager"]),
        ("Brian Strode", []),
        ("Rick Vale", ["Public Works Director"]),
        ("Jacob Pell", ["Head Librarian"]),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_list(text: str, expected: Rows) -> None:
    assert rows(text) == expected


def test_prose_ends_with_the_first_word_that_no_entry_can_hold() -> None:
    assert rows("Councillors Osler and Brand, with Councillor Luss in attendance", prose=True) == [
        ("Osler", []),
        ("Brand", []),
    ]


def test_a_post_vouches_for_a_forename_that_is_a_word() -> None:
    text = "Mark Tilder, Head of Risk and David Wherry, Director of Strategy were in attendance"
    assert rows(text, prose=True) == [
        ("Mark Tilder", ["Head of Risk"]),
        ("David Wherry", ["Director of Strategy"]),
    ]


def test_a_sentence_about_a_person_ends_the_list() -> None:
    assert rows("Councilors Ed Stone and Ann Bell. City Recorder Lea Moll declared a quorum.")[-1][0] == "Ann Bell"
