"""What became of an action: where later meetings of the same body speak of it, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from minutes_extract.likeness import flat
from minutes_extract.rules import load

_MEETINGS = 6  # later ones that are asked: matters arising go back half a year at most, unless carried forward again
_SHARED = 3  # telling words that a passage must share with the action: two are shared by chance ('footpath', 'sign')
_HALF = 0.5  # of the action's telling words
_WORD = re.compile(r"[a-z][a-z'-]{2,}|\d[\d./-]*\d")

State = Literal["done", "open"]


@dataclass(frozen=True, slots=True)
class Task:
    """An action of one record: `meeting` and `id` name it."""

    meeting: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a later meeting in which earlier actions are taken up, with its offsets."""

    meeting: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A later meeting speaks of an action. `start` and `end` are those of the sentences that do.

    `state` is None where the text does not say whether it is done; `words` are what passage and action share.
    """

    task: Task
    meeting: str
    start: int
    end: int
    state: State | None
    words: tuple[str, ...]


def takes_up(title: str | None, kind: str) -> bool:
    """Does an item go back to earlier meetings: minutes, matters arising, a list of actions?"""
    return kind == "minutes" or (title is not None and _regex("taking_up_words").search(flat(title)) is not None)


def follow(meetings: Iterable[tuple[list[Passage], list[Task]]]) -> Iterator[Followed]:
    """Follow the actions of ONE body through its meetings, given in order of their dates.

    Each meeting is the paragraphs that take up earlier business (see `takes_up`) and the actions that it raised.
    A stretch of two sentences is linked to the one action with which it shares most telling words, at least three and
    half of the action's; where two actions share as many, to neither. Each meeting gives one link for an action.
    """
    raised: list[list[Task]] = []
    for passages, tasks in meetings:
        earlier = [task for meeting in raised[-_MEETINGS:] for task in meeting]
        telling = _telling(earlier)
        best: dict[Task, Followed] = {}
        for found in _found(passages, telling):
            known = best.get(found.task)
            if known is None or len(found.words) > len(known.words):
                best[found.task] = found
        yield from best.values()
        raised.append(tasks)


def _found(passages: list[Passage], telling: dict[Task, frozenset[str]]) -> Iterator[Followed]:
    for passage in passages:
        for start, end in _stretches(passage.text):
            stretch = passage.text[start:end]
            best = _best(_words(stretch), telling)
            if best is not None:
                task, words = best
                yield Followed(
                    task, passage.meeting, passage.start + start, passage.start + end, _state(stretch), words
                )


def _best(here: frozenset[str], telling: dict[Task, frozenset[str]]) -> tuple[Task, tuple[str, ...]] | None:
    shared = {task: here & words for task, words in telling.items()}
    ranked = sorted(
        (task for task, words in shared.items() if len(words) >= max(_SHARED, _HALF * len(telling[task]))),
        key=lambda task: -len(shared[task]),
    )
    if not ranked or (len(ranked) > 1 and len(shared[ranked[0]]) == len(shared[ranked[1]])):
        return None
    return ranked[0], tuple(sorted(shared[ranked[0]]))


def _telling(tasks: list[Task]) -> dict[Task, frozenset[str]]:
    """The words of each action by which it is known: those of more than a third of all actions say nothing."""
    words = {task: _words(task.text) for task in tasks}
    counts = Counter(word for found in words.values() for word in found)
    common = {word for word, count in counts.items() if count > max(2, len(tasks) / 3)}
    return {task: frozenset(found - common) for task, found in words.items()}


def _words(text: str) -> frozenset[str]:
    stop = _stop()
    return frozenset(word.rstrip("s") for word in _WORD.findall(flat(text)) if word not in stop)


def _state(text: str) -> State | None:
    """'done' and 'open' only where the words say so and do not say both."""
    done, still = _regex("done_words").search(text), _regex("still_open_words").search(text)
    if bool(done) == bool(still):
        return None
    return "done" if done else "open"


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence with the one behind it: 'The sign was chased. It has now been mended.'"""
    ends = [match.end() for match in re.finditer(r"[.!?;](?=\s)|\n(?=\s*\n)", text)] + [len(text)]
    start = 0
    for k, end in enumerate(ends):
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            yield start, ends[min(k + 1, len(ends) - 1)]
        start = end


@lru_cache(maxsize=4)
def _regex(words: str) -> re.Pattern[str]:
    return load().regex(rf"\b{{{words}}}\b")


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    return frozenset(load().words["untelling_words"])
