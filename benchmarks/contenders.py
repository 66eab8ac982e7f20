"""What the extractor is measured against. Each loads itself and gives back a function that reads one text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Read = Callable[[str], Any]


def scan() -> Read:
    """The floor: one compiled expression that looks for a few cues and does nothing with them."""
    cues = re.compile(r"\b(?:resolved|agreed|proposed|seconded|moved|apologies|present)\b", re.IGNORECASE)
    return lambda text: sum(1 for _ in cues.finditer(text))


def tokeniser() -> Read:
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    return nlp


def ruler() -> Read:
    """Tokeniser, sentencizer and an entity ruler that knows our posts and titles."""
    import spacy

    from minutes_extract.rules import load

    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    nlp.add_pipe("sentencizer")
    words = load().words
    phrases = [
        {"label": name, "pattern": word}
        for name in words
        if name.startswith(("role_", "title_"))
        for word in words[name]
    ]
    nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"}).add_patterns(phrases)  # type: ignore[attr-defined]
    return nlp


def network() -> Read:
    """A convolutional recogniser with untrained weights: as fast as the small trained pipelines, and as wrong as can be."""
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    recogniser: Any = nlp.add_pipe("ner")
    for label in ("PERSON", "ORG", "DATE", "GPE"):
        recogniser.add_label(label)
    nlp.initialize()
    return nlp


def dates() -> Read:
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    return lambda text: search_dates(text, languages=["en"])


def extractor() -> Read:
    from minutes_extract import extract

    return extract


CONTENDERS: dict[str, Callable[[], Read]] = {
    "regex scan": scan,
    "tokeniser": tokeniser,
    "tokeniser + ruler": ruler,
    "extract": extractor,
    "CNN ner": network,
    "dateparser": dates,
}
