"""The measuring itself: what is measured is what the report says."""

from pathlib import Path

import pytest

from benchmarks import corpus, costs, start
from benchmarks.speed import Speed

TEXT = "1. Apologies\n\nApologies were received from Cllr Marsh.\n\nRESOLVED: That the report be noted.\n"


@pytest.mark.parametrize("size", [50, 500, 5_000])
def test_documents_have_the_size_and_end_with_a_line(size: int) -> None:
    for text in corpus.documents([TEXT, "A line.\n"], size):
        assert size - len(TEXT) <= len(text) <= size
        assert text.endswith("\n")


def test_fingerprint_is_of_the_words_and_their_order() -> None:
    assert corpus.fingerprint(["a", "b"]) == corpus.fingerprint(["a", "b"])
    assert len({corpus.fingerprint(texts) for texts in (["a", "b"], ["b", "a"], ["ab"])}) == 3


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="CORPUS"):
        corpus.read(tmp_path)


def test_speed_of_a_contender() -> None:
    speed = Speed(characters=600, times=[0.1, 0.2, 0.3], memory=0)
    assert (round(speed.rate), round(speed.documents), speed.percentile(50)) == (1000, 5, 0.2)


def test_each_stage_and_the_rules_that_ran_have_a_cost() -> None:
    assert all(seconds > 0 for seconds in costs.by_stage([TEXT] * 50).values())
    rules = costs.by_rule([TEXT])
    assert rules["parse.decision.resolved-block"] > 0


def test_cold_start_begins_with_what_the_others_are_measured_against(tmp_path: Path) -> None:
    assert next(iter(start.commands(tmp_path / "a.txt"))) == start.BARE
