"""The parts of a record that have words in the text, one by one, with what each says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minutes_extract.emit.standards.common import Data, kept
from minutes_extract.schema import Minutes, Person, Record, Span


@dataclass(frozen=True, slots=True)
class Part:
    """`value` is said of the words at `spans`. `local` is the name of the part within its document."""

    local: str
    kind: str
    value: Data
    spans: list[Span]


def parts(minutes: Minutes) -> Iterator[Part]:
    """The facts of the meeting, what stands outside the items, and then all else in the order of the record."""
    facts = minutes.meeting.model_dump(mode="json")
    for path, span in minutes.meeting.evidence.items():
        value: Any = facts
        for name in path.split("."):
            value = value[name]
        yield Part(f"meeting/{path}", "meeting", kept(**{path: value}, rule=minutes.meeting.rules.get(path)), [span])
    for kind, outside in (("header", minutes.header), ("closing", minutes.closing)):
        if outside is not None:
            yield Part(kind, kind, {}, [outside])
    yield from _within(minutes, "")


def _within(record: Record, local: str) -> Iterator[Part]:
    for name, value in record:
        for number, part in enumerate(value if isinstance(value, list) else [value], 1):
            if not _stands(part):
                continue
            inner = getattr(part, "id", None) or f"{local}/{name}/{number}".lstrip("/")
            yield Part(inner, _kind(part), _value(part), _spans(part))
            yield from _within(part, inner)


def _stands(part: object) -> bool:
    return isinstance(part, Record) and getattr(part, "span", None) is not None


def _kind(part: Record) -> str:
    return type(part).__name__.removeprefix("Minutes").lower()


def _value(part: Record) -> Data:
    """What the part says of its words; the words themselves and parts with words of their own have their own places."""
    apart = {"span", "text", "mentions"} | {
        name for name, value in part for one in (value if isinstance(value, list) else [value]) if _stands(one)
    }
    return kept(**part.model_dump(mode="json", exclude=apart, exclude_none=True))


def _spans(part: Any) -> list[Span]:
    """A person is annotated wherever it is mentioned, first where it is introduced."""
    others = part.mentions if isinstance(part, Person) else []
    return [part.span, *(span for span in others if span != part.span)]
