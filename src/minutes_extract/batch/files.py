"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from minutes_extract.batch.places import Place
from minutes_extract.batch.remote import Remote
from minutes_extract.errors import MinutesExtractError

# Faults of the disk and not of the one file: every other file would meet them too.
_EVERYWHERE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE})


class OutputError(MinutesExtractError):
    """The output cannot be written. `everywhere`: no other output could be written either."""

    def __init__(self, shown: str, error: OSError) -> None:
        self.everywhere = error.errno in _EVERYWHERE or isinstance(error, (ConnectionError, TimeoutError))
        reason = error.strerror or str(error)
        super().__init__(f"{shown}: cannot be written ({reason}). Check the path and the free space")


def is_plain(path: Place) -> bool:
    """A regular file, or none yet: not a pipe, a terminal or /dev/null."""
    return isinstance(path, Remote) or os.path.isfile(path) or not os.path.exists(path)


def write_whole(path: Place, text: str) -> None:
    """Write a file whole or not at all: beside its place first, then renamed onto it. Links are followed.

    Raises OutputError. What is no regular file (a pipe, /dev/null) is written straight.
    """
    with writing(str(path)):
        if isinstance(path, Remote):
            path.write(text.encode())
            return
        if not is_plain(path):
            path.write_bytes(text.encode())
            return
        target = Path(os.path.realpath(path))
        with beside(target) as (temporary, file):
            file.write(text.encode())
            file.close()
            replace(temporary, target)


def read_head(path: Place, size: int) -> bytes:
    """The first bytes of a file. Raises OSError."""
    if isinstance(path, Remote):
        return path.head(size)
    with path.open("rb") as file:
        return file.read(size)


def read_whole(path: Place) -> bytes:
    """All bytes of a file of our own. Raises OSError."""
    return path.read(str(path)) if isinstance(path, Remote) else path.read_bytes()


def replace(temporary: Path, target: Path) -> None:
    """Rename a file onto another, whose mode it takes over."""
    if target.exists():
        shutil.copymode(target, temporary)
    temporary.replace(target)


@contextmanager
def beside(target: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """A new file in the folder of `target`; removed again if it is not renamed."""
    temporary = target.with_name(f".extract-{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        try:
            yield temporary, file
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


@contextmanager
def writing(shown: str) -> Iterator[None]:
    """OSErrors as OutputErrors; that the reader of a pipe has gone stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(shown, error) from None
