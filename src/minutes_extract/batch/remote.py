"""A place in a store that fsspec knows: `s3://bucket/minutes`, `https://host/page.html`, `zip://june.txt::all.zip`.

A `Remote` has those methods of `pathlib.Path` that a batch needs. Errors of a store are OSErrors, whatever its library
raises.
"""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from minutes_extract.errors import InputError
from minutes_extract.source.extras import needs
from minutes_extract.source.read import limited

_WEB = ("http", "https")
_PASSWORD = re.compile(r"(?<=://)[^/@:]{0,100}:[^/@]{1,200}@")
_QUERY = 80  # characters of a query that tells one page from another; a longer one is a signature or a session
_ODD = re.compile(r"[^\w.=-]+")  # what is better not in the name of an output


class Remote:
    """`url` is the first part of what the user named, `chain` the rest (`::all.zip`), `path` what its store calls it."""

    timeouts: ClassVar[dict[str, float]] = {"total": 600, "sock_connect": 20, "sock_read": 60}  # seconds for a web page

    def __init__(self, url: str, chain: str, path: str, store: Any = None) -> None:
        self.url = url
        self.chain = chain
        self.path = path
        self._store = store

    @classmethod
    def at(cls, argument: str) -> Remote:
        """Raises InputError where fsspec, or the library for this store, is not installed."""
        url, mark, chain = argument.partition("::")
        shown = _PASSWORD.sub("***@", argument)
        protocol = url.partition("://")[0]
        with needs("remote", shown, "is a URL; reading or writing it"):
            import fsspec
        if protocol not in fsspec.available_protocols():
            raise InputError(shown, f"{protocol}:// is no store that is known", "Check the URL")
        options: dict[str, Any] = {}
        if protocol in _WEB:
            with needs("remote", shown, "is on the web; reading it"):
                import aiohttp
            options["client_kwargs"] = {"timeout": aiohttp.ClientTimeout(**cls.timeouts)}
        try:
            with _asked():
                store, path = fsspec.core.url_to_fs(argument, **options)
        except ImportError as error:
            library = getattr(error.__cause__, "name", None) or str(error)
            raise InputError(shown, f"this store needs {library}", f"pip install {library}") from None
        except OSError as error:
            reason = f"cannot be opened ({error.strerror or error})"
            raise InputError(shown, reason, "Check the URL and who may read it") from None
        return cls(url, mark + chain, path, store)

    def __reduce__(self) -> tuple[Any, ...]:
        return Remote, (self.url, self.chain, self.path)  # a process that only names it needs no connection

    def __str__(self) -> str:
        return _PASSWORD.sub("***@", self.url + self.chain)

    def __truediv__(self, below: object) -> Remote:
        def joined(to: str) -> str:
            return f"{to.rstrip('/')}/{below}" if to and not to.endswith("://") else f"{to}{below}"

        return Remote(joined(self.url), self.chain, joined(self.path), self._store)

    @property
    def is_web(self) -> bool:
        return self.url.startswith(tuple(f"{protocol}://" for protocol in _WEB))

    @property
    def readable_only(self) -> bool:
        return self.is_web or bool(self.chain)

    @property
    def name(self) -> str:
        """The last part; of a page on the web with the query that tells it from others."""
        if self.is_web:
            parts = urlsplit(self.url)
            last = unquote(parts.path.rstrip("/").rpartition("/")[2]).replace("/", "_") or parts.hostname or ""
            return f"{last}?{parts.query}" if parts.query and len(parts.query) <= _QUERY else last
        last = self.url.partition("://")[2].rstrip("/").rpartition("/")[2]
        return last or self.chain.rstrip("/").rpartition("/")[2].removeprefix("::")

    @property
    def stem(self) -> str:
        """The name without its suffix, fit for an output."""
        if "?" in self.name:
            return _ODD.sub("_", self.name)
        return os.path.splitext(self.name)[0]

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.name)[1]

    @property
    def parent(self) -> Remote:
        return Remote(self.url.rstrip("/").rpartition("/")[0], self.chain, self.path.rpartition("/")[0], self._store)

    def with_name(self, name: str) -> Remote:
        return self.parent / name

    def with_suffix(self, suffix: str) -> Remote:
        return self.with_name(f"{self.stem}{suffix}")

    def is_dir(self) -> bool:
        """A page on the web never is, though its links could be followed."""
        with _asked():
            return not self.is_web and bool(self._store.isdir(self.path))

    def exists(self) -> bool:
        with _asked():
            return bool(self._store.exists(self.path))

    def is_file(self) -> bool:
        with _asked():
            return bool(self._store.isfile(self.path))

    def is_pattern(self) -> bool:
        """Does it stand for the files that it fits (`zip://*.txt::all.zip`)?"""
        return "*" in self.path and not self.is_web

    def folder(self) -> Remote:
        """The last folder of a pattern that has no star in it."""
        url, path = self.url.partition("*")[0], self.path.partition("*")[0]
        return Remote(url[: url.rfind("/") + 1], self.chain, path[: path.rfind("/") + 1].rstrip("/"), self._store)

    def matches(self) -> list[str]:
        """The paths below that folder of the files that a pattern fits."""
        with _asked():
            found = self._store.glob(self.path, detail=True).items()
        start = self.path.partition("*")[0].rfind("/") + 1
        return [path[start:] for path, about in found if about["type"] == "file"]

    def listed(self) -> list[tuple[str, bool]]:
        """The names in a folder, sorted, and whether each is a folder itself."""
        with _asked():
            entries = self._store.ls(self.path, detail=True)
            self._store.invalidate_cache(self.path)  # it would keep every folder of a run
        own = self.path.strip("/")
        return sorted(
            {
                (entry["name"].rstrip("/").rpartition("/")[2], entry["type"] == "directory")
                for entry in entries
                if entry["name"].strip("/") != own  # an empty object may stand for the folder
            }
        )

    def read(self, shown: str) -> bytes:
        # One request for a page: its size is not asked for, which pages made on demand do not know.
        options = {"block_size": 0, "size": 1} if self.is_web else {}
        with _asked(), self._store.open(self.path, "rb", **options) as file:
            return limited(io.BufferedReader(file), shown)  # what the network gives comes in pieces

    def head(self, size: int) -> bytes:
        with _asked():
            data: bytes = self._store.cat_file(self.path, start=0, end=size)
            return data

    def fetch(self, to: Path) -> None:
        """Add what it holds to a file."""
        with _asked(), self._store.open(self.path, "rb") as file, to.open("ab") as whole:
            shutil.copyfileobj(file, whole)

    def write(self, data: bytes | Path) -> None:
        """In one request, as which an object store takes it whole or not at all.

        A store that can rename gets it beside its place first.
        """
        from fsspec import AbstractFileSystem

        with _asked():
            if parent := self.path.rpartition("/")[0]:
                self._store.makedirs(parent, exist_ok=True)
            renames = type(self._store).mv is not AbstractFileSystem.mv
            target = f"{self.path}.{os.getpid()}.tmp" if renames else self.path
            if isinstance(data, bytes):
                self._store.pipe_file(target, data)
            else:
                self._store.put_file(os.fspath(data), target)
            if renames:
                self._store.mv(target, self.path)

    def unlink(self) -> None:
        """With all that is in it. It need not be there."""
        with _asked():
            if self._store.exists(self.path):
                self._store.rm(self.path, recursive=True)


@contextmanager
def _asked() -> Iterator[None]:
    """Errors of a store as OSErrors with words."""
    try:
        yield
    except TimeoutError:
        raise TimeoutError(errno.ETIMEDOUT, "no answer in time") from None
    except (OSError, InputError, ImportError):
        raise
    except NotImplementedError:
        raise OSError(errno.EROFS, "this kind of store cannot be written") from None
    except Exception as error:  # each store has errors of its own
        status = getattr(error, "status", None)  # of a web server
        words = f"the server answers {status}" if status else f"{type(error).__name__}: {error}"
        raise OSError(errno.EIO, words) from error
