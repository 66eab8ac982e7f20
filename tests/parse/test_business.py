"""Decisions and motions of an item, with mover, seconder and result."""

from __future__ import annotations

from typing import Any

import pytest

from tests.parse.reading import business

MOVERS = {"by": "Ben Marsh", "second": "Ivy Penn"}
DECIDED: list[tuple[str, list[dict[str, Any]], str]] = [
    ("RESOLVED that the report be noted.", [{"clauses": ["that the report be noted."]}], "a cue in capitals"),
    ("The Panel agreed:-\n\n(a) to note the report; and\n\n(b) to write to the owner.",
     [{"clauses": ["to note the report; and", "to write to the owner."]}], "the body, and points below"),
    ("Having heard the Clerk, the Committee unanimously agreed to:\n\n(1) note the report.\n\n(2) thank the officers.",
     [{"clauses": ["note the report.", "thank the officers."], "vote": (None, None, "unanimous")}], "words lead up to the body"),
    ("The Panel:\n\n(i) noted the report; and\n\n(ii) approved the plan.",
     [{"clauses": ["noted the report; and", "approved the plan."]}], "the points say what the body did"),
    ("The Committee noted the contents of the report.", [{"clauses": ["The Committee noted the contents of the report."]}], "what was put to the body and noted"),
    ("Members noted that the bridge was old. They asked what paint costs.", [], "discussion"),
    ("In terms of Standing Order 13.3, the Panel agreed to take the bridge first.", [{"clauses": ["In terms of Standing Order 13.3, the Panel agreed to take the bridge first."]}], "the rule by which it decides stands before it"),
    ("The Panel resolved under Section 50A(4) of the Harbours Act 1973 that the public be excluded.",
     [{"clauses": ["The Panel resolved under Section 50A(4) of the Harbours Act 1973 that the public be excluded."]}], "the law by which it decides stands inside"),
    ("RESOLVED: That the minutes be signed. Following the meeting Cllr Penn informed the Clerk that she had been away.", [{"clauses": ["That the minutes be signed."]}], "what came after the meeting"),
    ("RESOLVED: That the report be noted. In relation to the bridge Members supported a letter to the owner.", [{"clauses": ["That the report be noted."]}], "what members thought of it"),
    ("RESOLVED: Cllr Penn elected as Vice-Chair, with Cllr Marsh proposing the item.",
     [{"clauses": ["Cllr Penn elected as Vice-Chair, with Cllr Marsh proposing the item."], "by": "Ben Marsh"}], "the mover in a participle"),
    ("RESOLVED: That the ford be mended. (Cllr Marsh proposed, Cllr Penn seconded, all in favour). RESOLVED: That the mill be sold. (Cllr Marsh proposed, Cllr Penn seconded, five in favour and two against). Report: the gate is mended.",
     [{"clauses": ["That the ford be mended."], "vote": (None, None, "unanimous")} | MOVERS, {"clauses": ["That the mill be sold."], "vote": (5, 2, None)} | MOVERS],
     "movers and vote in brackets behind each of two decisions"),
    ("It was resolved to pay the bill (proposed by Cllr Marsh, seconded by Cllr Penn; all agreed).",
     [{"clauses": ["to pay the bill"], "vote": (None, None, "unanimous")} | MOVERS], "movers in brackets end a sentence"),
    ("RESOLVED: That the ford be mended (Cllr Marsh/Cllr Penn).", [{"clauses": ["That the ford be mended"]} | MOVERS], "two names in brackets"),
    ("RESOLVED: That the ford be mended (see the report on second homes).", [{"clauses": ["That the ford be mended (see the report on second homes)."]}], "other words in brackets"),
    ("RESOLVED: Schedule of dates agreed. This was proposed by Cllr Marsh.",
     [{"clauses": ["Schedule of dates agreed."], "by": "Ben Marsh"}], "the mover in a sentence behind"),
    ("The road was gritted. RESOLVED and noted. The Council thanked Cllr Penn for her help.", [{"clauses": ["and noted."]}], "the cue says all"),
    ("Proposed (BM) & Seconded (IP) that the minutes be approved as correct.",
     [{"clauses": ["that the minutes be approved as correct."]} | MOVERS], "movers in brackets"),
    ("BM and IP proposed and seconded the accounts.", [{"clauses": ["BM and IP proposed and seconded the accounts."]} | MOVERS], "both before both"),
    ("Cllr Marsh proposed the minutes be accepted, Cllr Penn seconded. The minutes were approved.",
     [{"clauses": ["Cllr Marsh proposed the minutes be accepted, Cllr Penn seconded."]} | MOVERS], "the result is no decision of its own"),
    (("Cllr Oduya nominated Cllr Quill as Chairman and this was seconded by Cllr Marsh, on the first vote the result was 3 for and 4 abstained.\n\n"
     "Cllr Marsh nominated Cllr Quill as Vice Chairman, this was seconded by Cllr Penn and carried on a majority of 7 for and 1 against."),
     [{"clauses": ["Cllr Marsh nominated Cllr Quill as Vice Chairman, this was seconded by Cllr Penn and carried on a majority of 7 for and 1 against."], "vote": (7, 1, None)} | MOVERS],
     "mover and vote stay with their own sentence"),
    ("It was suggested that a web editor be appointed.", [], "suggested, not decided"),
    ("Agreed cheques be signed.", [{"clauses": ["cheques be signed."]}], "a cue without 'that'"),
    ("Decision to accept the quotation.", [{"clauses": ["to accept the quotation."]}], "a noun as cue"),
    ("All in favour of supporting the scheme.", [{"clauses": ["All in favour of supporting the scheme."], "vote": (None, None, "unanimous")}], "the vote tells it"),
    ("The Clerk to order a new lock. Prop. BM, 2nd IP, all in favour.",
     [{"clauses": ["The Clerk to order a new lock."], "vote": (None, None, "unanimous")} | MOVERS], "movers behind a sentence that nothing else marks"),
    ("Payment of the bill proposed by Cllr Marsh, seconded by Cllr Penn.",
     [{"clauses": ["Payment of the bill proposed by Cllr Marsh, seconded by Cllr Penn."]} | MOVERS], "movers inside the sentence"),
    ("Cllr Quill asked what a lock costs. Prop. BM, 2nd IP.", [], "what was asked is not what was moved"),
    ("It was proposed by Cllr Marsh, seconded by Cllr Penn and unanimously agreed that the minutes be signed.",
     [{"clauses": ["that the minutes be signed."], "vote": (None, None, "unanimous")} | MOVERS], "movers before the cue"),
    ('It was resolved unanimously "That the accounts be approved."', [{"clauses": ['"That the accounts be approved."'], "vote": (None, None, "unanimous")}], "the words in quotation marks"),
    ('On the proposal of Cllr Marsh, seconded by Cllr Penn, it was agreed :\n\n"That the minutes be approved."',
     [{"clauses": ['"That the minutes be approved."']} | MOVERS], "the words in the next paragraph"),
    ("Chairman. Cllr Quill, proposed by Cllr Marsh, seconded by Cllr Penn. All in favour. A Quill duly elected.\n\nVice Chairman. Cllr Oduya, proposed by Cllr Penn. Seconded by Cllr Marsh. All in favour. J Oduya duly elected.",
     [{"clauses": ["A Quill duly elected."], "vote": (None, None, "unanimous")} | MOVERS,
      {"clauses": ["J Oduya duly elected."], "vote": (None, None, "unanimous"), "by": "Ivy Penn", "second": "Ben Marsh"}], "nomination, vote and what came of both"),
    ("9.1 It was agreed that a working party be set up.\n\n9.2 The Clerk to order a new lock. Prop. BM, 2nd IP, all in favour.",
     [{"clauses": ["that a working party be set up."]},
      {"clauses": ["The Clerk to order a new lock."], "vote": (None, None, "unanimous")} | MOVERS], "a numbered point keeps its movers"),
    ("Treasurer: Tom Oduya – proposed Ben Marsh, seconded Ivy Penn.",
     [{"clauses": ["Treasurer: Tom Oduya – proposed Ben Marsh, seconded Ivy Penn."]} | MOVERS], "who is put forward stands before the mark"),
    ("Cllr Oduya was nominated and seconded as Chairman and with no further nominations duly accepted the role.",
     [{"clauses": ["Cllr Oduya was nominated and seconded as Chairman and with no further nominations duly accepted the role."]}], "told in the passive, by nobody named"),
    ("Cllr Marsh, seconded by Cllr Penn, proposed Cllr Quill and Cllr Oduya, seconded by Cllr Keel, proposed Cllr Dole.\n\nRESOLVED\n\nthat Cllr Quill be elected Chairman.",
     [{"clauses": ["that Cllr Quill be elected Chairman."]} | MOVERS], "two put forward, and one elected"),
    ("It was moved by Cllr Marsh and seconded by Cllr Penn and CARRIED:\n\nThat Cllr Quill be elected Mayor.",
     [{"clauses": ["That Cllr Quill be elected Mayor."]} | MOVERS], "the words below movers and result"),
    ("To elect the Deputy Mayor for the year.\n\nMoved by Cllr Marsh - Seconded by Cllr Penn\n\nRESOLVED that Cllr Quill be elected Deputy Mayor.",
     [{"clauses": ["that Cllr Quill be elected Deputy Mayor."]} | MOVERS], "what the agenda asked stands above the movers"),
    ("The report was formally moved by Cllr Marsh and formally seconded by Cllr Penn.\n\nThe Council agreed the lease.",
     [{"clauses": ["The Council agreed the lease."]} | MOVERS], "the paper was moved, and agreed in other words"),
    ("The minutes were received, and members were asked to approve.\n\nRESOLVED - That the minutes be agreed.",
     [{"clauses": ["That the minutes be agreed."]}], "members asked to approve"),
    ("Decision:\n\nThe Chair noted that the lamps were lit.", [], "what the Chair noted is nothing decided"),
    ("Decision:\n\nCllr T. Oduya declared a personal interest in item 4.", [], "what was declared is nothing decided"),
    ("Order of business - agreed", [{"clauses": ["Order of business - agreed"]}], "behind a dash"),
    ("No comment and AGREED to leave it to the officer.", [{"clauses": ["to leave it to the officer."]}], "capitals in mid-sentence"),
    ("Cllr Marsh proposed that the Council write to the owner. Cllr Penn seconded the proposal which was declared carried by 6 votes to 2.",
     [{"clauses": ["Cllr Marsh proposed that the Council write to the owner."], "vote": (6, 2, None)} | MOVERS], "the seconder in the next sentence"),
    ("To approve the payments on the list.\n\nProposed by Cllr Marsh seconded by Cllr Penn and unanimously approved.",
     [{"clauses": ["To approve the payments on the list."], "vote": (None, None, "unanimous")} | MOVERS], "movers under the words of the agenda"),
    ("Minutes of the meeting held on 6 April 2022\n\nProposed: B Marsh\n\nSeconded: I Penn",
     [{"clauses": ["Minutes of the meeting held on 6 April 2022"]} | MOVERS], "movers under the minutes of a day"),
    ("Following discussion it was unanimously RESOLVED to raise no objection.",
     [{"clauses": ["to raise no objection."], "vote": (None, None, "unanimous")}], "the vote right before the cue"),
    (("Decision:\n\nRESOLVED: That the rate of four pounds be set for the pier.\n\nREASON FOR DECISION: To keep to the timetable.\n\nMinutes:\n\n"
     "Cllr Marsh proposed and Cllr Penn seconded and it was:\n\nRESOLVED: That the rate of four pounds be set for the pier.\n\nREASON FOR DECISION: To keep to the timetable."),
     [{"clauses": ["That the rate of four pounds be set for the pier."]} | MOVERS], "printed twice, the movers beside the second print"),
    ("RESOLUTION 2022/15\n\nMoved:\nSeconded:  Cllr Penn\n\nCllr Marsh\n\nThat the rate be set.\n\nCARRIED",
     [{"clauses": ["That the rate be set."]} | MOVERS], "the mover below the seconder, as a converter read the table"),
    ("Decision:\n\nThe Panel RESOLVED to grant the licence subject to:\n\n(1) no music; and\n\n(2) a lamp at the gate.",
     [{"clauses": ["no music; and", "a lamp at the gate."]}], "conditions below a cue under a label"),
    ("RESOLVED that the Council agree to:\n\nA) Note the report.\n\nb) Approve the rate.\n\nc) Thank the officers.",
     [{"clauses": ["Note the report.", "Approve the rate.", "Thank the officers."]}], "a capital made of the first letter"),
    ("It was agreed that the minutes of the following meeting be confirmed:\n\nAnnual Meeting - 6 April 2022.",
     [{"clauses": ["that the minutes of the following meeting be confirmed: Annual Meeting - 6 April 2022."]}], "below the words only which one"),
    ("RESOLVED: That the Panel:-\n\n(a) notes the report; and\n\n(b) thanks the officers.\n\nAlternative options considered\n\nTo do nothing. This was rejected.",
     [{"clauses": ["notes the report; and", "thanks the officers."]}], "what was not chosen is no decision"),
    ("RESOLVED: That permission be REFUSED for the following reasons:\n\n1. The bridge is low.\n\n2. The lane is narrow.",
     [{"clauses": ["That permission be REFUSED for the following reasons:"]}], "reasons are no clauses"),
    ("UNANIMOUSLY RESOLVED:\n\n6.1\n\nthat the rate be set.\n\n6.2\n\nthat the list be published.",
     [{"clauses": ["that the rate be set.", "that the list be published."], "vote": (None, None, "unanimous")}], "numbers on lines of their own"),
    ("RESOLVED (2 votes to 1) that the item be deferred. Councillor Penn wished it to be recorded that she had voted against.",
     [{"clauses": ["that the item be deferred."], "vote": (2, 1, None)}], "what a member had recorded is no part of it"),
    ("Motion was made by Councillor Marsh, and seconded by Councillor Penn, to approve the bid. With all members voting in favor but Oduya, the motion carried.",
     [{"clauses": ["Motion was made by Councillor Marsh, and seconded by Councillor Penn, to approve the bid."]} | MOVERS], "all but one is not unanimous"),
    ("That the Mayor be thanked.\n\nMarsh/Penn Carried", [{"clauses": ["That the Mayor be thanked."]} | MOVERS], "surnames and result on a line"),
    ("After discussion, motion to table the plan was made by Cllr Marsh, seconded by Cllr Penn, all aye.",
     [{"clauses": ["motion to table the plan was made by Cllr Marsh, seconded by Cllr Penn, all aye."], "vote": (None, None, "unanimous")} | MOVERS], "the result in the sentence of the motion"),
    ("The report was presented, Cllr Marsh made the motion to approve it, Cllr Penn made the second. Motion carried.",
     [{"clauses": ["Cllr Marsh made the motion to approve it, Cllr Penn made the second."]} | MOVERS], "a sentence before the motion, joined by a comma"),
    ("Cllr Marsh made the motion to check on a deposit that is due. Second was made by Cllr Penn, all in favor.",
     [{"clauses": ["Cllr Marsh made the motion to check on a deposit that is due."], "vote": (None, None, "unanimous")} | MOVERS], "a clause with 'that' inside the motion"),
    ("Moved (Cllr Marsh/Cllr Penn): that the Board\n\na)     Adopts the plan.\n\nMotion carried (NB/2022/1)",
     [{"clauses": ["Adopts the plan."]} | MOVERS], "movers with a slash in brackets, and one point below the body"),
    ("Moved (Cllr Marsh/Cllr Penn): That the Board: Accepts the apology. Motion carried (NB/2022/2)",
     [{"clauses": ["Accepts the apology."]} | MOVERS], "the body with a colon leads in"),
    ("Recommendation\n\nMoved:    Cllr Marsh\n\nSeconded:  Cllr Penn\n\nThat the public be excluded.",
     [{"clauses": ["That the public be excluded."]} | MOVERS], "a recommendation with its movers is one decision"),
    ("The spending limits for candidates were noted.", [{"clauses": ["The spending limits for candidates were noted."]}], "whatever was put to the meeting and noted"),
    ("The written report was received.", [], "it came in"),
    ("It was noted that apologies had been received from Councillor Oduya.", [], "noted, but decided by nobody"),
    ("RESOLVED:\n\nThat Cabinet:\n\nA:     Welcomes the report.\n\nB:     Endorses the following:\n\n1.   That the card be extended.",
     [{"clauses": ["Welcomes the report.", "That the card be extended."]}], "letters with a colon"),
    ("Rugby Club - Resolved: A donation of £250. Proposed Cllr Marsh, seconded Cllr Penn. Vote: 3 for, 1 against.",
     [{"clauses": ["A donation of £250."], "vote": (3, 1, None)} | MOVERS], "a cue behind a dash"),
    ("RESOLVED to tick all boxes. The form was then signed by the Chair.", [{"clauses": ["to tick all boxes."]}], "what was done upon it is no part of it"),
    ("Cllr Marsh proposed Cllr Oduya, seconded by Cllr Penn. It was agreed that Cllr Oduya will be the third signatory.",
     [{"clauses": ["that Cllr Oduya will be the third signatory."]} | MOVERS], "a nomination and the election behind it"),
    ("RECOMMENDATION\n\nThat the Board\n\nRatify the plan.\n\nExclude the public from the following items:\n\n22. Minutes\n\n23. Leases\n\nMoved: Ben Marsh\n\nSeconded: Ivy Penn\n\nCarried",
     [{"clauses": ["Ratify the plan.", "Minutes", "Leases"]} | MOVERS], "points without labels under the name of the body"),
    ("A motion was proposed by Cllr Marsh, seconded by Cllr Penn and carried unanimously that the plan be refused.\n\nRESOLVED - That the plan be refused as too high.",
     [{"clauses": ["That the plan be refused as too high."], "vote": (None, None, "unanimous")} | MOVERS], "the motion printed again as the resolution"),
    (("Cllr Marsh motioned to pay the bills. Cllr Penn seconded the motion. All voted \"AYE\". The motion is approved.\n\n"
     "Cllr Marsh made a motion to hire a clerk. Cllr Penn seconded the motion. All AYES. Motion carried."),
     [{"clauses": ["Cllr Marsh motioned to pay the bills."], "vote": (None, None, "unanimous")} | MOVERS,
      {"clauses": ["Cllr Marsh made a motion to hire a clerk."], "vote": (None, None, "unanimous")} | MOVERS], "a seconder belongs to the mover before it"),
    ("On a motion made by Cllr Marsh and seconded by Cllr Penn, the Board voted unanimously at 7:01 p.m. to enter executive session.",
     [{"clauses": ["On a motion made by Cllr Marsh and seconded by Cllr Penn, the Board voted unanimously at 7:01 p.m. to enter executive session."],
       "vote": (None, None, "unanimous")} | MOVERS], "how it was voted stands before what was voted"),
    ("MOTION by Cllr Marsh, seconded by Cllr Penn recommending approval of the plat. MOTION carried.",
     [{"clauses": ["MOTION by Cllr Marsh, seconded by Cllr Penn recommending approval of the plat."]} | MOVERS], "words without 'to'"),
    ('Motion 28/2024 Moved by Cllr Marsh, "THAT the agenda be accepted."\n\nCarried',
     [{"clauses": ['"THAT the agenda be accepted."'], "by": "Ben Marsh"}], "a number before the mover, a comma behind"),
    ("A motion to approve the bills of $4,210.00 was made by Cllr Marsh, second by Cllr Penn. Motion carried 4-0.",
     [{"clauses": ["A motion to approve the bills of $4,210.00 was made by Cllr Marsh, second by Cllr Penn."], "vote": (4, 0, None)} | MOVERS], "a sum inside the words of the motion"),
    ("It was moved by Cllr Marsh and seconded by Cllr Penn to adjourn. All in favor.",
     [{"clauses": ["It was moved by Cllr Marsh and seconded by Cllr Penn to adjourn."], "vote": (None, None, "unanimous")} | MOVERS], "the shortest motion"),
    ("Cllr Marsh moved, by ordinance, to amend the map. Cllr Penn seconded the motion. The motion passed.",
     [{"clauses": ["Cllr Marsh moved, by ordinance, to amend the map."]} | MOVERS], "in what form it is moved"),
    ("Moved by Cllr Marsh, seconded by Cllr Penn\n\nBe it resolved that Council rise from closed session.\n\nCarried.",
     [{"clauses": ["that Council rise from closed session."]} | MOVERS], "be it resolved, under its movers"),
    ("Motion to pay the bills by Cllr Marsh, second by Cllr Penn. Motion carried.",
     [{"clauses": ["Motion to pay the bills by Cllr Marsh, second by Cllr Penn."]} | MOVERS], "movers behind the words of the motion"),
    ("The following payments were approved:\n\ni) Hall hire £20\n\nii) Paint £12\n\nDonations\n\niii) Museum £50",
     [{"clauses": ["Hall hire £20", "Paint £12", "Museum £50"]}], "a heading inside a list does not end it"),
    ("Cllr Quill was nominated by Cllr Marsh and seconded by Cllr Penn.\n\nThere being no other nomination, Cllr Quill was duly elected Chair.\n\nRESOLVED:\n\nThat Cllr Quill be elected Chair.",
     [{"clauses": ["That Cllr Quill be elected Chair."]} | MOVERS], "an election told and resolved"),
    ("The Committee voted against the officer's recommendation by 5 votes to 2.\n\nIt was moved by Cllr Marsh and seconded by Cllr Penn that the plan be refused. On a vote this was carried by 6 votes to 1.\n\nRESOLVED - That the plan be refused.",
     [{"clauses": ["That the plan be refused."], "vote": (6, 1, None)} | MOVERS], "of two tallies the nearer one"),
    ("RESOLVED to grant permission subject to the following conditions:\n\n1. The work shall begin within three years.\n\n2. The colour shall be white.",
     [{"clauses": ["The work shall begin within three years.", "The colour shall be white."]}], "a task with conditions"),
    ("Recommendation: That the plan be adopted.\n\nThe Clerk presented the report.\n\nResolved: That the recommendation be approved.",
     [{"clauses": ["That the recommendation be approved."]}], "what the officers wanted, and what was resolved"),
    ("The recommendations were moved by the Leader of the Council, Cllr Marsh, seconded by Cllr Penn and on being put to the vote were carried.\n\nRESOLVED\n\n1. That the report be noted.",
     [{"clauses": ["That the report be noted."]} | MOVERS], "a post before the name of the mover"),
    ("RESOLVED that permission be granted.\n\nThe vote on the resolution to grant permission was approved by 3 votes to 2.",
     [{"clauses": ["that permission be granted."], "vote": (3, 2, None)}], "a sentence about the vote decides nothing"),
    ("Motion to grant the permit.\n\nRESULT: APPROVED [2 TO 1]\n\nMOVER: Ben Marsh, Chair\n\nSECONDER: Ivy Penn, Member",
     [{"clauses": ["Motion to grant the permit."], "vote": (2, 1, None)} | MOVERS], "a box below the motion"),
    ("Motion to grant the permit.\n\nRESULT: DEFEATED [1 TO 2]\n\nMOVER: Ben Marsh, Chair\n\nSECONDER: Ivy Penn, Member", [], "a box says that it was lost"),
    ("Motion to pay the bills by Cllr Marsh, seconded by Cllr Penn, unanimously approved. Motion to buy paint by Cllr Penn, seconded by Cllr Marsh, unanimously approved.",
     [{"clauses": ["Motion to pay the bills by Cllr Marsh, seconded by Cllr Penn, unanimously approved."], "vote": (None, None, "unanimous")} | MOVERS,
      {"clauses": ["Motion to buy paint by Cllr Penn, seconded by Cllr Marsh, unanimously approved."], "vote": (None, None, "unanimous"), "by": "Ivy Penn", "second": "Ben Marsh"}],
     "the mover of the next motion stands behind the seconder"),
    ("A motion was made by Cllr Marsh, seconded by Cllr Penn and carried with the following vote:\n\nAyes: Cllrs Marsh and Penn\n\nNoes: None\n\nto approve the agenda.",
     [{"clauses": ["to approve the agenda."], "vote": (None, None, "recorded")} | MOVERS], "the votes between the movers and the words"),
    ("RESOLVED:\n\n1. That the plan be noted.\n\n1. That the Clerk be thanked.",
     [{"clauses": ["That the plan be noted.", "That the Clerk be thanked."]}], "a converter counts each point as the first"),
    ("The report was adopted and signed by the Chair. Proposed Cllr Marsh, seconded Cllr Penn.",
     [{"clauses": ["The report was adopted and signed by the Chair."]} | MOVERS], "the last word of a sentence moves nothing in the next"),
    ("Cllr Quill was proposed by Cllr Marsh, seconded by Cllr Penn. Cllr Quill was unanimously voted as Chairman.",
     [{"clauses": ["Cllr Quill was unanimously voted as Chairman."], "vote": (None, None, "unanimous")} | MOVERS], "voted into office"),
    ("Cllr Marsh proposed that Cllr Oduya continues as Vice Chair and Cllr Penn seconded it. Cllr Oduya was re-elected.",
     [{"clauses": ["Cllr Oduya was re-elected."]} | MOVERS], "nominated in a clause, and then elected"),
    ("Cllr Marsh proposed and Cllr Penn seconded that Cllr Quill be elected Mayor for the year. There being no others Cllr Quill was duly elected.",
     [{"clauses": ["There being no others Cllr Quill was duly elected."]} | MOVERS], "nominated by two, and then elected"),
    ("RESOLVED: (i) that the accounts be paid;\n\n(ii) that the list be noted.\n\nProposed Cllr Marsh, seconded Cllr Penn. All in favour.",
     [{"clauses": ["that the accounts be paid;", "that the list be noted."], "vote": (None, None, "unanimous")} | MOVERS], "movers and vote below the points"),
    ("The accounts were adopted, prop. BM sec. IP, all in favour.",
     [{"clauses": ["The accounts were adopted, prop. BM sec. IP, all in favour."], "vote": (None, None, "unanimous")} | MOVERS], "shortened words end no sentence"),
    ("Cllrs agreed to pay the invoice.", [{"clauses": ["Cllrs agreed to pay the invoice."]}], "a short title for the body"),
    (("Cllr Penn proposed and Cllr Oduya seconded that Cllr Marsh be appointed Chairman. Cllr Marsh proposed and Cllr Penn seconded that "
     "Cllr Quill be appointed Chairman.\n\nA vote was taken.\n\nRESOLVED - That Cllr Quill be appointed Chairman of the Panel."),
     [{"clauses": ["That Cllr Quill be appointed Chairman of the Panel."]} | MOVERS], "two are put forward, one is resolved upon"),
    ("Cllr Marsh nominated Mr. Quill as Chairman. The nomination was seconded by Cllr Penn.\n\nRESOLVED:\n\nThat Mr. Quill be appointed Chairman.",
     [{"clauses": ["That Mr. Quill be appointed Chairman."]} | MOVERS], "nominated by one, and the nomination seconded by another"),
    ("RESOLVED: That Cllr Quill be elected Mayor.\n\nNo other candidate having been nominated, Cllr Quill was duly declared elected.",
     [{"clauses": ["That Cllr Quill be elected Mayor."]}], "the election is told again behind the resolution"),
    ("RESOLVED: That Cllr Quill be elected Mayor.\n\nCllr Marsh was duly elected Deputy Mayor.",
     [{"clauses": ["That Cllr Quill be elected Mayor."]}, {"clauses": ["Cllr Marsh was duly elected Deputy Mayor."]}], "another is elected"),
    ("Cllr Quill was nominated and seconded. Cllr Quill was duly elected Mayor.", [{"clauses": ["Cllr Quill was duly elected Mayor."]}], "nobody says by whom"),
    ("Cllr Marsh spoke of the lamps. This was endorsed by Councillors Penn and Oduya.", [], "some members are not the meeting"),
    ("Decision:\n\nAGREED RECOMMENDATIONS\n\nRESOLVED:\n\n2.1 That the debt be noted.\n\n2.2 That the fund be closed.",
     [{"clauses": ["That the debt be noted.", "That the fund be closed."]}], "a bare decision over the minutes that print it"),
    ("Decision:\n\nCabinet RESOLVED to note it.\n\nCllr Marsh moved the recommendations, which were seconded by Cllr Penn.\n\nCabinet RESOLVED (by unanimous vote) to note it.",
     [{"clauses": ["Cabinet RESOLVED to note it."], "vote": (None, None, "unanimous")} | MOVERS], "printed as decision and again as minutes"),
    ("It was moved by Cllr Marsh, seconded by Cllr Penn and unanimously\n\nRESOLVED -\n\n(1) That the accounts be approved.",
     [{"clauses": ["That the accounts be approved."], "vote": (None, None, "unanimous")} | MOVERS], "unanimously, and the cue in the next line"),
    ("Resolved to RECOMMEND: (to Council)\n\nThat the terms be approved.", [{"clauses": ["That the terms be approved."]}], "to whom, in brackets"),
    ("Decision:\n\nCouncillor Quill was elected Chairman.\n\nCllr Oduya spoke.", [{"clauses": ["Councillor Quill was elected Chairman."]}], "a name that begins what was decided"),
    ("It was proposed by Cllr Marsh, seconded by Cllr Penn and agreed unanimously:\n\nThat the Committee:\n\n(a) approves the accounts; and\n\n(b) thanks the Clerk.",
     [{"clauses": ["approves the accounts; and", "thanks the Clerk."], "vote": (None, None, "unanimous")} | MOVERS], "the body on a line of its own below the cue"),
    ("The minutes were formally received. It was AGREED that the minutes be confirmed as correct.",
     [{"clauses": ["that the minutes be confirmed as correct."]}], "received first, then confirmed"),
    ("The minutes of 4 May were taken as read. The minutes were accepted as a correct record.",
     [{"clauses": ["The minutes were accepted as a correct record."]}], "taken as read first, then accepted"),
    ("The Clerk asked for new boards. This was agreed by the committee.\n\nCllr Marsh asked for more salt. This was agreed by the committee.",
     [{"clauses": ["This was agreed by the committee."]}, {"clauses": ["This was agreed by the committee."]}], "two matters in the same words"),
    ("At the workshop it was agreed that a lower rate would do harm.", [], "another meeting"),
    ("Ada Quill elected Chairman.", [{"clauses": ["Ada Quill elected Chairman."]}], "elected without 'was'"),
    ("Decision:\n\nThe Panel received a report on the ferry. It was:\n\nResolved:-\n\n(1) That the list be approved, so that it now reads:\n\n(ii) Any two members may ask.\n\n(2) That officers be told.",
     [{"clauses": ["That the list be approved, so that it now reads: (ii) Any two members may ask.", "That officers be told."]}], "what is told under a label leads up to the cue below it"),
    ("Decision:\n\nAgreed that Cllr Quill be elected Mayor for the year, to take office on 23 May.\n\nMinutes:\n\nResolved -\n\nThat Cllr Quill be appointed Mayor for the year.",
     [{"clauses": ["that Cllr Quill be elected Mayor for the year, to take office on 23 May."]}], "elected under the label, appointed in the minutes"),
    ("Decision:\n\nRESOLVED that the minutes of the Panel be approved as a correct record.\n\nMinutes:\n\nThe minutes were proposed by Cllr Marsh and seconded by Cllr Penn.\n\nRESOLVED: That the minutes of the Panel be approved as a correct record.",
     [{"clauses": ["that the minutes of the Panel be approved as a correct record."]} | MOVERS], "what was only put lends its movers to what was resolved"),
    ("The Clerk spoke of the ferry and of the tolls.\n\n(a) the plan of the harbour be approved;\n\n(b) the following be appointed -\n\nTolls - Cllr Marsh\n\nLamps - Cllr Penn, and\n\n(c) the matter be deferred to June.",
     [{"clauses": ["the plan of the harbour be approved;", "the following be appointed - Tolls - Cllr Marsh Lamps - Cllr Penn, and", "the matter be deferred to June."]}],
     "points alone, where the cue was lost, one filled by names"),
    ("The Clerk spoke of the ferry and of the tolls.\n\n(a) the plan would be approved by others;\n\n(b) the lamps might be deferred.", [], "points that tell what may come"),
    ("Cllr Penn seconded the proposal.\n\nOn a motion from Cllr Marsh, seconded by Cllr Penn, it was\n\nRESOLVED\n\n(1) To NOTE the report; and\n\n(2) To THANK the officers.",
     [{"clauses": ["To NOTE the report; and", "To THANK the officers."]} | MOVERS], "a pair comes before one who only seconded"),
    ("RESOLVED: That the apology be accepted. (Crs Marsh/Penn)", [{"clauses": ["That the apology be accepted. (Crs Marsh/Penn)"]} | MOVERS], "two names end the paragraph"),
    ("RESOLVED: That the public be excluded. Cr Marsh/Cr Penn", [{"clauses": ["That the public be excluded. Cr Marsh/Cr Penn"]} | MOVERS], "and without brackets"),
    ("Proposed by Cllr Marsh\nSeconded by Cllr Penn\nand agreed that the works be adopted.", [{"clauses": ["that the works be adopted."]} | MOVERS], "movers on lines of their own, and the cue on the next"),
    ("Cllr Marsh proposed, seconded by Cllr Penn, that the fee be £5.\n\nA recorded vote was requested.\n\nFor: Cllrs Marsh and Penn\n\nAgainst: Cllr Quill\n\nAbstained: Cllr Oduya\n\nRESOLVED that the fee for the year be £5.",
     [{"clauses": ["that the fee for the year be £5."], "vote": (None, None, "recorded")} | MOVERS], "a list of votes between the movers and the same words resolved"),
    ("Cllr Marsh proposed accepting the quote, seconded by Cllr Penn. Carried.", [{"clauses": ["Cllr Marsh proposed accepting the quote, seconded by Cllr Penn."]} | MOVERS], "a gerund behind the mover"),
    ("The bowls club asked for £300. Agreed £200, 3 for, 1 against.", [{"clauses": ["£200"], "vote": (3, 1, None)}], "a sum is all that was agreed"),
    ("OFFICER RECOMMENDATION\n\nThat Council approves the plan.\n\nThe item was withdrawn.", [], "what the officers wanted, and nobody moved"),
    ("OFFICER RECOMMENDATION\n\nThat Council approves the plan.\n\nMoved Cllr Marsh, seconded Cllr Penn\n\nCARRIED BY ABSOLUTE MAJORITY 4/0",
     [{"clauses": ["That Council approves the plan."], "vote": (4, 0, None)} | MOVERS], "what the officers wanted, moved as it stood"),
    ("The Clerk's salary £201.32, Quay Hall £36.00. Proposed Cllr Marsh, seconded Cllr Penn and agreed.",
     [{"clauses": ["Proposed Cllr Marsh, seconded Cllr Penn and agreed."]} | MOVERS], "the sentence of the movers tells that it was carried"),
    ("Cllr Marsh moved, and Cllr Penn seconded, the recommendation set out in the report.\n\nFor (1): Cllr Quill\n\nAgainst (1): Cllr Oduya\n\nRecommendation carried.\n\nRESOLVED that the pay policy be approved.",
     [{"clauses": ["that the pay policy be approved."], "vote": (1, 1, "recorded")} | MOVERS], "a recommendation that is carried is no recommendation"),
    ("RESOLVED unanimously that the following payments be made:\n\n| Payee | Amount |\n\n|---|---|\n\n| Quay Hall | £36.00 |",
     [{"clauses": ["that the following payments be made:"], "vote": (None, None, "unanimous")}], "a table below the words"),
    ("Cllr Marsh MOVED first and second readings of Bylaw 5.\n\nIn Favour: Marsh, Penn\n\nOpposed: Quill\n\nCARRIED", [{"clauses": ["first and second readings of Bylaw 5."], "vote": (None, None, "recorded"), "by": "Ben Marsh"}], "the reading of a bylaw"),
    ("(1) the debt be noted; and\n\n(2) the fund be closed.\n\n*Recommended to Council", [], "a cue with nothing behind it"),
]  # fmt: skip


