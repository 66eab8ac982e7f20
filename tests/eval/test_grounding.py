from typing import Any

import pytest

from eval.grounding import grounding

SOURCE = "Resolved:  the\nreport be noted."
SPAN = {"start": 11, "end": 30}


def test_a_record_that_stands_in_the_text_is_grounded() -> None:
    found = grounding(
        {"items": [{"span": SPAN, "text": "the report be noted"}], "header": {"start": 0, "end": 9}}, SOURCE
    )
    assert found.spans == 2
    assert found.ungrounded == ()


@pytest.mark.parametrize(
    ("node", "path"),
    [
        pytest.param({"span": SPAN, "text": "the report was noted"}, ".items[0]", id="text-is-not-the-slice"),
        pytest.param({"span": SPAN, "text": "the\nreport be noted"}, ".items[0]", id="white-space-not-folded"),
        pytest.param({"span": {"start": 11, "end": 99}}, ".items[0]", id="beyond-the-end"),
        pytest.param({"span": {"start": 4, "end": 4}}, ".items[0]", id="empty-span"),
        pytest.param({"span": {"start": -1, "end": 4}}, ".items[0]", id="before-the-start"),
        pytest.param({"mentions": [SPAN, {"start": 9, "end": 3}]}, ".items[0].mentions[1]", id="a-span-in-a-list"),
    ],
)
def test_an_ungrounded_record_is_counted(node: dict[str, Any], path: str) -> None:
    assert grounding({"items": [node]}, SOURCE).ungrounded == (path,)
