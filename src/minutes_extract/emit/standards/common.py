"""What the standards share: who made a document, fields without nulls, and the questions that were put and decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minutes_extract.emit.formats import FormatName, maker
from minutes_extract.schema import Item, Minutes, Person, Record, Vote

Data = dict[str, Any]

_RESULTS = {"carried": "pass", "lost": "fail"}


def kept(**fields: Any) -> Data:
    """The fields that say something: absent stays absent, and nothing stands as null or empty."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}


def dump(document: Data, indent: int | None) -> str:
    return json.dumps(document, ensure_ascii=False, indent=indent)


def origin(minutes: Minutes, name: FormatName) -> Data:
    """The source as the record has it. A later run knows by it that the document need not be made again."""
    source = minutes.source
    return {
        "name": source.name,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "extractor": maker(source.extractor, name),
    }


def plain(record: Record, *without: str) -> Data:
    """A part of the record for an extension point: its own fields, without nulls."""
    return kept(**record.model_dump(mode="json", exclude=set(without), exclude_none=True))


def called(person: Person) -> str:
    """What the text calls someone; a post without a named holder goes by the post."""
    return person.name or next(iter(person.roles), person.id)


def is_member(person: Person) -> bool:
    """Of the body that meets. Apologies are also those of officers and guests, so there the kind must say it."""
    if person.attendance in ("apologies", "absent"):
        return person.kind in ("councillor", "co_optee")
    return person.attendance == "present"


@dataclass(frozen=True, slots=True)
class Question:
    """A motion or decision: what the meeting was asked. `result` is `pass`, `fail`, `withdrawn` or not known."""

    local: str
    item: Item
    classification: str
    text: str
    moved_by: str | None
    seconded_by: str | None
    result: str | None
    vote: Vote | None

    @property
    def vote_result(self) -> str | None:
        """As printed; else that of the question, which the vote has decided."""
        printed = self.vote.result if self.vote is not None else None
        return printed or (self.result if self.result in ("pass", "fail") else None)


def questions(minutes: Minutes) -> Iterator[Question]:
    """In document order. That a meeting resolved or recommended something says that the question was carried."""
    for item in minutes.items:
        asked: list[tuple[int, Question]] = []
        for motion in item.motions:
            printed = motion.vote.result if motion.vote is not None else None
            result = _RESULTS.get(motion.result, motion.result) if motion.result else printed
            question = Question(
                motion.id, item, motion.type, motion.text, motion.moved_by, motion.seconded_by, result, motion.vote
            )
            asked.append((motion.span.start, question))
        for made in item.decisions:
            if made.type == "none":
                continue
            result = made.vote.result if made.vote is not None and made.vote.result else "pass"
            question = Question(made.id, item, made.type, made.text, made.moved_by, made.seconded_by, result, made.vote)
            asked.append((made.span.start, question))
        for _, question in sorted(asked, key=lambda pair: pair[0]):
            yield question


def counts(vote: Vote) -> list[Data]:
    """The printed numbers, in the form that Popolo and Open Civic Data share."""
    printed = (("yes", vote.counts.yes), ("no", vote.counts.no), ("abstain", vote.counts.abstain))
    return [{"option": option, "value": value} for option, value in printed if value is not None]