@pytest.mark.parametrize("body, wanted, why", DECIDED, ids=[row[2] for row in DECIDED])
def test_a_decision_is_read(body: str, wanted: list[dict[str, Any]], why: str) -> None:
    decisions, motions = business(body)
    assert (decisions, motions) == (wanted, []), why


def test_a_proposal_that_the_next_sentence_seconds_and_carries() -> None:
    decisions, motions = business(
        "It was proposed by Cllr Penn that the path be mended. This was seconded by Cllr Marsh and agreed by all members."
    )
    wanted = {"vote": (None, None, "unanimous"), "by": "Ivy Penn", "second": "Ben Marsh"}
    assert (decisions, motions) == ([{"clauses": ["that the path be mended."]} | wanted], [])
    told = "It was proposed by Cllr Penn that the path be mended. This was seconded by Cllr Marsh and discussed."
    assert business(told) == ([], [])
    echo = "All members agreed that notice be sent. This was proposed by Cllr Penn and seconded by Cllr Marsh. All members in favour."
    assert business(echo)[0] == [{"clauses": ["All members agreed that notice be sent."]} | wanted]


@pytest.mark.parametrize(
    "told",
    [
        "The motion was approved unanimously.",
        "Cllr Marsh seconded the motion. The motion was approved unanimously.",
        "Cllr Marsh seconded the motion and the motion was approved unanimously.",
        "Cllr Marsh seconded the motion. All approved.",
    ],
)
def test_the_result_of_what_was_moved_is_no_decision_of_its_own(told: str) -> None:
    decisions, _ = business(f"Cllr Penn moved to accept the gift. {told}")
    assert [d["clauses"] for d in decisions] == [["Cllr Penn moved to accept the gift."]]
    assert decisions[0]["vote"] == (None, None, "unanimous")


