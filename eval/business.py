"""What the meeting did: decisions, motions, votes, actions and declarations, each compared inside its item."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from eval.counts import Counts
from eval.flat import Action, Clause, Decision, Declaration, Motion, Vote, Voter
from eval.match import fold, overlap, ratio, same_party, same_surname, without_cue
from eval.sheet import Sheet

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_SAME_CLAUSE, _SAME_MOTION, _SAME_ACTION = 80, 70, 60
_SAME_DUE = 85
_NEAR = 80  # overlap from which a text counts as located: its ends are wrong, its middle is right
_SHOWN = 110  # characters of a text in a list of differences


@dataclass(frozen=True)
class Placed(Generic[T_co]):
    """A record and the gold item that it stands in; None where the predicted item is none of the gold's."""

    place: int | None
    record: T_co


def _together(a: Placed[T], b: Placed[T]) -> bool:
    return a.place is not None and a.place == b.place


def _in_place(test: Callable[[T, T], float]) -> Callable[[Placed[T], Placed[T]], float]:
    return lambda a, b: test(a.record, b.record) if _together(a, b) else 0


def _exact(test: Callable[[T, T], bool]) -> Callable[[Placed[T], Placed[T]], bool]:
    return lambda a, b: test(a.record, b.record)


def _shown(text: Callable[[T], str | None]) -> Callable[[Placed[T]], str]:
    return lambda row: f"[item {'?' if row.place is None else row.place}] {str(text(row.record))[:_SHOWN]}"


def _near_text(text: Callable[[T], str | None]) -> Callable[[Placed[T], Placed[T]], float]:
    return _in_place(lambda a, b: likeness if (likeness := overlap(text(a), text(b))) >= _NEAR else 0)


DecidedClause = tuple[Decision, Clause]


def clauses(sheet: Sheet, gold: Sequence[Placed[Decision]], found: Sequence[Placed[Decision]]) -> None:
    def rows(decisions: Sequence[Placed[Decision]]) -> list[Placed[DecidedClause]]:
        return [Placed(d.place, (d.record, clause)) for d in decisions for clause in d.record.clauses]

    def correct(a: DecidedClause, b: DecidedClause) -> float:
        x, y = without_cue(a[1].text), without_cue(b[1].text)
        return likeness if (likeness := ratio(x, y)) >= _SAME_CLAUSE else 0

    ours, theirs = rows(gold), rows(found)
    pairs = sheet.records(
        "clauses",
        ours,
        theirs,
        correct=_in_place(correct),
        located=_near_text(lambda row: row[1].text),
        exact=_exact(lambda a, b: without_cue(a[1].text) == without_cue(b[1].text)),
        show=_shown(lambda row: row[1].text),
    )
    for i, j in pairs:
        (decision, clause), (got_decision, got) = ours[i].record, theirs[j].record
        sheet.field("clause_verb", clause.text[:_SHOWN], clause.verb, got.verb, lambda a, b: fold(a) == fold(b))
        sheet.field("decision_type", clause.text[:_SHOWN], decision.type, got_decision.type)


def motions(sheet: Sheet, gold: Sequence[Placed[Motion]], found: Sequence[Placed[Motion]]) -> None:
    def correct(a: Motion, b: Motion) -> float:
        if a.type != b.type:
            return 0
        by_text, by_mover = ratio(a.text, b.text), bool(a.moved_by) and same_party(a.moved_by, b.moved_by)
        return 100 if by_mover else by_text if by_text >= _SAME_MOTION else 0

    sheet.records(
        "motions",
        gold,
        found,
        correct=_in_place(correct),
        located=_in_place(lambda a, b: 1 + ratio(a.text, b.text)),
        exact=_exact(lambda a, b: fold(a.text) == fold(b.text)),
        show=_shown(lambda motion: f"{motion.type} by {motion.moved_by}: {motion.text}"),
    )


Proposal = Decision | Motion
Part = Literal["moved_by", "seconded_by"]


def movers(sheet: Sheet, gold: Sequence[Placed[Proposal]], found: Sequence[Placed[Proposal]]) -> None:
    parts: tuple[Part, ...] = ("moved_by", "seconded_by")

    def rows(proposals: Sequence[Placed[Proposal]]) -> list[Placed[tuple[Part, str]]]:
        named = ((p.place, part, getattr(p.record, part)) for p in proposals for part in parts)
        return [Placed(place, (part, name)) for place, part, name in named if name]

    sheet.records(
        "movers",
        rows(gold),
        rows(found),
        correct=_in_place(lambda a, b: float(a[0] == b[0] and same_party(a[1], b[1]))),
        located=_in_place(lambda a, b: float(same_party(a[1], b[1]))),
        exact=_exact(lambda a, b: same_surname(a[1], b[1])),
        show=_shown(lambda row: f"{row[0]} {row[1]}"),
    )


