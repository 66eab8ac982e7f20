"""The record as an Akoma Ntoso debate: `<debate name="minutes">`, the whole text with its structure and its people.

Akoma Ntoso Version 1.0, OASIS Standard, 29 August 2018, Part 2 (schema akomantoso30.xsd),
https://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/: debate, debateBody, rollCall, debateSection,
speech, resolutions, conclusions, person, vote, docDate. `akn_meta` writes what stands before the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from xml.etree.ElementTree import Element, tostring

from minutes_extract.emit.formats import FormatName
from minutes_extract.emit.standards.akn_meta import NAMESPACE, OURS, Voting, add, legal, meta, put, roles, votings
from minutes_extract.emit.standards.common import Data, origin
from minutes_extract.schema import Item, Minutes

Range = tuple[int, int]
_SPACE = re.compile(r"\s+")


def render(minutes: Minutes, text: str, indent: int | None) -> str:
    """The document; `indent` is not for XML with text in it."""
    made = origin(minutes, FormatName.AKOMANTOSO)
    body = tostring(_Debate(minutes, text).document(), encoding="unicode")
    head = f"<!-- sha256={made['sha256']} made-by={made['extractor']} -->"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}\n'


class _Debate:
    def __init__(self, minutes: Minutes, text: str) -> None:
        self.minutes = minutes
        self.text = text
        self.votings = votings(minutes)
        self.marks = _marks(minutes, self.votings)
        self.starts = [start for (start, _), _, _ in self.marks]
        self.numbers = {tag: count(1) for tag in ("person", "rollCall", "dbsect", "speech", "resolutions")}
        self.roles = roles(minutes)
        self.posts = {person.id: person.roles for person in minutes.people}
        self.resolved: dict[str, str] = {}
        self.moves = [(m.span.start, m.span.end) for person in minutes.people for m in person.movements]
        self.children: dict[str | None, list[Item]] = {}
        for item in minutes.items:
            self.children.setdefault(item.parent, []).append(item)

    def document(self) -> Element:
        root = Element("akomaNtoso", {"xmlns": NAMESPACE, "xmlns:minutes": OURS})
        root.text = root.tail = "\n"
        debate = add(root, "debate", name="minutes")
        before, roll, after = self._header()
        debate_body = Element("debateBody")
        if roll:
            self._blocks(add(debate_body, "rollCall", eId=self._number("rollCall")), roll)
        if after or not (roll or self.minutes.items):  # a body is never empty
            self._blocks(add(debate_body, "debateSection", eId=self._number("dbsect"), name="header"), after)
        for item in self.children.get(None, []):
            self._item(debate_body, item)
        put(debate, meta(self.minutes, self.votings, self.resolved))
        if before:
            self._blocks(add(debate, "preface"), before)
        put(debate, debate_body)
        closing = self.minutes.closing
        if closing is not None and (blocks := list(self._split(closing.start, closing.end))):
            self._blocks(add(debate, "conclusions"), blocks)
        return root

    def _number(self, tag: str) -> str:
        return f"{tag}_{next(self.numbers[tag])}"

    def _header(self) -> tuple[list[list[Range]], list[list[Range]], list[list[Range]]]:
        """The text before the first item, parted where the attendance begins and where it ends."""
        header = self.minutes.header
        blocks = [] if header is None else list(self._split(header.start, header.end))
        named = [person.span.start for person in self.minutes.people if person.attendance is not None]
        roll = [k for k, block in enumerate(blocks) if any(block[0][0] <= at < block[-1][1] for at in named)]
        if not roll:
            return blocks, [], []
        return blocks[: roll[0]], blocks[roll[0] : roll[-1] + 1], blocks[roll[-1] + 1 :]

    def _split(self, start: int, end: int) -> Iterator[list[Range]]:
        """The lines of a stretch of text, in blocks that blank lines part."""
        block: list[Range] = []
        while start < end:
            stop = self.text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if self.text[start:stop].strip():
                block.append((start, stop))
            elif block:
                yield block
                block = []
            start = stop + 1
        if block:
            yield block

    def _blocks(self, parent: Element, blocks: list[list[Range]]) -> None:
        for block in blocks:
            paragraph = add(parent, "p")
            for number, (start, end) in enumerate(block):
                if number:
                    paragraph.append(Element("br"))
                self._inline(paragraph, start, end)

    def _item(self, parent: Element, item: Item) -> None:
        name = self._number("dbsect")
        section = add(parent, "debateSection", eId=name, name=item.kind)
        if item.number:
            _say(add(section, "num"), item.number)
        if item.title:
            _say(add(section, "heading", eId=f"{name}__heading"), item.title)
        for piece in _pieces(item, self.moves):
            if self.text[piece.start : piece.end].strip():
                self._piece(section, piece)
        for child in self.children.get(item.id, []):
            self._item(section, child)

    def _piece(self, section: Element, piece: _Piece) -> None:
        if piece.decision is not None:
            last = section[-1] if len(section) else None
            if last is None or last.get("eId") != self.resolved.get(piece.decision, ""):
                last = add(section, "resolutions", eId=self._number("resolutions"))
                self.resolved[piece.decision] = last.attrib["eId"]
            self._inline(add(last, "p"), piece.start, piece.end)
        elif piece.speaker is not None:
            speech = add(
                section, "speech", eId=self._number("speech"), by=f"#{piece.speaker}", **self._as(piece.speaker)
            )
            self._inline(add(speech, "p"), piece.start, piece.end)
        else:
            self._inline(add(section, "narrative" if piece.moves else "p"), piece.start, piece.end)

    def _as(self, speaker: str) -> dict[str, str]:
        """In what role someone speaks, where they hold one only."""
        held = self.posts.get(speaker, [])
        return {"as": f"#{self.roles[held[0]]}"} if len(held) == 1 else {}

    def _inline(self, parent: Element, start: int, end: int) -> None:
        """Text with the people and dates that it names."""
        at = start
        for place in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            (begin, stop), tag, attributes = self.marks[place]
            if stop > end:
                continue
            _say(parent, self.text[at:begin])
            named = Element(tag, attributes if tag != "person" else {"eId": self._number("person"), **attributes})
            _say(named, self.text[begin:stop])
            parent.append(named)
            at = stop
        _say(parent, self.text[at:end])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a paragraph: of a decision, of what someone said, of someone who comes or goes, or of neither."""

    start: int
    end: int
    decision: str | None = None
    speaker: str | None = None
    moves: bool = False


