"""An example as the stages see it: set into a small document, read by each stage in turn."""

from __future__ import annotations

from functools import cached_property

from minutes_extract.emit.assemble import assemble
from minutes_extract.itemtext import ItemText
from minutes_extract.parse import parse
from minutes_extract.people import People
from minutes_extract.recognise import read_meeting, recognise
from minutes_extract.records import Business, Meeting, Segmented
from minutes_extract.rules import Patterns, Rule
from minutes_extract.schema import Minutes
from minutes_extract.segment import segment
from minutes_extract.source import Source, from_text

# The documents say just enough to pass for minutes, and nothing that a rule could take for its own.
_HEAD = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on Wednesday 4 May 2022 at 7 pm.\n\n"
_TAIL = "\n\n42. Moorings\n\nIt was reported that the moorings lie in the inner basin.\n"
_ITEMS = "41. Harbour lights\n\nThe lights stand on the pier." + _TAIL
BEFORE, BEHIND = "The lights stand on the pier.", "The lamps are white."

_FRAMES = {
    "segment.furniture": f"{_HEAD}41. Harbour lights\n\n{BEFORE}\n\n{{}}\n\n{BEHIND}{_TAIL}",
    "segment.label": f"{_HEAD}41. Announcements\n\n{BEFORE}\n\n{{}}\n\n{BEHIND}{_TAIL}",
    "segment.opening": f"{_HEAD}{{}}\n\n{_ITEMS}",
    "segment.closing": f"{_HEAD}{_ITEMS}\n{{}}\n",
    "recognise.meeting": f"{{}}\n\n{_ITEMS}",
    "recognise.meeting end": f"{_ITEMS}\n{{}}\n",
    "recognise.meeting signed": f"{_ITEMS}\n{{}}\n",
    "recognise.meeting next": f"{_ITEMS}\n43. Date of next meeting\n\n{{}}\n",
    "recognise.attendance": f"{_HEAD}{{}}\n\n{_ITEMS}",
    "recognise.post": f"{_HEAD}{{}}\n\n{_ITEMS}",
    "parse.declaration": f"{_HEAD}41. Declarations of interest\n\n{{}}{_TAIL}",
    "": f"{_HEAD}41. Harbour lights\n\n{{}}{_TAIL}",
}


def frame(stage: str, form: str = "") -> str:
    """The document of the examples of a stage and form, with '{}' where the example stands."""
    names = (f"{stage} {form}", stage, "")
    return next(_FRAMES[name] for name in names if name in _FRAMES)


class Without(Patterns):
    """Patterns of which one rule can be hidden, to see whether an example needs it."""

    hidden = ""

    def stage(self, name: str) -> tuple[Rule, ...]:
        """The rules of one stage but the hidden one."""
        return tuple(rule for rule in super().stage(name) if rule.id != self.hidden)

    def near(self, stage: str, text: str, lo: int = 0, hi: int | None = None) -> tuple[Rule, ...]:
        """The rules of one stage that may match, but the hidden one."""
        return tuple(rule for rule in super().near(stage, text, lo, hi) if rule.id != self.hidden)


class Trial:
    """One example in its document. Each stage runs when its result is first asked for."""

    def __init__(self, rule: Rule, text: str, patterns: Patterns) -> None:
        self.rule = rule
        self.text = text
        self.patterns = patterns
        self.source: Source = from_text(frame(rule.stage, rule.form).replace("{}", text))

    @cached_property
    def document(self) -> Segmented:
        return segment(self.source.text, self.patterns)

    @cached_property
    def people(self) -> People:
        return recognise(self.document, self.patterns)

    @cached_property
    def meeting(self) -> Meeting:
        return read_meeting(self.document, self.people, self.patterns)

    @cached_property
    def _business(self) -> list[Business]:
        return parse(self.document, self.people, self.meeting, self.patterns)

    @cached_property
    def minutes(self) -> Minutes:
        """The validated record of the whole document."""
        business = self._business  # also enters movements into the roster
        return assemble(self.source, self.document, self.people, self.meeting, business)

    @cached_property
    def items(self) -> list[ItemText]:
        """The words of each item, for what stands in no record by itself: a mover, a vote, a due date."""
        return [ItemText(self.document.view, section) for section in self.document.sections]
