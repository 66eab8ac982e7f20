"""A cue opens a block, the numbering closes it: the clauses of a decision in their printed nesting."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutes_extract.itemtext import Label, Paragraph, read_label
from minutes_extract.later import later
from minutes_extract.parse.points import IN_BRACKETS, STOP, Block, PointReader, lettered, opens
from minutes_extract.parse.reasons import REASONS_FOLLOW, reasons_from
from minutes_extract.records import Clause, Place

_LEAD_IN = later(r"(?:[:\-]|\bthat|\bto|following|follows|as)\s*$", re.IGNORECASE)
# 'That the Health Board' on a line of its own, over what it does
_BODY_LEAD = later(
    r"that (?:the )?(?:[\w'-]+ ){0,6}(?:board|council|committee|cabinet|panel|group)s?:?\s*", re.IGNORECASE
)
_MOVERS = later(
    r"(?:moved|seconded|mover|seconder)\b|(?:his|her) worship|(?:deputy )?mayor\b|cr\.? |cllr\.? |councill?or |[A-Z]{1,5}\d*/?\d+/\d+$",
    re.IGNORECASE,
)
_TOLD = later(r"\b(?:was|were|be|been|is|are)\b")
_NOTED = later(r"it being (?:\w+ )?noted\b", re.IGNORECASE)
_OPERATIVE_LEAD = later(
    r"\b(?:be|is|are|was|were) (?:\w+ly )?(?:approved|granted|refused|agreed|adopted|supported|permitted|allowed|given)\b",
    re.IGNORECASE,
)
_BE_DONE = later(r"\bthat\b[^.;\n]{3,160} be (?:\w+ly )?[a-z]+ed\b", re.IGNORECASE)
# 'to grant permission subject to the following conditions:'
_OPERATIVE_TASK = later(
    r"\bto (?:grant|approve|refuse|permit|agree)\b[^\n]{0,300}\b(?:subject to|for the following|with the following)\b",
    re.IGNORECASE,
)
# where points begin in the line of the words that lead up to them: 'RESOLVED that: (1) the report be noted; (2) ...'
_INLINE = later(r"(?<=[:\-])\s+(?=\(?(?:1|a|i)[.)])|(?<=\bthat)\s+(?=\(?(?:1|a|i)[.)])")
_FAR = 6000  # characters from a cue within which they do


class ClauseReader(PointReader):
    """Reads the block behind a cue in one item."""

    def block(self, at: int, limit: int | None = None) -> Block:
        """Clauses from position `at` on (behind the cue). `limit`: no farther than this position."""
        block = self._block(at, limit)
        block.clauses = _worded(block.clauses)
        _inherit(block.clauses, None)
        paragraphs = self.item.paragraphs
        k = self.item.paragraph_at(block.end - 1) + 1
        while block.clauses and k < len(paragraphs) and _NOTED.match(self.text, paragraphs[k].at, paragraphs[k].end):
            p = paragraphs[k]
            block.clauses.append(self.clause(p.at, p.end, None))
            block.end, k = p.end, k + 1
        return block

    def _block(self, at: int, limit: int | None) -> Block:
        paragraphs = self.item.paragraphs
        k = self.item.paragraph_at(at)
        end = paragraphs[k].end
        at = self._skip(at, end)
        stop_at = len(paragraphs) if limit is None else bisect_left(paragraphs, limit, key=lambda p: p.start)
        if at >= end:
            k += 1
            while k < min(stop_at, len(paragraphs)) and self._names_movers(paragraphs[k]):
                k += 1
            if k >= stop_at or STOP.match(self.text, paragraphs[k].at):
                return Block([], None, end)
            paragraph = paragraphs[k]
            if (paragraph.label is None and not paragraph.bullet) or not opens(paragraph):
                return self._plain(paragraph.start, k, stop_at)
            return self.listed(None, k, stop_at, paragraphs[k - 1].end)
        label, words, _ = read_label(self.text, at, end)
        if label is None and at == paragraphs[k].start and paragraphs[k].label is not None and opens(paragraphs[k]):
            return self.listed(None, k, stop_at, at)  # '1 That ...', '2 That ...': known from those below it
        if label is not None and label.ordinal == 1 and words >= end:
            return self.listed(None, k, stop_at, end)
        if label is not None and label.ordinal == 1:
            return self._inline(at, k, stop_at)
        return self._plain(at, k, stop_at)

    def _names_movers(self, p: Paragraph) -> bool:
        """A line between the cue and the words: 'Moved: Cr Bird', 'Seconded: ...', a name alone, the number of the resolution."""
        told = _TOLD.search(self.text, p.start, p.end) is not None  # 'Councillor Lund was elected Chairman.'
        return p.end - p.start < 70 and not told and _MOVERS.match(self.text, p.start, p.end) is not None

    def _skip(self, at: int, end: int) -> int:
        while at < end and (self.text[at].isspace() or self.text[at] in ":-.,*"):
            at += 1
        return at

    def _plain(self, at: int, k: int, stop: int) -> Block:
        """Words behind the cue: one clause, or what leads into a list."""
        paragraphs = self.item.paragraphs
        end = paragraphs[k].end
        inline = _INLINE.search(self.text, at, min(end, at + _FAR))
        if inline is not None:
            block = self._inline(inline.end(), k, stop)
            block.lead_in = (at, inline.start())
            return self._own_verb(block)
        nxt = k + 1
        body = _BODY_LEAD.match(self.text, at, end)
        said = self.text[body.end() : end].strip(" -") if body is not None else ""
        if body is not None and said and body[0].rstrip().endswith(":"):  # 'That the Board: accept the apology.'
            block = self._plain(body.end(), k, stop)
            block.lead_in = block.lead_in or (at, body.end())
            return block
        leads = (body is not None and not said) or _LEAD_IN.search(self.text, max(at, end - 14), end) is not None
        listed = nxt < stop and (opens(paragraphs[nxt]) or (self.text[end - 1] == ":" and lettered(paragraphs[nxt])))
        opening = listed and (leads or self._same_list(nxt))
        if body is not None and not said and (does := self._deeds(nxt, stop)):
            return self._own_verb(Block(does, (at, end), leaves(does)[-1].place[1]))
        if leads and opening:
            return self._own_verb(self.listed((at, end), nxt, stop, end))
        told_below = nxt < stop and not STOP.match(self.text, paragraphs[nxt].start)
        tabled = nxt < stop and self.text.startswith("|", paragraphs[nxt].at)  # payees and amounts
        if leads and told_below and not tabled and self.text[end - 1] != "-":
            lead, below = (at, end), paragraphs[nxt]
            if _BODY_LEAD.fullmatch(self.text, below.at, below.end) and below.label is None:
                return self._plain(below.start, nxt, stop)  # 'and agreed unanimously:' / 'That the Board:'
            run = self._run_on(nxt, stop)
            if len(run) == 1 and self._names_only(lead, run[0]):
                return Block([self.clause(at, run[0].end, None)], None, run[0].end)
            if run:
                clauses = [self.clause(p.at, p.end, None) for p in run]
                return self._own_verb(Block(clauses, lead, run[-1].end))
        cut = self.trim(at, end)
        if not self.text[at:cut].strip():
            return Block([], None, end)
        movers = IN_BRACKETS.match(self.text, cut, end)
        behind = movers.end() if movers is not None else cut
        return Block([self.clause(at, cut, None)], None, behind, reasons_from(self.item, nxt, stop))

    def _names_only(self, lead: Place, p: Paragraph) -> bool:
        """'That the minutes of the following meeting be confirmed:' and below it only which one: one clause."""
        decides = _BE_DONE.search(self.text, *lead) is not None
        return decides and p.label is None and self.verbs.operative(self.text[p.start : p.end]) is None

    def _deeds(self, k: int, stop: int) -> list[Clause]:
        """Points without labels that each begin with what the body does: 'Ratify the plan', 'Note the report'."""
        found: list[Clause] = []
        for p in self.item.paragraphs[k:stop]:
            if (p.bullet or p.label) and p.at < p.end and found and self.text[found[-1].place[1] - 1] == ":":
                found[-1].clauses.append(self.clause(p.at, p.end, p.label))
                continue
            first = self.text[p.at : p.end].split(maxsplit=1)
            if p.label is not None or not first or not first[0].istitle() or self.verbs.lemma(first[0]) is None:
                break
            if STOP.match(self.text, p.at) or len(first) < 2:
                break
            found.append(self.clause(p.at, p.end, None))
        return found

    def _run_on(self, k: int, stop: int) -> list[Paragraph]:
        """Points without labels behind a lead-in: paragraphs joined by semicolons, or the one that finishes the sentence."""
        run: list[Paragraph] = []
        for p in self.item.paragraphs[k:stop]:
            if self.text[p.start : p.end].isupper():
                break  # a heading: 'EXPENDITURE' over the table that follows
            run.append(p)
            if not self.text[p.start : p.end].rstrip().endswith((";", "; and", ",", "and")):
                break
        return run

    def _same_list(self, k: int) -> bool:
        """A list that begins right behind a clause without a colon, with at least two points."""
        paragraphs = self.item.paragraphs
        label = paragraphs[k].label
        nxt = paragraphs[k + 1].label if k + 1 < len(paragraphs) else None
        return (
            label is not None
            and nxt is not None
            and label.ordinal == 1
            and nxt.style == label.style
            and nxt.ordinal == 2
        )

    def _own_verb(self, block: Block) -> Block:
        """A lead-in that decides by itself ('That permission be granted subject to:') is a clause; the points nest in it."""
        operative = block.lead_in is not None and (
            _OPERATIVE_LEAD.search(self.text, *block.lead_in) or _OPERATIVE_TASK.search(self.text, *block.lead_in)
        )
        if block.lead_in is not None and block.clauses and operative:
            whole = self.clause(*block.lead_in, None)
            if REASONS_FOLLOW.search(self.text, *whole.place):
                first = self.item.paragraphs[self.item.paragraph_at(block.clauses[0].place[0])]
                return Block([whole], None, block.end, (max(first.start, whole.place[1]), block.end))
            whole.clauses = block.clauses
            for point in leaves(whole.clauses):
                point.verb = point.verb or whole.verb
            return Block([whole], None, block.end, block.reasons)
        verb = self.verbs.operative(self.text[slice(*block.lead_in)]) if block.lead_in else None
        for clause in leaves(block.clauses):
            clause.verb = clause.verb or verb
        return block

    def _inline(self, at: int, k: int, stop: int) -> Block:
        """Labelled points that begin in the paragraph of the cue and may go on in the next ones."""
        end = self.item.paragraphs[k].end
        marks = self.marks(at, end)
        roots: list[Clause] = []
        last: Label | None = None
        for m, (_position, label, words) in enumerate(marks):
            until = marks[m + 1][0] if m + 1 < len(marks) else end
            until = self.trim(words, until) if m + 1 == len(marks) else until
            if label.style == marks[0][1].style or not roots:
                roots.append(self.clause(words, until, label))
            else:
                roots[-1].clauses.append(self.clause(words, until, label))
            last = label
        rest = self.listed(None, k + 1, stop, end, roots, last) if k + 1 < stop else Block(roots, None, end)
        return rest if rest.clauses else Block(roots, None, end)


def leaves(clauses: list[Clause]) -> list[Clause]:
    """The clauses that hold no others, in order."""
    return [leaf for c in clauses for leaf in (leaves(c.clauses) if c.clauses else [c])]


def _inherit(clauses: list[Clause], verb: str | None) -> None:
    """A point without a verb has that of the clause that it stands in: 'Approves the dates: (a) Invoices - 1 May'."""
    for clause in clauses:
        clause.verb = clause.verb or verb
        _inherit(clause.clauses, clause.verb)


def _worded(clauses: list[Clause]) -> list[Clause]:
    """Without the points of which only the label is printed."""
    for clause in clauses:
        clause.clauses = _worded(clause.clauses)
    return [c for c in clauses if c.place[0] < c.place[1]]
