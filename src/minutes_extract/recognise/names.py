"""The grammar of a person's name: title, initials or forenames, particles, surname, letters after the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.recognise.language import Words
from minutes_extract.rules import Patterns

_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}|(?:[A-Z]\.-?){1,4}")
_CAPITAL = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|[dDLO]'(?=[A-Z]))[\w'À-ž-]*[\wÀ-ž]|Ó|Ní")
_PARTICLES = frozenset("de van der den von la le du di da dos ap ab bin al el ten ter ni nic uí ua o mac y st. st del della".split())
_NEVER = frozenset(
    "the a an and or of to in on at by for with from as it he she they we i no not this that these those there then when while "
    "january february march april june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday item items minute minutes agenda motion moved seconded resolved agreed noted carried apologies present absent "
    "note action members member councillors officers chair vice street road part page section appendix following all also after "
    "before during under over between council committee board panel cabinet none nil attendance virtual zoom teams public "
    "press proposed proposer seconder vacancy vacant resident residents his her its their our my your new other others any "
    "some each both one two three four five six seven eight nine ten am pm re cc ps email tel phone venue date time "
    "if but so yes who which what where how why could would should will may can has have had is are was were be been being did do "
    "does following further firstly secondly finally however therefore regarding arising".split()
)
_CODE = re.compile(r"[A-Z]{2,}\d|.*\d")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read: words `first`..`last` (last exclusive) of the text."""

    title: str | None
    given: tuple[str, ...]  # forenames and initials, as printed
    family: str  # surname with particles, as printed
    first: int
    last: int
    name_first: int  # where the name without its title begins
    name_last: int  # where it ends, letters after the name left out
    sure: bool  # title, initials or a known forename vouch for it

    @property
    def printed(self) -> str:
        return " ".join((*self.given, self.family))


class NameReader:
    """Reads names from labelled words."""

    def __init__(self, words: Words, patterns: Patterns) -> None:
        self.words = words
        self.forenames = frozenset(patterns.words.get("forename", ()))
        self.ambiguous = frozenset(patterns.words.get("ambiguous_forename", ()))
        self.also_surname = frozenset(patterns.words.get("organisation_word_surname", ()))

    def title_end(self, i: int) -> int:
        """Index behind the titles that begin at word i ('Rev. Canon', 'Borough Councillor'); i where none does."""
        words, at = self.words, i
        if i >= len(words) or not words.text[i][:1].isupper():
            return i
        while at < len(words) and words.text[at][:1].isupper():
            end = words.upto("TITLE", at)
            if end == at:
                break
            at = end
            if at < len(words) and words.text[at] == ".":
                at += 1
        return at

    def read(self, i: int, plural: bool = False, listed: bool = False) -> Name | None:
        """The name that begins at word i, or None.

        `plural`: a plural title before the list vouches for a bare surname. `listed`: in a list of people two capital
        words are a name even if the forename is not known.
        """
        words = self.words
        body = self.title_end(i)
        titled = body > i
        given: list[int] = []
        at = self._initials(body, given)
        caps: list[int] = []
        while at < len(words) and len(caps) < 4:
            word = words.text[at]
            if word.lower() in _PARTICLES and (caps or given or titled) and self._capital(at + 1) and word.lower() not in ("y", "la", "o"):
                caps.append(at)
            elif self._capital(at):
                if caps and self._ends_before(at, caps, titled):
                    break
                caps.append(at)
                if _INITIALS.fullmatch(words.text[at + 1] if at + 1 < len(words) else "") and self._capital(at + 2) and len(words.text[at + 1]) <= 2:
                    at += 1
                    caps.append(at)
            else:
                break
            at += 1
        while caps and words.text[caps[-1]].lower() in _PARTICLES:
            caps.pop()
        if not caps:
            return None
        return self._name(i, body, titled, given, caps, plural, listed)

    def _initials(self, at: int, given: list[int]) -> int:
        words = self.words
        while at < len(words) and len(given) < 4 and _INITIALS.fullmatch(words.text[at]):
            word = words.text[at]
            follows = at + 1 < len(words) and (self._capital(at + 1) or _INITIALS.fullmatch(words.text[at + 1]) or words.text[at + 1].lower() in _PARTICLES)
            if not follows or word in ("A", "I") and not given and at + 1 < len(words) and words.text[at + 1].lower() in _NEVER:
                break
            given.append(at)
            at += 1
        return at

    def _capital(self, i: int) -> bool:
        """A capital word that can be part of a name."""
        words = self.words
        if i >= len(words):
            return False
        word = words.text[i]
        if not _CAPITAL.fullmatch(word) or _CODE.match(word) or word.lower() in _NEVER:
            return False
        return not (word.isupper() and len(word) > 1 and self.words.upto("NOMINAL", i) > i and len(word) < 5 and not word.isalpha())

    def _ends_before(self, at: int, caps: list[int], titled: bool) -> bool:
        """Does the name end before the capital word at `at`? A post, an organisation, letters after the name or a new title do not belong to it."""
        words = self.words
        word = words.text[at]
        if words.upto("NOMINAL", at) > at and word.isupper() and len(word) <= 6:
            return True
        if self.title_end(at) > at and not (word.lower() in ("dean", "marshal", "major", "earl", "duke", "judge", "bishop", "pope", "sheriff", "prior")):
            return True
        if words.upto("HEAD", at) > at or words.upto("MODIFIER", at) > at:
            return len(caps) >= 2 or (titled and words.text[caps[0]].lower() not in self.forenames) or words.upto("HEAD", at) > at
        if words.upto("ORG", at) > at and word.lower() not in self.also_surname:
            return len(caps) >= 2 or titled and words.text[caps[0]].lower() not in self.forenames
        first = words.text[caps[0]].lower()
        # 'Councillor Redstone Councillor': no; 'Mrs A Lindqvist Carers': a third capital word after forename and surname
        return len(caps) >= 2 and first in self.forenames and word.lower() in self.forenames and len(caps) > 2

    def _name(
        self, i: int, body: int, titled: bool, given: list[int], caps: list[int], plural: bool, listed: bool
    ) -> Name | None:
        words = self.words
        first = words.text[caps[0]].lower()
        known = first in self.forenames or (first in self.ambiguous and (titled or listed or bool(given)))
        if len(caps) == 1:
            if not (titled or given or plural):
                return None
        elif not (titled or given or known or plural or listed):
            return None
        if not titled and not given and self._is_thing(caps, known):
            return None
        split = self._surname_from(caps, known, bool(given), titled)
        forenames = [*given, *caps[:split]]
        family = caps[split:]
        last = caps[-1] + 1
        end = self._nominals(last)
        title = None
        if titled:
            title = " ".join(w for w in words.text[i:body] if w != ".")
        return Name(
            title,
            tuple(words.text[k] for k in forenames),
            " ".join(words.text[k] for k in family),
            i,
            end,
            forenames[0] if forenames else family[0],
            last,
            titled or bool(given) or (known and len(caps) > 1),
        )

    def _is_thing(self, caps: list[int], known: bool) -> bool:
        """Capital words that name an organisation, a place or a post, not a person."""
        words = self.words
        last = caps[-1]
        tail = words.text[last].lower()
        if any(words.upto(label, last) > last for label in ("ORG", "BODY")) and not (known and tail in self.also_surname):
            return True
        if any(words.upto("HEAD", k) > k for k in caps) and not known:
            return True
        nxt = words.text[last + 1] if last + 1 < len(words) else ""
        if nxt and words.upto("ORG", last + 1) > last + 1 and nxt[:1].isupper():
            return True
        return words.text[caps[0]].lower() in _NEVER

    def _surname_from(self, caps: list[int], known: bool, initials: bool, titled: bool) -> int:
        """How many of the capital words are forenames."""
        words = self.words
        for k, at in enumerate(caps):
            if words.text[at].lower() in _PARTICLES and k:
                return k
        if initials:
            return 0 if len(caps) == 1 else (len(caps) - 1 if words.text[caps[0]].lower() in self.forenames else 0)
        if len(caps) == 1:
            return 0
        if titled and not known and len(caps) == 2:
            return 1
        return len(caps) - 1

    def _nominals(self, at: int) -> int:
        """Index behind the letters after a name: ', OBE', 'MBE JP'."""
        words = self.words
        while True:
            k = at + 1 if at < len(words) and words.text[at] == "," else at
            end = words.upto("NOMINAL", k) if k < len(words) else k
            if end == k or not words.text[k].replace(".", "").isupper() or len(words.text[k]) < 2 or len(words.text[k]) > 6:
                return at
            if k != at and self._capital(end) and not words.text[end].isupper():
                return at
            at = end
