"""How the time of some work grows with its size, told apart from what else the machine does."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

Work = Callable[[], object]
_LEAST = 0.03


def growth(prepare: Callable[[int], Work], size: int, times: int = 3) -> float:
    """How many times longer twice the size takes: about 2 where time is linear, about 4 where it is quadratic.

    Work of less than _LEAST seconds is not told from noise and counts as so much. `prepare` makes the work of a size, which is not timed. The shortest of several runs counts, since other programs and
    the collector of garbage only add to it.
    """
    seconds(prepare(max(1, size // 50)))  # what is read or compiled once
    once, twice = (min(seconds(prepare(count)) for _ in range(times)) for count in (size, 2 * size))
    return twice / max(once, _LEAST)


def seconds(work: Work) -> float:
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        gc.enable()
