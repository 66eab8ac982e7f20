"""Which program this is: its version, and what a record says of how it was made."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

try:
    __version__ = version("minutes-extract")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"


@lru_cache(maxsize=8)
def made_by(patterns: Path | None = None, fix_encoding: bool = False) -> str:
    """The program, its version and the settings on which a record depends: the same words mean the same record."""
    words = [f"minutes-extract {__version__}"]
    if patterns is not None:
        digest = hashlib.sha256()
        for path in sorted(patterns.rglob("*.toml")):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(patterns).as_posix()} {len(data)}\n".encode() + data)
        words.append(f"patterns {digest.hexdigest()[:12]}")
    if fix_encoding:
        words.append("encoding fixed")
    return ", ".join(words)
