"""Votes: wording → counts, method, result and ballots; and wording that only looks like a vote."""

from __future__ import annotations

import re
from typing import Any

import pytest

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.numerals import number
from minutes_extract.parse.votes import find_votes
from minutes_extract.people import People
from minutes_extract.recognise import recognise
from minutes_extract.records import Section, Vote
from minutes_extract.roster import Roster
from minutes_extract.rules import Rule, load
from minutes_extract.segment import segment
from minutes_extract.spans import View, plain
from tests.timing import LINEAR, Work, power

PATTERNS = load()
RULES = PATTERNS.stage("parse.vote")
HEAD = """Pellworth Harbour Council

Minutes of the meeting held on 3 May 2022

Present: Councillors A. Lund (Chair), B. Pike (BP), C. Oduya, D. Marsh and J. van der Ley

1. Apologies for Absence

There were none.

2. Minutes

The minutes of the meeting held on 5 April 2022 were approved as a correct record and signed by the Chair.

3. Harbour Dues

"""
TAIL = "\n\n4. Date of Next Meeting\n\nTuesday 7 June 2022.\n"
CASTING = {"yes": 5, "no": 5, "method": "casting"}
UNANIMOUS = {"method": "unanimous"}


def read(words: str) -> list[tuple[Vote, str]]:
    """The votes of an item that holds these words, each with the words of its place."""
    document = segment(HEAD + words + TAIL, PATTERNS)
    people = recognise(document, PATTERNS)
    items = [ItemText(document.view, section) for section in document.sections]
    votes = [vote for item in items for vote in find_votes(item, people, PATTERNS)]
    return [(vote, document.view.text[slice(*vote.place)]) for vote in votes]