def test_a_surname_before_a_resolution_moved_it() -> None:
    decisions, _ = business("9-13 Agenda Penn: That the agenda be accepted as presented.\nCARRIED")
    assert decisions == [{"clauses": ["That the agenda be accepted as presented."], "by": "Ivy Penn"}]
    assert business("Marsh: That was not the point. The lamp is out.")[0] == []


def test_movers_alone_carry_what_the_heading_asks() -> None:
    decisions, _ = business(
        "Proposed by Cllr Marsh seconded by Cllr Penn and unanimously approved.", title="To approve the expenditure"
    )
    assert decisions == [
        {
            "clauses": ["Proposed by Cllr Marsh seconded by Cllr Penn and unanimously approved."],
            "vote": (None, None, "unanimous"),
            "by": "Ben Marsh",
            "second": "Ivy Penn",
        }
    ]
    assert (
        business("Proposed by Cllr Marsh seconded by Cllr Penn and lost.", title="To approve the expenditure")[0] == []
    )


def test_movers_alone_carry_the_minutes() -> None:
    told = "Proposed by BM, seconded by IP."
    text = f"1. Apologies\n\nNone.\n\n2. Minutes of last meeting - {told}\n\n3. Finance\n\nAQ reported. {told}\n\n4. Planning\n\nNone."
    decisions, _ = business(text, title="")
    assert [d["clauses"] for d in decisions] == [[told]]


