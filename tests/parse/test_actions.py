"""Actions: what the text marks, what somebody undertakes, and what is neither."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_extract.parse.tables import ActionTables
from tests.parse.reading import APPROVED, DATE, NAMELESS, actions, patterns, read

# body, owners as printed, due, ISO date; the action is the one sentence of the body unless a text is given
UNDERTAKEN: list[tuple[str, list[str], str | None, str | None, str]] = [
    (
        "The Clerk agreed to circulate the plan by 1 June 2022.",
        ["Clerk"],
        "by 1 June 2022",
        "2022-06-01",
        "a promise with a day",
    ),
    (
        "The Head of Parks undertook to report to the June meeting.",
        ["Head of Parks"],
        "to the June meeting",
        None,
        "a meeting is no day",
    ),
    ("Councillor Marsh offered to oil the gate.", ["Councillor Marsh"], None, None, "an offer"),
    ("Officers would look into this and reply to Councillor Penn.", ["Officers"], None, None, "officers together"),
    ("The Clerk will write to Highways before Easter.", ["Clerk"], "before Easter", None, "told in the present"),
    ("BM to chase the County Council.", ["BM"], None, None, "note form with initials"),
    ("AQ, BM and IP to meet the owner.", ["AQ", "BM", "IP"], None, None, "initials parted by a comma"),
    ("(Clerk to write to the owner)", ["Clerk"], None, None, "a note in a bracket"),
    ("Clerk - to write to the owner.", ["Clerk"], None, None, "a dash behind the owner"),
    ("Clerk: write to all owners by the AGM.", ["Clerk"], "by the AGM", None, "a colon behind the owner"),
    (
        "The owner is ill, but IP to ring the agent w/c 16 May.",
        ["IP"],
        "w/c 16 May",
        "2022-05-16",
        "a part of the sentence",
    ),
    ("Councillor Penn said she'd speak to the owner.", ["Councillor Penn"], None, None, "'would' shortened"),
    ("Councillor Penn was willing to ask the owner.", ["Councillor Penn"], None, None, "an offer in other words"),
    ("The Clerk was tasked with finding a price during July.", ["Clerk"], "during July", None, "tasked with it"),
    (
        "The Chair asked if the Clerk could circulate the plan.",
        ["Clerk"],
        None,
        None,
        "the chair's request as a question",
    ),
    (
        "The Chair agreed that Ben Marsh should ring the owner.",
        ["Ben Marsh"],
        None,
        None,
        "one agrees what another does",
    ),
    ("The Parish Council will also write to the owner.", [], None, None, "the body itself"),
    ("AQ and IP to mend it before the fete.", ["AQ", "IP"], "before the fete", None, "two owners, one deed"),
    ("AQ/IP to make first contact.", ["AQ", "IP"], None, None, "owners joined by a stroke"),
    ("The Clerk was asked to thank Mrs Sallow.", ["Clerk"], None, None, "asked and so to do"),
    ("The Chair asked that the Clerk write to the owner.", ["Clerk"], None, None, "the chair's request"),
    (
        "The Chair asked for officers to bring figures to the July meeting.",
        ["officers"],
        "to the July meeting",
        None,
        "officers asked",
    ),
    ("A list of the posts would be circulated to the Panel.", [], None, None, "a passive done for the meeting"),
    ("Highways will be approached about the sign.", [], None, None, "a passive of parish minutes"),
    ("An update would be e-mailed round by IP.", ["IP"], None, None, "the passive names who"),
    ("Mr Sallow to be contacted about the key.", [], None, None, "a note without a verb"),
    (
        "Dr Reed had no figure, but promised to count them within a fortnight.",
        ["Dr Reed"],
        "within a fortnight",
        None,
        "the subject stands earlier",
    ),
    (
        "The Head of Parks said that he had no figure but that he would e-mail it to Members.",
        ["Head of Parks"],
        None,
        None,
        "'he' is the Head of Parks",
    ),
    (
        "In answer to Councillor Penn, Mr Sallow said that he would measure the gap and would report back by the end of November.",
        ["Mr Sallow"],
        "by the end of November",
        "2022-11-30",
        "not the one who asked",
    ),
    (
        "Councillor Penn asked what it cost, and Councillor Marsh said he would send the figures.",
        ["Councillor Marsh"],
        None,
        None,
        "a question before it is no condition",
    ),
]


@pytest.mark.parametrize("body, owners, due, date, why", UNDERTAKEN, ids=[row[4] for row in UNDERTAKEN])
def test_an_undertaking_is_an_action(body: str, owners: list[str], due: str | None, date: str | None, why: str) -> None:
    (found,) = actions(body)
    assert (found["text"], found["explicit"]) == (body, False), why
    assert (found.get("owners", []), found.get("due"), found.get("date")) == (owners, due, date), why


NO_ACTION = [
    ("Members agreed to defer the item.", "what all agree to is a decision"),
    ("It was agreed that the Clerk would write to the owner.", "a decision orders it"),
    ("RESOLVED that the Clerk write to the owner.", "a decision orders it"),
    ("The Chair agreed to take this item as urgent.", "done at the meeting"),
    ("Councillor Marsh asked the Clerk to repeat the figure.", "a member's request"),
    ("The Chair asked the Clerk how many there were.", "a question"),
    ("The Chair asked Members if they were content.", "a question"),
    ("Councillor Penn would welcome a report.", "an opinion"),
    ("Councillor Penn said that she would like to see a report.", "a wish"),
    ("The team would need more staff.", "no deed"),
    ("If the grant came, the Clerk would write to the firm.", "a condition"),
    ("It was suggested that the Clerk would write to the firm.", "a suggestion"),
    ("The owner had agreed to fund the work.", "told of the past"),
    ("Training would be provided to schools.", "a plan of the service"),
    ("The matter will be discussed at the next meeting.", "no deed between the meetings"),
    ("Councillor Marsh will be standing down in May.", "no deed"),
    ("Actions from last meeting: BM to ring the owner. Done.", "an old action"),
    ("Members were asked to note the report.", "a recommendation"),
    ("The public were asked to leave.", "done at the meeting"),
    ("Thanks were given by the Clerk to all who came.", "'to' is no infinitive"),
    ("Action: No action required.", "nothing is to be done"),
    ("The Chair asked if the Clerk could explain the figure.", "answered at the meeting"),
    ("Members agreed that Ben Marsh should ring the owner.", "a decision orders it"),
    ("Councillor Penn agreed to represent the Parish Council.", "she was chosen"),
    ("Those present: BM, IP.    AQ\n\nAbsent:    NP", "lists of names"),
    ("Date of next meeting to be arranged and sent to all.", "a date that is not known yet"),
    ("The Chair handed the meeting to the Clerk, Nora Plume to call for names.", "what she was to do at the meeting"),
    ("Those who\n\ncame were thanked.", "no head of a table"),
    ("The noise was measured.    BM\n\nThe wind had been strong.    IP", "nothing is to be done beside these initials"),
    ("The noise should be measured.    BM", "initials that stand there once are no margin"),
]


@pytest.mark.parametrize("body, why", NO_ACTION, ids=[row[1] + ": " + row[0][:30] for row in NO_ACTION])
def test_what_looks_alike_is_no_action(body: str, why: str) -> None:
    assert actions(body) == [], why


MARKED: list[tuple[str, list[tuple[str, list[str]]], str]] = [
    ("Action: Clerk to chase the Trust.", [("Clerk to chase the Trust.", ["Clerk"])], "the words behind the mark"),
    ("ACTION - Portfolio Holder / Head of Parks to visit the site.", [("Portfolio Holder / Head of Parks to visit the site.", ["Portfolio Holder", "Head of Parks"])], "two owners"),
    ("Action: that the Head of Parks provide a note on gates.", [("that the Head of Parks provide a note on gates.", ["Head of Parks"])], "a request in the words of a clause"),
    ("The bench is broken. ACTION: BM", [("The bench is broken.", ["BM"])], "a mark with an owner only: the sentence before it"),
    ("The posts will be advertised.\n\nAction IP", [("The posts will be advertised.", ["IP"])], "the mark on a line of its own"),
    ("TO will follow this up. TO Action.", [("TO will follow this up.", ["TO"])], "the mark behind its owner"),
    ("Action: Posters to be left at shops (Parking Manager, by 1 June 2022)", [("Posters to be left at shops (Parking Manager, by 1 June 2022)", ["Parking Manager"])], "the owner in a bracket"),
    ("Actions:\n\n• Clerk to write to the bank\n\n• Chair to sign the lease", [("Clerk to write to the bank", ["Clerk"]), ("Chair to sign the lease", ["Chair"])], "a list under the mark"),
    ("A card is to be sent to the auditor ACTION Ada/Tom", [("A card is to be sent to the auditor", ["Ada", "Tom"])], "forenames behind the mark"),
    ("The burn to be cleared (Action: CC members)", [("The burn to be cleared", ["CC members"])], "a group in a bracket"),
    ("AP 3 - Clerk to ring the owner.", [("Clerk to ring the owner.", ["Clerk"])], "a numbered action point"),
    ("Deletion of the interest against Mrs Penn - action", [("Deletion of the interest against Mrs Penn", [])], "the mark at the end of a line"),
    ("Action\tBy whom\tBy when\nReport the cost\tIP\t26 January 2023\nWrite to the bank\tBM / TO\tasap", [("Report the cost", ["IP"]), ("Write to the bank", ["BM", "TO"])], "a table"),
    ("Who\tWhat\tWhen\nIP\tReport the cost\t26 May\nBM\tWrite to the bank\tasap", [("Report the cost", ["IP"]), ("Write to the bank", ["BM"])], "a table that says first who"),
    ("| Ref | Action | Lead | Deadline | Status |\n|---|---|---|---|---|\n| 2 | Report the cost | | 26 May | Open |\n| 3 | Write to the bank | Cllr Marsh | June | Done |", [("Report the cost", []), ("Write to the bank", ["Cllr Marsh"])], "five columns, one cell empty"),
    ("Action\nOwner\nDue date\nReport the cost\nIP\n26/05/2022\nWrite to the bank\nBM/TO\nASAP\nThe Chair thanked all.", [("Report the cost", ["IP"]), ("Write to the bank", ["BM", "TO"])], "a table printed one cell a line"),
    ("The hedge is too high. ACTION CLERK", [("The hedge is too high.", ["CLERK"])], "the mark without a colon at the end of the line"),
    ("The owner should be rung.\n\nACTION: BM (20 May)", [("The owner should be rung.", ["BM"])], "owner and due behind the mark"),
    ("Action: Ring the owner. Owner: IP. Due: 20 May.", [("Ring the owner.", ["IP"])], "owner and due behind labels of their own"),
    ("Action: Ring the owner\n\nBy whom: IP\n\nBy when: 20 May", [("Ring the owner", ["IP"])], "owner and due in lines below"),
    ("The notice board will be mended. Action: Ada/Tom", [("The notice board will be mended.", ["Ada", "Tom"])], "single names behind the mark"),
    ("The bench is old. Action: Ada\nto mend it and to paint the gate beside it before the fete in June.", [("Ada to mend it and to paint the gate beside it before the fete in June.", ["Ada"])], "a name at the end of a wrapped line"),
    ("[Action: Clerk to ring the owner] The bench is old.", [("Clerk to ring the owner", ["Clerk"])], "mark and deed in a bracket"),
    ("- ACTION Ben Marsh and the Clerk to ring the owner", [("Ben Marsh and the Clerk to ring the owner", ["Ben Marsh", "Clerk"])], "the mark runs into the deed, behind a bullet"),
    ("Actions:\n\nClerk to ring the owner\n\nBM to oil the gate\n\nThe meeting turned to dust.", [("Clerk to ring the owner", ["Clerk"]), ("BM to oil the gate", ["BM"])], "a list without bullets ends where nobody is to do anything"),
    ("Summary of actions\n\nItem 1 - Clerk to ring the owner\n\nItem 2 - BM to oil the gate", [("Clerk to ring the owner", ["Clerk"]), ("BM to oil the gate", ["BM"])], "a summary with references"),
    ("The noise should be measured.    BM\n\nThe figures ought to be sent to the county. **IP**", [("The noise should be measured.", ["BM"]), ("The figures ought to be sent to the county.", ["IP"])], "a margin of initials without a head"),
]  # fmt: skip


@pytest.mark.parametrize("body, wanted, why", MARKED, ids=[row[2] for row in MARKED])
def test_a_marked_action_is_explicit(body: str, wanted: list[tuple[str, list[str]]], why: str) -> None:
    found = actions(body)
    assert [(f["text"], f.get("owners", [])) for f in found] == wanted, why
    assert all(f["explicit"] for f in found), why


def test_owners_are_people_of_the_roster() -> None:
    (found,) = actions("The Clerk and Councillor Penn will write to Highways.")
    assert found["who"] == ["Nora Plume", "Ivy Penn"]
    (found,) = actions("A card is to be sent to the auditor ACTION Ada/Tom")
    assert found["who"] == ["Ada Quill", "Tom Oduya"]


def test_a_clause_is_not_repeated_as_an_action_but_a_mark_in_it_stays() -> None:
    ordered = "The Clerk will write to the owner."
    assert actions(ordered, decided=ordered) == []
    assert [f["text"] for f in actions("Action: Clerk to write.", decided="Action: Clerk to write.")] == [
        "Clerk to write."
    ]


@pytest.mark.parametrize(
    ("body", "due", "date"),
    [
        ("The owner should be rung.\n\nAction: Clerk by 20 May", "by 20 May", "2022-05-20"),
        ("Action: Ring the owner\n\nOwner: IP\n\nDue: 20 May 2022", "20 May 2022", "2022-05-20"),
        ("Action\tOwner\tDeadline\nRing the owner\tIP\tend of June", "end of June", "2022-06-30"),
        ("Task\nLead\nTimescale\nRing the owner\nIP\nJune meeting", "June meeting", None),
    ],
)
def test_the_due_of_a_marked_action(body: str, due: str, date: str | None) -> None:
    (found,) = actions(body)
    assert (found["due"], found.get("date")) == (due, date)


def test_a_request_that_a_mark_takes_up_is_not_told_twice() -> None:
    body = "The Chair asked that the Clerk send Members the letter.\n\nAction: Clerk (letter to Members, this week)"
    assert [(f["text"], f["due"]) for f in actions(body)] == [("Clerk (letter to Members, this week)", "this week")]


def test_what_the_staff_of_a_school_will_do_is_its_work() -> None:
    told = "The Head of Parks said that staff would contact the owners."
    assert [f["owners"] for f in actions(told)] == [["staff"]]
    assert actions(told, head=NAMELESS.replace("Harbour Panel", "School Governing Body")) == []


def test_an_owner_in_the_action_column_marks_the_undertaking() -> None:
    head = "Thornmere Parish Council\n\nMinutes of the meeting held on 4 May 2022\n\nPresent: Cllr Ada Quill (AQ), Cllr Ben Marsh (BM)\n\nAction\n"
    found = actions("The stile is broken. BM to mend it.\n\nBM\n\nAQ will ask for volunteers.", head=head)
    assert [(f["text"], f["explicit"]) for f in found] == [
        ("BM to mend it.", True),
        ("AQ will ask for volunteers.", False),
    ]


def test_the_head_of_an_action_column_may_have_run_into_the_first_line() -> None:
    head = "Thornmere Parish Council\n\nMinutes of the meeting held on 4 May 2022\n\nPresent: Cllr Ben Marsh (BM)\n\nAction 1.0 Apologies\n\nNone.\n"
    (found,) = actions("The stile is broken. BM to mend it. BM", head=head)
    assert (found["text"], found["explicit"]) == ("BM to mend it.", True)


@pytest.mark.parametrize(
    ("body", "text", "owners"),
    [
        ("Clerk to get a quote. Prop AQ, 2nd BM, all agreed. NP", "Clerk to get a quote.", ["NP"]),
        (
            "It was agreed that the Clerk would write to the owner. Prop AQ, 2nd BM, all agreed.\n\nNP",
            "It was agreed that the Clerk would write to the owner.",
            ["NP"],
        ),
        ("BM to count the lamps and NP to ring the firm. Prop AQ, 2nd BM All agreed. BM NP", "BM to count the lamps and NP to ring the firm.", ["BM", "NP"]),
    ],
)  # fmt: skip
def test_what_is_decided_beside_an_owner_in_the_column_is_an_action(body: str, text: str, owners: list[str]) -> None:
    head = "Thornmere Parish Council\n\nMinutes of the meeting held on 4 May 2022\n\nPresent: Cllr Ada Quill (AQ), Cllr Ben Marsh (BM), Nora Plume (NP), Clerk\n\nAction\n"
    (found,) = actions(body, decided=body.split(". Prop")[0], head=head)
    assert (found["text"], found["owners"], found["explicit"]) == (text, owners, True)
    assert (
        actions("The quote was agreed. Prop AQ, 2nd BM, all agreed. NP", decided="The quote was agreed", head=head)
        == []
    )


def test_an_action_column_may_stand_behind_a_bar() -> None:
    head = "Thornmere Parish Council\n\nMinutes of the meeting held on 4 May 2022 at 7.30 p.m. / ACTION\n\nPresent: Cllr Ada Quill (AQ), Cllr Ben Marsh (BM)\n"
    found = actions("BM undertook to mend the stile. / BM\n\nThe lamps are old. He will replace them. / AQ", head=head)
    assert [(f["text"], f["owners"], f["explicit"]) for f in found] == [
        ("BM undertook to mend the stile.", ["BM"], True),
        ("He will replace them.", ["AQ"], True),
    ]


def test_without_a_column_heading_bare_names_mark_nothing() -> None:
    (found,) = actions("The stile is broken. Clerk to write to the owner.\tClerk")
    assert (found["text"], found["explicit"]) == ("Clerk to write to the owner.", False)


def test_rows_of_a_table_before_the_first_item_print_their_item() -> None:
    head = (
        "Thornmere School\n\nMinutes of the meeting held on 4 May 2022\n\nPresent: Ada Quill, Ben Marsh\n\nActions to be taken\n\nITEM BY WHOM BY WHEN\n"
        "2/2122 Notify the bank of the change Ben Marsh asap\n3/2122 Bring the plan to the next meeting Ada 01/06/2022\nof the board Quill\n"
    )
    reading = read(
        f"1/2122 Minutes\n\n{APPROVED}\n\n2/2122 Money\n\nNoted.\n\n3/2122 Plan\n\nNoted.\n", head=head, title=""
    )
    document = reading.document
    found = ActionTables(document.view, reading.people, reading.patterns, DATE).numbered(*document.head)
    assert [(number, [o.name for o in a.owners], a.due and a.due.date) for number, a in found] == [
        ("2/2122", ["Ben Marsh"], None),
        ("3/2122", ["Ada Quill"], "2022-06-01"),
    ]


def _examples(*stages: str) -> list[Any]:
    return [
        pytest.param(e.text, e.gives, id=f"{r.id}-{k}")
        for s in stages
        for r in patterns().stage(s)
        for k, e in enumerate(r.entry.examples)
    ]


def _counters(*stages: str) -> list[Any]:
    return [
        pytest.param(e.text, e.why, id=f"{r.id}-{k}")
        for s in stages
        for r in patterns().stage(s)
        for k, e in enumerate(r.entry.counter_examples)
    ]


@pytest.mark.parametrize("text, gives", _examples("parse.action.marked", "parse.action.undertaking"))
def test_examples_of_the_action_patterns(text: str, gives: dict[str, Any]) -> None:
    (found,) = actions(text, head=NAMELESS)
    fields = ("text", "owners", "due", "explicit")
    assert {k: v for k, v in found.items() if k in fields} == {k: v for k, v in gives.items() if k in fields}


@pytest.mark.parametrize("text, why", _counters("parse.action.marked", "parse.action.undertaking"))
def test_counter_examples_of_the_action_patterns(text: str, why: str) -> None:
    assert actions(text, head=NAMELESS) == [], why


@pytest.mark.parametrize("text, gives", _examples("parse.due"))
def test_examples_of_the_due_patterns(text: str, gives: dict[str, Any]) -> None:
    (found,) = actions(text, head=NAMELESS)
    assert {k: found.get(k) for k in gives} == gives


@pytest.mark.parametrize("text, why", _counters("parse.due"))
def test_counter_examples_of_the_due_patterns(text: str, why: str) -> None:
    assert [f["due"] for f in actions(text, head=NAMELESS) if "due" in f] == [], why


@pytest.mark.parametrize("words", ["to a future meeting", "in due course", "outside the meeting"])
def test_words_that_bind_to_no_time_are_no_due(words: str) -> None:
    (found,) = actions(f"The Clerk agreed to bring a report {words}.")
    assert "due" not in found
