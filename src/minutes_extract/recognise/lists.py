"""Lists of people: each entry is a name with title, post, ward, party or initials, or a post without a name."""

from __future__ import annotations

import re

from minutes_extract.likeness import title_rank
from minutes_extract.recognise.brackets import FROM, UNTIL
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.entryreader import EntryReader
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.recognise.runs import Run, titled
from minutes_extract.recognise.said import SaidReader
from minutes_extract.recognise.stacked import stacked
from minutes_extract.rules import Patterns

_SEPARATORS = frozenset(
    (",", ";", "and", "&", ".", "•", "*", "|", "-", "–", "+", ":", "/", "plus", ")", "]", "the", "also", "together")
)
_BESIDE = frozenset(("guest", "guests", "visitor", "visitors", "observers"))
_GROUPS = _BESIDE | {
    "supervisors",
    "trustees",
    "commissioners",
    "selectmen",
    "selectboard",
    "directors",
    "governors",
    "clerks",
    "assessors",
}
_PUBLIC = frozenset(["member", "members", "parishioner", "parishioners", "resident", "residents", "public", "press"])
_ELECTED = frozenset(("councillors", "cllrs", "crs", "councilors", "aldermen", "clrs"))
_NO_SURNAMES = ("HEAD", "BODY", "NOBODY", "PLURAL")
_POST = 8  # words of a post that heads a line
_JOINS = frozenset(("of", "for", "and", "&", "the"))
_OF_MEMBERS = frozenset(
    "present absent attending attendance apologies members member councillors trustees commissioners public".split()
)
_NEXT_LINE = re.compile(r"\s*(?P<list>[^\n]+)")
_COUNCIL = re.compile(r"[A-Z]{2,4}C")  # a council by its initials
_NUMBER = re.compile(r"\d+|(?i:one|two|three|four|five|six|seven|eight|nine|ten|several|approx\w*|around|about)")


