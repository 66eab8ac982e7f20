"""Which rules may match where: the anchors of all rules, found in one look through a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate, compress, count
from operator import add, or_

from minutes_extract.rules.model import Rule

Fits = Callable[[re.Match[str]], bool]
Use = tuple[str, bool]  # a stage, and whether matches of its rules begin with the anchor or only hold it
Marks = tuple[tuple[Use, int], ...]  # the rules of each use, bit k for the k-th of its stage
# Where an anchor begins, counted from the word; the whole of it where it reaches beyond the word; whose it is.
Hit = tuple[int, str, Marks]

_PARTED = re.compile(r"[^ \n]+")
_SHORT = 40  # characters of the words that are kept: most of them stood in the text before
_KNOWN = 50_000


class _Known(dict[str, tuple[Hit, ...]]):
    """By word, the anchors that it holds; found when a word is first asked for."""

    def __init__(self, held: Callable[[str], Iterator[Hit]]) -> None:
        self.held = held

    def __missing__(self, word: str) -> tuple[Hit, ...]:
        hits = tuple(hit for hit in self.held(word) if hit[2])
        if len(word) <= _SHORT:
            if len(self) >= _KNOWN:
                self.clear()
            self[word] = hits
        return hits


class Anchors:
    """The anchors of a set of rules. A rule without any may match everywhere."""

    def __init__(self, stages: Mapping[str, Sequence[Rule]]) -> None:
        self.stages = stages
        self.everywhere = dict.fromkeys(stages, 0)
        self.anchored: set[tuple[str, bool]] = set()  # by id, and whether by what its matches begin with
        own: dict[str, dict[Use, int]] = defaultdict(lambda: defaultdict(int))
        for stage, rules in stages.items():
            for k, rule in enumerate(rules):
                for begun, anchors in ((False, rule.anchors), (True, rule.begins)):
                    if anchors and all(map(str.strip, anchors)):
                        self.anchored.add((rule.id, begun))
                        for anchor in anchors:
                            own[folded(anchor)][stage, begun] |= 1 << k
                    elif not begun:
                        self.everywhere[stage] |= 1 << k
        # An anchor of several words is looked for by the longest of them.
        self._by: dict[str, list[Hit]] = defaultdict(list)
        for anchor, marks in own.items():
            word = max(_PARTED.finditer(anchor), key=lambda word: len(word[0]))
            self._by[word[0]].append((-word.start(), "" if word[0] == anchor else anchor, tuple(marks.items())))
        lengths: dict[str, set[int]] = defaultdict(set)  # of the anchors that begin with a letter
        for piece in self._by:
            lengths[piece[0]].add(len(piece))
        self._lengths = {letter: sorted(found) for letter, found in lengths.items()}
        self.known = _Known(self.held)
        self._chosen: dict[tuple[str, int], tuple[Rule, ...]] = {}

    def held(self, word: str) -> Iterator[Hit]:
        """The anchors that a word of a folded text holds, or may belong to."""
        for at, letter in enumerate(word):
            inside = at > 0 and (word[at - 1].isalnum() or word[at - 1] == "_")
            for length in self._lengths.get(letter, ()):
                if at + length > len(word):
                    break
                for before, anchor, marks in self._by.get(word[at : at + length], ()):
                    if at == 0 or before == 0:
                        yield at + before, anchor, tuple((use, mask) for use, mask in marks if not (inside and use[1]))

    def chosen(self, stage: str, mask: int) -> tuple[Rule, ...]:
        """The rules of a stage whose bits are set, in the order of their files."""
        known = self._chosen.get((stage, mask))
        if known is None:
            known = tuple(rule for k, rule in enumerate(self.stages[stage]) if mask >> k & 1)
            self._chosen[stage, mask] = known
        return known


class Cues:
    """Where the anchors stand in one text."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self.text = text
        self.anchors = anchors
        self._by_rule: dict[Use, dict[str, list[int]]] = {}
        found: dict[Use, list[tuple[int, int]]] = defaultdict(list)
        small = folded(text)
        words = small.replace("\n", " ").split(" ")
        hits = list(map(anchors.known.__getitem__, words))
        starts = map(add, accumulate(map(len, words), initial=0), count())
        for start, here in compress(zip(starts, hits, strict=False), hits):
            for at, anchor, marks in here:
                if not anchor or small.startswith(anchor, start + at):
                    for use, mask in marks:
                        found[use].append((start + at, mask))
        for places in found.values():
            places.sort()  # an anchor may begin some words before the one by which it was found
        self._found = found
        self._at = {use: [at for at, _ in places] for use, places in found.items()}
        self._masks = {use: [mask for _, mask in places] for use, places in found.items()}

    def places(self, stage: str, begun: bool = False) -> list[tuple[int, int]]:
        """Where anchors of a stage stand, in order, and the rules whose they are; `begun`: what their matches begin with."""
        return self._found.get((stage, begun), [])

    def rules(self, stage: str, lo: int, hi: int) -> tuple[Rule, ...]:
        """The rules of a stage that may match in text[lo:hi]; all others cannot."""
        mask = self.anchors.everywhere.get(stage)
        if mask is None:
            return ()
        at = self._at.get((stage, False), ())
        if at:
            first = bisect_left(at, lo)
            mask = reduce(or_, self._masks[stage, False][first : bisect_left(at, hi, first)], mask)
        return self.anchors.chosen(stage, mask)

    def parts(self, rule: Rule, lo: int, hi: int) -> Iterator[tuple[int, int]]:
        """The parts of text[lo:hi] in which a rule may match: lines with its anchors, or all where it may cross lines."""
        if (rule.id, False) not in self.anchors.anchored:
            yield lo, hi
            return
        places = self._of(rule, lo, hi)
        if not rule.one_line:
            yield from [(lo, hi)] if places else []
            return
        end = lo - 1
        for at in places:
            if at > end:
                start = max(lo, self.text.rfind("\n", lo, at) + 1)
                end = self.text.find("\n", at, hi)
                end = hi if end < 0 else end
                yield start, end

    def matches(self, rule: Rule, lo: int, hi: int, fits: Fits | None = None) -> Iterator[re.Match[str]]:
        """The matches of a rule in text[lo:hi], looked for in those parts alone, and where they can begin if the rule tells.

        Behind a match that does not fit, the search goes on one character later.
        """
        for at, end in self.parts(rule, lo, hi):
            if (rule.id, True) in self.anchors.anchored:
                for place in self._of(rule, at, end, begun=True):
                    if place >= at and (match := rule.regex.match(self.text, place, end)) and (not fits or fits(match)):
                        yield match
                        at = match.end()
            elif fits is None:
                yield from rule.regex.finditer(self.text, at, end)
            else:
                while match := rule.regex.search(self.text, at, end):
                    at = match.start() + 1
                    if fits(match):
                        yield match
                        at = max(match.end(), at)

    def _of(self, rule: Rule, lo: int, hi: int, begun: bool = False) -> list[int]:
        """Where in text[lo:hi] an anchor of the rule stands, or what its matches begin with."""
        use = rule.stage, begun
        if use not in self._by_rule:
            by_rule: dict[str, list[int]] = defaultdict(list)
            owners: dict[int, list[list[int]]] = {}  # the lists in which an anchor of these rules is entered
            for at, mask in self.places(*use):
                if mask not in owners:
                    owners[mask] = [by_rule[one.id] for one in self.anchors.chosen(rule.stage, mask)]
                for places in owners[mask]:
                    places.append(at)
            self._by_rule[use] = by_rule
        found = self._by_rule[use].get(rule.id, [])
        return found[bisect_left(found, lo) : bisect_left(found, hi)]


def lines_with(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end that hold a word, which is given in small letters."""
    small = folded(text)
    at = small.find(word)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = small.find(word, end)


def folded(text: str) -> str:
    """`text` in small letters, as long as before; the odd letters that `re.IGNORECASE` takes for i and s are those."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()
