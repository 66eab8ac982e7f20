"""Elements of a page → lines of text, as a browser would break them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minutes_extract.source import moderngov
from minutes_extract.source.labels import label
from minutes_extract.source.tables import Line, row_lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SILENT = frozenset(
    "applet audio button canvas datalist embed head iframe math noscript object optgroup option script select style svg "
    "template textarea title video".split()
)
_APART = frozenset(
    "address article aside blockquote center details dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p "
    "pre section table ul".split()
)
_LINES = frozenset("body caption dd div dt figcaption legend li summary tbody tfoot thead".split())
_RANKS = {f"h{rank}": "#" * rank + " " for rank in range(1, 7)}
_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the non-breaking space, which stands where the author wanted one
_UNSEEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s{0,3}:\s{0,3}none", re.IGNORECASE)


@dataclass(slots=True)
class _Frame:
    """The page, or one cell of a table in it: its lines so far, and the cells of the row that is being read."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    gap: int = 0  # line breaks due before the next line
    mark: str = ""  # what the next line begins with: a number, a bullet
    rank: str = ""
    row: list[list[Line]] = field(default_factory=list)
    stacked: bool = False

    def flush(self, gap: int) -> None:
        """End the line; `gap` line breaks at least stand before the next one."""
        text = _SPACE.sub(" ", "".join(self.words)).strip(" \u00a0")
        self.words.clear()
        if text:
            self.lines.append(Line(self.gap, f"{self.mark or self.rank}{text}"))
            self.gap, self.mark = 0, ""
        self.gap = max(self.gap, gap)


@dataclass(slots=True)
class Blocks:
    """Walks a tree of elements, without recursion: pages of strangers may be nested deeper than Python's stack."""

    ranked: bool = True  # headings are marked with their rank, as in Markdown
    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    lists: list[int | None] = field(
        default_factory=list
    )  # the last number of each open list; None where it has bullets

    def line(self, text: str) -> None:
        self.frames[-1].words.append(text)
        self.frames[-1].flush(2)

    def text(self) -> str:
        self.frames[-1].flush(1)
        parts = [f"{chr(10) * line.gap}{line.text}" for line in self.frames[-1].lines]
        return "".join(parts).lstrip("\n") + ("\n" if parts else "")

    def walk(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            below = node.child if self._enter(node) else None
            if below is not None:
                node = below
                continue
            while node is not None:
                self._leave(node)
                if node.mem_id == root.mem_id:
                    return
                if node.next is not None:
                    node = node.next
                    break
                node = node.parent

    def _enter(self, node: LexborNode) -> bool:
        """Begin an element; False where its content is not to be read."""
        frame, tag = self.frames[-1], node.tag
        if node.is_text_node:
            frame.words.append(moderngov.spaced(node, node.text_content or ""))
            return False
        if not node.is_element_node or tag in _SILENT:
            return False
        style = node.attributes.get("style") or ""
        if _UNSEEN.search(style) or moderngov.is_noise(node):
            return False
        if tag == "pre":
            self._preformatted(node.text() or "")
            return False
        self._break(frame, tag or "")
        if tag in ("ul", "ol"):
            self.lists.append(_before_first(node) if tag == "ol" else None)
        elif tag == "li":
            frame.mark = "" if _UNMARKED.search(style) else self._mark(node)
        elif tag in ("td", "th"):
            self.frames.append(_Frame())
        elif tag == "tr":
            frame.row, frame.stacked = [], moderngov.is_item(node)
        elif tag == "img":
            frame.words.append(moderngov.icon(node))
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag
        if not node.is_element_node or tag in _SILENT:
            return
        if tag in ("td", "th") and len(self.frames) > 1:
            cell = self.frames.pop()
            cell.flush(1)
            self.frames[-1].row.append(cell.lines)
            return
        frame = self.frames[-1]
        if tag == "tr":
            self._row(frame)
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag not in ("br", "hr"):
            self._break(frame, tag or "", leaving=True)
        if tag == "li":
            frame.mark = ""

    def _break(self, frame: _Frame, tag: str, leaving: bool = False) -> None:
        if tag == "br":
            frame.flush(1 if "".join(frame.words).strip() else 2)
        elif tag in ("ul", "ol") and self.lists:
            frame.flush(1)  # a list within a list
        elif tag in _APART:
            frame.flush(2)
            ranked = self.ranked and not leaving and len(self.frames) == 1  # a table has no headings
            frame.rank = _RANKS.get(tag, "") if ranked else ""
        elif tag in _LINES:
            frame.flush(1)

    def _row(self, frame: _Frame) -> None:
        for line in row_lines(frame.row, frame.stacked):
            frame.lines.append(Line(max(line.gap, frame.gap, 1), line.text))
            frame.gap = 0
        frame.row = []

    def _mark(self, item: LexborNode) -> str:
        if not self.lists or self.lists[-1] is None:
            return "• "
        number = _number(item, "value", self.lists[-1] + 1)
        self.lists[-1] = number
        kind = item.parent.attributes.get("type") if item.parent is not None else None
        return f"{label(number, _STYLES.get(kind or '', 'decimal'))}. "

    def _preformatted(self, text: str) -> None:
        frame = self.frames[-1]
        frame.flush(2)
        for line in text.splitlines():
            frame.lines.append(Line(max(1, frame.gap), line.rstrip()))
            frame.gap = 0
        frame.gap = 2


def _before_first(node: LexborNode) -> int:
    return _number(node, "start", 1) - 1


def _number(node: LexborNode, attribute: str, otherwise: int) -> int:
    value = (node.attributes.get(attribute) or "").strip()
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else otherwise
