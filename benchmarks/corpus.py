"""The documents that everything is timed on, and the fingerprint that says which they were."""

from __future__ import annotations

import hashlib
from itertools import cycle
from pathlib import Path

SIZES = {"2 kB": 2_000, "20 kB": 20_000, "200 kB": 200_000, "2 MB": 2_000_000}
_TOTAL = 40_000  # characters for the smaller sizes: enough documents for a 95th percentile that means something


def read(folder: Path) -> list[str]:
    """The texts of a folder in the order of their names."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))]
    if not any(texts):
        raise SystemExit(f"{folder}: no .txt files there; name another folder with CORPUS=DIR")
    return texts


def fingerprint(texts: list[str]) -> str:
    """The same for the same texts."""
    return hashlib.sha256("\f".join(texts).encode()).hexdigest()[:12]


def documents(texts: list[str], size: int) -> list[str]:
    """Documents of about `size` characters: the texts one after another, over and over, cut at a line."""
    count = max(1, _TOTAL // size)
    out: list[str] = []
    source = cycle(texts)
    for _ in range(count):
        parts, length = [], 0
        while length < size:
            parts.append(next(source))
            length += len(parts[-1])
        joined = "\n\n".join(parts)[:size]
        out.append(joined[: joined.rfind("\n") + 1] or joined)
    return out
