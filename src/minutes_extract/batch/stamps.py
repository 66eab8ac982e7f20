"""What a record, in whatever format, says of itself: its input and what made it. So a later run knows what it need not do again."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

HEAD = 16_384  # bytes of a record in which its stamp stands: `source` comes first, and `pages` last in it

_STRING = r'"(?:[^"\\]|\\.){0,8000}"'
_STAMP = re.compile(
    rf'"(?:minutes:)?source":\s*\{{\s*"name":\s*(?P<name>{_STRING}|null),'
    rf'\s*"media_type":\s*{_STRING},\s*"sha256":\s*"(?P<sha256>[0-9a-f]{{64}})",\s*"extractor":\s*(?P<made>{_STRING}|null)'
)
"""In JSON. It cannot stand within a string there: its quotation marks would be escaped."""
_LINE = re.compile(r"sha256=(?P<sha256>[0-9a-f]{64}) made-by=(?P<made>[^\r\n<>]{1,500}?)(?: -->|\r?\n)")
"""In a document of another kind: XML, a calendar."""


@dataclass(frozen=True, slots=True)
class Stamp:
    name: str | None
    sha256: str
    made_by: str | None


def read_stamp(head: bytes) -> Stamp | None:
    """The stamp near the beginning of a document; None where there is none, as in those of other makers."""
    text = head.decode("utf-8", errors="replace")
    found = _STAMP.search(text)
    if found is None:
        unfolded = text.replace("\r\n ", "").replace("\\,", ",")  # as a calendar folds and escapes it
        line = _LINE.search(unfolded)
        return Stamp(None, line["sha256"], line["made"]) if line is not None else None
    try:
        return Stamp(json.loads(found["name"]), found["sha256"], json.loads(found["made"]))
    except ValueError:
        return None
