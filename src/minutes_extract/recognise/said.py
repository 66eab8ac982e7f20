"""What stands behind a name in a list: post, bracket, initials, ward, party, times, 'was in attendance'."""

from __future__ import annotations

import re

from minutes_extract.recognise.brackets import REPLACED, BracketReader
from minutes_extract.recognise.entries import INITIALS, Entry, fits, letters
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.postbehind import PostBehindReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.rules import Patterns

_SAYS = re.compile(
    r"(?P<also>,? ?(?:was|were)? ?(?:also )?in attendance\b(?! ?:)|,? ?(?:was|were) also present\b)|"
    r",? ?(?:was|were) present\b",
    re.IGNORECASE,
)
_CHAIRS = re.compile(
    r"(?:[,–-] )?(?:(?:who )?(?:was )?in|(?:who )?(?:took|taking)|(?:who )?(?:was )?acting in) the chair\b",
    re.IGNORECASE,
)
_BEFORE_CHAIR = frozenset((",", "-", "–", "in", "who", "was", "took", "taking", "acting"))
_CELL = {
    "present": "present",
    "attended": "present",
    "apologies": "apologies",
    "apology": "apologies",
    "absent": "absent",
    "excused": "absent",
}
_DASHES = frozenset(("-", "–", "—", ":", ","))


