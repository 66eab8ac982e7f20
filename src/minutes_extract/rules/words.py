"""Word lists as pieces of a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

Tree = dict[str, "Tree"]


def alternation(words: Iterable[str]) -> str:
    """One non-capturing group of literal words that prefers the longest that fits, so that no word hides a longer one.

    Words that begin alike share their beginning: a list of a thousand words is then looked for as fast as one of ten,
    where `(?:a|b|c|...)` would try each of them at each character of the text.
    """
    words = sorted(set(words), key=lambda word: (-len(word), word))
    if any(word != word.lower() for word in words):  # 'Ab' would hide 'abc' where case does not count
        return f"(?:{'|'.join(map(re.escape, words))})"
    tree: Tree = {}
    for word in sorted(words):
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: Tree) -> str:
    """What may follow the characters that lead to a node of the tree; "" is a key where a word ends."""
    ends = "" in node
    parts = []
    for character, below in node.items():
        if not character:
            continue
        run = character
        while len(below) == 1 and "" not in below:
            ((following, below),) = below.items()
            run += following
        parts.append(re.escape(run) + _branches(below))
    if not ends:
        return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"(?:{'|'.join(parts)})?" if parts else ""
