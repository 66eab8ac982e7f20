"""Several waits at once: a store answers slowly, but many requests as quickly as one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")


def abreast(work: Callable[[T], R], items: Iterable[T], width: int) -> Iterator[R]:
    """`map(work, items)` with so many items under way at once, in threads; results come in the order of the items."""
    if width <= 1:
        yield from map(work, items)
        return
    from concurrent.futures import ThreadPoolExecutor  # a store is read seldom, and every start would load it

    under_way: deque[Future[R]] = deque()
    with ThreadPoolExecutor(width) as threads:
        try:
            for item in items:
                under_way.append(threads.submit(work, item))
                while len(under_way) >= width or (under_way and under_way[0].done()):
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            threads.shutdown(cancel_futures=True)