def _pieces(item: Item, moves: list[Range]) -> Iterator[_Piece]:
    """The paragraphs, cut where a decision begins and ends."""
    taken = [*(decision.vote for decision in item.decisions), *(motion.vote for motion in item.motions)]
    votes = [vote.span for vote in taken if vote is not None]
    for paragraph in item.paragraphs:
        at, last = paragraph.span.start, paragraph.span.end
        moved = any(start < last and at < end for start, end in moves)
        listed = any(span.start < last and at < span.end for span in votes)
        speaker = None if moved or listed else paragraph.speaker
        for decision in item.decisions:
            start, end = max(decision.span.start, at), min(decision.span.end, last)
            if start < end:
                yield _Piece(at, start, None, speaker, moved)
                yield _Piece(start, end, decision.id)
                at, speaker = end, None
        yield _Piece(at, last, None, speaker, moved)


def _marks(minutes: Minutes, taken: list[Voting]) -> list[tuple[Range, str, Data]]:
    """What the text names, in its order and none in another: each mention of a person, voters, the date."""
    found: list[tuple[Range, str, Data]] = []
    for person in minutes.people:
        for span in person.mentions:
            voting = next((v for v in taken if v.vote.span.start <= span.start and span.end <= v.vote.span.end), None)
            choice = voting.choices.get(person.id) if voting is not None else None
            if choice is not None:
                found.append(((span.start, span.end), "vote", {"by": f"#{person.id}", "choice": f"#{choice}"}))
            else:
                found.append(((span.start, span.end), "person", {"refersTo": f"#{person.id}"}))
    date = minutes.meeting.evidence.get("date")
    if date is not None and minutes.header is not None and date.end <= minutes.header.end:
        found.append(((date.start, date.end), "docDate", {"date": minutes.meeting.date}))
    found.sort(key=lambda mark: (mark[0][0], -mark[0][1], mark[1]))
    apart: list[tuple[Range, str, Data]] = []
    for mark in found:
        if not apart or mark[0][0] >= apart[-1][0][1]:
            apart.append(mark)
    return apart


def _say(element: Element, text: str) -> None:
    """Put text at the end of an element, white space folded as in the record."""
    folded = legal(_SPACE.sub(" ", text))
    if len(element):
        element[-1].tail = (element[-1].tail or "") + folded
    else:
        element.text = (element.text or "") + folded
