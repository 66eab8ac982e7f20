"""Bytes to text: which encoding it is, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from minutes_extract.errors import InputError
from minutes_extract.source.converted import Warnings
from minutes_extract.source.extras import needs

# UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = ("is a binary file, not text", "Give the minutes as a text file in UTF-8")
_FEW = 0.001  # of the characters: programs write a few NULs into a text; more of them, and it is no text
# What no text holds on purpose; tab, line ends, form feed and vertical tab are kept, and so is NEXT LINE (U+0085).
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BROKEN = 0.01  # of the characters: more broken ones, and it is in some other encoding
_MANY = 0.02  # of the characters: more control characters than that, and it is no text


def decode(data: bytes, name: str, *, fix: bool = False) -> tuple[str, Warnings]:
    """The text of `data` without byte order mark, newlines untouched, and (code, message) of what had to be assumed.

    UTF-8, UTF-16 and UTF-32 by their mark, UTF-16 without one by its pattern of NULs, else Windows-1252. `fix` mends
    letters that were decoded wrongly before. Raises InputError, with `name`, for what is no text.
    """
    text, warnings = _decoded(data, name)
    nuls, controls = text.count("\0"), len(_CONTROLS.findall(text))
    if nuls > max(1, len(text) * _FEW) or controls > max(4, len(text) * _MANY):
        raise InputError(name, *_BINARY)
    if controls:
        warnings += (("control_characters", f"{_times(controls, 'control character')} in the input"),)
    if fix:
        fixed = _mended(text, name)
        if fixed != text:
            return fixed, (*warnings, ("encoding_fixed", "wrongly decoded letters were mended, as asked, with ftfy"))
    return text, warnings


def _times(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _decoded(data: bytes, name: str) -> tuple[str, Warnings]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _wide(data, encoding, name, "begins like")
    if guess := _unmarked(data):
        message = f"the input has no byte order mark; it was read as {guess.upper()}"
        text, warnings = _wide(data, guess, name, "looks like")
        return text, (("decoding", message), *warnings)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _repaired(data) or _western(data, name)


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every other byte is a NUL, on one side of the pair only."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _wide(data: bytes, encoding: str, name: str, how: str) -> tuple[str, Warnings]:
    """UTF-16 or UTF-32, a few broken places (half a surrogate pair, a cut end) replaced."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        bad = text.count("\ufffd")
        if bad <= len(text) * _BROKEN:
            return text, _repairs(bad, encoding.upper())
        reason = f"{how} {encoding.upper()} but is broken at byte {error.start}"
        raise InputError(name, reason, "Save it as UTF-8 and try again") from None


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
    return text, _repairs(bad, "UTF-8")


def _repairs(bad: int, encoding: str) -> Warnings:
    message = f"{_times(bad, f'broken {encoding} sequence')} in the input, read as the replacement character"
    return (("encoding_repaired", message),)


def _western(data: bytes, name: str) -> tuple[str, Warnings]:
    if data.count(0) > max(1, len(data) * _FEW):
        raise InputError(name, *_BINARY)
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


def _mended(text: str, name: str) -> str:
    """Only wrong decodings are undone: quotes, widths and line ends stay as they are printed."""
    with needs("encoding", name, "mending wrongly decoded letters"):
        from ftfy import TextFixerConfig, fix_encoding
    return fix_encoding(text, TextFixerConfig(explain=False))
