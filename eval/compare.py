"""Gold against prediction for one document.

A section that the gold leaves out is not scored.
Records inside an item count only in the right item, so the items are paired before what stands in them.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from eval import business, sections
from eval.business import Placed, Proposal
from eval.flat import Action, Decision, Declaration, Meeting, Minutes, Motion
from eval.sheet import Sheet

Row = TypeVar("Row", Decision, Motion, Action, Declaration)


def compare(gold: Minutes, found: Minutes) -> Sheet:
    sheet = Sheet()
    if gold.meeting is not None:
        sections.meeting(sheet, gold.meeting, found.meeting or Meeting())
    if gold.people is not None:
        sections.people(sheet, gold.people, found.people or ())
    if gold.movements is not None:
        sections.movements(sheet, gold.movements, found.movements or ())
    places = sections.items(sheet, gold.items, found.items or ()) if gold.items is not None else {}
    _compare_business(sheet, gold, found, places)
    return sheet


def _compare_business(sheet: Sheet, gold: Minutes, found: Minutes, places: Mapping[int, int]) -> None:
    def placed(rows: Iterable[Row] | None) -> list[Placed[Row]]:
        return [Placed(places.get(row.item), row) for row in rows or ()]

    decisions, motions = placed(found.decisions), placed(found.motions)
    if gold.decisions is not None:
        business.clauses(sheet, _gold(gold.decisions), decisions)
    if gold.motions is not None:
        business.motions(sheet, _gold(gold.motions), motions)
    if gold.decisions is not None and gold.motions is not None:
        ours: list[Placed[Proposal]] = [*_gold(gold.decisions), *_gold(gold.motions)]
        theirs: list[Placed[Proposal]] = [*decisions, *motions]
        business.movers(sheet, ours, theirs)
        business.votes(sheet, ours, theirs)
    if gold.actions is not None:
        business.actions(sheet, _gold(gold.actions), placed(found.actions))
    if gold.declarations is not None:
        business.declarations(sheet, _gold(gold.declarations), placed(found.declarations))


def _gold(rows: Iterable[Row]) -> list[Placed[Row]]:
    return [Placed(row.item, row) for row in rows]
