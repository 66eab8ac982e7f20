"""What converters, printers and web pages do to minutes: the same items are read."""

from __future__ import annotations

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment

HEAD = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on 4 May 2022\n\nPresent: Mr Penn, Mr Marsh\n\n"
PLAIN = (
    "1. Apologies for absence\n\nApologies were received from Mrs Sallow.\n\n"
    "2. Pier repairs\n\nThe engineer reported that the steps were worn, and it was agreed to mend them in June.\n\n"
    "3. Date of next meeting\n\nThe Committee would meet on 1 June 2022.\n\n"
)
CLOSE = "The meeting closed at 8.31 pm.\n"
THREE = [("1", "Apologies for absence"), ("2", "Pier repairs"), ("3", "Date of next meeting")]
NAVIGATION = "Home\n\nYour council\n\nMeetings\n\nAgendas and minutes\n\n"
LETTER = (
    "\nDear Sir,\n\n1. We write about the pier. It is old.\n\n2. We ask that it be mended.\n\n3. We hope to hear.\n\n"
    "Yours faithfully\n\nA. Boatman\n"
)


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(section.number, section.title) for section in segment(text, load()).sections]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(HEAD + PLAIN + CLOSE, THREE, id="as typed"),
        pytest.param((HEAD + PLAIN + CLOSE).replace("\n\n", " "), THREE, id="one paragraph"),
        pytest.param(HEAD + PLAIN.replace(". ", "\\. ", 1).replace("2. ", "2\\. "), THREE, id="Markdown escapes"),
        pytest.param(
            (HEAD + PLAIN).replace("\n\n", " ")
            + "4. PUBLIC FORUM: 5. OTHER BUSINESS: The clerk spoke of the lamps. 6. ADJOURNMENT: The meeting ended.\n",
            [*THREE, ("4", "PUBLIC FORUM"), ("5", "OTHER BUSINESS"), ("6", "ADJOURNMENT")],
            id="one paragraph, and an item without a word",
        ),
        pytest.param(
            HEAD
            + "I. Call to Order\nThe Chair opened the meeting.\n\nII. Consent Agenda\nA. Minutes of April\nB. Bills\nThe agenda was approved.\n\n"
            "III. New Business\nA. Bus Bid\nThe bid was accepted.\n\nB. Lamps\nNo action was taken.\n\nIV. Adjournment\nThe meeting ended.\n",
            [
                ("I", "Call to Order"),
                ("II", "Consent Agenda"),
                ("III", "New Business"),
                ("A", "Bus Bid"),
                ("B", "Lamps"),
                ("IV", "Adjournment"),
            ],
            id="capital Roman numerals",
        ),
        pytest.param(
            HEAD
            + "I. Call to Order: The Chair opened the meeting.\n\nII. Approval of Agenda: It was approved.\n\nIII. Hearings:\n"
            "A. Ready Mart #237: Request for a permit\nThe planner reviewed the report.\n\nVII. Adjournment: The meeting ended.\n",
            [
                ("I", "Call to Order"),
                ("II", "Approval of Agenda"),
                ("III", "Hearings"),
                ("A", "Ready Mart #237"),
                ("VII", "Adjournment"),
            ],
            id="Roman numerals with numbers left out, and one letter",
        ),
        pytest.param(
            HEAD + "Adjournment\n\nMotion No. 106/22\n\nThat the meeting end.\n\nApologies\n\nNone were sent.\n",
            [(None, "Adjournment"), (None, "Apologies")],
            id="the number of a motion is no heading",
        ),
        pytest.param(
            "Council Minutes\n\n1.\n\n  • Moved by:Councillor A. Penn\n    Seconded by:Councillor B. Marsh\n\n    THAT the lamps be lit.\n\n"
            "2.\n\n  • Moved by:Councillor B. Marsh\n    Seconded by:Councillor A. Penn\n\n    THAT the steps be mended.\n\n    Motion Carried\n",
            [("1", None), ("2", None)],
            id="titles that a converter lost",
        ),
        pytest.param(
            "Harbour Committee\nPresent: Mr Penn\nThe clerk spoke of the rules under which the\n"
            "declarations of interest\nare kept, and of the book in which a member sees all\nminutes\nof the year.\n",
            [(None, None)],
            id="the middle of a wrapped sentence",
        ),
        pytest.param(
            HEAD + PLAIN.replace("The engineer", "> The engineer").replace("Apologies were", "> Apologies were"),
            THREE,
            id="bodies in block quotes",
        ),
        pytest.param(
            "> [!abstract]- Present:\n> Mr Penn\n> Mr Marsh\n\n"
            + PLAIN.replace("2. Pier", "## 2. Pier").replace("## ", ""),
            THREE,
            id="a callout above",
        ),
        pytest.param(
            HEAD
            + PLAIN.replace("1. ", "**1. ")
            .replace("2. ", "**2. ")
            .replace("3. D", "**3. D")
            .replace("\n\nA", "**\n\nA")
            .replace("\n\nThe", "**\n\nThe"),
            THREE,
            id="bold headings",
        ),
        pytest.param(
            HEAD
            + "**Apologies for absence**\n\nNone.\n\n**Pier repairs**\n\nIt was agreed to mend them.\n\n**Any other business**\n\nNone.\n",
            [(None, "Apologies for absence"), (None, "Pier repairs"), (None, "Any other business")],
            id="bold headings without numbers",
        ),
        pytest.param(
            HEAD + PLAIN.replace("Pier repairs", "Pier\trepairs"),
            THREE,
            id="a tab in a title",
        ),
        pytest.param(HEAD + PLAIN + CLOSE + LETTER, THREE, id="a letter behind the close"),
        pytest.param(NAVIGATION + HEAD + PLAIN + CLOSE + "\nPost navigation\n\nContact us\n", THREE, id="navigation"),
        pytest.param(
            HEAD + PLAIN.replace("worn, and", "worn,\n\nHarbour Committee, 4 May 2022\n\nPage 1 of 2\n\nand"),
            THREE,
            id="a page head in the middle of a sentence",
        ),
        pytest.param(
            HEAD + PLAIN.replace("\n\nThe eng", "\n7\n\nThe eng"), THREE, id="the number of a page behind a title"
        ),
        pytest.param(
            HEAD + PLAIN.replace("Apologies for absence", "Ymddiheuriadau / Apologies"),
            [("1", "Ymddiheuriadau / Apologies"), *THREE[1:]],
            id="a title in two languages",
        ),
        pytest.param(
            HEAD + PLAIN.replace("Pier repairs", "Ngā mahi o te wāpu"),
            [THREE[0], ("2", "Ngā mahi o te wāpu"), THREE[2]],
            id="Maori",
        ),
        pytest.param(
            HEAD + PLAIN.replace("Pier repairs", "Obair ar an gCé"),
            [THREE[0], ("2", "Obair ar an gCé"), THREE[2]],
            id="Irish",
        ),
    ],
)
def test_the_same_items_from_a_damaged_page(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("a member was co-\nopted by the others", "a member was co-opted by the others", id="hyphen"),
        pytest.param("the steps of the\nNorth Pier", "the steps of the North Pier", id="a wrapped name"),
        pytest.param("the **steps**  **of** the pier", "the steps of the pier", id="a gap between two marks"),
        pytest.param("the steps&nbsp;of the pier", "the steps of the pier", id="an entity"),
    ],
)
def test_what_a_body_says(printed: str, read: str) -> None:
    wraps = "It was agreed that the boats lie at the quay until the tide\nturns, and that the lamps be\nlit by the keeper of the\nlight at the end of the\npier, "
    document = segment(HEAD + PLAIN.replace("The engineer", f"{wraps}and that {printed}. The engineer"), load())
    body = document.view.text[document.sections[1].lo : document.sections[1].hi]
    assert read in body


def test_a_split_word_does_not_hide_the_kind() -> None:
    text = HEAD + PLAIN.replace("Apologies for", "A pologies for").replace("Date of", "D ate of")
    assert [section.kind for section in segment(text, load()).sections] == ["apologies", "other", "next_meeting"]
