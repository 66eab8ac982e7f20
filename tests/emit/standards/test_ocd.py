"""Open Civic Data, checked by the schemas of pupa."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from minutes_extract.emit.formats import FormatName, renderer
from tests.emit.standards.records import EXAMPLE, SAMPLES, changed, loaded
from tests.tools import need


def refused(objects: list[tuple[str, Any]]) -> list[str]:
    """What pupa, in its own environment, has against objects of its classes."""
    python = Path(need("pupa")).with_name("python")
    script = Path(__file__).with_name("pupa_check.py")
    done = subprocess.run([python, script], input=json.dumps(objects), capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, list)
    return found


def objects(document: Any) -> list[tuple[str, Any]]:
    return [("event", document["event"]), *(("vote_event", vote) for vote in document["vote_events"])]


def test_pupa_accepts_every_sample() -> None:
    found = [pair for name in [EXAMPLE, *SAMPLES] for pair in objects(loaded(name, FormatName.OCD))]
    assert len(found) > 2 * len(SAMPLES)
    assert refused(found) == []


def test_pupa_refuses_what_is_none() -> None:
    event = loaded(EXAMPLE, FormatName.OCD)["event"]
    wrong = [{"status": "over"}, {"start_date": "9 June"}, {"place": "here"}, {"name": ""}, {"agenda": [{"order": 1}]}]
    assert len(refused([("event", event | change) for change in wrong])) == len(wrong)


def test_the_event() -> None:
    event = loaded(EXAMPLE, FormatName.OCD)["event"]
    shown = {name: event[name] for name in ("name", "start_date", "status", "classification", "location", "all_day")}
    assert shown == {
        "name": "Allotments Sub-Committee",
        "start_date": "2022-06-09",
        "status": "passed",
        "classification": "meeting",
        "location": {"name": "the Reading Room"},
        "all_day": False,
    }
    assert [(one["name"], one["entity_type"], one["note"]) for one in event["participants"]] == [
        ("Allotments Sub-Committee", "organization", "host"),
        ("J. Tamsin", "person", "member"),
        ("Brock", "person", "member"),
        ("Adeyemi", "person", "member"),
        ("Vance", "person", "apologies"),
    ]
    assert event["participants"][1]["person_id"] == '~{"name": "J. Tamsin"}'
    assert [(item["description"], item.get("classification"), item["order"]) for item in event["agenda"]] == [
        ("Declarations of Interest", ["declarations"], "0"),
        ("Water Supply", ["report"], "1"),
        ("Plot 17", ["report"], "2"),
    ]
    assert event["agenda"][2]["notes"] == ["The letter was noted."]
    assert (event["extras"]["start_time"], event["extras"]["organization"]) == ("19:15", "Pellow Town Council")


def test_the_vote() -> None:
    document = loaded(EXAMPLE, FormatName.OCD)
    (vote,) = document["vote_events"]
    assert vote["motion_text"].startswith("Resolved: (i) That the report be noted.")
    assert (vote["result"], vote["start_date"], vote["organization"]) == (
        "pass",
        "2022-06-09",
        '~{"name": "Allotments Sub-Committee"}',
    )
    assert vote["counts"] == [{"option": "yes", "value": 2}, {"option": "no", "value": 1}]
    assert [(one["option"], one["voter_name"], one["voter_id"]) for one in vote["votes"]] == [
        ("yes", "Brock", '~{"name": "Brock"}'),
        ("yes", "Adeyemi", '~{"name": "Adeyemi"}'),
        ("no", "Tamsin", '~{"name": "J. Tamsin"}'),
    ]
    (related,) = document["event"]["agenda"][1]["related_entities"]
    assert (related["entity_type"], related["vote_event_id"]) == ("vote_event", vote["_id"])


@pytest.mark.parametrize(
    ("changes", "path", "expected"),
    [
        pytest.param({"meeting": {"date": None}}, ("event", "start_date"), None, id="no date"),
        pytest.param({"meeting": {"body": None}}, ("event", "name"), "Pellow Town Council", id="no body"),
        pytest.param({"source": {"name": "june.txt"}}, ("event", "sources"), None, id="a file has no URL"),
        pytest.param(
            {"source": {"name": "https://pellow.example/june.html"}},
            ("event", "sources"),
            [{"url": "https://pellow.example/june.html", "note": "minutes"}],
            id="a page has one",
        ),
        pytest.param(
            {"warnings": [{"code": "not_minutes", "message": "an agenda"}]}, ("event", "status"), None, id="an agenda"
        ),
        pytest.param(
            {"items": {1: {"decisions": {0: {"vote": {"result": None}}}}}},
            ("vote_events", 0, "result"),
            "pass",
            id="resolved by a vote whose result is not printed",
        ),
    ],
)
def test_what_is_not_known_is_not_there(changes: dict[str, Any], path: tuple[Any, ...], expected: Any) -> None:
    value: Any = json.loads(renderer(FormatName.OCD)(*changed(**changes), None))
    assert refused(objects(value)) == []
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    assert value == expected
