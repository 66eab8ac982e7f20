"""What one document has told so far: its words, its roster, the places that speak of someone."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.likeness import flat
from minutes_extract.people import Mention
from minutes_extract.recognise.language import language
from minutes_extract.recognise.lists import ListReader
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.records import Notice, Segmented
from minutes_extract.roster import Name, Person, Roster
from minutes_extract.rules import Patterns

_LOOSE_END = frozenset((",", ".", "-", ":", ";", "and", "&", "(", "of", "for", "the", "to"))
_LETTERS = re.compile(r"(?:[A-Z]\.){2,4}")  # a grade: 'S.E.O.'
_COUPLE = re.compile(r"(?P<one>\w+)\.? (?:and|&) (?P<two>\w+)", re.IGNORECASE)


class Scene:
    """The readers of one document, and what they have found."""

    def __init__(self, document: Segmented, patterns: Patterns) -> None:
        self.document = document
        self.view = document.view
        self.text = document.view.text
        self.patterns = patterns
        self.words = language(patterns).read(self.text)
        self.names = NameReader(self.words, patterns)
        self.posts = PostReader(self.words, self.names, patterns)
        self.lists = ListReader(self.words, self.names, self.posts, patterns)
        self.roster = Roster()
        self.mentions: list[Mention] = []
        self.taken: list[bool] = [False] * len(self.words)
        self.notices: list[Notice] = []
        self.titles: dict[int, set[str]] = {}  # by id of the person: titles under which the text speaks of them

    def word_at(self, position: int) -> int:
        """Index of the first word that begins at a position of the text or behind it."""
        return bisect_left(self.words.start, position)

    def printed(self, first: int, last: int) -> str:
        """Words `first`..`last` in the characters of the source, without article and loose ends."""
        while last > first and (self.words.text[last - 1] in _LOOSE_END or self.words.space[last - 1]):
            last -= 1
        if last <= first:
            return ""
        text = self.view.printed(self.words.start[first], self.words.end[last - 1]).strip("–-:,; ")
        text = text if _LETTERS.fullmatch(text) else text.strip("–-:,;. ")
        text = text + ")" if text.count("(") > text.count(")") else text
        return (
            re.sub(r"^(?:the|our|as|and|an? ) ?", "", text, flags=re.IGNORECASE)
            if re.match(r"(?i)(?:the|our|as|and|an?) ", text)
            else text
        )

    def place(self, first: int, last: int) -> tuple[int, int]:
        return self.words.start[first], self.words.end[last - 1]

    def person(self, name: Name, rule: str) -> Person | None:
        """The person of this name: found or new; None (and a notice) where several fit."""
        taught = self.roster.by_initials.get(name.family) if name.title and not name.given else None
        if taught is not None:
            return taught  # 'Cllr GC', where the list says who GC is
        found = self.roster.find(name)
        place = self.place(name.first, name.last)
        if len(found) > 1:
            labels = ", ".join(p.label for p in found)
            self.notices.append(Notice("ambiguous_person", f"{name.printed} could be {labels}", self.view.span(*place)))
            return None
        shown, printed = self.as_printed(name)
        if found:
            self.roster.fuller(found[0], shown, printed)
            person = found[0]
        else:
            person = self.roster.add(shown, place, rule, printed=printed)
        if name.title:
            self.titles.setdefault(id(person), set()).add(name.title)
        return person

    def new(self, name: Name, rule: str) -> Person:
        """A person of this name beside others who could bear it."""
        shown, printed = self.as_printed(name)
        return self.roster.add(shown, self.place(name.first, name.last), rule, printed=printed)

    def couple(self, name: Name) -> tuple[Name, Name] | None:
        """'Mr and Mrs Lockley' are two; the forename of 'Mr and Mrs Peter Lockley' is his."""
        match = _COUPLE.fullmatch(name.title or "")
        if match is None:
            return None
        surname = name.name_last - len(name.family.split(" "))
        return name._replace(title=match["one"]), name._replace(title=match["two"], given=(), name_first=surname)

    def as_printed(self, name: Name) -> tuple[Name, str]:
        """The name in the characters of the source (curly apostrophes kept), and the whole of it in one string."""
        words = self.words
        whole = self.view.printed(words.start[name.name_first], words.end[name.name_last - 1])
        whole = re.sub(r"(?<=\w)- (?=[^\W\d_])", "-", whole)
        if name.given and whole == name.given[0]:
            whole = name.printed  # 'Councillors George and Judith Copley'
        tokens = whole.split(" ")
        family, given = name.family, name.given
        if not whole.endswith(")") and len(tokens) == len(given) + len(name.family.split(" ")):
            given, family = tuple(tokens[: len(given)]), " ".join(tokens[len(given) :])
        title = name.title
        if title and name.name_first > name.first:
            shown = self.view.printed(words.start[name.first], words.end[name.name_first - 1]).rstrip(".")
            title = (
                shown if flat(shown) == flat(title) else title
            )  # 'Councillors' over a list makes each a 'Councillor'
        return name._replace(title=title, given=given, family=family), whole

    def mention(self, first: int, last: int, person: Person | None, post: bool = False) -> None:
        """Enter words `first`..`last` as a place that speaks of the person."""
        start, end = self.place(first, last)
        self.mentions.append(Mention(start, end, self.text[start:end], person, post))
        self.take(first, last)
        if person is not None:
            person.mentions.append((start, end))

    def take(self, first: int, last: int) -> None:
        """Words `first`..`last` are read and are not read again."""
        self.taken[first:last] = [True] * (last - first)


class SceneReader:
    """What reads the body of a scene. `acting`: the verbs that show that somebody acts."""

    def __init__(self, scene: Scene, acting: frozenset[str]) -> None:
        self.scene = scene
        self.words = scene.words
        self.names = scene.names
        self.posts = scene.posts
        self.roster = scene.roster
        self.acting = acting
