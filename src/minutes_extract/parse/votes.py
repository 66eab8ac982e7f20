"""Votes: the pieces that state one (numbers, names, how it was taken, its result), then put together by place."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from minutes_extract.itemtext import ItemText
from minutes_extract.people import People
from minutes_extract.records import Ballot, Place, Vote
from minutes_extract.roster import Name, Person, flat
from minutes_extract.rules import Patterns, Rule
from minutes_extract.rules.words import alternation

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_NUMBERS = {word: k for k, word in enumerate(_SMALL.split())}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NOBODY = frozenset(("no", "none", "nil", "nobody", "no-one", "no one"))
# Options by the first letters of the printed word; who stood aside for an interest ('Recuse') took no side.
_OPTIONS = (
    ("yes", ("ye", "ay", "for", "in f", "in the a")),
    ("no", ("no", "na", "ag", "op", "in the n")),
    ("abstain", ("abst", "rec", "con")),
    ("absent", ("abse", "exc")),
)
_NO_NAMES = (
    "it he she they we the this that these those who members member councillors councillor council committee board "
    "some others several many nobody everyone all both one none labour conservatives government no yes and but"
)
_PARTICLES = "de del della der den di du la le van von ter ten y an na"
_NIL = re.compile(r"[ \t]*(?:none|nil|n/a|nobody|no[- ]one|0)\b\.?", re.IGNORECASE)
_TOKEN = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_][\w'-]{0,40}")
_BEGIN = re.compile(r"(?<![\w'-])[^\W\d_]")
_SEPARATOR = re.compile(r"[ \t]*(?:[,;|][ \t]*(?:and\b|&)?|\band\b|&)[ \t]*|\t[ \t]*")
_BRACKET = re.compile(r" ?\((?P<said>[^()\n\d]{1,60})\)")
_COUNT_BEHIND = re.compile(r"[\s.]{0,9}\((?P<count>\d{1,3})\)|[ \t]*\.{2,60}[ \t]*(?P<dotted>\d{1,3})\b")
_WORD = re.compile(r"[^\W\d_]{2}")
_CLOSE = re.compile(r"[^()\n]{0,40}\)")  # '(2 abstained due to interest)'
# 'Councillor X, having declared an interest, abstained'
_ASIDE = re.compile(r", (?:having|who had|as|being|because of)\b[^.;\n]{0,120},$")
_CUED = re.compile(
    r"\b(?:agreed|resolved|carried|passed|approved|adopted|granted|refused|lost|defeated|elected|vote[ds]?|voting|"
    r"recommended|motion|prop(?:osed|\.)?)\b",
    re.IGNORECASE,
)
_BEFORE = 160  # characters before 'abstained' in which its names stand
_NEAR = 45  # between pieces of neighbouring sentences: 'Under Standing Order 1.9.7 Member X asked that'
_ONE_SENTENCE = 260  # 'Resolved (7:5) that ..., with two abstentions'
_ONE_PARAGRAPH = 160  # 'all 5 voted to object. This was a quorum. Prop. AB, 2nd CD, All agreed.'
_MOST = 400  # pieces of one vote: the largest roll calls have fewer voters
_FURNITURE = 110  # a page foot between 'For' and 'Against'
_SUBSTANCE = ("count", "table", "list", "answer", "method", "ballot")
_NAMED = ("table", "list", "answer")


@dataclass(slots=True)
class _Piece:
    """Words that state a part of a vote."""

    start: int
    end: int
    rule: Rule
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    result: str | None = None
    ballots: list[Ballot] = field(default_factory=list)
    options: tuple[str, ...] = ()  # of a list or a table
    label: str = ""  # of a list
    doubtful: bool = False  # a name that nothing vouches for

    @property
    def weak(self) -> str | None:
        return "pair" if self.doubtful else self.rule.set.get("weak")

    @property
    def form(self) -> str:
        return self.rule.form

    @property
    def method(self) -> str | None:
        return self.rule.set.get("method")

    @property
    def counted(self) -> bool:
        return self.form == "count"


def find_votes(item: ItemText, people: People, patterns: Patterns) -> list[Vote]:
    """Every vote printed in an item, in order; `place` holds all words that state it, lists of names with them.

    Counts, method and result are None where the text prints none. Each ballot has the name as printed and the person
    of `people`, or None. A dissent printed apart from its vote is a vote that has only the ballot.
    """
    pieces = _Reader(item, people, patterns).read()
    sentences = [s.start for s in item.sentences]
    votes = (_vote(group, item, sentences) for group in _groups(pieces, item, sentences))
    return [vote for vote in votes if vote is not None]


def number(word: str) -> int | None:
    """'7', 'seven', 'twenty-one', 'none' as a number; None for any other word."""
    word = word.lower()
    if word.isdecimal():
        return int(word)
    if word in _NOBODY:
        return 0
    tens, _, ones = word.partition("-")
    if tens in _TENS and (not ones or ones in _NUMBERS):
        return _TENS[tens] + _NUMBERS.get(ones, 0)
    return _NUMBERS.get(word)


def option(word: str) -> str:
    """The option of a printed word: 'Yeas', 'Against', 'Recuse'."""
    word = word.strip().lower()
    return next((name for name, begins in _OPTIONS if word.startswith(begins)), "abstain")


# --- the pieces of one item


Found = tuple[Rule, re.Match[str]]


class _Reader:
    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.patterns = patterns
        self.voters = _Voters(item, people, patterns)

    def read(self) -> list[_Piece]:
        """All pieces in order."""
        found = self._found()
        stops = [*(_place(match)[0] for _, match in found), self.item.hi]
        pieces: list[_Piece] = []
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
        _take_sides(pieces)
        return pieces

    def _found(self) -> list[Found]:
        """What the rules match; of two that overlap, the one whose rule stands first in the file."""
        taken: list[Place] = []
        found: list[Found] = []
        for rule in self.patterns.near("parse.vote", self.text, self.item.lo, self.item.hi):
            mine = [match for match in self._matches(rule) if not _overlaps(taken, _place(match))]
            for match in mine:
                insort(taken, _place(match))
            if rule.form != "not":
                found += [(rule, match) for match in mine]
        return sorted(found, key=lambda f: _place(f[1]))

    def _matches(self, rule: Rule) -> Iterator[re.Match[str]]:
        """Matches of a rule whose numbers are numbers; behind a false one, the search goes on one character later."""
        for at, end in self.patterns.parts(rule, self.text, self.item.lo, self.item.hi):
            while (match := rule.regex.search(self.text, at, end)) is not None:
                words = [match.groupdict().get(name) for name in ("yes", "no", "abstain")]
                if any(word and number(word) is None for word in words) or self._inside_number(match):
                    at = match.start() + 1
                    continue
                yield match
                at = max(match.end(), match.start() + 1)

    def _inside_number(self, match: re.Match[str]) -> bool:
        """A number that is the end of another one: '£5', '7.4', '12/5'."""
        return match[0][:1].isdigit() and match.start() > 0 and self.text[match.start() - 1] in "£$€./#-"

    def _run_on(self, label: Found, behind: Found) -> bool:
        """Two labels of lists with nothing between them, and no number printed with either."""
        if label[0].form != "list" or behind[0].form != "list" or label[1]["count"] or behind[1]["count"]:
            return False
        return not self.text[label[1].end() : behind[1].start()].strip()

    def _piece(self, rule: Rule, match: re.Match[str], stop: int, before: int) -> _Piece | None:
        piece = _Piece(*_place(match), rule, label=match[0].lower())
        said = match.groupdict()
        piece.yes, piece.no, piece.abstain = (number(said.get(name) or "") for name in ("yes", "no", "abstain"))
        if said.get("fail") or said.get("not") or (said.get("bare") and rule.id.endswith("fail")):
            piece.result = "fail"
        elif said.get("pass") or said.get("bare"):
            piece.result = "pass"
        if said.get("names"):
            piece.ballots = self.voters.known(*match.span("names"), rule.set["option"])
        if rule.form == "list":
            self._list(piece, said, stop)
        elif rule.form == "table":
            self._table(piece)
        elif rule.form in ("ballot", "answer"):
            return self._named_before(piece, match, before)
        return piece

    def _list(self, piece: _Piece, said: dict[str, str | None], stop: int) -> None:
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

    def _columns(self, labels: list[Found], stop: int) -> list[_Piece]:
        """'AYES:' / 'NOES:' / names of the first / names of the second: all labels stand before all lists."""
        pieces = []
        at = labels[-1][1].end()
        for rule, match in labels:
            piece = _Piece(match.start(), match.end(), rule, options=(rule.set["option"],))
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

    def _table(self, piece: _Piece) -> None:
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

    def _named_before(self, piece: _Piece, match: re.Match[str], before: int) -> _Piece | None:
        """'Cllrs A and B abstained', 'Mayor C: No': the names that end where the match begins."""
        answer = piece.form == "answer"
        lo = max(self.item.lo, before, match.start() - _BEFORE, self.text.rfind("\n", 0, match.start()) + 1)
        aside = None if answer else _ASIDE.search(self.text, lo, match.start())
        places = self.voters.ending(lo, aside.start() if aside else match.start())
        vouched = self.voters.vouched(places)
        if not places or (not vouched and self.text[slice(*places[-1])].lower().split()[-1] in _NO_NAMES.split()):
            return None
        piece.doubtful = not vouched
        places = places[-1:] if answer or not vouched else vouched
        name = option(match["option"]) if answer else piece.rule.set["option"]
        piece.ballots = [self.voters.ballot(*place, name) for place in places]
        piece.start = places[0][0]
        return piece


# --- who voted


class _Voters:
    """Reads names where voters are listed; here a word with a capital is a name, known or not."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.particles = frozenset(_PARTICLES.split())
        self.title, self.plural, self.post = _titles(patterns)

    def is_title(self, words: str) -> bool:
        return self.title.fullmatch(words) is not None

    def ballot(self, start: int, end: int, name: str) -> Ballot:
        return Ballot(self.item.view.printed(start, end), self._person(start, end), name)

    def known(self, start: int, end: int, name: str) -> list[Ballot]:
        """Ballots of a bracket such as '(JP)'; none where it speaks of something else."""
        ballots = [self.ballot(*place, name) for place in self.places(start, end)]
        return ballots if all(b.person is not None or self.title.match(b.name) for b in ballots) else []

    def places(self, start: int, stop: int) -> list[Place]:
        """Places of the names of a list that begins at `start`; it ends with the first word that is no name."""
        out: list[Place] = []
        at = start
        while at < stop and self.text[at] in " \t:.-|":
            at += 1
        while (place := self._one(at, stop)) is not None:
            out.append(place)
            separator = _SEPARATOR.match(self.text, place[1], stop)
            if separator is None:
                break
            at = separator.end()
        return out

    def _one(self, at: int, stop: int) -> Place | None:
        """One name: titles, up to six words with capitals, a bracket ('Marlowe (J)', 'The Chair (Cllr Quill)')."""
        start, end, titles = at, at, 0
        while titles < 4 and (title := self.title.match(self.text, at, stop)) is not None:
            titles += 1
            end = title.end()
            at = end
            plural = self.plural.fullmatch(title[0]) is not None
            while at < stop and self.text[at] in (" :" if plural else " "):
                at += 1
            if plural:
                start, titles = at, 0
        words = 0
        while words < 6 and (token := _TOKEN.match(self.text, at, stop)) is not None and self._capital(token, stop):
            words += 1
            end = at = token.end()
            if at < stop and self.text[at] == " ":
                at += 1
        if not words and not (titles > 1 or (titles and self.post.search(self.text, start, end))):
            return None
        bracket = _BRACKET.match(self.text, end, stop)
        return start, bracket.end() if bracket else end

    def _capital(self, token: re.Match[str], stop: int) -> bool:
        word = token[0]
        if word[0].isupper():
            return True
        if word in self.particles:
            after = _TOKEN.match(self.text, token.end() + 1, stop)
            return after is not None and (
                after[0][0].isupper() or after[0] in self.particles or after[0][1:2].isupper()
            )
        return word[0] in "tnh" and word[1:2].isupper()  # 'Mac an tSaoir'

    def ending(self, lo: int, end: int) -> list[Place]:
        """The longest list of names that ends at `end`."""
        at = lo
        while (word := _BEGIN.search(self.text, at, end)) is not None:
            places = self.places(word.start(), end)
            if places and not self.text[places[-1][1] : end].strip(" ,("):
                return places
            at = word.end()
        return []

    def vouched(self, places: list[Place]) -> list[Place]:
        """The last names of a list, as far back as each is known or has a title: 'the Constitution, Rich Lee'."""
        first = len(places)
        while first and self._vouches(*places[first - 1]):
            first -= 1
        return places[first:]

    def _vouches(self, start: int, end: int) -> bool:
        return self.title.match(self.text, start, end) is not None or self._person(start, end) is not None

    def _person(self, start: int, end: int) -> Person | None:
        """The person of a name: as the second stage read it, else by surname and what is printed with it."""
        mentions = [*self.people.within(start, end)]
        if (covering := self.people.at(start)) is not None:
            mentions.insert(0, covering)
        found = next((m.person for m in mentions if m.person is not None), None)
        return found if found is not None else self._by_name(start, end)

    def _by_name(self, start: int, end: int) -> Person | None:
        words = self.text[start:end].strip(" .|")
        roster = self.people.roster
        if words in roster.by_initials:
            return roster.by_initials[words]
        given: tuple[str, ...] = ()
        if (bracket := re.search(r" ?\((\w)\.?\)$", words)) is not None:
            given, words = (bracket[1],), words[: bracket.start()]
        title = None
        while (found := self.title.match(words)) is not None and found.end() < len(words):
            title, words = found[0], words[found.end() :].lstrip()
        parts = words.split()
        if len(parts) == 1 and not given and len(known := roster.by_given.get(flat(words), [])) == 1:
            return known[0]
        for k in range(len(parts)):
            name = Name(title, (*given, *parts[:k]), " ".join(parts[k:]), 0, 0, 0, 0, True)
            if len(people := roster.find(name)) == 1:
                return people[0]
        return None


