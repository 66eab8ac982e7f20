"""Which body met, and of which council or school it is: from sentences, labels and lines of the header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.recognise.header import Header, Named, titled
from minutes_extract.recognise.occasion import VENUE
from minutes_extract.records import Place

_SHORT = re.compile(r"(?:council|board|authority)$", re.IGNORECASE)
_DATED = re.compile(r"[^\n]{0,40}\b(?:19|20)\d\d\b[^\n]{0,40}")
_LETTERHEAD = rf"\b{{letterhead_word}}\b|@|\b\d{{5}}\b|\b[A-Z]{{1,2}}\d{{1,2}}[A-Z]? \d[A-Z]{{2}}\b|{VENUE.pattern}"
_STATE = re.compile(r"(?<=\w), [A-Z][A-Za-z. ]{1,20}$")  # 'CITY OF PELHAM, VIRGINIA'
_ABOVE, _BELOW, _UNKNOWN = 6, 3, 1  # lines looked at above and below a name, and how many of them may be anything
_MEETING_OF = "recognise.meeting.meeting-of"
_REFERS, _LEAD = re.compile(r"\babove[ a-z-]*\Z", re.IGNORECASE), 20  # 'of the above-named', and its characters
_OWN_COUNCILS = frozenset(("parish council", "town council", "community council"))


@dataclass(slots=True)
class Bodies:
    """Places of body and organization in the view, and the rules that found them; None where the header names none."""

    body: tuple[Place, str] | None = None
    organization: tuple[Place, str] | None = None


def read_bodies(header: Header) -> Bodies:
    """Body and organization as the header names them."""
    return _BodyReader(header).run()


class _BodyReader:
    def __init__(self, header: Header) -> None:
        self.header = header
        self.text = header.text
        self.found = Bodies()
        self.sorts = header.patterns.any_of("council_sort")
        self.filler = header.patterns.regex(r"\W*(?:{header_filler}\b\W*)+")
        self.letterhead = header.patterns.regex(_LETTERHEAD)
        kinds = r"(?:{meeting_kind}|annual|special|extraordinary|ordinary|general)"
        self.kinds = header.patterns.regex(rf"(?<=\w) {kinds}(?= )")
        self.part_of = header.patterns.regex(
            r"(?P<body>(?s:.{0,160})\b{body_head:ends})\s+(?:of|for)\s+(?:the\s+)?(?P<organization>{meeting_parent})(?:,\s+[\w. ]{2,20})?"
        )

    def run(self) -> Bodies:
        found, header = self.found, self.header
        starts: list[int] = []
        for rule, match in header.matches("title"):
            found.body = (match.span("body"), rule.id)
            starts.append(match.start())
            break
        if found.body is None and header.sentences:
            named = self._fuller(header.sentences)
            self._sentence(named)
            starts += [n.start for n in header.sentences if self._name(n.place) == self._name(named.place)]
        if found.body is None:
            self._labels()
        if not starts:
            self._splits()
            starts += self._lines()
        if found.organization is None:
            self._organization(starts)
        self._named_above()
        return found

    def _named_above(self) -> None:
        """'FEN PARISH COUNCIL' / 'Parish Council Meeting', 'Meeting of the above Parish Council': the line above is the
        body itself, with its name."""
        body, parent = self.found.body, self.found.organization
        if body is None or parent is None or self._name(body[0]) not in _OWN_COUNCILS:
            return
        if body[1] == _MEETING_OF and not _REFERS.search(self.text, max(0, body[0][0] - _LEAD), body[0][0]):
            return
        if self._name(parent[0]).endswith(self._name(body[0])):
            self.found.body, self.found.organization = parent, None

    def _fuller(self, sentences: list[Named]) -> Named:
        """The surest name, or the one that has it as its end: 'Committee Meeting', then 'Mill Hall Committee Meeting'."""
        first = sentences[0]
        short = f" {self._name(first.place)}"
        longer = (named for named in sentences[1:] if self._name(named.place).endswith(short))
        return first if first.own else next(longer, first)

    def _name(self, place: Place) -> str:
        return " ".join(self.text[slice(*place)].casefold().split())

    def _proper(self, name: str) -> bool:
        """Is there a word that tells this council or school from others of its sort?"""
        return any(word not in self.sorts for word in re.findall(r"[^\W\d_]+", name.casefold()))

    def _sentence(self, named: Named) -> None:
        start, end = named.place
        tail = re.search(
            r"(?<!parish)(?<!town)(?<!general)\s+(?:meeting|minutes)$", self.text[start:end], re.IGNORECASE
        )
        end -= len(tail[0]) if tail else 0
        place, rule = (start, end), named.rule
        of = self.part_of.fullmatch(self.text, start, end)
        if named.organization is not None:
            whole = self._name(named.organization).endswith(self._name(place))  # 'Council meeting of Wexmoor Council'
            place, parent = (named.organization, None) if whole else (place, named.organization)
            self.found.organization = (parent, rule) if parent else None
        elif of is not None and named.own:
            self.found.organization = (of.span("organization"), rule)
            place = of.span("body")
        elif not named.own and not self._proper(self._name(place)):
            place = self._full(place, named.start) or place
        elif not named.own:
            place = self._plain(place) or place
        self.found.body = (place, rule)

    def _plain(self, place: Place) -> Place | None:
        """'Wexmoor Annual Parish Council' where the header has 'Wexmoor Parish Council' too."""
        name = self.kinds.sub("", " ".join(self.text[slice(*place)].split()))
        if name.casefold() == self._name(place):
            return None
        other = re.search(re.escape(name).replace(r"\ ", r"\s+"), self.text[: self.header.hi], re.IGNORECASE)
        return other.span() if other else None

    def _full(self, place: Place, start: int) -> Place | None:
        """The full name of the council that a sentence calls 'the Parish Council' or 'the Council'."""
        core = re.sub(r"^(?:(?:the|full|ordinary|annual|extraordinary|special|general) )+", "", self._name(place))
        if not _SHORT.search(core):
            return None
        names = [n.place for n in self.header.names if self._name(n.place).endswith(core)]
        places = [p if self._proper(self._name(p)) else self._joined(p) for p in names]
        full = [p for p in places if p is not None and self._proper(self._name(p))]
        here = self.header.line_at(start)
        by_distance = sorted((self._distance(here, p), p) for p in full)
        if by_distance and by_distance[0][0] <= _ABOVE:
            return by_distance[0][1]
        return full[0] if len({self._name(p) for p in full}) == 1 else None

    def _distance(self, here: int, place: Place) -> int:
        """Lines from a sentence to a name; the name below counts as further off than the one above."""
        line = self.header.line_at(place[0])
        if line < 0 or here < 0:
            return _ABOVE + 1
        return here - line if line <= here else 2 * (line - here)

    def _joined(self, place: Place) -> Place | None:
        """A name in two lines: 'LLANWEXMOOR' above 'COMMUNITY COUNCIL'."""
        i = self.header.line_at(place[0])
        if i < 1 or self.header.line(i).casefold() != self._name(place):
            return None
        above = self.header.line(i - 1)
        plain = (
            titled(above)
            and not re.search(r"[\d:]", above)
            and len(above.split()) <= 5
            and not self.filler.fullmatch(above)
        )
        return (self.header.lines[i - 1][0], place[1]) if plain else None

    def _labels(self) -> None:
        for rule, match in self.header.matches("label"):
            if "body" in rule.regex.groupindex and titled(match["body"]):
                self.found.body = (match.span("body"), rule.id)
                return

    def _splits(self) -> None:
        """'OAK LANE SCHOOL BOARD OF GOVERNORS': both, where the first part is a name of its own."""
        for rule, match in self.header.matches("split"):
            if titled(match["organization"]) and titled(match["body"]) and self._proper(match["organization"]):
                self.found.body = self.found.body or (match.span("body"), rule.id)
                self.found.organization = self.found.organization or (match.span("organization"), rule.id)
                return

    def _lines(self) -> list[int]:
        """The body from lines that are names: the first, or a committee under the name of its council."""
        names = self.header.names
        if self.found.body is not None or not names:
            return [self.found.body[0][0]] if self.found.body else []
        first, body = names[0], names[0]
        if len(names) > 1 and self._council(first.place) and self._below(first, names[1]):
            body = names[1]
        self.found.body = (body.place, body.rule)
        return [named.start for named in names if self._name(named.place) == self._name(body.place)]

    def _council(self, place: Place) -> bool:
        return self.header.parent.fullmatch(self.text, *place) is not None and self._proper(self._name(place))

    def _below(self, first: Named, second: Named) -> bool:
        """Is the second name that of a body of the first?"""
        apart = self.header.line_at(second.start) - self.header.line_at(first.start)
        if not 0 < apart <= _BELOW or self._council(second.place):
            return False
        return second.own or not self._name(first.place).endswith(self._name(second.place))

    def _organization(self, starts: list[int]) -> None:
        """The council or school on a line of its own above the body, or named as its parent in the text."""
        body = self.found.body
        if (body is None and not starts) or (body is not None and self._council(body[0])):
            return
        name = body[0] if body else (0, 0)
        for start in starts:
            place = self._above(self.header.line_at(start), name)
            if place is None and body is not None:
                place = self._parent_line(self.header.line_at(body[0][1]) + 1, name)
            if place is not None:
                self.found.organization = (place, "recognise.meeting.organization-line")
                return
        if body is not None and self._proper(self._name(body[0])):
            self._in_text(body[0])

    def _above(self, here: int, body: Place) -> Place | None:
        unknown = 0
        for i in range(here - 1, max(-1, here - 1 - _ABOVE), -1):
            place = self._parent_line(i, body)
            if place is not None:
                return place
            line = self.header.line(i)
            known = self.filler.fullmatch(line) or _DATED.fullmatch(line) or self.letterhead.search(line)
            if not known and line.casefold() != self._name(body):
                unknown += 1
            if unknown > _UNKNOWN:
                break
        return None

    def _parent_line(self, i: int, body: Place) -> Place | None:
        """The place of a line that is the name of a council or school of its own, and not that of the body."""
        if not 0 <= i < len(self.header.lines):
            return None
        line = _STATE.sub("", self.header.line(i))
        own = self.header.parent.fullmatch(line) and titled(line) and self._proper(line) and not self._in_menu(i)
        if not own or line.casefold() == self._name(body):
            return None
        start = self.text.index(line, self.header.lines[i][0])
        return start, start + len(line)

    def _in_menu(self, i: int) -> bool:
        return any(lo <= self.header.lines[i][0] < hi for lo, hi in self.header.menus)

    def _in_text(self, body: Place) -> None:
        """'a member of the Quay Committee of the Wexmoor District Council'."""
        name = re.escape(self._name(body)).replace(r"\ ", r"\s+")
        pattern = rf"{name}\s+of\s+(?:the\s+)?(?P<organization>(?-i:(?:[^\W\d_a-z][\w'-]*\s+){{1,5}}Council))\b"
        match = re.search(pattern, self.text, re.IGNORECASE)
        if match is not None:
            self.found.organization = (match.span("organization"), "recognise.meeting.organization-of")
