"""Posts and stand-ins that a label or a sentence tells: 'Chaired by Simon Barr', 'Cllr Williams took the Chair'."""

from __future__ import annotations

import re
from collections import Counter

from minutes_extract.likeness import post_form
from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.scene import Scene
from minutes_extract.roster import Person

# Titles that are posts of the body: whoever sits under one holds it ('Mayor Ada Brand' in the list is the Mayor).
_POST_TITLE = re.compile(
    r"(?:(?:his|her) worship|(?:the )?(?:right )?worshipful) (?:the )?(?P<worship>(?:deputy )?(?:lord )?mayor)|"
    r"(?P<post>(?:deputy |vice )?(?:lord |town )?mayor|"
    r"(?:deputy )?(?:lord )?provost|(?:deputy )?reeve|(?:leas-)?chathaoirleach|cathaoirleach)",
    re.IGNORECASE,
)
_THROUGHOUT = 2  # mentions of whom no list holds: a guest is named once
_OPENED = re.compile(r"called to order by $|^ (?:called|opened|convened) the (?:\w+ ){0,3}meeting\b", re.IGNORECASE)
_AROUND = 40  # characters in which a sentence says who opened the meeting
_IN_CHAIR = re.compile(r"\b(?:chair\w*|convenor|convener|cathaoirleach|mayor|provost|president|reeve)\b", re.IGNORECASE)
_PRESIDES = re.compile(r"chair(?:man|woman|person)?|presiding member", re.IGNORECASE)
_IN_CHAIR_SAID = re.compile(r"\b(Chair(?:man|woman|person)?|Convener|Convenor|Cathaoirleach)\b")


class PostsTold:
    """Enters into the roster what the text tells of posts beside the lists of attendance."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.roster = scene.roster

    def labelled(self) -> None:
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
                    self.chairs(person, role)
                elif role:
                    self.roster.give_role(person, role)
                scene.mention(name.first, name.last, person)
                entry = Entry(name, first=name.first, last=name.last)
                limit = len(scene.words)
                if rule.form == "contact":  # the page goes on below it: 'Items', 'No. Item'
                    limit = scene.lists.said.behind.line_end(entry.last, limit)
                scene.lists.said.read(entry, limit, True)
                for first, last in entry.roles:
                    if said := scene.printed(first, last):
                        self.roster.give_role(person, said)
                    scene.take(first, last)

    def said(self) -> None:
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
                    self.chairs(mention.person, rule.set["role"])
                    if match.start() < scene.document.head[1]:
                        mention.person.attendance = mention.person.attendance or "present"
                else:
                    self.roster.give_role(mention.person, scene.view.printed(*match.span("role")).strip())

    def chairs(self, person: Person, role: str) -> None:
        """The person sat in the chair: the post in the word that the text itself uses for it ('the Chairman')."""
        if any(_IN_CHAIR.search(known) for known in person.roles):
            return
        counts = Counter(m[1] for m in _IN_CHAIR_SAID.finditer(self.scene.text))
        self.roster.give_role(person, counts.most_common(1)[0][0] if counts else role)

    def substitutes(self) -> None:
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

    def titles(self) -> None:
        """Whoever was there under the title of a post holds it, and so does the only one who bears it throughout."""
        posts = {id(p): self._post_titles(p) for p in self.roster.people}
        borne = Counter(post_form(role) for roles in posts.values() for role in roles)
        for person in self.roster.people:
            for role in posts[id(person)]:
                alone = borne[post_form(role)] == 1 and (len(person.mentions) >= _THROUGHOUT or self._opened(person))
                there = person.attendance == "present" or (person.attendance is None and alone)
                if there and not any(post_form(role) in post_form(known) for known in person.roles):
                    self.roster.give_role(person, role)

    def _opened(self, person: Person) -> bool:
        """Did the person call the meeting to order?"""
        text = self.scene.text
        return any(
            _OPENED.search(text[max(0, start - _AROUND) : start]) or _OPENED.search(text[end : end + _AROUND])
            for start, end in person.mentions[:1]
        )

    def _post_titles(self, person: Person) -> list[str]:
        """The titles of the person that are posts, as printed."""
        titles = sorted(self.scene.titles.get(id(person), ()))
        found = (_POST_TITLE.fullmatch(title) for title in titles)
        return [match["post"] or match["worship"] for match in found if match]