@lru_cache(maxsize=8)
def _titles(patterns: Patterns) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Forms of address: any one of them, the plural ones, and posts that stand for a person."""
    words = patterns.words
    plural = words.get("title_plural", ["councillors"])
    posts = [*words.get("title_post", ["chair"]), "mayor", "lord mayor", "deputy mayor", "provost", "reeve"]
    every = [*words.get("title_councillor", []), *words.get("title_civil", []), *posts, *plural]

    def compiled(listed: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:the )?{alternation(listed)}(?![\w'])\.?", re.IGNORECASE)

    return compiled(every), compiled(plural), compiled(posts)


# --- pieces of one vote


def _place(match: re.Match[str]) -> Place:
    """The words of a match that state the vote: its group `vote`, else all of it."""
    return match.span("vote") if "vote" in match.re.groupindex else match.span()


def _take_sides(pieces: list[_Piece]) -> None:
    """'For the motion (4) ...; For the amendment (2) ...': those for the second were against the first."""
    for a, b in pairwise(pieces):
        if a.options != ("yes",) or b.options != ("yes",):
            continue
        if ("motion" in a.label and "amendment" in b.label) or ("amendment" in a.label and "motion" in b.label):
            b.options, b.yes, b.no = ("no",), None, b.yes
            for ballot in b.ballots:
                ballot.option = "no"


def _overlaps(taken: list[Place], place: Place) -> bool:
    k = bisect_right(taken, place)
    return (k > 0 and taken[k - 1][1] > place[0]) or (k < len(taken) and taken[k][0] < place[1])


def _groups(pieces: list[_Piece], item: ItemText, sentences: list[int]) -> list[list[_Piece]]:
    """Pieces that state one vote together."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _joins(groups[-1], piece, item, sentences):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _joins(group: list[_Piece], piece: _Piece, item: ItemText, sentences: list[int]) -> bool:
    """Whether a piece belongs to the vote that the pieces before it state."""
    end = max(p.end for p in group)
    gap = item.text[end : piece.start]
    if piece.start < end or gap.count("\n") > 2 or len(group) > _MOST or any(_contradict(p, piece) for p in group):
        return False
    paragraph = "\n" not in gap
    sentence = paragraph and bisect_right(sentences, max(end - 1, 0)) == bisect_right(sentences, piece.start)
    if sentence:
        return len(gap) <= _ONE_SENTENCE
    near, bare = len(gap) <= _NEAR and gap.count("\n") <= 1, not _WORD.search(gap)
    stated = [p for p in group if p.form in _SUBSTANCE]
    named = any(p.form in _NAMED for p in group)
    counted = any(p.counted for p in group)
    if piece.form == "lead":
        return not stated and near
    if piece.form == "result":
        return bool(stated or group[-1].form == "lead") and near
    if piece.form == "ballot":
        return near and (bool(stated) or bare)
    if piece.form in _NAMED:
        if named:
            return near or (len(gap) <= _FURNITURE and piece.form == "list")
        return bare if counted or stated else near
    if piece.counted:
        if not stated or named:
            return near if named or group[-1].form == "lead" else bare
        weak = group[-1].weak and (piece.weak or group[-1].form == "ballot")
        return near and (bool(bare or weak) if paragraph else bare and piece.yes is None)
    if not stated:
        return bare or (group[-1].form == "lead" and near)
    whole = any(p.counted and p.method is not None for p in group)  # 'all 5 voted'
    return paragraph and (bare or (whole and len(gap) <= _ONE_PARAGRAPH))


