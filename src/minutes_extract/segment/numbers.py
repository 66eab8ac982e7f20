"""The printed numbers of items: how they are read, and how one follows another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b"
)
# '44.', '21/47', '7(a)', '6 (b)', '51a/19', '5.1', 'FGB 39/2122', 'C048/23', '16/09/6/1', '1.0', 'Item 5', 'Items 1 & 2.', 'Cou/285/07-08', '23-24/FRA/1', '06/21:01', 'F01:04/24', '01/20/F&R'
NUMBER = re.compile(
    r"(?P<lead>(?i:actions? (?=1(?:\.0|[.)]) )|(?:agenda )?items? (?:no\.? ?)?|(?:minute|cofnod|eitem) (?:no\.? |rhif )?|no\.? ?))?"
    r"\(?(?P<token>(?:(?!(?i:actions?|page|section|para|appendix|figure|table|motion|on|at|to|the|and|items?|minute|no|part|rule|res)\b)[A-Z][A-Za-z]{0,5}[ /.-]?)?"
    r"(?:\d{2,4}(?:[-/]\d{2,4})?/[A-Z]{2,5}/\d{1,3}(?!\d)|\d{2}/\d{1,3}:\d{2}(?!\d)|\d{1,4}[a-z]/\d{2,4}(?!\d)|\d{1,3} ?& ?\d{1,3}(?=[.:])|\d{1,5}(?::\d{1,2}(?=/\d))?(?:[./_-]\d{1,4}){0,4}"
    r"(?:(?<=\d) ?\([a-z]{1,4}\)|(?<=\d)[a-z](?![A-Za-z])|(?<=\d) [a-h](?=[).])|(?<=/\d\d)/[A-Z](?:&?[A-Z]){0,2}(?![\w&]))?))"
    r"(?P<close> :(?=\s)|[.):]{0,2})(?P<gap>[\s|/\u2013-]*)",
)
_DATE_TAIL = re.compile(
    rf"(?:st|nd|rd|th)?\s*(?:of )?{_MONTH}\b|\s*(?:am|pm|%)\b|\s*(?-i:minutes|years|days|weeks|months|people|members|votes?)\b|\s*(?-i:[Ff]or|[Aa]gainst)[,:;]|[stndrh]{{2}}\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:[0-3]?\d[-/][0-3]?\d[-/]\d\d|[0-3]?\d([-/.])[0-3]?\d\1(?:19|20)\d\d)"
)  # '5-14-01', '27.08.2019'
_MONTH_NAME = re.compile(_MONTH, re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"\d+")
_TWO = re.compile(r"\d ?& ?\d")
_NAMED = re.compile(r"[A-Za-z]{4,} \d+")  # 'REMEDY 4', 'Phase 2'
_OPENS = re.compile(r"[A-Z]{4,}")
_LETTER = re.compile(
    r"\(?(?P<token>[a-z]|[ivx]{1,5}|[A-H])(?P<close>[.)]{1,2})(?:\s+|(?=[A-Z]))|(?P<token2>[ivx]{1,5})\s+(?=[A-Z])"
)
BRACKETED = "(#)"  # the shape of '(1)'
_LETTERED = re.compile(r" ?\(?(?<=[\d( ])([a-z]{1,4})(?:\)$|(?=/)|$)")  # '7(a)', '7a', '7 a', '51a/19'
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}


class Label(NamedTuple):
    """A printed number: `token` as printed, its integers, and its shape ('#/#', 'FGB #/#', '#.')."""

    token: str
    numbers: tuple[int, ...]
    shape: str
    end: int  # where the words behind it begin, in the line's text
    close: str = ""  # the stop or bracket behind the number


@lru_cache(maxsize=2048)  # a line is asked for its number by each way of reading headings
def read_number(text: str, at: int = 0) -> Label | None:
    """The number with which `text[at:]` begins, or None: a date, a time and a quantity are not numbers of items."""
    match = NUMBER.match(text, at)
    if match is None:
        return None
    token, close, gap = match["token"], match["close"].lstrip(), match["gap"]
    rest = text[match.end() :]
    if rest and not gap and not (close and (rest[0].isupper() or rest[0] in "\"'(")) and not _glued(token, rest):
        return None
    if not close and _DATE_TAIL.match(text, match.end("token")):
        return None
    if token.isdigit() and (_YEAR.fullmatch(token) or (len(token) > 4 and not _minuted(token, rest))):
        return None  # a year, a telephone number
    if (not rest and _DATE.fullmatch(token)) or _NAMED.fullmatch(token):
        return None
    prefix = _LETTERS.match(token)
    if prefix and not close and _MONTH_NAME.fullmatch(prefix[0]):
        return None
    numbers = tuple(map(int, _DIGITS.findall(token)))
    if _TWO.search(token):
        return Label(token, numbers[-1:], "#", match.end(), close)
    letter = _LETTERED.search(token)
    if letter and len(letter[1]) == 1:
        numbers = (*numbers, ord(letter[1]) - 96)
    bare = token if letter is None else token[: letter.start()] + token[letter.end() :]
    shape = _DIGITS.sub("#", bare) + ("a" if letter else "")
    if shape == "#" and close[:1] == ")" and text[match.start("token") - 1 : match.start("token")] == "(":
        shape = BRACKETED
    return Label(token, numbers, shape, match.end(), close)


def _minuted(token: str, rest: str) -> bool:
    """Five digits before a title: a council that has numbered its minutes through for a century ('14365 POLICE MATTERS')."""
    return token[0] != "0" and _OPENS.match(rest) is not None


def _glued(token: str, rest: str) -> bool:
    """Is the number glued to its title: '1429/12/2019Apologies'?"""
    return "/" in token and rest[0].isupper() and rest[1:2].islower()


def read_letter(text: str, at: int = 0) -> Label | None:
    """The letter or Roman numeral with which `text[at:]` begins ('a)', '(ii)', 'B.'), or None."""
    match = _LETTER.match(text, at)
    if match is None:
        return None
    token = match["token"] or match["token2"]
    printed = f"({token})" if match[0][0] == "(" and match["close"] == ")" else token
    if len(token) > 1 or token in "ivx":
        number = _ROMAN.get(token)
        if number is None:
            return None
        return Label(printed, (number,), "i", match.end())
    return Label(printed, (ord(token.lower()) - 96,), "a" if token.islower() else "A", match.end())


def _one_apart(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Are the numbers equal but for one that is higher by one?"""
    return sorted(y - x for x, y in zip(a, b, strict=True)) == [0] * (len(a) - 1) + [1]


