"""Members that stand one under the other below the title, with no label before them."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.likeness import title_rank
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.lists import ListReader
from minutes_extract.recognise.said import Entry

_FEWEST = 4  # councillors; fewer lines may be a list of something else
_CHAIR = re.compile(r"(?:town )?(?:chair|mayor)", re.IGNORECASE)
_COUNCILLOR = re.compile(r"\bcouncill?or\b", re.IGNORECASE)  # of another council: 'Cllr Dow - District Councillor'


def member_lines(words: Words, text: str, lists: ListReader, lo: int, hi: int) -> list[Entry]:
    """The first run of lines that each name one person with a title, where one of them took the chair; else nobody."""
    run: list[Entry] = []
    at = lo
    while at < hi:
        end = text.find("\n", at, hi)
        end = hi if end < 0 else end
        entries, _, unread = lists.read(bisect_left(words.start, at), bisect_left(words.start, end))
        if len(entries) == 1 and not unread and _is_member(words, entries[0]):
            run += entries
        elif len(run) >= _FEWEST:
            break
        else:
            run = []
        at = end + 1
    elected = sum(entry.name is not None and title_rank(entry.name.title) == 0 for entry in run)
    chaired = any(_CHAIR.match(post) for entry in run for post in _posts(words, entry))
    return run if elected >= _FEWEST and chaired else []


def _is_member(words: Words, entry: Entry) -> bool:
    named = entry.name is not None and entry.name.title is not None
    return named and not any(_COUNCILLOR.search(post) for post in _posts(words, entry))


def _posts(words: Words, entry: Entry) -> list[str]:
    return [" ".join(words.text[a:b]) for a, b in entry.roles]
