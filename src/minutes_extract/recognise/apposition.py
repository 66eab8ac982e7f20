"""Posts beside a name in the body: 'City Planner Carole Conn', 'Mr Wye, Head of Finance', 'Ada Penn MP'."""

from __future__ import annotations

from minutes_extract.recognise.scene import SceneReader
from minutes_extract.roster import Name

Range = tuple[int, int]  # words of a post

_BY = frozenset(("by", "-", "–"))  # before a post that does something


class PostsBeside(SceneReader):
    """Finds the posts right before and right behind a name."""

    def before(self, at: int) -> tuple[int, int] | None:
        """'City Planner Carole Conn', 'The Portfolio Holder for Roads, Councillor Fell': the post before a name."""
        words, taken = self.words, self.scene.taken
        end = at - 1 if at and words.text[at - 1] in (",", "-", "(") else at
        for k in range(max(0, end - 14), end):
            if taken[k] or words.upto("HEAD", k) == k or words.upto("NOBODY", k) > k:
                continue
            if end == at and (
                words.upto("HEAD", k) != at or words.upto("TITLE", k) == at or not words.text[k][:1].isupper()
            ):
                continue
            post = self.posts.post(k, end)
            if (
                post is None
                or post.last != end
                or any(taken[post.first : end])
                or words.text[k].lower() == "councillor"
            ):
                continue
            article = words.text[post.first - 1].lower() if post.first else ""
            generic = post.last - post.first == 1 and words.text[k].lower() in self.posts.generic
            if generic and (end == at or article != "the"):
                continue  # 'Member Ann Orton', but 'The Applicant, Mr Orton'
            if (
                end < at
                and article not in ("the", "our")
                and not (post.first == 0 or words.space[post.first - 1] or article in (".", ";", ")"))
            ):
                continue
            return post.first, end
        return None

    def behind(self, at: int) -> tuple[int, list[tuple[int, int]]]:
        """Posts behind a name: ', Head of Finance', '(Portfolio Holder for Adult Care)', ' MP'."""
        words = self.words
        roles: list[tuple[int, int]] = []
        if (
            at < len(words)
            and words.upto("NOMINAL", at) > at
            and words.upto("HEAD", at) > at
            and words.text[at].isupper()
        ):
            roles.append((at, at + 1))
            at += 1
        if (signed := self._signature(at)) is not None:
            return signed, [(at + 1, signed)]
        while at < len(words) and words.text[at] in (",", "("):
            found = self._in_brackets(at) if words.text[at] == "(" else self._behind_comma(at)
            if found is None:
                break
            roles.append((found[0], found[1]))
            at = found[2]
        return at, roles

    def acts(self, at: int, name: Name) -> bool:
        """'Roll call by Town Clerk Orla Rook.': two words that nothing else claims, between a post and a stop."""
        words = self.words
        if not at or words.text[at - 1].lower() not in _BY or name.last - name.name_first != 2:
            return False
        stops = name.last >= len(words) or words.space[name.last] or words.text[name.last] in (".", ",", ";")
        return stops and words.may_name(name.name_first, name.last)

    def _signature(self, at: int) -> int | None:
        """A line that holds the name alone, and a line below that holds the post alone."""
        words = self.words
        if at + 1 >= len(words) or not (words.space[at] and "\n" in words.text[at]):
            return None
        end = next(
            (k for k in range(at + 1, min(len(words), at + 9)) if words.space[k] and "\n" in words.text[k]), None
        )
        end = len(words) if end is None and len(words) - at < 9 else end
        head = self.posts.head_in(at + 1, end) if end is not None else None
        if end is None or head is None or words.text[head].lower() in self.posts.generic:
            return None
        post = self.posts.post(head, end)
        return end if post is not None and post.first == at + 1 and post.last == end else None

    def _in_brackets(self, at: int) -> tuple[int, int, int] | None:
        words = self.words
        close = next((k for k in range(at + 1, min(len(words), at + 24)) if words.text[k] == ")"), None)
        if close is None or self.posts.head_in(at + 1, close) is None or words.text[at + 1][:1].islower():
            return None
        if any(words.text[k][:1].isdigit() and len(words.text[k]) > 1 for k in range(at + 1, close)):
            return None
        return at + 1, close, close + 1

    def _behind_comma(self, at: int) -> tuple[int, int, int] | None:
        words = self.words
        nxt = at + 1
        while nxt < len(words) and words.text[nxt].lower() in ("the", "our", "as"):
            nxt += 1
        if nxt >= len(words):
            return None
        article = nxt > at + 1
        if words.text[nxt] == "2nd" and self.names.title_end(nxt + 1) > nxt + 1:
            return None  # ', 2nd Trustee Pike': who seconds
        next_one = (
            self.names.read(words.upto("POST", nxt), plural=True)
            if words.upto("POST", nxt) > nxt
            else self.names.read(nxt)
        )
        if next_one is not None and (next_one.title or self.roster.find(next_one)):
            return None  # ', Deputy Mayor Blackwood', ', Chair Dale'
        head = self.posts.head_in(nxt, min(len(words), nxt + 9))
        if head is None or (words.text[head][:1].islower() and not self._lower_post(nxt, head, article)):
            return None
        if not self._leads_to(nxt, head):
            return None
        post = self.posts.post(head, min(len(words), head + 30))
        behind = words.upto("HEAD", head)
        if post is None and words.text[behind : behind + 1] == ["'s"] and head == nxt:
            return nxt, behind, behind  # 'Mrs Jane Dale, Clerk's Salary'
        if (
            post is None
            or post.last <= nxt
            or (words.text[head].lower() in self.posts.generic and post.last - nxt < 2 and not article)
        ):
            return None
        if (
            article
            and post.last < len(words)
            and words.text[post.last] not in (",", ".", ")", ";", ":", "and", "-")
            and not words.space[post.last]
        ):
            return None  # 'a question from Councillor Tarn, the Lead Officer advised'
        if self._holder(post.last):
            return None  # ', City Attorney Jack Bellamy': the post of the next one
        others = (k for k in range(head, post.last) if words.text[k] == "and" and self._holder(k + 1))
        last = next(others, post.last)  # ', Head of Care and Jack Bellamy, Senior Planner introduced'
        return nxt, last, last

    def _holder(self, at: int) -> bool:
        """Does the name of somebody begin here: a forename, or what may be one with a surname and a post behind it?"""
        words = self.words
        name = self.names.read(at) if at < len(words) else None
        if name is not None:
            return name.sure and bool(name.given)
        return (
            words.text[at : at + 1] != []
            and words.text[at].lower() in self.names.ambiguous
            and words.text[at + 2 : at + 3] in ([","], ["("])
            and words.text[at + 1].istitle()
            and self.posts.head_in(at + 3, min(len(words), at + 9)) is not None
        )

    def _lower_post(self, nxt: int, head: int, article: bool) -> bool:
        """', the objector', ', regional council chief executive,', ', internal auditor,' in small letters."""
        words = self.words
        behind = words.upto("HEAD", head)
        closes = behind < len(words) and (
            words.text[behind] in (",", ".", ")", ";") or words.text[behind].lower() in self.acting
        )
        return closes and (article or head > nxt or words.text[head].lower() not in self.posts.generic)

    def _leads_to(self, nxt: int, head: int) -> bool:
        """Do all words from `nxt` to the head noun belong to one post?"""
        words = self.words
        for k in range(nxt, head):
            word = words.text[k]
            if (
                word in (",", ".", "(", ";")
                or words.space[k]
                or (self.names.title_end(k) > k and words.upto("MODIFIER", k) == k and words.upto("HEAD", k) == k)
            ):
                return False
            if word[:1].islower() and word not in ("of", "for", "and", "to", "'s") and words.upto("MODIFIER", k) == k:
                return False
        return True
