"""Checks each rule on its examples and counter-examples, through the whole pipeline and among all the other rules."""

from minutes_extract.check.run import check

__all__ = ["check"]
