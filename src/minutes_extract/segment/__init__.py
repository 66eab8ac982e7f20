"""Stage 1: lines → page furniture set aside → headings → items, with the view that the later stages read."""

from minutes_extract.segment.items import segment

__all__ = ["segment"]
