"""Who was there: attendance blocks in every shape, and apologies told in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import Entry, ListReader
from minutes_extract.rules import Patterns, Rule

_PUBLIC = re.compile(r"^\W*(?:(?:\d+|one|two|three|four|five|six|several|a|no|approx\w*)\s+)?(?:\d+ )?(?:members?|residents?|parishioners?|representatives?)\s+(?:of )?(?:the )?(?:public|press|media)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    start: int
    end: int
    rule: Rule


class AttendanceReader:
    """Finds the labels of attendance lists and reads the lists behind them."""

    def __init__(self, words: Words, text: str, lists: ListReader, patterns: Patterns) -> None:
        self.words = words
        self.text = text
        self.lists = lists
        self.rules = patterns.stage("recognise.attendance")
        names = "|".join(f"(?P<r{k}>{rule.regex.pattern})" for k, rule in enumerate(self.rules))
        tail = r"(?:\s*[(\[][^()\[\]\n]{0,60}[)\]])?"
        self.at_line = re.compile(rf"^[•*\s]*(?:the following (?:members|people) were )?(?:{names}){tail}[ \t]*(?:\.?[:\-]+|\t|\.?$|(?=\s*$))(?:[-:])*[ \t]*", re.IGNORECASE | re.MULTILINE)
        self.inline = re.compile(rf"(?<=[.)\]\w])[ \t]+(?:{names}){tail}[ \t]*:+[-]?[ \t]*", re.IGNORECASE)
        self.prose = patterns.stage("recognise.apologies")

    def labels(self, lo: int, hi: int, at_line_only: bool) -> list[Label]:
        """Labels between two positions of the text."""
        found = [self._label(m) for m in self.at_line.finditer(self.text, lo, hi)]
        if not at_line_only:
            taken = {label.start for label in found}
            found += [label for m in self.inline.finditer(self.text, lo, hi) if (label := self._label(m)).start not in taken]
        found.sort(key=lambda label: label.start)
        return [label for k, label in enumerate(found) if k == 0 or label.start >= found[k - 1].end]

    def _label(self, match: re.Match[str]) -> Label:
        index = next(k for k in range(len(self.rules)) if match[f"r{k}"] is not None)
        return Label(match.start(), match.end(), self.rules[index])

    def blocks(self, lo: int, hi: int, at_line_only: bool = False) -> list[Entry]:
        """All people of the attendance lists between two positions."""
        entries: list[Entry] = []
        labels = self.labels(lo, hi, at_line_only)
        for k, label in enumerate(labels):
            stop = labels[k + 1].start if k + 1 < len(labels) else hi
            entries += self._block(label, stop)
        return entries

    def _block(self, label: Label, stop: int) -> list[Entry]:
        """The entries behind one label: the rest of its paragraph, then paragraphs that are lists of people throughout."""
        entries: list[Entry] = []
        at, misses = label.end, 0
        while at < stop and misses < 2:
            end = self.text.find("\n", at, stop)
            end = stop if end < 0 else end
            paragraph = self.text[at:end]
            if not paragraph.strip() or _PUBLIC.match(paragraph):
                at = end + 1
                continue
            found = self._paragraph(at, end)
            if not found:
                if entries or misses or len(paragraph.split()) > 8:
                    break
                misses += 1
            for entry in found:
                entry.attendance = label.rule.set["attendance"]
                entry.kind = label.rule.set.get("kind")
                entry.rule = label.rule.id
            entries += found
            at = end + 1
        return entries

    def _paragraph(self, at: int, end: int) -> list[Entry]:
        first, last = bisect_left(self.words.start, at), bisect_left(self.words.start, end)
        entries, _, unread = self.lists.read(first, last)
        said = sum(not self.words.space[k] for k in range(first, last))
        named = [e for e in entries if e.name is not None]
        if unread > 0.5 * said and unread > 3 * len(named):
            return []
        return entries

    def apologies(self, lo: int, hi: int) -> list[Entry]:
        """People whose apologies a sentence tells: 'Apologies were received from ...', '... sent apologies'."""
        entries: list[Entry] = []
        for rule in self.prose:
            for match in rule.regex.finditer(self.text, lo, hi):
                first = bisect_left(self.words.start, match.end())
                stop = self.text.find("\n", match.end(), hi)
                last = bisect_left(self.words.start, hi if stop < 0 else stop)
                found, _, _ = self.lists.read(first, last, prose=True)
                for entry in found:
                    entry.attendance, entry.rule = rule.set.get("attendance", "apologies"), rule.id
                entries += found
        return entries
