"""The record as annotations of its text, after the W3C Web Annotation Data Model (Recommendation, 23 February 2017).

https://www.w3.org/TR/annotation-model/: 3.1 Annotations, 3.2.4 Embedded Textual Body, 3.3.5 Motivation and Purpose,
4.2.4 Text Quote Selector, 4.2.5 Text Position Selector (it counts code points, as the record does; `end` is not
selected), 5.1 Annotation Collection, 5.2 Annotation Page. The source in terms of this program stands under
`minutes:source`, outside the vocabulary of the model.
"""

from __future__ import annotations

from urllib.parse import quote

from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.standards.common import Data, dump, kept, origin
from minutes_extract.emit.standards.names import urn_of
from minutes_extract.emit.standards.parts import Part, parts
from minutes_extract.schema import Minutes, Span

_AROUND = 32  # characters before and after, by which the words are found again in a text that has changed


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """One AnnotationCollection with one AnnotationPage, in which each annotation is one part of the record."""
    items = [_annotation(part, minutes, text) for part in parts(minutes)]
    page = {"id": urn_of(minutes, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"minutes": "urn:minutes-extract:"}],
        "id": urn_of(minutes, "collection"),
        "type": "AnnotationCollection",
        "label": f"Records of {minutes.source.name or 'minutes'}",
        "minutes:source": origin(minutes, FormatName.ANNOTATIONS),
        "total": len(items),
        "first": page if items else None,
    }
    return dump(kept(**collection), indent)


def _annotation(part: Part, minutes: Minutes, text: str) -> Data:
    bodies: list[Data] = [{"type": "TextualBody", "purpose": "tagging", "value": part.kind}]
    if part.value:
        said = dump(part.value, None)
        bodies.append({"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": said})
    targets = [_target(span, minutes, text) for span in part.spans]
    return {
        "id": urn_of(minutes, part.local),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": targets if len(targets) > 1 else targets[0],
    }


def _target(span: Span, minutes: Minutes, text: str) -> Data:
    name = minutes.source.name
    quotation = kept(
        type="TextQuoteSelector",
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - _AROUND) : span.start],
        suffix=text[span.end : span.end + _AROUND],
    )
    return {
        "type": "SpecificResource",
        "source": quote(name, safe=":/" if "://" in name else "/") if name else urn_of(minutes, "source"),
        "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quotation],
    }
