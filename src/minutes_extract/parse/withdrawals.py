"""Who declared an interest and went out, stayed, or took no part: from the words beside it and from the rest of the minutes."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.records import Declaration
from minutes_extract.roster import Person
from minutes_extract.rules import Patterns

_NEAR = 60  # characters behind the verb in which the room stands: 'left at 8.15 pm and waited outside the room'


def withdrawal(words: str, patterns: Patterns) -> bool | None:
    """True where they say that someone went out or took no part, False where that they stayed, None where neither."""
    if patterns.regex("{stayed_in}").search(words):
        return False
    if patterns.regex("{went_out}").search(words):
        return True
    return False if patterns.regex("{took_part}").search(words) else None


def settle_withdrawals(
    declarations: list[list[Declaration]], items: list[ItemText], patterns: Patterns
) -> list[list[Declaration]]:
    """Settle what one item alone does not tell: a declaration repeated in a later item is dropped, and whoever left is marked.

    `declarations`: those of each item, in order; the same shape is given back. Run it after the movements are found.
    """
    kept: list[list[Declaration]] = []
    seen: dict[int, list[Declaration]] = {}
    for found in declarations:
        row: list[Declaration] = []
        here = {id(d) for d in found}
        for d in found:
            known = [s for s in seen.get(id(d.person), []) if id(s) not in here and _same(s, d)]
            if known:
                known[0].withdrew = d.withdrew if known[0].withdrew is None else known[0].withdrew
                continue
            row.append(d)
            seen.setdefault(id(d.person), []).append(d)
        kept.append(row)
    for row in kept:
        for d in row:
            if d.withdrew is None and d.person is not None:
                d.withdrew = _went_out(d, d.person, items, patterns)
    return kept


def _same(a: Declaration, b: Declaration) -> bool:
    """Two declarations of one person that nothing tells apart."""
    if a.person is None or (a.interest and b.interest and a.interest != b.interest):
        return False
    return not a.items or not b.items or bool(set(a.items) & set(b.items))


def _went_out(declared: Declaration, person: Person, items: list[ItemText], patterns: Patterns) -> bool | None:
    """True where the person left in the item that the interest concerns, left the room, or left and came back."""
    numbers = {_bare(n) for n in declared.items}
    for movement in person.movements:
        home = next((i for i in items if i.lo <= movement.place[0] < i.hi), None)
        if movement.type != "left" or home is None:
            continue
        concerned = home.section.number is not None and _bare(home.section.number) in numbers
        returned = any(m.type == "returned" and m.place[0] > movement.place[0] for m in person.movements)
        room = patterns.regex("{out_of_room}")
        if concerned or returned or room.search(home.text, movement.place[0], movement.place[1] + _NEAR):
            return True
    return None


def _bare(number: str) -> str:
    return re.sub(r"[^\w/]", "", number).casefold()