ONE = {"by": "Ada Quill", "second": "Tom Oduya"}
PUT: list[tuple[str, list[tuple[str, str, str | None]], str]] = [
    (("Cllr Quill, seconded by Cllr Oduya, moved that the bridge be painted.\n\n"
     "Cllr Marsh moved as an amendment, seconded by Cllr Penn:-\n\nthat no action be taken.\n\n"
     "Members voted 5 for the motion and 3 for the amendment. The motion was accordingly carried."),
     [("motion", "that the bridge be painted.", "carried"), ("amendment", "that no action be taken.", "lost")], "the one put against the other"),
    (("Cllr Quill, seconded by Cllr Oduya, moved that the bridge be painted.\n\n"
     'Cllr Marsh MOVED an AMENDMENT, seconded by Cllr Penn:\n\n"That the bridge be sold."\n\n'
     "Upon a vote being taken the AMENDMENT was declared to have FAILED.\n\nThe MOTION was declared CARRIED."),
     [("motion", "that the bridge be painted.", "carried"), ("amendment", '"That the bridge be sold."', "lost")], "each told by its name"),
    ("Cllr Quill, seconded by Cllr Oduya, moved approval of the recommendations.\n\nCllr Marsh, seconded by Cllr Penn, moved as an amendment that the bridge be sold.\n\nThe Motion was accordingly carried.",
     [("motion", "approval of the recommendations.", "carried"), ("amendment", "that the bridge be sold.", "lost")], "a noun for a motion"),
    ("It was proposed by Cllr Quill and seconded by Cllr Oduya that the grant be £300. It was proposed as an amendment by Cllr Marsh and seconded by Cllr Penn that the grant be £400. The amendment was put to the vote: 2 in favour, 4 against.",
     [("motion", "that the grant be £300.", None), ("amendment", "that the grant be £400.", None)], "an amendment in the next sentence"),
    (('Cllr Quill proposed the following motion:\n\n"That the bridge be painted."\n\nThe motion was seconded by Cllr Oduya.\n\n'
     "Cllr Marsh proposed as an amendment that the bridge be sold. The amendment was seconded by Cllr Penn.\n\n"
     "On a recorded vote the amendment was declared lost.\n\nThe motion was then put to the meeting and declared carried unanimously."),
     [("motion", '"That the bridge be painted."', "carried"), ("amendment", "that the bridge be sold.", "lost")], "seconded in sentences of their own"),
    ("Cllr Quill feared for the bridge and proposed that it be painted. This was seconded by Cllr Oduya but the motion was LOST.",
     [("motion", "that it be painted.", "lost")], "the subject moves at the end of the sentence"),
    ("It was moved by Cllr Quill and seconded by Cllr Oduya that the bridge be painted.\n\nOn being put to the vote, the motion was negatived.",
     [("motion", "that the bridge be painted.", "lost")], "negatived"),
    ("It was moved by Cllr Quill and seconded by Cllr Oduya that the bridge be painted.\n\nFor the motion (1) - Councillor Quill\n\nAgainst the motion (2) - Councillors Marsh and Penn",
     [("motion", "that the bridge be painted.", None)], "more against than for is no decision"),
    (("As a MOTION, Cllr Quill, seconded by Cllr Oduya, moved that the bridge be painted.\n\nAs an AMENDMENT, Cllr Marsh, seconded by Cllr Penn, moved no change to the bridge.\n\n"
     "The MOTION received 5 votes and the AMENDMENT received 3 votes. The MOTION was therefore CARRIED."),
     [("motion", "that the bridge be painted.", "carried"), ("amendment", "no change to the bridge.", "lost")], "a motion and an amendment named at the head"),
    ("Cllr Quill proposed that the bridge be painted. This was seconded by Cllr Oduya.\n\nCllr Marsh moved, and Cllr Penn seconded, an amendment to delete painted and insert sold.\n\nThe amendment was LOST. The motion was CARRIED.",
     [("motion", "that the bridge be painted.", "carried"), ("amendment", "delete painted and insert sold.", "lost")], "an amendment to do something"),
    ("Cllr Quill moved and Cllr Oduya seconded a proposal to take item 9 next.\n\nFor: 2\n\nAgainst: 3\n\nThe change was not agreed.",
     [("motion", "take item 9 next.", "lost")], "a proposal to do something"),
    ('The Council considered the following motion submitted by Cllr Quill and seconded by Cllr Oduya:\n\n"That the bridge be painted."\n\nThe motion was carried.',
     [("motion", '"That the bridge be painted."', "carried")], "a motion submitted by a member"),
    ("Motion\n\nThat the bridge be painted.\n\nMoved Cllr Quill, seconded Cllr Oduya.\n\nAmendment\n\nThat the bridge be sold.\n\nMoved Cllr Marsh, seconded Cllr Penn.\n\nOn an equality of votes the Chair gave her casting vote in favour of the Motion.",
     [("motion", "That the bridge be painted.", "carried"), ("amendment", "That the bridge be sold.", "lost")], "the casting vote says which"),
    ("Motion\n\nThat the bridge be painted.\n\nMoved Cllr Quill, seconded Cllr Oduya.\n\nAmendment\n\nThat the bridge be sold.\n\nMoved Cllr Marsh, seconded Cllr Penn.\n\nMotion - 4\n\nAmendment - 2\n\nThe Motion was carried.",
     [("motion", "That the bridge be painted.", "carried"), ("amendment", "That the bridge be sold.", "lost")], "words below a heading, movers below the words"),
    (("Following debate, Cllr Quill feared for the bridge. She thereafter proposed, seconded by Cllr Oduya that the bridge be painted.\n\n"
     "As an amendment Cllr Marsh, seconded by Cllr Penn moved that the bridge be sold.\n\nOn a division there voted:\n\n"
     "For the Motion (2): Councillors Quill and Oduya.\nFor the Amendment (1): Councillor Marsh.\n\nThe motion was carried."),
     [("motion", "that the bridge be painted.", "carried"), ("amendment", "that the bridge be sold.", "lost")], "the subject of the sentence before, and names of voters behind"),
    (("Cllr Quill proposed that the bridge be painted. This was seconded by Cllr Oduya.\n\nCllr Marsh proposed an amendment that the bridge be sold. This was seconded by Cllr Penn.\n\n"
     "A vote was taken on the amendment.\n\nFor the Amendment\n\nCouncillors Marsh and Penn (2)\n\nAgainst the Amendment\n\nCouncillors Quill, Oduya and Dole (3)\n\nThe Mayor declared the amendment defeated and the original motion carried."),
     [("motion", "that the bridge be painted.", "carried"), ("amendment", "that the bridge be sold.", "lost")], "proposed that, and an amendment behind it"),
    (("Cllr Quill, seconded by Cllr Oduya, moved that the bridge be painted.\n\nAs an amendment, Cllr Marsh, seconded by Cllr Penn, moved that it be sold.\n\n"
     "4 members voted for the motion and 2 for the amendment, and the motion became the decision of the Committee."),
     [("motion", "that the bridge be painted.", "carried"), ("amendment", "that it be sold.", "lost")], "the one that became the decision"),
    ('Motion in the name of Cllr Quill:\n\n"That the bridge be painted."\n\nThe motion was seconded by Cllr Oduya.\n\nReply: A survey will be carried out and can be approved in June.',
     [("motion", '"That the bridge be painted."', None)], "the words between the mover and the seconder, and no result"),
]  # fmt: skip


