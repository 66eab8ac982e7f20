"""The grammar of a person's name: title, initials or forenames, particles, surname, letters after the name."""

from __future__ import annotations

from minutes_extract.recognise.language import Words
from minutes_extract.recognise.nameends import Parts
from minutes_extract.recognise.namewords import BARE_INITIAL, NameWords
from minutes_extract.roster import Name
from minutes_extract.rules import Patterns

# Titles that stand before nothing but a name.
_OF_PEOPLE = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lady", "lord", "rev", "revd", "prof", "professor", "cllr", "cllrs",
     "councillor", "councillors", "councilor", "councilors", "councilmember", "councilman", "councilwoman", "cr", "crs",
     "clr", "alderman", "aldermen", "ald", "selectman", "mayor", "messrs", "bailie", "provost", "cynghorydd", "cyng",
     "pc", "pcso", "sgt", "insp", "mr.", "mrs.", "ms.", "dr.", "cllr.", "cr.", "rev.", "revd.", "reeve")
)  # fmt: skip
_REGIONS = frozenset(("NI", "UK", "EU", "US", "NZ", "NSW", "GB"))
_STREETS = frozenset(("St", "Ave", "Rd", "Ct", "Cres", "Blvd"))
_SHORT_FORENAMES = frozenset(("Al", "Del", "Di", "Mac", "Van"))  # particles too: 'Al Sorrel', but 'Mr Al Amin'
_LONGEST = 12  # words of a name with its titles
_WHERE = frozenset(("at", "in"))  # 'held at Albert Hall'
_FURTHER = ("Esq",)


