"""When two records speak of the same thing: comparison of texts, names and roles, and one-to-one pairing.

Texts are compared after `fold`: the dress of a page (case, curly quotes, Markdown stars, line ends) decides nothing.
"""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

T = TypeVar("T")

_DRESS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "*": None, "_": None})
_EDGE = " .;:,-"

_DECIDED = r"agreed|resolved|decided|recommended|noted"
_CUE = re.compile(
    rf"(?:it was (?:\w+ly )?(?:{_DECIDED})(?: \w+ly)?|resolved|agreed|recommended|decision)"
    r"\b[:,]? *(?:that )?"
)
_THAT = re.compile(r"that ")

_TITLES = (
    {"councillor", "councillors", "cllr", "cllrs", "alderman", "ald", "bailie", "the"}
    | {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "reverend"}
    | {"sir", "dame", "lord", "lady", "baroness"}
)
_SAME_ROLE = 85
_SAME_SPELLING = 94  # one letter wrong in a name of some length


def fold(text: str | None) -> str:
    """The text as it is compared: `**Resolved:** “A” ` and `resolved: "a"` fold to the same string."""
    return " ".join((text or "").casefold().translate(_DRESS).split()).strip(_EDGE)


def ratio(a: str | None, b: str | None) -> float:
    """Likeness of two texts, 0 to 100, after folding."""
    return fuzz.ratio(fold(a), fold(b))


def overlap(a: str | None, b: str | None) -> float:
    """Likeness, 0 to 100, of the shorter text to the part of the longer that fits best."""
    return fuzz.partial_ratio(fold(a), fold(b))


def without_cue(text: str | None) -> str:
    """A clause folded, without its cue and a leading "that": where a parser cut the cue off does not decide a match."""
    whole = fold(text)
    cue = _CUE.match(whole) or _THAT.match(whole)
    return (whole[cue.end() :] if cue else whole) or whole


def _name_words(name: str | None) -> list[str]:
    words = re.sub(r"[^\w' -]", " ", fold(name)).split()
    return [word for word in words if word not in _TITLES]


def _forenames_agree(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and 1 in (len(a), len(b)))


def same_name(a: str | None, b: str | None) -> bool:
    """Same surname, and forenames that do not contradict each other: D. Chapman, David Chapman, Cllr Chapman."""
    x, y = _name_words(a), _name_words(b)
    if not x or not y:
        return False
    if fuzz.ratio(" ".join(x), " ".join(y)) >= _SAME_SPELLING:
        return True
    # zip stops at the shorter: a surname alone contradicts no forename
    return x[-1] == y[-1] and all(_forenames_agree(p, q) for p, q in zip(x[:-1], y[:-1], strict=False))


def same_surname(a: str | None, b: str | None) -> bool:
    """The last word is the same: lenient for a whole name, strict for a reference to someone known."""
    x, y = _name_words(a), _name_words(b)
    return bool(x and y) and x[-1] == y[-1]


def role_ratio(a: str | None, b: str | None) -> float:
    """Likeness of two posts, 0 to 100, a leading article aside."""
    x, y = (re.sub(r"^(?:the|a|an) ", "", fold(role)) for role in (a, b))
    return fuzz.ratio(x, y)


def same_role(a: str | None, b: str | None) -> bool:
    return role_ratio(a, b) >= _SAME_ROLE


def same_party(a: str | None, b: str | None) -> bool:
    """The same person or the same post."""
    return same_name(a, b) or same_role(a, b)


def pair(gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, best likeness first, earlier records first among equals; likeness 0 is no match."""
    scored = ((likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, i, j in sorted((entry for entry in scored if entry[0] > 0), key=lambda e: (-e[0], e[1], e[2])):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs
