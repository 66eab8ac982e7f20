"""Where the words of a name end: before a post, a body, letters, a new title or the next person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.recognise.language import Words
from minutes_extract.rules import Patterns

_TOLD_APART = re.compile(r"(?P<capitals>[A-Z]{2,3})[a-z]{1,2}")
_CAPITAL = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|[dDLOt]['\"]?(?=[A-Z]))[\w'\"À-ž-]*[\wÀ-ž]|Ó")
_CODE = re.compile(r".*\d|[A-Z]{2,}s$")  # '22B', 'DSLs'
_LETTERS = re.compile(r"\.?[A-Z](?:[A-Za-z.&]*[A-Z.])?|Esq(?:uire)?")  # letters after a name: 'OBE', 'Ph.D.', 'MCIPD'
_TITLES = 12  # words of titles before one name; the longest seen is 'His Worship the Mayor Councillor Dr'


_SHORT_TITLE = 6  # letters; no abbreviation of a title is longer than 'Messrs'
_GENERATIONS = frozenset(("Jr", "Sr", "Jnr", "Snr"))
_WHOLE_TITLES = frozenset(("mayor", "reeve", "chair", "judge", "major", "bailie", "warden"))
_NUMBERED = frozenset(
    ("pc", "pcso", "wpc", "pcs", "sgt", "sergeant", "constable")
)  # officers whose number stands before the name


@dataclass(slots=True)
class Parts:
    """The words of a name on the way to being one."""

    start: int  # of the title, or of the name where there is none
    body: int
    given: list[int]
    caps: list[int]
    end: int = 0
    aside: int | None = None  # the initial in 'Colley (J)'

    @property
    def titled(self) -> bool:
        return self.body > self.start


class NameEnds:
    """Tells where titles and names end among labelled words."""

    def __init__(self, words: Words, patterns: Patterns) -> None:
        self.words = words
        self.forenames = patterns.any_of("forename")
        self.ambiguous = patterns.any_of("ambiguous_forename")
        self.also_surname = patterns.any_of("organisation_word_surname")
        self.never = patterns.any_of("never_in_name")
        self.particles = patterns.any_of("name_particle")
        self.bare_titles = patterns.any_of("title_that_is_a_word")
        self.any_forename = patterns.any_of("forename", "ambiguous_forename")
        self.word_surnames = patterns.any_of("surname_that_is_a_word")
        self.firms = patterns.any_of("firm_of")
        self._grades = patterns.any_of("official_grade")
        self._titles = words.phrase["TITLE"]
        self._capital_words: dict[str, bool] = {}
        self.stops: set[int] = set()  # words before which every name ends

    def title_end(self, i: int) -> int:
        """Index behind the titles that begin at word i ('Rev. Canon', 'Borough Councillor'); i where none does."""
        if i not in self._titles:  # nearly always
            return i
        words, at = self.words, i
        upto = min(len(words), i + _TITLES)
        while at < upto and (words.text[at][:1].isupper() or (at > i and words.text[at].lower() == "the")):
            end = words.upto("TITLE", at)
            if end == at or words.upto("HEAD", at) > end or (at == i and self._forename_title(at)):
                break
            if end > at + 1 and "\n" in words.text[at + 1 : end]:
                break  # 'Jo Ward' / 'Cllr Dunn' are two people, and no ward councillor
            if at > i and (words.text[at].lower() in self.ambiguous or self._ends_name(end)):
                break  # 'Mr Dean', 'Councillor Earl': the word is the surname
            if words.text[at] == "DR" and words.text[end : end + 1] and words.text[end][1:].islower():
                break  # 'Mr DR Peake': initials
            at = end + 1 if words.text[end : end + 1] == ["."] and self._abbreviated(end - 1) else end
            if words.text[at - 1].lower() in _NUMBERED and words.text[at : at + 1] and words.text[at].isdigit():
                at += 1  # 'PC 561 Calum Keel'
        return at

    def _abbreviated(self, at: int) -> bool:
        """May a stop belong to the title ('Cllr.', 'Messrs.'), or does it end a sentence ('the local Councillors. Then')?"""
        word = self.words.text[at].lower()
        return len(word) <= _SHORT_TITLE and word not in self.ambiguous and word not in _WHOLE_TITLES

    def _forename_title(self, at: int) -> bool:
        """'Dean Snow': a forename that is a title too, with a surname behind it and nothing more of a name."""
        words, low = self.words, self.words.text[at].lower()
        alone = low in self.bare_titles and low in self.ambiguous
        return alone and self._capital(at + 1) and len(words.text[at + 1]) > 2 and self._ends_name(at + 2)

    def _ends_name(self, at: int) -> bool:
        words = self.words
        if at >= len(words):
            return True
        return not (
            words.text[at][:1].isupper() or words.text[at] in (".",) or words.text[at].lower() in self.particles
        )

    def _capital(self, i: int) -> bool:
        """A capital word that can be part of a name."""
        words = self.words
        if i >= len(words):
            return False
        word = words.text[i]
        if word not in self._capital_words:
            named = bool(_CAPITAL.fullmatch(word)) and not _CODE.match(word) and word.lower() not in self.never
            self._capital_words[word] = named
        return self._capital_words[word]

    def generation_end(self, at: int) -> int:
        """Index behind 'Jr.' or ', Sr.' at word `at`, the end of a name and no letters after it."""
        words = self.words.text
        k = at + 1 if words[at : at + 1] == [","] else at
        if k >= len(words) or words[k].rstrip(".") not in _GENERATIONS or self._capital(k + 1):
            return at  # 'Ann Bell, Sr Planner'
        return k + 2 if words[k + 1 : k + 2] == ["."] else k + 1

    def _ends_before(self, at: int, parts: Parts) -> bool:
        """Does the name end before the capital word at `at`: a post, a body, letters, a new title?"""
        words, caps = self.words, parts.caps
        word = words.text[at]
        low, first = word.lower(), words.text[caps[0]].lower()
        if words.start[at] == words.end[at - 1] and words.text[at - 1][-1:].isalpha():
            return True  # glued by the conversion: 'T. LundVillage'
        if word.rstrip(".") in _GENERATIONS:
            return True
        if word.isupper() and words.text[at + 1 : at + 2] and words.text[at + 1][0] == "#":
            return True  # 'On motion by Commissioner Pell AB #12 was approved': the number of a paper
        if len(caps) > 1 and len(words.text[caps[-1]].rstrip(".")) == 1:  # 'Ada J Marsh': an initial is no surname
            return words.upto("HEAD", at) > at or self._letters(at)
        letters = _TOLD_APART.fullmatch(word)
        if letters and len(caps) > 1 and letters["capitals"] == "".join(words.text[k][0] for k in caps):
            return True  # two of one board told apart by a letter more: 'Ruth Carr RCa'
        if (
            words.text[caps[0]].isupper()
            and len(words.text[caps[0]]) > 1
            and not word.isupper()
            and low not in self.particles
        ):
            return True  # 'SIMON BARR Co-opted'
        if len(caps) == 1 and first in self.forenames and low in self.bare_titles:
            return False  # 'Joan Reeve', 'Ann Dean'
        if low == "member" and (parts.given or parts.titled) and not self._capital(at + 1):
            return True  # 'Cr M Tuft Member': a column of a table that lost its lines
        surname = len(caps) == 1 and first in self.forenames and low in self.also_surname  # 'Joan Nurse'
        if self._letters(at) or (words.upto("HEAD", at) > at and low not in self.ambiguous and not surname):
            return True
        if (
            len(caps) >= 2
            and len(word) == 2
            and word.isupper()
            and words.text[caps[0]].isupper()
            and len(words.text[caps[0]]) > 2
        ):
            return True  # 'PAUL EVERETT LA'
        if self.title_end(at) > at and low not in self.bare_titles:
            return True
        if self._grade(at, parts) or self._own_initials(at, parts) or self._next_one(at, parts):
            return True
        whole = len(caps) >= 2 or bool(parts.given) or (parts.titled and first not in self.forenames)
        if words.upto("MODIFIER", at) > at or (words.upto("ORG", at) > at and low not in self.also_surname):
            return whole
        return len(caps) > 2 and first in self.forenames and low in self.forenames

    def _grade(self, at: int, parts: Parts) -> bool:
        """'A. Vere SEE': the grade of an official behind a surname."""
        last = self.words.text[parts.caps[-1]]
        named = bool(parts.given) or len(parts.caps) > 1
        grade = self.words.text[at]
        return (
            named
            and not last.isupper()
            and grade[0].isupper()
            and grade[-1].isupper()
            and grade.lower() in self._grades
        )

    def _own_initials(self, at: int, parts: Parts) -> bool:
        """'Sue Morris SM', 'Sue Morris SAM': the initials of the name itself, a middle one perhaps among them."""
        words = self.words
        named = [words.text[k] for k in (*parts.given, *parts.caps)]
        initials, word = "".join(w[0] for w in named).upper(), words.text[at]
        middle = len(word) == 3 and word[:1] + word[-1:] == initials and word.isupper()
        return len(named) > 1 and not named[-1].isupper() and (word == initials or middle)

    def _next_one(self, at: int, parts: Parts) -> bool:
        """'Stephen Bell Oliver Lane': two people whom a converter left nothing between."""
        words, caps = self.words, parts.caps
        known = [
            (word := words.text[k].lower()) in self.forenames and not (k == caps[-1] and word in self.word_surnames)
            for k in (caps[0], caps[-1], at)
        ]
        return len(caps) == 2 and known == [True, False, True] and self._capital(at + 1)

    def _letters(self, at: int) -> bool:
        """Letters after a name: 'MBE', 'CPFA', 'MSP'."""
        words = self.words
        return words.upto("NOMINAL", at) > at and bool(_LETTERS.fullmatch(words.text[at])) and len(words.text[at]) > 1
