"""What a run says: a table for people, JSON for programs."""

import json
from collections.abc import Iterator

from eval.counts import HEADLINE, READINGS, TASKS
from eval.run import Evaluation


def table(evaluation: Evaluation) -> Iterator[str]:
    """The report, line by line: tasks, documents, and the figures that stand for all."""
    yield f"{'':22}{'all records together':>22}   {'mean over documents':>24}"
    yield f"{'task':22}{'precision':>10}{'recall':>7}{'F1':>7}{'located':>9}{'correct':>9}{'exact':>7}{'gold':>7}"
    for task in TASKS:
        counts = evaluation.micro(task)
        located, correct, exact = (evaluation.task(task, reading) for reading in READINGS)
        yield (
            f"{task:22}{_show(counts.precision()):>10}{_show(counts.recall()):>7}{_show(counts.f1()):>7}"
            f"{_show(located):>9}{_show(correct):>9}{_show(exact):>7}{counts.gold:>7}"
            + ("" if task in HEADLINE else "  detail")
        )
    yield ""
    yield from (f"{_show(score):>6}  {name}" for name, score in evaluation.by_headline())
    yield ""
    yield from _summary(evaluation)


def _summary(evaluation: Evaluation) -> Iterator[str]:
    worst, score = evaluation.by_headline()[0]
    ungrounded = sum(len(paths) for paths in evaluation.ungrounded().values())
    yield from (f"extraction failed: {name}: {failure}" for name, failure in evaluation.failures().items())
    yield f"{len(evaluation.documents)} documents, the worst {worst} at {_show(score)}"
    yield f"ungrounded: {ungrounded} of {evaluation.spans()} spans"
    yield f"headline, all records together: {_show(evaluation.headline_micro())}"
    yield f"headline, mean by document first: {_show(evaluation.mean_document())}"
    located, correct, exact = (_show(evaluation.headline(reading)) for reading in READINGS)
    yield f"headline F1 (mean over documents, then tasks): {correct} (located {located}, exact {exact})"


def differences(evaluation: Evaluation) -> Iterator[str]:
    """Each miss, spurious record and wrong field, tab-separated: document, task, kind, detail."""
    for name, scored in evaluation.documents.items():
        yield from (f"{name}\t{d.task}\t{d.kind}\t{d.detail}" for d in scored.differences)


def as_json(evaluation: Evaluation) -> str:
    tasks = {}
    for task in TASKS:
        counts = evaluation.micro(task)
        tasks[task] = {
            "gold": counts.gold,
            "found": counts.found,
            "precision": counts.precision(),
            "recall": counts.recall(),
            "f1": counts.f1(),
            "mean": {reading: evaluation.task(task, reading) for reading in READINGS},
        }
    report = {
        "headline": {reading: evaluation.headline(reading) for reading in READINGS},
        "headline_micro": evaluation.headline_micro(),
        "headline_by_document": evaluation.mean_document(),
        "spans": evaluation.spans(),
        "ungrounded": evaluation.ungrounded(),
        "failures": evaluation.failures(),
        "tasks": tasks,
        "documents": {
            name: {"headline": scored.headline(), "tasks": scored.scores()}
            for name, scored in evaluation.documents.items()
        },
    }
    return json.dumps(report, indent=1, ensure_ascii=False)


def _show(score: float | None) -> str:
    return "-" if score is None else f"{score:.3f}"
