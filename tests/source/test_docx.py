"""Word documents that the tests make: numbers, tables, what is left out, and bombs."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from minutes_extract.errors import InputError
from minutes_extract.source import Source, read_bytes
from minutes_extract.source.labels import label

LEVELS = {
    "clauses": [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3)")],
    "outline": [("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")],
    "points": [("bullet", "·"), ("bullet", "o")],
    "legal": [("upperRoman", "Article %1"), ("decimal", "%1.%2")],
}


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(document: Any) -> Source:
    return read_bytes(saved(document), "minutes.docx")


def numbered(document: Any) -> dict[str, int]:
    """Adds the lists of LEVELS to a document; gives their numIds. 'again' starts the clauses anew."""
    numbering = document.part.numbering_part.element
    names: dict[str, int] = {}
    for place, (name, levels) in enumerate(LEVELS.items(), 90):
        parts = "".join(
            f'<w:lvl w:ilvl="{deep}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'{"<w:isLgl/>" if name == "legal" and deep else ""}<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
            for deep, (style, text) in enumerate(levels)
        )  # fmt: skip
        kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{place}">{parts}</w:abstractNum>'
        numbering.insert(0, parse_xml(kind))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>')
        )
        names[name] = place
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    again = f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="{names["clauses"]}"/>{start}</w:num>'
    numbering.append(parse_xml(again))
    return names | {"again": 99}


def point(document: Any, listed: int, deep: int, text: str) -> None:
    rules = document.add_paragraph(text)._p.get_or_add_pPr()
    rules.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{deep}"/><w:numId w:val="{listed}"/></w:numPr>'))


@pytest.mark.parametrize(
    ("points", "text"),
    [
        pytest.param(
            [("clauses", 0, "a"), ("clauses", 0, "b"), ("clauses", 1, "c"), ("clauses", 1, "d"), ("clauses", 0, "e"),
             ("clauses", 1, "f"), ("clauses", 2, "g")],
            "1. a\n2. b\n(a) c\n(b) d\n3. e\n(a) f\ni) g\n", id="levels start anew below a new point",
        ),
        pytest.param(
            [("outline", 0, "a"), ("outline", 1, "b"), ("outline", 1, "c"), ("outline", 2, "d"), ("outline", 0, "e")],
            "1 a\n1.1 b\n1.2 c\n1.2.1 d\n2 e\n", id="numbers of several levels",
        ),
        pytest.param([("points", 0, "a"), ("points", 1, "b")], "• a\n• b\n", id="bullets"),
        pytest.param([("legal", 0, "a"), ("legal", 1, "b")], "Article I a\n1.1 b\n", id="Roman shown in Arabic figures"),
        pytest.param(
            [("clauses", 0, "a"), ("again", 0, "b"), ("again", 0, "c"), ("clauses", 0, "d")],
            "1. a\n1. b\n2. c\n3. d\n", id="a list that starts again shares its counter",
        ),
    ],
)  # fmt: skip
def test_numbers_as_word_prints_them(points: list[tuple[str, int, str]], text: str) -> None:
    document = docx.Document()
    names = numbered(document)
    for name, deep, words in points:
        point(document, names[name], deep, words)
    assert read(document).text == text


def test_numbers_of_a_style() -> None:
    document = docx.Document()
    names = numbered(document)
    style = document.styles.add_style("Item", 1)
    rules = style.element.get_or_add_pPr()
    rules.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{names["clauses"]}"/></w:numPr>'))
    for words in ("Apologies", "Ford"):
        document.add_paragraph(words, style="Item")
    assert read(document).text == "1. Apologies\n2. Ford\n"


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (49, "lowerRoman", "xlix"),
        (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (0, "lowerRoman", "0"),
        (5, "chicago", "5"),
    ],
)
def test_labels(number: int, style: str, printed: str) -> None:
    assert label(number, style) == printed


def test_paragraphs_headings_and_spaces() -> None:
    document = docx.Document()
    document.add_heading("Minutes", 0)
    document.add_heading("Ford", 2)
    document.add_paragraph("It was\tnoted.\nBy all.")
    document.add_paragraph("")
    document.add_paragraph("Closed.")
    assert read(document).text == "# Minutes\n\n## Ford\nIt was\tnoted.\nBy all.\n\nClosed.\n"


def test_table() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Item", "Action"
    table.cell(1, 0).text = "It was noted."
    table.cell(1, 0).add_paragraph("And agreed.")
    table.cell(1, 1).text = "AQ"
    assert read(document).text == "Item\tAction\n\nIt was noted.\nAnd agreed.\nAQ\n"


def test_running_head_is_printed_once_and_page_numbers_are_not() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Gullhaven Council"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("Minutes")
    assert read(document).text == "Gullhaven Council\nMinutes\n"


def test_tracked_hidden_and_boxed_text() -> None:
    document = docx.Document()
    body = (
        "<w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        "<w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{body}</w:p>"))
    assert read(document).text == "kept inserted link\nboxed\n"


def package(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"PK\x03\x04 word/document.xml", "is a broken Word document. Open it in Word", id="no archive"),
        pytest.param(package(document=b"<x/>"), "is a broken Word document", id="no contents"),
        pytest.param(package(document=b" " * 25_000_000), r"unpacks from [\d,]+ to 25,000,000 bytes, as no", id="bomb"),
        pytest.param(saved(docx.Document())[:-30], "is a broken Word document", id="cut"),
        pytest.param(saved(docx.Document()), "is empty", id="without words"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_bytes(data, "minutes.docx")


def test_broken_xml() -> None:
    file = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"][:200]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(InputError, match="is a broken Word document"):
        read_bytes(out.getvalue(), "minutes.docx")