class ListReader:
    """Reads lists of people, each piece of which must be a person, a post or something said of one."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader, patterns: Patterns) -> None:
        self.words = words
        self.names = names
        self.posts = posts
        self.heads = patterns.any_of("role_head")
        self.said = SaidReader(words, names, posts, patterns)
        self.entries = EntryReader(words, names, posts, self.said)

    def read(
        self, start: int, end: int, prose: bool = False, plural: bool = False, whole: bool = False
    ) -> tuple[list[Entry], int, int]:
        """Entries among words start..end, the index where reading stopped, and the number of words left unread.

        `prose`: the list stands in a sentence and ends with the first word that no entry can hold. `plural`: its label
        is a plural title ('Councillors:'). `whole`: it is no list if a single word is left unread, so reading stops there.
        """
        words, run = self.words, Run(plural)
        entries: list[Entry] = []
        at, unread = start, 0
        below = {} if prose or whole else stacked(words, self.names, self.posts, start, end)
        while at < end and words.space[at]:
            at += 1  # a title in the plural reaches over the end of its own line
        while at < end:
            word = words.text[at]
            if words.space[at] or word.lower() in _SEPARATORS:
                if prose and ("\n" in word or (word == "." and not self._others(at + 1))):
                    break
                run.separate(word, words.space[at], words.text[at - 1] if at else "")
                at += 1
                continue
            if prose and entries and word == "from" and words.text[at - 1] in ("and", ","):
                at += 1  # 'from the Vice-Chair and from Councillors Dunmore and Quill'
                continue
            if (entry := below.get(at)) is not None:
                self._enter(entry, entries, run, False)
                at = entry.last
                run.closing = run.new_line = run.new_sentence = False
                continue
            if not prose and (skip := self._no_entry(at, end, entries)) > at:
                at, run.new_line = skip, False
                continue
            if (skip := self._heads_run(at, end, run)) > at:
                at = skip
                continue
            is_plural = self._plural(at)
            entry = self.entries.read(at, end, run.plural or is_plural > at, prose, bool(entries))
            if (entry is None and prose) or (entry is not None and not prose and entries and self._sentence(at, entry)):
                break
            if entry is None:
                unread += 1
                at += 1
                if whole:
                    break
            else:
                if not prose and (spread := self._spreads(entry)):
                    run.plural, run.spread = True, spread
                run.spread = " ".join(words.text[at:is_plural]).removesuffix(" .") if is_plural > at else run.spread
                self._enter(entry, entries, run, is_plural > at)
                at = max(entry.last, at + 1)
            run.closing = run.new_line = run.new_sentence = False
        return entries, at, unread

    def by_forename(self, text: str, at: int, stop: int) -> bool:
        """'Roy, Carol, Syd (Chair) and Sarah': a small society names its people by forename alone."""
        line = _NEXT_LINE.match(text, at, stop)
        pieces = re.split(r",|;|&|\band\b", re.sub(r"\([^()]*\)", "", line["list"])) if line else []
        words = [piece.strip(" .\t").lower() for piece in pieces if piece.strip(" .\t")]
        single = sum(word in self.names.forenames or word in self.names.ambiguous for word in words)
        return len(words) > 2 and single * 4 >= len(words) * 3

    def _others(self, at: int) -> bool:
        """'... Mr Thom. Also: County Councillor Jones': the list goes on behind the stop."""
        return self.words.text[at : at + 2] == ["Also", ":"]

    def _heads_run(self, at: int, end: int, run: Run) -> int:
        """Index behind a word that is said of all the names behind it: 'Councillors:', 'supervisors A, B and C'."""
        words = self.words
        if words.text[at] in _GROUPS and at + 1 < end and words.text[at + 1][:1].isupper():
            run.group = (at, at + 1)
            return at + 1
        if (colon := self._posts_of_all(at, end)) > at:
            run.group = (at, colon)
            return colon + 1
        behind = words.upto("PLURAL", at)
        marked = words.text[behind : behind + 1]
        dash = marked and marked[0] in ("-", "–") and words.start[behind] > words.end[behind - 1]
        named = words.text[behind + 1 : behind + 2]
        if behind > at and (marked == [":"] or dash or (marked == [";"] and named and named[0][:1].isupper())):
            run.plural, run.spread = True, words.text[at]
            return behind + 1
        if (
            behind > at
            and marked == [","]
            and words.text[behind + 1 : behind + 2]
            and self.names.read(behind + 1, listed=True)
        ):
            run.plural, run.spread = True, words.text[at]
            return behind + 1  # 'Councillors, A Penn and B Marsh'
        if behind > at and words.text[at].islower() and marked and marked[0][:1].isupper():
            run.plural, run.spread = True, words.text[at]
            return behind  # 'apologies from councillors A, B and C'
        return at

    def _enter(self, entry: Entry, entries: list[Entry], run: Run, is_plural: bool) -> None:
        """Add an entry, with what is said of all of its run."""
        entry.own_line = run.new_line and bool(entries)
        entries.append(entry)
        spread = is_plural or run.plural
        entry.name = titled(entry.name, run.spread) if spread else entry.name
        run.plural = is_plural or (run.plural and not run.closing)
        run.group = None if entry.post_first or entry.roles else run.group
        if entry.name is not None and spread and run.spread.lower().rstrip(".") in _ELECTED:
            entry.kind = "councillor"  # 'Councillors: Mrs Bell, Dipple'
        entry.also = run.also
        self._grouped(entry, run.group)
        run.sentence = len(entries) - 1 if run.new_sentence else run.sentence
        if entry.of_all:
            for before in entries[run.sentence :]:
                before.attendance = before.attendance or entry.attendance

    def _posts_of_all(self, at: int, end: int) -> int:
        """The colon behind a post in the plural that begins a line: 'Directors of Works: A, B and C'."""
        words = self.words
        if at and not words.space[at - 1] and words.text[at - 1] not in (".", ";", ":"):
            return at
        colon = next((k for k in range(at, min(end, at + _POST)) if words.text[k] == ":"), at)
        said = [word.lower() for word in words.text[at:colon]]
        if any(not (words.text[k].istitle() or words.text[k] in _JOINS) for k in range(at, colon)):
            return at
        if any(words.upto("PLURAL", k) > k for k in range(at, colon)) or _OF_MEMBERS.intersection(said):
            return at  # 'Councillors Present:', 'Board Members:': the label of a list
        if said and said[0] in _GROUPS and said[1:2] != ["of"]:
            return at  # 'Directors:': the members themselves
        ends = [k + 1 for k, word in enumerate(said) if word.endswith("s")]
        plural = any(" ".join(said[k:stop])[:-1] in self.heads for stop in ends for k in range(stop))
        return colon if plural and self.names.read(colon + 1, listed=True) is not None else at

    def _grouped(self, entry: Entry, group: tuple[int, int] | None) -> None:
        """What the word in small letters before a run of names says of each: 'supervisors A, B and C and guests D and E'."""
        if group is None:
            return
        if self.words.text[group[0]] in _BESIDE:
            entry.attendance = entry.attendance or "in_attendance"
        elif entry.name is not None:
            entry.roles.insert(0, group)

    def _spreads(self, entry: Entry) -> str | None:
        """'Cllr Penn, Marsh, Dole and Keen': the title of a councillor before surnames alone, in the plural."""
        name, words, at = entry.name, self.words, entry.last
        if name is None or name.given or title_rank(name.title) or words.text[at : at + 1] != [","]:
            return None
        nxt = at + 1
        named = words.text[nxt : nxt + 1] and words.text[nxt].istitle() and self.names.read(nxt, plural=True)
        alone = named and named.last == nxt + 1 and not any(words.upto(label, nxt) > nxt for label in _NO_SURNAMES)
        listed = alone and words.text[nxt + 1 : nxt + 2] in ([","], ["and"], ["&"])
        return f"{(name.title or '').rstrip('.')}s" if listed else None

    def _plural(self, at: int) -> int:
        """Index behind a title in the plural that begins here ('Councillors', 'Parish Councillors'), else `at`."""
        words = self.words
        titles = range(at, max(at + 1, self.names.title_end(at)))
        return next((words.upto("PLURAL", k) for k in titles if words.upto("PLURAL", k) > k), at)

    def _sentence(self, at: int, entry: Entry) -> bool:
        """Behind a full stop a person and a verb: the list has ended ('... and Bell. Ms Falk declared a quorum')."""
        words = self.words
        if (
            not any(words.text[k] == "." for k in range(max(0, at - 2), at))
            or entry.last >= len(words)
            or entry.attendance
        ):
            return False
        nxt = words.text[entry.last]
        return (
            nxt.isalpha()
            and nxt.islower()
            and nxt not in ("and", "from", "via", "with", "plus", "representing", "for", "as", "at", "until")
        )

    def _no_entry(self, at: int, end: int, entries: list[Entry]) -> int:
        """Index behind words that a list holds beside its people: '9 members of the public', 'From Item 8, 4.31pm'."""
        words = self.words
        if _COUNCIL.fullmatch(words.text[at]) and at + 1 < end and self.names.title_end(at + 1) > at + 1:
            return at + 1  # 'WMBC Cllr Penn': of which council
        line_end = self.said.behind.line_end(at, end)
        if _NUMBER.fullmatch(words.text[at]) and any(
            words.text[k].lower() in _PUBLIC for k in range(at + 1, min(line_end, at + 5))
        ):
            k = at + 1
            while k < line_end and words.text[k] not in (",", ".", ";") and words.text[k] != "and":
                k += 1
            return k
        if words.text[at].lower() in ("from", "until", "till") and entries:
            text = " ".join(words.text[at:line_end])
            if match := FROM.match(text):
                entries[-1].arrived = (match["time"], at, line_end)
                return line_end
            if match := UNTIL.match(text):
                entries[-1].left = (match["time"], at, line_end)
                return line_end
        return at
