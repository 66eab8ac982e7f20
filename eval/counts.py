"""What is counted: for one task of one document, the records of gold and prediction and how many of them pair off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Reading = Literal["located", "correct", "exact"]
READINGS: tuple[Reading, ...] = ("located", "correct", "exact")

# The headline counts what a reader of the minutes asks for; the others are details of records that are already counted.
HEADLINE = (
    "meeting",
    "items",
    "people",
    "attendance",
    "roles",
    "role_only_people",
    "clauses",
    "movers",
    "votes",
    "voters",
    "motions",
    "actions_explicit",
    "actions_implicit",
    "action_owner",
    "declarations",
    "movements",
)
DETAIL = ("item_kind", "clause_verb", "decision_type", "action_due", "declaration_interest")
TASKS = HEADLINE + DETAIL


@dataclass(frozen=True)
class Counts:
    """Records in gold and in the prediction, and the pairs among them in three readings of growing strictness.

    located: found in the right place, be it with wrong ends or a wrong field;
    correct: the same record, by the measure of its task; exact: equal to the letter, once folded.
    """

    gold: int = 0
    found: int = 0
    located: int = 0
    correct: int = 0
    exact: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.gold + other.gold,
            self.found + other.found,
            self.located + other.located,
            self.correct + other.correct,
            self.exact + other.exact,
        )

    def pairs(self, reading: Reading) -> int:
        return {"located": self.located, "correct": self.correct, "exact": self.exact}[reading]

    def precision(self, reading: Reading = "correct") -> float | None:
        return self.pairs(reading) / self.found if self.found else None

    def recall(self, reading: Reading = "correct") -> float | None:
        return self.pairs(reading) / self.gold if self.gold else None

    def f1(self, reading: Reading = "correct") -> float | None:
        """None where there is nothing in gold or prediction: such a document says nothing about the task."""
        return 2 * self.pairs(reading) / (self.gold + self.found) if self.gold + self.found else None


ByTask = Mapping[str, Counts]


def mean(scores: Iterable[float | None]) -> float | None:
    """The mean of the scores that there are."""
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None


def task_mean(documents: Iterable[ByTask], task: str, reading: Reading = "correct") -> float | None:
    """The mean over the documents of each one's F1, so that one long document does not carry the score."""
    return mean(counts[task].f1(reading) for counts in documents if task in counts)


def micro(documents: Iterable[ByTask], task: str) -> Counts:
    """All records of all documents counted together."""
    return sum((counts[task] for counts in documents if task in counts), Counts())


def headline_of(scores: Mapping[str, float | None]) -> float | None:
    """The mean over the headline tasks of the scores by task, whether of one document or of all."""
    return mean(scores.get(task) for task in HEADLINE)
