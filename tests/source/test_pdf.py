"""PDFs that the tests draw themselves: order of reading, paragraphs, columns, and what stands on every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fpdf import FPDF

from minutes_extract import extract
from minutes_extract.errors import InputError
from minutes_extract.source import Source, read_bytes

Draw = Callable[[FPDF], None]


def drawn(*pages: Draw, locked: bool = False) -> Source:
    return read_bytes(made(*pages, locked=locked), "minutes.pdf")


def made(*pages: Draw, locked: bool = False) -> bytes:
    pdf = FPDF(unit="pt", format=(600, 800))
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=11)
    for draw in pages:
        pdf.add_page()
        draw(pdf)
    if locked:
        pdf.set_encryption(owner_password="ford", user_password="ford")
    return bytes(pdf.output())


def at(*lines: tuple[float, float, str]) -> Draw:
    """Text at places (x, y), y counted from the top, in the order given."""

    def draw(pdf: FPDF) -> None:
        for x, y, text in lines:
            pdf.text(x, y, text)

    return draw


def block(x: float, y: float, *lines: str, step: float = 14) -> list[tuple[float, float, str]]:
    return [(x, y + step * place, line) for place, line in enumerate(lines)]


LONG = "The Harbour Master said that the dredging of the channel would begin in the spring"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(
            at(*block(50, 60, "1. Apologies", "None."), *block(50, 110, "2. Ford", "It was noted.")),
            "1. Apologies\nNone.\n\n2. Ford\nIt was noted.\n",
            id="a wider step parts paragraphs",
        ),
        pytest.param(
            at((50, 200, "second"), (50, 214, "third"), (50, 60, "first")), "first\n\nsecond\nthird\n", id="drawn late"
        ),
        pytest.param(
            at(*block(50, 60, "a one", "a two", "a three"), *block(320, 60, "b one", "b two")),
            "a one\na two\na three\nb one\nb two\n",
            id="columns",
        ),
        pytest.param(
            at(*block(320, 60, "b one", "b two"), *block(50, 60, "a one", "a two")),
            "a one\na two\nb one\nb two\n",
            id="columns drawn from right to left",
        ),
        pytest.param(at((50, 60, "44."), (90, 60, "Apologies")), "44.\tApologies\n", id="a wide gap is a tab"),
        pytest.param(
            at((50, 60, "Quill"), (200, 60, "Chair"), (350, 60, "P"), (50, 74, "Marsh"), (200, 74, "Member")),
            "Quill\tChair\tP\nMarsh\tMember\n",
            id="table",
        ),
        pytest.param(
            at((50, 60, "4. Ford"), *block(200, 60, "It was agreed", "to mend it."), *block(400, 60, "AQ", "to act")),
            "4. Ford\tIt was agreed\nto mend it.\nAQ\nto act\n",
            id="cells of several lines",
        ),
    ],
)
def test_order_of_a_page(page: Draw, text: str) -> None:
    source = drawn(page)
    assert source.text == text
    assert (source.media_type, source.pages, source.warnings) == ("application/pdf", (0,), ())


def test_raised_letters_stay_in_their_line() -> None:
    def draw(pdf: FPDF) -> None:
        pdf.set_xy(50, 60)
        pdf.write(14, "The meeting of 8")
        pdf.char_vpos = "SUP"
        pdf.write(14, "th")
        pdf.char_vpos = "LINE"
        pdf.write(14, " May")

    assert drawn(draw).text == "The meeting of 8th May\n"


def report(number: int, *lines: str, head: str = "GULLHAVEN COUNCIL", foot: str = "Page {} of 3") -> Draw:
    return at((50, 30, head), *block(50, 60, *lines), (260, 780, foot.format(number)))


PAGES = (
    report(1, "1. Harbour", LONG),
    report(2, "and that it would end before the summer.", "2. Ford"),
    report(3, "It was noted."),
)


def test_what_stands_on_every_page_is_printed_once() -> None:
    source = drawn(*PAGES)
    assert source.text == (
        f"GULLHAVEN COUNCIL\n\n1. Harbour\n{LONG}\nand that it would end before the summer.\n2. Ford\nIt was noted.\n"
    )
    assert [source.text[start:].split("\n")[0] for start in source.pages] == [
        "GULLHAVEN COUNCIL",
        "and that it would end before the summer.",
        "It was noted.",
    ]


@pytest.mark.parametrize(
    ("head", "foot", "end"),
    [
        pytest.param("Minutes of 3 May", "- {} -", "", id="number between dashes"),
        pytest.param("Harbour Panel, 3 May 2022", "{}", "", id="bare number"),
        pytest.param("Harbour Panel", "Harbour Panel, 3 May 2022 {}", "\n\nHarbour Panel, 3 May 2022 1", id="foot in words"),
    ],
)  # fmt: skip
def test_kinds_of_feet(head: str, foot: str, end: str) -> None:
    source = drawn(report(1, LONG, head=head, foot=foot), report(2, "ended.", head=head, foot=foot))
    assert source.text == f"{head}\n\n{LONG}\nended.{end}\n"


def test_lines_that_differ_from_page_to_page_stay() -> None:
    pages = [at(*block(50, 60, f"{number * 7}. Item", "Resolved.")) for number in (1, 2, 3)]
    assert drawn(*pages).text.count("Item") == 3


def test_numbers_that_count_items_on_one_page_stay() -> None:
    source = drawn(at(*block(50, 60, "1. Apologies", "2. Minutes", "3. Ford", "4. Quay", "5. Close")))
    assert source.text.count("\n") == 5


def test_the_record_says_where_pages_start() -> None:
    source = drawn(*PAGES)
    assert extract(source).source.pages == list(source.pages)


def test_scan() -> None:
    with pytest.raises(InputError, match=r"minutes\.pdf: is a PDF without text in it, most likely a scan\. .*ocrmypdf"):
        drawn(lambda pdf: pdf.rect(50, 50, 100, 100))


def test_a_page_without_text_is_said() -> None:
    source = drawn(at((50, 60, "Minutes")), lambda pdf: pdf.rect(50, 50, 100, 100))
    assert source.warnings == (("page_without_text", "no text on page 2 of 2: blank, or a scanned image"),)
    assert source.pages == (0, 7)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "is a broken PDF. Open it in a PDF reader", id="a head alone"),
        pytest.param(made(at((50, 60, "x")))[:400], "is a broken PDF", id="cut"),
        pytest.param(made(at((50, 60, "x")), locked=True), "is a PDF locked with a password", id="locked"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_bytes(data, "minutes.pdf")


def test_told_by_content() -> None:
    data = made(at((50, 60, "Minutes")))
    assert read_bytes(b"\r\n" + data, "minutes.txt").media_type == "application/pdf"