def stated(vote: Vote) -> dict[str, Any]:
    """What a vote states, fields that are null left out; ballots as 'name:option'."""
    fields: dict[str, Any] = {name: getattr(vote, name) for name in ("yes", "no", "abstain", "method", "result")}
    fields["ballots"] = [f"{ballot.name}:{ballot.option}" for ballot in vote.ballots] or None
    return {name: value for name, value in fields.items() if value is not None}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Resolved (7:5) – That the dues be raised.", {"yes": 7, "no": 5}, id="bracket-behind-the-cue"),
        pytest.param("Resolved (5:5, and on the Chair’s casting vote) – That it be so.", CASTING, id="casting-vote"),
        pytest.param(
            "The voting being five for and five against, the Chair gave her casting vote in favour.",
            CASTING,
            id="casting-vote-in-words",
        ),
        pytest.param(
            "The Board voted on a roll call vote (Lund, Marsh – yea) to close.",
            {"method": "recorded", "ballots": ["Lund:yes", "Marsh:yes"]},
            id="one answer for all the names in a bracket",
        ),
        pytest.param(
            "AYES:    Council Members:    Lund, Pike & Mr Oduya\nNOES:    Council Members:    None",
            {"method": "recorded", "ballots": ["Lund:yes", "Pike:yes", "Mr Oduya:yes"]},
            id="a title in the next column behind the label",
        ),
        pytest.param("The Board voted 5-0 to close.", {"yes": 5, "no": 0}, id="score before what was decided"),
        pytest.param("The motion was put and lost (5:7).", {"yes": 5, "no": 7, "result": "fail"}, id="bracket-lost"),
        pytest.param("It was agreed by 7 votes to 6 to wait.", {"yes": 7, "no": 6}, id="votes-to"),
        pytest.param(
            "It was agreed, by six votes to three with two abstentions, to wait.",
            {"yes": 6, "no": 3, "abstain": 2},
            id="numbers-in-words",
        ),
        pytest.param(
            "The motion was carried by three to two.", {"yes": 3, "no": 2, "result": "pass"}, id="three-to-two"
        ),
        pytest.param(
            "The motion was lost by 6 votes to 4.",
            {"yes": 4, "no": 6, "result": "fail"},
            id="lost-by-the-larger-number-first",
        ),
        pytest.param("For 4, against 2, abstentions 1", {"yes": 4, "no": 2, "abstain": 1}, id="label-then-number"),
        pytest.param("FOR 8 AGAINST 0 ABSTENTION 1", {"yes": 8, "no": 0, "abstain": 1}, id="labels-in-capitals"),
        pytest.param("Ayes: 6 Nays: 0. Motion carried.", {"yes": 6, "no": 0, "result": "pass"}, id="ayes-and-nays"),
        pytest.param(
            "The vote on (i) was 4 for, with 1 abstention.", {"yes": 4, "abstain": 1}, id="for-and-abstention"
        ),
        pytest.param("It was put to the vote (34 yes, 17 no).", {"yes": 34, "no": 17}, id="yes-and-no"),
        pytest.param(
            "There were six votes in favour, none against and two abstentions.",
            {"yes": 6, "no": 0, "abstain": 2},
            id="none-against-is-zero",
        ),
        pytest.param(
            "There voted 2 for and 3 against, so this was not carried.",
            {"yes": 2, "no": 3, "result": "fail"},
            id="not-carried",
        ),
        pytest.param(
            "4 Votes for 2 Votes against.    **Carried**",
            {"yes": 4, "no": 2, "result": "pass"},
            id="result-in-next-column",
        ),
        pytest.param("The motion passed 5-0.", {"yes": 5, "no": 0, "result": "pass"}, id="score"),
        pytest.param("The motion failed 2–3.", {"yes": 2, "no": 3, "result": "fail"}, id="score-with-a-long-dash"),
        pytest.param("Motion Passed (15 to 0)", {"yes": 15, "no": 0, "result": "pass"}, id="score-in-brackets"),
        pytest.param("LOST 2/4", {"yes": 2, "no": 4, "result": "fail"}, id="score-with-a-slash"),
        pytest.param("The vote was tied 3-3.", {"yes": 3, "no": 3}, id="tie"),
        pytest.param("Of the five members all 5 voted to object.", {"yes": 5, **UNANIMOUS}, id="all-of-a-number"),
        pytest.param("All agreed.", UNANIMOUS, id="all-agreed"),
        pytest.param("Prop. Cllr Lund, 2nd Cllr Pike, all in favour.", UNANIMOUS, id="all-in-favour"),
        pytest.param("With all members voting in favor it was done.", UNANIMOUS, id="all-voting"),
        pytest.param("It was agreed by all Councillors to wait.", UNANIMOUS, id="agreed-by-all"),
        pytest.param("RESOLVED (unanimously): That it be so.", UNANIMOUS, id="unanimously-in-brackets"),
        pytest.param("The request was unanimously approved.", UNANIMOUS, id="unanimously-before-the-verb"),
        pytest.param("They agreed to object by a unanimous decision.", UNANIMOUS, id="unanimous-decision"),
        pytest.param("CARRIED UNANIMOUSLY", {**UNANIMOUS, "result": "pass"}, id="carried-unanimously"),
        pytest.param("The recommendations were agreed nem con.", UNANIMOUS, id="nem-con"),
        pytest.param("Agreed on a show of hands.", {"method": "show_of_hands"}, id="show-of-hands-alone"),
        pytest.param(
            "On a show of hands (4 for, 1 against, 1 abstention) it was agreed.",
            {"yes": 4, "no": 1, "abstain": 1, "method": "show_of_hands"},
            id="show-of-hands-with-numbers",
        ),
        pytest.param(
            "On a show of hands Members voted as follows:-\n\nMotion  -  5 votes\n\nAmendment  -  3 votes",
            {"yes": 5, "no": 3, "method": "show_of_hands"},
            id="motion-and-amendment",
        ),
        pytest.param(
            "48 Councillors voted in favour of the amendment.\n\nNo Members voted against the amendment.",
            {"yes": 48, "no": 0},
            id="sides-in-two-paragraphs",
        ),
    ],
)
def test_numbers_and_methods(words: str, expected: dict[str, Any]) -> None:
    assert [stated(vote) for vote, _ in read(words)] == [expected]


