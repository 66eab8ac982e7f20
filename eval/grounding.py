"""Whether a record stands in its source: every span lies in the text, and every text is what its span yields."""

from collections.abc import Iterator
from dataclasses import dataclass

from eval.flatten import Record

_SPAN = {"start", "end"}


@dataclass(frozen=True)
class Grounding:
    """How many spans a record carries, and the places of those that do not hold."""

    spans: int
    ungrounded: tuple[str, ...]


def grounding(record: Record, source: str) -> Grounding:
    checked = list(_spans("", record, source))
    return Grounding(len(checked), tuple(path for path, holds in checked if not holds))


def _spans(path: str, node: object, source: str) -> Iterator[tuple[str, bool]]:
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from _spans(f"{path}[{index}]", value, source)
    elif isinstance(node, dict):
        if node.keys() == _SPAN:
            yield path, _inside(node, source)
            return
        for key, value in node.items():
            if key == "span" and isinstance(value, dict):
                yield path, _inside(value, source) and _yields(node, source)
            else:
                yield from _spans(f"{path}.{key}", value, source)


def _inside(span: Record, source: str) -> bool:
    start, end = span.get("start"), span.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(source)


def _yields(node: Record, source: str) -> bool:
    text = node.get("text")
    return text is None or " ".join(source[node["span"]["start"] : node["span"]["end"]].split()) == text
