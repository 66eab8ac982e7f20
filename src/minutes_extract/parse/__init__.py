"""Stage 3: decisions, motions and votes, actions, declarations and movements of each item."""

from __future__ import annotations

from minutes_extract.itemtext import ItemText
from minutes_extract.parse.business import read_business
from minutes_extract.recognise import Meeting, People
from minutes_extract.records import Business, Segmented
from minutes_extract.rules import Patterns

__all__ = ["parse"]


def parse(document: Segmented, people: People, meeting: Meeting, patterns: Patterns) -> list[Business]:
    """What was done under each section, in the order of the sections."""
    items = [ItemText(document.view, section) for section in document.sections]
    return [read_business(item, people, patterns) for item in items]
