"""Popolo, checked by mysoc-validator, by the schemas that Open Civic Data has made from it, and field by field."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from minutes_extract.emit.formats import FormatName, renderer
from tests.emit.standards.records import EXAMPLE, SAMPLES, changed, loaded
from tests.emit.standards.test_ocd import refused
from tests.tools import need

FIELDS = {
    "persons": "id name honorific_prefix identifiers",
    "organizations": "id name classification parent_id",
    "memberships": "id person_id organization_id role on_behalf_of_id",
    "events": "id name classification start_date location organization_id attendees",
    "motions": "id organization_id creator_id text classification date result",
    "vote_events": "id organization_id motion_id start_date result counts votes",
}
"""Of the fields in https://www.popoloproject.com/schemas/NAME.json, those that minutes fill."""
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def in_dialect(document: Any) -> Any:
    """The document as mysoc-validator has Popolo: for the files of the UK Parliament, whose persons have ids of one
    scheme and their names in `other_names`. It knows no events, motions and votes."""
    numbers = {person["id"]: f"uk.org.publicwhip/person/{n}" for n, person in enumerate(document["persons"], 1)}
    short = {one["id"]: one["id"].removeprefix("urn:uuid:") for one in document["organizations"]}

    def renamed(one: Any) -> Any:
        known = {name: value for name, value in one.items() if name not in ("extras", "name", "honorific_prefix")}
        return {name: short.get(value, numbers.get(value, value)) for name, value in known.items() if value != []}

    persons = [
        {"id": numbers[one["id"]], "other_names": [{"note": "Main", "family_name": one.get("name", "-")}]}
        for one in document["persons"]
    ]
    organizations = [renamed(one) | {"name": one["name"]} for one in document["organizations"]]
    memberships = [
        renamed(one) | {"id": f"uk.org.publicwhip/member/{n}"} for n, one in enumerate(document["memberships"], 1)
    ]
    return {"persons": persons, "organizations": organizations, "memberships": memberships, "posts": []}


def faults(document: Any) -> list[str]:
    """What mysoc-validator, in its own environment, finds."""
    python = Path(need("mysoc-validator")).with_name("python")
    script = Path(__file__).with_name("mysoc_check.py")
    given = json.dumps(in_dialect(document))
    done = subprocess.run([python, script], input=given, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, list)
    return found


def of(**changes: Any) -> Any:
    return json.loads(renderer(FormatName.POPOLO)(*changed(**changes), None))


@pytest.mark.parametrize("name", [EXAMPLE, "full-council-recorded-vote", "school-governors", "us-city-council"])
def test_mysoc_validator_accepts(name: str) -> None:
    document = loaded(name, FormatName.POPOLO)
    assert len(document["memberships"]) > 2
    assert faults(document) == []


def test_mysoc_validator_refuses_a_membership_in_nothing() -> None:
    document = json.loads(json.dumps(loaded(EXAMPLE, FormatName.POPOLO)))
    document["memberships"][0]["organization_id"] = "elsewhere"
    assert len(faults(document)) == 1


def test_the_schemas_of_open_civic_data_accept() -> None:
    found = []
    for document in (loaded(name, FormatName.POPOLO) for name in [EXAMPLE, *SAMPLES]):
        for kind in ("organization", "membership"):
            plain = {"organization": {"classification": "committee"}, "membership": {}}[kind]  # pupa wants one
            found += [(kind, plain | {k: v for k, v in one.items() if k != "id"}) for one in document[f"{kind}s"]]
        found += [
            ("vote_event", {k: v for k, v in one.items() if k in ("result", "start_date", "counts", "votes")})
            for one in document["vote_events"]
        ]
    assert len(found) > 100
    assert refused(found) == []


