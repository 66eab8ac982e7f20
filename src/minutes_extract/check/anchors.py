"""Do the anchors of a rule hold: can its pattern match nothing in which none of them stands?

For `patterns check` alone: it asks private modules of Python, which no document needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from minutes_extract.rules import Rule
from minutes_extract.rules.cues import folded

Node = tuple[Any, Any]  # what the parser of regular expressions makes of one piece of a pattern

_WORDINGS = 200  # a piece that can be worded in more ways is not spelt out
_APART = (r"\b", r"(?<!\w)")
_OPENING = 30  # characters after which a match must have begun as it says
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_EMPTY = (op.AT, op.ASSERT, op.ASSERT_NOT)


def hold(rule: Rule) -> bool:
    """True where every match of the rule holds one of its anchors."""
    anchors = [folded(anchor) for anchor in rule.anchors]
    return _needed(list(parser.parse(rule.pattern, rule.regex.flags)), anchors)


def begin(rule: Rule) -> bool:
    """True where every match of the rule begins with one of its `begins`, and no letter or digit stands before it."""
    begins = tuple(folded(word) for word in rule.begins)
    return rule.pattern.startswith(_APART) and _opens(list(parser.parse(rule.pattern, rule.regex.flags)), "", begins)


def _opens(nodes: Sequence[Node], said: str, begins: tuple[str, ...]) -> bool:
    """Does every wording of the pieces, behind what is said already, begin so?"""
    if said.startswith(begins):
        return True
    if not nodes or len(said) > _OPENING:
        return False
    (kind, value), *rest = nodes
    if kind in _EMPTY:
        return _opens(rest, said, begins)
    if kind is op.SUBPATTERN:
        return _opens([*value[3], *rest], said, begins)
    if kind is op.ATOMIC_GROUP:
        return _opens([*value, *rest], said, begins)
    if kind is op.BRANCH:
        return all(_opens([*branch, *rest], said, begins) for branch in value[1])
    if kind in _REPEATS:
        least, most, inside = value
        again = (kind, (max(0, least - 1), most if most is op.MAXREPEAT else most - 1, inside))
        return (least > 0 or _opens(rest, said, begins)) and (
            most == 0 or _opens([*inside, again, *rest], said, begins)
        )
    spelt = _spelt((kind, value))
    return spelt is not None and all(_opens(rest, said + letter, begins) for letter in spelt)


def _needed(nodes: Sequence[Node], anchors: list[str]) -> bool:
    """Does some piece of the sequence, or a run of pieces that can be spelt out, need an anchor?"""
    if any(_piece_needs(node, anchors) for node in nodes):
        return True
    for start in range(len(nodes)):
        wordings = [""]
        for node in (_last_turn(nodes[start]), *nodes[start + 1 :]):
            spelt = _spelt(node)
            if spelt is None or len(spelt) * len(wordings) > _WORDINGS:
                break
            wordings = [before + piece for before, piece in product(wordings, spelt)]
            if all(any(anchor in wording for anchor in anchors) for wording in wordings):
                return True
    return False


def _last_turn(node: Node) -> Node:
    """Of a piece that is repeated, what stands before the following piece: '(?: votes?| were){1,2} for' needs 'votes for'."""
    kind, value = node
    return (op.SUBPATTERN, (None, 0, 0, value[2])) if kind in _REPEATS and value[0] >= 1 else node


def _piece_needs(node: Node, anchors: list[str]) -> bool:
    kind, value = node
    if kind is op.SUBPATTERN:
        return _needed(value[3], anchors)
    if kind is op.ATOMIC_GROUP:
        return _needed(value, anchors)
    if kind is op.BRANCH:
        return all(_needed(branch, anchors) for branch in value[1])
    return kind in _REPEATS and value[0] >= 1 and _needed(value[2], anchors)


def _spelt(node: Node) -> list[str] | None:
    """All wordings of a piece, in small letters; None where they are too many to tell."""
    kind, value = node
    if kind is op.LITERAL:
        return [folded(chr(value))]
    if kind in _EMPTY:
        return [""]
    if kind is op.IN:
        ranges = [(c, c) if what is op.LITERAL else c for what, c in value if what in (op.LITERAL, op.RANGE)]
        few = len(ranges) == len(value) and sum(hi - lo + 1 for lo, hi in ranges) <= _WORDINGS
        return [folded(chr(c)) for lo, hi in ranges for c in range(lo, hi + 1)] if few else None
    if kind is op.SUBPATTERN:
        return _all_spelt(value[3])
    if kind is op.ATOMIC_GROUP:
        return _all_spelt(value)
    if kind is op.BRANCH:
        branches = [_all_spelt(branch) for branch in value[1]]
        return None if None in branches else [wording for branch in branches for wording in branch or []]
    if kind in _REPEATS and value[:2] == (0, 1):
        inside = _all_spelt(value[2])
        return None if inside is None else ["", *inside]
    return None


def _all_spelt(nodes: Sequence[Node]) -> list[str] | None:
    wordings = [""]
    for node in nodes:
        spelt = _spelt(node)
        if spelt is None or len(spelt) * len(wordings) > _WORDINGS:
            return None
        wordings = list(dict.fromkeys(before + piece for before, piece in product(wordings, spelt)))
    return wordings
