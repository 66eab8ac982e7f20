"""Parts a text into words, as spaCy's tokeniser would with the same expressions: a test compares the two.

Loading spaCy for it alone took longer than everything else that a start does.
"""

from __future__ import annotations

import re
from itertools import pairwise

# Names keep their hyphens and apostrophes ("Hart-Lowe", "O'Neill"); a full stop stays on an initial ("D.") and
# on a short word of a post ("Senior Exec. Officer").
PREFIX = re.compile(r"[(\[\"'*|•<>/]|-(?=\S)")
SUFFIX = re.compile(
    r"(?:[,;:?!)\]\"*|>]|'[sS]?|(?<=[^\W\d_]{2})(?<!^Exec)(?<!^Asst)(?<!^Snr)(?<!^Admin)\.+|(?<=[\d)])\.|(?<=[\w:])-+|/)$"
)
INFIX = re.compile(
    "|".join(
        (
            r"(?<=[\w.)])[/–](?=\w)",
            r"(?<=[\w)]{2})[,:;](?=\w)",
            r"(?<=[\w)])(?=\()",
            r"[()\[\]|]",
            r"(?<=[a-z]{2})\.(?=[A-Z])",
            r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]|[A-Z]{3})",  # 'T.Denhalm', 'T.DENHALM'
            r"(?<=[a-z])-(?=(?:[yY]es|[aA]ye|[nN]ay|[yY]ea|[nN]o)$)",  # 'Lund-yes': the answer of a roll call
            r"(?<=[a-z])-(?=(?:YES|AYE|NAY|YEA|NO)$)",
            # 'LundVillage': columns glued by the conversion; 'MacKenzie' and 'FitzHugh' are one word
            r"(?<=[a-z]{2})(?<!Mac)(?<!Fitz)(?<!Van)(?<!Von)(?<!Den)(?<!Del)(?<!Des)(?<!San)(?=[A-Z][a-z]{2})",
        )
    )
)
_PIECE = re.compile(r"\S+ ?|\s+")  # the space behind a word parts it from the next; any other white space is a word
# A run of marks would be taken apart one by one; no name holds one.
_MARKS = 40
_RUN = re.compile(rf"[^\w\s]{{{_MARKS},}}")
_KNOWN = 50_000  # pieces whose words are kept: most words of a text stood in the one before


class Tokeniser:
    """Parts texts into words, and keeps the words of the pieces that it has seen."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> tuple[list[str], list[int]]:
        """The words of a text and where they begin."""
        text = _RUN.sub(lambda run: " " * len(run[0]), text)
        said: list[str] = []
        start: list[int] = []
        at = 0
        for piece in _PIECE.findall(text):
            words = self._known.get(piece) or self._parted(piece)
            start.append(at)
            said.append(words[0])
            if len(words) > 1:
                behind = at
                for before, word in pairwise(words):
                    behind += len(before)
                    start.append(behind)
                    said.append(word)
            at += len(piece)
        return said, start

    def _parted(self, piece: str) -> tuple[str, ...]:
        if len(self._known) >= _KNOWN:
            self._known.clear()
        words = self._known[piece] = (piece,) if piece.isspace() else parted(piece.removesuffix(" "))
        return words


def parted(word: str) -> tuple[str, ...]:
    """What stands between two spaces, without the marks around it and parted where words were glued."""
    before: list[str] = []
    behind: list[str] = []
    while word:
        if (prefix := PREFIX.match(word)) is not None:
            before.append(prefix[0])
            word = word[prefix.end() :]
        if (suffix := SUFFIX.search(word, max(0, len(word) - _MARKS))) is not None:
            behind.append(suffix[0])
            word = word[: suffix.start()]
        if prefix is None and suffix is None:
            break
    return (*before, *_within(word), *reversed(behind))


def _within(word: str) -> list[str]:
    words: list[str] = []
    at = 0
    for infix in INFIX.finditer(word):
        if infix.start() > 0:
            words += filter(None, (word[at : infix.start()], infix[0]))
            at = infix.end()
    return [*words, word[at:]] if word[at:] else words