class SaidReader:
    """Reads what a list says of a person behind the name."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader, patterns: Patterns) -> None:
        self.words = words
        self.names = names
        self.posts = posts
        self.brackets = BracketReader(words, names, posts, patterns)
        self.behind = PostBehindReader(words, names, posts, self.brackets)

    def read(self, entry: Entry, end: int, prose: bool) -> None:
        """Brackets, posts behind a comma or a dash, cells of a table, 'was in attendance'."""
        words = self.words
        at = entry.last
        while at < end:
            word = words.text[at]
            if words.space[at]:
                if "\n" in word and not self._carries_on(entry, at, end):
                    break
                at += 1
                continue
            if word.lower() in ("presiding", "chairing", "presided"):
                entry.told_role = "Presiding"
                at = entry.last = at + 1
                continue
            if (behind := self.chaired(entry, at)) > at:
                at = entry.last = behind
                continue
            if (called := self._answered(entry, at, end)) > at:
                at = entry.last = called
                continue
            if word == "," and words.text[at + 1 : at + 2] == ["("] and not entry.roles:
                at += 1  # 'J A Lough, (Chief Executive) J J Toal'
                word = "("
            stop = (
                self._bracket_at(entry, at, end)
                if word in ("(", "[")
                else self._cell(entry, at) or self.behind.read(entry, at, end)
            )
            if stop is None:
                break
            at = entry.last = stop
        if not prose:
            self.presence(entry, end)

    def _answered(self, entry: Entry, at: int, end: int) -> int:
        """Index behind what a roll call says at the end of a line: 'Bo Marsh - Present', 'Ada Bell – Absent'."""
        words = self.words
        if words.text[at] not in _DASHES or at + 1 >= end or words.text[at + 1].lower() not in _CELL:
            return at
        if at + 2 < min(end, len(words)) and not words.space[at + 2] and words.text[at + 2] not in (".", ";", ",", "("):
            return at
        told = _CELL[words.text[at + 1].lower()]
        entry.attendance = entry.attendance if told == "present" else told  # an officer who answers is no member
        return at + 2

    def chaired(self, entry: Entry, at: int) -> int:
        """Index behind 'in the Chair', 'who took the chair' at word `at`: such a one was there, whatever the list is of."""
        if self.words.text[at] not in _BEFORE_CHAIR:
            return at
        said = _CHAIRS.match(" ".join(self.words.text[at : at + 6]))
        if said is None:
            return at
        entry.told_role, entry.attendance = "Presiding", "present"
        return at + len(said.group().split())

    def replaced(self, at: int) -> bool:
        """Does a bracket begin at word `at` that tells who came in place of the person?"""
        return self.words.text[at : at + 1] == ["("] and bool(
            REPLACED.match(" ".join(self.words.text[at + 1 : at + 4]))
        )

    def _carries_on(self, entry: Entry, at: int, end: int) -> bool:
        """Does what is said of the person go on in the next line: '(Chair)', '- Clerk'?"""
        words = self.words
        return (
            at + 2 < end
            and not entry.roles
            and (
                words.text[at + 1] == "("
                or (words.text[at + 1] in ("-", "–") and words.start[at + 2] > words.end[at + 1])
            )
        )

    def _bracket_at(self, entry: Entry, at: int, end: int) -> int | None:
        words = self.words
        depth, close = 0, None
        for k in range(at, min(end, at + 40)):  # '(Nether Vale District Council (NVDC) meeting)'
            depth += (words.text[k] in ("(", "[")) - (words.text[k] in (")", "]"))
            if depth == 0:
                close = k
                break
        if close is None:
            close = next((k for k in range(at + 1, min(end, at + 40)) if words.text[k] in (")", "]")), None)
        if close is None:
            return None
        self.brackets.read(entry, at + 1, close)
        return close + 1

    def _cell(self, entry: Entry, at: int) -> int | None:
        """A cell that holds the initials of the person, or whether they were there."""
        words = self.words
        word = words.text[at]
        if word == "," and self._own_initials(entry, at + 1):
            entry.initials = words.text[at + 1]
            return at + 2
        if self._own_initials(entry, at) and words.text[at + 1 : at + 2] == ["("]:
            entry.initials = word  # 'Mary Penn MP (Chair)'
            return at + 1
        apart = words.space[at - 1] or words.text[at - 1] in (",", "-") or self._own_initials(entry, at)
        if (
            entry.name is not None
            and entry.initials is None
            and INITIALS.fullmatch(word)
            and apart
            and words.upto("HEAD", at) == at
            and fits(word, entry.name)
        ):
            entry.initials = word
            return at + 1
        if not words.space[at - 1]:
            return None
        if (
            "\t" in words.text[at - 1]
            and entry.represents is None
            and not entry.roles
            and (stop := self._ward(at)) is not None
        ):
            entry.represents = " ".join(words.text[at:stop])
            return stop
        if word.lower() in _CELL:
            entry.attendance = _CELL[word.lower()]
            return at + 1
        if word.lower() == "in" and words.text[at + 1 : at + 2] and words.text[at + 1].lower() == "attendance":
            entry.attendance = "in_attendance"
            return at + 2
        return None

    def _own_initials(self, entry: Entry, at: int) -> bool:
        """Do the initials of the person stand at word `at`, with no mark between ('Sue Morris SM (Governor)')?"""
        if entry.name is None or entry.initials is not None or at >= len(self.words):
            return False
        named = (*entry.name.given, *entry.name.family.split(" "))
        return len(named) > 1 and letters(self.words.text[at]) == "".join(w[0] for w in named).upper()

    def _ward(self, at: int) -> int | None:
        """Index behind a cell that names a body or a ward: 'Borough Council of Nether Vale', 'NVBC'."""
        words = self.words
        stop = next((k for k in range(at, min(len(words), at + 14)) if words.space[k]), min(len(words), at + 14))
        if (
            words.text[at].lower() in _CELL
            or self.posts.head_in(at, stop) is not None
            or not words.text[at][:1].isupper()
        ):
            return None
        body = any(words.upto(label, k) > k for k in range(at, stop) for label in ("ORG", "BODY"))
        return stop if body or (stop == at + 1 and words.text[at].isupper() and len(words.text[at]) > 2) else None

    def presence(self, entry: Entry, end: int) -> None:
        """'Keri Wynne, the temporary clerk, was in attendance'."""
        words = self.words
        text = " ".join(words.text[entry.last : min(end, entry.last + 6)]).replace(" ,", ",")
        if (match := _SAYS.match(text)) is None:
            return
        if match["also"] is not None:
            entry.attendance = "in_attendance"
            entry.of_all = "were" in match.group().split()
        entry.last += len(match.group().replace(",", " , ").split())