@pytest.mark.parametrize("name", [EXAMPLE, *SAMPLES])
def test_fields_values_and_references(name: str) -> None:
    document = loaded(name, FormatName.POPOLO)
    assert list(document) == ["source", *FIELDS]
    things = {kind: document[kind] for kind in FIELDS}
    ids = {kind: [one["id"] for one in found] for kind, found in things.items()}
    every = [one for found in ids.values() for one in found]
    assert len(set(every)) == len(every) > 1
    pointers = {"organization_id": "organizations", "parent_id": "organizations", "on_behalf_of_id": "organizations"}
    pointers |= {"person_id": "persons", "creator_id": "persons", "motion_id": "motions"}
    for kind, one in ((kind, one) for kind, found in things.items() for one in found):
        assert set(one) - {*FIELDS[kind].split(), "extras"} == set()
        assert None not in one.values()
        assert all(one[field] in ids[target] for field, target in pointers.items() if field in one)
        assert all(DATE.fullmatch(one[field]) for field in ("date", "start_date") if field in one)
    for vote in document["vote_events"]:
        assert vote.get("result") in ("pass", "fail", None)
        assert {one["option"] for one in [*vote.get("counts", []), *vote.get("votes", [])]} <= {
            *("yes", "no", "abstain", "absent")
        }
        assert all(one["voter_id"] in ids["persons"] for one in vote.get("votes", []) if "voter_id" in one)


def test_the_example() -> None:
    document = loaded(EXAMPLE, FormatName.POPOLO)
    people = {one["id"]: one.get("name", one["extras"].get("roles")) for one in document["persons"]}
    bodies = {one["id"]: one["name"] for one in document["organizations"]}
    assert list(people.values()) == ["J. Tamsin", "Brock", "Adeyemi", "Vance", ["Site Warden"]]
    assert [(one["name"], bodies.get(one.get("parent_id"))) for one in document["organizations"]] == [
        ("Pellow Town Council", None),
        ("Allotments Sub-Committee", "Pellow Town Council"),
    ]
    assert [
        (people[one["person_id"]], one.get("role"), bodies[one["organization_id"]]) for one in document["memberships"]
    ] == [
        ("J. Tamsin", "Chair", "Allotments Sub-Committee"),
        ("Brock", None, "Allotments Sub-Committee"),
        ("Adeyemi", None, "Allotments Sub-Committee"),
        ("Vance", None, "Allotments Sub-Committee"),
    ]
    (event,) = document["events"]
    assert [people[one["id"]] for one in event["attendees"]] == ["J. Tamsin", "Brock", "Adeyemi"]
    assert (event["start_date"], event["extras"]["start_time"]) == ("2022-06-09", "19:15")
    assert [(one["classification"], one["result"]) for one in document["motions"]] == [
        ("motion", "fail"),
        ("resolution", "pass"),
        ("resolution", "pass"),
    ]
    assert [people[document["motions"][0][by]] for by in ("creator_id",)] == ["Adeyemi"]
    assert people[document["motions"][0]["extras"]["seconder_id"]] == "Brock"
    (vote,) = document["vote_events"]
    assert [(one["option"], one["value"]) for one in vote["counts"]] == [("yes", 2), ("no", 1)]
    assert [(people[one["voter_id"]], one["option"]) for one in vote["votes"]] == [
        ("Brock", "yes"),
        ("Adeyemi", "yes"),
        ("J. Tamsin", "no"),
    ]


def test_parties_and_wards() -> None:
    document = of(people={0: {"party": "Green", "represents": "North Ward"}, 4: {"party": "Green"}})
    green = document["organizations"][-1]
    assert (green["name"], green["classification"]) == ("Green", "party")
    member, outside = document["memberships"][0], document["memberships"][-1]
    assert (member["on_behalf_of_id"], member["extras"]) == (green["id"], {"represents": "North Ward"})
    assert (outside["organization_id"], outside["person_id"]) == (green["id"], document["persons"][4]["id"])
    assert faults(document) == []


@pytest.mark.parametrize(
    ("attendance", "kind", "member"),
    [
        ("present", "councillor", True),
        ("present", None, True),
        ("in_attendance", "councillor", False),
        ("apologies", "councillor", True),
        ("apologies", "officer", False),
        ("absent", "co_optee", True),
        (None, "councillor", False),
    ],
)
def test_who_is_a_member(attendance: str | None, kind: str | None, member: bool) -> None:
    document = of(people={3: {"attendance": attendance, "kind": kind}})
    vance = document["persons"][3]["id"]
    assert (vance in [one["person_id"] for one in document["memberships"]]) is member


def test_the_next_meeting_is_an_event() -> None:
    document = of(meeting={"next_meeting": {"date": "2022-09-08", "time": "19:30", "location": None}})
    event = document["events"][1]
    assert (event["start_date"], event["extras"]) == ("2022-09-08", {"start_time": "19:30"})


def test_without_a_body_nobody_is_a_member() -> None:
    document = of(meeting={"body": None, "organization": None})
    assert (document["organizations"], document["memberships"]) == ([], [])
