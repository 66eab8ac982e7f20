"""Stage 3: decisions, motions and votes, actions, declarations and movements of each item."""

from __future__ import annotations

import re

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.actions import find_actions
from minutes_extract.parse.business import read_business
from minutes_extract.parse.declarations import find_declarations, settle_withdrawals
from minutes_extract.parse.exemption import mark_exempt
from minutes_extract.parse.movements import find_movements
from minutes_extract.parse.tables import ActionTables
from minutes_extract.people import People
from minutes_extract.records import Business, Meeting, Section, Segmented
from minutes_extract.rules import Patterns

__all__ = ["parse"]


def parse(document: Segmented, people: People, meeting: Meeting, patterns: Patterns) -> list[Business]:
    """What was done under each section, in the order of the sections."""
    items = [ItemText(document.view, section) for section in document.sections]
    found: list[Business] = []
    for item in items:
        business = read_business(item, people, patterns)
        decided = [decision.place for decision in business.decisions]
        business.actions = find_actions(item, people, patterns, decided, meeting.date)
        business.declarations = find_declarations(item, people, patterns)
        find_movements(item, people, patterns, meeting.start_time)
        found.append(business)
    tables = ActionTables(document.view, people, patterns, meeting.date)
    _add_header_actions(document, tables, found)
    for outside in (document.head, document.tail):
        find_movements(ItemText(document.view, _unheaded(document, outside)), people, patterns, meeting.start_time)
    mark_exempt(items, found, patterns)
    settled = settle_withdrawals([business.declarations for business in found], items, patterns)
    for business, declarations in zip(found, settled, strict=True):
        business.declarations = declarations
    return found


def _add_header_actions(document: Segmented, tables: ActionTables, found: list[Business]) -> None:
    """Actions of a table printed above the first item go to the item whose number their row gives."""
    by_number = {_bare(s.number): business for s, business in zip(document.sections, found, strict=True) if s.number}
    for number, action in tables.numbered(*document.head):
        if business := by_number.get(_bare(number)):
            business.actions.append(action)
            business.actions.sort(key=lambda one: one.place)


def _bare(number: str) -> str:
    """'27b/1920' and 'FGB 27/1920' name one item."""
    return re.sub(r"[^\d/.]", "", number).strip(".")


def _unheaded(document: Segmented, place: tuple[int, int]) -> Section:
    return Section(None, None, "other", document.view.span(*place), *place)
