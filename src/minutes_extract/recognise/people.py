"""Everyone in the document: attendance first, then the body, then posts whose holder is never named."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from minutes_extract.dates import times
from minutes_extract.likeness import post_form, title_rank
from minutes_extract.people import People
from minutes_extract.recognise.acted import ActedReader
from minutes_extract.recognise.attendance import AttendanceReader
from minutes_extract.recognise.initials import teach_unlisted
from minutes_extract.recognise.mentions import MentionReader
from minutes_extract.recognise.registers import RegisterReader
from minutes_extract.recognise.said import Entry
from minutes_extract.recognise.scene import Scene
from minutes_extract.recognise.told import ToldReader
from minutes_extract.recognise.unnamed import PostResolver
from minutes_extract.records import Segmented
from minutes_extract.roster import Movement, Person
from minutes_extract.rules import Patterns

_OFFICER_POST = re.compile(
    r"\b(?:director|officer|manager|clerk|chief executive|solicitor|counsel|engineer|planner|accountant|treasurer|"
    r"head of|monitoring|surveyor|"
    r"secretary|administrator|analyst|city manager|recorder|attorney|s151|lawyer|registrar|dso|lead|(?:team|project|programme|section) leader)\b",
    re.IGNORECASE,
)
_MEMBER_POST = re.compile(
    r"\b(?:leader|portfolio holder|cabinet member|executive member|mayor|lead member|"
    r"chair(?:man|woman|person)?|vice[- ]chair\w*)\b",
    re.IGNORECASE,
)
_CO_OPTED = re.compile(
    r"\b(?:co-opt\w*|parent governor|diocesan|church representative|independent member)\b", re.IGNORECASE
)
# Titles that are posts of the body: whoever sits under one holds it ('Mayor Ada Brand' in the list is the Mayor).
_POST_TITLE = re.compile(
    r"(?:(?:his|her) worship|(?:the )?(?:right )?worshipful) (?:the )?(?P<worship>(?:deputy )?(?:lord )?mayor)|"
    r"(?P<post>(?:deputy |vice )?(?:lord |town )?mayor|"
    r"(?:deputy )?(?:lord )?provost|reeve|(?:leas-)?chathaoirleach|cathaoirleach)",
    re.IGNORECASE,
)


_PUBLIC = re.compile(r"(?:a )?(?:member|resident)s? of the (?:public|press|parish)", re.IGNORECASE)
_TITLE = 1500  # characters in which the members are named under the title
_OPENING = 8000  # characters in which a table of attendance stands, wherever the segmenter ends the header
_IN_CHAIR = re.compile(r"\b(?:chair\w*|convenor|convener|cathaoirleach|mayor|provost|president|reeve)\b", re.IGNORECASE)
_PRESIDES = re.compile(r"chair(?:man|woman|person)?|presiding member", re.IGNORECASE)
_IN_CHAIR_SAID = re.compile(r"\b(Chair(?:man|woman|person)?|Convener|Convenor|Cathaoirleach)\b")


_ACTING = frozenset(("was", "left", "arrived", "declared", "moved", "proposed", "seconded"))


def recognise(document: Segmented, patterns: Patterns) -> People:
    """Everyone whom the document names, with attendance, posts and mentions; and the posts that act without a name."""
    return _Recogniser(Scene(document, patterns)).run()


@lru_cache(maxsize=4)
def _acting(patterns: Patterns) -> frozenset[str]:
    """The first words of the verbs that show that somebody acts."""
    verbs = patterns.words.get("speech", []) + patterns.words.get("undertake", [])
    return frozenset(verb.split()[0] for verb in verbs) | _ACTING


class _Recogniser:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.roster = scene.roster
        acting = _acting(scene.patterns)
        self.lists: dict[int, int] = {}  # where the list begins that a person stands in
        self.body = MentionReader(scene, acting)
        self.unnamed = PostResolver(scene, acting)

    def run(self) -> People:
        scene = self.scene
        for entry in self._entries():
            self._attend(entry)
        self._labelled_posts()
        teach_unlisted(self.roster, self.scene.text)
        ActedReader(scene).read()
        self.body.read()
        self._said_posts()
        self._substitutes()
        self._titles()
        self.unnamed.read()
        scene.mentions.sort(key=lambda m: (m.start, -m.end))
        for person in self.roster.people:
            person.mentions.sort()
            _kind(person)
        return People(self.roster, scene.mentions, scene.notices)

    # --- attendance

    def _entries(self) -> list[Entry]:
        """Everyone whose attendance the text records, lists before sentences."""
        scene = self.scene
        reader = AttendanceReader(scene.words, scene.text, scene.lists, scene.patterns)
        head, sections = scene.document.head, scene.document.sections
        entries = RegisterReader(scene.words, scene.text, scene.lists).read(0, min(len(scene.text), _OPENING))
        entries += reader.blocks(*head)
        for k, section in enumerate(sections):
            entries += reader.section(section)
            opening = section.kind == "apologies" or (k < 3 and not reader.present_seen)
            entries += reader.blocks(section.lo, section.hi, at_line_only=not opening)
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
        roles = [role for first, last in entry.roles if (role := scene.printed(first, last)) and not _only_title(role)]
        if entry.name is None:
            if roles and not _PUBLIC.match(roles[0]) and not self.roster.holders(roles[0]):
                place = scene.place(entry.first, entry.last)
                person = Person(roles=roles[:1], attendance=entry.attendance, place=place, rule=entry.rule, acts=True)
                self.roster.people.append(person)
                scene.mention(entry.first, entry.last, person, post=True)
            return
        person_or_none = self._listed(entry, roles)
        if person_or_none is not None:
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
        if one_bare and found[0].kind == "councillor" and _OFFICER_POST.search("; ".join(roles)):
            return scene.new(entry.name, entry.rule)  # 'Councillors Smith, ...' and 'Officers: Jo Smith (Lawyer)'
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
            self._chairs(person, "Chair")
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

    # --- posts told by a label or a sentence

    def _labelled_posts(self) -> None:
        """'Minute Secretary: John Forrest', 'Chaired by Simon Barr'."""
        scene = self.scene
        for rule in scene.patterns.near("recognise.post", scene.text):
            for match in scene.patterns.matches(rule, scene.text):
                name = scene.names.read(scene.word_at(match.end()), listed=True)
                if name is None or not name.sure or (person := scene.person(name, rule.id)) is None:
                    continue
                role = rule.set["role"] if "role" in rule.set else scene.view.printed(*match.span("role")).strip()
                if _PRESIDES.fullmatch(role) and match.start() < scene.document.head[1]:
                    person.attendance = person.attendance or "present"
                if role == "Chair":
                    self._chairs(person, role)
                elif role:
                    self.roster.give_role(person, role)
                scene.mention(name.first, name.last, person)
                entry = Entry(name, first=name.first, last=name.last)
                limit = len(scene.words)
                if rule.form == "contact":  # the page goes on below it: 'Items', 'No. Item'
                    limit = scene.lists.said.line_end(entry.last, limit)
                scene.lists.said.read(entry, limit, True)
                for first, last in entry.roles:
                    if said := scene.printed(first, last):
                        self.roster.give_role(person, said)
                    scene.take(first, last)

    def _said_posts(self) -> None:
        """'Cllr Williams took the Chair', 'Councillor Whitlow be elected Chairman': a person right before the match."""
        scene = self.scene
        mentions = {m.end: m for m in scene.mentions if not m.post}
        for rule in sorted(
            scene.patterns.near("recognise.took", scene.text), key=lambda rule: "role" in rule.set
        ):  # elected before seated
            for match in scene.patterns.matches(rule, scene.text):
                mention = mentions.get(match.start())
                if mention is None or mention.person is None:
                    continue
                if "role" in rule.set:
                    self._chairs(mention.person, rule.set["role"])
                else:
                    self.roster.give_role(mention.person, scene.view.printed(*match.span("role")).strip())

    def _chairs(self, person: Person, role: str) -> None:
        """The person sat in the chair: the post in the word that the text itself uses for it ('the Chairman')."""
        if any(_IN_CHAIR.search(known) for known in person.roles):
            return
        counts = Counter(m[1] for m in _IN_CHAIR_SAID.finditer(self.scene.text))
        self.roster.give_role(person, counts.most_common(1)[0][0] if counts else role)

    def _substitutes(self) -> None:
        """'Nancy Sawyer who was substituted by Roxane Hilton', 'Cllr A (substitute for Cllr B)'."""
        scene = self.scene
        ends = {m.end: m for m in scene.mentions}
        starts = {m.start: m for m in scene.mentions}
        for rule in scene.patterns.near("recognise.substitute", scene.text):
            for match in scene.patterns.matches(rule, scene.text):
                before = next((ends[match.start() - k] for k in range(3) if match.start() - k in ends), None)
                after = next((starts[match.end() + k] for k in range(3) if match.end() + k in starts), None)
                if before is None or after is None or before.person is None or after.person is None:
                    continue
                substitute, replaced = (
                    (after.person, before.person) if rule.set["direction"] == "by" else (before.person, after.person)
                )
                substitute.stands_for = replaced
                told = substitute.attendance  # 'apologies from A, for whom B was substitute': B is in that list too
                substitute.attendance = "present" if told in (None, "apologies") else told

    def _titles(self) -> None:
        """Whoever was there under the title of a post holds it."""
        for person in self.roster.people:
            if person.attendance != "present":
                continue
            for title in sorted(self.scene.titles.get(id(person), ())):
                match = _POST_TITLE.fullmatch(title)
                role = match and (match["post"] or match["worship"])
                if role and not any(post_form(role) in post_form(known) for known in person.roles):
                    self.roster.give_role(person, role)


def _only_title(role: str) -> bool:
    """'County Councillor' before a name is its title, not a post."""
    return bool(re.fullmatch(r"(?:\w+ ){0,2}(?:councill?or|cllr|member|alderman)", role, re.IGNORECASE))


def _kind(person: Person) -> None:
    """What kind of person: the title decides, then the post."""
    if person.kind is not None or not person.roles:
        return
    roles = "; ".join(person.roles)
    if _CO_OPTED.search(roles):
        person.kind = "co_optee"
    elif title_rank(person.title) == 0:
        person.kind = "councillor"
    elif _OFFICER_POST.search(roles):
        person.kind = "officer"
    elif _MEMBER_POST.search(roles) and not re.fullmatch(
        r"(?i)(?:(?:vice|deputy|acting|co)[- ])?chair\w*|.*\btrustee.*", roles
    ):
        person.kind = "councillor"
