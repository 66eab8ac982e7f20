"""A cue opens a block, the numbering closes it: the clauses of a decision in their printed nesting."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_extract.itemtext import ItemText, Label, Paragraph, read_label
from minutes_extract.parse.verbs import Verbs
from minutes_extract.records import Clause, Place

# What follows a decision in its paragraph and is no part of it: mover, seconder, vote, result.
TRAILER = re.compile(
    r"\s*(?:(?<=[.;)\"' ])|^)(?:\(?(?:(?:this|it) was )?(?:prop(?:osed|oser|\.)?|moved|mover|second(?:ed|er)?|motion (?:made|moved)|vote|voting|for|carried|all (?:agreed|in favour)|unanimous(?:ly)?|motion (?:carried|passed))\b[:.]?(?= ?(?:by|:|\(|cllr|cr|councill?or|mr|mrs|ms|[A-Z]{2}\b|[A-Z]\.|,|\.|$|\d|unanim|councillors)))",
    re.IGNORECASE,
)
# What a member had written down of the vote: 'Councillor Stone wished it to be recorded that she had voted against.'
_RECORDED = re.compile(
    r"(?<=[.;]) (?:The )?(?:Councillors?|Cllrs?|Crs?|Mr|Mrs|Ms|Miss|Dr) [^.\n]{2,80}? (?:wished|asked|requested|voted|abstained|dissented)\b"
    r"|(?<=\.) The [^.\n]{2,60} (?:was|were) (?:then |duly |both )?signed\b"  # 'to tick all boxes. The section was then signed'
)
# 'RESOLVED and noted. The Council thanked Cllr Dole.': the cue says all
_AND_DONE = re.compile(r"and (?:\w+ly )?[a-z]+ed\b[^.\n]{0,30}\.(?= [A-Z])")
_LEAD_IN = re.compile(r"(?:[:\-]|\bthat|\bto|following|follows|as)\s*$", re.IGNORECASE)
# 'That the Health Board' on a line of its own, over what it does
_BODY_LEAD = re.compile(
    r"that (?:the )?(?:[\w'-]+ ){0,6}(?:board|council|committee|cabinet|panel|group)s?:?\s*", re.IGNORECASE
)
_REASON = re.compile(r"(?:reasons?|informatives?|note|grounds)\b[^:\n]{0,40}:", re.IGNORECASE)
_STOP = re.compile(
    r"(?:(?:carried|lost|motion|moved|seconded|mover|seconder|proposed|proposer|minutes|decision|decisions|resolved|resolution|vote|voting|for|against|abstain\w*|yeas|nays|"
    r"ayes|noes|action|actions|reasons? for|note|in favour|recorded vote|it being noted|prop)\b\s*(?:[:(\d]|$|by\b|-)|\(?(?:the meeting|note:))",
    re.IGNORECASE,
)
_MOVERS = re.compile(
    r"(?:moved|seconded|mover|seconder)\b|(?:his|her) worship|(?:deputy )?mayor\b|cr\.? |cllr\.? |councill?or |[A-Z]{1,5}\d*/?\d+/\d+$",
    re.IGNORECASE,
)
_NOTED = re.compile(r"it being (?:\w+ )?noted\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\bPDF [\d,.]+ [KM]B\b")  # a paper that a web page hangs below the minutes
_OPERATIVE_LEAD = re.compile(
    r"\b(?:be|is|are|was|were) (?:\w+ly )?(?:approved|granted|refused|agreed|adopted|supported|permitted|allowed|given)\b",
    re.IGNORECASE,
)
_BE_DONE = re.compile(r"\bthat\b[^.;\n]{3,160} be (?:\w+ly )?[a-z]+ed\b", re.IGNORECASE)
# 'to grant permission subject to the following conditions:'
_OPERATIVE_TASK = re.compile(
    r"\bto (?:grant|approve|refuse|permit|agree)\b[^\n]{0,300}\b(?:subject to|for the following|with the following)\b",
    re.IGNORECASE,
)
_REASON_HEADING = re.compile(
    r"(?:the )?(?:reasons?|grounds)(?: for (?:the |this )?(?:decision|recommendation|refusal|approval)s?)?:?",
    re.IGNORECASE,
)
# 'that permission be REFUSED for the following reasons:', over a list of them
_REASONS_FOLLOW = re.compile(
    r"\b(?:for the (?:following|undermentioned) reasons?|on the (?:following )?grounds?(?: that)?|(?:reasons?|grounds) (?:are |being )?(?:as follows|set out below))\W*\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Block:
    """The clauses found behind a cue, what leads into them, and the place where the block ends."""

    clauses: list[Clause]
    lead_in: Place | None
    end: int
    reasons: Place | None = None
    extra: list[Place] = field(default_factory=list)


class ClauseReader:
    """Reads the block behind a cue in one item."""

    def __init__(self, item: ItemText, verbs: Verbs, rule: str) -> None:
        self.item = item
        self.text = item.text
        self.verbs = verbs
        self.rule = rule

    def block(self, at: int, limit: int | None = None) -> Block:
        """Clauses from position `at` on (behind the cue). `limit`: no farther than this position."""
        block = self._block(at, limit)
        block.clauses = _worded(block.clauses)
        _inherit(block.clauses, None)
        paragraphs = self.item.paragraphs
        k = self.item.paragraph_at(block.end - 1) + 1
        while block.clauses and k < len(paragraphs) and _NOTED.match(self.text, paragraphs[k].at, paragraphs[k].end):
            p = paragraphs[k]
            block.clauses.append(self._clause(p.at, p.end, None))
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
            if k >= stop_at or _STOP.match(self.text, paragraphs[k].at):
                return Block([], None, end)
            paragraph = paragraphs[k]
            if (paragraph.label is None and not paragraph.bullet) or not _opens(paragraph):
                return self._plain(paragraph.start, k, stop_at)
            return self._listed(None, k, stop_at, paragraphs[k - 1].end)
        label, words, _ = read_label(self.text, at, end)
        if label is not None and label.ordinal == 1 and words >= end:
            return self._listed(None, k, stop_at, end)
        if label is not None and label.ordinal == 1:
            return self._inline(at, k, stop_at)
        return self._plain(at, k, stop_at)

    def _names_movers(self, p: Paragraph) -> bool:
        """A line between the cue and the words: 'Moved: Cr Bird', 'Seconded: ...', a name alone, the number of the resolution."""
        return p.end - p.start < 70 and _MOVERS.match(self.text, p.start, p.end) is not None

    def _skip(self, at: int, end: int) -> int:
        while at < end and (self.text[at].isspace() or self.text[at] in ":-.,*"):
            at += 1
        return at

    def _plain(self, at: int, k: int, stop: int) -> Block:
        """Words behind the cue: one clause, or what leads into a list."""
        paragraphs = self.item.paragraphs
        end = paragraphs[k].end
        inline = re.compile(r"(?<=[:\-])\s+(?=\(?(?:1|a|i)[.)])|(?<=\bthat)\s+(?=\(?(?:1|a|i)[.)])").search(
            self.text, at, end
        )
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
        opening = nxt < stop and _opens(paragraphs[nxt]) and (leads or self._same_list(nxt))
        if body is not None and not said and (does := self._deeds(nxt, stop)):
            return self._own_verb(Block(does, (at, end), leaves(does)[-1].place[1]))
        if leads and opening:
            return self._own_verb(self._listed((at, end), nxt, stop, end))
        if leads and nxt < stop and not _STOP.match(self.text, paragraphs[nxt].start) and self.text[end - 1] != "-":
            lead = (at, end)
            run = self._run_on(nxt, stop)
            if len(run) == 1 and self._names_only(lead, run[0]):
                return Block([self._clause(at, run[0].end, None)], None, run[0].end)
            if run:
                clauses = [self._clause(p.at, p.end, None) for p in run]
                return self._own_verb(Block(clauses, lead, run[-1].end))
        cut = self._trim(at, end)
        if not self.text[at:cut].strip():
            return Block([], None, end)
        return Block([self._clause(at, cut, None)], None, cut, self._reasons(nxt, stop))

    def _names_only(self, lead: Place, p: Paragraph) -> bool:
        """'That the minutes of the following meeting be confirmed:' and below it only which one: one clause."""
        decides = _BE_DONE.search(self.text, *lead) is not None
        return decides and p.label is None and self.verbs.operative(self.text[p.start : p.end]) is None

    def _deeds(self, k: int, stop: int) -> list[Clause]:
        """Points without labels that each begin with what the body does: 'Ratify the plan', 'Note the report'."""
        found: list[Clause] = []
        for p in self.item.paragraphs[k:stop]:
            if (p.bullet or p.label) and p.at < p.end and found and self.text[found[-1].place[1] - 1] == ":":
                found[-1].clauses.append(self._clause(p.at, p.end, p.label))
                continue
            first = self.text[p.at : p.end].split(maxsplit=1)
            if p.label is not None or not first or not first[0].istitle() or self.verbs.lemma(first[0]) is None:
                break
            if _STOP.match(self.text, p.at) or len(first) < 2:
                break
            found.append(self._clause(p.at, p.end, None))
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
            whole = self._clause(*block.lead_in, None)
            if _REASONS_FOLLOW.search(self.text, *whole.place):
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
        marks = self._marks(at, end)
        roots: list[Clause] = []
        last: Label | None = None
        for m, (_position, label, words) in enumerate(marks):
            until = marks[m + 1][0] if m + 1 < len(marks) else end
            until = self._trim(words, until) if m + 1 == len(marks) else until
            if label.style == marks[0][1].style or not roots:
                roots.append(self._clause(words, until, label))
            else:
                roots[-1].clauses.append(self._clause(words, until, label))
            last = label
        rest = self._listed(None, k + 1, stop, end, roots, last) if k + 1 < stop else Block(roots, None, end)
        return rest if rest.clauses else Block(roots, None, end)

    def _marks(self, at: int, end: int) -> list[tuple[int, Label, int]]:
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

    def _listed(
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
                if _REASON.match(self.text, p.at, p.end) and skipped < 3:
                    reasons = reasons or (p.start, p.end)
                    skipped, k = skipped + 1, k + 1
                    continue
                if stack and self._heads(k, stop, stack[-1]):
                    k += 1
                    continue
                break
            if p.at >= p.end:  # the number stands alone, its words in the next paragraph
                follow = paragraphs[k + 1] if k + 1 < stop else None
                if follow is None or follow.label is not None or follow.bullet:
                    break
                level.append(self._clause(follow.at, follow.end, p.label))
                end, skipped, k = follow.end, 0, k + 2
                continue
            for label, start, until in self._points(p):
                level.append(self._clause(start, self._trim(start, until), label))
                if label is not None:
                    stack[-1] = (stack[-1][0], label.ordinal, stack[-1][2])
            end, skipped, k = p.end, 0, k + 1
        return Block(roots, lead, end, reasons if reasons and len(roots) == 1 else self._headed_reasons(k, stop))

    def _heads(self, k: int, stop: int, last: tuple[str, int, list[Clause]]) -> bool:
        """A heading between two points of a list: 'Donations' between '(iii)' and '(iv)'."""
        p = self.item.paragraphs[k]
        following = next((q for q in self.item.paragraphs[k + 1 : min(stop, k + 3)] if q.label is not None), None)
        words = self.text[p.start : p.end]
        if following is None or following.label is None or p.bullet or p.label is not None:
            return False
        goes_on = following.label.style == last[0] and following.label.ordinal == last[1] + 1 > 1
        return goes_on and len(words) < 90 and words[-1] not in ".;:" and not _STOP.match(words)

    def _points(self, p: Paragraph) -> list[tuple[Label | None, int, int]]:
        """The points of a paragraph: one, or more where labels go on inside it ('b. to ask ...; and c. to delegate ...')."""
        marks = self._marks(p.start if not p.bullet else p.at, p.end) if p.label is not None and not p.bullet else []
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
            if not p.bullet or _STOP.match(self.text, p.at, p.end):
                return None
            style, ordinal = "•", 0
        else:
            style, ordinal = p.label.style, p.label.ordinal
        for depth in range(len(stack) - 1, -1, -1):
            known, before, level = stack[depth]
            again = ordinal == before == 1 and not self._opens(level)  # each point is '1.': the work of a converter
            if known == style and (
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

    def _opens(self, level: list[Clause]) -> bool:
        """Does the last point of a level open a list of its own?"""
        return bool(level) and self.text[level[-1].place[1] - 1] in ":-"

    def _clause(self, start: int, end: int, label: Label | None) -> Clause:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Clause(
            (start, end), label.printed if label else None, self.verbs.operative(self.text[start:end]), self.rule
        )

    def _trim(self, start: int, end: int) -> int:
        """The end of a clause without the mover, the seconder and the vote that stand behind it."""
        if told := _AND_DONE.match(self.text, start, end):
            return told.end()
        if recorded := _RECORDED.search(self.text, start + 12, end):
            end = recorded.start()
        for match in TRAILER.finditer(self.text, start + 12, end):
            if (
                re.search(r"[.;:)\"']\s*$|\t$|\s{2,}$", self.text[start : match.start() + 1].rstrip(" (") + " ")
                and match.start() > start + 12
            ):
                return match.start()
        return end

    def _headed_reasons(self, k: int, stop: int) -> Place | None:
        """The paragraph below a line 'Reasons for decision'."""
        if k + 1 >= stop:
            return None
        heading, p = self.item.paragraphs[k : k + 2]
        if not _REASON_HEADING.fullmatch(self.text, heading.at, heading.end):
            return None
        end = p.end
        for before, q in pairwise(self.item.paragraphs[k + 1 : stop]):
            if before.label is None or q.label is None or q.label.ordinal != before.label.ordinal + 1:
                break
            end = q.end
        return (p.start, end)

    def reasons_behind(self, at: int) -> Place | None:
        """The reasons printed below the paragraph that holds this position."""
        return self._reasons(self.item.paragraph_at(at) + 1, len(self.item.paragraphs))

    def _reasons(self, k: int, stop: int) -> Place | None:
        if headed := self._headed_reasons(k, stop):
            return headed
        if k < stop and (match := _REASON.match(self.text, self.item.paragraphs[k].at, self.item.paragraphs[k].end)):
            p = self.item.paragraphs[k]
            return (self._skip(match.end(), p.end), p.end) if match.end() < p.end else None
        return None


def _opens(p: Paragraph) -> bool:
    """Can the paragraph open a list?"""
    return p.bullet or (p.label is not None and p.label.ordinal == 1)


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
