"""When the meeting ended, and when the next one is: told in the closing lines or in an item of business."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_extract.dates import dates, times
from minutes_extract.recognise.occasion import Occasion, Reader
from minutes_extract.records import Place, Segmented
from minutes_extract.rules import Patterns, Rule

# Words that tell nothing of whose meeting it is: 'the next ordinary meeting of the full Council'.
_ANYONE = frozenset(
    "next following the full of this our a an its ordinary regular scheduled monthly annual general special extraordinary quarterly "
    "meeting meetings council parish town city county district borough community board committee sub-committee subcommittee panel "
    "group cabinet authority governors governing body trustees forum commission formal public appropriate available open planned "
    "school term virtual agm and commissioners directors division".split()
)
_NEXT = re.compile(r"\bnext\b|\bfollowing\b|\bmeet again\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
_ITEM = "recognise.meeting.next-item"
_GAP = 90  # characters between the words 'next meeting' and its date
_WINDOW = 220  # characters behind a heading or a cue within which the next date stands


def read_end(text: str, patterns: Patterns) -> tuple[str, Place, str] | None:
    """Time, place and rule of the last words that end the meeting; None where the text does not tell."""
    best: tuple[str, Place, str] | None = None
    for rule in patterns.stage("recognise.meeting"):
        if rule.form != "end":
            continue
        for match in rule.regex.finditer(text):
            lo, hi = match.span("end_time")
            time = next((t for t in times(text, lo, hi) if t.start == lo), None)
            if time is not None and (best is None or lo > best[1][0]):
                best = (time.clock, (time.start, time.end), rule.id)
    return best


def read_next(
    text: str, document: Segmented, patterns: Patterns, date: str | None, names: str
) -> tuple[Occasion, str] | None:
    """The first occasion that the text calls the next meeting of this body, and the rule that found it.

    `date`: ISO date of this meeting, by which a date without a year is read; `names`: what the body is called.
    """
    return _NextReader(text, document, patterns, date, names).run()


class _NextReader:
    def __init__(self, text: str, document: Segmented, patterns: Patterns, date: str | None, names: str) -> None:
        self.text = text
        self.document = document
        self.patterns = patterns
        self.date = date
        self.own = _ANYONE | {word for word in re.findall(r"[\w'-]+", names.casefold())}
        self.reader = Reader(text)

    def run(self) -> tuple[Occasion, str] | None:
        for at, hi, rule in (*self._items(), *self._cues()):
            found = self._read(at, hi, rule)
            if found is not None:
                return found, rule
        return None

    def _items(self) -> Iterator[tuple[int, int, str]]:
        """The items that are about the next meeting: heading and the words behind it."""
        view = self.document.view
        for k, section in enumerate(self.document.sections):
            if section.kind != "next_meeting":
                continue
            at = view.position(section.heading[0]) if section.heading else section.lo
            following = self.document.sections[k + 1 :]
            hi = min(view.position(following[0].span.start) if following else len(self.text), section.lo + _WINDOW)
            said = _NEXT.search(self.text, at, hi)
            if said is not None:
                yield said.end(), hi, _ITEM

    def _cues(self) -> Iterator[tuple[int, int, str]]:
        for rule in self.patterns.stage("recognise.meeting"):
            for match in rule.regex.finditer(self.text) if rule.form == "next" else ():
                if self._ours(rule, match):
                    yield match.end(), self._limit(rule, match.end()), rule.id

    def _ours(self, rule: Rule, match: re.Match[str]) -> bool:
        """Is it the next meeting of this body, and not of another that the words name?"""
        said = " ".join(match[name] or "" for name in rule.regex.groupindex)
        return all(word in self.own for word in re.findall(r"[\w'-]+", said.casefold()))

    def _limit(self, rule: Rule, at: int) -> int:
        """How far the words go: to the end of the sentence, or of the line below where a label stands alone."""
        if rule.set.get("date") == "beside":
            end = self._line_end(at)
            return self._line_end(end + 1) if not self.text[at:end].strip() else end
        stop = _SENTENCE.search(self.text, at, self._line_end(at))
        return stop.start() if stop else self._line_end(at)

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else min(end, at + _WINDOW)

    def _read(self, at: int, hi: int, rule: str) -> Occasion | None:
        """The first date in text[at:hi] with time and place around it."""
        found = self.reader.read(at, hi, self.date)
        if found.date is not None:
            return found
        date = next((d for d in dates(self.text, at, hi, after=self.date) if d.iso), None)
        if date is None:
            return None
        between = self.text[at : date.start].casefold()
        if rule != _ITEM and (len(between) > _GAP or "meeting" in between):  # the date may be that of the other meeting
            return None
        later = self.reader.read(date.start, hi, self.date)
        if later.start is None:
            later.start = found.start or next(
                ((t.clock, (t.start, t.end)) for t in times(self.text, at, date.start) if date.start - t.end < 8), None
            )
        return later