def _contradict(a: _Piece, b: _Piece) -> bool:
    """Two different numbers or results for the same thing, or the same list twice."""
    for x, y in ((a.yes, b.yes), (a.no, b.no), (a.abstain, b.abstain), (a.result, b.result)):
        if x is not None and y is not None and x != y:
            return True
    return bool(set(a.options) & set(b.options))


def _vote(group: list[_Piece], item: ItemText, sentences: list[int]) -> Vote | None:
    """The vote that pieces state, or None where they do not amount to one."""
    sides = {name for p in group for name in p.options} & {"yes", "no"}
    if not sides:
        group = [p for p in group if p.options != ("absent",)]
    if not any(_states(p, group, sides, item, sentences) for p in group):
        return None
    stating = [p for p in group if p.form in _SUBSTANCE]
    first = min(stating, key=lambda p: (p.weak is not None, _SUBSTANCE.index(p.form)))
    start, end = min(p.start for p in group), max(p.end for p in group)
    if item.text.count("(", start, end) > item.text.count(")", start, end):
        close = _CLOSE.match(item.text, end, item.hi)
        end = close.end() if close is not None else end
    vote = Vote((start, end), first.rule.id, method=_method(group, sides))
    for p in group:
        vote.yes = p.yes if vote.yes is None else vote.yes
        vote.no = p.no if vote.no is None else vote.no
        vote.abstain = p.abstain if vote.abstain is None else vote.abstain
        vote.result = vote.result or p.result
        vote.ballots += p.ballots
    if vote.result == "fail" and (vote.yes or 0) > (vote.no or 0) and any("first" in p.rule.set for p in group):
        vote.yes, vote.no = vote.no, vote.yes  # 'lost by 6 votes to 4': the six were against
    return vote


