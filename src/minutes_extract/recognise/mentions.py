"""Where the body of the minutes speaks of people: by title and name, or by what the list has taught."""

from __future__ import annotations

import re

from minutes_extract.likeness import flat
from minutes_extract.recognise.apposition import PostsBeside
from minutes_extract.recognise.barenames import BareNames
from minutes_extract.recognise.scene import Scene
from minutes_extract.roster import Name, Person

_PAST = re.compile(
    r"\b(?:former|formerly|previous(?:ly)?|ex|late|outgoing|then|retired|past|deceased)\b\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_PRESIDES = re.compile(r"chair|president|convenor|convener|leader|mayor|clerk|speaker", re.IGNORECASE)
# What follows the surname of who moves, votes or is there, in capitals too: 'Moved by: Marr Seconded by: Blake', 'Marr Yes'
_BEHIND = frozenset(
    "and carried moved second seconded seconder supported that aye yea yes nay no present absent abstain abstained".split()
)


class MentionReader(BareNames):
    """Reads the body word by word; costly work only where a word can begin a name."""

    def __init__(self, scene: Scene, acting: frozenset[str]) -> None:
        super().__init__(scene, acting)
        self.beside = PostsBeside(scene, acting)
        self._opening = scene.words.phrase["TITLE"].keys() | scene.words.phrase["POST"].keys()
        self._calling: dict[str, bool] = {}  # by word: is it a forename or initials?

    def read(self) -> None:
        """Enter every mention of a person into the scene."""
        taken, particles = self.scene.taken, self.names.particles
        behind = 0  # the last mention
        for at, word in enumerate(self.words.text):
            if at >= behind and not taken[at] and (word[0].isupper() or word.lower() in particles):
                behind = self._mention(at, word)

    def _mention(self, at: int, word: str) -> int:
        """Enter the person of whom the word speaks, or none; where to read on."""
        if at not in self._opening:  # nearly always
            return self._bare(at, word)
        words, names, roster = self.words, self.names, self.roster
        title_end = names.title_end(at)
        if title_end > at and word in roster.by_initials and not self._surname_behind(at):
            self.scene.mention(at, at + 1, roster.by_initials[word])
            return at + 1
        if title_end > at and (
            words.upto("PLURAL", at) > at or any(words.upto("PLURAL", k) > k for k in range(at, title_end))
        ):
            return self._several(at)
        if title_end > at or words.upto("POST", at) > at:
            return self._titled(at, title_end)
        return self._bare(at, word)

    def _bare(self, at: int, word: str) -> int:
        """The same, where neither title nor post begins."""
        roster, folded = self.roster, flat(word)
        if word not in self._calling:
            alone = len(word.rstrip(".")) == 1
            self._calling[word] = word.lower() in self.names.any_forename or alone or _initials(word)
        if self._calling[word] or folded in roster.by_given:
            doubtful = word.lower() in self.names.ambiguous
            return self._untitled(at, listed=doubtful and (self._subject(at) or self._posted(at)))
        if word in roster.by_initials:
            self.scene.mention(at, at + 1, roster.by_initials[word])
        elif folded in roster.by_family:
            return self._surname(at)
        elif self._subject(at) or self._presented(at):
            return self._untitled(at, listed=True)
        return at + 1

    # --- with a title

    def _surname_behind(self, at: int) -> bool:
        """Does a surname of the roster follow 'MS', which the list has taught as initials?"""
        behind = self.words.text[at + 1 : at + 3]
        return flat(next((word for word in behind if word != "."), "")) in self.roster.by_family

    def _several(self, at: int) -> int:
        """'Councillors Marsh and Hart-Lowe', 'Mr and Mrs Lockley'."""
        scene = self.scene
        name = self.names.read(at)
        if name is not None and (two := scene.couple(name)) is not None:
            for one in two:
                scene.mention(name.first, name.last, scene.person(one, "recognise.mention"))
            return name.last
        entries, stop, _ = scene.lists.read(at, min(len(self.words), at + 220), prose=True)
        for entry in entries:
            if entry.name is None or (person := scene.person(entry.name, "recognise.mention")) is None:
                continue
            scene.mention(entry.name.first, entry.name.last, person)
            for first, last in entry.roles:
                self._give(person, first, last)
            if entry.initials:
                self.roster.teach_initials(entry.initials, person)
        return max(stop, at + 1)

    def _give(self, person: Person, first: int, last: int) -> None:
        role = self.scene.printed(first, last)
        if role and role[0].isalnum():
            self.roster.give_role(person, role)
        self.scene.take(first, last)

    def _titled(self, at: int, title_end: int) -> int:
        """'Councillor Barry Jonson (Portfolio Holder)', 'Mr Goff', 'Chair Dale'."""
        words = self.words
        if title_end > at:
            name = self.names.read(at)
            return at + 1 if name is None else self._named(name)
        post_end = words.upto("POST", at)
        name = self.names.read(post_end, plural=True)
        if name is None or words.text[post_end][:1].islower() or words.upto("HEAD", post_end) > post_end:
            return at + 1
        known = self.roster.find(name)
        if not known and not (name.sure and name.given) and not self._speaks(name) and not self.beside.acts(at, name):
            return at + 1
        person = self.scene.person(name, "recognise.mention")
        if person is not None:
            first = self.posts.before(at)
            if (
                name.given
                or not known
                or (person.attendance == "present" and _PRESIDES.search(words.text[post_end - 1]))
            ):
                self._give(person, first, post_end)
            self.scene.mention(at, name.last, person)
        return name.last

    def _speaks(self, name: Name) -> bool:
        """'Chair Freer called', 'City Planner Orla Rook reviewed': a name between its post and a verb of speech."""
        words, at = self.words, name.name_first
        if name.last - at > 2 or name.last >= len(words) or not words.may_name(at, name.last):
            return False
        return words.text[name.last].lower() in self.speech

    def _posted(self, at: int) -> bool:
        """A post behind a forename that may be another word, and a surname: 'Carol Penn, Head of Care'."""
        return self._pair(at) and bool(self.beside.behind(at + 2)[1])

    def _presented(self, at: int) -> bool:
        """A name that none knows, its post and a verb of speech: 'Raffo Bolan, Planning Manager, introduced'."""
        if self.words.text[at + 2 : at + 3] != [","] or not self._bare_pair(at):
            return False
        found = self.beside.behind(at + 2)
        words, end = self.words, found[0]
        end += 1 if end < len(words) and words.text[end] == "," else 0
        return bool(found[1]) and end < len(words) and words.text[end].lower() in self.speech

    # --- without

    def _untitled(self, at: int, listed: bool = False) -> int:
        """'Andy Wallis of Highways', 'C O'Nell, Children's Improvement Advisor', 'Annie noted'."""
        words = self.words
        name = self.names.read(at, listed=listed)
        if name is None and flat(words.text[at]) in self.roster.by_given:
            name = self.names.read(at, listed=True)  # 'Ivy Penn': the list has taught what the forename alone does not
            name = name if name is not None and self.roster.find(name) else None
        if name is not None and (person := self._two_forenames(name)) is not None:
            self.scene.mention(name.first, name.last, person)
            return name.last
        if name is not None:
            name = self._known_part(name)
        if name is not None and not self._inside_title(name):
            known = bool(self.roster.find(name))
            head = words.text[name.name_first]
            shouted = len(head) > 2 and head.isupper() and not known and not (_initials(head) and self._own_line(name))
            if known or listed or (name.sure and not shouted and (not name.initials_only or self._introduced(name))):
                return self._named(name)
            if shouted and not name.initials_only:
                return name.last  # 'ADA M. BELL, CITY CLERK': nor is 'M. BELL' one
        word = words.text[at]
        people = {id(p): p for p in self.roster.by_given.get(flat(word), [])}
        follows = words.text[at + 1] if at + 1 < len(words) else ""
        named_on = follows[:1].isupper() and follows.lower() not in _BEHIND
        if len(people) == 1 and not named_on and not self._inside_place(at):
            self.scene.mention(at, at + 1, next(iter(people.values())))
            return at + 1
        if word in self.roster.by_initials:
            self.scene.mention(at, at + 1, self.roster.by_initials[word])
            return at + 1
        return self._surname(at) if flat(word) in self.roster.by_family else at + 1

    def _surname(self, at: int) -> int:
        """A surname from the roster by itself ('Marr/Blake', 'Barker seconded')."""
        words = self.words
        follows = words.text[at + 1] if at + 1 < len(words) else ""
        moves = follows in (":", "–", "-") and words.text[at + 2 : at + 3] == ["That"]  # '9-13 Agenda Penn: That ...'
        if (self._inside_place(at) and not moves) or (
            follows[:1].isupper() and not words.space[at + 1] and follows.lower() not in _BEHIND
        ):
            return at + 1
        if words.upto("ORG", at) > at and not (follows.startswith("/") or (at and words.text[at - 1] == "/")):
            return at + 1
        people = self.roster.by_family[flat(words.text[at])]
        listed = [p for p in people if p.attendance in ("present", "in_attendance")] or people
        self.scene.mention(at, at + 1, listed[0] if len(listed) == 1 else None)
        return at + 1

    # --- a name and the posts around it

    def _named(self, name: Name) -> int:
        scene = self.scene
        person = scene.person(name, "recognise.mention")
        before = self.beside.before(name.first)
        last, roles = self.beside.behind(name.last)
        if (
            name.title
            and name.first
            and words_before(self.words.text, name.first) == "the"
            and self.words.upto("HEAD", name.first) == name.name_first
        ):
            roles.append((name.first, name.name_first))  # 'the PCSO Jane Dale'
        past = _PAST.search(
            scene.text, max(0, self.words.start[before[0] if before else name.first] - 30), self.words.start[name.first]
        )
        scene.mention(name.first, name.last, person)
        if person is None:
            return name.last
        comma = self.words.text[name.first - 1 : name.first] == [","]
        if before is not None and comma and self._of_another(before, person):
            before = None
        for role in ([before] if before is not None else []) + roles:
            if not past:
                self._give(person, *role)
        scene.take(name.last, last)
        return last

    def _of_another(self, post: tuple[int, int], person: Person) -> bool:
        """'... all letters to the Clerk, Cllr Penn agreed.': the post before the comma is known for somebody else's."""
        holders = self.roster.holders(self.scene.printed(*post))
        return bool(holders) and person not in holders


def words_before(text: list[str], at: int) -> str:
    """The word before index `at`, in small letters."""
    return text[at - 1].lower() if at else ""


def _initials(word: str) -> bool:
    """'JB', 'H.L.': capital initials without a space."""
    return len(word) <= 6 and "." in word and word.replace(".", "").isupper() and len(word.replace(".", "")) <= 3
