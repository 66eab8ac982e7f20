"""What a bracket behind a name says: a post, initials, party, times, whom they stand in or speak for."""

from __future__ import annotations

import re

from minutes_extract.later import later
from minutes_extract.recognise.entries import INITIALS, Entry, fits, short
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.roster import Name
from minutes_extract.rules import Patterns

_TIME = r"\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?"
FROM = later(rf"(?:from|arrived(?: at)?|joined(?: at)?|after)\s+(?:item \w+,? )?(?P<time>{_TIME})", re.IGNORECASE)
UNTIL = later(rf"(?:until|to|left(?: at)?|till)\s+(?:item \w+,? )?(?P<time>{_TIME})", re.IGNORECASE)
REPLACED = later(  # '(substitute: Councillor Bray)', '(replaced by Mr Carr)', '(no substitute)'
    r"(?P<none>no |without (?:a )?)?(?:named )?(?:sub(?:stitute)?|deputy)(?(none)|\s*[:-])|(?:substituted|replaced|represented) by\b",
    re.IGNORECASE,
)
# '(Ms H Horn attended as substitute)', '(Mr D Wren, Medical Director, attended in his absence)'
_CAME_FOR = later(
    r"\b(?:attended|attending|substitut(?:ed|ing)|deputi[sz](?:ed|ing)|present|acted|came)\b(?: as (?:a |the |his |her )?(?:named )?(?:substitute|deputy)| (?:in|on) (?:his|her|their) (?:absence|place|behalf|stead)| for (?:him|her|them))?$",
    re.IGNORECASE,
)
STANDS_FOR = later(
    r"(?:substitut(?:e|ed|ing)(?! by)|deputi[sz]ing|proxy|on behalf of|in place of|for)\b.{0,12}?\b(?:for|of)?\s*(?=[A-Z])",
    re.IGNORECASE,
)
_CHAIRED = later(r"(?:was )?(?:in|took) the chair|presiding|presided|chairing", re.IGNORECASE)
_HOW = later(r"acting|initially|remote(?:ly)?|virtual(?:ly)?|online|(?:via |by )?(?:zoom|teams|phone)", re.IGNORECASE)
# '(Apologies)' behind one name among those present, '(absent)'
_AWAY = later(
    r"(?:(?:sent|with|gave) )?(?P<apologies>apolog(?:y|ies)|regrets)(?: (?:sent|received|given))?|absent|excused|not present",
    re.IGNORECASE,
)
_REASON = later(
    r"(?:(?:prior|other|previous) )?\b(?:meeting|business|engagement|commitments?|holiday|illness|leave|work)$",
    re.IGNORECASE,
)
_POST_INITIALS = frozenset(("MP", "MEP", "AM", "MS"))  # posts that 'Mary Paget (MP)' may have for initials


class BracketReader:
    """Reads the words of one bracket and enters what they say of the person before it."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader, patterns: Patterns) -> None:
        self._party = patterns.regex(r"{party}(?: (?:group|party))?")
        self.words = words
        self.names = names
        self.posts = posts

    def read(self, entry: Entry, start: int, close: int) -> None:
        """What a bracket behind a name says: a post, initials, party, time, whom they stand in or speak for."""
        words = self.words
        if close <= start:
            return
        if (
            words.text[start + 1 : start + 2] in ([","], [";"])
            and entry.name is not None
            and fits(words.text[start], entry.name)
        ):
            entry.initials = words.text[start]  # '(JF, Clerk)'
            start += 2
        text = " ".join(words.text[start:close]).replace(" ,", ",").replace(" - ", "-")
        if _CHAIRED.fullmatch(text):
            entry.told_role = "Presiding"
            return
        if (cut := self._in_chair_too(start, close)) < close:
            entry.told_role, close = "Presiding", cut  # '(Town Mayor, in the Chair)'
            text = " ".join(words.text[start:close])
        if away := _AWAY.fullmatch(text):
            entry.attendance = "apologies" if away["apologies"] else "absent"
            return
        if match := FROM.search(text):
            entry.arrived = (match["time"], start, close)
            return
        if match := UNTIL.match(text):
            entry.left = (match["time"], start, close)
            return
        if _CAME_FOR.search(text) and (stood := self.stood_for(start)) is not None:
            entry.replaced_by = stood
            return
        if replaced := REPLACED.match(text):
            if replaced["none"] is None:
                entry.replaced_by = next((n for k in range(start, close) if (n := self.stood_for(k)) is not None), None)
            return
        if STANDS_FOR.match(text):
            entry.stands_for = next((n for k in range(start, close) if (n := self.stood_for(k)) is not None), None)
        if entry.stands_for is not None or text.lower().startswith("representing"):
            entry.represents = entry.represents or (None if entry.stands_for else text)
        elif text in _POST_INITIALS and entry.name is not None and fits(text, entry.name):
            entry.initials = text
        elif self._names_post(start, close) or text.lower().startswith("proxy"):
            entry.roles += self._posts_of(start + 1 if words.text[start] == "as" else start, close)
        elif self._party.fullmatch(text):
            entry.party = text
        elif (
            entry.name is not None and INITIALS.fullmatch(text) and (fits(text, entry.name) or short(text, entry.name))
        ):
            entry.initials = text
        elif text[:1].isupper() and not _HOW.fullmatch(text) and not _REASON.search(text):
            entry.represents = text

    def _in_chair_too(self, start: int, close: int) -> int:
        """Where the words before 'in the Chair' end; `close` where the bracket does not end so."""
        words = self.words
        cut = close - 3
        if cut <= start or " ".join(words.text[cut:close]).lower() != "in the chair":
            return close
        while cut > start + 1 and words.text[cut - 1] in (",", "and", "-", "\u2013"):
            cut -= 1
        return cut

    def _names_post(self, start: int, close: int) -> bool:
        """'(Chair)', '(vice chair)', '(as Clerk)', but not '(on a councillor training course)'."""
        words = self.words
        first = words.text[start]
        opens = first[:1].isupper() or words.upto("HEAD", start) > start or words.upto("MODIFIER", start) > start
        return (opens or first in ("as", "the", "our")) and self.posts.head_in(start, close) is not None

    def stood_for(self, k: int) -> Name | None:
        words = self.words
        name = (
            self.names.read(k, plural=True)
            if words.text[k][:1].isupper() and words.upto("HEAD", k) <= self.names.title_end(k)
            else None
        )
        return name if name is not None and name.family.lower() not in ("substitute", "proxy") else None

    def _posts_of(self, start: int, close: int) -> list[tuple[int, int]]:
        """'(Leader and Chair)' holds two posts, '(Deputy Leader and Cabinet Member for Finance)' is printed as one."""
        words = self.words
        joint = next((k for k in range(start, close) if words.text[k] in ("and", "&")), None)
        if joint is not None and words.upto("HEAD", start) == joint and words.upto("HEAD", joint + 1) == close:
            return [(start, joint), (joint + 1, close)]
        return [(start, close)]
