"""What a record says of itself: its input and what made it. So a later run knows what it need not do again."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

HEAD = 16_384  # bytes of a record in which its stamp stands: `source` comes first, and `pages` last in it

_STRING = r'"(?:[^"\\]|\\.){0,8000}"'
_STAMP = re.compile(
    rf'\s*\{{\s*"schema_version":\s*{_STRING},\s*"source":\s*\{{\s*"name":\s*(?P<name>{_STRING}|null),'
    rf'\s*"media_type":\s*{_STRING},\s*"sha256":\s*"(?P<sha256>[0-9a-f]{{64}})",\s*"extractor":\s*(?P<made>{_STRING}|null)'
)


@dataclass(frozen=True, slots=True)
class Stamp:
    name: str | None
    sha256: str
    made_by: str | None


def read_stamp(head: bytes) -> Stamp | None:
    """The stamp at the beginning of a record; None where there is none, as in records of other makers."""
    found = _STAMP.match(head.decode("utf-8", errors="replace"))
    if found is None:
        return None
    try:
        return Stamp(json.loads(found["name"]), found["sha256"], json.loads(found["made"]))
    except ValueError:
        return None
