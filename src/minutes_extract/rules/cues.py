"""Which rules may match where: the anchors of all rules, found in one look through a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from minutes_extract.rules.model import Rule
from minutes_extract.rules.words import alternation

Masks = dict[str, int]  # stage -> its rules, bit k for the k-th


class Anchors:
    """The anchors of a set of rules. A rule without any may match everywhere."""

    def __init__(self, stages: Mapping[str, Sequence[Rule]]) -> None:
        self.stages = stages
        self.everywhere: Masks = {}
        own: dict[str, Masks] = defaultdict(lambda: defaultdict(int))
        for stage, rules in stages.items():
            self.everywhere[stage] = sum(1 << k for k, rule in enumerate(rules) if not rule.anchors)
            for k, rule in enumerate(rules):
                for anchor in rule.anchors:
                    own[folded(anchor)][stage] |= 1 << k
        # The scan finds the longest anchor at a place; the shorter ones that it begins with stand there too.
        self.at: dict[str, Masks] = {anchor: _with_shorter(anchor, own) for anchor in own}
        self.regex = re.compile(f"(?=({alternation(own)}))") if own else re.compile(r"(?!)()")
        self.ids = frozenset(rule.id for rules in stages.values() for rule in rules)
        self._chosen: dict[tuple[str, int], tuple[Rule, ...]] = {}

    def chosen(self, stage: str, mask: int) -> tuple[Rule, ...]:
        """The rules of a stage whose bits are set, in the order of their files."""
        if (stage, mask) not in self._chosen:
            self._chosen[stage, mask] = tuple(rule for k, rule in enumerate(self.stages[stage]) if mask >> k & 1)
        return self._chosen[stage, mask]


def _with_shorter(anchor: str, own: Mapping[str, Masks]) -> Masks:
    masks: Masks = defaultdict(int)
    for length in range(1, len(anchor) + 1):
        for stage, mask in own.get(anchor[:length], {}).items():
            masks[stage] |= mask
    return masks


class Cues:
    """Where the anchors stand in one text."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self.text = text
        self.anchors = anchors
        self._at: dict[str, list[int]] = {stage: [] for stage in anchors.stages}
        self._masks: dict[str, list[int]] = {stage: [] for stage in anchors.stages}
        self._places: dict[str, dict[str, list[int]]] = {}  # by stage and rule
        for match in anchors.regex.finditer(folded(text)):
            for stage, mask in anchors.at[match[1]].items():
                self._at[stage].append(match.start())
                self._masks[stage].append(mask)

    def rules(self, stage: str, lo: int, hi: int) -> tuple[Rule, ...]:
        """The rules of a stage that may match in text[lo:hi]; all others cannot."""
        if stage not in self._at:
            return ()
        at, masks = self._at[stage], self._masks[stage]
        mask = self.anchors.everywhere[stage]
        for k in range(bisect_left(at, lo), bisect_left(at, hi)):
            mask |= masks[k]
        return self.anchors.chosen(stage, mask)

    def parts(self, rule: Rule, lo: int, hi: int) -> Iterator[tuple[int, int]]:
        """The parts of text[lo:hi] in which a rule may match: lines with its anchors, or all where it may cross lines."""
        if not rule.anchors or rule.id not in self.anchors.ids:
            yield lo, hi
            return
        places = self._of(rule)
        places = places[bisect_left(places, lo) : bisect_left(places, hi)]
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

    def _of(self, rule: Rule) -> list[int]:
        stage = rule.stage
        if stage not in self._places:
            places: dict[str, list[int]] = defaultdict(list)
            for at, mask in zip(self._at[stage], self._masks[stage], strict=True):
                for anchored in self.anchors.chosen(stage, mask):
                    places[anchored.id].append(at)
            self._places[stage] = places
        return self._places[stage].get(rule.id, [])


def folded(text: str) -> str:
    """`text` in small letters, as long as before; the odd letters that `re.IGNORECASE` takes for i and s are those."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()
