"""Posts without a name: resolved to their holder where the text names one, a person of their own where they act."""

from __future__ import annotations

from minutes_extract.likeness import flat, post_form, same_post
from minutes_extract.recognise.postgrammar import Post
from minutes_extract.recognise.scene import Scene
from minutes_extract.roster import Person

_ANY = frozenset(
    [
        "a",
        "an",
        "any",
        "each",
        "every",
        "all",
        "no",
        "another",
        "new",
        "some",
        "one",
        "two",
        "both",
        "other",
        "former",
        "previous",
        "next",
    ]
)
_ADVERBS = frozenset(
    ("then", "also", "further", "briefly", "again", "subsequently", "therefore", "duly", "and", "formally", "verbally")
)
_WEAK = frozenset(["was", "will", "would", "is", "has", "had", "should"])
_LOWER = frozenset(
    ("clerk", "chair", "chairman", "chairperson", "chairwoman")
)  # posts of the meeting, printed in small letters too
_NO_SUBJECT = frozenset(
    ["of", "by", "from", "to", "for", "with", "on", "about", "at", "into", "between", "against", "through"]
)
_BEGINS = frozenset((".", "•", "-", ")", ";", ",", ":"))

_SHORT_FORMS = frozenset(
    ["director", "manager", "officer", "engineer", "president", "administrator", "attorney", "planner", "solicitor"]
)

_TOLD_BY = frozenset(("presented", "introduced", "delivered", "given"))
_PAPERS = frozenset(("report", "update", "presentation", "paper", "briefing", "item", "demonstration"))
_AGENT = 9  # words between what was done and 'by the Clerk'
_MOST = 400  # unnamed posts among which another wording is looked for: more than any council has

Found = tuple[Post, str, bool]


