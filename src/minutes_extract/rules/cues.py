"""Which rules may match where: the anchors of all rules, found in one look through a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from minutes_extract.rules.model import Rule
from minutes_extract.rules.words import alternation

Fits = Callable[[re.Match[str]], bool]
Masks = dict[str, int]  # stage -> its rules, bit k for the k-th
Places = dict[str, tuple[list[int], list[int]]]  # by stage: the places in order, and the rules whose words stand there


class Scan:
    """The words of a set of rules, to be found in one look through a text. `before`: what must stand before them."""

    def __init__(self, own: Mapping[str, Masks], before: str = "") -> None:
        # The scan finds the longest word at a place; the shorter ones that it begins with stand there too.
        self.at: dict[str, Masks] = {word: _with_shorter(word, own) for word in own}
        self.regex = re.compile(f"{before}(?=({alternation(own)}))") if own else re.compile(r"(?!)()")

    def places(self, text: str) -> Places:
        """Where in the text the words stand."""
        places: Places = defaultdict(lambda: ([], []))
        for match in self.regex.finditer(folded(text)):
            for stage, mask in self.at[match[1]].items():
                at, masks = places[stage]
                at.append(match.start())
                masks.append(mask)
        return places


class Anchors:
    """The anchors of a set of rules. A rule without any may match everywhere."""

    def __init__(self, stages: Mapping[str, Sequence[Rule]]) -> None:
        self.stages = stages
        self.everywhere: Masks = {}
        anchors: dict[str, Masks] = defaultdict(lambda: defaultdict(int))
        begins: dict[str, Masks] = defaultdict(lambda: defaultdict(int))
        for stage, rules in stages.items():
            self.everywhere[stage] = sum(1 << k for k, rule in enumerate(rules) if not rule.anchors)
            for k, rule in enumerate(rules):
                for own, words in ((anchors, rule.anchors), (begins, rule.begins)):
                    for word in words:
                        own[folded(word)][stage] |= 1 << k
        self.anchors = Scan(anchors)
        self.begins = Scan(begins, r"(?<!\w)")
        self.ids = frozenset(rule.id for rules in stages.values() for rule in rules)
        self._chosen: dict[tuple[str, int], tuple[Rule, ...]] = {}

    def chosen(self, stage: str, mask: int) -> tuple[Rule, ...]:
        """The rules of a stage whose bits are set, in the order of their files."""
        if (stage, mask) not in self._chosen:
            self._chosen[stage, mask] = tuple(rule for k, rule in enumerate(self.stages[stage]) if mask >> k & 1)
        return self._chosen[stage, mask]


def _with_shorter(word: str, own: Mapping[str, Masks]) -> Masks:
    masks: Masks = defaultdict(int)
    for length in range(1, len(word) + 1):
        for stage, mask in own.get(word[:length], {}).items():
            masks[stage] |= mask
    return masks


class Cues:
    """Where the anchors stand in one text."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self.text = text
        self.anchors = anchors
        self._held = anchors.anchors.places(text)
        self._by_rule: dict[tuple[str, bool], dict[str, list[int]]] = {}  # by stage, and whether of `begins`

    @cached_property
    def _begun(self) -> Places:
        return self.anchors.begins.places(self.text)

    def rules(self, stage: str, lo: int, hi: int) -> tuple[Rule, ...]:
        """The rules of a stage that may match in text[lo:hi]; all others cannot."""
        if stage not in self.anchors.stages:
            return ()
        at, masks = self._held[stage]
        mask = self.anchors.everywhere[stage]
        for k in range(bisect_left(at, lo), bisect_left(at, hi)):
            mask |= masks[k]
        return self.anchors.chosen(stage, mask)

    def parts(self, rule: Rule, lo: int, hi: int) -> Iterator[tuple[int, int]]:
        """The parts of text[lo:hi] in which a rule may match: lines with its anchors, or all where it may cross lines."""
        if not rule.anchors or rule.id not in self.anchors.ids:
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
            if rule.begins and rule.id in self.anchors.ids:
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
        stage = rule.stage
        if (stage, begun) not in self._by_rule:
            by_rule: dict[str, list[int]] = defaultdict(list)
            for at, mask in zip(*(self._begun if begun else self._held)[stage], strict=True):
                for one in self.anchors.chosen(stage, mask):
                    by_rule[one.id].append(at)
            self._by_rule[stage, begun] = by_rule
        places = self._by_rule[stage, begun].get(rule.id, [])
        return places[bisect_left(places, lo) : bisect_left(places, hi)]


def folded(text: str) -> str:
    """`text` in small letters, as long as before; the odd letters that `re.IGNORECASE` takes for i and s are those."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()