@pytest.mark.parametrize(
    ("words", "expected", "place"),
    [
        pytest.param(
            "After debate the voting was as follows:\n\nFor (2)\n\nCouncillors Lund and Pike\n\nAgainst (0)\n\n"
            "Abstain (1)\n\nMr Oduya\n\nMotion carried.\n\nThe Clerk was thanked.",
            {
                "yes": 2,
                "no": 0,
                "abstain": 1,
                "method": "recorded",
                "result": "pass",
                "ballots": ["Lund:yes", "Pike:yes", "Mr Oduya:abstain"],
            },
            "For (2) Councillors Lund and Pike Against (0) Abstain (1) Mr Oduya Motion carried",
            id="blocks-below-their-labels",
        ),
        pytest.param(
            "For: Lund, Pike\n\nAgainst: Oduya\n\nCARRIED",
            {"method": "recorded", "result": "pass", "ballots": ["Lund:yes", "Pike:yes", "Oduya:no"]},
            "For: Lund, Pike Against: Oduya CARRIED",
            id="names-without-counts-are-not-added-up",
        ),
        pytest.param(
            "For:   Cllrs. Lund, van der Ley (2)\n\nAgainst:  Cllr. Marsh (1)\n\nThere were no abstentions.\n\n"
            "The Chair declared the motion carried.",
            {
                "yes": 2,
                "no": 1,
                "abstain": 0,
                "method": "recorded",
                "result": "pass",
                "ballots": ["Lund:yes", "van der Ley:yes", "Cllr. Marsh:no"],
            },
            "For: Cllrs. Lund, van der Ley (2) Against: Cllr. Marsh (1) There were no abstentions. "
            "The Chair declared the motion carried",
            id="counts-behind-the-names",
        ),
        pytest.param(
            "Roll call: Ayes: Lund, Pike. Nays: None. Motion Carried.",
            {"method": "recorded", "result": "pass", "ballots": ["Lund:yes", "Pike:yes"]},
            "Roll call: Ayes: Lund, Pike. Nays: None. Motion Carried",
            id="ayes-and-nays-in-one-line",
        ),
        pytest.param(
            "AYES: Lund, Pike NOES: None ABSENT: Marsh",
            {"method": "recorded", "ballots": ["Lund:yes", "Pike:yes", "Marsh:absent"]},
            "AYES: Lund, Pike NOES: None ABSENT: Marsh",
            id="labels-in-capitals-without-stops",
        ),
        pytest.param(
            "Roll call vote: Aye - Lund, Pike; Nay - Oduya.",
            {"method": "recorded", "ballots": ["Lund:yes", "Pike:yes", "Oduya:no"]},
            "Roll call vote: Aye - Lund, Pike; Nay - Oduya",
            id="labels-with-dashes",
        ),
        pytest.param(
            "Pike moved to approve. AYES:\n\nNOES:\n\nABSTAIN:\n\nLund, Pike\n\nOduya\n\nMarsh Motion carried",
            {
                "method": "recorded",
                "result": "pass",
                "ballots": ["Lund:yes", "Pike:yes", "Oduya:no", "Marsh:abstain"],
            },
            "AYES: NOES: ABSTAIN: Lund, Pike Oduya Marsh Motion carried",
            id="columns-read-one-after-the-other",
        ),
        pytest.param(
            "Those voting FOR the MOTION: Councillors: A Lund, B Pike.\n\n"
            "Those voting AGAINST the MOTION: Councillor C Oduya.\n\nThe MOTION was declared to have been CARRIED.",
            {
                "method": "recorded",
                "result": "pass",
                "ballots": ["A Lund:yes", "B Pike:yes", "Councillor C Oduya:no"],
            },
            "Those voting FOR the MOTION: Councillors: A Lund, B Pike. Those voting AGAINST the MOTION: "
            "Councillor C Oduya. The MOTION was declared to have been CARRIED",
            id="those-voting",
        ),
        pytest.param(
            "On a division, there voted:- For the motion (2)  -  the Chair; and Councillor Pike; For the amendment "
            "by Councillor Oduya (1)  -  Councillor Oduya; Declined to vote (1) Councillor Marsh.",
            {
                "yes": 2,
                "no": 1,
                "method": "recorded",
                "ballots": [
                    "the Chair:yes",
                    "Councillor Pike:yes",
                    "Councillor Oduya:no",
                    "Councillor Marsh:abstain",
                ],
            },
            "On a division, there voted:- For the motion (2) - the Chair; and Councillor Pike; For the amendment "
            "by Councillor Oduya (1) - Councillor Oduya; Declined to vote (1) Councillor Marsh",
            id="for-the-amendment-is-against-the-motion",
        ),
        pytest.param(
            "> Vote:\n\n> |Yeas:|Nays:|Absent:|\n> |---|---|---|\n> |Mayor A. Lund|C. Oduya|D. Marsh|\n> |B. Pike|||\n\n"
            "> **Motion Passed (2 to 1)**",
            {
                "yes": 2,
                "no": 1,
                "method": "recorded",
                "result": "pass",
                "ballots": ["Mayor A. Lund:yes", "B. Pike:yes", "C. Oduya:no", "D. Marsh:absent"],
            },
            "|Yeas:|Nays:|Absent:| |Mayor A. Lund|C. Oduya|D. Marsh| |B. Pike||| Motion Passed (2 to 1)",
            id="markdown-table",
        ),
        pytest.param(
            "Carried 2-1.\nMOVER: Lund\nSECONDER: Pike\nAYES: Lund, Pike\nNAYS: Oduya",
            {
                "yes": 2,
                "no": 1,
                "method": "recorded",
                "result": "pass",
                "ballots": ["Lund:yes", "Pike:yes", "Oduya:no"],
            },
            "Carried 2-1. MOVER: Lund SECONDER: Pike AYES: Lund, Pike NAYS: Oduya",
            id="movers-between-numbers-and-names",
        ),
        pytest.param(
            "That the bills be paid.\nCARRIED\n(OPPOSED: Councillor Oduya)",
            {"result": "pass", "ballots": ["Councillor Oduya:no"]},
            "CARRIED (OPPOSED: Councillor Oduya)",
            id="who-was-against-in-a-bracket",
        ),
        pytest.param(
            "Approved by roll call vote (Lund – yes, Pike – yes, Oduya – no).",
            {"method": "recorded", "ballots": ["Lund:yes", "Pike:yes", "Oduya:no"]},
            "roll call vote (Lund - yes, Pike - yes, Oduya - no)",
            id="answers-in-a-bracket",
        ),
        pytest.param(
            "The amendment passed 3-1.\n\nRoll call vote:\n\n- Councilor Lund: Yes\n- Councilor Pike: No\n\n"
            "The motion, as amended, passed 2-1.",
            {
                "yes": 2,
                "no": 1,
                "method": "recorded",
                "result": "pass",
                "ballots": ["Councilor Lund:yes", "Councilor Pike:no"],
            },
            "Roll call vote: - Councilor Lund: Yes - Councilor Pike: No The motion, as amended, passed 2-1",
            id="roll-call-belongs-to-the-vote-behind-it",
        ),
    ],
)
def test_names(words: str, expected: dict[str, Any], place: str) -> None:
    vote, said = read(words)[-1]
    assert (stated(vote), " ".join(said.split())) == (expected, place)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "It passed 3-0. Councilor Pike abstained.",
            {"yes": 3, "no": 0, "result": "pass", "ballots": ["Councilor Pike:abstain"]},
            id="abstained-in-the-next-sentence",
        ),
        pytest.param(
            "The motion passed 4-0, with Councilor Pike abstaining.",
            {"yes": 4, "no": 0, "result": "pass", "ballots": ["Councilor Pike:abstain"]},
            id="with-one-abstaining",
        ),
        pytest.param(
            "4 in favour, 2 against, BP abstained.",
            {"yes": 4, "no": 2, "ballots": ["BP:abstain"]},
            id="initials-abstained",
        ),
        pytest.param(
            "Agreed, with one abstention (BP).", {"abstain": 1, "ballots": ["BP:abstain"]}, id="initials-in-a-bracket"
        ),
        pytest.param(
            "Pike opposed. Motion carried 2-1.",
            {"yes": 2, "no": 1, "result": "pass", "ballots": ["Pike:no"]},
            id="opposed-beside-a-count",
        ),
        pytest.param(
            "CARRIED\n\nOpposed: Councillor Pike",
            {"result": "pass", "ballots": ["Councillor Pike:no"]},
            id="opposed-below-the-result",
        ),
        pytest.param(
            "All were in favour with the exception of Cllr Pike who voted against.",
            {**UNANIMOUS, "ballots": ["Cllr Pike:no"]},
            id="all-but-one",
        ),
        pytest.param(
            "Councillor Pike asked that his vote against be recorded.",
            {"ballots": ["Councillor Pike:no"]},
            id="asked-for-his-vote-to-be-recorded",
        ),
        pytest.param(
            "In accordance with paragraph 16.3 of the Constitution, Ben Pike wished it to be recorded in the minutes "
            "that he voted against the motion.",
            {"ballots": ["Ben Pike:no"]},
            id="wished-it-to-be-recorded",
        ),
        pytest.param(
            "The motion was put on a show of hands.\n\nCARRIED by 3 votes to 1.\n\n"
            "Under Standing Order 1.9 Councillor Pike requested that his dissenting vote be recorded.",
            {
                "yes": 3,
                "no": 1,
                "method": "show_of_hands",
                "result": "pass",
                "ballots": ["Councillor Pike:no"],
            },
            id="dissent-below-the-vote",
        ),
        pytest.param(
            "Councillors Lund and Pike, having declared an interest, abstained.",
            {"ballots": ["Lund:abstain", "Pike:abstain"]},
            id="abstained-behind-a-remark",
        ),
    ],
)
def test_ballots_of_some(words: str, expected: dict[str, Any]) -> None:
    assert [stated(vote) for vote, _ in read(words)] == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "The amendment was lost by 5 votes to 7. The motion was then put and carried by 8 votes to 4.",
            [{"yes": 5, "no": 7, "result": "fail"}, {"yes": 8, "no": 4, "result": "pass"}],
            id="amendment-then-motion",
        ),
        pytest.param(
            "The motion was lost by 3 votes to 5.\n\nRESOLVED (unanimously):\n\nThat it be so.",
            [{"yes": 3, "no": 5, "result": "fail"}, UNANIMOUS],
            id="numbers-then-unanimous",
        ),
        pytest.param(
            "It was unanimously agreed to wait.\n\nIt was unanimously agreed to pay.",
            [UNANIMOUS, UNANIMOUS],
            id="unanimous-twice",
        ),
        pytest.param(
            "For (1)\n\nMr Lund\n\nAgainst (1)\n\nMr Pike\n\nMotion lost.\n\nFor (1)\n\nMr Pike\n\nAgainst (0)\n\nMotion carried.",
            [
                {"yes": 1, "no": 1, "method": "recorded", "result": "fail", "ballots": ["Mr Lund:yes", "Mr Pike:no"]},
                {"yes": 1, "no": 0, "method": "recorded", "result": "pass", "ballots": ["Mr Pike:yes"]},
            ],
            id="two-recorded-votes",
        ),
    ],
)
def test_votes_that_stand_together_stay_apart(words: str, expected: list[dict[str, Any]]) -> None:
    assert [stated(vote) for vote, _ in read(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The accounts for 2016/17 were approved.", id="years"),
        pytest.param("The opening hours were agreed: 4-6pm on Fridays.", id="hours"),
        pytest.param("The lease was approved 4-6 weeks ago.", id="weeks"),
        pytest.param("Agreed (9:30 start).", id="time-of-day"),
        pytest.param("The team won 3-1 and the cup was carried home.", id="score-of-a-game"),
        pytest.param("The classes have a ratio of 7:5.", id="ratio"),
        pytest.param("Application 21/0045/FUL was passed to the agent.", id="reference"),
        pytest.param("Tickets are 3 for £1.", id="price"),
        pytest.param(
            "Mr Pike said that the plan had been unanimously passed at the January meeting.", id="other-meeting"
        ),
        pytest.param("The plan was unanimously agreed by Cabinet in the spring.", id="other-body"),
        pytest.param("Members were unanimous in their praise of the crew.", id="opinion"),
        pytest.param("All agreed that it had been a good season.", id="view-of-the-past"),
        pytest.param("All agreed actions were complete.", id="agreed-actions"),
        pytest.param("Mr Lund had voted to support it in Council.", id="voted-in-narrative"),
        pytest.param("The Council voted in favour of ordering a bench.", id="no-numbers"),
        pytest.param("It was agreed by a majority decision.", id="majority-without-numbers"),
        pytest.param("Councillor Pike had abstained on the last occasion.", id="abstained-earlier"),
        pytest.param("Two Members asked for a recorded vote.", id="asked-for-a-vote"),
        pytest.param("The Chair has a second or casting vote.", id="standing-order"),
        pytest.param("Of 90 replies, 60 residents were in favour and 30 opposed.", id="consultation"),
        pytest.param("Proponents:\n\nNone.\n\nOpposed:\n\nMr John Reed, 5 High Street.", id="speakers-of-a-hearing"),
        pytest.param("Present: Lund, Pike. Absent: Marsh.", id="attendance"),
        pytest.param("Motion carried.", id="result-alone"),
        pytest.param("The cheque was lost and the work was carried out.", id="lost-and-carried-out"),
    ],
)
def test_no_vote(words: str) -> None:
    assert read(words) == []


