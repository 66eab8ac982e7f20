"""Places of the view as the record prints them: spans of the source, and its words at them."""

from __future__ import annotations

from typing import Any, NamedTuple

from minutes_extract.records import Place
from minutes_extract.spans import Span, View, fold

Data = dict[str, Any]


class Places(NamedTuple):
    """Writes the places of one document; `source` is its text."""

    source: str
    view: View

    def span(self, place: Place) -> Data:
        """The span of a place of the view."""
        return _data(self.view.span(*place))

    def text(self, place: Place) -> Data:
        """The words of the source at a place, folded, with their span."""
        span = self.view.span(*place)
        return {"text": fold(self.source[span.start : span.end]), "span": _data(span)}

    def printed(self, place: Place | None) -> str | None:
        """The words at a place in the characters of the source, without a span of their own."""
        return self.view.printed(*place) if place else None


def dumped(span: Span | None) -> Data | None:
    """A span of the source, or the null that stands for none."""
    return None if span is None else _data(span)


def _data(span: Span) -> Data:
    return {"start": span.start, "end": span.end}
