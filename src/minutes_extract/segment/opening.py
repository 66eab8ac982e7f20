"""Business before the first heading, where minutes go on from the attendance without one."""

from __future__ import annotations

from minutes_extract.records import Section
from minutes_extract.rules import Patterns
from minutes_extract.spans import Span, View


def opening_of(view: View, sections: list[Section], patterns: Patterns) -> Section | None:
    """A nameless item for what the meeting decided above the first heading, or None."""
    start = sections[0].span.start
    head_end = view.position(start)
    for rule in patterns.near("segment.opening", view.text, 0, head_end):
        for match in patterns.matches(rule, view.text, 0, head_end):
            at = view.span(match.start(), match.end()).start
            return Section(None, None, "other", Span(at, start), match.start(), head_end, rule=rule.id)
    return None
