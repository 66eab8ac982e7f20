"""Bytes to text: which encoding it is, and what is no text at all."""

from __future__ import annotations

import codecs
import shlex

from minutes_extract.errors import InputError

Warnings = tuple[tuple[str, str], ...]

_PDF = "Convert it to text first: pdftotext -layout {name} minutes.txt"
_WORD = "Convert it to text first: pandoc {name} --wrap=none -t plain -o minutes.txt"
_OFFICE = "Open it in the program that made it and save it as plain text (UTF-8)"
_IMAGE = "Read the text in it first: tesseract {name} minutes"
_UNPACK = "Unpack it and give the text files in it"

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _PDF),
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
_ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document (.docx)", _WORD),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)", _WORD),
    (b"", "a zip archive or an Office file", _UNPACK),
)
# UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> tuple[str, Warnings]:
    """The text of `data` without byte order mark, newlines untouched, and (code, message) of what had to be assumed.

    UTF-8, UTF-16 and UTF-32 by their mark, else Windows-1252. Raises InputError, with `name`, for what is no text.
    """
    _refuse_known(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name), ()
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        raise InputError(name, "is a binary file, not text", "Give the minutes as a text file in UTF-8")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _repaired(data) or _western(data, name)


def _refuse_known(data: bytes, name: str) -> None:
    known = _ZIPPED if data.startswith(b"PK\x03\x04") else ()
    for sign, kind, advice in known:
        if sign in data[:65536]:
            raise InputError(name, f"is {kind}, not text", advice.format(name=shlex.quote(name)))
    for sign, kind, advice in _MAGIC:
        if data.startswith(sign):
            raise InputError(name, f"is {kind}, not text", advice.format(name=shlex.quote(name)))


def _marked(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            name,
            f"begins like {encoding.upper()} but is broken at byte {error.start}",
            "Save it as UTF-8 and try again",
        ) from None
    if "\0" in text:
        raise InputError(name, "is a binary file, not text", "Give the minutes as a text file in UTF-8")
    return text


def _repaired(data: bytes) -> tuple[str, Warnings] | None:
    """UTF-8 with a few broken bytes in it, or None where it does not look like UTF-8 at all.

    In Windows-1252 prose a byte pair that happens to be UTF-8 is rare, so more good characters than bad ones decide.
    """
    text = data.decode("utf-8", errors="replace")
    replaced = text.count("\ufffd")
    bad = replaced - data.count(b"\xef\xbf\xbd")
    good = sum(character > "\x7f" for character in text) - replaced
    if good <= bad:
        return None
    message = f"{bad} broken UTF-8 sequence{'s' if bad > 1 else ''} in the input, read as the replacement character"
    return text, (("encoding_repaired", message),)


def _western(data: bytes, name: str) -> tuple[str, Warnings]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(
            name,
            f"is in an unknown encoding (byte {error.start} fits neither UTF-8 nor Windows-1252)",
            "Convert it to UTF-8 first, for example with iconv",
        ) from None
    message = "the input is not UTF-8; it was read as Windows-1252 (Western European)"
    return text, (("decoding", message),)
