"""The story: source → segment → recognise → parse → emit."""

from __future__ import annotations

from pathlib import Path

from minutes_extract.about import made_by
from minutes_extract.emit.assemble import assemble
from minutes_extract.parse import parse
from minutes_extract.recognise import read_meeting, recognise
from minutes_extract.rules import load
from minutes_extract.schema import Minutes
from minutes_extract.segment import segment
from minutes_extract.source import Source, from_text
from minutes_extract.unclaimed import unclaimed

__all__ = ["extract", "unclaimed"]


def extract(source: str | Source, *, name: str | None = None, patterns: Path | None = None) -> Minutes:
    """Raw minutes in, a validated record out.

    `source` is the decoded text or a Source; `patterns` is a folder of pattern files laid over the built-in ones.
    Raises InputError where there is no text, PatternError where a pattern file does not load.
    """
    if isinstance(source, str):
        source = from_text(source, name)
    rules = load(patterns)
    document = segment(source.text, rules)  # 1: items, and the view that the later stages read
    people = recognise(document, rules)  # 2: who was there, who is named
    meeting = read_meeting(document, people, rules)
    business = parse(document, people, meeting, rules)  # 3: decisions, motions, votes, actions, declarations, movements
    by = made_by(patterns, source.fix_encoding)
    return assemble(source, document, people, meeting, business, by)  # 4: the validated record
