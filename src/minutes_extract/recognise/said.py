"""What stands behind a name in a list: post, bracket, initials, ward, party, times, 'was in attendance'."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from minutes_extract.likeness import title_rank
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.roster import Name

_STRETCH = 80  # words
_TIME = r"\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?"
FROM = re.compile(rf"(?:from|arrived(?: at)?|joined(?: at)?|after)\s+(?:item \w+,? )?(?P<time>{_TIME})", re.IGNORECASE)
UNTIL = re.compile(rf"(?:until|to|left(?: at)?|till)\s+(?:item \w+,? )?(?P<time>{_TIME})", re.IGNORECASE)
_REPLACED = re.compile(  # '(substitute: Councillor Bray)', '(replaced by Mr Carr)', '(no substitute)'
    r"(?P<none>no |without (?:a )?)?(?:named )?(?:sub(?:stitute)?|deputy)(?(none)|\s*[:-])|(?:substituted|replaced|represented) by\b",
    re.IGNORECASE,
)
# '(Ms H Horn attended as substitute)', '(Mr D Wren, Medical Director, attended in his absence)'
_CAME_FOR = re.compile(
    r"\b(?:attended|attending|substitut(?:ed|ing)|deputi[sz](?:ed|ing)|present|acted|came)\b(?: as (?:a |the |his |her )?(?:named )?(?:substitute|deputy)| (?:in|on) (?:his|her|their) (?:absence|place|behalf|stead)| for (?:him|her|them))?$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:substitut(?:e|ed|ing)(?! by)|deputi[sz]ing|proxy|on behalf of|in place of|for)\b.{0,12}?\b(?:for|of)?\s*(?=[A-Z])",
    re.IGNORECASE,
)
_CHAIRED = re.compile(r"(?:was )?(?:in|took) the chair|presiding|presided|chairing", re.IGNORECASE)
_HOW = re.compile(
    r"acting|initially|remote(?:ly)?|virtual(?:ly)?|online|(?:via |by )?(?:zoom|teams|phone)", re.IGNORECASE
)
_PARTY = re.compile(
    r"(?:con|cons|conservative|lab|labour|ld|lib ?dem|liberal democrats?|lib|green|grn|ind|independent|ukip|reform|snp|"
    r"pc|plaid cymru|dup|uup|sf|sinn f[eé]in|sdlp|alliance|tuv|ff|fg|fianna f[aá]il|fine gael|co-op|"
    r"labour and co-operative)(?: (?:group|party))?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}")
_SAYS = re.compile(
    r"(?P<also>,? ?(?:was|were)? ?(?:also )?in attendance\b|,? ?(?:was|were) also present\b)|"
    r",? ?(?:was|were) present\b",
    re.IGNORECASE,
)
_CELL = {
    "present": "present",
    "attended": "present",
    "apologies": "apologies",
    "apology": "apologies",
    "absent": "absent",
}


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
    post_first: bool = False
    replaced_by: Name | None = None  # who came in place of them
    told_role: str | None = None  # by the label of the list: 'In the Chair: ...'
    of_all: bool = False  # 'were in attendance' is said of everyone in the sentence
    own_line: bool = False  # a new line of the list begins with it
    also: bool = False  # 'Also' stands before it
    listed: int = -1  # the word with which its list begins


class SaidReader:
    """Reads what a list says of a person behind the name."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader) -> None:
        self.words = words
        self.names = names
        self.posts = posts
        self._stops = [k for k, word in enumerate(words.text) if word == ";" or "\n" in word]

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
            if word.lower() in ("presiding", "chairing"):
                entry.told_role = "Presiding"
                at = entry.last = at + 1
                continue
            if word == "," and words.text[at + 1 : at + 2] == ["("] and not entry.roles:
                at += 1  # 'J A Lough, (Chief Executive) J J Toal'
                word = "("
            stop = (
                self._bracket_at(entry, at, end)
                if word in ("(", "[")
                else self._cell(entry, at) or self._post_said(entry, at, end)
            )
            if stop is None:
                break
            at = entry.last = stop
        if not prose:
            self.presence(entry, end)

    def replaced(self, at: int) -> bool:
        """Does a bracket begin at word `at` that tells who came in place of the person?"""
        return self.words.text[at : at + 1] == ["("] and bool(
            _REPLACED.match(" ".join(self.words.text[at + 1 : at + 4]))
        )

    def may_be_post(self, name: Name) -> bool:
        """Capital words that can be the beginning of a post ('Acting Chief Executive, Mr N Tarn')."""
        words = self.words
        if name.title is not None:
            return words.upto("HEAD", name.first) > name.name_first
        if any(words.upto(label, k) > k for k in range(name.first, name.name_last) for label in ("HEAD", "MODIFIER")):
            initial = name.initials_only and words.text[name.first] != "A"  # 'M Reeve', but 'A Clerk'
            return not initial and words.text[name.first].lower() not in self.names.forenames
        return (
            words.upto("HEAD", name.last) > name.last
            and words.text[name.first].lower() not in self.names.forenames
            and not name.sure
        )

    def _reach(self, at: int, end: int) -> int:
        """Index at which a post that begins at `at` has to stop: the end of the line, or of the next one if wrapped."""
        words = self.words
        line_end = self.line_end(at, end)
        if line_end + 1 >= end or words.text[line_end] == ";" or words.text[line_end - 1] in (".", ":", ")", ","):
            return line_end
        nxt = line_end + 1
        next_end = self.line_end(nxt, end)
        for k in range(nxt, next_end):
            if words.space[k] or words.text[k] in ("(", "-", "–"):
                return k if k > nxt else line_end
            if k == nxt and (not words.text[k][:1].isupper() or (self.names.read(k, listed=True) and self._opens(k))):
                return line_end
            if words.text[k] in (":", ",") or words.upto("PLURAL", k) > k:
                return line_end
        return next_end if next_end - nxt <= 6 else line_end

    def _opens(self, at: int) -> bool:
        """Does the line begin with a person, not with two words of a post?"""
        name = self.names.read(at, listed=True)
        return name is not None and (name.sure or not self.may_be_post(name))

    def line_end(self, at: int, end: int) -> int:
        """Index at which the line ends, or a stretch of it that is longer than any post."""
        upto = min(end, at + _STRETCH)
        k = bisect_left(self._stops, at)
        return min(self._stops[k], upto) if k < len(self._stops) else upto

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
        close = next((k for k in range(at + 1, min(end, at + 40)) if words.text[k] in (")", "]")), None)
        if close is None:
            return None
        self._bracket(entry, at + 1, close)
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
            and _INITIALS.fullmatch(word)
            and apart
            and words.upto("HEAD", at) == at
            and _fits(word, entry.name)
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
        return len(named) > 1 and self.words.text[at] == "".join(w[0] for w in named).upper()

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

    def _post_said(self, entry: Entry, at: int, end: int) -> int | None:
        """The post, or the firm, behind the name; None where something else follows."""
        words = self.words
        line_end = self.line_end(at, end)
        if entry.post_first and words.text[at] in (",", ":"):
            return None
        if words.text[at] in ("-", "–", ",") and _FOR.match(" ".join(words.text[at + 1 : at + 8])):
            return self._substitute(entry, at + 1, line_end)
        post_at = at + 1 if words.text[at] in (",", "-", "–", ":", "|") else at
        while post_at < line_end and words.space[post_at]:
            post_at += 1
        if words.text[at] == "." and at + 1 < line_end and self._post_here(entry, at + 1, end, ".") == line_end:
            post_at = at + 1  # 'Mr S. Toal. Senior Executive Engineer': a comma that was misread
        stop = self._post_here(entry, post_at, end, words.text[at] if post_at > at else "")
        if stop is not None:
            stop = self._without_initials(entry, post_at, stop)
            entry.roles.append((post_at, stop))
            return stop
        if (
            words.text[at] == ","
            and entry.represents is None
            and not entry.roles
            and (firm := self._firm(post_at, line_end)) is not None
        ):
            entry.represents = " ".join(words.text[post_at:firm])
            return firm
        return None

    def _substitute(self, entry: Entry, at: int, line_end: int) -> int | None:
        """'E Seward - substitute for J A Watt'."""
        if not self.words.text[at].lower().startswith("substitut"):
            return None
        stood_for = next(
            (n for k in range(at + 1, min(at + 6, line_end)) if (n := self._stood_for(k)) is not None), None
        )
        if stood_for is None or stood_for.last > line_end:
            return None
        entry.stands_for = stood_for
        return stood_for.last

    def _without_initials(self, entry: Entry, at: int, stop: int) -> int:
        words = self.words
        for k in range(at + 1, stop - 1):
            if (
                words.text[k] == "("
                and entry.name is not None
                and words.text[k + 2 : k + 3] == [")"]
                and _fits(words.text[k + 1], entry.name)
            ):
                return k
        return stop

    def _post_here(self, entry: Entry, at: int, end: int, mark: str) -> int | None:
        """Index behind the post that begins at word `at`, or None. `mark`: the comma or dash before it."""
        words = self.words
        if at >= end or (not mark and words.text[at].lower() in ("and", "&")) or not words.text[at][:1].isalpha():
            return None
        if words.text[at] == "Also" or (not mark and words.text[at] == "The"):
            return None  # 'County Cllr A Tull The Town Clerk was in attendance'
        line_end = self._reach(at, end)
        while at < line_end and words.text[at].lower() in ("the", "as", "our", "and", "&"):
            at += 1
        if at >= line_end or self._someone(at):
            return None
        head = self.posts.head_in(at, min(line_end, at + 10))
        if head is None or words.upto("PLURAL", at) > at:
            return None
        for k in range(at, head):
            word = words.text[k]
            if word in (",", ".", "(", ")", ";") or (word == "and" and words.text[k + 1] == "the"):
                return None
            if (
                not word[:1].isupper()
                and word not in ("and", "&", "of", "for", "-", "–", "to", "the", "/")
                and words.upto("MODIFIER", k) == k
            ):
                return None
        if self._of_next(entry, at, end, mark):
            return None
        post = self.posts.post(head, line_end, listed=True)
        return self._before_next(at, post.last) if post is not None and post.last > at else None

    def _before_next(self, at: int, stop: int) -> int:
        """'Chairman and Guy Lund': where the post ends at which 'and' joins a person to the one before."""
        for k in range(at + 1, stop):
            name = self.names.read(k + 1, listed=True) if self.words.text[k] in ("and", "&") else None
            if name is not None and (name.sure or (name.given and name.given[0].lower() in self.names.ambiguous)):
                return k
        return stop

    def _of_next(self, entry: Entry, at: int, end: int, mark: str) -> bool:
        """'Wye (Chair) Acting Clerk, Mr N Tarn', 'Mayor Bell, Council President Ada Fell': the next one's post."""
        words = self.words
        found = self.posts.named_behind(at, end)
        if found is None:
            return False
        before = words.text[found[0].first - 1]
        apart = before in ("(", ",", "-", ":")
        if not mark:
            elected = entry.name is not None and title_rank(entry.name.title) == 0
            return apart if entry.roles else elected and not apart and found[0].title is None
        parallel = (
            entry.post_first
            or words.text[at].islower()
            or words.text[at - 1] in ("and", "&")
            or bool(entry.name and entry.name.title and title_rank(entry.name.title) == 0)
        )
        return (
            mark == ","
            and not apart
            and parallel
            and not words.space[found[0].first - 1]
            and found[0].title not in ("Mr", "Mrs", "Ms")
        )

    def _someone(self, at: int) -> bool:
        """Does a person begin here, and not a post?"""
        words = self.words
        other = self.names.read(at)
        if other is None or not other.sure or not (other.title or other.given):
            return False
        if words.upto("HEAD", other.first) > max(other.name_first, other.first):
            return False
        civil = bool(other.title) and words.upto("HEAD", other.first) == other.first
        headed = any(words.upto("HEAD", k) > k for k in range(other.name_first, other.last))
        return not headed or other.initials_only or civil or bool(other.title and other.given)

    def _firm(self, at: int, line_end: int) -> int | None:
        """Index behind a run of capital words that names an organisation."""
        words = self.words
        k = at
        if words.text[k : k + 1] and words.text[k] in ("and", "&"):
            return None  # 'Brenda Rubin, and Bill Tuttle'
        while k < line_end and (
            words.text[k][:1].isupper() or words.text[k].lower() in ("of", "and", "for", "the", "&", "'s")
        ):
            k += 1
        plain = [j for j in range(at, k) if words.text[j].lower() not in self.names.also_surname]
        named = any(words.upto(label, j) > j for j in plain for label in ("ORG", "BODY"))
        if k <= at + 1 or not named or self.names.read(at, listed=True) is not None:
            return None
        return k if self.posts.head_in(at, k) is None else None

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

    def _bracket(self, entry: Entry, start: int, close: int) -> None:
        """What a bracket behind a name says: a post, initials, party, time, whom they stand in or speak for."""
        words = self.words
        if close <= start:
            return
        if (
            words.text[start + 1 : start + 2] in ([","], [";"])
            and entry.name is not None
            and _fits(words.text[start], entry.name)
        ):
            entry.initials = words.text[start]  # '(JF, Clerk)'
            start += 2
        text = " ".join(words.text[start:close]).replace(" ,", ",").replace(" - ", "-")
        if _CHAIRED.fullmatch(text):
            entry.told_role = "Presiding"
            return
        if match := FROM.search(text):
            entry.arrived = (match["time"], start, close)
            return
        if match := UNTIL.match(text):
            entry.left = (match["time"], start, close)
            return
        if _CAME_FOR.search(text) and (stood := self._stood_for(start)) is not None:
            entry.replaced_by = stood
            return
        if replaced := _REPLACED.match(text):
            if replaced["none"] is None:
                entry.replaced_by = next(
                    (n for k in range(start, close) if (n := self._stood_for(k)) is not None), None
                )
            return
        if _FOR.match(text):
            entry.stands_for = next((n for k in range(start, close) if (n := self._stood_for(k)) is not None), None)
        if entry.stands_for is not None or text.lower().startswith("representing"):
            entry.represents = entry.represents or (None if entry.stands_for else text)
        elif self._names_post(start, close) or text.lower().startswith("proxy"):
            entry.roles += self._posts_of(start + 1 if words.text[start] == "as" else start, close)
        elif _PARTY.fullmatch(text):
            entry.party = text
        elif (
            entry.name is not None
            and _INITIALS.fullmatch(text)
            and (_fits(text, entry.name) or _short(text, entry.name))
        ):
            entry.initials = text
        elif text[:1].isupper() and not _HOW.fullmatch(text):
            entry.represents = text

    def _names_post(self, start: int, close: int) -> bool:
        """'(Chair)', '(vice chair)', '(as Clerk)', but not '(on a councillor training course)'."""
        words = self.words
        first = words.text[start]
        opens = first[:1].isupper() or words.upto("HEAD", start) > start or words.upto("MODIFIER", start) > start
        return (opens or first in ("as", "the", "our")) and self.posts.head_in(start, close) is not None

    def _stood_for(self, k: int) -> Name | None:
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


def _short(initials: str, name: Name) -> bool:
    """Are these two letters, the last of them of the surname ('Bob Keel (RK)': he was christened Robert)?"""
    return len(initials) == 2 and bool(name.given) and initials[1] == name.family[:1].upper()


def _fits(initials: str, name: Name) -> bool:
    """Could these be the initials of the name ('JB' of Jo Brewer, 'DHO' of Dave Horkan)?"""
    words = [w for w in (*name.given, *re.split(r"[ -]", name.family)) if w]
    if not words or len(initials) < 2 or not initials.isupper():
        return False
    full = "".join(w[0] for w in words).upper()
    return (
        initials == full
        or (initials[0] == full[0] and initials[1] in full[1:])
        or (initials[0] == full[0] and len(initials) == 3)
    )
