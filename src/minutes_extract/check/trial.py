"""An example as the stages see it: set into a small document, read by each stage in turn."""

from __future__ import annotations

from functools import cached_property

from minutes_extract.emit.assemble import assemble
from minutes_extract.itemtext import ItemText
from minutes_extract.parse import parse
from minutes_extract.recognise import Meeting, People, read_meeting, recognise
from minutes_extract.records import Business, Segmented
from minutes_extract.rules import Patterns, Rule
from minutes_extract.schema import Minutes
from minutes_extract.segment import segment
from minutes_extract.source import Source, from_text

# The documents hold nothing that a rule could take for its own; numbers and names differ from those of examples.
_HEAD = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on Wednesday 4 May 2022 at 7 pm.\n\n"
_TAIL = "\n\n42. Moorings\n\nThe moorings lie in the inner basin.\n"
_ITEMS = "\n\n41. Harbour lights\n\nThe lights stand on the pier." + _TAIL
BEFORE, BEHIND = "The lights stand on the pier.", "The lamps are white."

_FRAMES = {
    "segment.furniture": f"{_HEAD}41. Harbour lights\n\n{BEFORE}\n\n{{}}\n\n{BEHIND}{_TAIL}",
    "segment.label": f"{_HEAD}41. Announcements\n\n{BEFORE}\n\n{{}}\n\n{BEHIND}{_TAIL}",
    "segment.closing": f"{_HEAD}{_ITEMS.strip()}\n\n{{}}\n",
    "recognise.meeting": f"{{}}{_ITEMS}",
    "recognise.attendance": f"{_HEAD}{{}}{_ITEMS}",
    "recognise.post": f"{_HEAD}{{}}{_ITEMS}",
    "recognise.apologies": f"{_HEAD}41. Apologies for absence\n\n{{}}{_TAIL}",
    "recognise.substitute": f"{_HEAD}41. Apologies for absence\n\n{{}}{_TAIL}",
    "parse.declaration": f"{_HEAD}41. Declarations of interest\n\n{{}}{_TAIL}",
    "parse": f"{_HEAD}41. Harbour lights\n\n{{}}{_TAIL}",
}


def frame(stage: str) -> str:
    """The document of a stage's examples, with '{}' where the example stands."""
    return _FRAMES.get(stage) or _FRAMES[stage.partition(".")[0]]


class Without(Patterns):
    """Patterns of which one rule can be hidden, to see whether an example needs it."""

    hidden = ""

    def stage(self, name: str) -> tuple[Rule, ...]:
        """The rules of one stage but the hidden one."""
        return tuple(rule for rule in super().stage(name) if rule.id != self.hidden)


class Trial:
    """One example in its document. Each stage runs when its result is first asked for."""

    def __init__(self, stage: str, text: str, patterns: Patterns) -> None:
        self.text = text
        self.patterns = patterns
        self.source: Source = from_text(frame(stage).replace("{}", text))

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
