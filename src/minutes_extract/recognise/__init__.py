"""Stage 2: who was there, who is named, who holds which post; names resolved to one roster."""

from minutes_extract.recognise.meeting import Meeting, read_meeting
from minutes_extract.recognise.people import People, recognise

__all__ = ["Meeting", "People", "read_meeting", "recognise"]
