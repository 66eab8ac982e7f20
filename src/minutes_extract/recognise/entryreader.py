"""One entry of a list of people: a name and what is said of it, a post and its holder, or a post alone."""

from __future__ import annotations

from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.postgrammar import Post
from minutes_extract.recognise.roles import PostReader
from minutes_extract.recognise.said import SaidReader
from minutes_extract.roster import Name

_PARTS = frozenset((",", ";", "and", "&"))  # what parts two entries of a list


class EntryReader:
    """Reads the person or post that begins at a word of a list."""

    def __init__(self, words: Words, names: NameReader, posts: PostReader, said: SaidReader) -> None:
        self.words = words
        self.names = names
        self.posts = posts
        self.said = said

    def read(self, at: int, end: int, plural: bool, prose: bool, further: bool) -> Entry | None:
        """The entry that begins at word `at`. `further`: the list has entries before it, which vouch for this one."""
        words = self.words
        name = self.names.read(at, plural=plural, listed=not prose)
        if name is not None and words.text[at - 1 : at] == ["the"] and words.upto("HEAD", at) > at:
            name = None  # 'Hewden and the Clerk'
        if prose and further and (name is None or not name.sure) and words.upto("HEAD", at) == at:
            listed = self.names.read(
                at, listed=True
            )  # 'Gary Mann and Dick Dillard': the list vouches for the further ones
            name = listed if listed is not None and listed.given and self._vouched(listed, end) else name
        if prose and name is None and words.text[at].lower() in self.names.ambiguous:
            name = self._with_post(at, end) or self._in_list(at)
        if name is None and (presiding := self._presiding(at, end, prose)) is not None:
            return presiding
        if name is not None and name.last > end:
            name = None
        if name is None or self.said.behind.may_be_post(name):
            first = self._post_first(at, end, prose)
            if first is not None:
                return first
            if name is not None and not name.sure and not plural and not (prose and further and name.given):
                name = None
        if name is not None:
            entry = Entry(name, first=at, last=name.last)
            self.said.read(entry, end, prose)
            return entry
        if prose and not words.text[at][:1].isupper():
            return None
        post = self._post_alone(at, self.said.behind.line_end(at, end))
        if post is not None and not prose:
            self.said.presence(post, end)
        return post

    def _presiding(self, at: int, end: int, prose: bool) -> Entry | None:
        """'Chairperson Pell, Commissioners Lund and Orton': a post and a surname that none knows, and the list goes on or ends."""
        words, stop = self.words, self.words.upto("POST", at)
        if stop == at or stop >= end or not words.text[at][:1].isupper():
            return None
        parted = stop + 1 < end and not prose and (words.text[stop + 1] in _PARTS or "\n" in words.text[stop + 1])
        if not words.may_name(stop, stop + 1) or not (stop + 1 == end or parted):
            return None
        name = self.names.read(stop, plural=True)
        return Entry(name, [(at, stop)], first=at, last=stop + 1, post_first=True) if name is not None else None

    def _with_post(self, at: int, end: int) -> Name | None:
        """'Mark Tilder, Head of Risk', 'Robin Keel - Chairman': a forename that is a word too, where a post behind the comma vouches for it."""
        words, name = self.words, self.names.read(at, listed=True)
        marks = ([","], ["("], ["-"], ["–"])
        if name is None or not name.given or words.text[name.last : name.last + 1] not in marks:
            return None
        vouched = self.posts.head_in(name.last + 1, min(end, name.last + 6)) is not None
        return name._replace(sure=True) if vouched else None

    def _in_list(self, at: int) -> Name | None:
        """'from Mark Redd and Liz Roe': a forename that is a word too, where a list goes on behind the surname."""
        name = self.names.read(at, listed=True)
        joined = (
            name is not None and name.given and self.words.text[name.last : name.last + 1] in ([","], [";"], ["and"])
        )
        return name._replace(sure=True) if name is not None and joined else None

    def _vouched(self, name: Name, end: int) -> bool:
        """Does the list go on behind the name, or with the post of this one ('Guy Lund committee member')?"""
        if self._ends_entry(name.last):
            return True
        member = "member" in self.words.text[name.last : name.last + 2]
        return member or self.posts.head_in(name.last, min(end, name.last + 3)) is not None

    def _ends_entry(self, at: int) -> bool:
        """Does what stands at word `at` end an entry of a list?"""
        return at >= len(self.words) or self.words.space[at] or self.words.text[at] in (",", ";", ".", "and", "&", "(")

    def _post_first(self, at: int, end: int, prose: bool) -> Entry | None:
        """'Group Manager: Asset Management, Mr C Thow', 'Committee Secretary (Mrs C Hilt)', 'Clerk: A Bell'."""
        words = self.words
        if words.upto("PLURAL", at) > at:
            return None
        found = self.posts.named_behind(at, end)
        if found is None or found[1] <= at:
            return None
        name, stop = found
        if (inner := self._label_before(at, stop)) is not None:
            return inner
        if (comma := self._first_of_row(Post(at, stop))) < stop:
            return Entry(None, [(at, comma)], first=at, last=comma)
        wrapped = any("\n" in words.text[k] for k in range(at, name.first))
        runs_on = words.text[at - 1 : at] == [","] and stop == name.first and not words.space[stop - 1]
        if wrapped and words.text[name.first - 1] != "(" and not runs_on and not self._line_of_post(at, stop):
            return None  # but 'Ms Orton, Public Works' / 'Director Rick Pell, Clerk Ann Dale' is one list that wraps
        entry = Entry(name, [(at, stop)], first=at, last=name.last, post_first=True)
        bracketed = words.text[name.first - 1] == "("
        if bracketed and name.last < len(words):
            entry.last = self.said.chaired(entry, name.last)  # 'Vice Chairman (Mr Pell, who took the chair)'
        if bracketed and entry.last < len(words) and words.text[entry.last] == ")":
            entry.last += 1
        elif (
            words.text[name.first - 1] not in (",", "-", ":")
            or self.said.replaced(entry.last)
            or words.text[entry.last : entry.last + 1] == ["("]
        ):
            self.said.read(entry, end, prose)
        return entry

    def _label_before(self, at: int, stop: int) -> Entry | None:
        """'Committee: Alex Simms (Chair) Sylvia Burn (Secretary)': a word that heads a run of people, and the first."""
        words = self.words
        colon = next((k for k in range(at, min(stop, at + 4)) if words.text[k] == ":"), None)
        if colon is None or self.posts.head_in(at, colon) is not None:
            return None
        entry = self.read(colon + 1, len(words), False, False, False)
        return entry if entry is not None and entry.name is not None and entry.name.first == colon + 1 else None

    def _line_of_post(self, at: int, stop: int) -> bool:
        """A line that holds a post and nothing else, its holder below: 'Deputy Chairperson'."""
        words = self.words
        begins = at == 0 or "\n" in words.text[at - 1] or words.text[at - 1] == ":" or words.space[at - 1]
        return begins and not any("\n" in words.text[k] for k in range(at, stop))

    def _post_alone(self, at: int, line_end: int) -> Entry | None:
        words = self.words
        head = self.posts.head_in(at, min(line_end, at + 12))
        if head is None or any(words.text[k] in (",", ".", "(", ":") for k in range(at, head)):
            return None
        post = self.posts.post(head, line_end, listed=True)
        if (
            post is None
            or post.first > at
            or (post.last - post.first == 1 and words.text[head].lower() in self.posts.generic)
        ):
            return None
        last = self._first_of_row(post)
        if (name := self._surname_behind(head, last)) is not None:
            return Entry(name, [(at, name.first)], first=at, last=name.last, post_first=True)
        return Entry(None, [(at, last)], first=at, last=last)

    def _first_of_row(self, post: Post) -> int:
        """Where the first post ends in 'Chief Executive, Corporate Director of Works, Head of Finance'."""
        words = self.words
        for comma in range(post.first, post.last):
            k = comma + 1
            while words.text[comma] == "," and k < post.last and words.upto("HEAD", k) == k < words.upto("MODIFIER", k):
                k = words.upto("MODIFIER", k)
            if words.text[comma] == "," and k < post.last and words.upto("HEAD", k) > k:
                return comma
        return post.last

    def _surname_behind(self, head: int, last: int) -> Name | None:
        """'Manager Herrick', 'Community Director Rowan': a surname behind the word for the post, and no word of a post."""
        words = self.words
        at = last - 1
        if at != words.upto("HEAD", head) or not words.may_name(at, last):
            return None
        return self.names.read(at, plural=True) if self._ends_entry(last) else None
