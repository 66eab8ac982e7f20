"""The samples themselves: gold is copied from the text, so its words must stand there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.corpus import Document, load_samples
from eval.flat import Minutes

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = load_samples(SAMPLES)


def folded(text: str) -> str:
    """White space folded, Markdown stars left out: all that gold may change."""
    return " ".join(re.sub(r"\*+", "", text).split())


def quoted(gold: Minutes) -> Iterator[str]:
    """All that gold copies from the page, line by line as printed."""
    for decision in gold.decisions or ():
        yield from (clause.text for clause in decision.clauses)
    yield from (motion.text for motion in gold.motions or () if motion.text)
    for action in gold.actions or ():
        yield action.text
        yield from filter(None, [action.due])
    yield from (part for item in gold.items or () for part in (item.number, item.title) if part)
    yield from filter(None, [gold.meeting.body, gold.meeting.organization] if gold.meeting else [])


def test_there_is_a_sample_for_each_family() -> None:
    assert len(DOCUMENTS) >= 12


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_what_gold_quotes_stands_in_the_text(document: Document) -> None:
    source = folded(document.text)
    assert [quote for quote in quoted(document.gold) if folded(quote) not in source] == []


def test_a_paraphrase_would_be_seen() -> None:
    (document,) = [document for document in DOCUMENTS if document.gold.decisions][:1]
    assert document.gold.decisions
    source = folded(document.text)
    assert folded(document.gold.decisions[0].clauses[0].text + " or thereabouts") not in source


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_gold_leaves_no_section_out(document: Document) -> None:
    assert [section for section, rows in document.gold if rows is None] == []


def test_all_that_is_scored_occurs_in_some_sample() -> None:
    empty = [section for section in Minutes.model_fields if not any(getattr(d.gold, section) for d in DOCUMENTS)]
    assert empty == []
