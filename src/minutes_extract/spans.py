"""Offsets into the source text, and the reading view that stages match on.

The source is never changed. A `View` is a cleaned reading of it (line wraps joined, page furniture and mark-up left
out, quotes and spaces made plain) that keeps, for each of its characters, the offset in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the source text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# One character for one, so that offsets stay. Curly quotes, dashes and odd spaces are made plain for matching only.
_PLAIN = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\x00\x0b\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "),
    **dict.fromkeys("·▪●○◦‣⁃∙■□➢✓\uf0b7\uf0a7", "•"),
}


_ODD = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


def plain(source: str) -> str:
    """The source with typographic variants made plain; the same length, so offsets agree."""
    return _ODD.sub(lambda odd: _PLAIN[odd[0]], source)


def fold(text: str) -> str:
    """White-space runs folded to one space, both ends trimmed: the form in which the record prints text."""
    return " ".join(text.split())


@dataclass(slots=True)
class View:
    """A cleaned reading of `source`: `text`, and where each stretch of it comes from.

    `_at[k]` is the position in `text` at which stretch k begins, `_from[k]` the source offset of its first character.
    Within a stretch both run in step. Joiners (a space or a newline put between stretches) belong to the stretch before.
    """

    source: str
    text: str = ""
    _at: list[int] = field(default_factory=list)
    _from: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, source: str, plain_text: str, pieces: Iterable[tuple[int, int, str]]) -> View:
        """Build from (start, end, joiner) in the source; the joiner follows the stretch."""
        view = cls(source)
        parts: list[str] = []
        at = 0
        for start, end, joiner in pieces:
            view._at.append(at)
            view._from.append(start)
            parts.append(plain_text[start:end])
            parts.append(joiner)
            at += end - start + len(joiner)
        view.text = "".join(parts)
        return view

    def offset(self, position: int) -> int:
        """Source offset of the character at `position` in the view."""
        k = bisect_right(self._at, position) - 1
        return self._from[k] + position - self._at[k]

    def span(self, start: int, end: int) -> Span:
        """Source span of view range [start, end), white space at both ends left out; an empty one where nothing is left."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            at = self.offset(start) if self._at else 0
            return Span(at, at)
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def printed(self, start: int, end: int) -> str:
        """View range [start, end) in the characters of the source (curly quotes kept), folded."""
        out: list[str] = []
        k = bisect_right(self._at, start) - 1
        while start < end:
            stop = self._at[k + 1] if k + 1 < len(self._at) else len(self.text)
            upto = min(end, stop)
            offset = self._from[k] + start - self._at[k]
            stretch = self.source[offset : offset + upto - start]
            # a joiner stands at the end of the stretch; in the source another character may stand there
            shown = self.text[start:upto]
            if shown and shown[-1] in " \n\t" and not stretch[-1:].isspace():
                stretch = stretch[: len(shown.rstrip(" \n\t"))] + " "
            out.append(stretch)
            start, k = upto, k + 1
        return fold("".join(out))

    def line_ends(self, lo: int, hi: int) -> list[int]:
        """Where in view[lo:hi] a line of the source ends: at the newlines, and at the spaces that join two lines."""
        ends = set()
        at = self.text.find("\n", lo, hi)
        while at >= 0:
            ends.add(at)
            at = self.text.find("\n", at + 1, hi)
        for behind in self._at[bisect_right(self._at, lo) : bisect_right(self._at, hi)]:
            at = behind - 1
            if self.text[at] == " " and "\n" in self.source[self.offset(at) : self.offset(behind)]:
                ends.add(at)
        return sorted(ends)

    def position(self, offset: int) -> int:
        """View position of the first character that comes from `offset` in the source or from behind it."""
        lo, hi = 0, len(self._from)
        while lo < hi:
            mid = (lo + hi) // 2
            if self._from[mid] <= offset:
                lo = mid + 1
            else:
                hi = mid
        if lo == 0:
            return 0
        k = lo - 1
        stop = self._at[k + 1] if k + 1 < len(self._at) else len(self.text)
        return min(self._at[k] + offset - self._from[k], stop)
