"""The rules of the record that no single field can hold: a walk over a finished `Minutes`.

`problems` lists what is broken, each with its place in the record, and changes nothing.
"""

from minutes_extract.validate.rules import problems, vote_mismatch

__all__ = ["problems", "vote_mismatch"]
