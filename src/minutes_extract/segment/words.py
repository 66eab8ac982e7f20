"""How words look: a heading's or a statement's."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_extract.rules.words import alternation

_VERBS = alternation(
    "was were is are has had have will would should could agreed reported advised said stated informed asked spoke "
    "answered gave told queried felt thought highlighted attended wished replied undertook offered commented mentioned "
    "expressed referred read presented introduced congratulated intimated ruled heard updated reminded apologised "
    "apologized paid confirmed explained thanked welcomed declared resolved moved seconded been".split()
)
_PARTICIPLES = alternation(
    "proposed submitted recommended accepted raised suggested outlined noted requested considered discussed".split()
)
# A finite verb; a participle behind an article or a preposition ('for a proposed ordinance') is none.
FINITE = re.compile(
    rf"\b(?=[a-z])(?:{_VERBS}|(?<!to )be|"
    rf"(?<!\ba )(?<!\bthe )(?<!\bof )(?<!\bfor )(?<!\bas )(?<!\bany )(?<!\bto )(?<!\bto be ){_PARTICIPLES})\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"\s(?:was|were|is|are|has|had|have|will|would)\b", re.IGNORECASE)
_TASK = re.compile(
    r"to (?:receive|consider|approve|agree|note|confirm|discuss|record|sign|review|elect|appoint|adopt|accept|declare)\b",
    re.IGNORECASE,
)
# whose paper it is, below the title: 'Report of the Director of Harbours.'
REPORT = re.compile(r"\(?(?:joint )?reports? (?:of|by|from|attached)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:was|were|is|are|has|had|have|agreed|resolved|reported|advised)\b|\.", re.IGNORECASE)
_THERE_WAS = re.compile(r"(?:it|there) (?:was|were|is)\b", re.IGNORECASE)
_STOP_INSIDE = re.compile(r"[a-z]\. [A-Z]")
# short lines of their own that are no headings: of votes, of attendance, of parts of the agenda
BANNER = re.compile(
    r"(?:motion|resolution|res)(?: no)?[.:#]? ?#?[\d/.-]+[a-z]?|(?:motion )?(?:carried|lost|passed|failed|defeated)\b.*|motions?|motion (?:was )?made\b.*|no (?:matters|issues|actions|items|questions)(?: (?:arising|raised|reported|outstanding))?|resolutions?|roll call.*|ayes?|noes|nays|yeas|abstain\w*|absent|for|against|none|nil|minutes|agenda(?: items?)?|"
    r"(?:members?|councillors?|officers?|staff|officials?|those|others?|guests)?\s*(?:also )?(?:present|in attendance|attending).*|apologies from|disposition.*|proponents|opponents|neutral|"
    r"the (?:meeting (?:closed|ended|was)|motion).*|that .*|minutes of (?:a |the |an )?(?:\w+ )*meeting (?:of|held).*|minutes (?:(?:ordinary|extraordinary|regular|special|annual|general|council|board|committee) ){1,4}meeting|agenda(?:, decisions)? and (?:draft )?minutes|agenda and decisions|meeting documents|recommendation.?|amendment|proposed|seconded|signed.*|chair(?:man|person)?|clerk|date|(?:draft|unconfirmed|unapproved) minutes\b.*|"
    r"(?:un)?restricted items?|exempt items?|part (?:\d|[ivab])+\b.*|(?:public|open|confidential|private) (?:session|items?|business)|"
    r"matters for (?:decision|information|noting)|for (?:discussion|information|decision).{0,30}|action taken|by whom.*",
    re.IGNORECASE,
)
# where a statement begins behind a heading without a stop: 'Risk Assessment Update The Annual report has been received'
STATEMENT = re.compile(
    r"\s(?=(?:Upon|Following|The|A|An|It|There|No|None|All|This|Cllrs?\.?|Councillors?|Members?|From|Mrs?|Ms|Miss|Dr)\.?\s+[a-zA-Z]|"
    rf"[A-Z]{{2,3}}\s(?:{_VERBS}|{_PARTICIPLES})\b|"
    r"[a-h][.)] [A-Z]|[A-Z][\w'-]+\s(?:was|were|is|are|has|have|had|will|would|should|could|on to)\b)"
)
_CONNECTIVE = re.compile(
    r"(?:\b(?:of|and|the|for|to|in|on|with|a|an|by|from|at|or|under|between|into)|[-,&/(])$", re.IGNORECASE
)
_LONGEST = len("between") + 1
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


@lru_cache(maxsize=4096)
def is_sentence(words: str) -> bool:
    """A statement, not a heading: it has a finite verb and ends like a sentence, or it is very long."""
    count = len(words.split())
    if count > 45:
        return True
    if _THERE_WAS.match(words):
        return True
    if count <= 30 and _TASK.match(words) and (words[-1] not in ".;" or not _DONE.search(words)) and ". " not in words:
        return False  # 'To receive from the public any reports to be considered'
    stop = words.rstrip()[-1:]
    ends = stop in (".", ";")
    if (stop == ";" and count > 12) or (ends and count > 28):
        return True
    closed = (ends and count > 3) or _STOP_INSIDE.search(words) is not None
    return (closed or count > 9) and FINITE.search(words) is not None and (closed or not title_case(words))


def unfinished(text: str, at: int = 0, end: int | None = None) -> bool:
    """Does text[at:end] end in a word behind which more must follow: 'Minutes of the', 'Finance and'?"""
    end = len(text) if end is None else end
    return _CONNECTIVE.search(text, max(at, end - _LONGEST), end) is not None


def is_task(words: str) -> bool:
    """What the agenda asks of the meeting in a whole sentence: 'To approve the minutes of 4 May as a correct record.'"""
    return words.rstrip().endswith(".") and _TASK.match(words) is not None


def is_prose(rest: str) -> bool:
    """A statement or an answer behind a run-in heading ('None.', 'Cllr Mack sent apologies.')."""
    return (
        is_sentence(rest)
        or bool(
            re.match(
                r"(?:none|nil|no|noted|agreed|all (?:in favour|agreed)|carried|approved|as per|there (?:was|were)|it was)\b",
                rest,
                re.IGNORECASE,
            )
        )
        or len(rest) > 120
    )
