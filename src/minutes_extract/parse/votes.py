"""Votes: the pieces that state one (numbers, names, how it was taken, its result), read one by one."""

from __future__ import annotations

import re
from bisect import bisect_right, insort

from minutes_extract.itemtext import ItemText
from minutes_extract.later import later
from minutes_extract.parse.numerals import number, option
from minutes_extract.parse.tally import Piece, groups, take_sides, vote_of
from minutes_extract.parse.voters import Voters
from minutes_extract.people import People
from minutes_extract.records import Ballot, Place, Vote
from minutes_extract.rules import Patterns, Rule

_NOBODY = frozenset(("no", "none", "nil", "nobody", "no-one", "no one"))
_NO_NAMES = (
    "it he she they we the this that these those who members member councillors councillor council committee board "
    "some others several many nobody everyone all both one none labour conservatives government no yes and but"
)
_NIL = later(r"[ \t]*(?:none|nil|n/a|nobody|no[- ]one|0)\b\.?", re.IGNORECASE)
_COUNT_BEHIND = later(
    r"[\s.]{0,9}\((?P<count>\d{1,3})\)|[ \t]*(?:\.{2,200}|(?<=\w) ?-)[ \t]*(?P<dotted>\d{1,3})\b(?![./]\d)"
)
# 'Councillor X, having declared an interest, abstained'
_ASIDE = later(r", (?:having|who had|as|being|because of)\b[^.;\n]{0,120},$")
_BEFORE = 160  # characters before 'abstained' in which its names stand


def find_votes(item: ItemText, people: People, patterns: Patterns) -> list[Vote]:
    """Every vote printed in an item, in order; `place` holds all words that state it, lists of names with them.

    Counts, method and result are None where the text prints none. Each ballot has the name as printed and the person
    of `people`, or None. A dissent printed apart from its vote is a vote that has only the ballot.
    """
    pieces = _Reader(item, people, patterns).read()
    sentences = [s.start for s in item.sentences]
    votes = (vote_of(group, item, sentences) for group in groups(pieces, item, sentences))
    return [vote for vote in votes if vote is not None]


Found = tuple[Rule, re.Match[str]]


