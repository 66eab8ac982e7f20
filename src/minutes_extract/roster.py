"""The people of one document: names and posts that do not contradict one another are one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz

from minutes_extract.likeness import ends_of_post, flat, forenames_agree, post_form, same_post, title_rank, titles_agree

# Surnames that differ by one slip ('Lindquist', 'Lindqvist') score above this, near misses ('Harrison', 'Harris')
# below.
_SLIP = 87.0
_CLOSE = 250  # surnames of one letter that are searched for a slip: more than any council has


class Name(NamedTuple):
    """A name as read: words `first`..`last` (last exclusive) of the text."""

    title: str | None
    given: tuple[str, ...]  # forenames and initials, as printed
    family: str  # surname with particles, as printed
    first: int
    last: int
    name_first: int  # where the name without its title begins
    name_last: int  # where it ends, letters after the name left out
    sure: bool  # title, initials or a known forename vouch for it

    @property
    def printed(self) -> str:
        return " ".join((*self.given, self.family))

    @property
    def initials_only(self) -> bool:
        """'P. Marsh', 'K L Oduya': no forename, and a title has to come from elsewhere."""
        return bool(self.given) and all(len(g.rstrip(".")) <= 2 and g[0].isupper() for g in self.given)


@dataclass(slots=True)
class Person:
    """One human, or one post whose holder is not named. Positions are those of the view."""

    given: tuple[str, ...] = ()
    family: str = ""
    printed: str | None = None
    title: str | None = None
    title_rank: int = 9
    roles: list[str] = field(default_factory=list)
    kind: str | None = None
    attendance: str | None = None
    party: str | None = None
    represents: str | None = None
    initials: str | None = None
    stands_for: Person | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    place: tuple[int, int] = (0, 0)
    rule: str = "recognise.mention"
    acts: bool = False
    id: str = ""

    @property
    def label(self) -> str:
        """What to call them: the name as printed, or the first post."""
        return self.printed or (self.roles[0] if self.roles else "")


@dataclass(slots=True)
class Movement:
    """Somebody came or went: `type` is arrived, left or returned, `time` 'HH:MM', `place` in the view."""

    type: str
    time: str | None
    place: tuple[int, int]
    rule: str


def _spelt(given: str) -> bool:
    """A forename in full ('Al', 'Rosa'), not initials ('A.', 'AJ')."""
    return len(given.rstrip(".")) > 2 or (len(given) == 2 and given[1].islower())


class Roster:
    """The people found so far, looked up by surname, forename, initials and post."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_family: dict[str, list[Person]] = {}
        self.by_letter: dict[str, list[str]] = {}  # the surnames that begin with a letter
        self.by_given: dict[str, list[Person]] = {}
        self.by_initials: dict[str, Person | None] = {}
        self._posts: dict[str, list[Person]] | None = None
        self._post_words: dict[str, list[str]] = {}

    def find(self, name: Name) -> list[Person]:
        """All whom the name could mean; fuzzy only where no surname agrees."""
        found = [p for p in self.by_family.get(flat(name.family), ()) if self._agrees(p, name)]
        if len(found) > 1:
            found = self._narrow(found, name)
        if found or (not name.given and not name.title):
            return found
        if not found and name.given and (double := self._double(name)):
            return double
        key = flat(name.family)
        if len(key) < 5:
            return []
        close = []
        for family in self.by_letter.get(key[0], ())[:_CLOSE]:
            people = self.by_family[family]
            if not name.given and (family.startswith(key) or key.startswith(family)):
                continue  # 'Mr Cook' and 'Mr Cooke' are two; 'T. Roberts' and 'Tess Robert' are one
            if fuzz.ratio(family, key, score_cutoff=_SLIP):
                close += [
                    p
                    for p in people
                    if self._agrees(p, name)
                    and ((p.given and name.given) or flat(p.title or "") == flat(name.title or ""))
                ]
        return close if len(close) == 1 else []

    def _double(self, name: Name) -> list[Person]:
        """'Hart Lowe' of 'P Hart-Lowe': the last of the forenames is the first half of a surname."""
        whole = name._replace(given=name.given[:-1], family=f"{name.given[-1]} {name.family}")
        return [p for p in self.by_family.get(flat(whole.family), ()) if self._agrees(p, whole)]

    @staticmethod
    def _agrees(person: Person, name: Name) -> bool:
        if not forenames_agree(person.given, name.given):
            return False
        return titles_agree(person.title, name.title) or bool(person.given and name.given and len(name.given[0]) > 2)

    @staticmethod
    def _narrow(found: list[Person], name: Name) -> list[Person]:
        """Of several, those whose forenames or title are the same as printed."""
        same_given = [p for p in found if name.given and [flat(g) for g in p.given] == [flat(g) for g in name.given]]
        if same_given:
            found = same_given
        rank = title_rank(name.title)
        same_title = [p for p in found if p.title_rank == rank and name.title]
        if len(same_title) == 1:
            return same_title
        exact = [p for p in found if name.title and flat(p.title or "") == flat(name.title)]
        if len(exact) == 1:
            return exact
        listed = [p for p in found if p.attendance]
        return listed if len(listed) == 1 else found

    def add(self, name: Name, place: tuple[int, int], rule: str, printed: str | None = None) -> Person:
        """A new person of this name; `printed` is the whole name as it stands in the text."""
        person = Person(
            name.given, name.family, printed or name.printed, name.title, title_rank(name.title), place=place, rule=rule
        )
        person.kind = "councillor" if person.title_rank == 0 else None
        self.people.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        family = flat(person.family)
        if family not in self.by_family:
            self.by_letter.setdefault(family[:1], []).append(family)
        self.by_family.setdefault(family, []).append(person)
        if person.given and _spelt(person.given[0]):
            self.by_given.setdefault(flat(person.given[0]), []).append(person)

    def fuller(self, person: Person, name: Name, printed: str | None = None) -> None:
        """Keep the fullest form of the name and the weightiest title."""
        rank = title_rank(name.title)
        if name.title and rank < person.title_rank:
            person.title, person.title_rank = name.title, rank
            if rank == 0 and person.kind is None:
                person.kind = "councillor"
        if (
            flat(person.family) == flat(name.family)
            and sum(map(len, name.given)) > sum(map(len, person.given))
            and (len(name.given) >= len(person.given) or len(name.given[0].rstrip(".")) > 1)
        ):
            person.given, person.printed = name.given, printed or name.printed
            if _spelt(name.given[0]):
                self.by_given.setdefault(flat(name.given[0]), []).append(person)

    def teach_initials(self, initials: str, person: Person) -> None:
        """Initials mean the person from here on; those of two people mean nobody."""
        known = self.by_initials.get(initials)
        self.by_initials[initials] = person if initials not in self.by_initials or known is person else None

    def give_role(self, person: Person, role: str) -> None:
        """Add a post unless it only shortens or respells one that is there; the fuller wording stays."""
        self._posts = None
        for k, known in enumerate(person.roles):
            if post_form(known) == post_form(role) or same_post(known, role):
                if len(role) > len(known) + 2 and (
                    role.casefold().startswith(known.casefold()) or post_form(role).startswith(post_form(known) + " ")
                ):
                    person.roles[k] = role
                return
        person.roles.append(role)

    def holders(self, role: str) -> list[Person]:
        """Named people who hold the post."""
        form = post_form(role)
        if exact := [p for p in self._by_post().get(form, ()) if p.printed]:
            return exact
        if titled := [p for p in self.people if p.printed and p.title and post_form(p.title) == form]:
            return titled  # 'The Superintendent', where the text speaks of Superintendent Holt
        near = [known for known in self._near_posts(form) if same_post(known, role)]
        return list({id(p): p for known in near for p in self._by_post()[known] if p.printed}.values())

    def _by_post(self) -> dict[str, list[Person]]:
        """People by the form of each of their posts; built anew when a post was given since."""
        if self._posts is None:
            self._posts, self._post_words = {}, {}
            for person in self.people:
                for known in person.roles if person.printed else ():
                    form = post_form(known)
                    if form not in self._posts:
                        for word in ends_of_post(form):
                            self._post_words.setdefault(word, []).append(form)
                    self._posts.setdefault(form, []).append(person)
        return self._posts

    def _near_posts(self, form: str) -> list[str]:
        """Posts that could be another wording: those that share the first or last word, or fit a short form."""
        self._by_post()
        words = form.split(" ")
        near = [known for word in words[:1] + words[-1:] for known in self._post_words.get(word, ())[:_CLOSE]]
        if len(words) == 1 and len(form) <= 4:
            near += list(self._posts or ())[:_CLOSE]
        return list(dict.fromkeys(near))
