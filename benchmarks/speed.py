"""Throughput by size of document. Each contender runs in a process of its own, so that its memory is its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles

from benchmarks.contenders import CONTENDERS
from benchmarks.corpus import SIZES, documents, read

_PATIENCE = 60.0  # seconds that a size may be expected to take; a slower contender sits it out
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass
class Speed:
    """One contender on documents of one size."""

    characters: int
    times: list[float]  # processor seconds for each document
    memory: int  # bytes, the peak of the process so far (the sizes come in rising order)

    @property
    def rate(self) -> float:
        """Characters per second."""
        return self.characters / sum(self.times)

    @property
    def documents(self) -> float:
        """Documents per second."""
        return len(self.times) / sum(self.times)

    def percentile(self, percent: int) -> float:
        """Seconds within which so many of a hundred documents are done."""
        return quantiles(self.times, n=100, method="inclusive")[percent - 1] if len(self.times) > 1 else self.times[0]


def compare(folder: Path, rounds: int) -> dict[str, dict[str, Speed]]:
    """Every contender on every size that it has the patience for; the contenders take turns, and the best round counts."""
    best: dict[str, dict[str, Speed]] = {name: {} for name in CONTENDERS}
    for _ in range(rounds):
        for name, known in best.items():
            command = [sys.executable, "-m", "benchmarks.speed", name, str(folder)]
            out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
            for size, values in json.loads(out).items():
                speed = Speed(**values)
                if size not in known or speed.rate > known[size].rate:
                    known[size] = speed
    return best


def measure(name: str, folder: Path) -> dict[str, Speed]:
    """One contender, here and now."""
    run = CONTENDERS[name]()
    texts = read(folder)
    for text in texts:  # once unmeasured: caches fill, lazy patterns compile
        run(text)
    out: dict[str, Speed] = {}
    for label, size in SIZES.items():
        if out and size / next(reversed(out.values())).rate > _PATIENCE:
            break
        batch = documents(texts, size)
        times = []
        for text in batch:
            start = time.process_time()
            run(text)
            times.append(time.process_time() - start)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MEMORY_UNIT
        out[label] = Speed(sum(map(len, batch)), times, peak)
    return out


if __name__ == "__main__":
    print(json.dumps({size: asdict(speed) for size, speed in measure(sys.argv[1], Path(sys.argv[2])).items()}))