def _counts(vote: Vote) -> tuple[int | None, int | None, int | None]:
    return vote.yes, vote.no, vote.abstain


def _same_vote(a: Vote, b: Vote) -> float:
    """The same tally, nought and unsaid alike; where no tally is printed, the same method."""
    tally = [count or 0 for count in _counts(a)] == [count or 0 for count in _counts(b)]
    printed = any(count is not None for count in _counts(a))
    return float(tally and (printed or a.method == b.method))


def votes(sheet: Sheet, gold: Sequence[Placed[Proposal]], found: Sequence[Placed[Proposal]]) -> None:
    def taken(proposals: Sequence[Placed[Proposal]]) -> list[Placed[Vote]]:
        return [Placed(p.place, p.record.vote) for p in proposals if p.record.vote]

    def counted(rows: list[Placed[Vote]]) -> list[Placed[Vote]]:
        return [
            row
            for row in rows
            if row.record.method == "unanimous" or any(count is not None for count in _counts(row.record))
        ]

    def voters(rows: list[Placed[Vote]]) -> list[Placed[Voter]]:
        return [Placed(row.place, voter) for row in rows for voter in row.record.voters]

    ours, theirs = taken(gold), taken(found)
    sheet.records(
        "votes",
        counted(ours),
        counted(theirs),
        correct=_in_place(_same_vote),
        located=_in_place(lambda a, b: 1),
        exact=_exact(lambda a, b: _counts(a) == _counts(b) and a.method == b.method),
        show=_shown(lambda vote: f"{vote.yes}-{vote.no}-{vote.abstain} {vote.method}"),
    )
    sheet.records(
        "voters",
        voters(ours),
        voters(theirs),
        correct=_in_place(lambda a, b: float(a.option == b.option and same_party(a.name, b.name))),
        located=_in_place(lambda a, b: float(same_party(a.name, b.name))),
        exact=_exact(lambda a, b: same_surname(a.name, b.name)),
        show=_shown(lambda voter: f"{voter.name}: {voter.option}"),
    )


def actions(sheet: Sheet, gold: Sequence[Placed[Action]], found: Sequence[Placed[Action]]) -> None:
    def correct(a: Action, b: Action) -> float:
        return likeness if (likeness := ratio(a.text, b.text)) >= _SAME_ACTION else 0

    for task, explicit in (("actions_explicit", True), ("actions_implicit", False)):
        ours, theirs = ([row for row in side if row.record.explicit is explicit] for side in (gold, found))
        pairs = sheet.records(
            task,
            ours,
            theirs,
            correct=_in_place(correct),
            located=_near_text(lambda action: action.text),
            exact=_exact(lambda a, b: fold(a.text) == fold(b.text)),
            show=_shown(lambda action: action.text),
        )
        for i, j in pairs:
            _owners(sheet, ours[i].record, theirs[j].record)
            sheet.field(
                "action_due",
                ours[i].record.text[:_SHOWN],
                ours[i].record.due,
                theirs[j].record.due,
                lambda a, b: overlap(a, b) >= _SAME_DUE,
            )


def _owners(sheet: Sheet, gold: Action, found: Action) -> None:
    """An owner is right by the person found or by the wording printed; two names for one owner do not count as two."""
    named = (*found.owners, *found.owners_printed)
    hits = sum(any(same_party(owner, name) for name in named) for owner in gold.owners)
    equal = sum(any(same_surname(owner, name) for name in named) for owner in gold.owners)
    located = max(hits, min(len(gold.owners), len(found.owners)))
    sheet.add("action_owner", Counts(len(gold.owners), max(hits, len(found.owners)), located, hits, equal))
    if hits < len(gold.owners) or hits < len(found.owners):
        detail = f"{gold.text[:_SHOWN]}: gold {list(gold.owners)}, got {list(found.owners_printed)}"
        sheet.differ("action_owner", "wrong", detail)


def _same_declaration(a: Declaration, b: Declaration) -> bool:
    return same_surname(a.name, b.name) and (a.interest, a.withdrew) == (b.interest, b.withdrew)


def declarations(sheet: Sheet, gold: Sequence[Placed[Declaration]], found: Sequence[Placed[Declaration]]) -> None:
    pairs = sheet.records(
        "declarations",
        gold,
        found,
        correct=_in_place(lambda a, b: 1 + (a.interest == b.interest) if same_party(a.name, b.name) else 0),
        located=lambda a, b: float(same_party(a.record.name, b.record.name)),
        exact=_exact(_same_declaration),
        show=_shown(lambda declaration: f"{declaration.name} ({declaration.interest})"),
    )
    for i, j in pairs:
        ours, theirs = gold[i].record, found[j].record
        sheet.field("declaration_interest", str(ours.name), ours.interest, theirs.interest)
