"""People whom no list names and no title marks: 'Moved by Orton, seconded by Pell', 'Dale motioned to', 'Vote: Bell - yes'.

Who moves, seconds or votes is a person, so a bare surname in that place is one, and the rest of the text speaks of them by it.
"""

from __future__ import annotations

import re

from minutes_extract.likeness import flat
from minutes_extract.recognise.scene import Scene
from minutes_extract.roster import Name

_LONGEST = 3  # words of a name without title: 'Ann Marie Orton'
_BREAKS = frozenset((".", ",", ";", ":", "-", "–", "(", ")", "and", "*", "•", "|", '"'))
_LABELS = ("ORG", "BODY", "HEAD", "MODIFIER", "NOBODY", "PLURAL", "POST")


class ActedReader:
    """Enters into the roster whoever moved, seconded or voted under a name that it does not yet hold."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = scene.words

    def read(self) -> None:
        """Enter the people; the body is read for mentions of them afterwards."""
        scene = self.scene
        for rule in scene.patterns.near("recognise.acted", scene.text):
            for match in scene.patterns.matches(rule, scene.text):
                name = self._behind(match) if rule.form == "behind" else self._before(match)
                if name is not None and not self._known(name):
                    scene.person(name, rule.id)

    def _behind(self, match: re.Match[str]) -> Name | None:
        at = self.scene.word_at(match.end())
        name = self._at(max(at, self.words.upto("POST", at)))  # 'MOVED Director Orton'
        if name is None or self.words.start[at] != match.end():
            return None
        return name if self._ends(name.last) else None

    def _before(self, match: re.Match[str]) -> Name | None:
        """The name that ends where the match begins, and with which the sentence or a part of it begins."""
        last = self.scene.word_at(match.start())
        for first in range(max(0, last - _LONGEST), last):
            name = self._at(first)
            if name is not None and name.last == last and self._begins(first):
                return name
        return None

    def _at(self, at: int) -> Name | None:
        """A name of one to three capital words, none of which means something else."""
        words = self.words
        if at >= len(words) or self.scene.names.title_end(at) > at:
            return None  # a title marks the name, and the body is read for it
        name = self.scene.names.read(at, plural=True, listed=True)
        if name is None or name.last - at > _LONGEST:
            return None
        odd = any(
            len(words.text[k].rstrip(".")) < 2
            or words.text[k][-1].isdigit()
            or any(words.upto(label, k) > k for label in _LABELS)
            for k in range(name.name_first, name.name_last)
        )
        return None if odd else name

    def _begins(self, at: int) -> bool:
        return at == 0 or self.words.space[at - 1] or self.words.text[at - 1] in _BREAKS

    def _ends(self, at: int) -> bool:
        """Is the name followed by a stop or a small letter, not by the rest of a longer one?"""
        return at >= len(self.words) or not self.words.text[at][:1].isupper() or self.words.space[at]

    def _known(self, name: Name) -> bool:
        roster = self.scene.roster
        family = flat(name.family)
        if roster.find(name):
            return True
        return not name.given and (family in roster.by_given or family in roster.by_family or self._first_of(name))

    def _first_of(self, name: Name) -> bool:
        """Initials, or a forename that the text prints before a surname somewhere ('Al Sorrel')."""
        if len(name.family) < 4 and name.family.isupper():
            return True
        if name.family.lower() not in self.scene.names.any_forename:
            return False
        return re.search(rf"\b{re.escape(name.family)} [A-Z][a-z]", self.scene.text) is not None
