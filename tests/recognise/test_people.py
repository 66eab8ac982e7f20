"""Mentions in the body, posts of people, and posts whose holder is never named."""

from __future__ import annotations

import pytest

from minutes_extract.people import People
from minutes_extract.recognise import recognise
from minutes_extract.rules import load
from minutes_extract.segment import segment
from tests.timing import LINEAR, Work, power


def read(text: str) -> People:
    patterns = load()
    return recognise(segment(text, patterns), patterns)


def body(text: str) -> People:
    return read(
        f"NETHER VALE COUNCIL\nPresent: Councillor Ada Penn (Chair), Councillor Bo Marsh\n\n1. Reports\n{text}\n"
    )


def roles(text: str) -> dict[str, list[str]]:
    return {
        p.printed: p.roles for p in body(text).roster.people if p.printed and p.printed not in ("Ada Penn", "Bo Marsh")
    }


def unnamed(text: str) -> list[str]:
    return [p.roles[0] for p in body(text).roster.people if p.printed is None]


POSTS: list[tuple[str, dict[str, list[str]]]] = [
    ("Mr Ian Tarn, Head of Finance, presented it.", {"Ian Tarn": ["Head of Finance"]}),
    ("The Chief Fire Officer, Anne Hill, introduced a report.", {"Anne Hill": ["Chief Fire Officer"]}),
    ("The Leader of the Council (Councillor Ellis) replied.", {"Ellis": ["Leader of the Council"]}),
    ("The report was noted.\nLocum Clerk: Ivy Keen", {"Ivy Keen": ["Locum Clerk"]}),
    ("City Planner Carole Conn explained.", {"Carole Conn": ["City Planner"]}),
    ("Mr Leary, the objector, was heard.", {"Leary": ["objector"]}),
    ("A letter from Liz Trent MP was read.", {"Liz Trent": ["MP"]}),
    ("The former Leader, Mr Ian Tarn, was thanked.", {"Ian Tarn": []}),
    ("Mr Ian Tarn, Analyst and David White, Director of Strategy presented.", {"Ian Tarn": ["Analyst"], "David White": ["Director of Strategy"]}),
    ("In response to Councillor Tate, the Flood Manager advised that it was dry.", {"Tate": []}),
    ("City Attorney Knott advised that it was ready. Clerk Recommendations were read.", {"Knott": ["City Attorney"]}),
    ("Mary Ann Prime spoke. Mary Ann will send a copy.", {"Mary Ann Prime": []}),
    ("Mr and Mrs Lock asked about the hedge.", {"Lock": []}),
    ("The Head of Parks (Joan Dell) spoke.", {"Joan Dell": ["Head of Parks"]}),
    ("The Chief Executive, Ms Joan Dell, spoke.", {"Joan Dell": ["Chief Executive"]}),
    ("The Applicant, Mr Xu Bell, spoke.", {"Xu Bell": ["Applicant"]}),
    ("Raffo Bolan, Planning Manager, introduced it.", {"Raffo Bolan": ["Planning Manager"]}),
    ("The report of Carol Penfold, Head of Care, was noted.", {"Carol Penfold": ["Head of Care"]}),
    ("Carol Penfold (Planning Officer) advised.", {"Carol Penfold": ["Planning Officer"]}),
    ("Mary Bolan, Head of Care and Robin Penfold, Senior Planner, spoke.",
     {"Mary Bolan": ["Head of Care"], "Robin Penfold": ["Senior Planner"]}),
    ("Mary Bolan, Head of Parks and Victoria Gardens, spoke.", {"Mary Bolan": ["Head of Parks and Victoria Gardens"]}),
    ("April Budget, Director of Finance, spoke.", {}),
    ("City Attorney Kasso Wright updated the council.", {"Kasso Wright": ["City Attorney"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts_beside_a_name(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


ACTED: list[tuple[str, list[str]]] = [
    ("It was moved by Orrin, seconded by Pellew, to pay the bills. Dagg spoke.", ["Orrin", "Pellew"]),
    ("Orrin motioned to adjourn. Roll call vote: Pellew-YES, Dagg - NO, Orrin-YES.", ["Orrin", "Pellew"]),
    ("The vote was as follows: Orrin-Yes, Pellew-Yes.", ["Orrin", "Pellew"]),
    ("MOVED Director Orrin, SECONDED Director Pellew, that the bills be paid.", ["Orrin", "Pellew"]),
    ("Orrin/Pellew: SN 14/22\n\nTHAT the bills be paid.", ["Orrin", "Pellew"]),
    ("Council moved to the next matter. The Board seconded this.", []),
    ("It was moved by AP and seconded by the Council.", []),
    ("Ada moved to adjourn.", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTED)
def test_who_moves_seconds_or_votes_is_a_person(text: str, expected: list[str]) -> None:
    named = [p.printed for p in body(text).roster.people if p.printed not in ("Ada Penn", "Bo Marsh")]
    assert named == expected


def test_a_couple_is_two() -> None:
    named = [p.title for p in body("Mr and Mrs Lock asked about the hedge.").roster.people if p.family == "Lock"]
    assert named == ["Mr", "Mrs"]


def test_a_couple_in_a_list_is_two() -> None:
    people = read(
        "Quay Parish Council\n\nPresent: Cllr Bo Penn\nApologies: Mr and Mrs Lock, Mr & Mrs Ed Tarn, Dr Keel\n"
    )
    away = [(p.title, p.printed) for p in people.roster.people if p.attendance == "apologies"]
    assert away == [("Mr", "Lock"), ("Mrs", "Lock"), ("Mr", "Ed Tarn"), ("Mrs", "Tarn"), ("Dr", "Keel")]


def test_the_bracket_that_tells_a_post_and_the_chair() -> None:
    people = read("Quay Town Council\n\nPresent: Cllr Bo Penn (Town Mayor, in the Chair), Cllr Ivy Keel\n")
    assert [p.roles for p in people.roster.people] == [["Town Mayor"], []]


def test_who_presided_was_there() -> None:
    people = read(
        "QUAY BOARD\n\nThe Quay Board met in regular session on 6 May 2024 in the Hall. Chair Alan Penn presided. Commissioners Beth Keel "
        "and Carl Dole were present.\n\n1. Minutes\nThey were approved.\n"
    )
    assert {p.printed: p.attendance for p in people.roster.people} == dict.fromkeys(
        ["Alan Penn", "Beth Keel", "Carl Dole"], "present"
    )


def test_a_non_executive_director_is_no_officer() -> None:
    people = read("Quay Board\n\nPresent: Bo Penn, Non-Executive Director; Ivy Keel, Director of Roads\n")
    assert [p.kind for p in people.roster.people] == [None, "officer"]


def test_posts_that_are_joined_and_who_does_not_hold_them() -> None:
    people = read(
        "NETHER VALE COUNCIL\nPresent: Cllr Ada Penn, Cllr Bo Marsh\nIn attendance: Gil Hall (District Cllr), "
        "Fran Lark (Parish Clerk & Financial Responsible Person)\n\n1. Post\nAll letters are read by the Clerk, Cllr Marsh agreed. "
        "The Clerk will write. Member of the public asked why.\n"
    )
    assert [(p.printed, p.roles) for p in people.roster.people] == [
        ("Ada Penn", []),
        ("Bo Marsh", []),
        ("Gil Hall", ["District Cllr"]),
        ("Fran Lark", ["Parish Clerk & Financial Responsible Person"]),
    ]


def test_the_post_of_a_contact_ends_with_its_line() -> None:
    people = read(
        "Agenda and minutes\n\nContact: Ann Bell  Senior Scrutiny Officer\n\nItems\nNo. Item\n\n1. Reports\nNoted.\n"
    )
    assert [p.roles for p in people.roster.people] == [["Senior Scrutiny Officer"]]


def test_a_couple_under_one_title_shares_its_surname() -> None:
    named = {
        p.printed for p in body("Councillors George and Judith Tarn declared an interest in item 9.").roster.people
    }
    assert {"George Tarn", "Judith Tarn"} <= named


def test_an_officer_is_not_the_councillor_of_his_surname() -> None:
    people = read(
        "NETHER VALE COUNCIL\nPresent: Councillor Penn (Chair), Councillors Marsh and Tarn\n"
        "Officers in attendance: Jo Tarn (Lawyer), Ian Wells (Team Leader)\n\n1. Reports\nNoted.\n"
    )
    found = {p.printed: (p.kind, p.attendance) for p in people.roster.people}
    assert found["Tarn"] == ("councillor", "present")
    assert found["Jo Tarn"] == found["Ian Wells"] == ("officer", "in_attendance")


def test_what_every_member_of_a_board_is_called_is_a_title() -> None:
    people = read(
        "NETHER VALE REGIONAL DISTRICT\nPresent: Chair A. Penn, Director B. Marsh, Director C. Tarn, Director D. Wye\n"
        "Staff: E. Dole, Director of Finance\n\n1. Reports\nNoted.\n"
    )
    found = {p.printed: (p.title, p.roles, p.kind) for p in people.roster.people}
    assert found["B. Marsh"] == found["D. Wye"] == ("Director", [], "councillor")
    assert found["E. Dole"] == (None, ["Director of Finance"], "officer")


UNNAMED: list[tuple[str, list[str]]] = [
    ("The Head of Roads advised that gritting had begun.", ["Head of Roads"]),
    ("The Chairman MOVED that the report be noted.", []),  # the Chair is named
    ("The Vice-Chair did not agree.", ["Vice-Chair"]),
    ("A member of the public asked about dogs.", []),
    ("The manager said no.", []),
    ("The Foster Carer Association was quoted.", []),
    ("The report of the Head of Roads was noted.", []),
    ("The Clerk's report was noted.", []),
    ("The meeting was called to order by the Supervisor with all present.", ["Supervisor"]),
    ("The Chief Executive reported that the works were late.", ["Chief Executive"]),
    ("Under rule 2.10 the Mayor formally moved the recommendation.", ["Mayor"]),
    (
        "Members considered a report, presented by the Property Strategy & Projects Officer, on the quay.",
        ["Property Strategy & Projects Officer"],
    ),
    ("Members considered a report presented by the National Audit Office.", []),
    ("A plan drawn by the County Engineer was shown.", []),
    ("The Provost ruled that it was competent.", ["Provost"]),
    ("Superintendent Holt spoke of snow. The Superintendent thanked the staff.", []),
    ("Cllr Dole (Town Mayor, in the Chair) spoke. It was signed by the Mayor.", []),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_posts_without_a_holder(text: str, expected: list[str]) -> None:
    assert unnamed(text) == expected


def test_the_chair_is_the_person_in_the_chair() -> None:
    people = body("The Chair thanked everyone.")
    mention = next(m for m in people.mentions if m.text == "Chair" and m.post)
    assert mention.person is not None and mention.person.printed == "Ada Penn"


def test_a_post_before_a_forename_that_the_list_has_once() -> None:
    people = body("Treasurer Bo reported that all was well. Chair Una spoke.")
    assert next(p for p in people.roster.people if p.printed == "Bo Marsh").roles == ["Treasurer"]
    assert [p.roles for p in people.roster.people if p.printed is None] == [
        ["Chair Una"]
    ]  # there is no Una in the list


def test_sitting_under_the_title_of_a_post_is_holding_it() -> None:
    people = read(
        "JUNIPER CITY COUNCIL\nPresent: Mayor Dora Whitt and Councilors Ed Stone and Ann Bell\n\n1. Roads\nMayor Barr had dropped it.\n"
    )
    held = {p.printed: p.roles for p in people.roster.people}
    assert held["Dora Whitt"] == ["Mayor"]
    assert held["Barr"] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Councillor Bo Marsh took the Chair.", "Chair"),
        ("Councillor Bo Marsh presided.", "Chair"),
        ("RESOLVED that Councillor Bo Marsh be elected Vice-Chairman.", "Vice-Chairman"),
    ],
)
def test_posts_told_by_a_sentence(text: str, role: str) -> None:
    people = read(f"NETHER VALE COUNCIL\nPresent: Councillor Bo Marsh\n\n1. Election\n{text}\n")
    assert people.roster.people[0].roles == [role]


@pytest.mark.parametrize(
    "head",
    [
        "1. Roads\nCouncillor {0} thanked the {0} Officer.\n",
        "Councillor {0}\n",
        "Councillor {0} (substitute for Councillor A{0})\n",
        "Apologies for absence were received from Councillor {0} and Councillor A{0}.\n",
    ],
)
def test_time_grows_with_the_number_of_names_only(head: str) -> None:
    syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"]
    names = [f"{a}{b}{c}".capitalize() for a in syllables for b in syllables for c in syllables]

    def reading(count: int) -> Work:
        text = "NETHER VALE COUNCIL\n\n" + "".join(head.format(name) for name in names[:count])
        return lambda: read(text)

    assert power(reading, 75) < LINEAR


def test_initials_that_are_a_title_too() -> None:
    people = read(
        "Present: Mark Stone (MS), Ada Penn (AP)\n\n1. Minutes\nMoved by AP and seconded by MS. MS Penn was thanked.\n"
    )
    spoken = {p.printed: len(p.mentions) for p in people.roster.people}
    assert spoken == {"Mark Stone": 2, "Ada Penn": 3}


def test_initials_that_no_list_has_taught_are_read_where_two_of_them_act() -> None:
    said = "It was proposed by WT and seconded by RL. JS will organise a visit. The IT is old."
    listed = "ALLOTMENT COMMITTEE\nPresent: Wendy Thorn, Roy Lane, Jan Sear, Ian Toll\n\n1. Reports\n"
    people = read(f"{listed}{said}\n")
    assert {k: p.printed for k, p in people.roster.by_initials.items() if p} == {
        "WT": "Wendy Thorn",
        "RL": "Roy Lane",
        "JS": "Jan Sear",
    }
    assert read(f"{listed}It was proposed by WT.\n").roster.by_initials == {}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Board Present:\nAda Bell, Board Member\nRoy Dunn, Board Member", ["Board Member"]),
        ("Present: Board Member Ada Bell, Board Member Roy Dunn", []),
        ("Present: Cllr Ada Bell, Council Member, Cllr Roy Dunn", []),
    ],
    ids=["a post behind the name", "a title before it", "a councillor's title again"],
)
def test_a_member_of_a_board_bears_a_post_behind_the_name_only(listed: str, expected: list[str]) -> None:
    people = read(f"NETHER VALE HARBOR BOARD\n4 May 2022\n\n{listed}\n\n1. Reports\n\nNone.\n").roster.people
    assert next(p for p in people if p.printed == "Ada Bell").roles == expected


ROLLS: list[tuple[str, dict[str, tuple[str | None, list[str]]]]] = [
    ("Roll Call\nMayor Dora Whitt - Present\nCouncil Member Ed Stone - Absent\nCouncil Member Ann Bell – Excused",
     {"Dora Whitt": ("present", ["Mayor"]), "Ed Stone": ("absent", []), "Ann Bell": ("absent", [])}),
    ("Present: Supervisor Whitt, Clerk Dunlin, Treasurer Keane, Trustees Bower and Orton",
     {"Whitt": ("present", []), "Dunlin": ("in_attendance", ["Clerk"]), "Keane": ("present", ["Treasurer"]), "Bower": ("present", []), "Orton": ("present", [])}),
    ("Present: Councillor Jo Marr\nIn attendance:\nCounty Manager: Tom Dunn\nDirectors of Works: Kevin Stew and Ada Fell\nMeetings Administrator: Bill Swain",
     {"Jo Marr": ("present", []), "Tom Dunn": ("in_attendance", ["County Manager"]), "Kevin Stew": ("in_attendance", ["Directors of Works"]),
      "Ada Fell": ("in_attendance", ["Directors of Works"]), "Bill Swain": ("in_attendance", ["Meetings Administrator"])}),
    ("The meeting was called to order by Mayor Dora Whitt. Roll call by Town Clerk Keirsty Monto. Councilman Ed Stone, not present.",
     {"Dora Whitt": (None, ["Mayor"]), "Keirsty Monto": (None, ["Town Clerk"]), "Ed Stone": ("absent", [])}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "held"), ROLLS, ids=[text[:30] for text, _ in ROLLS])
def test_rolls_and_rows(text: str, held: dict[str, tuple[str | None, list[str]]]) -> None:
    people = read(f"JUNIPER CITY COUNCIL\n{text}\n\n1. Roads\nNothing was said.\n").roster.people
    assert {p.printed: (p.attendance, p.roles) for p in people} == held
