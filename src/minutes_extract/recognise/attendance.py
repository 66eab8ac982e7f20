"""Who was there: attendance blocks in every shape."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from minutes_extract.recognise.apologies import ApologyReader
from minutes_extract.recognise.attendance_labels import Label, columns, labels_of
from minutes_extract.recognise.columns import ColumnReader
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader
from minutes_extract.recognise.membership import elected, not_member
from minutes_extract.recognise.pipetables import PipeTableReader
from minutes_extract.recognise.unlabelled import UnlabelledReader
from minutes_extract.records import Section
from minutes_extract.rules import Patterns, Rule
from minutes_extract.spans import View

_IN_ATTENDANCE = "recognise.attendance.in-attendance"
_OTHERS = re.compile(r"\W*other (?:members|councill?ors)\b", re.IGNORECASE)  # behind 'Members of Cabinet present: ...'
_PUBLIC = re.compile(
    r"^\W*(?:(?:\d+|one|two|three|four|five|six|several|a|no|approx\w*)\s+)?(?:\d+ )?"
    r"(?:members?|residents?|parishioners?|representatives?)"
    r"\s+(?:of )?(?:the )?(?:public|press|media)?\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"[^\w\n]*[A-Z][\w'-]+(?:(?:,| and|, and| &) [A-Z][\w'-]+)*\.?\s*")
_TAKER = re.compile(r"[ \t]*(?:minutes?|notes?)(?:[ -](?:secretary|taker|clerk|taken by)\b|[ \t]*:)", re.IGNORECASE)
_NOBODY = re.compile(r"\s*(?:none|nil|n/?a|no apologies|nobody|no one)\b", re.IGNORECASE)
_APOLOGISE = re.compile(r"\bapolog(?:y|ies|ised)\b.{0,60}\b(?:from|by|behalf)\b", re.IGNORECASE)
_APOLOGIES_TOLD = re.compile(
    r"(?<=[.;)])\s+(?:there (?:was|were) )?(?:an )?apolog(?:y|ies)\b", re.IGNORECASE
)  # 'Present: A, B. There were apologies from ...'
_POST_LINE = re.compile(
    r"^(?:[a-z]{3,12} ){0,3}(?:clerk|secretary)(?: to (?:the )?[a-z]{4,12})?(?::|[ \t]+[-\u2013])[ \t]*(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_SPELL = re.compile(r"[ \t]*(?:from|until|arrived|left) (?:item|\d)", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:councillors|councilors|cllrs|selectmen|commissioners|trustees|governors|members|directors)\b", re.IGNORECASE
)
_TITLE_ALONE = re.compile(r"[ \t]*(?:councillors|councilors|cllrs|members)[ \t]*:?[ \t]*\n", re.IGNORECASE)
_ELECTED = re.compile(r"\b(?:councillors|councilors|cllrs)\b(?! (?:absent|not))", re.IGNORECASE)
_COMMUNITY = re.compile(r"\b(?:community councill?ors|(?:cc|community council) members)\b", re.IGNORECASE)
_ELECTED_MEMBERS = re.compile(r"\W*(?:elected|ward|local) (?:members|councill?ors)\b", re.IGNORECASE)
_GOES_ON = frozenset(["and", "from", "via", "with", "plus", "representing", "of", "for", "at", "as", "in", "by"])
_NUMBERED = re.compile(r"\d{1,3}[.)]?\s+")  # '45. Attended by: ...'


class AttendanceReader:
    """Finds the labels of attendance lists and reads the lists behind them."""

    def __init__(self, view: View, words: Words, lists: ListReader, patterns: Patterns) -> None:
        self.view = view
        self.words = words
        self.text = text = view.text
        self.lists = lists
        self.apologies = ApologyReader(words, text, lists)
        self.known = labels_of(patterns)
        self.present_seen = False
        self.members_seen = 0  # by a label that can name nobody else
        self.stand_ins: list[Entry] = []  # who is taken for a member because no other list names one

    def labels(self, lo: int, hi: int, at_line_only: bool) -> list[Label]:
        """Labels between two positions of the text; the first may stand behind the number of its item."""
        line = self.text.rfind("\n", 0, lo) + 1
        lo = line if _NUMBERED.fullmatch(self.text, line, lo) else lo
        found = [self.known.read(m) for m in self.known.at_line.finditer(self.text, lo, hi)]
        if not at_line_only:
            found += [self.known.read(m) for m in self.known.inline.finditer(self.text, lo, hi)]
        labels: list[Label] = []
        for label in sorted(found, key=lambda label: (label.start, -label.end)):
            if not labels or label.start >= labels[-1].end:
                labels.append(label)
                self.lists.names.stop_before(bisect_left(self.words.start, label.start))
        return list(self._with_posts(labels, hi))

    def _with_posts(self, labels: list[Label], hi: int) -> Iterator[Label]:
        """The labels, and the line of the clerk behind those who are away: 'Apologies: A' / 'Clerk: B' was there."""
        for k, label in enumerate(labels):
            stop = labels[k + 1].start if k + 1 < len(labels) else hi
            yield label
            away = label.rule.set["attendance"] in ("apologies", "absent")
            if away and (post := _POST_LINE.search(self.text, label.end, stop)):
                yield Label(post.start(), post.start(), self.known.by_id[_IN_ATTENDANCE])

    def blocks(self, lo: int, hi: int, at_line_only: bool = False, away: bool = False) -> list[Entry]:
        """All people of the attendance lists between two positions. `away`: it is a section on apologies, in which
        'Councillors: A, B' parts the members from others and tells of nobody's presence."""
        entries: list[Entry] = []
        labels = [label for label in self.labels(lo, hi, at_line_only) if not (away and label.parts)]
        tables = PipeTableReader(self.words, self.text, self.lists, self.known).read(lo, hi)
        side_by_side = ColumnReader(self.view, self.words, self.lists, self.known).read(lo, hi)
        for (first, last), told in (*tables, *side_by_side):
            labels = [label for label in labels if not first <= label.start < last]
            entries += [entry for rule, people in told for entry in self._enter(people, rule)]
        community = False  # did a label name the members of a community council?
        for k, label in enumerate(labels):
            if k and columns(self.text, labels[k - 1], label):
                continue
            if k and self._of_the_authority(labels[k - 1], community, label):
                label = Label(label.start, label.end, self.known.by_id[_IN_ATTENDANCE])
            community = community or _COMMUNITY.search(self.text, label.start, label.end) is not None
            stop = labels[k + 1].start if k + 1 < len(labels) else hi
            entries += self._block(label, stop)
        return entries

    def _of_the_authority(self, before: Label, community: bool, label: Label) -> bool:
        """Councillors of the authority above a community council: listed behind those who came to listen, or apart from
        the members of the community council ('CC Members: A, B' / 'Elected Members: C, D')."""
        if label.parts and before.rule.id == "recognise.attendance.public":
            return True
        apart = label.parts or _ELECTED_MEMBERS.match(self.text, label.start, label.end)
        return bool(community and apart) and _COMMUNITY.search(self.text, label.start, label.end) is None

    def unlabelled(self, head: tuple[int, int], title: int) -> list[Entry]:
        """The members whom the head lists, or the first `title` characters line by line, where no label names them."""
        if self.members_seen:
            return []
        reader = UnlabelledReader(self.words, self.text, self.lists)
        labels = self.labels(*head, at_line_only=True)
        unlabelled = labels[0].start if labels else head[1]  # what stands behind a label it tells of
        found = (
            reader.below_title(head[0], unlabelled)
            or reader.paragraphs(head[0], unlabelled)
            or reader.lines(0, min(max(head[1], title), len(self.text)))
        )
        if not found:
            return []
        for entry in self.stand_ins:
            entry.attendance = "in_attendance"
        for entry in found:  # 'C Dole, Town Clerk' / 'G Lund, Asset Manager' below the members
            untitled = entry.name is not None and entry.name.title is None
            entry.own_line = untitled and "\n" in "".join(self.words.text[max(0, entry.first - 1) : entry.first])
        return self._enter(found, self.known.by_id["recognise.attendance.members"])

    def roll(self, section: Section) -> list[Entry]:
        """'1. Calling of the Roll': the members whom the item lists with no label before them."""
        labels = self.labels(section.lo, section.hi, at_line_only=True)
        stop = labels[0].start if labels else section.hi
        found = UnlabelledReader(self.words, self.text, self.lists).paragraphs(section.lo, stop)
        return self._enter(found, self.known.by_id["recognise.attendance.members"]) if found else []

    def section(self, section: Section) -> list[Entry]:
        """People of a section whose heading is the label: '1. Those attending:', '3) Apologies'."""
        match = self.known.heading.fullmatch(section.title.strip()) if section.title else None
        if section.lo >= section.hi or (match is None and section.kind != "apologies"):
            return []
        rule = self.known.read(match).rule if match is not None else self.known.by_id["recognise.attendance.apologies"]
        label = Label(section.lo, section.lo, rule)
        there = label.rule.set["attendance"] == "present"  # '1. Sederunt: A, B Apologies: C'
        first = [label for label in self.labels(section.lo, section.hi, not there) if not label.parts]
        told = label.rule.set["attendance"] == "apologies"  # most sections on apologies tell them in sentences
        if told and not self.apologies.nothing_else(section.lo, section.hi):
            return self._enter(self.apologies.opening(section.lo, section.hi), label.rule)
        return self._block(label, first[0].start if first else section.hi)

    def _block(self, label: Label, stop: int) -> list[Entry]:
        """The entries behind one label: the rest of its paragraph, then paragraphs that are lists of people."""
        if _NOBODY.match(self.text, label.end, stop):
            return []
        if "apologies" not in label.rule.id and (told := _APOLOGIES_TOLD.search(self.text, label.end, stop)):
            stop = told.start()
        title = _TITLE_ALONE.match(self.text, label.end, stop)  # 'Present: Councillors' / 'Ahl, Birk and Cole'
        begin = title.end() if title else label.end
        at, misses, found_at = begin, 0, -1
        plural = bool(_PLURAL.search(self.text, label.start, begin)) or self.lists.by_forename(self.text, begin, stop)
        councillors = _ELECTED.search(self.text, label.start, begin) is not None
        while at < stop and misses < 2:
            end = self.text.find("\n", at, stop)
            end = stop if end < 0 else end
            paragraph = self.text[at:end]
            if _TAKER.match(paragraph):
                break
            if at > label.end and "apologies" not in label.rule.id and _APOLOGISE.search(paragraph):
                break
            if paragraph.strip() and not _PUBLIC.match(paragraph) and not _SPELL.match(paragraph):
                if self._people_throughout(at, end, plural):
                    found_at = end
                elif self._wrapped(found_at, at, end, stop, plural):
                    pass
                elif found_at >= 0 or misses or len(paragraph.split()) > 8:
                    break
                else:
                    misses += 1
            at = end + 1
        if found_at < 0:
            return []
        entries, _, _ = self.lists.read(
            bisect_left(self.words.start, begin), bisect_left(self.words.start, found_at), plural=plural
        )
        if not any(e.name for e in entries) and _BARE.fullmatch(self.text, begin, found_at):
            entries = self._bare(begin, found_at)
        for entry in entries:
            entry.kind = entry.kind or ("councillor" if councillors else None)
            entry.listed = label.end
        beside = self.members_seen > 1 and _OTHERS.match(self.text, label.start, label.end)
        return self._enter(entries, self.known.by_id[_IN_ATTENDANCE] if beside else label.rule)

    def _wrapped(self, found_at: int, at: int, end: int, stop: int, plural: bool) -> bool:
        """A short line between lines of people: the end of a post that was wrapped."""
        if found_at < 0 or len(self.text[at:end].split()) > 4 or not self.text[at:end].strip()[:1].isupper():
            return False
        after = self.text.find("\n", end + 1, stop)
        return end + 1 < stop and self._people_throughout(end + 1, stop if after < 0 else after, plural)

    def _people_throughout(self, at: int, end: int, plural: bool = False) -> bool:
        first, last = bisect_left(self.words.start, at), bisect_left(self.words.start, end)
        entries, _, unread = self.lists.read(first, last, plural=plural)
        if entries and unread and entries[0].last < last and not entries[0].attendance:
            nxt = self.words.text[entries[0].last]
            if nxt.isalpha() and nxt.islower() and nxt not in _GOES_ON:
                return False  # a sentence about a person
        said = sum(not self.words.space[k] for k in range(first, last))
        named = [e for e in entries if e.name is not None]
        if not entries and _BARE.fullmatch(self.text, at, end):
            return bool(self._bare(at, end))
        return bool(entries) and not (unread > 0.5 * said and unread > 3 * len(named))

    def _bare(self, at: int, end: int) -> list[Entry]:
        """'Dorley, Winkle.': surnames and nothing else."""
        entries: list[Entry] = []
        for k in range(bisect_left(self.words.start, at), bisect_left(self.words.start, end)):
            name = self.lists.names.read(k, plural=True)
            if name is not None and name.last == k + 1:
                entries.append(Entry(name, first=k, last=k + 1))
        return entries

    def _enter(self, entries: list[Entry], rule: Rule) -> list[Entry]:
        """Give each entry the attendance of its label, or its own where the list says so."""
        attendance = rule.set["attendance"]
        if rule.set.get("alone") and not self.present_seen:
            attendance = rule.set["alone"]  # 'In attendance' names the members where no other list does
            self.stand_ins += entries
        self.present_seen = self.present_seen or attendance == "present"
        self.members_seen += len(entries) if rule.set["attendance"] == "present" else 0
        if entries and "role" in rule.set and entries[0].name is not None and not entries[0].roles:
            entries[0].told_role = rule.set["role"]
        titled = elected(entries)
        for entry in entries:
            said = attendance
            if attendance == "present" and "attending" not in rule.id and not_member(entry, self.words, titled):
                said = "in_attendance"
            entry.attendance = entry.attendance or said
            entry.kind = rule.set.get("kind") or (entry.kind if entry.attendance != "in_attendance" else None)
            entry.rule = rule.id
        return entries
