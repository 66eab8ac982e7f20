"""Headings are chosen together: the best chain of numbered candidates through the whole document."""

from __future__ import annotations

import re

from minutes_extract.segment.candidates import Candidate
from minutes_extract.segment.numbers import step
from minutes_extract.segment.strays import out_of_order, printed_twice
from minutes_extract.segment.words import HeadingWords

# What a step is worth. Tuned on real minutes so that one weak heading between two strong neighbours is kept,
# and a list of clauses inside an item cannot outweigh the items around it.
_STEP = {"next": 2.0, "pop": 2.0, "child": 1.2, "gap": 0.2, "same": -1.2}
_OTHER_DRESS = -0.8
_ROW = -4.0  # what is worth less is a row of a list, and no point of an item either
_LOOK_BACK = 24
_HEAD = re.compile(r"[A-Za-z(]*[ /.-]?")  # what stands before the number

_Latest = dict[tuple[str, tuple[int, ...]], list[int]]


def best_chain(candidates: list[Candidate], words: HeadingWords, lines: int) -> list[Candidate]:
    """The best chain of all ways of numbering: the order of business runs through the whole document of `lines` lines,
    a list inside an item only through a part of it, so a chain's worth counts by how much of the document it spans."""
    families: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        families.setdefault(_family(candidate), []).append(candidate)
    best: tuple[float, list[Candidate]] = (0.0, [])
    for members in families.values():
        worth, chain = _with_children(members)
        if chain:
            spanned = chain[-1].at - chain[0].at + 1
            worth *= 0.15 + spanned / max(1, lines)
        if worth > best[0]:
            best = (worth, chain)
    chain = _without_bare_children(best[1], words)
    return sorted([*chain, *out_of_order(chain, candidates), *printed_twice(chain, candidates)], key=lambda c: c.at)


def _with_children(members: list[Candidate]) -> tuple[float, list[Candidate]]:
    """The best chain of whole numbers first, then the points between them ('5.1', '5.2' behind '5'): however long a list
    of points is, it cannot pull the chain to itself."""
    ones = {c.label.numbers for c in members if c.label is not None and len(c.label.numbers) == 1}
    whole = [
        c
        for c in members
        if c.label is not None
        and (len(c.label.numbers) == 1 or (c.label.shape == "#a" and c.label.numbers[:1] not in ones))  # '6(a)', '6(b)'
    ]
    worth, chain = _best_of(whole)
    if len(whole) == len(members):
        return worth, chain
    every = _best_of(members)
    if len(chain) < 3 or chain[-1].at - chain[0].at < 0.6 * (every[1][-1].at - every[1][0].at):
        return every
    out: list[Candidate] = []
    ends = [*(c.at for c in chain[1:]), max(c.at for c in members) + 1]
    for c, end in zip(chain, ends, strict=True):
        assert c.label is not None
        number = c.label.numbers
        points = [
            p
            for p in members
            if p.label is not None
            and p.score > _ROW
            and c.at < p.at < end
            and p.label.numbers[:1] == number
            and len(p.label.numbers) > 1
            and p.label.numbers[1:] != (0,)  # '6.0' behind '6.': of a paper that the item speaks of
        ]
        out += [c, *(_best_of(points)[1] or points[:1])]
    return worth, out


def _without_bare_children(chain: list[Candidate], words: HeadingWords) -> list[Candidate]:
    """Leave out numbered points of an item ('7.1 Letter from ...') that are no items: sentences, or lines without a body.

    Siblings are judged together: headings of their own are the rule among them or the exception.
    """
    numbers = {c.label.numbers for c in chain if c.label is not None}
    siblings: dict[tuple[int, ...], list[Candidate]] = {}
    headed: dict[int, bool] = {}
    for k, c in enumerate(chain):
        parent = _parent(c, numbers)
        if parent is None:
            continue
        nxt = chain[k + 1] if k + 1 < len(chain) else None
        bare = nxt is not None and nxt.line <= c.last_line + 1 and nxt.line != c.line and not c.run_in
        dressed = any(d in c.dress for d in ("bold", "caps", "md"))
        told = words.finite.search(c.title) is not None and not c.stock and not dressed
        headed[id(c)] = not c.sentence and bool(c.title) and not told and (dressed or not bare)
        siblings.setdefault(parent, []).append(c)
    dropped: set[int] = set()
    rare = sum(headed.values()) < 0.35 * len(headed)  # in this document numbered points are seldom headings
    for parent, group in siblings.items():
        good = [c for c in group if headed[id(c)]]
        if len(good) * 2 <= len(group) or rare:
            paragraphs = (
                rare and parent[-1] == 0
            )  # where headings are '5.0', '5.1 Matters arising ...' opens a paragraph
            good = [c for c in good if c.stock and not paragraphs]
        dropped.update(id(c) for c in group if c not in good)
    return [c for c in chain if id(c) not in dropped]


