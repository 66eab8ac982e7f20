"""A printed name as it is compared with those of other meetings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from minutes_extract.likeness import flat, gender, title_rank

_ASIDE = re.compile(r"\([^()]*\)|,.*$", re.DOTALL)
_INITIALS = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.){2,4}")

Depth = Literal["initials", "surname", "initial", "full"]


@dataclass(frozen=True, slots=True)
class Form:
    """A name without its title: forenames or initials as printed, and the surname to compare.

    `depth` says how much of it is printed: 'PN' initials, 'Potter' surname, 'J. Potter' initial, 'Jane Potter' full.
    """

    given: tuple[str, ...]
    family: str
    gender: Literal["male", "female"] | None
    elected: bool | None  # a title says so, or says not
    depth: Depth

    @property
    def called(self) -> str:
        """The forenames to compare: 'SIÂN' and 'Sian' are equal."""
        return flat(" ".join(self.given))


def form(name: str, title: str | None) -> Form:
    """The form of a printed name. 'Michael (Mike) Bird', 'Dr A. van der Berg' and 'PN' are all read."""
    bare = " ".join(_ASIDE.sub(" ", name).split()) or name.strip()
    rank = title_rank(title)
    elected = None if rank == 9 else rank == 0
    if title is None and _INITIALS.fullmatch(bare):
        return Form(tuple(bare.replace(".", "")), "", gender(title), elected, "initials")
    words = bare.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():  # 'van der' belongs to the surname
        first -= 1
    given = tuple(words[:first])
    return Form(given, flat(" ".join(words[first:])), gender(title), elected, _depth(given))


def _depth(given: tuple[str, ...]) -> Depth:
    if not given:
        return "surname"
    return "full" if any(len(g.replace(".", "")) > 1 and not _INITIALS.fullmatch(g) for g in given) else "initial"


def letters(form: Form) -> set[str]:
    """The initials that could stand for a name: 'jp' and 'jmp' for Jane Mary Potter."""
    if form.depth in ("initials", "surname"):
        return set()
    given = "".join(flat(g)[:1] for g in form.given)
    family = "".join(part[:1] for part in form.family.split())
    return {given + family, given[:1] + family, given[:1] + family[-1:]}