def _states(p: _Piece, group: list[_Piece], sides: set[str], item: ItemText, sentences: list[int]) -> bool:
    """Whether this piece makes the group a vote."""
    if p.form in ("lead", "result"):
        return False
    others = [q for q in group if q.rule is not p.rule or (q is not p and p.form != "count")]
    weak = p.weak
    if p.form == "list":
        return bool(sides) and (len(sides) > 1 or bool(p.ballots and others) or p.yes is not None or p.no is not None)
    if p.form == "answer":
        return any(q.form in ("answer", "lead") for q in others)
    if weak == "zero" and p.abstain:
        return True
    if weak is None:
        return True
    if any(q.form in _SUBSTANCE for q in others) or (weak == "pair" and p.form == "ballot" and others):
        return True
    if weak == "cue":
        k = bisect_right(sentences, p.start)
        hi = sentences[k] if k < len(sentences) else item.hi
        return _CUED.search(item.text, sentences[k - 1] if k else item.lo, hi) is not None
    return False


def _method(group: list[_Piece], sides: set[str]) -> str | None:
    """Of several ways the one that says most: a casting vote was counted, a unanimous one may be by roll call."""
    printed = {p.method for p in group}
    answers = sum(p.form == "answer" for p in group)
    if len(sides) > 1 or "yes" in sides or answers:
        printed.add("recorded")
    return next((name for name in ("casting", "unanimous", "recorded", "show_of_hands") if name in printed), None)
