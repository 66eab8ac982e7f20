"""Web pages: what is kept as lines, what is left out, and the structure of ModernGov."""

from __future__ import annotations

import pytest

from minutes_extract import extract
from minutes_extract.errors import InputError
from minutes_extract.source import read_bytes


def text(body: str, name: str = "page.html") -> str:
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), name).text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<p>Minutes  of\n the <b>For</b>d</p>", "Minutes of the Ford\n", id="white space folds"),
        pytest.param("<p>One</p><p>Two</p>", "One\n\nTwo\n", id="paragraphs"),
        pytest.param("<div>One</div><div>Two</div>", "One\nTwo\n", id="blocks"),
        pytest.param("<p>One<br>Two<br><br>Three</p>", "One\nTwo\n\nThree\n", id="line breaks"),
        pytest.param("<h1>Minutes</h1><h3>1. Apologies</h3>None.", "# Minutes\n\n### 1. Apologies\n\nNone.\n", id="headings"),
        pytest.param("<p>Held on 10<sup>th</sup> May</p>", "Held on 10th May\n", id="raised letters"),
        pytest.param("<p>Cllr Quill&nbsp;&nbsp; AQ</p>", "Cllr Quill\u00a0\u00a0 AQ\n", id="hard spaces stay"),
        pytest.param("<ul><li>One</li><li>Two<ul><li>deep</li></ul></li></ul>", "• One\n• Two\n• deep\n", id="bullets"),
        pytest.param("<ol><li>One<li>Two</ol>", "1. One\n2. Two\n", id="numbers"),
        pytest.param('<ol start="7"><li>x</li><li value="9">y</li></ol>', "7. x\n9. y\n", id="numbers that start late"),
        pytest.param('<ol type="a"><li>x</li></ol><ol type="I"><li>y</ol>', "a. x\n\nI. y\n", id="letters and Roman"),
        pytest.param('<ol><li style="list-style-type: none">3.1 x</li></ol>', "3.1 x\n", id="unmarked points"),
        pytest.param("<ol><li><p>x</p><p>y</p></li></ol>", "1. x\n\ny\n", id="a point of two paragraphs"),
        pytest.param(
            "<table><tr><th>Name</th><th>Post</th></tr><tr><td>Quill</td><td>Chair</td></tr></table>",
            "Name\tPost\nQuill\tChair\n",
            id="table",
        ),
        pytest.param("<table><tr><td>A</td><td></td><td>B</td><td></td></tr></table>", "A\t\tB\n", id="empty cells"),
        pytest.param(
            "<table><tr><td>4.</td><td><p>Budget</p><p>It was noted.</p></td><td>AQ</td></tr></table>",
            "4.\tBudget\n\nIt was noted.\nAQ\n",
            id="paragraphs in a cell",
        ),
        pytest.param(
            "<table><tr><td>4.1<br>4.2</td><td><p>One.</p><p>Two.</p></td></tr></table>", "4.1\tOne.\n4.2\tTwo.\n",
            id="numbers beside paragraphs",
        ),
        pytest.param("<table><tr><td><h2>Item</h2></td></tr></table>", "Item\n", id="no headings in tables"),
        pytest.param("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", "a\tb\n", id="nested"),
        pytest.param("<pre>Present:\n  Quill\n</pre>", "Present:\n  Quill\n", id="preformatted"),
        pytest.param(
            "<header>Council</header><nav>Home</nav><p>x</p><script>y()</script><style>p{}</style><select><option>z"
            "</select><p style='display:none'>w</p><p hidden>v</p><!-- u --><footer>t</footer>",
            "x\n",
            id="what is no text",
        ),
        pytest.param("<div>Menu</div><main><p>Minutes of the ford</p></main>", "Minutes of the ford\n", id="main part"),
        pytest.param("<main></main><p>Minutes</p>", "Minutes\n", id="an empty main part"),
        pytest.param("<form><p>Minutes</p></form>", "Minutes\n", id="a page within a form"),
    ],
)  # fmt: skip
def test_lines(body: str, lines: str) -> None:
    assert text(body) == lines


