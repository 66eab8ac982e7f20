"""spaCy's tokeniser over the reading view, and which words are titles, posts, bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.attrs import IDX, LENGTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex
from spacy.vocab import Vocab

from minutes_extract.rules import Patterns

# Names keep their hyphens and apostrophes ("Hart-Lowe", "O'Neill"); a full stop stays on an initial ("D.") and
# on a short word of a post ("Senior Exec. Officer").
_PREFIXES = [r"[(\[\"'*|•<>/]", r"-(?=\S)"]
_SURNAME = 4  # letters of a surname that only a post vouches for
_OF_POSTS = ("ORG", "BODY", "HEAD", "MODIFIER", "NOBODY")
_MARKS = frozenset(',;:?!)]"*|>')  # of one letter each
_SUFFIXES = re.compile(
    r"(?:[,;:?!)\]\"*|>]|'[sS]?|(?<=[^\W\d_]{2})(?<!^Exec)(?<!^Asst)(?<!^Snr)(?<!^Admin)\.+|(?<=[\d)])\.|(?<=[\w:])-+|/)$"
)
_INFIXES = [
    r"(?<=[\w.)])[/–](?=\w)",
    r"(?<=[\w)]{2})[,:;](?=\w)",
    r"(?<=[\w)])(?=\()",
    r"[()\[\]|]",
    r"(?<=[a-z]{2})\.(?=[A-Z])",
    r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]|[A-Z]{3}|O')",  # 'T.Denhalm', 'T.DENHALM', "T.O'Dell"
    # 'Ada Fell-Chairman', 'Roy Dunn-Vice Chair': a dash, where 'Vice-Chair' is one word
    r"(?<=[a-z]{2})(?<!\b[Vv]ice)(?<!\b[Dd]eputy)(?<!\b[Pp]ast)(?<!ecretary)(?<!lerk)-(?=(?:Vice|Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer)$)",
    r"(?<=[a-z])-(?=(?:[yY]es|[aA]ye|[nN]ay|[yY]ea|[nN]o)$)",  # 'Lund-yes': the answer of a roll call
    r"(?<=[a-z])-(?=(?:YES|AYE|NAY|YEA|NO)$)",
    r"(?:(?<=PRESENT)|(?<=ATTENDANCE)|(?<=APOLOGIES))(?=[A-Z][a-z]{2})",
    # 'LundVillage': columns glued by the conversion; 'MacKenzie' and 'FitzHugh' are one word
    r"(?<=[a-z]{2})(?<!Mac)(?<!Fitz)(?<!Van)(?<!Von)(?<!Den)(?<!Del)(?<!Des)(?<!San)(?=[A-Z][a-z]{2})",
]
# The tokeniser takes a run of marks apart one by one and looks at all that is left each time; no name holds one.
_RUN = re.compile(r"[^\w\s]{40,}")
_LABELS = {
    "title_councillor": "TITLE",
    "title_civil": "TITLE",
    "title_post": "POST",
    "title_plural": "PLURAL",
    "post_nominal": "NOMINAL",
    "role_head": "HEAD",
    "role_modifier": "MODIFIER",
    "role_not_person": "NOBODY",
    "organisation_word": "ORG",
    "body_head": "BODY",
}


@dataclass(slots=True)
class Words:
    """The words of a text, and the longest phrase of each label that begins at each word."""

    text: list[str]
    start: list[int]
    end: list[int]
    space: list[bool]  # white space or nothing but white space
    phrase: dict[str, dict[int, int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.text)

    def upto(self, label: str, i: int) -> int:
        """Index behind the longest phrase of the label that begins at word i; i itself where none does."""
        return self.phrase[label].get(i, i)

    def may_name(self, first: int, last: int) -> bool:
        """Can words `first`..`last` be a name that only a post beside them vouches for: capital words, none of them claimed by
        posts, bodies or organisations, the surname no shorter than most?"""
        own = range(first, min(last, len(self)))
        return (
            bool(own)
            and len(self.text[own[-1]]) >= _SURNAME
            and all(self.text[k].istitle() for k in own)
            and not any(self.upto(label, k) > k for k in own for label in _OF_POSTS)
        )


class Language:
    """A tokeniser and the phrases of one set of patterns."""

    def __init__(self, patterns: Patterns) -> None:
        # A bare vocabulary: that of `spacy.blank("en")` works out twenty features of each new word, and none is read.
        self.tokenizer = Tokenizer(
            Vocab(),
            rules={},
            prefix_search=compile_prefix_regex(_PREFIXES).search,
            suffix_search=_suffix,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
        )
        self.words: dict[str, list[str]] = defaultdict(list)  # labels of phrases of one word
        # By the first two words: the words that follow, and the label.
        self.phrases: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
        for words, label in _LABELS.items():
            for phrase in patterns.words.get(words, []):
                first, *others = self._tokens(phrase)
                if others:
                    self.phrases[first, others[0]].append((others[1:], label))
                else:
                    self.words[first].append(label)
        self.firsts = self.words.keys() | {first for first, _ in self.phrases}

    def _tokens(self, phrase: str) -> list[str]:
        """The words of a phrase as the tokeniser would part them in a text, in small letters."""
        if phrase.islower() and phrase.replace(" ", "").isalpha():  # most are, and need no tokeniser
            return phrase.split()
        return [token.text.lower() for token in self.tokenizer(phrase)]

    def read(self, text: str) -> Words:
        """The words of `text`, labelled. Offsets are those of `text`."""
        text = _RUN.sub(lambda run: " " * len(run[0]), text)
        start, length = self.tokenizer(text).to_array([IDX, LENGTH]).T.tolist()
        end = list(map(int.__add__, start, length))
        said = [text[lo:hi] for lo, hi in zip(start, end, strict=True)]
        return Words(said, start, end, list(map(str.isspace, said)), self._labelled(said))

    def _labelled(self, said: list[str]) -> dict[str, dict[int, int]]:
        """Of each label, the longest phrase that begins at a word."""
        found: dict[str, dict[int, int]] = {label: {} for label in _LABELS.values()}
        kept = [k for k, word in enumerate(said) if word != "\n"]  # a phrase may be broken over two lines
        lower = [said[k].lower() for k in kept]
        for k in [k for k, word in enumerate(lower) if word in self.firsts]:  # one word in five
            word, behind = lower[k], lower[k + 1] if k + 1 < len(lower) else ""
            for label in self.words.get(word, ()):
                found[label][kept[k]] = kept[k] + 1
            for rest, label in self.phrases.get((word, behind), ()):
                last = k + 1 + len(rest)
                if lower[k + 2 : last + 1] == rest and kept[last] >= found[label].get(kept[k], 0):
                    found[label][kept[k]] = kept[last] + 1
        return found


def _suffix(word: str) -> re.Match[str] | None:
    """The mark that ends a word; most words have none, and that shows at their last letter."""
    last = word[-1:]
    if last.isalnum() and (last not in "sS" or word[-2:-1] != "'"):
        return None
    return _SUFFIXES.search(word, len(word) - 1 if last in _MARKS else 0)


@lru_cache(maxsize=4)
def language(patterns: Patterns) -> Language:
    """The pipeline for these patterns, built once."""
    return Language(patterns)
