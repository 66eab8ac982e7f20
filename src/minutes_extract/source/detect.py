"""What a file is, by its content first and its name last."""

from __future__ import annotations

import codecs
import re
import shlex
from typing import Literal

from minutes_extract.errors import InputError

Kind = Literal["text", "html", "pdf", "docx"]

_HEAD = 65536  # bytes that are looked at
_WORD = "Convert it to text first: pandoc {name} --wrap=none -t plain -o minutes.txt"
_OFFICE = "Open it in the program that made it and save it as .docx or as plain text (UTF-8)"
_IMAGE = "Read the text in it first: tesseract {name} minutes"
_UNPACK = "Unpack it and give the files in it"

_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)", _OFFICE),
    (b"{\\rtf", "a rich text file (.rtf)", _WORD),
    (b"\x89PNG", "an image", _IMAGE),
    (b"\xff\xd8\xff", "an image", _IMAGE),
    (b"GIF8", "an image", _IMAGE),
    (b"II*\x00", "an image", _IMAGE),
    (b"MM\x00*", "an image", _IMAGE),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive", _UNPACK),
    (b"BZh", "a compressed file", _UNPACK),
    (b"\xfd7zXZ", "a compressed file", _UNPACK),
)
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*){0,5}<(?:!doctype\s+html|html|head)\b", re.I | re.S
)
_PIECE = re.compile(
    rb"\s*(?:<!--.{0,4000}?-->\s*){0,5}<(?:article|body|div|h[1-6]|main|meta|p|section|span|table|title|ul)\b[^>]{0,2000}>",
    re.I | re.S,
)
_TAGS = re.compile(rb"</?(?:p|div|td|tr|li|br|span|h[1-6]|table)\b", re.I)
_MARKDOWN = (".md", ".markdown")
_PAGES = (".html", ".htm", ".xhtml", ".aspx", ".asp", ".php")


def detect(data: bytes, name: str) -> Kind:
    """What reads `data`. Raises InputError, with `name`, for what is known to be no minutes in words."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:  # some servers and scanners put a few bytes before it
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    for sign, kind, advice in _REFUSED:
        if head.startswith(sign):
            raise InputError(name, f"is {kind}, not text", advice.format(name=shlex.quote(name)))
    return "html" if _is_page(head, name.lower()) else "text"


def _zipped(data: bytes, name: str) -> Kind:
    if b"word/document" in data or b"word/" in data[:_HEAD]:
        return "docx"
    shown = shlex.quote(name)
    if _ODT in data[:_HEAD]:
        raise InputError(name, "is an OpenDocument text (.odt), not text", _WORD.format(name=shown))
    raise InputError(name, "is a zip archive or an Office file, not text", _UNPACK)


def _is_page(head: bytes, name: str) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.replace(b"\0", b"")[2:]
    head = head.removeprefix(codecs.BOM_UTF8)
    if _PAGE.match(head):
        return True
    if name.endswith(_PAGES):
        return _TAGS.search(head) is not None
    if name.endswith(_MARKDOWN):
        return False
    return _PIECE.match(head) is not None and len(_TAGS.findall(head)) > 1
