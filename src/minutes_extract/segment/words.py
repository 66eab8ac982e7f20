"""How words look: a heading's or a statement's (patterns/segment/heading_words.toml)."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_extract.rules import Patterns

_STOP_INSIDE = re.compile(r"[a-z]\. [A-Z]")
_THERE_WAS = re.compile(r"(?:it|there) (?:was|were|is)\b", re.IGNORECASE)
_CONNECTIVE = re.compile(
    r"(?:\b(?:of|and|the|for|to|in|on|with|a|an|by|from|at|or|under|between|into)|[-,&/(])$", re.IGNORECASE
)
_LONGEST = len("between") + 1
_PROSE = 120  # characters
# where a statement begins behind a heading without a stop: 'Risk Assessment Update The Annual report has been received'
_STATEMENT = (
    r"\s(?=(?:{statement_start})\s+[a-zA-Z]|[A-Z]{2,3}\s(?:{told_verb}|{told_participle})\b|"
    r"[a-h][.)] [A-Z]|[A-Z][\w'-]+\s(?:was|were|is|are|has|have|had|will|would|should|could|on to)\b)"
)
_SMALL = frozenset(
    "of the and for in on to a an at by with from or as per re is be not any de la this its our".split()
)  # words that a heading may print without a capital


@lru_cache(maxsize=4096)  # a line is looked at by each way of reading headings
def title_case(words: str) -> bool:
    """Does every word of weight begin with a capital or a digit?"""
    heavy = False
    for word in words.replace("/", " ").split():
        if word.strip("\"'()&-,.:;").lower() in _SMALL or not any(map(str.isalnum, word)):
            continue
        if not (word.lstrip("\"'([")[:1].isupper() or word.lstrip("\"'([£$")[:1].isdigit()):
            return False
        heavy = True
    return heavy


def unfinished(text: str, at: int = 0, end: int | None = None) -> bool:
    """Does text[at:end] end in a word behind which more must follow: 'Minutes of the', 'Finance and'?"""
    end = len(text) if end is None else end
    return _CONNECTIVE.search(text, max(at, end - _LONGEST), end) is not None


@lru_cache(maxsize=4)
def heading_words(patterns: Patterns) -> HeadingWords:
    """The words of these patterns that tell headings from statements, read once."""
    return HeadingWords(patterns)


class HeadingWords:
    """What tells a heading from a statement by its words."""

    def __init__(self, patterns: Patterns) -> None:
        apart = "".join(rf"(?<!\b{word} )" for word in ("a", "the", "of", "for", "as", "any", "to", "to be"))
        # A finite verb; a participle behind an article or a preposition ('for a proposed ordinance') is none.
        self.finite = patterns.regex(rf"\b(?=[a-z])(?:{{told_verb}}|(?<!to )be|{apart}{{told_participle}})\b")
        self.auxiliary = patterns.regex(r"\s{auxiliary}\b")
        self.statement = patterns.regex(_STATEMENT, flags=0)
        self.banner = patterns.regex("{banner}")
        self.report = patterns.regex("{report_of}")
        self.resolving = patterns.regex(r"{resolving_verb}\b", flags=0)
        self.cue = patterns.regex("{heading_cue}")
        self.people = patterns.regex("{heading_people}")
        self.post = patterns.regex(r" {post_end}\b")
        self.abbreviated = patterns.regex(r"(?<!/)\b(?:{heading_abbreviation}|[a-z])$")
        self.verdict = patterns.regex(r"(?:^|[-\u2013] ){heading_verdict}\W*$")
        self._answer = patterns.regex("{heading_answer}")
        self._task = patterns.regex(r"to {task_verb}\b")
        self._did = patterns.regex(r"{body_did}\b[^\n]*\.$", flags=0)
        self._done = patterns.regex(r"\b{task_done}\b|\.")
        self.is_sentence = lru_cache(maxsize=4096)(self._is_sentence)  # each way of reading headings asks for a line

    def _is_sentence(self, words: str) -> bool:
        """A statement, not a heading: it has a finite verb and ends like a sentence, or it is very long."""
        count = len(words.split())
        if count > 45:
            return True
        if _THERE_WAS.match(words) or self._did.match(words):
            return True
        done = words[-1] in ".;" and self._done.search(words)
        if count <= 30 and self._task.match(words) and not done and ". " not in words:
            return False  # 'To receive from the public any reports to be considered'
        stop = words.rstrip()[-1:]
        ends = stop in (".", ";")
        if (stop == ";" and count > 12) or (ends and count > 28):
            return True
        closed = (ends and count > 3) or _STOP_INSIDE.search(words) is not None
        return (closed or count > 9) and self.finite.search(words) is not None and (closed or not title_case(words))

    def is_task(self, words: str) -> bool:
        """What the agenda asks of the meeting in a whole sentence: 'To approve the minutes of 4 May as a correct record.'"""
        return words.rstrip().endswith(".") and self._task.match(words) is not None

    def is_prose(self, rest: str) -> bool:
        """A statement or an answer behind a run-in heading ('None.', 'Cllr Mack sent apologies.')."""
        return self.is_sentence(rest) or self._answer.match(rest) is not None or len(rest) > _PROSE
