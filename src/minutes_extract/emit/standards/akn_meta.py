"""The metadata of an Akoma Ntoso debate: what it is, whom it names, how the votes went; and its XML.

Akoma Ntoso Version 1.0, Part 2 (see `akomantoso`): identification, references, analysis/parliamentary/voting,
proprietary. IRIs and eIds after the Akoma Ntoso Naming Convention Version 1.0, OASIS Standard, 21 February 2019,
https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/os/akn-nc-v1.0-os.html. The schema wants a country, a language and
a date, which minutes may not state: then there stand the codes for an unknown one (`zz`, `und`) and 0001-01-01.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.standards.common import called, counts, dump, origin, questions
from minutes_extract.emit.standards.names import uuid_of
from minutes_extract.emit.standards.parts import parts
from minutes_extract.schema import Minutes, Vote

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:minutes-extract:"
_TOOL = "#minutes-extract"
_TEXT = ("header", "closing", "paragraph")  # parts that are nothing but text
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2 Characters


@dataclass(frozen=True, slots=True)
class Voting:
    """A vote with printed numbers. `choices`: the count to which the vote of a person goes."""

    name: str
    local: str
    vote: Vote
    result: str | None
    choices: dict[str, str] = field(default_factory=dict)


def put(parent: Element, child: Element) -> Element:
    parent.append(child)
    child.tail = "\n"
    return child


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """A new element on a line of its own."""
    if not len(parent):
        parent.text = "\n"
    return put(parent, Element(tag, attributes))


def legal(text: str) -> str:
    """Without what XML cannot hold, such as the control characters of some PDFs."""
    return _NO_XML.sub("\ufffd", text)


def votings(minutes: Minutes) -> list[Voting]:
    found: list[Voting] = []
    for question in questions(minutes):
        vote = question.vote
        if vote is None or not counts(vote):
            continue
        name = f"voting_{len(found) + 1}"
        counted = {one["option"] for one in counts(vote)}
        choices = {b.person: f"{name}__count_{b.option}" for b in vote.votes if b.person and b.option in counted}
        found.append(Voting(name, question.local, vote, question.vote_result, choices))
    return found


def roles(minutes: Minutes) -> dict[str, str]:
    """The posts that people hold, each with its name in the references."""
    held = dict.fromkeys(role for person in minutes.people for role in person.roles)
    return {role: f"role_{number}" for number, role in enumerate(held, 1)}


def meta(minutes: Minutes, taken: list[Voting], resolved: dict[str, str]) -> Element:
    """`resolved`: the element that holds the text of a decision."""
    top = Element("meta")
    _identification(top, minutes)
    if taken:
        _analysis(top, taken, resolved)
    _references(top, minutes, taken)
    _proprietary(top, minutes)
    return top


def _identification(top: Element, minutes: Minutes) -> None:
    date = minutes.meeting.date or "0001-01-01"
    body = next((f"#{n}" for n in ("body", "organization") if getattr(minutes.meeting, n)), "#unknown")
    work = f"/akn/zz/debate/minutes/{date}/{uuid_of(minutes, 'meeting')}"
    expression = f"{work}/und@{date}"
    found = add(top, "identification", source=_TOOL)
    levels = (
        ("FRBRWork", f"{work}/!main", work, body),
        ("FRBRExpression", f"{expression}/!main", expression, body),
        ("FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml", _TOOL),
    )
    for tag, this, uri, author in levels:
        level = add(found, tag)
        add(level, "FRBRthis", value=this)
        add(level, "FRBRuri", value=uri)
        add(level, "FRBRdate", date=date, name="meeting" if minutes.meeting.date else "unknown")
        add(level, "FRBRauthor", href=author)
        if tag == "FRBRWork":
            add(level, "FRBRcountry", value="zz")
            add(level, "FRBRsubtype", value="minutes")
        elif tag == "FRBRExpression":
            add(level, "FRBRlanguage", language="und")


def _analysis(top: Element, taken: list[Voting], resolved: dict[str, str]) -> None:
    held = add(add(top, "analysis", source=_TOOL), "parliamentary")
    for voting in taken:
        attributes = {"eId": voting.name}
        if voting.result:
            attributes["outcome"] = f"#{voting.result}"
        if voting.local in resolved:
            attributes["href"] = f"#{resolved[voting.local]}"
        counted = add(held, "voting", **attributes)
        for one in counts(voting.vote):
            option = one["option"]
            add(counted, "count", eId=f"{voting.name}__count_{option}", value=str(one["value"]), refersTo=f"#{option}")


def _references(top: Element, minutes: Minutes, taken: list[Voting]) -> None:
    found = add(top, "references", source=_TOOL)

    def refer(kind: str, name: str, shown: str) -> None:
        href = f"/akn/ontology/{kind.lower()}/{uuid_of(minutes, name)}"
        add(found, f"TLC{kind}", eId=name, href=href, showAs=legal(shown))

    refer("Object", _TOOL[1:], origin(minutes, FormatName.AKOMANTOSO)["extractor"])
    for name in ("organization", "body"):
        if shown := getattr(minutes.meeting, name):
            refer("Organization", name, shown)
    if not (minutes.meeting.organization or minutes.meeting.body):
        refer("Organization", "unknown", "not stated")
    for person in minutes.people:
        refer("Person", person.id, called(person))
    for role, name in roles(minutes).items():
        refer("Role", name, role)
    concepts = [one["option"] for v in taken for one in counts(v.vote)] + [v.result for v in taken if v.result]
    for concept in dict.fromkeys(concepts):
        add(found, "TLCConcept", eId=concept, href=f"/akn/ontology/concept/{concept}", showAs=concept)


def _proprietary(top: Element, minutes: Minutes) -> None:
    """Each part of the record with its place in the source and its fields as JSON: most have no element."""
    held = add(top, "proprietary", source=_TOOL)
    about = {name: legal(str(value)) for name, value in origin(minutes, FormatName.AKOMANTOSO).items() if value}
    add(held, "minutes:source", **about)
    for part in parts(minutes):
        if part.kind not in _TEXT:
            start, end = (str(offset) for offset in (part.spans[0].start, part.spans[0].end))
            add(held, f"minutes:{part.kind}", id=part.local, start=start, end=end).text = legal(dump(part.value, None))
