"""The source text as HTML, letter for letter, with every record marked in place.

The text content of the result is the source: one character of the page for each code point of it. So offsets, selections
and the text that the page lets a person download agree with the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from minutes_extract.emit.review.marks import Mark, Piece, pieces

_SHEET = 4000  # characters: a browser lays out only the sheets that are in sight, which keeps long documents quick


def marked(text: str, marks: list[Mark]) -> Markup:
    """`text` in sheets; each marked piece carries the references of its records, and each record has an anchor."""
    cuts = _cuts(text)
    met: set[str] = set()
    out: list[str] = []
    for piece in pieces(len(text), marks, cuts):
        if piece.start == 0 or piece.start in cuts:
            out.append('</div><div class="sheet">' if out else '<div class="sheet">')
        out.append(_piece(text, piece, met))
    out.append("</div>")
    return Markup("").join(Markup(part) for part in out)


def _piece(text: str, piece: Piece, met: set[str]) -> str:
    shown = _escaped(text[piece.start : piece.end])
    if not piece.marks:
        return shown
    refs = dict.fromkeys(mark.ref for mark in piece.marks)
    kinds = dict.fromkeys(mark.kind for mark in piece.marks if mark.kind != "body")
    anchors = "".join(f'<a id="t-{escape(ref)}"></a>' for ref in refs if ref not in met)
    met.update(refs)
    names = " ".join(["s", *kinds])
    return f'{anchors}<span class="{names}" data-s="{piece.start}" data-r="{escape(" ".join(refs))}">{shown}</span>'


def _escaped(text: str) -> str:
    """A carriage return would be dropped by the parser and NUL cannot stand in a page at all."""
    return str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd")


def _cuts(text: str) -> set[int]:
    """Where sheets end: at the end of a line, or where a line runs on for ever."""
    return set(_line_ends(text))


def _line_ends(text: str) -> Iterator[int]:
    at = 0
    while len(text) - at > _SHEET:
        line = text.find("\n", at + _SHEET, at + 2 * _SHEET)
        at = line + 1 if line >= 0 else at + 2 * _SHEET
        if at < len(text):
            yield at
