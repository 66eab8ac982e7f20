"""HTML → text: the main part of a page as lines, with its headings, lists and tables."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from minutes_extract.errors import InputError
from minutes_extract.source import moderngov
from minutes_extract.source.blocks import Blocks
from minutes_extract.source.converted import Converted, Warnings
from minutes_extract.source.decode import decode
from minutes_extract.source.extras import needs

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MEDIA_TYPE = "text/html"

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]{0,30})", re.IGNORECASE)
# Elements without content, and those that the next one of their kind ends: open, they are nothing deep.
_FLAT = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr wbr".split()
)
_DEEP = 2_000  # levels: real pages have some thirty, and the time of the parser grows with the square of the depth
# What surrounds the text of a page. `form` is not among them: some systems put the whole page into one.
_AROUND = (
    "nav, [role=navigation], [role=banner], [role=contentinfo], [role=search], [hidden], body > header, body > footer"
)
_MAIN = "main, [role=main], #main-content, #maincontent"
_SHARE = 0.25  # of the text of the page: less than that in its main part, and the mark stands in the wrong place


def read_html(data: bytes, name: str, *, fix: bool = False) -> Converted:
    """The text of a web page. Raises InputError where there is none or where it is no page that can be parsed."""
    with needs("html", name, "is a web page; reading it"):
        from selectolax.lexbor import LexborHTMLParser
    source, warnings = _decoded(data, name, fix)
    if (depth := _depth(source)) > _DEEP:
        raise InputError(name, f"nests its tags {depth} levels deep, as no real page does", "Save it anew in a browser")
    tree = LexborHTMLParser(source)
    blocks = Blocks(ranked=not moderngov.is_meeting(tree))
    if title := _title(tree):
        blocks.line(title)
    if (root := _main(tree)) is not None:
        blocks.walk(root)
    return Converted(blocks.text(), MEDIA_TYPE, warnings)


def _decoded(data: bytes, name: str, fix: bool) -> tuple[str, Warnings]:
    """UTF-8 where it fits, whatever the page says; else what the page says; else as for plain text."""
    said = _CHARSET.search(data, 0, 4096)
    if said and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            data = _as_said(data, said[1].decode("ascii"))
    return decode(data, name, fix=fix)


def _as_said(data: bytes, charset: str) -> bytes:
    """The page in UTF-8, where it is in the encoding that it names. Browsers read Latin-1 as Windows-1252, as we do."""
    try:
        codec = codecs.lookup(charset)
        if codec.name in ("iso8859-1", "ascii", "utf-8", "cp1252"):
            return data
        return data.decode(codec.name).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _depth(source: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(source):
        if tag[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _title(tree: LexborHTMLParser) -> str:
    """The title of a page that has no heading of the first rank: it may be all that names the meeting."""
    title = tree.css_first("head > title")
    if title is None or tree.css_first("h1") is not None:
        return ""
    return " ".join((title.text() or "").split())


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    body = tree.body
    if body is None:
        return None
    for around in body.css(_AROUND):
        around.decompose()
    mains = body.css(_MAIN)
    whole = len(body.text(strip=True))
    if mains and len(mains[0].text(strip=True)) > _SHARE * whole:
        return mains[0]
    return body
