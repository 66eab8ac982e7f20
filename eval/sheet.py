"""The score sheet of one document: counts by task, and every difference in words."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from eval.counts import Counts
from eval.match import fold, pair

T = TypeVar("T")


@dataclass(frozen=True)
class Difference:
    """One record that gold and prediction do not share, or a field of a shared record that differs."""

    task: str
    kind: Literal["missed", "spurious", "wrong"]
    detail: str


class Sheet:
    def __init__(self) -> None:
        self.counts: defaultdict[str, Counts] = defaultdict(Counts)
        self.differences: list[Difference] = []

    def add(self, task: str, counts: Counts) -> None:
        self.counts[task] += counts

    def differ(self, task: str, kind: Literal["missed", "spurious", "wrong"], detail: str) -> None:
        self.differences.append(Difference(task, kind, detail))

    def records(
        self,
        task: str,
        gold: Sequence[T],
        found: Sequence[T],
        *,
        correct: Callable[[T, T], float],
        located: Callable[[T, T], float],
        exact: Callable[[T, T], bool],
        show: Callable[[T], str],
    ) -> list[tuple[int, int]]:
        """Pair off the records of a task and count them in the three readings; returns the correct pairs as indices.

        The readings nest: what is not correct may still be located, and only what is correct may be exact.
        """
        pairs = pair(gold, found, correct)
        rest_gold = [g for i, g in enumerate(gold) if i not in {i for i, _ in pairs}]
        rest_found = [f for j, f in enumerate(found) if j not in {j for _, j in pairs}]
        near = pair(rest_gold, rest_found, located)
        equal = sum(exact(gold[i], found[j]) for i, j in pairs)
        self.add(task, Counts(len(gold), len(found), len(pairs) + len(near), len(pairs), equal))
        for record in rest_gold:
            self.differ(task, "missed", show(record))
        for record in rest_found:
            self.differ(task, "spurious", show(record))
        return pairs

    def field(
        self,
        task: str,
        where: str,
        gold: str | None,
        found: str | None,
        same: Callable[[str, str], bool] = str.__eq__,
    ) -> None:
        """One field of a record that both have; empty in both counts for nothing."""
        if not gold and not found:
            return
        both = bool(gold and found)
        correct = bool(gold and found and same(gold, found))
        exact = correct and fold(gold) == fold(found)
        self.add(task, Counts(bool(gold), bool(found), both, correct, exact))
        if not correct:
            self.differ(task, "wrong", f"{where}: gold {gold!r}, got {found!r}")