class _Reader:
    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.patterns = patterns
        self.voters = Voters(item, people, patterns)

    def read(self) -> list[Piece]:
        """All pieces in order."""
        found = self._found()
        stops = [*(_place(match)[0] for _, match in found), self.item.hi]
        pieces: list[Piece] = []
        k = 0
        while k < len(found):
            last = k
            while last + 1 < len(found) and self._run_on(found[last], found[last + 1]):
                last += 1
            if last > k:
                pieces += self._columns(found[k : last + 1], stops[last + 1])
            elif not pieces or stops[k] >= pieces[-1].end:  # not a row of the table before
                before = pieces[-1].end if pieces else self.item.lo
                piece = self._piece(*found[k], stops[k + 1], before)
                pieces += [piece] if piece is not None else []
            k = last + 1
        take_sides(pieces)
        return pieces

    def _found(self) -> list[Found]:
        """What the rules match; of two that overlap, the one whose rule stands first in the file."""
        taken: list[Place] = []
        found: list[Found] = []
        for rule in self.patterns.near("parse.vote", self.text, self.item.lo, self.item.hi):
            matches = self.patterns.matches(rule, self.text, self.item.lo, self.item.hi, self._is_vote)
            mine = [match for match in matches if not _overlaps(taken, _place(match))]
            for match in mine:
                insort(taken, _place(match))
            if rule.form != "not":
                found += [(rule, match) for match in mine]
        return sorted(found, key=lambda f: _place(f[1]))

    def _is_vote(self, match: re.Match[str]) -> bool:
        """Are its numbers numbers?"""
        words = [match.groupdict().get(name) for name in ("yes", "no", "abstain")]
        return not any(word and number(word) is None for word in words) and not self._inside_number(match)

    def _inside_number(self, match: re.Match[str]) -> bool:
        """A number that is the end of another one: '£5', '7.4', '12/5'."""
        return match[0][:1].isdigit() and match.start() > 0 and self.text[match.start() - 1] in "£$€./#-"

    def _run_on(self, label: Found, behind: Found) -> bool:
        """Two labels of lists with nothing between them, and no number printed with either."""
        if label[0].form != "list" or behind[0].form != "list" or label[1]["count"] or behind[1]["count"]:
            return False
        return not self.text[label[1].end() : behind[1].start()].strip()

    def _piece(self, rule: Rule, match: re.Match[str], stop: int, before: int) -> Piece | None:
        piece = Piece(*_place(match), rule, label=match[0].lower())
        said = match.groupdict()
        piece.yes, piece.no, piece.abstain = (number(said.get(name) or "") for name in ("yes", "no", "abstain"))
        if said.get("fail") or said.get("not") or (said.get("bare") and rule.id.endswith("fail")):
            piece.result = "fail"
        elif said.get("pass") or said.get("bare"):
            piece.result = "pass"
        for names in ("names", "named"):  # '1 (Lund) against', '1 against (Lund)'
            if said.get(names):
                count = getattr(piece, rule.set["option"])
                piece.ballots = self.voters.known(*match.span(names), rule.set["option"], count)
        if rule.form == "list":
            self._list(piece, said, stop)
        elif rule.form == "table":
            self._table(piece)
        elif rule.form in ("ballot", "answer"):
            return self._named_before(piece, match, before)
        return piece

    def _list(self, piece: Piece, said: dict[str, str | None], stop: int) -> None:
        """'For (31)' and the names on the next line; 'Ayes: A, B'; 'Against: Cllrs. C and D (2)'."""
        name = piece.rule.set["option"]
        piece.options = (name,)
        count = number(said.get("count") or "")
        nil = _NIL.match(self.text, piece.end, stop)
        if nil is not None:
            piece.end = nil.end()
        elif count != 0:
            piece.ballots, piece.end = self._names_behind(piece.end, name, stop)
            behind = _COUNT_BEHIND.match(self.text, piece.end, stop)
            if count is None and behind is not None and piece.ballots:
                count, piece.end = int(behind["count"] or behind["dotted"]), behind.end()
        if name != "absent" and "uncounted" not in piece.rule.set:
            setattr(piece, name, count)

    def _names_behind(self, at: int, name: str, stop: int) -> tuple[list[Ballot], int]:
        """Names in the rest of the paragraph, or in the next one where the rest holds none (but 'Councillors')."""
        ballots: list[Ballot] = []
        end = at
        for _ in range(4):  # a list broken over paragraphs: 'FOR: Councillors' / 'Marsh, Oduya and' / 'Pike'
            eol = self.text.find("\n", at, stop)
            eol = stop if eol < 0 else eol
            places = self.voters.places(at, eol)
            rest = self.text[places[-1][1] if places else at : eol].strip(" \t:.-").lower()
            if places:
                ballots += [self.voters.ballot(*place, name) for place in places]
                end = places[-1][1]
            on = rest in (",", "and", ", and") if places else not rest or self.voters.is_title(rest)
            if eol >= stop or not on:
                break
            at = eol + 1
        return ballots, end

    def _columns(self, labels: list[Found], stop: int) -> list[Piece]:
        """'AYES:' / 'NOES:' / names of the first / names of the second: all labels stand before all lists."""
        pieces = []
        at = labels[-1][1].end()
        for rule, match in labels:
            piece = Piece(match.start(), match.end(), rule, options=(rule.set["option"],))
            while at < stop and self.text[at].isspace():
                at += 1
            eol = self.text.find("\n", at, stop)
            eol = stop if eol < 0 else eol
            nil = _NIL.match(self.text, at, eol)
            places = [] if nil else self.voters.places(at, eol)
            piece.ballots = [self.voters.ballot(*place, rule.set["option"]) for place in places]
            if nil or places:
                at = nil.end() if nil else places[-1][1]
            pieces.append(piece)
        pieces[-1].end = at
        return pieces

    def _table(self, piece: Piece) -> None:
        """'|Yeas:|Nays:|' and its rows: the column says how the name in the cell voted."""
        piece.options = tuple(option(cell) for cell in self.text[piece.start : piece.end].strip("|").split("|"))
        columns: list[list[Ballot]] = [[] for _ in piece.options]
        while self.text.startswith("|", piece.end + 1) and piece.end + 1 < self.item.hi:
            start = piece.end + 2
            eol = self.text.find("\n", start, self.item.hi)
            eol = self.item.hi if eol < 0 else eol
            for column, name in zip(columns, piece.options, strict=True):
                bar = self.text.find("|", start, eol)
                if bar < 0:
                    break
                cell = self.text[start:bar].strip()
                if cell and cell.lower() not in _NOBODY and cell[0].isalpha():
                    column.append(self.voters.ballot(start, bar, name))
                start = bar + 1
            piece.end = eol
        piece.ballots = [ballot for column in columns for ballot in column]

    def _named_before(self, piece: Piece, match: re.Match[str], before: int) -> Piece | None:
        """'Cllrs A and B abstained', 'Mayor C: No': the names that end where the match begins."""
        answer = piece.form == "answer"
        lo = max(self.item.lo, before, match.start() - _BEFORE, self.text.rfind("\n", 0, match.start()) + 1)
        aside = None if answer else _ASIDE.search(self.text, lo, match.start())
        places = self.voters.ending(lo, aside.start() if aside else match.start())
        vouched = self.voters.vouched(places)
        if not places or (not vouched and self.text[slice(*places[-1])].lower().split()[-1] in _NO_NAMES.split()):
            return None
        piece.doubtful = not vouched
        bracket = self.text.rfind("(", lo, match.start()) if answer else -1  # '(Lund, Pike, Dale - yea)'
        shared = [place for place in vouched if place[0] > bracket >= 0]
        places = shared or (places[-1:] if answer or not vouched else vouched)
        name = option(match["option"]) if answer else piece.rule.set["option"]
        piece.ballots = [self.voters.ballot(*place, name) for place in places]
        piece.start = places[0][0]
        return piece


def _place(match: re.Match[str]) -> Place:
    """The words of a match that state the vote: its group `vote`, else all of it."""
    return match.span("vote") if "vote" in match.re.groupindex else match.span()


def _overlaps(taken: list[Place], place: Place) -> bool:
    k = bisect_right(taken, place)
    return (k > 0 and taken[k - 1][1] > place[0]) or (k < len(taken) and taken[k][0] < place[1])
