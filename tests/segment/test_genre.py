"""What is taken for minutes, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_extract.rules import load
from minutes_extract.segment import segment

MOOT = "Moot of Ravensey\n\n1. The ford\n\nThe moot settled: That the ford be mended.\n\n2. The mill\n\nThe moot settled: To wait.\n"
RULE = """\
stage = "parse.decision"

[[rule]]
id = "parse.decision.ravensey"
why = "'The moot settled: ...'"
pattern = '''^(?P<cue>The moot settled):[ \\t]*'''
form = "block"
examples = [{ text = "The moot settled: That the ford be mended.", gives = { type = "resolution", cue = "The moot settled", clauses = ["That the ford be mended."], verbs = ["mend"] } }]
"""


def codes(text: str, patterns: Path | None = None) -> list[str]:
    return [notice.code for notice in segment(text, load(patterns)).notices]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        pytest.param("1. Apologies\n\nNo apologies.\n\n2. Finance\n\nThe report was noted.\n", True, id="English"),
        pytest.param("1. Ymddiheuriadau\n\nMr Penn.\n\n2. Cofnodion\n\nCadarnhawyd y cofnodion.\n", True, id="Welsh"),
        pytest.param(
            "1. Miontuairiscí\n\nGlacadh leis na miontuairiscí.\n\n2. Gnó eile\n\nNeamhní.\n", True, id="Irish"
        ),
        pytest.param(
            "Park Residents Association\n\nMinutes of Meeting\n\nAttendance: Ada Penn, Bo Marsh.\n\n1. Treasurer's Report:\nThe balance is £20.\n",
            True,
            id="a small society",
        ),
        pytest.param(
            "1) Apologies - Cllr Penn.\n\n2) Minutes\n\nThe minutes of May were unanimously approved.\n\n3) Website\n\nThe work goes on.\n",
            True,
            id="one approval, by all",
        ),
        pytest.param(
            "In Attendence : Councillors; Penn, Marsh\n\nApologies: Councillor Dole\n\nUpdate: The branch is cut.\n",
            True,
            id="an apology alone",
        ),
        pytest.param(MOOT, False, id="words that nobody knows"),
        pytest.param("The pier is old.\n\nIt stands in the bay.\n", False, id="an article"),
        pytest.param(
            "1. Apologies\n\nTo receive apologies.\n\n2. Minutes\n\nTo approve the minutes.\n", False, id="an agenda"
        ),
        pytest.param("[00:01] Good evening.\n" * 9, False, id="a transcript"),
    ],
)
def test_what_is_taken_for_minutes(text: str, taken: bool) -> None:
    assert ("not_minutes" not in codes(text)) is taken


def test_a_rule_of_ones_own_tells_minutes(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text(RULE, encoding="utf-8")
    assert "not_minutes" not in codes(MOOT, tmp_path)
