"""Names without a title in the body: when are capital words a person, and which person?"""

from __future__ import annotations

from minutes_extract.likeness import flat
from minutes_extract.recognise.scene import Scene, SceneReader
from minutes_extract.roster import Name, Person

_THINGS = ("ORG", "BODY", "HEAD", "MODIFIER", "NOBODY")  # labels of what is no name
_JOINS = frozenset(("(", ")", "/", "&"))  # what stands around the names of a delegation


class BareNames(SceneReader):
    """Weighs names that no title vouches for by what stands around them."""

    def __init__(self, scene: Scene, acting: frozenset[str]) -> None:
        super().__init__(scene, acting)
        self.speech = acting - scene.patterns.any_of("weak_act")
        self._before_name = scene.patterns.any_of("word_before_name")
        self._place_before = scene.patterns.any_of("place_before_name")

    def _inside_title(self, name: Name) -> bool:
        """Part of a longer run of capital words that is no name ('St Helen Charlotte Road')."""
        words, before = self.words, name.first - 1
        nxt = words.text[name.last] if name.last < len(words) else ""
        if nxt[:1].isupper() and not words.space[name.last] and words.upto("ORG", name.last) > name.last:
            return True
        return before >= 0 and words.text[before].istitle() and words.text[before].lower() in self._place_before

    def _inside_place(self, at: int) -> bool:
        words = self.words
        before = words.text[at - 1] if at else ""
        if len(before) == 1 and self.names.behind_slash(at - 1):
            return False  # 'M/S Marr/Blake': moved, seconded
        return before[:1].isupper() and not words.space[at - 1] and before.lower() not in self._before_name

    def _introduced(self, name: Name) -> bool:
        """Is an unknown initial and surname a person: a post or a verb follows, or it stands in mid-sentence?"""
        words, at = self.words, name.last
        if at < len(words) and words.text[at].lower() in self.speech:
            return True
        if (
            at < len(words)
            and words.text[at] == ","
            and self.posts.head_in(at + 1, min(len(words), at + 8)) is not None
        ):
            return True
        before = words.text[name.first - 1] if name.first else ""
        dotted = all("." in g for g in name.given) or len(name.given) > 1
        if dotted and before in _JOINS and words.text[at : at + 1] and words.text[at] in _JOINS:
            return True  # '(T. Dole/B. Mann & A. Vere)'
        if sum(g.count(".") for g in name.given) > 1 and self._own_line(name):
            return True  # a cell: 'G.W. Rhys'
        return dotted and before.islower() and before.isalpha() and len(words.text[name.name_last - 1]) > 2

    def _known_part(self, name: Name) -> Name:
        """'Keith Moor Computing', where the list has a Keith Moor: the person, and the first word of something else."""
        if len(name.given) < 2 or name.initials_only or self.roster.find(name):
            return name
        shorter = name._replace(
            given=name.given[:1], family=name.given[1], last=name.name_first + 2, name_last=name.name_first + 2
        )
        found = self.roster.find(shorter)
        same = len(found) == 1 and found[0].printed == shorter.printed
        return shorter if same and self.words.text[name.name_first + 1] == shorter.family else name

    def _two_forenames(self, name: Name) -> Person | None:
        """'Mary Ann will send a copy', where the list has one Mary Ann Prime."""
        if name.title or len(name.given) != 1 or self.roster.by_family.get(flat(name.family)):
            return None
        both = [flat(name.given[0]), flat(name.family)]
        called = [p for p in self.roster.by_given.get(both[0], ()) if [flat(g) for g in p.given] == both]
        return called[0] if len(called) == 1 else None

    def _own_line(self, name: Name) -> bool:
        words = self.words
        begins = name.first == 0 or "\n" in words.text[name.first - 1]
        return begins and (name.last >= len(words) or "\n" in words.text[name.last])

    def _subject(self, at: int) -> bool:
        """An unknown forename and surname before a verb of speech: 'Leemya McKell thanked'."""
        words = self.words
        return at + 2 < len(words) and words.text[at + 2].lower() in self.speech and self._bare_pair(at)

    def _bare_pair(self, at: int) -> bool:
        """Two capital words that nothing labels, with which a sentence begins and does not end."""
        words = self.words
        starts = at == 0 or words.space[at - 1] or words.text[at - 1] in (".", "•", "-", ")", ";")
        return starts and self._pair(at)

    def _pair(self, at: int) -> bool:
        """Two capital words that nothing labels, and something behind them."""
        words = self.words
        if at + 2 >= len(words) or not words.text[at + 1][:1].isupper():
            return False
        if any(words.upto(label, k) > k for k in (at, at + 1) for label in _THINGS):
            return False
        return all(
            len(words.text[k]) > 2 and not words.text[k].isupper() and words.text[k].isalpha() for k in (at, at + 1)
        )
