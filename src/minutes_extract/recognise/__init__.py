"""Stage 2: who was there, who is named, who holds which post; names resolved to one roster."""

from minutes_extract.recognise.meeting import read_meeting
from minutes_extract.recognise.people import recognise

__all__ = ["read_meeting", "recognise"]
