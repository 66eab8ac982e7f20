"""The words in which minutes print numbers and options of a vote."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_NUMBERS = {word: k for k, word in enumerate(_SMALL.split())}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NOBODY = frozenset(("no", "none", "nil", "nobody", "no-one", "no one"))
# Options by the first letters of the printed word; who stood aside for an interest ('Recuse') took no side.
_OPTIONS = (
    ("yes", ("ye", "ay", "for", "in f", "in the a")),
    ("no", ("no", "na", "ag", "op", "in the n")),
    ("abstain", ("abst", "rec", "con")),
    ("absent", ("abse", "exc")),
)


def number(word: str) -> int | None:
    """'7', 'seven', 'twenty-one', 'none' as a number; None for any other word."""
    word = word.lower()
    if word.isdecimal():
        return int(word)
    if word in _NOBODY:
        return 0
    tens, _, ones = word.partition("-")
    if tens in _TENS and (not ones or ones in _NUMBERS):
        return _TENS[tens] + _NUMBERS.get(ones, 0)
    return _NUMBERS.get(word)


def option(word: str) -> str:
    """The option of a printed word: 'Yeas', 'Against', 'Recuse'."""
    word = word.strip().lower()
    return next((name for name, begins in _OPTIONS if word.startswith(begins)), "abstain")
