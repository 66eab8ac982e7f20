"""When two printed names, titles or posts can be those of one person.

The words stand in patterns/base: forenames and their short forms, titles, posts that several people hold.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from minutes_extract.rules import load

# Forenames and posts that differ by a slip of the pen ('Stephen', 'Stephan') score above these.
_SAME_FORENAME = 85.0
_SAME_POST = 86.0
_SAME_WORDS = 92.0  # of a post in another order
_CHAIR = re.compile(r"\bchair(?:man|woman|person)\b", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|deputy|depute)[ -]+chair\b", re.IGNORECASE)
_OWN_BODY = re.compile(
    r"\s+(?:of|to) (?:the )?(?:committee|council|panel|board|meeting|cabinet|governors|sub-committee|parish council)$",
    re.IGNORECASE,
)
_JOINT = " and "  # between two posts that one person holds
_QUOTES = dict.fromkeys(map(ord, "'’‘`´\"‟“”"))


@lru_cache(maxsize=8192)
def flat(name: str) -> str:
    """A name for comparison: lower case, accents off, hyphens as spaces."""
    bare = unicodedata.normalize("NFKD", name.casefold().replace("-", " ").translate(_QUOTES))
    return "".join(c for c in bare if not unicodedata.combining(c)).replace(".", "").strip()


def forenames_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """No forename or initial of one contradicts the other: D. and David, Jo and Joanne, none and any."""
    return all(_forename_agrees(p, q) for p, q in zip(_given(a), _given(b), strict=False))


def _given(names: tuple[str, ...]) -> list[str]:
    """Forenames and initials to compare; 'RW' is two initials."""
    given = [flat(name) for name in names]
    if len(given) == 1 and names[0].isupper() and 1 < len(given[0]) <= 3:
        return list(given[0])
    return given


def _forename_agrees(p: str, q: str) -> bool:
    if p == q or not p or not q:
        return True
    long = load().tables["long_forename"]
    if len(p) == 1 or len(q) == 1:
        return p[0] == q[0] or long.get(p, p)[0] == long.get(q, q)[0]
    if p.startswith(q) or q.startswith(p) or long.get(p, p) == long.get(q, q):
        return True
    return fuzz.ratio(p, q) >= _SAME_FORENAME


def gender(title: str | None) -> Literal["male", "female"] | None:
    """What a title says of it, where it does."""
    words = (title or "").casefold().rstrip(".")
    return "male" if words in _words("title_male") else "female" if words in _words("title_female") else None


def titles_agree(a: str | None, b: str | None) -> bool:
    """No title of one contradicts the other: Mr and Mrs do, Councillor and Mrs do not."""
    return gender(a) is None or gender(b) is None or gender(a) == gender(b)


@lru_cache(maxsize=4096)
def title_rank(title: str | None) -> int:
    """0 for an elected person's title, 1 for a courtesy title, 9 for none."""
    if not title:
        return 9
    elected = _words("title_councillor")
    words = title.casefold().rstrip(".")
    return 0 if words in elected or any(word in elected for word in words.split()) else 1


@lru_cache(maxsize=4096)
def post_form(role: str) -> str:
    """A post for comparison: 'the Vice-Chairman of the Committee' is 'vice chair'."""
    form = re.sub(r"^(?:the|our|a|an) ", "", role.casefold()).replace("’", "'")
    form = re.sub(r"(?<=\w) ?\([^()]*\)", "", form).replace(" & ", _JOINT)
    form = _OWN_BODY.sub("", form)
    form = _CHAIR.sub("chair", form)
    form = _VICE.sub("vice chair", form)
    return re.sub(r"[^\w']+", " ", form).strip()


def ends_of_post(form: str) -> set[str]:
    """The first and the last word of a post for comparison, and of each post that is joined in it."""
    return {word for part in form.split(_JOINT) for word in (part.split(" ")[0], part.split(" ")[-1])}


@lru_cache(maxsize=65536)
def same_post(a: str, b: str) -> bool:
    """Two wordings of one post; one may begin the other ('Corporate Director', 'Corporate Director of Place')."""
    x, y = post_form(a), post_form(b)
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    if long in _words("post_in_full") and long.endswith(f" {short}"):
        return True
    if short in _words("post_of_many") or long.startswith("secretary of state"):
        return False
    if 2 <= len(short) <= 4 and short == "".join(word[0] for word in long.split()):
        return True  # 'CEO', 'DSO'
    if long.startswith(short + " "):
        return True
    if short in _words("post_of_one"):  # 'Parish Clerk', 'Parish Clerk and Responsible Financial Officer'
        beside = tuple(_words("post_beside_it"))
        if any(f" {part}".endswith(f" {short}") and not part.startswith(beside) for part in long.split(_JOINT)):
            return True
        if long.endswith(f" {short}"):
            return False
    if re.findall(r"\d+", x) != re.findall(r"\d+", y):
        return False
    return fuzz.ratio(x, y) >= _SAME_POST or (len(short) > 12 and fuzz.token_sort_ratio(x, y) >= _SAME_WORDS)


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(load().words[name])
