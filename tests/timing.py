"""How the time of some work grows with its size, told apart from what else the machine does."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable

Work = Callable[[], object]
LINEAR = 1.7  # between the powers 1 and 2: eight times the size may take 34 times as long, not 64 times
_TIMES = 8
_ROUNDS = 5
_LEAST = 0.005


def power(prepare: Callable[[int], Work], size: int) -> float:
    """With which power of the size the time grows, from `size` to eight times as much: about 1 where it is linear, about 2 where it is quadratic.

    `prepare` makes the work of a size, which is not timed. The shortest of several runs counts, since other programs
    and the collector of garbage only add to it; what looks worse than LINEAR is measured again before it is believed.
    Less than _LEAST seconds is not told from noise and counts as so much.
    """
    seconds(prepare(size))  # what is read or compiled once
    small = large = math.inf
    for _ in range(_ROUNDS):
        small = min(small, *(seconds(prepare(size)) for _ in range(3)))
        large = min(large, seconds(prepare(_TIMES * size)))
        found = math.log(large / max(small, _LEAST), _TIMES)
        if found < LINEAR:
            break
    return found


def seconds(work: Work) -> float:
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        gc.enable()
