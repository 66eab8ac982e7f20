"""Who was there: labels, tables and sentences of every shape."""

from __future__ import annotations

import pytest

from minutes_extract.people import People
from minutes_extract.recognise import recognise
from minutes_extract.rules import load
from minutes_extract.segment import segment


def read(text: str) -> People:
    patterns = load()
    return recognise(segment(text, patterns), patterns)


def attendance(text: str) -> dict[str, str | None]:
    return {p.printed: p.attendance for p in read(text).roster.people if p.printed}


P, A, G, X = "present", "apologies", "in_attendance", "absent"
HEAD = "NETHER VALE PARISH COUNCIL\nMinutes of the meeting held on 4 May 2021\n\n"

TEXTS: list[tuple[str, dict[str, str | None]]] = [
    ("Present: Cllr Ada Penn (Chair), Cllr Bo Marsh\nApologies: Cllr Ivy Keen\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": A}),
    ("PRESENT\nCouncillors Alun Dale, Owen Whitby and County Councillor Joe Davis.\n", {"Alun Dale": P, "Owen Whitby": P, "Joe Davis": P}),
    ("Present: Cllr Ada Penn, Cllr Bo Marsh.\nBorough Councillor Colin Sands\n", {"Ada Penn": P, "Bo Marsh": P, "Colin Sands": G}),
    ("Present: Cllr Ada Penn\nClerk: Elwen Ows\n", {"Ada Penn": P, "Elwen Ows": G}),
    ("Present: Cllr Ada Penn\nAbsent: Cllr Bo Marsh\nClerk - Elwen Ows\n", {"Ada Penn": P, "Bo Marsh": X, "Elwen Ows": G}),
    ("Chairman\tCllr Ada Penn\nCouncillors\tCllr Bo Marsh\nApologies\tCllr Ivy Keen\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": A}),
    ("Councillors Present: Ada Penn\nCouncillors' Apologies: Ivy Keen\n", {"Ada Penn": P, "Ivy Keen": A}),
    ("CC Members Present: Ada Penn, Bo Marsh\nApologies: Ivy Keen\nCouncillors: Cllr Dole\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": A, "Dole": G}),
    ("Community Councillors: Ada Penn, Bo Marsh\nElected Members: Cllr Ivy Dole\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Dole": G}),
    ("Attendance:\nCllr Jo Bell\tJB\tChair\nNina Cooke\tNC\tParish Clerk\n", {"Jo Bell": P, "Nina Cooke": G}),
    ("D Body Esq.\nPresent: A Lund Esq., N. Bott Esq., Clerk to the Board, Mrs C Pike, Finance Officer\n", {"A Lund": P, "N. Bott": G, "C Pike": P}),
    ("Held in the Mill Hall, Present : S. Lund (chair), K. Marsh. Apologies: J. Pike\n", {"S. Lund": P, "K. Marsh": P, "J. Pike": A}),
    ("Those attending: Mr A Whitby (Chairman), Mrs C Hartley (Clerk)\n", {"A Whitby": P, "C Hartley": P}),
    ("In attendance: Councillors S Harrow, P Morley\n", {"S Harrow": P, "P Morley": P}),
    ("Present: Cllr S Harrow\nIn attendance: Keri Wynne, Clerk\n", {"S Harrow": P, "Keri Wynne": G}),
    ("PRESENTCouncillor Ada Penn\nCllr Bo Marsh\nIn AttendanceNora Plume, Clerk\n", {"Ada Penn": P, "Bo Marsh": P, "Nora Plume": G}),
    ("Present: Councillors\nAhl, Birk, Cole and Dorley\n", {"Ahl": P, "Birk": P, "Cole": P, "Dorley": P}),
    ("Present: Dorley, Winkle. Absent: Hatch.\n", {"Dorley": P, "Winkle": P, "Hatch": X}),
    ("Councillors:\nAmble, Bright, J Lacy and M Lacy\n", {"Amble": P, "Bright": P, "J Lacy": P, "M Lacy": P}),
    (
        "Name\tRole\tInitials\tAttendance\nEd Harb\tStaff Governor\tEH\tPresent\nTerry Gill\tParent Governor\tTG\tAbsent\n",
        {"Ed Harb": P, "Terry Gill": X},
    ),
    (
        (
            "ADA MARROW Headteacher Ex-officio P P S\nPAUL EVERS LA 10/2022 P P P\nVACANT Staff\n"
            "KEITH MOOR Parent 10/2019 P 18/10/2019\nP - Present S - Sanctioned\nA - Absent\n"
        ),
        {"ADA MARROW": A, "PAUL EVERS": P, "KEITH MOOR": None},
    ),
    (
        "Councillors:\n\nP  Ada Penn (Chairman)\n\nP  Peter Marsh (substitute for Ivy Keen)\n\nA  Ivy Keen\n\nP  Tom Dole\n\nP: Present\n\nA: Apologies for absence submitted\n",
        {"Ada Penn": P, "Peter Marsh": P, "Ivy Keen": A, "Tom Dole": P},
    ),
    ("Cllr Penn (Chairman)\nCllr Marsh\nCllr Mrs Keen\nCllr Dole\nMrs Sally Uppton - Clerk.\nCllr Toll - District Councillor.\n", {"Penn": P, "Marsh": P, "Keen": P, "Dole": P, "Sally Uppton": G, "Toll": None}),
    ("Present: Roy, Carol, Syd (Chair) and Sarah\nApologies: Helen, Ivan\n", {"Roy": P, "Carol": P, "Syd": P, "Sarah": P, "Helen": A, "Ivan": A}),
    (
        "Present:\nDr Ruth Carr RCa Medical Director\nRobert Cole RCo Chief Finance Officer\nJill Dent JD Lay Member for Governance\n",
        {"Ruth Carr": P, "Robert Cole": P, "Jill Dent": P},
    ),
    ("Present: Trustees Penn (Chair), Marsh, Keen, Hewden and the Clerk\n", {"Penn": P, "Marsh": P, "Keen": P, "Hewden": P}),
    ("Present: Cllr R Wye, Cllr R A Wye, Cllr Bo Marsh\n", {"R Wye": P, "R A Wye": P, "Bo Marsh": P}),
    (
        "Councillors present: A Penn (Chair) B Marsh (Apologies) C Keen (Clerk to the Fen) (Apologies) D Dole\n",
        {"A Penn": P, "B Marsh": A, "C Keen": A, "D Dole": P},
    ),
    (
        "Present: Chair Moira Penn (MP), Scott Marsh (SM), Treasurer John Keen (JK)\nMembers of public: Mrs Fell, Ray Dole\n\nCouncillors: Cllr Ian Wood\n",
        {"Moira Penn": P, "Scott Marsh": P, "John Keen": P, "Fell": G, "Ray Dole": G, "Ian Wood": G},
    ),
    (
        "CC members present: - Jo Penn and Ivy Keen Apologies: - Roy Marsh Members of Public: - Ray Dole Councillors: Cllr Lund and Cllr Adam Police: None\n",
        {"Jo Penn": P, "Ivy Keen": P, "Roy Marsh": A, "Ray Dole": G, "Lund": G, "Adam": G},
    ),
    ("Present:  Cllr Penn, Marsh, Dole and Keen\n\nAlso present:  Borough Cllr Butler\n", {"Penn": P, "Marsh": P, "Dole": P, "Keen": P, "Butler": G}),
    ("Present: Cllr Penn, Highways Manager, Cllr Marsh\n", {"Penn": P, "Marsh": P}),
    (
        "Cllrs B Penn, D Hurst, P Dunn (Deputy Mayor),\nA Keen (Town Mayor), J Tull and T Wyse\n\nC Dole, Acting Town Clerk\nG Lund, Asset Manager\n",
        {"B Penn": P, "D Hurst": P, "P Dunn": P, "A Keen": P, "J Tull": P, "T Wyse": P, "C Dole": G, "G Lund": G},
    ),
    ("APOLOGIES: Cllr. Roy Lund\n\nMINUTES: Neil Dole\n", {"Roy Lund": A, "Neil Dole": None}),
    ("FCC Members Present - Ada Penn (Chair) (AP), Bo Marsh (BM) and Ivy Keen (IK).\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": P}),
    (
        "Present Ada M Penn AMP Cllr. Bo Marsh BM Ivy Keen (Vice-Chairman) IK Emlyn Dole EMD Apologies Roy Pike (Clerk) RP Joe Davis JD\n",
        {"Ada M Penn": P, "Bo Marsh": P, "Ivy Keen": P, "Emlyn Dole": P, "Roy Pike": A, "Joe Davis": A},
    ),
    (
        (
            "Present: Cllr’s Ada Penn, Bo Marsh, Ivy Keen & Julie Ward\n\nCllr. Alan Dole, County Councillor (arrived at 7.50 pm)\n\nKen Pike, Community Warden\n\n"
            "APOLOGIES: Cllr. Roy Lund (Nether Vale District Council (NVDC) meeting)\n"
        ),
        {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": P, "Julie Ward": P, "Alan Dole": G, "Ken Pike": G, "Roy Lund": A},
    ),
    ("Present: Ada Penn-Chairman (AP), Roy Dunn-Vice Chairman (RD), Ivy Keen-Holt (IK)\n", {"Ada Penn": P, "Roy Dunn": P, "Ivy Keen-Holt": P}),
    ("Present: Councillors Ada Penn, Bo Marsh. Also: County Councillor Joe Davis\n", {"Ada Penn": P, "Bo Marsh": P, "Joe Davis": G}),
    ("PRESENT: Cllr A Penn Cllr B Marsh APOLOGIES: Cllr I Keen County Cllr A Tull The Town Clerk was in attendance.\n", {"A Penn": P, "B Marsh": P, "I Keen": A, "A Tull": A}),
    ("Present: Cllr Ada Penn\nApologies: Joan Nurse, Kay Carter\n", {"Ada Penn": P, "Joan Nurse": A, "Kay Carter": A}),
    ("In attendance: Terri Bowler, Moira Champion, Nita Orrin\n", {"Terri Bowler": P, "Moira Champion": P, "Nita Orrin": P}),
    ("Members of Cabinet present: A Lund (Leader), B Marsh. Other Members present: C Dole, D Penn. Officers present: E Rook (Clerk)\n", {"A Lund": P, "B Marsh": P, "C Dole": G, "D Penn": G, "E Rook": G}),
    ("Presiding: Miss K Lund\n\nOther Members Present: R Marsh, T Dole\n", {"K Lund": P, "R Marsh": P, "T Dole": P}),
    ("Present Councillors Ada Penn, Thomas A R Marsh and Bo Dole. In Attendance • Nora Plume, Head of Finance. • Ray Hall, Clerk (for Items 1 to 4). Observing • Ivy Keen, Press Officer. Apology • Councillor Owen Tarn.\n", {"Ada Penn": P, "Thomas A R Marsh": P, "Bo Dole": P, "Nora Plume": G, "Ray Hall": G, "Ivy Keen": G, "Owen Tarn": A}),
    ("Members present: Members absent:\nJane Birk, Roy Dunn\n", {"Jane Birk": None, "Roy Dunn": None}),
    ("Present: Cllr Ada Penn, Mr Roy Dunn\n\nOpening Prayer\n\nThe chaplain spoke.\n", {"Ada Penn": P, "Roy Dunn": P}),
    ("Present: Ada Penn, Damien O' Brien and Sean O' Neill\n", {"Ada Penn": P, "Damien O' Brien": P, "Sean O' Neill": P}),
    ("Attendees: Ada Penn AP (Chair),Lucy Cole LC ( Parent Governor),Ivy Keen IK (Clerk)\n", {"Ada Penn": P, "Lucy Cole": P, "Ivy Keen": P}),
    ("Present: Cllr Ada Penn. Deputy Stan Holt was also present.\n", {"Ada Penn": P, "Stan Holt": G}),
    ("PRESENT / Councillors: / R. J. Hale OBE, Town Mayor\nJ. B. Dunn\nMrs J. Bird,\n", {"R. J. Hale": P, "J. B. Dunn": P, "J. Bird": P}),
    ("Present: Cllr Ada Penn\nMembers of the public: - Ray Hall\n", {"Ada Penn": P, "Ray Hall": G}),
    (
        "Present: Cllr Ada Penn\nApologies: Cllr Ivy Keen\nCounty Cllrs Bo Marsh and Joe Davis were in attendance.\n",
        {"Ada Penn": P, "Ivy Keen": A, "Bo Marsh": G, "Joe Davis": G},
    ),
    ("Present … Councillors: Ada Penn (In the Chair), Bo Marsh & Ivy Keen.\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": P}),
    ("PRESENT\nCouncillors\nAmble (Chairman), Bright and Lacy\n", {"Amble": P, "Bright": P, "Lacy": P}),
    ("Members Present P J Bates T J Cather Mrs E A Fordham\nOfficers Present J A Lough, (Chief Executive)\n", {"P J Bates": P, "T J Cather": P, "E A Fordham": P, "J A Lough": G}),
    (
        "Mr AC Rick (Chairman) A Mr DR Peel (Vice-Chairman) P (in the chair) Mrs J Booth N\nP = present, A = apology, N = absent\n",
        {"AC Rick": A, "DR Peel": P, "J Booth": X},
    ),
    (
        "Attendees: Sue Morris SM (Community Governor), Gill Mill GM (Parent Governor)\n1.2Absent: Mart Kelm MK (Governor)\n",
        {"Sue Morris": P, "Gill Mill": P, "Mart Kelm": X},
    ),
    ("Present: Alan Belt, Ruth Ross\nApologies: Cllrs Alder, Belt and Dorn\n", {"Alan Belt": P, "Ruth Ross": P, "Alder": A, "Belt": A, "Dorn": A}),
    ("Present: Ada Bell (Chair), Roy Dunn. Apologies were received from Joan Keel and Ann Pell\n", {"Ada Bell": P, "Roy Dunn": P, "Joan Keel": A, "Ann Pell": A}),
    ("Ada Bell (AB), Roy Dunn (RD), Bob Keel (RK), Jo Dale (JD)\n\nLiz Penn (LP) Clerk\n", {"Ada Bell": P, "Roy Dunn": P, "Bob Keel": P, "Jo Dale": P, "Liz Penn": G}),
    ("Cllrs M Crane, L Wye and Mrs K Hugh (Clerk)\n\nIn attendance: County Cllr David Harl, Tracy Night\n", {"M Crane": P, "L Wye": P, "K Hugh": G, "David Harl": G, "Tracy Night": G}),
    ("To: Cllrs M Crane, L Wye and J Evans\n", {"M Crane": None, "L Wye": None, "J Evans": None}),
    ("Present: Committee: Alex Simms (Chair) Sylvia Burn (Secretary), Dean Snow\n", {"Alex Simms": P, "Sylvia Burn": P, "Dean Snow": P}),
    ("In attendance: Chris Smyth (Chair), Kate Sorrel\nApologies: Ann Pell\nObserving: David Royle\n", {"Chris Smyth": P, "Kate Sorrel": P, "Ann Pell": A, "David Royle": G}),
    ("Present: Ada Bell\nApologies from Robin Keel - Chairman and Guy Lund committee member\n", {"Ada Bell": P, "Robin Keel": A, "Guy Lund": A}),
    ("On Line were Ada Bell, Roy Dunn, Cllr Hassan\nApologies Cllr Owen\nNot attending: Ivy Keel\n", {"Ada Bell": P, "Roy Dunn": P, "Hassan": P, "Owen": A, "Ivy Keel": X}),
    (
        "Present: Ada Bell\nApologies: Kay Marlow, Deborah and Richard Barlow, Pat and Steve Marriner.\n",
        {"Ada Bell": P, "Kay Marlow": A, "Deborah Barlow": A, "Richard Barlow": A, "Pat Marriner": A, "Steve Marriner": A},
    ),
    (
        "Community Councillors Present:- Ada Bell (Chair)\nApologies:- Roy Dunn\nWexshire Councillors:- Cllr Penn\nPolice:- PC Amy Barr\n",
        {"Ada Bell": P, "Roy Dunn": A, "Penn": G, "Amy Barr": G},
    ),
    ("Present: Ada Bell\n\n1. Apologies\n1.1 Cllr Joe Davis sent apologies.\n", {"Ada Bell": P, "Joe Davis": A}),
    ("Members present: Cllrs A Bell, B Rees, C Dale\nApologies: Cllr E Hugh\nClerk: Mr F Jones\n", {"A Bell": P, "B Rees": P, "C Dale": P, "E Hugh": A, "F Jones": G}),
    ("Apologies\nAda Bell, Roy Dunn, Joan Keel, Ann Pell\n", {"Ada Bell": A, "Roy Dunn": A, "Joan Keel": A, "Ann Pell": A}),
    ("Present: Ada Bell\nApologies had been received from: committee members Mark Redd and Liz Roe; Cllr Bev Clark.\n", {"Ada Bell": P, "Mark Redd": A, "Liz Roe": A, "Bev Clark": A}),
    ("PRESENT Vice Chairman (Mr. Pell, who took the chair), Mrs. Lunn and Messrs Ward and Dole, plus eight members of the public.\n", {"Pell": P, "Lunn": P, "Ward": P, "Dole": P}),
    ("Present: Cllr A Pell in the Chair, J Lunn\nApologies: Cllr Ruff; M Dole.\n", {"A Pell": P, "J Lunn": P, "Ruff": A, "M Dole": A}),
    ("Present: J Lunn. Apologies: M Dole; Cllr Ruff; A Pell in the Chair.\n", {"J Lunn": P, "M Dole": A, "Ruff": A, "A Pell": P}),
    ("| **Present:** | Cllr Ada Penn, Cllr Bo Marsh |\n| --- | --- |\n| **Apologies:** | Cllr Ivy Keen |\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keen": A}),
    ("| Present | Apologies |\n| --- | --- |\n| Cllr Ada Penn | Cllr Ivy Keen |\n| Cllr Bo Marsh | |\n", {"Ada Penn": P, "Ivy Keen": A, "Bo Marsh": P}),
    (
        "| Name | Role | Present |\n|---|---|---|\n| Ada Penn | Chair | Yes |\n| Ivy Keen | Treasurer | Apologies |\n| Joan Marsh | | No |\n| Roy Dunn | | ? |\n",
        {"Ada Penn": P, "Ivy Keen": A, "Joan Marsh": X, "Roy Dunn": None},
    ),
    ("Ada Bell (Chair)\nRoy Dunn (Treasurer)\nJoan Keel\n", {"Ada Bell": P, "Roy Dunn": P, "Joan Keel": P}),
    ("Community Councillors: Ada Bell (Chair), Roy Dunn\n\n1. Apologies. Community Councillors: Joan Keel\n", {"Ada Bell": P, "Roy Dunn": P, "Joan Keel": A}),
    ("In Attendence : Councillors; Penn, Marsh, Keel. Four Members of the public\n", {"Penn": P, "Marsh": P, "Keel": P}),
    ("Present : Councillor Ada Penn, Chairman, Presided. Councillors B Marsh, Ms C Keel.\n", {"Ada Penn": P, "B Marsh": P, "C Keel": P}),
    ("Present / Bresennol Chair Cllr A Penn Cllr B Marsh, Cllr C Keel, In attendance : Dilys Keel, Clerk\nYmddiheuriadau: Cllr Dole\n", {"A Penn": P, "B Marsh": P, "C Keel": P, "Dilys Keel": G, "Dole": A}),
    ("Present: Councillors A Penn and B Marsh and the clerk C Keel. There were apologies from Councillors D Dole (vice chairman) and E Lunn.\n", {"A Penn": P, "B Marsh": P, "C Keel": G, "D Dole": A, "E Lunn": A}),
    ("Present: The Chairman, Cllr Ada Penn and Cllrs Bo Marsh, Ivy Keel and the clerk, Derek Dole.\nApologies: Cllr Odo Lunn and NVBC Cllr Gail Orton.\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keel": P, "Derek Dole": G, "Odo Lunn": A, "Gail Orton": A}),
    ("Held in the hall at 7.30pm PRESENT Cllrs Penn and Marsh APOLOGIES Cllr Keel\n", {"Penn": P, "Marsh": P, "Keel": A}),
    ("Councillor A Penn\nCouncillor B Marsh\nCouncillor d Lunn\nCouncillor C Keel\n   Clerk: Not Present\n", {"A Penn": P, "B Marsh": P, "C Keel": P}),
    (("PRESENT                    APOLOGIES               IN ATTENDANCE\nCllr A Penn (Chair)        Cllr Dole               Mrs D Keel, Clerk\nCllr B Marsh                                       PC Lunn\n"
     "                                                   Ms W Ruff\nCllr C Fay\n"), {"A Penn": P, "B Marsh": P, "C Fay": P, "Dole": A, "D Keel": G, "Lunn": G, "W Ruff": G}),
    ("Members Present\tAlso Present\nCllr A Penn\tCllr D Dole\nCllr B Marsh\t2 members of the public\n", {"A Penn": P, "B Marsh": P, "D Dole": G}),
    ("ROLL CALL: Members Present: Ada Penn, Bo Marsh. Members Absent: Ivy Keel. Also present: Clerk Joan Reed.\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keel": X, "Joan Reed": G}),
    ("Council: Reeve Hugh Penn\nDeputy Reeve Ann Poole\nCouncillor Bo Marsh (virtual)\n\nStaff: CAO Derek Moss\n", {"Hugh Penn": P, "Ann Poole": P, "Bo Marsh": P, "Derek Moss": G}),
    ("Present: Councillor Ada Penn – in the Chair, Councillors Bo Marsh, Ivy Keel\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keel": P}),
    ("Present:\nMrs A Dean (AD)\nMr B Page\nCllr L March\nCllr M May\nApologies: Cty Cllr Brown\n", {"A Dean": P, "B Page": P, "L March": P, "M May": P, "Brown": A}),
    ("Cllrs Ada Penn and Bo Marsh\nCllr Ivy Keel (Chair)\nKaren Dole\n\nIn attendance:\n4 members of the public\n", {"Ada Penn": P, "Bo Marsh": P, "Ivy Keel": P, "Karen Dole": P}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_attendance_lists(text: str, expected: dict[str, str | None]) -> None:
    assert attendance(HEAD + text + "\n1. Minutes\nThe minutes were approved.\n") == expected


def test_a_roll_in_a_sentence_with_posts_in_small_letters() -> None:
    roll = "Board members present were supervisors Janet Keel and Dick Dillard, treasurer Hal Barrow, clerk Rod Salter and guests Mike Sear and Lin Brock."
    people = {p.printed: p for p in read(f"{HEAD}{roll}\n\n1. Minutes\nThe minutes were approved.\n").roster.people}
    assert {name: (p.attendance, p.roles) for name, p in people.items()} == {
        "Janet Keel": (P, ["supervisors"]),
        "Dick Dillard": (P, ["supervisors"]),
        "Hal Barrow": (P, ["treasurer"]),
        "Rod Salter": (P, ["clerk"]),
        "Mike Sear": (G, []),
        "Lin Brock": (G, []),
    }


def test_a_roll_that_the_first_item_calls_without_a_label() -> None:
    text = (
        "Skerrow Council\n\nMinutes of Special Meeting of Skerrow Council held on 14 May 2015 at 4.55pm.\n\n"
        "1. Calling of the Roll and Apologies for Absence\nGairm a' Chlàir\n\n"
        "Dr D Lund, Mr R Marsh, Mrs J Dole, Ms M Penn\n\nIn Attendance:\n\nChief Executive\nDirector of Finance\n\n"
        "Ms M Penn in the Chair\n\n2. Declarations of Interest\n\nThere were none.\n"
    )
    people = read(text).roster.people
    assert [p.attendance for p in people] == [P, P, P, P, G, G]
    assert [p.roles for p in people if p.printed == "M Penn" or p.printed is None] == [
        ["Chair"],
        ["Chief Executive"],
        ["Director of Finance"],
    ]


def test_a_line_of_councillors_without_a_label() -> None:
    text = (
        HEAD
        + "Councillors S. Grime, T. Heaf and J. Kell.\n\n1. Roads\nThey were noted.\n\n2. Minutes\nThe minutes were approved.\n"
    )
    assert attendance(text) == {"S. Grime": P, "T. Heaf": P, "J. Kell": P}


def test_a_row_of_posts_without_names() -> None:
    row = "Present: Councillor Ada Penn\n\nIn attendance: Chief Executive, Corporate Director of Works, Head of Finance and Mr P Crane.\n"
    assert [(p.printed, p.roles) for p in read(HEAD + row).roster.people if p.attendance == G] == [
        (None, ["Chief Executive"]),
        (None, ["Corporate Director of Works"]),
        (None, ["Head of Finance"]),
        ("P Crane", []),
    ]


def test_posts_told_to_be_in_attendance() -> None:
    text = HEAD + "1. Minutes\nThe Town Clerk and Deputy Town Clerk were in attendance. The minutes were approved.\n"
    assert [(p.roles, p.attendance) for p in read(text).roster.people] == [
        (["Town Clerk"], G),
        (["Deputy Town Clerk"], G),
    ]


def test_a_heading_in_two_languages_opens_the_list_too() -> None:
    text = "NETHER VALE COUNCIL\n\n1. APOLOGIES / YMDDIHEURIADAU\nCouncillors Ada Penn and Bo Marsh.\n\n2. Minutes\nThey were approved.\n"
    assert attendance(text) == {"Ada Penn": A, "Bo Marsh": A}


TOLD: list[tuple[str, dict[str, str | None]]] = [
    ("Apologies for absence were received from Councillors Penn and Marsh.", {"Penn": A, "Marsh": A}),
    ("An apology for absence from the meeting was received from Debbie Mann, Diocesan Representative.", {"Debbie Mann": A}),
    ("Apologies were received from Cllr T. Wain, for whom Cllr Imogen Ferris attended as substitute.", {"T. Wain": A, "Imogen Ferris": P}),
    ("Apologies were received from:\nCllr T. Wain, for whom Cllr Imogen Ferris was substitute;\nCllr Bo Marsh.", {"T. Wain": A, "Imogen Ferris": P, "Bo Marsh": A}),
    ("Apologies were received from Mr D Black (Ms H Horn attended as substitute), Mr A Cole (Mr D Wren, Medical Director attended in his absence) and Mr I Dean.", {"D Black": A, "H Horn": P, "A Cole": A, "D Wren": P, "I Dean": A}),
    ("Apologies for absence were intimated by Councillors Penn and Marsh.", {"Penn": A, "Marsh": A}),
    ("Cllr Bo Marsh had sent apologies.", {"Bo Marsh": A}),
    ("132.1 Councillor Marsh sent his apologies which were accepted.", {"Marsh": A}),
    ("Cllrs Marsh and Keel apologised for their inability to attend.", {"Marsh": A, "Keel": A}),
    ("Councillor Lee Nash was absent.", {"Lee Nash": X}),
    ("Cllr L Wain and Cllr J Ford (holiday), Cllr H Alls (work). These were accepted.", {"L Wain": A, "J Ford": A, "H Alls": A}),
    ("Cllr Patten – it was agreed that he sign the form next time.", {"Patten": A}),
    ("Cllr Patten said that he was there.", {"Patten": None}),
    ("were received from: Councillors Mr Gareth Ellis & Mr Les Tomas.", {"Gareth Ellis": A, "Les Tomas": A}),
    ("Apologies were received from councillors J. Steven, J. Gull and Paul Follows.", {"J. Steven": A, "J. Gull": A, "Paul Follows": A}),
    ("Apologies - Councillors S Dowle, N Tarr and B Ellice.", {"S Dowle": A, "N Tarr": A, "B Ellice": A}),
    ("There were no apologies.", {}),
    ("Mr. Wain, Chair; Ms. Pell and Mr. Ford were present, as well as Ms. Dole, Town Clerk.", {"Wain": P, "Pell": P, "Ford": P, "Dole": G}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_attendance_told_in_a_sentence(text: str, expected: dict[str, str | None]) -> None:
    assert (
        attendance(f"NETHER VALE COUNCIL\n\n1. Apologies for absence\n{text}\n\n2. Minutes\nThey were approved.\n")
        == expected
    )


def test_lines_of_apologies_with_their_reasons() -> None:
    text = "1. Apologies\nCllr Ada Penn - conflicting meeting\nRoy Dunn - conflicting commitment\nJoe Davis - away\n\nJoan Lund - the new Clerk - was welcomed.\n\n2. Minutes\nThe minutes were approved.\n\n3. Roads\nNoted.\n"
    assert attendance(HEAD + text) == {"Ada Penn": A, "Roy Dunn": A, "Joe Davis": A, "Joan Lund": None}


def test_a_list_under_a_heading_ends_where_the_next_label_stands() -> None:
    text = "1. Sederunt\nAda Penn (Chair), Roy Dunn, Councillors: Cllr Ivy Keen Apologies: Joe Davis\n\n2. Minutes\nThe minutes were approved.\n\n3. Roads\nNoted.\n"
    assert attendance(HEAD + text) == {"Ada Penn": P, "Roy Dunn": P, "Ivy Keen": P, "Joe Davis": A}


def test_a_numbered_label_opens_a_list_only_with_a_colon() -> None:
    listed = "45. Attended by: Cllrs Ada Penn (Chairman) and Bo Marsh.\n46. Apologies: Cllr Keel.\n47. Finance: It was agreed to pay.\n48. Roads: None.\n"
    assert attendance(HEAD + listed) == {"Ada Penn": P, "Bo Marsh": P, "Keel": A}
    agenda = "1. Apologies for Absence.\n\n2. Election of officers. (Chairman, Vice Chairman)\n\nAPOLOGIES\nNone.\n"
    assert [p.attendance for p in read(HEAD + agenda).roster.people if p.attendance] == []


def test_names_of_a_vote_are_no_attendance_list() -> None:
    text = "NETHER VALE COUNCIL\n\n1. Budget\nThose voting FOR the motion: Councillors: C Amble, R F Penn.\n"
    assert set(attendance(text).values()) == {None}
