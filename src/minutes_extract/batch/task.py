"""One document: read it and make its record, whatever happens."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from minutes_extract.batch.inputs import Input
from minutes_extract.emit.formats import FormatName, renderer
from minutes_extract.errors import InputError, MinutesExtractError


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for all documents of a run. `indent` None puts a record on one line."""

    patterns: Path | None = None
    fix_encoding: bool = False
    indent: int | None = None
    with_text: bool = False
    form: FormatName = FormatName.JSON


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no record. `trace` is of a fault of this program."""

    message: str
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record, with the text that its offsets count where that was wanted; or why there is none.

    `fatal` holds an error that would meet every document. `unchanged`: the record is of an earlier run.
    """

    record: str | None = None
    text: str | None = None
    failure: Failure | None = None
    fatal: MinutesExtractError | None = None
    unchanged: bool = False


Work = Callable[[Input, Settings], Outcome]


def perform(given: Input, settings: Settings) -> Outcome:
    """The record of one input; raises nothing."""
    return attempt(_record, given, settings)


def attempt(work: Work, given: Input, settings: Settings) -> Outcome:
    """The outcome of `work` on one input, with what it raises as a failure."""
    try:
        return work(given, settings)
    except InputError as error:
        return Outcome(failure=Failure(str(error)))
    except MinutesExtractError as error:
        return Outcome(fatal=error)
    except MemoryError:
        return Outcome(failure=Failure(f"{given.shown}: needs more memory than there is. Read it alone, or split it"))
    except Exception as error:  # a fault of ours in one document must not cost the others
        message = f"{given.shown}: internal error ({type(error).__name__}: {error}). Please report it with the file"
        return Outcome(failure=Failure(message, traceback.format_exc()))


def _record(given: Input, settings: Settings) -> Outcome:
    source = given.read(settings.fix_encoding)
    # Imported late, after the input is known to be a document: the pipeline loads spaCy.
    from minutes_extract.pipeline import extract

    minutes = extract(source, patterns=settings.patterns)
    record = renderer(settings.form)(minutes, source.text, settings.indent)
    return Outcome(record, source.text if settings.with_text else None)
