"""Extract and score every document of a corpus."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.compare import compare
from eval.corpus import Document
from eval.counts import HEADLINE, TASKS, ByTask, Counts, Reading, headline_of, mean, micro, task_mean
from eval.flat import Minutes
from eval.flatten import Record, flatten
from eval.grounding import Grounding, grounding
from eval.sheet import Difference

Extract = Callable[[Document], Record]


@dataclass(frozen=True)
class Scored:
    """One document: what was counted, what differed, what does not stand in the text, and why nothing came, if so."""

    fingerprint: str
    counts: ByTask
    differences: tuple[Difference, ...]
    grounding: Grounding
    failure: str | None = None

    def scores(self) -> dict[str, float | None]:
        return {task: self.counts[task].f1() for task in TASKS if task in self.counts}

    def headline(self) -> float | None:
        return headline_of(self.scores())


@dataclass(frozen=True)
class Evaluation:
    documents: Mapping[str, Scored]

    def task(self, task: str, reading: Reading = "correct") -> float | None:
        """Mean over the documents that have something of the task."""
        return task_mean([scored.counts for scored in self.documents.values()], task, reading)

    def micro(self, task: str) -> Counts:
        return micro([scored.counts for scored in self.documents.values()], task)

    def headline(self, reading: Reading = "correct") -> float | None:
        """The mean over documents, then over the headline tasks."""
        return headline_of({task: self.task(task, reading) for task in HEADLINE})

    def headline_micro(self) -> float | None:
        return headline_of({task: self.micro(task).f1() for task in HEADLINE})

    def mean_document(self) -> float | None:
        return mean(scored.headline() for scored in self.documents.values())

    def by_headline(self) -> list[tuple[str, float | None]]:
        """The documents, worst first; those on which nothing could be scored come last."""
        scores = [(name, scored.headline()) for name, scored in self.documents.items()]
        return sorted(scores, key=lambda entry: (entry[1] is None, entry[1], entry[0]))

    def failures(self) -> dict[str, str]:
        return {name: scored.failure for name, scored in self.documents.items() if scored.failure}

    def ungrounded(self) -> dict[str, tuple[str, ...]]:
        places = {name: scored.grounding.ungrounded for name, scored in self.documents.items()}
        return {name: paths for name, paths in places.items() if paths}

    def spans(self) -> int:
        return sum(scored.grounding.spans for scored in self.documents.values())


def evaluate(documents: Sequence[Document], extract: Extract) -> Evaluation:
    return Evaluation({document.name: _score(document, extract) for document in documents})


def _score(document: Document, extract: Extract) -> Scored:
    """A crash is a full miss: all that the gold holds counts as missed, whatever was thrown."""
    failure = None
    try:
        record = extract(document)
        found, grounded = flatten(record), grounding(record, document.text)
    except Exception as error:
        found, grounded = Minutes(), Grounding(0, ())
        failure = f"{type(error).__name__}: {error}"
    sheet = compare(document.gold, found)
    return Scored(document.fingerprint, dict(sheet.counts), tuple(sheet.differences), grounded, failure)
