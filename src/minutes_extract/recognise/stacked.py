"""Lists that print each post on the line below its holder: 'Ada Bell' / 'Chief Executive' / 'Roy Dunn' / 'Group Manager'."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_extract.recognise.entries import Entry
from minutes_extract.recognise.language import Words
from minutes_extract.recognise.names import NameReader
from minutes_extract.recognise.roles import PostReader
from minutes_extract.roster import Name

_FEWEST = 3  # holders with a post below them; fewer may be chance
_LONGEST = 12  # words of a line that is a post


@dataclass(slots=True)
class _Line:
    first: int
    last: int
    name: Name | None
    post: bool


def stacked(words: Words, names: NameReader, posts: PostReader, start: int, end: int) -> dict[int, Entry]:
    """The entries of such a list by their first word; none where a single name has no post below it.

    A post that stands above a name and below no other is of that name too: 'Meeting Secretary' / 'Jo Keel' / 'Advisor'.
    """
    lines = _lines(words, names, posts, start, end)
    held = [k for k, line in enumerate(lines) if line.name is not None]
    if len(held) < _FEWEST or held[-1] + 1 >= len(lines) or not all(lines[k + 1].post for k in held):
        return {}
    entries: dict[int, Entry] = {}
    for k in held:
        line, below = lines[k], lines[k + 1]
        entry = Entry(line.name, [(below.first, below.last)], first=line.first, last=below.last)
        if k and lines[k - 1].post and (k < 2 or lines[k - 2].name is None):
            above = lines[k - 1]
            entry.roles.insert(0, (above.first, above.last))
            entry.first = above.first
        entries[entry.first] = entry
    return entries


def _lines(words: Words, names: NameReader, posts: PostReader, start: int, end: int) -> list[_Line]:
    """The lines of the list: a whole name, a whole post, or something else."""
    lines: list[_Line] = []
    at = start
    while at < end:
        if words.space[at]:
            at += 1
            continue
        last = at
        while last < end and "\n" not in words.text[last]:
            last += 1
        stop = last - 1 if words.space[last - 1] else last
        post = stop - at <= _LONGEST and words.text[at][:1].isupper() and posts.head_in(at, stop) is not None
        name = names.read(at, listed=True) if not post else None
        whole = name is not None and name.last == stop and bool(name.given or name.title)
        lines.append(_Line(at, stop, name if whole else None, post))
        at = last
    return lines