class PostResolver:
    """Finds the posts that the text speaks of, and who they are."""

    def __init__(self, scene: Scene, acting: frozenset[str]) -> None:
        self.scene = scene
        self.words = scene.words
        self.roster = scene.roster
        self.acting = acting
        self.done = scene.patterns.any_of("done_by_post")

    def read(self) -> None:
        """Enter mentions of posts; add the posts that act and whose holder is never named."""
        words, taken = self.words, self.scene.taken
        found: list[Found] = []
        behind = 0  # the last post
        for at in sorted(words.phrase["HEAD"]):
            if at < behind or taken[at]:
                continue
            post = self.scene.posts.post(at, self._sentence_end(at))
            if post is None:
                continue
            article = words.text[post.first - 1].lower() if post.first else ""
            plain = " ".join(words.text[post.first : post.last]).lower() in self.scene.posts.generic
            if any(taken[post.first : post.last]) or article in _ANY or plain or self._thing(post):
                behind = words.upto("HEAD", at)
                continue
            if (called := self._called(post, at)) is not None:
                self.roster.give_role(called, self.scene.printed(post.first, post.last - 1))
                self.scene.mention(post.first, post.last, called)
            elif words.text[at][:1].isupper() or article in ("the", "our"):
                found.append((post, self.scene.printed(post.first, post.last), self._acts(post, article)))
            behind = post.last
        self._resolve([f for f in found if f[1]])

    def _called(self, post: Post, head: int) -> Person | None:
        """'Chair Ann', where the list has one Ann: a small society calls its officers by their forenames."""
        last = post.last - 1
        if last <= head or self.words.upto("HEAD", head) != last or not self.words.text[last].istitle():
            return None
        called = self.roster.by_given.get(flat(self.words.text[last]), [])
        return called[0] if len(called) == 1 else None

    def _thing(self, post: Post) -> bool:
        """'Foster Carer Association': a body named after a post."""
        words, last = self.words, post.last - 1
        if any(words.upto("HEAD", k) > last for k in range(post.first, post.last)):
            return False  # 'Clerk', 'Chief Executive'
        if words.upto("BODY", last) == last and (
            words.upto("ORG", last) == last or words.upto("MODIFIER", last) > last
        ):
            return False
        return not any(
            words.text[k].lower() in ("of", "for", "to", ",", "and", "&", "(") for k in range(post.first, last)
        )

    def _sentence_end(self, at: int) -> int:
        words = self.words
        upto = min(len(words), at + 40)
        return next(
            (k for k in range(at, upto) if words.text[k] in (".", ";") or (words.space[k] and "\n" in words.text[k])),
            upto,
        )

    def _acts(self, post: Post, article: str) -> bool:
        """The post is the subject of a verb of speech or of an undertaking."""
        words = self.words
        at = post.last
        if article == "the" and words.text[post.first - 2].lower() == "by":
            return self._agent(post.first - 2)
        if at < len(words) and words.text[at] == "(":
            at = next((k + 1 for k in range(at, min(len(words), at + 8)) if words.text[k] == ")"), at)
        if at < len(words) and words.text[at].lower() in _ADVERBS:
            at += 1
        if words.text[at : at + 2] == ["did", "not"]:
            at = min(at + 2, len(words) - 1)
            return article in ("the", "our") and words.text[at].islower()
        if at >= len(words) or words.text[at].lower() not in self.acting or words.text[at].lower() == "to":
            return False
        if any(
            words.text[k][:1].islower() and words.upto("HEAD", k) > k and words.text[k] not in _LOWER
            for k in range(post.first, post.last)
        ):
            return False
        if article in ("the", "our") and post.first > 1 and words.text[post.first - 2].lower() in _NO_SUBJECT:
            return False  # 'the report of the Head of Roads was noted'
        starts = post.first == 0 or words.space[post.first - 1] or words.text[post.first - 1] in _BEGINS
        if words.text[at].lower() in _WEAK and not (starts or article in ("the", "our")):
            return False
        return article in ("the", "our") or starts

    def _agent(self, by: int) -> bool:
        """'was called to order by the Supervisor', 'was read in his absence by the Chairman'."""
        words = self.words
        if words.text[by - 1] in _TOLD_BY:  # 'considered a report presented by the Harbour Master'
            before = words.text[by - 2 : by - 1] if words.text[by - 2] != "," else words.text[by - 3 : by - 2]
            if before and before[0].lower() in _PAPERS:
                return True
        for k in range(by - 1, max(0, by - _AGENT), -1):
            if words.text[k] in (".", ";", ",") or words.space[k]:
                return False
            if words.text[k].lower() in self.done:
                return words.text[k - 1].lower() in ("was", "were")
        return False

    def _resolve(self, found: list[Found]) -> None:
        self._named_after_all()
        posts: list[Person] = [p for p in self.roster.people if p.printed is None]
        acting = {
            role: post for post, role, acts in reversed(found) if acts
        }  # each wording once, where it stands first
        for role, post in sorted(acting.items(), key=lambda f: (-len(f[0]), f[1].first)):
            if (
                self.roster.holders(role)
                or self._several_hold(role)
                or any(same_post(p.roles[0], role) for p in posts[-_MOST:])
            ):
                continue
            place = self.scene.place(post.first, post.last)
            posts.append(Person(roles=[role], place=place, rule="recognise.post", acts=True))
            self.roster.people.append(posts[-1])
        cache: dict[str, Person | None] = {}
        for post, role, acts in found:
            if role not in cache:
                cache[role] = self._holder(role, posts)
                if acts and (holder := cache[role]) is not None and holder.printed:
                    self._fuller(holder, role)
            if cache[role] is not None or acts:
                self.scene.mention(post.first, post.last, cache[role], post=True)

    def _named_after_all(self) -> None:
        """A post that a list prints without a name, and whose holder the text names elsewhere, is that holder."""
        for person in [p for p in self.roster.people if p.printed is None]:
            holders = self.roster.holders(person.roles[0])
            if len(holders) != 1:
                continue
            holders[0].attendance = holders[0].attendance or person.attendance
            holders[0].mentions += person.mentions
            for mention in self.scene.mentions:
                if mention.person is person:
                    mention.person = holders[0]
            self.roster.people[:] = [p for p in self.roster.people if p is not person]

    def _fuller(self, holder: Person, role: str) -> None:
        """'Councillor Jay (Portfolio Holder)' is later 'the Portfolio Holder for Early Help': the fuller one stays."""
        if any(role.casefold().startswith(known.casefold() + " for ") for known in holder.roles):
            self.roster.give_role(holder, role)

    def _several_hold(self, role: str) -> bool:
        """'The Director' where the text names a Director of Travel: one of them, not somebody else."""
        form = post_form(role)
        if form not in _SHORT_FORMS:
            return False
        return any(form in post_form(known).split() for p in self.roster.people if p.printed for known in p.roles)

    def _holder(self, role: str, posts: list[Person]) -> Person | None:
        holders = self.roster.holders(role)
        if len(holders) > 1:
            listed = [p for p in holders if p.attendance == "present"]
            holders = listed if len(listed) == 1 else holders
        if holders:
            return holders[0] if len(holders) == 1 else None
        same = [p for p in posts if post_form(p.roles[0]) == post_form(role)] or [
            p for p in posts if same_post(p.roles[0], role)
        ]
        return same[0] if len(same) == 1 else None
