"""The page as HTML, before any browser: escaping, policy, and the rows that become gold."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.flat import Minutes as Flat
from eval.flatten import flatten
from minutes_extract.emit.review import page
from minutes_extract.emit.review.marked import marked
from minutes_extract.emit.review.marks import Mark, pieces
from minutes_extract.emit.review.rows import Row, rows
from minutes_extract.pipeline import extract
from minutes_extract.schema import Minutes, Span
from tests.emit.review.pages import TEXT, page_of

SAMPLES = Path(__file__).parents[3] / "samples"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "]]></style><style>*{display:none}</style>",
    "&lt;b&gt; &amp; &#60;",
    "\u2028\u2029\ufeff",
)


class Parsed(HTMLParser):
    """What a browser would make of a page: the elements, and the text of the pane."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.data.append(data)


# marks ----------------------------------------------------------------------------------------------------------------


def test_pieces_are_cut_at_every_edge_and_know_all_marks() -> None:
    item, decision = Mark("i1", "body", 0, 10), Mark("d1", "decision", 2, 9)
    clause, person = Mark("d1.1", "clause", 4, 9), Mark("p1", "person", 3, 6)
    found = [(p.start, p.end, [m.ref for m in p.marks]) for p in pieces(12, [person, clause, decision, item], cuts=[8])]
    assert found == [
        (0, 2, ["i1"]),
        (2, 3, ["i1", "d1"]),
        (3, 4, ["i1", "d1", "p1"]),
        (4, 6, ["i1", "d1", "p1", "d1.1"]),
        (6, 8, ["i1", "d1", "d1.1"]),
        (8, 9, ["i1", "d1", "d1.1"]),
        (9, 10, ["i1"]),
        (10, 12, []),
    ]


@pytest.mark.parametrize(
    "text", ["\nfirst\n", "a\r\nb\rc", "\t\x0b\x0c x", "🪑 \u0085 \ufeff", *HOSTILE, "x" * 20_000], ids=repr
)
def test_the_text_of_the_page_is_the_source(text: str) -> None:
    html = marked(text, [Mark("p1", "person", 0, 1)])
    assert "".join(Parsed(str(html)).data) == text


def test_what_html_cannot_hold_keeps_its_place() -> None:
    assert "".join(Parsed(str(marked("a\0b", []))).data) == "a\ufffdb"


@pytest.mark.parametrize("name", ["full-council-recorded-vote", "school-governors", "us-city-council"])
def test_every_marked_word_leads_to_a_record_and_every_link_to_words(name: str) -> None:
    elements = Parsed(page_of((SAMPLES / f"{name}.txt").read_bytes().decode("utf-8"))).tags
    told = {attributes["data-ref"] for _, attributes in elements if "data-ref" in attributes}
    marked_refs = {ref for _, attributes in elements for ref in (attributes.get("data-r") or "").split()}
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    links = {
        (attributes["href"] or "").removeprefix("#")
        for _, attributes in elements
        if attributes.get("class") == "go" and "href" in attributes
    }
    assert len(marked_refs) > 30
    assert marked_refs - told == set()
    assert len(ids) == len(set(ids))
    assert links - set(ids) == set()


# hostile text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    """In the text, in a record, in the name of the file and in the data of the scripts."""
    plain = Parsed(page_of("Gullhaven Parish Council\n\n1. Ford\n\nRESOLVED: That x be noted.\n"))
    hostile = Parsed(
        page_of(f"Gullhaven Parish Council\n\n1. Ford {words}\n\nRESOLVED: That {words} be noted.\n", words)
    )
    scripts = [attributes for tag, attributes in hostile.tags if tag in ("script", "style", "img", "iframe", "object")]
    assert scripts == [attributes for tag, attributes in plain.tags if tag in ("script", "style", "img")]
    assert not [
        name for _, attributes in hostile.tags for name in attributes if name.startswith("on") or name == "style"
    ]


def test_the_policy_allows_the_own_style_and_script_alone() -> None:
    html = page_of(TEXT)
    policy = next(
        a["content"] or "" for tag, a in Parsed(html).tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    for directive, content in (("style-src", style), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r"""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//""", html)


def test_the_same_record_gives_the_same_page() -> None:
    assert page_of(TEXT) == page_of(TEXT)


def test_a_record_with_nothing_in_it() -> None:
    minutes = Minutes.model_validate(
        {
            "source": {"name": None, "media_type": "text/plain", "sha256": "0" * 64, "characters": 3},
            "header": {"start": 0, "end": 3},
        }
    )
    html = page("abc", minutes, [])
    assert "No warnings" in html
    assert "Nobody is named." in html
    assert "abc" in html
    assert "To check <b>" not in html
    assert "To check <b>1" in page("abc", minutes, [Span(start=0, end=3)])


# rows -----------------------------------------------------------------------------------------------------------------


def as_flat(found: list[Row]) -> Flat:
    """Rows to gold, as the page does it where nothing was corrected."""
    of: dict[str, list[Row]] = {}
    for row in found:
        of.setdefault(row["section"], []).append(row)
    places = {row["ref"]: k for k, row in enumerate(of.get("items", []))}
    facts = {row["ref"].removeprefix("meeting."): row["fields"]["value"] for row in of["meeting"]}
    following = {name: facts.pop(f"next_meeting.{name}") for name in ("date", "time", "location")}
    flat: dict[str, object] = {"meeting": {**facts, "next_meeting": following if any(following.values()) else None}}
    for section in ("people", "items", "movements"):
        flat[section] = [row["fields"] for row in of.get(section, [])]
    for section in ("decisions", "motions", "actions", "declarations"):
        flat[section] = [{"item": places[row["item"]], **row["fields"]} for row in of.get(section, [])]
    for decision in flat["decisions"]:  # type: ignore[attr-defined]
        decision["clauses"] = [clause["fields"] for clause in decision["clauses"]]
    return Flat.model_validate(flat)


@pytest.mark.parametrize("name", ["full-council-recorded-vote", "school-governors", "parish-council", "agenda-only"])
def test_the_rows_are_those_that_the_evaluation_compares(name: str) -> None:
    minutes = extract((SAMPLES / f"{name}.txt").read_bytes().decode("utf-8"))
    expected = flatten(minutes.model_dump(mode="json"))
    without_print = tuple(action.model_copy(update={"owners_printed": ()}) for action in expected.actions or ())
    assert as_flat(json.loads(json.dumps(rows(minutes)))) == expected.model_copy(update={"actions": without_print})
