"""Texts and bytes of every kind, for hypothesis: from plain noise to noise that looks like minutes."""

from __future__ import annotations

import io

import docx
from fpdf import FPDF
from hypothesis import strategies as st

_PIECES = [
    "Gullhaven Parish Council", "Minutes of the meeting held on Tuesday 3 May 2022 at 7.30 pm", "Present:", "Apologies:", "In attendance:",
    "Cllr Ada Quill (Chair)", "Councillors Marsh, Penn and Oduya", "the Chair", "Mrs I. Penn MBE", "AQ", "1.", "2.", "21/47", "7(a)", "(i)",
    "(Item 4)", "Apologies for absence", "Declarations of Interest", "Minutes:", "Decision:", "RESOLVED", "Resolved:", "That the report be noted",
    "It was agreed that", "moved by", "seconded by Cllr Marsh", "For: 2, against: 1", "(7:5)", "Yeas: (3) A. Quill, B. Marsh", "carried", "lost",
    "Action: AQ", "ACTION - JS by 1 June", "agreed to bring a report to the June meeting", "declared a pecuniary interest in item 5",
    "left the meeting at 8 pm", "... view the full minutes text for item 4", "pdf icon PDF 97 KB", "**", "# ", "•", "- ", "---", "|", "&nbsp;",
    "Page 1 of 6", "Next meeting: 7 June 2022", "The meeting closed at 9.15 pm", "[x](y)", "<b>", "Schedule 12A", "unanimously", "\"", "(", ")",
]  # fmt: skip
_GAPS = [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\f", "", ", ", ": ", "\u2028", "\x00", "\x0b"]

anything = st.text(max_size=400)
"""Unicode of all kinds, but for lone surrogates, which no decoded text holds."""

minutes = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.text(max_size=12)), st.sampled_from(_GAPS)
    ),
    max_size=60,
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
"""What the rules look for, in an order that makes no sense."""

texts = st.one_of(anything, minutes, minutes)

_TAGS = ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<ol start=3>", "<li>", "<br>", "<h2>", '<td class="mgItemNumberCell">', "<div>",
         '<p class="mgAiTitleTxt">', "<!--", "<script>", "<pre>", "<main>", "&amp;", "&#0;", "<ul>", "</li>", "<th>", "<title>", "<tr", '"', ">"]  # fmt: skip

pages = st.lists(st.one_of(st.sampled_from(_TAGS), st.sampled_from(_PIECES), st.text(max_size=8)), max_size=50).map(
    lambda parts: ("<html>" + "".join(parts)).encode()
)
"""Web pages that no program would write."""


data = st.one_of(
    st.binary(max_size=300),
    texts.map(lambda text: text.encode("utf-16")),
    texts.map(lambda text: text.encode("cp1252", errors="ignore")),
    st.binary(max_size=300).map(lambda rest: b"%PDF-1.4\n" + rest),
    st.binary(max_size=300).map(lambda rest: b"PK\x03\x04word/" + rest),
    pages,
)
"""Files of every kind, mostly broken."""


def _pdf() -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica")
    for _ in range(2):
        pdf.add_page()
        pdf.write(text="Gullhaven Parish Council\n1. Apologies\nNone.")
    return bytes(pdf.output())


def _docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Apologies", style="List Number")
    document.add_table(1, 2).cell(0, 0).text = "Ford"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@st.composite
def _broken(draw: st.DrawFn, whole: bytes) -> bytes:
    out = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(out)))
        out[at : at + draw(st.sampled_from([0, 1, 1, 40]))] = draw(st.binary(max_size=4))
    return bytes(out)


broken_documents = st.deferred(lambda: st.sampled_from((_pdf(), _docx())).flatmap(_broken))
"""A PDF and a Word document with some of their bytes changed, cut out or doubled."""
