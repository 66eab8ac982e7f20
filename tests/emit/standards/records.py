"""The records that the tests of the standards write: one made by hand, and those of the samples."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from minutes_extract import extract
from minutes_extract.emit.formats import FormatName, renderer
from minutes_extract.schema import Minutes
from minutes_extract.source import from_text, read_path

_TESTS = Path(__file__).parents[2]
SAMPLES = sorted(path.stem for path in (_TESTS.parent / "samples").glob("*.txt"))
EXAMPLE = "example"
"""tests/data/example.txt with its record: three items, a lost motion, a resolution with a recorded vote, an action."""


@lru_cache
def record(name: str) -> tuple[Minutes, str]:
    if name == EXAMPLE:
        text = (_TESTS / "data" / "example.txt").read_text(encoding="utf-8")
        data = (_TESTS / "data" / "example.json").read_text(encoding="utf-8")
        return Minutes.model_validate_json(data, context={"text": text}), text
    source = read_path(_TESTS.parent / "samples" / f"{name}.txt", f"{name}.txt")
    return extract(source), source.text


@lru_cache
def written(name: str, form: FormatName) -> str:
    minutes, text = record(name)
    return renderer(form)(minutes, text, 2)


def changed(**changes: Any) -> tuple[Minutes, str]:
    """The example with other values: `changed(meeting={"date": None})`, `changed(items={1: {"title": None}})`."""
    minutes, text = record(EXAMPLE)
    data = _merged(minutes.model_dump(), changes)
    meeting = data["meeting"]
    facts = {name: value for name, value in meeting.items() if value is not None and name not in ("evidence", "rules")}
    coming = facts.pop("next_meeting", {})
    stated = [*facts, *(f"next_meeting.{name}" for name, value in coming.items() if value is not None)]
    meeting["evidence"] = {name: meeting["evidence"].get(name, {"start": 0, "end": 6}) for name in stated}
    meeting["rules"] = {name: rule for name, rule in meeting["rules"].items() if name in stated}
    return Minutes.model_validate(data), text


def _merged(value: Any, changes: dict[Any, Any]) -> Any:
    for key, change in changes.items():
        old = value[key]
        value[key] = _merged(old, change) if isinstance(change, dict) and old is not None else change
    return value


def of_text(text: str, form: FormatName) -> str:
    source = from_text(text, "odd & <strange>.txt")
    return renderer(form)(extract(source), source.text, None)


def loaded(name: str, form: FormatName) -> Any:
    return json.loads(written(name, form))