@pytest.mark.parametrize("body, wanted, why", PUT, ids=[row[2] for row in PUT])
def test_a_motion_is_read(body: str, wanted: list[tuple[str, str, str | None]], why: str) -> None:
    decisions, motions = business(body)
    assert [(m["type"], m["text"], m.get("result")) for m in motions] == wanted, why
    assert motions[0] | ONE == motions[0], why
    assert all(m | MOVERS == m for m in motions[1:]), why
    assert decisions == [], why


def test_a_motion_that_was_amended_is_decided_as_it_was_carried() -> None:
    decisions, motions = business(
        'Cllr Quill, seconded by Cllr Oduya, moved the following motion:\n\n"That the bridge be painted."\n\n'
        'As an amendment, Cllr Marsh, seconded by Cllr Penn, moved that the word "green" be added. The amendment was carried.\n\n'
        "The motion as amended was put and carried by 3 votes to 1."
    )
    assert decisions == [
        {"clauses": ["The motion as amended was put and carried by 3 votes to 1."], "vote": (3, 1, None)}
    ]
    assert [(m["type"], m["text"], m["result"]) for m in motions] == [
        ("motion", '"That the bridge be painted."', "carried"),
        ("amendment", 'that the word "green" be added.', "carried"),
    ]


def test_amendments_put_first_and_voted_on_later() -> None:
    decisions, motions = business(
        'It was moved by Cllr Quill and seconded by Cllr Oduya:\n\n"That the bridge be painted."\n\n'
        'The following amendment was moved by Cllr Marsh and seconded by Cllr Penn:\n\n"Delete painted and insert sold."\n\n'
        'A second amendment was moved by Cllr Penn and seconded by Cllr Marsh:\n\n"Add the word green at the end."\n\n'
        "On being put to the vote, the first amendment was declared LOST by 3 votes to 5.\n\n"
        "On being put to the vote, the second amendment was declared CARRIED by 6 votes to 2.\n\n"
        "The substantive motion was then put to the vote: 7 in favour, 1 against. The motion was declared CARRIED.\n\n"
        "RESOLVED - That the bridge be painted green."
    )
    assert decisions == [{"clauses": ["That the bridge be painted green."], "vote": (7, 1, None)}]
    assert [(m["type"], m["by"], m["result"]) for m in motions] == [
        ("motion", "Ada Quill", "carried"),
        ("amendment", "Ben Marsh", "lost"),
        ("amendment", "Ivy Penn", "carried"),
    ]