def test_title_stands_in_for_a_missing_heading() -> None:
    page = "<html><head><title>Minutes, 3 May 2022</title></head><body>{}<p>x</p></body></html>"
    assert read_bytes(page.format("").encode()).text == "Minutes, 3 May 2022\n\nx\n"
    assert read_bytes(page.format("<h1>Minutes</h1>").encode()).text == "# Minutes\n\nx\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(b"<!doctype html><p>Minutes", "x.txt", "text/html", id="page called txt"),
        pytest.param(b"\xef\xbb\xbf\n<HTML><p>Minutes", "x", "text/html", id="mark and blank line first"),
        pytest.param(b"<!-- saved -->\n<html><p>Minutes", "x", "text/html", id="comment first"),
        pytest.param(b"<div><p>Minutes</p></div>", None, "text/html", id="piece of a page"),
        pytest.param(b"Minutes<br>of the ford", "x.html", "text/html", id="sloppy page"),
        pytest.param(b"Minutes of the ford", "x.html", "text/plain", id="text called html"),
        pytest.param(b"<div align=center>\n\n# Minutes\n</div>", "x.md", "text/markdown", id="markdown with a tag"),
        pytest.param(b"<Draft> minutes of the ford", "x.txt", "text/plain", id="text in angle brackets"),
        pytest.param("<html><p>Minutes".encode("utf-16"), "x", "text/html", id="utf-16"),
    ],
)
def test_told_by_content(data: bytes, name: str | None, kind: str) -> None:
    source = read_bytes(data, name)
    assert source.media_type == kind
    assert "Minutes" in source.text or "minutes" in source.text


@pytest.mark.parametrize(
    ("head", "encoding", "codes"),
    [
        ("", "utf-8", []),
        ('<meta charset="iso-8859-1">', "utf-8", []),  # what it says is wrong
        ('<meta charset="iso-8859-1">', "cp1252", ["decoding"]),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15", []),
        ('<meta charset="no-such-thing">', "cp1252", ["decoding"]),
    ],
)
def test_encoding_of_a_page(head: str, encoding: str, codes: list[str]) -> None:
    source = read_bytes(f"<html><head>{head}</head><body><p>Café – café</p></body>".replace(" –", "").encode(encoding))
    assert source.text == "Café café\n"
    assert [code for code, _ in source.warnings] == codes


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(InputError, match=r"x\.html: nests its tags 5001 levels deep"):
        read_bytes(b"<html>" + b"<div>" * 5000 + b"Minutes", "x.html")


def test_page_without_words() -> None:
    with pytest.raises(InputError, match="is empty"):
        read_bytes(b"<html><body><script>x</script></body></html>", "x.html")


MEETING = """
<h1>Agenda and minutes</h1><h2>Harbour Scrutiny Panel - Tuesday, 3rd May, 2022 6.30 pm</h2>
<p>Venue: Net Loft, Gullhaven</p>
<table><tr><th>Attendee</th><th>Role</th><th>Present</th></tr>
<tr><td>Councillor Ada Quill</td><td>Chair</td><td>Present</td></tr></table>
<h2>Items</h2><table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">12.</p></td><td>
<p class="mgAiTitleTxt"><a class="mgAiTitleLnk">Minutes</a> <img alt="pdf icon"><span>PDF 71 KB</span></p>
<div class="mgWordPara"><p>To confirm the minutes of the last meeting.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>The minutes of 5 April 2022 were <b>agreed</b> as a correct record.</p></div></td></tr>
<tr><td><p class="mgAiTitleTxt">13.</p></td><td><p class="mgAiTitleTxt">Dredging Contract<a>PDF 1 MB</a></p>
<ul class="mgActionList"><li>View the decision for item 13.</li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>The Harbour Master presented the report.</p>
<p>Resolved:</p><ol type="i"><li>That the report be noted.</li></ol>
<ul class="mgBulletList"><li>One</li></ul></div></td></tr></table>
"""


def test_meeting_of_moderngov() -> None:
    source = read_bytes(f"<!DOCTYPE html><html><body>{MEETING}</body></html>".encode(), "meeting.html")
    assert source.text == (
        "Agenda and minutes\n\nHarbour Scrutiny Panel - Tuesday, 3rd May, 2022 6.30 pm\n\n"
        "Venue: Net Loft, Gullhaven\n\n"
        "Attendee\tRole\tPresent\nCouncillor Ada Quill\tChair\tPresent\n\n"
        "Items\n\nNo.\tItem\n\n"
        "12.\n\nMinutes pdf icon PDF 71 KB\n\nTo confirm the minutes of the last meeting.\n\nMinutes:\n\n"
        "The minutes of 5 April 2022 were agreed as a correct record.\n\n"
        "13.\n\nDredging Contract PDF 1 MB\n\nMinutes:\n\nThe Harbour Master presented the report.\n\nResolved:\n\n"
        "i. That the report be noted.\n\n• One\n"
    )
    minutes = extract(source)
    assert minutes.source.layout == "moderngov-page"
    assert [(item.number, item.title) for item in minutes.items] == [("12", "Minutes"), ("13", "Dredging Contract")]
    assert minutes.items[1].attachments[0].size_kb == 1024
    assert [clause.text for clause in minutes.items[1].decisions[0].clauses] == ["That the report be noted."]
