"""Lists of people: each entry is a name with title, post, ward, party or initials, or a post without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import Name, NameReader
from minutes_extract.recognise.roles import PostReader

_SEPARATORS = frozenset((",", ";", "and", "&", ".", "•", "*", "|", "-", "–", "+", ":", "/", "with", "plus"))
_TIME = r"\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?"
_FROM = re.compile(rf"(?:from|arrived(?: at)?|joined(?: at)?|after)\s+(?P<time>{_TIME})", re.IGNORECASE)
_UNTIL = re.compile(rf"(?:until|to|left(?: at)?|till)\s+(?P<time>{_TIME})", re.IGNORECASE)
_FOR = re.compile(r"(?:substitut(?:e|ed|ing)|deputi[sz]ing|proxy|on behalf of|in place of|for)\b.{0,12}?\b(?:for|of)?\s*(?=[A-Z])", re.IGNORECASE)
_PARTY = re.compile(
    r"(?:con|cons|conservative|lab|labour|ld|lib ?dem|liberal democrats?|lib|green|grn|ind|independent|ukip|reform|snp|pc|plaid cymru|dup|uup|sf|"
    r"sinn f[eé]in|sdlp|alliance|tuv|ff|fg|fianna f[aá]il|fine gael|co-op|labour and co-operative)(?: (?:group|party))?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}")
_CODES = frozenset(("P", "A", "S", "L", "AP", "✓", "Y", "N", "X"))


@dataclass(slots=True)
class Entry:
    """One person or post of a list, as read."""

    name: Name | None
    roles: list[tuple[int, int]] = field(default_factory=list)  # word ranges
    initials: str | None = None
    party: str | None = None
    represents: str | None = None
    arrived: tuple[str, int, int] | None = None  # time as printed, and the words that say so
    left: tuple[str, int, int] | None = None
    stands_for: Name | None = None
    first: int = 0
    last: int = 0
    attendance: str | None = None
    kind: str | None = None
    rule: str = "recognise.list"


class ListReader:
    """Reads lists of people, each piece of which must be a person, a post or something said of one."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader) -> None:
        self.words = words
        self.names = names
        self.posts = posts

    def read(self, start: int, end: int, prose: bool = False) -> tuple[list[Entry], int, int]:
        """Entries among words start..end, the index where reading stopped, and the number of words left unread.

        `prose`: the list stands in a sentence and ends with the first word that no entry can hold.
        """
        words = self.words
        entries: list[Entry] = []
        at, unread, plural, closing = start, 0, False, False
        while at < end:
            word = words.text[at]
            if words.space[at] or word in _SEPARATORS or word.lower() in ("the", "also", "together"):
                if prose and word == "." or "\n" in word and prose:
                    break
                closing = word in ("and", "&")
                plural = plural and not ("\n" in word or word == ";")
                at += 1
                continue
            title_end = self.names.title_end(at)
            is_plural = any(words.upto("PLURAL", k) > k for k in range(at, title_end)) or words.upto("PLURAL", at) > at
            entry = self._entry(at, end, plural or is_plural, prose)
            if entry is None:
                if prose:
                    break
                unread += 1
                at += 1
                continue
            entries.append(entry)
            plural = (plural or is_plural) and not closing
            closing = False
            at = max(entry.last, at + 1)
        return entries, at, unread

    def _entry(self, at: int, end: int, plural: bool, prose: bool) -> Entry | None:
        words = self.words
        name = self.names.read(at, plural=plural, listed=not prose)
        line_end = self._line_end(at, end)
        if name is not None and name.last <= end and not (not name.sure and not plural and self._is_post(name, line_end)):
            entry = Entry(name, first=at, last=name.last)
            self._said_of(entry, end, prose)
            return entry
        if prose and words.upto("HEAD", at) == at and words.upto("MODIFIER", at) == at and not words.text[at][:1].isupper():
            return None
        head = self.posts.head_in(at, min(line_end, at + 12))
        if head is None or any(words.text[k] in (",", ".", "(") for k in range(at, head)):
            return None
        return self._post_first(at, head, line_end, end, prose)

    def _is_post(self, name: Name, line_end: int) -> bool:
        """Two capital words that are the beginning of a post ('Acting Chief Executive, Mr N Taylor')."""
        words = self.words
        return any(words.upto(label, k) > k for k in range(name.first, name.last) for label in ("HEAD", "MODIFIER")) or (
            words.upto("HEAD", name.last) > name.last and words.text[name.first].lower() not in self.names.forenames
        )

    def _post_first(self, at: int, head: int, line_end: int, end: int, prose: bool) -> Entry | None:
        """'Group Manager: Asset Management, Mr C Thew', 'Committee Secretary (Mrs C Hilton)', or a post alone."""
        words = self.words
        behind = words.upto("HEAD", head)
        for k in range(behind, min(line_end, behind + 24)):
            name = self.names.read(k)
            if name is not None and (name.title or name.given) and name.sure and words.text[k - 1] in ("(", ",", "-", "–", ":", "\t") or (
                name is not None and name.title and k > behind
            ):
                assert name is not None
                entry = Entry(name, first=at, last=name.last)
                stop = k
                while stop > at and words.text[stop - 1] in ("(", ",", "-", "–", ":", "[") or words.space[stop - 1]:
                    stop -= 1
                entry.roles.append((at, stop))
                if words.text[k - 1] == "(" and name.last < len(words) and words.text[name.last] == ")":
                    entry.last = name.last + 1
                self._said_of(entry, end, prose)
                return entry
            if name is not None and k == behind and not words.space[k] and name.sure and len(name.given) >= 1:
                entry = Entry(name, first=at, last=name.last)  # 'City Recorder Leanne Moll'
                entry.roles.append((at, behind))
                self._said_of(entry, end, prose)
                return entry
        post = self.posts.post(head, line_end, listed=True)
        if post is None or post.first > at:
            return None
        if post.last - post.first == 1 and words.text[head].lower() in ("councillor", "member", "resident", "representative", "officer", "alderman"):
            return None
        return Entry(None, [(at, post.last)], first=at, last=post.last)

    def _line_end(self, at: int, end: int) -> int:
        words = self.words
        return next((k for k in range(at, end) if words.space[k] and "\n" in words.text[k] or words.text[k] == ";"), end)

    def _said_of(self, entry: Entry, end: int, prose: bool) -> None:
        """What stands behind a name: brackets, a post behind a comma or a dash, columns."""
        words = self.words
        at = entry.last
        line_end = self._line_end(at, end)
        while at < line_end:
            word = words.text[at]
            if word in ("(", "["):
                close = next((k for k in range(at + 1, min(end, at + 40)) if words.text[k] in (")", "]")), None)
                if close is None:
                    break
                self._bracket(entry, at + 1, close)
                at = entry.last = close + 1
                continue
            if words.space[at] and "\n" not in word:
                at += 1
                continue
            if entry.initials is None and _INITIALS.fullmatch(word) and not entry.roles and words.space[at - 1] and entry.name is not None and _fits(word, entry.name):
                entry.initials = word
                at = entry.last = at + 1
                continue
            if word in _CODES and at + 1 <= line_end and (at + 1 == line_end or words.text[at + 1] in _CODES or words.space[at + 1]):
                at = entry.last = at + 1
                continue
            post_at = at + 1 if word in (",", "-", "–", ":", "|") and at + 1 < line_end else at
            while post_at < line_end and words.space[post_at] and "\n" not in words.text[post_at]:
                post_at += 1
            stop = self._post_here(post_at, line_end, prose)
            if stop is None:
                break
            entry.roles.append((post_at, stop))
            at = entry.last = stop
        return None

    def _post_here(self, at: int, line_end: int, prose: bool) -> int | None:
        """Index behind the post that begins at word `at`, or None where none does."""
        words = self.words
        if at >= line_end:
            return None
        if words.text[at].lower() in ("the", "as", "our"):
            at += 1
        other = self.names.read(at)
        if other is not None and other.sure and (other.title or other.given) and not any(
            words.upto("HEAD", k) > k for k in range(other.first, other.last)
        ):
            return None
        head = self.posts.head_in(at, min(line_end, at + 10))
        if head is None:
            return None
        if any(words.text[k] in (",", ".", "(", ")", ";") or (not words.text[k][:1].isupper() and words.text[k] not in ("and", "&", "of", "for", "-", "–", "to", "the") and words.upto("MODIFIER", k) == k) for k in range(at, head)):
            return None
        post = self.posts.post(head, line_end, listed=True)
        return post.last if post is not None and post.last > at else None

    def _bracket(self, entry: Entry, start: int, close: int) -> None:
        """What a bracket behind a name says: a post, initials, party, time, whom the person stands in for, whom they speak for."""
        words = self.words
        if close <= start:
            return
        text = " ".join(words.text[k] for k in range(start, close)).replace(" ,", ",").replace(" - ", "-")
        if match := _FROM.search(text):
            entry.arrived = (match["time"], start, close)
            return
        if match := _UNTIL.match(text):
            entry.left = (match["time"], start, close)
            return
        if _FOR.match(text):
            for k in range(start, close):
                name = self.names.read(k, plural=True)
                if name is not None and words.text[k][:1].isupper() and words.upto("HEAD", k) == k:
                    entry.stands_for = name
                    break
        if self.posts.head_in(start, close) is not None:
            entry.roles.append((start, close))
        elif entry.stands_for is not None:
            return
        elif _PARTY.fullmatch(text):
            entry.party = text
        elif entry.name is not None and _INITIALS.fullmatch(text) and _fits(text, entry.name):
            entry.initials = text
        elif text[:1].isupper():
            entry.represents = text


def _fits(initials: str, name: Name) -> bool:
    """Could these be the initials of the name ('JB' of Jo Bruce, 'DHO' of Dave Horkan)?"""
    words = [w for w in (*name.given, *re.split(r"[ -]", name.family)) if w]
    if not words or len(initials) < 2:
        return False
    full = "".join(w[0] for w in words).upper()
    return initials == full or (initials[0] == full[0] and initials[1] in full[1:]) or (initials[0] == full[0] and len(initials) == 3)
