"""Bytes of any kind of document → its text."""

from __future__ import annotations

from minutes_extract.source.converted import Converted
from minutes_extract.source.decode import decode
from minutes_extract.source.detect import detect


def convert(data: bytes, name: str, *, fix: bool = False) -> Converted:
    """The text of a document. The readers are loaded when needed: each brings a library.

    `fix` mends wrongly decoded letters in text and web pages. Raises InputError, with `name`, for what cannot be read.
    """
    match detect(data, name):
        case "pdf":
            from minutes_extract.source.pdf import read_pdf

            return read_pdf(data, name)
        case "docx":
            from minutes_extract.source.docx import read_docx

            return read_docx(data, name)
        case "html":
            from minutes_extract.source.html import read_html

            return read_html(data, name, fix=fix)
        case "text":
            text, warnings = decode(data, name, fix=fix)
            markdown = name.lower().endswith((".md", ".markdown"))
            return Converted(text, "text/markdown" if markdown else "text/plain", warnings)
