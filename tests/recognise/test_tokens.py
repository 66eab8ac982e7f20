"""Words: what our reading parts is what spaCy's tokeniser parts with the same expressions."""

from __future__ import annotations

import random
import re
import time
from itertools import starmap
from pathlib import Path

import pytest
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.vocab import Vocab

from minutes_extract.recognise import tokens
from minutes_extract.recognise.tokens import Tokeniser, parted

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
MARKS = "aA bB.,;:-()[]/–'\"*|\n\t  \r1sS?!>•<é\x1c\x85"


@pytest.fixture(scope="module")
def plain() -> Tokenizer:
    return Tokenizer(
        Vocab(),
        rules={},
        prefix_search=re.compile(f"^(?:{tokens.PREFIX.pattern})").search,
        suffix_search=tokens.SUFFIX.search,
        infix_finditer=tokens.INFIX.finditer,
    )


def at_random(seed: int, length: int) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(MARKS) for _ in range(length))


@pytest.mark.parametrize("text", [path.read_text(encoding="utf-8") for path in SAMPLES], ids=[p.stem for p in SAMPLES])
def test_words_of_the_samples(plain: Tokenizer, text: str) -> None:
    assert list(zip(*Tokeniser()(text), strict=True)) == [(word.text, word.idx) for word in plain(text)]


def test_words_of_any_marks(plain: Tokenizer) -> None:
    tokeniser = Tokeniser()
    for text in ["", " ", "  x", *starmap(at_random, ((seed, 40) for seed in range(2000)))]:
        assert list(zip(*tokeniser(text), strict=True)) == [(word.text, word.idx) for word in plain(text)], text


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("(Chair),", ["(", "Chair", ")", ","]),
        ("O'Neill's", ["O'Neill", "'s"]),
        ("D.", ["D."]),
        ("Exec.", ["Exec."]),
        ("Lane.", ["Lane", "."]),
        ("T.Denhalm", ["T.", "Denhalm"]),
        ("Lund-yes", ["Lund", "-", "yes"]),
        ("LundVillage", ["Lund", "Village"]),
        ("MacKenzie", ["MacKenzie"]),
        ("Hart-Lowe/Quill", ["Hart-Lowe", "/", "Quill"]),
        ("/)", ["/", ")"]),
    ],
)
def test_parted(piece: str, words: list[str]) -> None:
    assert list(parted(piece)) == words


def test_a_word_of_many_ends_is_read_in_good_time() -> None:
    begun = time.process_time()
    Tokeniser()("'s" * 20_000)
    assert time.process_time() - begun < 5
