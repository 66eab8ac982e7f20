"""Words and phrases: what the fast reading finds is what spaCy's own matcher finds."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from minutes_extract.recognise.language import _LABELS, Language
from minutes_extract.rules import load

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
ODD = "The Vice-\nChairman, Vice Chairman\nof the O'Neill\tTrust  Co.; Cllr. D.Denhalm / the town\nclerk's   Deputy"


@pytest.fixture(scope="module")
def language() -> Language:
    return Language(load())


@pytest.mark.parametrize(
    ("text", "label", "phrase"),
    [
        ("The Town Clerk left", "HEAD", "Clerk"),
        ("The parish\ncouncil met", "BODY", "parish\ncouncil"),
        ("a VICE-CHAIRMAN of", "POST", "VICE-CHAIRMAN"),
        ("Cllr. Marsh", "TITLE", "Cllr."),
    ],
)
def test_longest_phrase_at_a_word(language: Language, text: str, label: str, phrase: str) -> None:
    words = language.read(text)
    first = words.start.index(text.index(phrase))
    last = words.upto(label, first)
    assert text[words.start[first] : words.end[last - 1]] == phrase


@pytest.mark.parametrize("text", [ODD, *(path.read_text(encoding="utf-8") for path in SAMPLES)])
def test_phrases_are_those_of_the_matcher(language: Language, text: str) -> None:
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for name, label in _LABELS.items():
        phrases = [[token.text for token in language.tokenizer(phrase)] for phrase in load().words[name]]
        matcher.add(f"{label} {name}", [Doc(nlp.vocab, words=phrase) for phrase in phrases])
    words = language.read(text)
    kept = [k for k, word in enumerate(words.text) if word != "\n"]
    expected: dict[str, dict[int, int]] = {label: {} for label in _LABELS.values()}
    for key, start, end in matcher(Doc(nlp.vocab, words=[words.text[k] for k in kept])):
        spans = expected[nlp.vocab.strings[key].split()[0]]
        spans[kept[start]] = max(spans.get(kept[start], 0), kept[end - 1] + 1)
    assert words.phrase == expected
    assert [text[lo:hi] for lo, hi in zip(words.start, words.end, strict=True)] == words.text
