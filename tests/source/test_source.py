"""Input to text: encodings, what is refused, and that offsets are those of the text as it is."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from minutes_extract.errors import InputError, MinutesExtractError
from minutes_extract.source import Source, from_text, read_bytes, read_path, read_stdin

WELSH = "Cyngor Tref Pellŵ\r\n\r\nThe Café report – “noted” – cost £40.\r\n"
WESTERN = "The café’s lease (£40) was noted – Señor Brock abstained.\n"


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        pytest.param(WELSH.encode(), WELSH, [], id="utf-8"),
        pytest.param(WELSH.encode("utf-8-sig"), WELSH, [], id="utf-8 with mark"),
        pytest.param(WELSH.encode("utf-16"), WELSH, [], id="utf-16 with mark"),
        pytest.param(b"\xfe\xff" + WELSH.encode("utf-16-be"), WELSH, [], id="utf-16 big end first"),
        pytest.param(WELSH.encode("utf-32"), WELSH, [], id="utf-32 with mark"),
        pytest.param(WESTERN.encode("cp1252"), WESTERN, ["decoding"], id="windows-1252"),
        pytest.param("Café\n".encode("latin-1"), "Café\n", ["decoding"], id="latin-1, one letter"),
        pytest.param(
            WELSH.encode()[:-4] + b"\xe2\x80", WELSH[:-4] + "\ufffd", ["encoding_repaired"], id="utf-8 cut in a letter"
        ),
        pytest.param(WELSH.encode("utf-16-le"), WELSH, ["decoding"], id="utf-16 without mark"),
        pytest.param(WELSH.encode("utf-16-be"), WELSH, ["decoding"], id="utf-16 without mark, big end first"),
        pytest.param(
            (WELSH * 2).encode("utf-16") + b"\x00\xd8", WELSH * 2 + "\ufffd", ["encoding_repaired"], id="half a pair"
        ),
        pytest.param(b"One\0 nought", "One\0 nought", ["control_characters"], id="a nought"),
        pytest.param(b"a\x07\x1b[1m", "a\x07\x1b[1m", ["control_characters"], id="control characters"),
        pytest.param(b"a\fb\tc\x0b\n", "a\fb\tc\x0b\n", [], id="form feeds and tabs stay"),
        pytest.param("mark inside \ufeff stays".encode(), "mark inside \ufeff stays", [], id="mark inside"),
    ],
)
def test_decoding(data: bytes, text: str, codes: list[str]) -> None:
    source = read_bytes(data, "minutes.txt")
    assert source.text == text
    assert [code for code, _ in source.warnings] == codes
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_a_warning_says_what_was_assumed() -> None:
    ((_, western),) = read_bytes(b"Caf\xe9").warnings
    assert "Windows-1252" in western
    ((_, repaired),) = read_bytes("éééé".encode() + b"\xff\xff").warnings
    assert repaired.startswith("2 broken UTF-8 sequences")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "is empty. Give", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "is empty. Give", id="a mark alone"),
        pytest.param(" \r\n\t\u00a0\n".encode(), "holds nothing but white space. Give", id="white space"),
        pytest.param(
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "is an OpenDocument text (.odt)", id="odt"
        ),
        pytest.param(b"PK\x03\x04 minutes.txt", "is a zip archive or an Office file", id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office file (.doc, .xls)", id="doc"),
        pytest.param(b"{\\rtf1 Minutes}", "is a rich text file (.rtf)", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "is an image, not text. Read the text in it first", id="png"),
        pytest.param(b"\x1f\x8b\x08", "is a compressed file, not text. Unpack it", id="gzip"),
        pytest.param(b"\x7fELF\x02\x00\x00", "is a binary file, not text. Give", id="program"),
        pytest.param(b"Minutes \0\0 of the ford", "is a binary file", id="noughts"),
        pytest.param(b"Minutes \x01\x02\x03\x04\x05", "is a binary file", id="control characters"),
        pytest.param(b"\xff\xfeM\x00i\x00n", "begins like UTF-16 but is broken at byte", id="utf-16 cut"),
        pytest.param(b"\xff\xfe\x00\x00\x01", "begins like UTF-32 but is broken at byte", id="utf-32 broken"),
        pytest.param("M\0\0".encode("utf-16"), "is a binary file", id="noughts in utf-16"),
        pytest.param(b"Minutes \x81\x8d", "is in an unknown encoding (byte 8 fits neither", id="unknown encoding"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "agenda 1.bin")
    message = str(caught.value)
    assert message.startswith(f"agenda 1.bin: {words}")
    assert "\n" not in message
    assert isinstance(caught.value, MinutesExtractError)


def test_advice_can_be_pasted_into_a_shell() -> None:
    with pytest.raises(InputError, match=r"pandoc 'agenda 1\.rtf' --wrap=none"):
        read_bytes(b"{\\rtf1", "agenda 1.rtf")


def test_mojibake_is_mended_only_when_asked() -> None:
    data = "The Café’s lease – noted\n".encode().decode("cp1252").encode()
    assert read_bytes(data).text.startswith("The CafÃ©")
    fixed = read_bytes(data, fix_encoding=True)
    assert fixed.text == "The Café’s lease – noted\n"
    assert [code for code, _ in fixed.warnings] == ["encoding_fixed"]
    assert read_bytes(WELSH.encode(), fix_encoding=True).warnings == ()
    assert read_bytes(WELSH.encode(), fix_encoding=True).text == WELSH  # curly quotes and CR LF stay


def test_path_gives_name_type_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "june.MD"
    path.write_bytes(b"# Minutes\r\n")
    digest = hashlib.sha256(b"# Minutes\r\n").hexdigest()
    assert read_path(path) == Source("june.MD", "text/markdown", digest, "# Minutes\r\n")
    assert read_path(str(path), "2022/june.md").name == "2022/june.md"


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.txt: no such file\. Check the path"):
        read_path(tmp_path / "missing.txt")
    with pytest.raises(InputError, match=r"is a folder, not a file\. Name a file in it"):
        read_path(tmp_path)
    with pytest.raises(InputError, match=r"cannot be read \(File name too long\)"):
        read_path(tmp_path / ("x" * 300))


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root, under whom tests may run, may read everything
    with pytest.raises(InputError, match=r"shut\.txt: cannot be read \(Permission denied\)\. Check"):
        read_path(tmp_path / "shut.txt")


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.source.read._LONGEST", 100)
    words = r"a\.txt: holds 101 characters, more than the 100 that are read\. Give"
    with pytest.raises(InputError, match=words):
        read_bytes(b"x" * 101, "a.txt")
    with pytest.raises(InputError, match=words):
        from_text("x" * 101, "a.txt")
    monkeypatch.setattr("minutes_extract.source.read._LARGEST", 1000)
    with pytest.raises(InputError, match=r"/dev/zero: holds more than 1,000 bytes"):
        read_path("/dev/zero")


def test_pipes_are_refused_where_plain_files_are_wanted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match=r"pipe\.txt: is no plain file\. "):
        read_path(tmp_path / "pipe.txt", regular=True)


def test_name_that_is_not_unicode(tmp_path: Path) -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    assert read_bytes(b"Minutes", name).name == "caf?.txt"
    with pytest.raises(InputError) as caught:
        read_path(tmp_path / f"{name}\n.txt")
    str(caught.value).encode("utf-8")
    assert "\n" not in str(caught.value)


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Minutes of\r\nthe ford")))
    source = read_stdin()
    assert (source.name, source.text) == ("stdin", "Minutes of\r\nthe ford")


def test_text() -> None:
    source = from_text(WELSH)
    assert (source.name, source.text, source.warnings) == (None, WELSH, ())
    assert source == read_bytes(WELSH.encode())
    assert from_text("x", "ford.txt").name == "ford.txt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "the text: is empty", id="empty"),
        pytest.param("\n ", "the text: holds nothing but white space", id="white space"),
        pytest.param("M\ud800", "the text: holds half a surrogate pair at character 1", id="surrogate"),
    ],
)
def test_text_refused(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        from_text(text)
