"""Stands in for minutes_extract.pipeline, so that the command line is tested without the stages.

A text as long as the example of tests/data gives its record; any other is all header. One with CRASH in it meets a
fault, and one that is "WAIT FOR path" is read once the file at that path is there.
"""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

from minutes_extract.about import made_by
from minutes_extract.errors import PatternError
from minutes_extract.schema import Minutes, MinutesWarning, Span
from minutes_extract.source import Source, from_text

DATA = Path(__file__).parent.parent / "data"


def extract(source: str | Source, *, name: str | None = None, patterns: Path | None = None) -> Minutes:
    if isinstance(source, str):
        source = from_text(source, name)
    if "CRASH" in source.text:
        raise ValueError("no such\ncolumn")
    if source.text.startswith("WAIT FOR "):
        _wait_for(Path(source.text.removeprefix("WAIT FOR ").strip()))
    if patterns is not None and (patterns / "broken.toml").exists():
        raise PatternError(f"{patterns / 'broken.toml'}: rule a.b: the pattern does not compile")
    about = {"name": source.name, "media_type": source.media_type, "sha256": source.sha256}
    about["extractor"] = made_by(patterns, source.fix_encoding)
    record = {"source": about | {"characters": len(source.text)}, "header": Span(start=0, end=len(source.text))}
    if len(source.text) == len((DATA / "example.txt").read_text(encoding="utf-8")):
        record = json.loads((DATA / "example.json").read_text(encoding="utf-8"))
        record["source"] |= about
    record["warnings"] = [MinutesWarning(code="decoding", message=message) for _, message in source.warnings]
    return Minutes.model_validate(record, context={"text": source.text})


def _wait_for(path: Path, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.05)


def unclaimed(text: str, minutes: Minutes, patterns: Path | None = None) -> list[Span]:
    return [Span(start=match.start(), end=match.end()) for match in re.finditer(r"[^.\n]*\bpresented\b[^.]*\.", text)]
