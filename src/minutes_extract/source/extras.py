"""Libraries that come with an extra of the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from minutes_extract.errors import InputError


@contextmanager
def needs(extra: str, name: str, what: str) -> Iterator[None]:
    """Around the import of a library: where it is missing, InputError with `what` and the line that installs it."""
    try:
        yield
    except ImportError as error:
        library = error.name or str(error)
        reason = f"{what} needs {library}"
        raise InputError(name, reason, f"pip install 'minutes-extract[{extra}]'") from None
