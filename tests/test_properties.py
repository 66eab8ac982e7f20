"""Whatever comes in, a valid and grounded record comes out, or one clean error.

`make fuzz` tries many thousands of inputs and reports how many; here a few hundred keep watch.
"""

from __future__ import annotations

import os
from contextlib import suppress

from hypothesis import HealthCheck, assume, given, settings

from minutes_extract import extract
from minutes_extract.emit.json import to_json
from minutes_extract.errors import InputError
from minutes_extract.schema import Minutes
from minutes_extract.source import from_text, read_bytes
from tests.documents import broken_documents, data, pages, texts

TRIES = int(os.environ.get("FUZZ_TRIES", "0"))
few = settings(
    max_examples=TRIES or 80,
    deadline=None,
    derandomize=not TRIES,  # the tests try the same inputs on every run
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@few
@given(texts)
def test_any_text_gives_a_grounded_record(text: str) -> None:
    assume(text.strip())
    minutes = extract(text)
    record = to_json(minutes)
    assert to_json(extract(text)) == record
    # the model checks that spans lie in the text and that texts are what the spans yield
    assert Minutes.model_validate_json(record, context={"text": text}) == minutes


@few
@given(data)
def test_any_bytes_give_a_text_or_one_clean_error(given_bytes: bytes) -> None:
    try:
        source = read_bytes(given_bytes, "x")
    except InputError as error:
        assert "\n" not in str(error)
        return
    assert source.text.strip()
    assert list(source.pages) == sorted(source.pages)


@few
@given(broken_documents)
def test_broken_documents_give_a_text_or_one_clean_error(document: bytes) -> None:
    with suppress(InputError):
        assert read_bytes(document, "x").text.strip()


@few
@given(pages)
def test_any_page_gives_a_record_that_can_be_read_again(page: bytes) -> None:
    try:
        source = read_bytes(page, "x.html")
    except InputError:
        return
    assert from_text(source.text).text == source.text
    assert "\r" not in source.text
    to_json(extract(source)).encode()
