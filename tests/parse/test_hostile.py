"""The third stage takes linear time on text made to keep its patterns busy, and on items that hold hundreds of records."""

from __future__ import annotations

import pytest

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.actions import find_actions
from minutes_extract.parse.business import read_business
from minutes_extract.parse.declarations import find_declarations
from minutes_extract.parse.movements import find_movements
from minutes_extract.records import Section
from minutes_extract.spans import Span
from tests.parse.reading import DATE, START, read
from tests.timing import LINEAR, Work, power

BUSY = [
    "Actions:\n• ", "Action: AQ. ", "AQ/", "AQ Action. ", "The Clerk will write to ", "it would be circulated by ", "asked that the Clerk write ",
    "He said he would write. ", "Councillor Penn declared an interest in item 5. ", "an interest was declared by ", "declared an interest in item 5 ",
    "Councillor Penn left the meeting. ", "left the meeting at 7.30 pm ", "Action\tBy whom\tBy when\na\tAQ\tasap\n", "by the end of ", "Councillor Penn and ",
]  # fmt: skip

RECORDS = [
    "It was moved by Cllr Penn, seconded by Cllr Lund, that sum {} be paid. The motion was carried by 5 votes to 3.\n",
    "It was proposed by Cllr Penn, seconded by Cllr Lund, that Cllr Pike be elected Chair of group {}.\n",
    'It was moved by Cllr Penn, seconded by Cllr Lund, "that sum {} be paid to the fund of the village".\n',
    "AMENDMENT {}\nMoved by Cllr Penn, seconded by Cllr Lund, that words be left out. The amendment was lost.\n",
    "Recommendation: That sum {} be paid.\nMoved by Cllr Penn, seconded by Cllr Lund.\nRESOLVED that sum {} be paid.\n",
    "Cllr Penn was nominated by Cllr Lund for group {}.\n",
    "Cllr Penn left the meeting. He spoke of sum {}. Cllr Penn returned to the meeting.\n",
]  # fmt: skip

# a converter's one long line, of which the stops are lost
RUNNING = [
    "Moved by Cllr Penn, seconded by Cllr Lund and RESOLVED by 9 votes to 2 ",
    "12-34 Councillor Penn: That the accounts be paid CARRIED ",
    "RESOLVED: That leave be granted. Voting: 8 - For 3 - Against 0 - ",
]  # fmt: skip


@pytest.mark.parametrize("words", RUNNING)
def test_time_grows_with_the_length_of_a_line_only(words: str) -> None:
    assert power(lambda length: parsing((words * (length // len(words) + 1))[:length]), 8_000) < LINEAR


@pytest.mark.parametrize("words", BUSY)
def test_time_grows_with_the_text_only(words: str) -> None:
    assert power(lambda length: parsing((words * (length // len(words) + 1))[:length]), 2_000) < LINEAR


@pytest.mark.parametrize("words", RECORDS)
def test_time_grows_with_the_records_of_an_item_only(words: str) -> None:
    assert power(lambda count: parsing("".join(words.replace("{}", str(k)) for k in range(count))), 75) < LINEAR


def parsing(text: str) -> Work:
    """The third stage on a text that is one item, read so far."""
    reading = read(text)
    view = reading.document.view
    whole = Section(None, None, "declarations", Span(0, len(view.source)), 0, len(view.text))
    item = ItemText(view, whole)

    def work() -> None:
        read_business(item, reading.people, reading.patterns)
        find_actions(item, reading.people, reading.patterns, [], DATE)
        find_declarations(item, reading.people, reading.patterns)
        find_movements(item, reading.people, reading.patterns, START)

    return work
