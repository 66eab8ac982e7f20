"""Where documents lie and records go: a path, or a URL of a store that fsspec knows."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath, PurePosixPath
from urllib.parse import urlsplit
from urllib.request import url2pathname

from minutes_extract.batch.remote import Remote

Place = Path | Remote

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://")  # C:\ is none


def is_url(argument: str) -> bool:
    return _URL.match(argument) is not None


def place(argument: str) -> Place:
    """The place that an argument names. Raises InputError where a library for its store is not installed."""
    if not is_url(argument):
        return Path(argument)
    if argument.startswith("file://") and "::" not in argument:
        return Path(url2pathname(urlsplit(argument).path))
    return Remote.at(argument)


def is_dir(named: Place) -> bool:
    """Raises OSError where a store does not answer."""
    return os.path.isdir(named) if isinstance(named, Path) else named.is_dir()


def real(named: Place) -> PurePath:
    """By which two names of one place are seen to be the same, and one place to lie in another."""
    return Path(os.path.realpath(named)) if isinstance(named, Path) else PurePosixPath(str(named))
