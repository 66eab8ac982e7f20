"""Scores the extractor against hand-written gold, and holds the floors below which no score may fall.

Part of the repository, not of the wheel: `python -m eval` from the repository root.
"""
