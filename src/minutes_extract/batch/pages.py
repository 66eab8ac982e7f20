"""Review pages: the page of one input, and the site of many with its index."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from minutes_extract.batch.files import read_whole
from minutes_extract.batch.inputs import Input
from minutes_extract.batch.outputs import FolderSink, TextFolder, put_whole
from minutes_extract.batch.places import Place
from minutes_extract.batch.stamps import Stamp
from minutes_extract.batch.task import Outcome, Settings, attempt

if TYPE_CHECKING:
    from minutes_extract.schema import Minutes, Span
    from minutes_extract.source import Source

PAGES = "meetings"
"""The folder of a site that holds the pages: beside the index, which no document can thus overwrite."""
_BRIEFS = ".briefs"
"""The folder of a site that holds what the index needs of each page: what a later run goes on with."""


def one_page(given: Input, settings: Settings) -> Outcome:
    """The review page of one input; raises nothing."""
    return attempt(_alone, given, settings)


def page_of_site(given: Input, settings: Settings) -> Outcome:
    """The review page of one input as `text`, with what the index needs of it as `record`; raises nothing."""
    return attempt(_of_site, given, settings)


def _alone(given: Input, settings: Settings) -> Outcome:
    from minutes_extract.emit.review import page

    source, minutes, missed = _read(given, settings)
    return Outcome(page(source.text, minutes, missed))


def _of_site(given: Input, settings: Settings) -> Outcome:
    from minutes_extract.emit.review import brief, page

    source, minutes, missed = _read(given, settings)
    home = "../" * (given.stem.count("/") + 1) + "index.html"
    known = brief(minutes, len(missed), quote(f"{PAGES}/{given.stem}.html"))
    return Outcome(known.model_dump_json(), page(source.text, minutes, missed, home))


def _read(given: Input, settings: Settings) -> tuple[Source, Minutes, list[Span]]:
    source = given.read(settings.fix_encoding)
    from minutes_extract.pipeline import extract, unclaimed  # late: it loads spaCy

    minutes = extract(source, patterns=settings.patterns)
    return source, minutes, unclaimed(source.text, minutes, settings.patterns)


class SiteSink:
    """Keeps beside the pages what the index needs of each, and writes the index when the run ends."""

    indent: int | None = None
    with_text = False

    def __init__(self, folder: Place) -> None:
        self.index = folder / "index.html"
        self.pages = TextFolder(folder / PAGES, suffix=".html")
        self._briefs = FolderSink(folder / _BRIEFS)
        self._met: list[Input] = []
        self._failed: list[tuple[str, str]] = []

    def finished(self, given: Input) -> Stamp | None:
        return self._briefs.finished(given)

    def keep(self, given: Input) -> None:
        self._met.append(given)

    def put(self, given: Input, record: str, text: str | None = None) -> None:
        self._briefs.put(given, record)
        self._met.append(given)

    def fail(self, given: Input, message: str) -> None:
        self._failed.append((given.name, message))

    def close(self, *, complete: bool) -> None:
        """Of a run that was stopped, the index lists what is there. Without any meeting there is none."""
        if not self._met:
            return
        from minutes_extract.emit.review import Brief, Failed, index

        briefs = [Brief.model_validate_json(read_whole(self._briefs.target(given))) for given in self._met]
        put_whole(self.index, index(briefs, [Failed(*failed) for failed in self._failed]))