class NameReader(NameWords):
    """Reads names from labelled words."""

    def __init__(self, words: Words, patterns: Patterns) -> None:
        super().__init__(words, patterns)
        self._names: dict[tuple[int, bool, bool], Name | None] = {}

    def read(self, i: int, plural: bool = False, listed: bool = False) -> Name | None:
        """The name that begins at word i, or None.

        `plural`: a plural title before the list vouches for a bare surname. `listed`: in a list of people two capital
        words are a name even if the forename is not known.
        """
        asked = (i, plural, listed)
        if asked not in self._names:
            self._names[asked] = self._read(*asked) if i < len(self.words) else None
        return self._names[asked]

    def stop_before(self, i: int) -> None:
        """No name holds word i: a label of a list stands there ('Cllr Adam' / 'Police: none')."""
        self.stops.add(i)
        for before in range(i - _LONGEST, i):
            for plural in (False, True):
                for listed in (False, True):
                    self._names.pop((before, plural, listed), None)

    def _read(self, i: int, plural: bool, listed: bool) -> Name | None:
        body = self.title_end(i)
        parts = Parts(i, body, [], [])
        at = self._initials(body, parts)
        if parts.titled and not parts.given and self.words.upto("PLURAL", i) == i and self._misread(at):
            parts.given.append(at)
            at += 2
        self._capitals(at, parts, listed or plural)
        if not parts.caps:
            return None
        return self._name(parts, plural, listed)

    def _name(self, parts: Parts, plural: bool, listed: bool) -> Name | None:
        words, caps = self.words, parts.caps
        first = words.text[caps[0]].lower()
        vouched = parts.titled or bool(parts.given) or listed
        known = len(caps) > 1 and (first in self.forenames or (first in self.ambiguous and vouched))
        known = known or ((listed or plural) and self._middle_initial(caps))
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
        title = self._title(parts)
        surname = " ".join(words.text[k] for k in family)
        if parts.aside is None and any(words.text[k - 1] == "-" for k in family[1:]):
            surname = surname.replace(" ", "-")
        sure = parts.titled or bool(parts.given) or known
        last = self.generation_end(parts.end)
        return Name(title, given, surname, parts.start, self._nominals(last), name_first, last, sure)

    def _middle_initial(self, caps: list[int]) -> bool:
        """'Corin H. Pell': no forename that is known, but nothing else has an initial in the middle of a list."""
        words = [self.words.text[k] for k in caps]
        return (
            len(words) == 3
            and BARE_INITIAL.fullmatch(words[1]) is not None
            and words[1].endswith(".")
            and words[0].istitle()
            and words[2].istitle()
            and not any(self.words.upto(label, caps[0]) > caps[0] for label in ("HEAD", "MODIFIER", "ORG", "NOBODY"))
        )

    def _title(self, parts: Parts) -> str | None:
        """The words of the title, without its stops and the number of an officer ('PC 561')."""
        said = [
            w for w in self.words.text[parts.start : parts.body] if w != "." and not w.isspace() and not w.isdigit()
        ]
        return " ".join(said) or None

    def _plural_title(self, parts: Parts) -> bool:
        return parts.titled and self.words.upto("PLURAL", parts.start) > parts.start

    def _couple(self, parts: Parts) -> Name | None:
        """'Councillors George and Judith Copley', 'Pat & Steve Marr': the surname stands behind the second forename only."""
        words, at = self.words, parts.caps[0]
        behind = [w for w in words.text[parts.end : parts.end + 3] if w]
        if len(behind) < 3 or behind[0] not in ("and", "&") or words.text[at].lower() not in self.any_forename:
            return None
        if behind[1].lower() not in self.any_forename or not behind[2].istitle() or behind[2].lower() in self.forenames:
            return None
        title = self._title(parts)
        return Name(title, (words.text[at],), behind[2], parts.start, parts.end, at, parts.end, True)

    def _is_thing(self, parts: Parts, known: bool, plural: bool, listed: bool) -> bool:
        """Capital words that name an organisation, a place or a post, not a person."""
        words, caps = self.words, parts.caps
        last = caps[-1]
        first, tail = words.text[caps[0]].lower(), words.text[last].lower()
        if first in self.never and not known and not (parts.titled and first in self.word_surnames):
            return True  # but 'Commissioner May'
        if parts.given and words.text[parts.given[0]] in _REGIONS and words.upto("ORG", last) > last:
            return True  # 'NI Water'
        vouched = known or parts.titled or bool(parts.given) or plural
        bare = not (parts.titled or parts.given)
        thing = any(words.upto(label, last) > last for label in ("ORG", "BODY")) and not (
            tail in self.also_surname and vouched and not (bare and words.text[parts.start - 1].lower() in _WHERE)
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

    def _of_people(self, parts: Parts) -> bool:
        """Is the title one that nothing else bears ('Cllr Cross', but 'Commissioner Road', 'Justice Board')?"""
        words = self.words
        last = next(
            k
            for k in range(parts.body - 1, parts.start - 1, -1)
            if words.text[k] != "." and not words.text[k].isdigit()
        )
        return words.text[last].lower() in _OF_PEOPLE

    def _untitled_thing(self, parts: Parts, known: bool, listed: bool) -> bool:
        """Capital words without title or initial: a place, a firm, a post?"""
        words, caps = self.words, parts.caps
        first, last = words.text[caps[0]].lower(), caps[-1]
        if any(words.upto(label, k) > k for k in caps for label in ("HEAD", "NOBODY")) and not known:
            return True
        if words.upto("ORG", caps[0]) > caps[0] and not (first in self.forenames or first in self.ambiguous):
            return True
        if len(caps) > 1 and words.text[last] in _STREETS:
            return True
        middle = known and all(BARE_INITIAL.fullmatch(words.text[k]) for k in caps[1:-1])  # 'Linda L. Day'
        if any(words.upto("ORG", k) > k for k in caps[1:-1]) or (
            len(caps) > 2 and words.upto("ORG", last) > last and not middle
        ):
            return True  # 'London Road East', 'Floyd Minor Park'
        if len(words.text[last]) <= 4 and words.text[last].isupper() and not words.text[caps[0]].isupper():
            return True  # 'Anvil Trust UHB'
        nxt = words.text[parts.end] if parts.end < len(words) else ""
        if nxt in ("and", "&") and self.firms.intersection(map(str.lower, words.text[parts.end + 1 : parts.end + 2])):
            return True  # 'Hobart Tarn and Partners'
        if (
            (listed and known)
            or not nxt[:1].isupper()
            or words.upto("ORG", parts.end) == parts.end
            or nxt.lower() in self.also_surname
            or nxt.lower() in self.never
        ):
            return False
        return not any(words.upto(label, parts.end) > parts.end for label in ("HEAD", "MODIFIER")) and nxt[1:].islower()

    def _surname_from(self, parts: Parts, known: bool) -> int:
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