def test_ballots_know_their_people() -> None:
    ((vote, _),) = read("For: Lund, BP, van der Ley\n\nAgainst: Cllr Marsh\n\nCARRIED")
    families = [(ballot.person and ballot.person.family, ballot.option) for ballot in vote.ballots]
    assert families == [("Lund", "yes"), ("Pike", "yes"), ("van der Ley", "yes"), ("Marsh", "no")]


def test_a_voter_whom_nobody_knows_keeps_the_name_as_printed() -> None:
    text = "For: Lund, Pike\nAgainst: Marsh\nCARRIED"
    view = View.of(text, plain(text), [(0, len(text), "")])
    item = ItemText(view, Section(None, None, "other", view.span(0, len(text)), 0, len(text)))
    (vote,) = find_votes(item, People(Roster(), []), PATTERNS)
    assert [(ballot.name, ballot.person) for ballot in vote.ballots] == [
        ("Lund", None),
        ("Pike", None),
        ("Marsh", None),
    ]


@pytest.mark.parametrize(
    ("word", "value"),
    [("7", 7), ("Seven", 7), ("twenty-one", 21), ("none", 0), ("nobody", 0), ("many", None), ("twenty-many", None)],
)
def test_number(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    "dress", [lambda t: t.replace("\n", "\r\n"), lambda t: re.sub(" ", "\u00a0", t)], ids=["crlf", "nbsp"]
)
def test_the_dress_of_the_text_does_not_matter(dress: Any) -> None:
    words = "The voting was as follows:\n\nFor (2)\n\nMr Lund, Mr Pike\n\nAgainst (1)\n\nMr Oduya\n\nMotion carried."
    plainly = [stated(vote) for vote, _ in read(words)]
    assert plainly
    assert [stated(vote) for vote, _ in read(dress(words))] == plainly


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_of_the_patterns(rule: Rule) -> None:
    for example in rule.entry.examples:
        assert [stated(vote) for vote, _ in read(example.text)] == ([example.gives] if example.gives else [])
        assert rule.regex.search(example.text)
    assert rule.entry.counter_examples
    for counter in rule.entry.counter_examples:
        if rule.form == "not":
            assert not rule.regex.search(counter.text), counter.why
        else:
            assert read(counter.text) == [], counter.why


@pytest.mark.parametrize(
    "unit",
    [
        "for ", "seven votes to ", "unanimously ", "all members present ", "asked recorded against ", "|yes|no|\n",
        "For: A, B\nAgainst: C\n", "Ann - yes, ", "A, B and C abstained ", "Ab Cd Ef, ", "agreed (1:2", "motion was ",
        "AYES:\nNOES:\n", "on the casting ", "had been agreed ", "For: A ........ ", "  \t ", "(((", "12 3 ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_only(unit: str) -> None:
    def work(size: int) -> Work:
        text = (unit * (size // len(unit) + 1))[:size]
        view = View.of(text, plain(text), [(0, size, "")])
        item = ItemText(view, Section(None, None, "other", view.span(0, size), 0, size))
        return lambda: find_votes(item, People(Roster(), []), PATTERNS)

    assert power(work, 2_000) < LINEAR
