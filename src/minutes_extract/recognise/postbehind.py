"""The post or the firm that a list prints behind a name: ', Head of Roads', '- Clerk', ', Wexmoor Trust'."""

from __future__ import annotations

from bisect import bisect_left

from minutes_extract.likeness import title_rank
from minutes_extract.recognise.brackets import STANDS_FOR, BracketReader
from minutes_extract.recognise.entries import Entry, fits
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.roster import Name

_STRETCH = 80  # words

# Titles of courtesy. Any other title is an office, and in a list of such the next post is that of the next one.
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "revd"))


class PostBehindReader:
    """Reads the post of a person that begins at a word behind the name."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader, brackets: BracketReader) -> None:
        self.words = words
        self.names = names
        self.posts = posts
        self.brackets = brackets
        self._stops = [k for k, word in enumerate(words.text) if word == ";" or "\n" in word]

    def read(self, entry: Entry, at: int, end: int) -> int | None:
        """The post, or the firm, behind the name; None where something else follows."""
        words = self.words
        line_end = self.line_end(at, end)
        if entry.post_first and words.text[at] in (",", ":"):
            return None
        if words.text[at] in ("-", "–", ",") and STANDS_FOR.match(" ".join(words.text[at + 1 : at + 8])):
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

    def line_end(self, at: int, end: int) -> int:
        """Index at which the line ends, or a stretch of it that is longer than any post."""
        upto = min(end, at + _STRETCH)
        k = bisect_left(self._stops, at)
        return min(self._stops[k], upto) if k < len(self._stops) else upto

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

    def _substitute(self, entry: Entry, at: int, line_end: int) -> int | None:
        """'E Sewell - substitute for J A West'."""
        if not self.words.text[at].lower().startswith("substitut"):
            return None
        stood_for = next(
            (n for k in range(at + 1, min(at + 6, line_end)) if (n := self.brackets.stood_for(k)) is not None), None
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
                and fits(words.text[k + 1], entry.name)
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
        """'Wye (Chair) Acting Clerk, Mr N Tarn', 'Mayor Bell, Council President Ada Fell', 'Roy Dunn (RD), Treasurer
        Jo Keel (JK)': the next one's post."""
        words = self.words
        found = self.posts.named_behind(at, end)
        if found is None:
            return mark == "," and self._row_of_surnames(entry, at, end)
        before = words.text[found[0].first - 1]
        apart = before in ("(", ",", "-", ":")
        if not mark:
            elected = entry.name is not None and title_rank(entry.name.title) == 0
            return apart if entry.roles else elected and not apart and found[0].title is None
        parallel = (
            entry.post_first
            or words.text[at].islower()
            or words.text[at - 1] in ("and", "&")
            or bool(entry.name and entry.name.title and entry.name.title.rstrip(".").lower() not in _COURTESY)
            or self._closes(entry, found[0])
            or (entry.initials is not None and words.text[found[0].last : found[0].last + 1] == ["("])
        )
        return (
            mark == ","
            and not apart
            and parallel
            and not words.space[found[0].first - 1]
            and found[0].title not in ("Mr", "Mrs", "Ms")
        )

    def _row_of_surnames(self, entry: Entry, at: int, end: int) -> bool:
        """'Supervisor Bell, Clerk Dunn, Trustees Fell and Orton': posts and surnames alone, each before its own."""
        words, name = self.words, entry.name
        head = self.posts.head_in(at, min(end, at + 6))
        if name is None or name.given or head is None or not (entry.post_first or name.title):
            return False
        last = words.upto("HEAD", head)
        if not words.may_name(last, last + 1):
            return False
        return last + 1 >= end or words.space[last + 1] or words.text[last + 1] in (",", ";", ".", "and", "&")

    def _closes(self, entry: Entry, name: Name) -> bool:
        """'Councillors Ada Bell and Roy Dunn, Town Manager Jo Keel': 'and' closes the list before the post."""
        return bool(name.sure and name.given) and self.words.text[entry.first - 1 : entry.first] in (["and"], ["&"])

    def _someone(self, at: int) -> bool:
        """Does a person begin here, and not a post?"""
        words = self.words
        other = self.names.read(at)
        if other is None or not other.sure or not (other.title or other.given):
            return False
        if words.upto("HEAD", other.first) > max(other.name_first, other.first):
            return False
        civil = bool(other.title) and words.upto("HEAD", other.first) == other.first
        surname = words.text[other.last - 1].lower() in self.names.also_surname  # 'Ann Champion'
        called = bool(other.given) and other.given[0].lower() in self.names.forenames
        upto = other.last - 1 if surname and called else other.last
        headed = any(words.upto("HEAD", k) > k for k in range(other.name_first, upto))
        return not headed or other.initials_only or civil or bool(other.title and other.given)

    def _firm(self, at: int, line_end: int) -> int | None:
        """Index behind a run of capital words that names an organisation."""
        words = self.words
        k = at
        if words.text[k : k + 1] and words.text[k] in ("and", "&"):
            return None  # 'Brenda Rowan, and Bill Tarrow'
        while k < line_end and (
            words.text[k][:1].isupper() or words.text[k].lower() in ("of", "and", "for", "the", "&", "'s")
        ):
            k += 1
        plain = [j for j in range(at, k) if words.text[j].lower() not in self.names.also_surname]
        named = any(words.upto(label, j) > j for j in plain for label in ("ORG", "BODY"))
        if k <= at + 1 or not named or self.names.read(at, listed=True) is not None:
            return None
        return k if self.posts.head_in(at, k) is None else None

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
