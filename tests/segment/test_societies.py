"""Items as parishes and small societies print them: told in sentences, titled in mid-text, with numbers lost on the way."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment

HEAD = "WEXMOOR SOCIETY\n\nMinutes of the meeting held on 4 May 2022\n\n"


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(section.number, section.title) for section in segment(HEAD + text, load()).sections]


TOLD = """\
Present: Ada Penn, Bo Marsh
Apologies: Ivy Keel

1. Ada introduced the plan for the year and trustees gave their views on the draft that had been sent round.

2. The annual report is still in draft. Ada will finish it.

3. The summer fair will be on 30 June. Helpers are asked to come at nine.

4. The minutes of the last meeting were approved with minor changes.
"""
CAPITALS = """\
Present: Cllrs Penn, Marsh and Keel
- ELECTION OF CHAIRMAN
Cllr Penn was elected as Chairman.
2. DECLARATIONS OF INTEREST
None were declared.
3. APOLOGIES FOR ABSENCE
Cllr Dole had sent apologies.
- ELECTION OF VICE-CHAIRMAN
Cllr Marsh was elected as Vice Chairman.
- REVIEW OF STANDING ORDERS
A few amendments were made to them.
"""
TITLES = """\
Present: Ada Penn (Chairman), Bo Marsh, Joe Davis
Apologies: Ivy Keel
Minutes of Previous Meeting: Approved: Bo Marsh. Seconded: Joe Davis.
Matters Arising:
Moss School Closure.
The school field has yet to be tidied up and the grass was not cut when members passed by.
Update on the Wetlands
There was no news of the wetlands, and the boards of the bridge are in need of some attention.
Finance Report:
Business account: 74.28
"""
LOST = """\
1. Apologies for absence

There were none. The Clerk reported a change of hall.

2. Police Report There were no matters in the report that touch the village. 3. Planning Applications The Clerk read the list.

4. Date of next meeting

1 June 2022.
"""
COLONED = """\
Present: Ada Penn, Bo Marsh

Apologies: Ivy Keel

Minutes:

Ada Penn proposed acceptance of the minutes seconded by Bo Marsh

Matters Arising:

The gate has been mended.

Police Report:

No report.

Members for Committees, Working Parties and the Hall/Green:

Ada and Bo.

Wharf Lights 2022/2023:

Bo to ask for a price.

Proposed By:

Ada Penn

Planning:

None.

Any Other Business:

None.
"""
LABELLED = """\
Minutes:

1. Apologies

Ivy Keel.

2. Declarations of Interest

None.

3. Matters Arising

