"""spaCy's tokeniser and phrase matcher over the reading view: which words are titles, posts, forenames."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex
from spacy.vocab import create_vocab

from minutes_extract.rules import Patterns

# Names keep their hyphens and apostrophes ("Hart-Lowe", "O'Neill"); a full stop stays on an initial ("D.") only.
_PREFIXES = [r"[(\[\"'*|•<>/]", r"-(?=\S)"]
_SUFFIXES = re.compile(r"(?:[,;:?!)\]\"*|>]|'[sS]?|(?<=[^\W\d_]{2})\.+|(?<=[\d)])\.|(?<=[\w:])-+|/)$")
_INFIXES = [
    r"(?<=[\w.)])[/–](?=\w)",
    r"(?<=\w{2})[,:;](?=\w)",
    r"(?<=[\w)])(?=\()",
    r"[()\[\]|]",
    r"(?<=[a-z]{2})\.(?=[A-Z])",
    r"(?<=\b[A-Z]\.)(?=[A-Z][a-z])",  # 'T.Denholm'
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


class Language:
    """A tokeniser and a matcher with the vocabulary of one set of patterns."""

    def __init__(self, patterns: Patterns) -> None:
        # As `spacy.blank("en")` makes it, without the tokeniser that would be thrown away: the half of its start-up.
        self.vocab = create_vocab("en", English.Defaults)
        self.tokenizer = Tokenizer(
            self.vocab,
            rules={},
            prefix_search=compile_prefix_regex(_PREFIXES).search,
            suffix_search=_SUFFIXES.search,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
        )
        self.matcher = PhraseMatcher(self.vocab, attr="LOWER")
        by_label: dict[str, list[str]] = defaultdict(list)
        for words, label in _LABELS.items():
            by_label[label] += patterns.words.get(words, [])
        for label, phrases in by_label.items():
            self.matcher.add(label, [self.tokenizer(phrase) for phrase in dict.fromkeys(phrases)])
        self.labels = {self.vocab.strings[label]: label for label in by_label}

    def read(self, text: str) -> Words:
        """The words of `text`, labelled. Offsets are those of `text`."""
        doc = self.tokenizer(_RUN.sub(lambda run: " " * len(run[0]), text))
        words = Words([], [], [], [], {label: {} for label in self.labels.values()})
        for token in doc:
            words.text.append(token.text)
            words.start.append(token.idx)
            words.end.append(token.idx + len(token.text))
            words.space.append(token.is_space)
        kept = [k for k, word in enumerate(words.text) if word != "\n"]  # a phrase may be broken over two lines
        for match_id, start, end in self.matcher(Doc(self.vocab, words=[words.text[k] for k in kept])):
            spans = words.phrase[self.labels[match_id]]
            first, last = kept[start], kept[end - 1] + 1
            if last > spans.get(first, 0):
                spans[first] = last
        return words


@lru_cache(maxsize=4)
def language(patterns: Patterns) -> Language:
    """The pipeline for these patterns, built once."""
    return Language(patterns)