def step(before: Label, after: Label) -> str:
    """How `after` follows `before`: 'next', 'child', 'pop', 'gap', 'same', or '' where it does not follow."""
    a, b = before.numbers, after.numbers
    if a == b:
        return "same" if before.shape == after.shape else ""
    if len(b) > len(a):
        if len(b) == len(a) + 1 and b[-1] == 1 and after.shape.endswith("a") and _one_apart(a, b[:-1]):
            return "next"  # '5', '6(a)'
        return "child" if b[: len(a)] == a and b[len(a)] <= 1 and all(n <= 1 for n in b[len(a) :]) else ""
    if len(b) < len(a):
        if "/" in after.shape and _one_apart(a[: len(b)], b):
            return "pop"  # '51d/19', '52/19'
        k = len(b) - 1
        return "pop" if b[:k] == a[:k] and 1 <= b[k] - a[k] <= 3 else ""
    differ = [k for k in range(len(a)) if a[k] != b[k]]
    if len(differ) == 1:
        d = b[differ[0]] - a[differ[0]]
        if d > 1 and differ[0] < len(a) - 1 and b[-1] > 1 and set(before.shape) == {"#", "."}:
            return ""  # '7.1.2' before '7.3.2'
        return "next" if d == 1 else "gap" if 1 < d <= 12 else ""
    if len(differ) == 2 and differ[1] == differ[0] + 1 == len(a) - 1 and b[differ[0]] - a[differ[0]] in (1, 2):
        return "pop" if b[differ[1]] <= 1 else ""
    return ""