def test_amendments_of_groups() -> None:
    decisions, motions = business(
        "The amendment by the Harbour Group as set out in the papers was lost by 4 votes to 7.\n\n"
        "The amendment was welcomed by the press.\n\n"
        "The substantive motion as set out in the schedule was carried by 8 votes to 3."
    )
    assert decisions == [
        {
            "clauses": ["The substantive motion as set out in the schedule was carried by 8 votes to 3."],
            "vote": (8, 3, None),
        }
    ]
    assert [(m["type"], m["text"][:34], m["result"]) for m in motions] == [
        ("amendment", "The amendment by the Harbour Group", "lost")
    ]


def test_what_was_lost_lends_the_resolution_neither_movers_nor_vote() -> None:
    decisions, motions = business(
        "Cllr Quill proposed, and Cllr Oduya seconded, that the plan be approved. The motion was lost by 1 vote to 3.\n\n"
        "Cllr Marsh proposed, and Cllr Penn seconded, that the plan be refused. Members voted 3 in favour and 1 against.\n\n"
        "RESOLVED: That the plan be REFUSED."
    )
    assert decisions == [{"clauses": ["That the plan be REFUSED."], "vote": (3, 1, None)} | MOVERS]
    assert [m | ONE | {"result": "lost"} for m in motions] == motions


def test_a_vote_is_on_what_was_moved_last() -> None:
    decisions, motions = business(
        "Cllr Quill proposed an amendment that the grants be cut by £2. There was no seconder and the amendment fell.\n\n"
        "Cllr Marsh proposed, seconded by Cllr Penn, that the fee be £5.\n\nFor: Cllrs Marsh and Penn\n\nAgainst: Cllr Quill\n\n"
        "RESOLVED that the fee be £5."
    )
    assert decisions == [{"clauses": ["that the fee be £5."], "vote": (None, None, "recorded")} | MOVERS]
    assert [(m["type"], m.get("result"), m.get("vote")) for m in motions] == [("amendment", "lost", None)]
