"""Everyone in the document: attendance first, then the body, then posts whose holder is never named."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from minutes_extract.dates import times
from minutes_extract.likeness import title_rank
from minutes_extract.people import People
from minutes_extract.recognise.acted import ActedReader
from minutes_extract.recognise.attendance import AttendanceReader
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.initials import teach_unlisted
from minutes_extract.recognise.kinds import Kinds, only_title
from minutes_extract.recognise.mentions import MentionReader
from minutes_extract.recognise.poststold import PostsTold
from minutes_extract.recognise.registers import RegisterReader
from minutes_extract.recognise.scene import Scene
from minutes_extract.recognise.told import ToldReader
from minutes_extract.recognise.unnamed import PostResolver
from minutes_extract.records import Segmented
from minutes_extract.roster import Movement, Person
from minutes_extract.rules import Patterns

_PUBLIC = re.compile(r"(?:a )?(?:member|resident)s? of the (?:public|press|parish)", re.IGNORECASE)
_OF_BOARD = re.compile(
    r"(?:board|commission|committee|panel) member|(?:county|district|borough) (?:councillor|cllr)", re.IGNORECASE
)
_ROLL = re.compile(r"\b(?:attend|present|roll)", re.IGNORECASE)  # 'Attendance and apologies' holds both lists
_CALLED = re.compile(r"\b(?:calling of the|call the) roll\b|\broll call\b|\bsederunt\b", re.IGNORECASE)
_TITLE = 1500  # characters in which the members are named under the title
_OPENING = 8000  # characters in which a table of attendance stands, wherever the segmenter ends the header
_ACTING = frozenset(("was", "left", "arrived", "declared", "moved", "proposed", "seconded"))


def recognise(document: Segmented, patterns: Patterns) -> People:
    """Everyone whom the document names, with attendance, posts and mentions; and the posts that act without a name."""
    return _Recogniser(Scene(document, patterns)).run()


@lru_cache(maxsize=4)
def _acting(patterns: Patterns) -> frozenset[str]:
    """The first words of the verbs that show that somebody acts."""
    verbs = patterns.words.get("speech", []) + patterns.words.get("undertake", [])
    return frozenset(verb.split()[0] for verb in verbs) | _ACTING


def _is_post(entry: Entry, at: int, role: str) -> bool:
    """'Ada Bell, Board Member', 'Cllr Bell (District Councillor)' bear a post; in 'Board Member Ada Bell' it is a title."""
    if not only_title(role):
        return True
    name = entry.name
    if name is None or at < name.last or _OF_BOARD.fullmatch(role) is None:
        return False
    return name.title is None or role.lower().endswith(("councillor", "cllr"))


class _Recogniser:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.roster = scene.roster
        acting = _acting(scene.patterns)
        self.lists: dict[int, int] = {}  # where the list begins that a person stands in
        self.body = MentionReader(scene, acting)
        self.unnamed = PostResolver(scene, acting | scene.patterns.any_of("presides"))
        self.told = PostsTold(scene)
        self.kinds = Kinds(scene.patterns)

    def run(self) -> People:
        scene = self.scene
        for entry in self._entries():
            self._attend(entry)
        self.kinds.board(self.roster.people)
        self.told.labelled()
        teach_unlisted(self.roster, self.scene.text)
        ActedReader(scene).read()
        self.body.read()
        self.told.said()
        self.told.substitutes()
        self.told.titles()
        self.unnamed.read()
        scene.mentions.sort(key=lambda m: (m.start, -m.end))
        for person in self.roster.people:
            person.mentions.sort()
            self.kinds.decide(person)
        return People(self.roster, scene.mentions, scene.notices)

    # --- attendance

    def _entries(self) -> list[Entry]:
        """Everyone whose attendance the text records, lists before sentences."""
        scene = self.scene
        reader = AttendanceReader(scene.view, scene.words, scene.lists, scene.patterns)
        head, sections = scene.document.head, scene.document.sections
        entries = RegisterReader(scene.words, scene.text, scene.lists).read(0, min(len(scene.text), _OPENING))
        entries += reader.blocks(*head)
        for k, section in enumerate(sections):
            if _CALLED.search(section.title or "") and not reader.members_seen:
                entries += reader.roll(section)
            opening = section.kind == "apologies" or (k < 3 and not reader.present_seen)
            entries += reader.section(section)
            away = section.kind == "apologies" and not _ROLL.search(section.title or "")
            entries += reader.blocks(section.lo, section.hi, at_line_only=not opening, away=away)
        entries = reader.unlabelled(head, _TITLE) + entries
        told = ToldReader(scene.words, scene.text, scene.lists, scene.patterns)
        entries += told.read(*head)
        for section in sections:
            entries += told.read(section.lo, section.hi)
        return entries

    def _attend(self, entry: Entry) -> None:
        """Enter one entry of an attendance list into the roster."""
        scene = self.scene
        if any(scene.taken[entry.first : entry.last]):
            return
        roles = [role for at, end in entry.roles if (role := scene.printed(at, end)) and _is_post(entry, at, role)]
        if entry.name is None:
            if roles and not _PUBLIC.match(roles[0]) and not self.roster.holders(roles[0]):
                place = scene.place(entry.first, entry.last)
                person = Person(roles=roles[:1], attendance=entry.attendance, place=place, rule=entry.rule, acts=True)
                self.roster.people.append(person)
                scene.mention(entry.first, entry.last, person, post=True)
            return
        if (two := scene.couple(entry.name)) is not None:
            for name in two:
                own = replace(entry, name=name)
                self._enter(own, scene.new(name, entry.rule), roles)
        elif (person_or_none := self._listed(entry, roles)) is not None:
            self._enter(entry, person_or_none, roles)

    def _listed(self, entry: Entry, roles: list[str]) -> Person | None:
        """The person of a list; someone else of the name where the lists contradict each other."""
        scene = self.scene
        assert entry.name is not None
        found = self.roster.find(entry.name)
        given = [g.rstrip(".") for g in entry.name.given]
        if (
            found
            and given
            and all(
                self.lists.get(id(p)) == entry.listed >= 0 and p.given and [g.rstrip(".") for g in p.given] != given
                for p in found
            )
        ):
            return scene.new(entry.name, entry.rule)  # 'Cllr R Wye, Cllr R A Wye': one list names two people
        clash = len(found) == 1 and found[0].attendance is not None and found[0].attendance != entry.attendance
        one_bare = clash and bool(found[0].given) != bool(entry.name.given)
        if one_bare and entry.name.title and title_rank(entry.name.title) != found[0].title_rank:
            return scene.new(entry.name, entry.rule)
        if one_bare and found[0].kind == "councillor" and self.kinds.officer_post(roles):
            return scene.new(entry.name, entry.rule)  # 'Councillors Smithers, ...' and 'Officers: Jo Smithers (Lawyer)'
        return scene.person(entry.name, entry.rule)

    def _enter(self, entry: Entry, person: Person, roles: list[str]) -> None:
        scene, name = self.scene, entry.name
        assert name is not None
        if person.attendance is None or (
            entry.attendance == "apologies" and person.attendance in ("in_attendance", "absent")
        ):
            person.attendance = entry.attendance
        person.kind = person.kind or entry.kind
        self.lists.setdefault(id(person), entry.listed)
        person.rule = entry.rule if person.rule == "recognise.mention" else person.rule
        for role in roles:
            self.roster.give_role(person, role)
        if entry.told_role == "Presiding":
            self.told.chairs(person, "Chair")
        elif entry.told_role:
            self.roster.give_role(person, entry.told_role)
        person.party = person.party or entry.party
        person.represents = person.represents or entry.represents
        if entry.initials:
            person.initials = entry.initials
            self.roster.teach_initials(entry.initials, person)
        for kind, said in (("arrived", entry.arrived), ("left", entry.left)):
            if said is not None:
                clock = next((t.clock for t in times(said[0])), None)
                person.movements.append(Movement(kind, clock, scene.place(said[1], said[2]), entry.rule))
        if entry.stands_for is not None:
            person.stands_for = scene.person(entry.stands_for, entry.rule)
        if entry.replaced_by is not None and (substitute := scene.person(entry.replaced_by, entry.rule)) is not None:
            substitute.stands_for = person
            substitute.attendance = substitute.attendance or "present"
            scene.mention(entry.replaced_by.first, entry.replaced_by.last, substitute)
        scene.mention(name.first, name.last, person)
        scene.take(entry.first, entry.last)
