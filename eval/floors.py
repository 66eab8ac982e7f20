"""Floors that only rise: what was accepted last, the gate that holds it, and the update that never lowers it.

A snapshot keeps the score of each task and, by document, its fingerprint and scores. When samples come, go or change,
the floors of the tasks no longer compare; the documents that stayed as they were still do, and an update checks those.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.counts import TASKS, headline_of, mean
from eval.run import Evaluation, Scored

_STEP = 10_000  # four decimals, rounded down: a floor lies never above the score that set it


class FloorsError(Exception):
    """The file of floors cannot be read, or an update would lower a floor."""


class DocumentScores(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    fingerprint: str
    tasks: dict[str, float]


class Snapshot(BaseModel):
    """An accepted run."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    headline: float
    tasks: dict[str, float]
    documents: dict[str, DocumentScores]


def snapshot(evaluation: Evaluation) -> Snapshot:
    return Snapshot(
        headline=_down(evaluation.headline() or 0.0),
        tasks=_rounded({task: evaluation.task(task) for task in TASKS}),
        documents={name: _scores(scored) for name, scored in sorted(evaluation.documents.items())},
    )


def _scores(scored: Scored) -> DocumentScores:
    return DocumentScores(fingerprint=scored.fingerprint, tasks=_rounded(scored.scores()))


def _rounded(scores: Mapping[str, float | None]) -> dict[str, float]:
    return {task: _down(score) for task, score in scores.items() if score is not None}


def _down(score: float) -> float:
    return math.floor(score * _STEP + 1e-6) / _STEP


def read(path: Path) -> Snapshot:
    try:
        return Snapshot.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise FloorsError(f"{path}: {error}") from error


def write(path: Path, accepted: Snapshot) -> None:
    path.write_text(accepted.model_dump_json(indent=1) + "\n", encoding="utf-8")


def faults(evaluation: Evaluation) -> list[str]:
    """What no floor excuses: a document on which nothing came, a record that does not stand in its text."""
    failed = [f"{name}: extraction failed: {failure}" for name, failure in evaluation.failures().items()]
    ungrounded = evaluation.ungrounded().items()
    return failed + [f"{name}: {len(paths)} ungrounded, first at {paths[0]}" for name, paths in ungrounded]


def shortfalls(evaluation: Evaluation, floors: Snapshot) -> list[str]:
    """Why the gate stays shut; an empty list opens it."""
    now = snapshot(evaluation)
    return [*faults(evaluation), *_changes(now, floors), *_lower(now, floors)]


def _changes(now: Snapshot, floors: Snapshot) -> Iterator[str]:
    """Floors hold for the documents that set them."""
    for name in sorted(now.documents.keys() | floors.documents.keys()):
        before, after = floors.documents.get(name), now.documents.get(name)
        if before is None or after is None or before.fingerprint != after.fingerprint:
            what = "is new" if before is None else "is gone" if after is None else "has changed"
            yield f"{name} {what} since the floors were set: accept it with --update"


def _lower(now: Snapshot, floors: Snapshot) -> Iterator[str]:
    for task, floor in {"headline": floors.headline, **floors.tasks}.items():
        score = now.headline if task == "headline" else now.tasks.get(task)
        if score is None and floor:
            yield f"{task}: nothing was scored, the floor is {floor:.4f}"
        elif score is not None and score < floor:
            yield f"{task}: {score:.4f} is below the floor of {floor:.4f}"


def updated(evaluation: Evaluation, floors: Snapshot | None) -> Snapshot:
    """The floors as this run sets them; refused where that would lower one."""
    now = snapshot(evaluation)
    refused = faults(evaluation)
    if floors is not None:
        refused += _lower_kept(now, floors) if any(_changes(now, floors)) else _lower(now, floors)
    if refused:
        raise FloorsError("\n".join(["floors only rise; nothing was written:", *refused]))
    return now


def _lower_kept(now: Snapshot, floors: Snapshot) -> Iterator[str]:
    """The floors over the documents that stayed as they were, for a corpus that has changed."""
    kept = [
        name
        for name, before in floors.documents.items()
        if (after := now.documents.get(name)) is not None and after.fingerprint == before.fingerprint
    ]
    return _lower(_over(now, kept), _over(floors, kept))


def _over(whole: Snapshot, names: list[str]) -> Snapshot:
    documents = {name: whole.documents[name] for name in names}
    means = {task: mean(scores.tasks.get(task) for scores in documents.values()) for task in TASKS}
    return Snapshot(headline=headline_of(means) or 0.0, tasks=_rounded(means), documents=documents)


def moves(now: Snapshot, before: Snapshot) -> Iterator[str]:
    """Gains and losses by document against an accepted run."""
    yield from _changes(now, before)
    for name, scores in now.documents.items():
        old = before.documents.get(name)
        if old is None:
            continue
        for task in TASKS:
            was, now_is = old.tasks.get(task), scores.tasks.get(task)
            if was != now_is:
                sign = "gain" if _better(was, now_is) else "loss"
                yield f"{sign}  {name}  {task}  {_say(was)} -> {_say(now_is)}"


def _better(was: float | None, now: float | None) -> bool:
    """Without a score there was nothing to find and nothing was invented: from nought, spurious records went away."""
    return was == 0 if now is None else now > (was or 0)


def _say(score: float | None) -> str:
    return "nothing there" if score is None else f"{score:.4f}"
