"""Stage 3: decisions, motions and votes, actions, declarations and movements of each item."""

from __future__ import annotations

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.actions import find_actions
from minutes_extract.parse.business import read_business
from minutes_extract.parse.declarations import find_declarations, settle_withdrawals
from minutes_extract.parse.exemption import mark_exempt
from minutes_extract.parse.movements import find_movements
from minutes_extract.people import People
from minutes_extract.records import Business, Meeting, Segmented
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
    mark_exempt(items, found)
    settled = settle_withdrawals([business.declarations for business in found], items, people, patterns)
    for business, declarations in zip(found, settled, strict=True):
        business.declarations = declarations
    return found