The gate has been mended.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            COLONED,
            [
                (None, "Minutes"),
                (None, "Matters Arising"),
                (None, "Police Report"),
                (None, "Members for Committees, Working Parties and the Hall/Green"),
                (None, "Wharf Lights 2022/2023"),
                (None, "Planning"),
                (None, "Any Other Business"),
            ],
            id="all headings end with a colon, 'Minutes:' among them",
        ),
        pytest.param(
            LABELLED,
            [("1", "Apologies"), ("2", "Declarations of Interest"), ("3", "Matters Arising")],
            id="'Minutes:' above the whole business",
        ),
        pytest.param(TOLD, [("1", None), ("2", None), ("3", None), ("4", None)], id="paragraphs numbered through"),
        pytest.param(
            TOLD.replace("1. Ada", "It was resolved:\n\n1. Ada"), [(None, None)], id="points that words lead to"
        ),
        pytest.param(
            CAPITALS,
            [
                (None, "ELECTION OF CHAIRMAN"),
                ("2", "DECLARATIONS OF INTEREST"),
                ("3", "APOLOGIES FOR ABSENCE"),
                (None, "ELECTION OF VICE-CHAIRMAN"),
                (None, "REVIEW OF STANDING ORDERS"),
            ],
            id="bullets for numbers",
        ),
        pytest.param(
            TITLES,
            [
                (None, "Minutes of Previous Meeting"),
                (None, "Matters Arising"),
                (None, "Moss School Closure."),
                (None, "Update on the Wetlands"),
                (None, "Finance Report"),
            ],
            id="titles of matters among labels",
        ),
        pytest.param(
            TITLES.replace("Moss School Closure.", "Cllr Joe Davis").replace("Update on the Wetlands", "Bo Marsh"),
            [(None, "Minutes of Previous Meeting"), (None, "Matters Arising"), (None, "Finance Report")],
            id="names of speakers are no titles",
        ),
        pytest.param(
            LOST,
            [
                ("1", "Apologies for absence"),
                ("2", "Police Report"),
                ("3", "Planning Applications"),
                ("4", "Date of next meeting"),
            ],
            id="a number inside a paragraph",
        ),
        pytest.param(
            "1. Apologies for absence\n\nNone were received from members.\n\n2. LOCAL AUTHORITY REPORTS a. County Council - not present b. District Council - none\n\n"
            "3. PUBLIC FORUM On Monday the forum was held and the plan carried.\n\n4. Members' wishes:- to print the date on reminders.\n\n"
            "5. 2023 AGM - agreed to be held in March.\n\n6. Booking report- March has been a busy month for the hall.\n",
            [
                ("1", "Apologies for absence"),
                ("2", "LOCAL AUTHORITY REPORTS"),
                ("3", "PUBLIC FORUM"),
                ("4", "Members' wishes"),
                ("5", "2023 AGM"),
                ("6", "Booking report"),
            ],
            id="headings that run on into points, dashes and statements",
        ),
        pytest.param(
            "1. Apologies\n\nNone were received.\n\n2. Election of Officers:\n\na. Chairman. Proposed by Ada Penn that Bo Marsh be elected.\n\n"
            "b. Treasurer. It was agreed that Joe Davis be re-elected.\n\n3. Date of next meeting\n\n1 June 2022.\n",
            [
                ("1", "Apologies"),
                ("2", "Election of Officers"),
                ("a", "Chairman"),
                ("b", "Treasurer"),
                ("3", "Date of next meeting"),
            ],
            id="lettered points settled on their own",
        ),
        pytest.param(
            "1. Apologies\n\nNone were received.\n\n2. Verbal updates\n\na. Winter. The director said that beds were full.\n\n"
            "b. Meals. The director said that all had been fed.\n\nRESOLVED that the updates be noted.\n\n3. Date of next meeting\n\n1 June 2022.\n",
            [("1", "Apologies"), ("2", "Verbal updates"), ("3", "Date of next meeting")],
            id="lettered points of a discussion",
        ),
        pytest.param(
            "I. Call to order\n\nChair Penn opened the meeting.\n\nII. Action Items\na) Approve the minutes (https://vale.example/12): Ada Penn moved to accept them.\n"
            "b) Accept a gift: Bo Marsh moved to accept it.\n\nIII. Reports\nA. Parks: The swings were mended.\n\nIV. Adjournment\n\nThe meeting ended.\n",
            [
                ("I", "Call to order"),
                ("II", "Action Items"),
                ("a", "Approve the minutes (https://vale.example/12)"),
                ("b", "Accept a gift"),
                ("III", "Reports"),
                ("A", "Parks"),
                ("IV", "Adjournment"),
            ],
            id="lettered points with a title and a colon",
        ),
        pytest.param(
            "1. CALL TO ORDER:\nMayor Penn opened the meeting.\n2. ADOPTION OF AGENDA:\na) Motion to Adopt the Agenda.\nMotion No. 12-1\nMoved by Marsh, Seconded by Davis\n"
            "Be it resolved that the agenda be adopted.\nCarried.\n3. DISCLOSURE OF INTEREST:\nNone declared.\n",
            [
                ("1", "CALL TO ORDER"),
                ("2", "ADOPTION OF AGENDA"),
                ("a", "Motion to Adopt the Agenda."),
                ("3", "DISCLOSURE OF INTEREST"),
            ],
            id="a lettered motion over its number and movers",
        ),
        pytest.param(
            "CALL TO ORDER:\n\nMayor Penn opened the meeting.\n\nADDITIONS TO AGENDA:\n\n9-13 Agenda Marsh: That the agenda be accepted.\nCARRIED\n\n"
            "ACCEPTANCE OF MINUTES:\n\n10-13 Minutes Davis: That the minutes be adopted.\nCARRIED\n\nREPORTS:\n\nMaintenance:\n\nThe pump was replaced.\n\n"
            "DELEGATIONS:\n\nNobody came.\n",
            [
                (None, "CALL TO ORDER"),
                (None, "ADDITIONS TO AGENDA"),
                (None, "ACCEPTANCE OF MINUTES"),
                (None, "REPORTS"),
                (None, "DELEGATIONS"),
            ],
            id="numbered resolutions with the surname of the mover",
        ),
        pytest.param(
            "CALL TO ORDER\nChair Penn opened the meeting.\nROLL CALL\nPresent: Marsh, Davis\nAPPROVAL OF MINUTES\nThe minutes were approved.\nPRESENTATIONS\nNone\nPUBLIC FORUM\nNone\n",
            [
                (None, "CALL TO ORDER"),
                (None, "ROLL CALL"),
                (None, "APPROVAL OF MINUTES"),
                (None, "PRESENTATIONS"),
                (None, "PUBLIC FORUM"),
            ],
            id="the roll and presentations among headings in capitals",
        ),
        pytest.param(
            "Present: Ada Penn\nMinutes of Last Meeting\nThe minutes of 5 April were approved.\nPlanning\nAPP/2019/0214 Mill Croft - a garage. No comment was made.\n"
            "Finance\nThe balance was read out.\n",
            [(None, "Minutes of Last Meeting"), (None, "Planning"), (None, "Finance")],
            id="an application right below its heading",
        ),
        pytest.param(
            "**1.**\n\n**MINUTES**\n\nThe minutes were approved.\n\n**2.**\n\n**CORPORATE SERVICES**\n\n**Standing Orders**\n\nIt was agreed to amend them.\n\n"
            "**3.**\n\n**ROADS**\n\nNothing was reported.\n",
            [("1", "MINUTES"), ("2", "CORPORATE SERVICES"), ("3", "ROADS")],
            id="a part of the agenda above its first matter",
        ),
        pytest.param(
            "Present: Ada Penn, Bo Marsh\n- Welcome and apologies\nAda welcomed all who came.\n- Approval of the minutes\nMinutes approved.\n- Mill Lane accounts\nThe balance was read out.\n"
            "- Planning applications\nTwo were reported:\n- Mill Croft: a garage approved.\n- The Barn: refused.\nNothing more was known.\n",
            [
                (None, "Welcome and apologies"),
                (None, "Approval of the minutes"),
                (None, "Mill Lane accounts"),
                (None, "Planning applications"),
            ],
            id="bullets for all numbers",
        ),
        pytest.param(
            "- Call to order\nMembers present were Ada Penn and Bo Marsh.\n- Pledge of Allegiance\n- Approval of the agenda\nIt was approved.\n- Announcements\n- Adjournment\nThe meeting ended at 8 pm.\n",
            [
                (None, t)
                for t in (
                    "Call to order",
                    "Pledge of Allegiance",
                    "Approval of the agenda",
                    "Announcements",
                    "Adjournment",
                )
            ],
            id="bullets without a word below them",
        ),
        pytest.param(
            "Commissioners Present: Ada Penn, Bo Marsh\n\n1. CALL TO ORDER\n\nThe chair opened the meeting.\n\n2. DELEGATIONS\n\nMr Dole spoke of the ferry.\n\n"
            "2. DELEGATIONS (continued)\n\nMs Tull spoke of the quay.\n\n3. ADJOURNMENT\n\nThe meeting ended.\n",
            [("1", "CALL TO ORDER"), ("2", "DELEGATIONS"), ("3", "ADJOURNMENT")],
            id="an item that goes on over the page",
        ),
        pytest.param(
            "- Welcome: Ada welcomed all who came.\n- Apologies: Cllr Dole\n- Minutes of the meeting of 4 April: These were agreed.\n"
            "- Matters arising from the minutes:\n- Mill wall - the breach will be mended.\n- Planning Matters:\n- Shed at Mill Farm.\n"
            "- Roads Matters: Bo reported that the bridge was shut.\n",
            [
                (None, "Welcome"),
                (None, "Apologies"),
                (None, "Minutes of the meeting of 4 April"),
                (None, "Matters arising from the minutes"),
                (None, "Planning Matters"),
                (None, "Roads Matters"),
            ],
            id="labels behind bullets, and points without one",
        ),
        pytest.param(
            "Present: Ada Penn, Bo Marsh\n• Chair Ada called the meeting to order.\n• Adoption of the agenda. (ACTION)\nBo moved to adopt the agenda.\n• Public comment: None.\n"
            "• Minutes of the last meeting. (ACTION)\nBo moved to approve them.\n• Foundation. A meeting of its board will be held in the hall in June.\n• None\n• Adjournment. Ada closed the meeting.\n",
            [
                (None, "Adoption of the agenda"),
                (None, "Public comment"),
                (None, "Minutes of the last meeting"),
                (None, "Foundation"),
                (None, "Adjournment"),
            ],
            id="labels behind nearly all bullets",
        ),
        pytest.param(
            "Present: Ada Penn, Bo Marsh\n\nWelcome and introductions\n\nAda welcomed all.\n\nAims of the Mill Group\n\n"
            "Ada explained that the aim of the group is to help the mill in every way that it can.\n\nMatters arising\n\nNo matters arising\n",
            [(None, "Welcome and introductions"), (None, "Aims of the Mill Group"), (None, "Matters arising")],
            id="one title that stands apart, and an answer",
        ),
        pytest.param(
            "Present: Ada Penn, Bo Marsh\n\nMATTERS ARISING\n\n1. Gravel on the green not yet moved.\n\n2. Sign. Decided to mend it.\n\n3. Path still broken.\n\n"
            "PLANNING\n\n1. Penn, High Street. New window.\n\n2. Marsh, Mill Lane. Extension.\n\n"
            "CORRESPONDENCE\n\n1. Award scheme. Noted.\n\n2. List of repairs.\n\n3. Road closed in June.\n\n4. Letter from Mr Dole.\n\n5. Leaflets.\n\n"
            "ANY OTHER BUSINESS\n\n1. Posts knocked down.\n\n2. Glass broken.\n",
            [(None, "MATTERS ARISING"), (None, "PLANNING"), (None, "CORRESPONDENCE"), (None, "ANY OTHER BUSINESS")],
            id="points numbered anew under each capital heading",
        ),
        pytest.param(
            "1. Apologies for Absence.\n\n2. Election of officers.\n\n3. Ratification of the Fen Committee\n\n4. Financial Report\n\n"
            "**Wexmoor Society**\n\n**Draft minutes. AGM. 4.5.22**\n\n**Apologies.** None were received.\n\n**Election of Officers.**\n\nAda Penn was elected.\n\n"
            "**Ratification of the Fen Committee.**\n\nIts members were ratified.\n\n**Financial Report.**\n\nThe accounts were adopted.\n",
            [
                (None, "Apologies"),
                (None, "Election of Officers."),
                (None, "Ratification of the Fen Committee."),
                (None, "Financial Report."),
            ],
            id="an agenda with numbers above minutes without",
        ),
        pytest.param(
            "**1.  Apologies**      None.\n\n**2.   Minutes of the meeting (****4 April 2022****) and matters arising.**    The minutes were agreed.\n\n"
            "**3.**   **Works** Mrs Penn gave an update.\n\n**4.   Noise**  No complaints\n",
            [
                ("1", "Apologies"),
                ("2", "Minutes of the meeting (4 April 2022) and matters arising"),
                ("3", "Works"),
                ("4", "Noise"),
            ],
            id="bold that a converter closed and opened again",
        ),
        pytest.param(
            "1. Apologies\n\nNone were received.\n\n2. Update on Council Projects • Stumps have been treated and should die. • The path is mended.\n\n"
            "3. 2018 Accounting Statement Councillors were given copies. The statement was agreed.\n\n4. Date of next meeting\n\n1 June 2022.\n",
            [
                ("1", "Apologies"),
                ("2", "Update on Council Projects"),
                ("3", "2018 Accounting Statement"),
                ("4", "Date of next meeting"),
            ],
            id="bullets and statements run into the heading",
        ),
        pytest.param(
            "1 To receive apologies for absence\n\nNone were received.\n\n2 Minutes of the meeting held on May the 9th 2018 Cllr Penn noted that a line had been left out of them.\n\n"
            "3. To confirm the minutes of the Nether Vale Parish Council meeting held on Tuesday 6th October 2015. Resolved that they be signed.\n\n4 Date of next meeting\n\n1 June 2022.\n",
            [
                ("1", "To receive apologies for absence"),
                ("2", "Minutes of the meeting held on May the 9th 2018"),
                (
                    "3",
                    "To confirm the minutes of the Nether Vale Parish Council meeting held on Tuesday 6th October 2015",
                ),
                ("4", "Date of next meeting"),
            ],
            id="headings of minutes that end with their year",
        ),
        pytest.param(
            "Attendance and Apologies:\nMembers: Ada Penn; Bo Marsh.\nVisitors: Cllr Dole; Joe Davis.\nApologies: Ivy Keel.\n"
            "Minutes of Previous Meeting: The minutes were moved by Ada, and agreed.\nMatters Arising:\nThe path was mended. It was agreed to thank the owner.\nFinance Report: The treasurer read the balance.\n",
            [(None, "Minutes of Previous Meeting"), (None, "Matters Arising"), (None, "Finance Report")],
            id="labels of attendance before those of business",
        ),
        pytest.param(
            "Present: Ada Penn\n\n01/20/F&R Apologies\nNone were received.\n02/20/F&R To note that a plaque is up\nIt was noted.\n"
            "02/20/F&R To consider whether to dispose of the old chairs at a cost of £100.\nIt was agreed to keep them.\n03/20/F&R Date of next meeting\n1 June 2022.\n",
            [
                ("01/20/F&R", "Apologies"),
                ("02/20/F&R", "To note that a plaque is up"),
                ("02/20/F&R", "To consider whether to dispose of the old chairs at a cost of £100."),
                ("03/20/F&R", "Date of next meeting"),
            ],
            id="numbers with the year and the committee",
        ),
        pytest.param(
            "Present: Ada Penn\n\nFINANCE. A cheque was signed for the mower.\n\nPLANNING. A letter had been received from the owner.\n\n"
            "HIGHWAYS AND FOOTPATHS. The Clerk was asked to write to the county.\n\nCORRESPONDENCE. Two letters were read out.\n",
            [(None, "FINANCE"), (None, "PLANNING"), (None, "HIGHWAYS AND FOOTPATHS"), (None, "CORRESPONDENCE")],
            id="capitals that go on behind a well-known word",
        ),
        pytest.param(
            "1) Apologies\n\nApologies received from Cllr Dole.\n\n2)  Minutes of last meeting                    Action\n\nThe minutes were agreed.\n\n3) Planning\n\nNone.\n",
            [("1", "Apologies"), ("2", "Minutes of last meeting"), ("3", "Planning")],
            id="the head of a column beside a heading",
        ),
        pytest.param(
            "45. Attended by: Cllrs Ada Penn (Chairman), Bo Marsh (Vice Chairman), Ivy Keel and Odo Fay, with three parishioners who came to hear of the ford and of the mill.\n"
            "46. Apologies: Cllr Dole.\n47. Public 10 Minutes: The following matters were raised:\n- The path is overgrown.\n"
            "48. Minutes of the meeting on 4 October were approved and signed.\n49. Minutes of the meeting on 29 November were approved and signed.\n"
            "50. Plan Meeting Minutes of 20 December were read out and the following points noted:\n- The lamp is out.\n",
            [
                ("45", None),
                ("46", "Apologies"),
                ("47", "Public 10 Minutes"),
                ("48", None),
                ("49", None),
                ("50", None),
            ],
            id="the first and the last number told in sentences",
        ),
        pytest.param(
            "Present: Cllrs Penn and Marsh\n\n1. Apologies\nNone.\n2. Declarations of interest in respect of matters to be discussed.\nThe Chair reminded all.\n"
            "3. Matters Arising\nNone.\nDate of next meeting\n   23 August 2022\n",
            [
                ("1", "Apologies"),
                ("2", "Declarations of interest in respect of matters to be discussed."),
                ("3", "Matters Arising"),
                (None, "Date of next meeting"),
            ],
            id="a date below its own heading behind the numbers",
        ),
        pytest.param(
            "  1. Ada Penn of the county gave a talk on the role of councils and handed out copies of her guide.\n  1. Election of Office Bearers\n     Chairman Bo Marsh\n"
            "  1. Bank Account  An account could be opened when the rules had been adopted - BM to arrange this\n  1. Rules  To be adopted at the next meeting\n"
            "  1. Membership  It would be possible to co-opt two more members.\n",
            [
                ("1", None),
                ("1", "Election of Office Bearers"),
                ("1", "Bank Account"),
                ("1", "Rules To be adopted at the next meeting"),
                ("1", "Membership"),
            ],
            id="a list that a converter started anew at each item",
        ),
        pytest.param(
            "PRESENT: Councillors Penn and Marsh.\n\n14365 CHAIRMAN'S ANNOUNCEMENTS\nThe chairman had been to the fair.\n\n14366 POLICE MATTERS\nThe clerk read the report.\n",
            [("14365", "CHAIRMAN'S ANNOUNCEMENTS"), ("14366", "POLICE MATTERS")],
            id="minutes numbered through for a century",
        ),
        pytest.param(
            "Present: Ada Penn, Chair (AP), Bo Marsh (BM) Apologies: Ivy Keel (IK) Item 1. Welcome and police report. Ada Penn opened the meeting. There was no report. "
            "Item 2. Minutes of March meeting. The minutes were approved; proposed: Bo Marsh, seconded: Ada Penn. Item 3. Regular updates: the bins are not emptied, see item 2 above. BM Action. "
            "The garden is a waste ground. Item 4. Planning. Nothing relevant to the area had come in since the spring, and the letter of the county was read out in full by the Secretary.\n",
            [
                ("1", "Welcome and police report"),
                ("2", "Minutes of March meeting"),
                ("3", "Regular updates"),
                ("4", "Planning"),
            ],
            id="the word item in one long paragraph",
        ),
        pytest.param(
            "Minutes of a Meeting held at 7pm at the Chamber Cou/285/21-22 Present Members: Cllr P Penn (Chairman), Cllr B Marsh Cou/286/21-22 Apologies for Absence Apologies for absence were received "
            "from Cllr Dole, minute Cou/12/20-21 refers. Cou/287/21-22 Declarations of Interest Cllr B Marsh - personal interest in item 7. Cou/288/21-22 Finance The accounts were agreed by all who were there.\n",
            [
                ("Cou/285/21-22", "Present Members"),
                ("Cou/286/21-22", "Apologies for Absence"),
                ("Cou/287/21-22", "Declarations of Interest"),
                ("Cou/288/21-22", "Finance"),
            ],
            id="numbers of the year in one long paragraph",
        ),
        pytest.param(
            "Present: Cllrs Penn and Marsh\n\n24. Correspondence\nNone.\n25. Finance\n(i)To report on the account of the year.\nThis was deferred to the next meeting.\n"
            "(ii)To approve expenditure as itemised on schedule.\nProposed by Cllr Penn seconded by Cllr Marsh and agreed.\n26. Roads\nNothing to report.\n",
            [
                ("24", "Correspondence"),
                ("25", "Finance"),
                ("(i)", "To report on the account of the year."),
                ("(ii)", "To approve expenditure as itemised on schedule."),
                ("26", "Roads"),
            ],
            id="what the agenda asks, point by point",
        ),
        pytest.param(
            "PRESENT: Cllrs Penn, Marsh\n\n1. APOLOGIES\nNone.\n\n2. ELECTION OF OFFICERS\nThe Chairman stood down:\na) CHAIRMAN - Cllr Penn proposed Cllr Marsh, Cllr Keel seconded. ALL AGREED.\n"
            "b) VICE CHAIRMAN - Cllr Marsh proposed Cllr Keel. Cllr Penn seconded.\nc) Councillors in other roles agreed to carry these on for another year.\n\n3. FINANCE\nThe accounts were agreed.\n",
            [
                ("1", "APOLOGIES"),
                ("2", "ELECTION OF OFFICERS"),
                ("a", "CHAIRMAN"),
                ("b", "VICE CHAIRMAN"),
                ("3", "FINANCE"),
            ],
            id="officers elected apart before a point that is told",
        ),
        pytest.param(
            "Apologies:  Ada Penn, Cllr Dole\n\nPresent: Bo Marsh, Ivy Keel (secretary)\n\nMinutes of last meeting: Proposed: Bo Marsh, seconded: Ivy Keel\n\nPolice Report: The report was received.\n\n"
            "Matters Arising:\n\n  • The bridge is closed. The Secretary will ask for news.\n",
            [(None, "Minutes of last meeting"), (None, "Police Report"), (None, "Matters Arising")],
            id="apologies above those present",
        ),
        pytest.param(
            "Present: Cllr Penn\n\nAction 1.0 Welcome and apologies\n\n1.1 JB welcomed all.\n\n2.0 Minutes of Previous Meeting\n\n2.1 They were agreed.\n\n3.0 Village Hall\n\n3.1 A party was set up.\n",
            [("1.0", "Welcome and apologies"), ("2.0", "Minutes of Previous Meeting"), ("3.0", "Village Hall")],
            id="the head of a column run into the first number",
        ),
        pytest.param(
            "Apologies: Mr Dole.\n\nMinutes of the 2018 meeting were approved and signed.\n\nChairman's Report. Mr Penn gave his report for the year.\n\nVillage Hall. Miss Keel said that bookings were up.\n\n"
            "Footpaths. Mr Marsh said that the lane was overgrown. The Clerk was asked to write.\n\nOpen Forum. Speeding on Long Lane was raised.\n\nMr Penn. He thanked the speakers for coming.\n",
            [
                (None, "Apologies"),
                (None, "Chairman's Report"),
                (None, "Village Hall"),
                (None, "Footpaths"),
                (None, "Open Forum"),
            ],
            id="a title that no list knows in the dress of those that it knows",
        ),
        pytest.param(
            "MINUTES: Motion by Marsh, seconded by Penn to approve the minutes of May. Motion carried.\n\nPUBLIC COMMENT: Bo Marsh spoke about the lease of the fairground.\n\nCONSENT CALENDAR: Commissioner Penn moved to approve it. The motion passed 3-0.\n\n"
            "ROAD DEPARTMENT – The Director asked for leave to buy a plough.\n\nORDINANCE NO. 455 – Ms Keel read the title. The hearing was closed.\n\nCOMMISSIONER REPORTS\nCommissioner Penn went to the fair.\n",
            [
                (None, "MINUTES"),
                (None, "PUBLIC COMMENT"),
                (None, "CONSENT CALENDAR"),
                (None, "ROAD DEPARTMENT"),
                (None, "ORDINANCE NO. 455"),
                (None, "COMMISSIONER REPORTS"),
            ],
            id="capitals and a dash before the text, with a number",
        ),
        pytest.param(
            "Present: Cllr Penn\n\n1. Apologies\nNone.\n2. Planning\na) 24/00199/OUT Land off Mill Road - Outline for 45 dwellings\nThe Council RESOLVED to object.\n"
            "b) 24/00211/HOU 7 Elm Close - Loft conversion\nRESOLVED: No objection.\n3. Roads\nNoted.\n",
            [
                ("1", "Apologies"),
                ("2", "Planning"),
                ("a", "Land off Mill Road - Outline for 45 dwellings"),
                ("b", "7 Elm Close - Loft conversion"),
                ("3", "Roads"),
            ],
            id="applications with letters, each decided apart",
        ),
        pytest.param(
            "PRESENT: Cr Penn, Cr Marsh\n\n1. CONFIRMATION OF MINUTES\nCOUNCIL RESOLUTION 2024/031\nMOVED: Cr Penn SECONDED: Cr Marsh\nThat the minutes be confirmed.\nCARRIED 4/0\n2. ACCOUNTS FOR FEBRUARY\n"
            "OFFICER RECOMMENDATION/COUNCIL DECISION\nThat the accounts be received.\n3. MINUTES\nRESOLVED:\nThat the minutes be signed.\n",
            [("1", "CONFIRMATION OF MINUTES"), ("2", "ACCOUNTS FOR FEBRUARY"), ("3", "MINUTES")],
            id="capitals below a heading that say whose words follow",
        ),
    ],
)
def test_the_items_of_a_society(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected
