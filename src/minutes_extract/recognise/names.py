"""The grammar of a person's name: title, initials or forenames, particles, surname, letters after the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.recognise.language import Words
from minutes_extract.roster import Name
from minutes_extract.rules import Patterns

_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}|(?:[A-Z]\.-?){1,4}")
_BARE_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.)?")
_CAPITAL = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|[dDLOt]['\"]?(?=[A-Z]))[\w'\"À-ž-]*[\wÀ-ž]|Ó")
_CODE = re.compile(r".*\d|[A-Z]{2,}s$")  # '22B', 'DSLs'
_LETTERS = re.compile(
    r"\.?[A-Z](?:[A-Za-z.&]*[A-Z.])?"
)  # how letters after a name are printed: 'OBE', 'Ph.D.', 'MCIPD'
_TITLES = 12  # words of titles before one name; the longest seen is 'His Worship the Mayor Councillor Dr'
# Titles that stand before nothing but a name.
_OF_PEOPLE = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lady", "lord", "rev", "revd", "prof", "professor", "cllr", "cllrs",
     "councillor", "councillors", "councilor", "councilors", "councilmember", "councilman", "councilwoman", "cr", "crs",
     "clr", "alderman", "aldermen", "ald", "selectman", "mayor", "messrs", "bailie", "provost", "cynghorydd", "cyng",
     "pc", "pcso", "sgt", "insp", "mr.", "mrs.", "ms.", "dr.", "cllr.", "cr.", "rev.", "revd.", "reeve")
)  # fmt: skip
_REGIONS = frozenset(("NI", "UK", "EU", "US", "NZ", "NSW", "GB"))
_STREETS = frozenset(("St", "Ave", "Rd", "Ct", "Cres", "Blvd"))
_SURNAMES = frozenset(("may", "march", "friday", "follows", "page", "good"))  # words that end a name elsewhere
_GRADES = frozenset(("SEE", "SEO", "AO", "SO", "SSO", "EE", "AEE", "DOS", "DoS"))  # of Irish officials
_SHORT_FORENAMES = frozenset(("Al", "Del", "Di", "Mac", "Van"))  # particles too: 'Al Sorrel', but 'Mr Al Amin'
_FURTHER = ("Jr", "Snr", "Sr", "Jnr")


@dataclass(slots=True)
class _Parts:
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


class NameReader:
    """Reads names from labelled words."""

    def __init__(self, words: Words, patterns: Patterns) -> None:
        self.words = words
        self.forenames = patterns.any_of("forename")
        self.ambiguous = patterns.any_of("ambiguous_forename")
        self.also_surname = patterns.any_of("organisation_word_surname")
        self.never = patterns.any_of("never_in_name")
        self.particles = patterns.any_of("name_particle")
        self.bare_titles = patterns.any_of("title_that_is_a_word")
        self.any_forename = self.forenames | self.ambiguous
        self._titles = words.phrase["TITLE"]
        self._capital_words: dict[str, bool] = {}
        self._names: dict[tuple[int, bool, bool], Name | None] = {}

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
            if at > i and (words.text[at].lower() in self.ambiguous or self._ends_name(end)):
                break  # 'Mr Dean', 'Councillor Earl': the word is the surname
            if words.text[at] == "DR" and words.text[end : end + 1] and words.text[end][1:].islower():
                break  # 'Mr DR Peake': initials
            at = end + 1 if end < len(words) and words.text[end] == "." else end
        return at

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

    def read(self, i: int, plural: bool = False, listed: bool = False) -> Name | None:
        """The name that begins at word i, or None.

        `plural`: a plural title before the list vouches for a bare surname. `listed`: in a list of people two capital
        words are a name even if the forename is not known.
        """
        asked = (i, plural, listed)
        if asked not in self._names:
            self._names[asked] = self._read(*asked) if i < len(self.words) else None
        return self._names[asked]

    def _read(self, i: int, plural: bool, listed: bool) -> Name | None:
        body = self.title_end(i)
        parts = _Parts(i, body, [], [])
        at = self._initials(body, parts.given)
        if parts.titled and not parts.given and self.words.upto("PLURAL", i) == i and self._misread(at):
            parts.given.append(at)
            at += 2
        self._capitals(at, parts, listed or plural)
        if not parts.caps:
            return None
        return self._name(parts, plural, listed)

    def _initials(self, at: int, given: list[int]) -> int:
        words = self.words
        while at + 1 < len(words) and len(given) < 4 and _INITIALS.fullmatch(words.text[at]):
            nxt = words.text[at + 1]
            follows = self._capital(at + 1) or _INITIALS.fullmatch(nxt) or nxt.lower() in self.particles
            if not follows or (self.title_end(at + 1) > at + 1 and nxt.lower() not in self.bare_titles):
                break
            if (
                words.text[at] == "A"
                and not given
                and (self.title_end(at + 1) > at + 1 or words.upto("HEAD", at + 1) > at + 1)
            ):
                break  # 'A Member asked'
            if words.text[at] == "A" and not given and self._shouts_on(at + 2):
                break  # 'A RESOLUTION AUTHORIZING THE FILING'
            if words.text[at].lower() in self.never and (len(words.text[at]) > 1 or nxt.lower() in self.never):
                break  # 'BE DIRECTED'
            given.append(at)
            at += 1
        return at

    def _shouts_on(self, at: int) -> bool:
        """Does a sentence in capital letters go on: this word and the one before it are no single letters?"""
        words = self.words.text[at - 1 : at + 1]
        return len(words) == 2 and all(len(w) > 2 and w.isalpha() and w.isupper() for w in words)

    def _misread(self, at: int) -> bool:
        """'Mr. T, Gilroy': a stop behind the initial of a titled name that was read as a comma."""
        words = self.words
        return (
            at + 2 < len(words)
            and len(words.text[at]) == 1
            and words.text[at].isupper()
            and words.text[at + 1 : at + 2] == [","]
            and self._capital(at + 2)
            and self.title_end(at + 2) == at + 2
            and words.upto("HEAD", at + 2) == at + 2
        )

    def _capitals(self, at: int, parts: _Parts, listed: bool) -> None:
        """Collect the capital words of the name from word `at` on."""
        words, caps = self.words, parts.caps
        while at < len(words) and len(caps) < 5:
            word = words.text[at].lower()
            if word == "o" and words.text[at + 1 : at + 2] == ["'"] and self._capital(at + 2):
                caps += [at, at + 2]  # "Sean O' Neill"
                at += 3
                continue
            if word in self.particles and (
                self._capital(at + 1) or (words.text[at + 1 : at + 2] and words.text[at + 1].lower() in self.particles)
            ):
                if caps and self._ends_before(at, parts):
                    break
                if not (caps or parts.given or parts.titled or words.text[at][:1].isupper() or listed):
                    break
                caps.append(at)
            elif self._capital(at) or self._month(at, word, caps, listed):
                if caps and self._ends_before(at, parts):
                    break
                caps.append(at)
                at = self._inside(at, parts)
            else:
                break
            at += 1
        while caps and words.text[caps[-1]].lower() in self.particles and words.text[caps[-1]].islower():
            caps.pop()
        parts.end = caps[-1] + 1 if caps else at
        if len(caps) == 1 and not parts.given:
            self._bracketed_initial(parts)

    def _month(self, at: int, word: str, caps: list[int], listed: bool) -> bool:
        """'June Parrot', 'Stephen May': a word of the calendar where a name has to be."""
        if not self.words.text[at][:1].isupper():
            return False
        if caps:
            return (
                len(caps) == 1
                and (word in _SURNAMES or (listed and word == "street"))
                and self.words.text[caps[0]].lower() in self.forenames
            )
        return listed and word in self.ambiguous and self._capital(at + 1)

    def _inside(self, at: int, parts: _Parts) -> int:
        """What may stand between two words of a name: a nickname, a middle initial, the space of a broken hyphen."""
        words, caps = self.words, parts.caps
        nxt = words.text[at + 1 : at + 4]
        if (
            len(nxt) == 3
            and nxt[0] in ("(", '"')
            and nxt[2] in (")", '"')
            and (nxt[1].lower() in self.forenames or nxt[1].lower() in self.ambiguous)
            and self._capital(at + 4)
        ):
            return at + 3
        if (
            nxt
            and nxt[0] == "-"
            and words.end[at] == words.start[at + 1]
            and self._capital(at + 2)
            and not words.text[at + 2].isupper()
            and not self._capital(at + 3)  # 'Simon Mills- Quarry Ltd': a dash
            and words.upto("HEAD", at + 2) == at + 2
        ):
            caps.append(at + 2)
            return at + 2
        if (
            nxt
            and not parts.given
            and len(caps) == 1
            and _BARE_INITIAL.fullmatch(nxt[0])
            and self._capital(at + 2)
            and self.title_end(at + 2) == at + 2
        ):
            caps.append(at + 1)
            return at + 1
        return at

    def _bracketed_initial(self, parts: _Parts) -> None:
        """'Colley (J), Colley (M)': of two with one surname."""
        words, at = self.words, parts.end
        if (
            at + 2 < len(words)
            and words.text[at] == "("
            and words.text[at + 2] == ")"
            and re.fullmatch(r"[A-Z][a-z]?\.?", words.text[at + 1])
        ):
            parts.aside = at + 1
            parts.end = at + 3

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

    def _ends_before(self, at: int, parts: _Parts) -> bool:
        """Does the name end before the capital word at `at`: a post, a body, letters, a new title?"""
        words, caps = self.words, parts.caps
        word = words.text[at]
        low, first = word.lower(), words.text[caps[0]].lower()
        if words.start[at] == words.end[at - 1] and words.text[at - 1][-1:].isalpha():
            return True  # glued by the conversion: 'T. LundVillage'
        if (
            words.text[caps[0]].isupper()
            and len(words.text[caps[0]]) > 1
            and not word.isupper()
            and low not in self.particles
        ):
            return True  # 'SIMON BARR Co-opted'
        if len(caps) == 1 and first in self.forenames and low in self.bare_titles:
            return False  # 'Joan Reeve', 'Ann Dean'
        if low == "member" and (parts.given or len(caps) > 1) and not self._capital(at + 1):
            return True  # 'Cr M Tuft Member': a column of a table that lost its lines
        surname = len(caps) == 1 and first in self.forenames and low in self.also_surname  # 'Janet Nurse'
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

    def _grade(self, at: int, parts: _Parts) -> bool:
        """'A. Vere SEE': the grade of an official behind a surname."""
        last = self.words.text[parts.caps[-1]]
        named = bool(parts.given) or len(parts.caps) > 1
        return named and not last.isupper() and self.words.text[at] in _GRADES

    def _own_initials(self, at: int, parts: _Parts) -> bool:
        """'Sue Morris SM': the initials of the name itself."""
        words = self.words
        named = [words.text[k] for k in (*parts.given, *parts.caps)]
        return len(named) > 1 and not named[-1].isupper() and words.text[at] == "".join(w[0] for w in named).upper()

    def _next_one(self, at: int, parts: _Parts) -> bool:
        """'Stephen Ball Oliver Lacey': two people whom a converter left nothing between."""
        words, caps = self.words, parts.caps
        known = [
            (word := words.text[k].lower()) in self.forenames and not (k == caps[-1] and word in _SURNAMES)
            for k in (caps[0], caps[-1], at)
        ]
        return len(caps) == 2 and known == [True, False, True] and self._capital(at + 1)

    def _letters(self, at: int) -> bool:
        """Letters after a name: 'MBE', 'CPFA', 'MSP'."""
        words = self.words
        return words.upto("NOMINAL", at) > at and bool(_LETTERS.fullmatch(words.text[at])) and len(words.text[at]) > 1

    def _name(self, parts: _Parts, plural: bool, listed: bool) -> Name | None:
        words, caps = self.words, parts.caps
        first = words.text[caps[0]].lower()
        vouched = parts.titled or bool(parts.given) or listed
        known = len(caps) > 1 and (first in self.forenames or (first in self.ambiguous and vouched))
        shares = len(caps) == 1 and not parts.given and (plural or listed or self._plural_title(parts))
        if shares and (couple := self._couple(parts)) is not None:
            return couple
        if not (parts.titled or parts.given or plural or (len(caps) > 1 and (known or listed))):
            return None
        if self._is_thing(parts, known, plural, listed):
            return None
        split = self._surname_from(parts, known)
        forenames = [*parts.given, *caps[:split]]
        family = caps[split:]
        given = tuple(words.text[k] for k in forenames)
        if parts.aside is not None:
            given = (words.text[parts.aside],)
        name_first = forenames[0] if forenames else family[0]
        said = [w for w in words.text[parts.start : parts.body] if w != "." and not w.isspace()]
        title = " ".join(said) if parts.titled else None
        surname = " ".join(words.text[k] for k in family)
        if parts.aside is None and any(words.text[k - 1] == "-" for k in family[1:]):
            surname = surname.replace(" ", "-")
        sure = parts.titled or bool(parts.given) or known
        return Name(title, given, surname, parts.start, self._nominals(parts.end), name_first, parts.end, sure)

    def _plural_title(self, parts: _Parts) -> bool:
        return parts.titled and self.words.upto("PLURAL", parts.start) > parts.start

    def _couple(self, parts: _Parts) -> Name | None:
        """'Councillors George and Judith Cooper', 'Pat & Steve Marr': the surname stands behind the second forename only."""
        words, at = self.words, parts.caps[0]
        behind = [w for w in words.text[parts.end : parts.end + 3] if w]
        if len(behind) < 3 or behind[0] not in ("and", "&") or words.text[at].lower() not in self.any_forename:
            return None
        if behind[1].lower() not in self.any_forename or not behind[2].istitle() or behind[2].lower() in self.forenames:
            return None
        said = [w for w in words.text[parts.start : parts.body] if w != "." and not w.isspace()]
        title = " ".join(said) if parts.titled else None
        return Name(title, (words.text[at],), behind[2], parts.start, parts.end, at, parts.end, True)

    def _is_thing(self, parts: _Parts, known: bool, plural: bool, listed: bool) -> bool:
        """Capital words that name an organisation, a place or a post, not a person."""
        words, caps = self.words, parts.caps
        last = caps[-1]
        first, tail = words.text[caps[0]].lower(), words.text[last].lower()
        if first in self.never and not known:
            return True
        if parts.given and words.text[parts.given[0]] in _REGIONS and words.upto("ORG", last) > last:
            return True  # 'NI Water'
        vouched = known or parts.titled or bool(parts.given) or plural
        thing = any(words.upto(label, last) > last for label in ("ORG", "BODY")) and not (
            tail in self.also_surname and vouched
        )
        if thing and len(caps) == 1 and (parts.given or (parts.titled and self._of_people(parts))):
            thing = False  # 'A Minster', 'Cllr Cross'
        thing = thing or (
            words.upto("HEAD", last) > last
            and not (vouched and (tail in self.bare_titles or tail in self.also_surname))
        )
        if parts.titled and words.text[parts.start].lower() in self.bare_titles and words.upto("MODIFIER", last) > last:
            return True  # 'Major Capital Projects'
        if thing or (
            parts.titled
            and len(caps) == 1
            and words.upto("MODIFIER", last) > last
            and words.upto("HEAD", last + 1) > last + 1
        ):
            return True
        if parts.titled and not parts.given and not known and not self._of_people(parts):
            follows = words.upto("ORG", parts.end) > parts.end and words.text[parts.end][:1].isupper()
            return follows or any(words.upto(label, k) > k for k in caps for label in ("ORG", "NOBODY"))
        if parts.titled or parts.given or (plural and len(caps) == 1):
            return False
        return self._untitled_thing(parts, known, listed)

    def _of_people(self, parts: _Parts) -> bool:
        """Is the title one that nothing else bears ('Cllr Cross', but 'Commissioner Road', 'Justice Board')?"""
        words = self.words
        last = next(k for k in range(parts.body - 1, parts.start - 1, -1) if words.text[k] != ".")
        return words.text[last].lower() in _OF_PEOPLE

    def _untitled_thing(self, parts: _Parts, known: bool, listed: bool) -> bool:
        """Capital words without title or initial: a place, a firm, a post?"""
        words, caps = self.words, parts.caps
        first, last = words.text[caps[0]].lower(), caps[-1]
        if any(words.upto(label, k) > k for k in caps for label in ("HEAD", "NOBODY")) and not known:
            return True
        if words.upto("ORG", caps[0]) > caps[0] and not (first in self.forenames or first in self.ambiguous):
            return True
        if len(caps) > 1 and words.text[last] in _STREETS:
            return True
        middle = known and len(caps) == 3 and _BARE_INITIAL.fullmatch(words.text[caps[1]])  # 'Linda L. Day'
        if any(words.upto("ORG", k) > k for k in caps[1:-1]) or (
            len(caps) > 2 and words.upto("ORG", last) > last and not middle
        ):
            return True  # 'London Road East', 'Floyd Minor Park'
        if len(words.text[last]) <= 4 and words.text[last].isupper() and not words.text[caps[0]].isupper():
            return True  # 'Anvil Trust UHB'
        nxt = words.text[parts.end] if parts.end < len(words) else ""
        if (
            (listed and known)
            or not nxt[:1].isupper()
            or words.upto("ORG", parts.end) == parts.end
            or nxt.lower() in self.also_surname
            or nxt.lower() in self.never
        ):
            return False
        return not any(words.upto(label, parts.end) > parts.end for label in ("HEAD", "MODIFIER")) and nxt[1:].islower()

    def _surname_from(self, parts: _Parts, known: bool) -> int:
        """How many of the capital words are forenames."""
        words, caps = self.words, parts.caps
        forename = not (parts.titled or parts.given) and len(caps) == 2 and words.text[caps[0]] in _SHORT_FORENAMES
        for k, at in enumerate(caps):
            if words.text[at].lower() in self.particles and not (forename and k == 0):
                return k
        if any(words.text[at - 1] == "-" and words.end[at - 2] == words.start[at - 1] for at in caps[1:]):
            return len(caps) - 2
        if parts.given:
            return len(caps) - 1 if len(caps) > 1 and words.text[caps[0]].lower() in self.forenames else 0
        return len(caps) - 1

    def _nominals(self, at: int) -> int:
        """Index behind the letters after a name: ', OBE', 'MBE JP'. 'MP', 'MSP' are posts and stay outside."""
        words = self.words
        while at < len(words):
            k = at + 1 if words.text[at] == "," else at
            if (
                k >= len(words)
                or not (self._letters(k) or words.text[k].rstrip(".") in _FURTHER)
                or words.upto("HEAD", k) > k
            ):
                return at
            nxt = k + 1
            if (
                k != at
                and self._capital(nxt)
                and not words.text[nxt].isupper()
                and words.text[k].rstrip(".") not in _FURTHER
            ):
                return at
            at = (
                nxt + 1
                if words.text[k] in _FURTHER
                and nxt < len(words)
                and words.text[nxt] == "."
                and words.text[nxt + 1 : nxt + 2] == [","]
                else nxt
            )
        return at