def _parent(c: Candidate, numbers: set[tuple[int, ...]]) -> tuple[int, ...] | None:
    """The number of the item that a numbered point belongs to: 5 of 5.1 and of 5.4.9, 3.0 of 3.1; None for an item itself."""
    assert c.label is not None
    own = c.label.numbers
    if len(own) < 2 or "/" in c.label.shape:
        return None
    ancestor = next((own[:k] for k in range(len(own) - 1, 0, -1) if own[:k] in numbers), None)
    zero = (*own[:-1], 0)
    return ancestor or (zero if own[-1] > 0 and zero in numbers else None)


def _best_of(candidates: list[Candidate]) -> tuple[float, list[Candidate]]:
    """The chain with the highest sum of heading scores and steps; empty where none has two links.

    For each candidate only predecessors that its number can follow are looked at (the last ones of each number), so the
    time grows linearly with the number of candidates.
    """
    best: list[float] = []
    back: list[int] = []
    latest: _Latest = {}
    under: _Latest = {}
    for i, candidate in enumerate(candidates):
        label = candidate.label
        assert label is not None
        top, source = 0.0, -1
        for j in _predecessors(candidate, latest, under):
            before = candidates[j]
            assert before.label is not None
            worth = _STEP.get(step(before.label, label), -99.0)
            if before.label.numbers == label.numbers and _lists(candidates, j, i):
                continue
            if before.dress != candidate.dress:
                worth += _OTHER_DRESS
            if before.last_line >= candidate.line and before.at != candidate.at and before.line != candidate.line:
                worth -= 1.5
            if best[j] + worth > top:
                top, source = best[j] + worth, j
        best.append(candidate.score + top)
        back.append(source)
        family, numbers = _family(candidate), label.numbers
        latest.setdefault((family, numbers), []).append(i)
        for length in range(1, len(numbers)):
            under.setdefault((family, numbers[:length]), []).append(i)
    if not best:
        return 0.0, []
    at = max(range(len(best)), key=lambda k: (best[k], k))
    worth = best[at]
    chain: list[Candidate] = []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return (worth, chain[::-1]) if len(chain) > 1 else (0.0, [])


def _lists(candidates: list[Candidate], j: int, i: int) -> bool:
    """Does candidate i end a list inside item j whose last number is the item's own ('6. Call for items: 1., 2., ... 6.')?"""
    last = candidates[i - 1].label if i - 1 > j else None
    return last is not None and step(last, candidates[i].label) == "next"  # type: ignore[arg-type]


def _family(candidate: Candidate) -> str:
    assert candidate.label is not None
    shape = candidate.label.shape
    head = _HEAD.match(shape)
    return (head[0] if head else "") + ("/" if "/" in shape else "")


def _predecessors(candidate: Candidate, latest: _Latest, under: _Latest) -> list[int]:
    """Indices of earlier candidates whose number the candidate's number can follow.

    `latest` holds the candidates of each number, `under` those whose number begins with it; only the last ones of each
    are looked at.
    """
    label = candidate.label
    assert label is not None
    n = label.numbers
    keys: set[tuple[int, ...]] = {n}
    for k in range(len(n)):
        for d in range(1, 13):
            if n[k] - d >= 0:
                keys.add((*n[:k], n[k] - d, *n[k + 1 :]))
    if n[-1] <= 1:
        keys.add(n[:-1])
        keys |= {(*n[:k], n[k] - 1, *n[k + 1 : -1]) for k in range(len(n) - 1)}
    family = _family(candidate)
    found = [i for key in keys for i in latest.get((family, key), ())[-_LOOK_BACK:]]
    for length in (len(n), len(n) - 1):  # pops: '5.3' -> '6', '4.4' -> '5.0'
        k = length - 1
        if k < 0 or (length < len(n) and n[-1] > 1):
            continue
        for d in range(1, 4 if length == len(n) else 3):
            found += under.get((family, (*n[:k], n[k] - d)), ())[-_LOOK_BACK:]
    if "/" in label.shape:  # '51d/19' -> '52/19'
        found += under.get((family, (n[0] - 1, *n[1:])), ())[-_LOOK_BACK:]
    return found
