"""Without the library of a reader, the error names the line that installs it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest

from minutes_extract.errors import InputError
from minutes_extract.source import read_bytes


def word() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "module", "fix", "words"),
    [
        (b"%PDF-1.7", "pypdfium2", False, r"is a PDF; reading it needs pypdfium2\. pip install 'minutes-extract\[pdf\]'"),
        (word(), "docx", False, r"is a Word document; .* pip install 'minutes-extract\[docx\]'"),
        (b"<html>", "selectolax.lexbor", False, r"is a web page; .* pip install 'minutes-extract\[html\]'"),
        (b"Minutes", "ftfy", True, r"mending .* needs ftfy\. pip install 'minutes-extract\[encoding\]'"),
    ],
    ids=["pdf", "docx", "html", "encoding"],
)  # fmt: skip
def test_missing_library(monkeypatch: pytest.MonkeyPatch, data: bytes, module: str, fix: bool, words: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=words):
        read_bytes(data, "x", fix_encoding=fix)


def test_text_needs_no_extra() -> None:
    code = (
        "import sys; from minutes_extract.source import read_bytes; read_bytes(b'Minutes');"
        "print({'selectolax', 'pypdfium2', 'docx', 'ftfy'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
