"""Actions that the text marks as such: 'Action:', 'ACTION - JB', a bulleted list of them, a column of owners, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from minutes_extract.itemtext import ItemText, Paragraph
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.parse.due import find_due
from minutes_extract.parse.tables import column_tails, table_actions
from minutes_extract.recognise.people import People
from minutes_extract.records import Action, Owner, Place
from minutes_extract.rules import Patterns

_LEADING_TO = re.compile(r"\s+(?:is |are |will |would |has agreed |agreed )?(?:to )?(?=[a-z])")
_DOES = re.compile(r"(?:\s*\([^()\n]{0,60}\))?\s*(?:,\s*)?(?:to|will|would|is to|are to|agreed to|undertook to|should|-|:|\()\s*")
_BY = re.compile(r"[^\n]{0,300}?\bby\s+(?=\S)")
_TAIL = re.compile(r"(?:\(|\s-\s*|\[)\s*(?=[A-Z])")
_SPLIT = re.compile(r"\s*/\s*|\s*&\s*|,\s*(?:and\s+)?|\s+and\s+")
_COLUMN = re.compile(r"^[^\n.:;]{0,70}\bactions?(?: by| for| owner)?[ \t]*$", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class Marks:
    """What the marks of an item give: actions, and places whose undertakings are marked from afar (column, heading)."""

    actions: list[Action]
    owners: list[Doer]
    listed: list[Place]


@lru_cache(maxsize=8)
def has_column(text: str) -> bool:
    """Does the document print a column or heading 'Action', so that bare names at line ends are owners?"""
    return any(_is_head(match[0]) for match in _COLUMN.finditer(text))


@lru_cache(maxsize=8)
def runs_in(text: str) -> bool:
    """Is the column 'Action' the last of several in one line, so that a conversion ran its owners into the text?"""
    return any(_is_head(match[0]) and len(match[0].split()) > 1 for match in _COLUMN.finditer(text))


def _is_head(line: str) -> bool:
    """'Action' alone, or the last of two or three column heads ('Item Notes Action'); no title like 'Bench report action'."""
    words = line.split()
    return len(words) == 1 or (len(words) <= 4 and words[0].casefold() in ("item", "minute", "no", "no.", "ref", "agenda", "notes", "subject", "discussion", "minutes"))


class Marker:
    """Reads the marks of one item."""

    def __init__(self, item: ItemText, people: People, patterns: Patterns, meeting_date: str | None) -> None:
        self.item = item
        self.text = item.text
        self.people = people
        self.patterns = patterns
        self.date = meeting_date
        self.doers = Doers(item, people, patterns)
        self.owner_list = _owner_list(patterns)
        self.rules = patterns.stage("parse.action.marked")
        self.taken: list[Place] = []

    def run(self) -> Marks:
        marks = Marks([], [], [])
        for k, paragraph in enumerate(self.item.paragraphs):
            for rule in self.rules:
                for match in rule.regex.finditer(self.text, paragraph.start, paragraph.end):
                    if any(lo <= match.start() < hi for lo, hi in self.taken):
                        continue
                    if rule.form == "heading":
                        marks.listed.append((match.end(), self._list_end(k)))
                        self.taken.append(match.span())
                    else:
                        marks.actions += self._mark(rule.form, rule.id, match, k)
        self._tables(marks)
        if has_column(self.text):
            marks.owners = list(self._column())
            if runs_in(self.text):
                marks.actions += self._tails(marks.actions)
        marks.actions.sort(key=lambda a: a.place)
        return marks

    def _tables(self, marks: Marks) -> None:
        for action in table_actions(self.item.view, self.item.lo, self.item.hi, self.people, self.date):
            if not any(lo < action.place[1] and action.place[0] < hi for lo, hi in self.taken):
                marks.actions.append(action)
                self.taken.append(action.place)

    def _tails(self, known: list[Action]) -> Iterator[Action]:
        """The sentence beside which a run-in column prints an owner."""
        for place, owners in column_tails(self.item.view, self.item.lo, self.item.hi, self.people):
            sentences = [s for s in self.item.sentences if s.start < place[0]]
            if not sentences or any(a.place[0] <= place[0] < a.place[1] for a in known):
                continue
            last = sentences[-1]
            if re.search(r"\b(?:to|will|be|is taking)\b", self.text[last.start : last.end]):
                only_names = len(self.text[place[0] : last.end].split()) <= sum(len(o.name.split()) for o in owners)
                hi = place[0] if only_names else last.end
                action = self._action("parse.action.column", (last.start, hi), named=False)
                action.owners = owners
                yield action

    # --- one mark

    def _mark(self, form: str, rule: str, match: re.Match[str], k: int) -> Iterator[Action]:
        paragraph = self.item.paragraphs[k]
        self.taken.append(match.span())
        if form == "behind":
            who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
            yield from self._behind(rule, match.start(), who, paragraph)
            return
        if form == "in":
            lo = self._after_cue(self._sentence_start(match.start()), match.start())
            hi = match.end("what") if match["what"] else match.start("end")
            who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
            action = self._action(rule, (lo, hi), named=who is None)
            if who is not None:
                self._own(action, self._names(*who))
            yield action
            return
        lo, hi = match.end(), self._mark_end(match, paragraph)
        if lo >= hi or not self.text[lo:hi].strip(" .:-"):
            yield from self._bullets(rule, k, ":" in match[0])
            return
        owners = self.owner_list.fullmatch(self.text, lo, self._trimmed(lo, hi))
        self.taken.append((lo, hi))
        if owners is not None and not re.search(r"\bto [a-z]", self.text[lo:hi]):
            yield from self._behind(rule, match.start(), (lo, hi), paragraph)
            return
        if len(self.text[lo:hi].split()) > 2:
            yield self._action(rule, (lo, hi))

    def _mark_end(self, match: re.Match[str], paragraph: Paragraph) -> int:
        """The words after a mark: the paragraph where the mark opens it, else the sentence; another mark ends both."""
        hi = paragraph.end
        if match.start() > paragraph.at + 2:
            sentence = self.item.sentence_at(min(match.end(), paragraph.end - 1))
            hi = sentence.end if sentence is not None and sentence.end > match.end() else hi
        again = match.re.search(self.text, match.end(), hi)
        return again.start() if again else hi

    def _trimmed(self, lo: int, hi: int) -> int:
        while hi > lo and self.text[hi - 1] in " .\t;":
            hi -= 1
        return hi

    def _behind(self, rule: str, at: int, who: Place | None, paragraph: Paragraph) -> Iterator[Action]:
        """A mark that only names owners (or nothing): it marks the sentence before it."""
        sentences = [s for s in self.item.sentences if s.end <= at or s.start < at < s.end]
        while sentences and (self._is_mark(sentences[-1].start, min(at, sentences[-1].end)) or not self.text[sentences[-1].start : min(at, sentences[-1].end)].strip(" .-–(\t")):
            sentences.pop()
        if not sentences:
            return
        last = sentences[-1]
        hi = self._trim_tail(last.start, min(at, last.end))
        action = self._action(rule, (self._after_cue(last.start, hi), hi), named=who is None)
        if who is not None:
            self._own(action, self._names(*who))
        yield action

    def _trim_tail(self, lo: int, hi: int) -> int:
        while hi > lo and self.text[hi - 1] in " -([\t":
            hi -= 1
        return hi

    def _is_mark(self, lo: int, hi: int) -> bool:
        return any(a <= lo and hi <= b for a, b in self.taken) or self.owner_list.fullmatch(self.text, lo, self._trimmed(lo, hi)) is not None

    def _sentence_start(self, at: int) -> int:
        sentence = self.item.sentence_at(at)
        return sentence.start if sentence is not None else at

    def _after_cue(self, lo: int, hi: int) -> int:
        """What stands before the action in its sentence: a mark, another point ('Item 3:'), a decision's cue ('Resolved -')."""
        lo = max([lo, *(b for a, b in self.taken if lo < b <= hi and b < hi - 8)])
        points = [m.end() if m[0].startswith("(") else m.start() for m in re.compile(r"\bItem \d+:|(?<=[.;:]\s)\([a-z\d]{1,4}\)\s").finditer(self.text, lo, hi)]
        lo = points[-1] if points else lo
        cue = re.compile(r"(?:resolved|agreed|decided)\s*[:\-]+\s*", re.IGNORECASE).match(self.text, lo, hi)
        return cue.end() if cue else lo

    def _bullets(self, rule: str, k: int, plain: bool) -> Iterator[Action]:
        """The bulleted or labelled paragraphs behind 'Actions:'; the one plain paragraph behind 'Action:' (`plain`)."""
        following = self.item.paragraphs[k + 1 :]
        points = []
        for p in following:
            if not (p.bullet or p.label):
                break
            points.append(p)
        for p in points or (following[:1] if plain else []):
            if len(self.text[p.at : p.end].split()) < 3:
                continue
            self.taken.append((p.start, p.end))
            yield self._action(rule, (p.at, p.end))

    def _list_end(self, k: int) -> int:
        """Where the list under a heading such as 'Outstanding for Action' ends: at the next heading with a colon, or at none."""
        for p in self.item.paragraphs[k + 1 :]:
            if re.fullmatch(r"[^.\n]{1,60}:(?:\s*\([^()\n]*\))?", self.text[p.start : p.end]):
                return p.start
        return self.item.hi

    # --- owners and due

    def _action(self, rule: str, place: Place, named: bool = True) -> Action:
        lo, hi = place
        while lo < hi and self.text[lo] in " \t-–•:*":
            lo += 1
        while hi > lo and self.text[hi - 1].isspace():
            hi -= 1
        action = Action((lo, hi), rule, True, due=find_due(self.text, lo, hi, self.patterns, self.date))
        if named:
            self._own(action, self.owners(lo, hi))
        return action

    def _own(self, action: Action, owners: list[tuple[Place, Doer | None]]) -> None:
        for place, doer in owners:
            name = self.item.view.printed(*place)
            if name and not any(o.name == name for o in action.owners):
                action.owners.append(Owner(name, doer.person if doer else None))

    def owners(self, lo: int, hi: int) -> list[tuple[Place, Doer | None]]:
        """The owners that marked words name: before 'to', behind 'by', in a bracket or behind a dash at the end."""
        split = re.compile(r"\s+(?:to|will|would|is to|are to|agreed to|undertook to) (?!the\b|be\b)(?=[a-z])").search(self.text, lo, min(hi, lo + 160))
        if split is not None:
            found = self.doers.before(lo, split.start())
            if found and found[-1].sort != "pronoun":
                return [((d.start, d.end), d) for d in found]
            printed = self._plain_names(lo, split.start())
            if printed:
                return printed
        first = self.people.at(lo)
        if first is not None and first.start == lo and _DOES.match(self.text, first.end, hi):
            return [((first.start, first.end), Doer(first.start, first.end, first.person, "person"))]
        for pattern in (_BY, _TAIL):
            for match in pattern.finditer(self.text, lo, hi):
                doer = self.doers.after(match.end(), hi)
                if doer is not None and doer.sort != "pronoun":
                    return self._chain(doer, hi)
        return []

    def _chain(self, doer: Doer, hi: int) -> list[tuple[Place, Doer | None]]:
        out = [doer]
        while len(out) < 5:
            joint = re.compile(r"\s*(?:/|&|,(?: and)?|and\b)\s*").match(self.text, out[-1].end, hi)
            more = self.doers.after(joint.end(), hi) if joint else None
            if more is None:
                break
            out.append(more)
        return [((d.start, d.end), d) for d in out]

    def _plain_names(self, lo: int, hi: int) -> list[tuple[Place, Doer | None]]:
        """Names before 'to' that no mention covers: short, capitalised, nothing else before them."""
        if hi - lo > 70 or not re.fullmatch(r"(?:the )?[A-Z][\w'.&/ ,()-]*", self.text[lo:hi]) or len(self.text[lo:hi].split()) > 9:
            return []
        return self._names(lo, hi)

    def _names(self, lo: int, hi: int) -> list[tuple[Place, Doer | None]]:
        """Each name of a list of owners: 'NC/JB', 'Clerk and Cllr Penn', 'ALL'."""
        hi = self._trimmed(lo, hi)
        out: list[tuple[Place, Doer | None]] = []
        at = lo
        for cut in [*_SPLIT.finditer(self.text, lo, hi), None]:
            stop = cut.start() if cut else hi
            start = at + len(self.text[at:stop]) - len(self.text[at:stop].lstrip(" :-"))
            if stop > start:
                doer = self.doers.after(start, stop)
                whole = (doer.start, doer.end) if doer else (start, stop)
                out.append((whole, doer))
            at = cut.end() if cut else hi
        return out

    # --- a column of owners

    def _column(self) -> Iterator[Doer]:
        """Owners that stand alone: a paragraph or the last 'sentence' of one that is nothing but names."""
        for sentence in self.item.sentences:
            tab = self.text.rfind("\t", sentence.start, sentence.end)
            for lo in {sentence.start, tab + 1 if tab >= 0 else sentence.start}:
                hi = self._trimmed(lo, sentence.end)
                while hi > lo and self.text[hi - 1] in "/,& ":
                    hi -= 1
                if hi > lo and hi - lo < 60 and self.owner_list.fullmatch(self.text, lo, hi):
                    for _, doer in self._names(lo, hi):
                        if doer is not None and (doer.person is not None or doer.sort in ("post", "group")):
                            yield doer


@lru_cache(maxsize=4)
def _owner_list(patterns: Patterns) -> re.Pattern[str]:
    return patterns.regex("{owner_list}")
