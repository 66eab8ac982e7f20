"""What stands under 'Decision:' on a page: the decision, or the telling that leads up to a resolution below it."""

from __future__ import annotations

import re

from minutes_extract.later import later

_LABEL = later(r"deci(?:sion|ded)s?|determination", re.IGNORECASE)
_RESOLVED = later(r"\W*(?:it was )?(?:\w+ly )?(?:resolved|agreed|recommended)\b", re.IGNORECASE)
_MINUTES = later(r"^[ \t]*Minutes[ \t]*:?[ \t]*$", re.MULTILINE)
# 'Decision: / Agreed that the lease be renewed.': a cue below the cue
_SECOND_CUE = later(r"\s*(?:It was )?(?:Agreed|Resolved|Decided)(?: unanimously)?:? (?=(?:that|to)\b)", re.IGNORECASE)
# Words that decide by themselves: 'That the lease be renewed', '(1) approve the plan', 'Noted.'
_DECIDES = later(
    r"\W*(?:that|to|noted|agreed|approved|granted|refused|deferred|recommended|(?:\d{1,2}|[a-z]|i{1,3})[.)])(?!\w)",
    re.IGNORECASE,
)
# a sentence of its own, or who moved it; 'Cabinet RESOLVED to note it' says only who resolved
_TELLS = later(r"[.:\n]|\b(?:moved|proposed|seconded)\b|,", re.IGNORECASE)


def leads_up(text: str, cue: str, start: int, end: int, below: str) -> bool:
    """Do the words between 'Decision:' and the cue `below` it only tell what led to the resolution?

    'Decision: / The Panel received a report on the ferry. / RESOLVED that the report be noted.'
    """
    if not _LABEL.match(cue) or not _RESOLVED.match(below):
        return False
    words = text[start:end]
    if not words.strip() or _MINUTES.search(text, start, end):
        return False  # the minutes begin between them: they print the decision again
    return _DECIDES.match(words) is None and _TELLS.search(words.strip()) is not None


def words_at(text: str, cue: str, start: int, end: int) -> int:
    """Where the words under a label begin: behind a second cue, if they begin with one."""
    second = _SECOND_CUE.match(text, start, end) if _LABEL.match(cue) else None
    return second.end() if second is not None else start
