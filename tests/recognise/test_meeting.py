"""The meeting's own fields: bodies, dates, times and places as headers print them."""

from __future__ import annotations

import pytest

from tests.recognise.meetings import FIELDS, REST, read, said
from tests.timing import LINEAR, power

# id: a header, and what it says of the meeting; nothing else is said
HEADERS: dict[str, tuple[str, dict[str, str]]] = {
    "web-page": (
        ("Wexmoor Borough Council\n\nAgenda and minutes\n\nPlanning Committee - Thursday, 8th October, 2015 6.00 p.m.\n\n"
        "Venue: Committee Room 2 - Wexmoor Town Hall. View directions\n\nContact: Ann Quill"),
        {"organization": "Wexmoor Borough Council", "body": "Planning Committee", "date": "2015-10-08", "start_time": "18:00",
         "location": "Committee Room 2 - Wexmoor Town Hall"},
    ),
    "two-parishes-joined-by-with": (
        "Wexby with Penley Parish Council Extra Ordinary meeting.\nHeld at Wexby Memorial Hall at 19:45 on 21st March 2018",
        {"body": "Wexby with Penley Parish Council", "location": "Wexby Memorial Hall", "date": "2018-03-21", "start_time": "19:45"},
    ),
    "the-council-above-by-its-name-alone": (
        "WEXBY PARISH COUNCIL\n\nMinutes of the Annual Meeting of the above Parish Council held on 4 May 2022 at 7pm in the Jubilee Hall",
        {"body": "WEXBY PARISH COUNCIL", "date": "2022-05-04", "start_time": "19:00", "location": "Jubilee Hall"},
    ),
    "notice-of-another-meeting-of-the-council": (
        ("Wexby Parish Council\n\nDRAFT Minutes of the Annual General Meeting Held on Tuesday 10th May 2011 at 7.30pm at Wexby Hall\n\n"
        "NB These are draft minutes and are subject to approval at the next annual meeting of the Council."),
        {"body": "Wexby Parish Council", "date": "2011-05-10", "start_time": "19:30", "location": "Wexby Hall"},
    ),
    "a-bracket-with-room-and-hours": (
        "Minutes of the meeting of Wexby Town Council held in the Moot Hall (Main Room, 7.00pm - 9.00pm) on 4 May 2022",
        {"body": "Wexby Town Council", "date": "2022-05-04", "start_time": "19:00", "end_time": "21:00", "location": "Moot Hall"},
    ),
    "the-reason-for-a-virtual-meeting": (
        "MINUTES OF AN ORDINARY MEETING OF WEXBY PARISH COUNCIL, HELD REMOTELY VIA ZOOM DUE TO THE PANDEMIC, ON THE 21ST DECEMBER 2020,\n\nIN THE COUNTY OF WEX AT 7.30PM.",
        {"body": "WEXBY PARISH COUNCIL", "date": "2020-12-21", "start_time": "19:30", "location": "ZOOM", "format": "virtual"},
    ),
    "the-evening-of-a-day-told-with-the": (
        "A meeting of the Community Council was held Tuesday night February the 6th 2018 at 7.30pm in Wexby Centre, Wexby.",
        {"body": "Community Council", "date": "2018-02-06", "start_time": "19:30", "location": "Wexby Centre, Wexby"},
    ),
    "attendance-runs-on-behind-the-address": (
        "Minutes of the Meeting of Wexby Town Council held at 7.00pm on Monday 1 September 2008 at the Council Chambers, Wexby Present: Cllr Ada Penn",
        {"body": "Wexby Town Council", "location": "Council Chambers, Wexby", "date": "2008-09-01", "start_time": "19:00"},
    ),
    "web-page-with-the-menu-of-its-site": (
        "Council and democracy\n\nYour Council\n\nAgenda and minutes\n\nCabinet - Tuesday, 7th March, 2023 2.00 pm",
        {"body": "Cabinet", "date": "2023-03-07", "start_time": "14:00"},
    ),
    "menu-of-councils-above-the-title": (
        ("Parish Councils\n\nMinutes of meetings 2001-2021\n\nNether Vale Parish Council\n\nOver Vale Parish Council\n\n"
        "Vale St Mary Parish Council\n\nJanuary 2014\n\nMINUTES OF OVER VALE PARISH COUNCIL MEETING\n\nHELD AT THE CHURCH\n\n"
        "MONDAY JANUARY 6TH 2014"),
        {"body": "OVER VALE PARISH COUNCIL", "location": "THE CHURCH", "date": "2014-01-06"},
    ),
    "front-matter-with-a-date-of-its-own-over-site-words": (
        ('---\ndate: 2022-11-08\ncategory: "District"\n---\n\n<span style="display:none;">Municipal District</span>\n<span>Regular</span>\n\nMINUTES OF MEETING OF THE QUAY SUBCOMMITTEE HELD IN '
        "QUAY HOUSE, WEXMOOR\nON TUESDAY, 16TH NOVEMBER, 2021 AT 9:30 A.M."),
        {"body": "QUAY SUBCOMMITTEE", "location": "QUAY HOUSE, WEXMOOR", "date": "2021-11-16", "start_time": "09:30"},
    ),
    "capitals-over-several-lines": (
        ("MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF WEXMOOR\nCOUNTY COUNCIL HELD IN THE COUNCIL CHAMBER, COUNTY\n"
        "HALL, STATION ROAD, CO. WEXMOOR, ON FRIDAY, 16™ MAY, 2014,\nAT 9.30 A.M."),
        {"body": "WEXMOOR COUNTY COUNCIL", "location": "COUNCIL CHAMBER, COUNTY HALL, STATION ROAD, CO. WEXMOOR",
         "date": "2014-05-16", "start_time": "09:30"},
    ),
    "council-above-committee": (
        ("WEXMOOR COUNTY COUNCIL\n\nCABINET\n\nMINUTES of a meeting of the Cabinet held in the Council Chamber, County Hall,\n"
        "Wexmoor on Thursday, 9 January 2025."),
        {"organization": "WEXMOOR COUNTY COUNCIL", "body": "Cabinet", "date": "2025-01-09",
         "location": "Council Chamber, County Hall, Wexmoor"},
    ),
    "meeting-of-the-council-is-of-the-council-above": (
        ("TE AWA DISTRICT COUNCIL\n\nMINUTES OF AN ORDINARY MEETING OF THE COUNCIL\n\nHELD IN THE COUNCIL CHAMBER, 12 TASMAN STREET, "
        "TE AWA ON WEDNESDAY, 20 OCTOBER 2021 AT 9.30AM"),
        {"organization": "TE AWA DISTRICT COUNCIL", "body": "COUNCIL", "date": "2021-10-20", "start_time": "09:30",
         "location": "COUNCIL CHAMBER, 12 TASMAN STREET, TE AWA"},
    ),
    "the-council-meeting-is-the-council-above": (
        "CYNGOR CYMUNED\n\nLLANWEXMOOR\n\nCOMMUNITY COUNCIL\n\nMinutes of the Council Meeting,\n\n12th March 2024 Venue, Church House",
        {"body": "LLANWEXMOOR COMMUNITY COUNCIL", "date": "2024-03-12", "location": "Church House"},
    ),
    "kind-of-meeting-and-draft-cut-off": (
        ("WEXMOOR PARISH COUNCIL\n\nDraft Minutes Subject to the Approval at the next Meeting\n\nExtraordinary Parish Council Meeting\n\n"
        "12 April 2016 at 6.30 pm\n\nWexmoor Village Hall"),
        {"body": "WEXMOOR PARISH COUNCIL", "date": "2016-04-12", "start_time": "18:30", "location": "Wexmoor Village Hall"},
    ),
    "front-matter-names-body-and-not-date": (
        ('---\ntitle: "Quay St Mary Parish Council"\ndate: "2003-01-01"\ncategories: \n  - "parish-councils"\n---\n\n'
        "Minutes of the meeting held in the community centre on Thursday 24th October 2002"),
        {"body": "Quay St Mary Parish Council", "date": "2002-10-24", "location": "community centre"},
    ),
    "front-matter-alone": (
        "---\ntitle: The 8th Meeting of the Planning and Environment Committee\ndate: 2025-05-21\n---\nMay 21, 2025, at 1:00 PM",
        {"body": "Planning and Environment Committee", "date": "2025-05-21", "start_time": "13:00"},
    ),
    "posting-date-is-no-date": (
        '---\ntitle: "Quay Parish Council May Minutes"\ndate: "2013-06-03"\n---\n\nThe Chairman welcomed everyone.',
        {"body": "Quay Parish Council"},
    ),
    "school": (
        ("ST BRANNOC'S CHURCH OF ENGLAND PRIMARY SCHOOL\n\nFULL GOVERNING BOARD\n\nMINUTES of the meeting held on Thursday 1 December 2022 "
        "at 5.30 pm in the School Library, Quay Lane"),
        {"organization": "ST BRANNOC'S CHURCH OF ENGLAND PRIMARY SCHOOL", "body": "FULL GOVERNING BOARD", "date": "2022-12-01",
         "start_time": "17:30", "location": "School Library, Quay Lane"},
    ),
    "form": (
        "OAK LANE COMMUNITY PRIMARY SCHOOL BOARD OF GOVERNORS\n\nCOMMITTEE Extraordinary DATE 13 December 2021\nFull Governing Body",
        {"organization": "OAK LANE COMMUNITY PRIMARY SCHOOL", "body": "Full Governing Body", "date": "2021-12-13"},
    ),
    "labels-with-address-lines": (
        ("MINUTES OF A meeting of the Quay Committee\n\nDate:\tTuesday 9 April 2019\n\nTime:\t10.15am\n\nVenue:\n\nNet Loft\n\n"
        "Staithe Street, Wexmoor"),
        {"body": "Quay Committee", "date": "2019-04-09", "start_time": "10:15", "location": "Net Loft Staithe Street, Wexmoor"},
    ),
    "town-and-board": (
        "CITY OF PELHAM\n\nCITY COUNCIL\n\nREGULAR MEETING MINUTES\n\nMarch 4, 2019\n\n7:00 p.m.",
        {"organization": "CITY OF PELHAM", "body": "CITY COUNCIL", "date": "2019-03-04", "start_time": "19:00"},
    ),
    "place-and-time-of-the-call-to-order": (
        ("Pelham City Council Meeting Minutes\n\nMarch 9, 2020\n\nMayor Dole called the meeting to order at 6:32 p.m. in the Council "
        "Chambers, 210 Cedar Street."),
        {"body": "Pelham City Council", "date": "2020-03-09", "start_time": "18:32", "location": "Council Chambers, 210 Cedar Street"},
    ),
    "from-until": (
        "Minutes of a meeting of the Quay Panel\nheld on 4 May 2023\nfrom 4.00 pm to 5.21 pm",
        {"body": "Quay Panel", "date": "2023-05-04", "start_time": "16:00", "end_time": "17:21"},
    ),
    "bare-evening-time": (
        "WEXMOOR PARISH COUNCIL\n\nMinutes of the Meeting held on Wednesday 5th October 2016 at 7.30 in the Reading Room, Church Lane",
        {"body": "WEXMOOR PARISH COUNCIL", "date": "2016-10-05", "start_time": "19:30", "location": "Reading Room, Church Lane"},
    ),
    "commas-in-the-name": (
        "Minutes of the Children, Young People and Families Committee held on 7 March 2019 in Committee Room 2 at 14:00",
        {"body": "Children, Young People and Families Committee", "date": "2019-03-07", "start_time": "14:00",
         "location": "Committee Room 2"},
    ),
    "by-video": (
        "Wexmoor Community Council held their meeting remotely via Zoom at 7.30pm on the 10th June 2020.",
        {"body": "Wexmoor Community Council", "date": "2020-06-10", "start_time": "19:30", "location": "Zoom", "format": "virtual"},
    ),
    "blog-date-and-approval-are-no-dates": (
        ("Minutes 9 March 2020\n\nMonday, April 13th, 2020\n\nMinutes of meeting held on Monday 9th March 2020 in Strathwex Hall at 7.00pm\n\n"
        "Minutes approved 13/04/2020"),
        {"date": "2020-03-09", "start_time": "19:00", "location": "Strathwex Hall"},
    ),
    "misread-ordinal": (
        'MINUTES OF PROCEEDINGS AT MEETING OF WEXMOOR CITY COUNCIL HELD IN THE\nCOUNCIL CHAMBER, CITY HALL, ON MONDAY, 28" APRIL, 2014, AT 4.00 P.M.',
        {"body": "WEXMOOR CITY COUNCIL", "date": "2014-04-28", "start_time": "16:00", "location": "COUNCIL CHAMBER, CITY HALL"},
    ),
    "body-in-front-matter-and-mark-up": (
        ('---\ncouncil_body: "Full Council Extraordinary"\ntitle: "Wexmoor City and County Council minutes"\ndate: 2014-05-03\n---\n\n'
        '[Original file](https://example.org/2014.pdf)\n\n<span class="body">Full Council</span>\n\nA Monthly Meeting of Wexmoor City '
        "Council was held in the Council Chamber, City Hall, on Monday, 28th April, 2014, at 4.00 p.m."),
        {"body": "Wexmoor City Council", "date": "2014-04-28", "start_time": "16:00", "location": "Council Chamber, City Hall"},
    ),
    "town-that-names-no-board": (
        "# Town of North Larch\n\nMonthly Meeting\n\nSeptember 21, 2020",
        {"body": "Town of North Larch", "date": "2020-09-21"},
    ),
    "village-hall-with-its-charity-number": (
        ("Wexmoor Village Hall (Registered Charity No, 304040) Minutes of the Annual General Meeting held at the Village Hall on "
        "Wednesday14th November 2018 at 7.00pm"),
        {"body": "Wexmoor Village Hall", "date": "2018-11-14", "start_time": "19:00", "location": "Village Hall"},
    ),
    "small-article-is-no-part-of-a-place": (
        "Minutes of Wexmoor Parish Council meeting held in the Pavilion on Monday 3rd June 2019",
        {"body": "Wexmoor Parish Council", "date": "2019-06-03", "location": "Pavilion"},
    ),
    "labels-in-cells": (
        ("Ordinary Meeting of Council\nOpen Minutes\nMeeting Date: |\nThursday 17 December 2020 |\nTime: |\n10.00am-11.59am |\n"
        "Venue |\nLong Room\nWar Memorial Hall\nLivestreamed via Zoom |\n"),
        {"body": "Council", "date": "2020-12-17", "start_time": "10:00", "end_time": "11:59", "location": "Long Room War Memorial Hall"},
    ),
    "labels-run-together": (
        "Approved Minutes for the Steering Group Meeting - 10th September 2020\n\nDate: 10th September 2020Time: 9:30amVenue: Virtual via Zoom",
        {"body": "Steering Group", "date": "2020-09-10", "start_time": "09:30", "location": "Virtual via Zoom", "format": "virtual"},
    ),
    "held-and-adopted": (
        "Adopted Minutes\nRegular Council Meeting\nJuly 9, 2002\n\nThe regular meeting of the Larchfield City Council was held on July 9, 2002, in the City Hall.",
        {"body": "Larchfield City Council", "date": "2002-07-09", "location": "City Hall"},
    ),
    "issue-page": (
        "Issue - meetings\n\nQuay Repairs\n\nMeeting: 15/07/2019 - Cabinet (Item 77)\n\n77 Quay Repairs pdf icon PDF 120 KB\n\nDecision:",
        {"body": "Cabinet", "date": "2019-07-15"},
    ),
    "issue-page-of-two-bodies": (
        ("Issue - meetings\n\nQuay Repairs\n\nMeeting: 15/07/2019 - Cabinet (Item 77)\n\n77 Quay Repairs\n\n"
        "Meeting: 02/07/2019 - Quay Scrutiny Panel (Item 12)\n\n12 Quay Repairs"),
        {},
    ),
    "title-taken-for-an-item": (
        "Minutes of Strathwex Community Council Meeting\nTuesday 22nd September 2020 7.00pm Online Zoom Meeting",
        {"body": "Strathwex Community Council", "date": "2020-09-22", "start_time": "19:00", "location": "Zoom Meeting", "format": "virtual"},
    ),
    "proceedings-of-the-council": (
        "MINUTES OF THE PROCEEDINGS OF THE COUNCIL MEETING HELD\n\nON MONDAY 8 MARCH 2004 AT 7.00 PM\n\nIn the Chair: Councillor C Dole",
        {"body": "COUNCIL", "date": "2004-03-08", "start_time": "19:00"},
    ),
    "took-place": (
        "MINUTES of the Meeting of Edgwex Parish Council which took place at Edgwex Village Hall on Monday, 14th January 2019 at 7.00pm.",
        {"body": "Edgwex Parish Council", "date": "2019-01-14", "start_time": "19:00", "location": "Edgwex Village Hall"},
    ),
    "from-and-four-figures": (
        "MINUTES OF MEETING FROM THE HUGHWEX VILLAGE HALL COMMITTEE HELD ON 3rd November2014 AT 2000HRS",
        {"body": "HUGHWEX VILLAGE HALL COMMITTEE", "date": "2014-11-03", "start_time": "20:00"},
    ),
    "municipality-behind-its-council": (
        ("MINUTES OF REGULAR MEETING OF COUNCIL FOR THE RURAL MUNICIPALITY OF REYWEX HELD IN THE COUNCIL CHAMBER OF THE MUNICIPAL OFFICE "
        "ON SEPTEMBER 24TH, 2013"),
        {"organization": "RURAL MUNICIPALITY OF REYWEX", "body": "COUNCIL", "date": "2013-09-24",
         "location": "COUNCIL CHAMBER OF THE MUNICIPAL OFFICE"},
    ),
    "county-behind-its-council": (
        "The regular Council Meeting of the County of Newwex No. 4 was held in the County Office on Thursday, September 8, 2005 commencing at 10:03 a.m.",
        {"organization": "County of Newwex No. 4", "body": "Council", "date": "2005-09-08", "start_time": "10:03", "location": "County Office"},
    ),
    "board-of-an-association": (
        "Minutes of the Board Meeting of St. Wex Island Residents' Association Ltd. (SWIRA) held at the Community Centre on Tuesday 15th January 2013",
        {"organization": "St. Wex Island Residents' Association Ltd. (SWIRA)", "body": "Board", "date": "2013-01-15",
         "location": "Community Centre"},
    ),
    "city-and-state-below-the-board": (
        "MINUTES OF A MEETING OF THE SCHOOL BOARD\nCITY OF CHESWEX, VIRGINIA\nFebruary 26, 2018",
        {"organization": "CITY OF CHESWEX", "body": "SCHOOL BOARD", "date": "2018-02-26"},
    ),
    "council-named-again-below-the-first-page-head": (
        ("Ordinary Council: Minutes\n\n22 November 2016\tPage 1\n\nShire of Espwex\n\nOrdinary Council\n\nTuesday 22 November 2016\n\nMINUTES\n\n"
        "The Shire President declared the meeting open at 4.00pm."),
        {"organization": "Shire of Espwex", "body": "Council", "date": "2016-11-22", "start_time": "16:00"},
    ),
    "week-day-misspelt": (
        "Minutes of Wexley Parish Council Meeting held at Wexley Village Hall on Wenesday 14th October 2009 at 7.30 pm",
        {"body": "Wexley Parish Council", "date": "2009-10-14", "start_time": "19:30", "location": "Wexley Village Hall"},
    ),
    "rooms-that-are-called-after-what-happens-there": (
        "Minutes of a meeting of the Planning Committee held on Monday 6th January 2020 at 6.15 p.m. in the Mayor's Parlour, Town Hall",
        {"body": "Planning Committee", "date": "2020-01-06", "start_time": "18:15", "location": "Mayor's Parlour, Town Hall"},
    ),
    "next-line-is-no-address": (
        "Wexley Parish Council\nMinutes of the meeting held on Monday 17th May 2021 at 7.30pm in Wexley School\nApproved on 21 June 2021",
        {"body": "Wexley Parish Council", "date": "2021-05-17", "start_time": "19:30", "location": "Wexley School"},
    ),
    "name-printed-twice-on-a-web-page": (
        "Agenda and minutes\n\nPlanning Committee, Planning Committee - Monday 6th June 2016 1.00 pm",
        {"body": "Planning Committee", "date": "2016-06-06", "start_time": "13:00"},
    ),
    "no-year": (
        "Wexley Parish Council\nMinutes of the virtual meeting held on Monday 17th May at 7.30pm",
        {"body": "Wexley Parish Council", "start_time": "19:30", "format": "virtual"},
    ),
    "name-and-sentence-on-one-line": (
        "WROCKWEX PARISH COUNCIL. Minutes of the Parish Council Meeting held on Wednesday 13 th July 2016 at Wrockwex Parish Hall at 7.30 p.m.",
        {"body": "WROCKWEX PARISH COUNCIL", "date": "2016-07-13", "start_time": "19:30", "location": "Wrockwex Parish Hall"},
    ),
    "title-and-first-sentence-in-one-paragraph": (
        ("CITY OF LAKEWEX PLANNING COMMISSION MEETING MINUTES September 6, 2012 Chair Lill called the meeting to order at 6:00 p.m. in the "
        "Council Chambers at City Hall."),
        {"body": "CITY OF LAKEWEX PLANNING COMMISSION", "date": "2012-09-06", "start_time": "18:00",
         "location": "Council Chambers at City Hall"},
    ),
    "who-called-to-order-stands-before-the-room": (
        ("Newwex Central School District\nBoard of Education\nRegular Meeting Minutes\nMarch 6, 2017\n\n"
        "The meeting was called to order at 6:38 p.m. by the President in the High School Library."),
        {"organization": "Newwex Central School District", "body": "Board of Education", "date": "2017-03-06", "start_time": "18:38",
         "location": "High School Library"},
    ),
    "heading-above-the-sentence": (
        "CALL TO ORDER\nThe New Wexhope Planning Commission met in regular session on May 2, 2006 at 7:00 p.m.",
        {"body": "New Wexhope Planning Commission", "date": "2006-05-02", "start_time": "19:00"},
    ),
    "means-before-the-date": (
        "Minutes of the Parish Council Meeting of Wexley Parish Council held remotely via video conference on Monday 11th May 2020 at 7pm",
        {"body": "Wexley Parish Council", "date": "2020-05-11", "start_time": "19:00", "location": "video conference", "format": "virtual"},
    ),
    "how-it-was-held-in-brackets": (
        ("BALLYWEX BOROUGH COUNCIL\n\nA hybrid meeting (in person and via Zoom) of the Planning Committee was held in the Council Chamber, "
        "2 Church Street, Ballywex and via Zoom on Tuesday 3 October 2023 commencing at 7.00pm."),
        {"organization": "BALLYWEX BOROUGH COUNCIL", "body": "Planning Committee", "date": "2023-10-03", "start_time": "19:00",
         "location": "Council Chamber, 2 Church Street, Ballywex and via Zoom", "format": "hybrid"},
    ),
    "from-afar-and-in-a-hall": (
        "LLANWEX COMMUNITY COUNCIL\n\nMinutes of the Ordinary Meeting held remotely and at the Village Hall on 17th January 2024 at 7.15 p.m.\n",
        {"body": "LLANWEX COMMUNITY COUNCIL", "date": "2024-01-17", "start_time": "19:15", "location": "Village Hall", "format": "hybrid"},
    ),
    "in-offices-and-by-remote-access": (
        "Minutes of Monthly Meeting of Quay District Council held in the Council Offices, Quay and by means of Remote Access on 4 December 2023 at 7.00 pm\n",
        {"body": "Quay District Council", "date": "2023-12-04", "start_time": "19:00",
         "location": "Council Offices, Quay and by means of Remote Access", "format": "hybrid"},
    ),
    "commissioning-group": (
        ("NHS WEXMOOR CLINICAL COMMISSIONING GROUP\nGOVERNING BODY\nMinutes of meeting held on TUESDAY 8TH DECEMBER 2015 1pm\n"
        "BOARDROOM, THE DEPARTMENT, LEWIN'S BUILDING"),
        {"organization": "NHS WEXMOOR CLINICAL COMMISSIONING GROUP", "body": "GOVERNING BODY", "date": "2015-12-08", "start_time": "13:00",
         "location": "BOARDROOM, THE DEPARTMENT, LEWIN'S BUILDING"},
    ),
    "city-and-state-behind-the-board": (
        "MINUTES OF A MEETING OF THE GOVERNING BODY OF\nTHE CITY OF HAYWEX, KANSAS\nHELD ON JUNE 12, 2003",
        {"organization": "CITY OF HAYWEX", "body": "GOVERNING BODY", "date": "2003-06-12"},
    ),
    "academy-of-a-trust": (
        ("THE QUAY LEARNING TRUST\n\nOAK LANE ACADEMY\n\nLOCAL GOVERNING BODY\n\nMinutes of the meeting held at the Academy on "
        "Wednesday 6 February 2019 at 5.30pm"),
        {"organization": "OAK LANE ACADEMY", "body": "LOCAL GOVERNING BODY", "date": "2019-02-06", "start_time": "17:30",
         "location": "Academy"},
    ),
    "decision-page": (
        ("Wexmoor City Council\n\nDecision details\n\nQuay Repairs\n\nDecision Maker: Cabinet\n\nDecision status: Approved\n\n"
        "Publication date: 16/07/2019\n\nDate of decision: 15/07/2019"),
        {"organization": "Wexmoor City Council", "body": "Cabinet", "date": "2019-07-15"},
    ),
    "table-of-labels": (
        "Meeting | Wexley Parish Council\nDate | Tuesday 5 March 2019\nTime | 7.30pm\nVenue | Wexley Village Hall",
        {"body": "Wexley Parish Council", "date": "2019-03-05", "start_time": "19:30", "location": "Wexley Village Hall"},
    ),
    "members-of-the-council": (
        "Minutes of a meeting of the Members of Wexley Parish Council held at The Old School, Church Lane on Tuesday 5 March 2019",
        {"body": "Wexley Parish Council", "date": "2019-03-05", "location": "Old School, Church Lane"},
    ),
    "adjourned-from-an-earlier-date": (
        "WEXLEY TOWN COUNCIL\nMinutes of the adjourned meeting held on 12 March 2019 (adjourned from 5 March 2019) at 7pm in the Town Hall",
        {"body": "WEXLEY TOWN COUNCIL", "date": "2019-03-12", "start_time": "19:00", "location": "Town Hall"},
    ),
    "no-header": ("Agenda item", {}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADERS.values(), ids=HEADERS)
def test_headers(text: str, expected: dict[str, str]) -> None:
    assert said(text + REST) == expected


@pytest.mark.parametrize("text", [text for text, _ in HEADERS.values()], ids=HEADERS)
def test_line_ends_and_odd_spaces_change_nothing(text: str) -> None:
    told = said(text + REST)
    assert said((text + REST).replace("\n", "\r\n")) == told
    spaced = said((text + REST).replace(", ", ",\u00a0"))
    assert {name: " ".join(value.split()) for name, value in spaced.items()} == told


@pytest.mark.parametrize("text", [text for text, _ in HEADERS.values()], ids=HEADERS)
def test_each_field_is_grounded_and_tells_its_rule(text: str) -> None:
    source = text + REST
    meeting = read(source)
    stated = {name for name in FIELDS if getattr(meeting, name) is not None}
    parts = {f"{field}.{key}" for field in ("next_meeting", "contact") for key in getattr(meeting, field)}
    assert set(meeting.evidence) == set(meeting.rules) == stated | parts
    for name in ("organization", "body", "location"):
        if name in stated:
            span = meeting.evidence[name]
            assert " ".join(source[span.start : span.end].split()) == getattr(meeting, name)


def test_contact() -> None:
    text = "Quay Panel\n\n4 May 2021\n\nContact: Ann Quill, Clerk 01999 555166 Email: ann.quill@wexmoor.example" + REST
    assert read(text).contact == {
        "name": "Ann Quill",
        "role": "Clerk",
        "email": "ann.quill@wexmoor.example",
        "phone": "01999 555166",
    }


@pytest.mark.parametrize(
    "unit",
    [
        "next meeting of the ",
        "meeting closed at ",
        "minutes of the meeting of ",
        "held at the Hall, ",
        "9.15 pm the ",
        "Time: 9amVenue: ",
        "held via video on ",
        "City of ",
        "Village Hall\n",
        "next meeting is the annual meeting of the parish council ",
        "X, X - ",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    assert power(lambda size: lambda: read(unit * (size // len(unit))), 4_000) < LINEAR
