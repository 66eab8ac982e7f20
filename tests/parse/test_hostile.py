"""Actions, declarations and movements take linear time on text made to keep their patterns busy."""

from __future__ import annotations

import time

import pytest

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.actions import find_actions
from minutes_extract.parse.declarations import find_declarations
from minutes_extract.parse.movements import find_movements
from minutes_extract.records import Section
from minutes_extract.spans import Span
from tests.parse.reading import DATE, START, read

BUSY = [
    "Actions:\n• ", "Action: AQ. ", "AQ/", "AQ Action. ", "The Clerk will write to ", "it would be circulated by ", "asked that the Clerk write ",
    "He said he would write. ", "Councillor Penn declared an interest in item 5. ", "an interest was declared by ", "declared an interest in item 5 ",
    "Councillor Penn left the meeting. ", "left the meeting at 7.30 pm ", "Action\tBy whom\tBy when\na\tAQ\tasap\n", "by the end of ", "Councillor Penn and ",
]  # fmt: skip


@pytest.mark.parametrize("words", BUSY)
def test_twice_the_text_takes_about_twice_the_time(words: str) -> None:
    def seconds(length: int) -> float:
        reading = read((words * (length // len(words) + 1))[:length])
        view = reading.document.view
        whole = Section(None, None, "declarations", Span(0, len(view.source)), 0, len(view.text))
        item = ItemText(view, whole)
        begin = time.process_time()
        find_actions(item, reading.people, reading.patterns, [], DATE)
        find_declarations(item, reading.people, reading.patterns)
        find_movements(item, reading.people, reading.patterns, START)
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(16_000) < max(3.0 * seconds(8_000), 1.0)
