"""One family of errors. The text of each is one line that says what is wrong and what to do."""

from __future__ import annotations


class MinutesExtractError(Exception):
    """Base of every error that this package raises on purpose."""


class InputError(MinutesExtractError):
    """An input cannot be read as text: missing, unreadable, binary, empty or in an unknown encoding.

    `name` is the input, `reason` what is wrong with it, `advice` what to do; str() joins the three.
    """

    def __init__(self, name: str, reason: str, advice: str) -> None:
        self.name = name
        self.reason = reason
        self.advice = advice
        super().__init__(f"{name}: {reason}. {advice}")


class PatternError(MinutesExtractError):
    """A pattern file does not load; the message names the file and, where there is one, the rule."""
