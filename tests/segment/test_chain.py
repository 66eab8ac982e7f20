"""Headings are chosen together: items of documents in each way of numbering, and lists that are no items."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment
from tests.timing import LINEAR, Work, power

HEAD = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on 4 May 2022\n\n"


MATTERS = ["Steps", "Dredging", "Moorings", "Benches", "Paint", "Signs", "Railings", "Gulls"]


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(section.number, section.title) for section in segment(HEAD + text, load()).sections]


PLAIN = """\
41. Apologies for absence

There were no apologies.

42. Pier repairs

The engineer reported that the steps were worn.

43. Date of next meeting

1 June 2022.
"""
THREE = [("41", "Apologies for absence"), ("42", "Pier repairs"), ("43", "Date of next meeting")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PLAIN, THREE, id="number, stop, title"),
        pytest.param(PLAIN.replace(". A", "\n\nA").replace(". P", "\n\nP").replace(". D", "\n\nD"), THREE, id="alone"),
        pytest.param(
            PLAIN.replace("41", "22/041").replace("42.", "22/042.").replace("43", "22/043"),
            [(f"22/0{number}", title) for number, title in THREE],
            id="year and number",
        ),
        pytest.param(
            "1.0 Apologies\n1.1 None were received.\n\n2.0 Matters arising\n2.1 Matters arising not dealt with elsewhere: AP to write.\n"
            "2.2 The steps were mended.\n2.3 The lamp was lit.\n\n3.0 Finance\n3.1 The balance was £90.\n3.2 The grant was spent.\n\n"
            "4.0 Date of next meeting\n4.1 The next meeting is on 1 June 2022.\n",
            [("1.0", "Apologies"), ("2.0", "Matters arising"), ("3.0", "Finance"), ("4.0", "Date of next meeting")],
            id="headings in noughts, paragraphs between them",
        ),
        pytest.param(
            "F01:04/24 To receive apologies.\nNone.\n\nF02:04/24 To elect a Chair.\nRESOLVED: Cllr Penn.\n\nF03:04/24 To agree a date.\n1 June.\n",
            [
                ("F01:04/24", "To receive apologies."),
                ("F02:04/24", "To elect a Chair."),
                ("F03:04/24", "To agree a date."),
            ],
            id="meeting, number, month and year",
        ),
        pytest.param(
            "1. Apologies\n\nNone.\n\nRC61/19\nResolution\nThat the apologies be accepted.\nLund/Pike\nCARRIED\n\n2. Pier repairs\n\nThe steps were worn.\n\n"
            "RC62/19\nResolution\nThat the steps be mended.\nLund/Pike\nCARRIED\n\n3. Ferry fares\n\nThe fares were read out.\n\nRC63/19\nResolutions\nThat the fares be set.\nLund/Pike\nCARRIED\n\n"
            "4. Finance\n\nThe balance was £90.\n\nRC64/19\nResolution\nThat the report be received.\nLund/Pike\nCARRIED\n",
            [("1", "Apologies"), ("2", "Pier repairs"), ("3", "Ferry fares"), ("4", "Finance")],
            id="resolutions with numbers of the year",
        ),
        pytest.param(
            "Contents\n1. Prayer 1\n2. Apologies 1\n3. Seal Register 1\n4. Minutes 2\n5. Park Plan 2\n6. Other Business 9\n\n"
            "1. Prayer\n\nA prayer was said.\n\n2. Apologies\n\nNone.\n\n3. Seal Register\n\nIt was not tabled.\n\n4. Minutes\n\nThey were confirmed.\n\n5. Park Plan\n\nThe plan was read.\n\n"
            "10: SECTION 2 PARKING\n\nNo change was made.\n\n11: SECTION 3 PATHS\n\nNo change was made.\n\n12: SECTION 4 TREES\n\nNo change was made.\n\n13: SECTION 5 WATER\n\nNo change was made.\n\n"
            "6. Other Business\n\nThere was none.\n",
            [
                ("1", "Prayer"),
                ("2", "Apologies"),
                ("3", "Seal Register"),
                ("4", "Minutes"),
                ("5", "Park Plan"),
                ("6", "Other Business"),
            ],
            id="points with numbers that the contents do not reach",
        ),
        pytest.param(
            "37.PRESENT Councillors: A Penn, B Marsh\n\n38. APOLOGIES Apologies were received from Cllr Keen.\n\n"
            "39. TO RECEIVE A TALK BY THE FIRE SERVICE The Chairman welcomed the officer.\n\n40. ACCOUNTS RESOLVED: The accounts were approved.\n",
            [
                ("37", "PRESENT"),
                ("38", "APOLOGIES"),
                ("39", "TO RECEIVE A TALK BY THE FIRE SERVICE"),
                ("40", "ACCOUNTS"),
            ],
            id="capitals run on into the text",
        ),
        pytest.param(
            "1. Declarations of Interest - none\n\n2. Confirmation of the minutes of 6th August 2019 - Agreed\n\n"
            "3. Minutes - it was RESOLVED to sign the minutes.\n\n4. Bench by the pond - a gift of the Guild\n\nThe Clerk spoke.\n",
            [
                ("1", "Declarations of Interest"),
                ("2", "Confirmation of the minutes of 6th August 2019"),
                ("3", "Minutes"),
                ("4", "Bench by the pond - a gift of the Guild"),
            ],
            id="an answer behind a dash",
        ),
        pytest.param(
            "1. Apologies for absence were received from Ada Penn and Bo Marsh.\n\n"
            "1. The Accounts were presented to the Meeting by the Treasurer and were received.\n\n"
            "1. The Chairman read out his report on the activities of the year.\n\n"
            "1. The Meeting thanked the Secretary for all her work in the year.\n",
            [("1", None)] * 4,
            id="a converter numbers every item 1",
        ),
        pytest.param(
            "**1. Apologies**\n\nNone.\n\n**2. Accounts to be presented for approval of payment**\n\nAll Councillors approved the payments.\n\n"
            "**OPEN FORUM**\n\nA resident asked about the pond.\n\n**3. Planning**\n\nIt was agreed to object.\n",
            [
                ("1", "Apologies"),
                ("2", "Accounts to be presented for approval of payment"),
                (None, "OPEN FORUM"),
                ("3", "Planning"),
            ],
            id="bold headings that tell something, and one in bold capitals",
        ),
        pytest.param(
            "84/23 Apologies for absence Apologies had been received from Tom Fell. 85/23 Declarations of interest from Members None were "
            "made. 86/23 Minutes of the meeting held on 3 May 2023\n\nThey were signed, as minute 86/23 Roads says.\n\n87/23 Roads\n\n"
            "The surveyor spoke. 88/23 was the number of his letter.\n\n89/23 Planning\n\nNone.\n",
            [
                ("84/23", "Apologies for absence"),
                ("85/23", "Declarations of interest from Members"),
                ("86/23", "Minutes of the meeting held on 3 May 2023"),
                ("87/23", "Roads"),
                ("89/23", "Planning"),
            ],
            id="numbers of the year inside paragraphs",
        ),
        pytest.param(
            "84/23 Roads\nThe surveyor spoke.\n\n85/23 Public Observations on Agenda Items Being Discussed at this Meeting: There were none.\n\n"
            "86/23 Confirmation of the Minutes of 21st September 2023- RESOLVED that the minutes be approved.\n",
            [
                ("84/23", "Roads"),
                ("85/23", "Public Observations on Agenda Items Being Discussed at this Meeting"),
                ("86/23", "Confirmation of the Minutes of 21st September 2023"),
            ],
            id="long titles of a number that runs through the year",
        ),
        pytest.param(
            "Present: Ada Penn, Bo Marsh\n\nThe minutes of the previous meeting were accepted without changes.\n\n"
            "Matters Arising\n\nThe gate was mended.\n\nTreasurer's Report\n\nThe balance is £20.\n\nDate of next meeting\n\n1 June 2022.\n",
            [(None, None), (None, "Matters Arising"), (None, "Treasurer's Report"), (None, "Date of next meeting")],
            id="business above the first heading",
        ),
        pytest.param(PLAIN.replace("43.", "44."), [*THREE[:2], ("44", "Date of next meeting")], id="a gap is bridged"),
        pytest.param(
            PLAIN.replace("worn.", "worn. The cost was put at:\n\n1. £400 for the steps;\n\n2. £90 for the lamp.\n"),
            THREE,
            id="a numbered list inside an item",
        ),
        pytest.param(
            PLAIN.replace(
                "worn.", "worn.\n\nRESOLVED:\n\n1. That the steps be mended.\n\n2. That the cost be noted.\n"
            ),
            THREE,
            id="numbered clauses",
        ),
        pytest.param(
            PLAIN.replace("The engineer", "42.1 The engineer").replace(
                "worn.", "worn.\n\n42.2 It was noted that rain fell."
            ),
            THREE,
            id="numbered paragraphs",
        ),
        pytest.param(
            "41. Apologies for absence\n42. Pier repairs\n43. Date of next meeting\n\n" + PLAIN,
            THREE,
            id="a table of contents before it",
        ),
        pytest.param(
            "41. Apologies for absence 1\n42. Pier repairs ..... 2\n- the steps\n- the lamps\n43. Date of next meeting 14\n"
            + PLAIN,
            THREE,
            id="an agenda with points before it, and no line between them",
        ),
        pytest.param(
            PLAIN.replace("42. ", "42 (7) ").replace("41. ", "41 ").replace("43. ", "43 (8) "),
            THREE,
            id="the number on the agenda in brackets",
        ),
        pytest.param(
            "(a)  Apologies for absence\n\nNone.\n\n(b)  Declarations of interest\n\nNone were made.\n\n"
            "(c)  Licensing Act 2003 - Application for a Premises Licence - The Steps, Quay Street, Lower Gullhaven\n\n"
            "RESOLVED that the licence be granted.\n",
            [
                ("(a)", "Apologies for absence"),
                ("(b)", "Declarations of interest"),
                (
                    "(c)",
                    "Licensing Act 2003 - Application for a Premises Licence - The Steps, Quay Street, Lower Gullhaven",
                ),
            ],
            id="lettered items, one with dashes",
        ),
        pytest.param(
            PLAIN.replace("41. ", "").replace("42. ", "").replace("43. ", "").upper(),
            [(None, title.upper()) for _, title in THREE],
            id="no numbers, capital headings",
        ),
        pytest.param(
            PLAIN.replace("41. ", "## 41. ").replace("42. ", "## 42. ").replace("43. ", "## 43. "),
            THREE,
            id="markdown",
        ),
        pytest.param(
            PLAIN.replace("absence\n", "absence\n(Item 1)\n").replace("repairs\n", "repairs\n(Item 2)\n"),
            THREE,
            id="item lines under the headings",
        ),
        pytest.param(
            PLAIN.replace("41. ", "41. / ").replace("42. ", "42. | ").replace("repairs\n\n", "repairs |\n|\n"),
            THREE,
            id="cells of a table",
        ),
        pytest.param(
            PLAIN.replace("41. ", "C041/22  1.  ").replace("42. ", "C042/22  2.  ").replace("43. ", "C043/22  3.  "),
            [(f"C0{number}/22", title) for number, title in THREE],
            id="the number on the agenda behind that of the minutes",
        ),
        pytest.param(
            PLAIN.replace("43. ", "44. ").replace("41. A", "43. Harbour dues\n\nThese stay.\n\n41. A"),
            [
                ("43", "Harbour dues"),
                ("41", "Apologies for absence"),
                ("42", "Pier repairs"),
                ("44", "Date of next meeting"),
            ],
            id="a number out of order before the others",
            marks=pytest.mark.xfail(reason="what stands before the first of the chain may be a list"),
        ),
        pytest.param(
            PLAIN.replace(
                "43. Date",
                "43. Harbour dues\n\nThese stay.\n\n47. Buoys\n\nThey float.\n\n44. Lamps\n\nThey burn.\n\n45. Date",
            ),
            [*THREE[:2], ("43", "Harbour dues"), ("47", "Buoys"), ("44", "Lamps"), ("45", "Date of next meeting")],
            id="a number out of order",
        ),
        pytest.param(
            PLAIN.replace("42. Pier repairs\n\nThe engineer", "42.\n\nPier repairs\n\nThe engineer"),
            THREE,
            id="a title on the line after its number",
        ),
        pytest.param(
            PLAIN.replace("42. Pier repairs\n\nThe engineer", "PUBLIC PARTICIPATION\n\n42.\n\nNone.\n\nThe engineer"),
            [THREE[0], ("42", "PUBLIC PARTICIPATION"), THREE[2]],
            id="a title on the line before its number",
        ),
        pytest.param(
            "1. Apologies for absence were received from Mr Penn.\n\n2. Declarations of interest … There were none.\n\n"
            "3. The lamps:\n3.1 The engineer reported that they burn.\n\n4. Date of next meeting: it was set for June.\n",
            [("1", None), ("2", "Declarations of interest"), ("3", "The lamps"), ("4", "Date of next meeting")],
            id="sentences that are items",
        ),
        pytest.param(
            "1. **Lamps**\n\nIt was agreed that they burn.\n\n2. **Pier**\n\nIt stands.\n\n1. **Buoys**\n\nThey float.\n\n1. **Dues**\n\nThey stay.\n",
            [("1", "Lamps"), ("2", "Pier"), ("1", "Buoys"), ("1", "Dues")],
            id="bold headings that a converter numbered anew",
        ),
        pytest.param(
            PLAIN.replace("41. Apologies for absence", "APOLOGIES FOR ABSENCE\nHC41/22")
            .replace("42. Pier repairs", "PIER REPAIRS\nHC42/22")
            .replace("43. Date of next meeting", "DATE OF NEXT MEETING\nHC43/22"),
            [(f"HC{number}/22", title.upper()) for number, title in THREE],
            id="numbers on the line behind their titles",
        ),
        pytest.param(
            "41. Apologies for absence There were no apologies.\n\n42. Pier Repairs Upon the proposition of Mr Penn, "
            "it was agreed to mend the steps.\n\n43. Chair's Report a) The Chair was glad of the sun.\n",
            [("41", "Apologies for absence"), ("42", "Pier Repairs"), ("43", "Chair's Report")],
            id="titles that run on into their text without a stop",
        ),
        pytest.param(
            PLAIN.replace(
                "worn.",
                "worn. It was agreed to exclude the public from the following items:\n43. Minutes of the last meeting\n"
                "44. Matters arising\n45. Chair's report\n46. Staffing\n\nCarried.",
            ),
            THREE,
            id="a list of items to come",
        ),
        pytest.param(
            PLAIN + "\n\n" + "\n".join(f"{k}.\nAda Quill\nQ-{k}" for k in range(44, 64)),
            THREE,
            id="the rows of a table behind the last item",
        ),
        pytest.param(
            PLAIN.replace("42. Pier repairs", "HC/22\n\nResolution\n\n42. Pier repairs").replace(
                "The engineer", "HC12/22\nResolution\nThe engineer"
            ),
            THREE,
            id="numbers of resolutions",
        ),
        pytest.param(
            PLAIN.replace("42. Pier", "4.4.9. Cllr. Penn would write to the owners of the boats.\n\n42. Pier"),
            THREE,
            id="a point of the last meeting under its old number",
        ),
        pytest.param(
            "Apologies\n\nThere were none.\n\n1. Minutes\n\nThe minutes were approved.\n\nElection of Chairman\n\n"
            "It was agreed to wait for the third meeting of the year.\n\nHarbour Lights\n\nIt was agreed that the lamps be left as they are.\n\n"
            "Lamp Oil\n\nIt was agreed that the oil be bought in the same place.\n\n2. Planning\n\nNothing was received.\n",
            [
                ("1", "Minutes"),
                (None, "Election of Chairman"),
                (None, "Harbour Lights"),
                (None, "Lamp Oil"),
                ("2", "Planning"),
            ],
            id="only some headings bear numbers",
        ),
        pytest.param(
            PLAIN.replace("Pier repairs", "To receive from the public any information to be considered by the meeting"),
            [THREE[0], ("42", "To receive from the public any information to be considered by the meeting"), THREE[2]],
            id="a long task for a title",
        ),
        pytest.param(
            "PRESENT\nMr Penn\nPRAYER\nThe chaplain said a prayer.\nDECLARATIONS OF INTEREST\nNone were made.\n"
            "1  Pier repairs\nIt was agreed to mend it.\n2  Harbour dues\nIt was agreed to keep them.\n",
            [(None, "PRAYER"), (None, "DECLARATIONS OF INTEREST"), ("1", "Pier repairs"), ("2", "Harbour dues")],
            id="headings without a number before the first",
        ),
        pytest.param(
            "Present: Cllr Penn\n"
            + "".join(
                f"{k}/23 {word}\n\nThe Clerk told the meeting that residents of the quay had asked for it.\n\n"
                for k, word in enumerate(MATTERS, 71)
            )
            + "89/23 Safety Cllr Penn had written a report and the gist of it is below.\nIt is safe.\n"
            "90/23 Lamps\nThe lamps are lit.\n91/23 Dues The following dues were approved by all the members present.\n£4\n",
            [
                *((f"{k}/23", word) for k, word in enumerate(MATTERS, 71)),
                ("89/23", None),
                ("90/23", "Lamps"),
                ("91/23", None),
            ],
            id="numbers of a year, one of them mistyped, before statements",
        ),
        pytest.param(
            "Present: Cllr Penn\n\nApologies\nNone had been sent by any of them.\n\nMembers' declaration of interests\n"
            "Cllr Penn declared one.\n\nVillage Benches\n"
            "The Clerk reported that both of the benches by the pond had been painted.\n\nReports\n"
            "The Clerk told of the closure of the yard.\nClosure of the burial ground: no further information.\n"
            "\nCorrespondence\nThere was none.\n\nFinance\nThe accounts were read.\n",
            [
                (None, "Apologies"),
                (None, "Members' declaration of interests"),
                (None, "Village Benches"),
                (None, "Reports"),
                (None, "Correspondence"),
                (None, "Finance"),
            ],
            id="two words among headings of one dress, and a point that runs in",
        ),
        pytest.param(
            PLAIN.replace(
                "42. Pier repairs\n\nThe engineer",
                "42. Reports 42.1 Chair's Report -\n\n42.1.1 Steps - The steps were worn and the lamps were lit.\n\n"
                "42.2 Engineer's Report - The Clerk read the report, noting the following:- 42.2.1. Lamps - All of them "
                "were lit by the keeper. 42.2.2. Steps - Some of them were worn at the edge.\n\nThe engineer",
            ),
            [
                THREE[0],
                ("42", "Reports"),
                ("42.1", "Chair's Report"),
                ("42.1.1", "Steps"),
                ("42.2", "Engineer's Report"),
                ("42.2.1", "Lamps"),
                ("42.2.2", "Steps"),
                THREE[2],
            ],
            id="points in the line of their item",
        ),
        pytest.param(
            PLAIN.replace(
                "42. Pier repairs",
                "42. Planning\n\n42.1 Appeal - 18/00312/F - Fen Farm, Mill Road - the appeal is against a refusal by the district.\n\n"
                "42.2 Application - 18/00640/F - Ash House - To note application permitted for a garage of one storey.\n\n"
                "42.3 Risk Assessment JK noted that it was due.\n\n42.4 Precept The Clerk showed the proposed budget to all members.",
            ),
            [
                THREE[0],
                ("42", "Planning"),
                ("42.1", "Appeal - 18/00312/F"),
                ("42.2", "Application - 18/00640/F"),
                ("42.3", "Risk Assessment"),
                ("42.4", "Precept"),
                THREE[2],
            ],
            id="titles of cases, and titles that end at initials or an article",
        ),
        pytest.param(
            PLAIN.replace("\n\n42. Pier repairs\n\n", " 42. To receive a report on the pier. "),
            [THREE[0], ("42", "To receive a report on the pier"), THREE[2]],
            id="the one number that is missing stands in a line",
        ),
        pytest.param(
            "Members are summoned to a meeting.\n\n1. Minutes of May\n2. Retiring chair's report\n3. Reports of members\n"
            "4. Steps\n\nPresent: Mr Penn\n\n1. Apologies\n\nThere were none.\n\n2. Chair's Report\n\nIt was read.\n",
            [("1", "Apologies"), ("2", "Chair's Report")],
            id="an agenda in other words above those present",
        ),
        pytest.param(
            "1. Minutes\n\nThe minutes were approved.\n\n2. Planning Applications\n\n"
            "Ref. No. 22/00412/FUL  Two Dwellings, Quay Street\n\nThe officer described the site, the objections that had come in and the "
            "state of the lane, and recommended that permission be refused. A neighbour spoke of the loss of light to her kitchen.\n\n"
            "RESOLVED that permission be granted.\n\n"
            "Ref. No. 22/00533/OUT  Net Loft, Tide Lane\n\nThe officer described the loft and its use by three families of fishermen since "
            "the harbour was built, and what the county thought of the access. The agent answered questions about the roof.\n\n"
            "RESOLVED that the application be deferred.\n\n3. Enforcement\n\nThe report was noted.\n",
            [
                ("1", "Minutes"),
                ("2", "Planning Applications"),
                (None, "Two Dwellings, Quay Street"),
                (None, "Net Loft, Tide Lane"),
                ("3", "Enforcement"),
            ],
            id="applications that are decided apart are items",
        ),
        pytest.param(
            "1. Minutes\n\nThe minutes were approved.\n\n2. Planning Applications\n\n22/00412/FUL Two Dwellings, Quay Street\n\nNo objection.\n\n"
            "22/00533/OUT Net Loft, Tide Lane\n\nRESOLVED to object.\n\n3. Finance\n\nThe report was noted.\n",
            [("1", "Minutes"), ("2", "Planning Applications"), ("3", "Finance")],
            id="what a parish thinks of applications",
        ),
        pytest.param(
            "Apologies for Absence\n\nCouncillor Lund was absent.\n\nMinutes\n\nThe minutes of 6 April were approved.\n\n"
            "Declarations of Interest\n\nThere were none.\n\nPlanning Applications\n\n22/00412/FUL - Net Loft\n\n"
            "The Planning Officer presented the report and spoke of the roof.\n\nEnforcement at Mill Croft\n\nThe report was noted.\n",
            [
                (None, "Apologies for Absence"),
                (None, "Minutes"),
                (None, "Declarations of Interest"),
                (None, "Planning Applications"),
                (None, "Enforcement at Mill Croft"),
            ],
            id="'Minutes' alone is a heading over what became of them; a post is none",
        ),
        pytest.param(
            "1. Procedural Business\n\n(a) Declarations of Substitutes\n\n1.1 There were none.\n\n(b) Declarations of Interest\n\n"
            "1.2 There were none.\n\n2. Lease\n\n2.1 It was agreed to vote:\n\n(a) For the lease - 3\n\nCllr Lund, Cllr Pike, Cllr Fell\n\n"
            "(b) Against the lease - 1\n\nCllr Gale\n\n3. Questions\n\n(a) Councillor Lund asked the Leader:\n\nWhen?\n\n"
            "(b) Councillor Pike asked the Leader:\n\nWhere?\n",
            [
                ("1", "Procedural Business"),
                ("(a)", "Declarations of Substitutes"),
                ("(b)", "Declarations of Interest"),
                ("2", "Lease"),
                ("3", "Questions"),
            ],
            id="letters over numbered paragraphs; voters and questions are no headings",
        ),
        pytest.param(
            PLAIN.replace(
                "42. Pier repairs\n\n",
                "42. Notice on the use of social media and audio recording of the meeting and invitation for the public to speak. "
                "LH asked whether anybody would record it.\n\n",
            ).replace(
                "43. Date of next meeting\n\n",
                "43. Approval of application for a new memorial in the cemetery The Parish Clerk noted that the stone was small. 43.1 "
                "The mason was known. ",
            ),
            [
                THREE[0],
                (
                    "42",
                    "Notice on the use of social media and audio recording of the meeting and invitation for the public to speak",
                ),
                ("43", "Approval of application for a new memorial in the cemetery"),
            ],
            id="long titles in small letters before initials or a post",
        ),
        pytest.param(
            PLAIN.replace(
                "42. Pier repairs\n\n", "42. Pier repairs -\nNo issues were raised and the report was received\n"
            ),
            THREE,
            id="a title that ends with a dash",
        ),
        pytest.param(
            "1. APOLOGIES FOR ABSENCE.\nThere were none.\n\n2. TO SIGN AS A CORRECT RECORD THE MINUTES OF THE MEETING HELD ON 4 APRIL.\n"
            "RESOLVED that they be signed.\n\n3. ANY OTHER ITEMS OF BUSINESS THAT THE CHAIR DECIDES SHOULD BE CONSIDERED AS URGENT.\nThere were none.\n",
            [
                ("1", "APOLOGIES FOR ABSENCE."),
                ("2", "TO SIGN AS A CORRECT RECORD THE MINUTES OF THE MEETING HELD ON 4 APRIL."),
                ("3", "ANY OTHER ITEMS OF BUSINESS THAT THE CHAIR DECIDES SHOULD BE CONSIDERED AS URGENT."),
            ],
            id="sentences in capitals are headings",
        ),
        pytest.param(
            "PAR\n\n1\n\nPublic speaking\n\nMr Penn spoke of the steps.\n\nPAR\n\n2\n\nPier repairs\n\nIt was agreed to mend the steps.\n\n"
            "PAR\n\n3\n\nDate of next meeting\n\n1 June 2022.\n",
            [("PAR 1", "Public speaking"), ("PAR 2", "Pier repairs"), ("PAR 3", "Date of next meeting")],
            id="a code on the line above each number",
        ),
    ],
)
def test_the_items_of_a_document(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


def test_sub_items_know_their_parent() -> None:
    text = PLAIN.replace(
        "42. Pier repairs\n\nThe engineer reported that the steps were worn.",
        "42. Pier repairs\n\na) Steps\n\nThe engineer reported that the steps were worn.\n\nb) Lamps\n\nThey were lit.",
    )
    sections = segment(HEAD + text, load()).sections
    shown = [(s.number, s.title, s.parent) for s in sections]
    assert shown == [
        ("41", "Apologies for absence", None),
        ("42", "Pier repairs", None),
        ("a", "Steps", 1),
        ("b", "Lamps", 1),
        ("43", "Date of next meeting", None),
    ]


SPEECH = "42. Public participation\n\nNobody spoke.\n\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(PLAIN, [], id="in order"),
        pytest.param(PLAIN.replace("43.", "45."), ["numbering_gap"], id="a number is left out"),
        pytest.param(
            PLAIN.replace("Pier repairs", "Declarations of interest").replace("43.", SPEECH + "43."),
            ["duplicate_number"],
            id="a number comes twice",
        ),
        pytest.param(
            PLAIN.replace("43.", SPEECH + "43."),
            ["duplicate_number"],
            id="a number comes twice, once over a heading of its own wording",
        ),
    ],
)
def test_what_is_wrong_with_the_numbers_is_told(text: str, codes: list[str]) -> None:
    assert [notice.code for notice in segment(HEAD + text, load()).notices] == codes


def test_header_items_and_closing_cover_the_text() -> None:
    text = HEAD + PLAIN + "\nThe meeting closed at 8.31 pm.\n\nSigned ........ Chair\n"
    document = segment(text, load())
    assert document.header is not None
    assert document.closing is not None
    spans = [document.header, *(section.span for section in document.sections), document.closing]
    assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])]
    assert spans[-1].end == len(text)
    assert text[document.closing.start :].startswith("The meeting closed")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("The pier is old.\n\nIt stands in the bay.\n", "not_minutes", id="an article"),
        pytest.param("It was reported that all was well. It was agreed to wait.\n", "no_items", id="no headings"),
    ],
)
def test_a_text_without_items(text: str, code: str) -> None:
    assert code in [notice.code for notice in segment(text, load()).notices]


def test_time_grows_with_the_number_of_lists_only() -> None:
    """Each run of numbered lines is looked for among the headings below it."""

    def segmenting(count: int) -> Work:
        lists = (f"It was long.\n\n1. alpha{k}\n2. beta{k}\n3. gamma{k}\n4. delta{k}\n\n" for k in range(count))
        text = HEAD + PLAIN + "".join(lists)
        return lambda: segment(text, load())

    assert power(segmenting, 75) < LINEAR
