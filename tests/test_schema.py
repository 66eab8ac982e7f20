"""The record: a whole one is accepted and survives a round trip; each rule is shown to fail on a broken one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from minutes_extract.emit.json import to_json
from minutes_extract.schema import Minutes, Span, Vote, json_schema
from minutes_extract.spans import Span as TextSpan
from minutes_extract.validate import problems, vote_mismatch

DATA = Path(__file__).parent / "data"
TEXT = (DATA / "example.txt").read_text(encoding="utf-8")
RECORD = (DATA / "example.json").read_text(encoding="utf-8")
VOTE = TEXT.index("For: Brock")
DELETE = object()


def record(**changes: Any) -> dict[str, Any]:
    """The example with values set, changed or removed at paths such as `items.1.decisions.0.moved_by`."""
    whole: dict[str, Any] = json.loads(RECORD)
    for path, value in changes.items():
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
        holder: Any = whole
        for step in steps:
            holder = holder[step]
        if value is DELETE:
            del holder[last]
        else:
            holder[last] = value(holder[last]) if callable(value) else value
    return whole


def later(by: int) -> Callable[[int], int]:
    return lambda offset: max(0, offset + by)


def turned(records: list[Any]) -> list[Any]:
    return records[::-1]


def test_the_example_is_accepted_grounded_and_comes_back_the_same() -> None:
    minutes = Minutes.model_validate(record(), context={"text": TEXT})
    assert to_json(minutes) + "\n" == RECORD
    assert Minutes.model_validate_json(to_json(minutes, indent=None)) == minutes
    assert problems(minutes, TEXT) == []


def test_json_keeps_characters_and_fits_on_one_line() -> None:
    minutes = Minutes.model_validate(record(**{"meeting.organization": "Tŷ Café Council"}))
    line = to_json(minutes, indent=None)
    assert "Tŷ Café Council" in line
    assert "\n" not in line


# (what is wrong, path, broken value, words of the error)
FIELDS: list[tuple[str, str, object, str]] = [
    ("unknown field", "items.0.colour", "red", "Extra inputs are not permitted"),
    ("unknown field of the top object", "colour", "red", "Extra inputs are not permitted"),
    ("record without a rule", "items.0.declarations.0.rule", DELETE, "Field required"),
    ("person without a rule", "people.0.rule", DELETE, "Field required"),
    ("empty rule", "items.0.rule", "", "at least 1 character"),
    ("record without a span", "items.1.actions.0.span", DELETE, "Field required"),
    ("person without a mention", "people.0.mentions", [], "at least 1 item"),
    ("empty string for what is not printed", "items.0.title", "", "should match pattern"),
    ("blank string for what is not printed", "people.0.party", " ", "should match pattern"),
    ("kind outside the vocabulary", "items.0.kind", "reports", "Input should be 'apologies'"),
    ("attendance outside the vocabulary", "people.0.attendance", "late", "Input should be 'present'"),
    ("warning outside the vocabulary", "warnings", [{"code": "odd", "message": "x"}], "Input should be 'no_items'"),
    ("id of the wrong kind", "people.0.id", "x1", "should match pattern"),
    ("id with a leading nought", "items.0.id", "i01", "should match pattern"),
    ("reference of the wrong kind", "items.1.decisions.0.moved_by", "i1", "should match pattern"),
    ("date that is none", "meeting.date", "2022-02-30", "day"),
    ("date in another notation", "meeting.date", "20220609", "a date is written"),
    ("time past midnight", "meeting.start_time", "24:10", "should match pattern"),
    ("time with seconds", "meeting.start_time", "19:15:00", "should match pattern"),
    ("negative count", "items.1.decisions.0.vote.counts.yes", -1, "greater than or equal to 0"),
    ("digest of the wrong length", "source.sha256", "ab", "should match pattern"),
    ("other schema version", "schema_version", "2.0", "Input should be '1.0'"),
    ("span that ends where it starts", "people.0.span", {"start": 5, "end": 5}, "a span starts before it ends"),
    ("span that runs backwards", "people.0.span", {"start": 9, "end": 5}, "a span starts before it ends"),
    ("span before the text", "people.0.span", {"start": -1, "end": 5}, "greater than or equal to 0"),
]

RULES: list[tuple[str, str, object, str]] = [
    ("person id twice", "people.1.id", "p1", "people[1].id: p1 is given twice"),
    ("item id twice", "items.1.id", "i1", "items[1].id: i1 is given twice"),
    ("decision id twice in two items", "items.2.decisions.0.id", "d1", "items[2].decisions[0].id: d1 is given twice"),
    ("mover unknown", "items.1.decisions.0.moved_by", "p9", "items[1].decisions[0].moved_by: there is no person p9"),
    ("seconder unknown", "items.1.motions.0.seconded_by", "p9", "items[1].motions[0].seconded_by: there is no"),
    ("voter unknown", "items.1.decisions.0.vote.votes.0.person", "p9", "vote.votes[0].person: there is no person p9"),
    ("owner unknown", "items.1.actions.0.owners.0.person", "p9", "actions[0].owners[0].person: there is no person"),
    ("declarer unknown", "items.0.declarations.0.person", "p9", "declarations[0].person: there is no person p9"),
    ("speaker unknown", "items.1.paragraphs.0.speaker", "p9", "paragraphs[0].speaker: there is no person p9"),
    ("substitute for nobody", "people.0.substitute_for", "p9", "people[0].substitute_for: there is no person p9"),
    ("substitute for oneself", "people.0.substitute_for", "p1", "people[0].substitute_for: is the person itself"),
    ("movement under no item", "people.2.movements.0.item", "i9", "movements[0].item: there is no item i9"),
    ("neither name nor role", "people.4.roles", [], "people[4]: has neither a name nor a role"),
    ("parent unknown", "items.2.parent", "i9", "items[2].parent: i9 is no earlier item"),
    ("parent later", "items.0.parent", "i2", "items[0].parent: i2 is no earlier item"),
    ("parent of itself", "items.2.parent", "i3", "items[2].parent: i3 is no earlier item"),
    ("field without evidence", "meeting.evidence.date", DELETE, "meeting.date: has no span in meeting.evidence"),
    ("evidence for nothing", "meeting.date", None, "meeting.evidence.date: is evidence for a field that is not"),
    ("rule without evidence", "meeting.rules.format", "x", "meeting.rules.format: has no span"),
    ("empty contact", "meeting.contact", {}, "meeting.contact: says nothing; it should be null"),
    ("empty next meeting", "meeting.next_meeting", {}, "meeting.next_meeting: says nothing; it should be null"),
    ("mention outside the text", "people.0.mentions.0.end", later(999), "people[0].mentions[0]: "),
    ("introduction outside the text", "people.0.span.end", later(999), "people[0].span: "),
    ("evidence outside the text", "meeting.evidence.date.end", later(999), "meeting.evidence.date: "),
    ("movement outside the text", "people.2.movements.0.span.end", later(999), "people[2].movements[0].span: "),
    ("closing outside the text", "closing.end", later(1), "closing: "),
    (
        "warning outside the text",
        "warnings",
        [{"code": "decoding", "message": "x", "span": {"start": 1, "end": 9999}}],
        "warnings[0].span: 1:9999 lies outside the text of",
    ),
    ("gap behind the header", "header.end", later(-1), "items[0]: starts at"),
    ("header missing", "header", None, "what stands before it ends at 0"),
    ("items overlap", "items.0.span.end", later(1), "items[1]: starts at"),
    ("sub-item inside its parent", "items.1.span.end", later(5), "items[2]: starts at"),
    ("closing missing", "closing", None, "header, items and closing end at"),
    ("text longer than said", "source.characters", later(1), "header, items and closing end at"),
    ("paragraph outside its item", "items.0.paragraphs.0.span.end", later(99), "items[0].paragraphs[0]: "),
    ("decision outside its item", "items.1.decisions.0.span.start", later(-600), "items[1].decisions[0]: "),
    ("motion outside its item", "items.1.motions.0.span.start", later(-500), "items[1].motions[0]: "),
    ("action outside its item", "items.1.actions.0.span.start", later(-400), "items[1].actions[0]: "),
    ("declaration outside its item", "items.0.declarations.0.span.end", later(99), "items[0].declarations[0]: "),
    ("due outside its item", "items.1.actions.0.due.span.start", later(-400), "items[1].actions[0].due: "),
    ("vote outside its item", "items.1.decisions.0.vote.span.end", later(40), "items[1].decisions[0].vote: "),
    (
        "clause outside its decision",
        "items.1.decisions.0.clauses.0.span.start",
        later(-99),
        "items[1].decisions[0].clauses[0]: ",
    ),
    (
        "nested clause outside its decision",
        "items.1.decisions.0.clauses.1.clauses.1.span.end",
        later(9),
        "items[1].decisions[0].clauses[1].clauses[1]: ",
    ),
    ("paragraphs out of order", "items.1.paragraphs", turned, "items[1].paragraphs[1]: stands before items[1]"),
    ("clauses out of order", "items.1.decisions.0.clauses", turned, "stands before items[1].decisions[0].clauses"),
    ("nested clauses out of order", "items.1.decisions.0.clauses.1.clauses", turned, "clauses[1]: stands before"),
    ("names against counts", "items.1.decisions.0.vote.counts.yes", 3, "vote: 2 named for 'yes', 3 counted, and no"),
]

GROUNDING: list[tuple[str, str, object, str]] = [
    ("paraphrased clause", "items.1.decisions.0.clauses.0.text", "That it be noted.", "decisions[0].clauses[0].text"),
    ("unfolded text", "items.1.decisions.0.clauses.0.text", "That the report  be noted.", "clauses[0].text: is not"),
    (
        "nested clause",
        "items.1.decisions.0.clauses.1.clauses.0.text",
        "obtain quotations",
        "clauses[1].clauses[0].text",
    ),
    ("decision", "items.1.decisions.0.text", "Resolved.", "items[1].decisions[0].text: is not the text at"),
    ("motion", "items.1.motions.0.text", "That they be locked.", "items[1].motions[0].text: is not the text at"),
    ("action", "items.1.actions.0.text", "Circulate a rota.", "items[1].actions[0].text: is not the text at"),
    ("due", "items.1.actions.0.due.text", "by July", "items[1].actions[0].due.text: is not the text at"),
    ("declaration", "items.0.declarations.0.text", "Declared.", "items[0].declarations[0].text: is not the text at"),
    ("paragraph", "items.0.paragraphs.0.text", "Declared.", "items[0].paragraphs[0].text: is not the text at"),
]


def _rows(rows: list[tuple[str, str, object, str]]) -> list[Any]:
    assert rows
    return [pytest.param(path, value, words, id=name) for name, path, value, words in rows]


@pytest.mark.parametrize(("path", "value", "words"), _rows(FIELDS))
def test_field_fails(path: str, value: object, words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Minutes.model_validate(record(**{path: value}))
    assert caught.value.error_count() == 1
    assert words in caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(("path", "value", "words"), _rows(RULES))
def test_rule_fails(path: str, value: object, words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Minutes.model_validate(record(**{path: value}))
    assert words in caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(("path", "value", "words"), _rows(GROUNDING))
def test_text_that_is_not_in_the_source_fails(path: str, value: object, words: str) -> None:
    Minutes.model_validate(record(**{path: value}))  # without the source nobody can tell
    with pytest.raises(ValidationError) as caught:
        Minutes.model_validate(record(**{path: value}), context={"text": TEXT})
    assert words in caught.value.errors()[0]["msg"]


def test_another_text_of_another_length_fails() -> None:
    with pytest.raises(ValidationError, match=r"source\.characters is \d+, the text has"):
        Minutes.model_validate(record(), context={"text": TEXT + "x"})


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        Minutes.model_validate(record(**{"closing": None, "items.2.parent": "i9", "people.1.id": "p1"}))
    message = caught.value.errors()[0]["msg"]
    assert message.count(";") >= 2
    for words in ("people[1].id", "items[2].parent", "header, items and closing end at"):
        assert words in message


@pytest.mark.parametrize(
    ("warning", "accepted"),
    [
        ({"code": "vote_mismatch", "message": "x", "span": {"start": VOTE + 3, "end": VOTE + 9}}, True),
        ({"code": "vote_mismatch", "message": "x", "span": {"start": 10, "end": 20}}, False),
        ({"code": "vote_mismatch", "message": "x", "span": None}, False),
        ({"code": "unparsed_vote", "message": "x", "span": {"start": VOTE + 3, "end": VOTE + 9}}, False),
    ],
    ids=["over the vote", "elsewhere", "without a span", "of another code"],
)
def test_a_vote_that_does_not_add_up_needs_its_warning(warning: dict[str, Any], accepted: bool) -> None:
    broken = record(**{"items.1.decisions.0.vote.counts.yes": 3, "warnings": [warning]})
    if accepted:
        Minutes.model_validate(broken)
    else:
        with pytest.raises(ValidationError, match="no vote_mismatch warning"):
            Minutes.model_validate(broken)


@pytest.mark.parametrize(
    ("counts", "options", "differ"),
    [
        ({"yes": 2, "no": 1}, ["yes", "yes", "no"], None),
        ({"yes": 2, "no": 1}, ["yes", "yes"], None),
        ({"yes": None, "no": None}, ["yes", "no"], None),
        ({"yes": 2}, [], None),
        ({"yes": 2, "no": 1}, ["yes", "yes", "no", "no"], "2 named for 'no', 1 counted"),
        ({"abstain": 0}, ["abstain"], "1 named for 'abstain', 0 counted"),
    ],
    ids=["agree", "one side named", "no counts", "no names", "one too many", "abstained against nought"],
)
def test_names_and_counts(counts: dict[str, int | None], options: list[str], differ: str | None) -> None:
    votes = [{"person": None, "name": "Someone", "option": option} for option in options]
    vote = Vote.model_validate({"counts": counts, "votes": votes, "span": {"start": 0, "end": 1}, "rule": "r"})
    assert vote_mismatch(vote) == differ


def test_a_text_without_items_is_all_header() -> None:
    nothing: dict[str, Any] = {
        "people": [],
        "items": [],
        "closing": None,
        "meeting": {},
        "header": {"start": 0, "end": len(TEXT)},
    }
    minutes = Minutes.model_validate(record(**nothing), context={"text": TEXT})
    assert (minutes.items, minutes.closing) == ([], None)


def test_an_item_may_hold_the_whole_text() -> None:
    item = {"id": "i1", "kind": "other", "span": {"start": 0, "end": len(TEXT)}, "rule": "r"}
    minutes = Minutes.model_validate(
        record(people=[], items=[item], closing=None, header=None, meeting={}), context={"text": TEXT}
    )
    assert [item.title for item in minutes.items] == [None]


def test_contact_details_have_evidence_of_their_own() -> None:
    whole = record(**{"meeting.contact": {"name": "Vance"}})
    whole["meeting"]["evidence"]["contact.name"] = {"start": 1, "end": 2}
    assert Minutes.model_validate(whole).meeting.contact is not None


def test_spans_of_the_stages_are_read_as_they_are() -> None:
    assert Span.model_validate(TextSpan(3, 9)) == Span(start=3, end=9)


def test_a_record_cannot_be_changed() -> None:
    minutes = Minutes.model_validate(record())
    with pytest.raises(ValidationError, match="frozen"):
        minutes.people[0].name = "Someone else"


def test_json_schema_names_describes_and_requires() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == [
        "schema_version", "source", "meeting", "people", "header", "closing", "items", "warnings",
    ]  # fmt: skip
    parts = schema["$defs"]
    assert parts["Clause"]["properties"]["clauses"]["items"] == {"$ref": "#/$defs/Clause"}
    assert parts["Meeting"]["properties"]["date"]["anyOf"][0] == {"type": "string", "format": "date"}
    assert len(parts) > 15
    assert all(part["additionalProperties"] is False and part["description"] for part in parts.values())
