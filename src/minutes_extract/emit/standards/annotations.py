"""The record as annotations of its text, after the W3C Web Annotation Data Model (Recommendation, 23 February 2017).

https://www.w3.org/TR/annotation-model/: 3.1 Annotations, 3.2.4 Embedded Textual Body, 3.3.5 Motivation and Purpose,
4.2.4 Text Quote Selector, 4.2.5 Text Position Selector, 5.1 Annotation Collection, 5.2 Annotation Page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from minutes_extract.emit.standards.names import urn_of
from minutes_extract.schema import Minutes, Person, Record, Span

_AROUND = 32  # characters before and after, by which the words are found again in a text that has changed


@dataclass(frozen=True, slots=True)
class _Note:
    """What one annotation says: `value` of the words at `spans`. `local` is its name within the document."""

    local: str
    kind: str
    value: dict[str, Any]
    spans: list[Span]


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """One AnnotationCollection with one AnnotationPage, in which each annotation is one part of the record."""
    notes = [*_meeting(minutes), *_parts(minutes, "")]
    page = {
        "id": urn_of(minutes, "page"),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(note, minutes, text) for note in notes],
    }
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn_of(minutes, "collection"),
        "type": "AnnotationCollection",
        "label": f"Records of {minutes.source.name or 'minutes'}",
        "total": len(notes),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=indent)


def _meeting(minutes: Minutes) -> Iterator[_Note]:
    """The facts of the meeting, each at its evidence; and the parts outside the items."""
    facts = minutes.meeting.model_dump(mode="json")
    for path, span in minutes.meeting.evidence.items():
        value: Any = facts
        for name in path.split("."):
            value = value[name]
        rule = minutes.meeting.rules.get(path)
        yield _Note(f"meeting/{path}", "meeting", {path: value} | ({"rule": rule} if rule else {}), [span])
    for kind, outside in (("header", minutes.header), ("closing", minutes.closing)):
        if outside is not None:
            yield _Note(kind, kind, {}, [outside])


def _parts(record: Record, local: str) -> Iterator[_Note]:
    """Every part of a record that has a span, in the order of the record."""
    for name, value in record:
        for number, part in enumerate(value if isinstance(value, list) else [value], 1):
            if not _stands(part):
                continue
            inner = getattr(part, "id", None) or f"{local}/{name}/{number}".lstrip("/")
            yield _Note(inner, _kind(part), _value(part), _spans(part))
            yield from _parts(part, inner)


def _stands(part: object) -> bool:
    return isinstance(part, Record) and getattr(part, "span", None) is not None


def _kind(part: Record) -> str:
    return type(part).__name__.removeprefix("Minutes").lower()


def _value(part: Record) -> dict[str, Any]:
    """What the part says of its words; the words themselves and parts with words of their own have their own places."""
    apart = {"span", "text", "mentions"} | {
        name for name, value in part for one in (value if isinstance(value, list) else [value]) if _stands(one)
    }
    return part.model_dump(mode="json", exclude=apart, exclude_none=True)


def _spans(part: Any) -> list[Span]:
    """A person is annotated wherever it is mentioned, first where it is introduced."""
    others = part.mentions if isinstance(part, Person) else []
    return [part.span, *(span for span in others if span != part.span)]


def _annotation(note: _Note, minutes: Minutes, text: str) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": note.kind}]
    if note.value:
        value = json.dumps(note.value, ensure_ascii=False)
        bodies.append({"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": value})
    targets = [_target(span, minutes, text) for span in note.spans]
    return {
        "id": urn_of(minutes, note.local),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": targets if len(targets) > 1 else targets[0],
    }


def _target(span: Span, minutes: Minutes, text: str) -> dict[str, Any]:
    quoted = {"type": "TextQuoteSelector", "exact": text[span.start : span.end]}
    if before := text[max(0, span.start - _AROUND) : span.start]:
        quoted["prefix"] = before
    if after := text[span.end : span.end + _AROUND]:
        quoted["suffix"] = after
    name = minutes.source.name
    return {
        "type": "SpecificResource",
        "source": quote(name) if name else urn_of(minutes, "source"),
        "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quoted],
    }
