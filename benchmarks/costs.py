"""Where the extractor's time goes: by stage, by rule, with twice the rules, with two workers."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from minutes_extract import extract, pipeline
from minutes_extract.rules import load
from minutes_extract.rules.load import locate

_STAGES = ("segment", "recognise", "read_meeting", "parse", "assemble")


def by_stage(texts: list[str]) -> dict[str, float]:
    """Processor seconds in each stage of the pipeline."""
    spent = dict.fromkeys(_STAGES, 0.0)

    def timed(stage: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            start = time.process_time()
            try:
                return run(*arguments)
            finally:
                spent[stage] += time.process_time() - start

        return call

    with ExitStack() as patches:
        for stage in _STAGES:
            patches.enter_context(patch.object(pipeline, stage, timed(stage, getattr(pipeline, stage))))
        for text in texts:
            extract(text)
    return spent


class _Watched:
    """A compiled pattern that adds up the time that its methods take."""

    def __init__(self, regex: re.Pattern[str]) -> None:
        self.regex = regex
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.regex, name)
        if not callable(value):
            return value

        def call(*arguments: Any) -> Any:
            start = time.process_time()
            found = value(*arguments)
            found = iter(list(found)) if name == "finditer" else found
            self.seconds += time.process_time() - start
            return found

        return call


def by_rule(texts: list[str]) -> dict[str, float]:
    """Processor seconds that the pipeline spends in the pattern of each rule."""
    rules = load().rules
    watched = {rule.id: _Watched(rule.regex) for rule in rules}
    with ExitStack() as patches:
        for rule in rules:
            patches.enter_context(patch.dict(vars(rule), regex=watched[rule.id]))
        for text in texts:
            extract(text)
    return {name: regex.seconds for name, regex in watched.items()}


def twice_the_rules(texts: list[str]) -> float:
    """Time with each rule there twice, in proportion to the time with the rules as they are."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in locate().rglob("*.toml"):
            text = path.read_text(encoding="utf-8")
            if "[[rule]]" in text:
                again = re.sub(r'^id = "(.+)"', r'id = "\1-again"', text, flags=re.MULTILINE)
                (folder / path.name).write_text(again, encoding="utf-8")
        once = min(_seconds(texts, None) for _ in range(3))
        return min(_seconds(texts, folder) for _ in range(3)) / once


def _seconds(texts: list[str], overlay: Path | None) -> float:
    extract(texts[0], patterns=overlay)  # the rules are loaded
    start = time.process_time()
    for text in texts:
        extract(text, patterns=overlay)
    return time.process_time() - start


def workers(texts: list[str], count: int) -> float:
    """Characters per second of wall time with so many worker processes that are warm."""
    with ProcessPoolExecutor(count) as pool:
        list(pool.map(_run, texts))
        start = time.perf_counter()
        list(pool.map(_run, texts, chunksize=max(1, len(texts) // (4 * count))))
        return sum(map(len, texts)) / (time.perf_counter() - start)


def _run(text: str) -> int:
    return len(extract(text).items)
