"""W3C Web Annotations, read back by anchorpoint, which knows the two selectors."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from anchorpoint.textselectors import TextPositionSelector, TextQuoteSelector

from minutes_extract.emit.formats import FormatName
from tests.emit.standards.records import EXAMPLE, SAMPLES, loaded, of_text, record


def notes(name: str) -> list[Any]:
    found = loaded(name, FormatName.ANNOTATIONS)["first"]["items"]
    assert isinstance(found, list)
    return found


def targets(annotation: Any) -> list[Any]:
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def said(annotation: Any) -> Any:
    """The body that describes, as the data that it is."""
    return next((json.loads(b["value"]) for b in annotation["body"] if b["purpose"] == "describing"), None)


def kind(annotation: Any) -> str:
    (tag,) = [body["value"] for body in annotation["body"] if body["purpose"] == "tagging"]
    return str(tag)


@pytest.mark.parametrize("name", [EXAMPLE, *SAMPLES])
def test_the_selectors_find_the_words(name: str) -> None:
    text, found = record(name)[1], notes(name)
    assert len(found) > 3
    for target in (target for annotation in found for target in targets(annotation)):
        position, quote = target["selector"]
        assert position.pop("type") == "TextPositionSelector"
        assert quote.pop("type") == "TextQuoteSelector"
        where = TextPositionSelector(**position)
        assert text[where.start : where.end] == quote["exact"]
        assert text[: where.start].endswith(quote.get("prefix", ""))
        assert text[where.start : where.end] in text
        if len(quote["exact"]) < 2000:
            again = TextQuoteSelector(**quote).as_position(text)
            assert text[again.start : again.end] == quote["exact"]


@pytest.mark.parametrize("name", [EXAMPLE, *SAMPLES])
def test_what_the_model_demands(name: str) -> None:
    """The MUSTs of sections 3.1, 4 and 5 of the model."""
    document, found = loaded(name, FormatName.ANNOTATIONS), notes(name)
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (document["type"], document["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert document["total"] == len(found)
    ids = [document["id"], document["first"]["id"], *(annotation["id"] for annotation in found)]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)
    for annotation in found:
        assert annotation["type"] == "Annotation"
        assert {unquote(target["source"]) for target in targets(annotation)} == {f"{name}.txt"}
        assert {target["type"] for target in targets(annotation)} == {"SpecificResource"}


def test_every_part_of_the_record_has_its_annotation() -> None:
    kinds = [kind(annotation) for annotation in notes(EXAMPLE)]
    counted = {one: kinds.count(one) for one in dict.fromkeys(kinds)}
    assert counted == {
        "meeting": 6,
        "header": 1,
        "closing": 1,
        "person": 5,
        "movement": 1,
        "item": 3,
        "paragraph": counted["paragraph"],
        "declaration": 1,
        "decision": 2,
        "clause": 5,
        "vote": 1,
        "motion": 1,
        "action": 1,
        "due": 1,
    }


def test_what_an_annotation_says() -> None:
    found = notes(EXAMPLE)
    (action,) = [annotation for annotation in found if kind(annotation) == "action"]
    assert said(action) == {
        "id": "a1",
        "owners": [{"name": "The Site Warden", "person": "p5"}],
        "explicit": False,
        "rule": "action.agreed-to",
    }
    (target,) = targets(action)
    assert target["selector"][0] == {"type": "TextPositionSelector", "start": 442, "end": 500}
    date = next(annotation for annotation in found if said(annotation) and "date" in said(annotation))
    assert said(date) == {"date": "2022-06-09", "rule": "meeting.date"}
    chair = next(annotation for annotation in found if kind(annotation) == "person")
    assert [target["selector"][0]["start"] for target in targets(chair)] == [108, 108, 829]


def test_positions_count_code_points() -> None:
    """4.2.5: not UTF-16 units, of which the musical sign takes two, and not bytes."""
    text = "𝄞 Pellow Parish Council\n\nMinutes of the meeting held on 3 May 2022\n\n1. Apologies\n\nNone.\n"
    found = json.loads(of_text(text, FormatName.ANNOTATIONS))["first"]["items"]
    date = next(annotation for annotation in found if said(annotation) and "date" in said(annotation))
    (target,) = targets(date)
    assert target["source"] == "odd%20%26%20%3Cstrange%3E.txt"
    position = target["selector"][0]
    assert text[position["start"] : position["end"]] == "3 May 2022"
