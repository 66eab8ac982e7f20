import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.corpus import CorpusError, Document, load_outside, load_samples

AddSample = Callable[..., Document]


def test_outside_corpus_scores_the_texts_that_have_gold(tmp_path: Path) -> None:
    for folder in ("corpus", "gold"):
        (tmp_path / folder).mkdir()
    for name in ("read", "unread"):
        (tmp_path / "corpus" / f"{name}.txt").write_text("\ufeffMinutes\r\n", encoding="utf-8", newline="")
    (tmp_path / "gold" / "read.gold.json").write_text(json.dumps({"items": []}))
    documents = load_outside(tmp_path)
    assert [(document.name, document.text) for document in documents] == [("read", "Minutes\r\n")]


def test_fingerprint_follows_text_and_gold(add_sample: AddSample, samples: Path) -> None:
    first = add_sample()
    assert add_sample().fingerprint == first.fingerprint
    assert add_sample(actions=[]).fingerprint != first.fingerprint
    add_sample()
    (samples / "tollgate.txt").write_text("changed")
    assert load_samples(samples)[0].fingerprint != first.fingerprint


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        pytest.param({"actoins": []}, "actoins", id="misspelt-section"),
        pytest.param({"movements": [{"name": "Wren", "type": "vanished"}]}, "arrived", id="unknown-type"),
        pytest.param({"declarations": [{"item": 2, "name": "Wren"}]}, "only 2 items", id="item-that-is-not-there"),
    ],
)
def test_gold_that_breaks_the_shape_is_refused(add_sample: AddSample, sections: dict[str, object], said: str) -> None:
    with pytest.raises(CorpusError, match=said) as error:
        add_sample(**sections)
    assert "tollgate.gold.json" in str(error.value)


def test_a_sample_without_gold_is_refused(add_sample: AddSample, samples: Path) -> None:
    add_sample()
    (samples / "unread.txt").write_text("Minutes")
    with pytest.raises(CorpusError, match="no gold for unread"):
        load_samples(samples)


def test_gold_without_text_is_refused(add_sample: AddSample, samples: Path) -> None:
    add_sample()
    (samples / "tollgate.txt").unlink()
    with pytest.raises(CorpusError, match="no text for the gold of tollgate"):
        load_samples(samples)


def test_an_empty_corpus_is_refused(samples: Path) -> None:
    with pytest.raises(CorpusError, match="nothing to score"):
        load_samples(samples)
