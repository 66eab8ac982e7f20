"""The words that a name is made of: initials, forenames, particles and what may stand between two of them."""

from __future__ import annotations

import re

from minutes_extract.recognise.nameends import NameEnds, Parts

_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}|(?:[A-Z]\.-?){1,4}|[A-Z]-[A-Z]\.?")
BARE_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.)?")


class NameWords(NameEnds):
    """Collects the words of a name one after the other."""

    def _initials(self, at: int, parts: Parts) -> int:
        """Collect the initials from word `at` on; the index behind them."""
        words, given = self.words, parts.given
        while at + 1 < len(words) and len(given) < 4 and _INITIALS.fullmatch(words.text[at]):
            nxt = words.text[at + 1]
            surname = parts.titled and nxt.istitle() and nxt.lower() in self.word_surnames  # 'Cllr L March'
            follows = self._capital(at + 1) or surname or _INITIALS.fullmatch(nxt) or nxt.lower() in self.particles
            if not follows or (self.title_end(at + 1) > at + 1 and nxt.lower() not in self.bare_titles):
                break
            if (
                words.text[at] == "A"
                and not given
                and (self.title_end(at + 1) > at + 1 or words.upto("HEAD", at + 1) > at + 1)
                and not (parts.titled and nxt.lower() in self.bare_titles)  # 'Mrs A Dean'
            ):
                break  # 'A Member asked'
            if words.text[at] == "A" and not given and self._shouts_on(at + 2):
                break  # 'A RESOLUTION AUTHORIZING THE FILING'
            if not given and self.behind_slash(at):
                break  # 'M/S Marr/Blake': moved, seconded
            if words.text[at].lower() in self.never and (len(words.text[at]) > 1 or nxt.lower() in self.never):
                break  # 'BE DIRECTED'
            given.append(at)
            at += 1
        return at

    def behind_slash(self, at: int) -> bool:
        """Is this word the end of letters such as 'M/S' and 'w/o'?"""
        words = self.words
        one = at > 1 and words.text[at - 1] == "/" and len(words.text[at - 2]) == 1 and words.text[at - 2].isalpha()
        return one and words.end[at - 2] == words.start[at - 1]

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

    def _capitals(self, at: int, parts: Parts, listed: bool) -> None:
        """Collect the capital words of the name from word `at` on."""
        words, caps = self.words, parts.caps
        while at < len(words) and len(caps) < 5 and at not in self.stops:
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
            elif self._capital(at) or self._month(at, word, parts, listed):
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

    def _month(self, at: int, word: str, parts: Parts, listed: bool) -> bool:
        """'June Parrot', 'Stephen May', 'Commissioner May': a word of the calendar where a name has to be."""
        words, caps = self.words, parts.caps
        if not words.text[at][:1].isupper():
            return False
        if caps:
            return (
                all(BARE_INITIAL.fullmatch(words.text[k]) for k in caps[1:])
                and (word in self.word_surnames or ((listed or parts.titled) and word == "street"))
                and words.text[caps[0]].lower() in self.forenames
            )
        if parts.titled and word in self.word_surnames:
            behind = words.text[at + 1 : at + 2]
            begins = parts.body == at or bool(parts.given)
            return begins and not (behind and behind[0][:1].isdigit())  # 'the Mayor, May 2022'
        return listed and word in self.ambiguous and self._capital(at + 1)

    def _inside(self, at: int, parts: Parts) -> int:
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
        initials = at + 1
        while initials < min(len(words), at + 3) and BARE_INITIAL.fullmatch(words.text[initials]):
            initials += 1  # 'Ada J Bell', 'Thomas A R Bell'
        middle = initials > at + 1 and not parts.given and len(caps) == 1
        behind = words.text[initials] if middle and initials < len(words) else ""
        surname = behind.istitle() and behind.lower() in self.word_surnames
        if middle and (self._capital(initials) or surname) and self.title_end(initials) == initials:
            caps += range(at + 1, initials)
            return initials - 1
        return at

    def _bracketed_initial(self, parts: Parts) -> None:
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
