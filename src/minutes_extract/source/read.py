"""Where the input comes from: a file, standard input, bytes or a text."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from minutes_extract.errors import InputError
from minutes_extract.source.convert import convert
from minutes_extract.source.converted import Warnings

_LARGEST = 500_000_000  # bytes of a file: a scanned PDF may come near it, an endless device is cut off
_LONGEST = 20_000_000  # characters of a text, some hundred times the longest minutes; each takes 70 bytes of memory


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded input. Offsets in the record count code points of `text`, which is never changed.

    For a web page, a PDF or a Word document, `text` is what was converted from it, and `pages` are the offsets at which
    the pages of a PDF start. `sha256` is of the input bytes; `warnings` are (code, message) of what the reading had to
    assume; `fix_encoding` says that it was to mend wrongly decoded letters.
    """

    name: str | None
    media_type: str
    sha256: str
    text: str
    warnings: Warnings = ()
    pages: tuple[int, ...] = ()
    fix_encoding: bool = False


def read_bytes(data: bytes, name: str | None = None, *, fix_encoding: bool = False, shown: str | None = None) -> Source:
    """A Source from the bytes of a document: text, a web page, a PDF or a Word document, told by its content.

    `fix_encoding` mends letters that were decoded wrongly before they came here ("CafÃ©"), which needs ftfy. `shown` is
    what errors call the document, by default its name.
    Raises InputError where the document is empty, cannot be read, or needs a library that is not installed.
    """
    return _source(data, name, printable(shown or name or "the input"), fix_encoding)


def read_path(
    path: str | os.PathLike[str], name: str | None = None, *, fix_encoding: bool = False, regular: bool = False
) -> Source:
    """A Source from a file; `name` is what the record calls it, by default the file name without folders.

    `regular` refuses what is no plain file: nobody may ever write into a pipe that lies in a folder.
    Raises InputError where there is no such file, where it cannot be read, and as `read_bytes` does.
    """
    path = Path(path)
    data = file_bytes(path, regular=regular)
    return _source(data, name or path.name, printable(str(path)), fix_encoding)


def file_bytes(path: Path, *, regular: bool = False) -> bytes:
    """What a file holds. Raises InputError where there is none and where it cannot be read."""
    shown = printable(str(path))
    with readable(shown):
        if regular and not stat.S_ISREG(path.stat().st_mode):
            raise InputError(shown, "is no plain file", "Give a pipe as standard input: -")
        with path.open("rb") as file:
            return limited(file, shown)


@contextmanager
def readable(shown: str) -> Iterator[None]:
    """OSErrors of reading as InputErrors that say what to do."""
    try:
        yield
    except FileNotFoundError:
        raise InputError(shown, "no such file", "Check the path") from None
    except IsADirectoryError:
        raise InputError(shown, "is a folder, not a file", "Name a file in it") from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise InputError(shown, reason, "Check the path and who may read it") from None


def stdin_bytes(name: str = "stdin") -> bytes:
    """All of standard input. Raises InputError where it has no end."""
    return limited(sys.stdin.buffer, name)


def read_stdin(name: str = "stdin", *, fix_encoding: bool = False) -> Source:
    """A Source from all of standard input. Raises InputError as `read_bytes` does."""
    return _source(stdin_bytes(name), name, name, fix_encoding)


def from_text(text: str, name: str | None = None) -> Source:
    """A Source from a text that is already decoded. Raises InputError where it is empty."""
    shown = printable(name or "the text")
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        reason = f"holds half a surrogate pair at character {error.start}"
        raise InputError(shown, reason, "Decode the input without errors='surrogateescape'") from None
    _refuse_blank(text, shown)
    _refuse_long(text, shown)
    return Source(_clean(name), "text/plain", hashlib.sha256(data).hexdigest(), text)


def printable(name: str) -> str:
    """`name` fit for one line of a message: what cannot be printed is replaced."""
    return "".join(character if character.isprintable() else "\ufffd" for character in name)


def limited(file: IO[bytes], shown: str) -> bytes:
    """What is left of a file. Raises InputError where that is more than any minutes hold."""
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(shown, f"holds more than {_LARGEST:,} bytes", "Give the minutes of each meeting by themselves")
    return data


def _source(data: bytes, name: str | None, shown: str, fix: bool) -> Source:
    if not data:
        _refuse_blank("", shown)
    found = convert(data, shown, fix=fix)
    _refuse_blank(found.text, shown)
    _refuse_long(found.text, shown)
    digest = hashlib.sha256(data).hexdigest()
    return Source(_clean(name), found.media_type, digest, found.text, found.warnings, found.pages, fix)


def _refuse_blank(text: str, shown: str) -> None:
    if not text:
        raise InputError(shown, "is empty", "Give a file that holds the text of the minutes")
    if text.isspace():
        raise InputError(shown, "holds nothing but white space", "Give a file that holds the text of the minutes")


def _refuse_long(text: str, shown: str) -> None:
    if len(text) > _LONGEST:
        reason = f"holds {len(text):,} characters, more than the {_LONGEST:,} that are read"
        raise InputError(shown, reason, "Give the minutes of each meeting by themselves")


def _clean(name: str | None) -> str | None:
    """A file name that is not UTF-8 reaches Python with lone surrogates, which JSON cannot carry."""
    return name.encode("utf-8", errors="replace").decode("utf-8") if name else None
