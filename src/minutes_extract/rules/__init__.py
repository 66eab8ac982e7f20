"""The wording of minutes as data: loads, checks and runs the rules of `patterns/`."""

from minutes_extract.rules.load import Patterns, load
from minutes_extract.rules.model import Example, Rule

__all__ = ["Example", "Patterns", "Rule", "load"]
