"""The points of a decision: labelled or bulleted paragraphs in their printed nesting, each a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_extract.itemtext import ItemText, Label, Paragraph, read_label
from minutes_extract.later import later
from minutes_extract.parse.reasons import REASON, reasons_under
from minutes_extract.parse.verbs import Verbs
from minutes_extract.records import Clause, Place

# What follows a decision in its paragraph and is no part of it: mover, seconder, vote, result.
_TRAILER = later(
    r"\s*(?:(?<=[.;)\"' ])|^)(?:\(?(?:(?:this|it) was )?(?:prop(?:osed|oser|\.)?|moved|mover|second(?:ed|er)?|motion (?:made|moved)|vote|voting|for|carried|all (?:agreed|in favour)|unanimous(?:ly)?|motion (?:carried|passed))\b[:.]?(?= ?(?:by|:|\(|cllr|cr|councill?or|mr|mrs|ms|[A-Z]{2}\b|[A-Z]\.|,|\.|$|\d|unanim|councillors)))",
    re.IGNORECASE,
)
# '(Cllr Penn proposed, Cllr Marsh seconded, all in favour)', '(Proposed Cllr Penn, seconded Cllr Marsh)', '(Cllr Penn/Cllr Marsh)'
IN_BRACKETS = later(
    r"\s*[(\[](?:(?=[^()\[\]\n]{0,60}\b(?:prop(?:osed|oser)?|moved|mover)\b)(?=[^()\[\]\n]{0,120}\bsec(?:onded|onder)?\b)[^()\[\]\n]{0,240}[)\]]"
    r"|(?:Cllrs?|Councill?ors?)\.? [^()\[\]\n/]{2,30}/ ?(?:Cllr|Councill?or)\b[^()\[\]\n]{0,30}[)\]])\.?",
    re.IGNORECASE,
)
# What a member had written down of the vote: 'Councillor Stone wished it to be recorded that she had voted against.'
_RECORDED = later(
    r"(?<=[.;]) (?:The )?(?:Councillors?|Cllrs?|Crs?|Mr|Mrs|Ms|Miss|Dr) [^.\n]{2,80}? (?:wished|asked|requested|voted|abstained|dissented)\b"
    r"|(?<=\.) At this (?:point|juncture)\b"
    # 'That the minutes be signed. Following the meeting Mr Penn informed the clerk that ...'
    r"|(?<=\.) (?:(?:Following|After) the (?:meeting|vote|decision)\b|(?:In (?:relation|response|reply) to [^.\n]{2,60}? )?(?:Members|The Chair(?:man)?) (?:supported|asked|queried|expressed|discussed|informed|advised|explained|announced)\b)"
    r"|(?<=\.) The [^.\n]{2,60} (?:was|were) (?:then |duly |both )?signed\b"  # 'to tick all boxes. The section was then signed'
)
# 'RESOLVED and noted. The Council thanked Cllr Dole.': the cue says all
_AND_DONE = later(r"and (?:\w+ly )?[a-z]+ed\b[^.\n]{0,30}\.(?= [A-Z])")
STOP = later(
    r"(?:(?:carried|lost|motion|moved|seconded|mover|seconder|proposed|proposer|minutes|decision|decisions|resolved|resolution|vote|voting|for|against|abstain\w*|yeas|nays|"
    r"ayes|noes|action|actions|reasons? for|note|in favour|recorded vote|it being noted|prop)\b\s*(?:[:(\d]|$|by\b|-)|\(?(?:the meeting|note:))",
    re.IGNORECASE,
)
_STOPPED = later(r"[.;:)\"']\s*$|\t$|\s{2,}$")  # the words before a trailer end
_BEFORE = 24  # characters in which they show it
_FILL = 9  # lines that may fill a point: names, a wording in quotation marks
_ATTACHED = later(r"\bPDF [\d,.]+ [KM]B\b")  # a paper that a web page hangs below the minutes


@dataclass(slots=True)
class Block:
    """The clauses found behind a cue, what leads into them, and the place where the block ends."""

    clauses: list[Clause]
    lead_in: Place | None
    end: int
    reasons: Place | None = None


class PointReader:
    """Reads points and clauses in one item."""

    def __init__(self, item: ItemText, verbs: Verbs, rule: str) -> None:
        self.item = item
        self.text = item.text
        self.verbs = verbs
        self.rule = rule

    def clause(self, start: int, end: int, label: Label | None) -> Clause:
        """The clause between two positions, with its verb."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Clause(
            (start, end), label.printed if label else None, self.verbs.operative(self.text[start:end]), self.rule
        )

    def trim(self, start: int, end: int) -> int:
        """The end of a clause without the mover, the seconder and the vote that stand behind it."""
        if told := _AND_DONE.match(self.text, start, end):
            return told.end()
        for match in _TRAILER.finditer(self.text, start + 12, end):
            before = self.text[max(start, match.start() - _BEFORE) : match.start() + 1]
            if match.start() > start + 12 and _STOPPED.search(before.rstrip(" (") + " "):
                end = match.start()
                break
        if bracket := IN_BRACKETS.search(self.text, start + 12, end):
            end = bracket.start()
        recorded = _RECORDED.search(self.text, start + 12, end)
        return recorded.start() if recorded else end

    def marks(self, at: int, end: int) -> list[tuple[int, Label, int]]:
        """Labels in the middle of a paragraph that continue the first: '(i) That ... (ii) that ...'."""
        first, words, _ = read_label(self.text, at, end)
        if first is None:
            return []
        marks = [(at, first, words)]
        for match in re.compile(r"(?<=[.;,:\sd])\s+(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s)").finditer(
            self.text, words, end
        ):
            label, behind, _ = read_label(self.text, match.end(), end)
            if label is not None and label.style == marks[-1][1].style and label.ordinal == marks[-1][1].ordinal + 1:
                marks.append((match.end(), label, behind))
        return marks

    def listed(
        self,
        lead: Place | None,
        k: int,
        stop: int,
        end: int,
        roots: list[Clause] | None = None,
        last: Label | None = None,
    ) -> Block:
        """Labelled or bulleted paragraphs from k on, while their labels continue or nest."""
        paragraphs = self.item.paragraphs
        roots = roots if roots is not None else []
        stack: list[tuple[str, int, list[Clause]]] = [(last.style, last.ordinal, roots)] if last else []
        reasons: Place | None = None
        skipped = 0
        while k < stop:
            p = paragraphs[k]
            level = self._level(p, stack, roots)
            if level is None:
                if REASON.match(self.text, p.at, p.end) and skipped < 3:
                    reasons = reasons or (p.start, p.end)
                    skipped, k = skipped + 1, k + 1
                    continue
                if stack and (beyond := self._filled(k, stop, stack[-1])) > k:
                    point = stack[-1][2][-1]
                    point.place = (point.place[0], paragraphs[beyond - 1].end)
                    end, k = point.place[1], beyond
                    continue
                if stack and self._heads(k, stop, stack[-1]):
                    k += 1
                    continue
                break
            if p.at >= p.end:  # the number stands alone, its words in the next paragraph
                follow = paragraphs[k + 1] if k + 1 < stop else None
                if follow is None or follow.label is not None or follow.bullet:
                    break
                level.append(self.clause(follow.at, follow.end, p.label))
                end, skipped, k = follow.end, 0, k + 2
                continue
            for label, start, until in self._points(p):
                level.append(self.clause(start, self.trim(start, until), label))
                if label is not None:
                    stack[-1] = (stack[-1][0], label.ordinal, stack[-1][2])
            end, skipped, k = p.end, 0, k + 1
        return Block(roots, lead, end, reasons if reasons and len(roots) == 1 else reasons_under(self.item, k, stop))

    def _heads(self, k: int, stop: int, last: tuple[str, int, list[Clause]]) -> bool:
        """A heading between two points of a list: 'Donations' between '(iii)' and '(iv)'."""
        p = self.item.paragraphs[k]
        following = next((q for q in self.item.paragraphs[k + 1 : min(stop, k + 3)] if q.label is not None), None)
        words = self.text[p.start : p.end]
        if following is None or following.label is None or p.bullet or p.label is not None:
            return False
        goes_on = following.label.style == last[0] and following.label.ordinal == last[1] + 1 > 1
        return goes_on and len(words) < 90 and words[-1] not in ".;:" and not STOP.match(words)

    def _filled(self, k: int, stop: int, last: tuple[str, int, list[Clause]]) -> int:
        """Behind the lines that fill a point ('the following be appointed:' over names), where the list goes on; else k."""
        style, ordinal, level = last
        if not self._leads_on(level) or level[-1].clauses:
            return k
        for n, p in enumerate(self.item.paragraphs[k : min(stop, k + _FILL)], start=k):
            if p.label is not None and p.label.style == style:
                return n if p.label.ordinal == ordinal + 1 and n > k else k
            if STOP.match(self.text, p.at, p.end):
                break
        return k

    def _points(self, p: Paragraph) -> list[tuple[Label | None, int, int]]:
        """The points of a paragraph: one, or more where labels go on inside it ('b. to ask ...; and c. to delegate ...')."""
        marks = self.marks(p.start if not p.bullet else p.at, p.end) if p.label is not None and not p.bullet else []
        if len(marks) < 2:
            return [(p.label, p.at, p.end)]
        ends = [mark[0] for mark in marks[1:]] + [p.end]
        return [(label, words, until) for (_, label, words), until in zip(marks, ends, strict=True)]

    def _level(
        self, p: Paragraph, stack: list[tuple[str, int, list[Clause]]], roots: list[Clause]
    ) -> list[Clause] | None:
        """Where the paragraph stands in the nesting, or None where it does not continue the list."""
        if _ATTACHED.search(self.text, p.at, p.end):
            return None
        if p.label is None:
            if not p.bullet or STOP.match(self.text, p.at, p.end):
                return None
            style, ordinal = "•", 0
        else:
            style, ordinal = p.label.style, p.label.ordinal
        for depth in range(len(stack) - 1, -1, -1):
            known, before, level = stack[depth]
            again = ordinal == before == 1 and not self._leads_on(level)  # each point is '1.': the work of a converter
            # 'A) Note ...' / 'b) Note ...': a word processor made a capital of the first letter
            capital = before == 1 and ordinal == 2 and known.swapcase() == style
            if (known == style or capital) and (
                style == "•" or 1 <= ordinal - before <= 2 or (ordinal == 1 and before > 1 and depth > 0) or again
            ):
                del stack[depth + 1 :]
                stack[depth] = (style, ordinal, level)
                return level
        if not stack:
            stack.append((style, ordinal, roots))
            return roots
        if style == "•" or ordinal == 1:
            parent = stack[-1][2][-1] if stack[-1][2] else None
            if parent is None:
                return None
            stack.append((style, ordinal, parent.clauses))
            return parent.clauses
        return None

    def _leads_on(self, level: list[Clause]) -> bool:
        """Does the last point of a level open a list of its own?"""
        return bool(level) and self.text[level[-1].place[1] - 1] in ":-–"


def opens(p: Paragraph) -> bool:
    """Can the paragraph open a list?"""
    return p.bullet or (p.label is not None and p.label.ordinal == 1)


def lettered(p: Paragraph) -> bool:
    """'b) ...' below 'That the following actions be taken:' where the motion is put in parts."""
    return p.label is not None and p.label.printed.strip("().").isalpha()
