"""What grows with the input: `python -m benchmarks.growth` shows that time grows with the text and memory not with the folder."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from minutes_extract import extract

SMALL, LARGE = 100_000, 10_000_000  # characters of one document
FEW, MANY = 500, 20_000  # documents of one folder
DEARER, LARGER = 1.5, 1.2  # what may be paid for a hundred times the text, and for forty times the documents
_SAMPLE = Path(__file__).parent.parent / "samples" / "borough-committee-pdf.txt"
_TICK = 0.1  # seconds between two looks at the memory


def main() -> None:
    """Print the figures; exit with 1 where one is over its limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description="Measure how cost grows.")
    parser.add_argument("--small", type=int, default=SMALL, metavar="N", help="characters of a small document")
    parser.add_argument("--large", type=int, default=LARGE, metavar="N", help="characters of a large document")
    parser.add_argument("--few", type=int, default=FEW, metavar="N", help="documents of a small folder")
    parser.add_argument("--many", type=int, default=MANY, metavar="N", help="documents of a large folder")
    options = parser.parse_args()
    text = time_ratio(options.small, options.large)
    print(
        f"cost of a character at {options.large:,}: {text:.2f} x that at {options.small:,} (at most {DEARER})",
        flush=True,
    )
    few, many = peak(options.few), peak(options.many)
    ratio = many / few
    print(
        f"peak memory of all processes: {few / 1e6:.0f} MB at {options.few:,} documents, {many / 1e6:.0f} MB at {options.many:,}"
    )
    print(f"memory at {options.many:,} documents: {ratio:.2f} x that at {options.few:,} (at most {LARGER})")
    sys.exit(text > DEARER or ratio > LARGER)


def time_ratio(small: int, large: int) -> float:
    """What a character costs in a large document, in times of what it costs in a small one."""
    sample = _SAMPLE.read_text(encoding="utf-8")
    cost(sample, small)  # the first run loads the rules
    return cost(sample, large) / min(cost(sample, small) for _ in range(3))


def cost(sample: str, length: int) -> float:
    """Processor seconds for each character of a document made of a sample, again and again."""
    text = (sample * (length // len(sample) + 1))[:length]
    start = time.process_time()
    extract(text)
    return (time.process_time() - start) / length


def peak(count: int) -> int:
    """The most memory, in bytes, that the program and its workers took together on a folder of so many documents."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "minutes"
        fill(folder, count)
        command = [sys.executable, "-m", "minutes_extract.cli", str(folder), "-o", f"{place}/records/", "--jobs", "2"]
        most = 0
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None:
                most = max(most, sum(map(_memory, _family(process.pid))))
                time.sleep(_TICK)
        if process.returncode:
            raise RuntimeError(f"the run over {count} documents ended with {process.returncode}")
        return most


def fill(folder: Path, count: int) -> None:
    """Short minutes, no two alike: new names and words in each, for a store of words must not fill up."""
    chance = random.Random(count)
    for number in range(count):
        path = folder / f"{number // 500:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_minutes(number, chance), encoding="utf-8")


def _minutes(number: int, chance: random.Random) -> str:
    first, second, third = ("".join(chance.choices("abcdefghiklmnoprstuvw", k=9)).title() for _ in range(3))
    return (
        f"{first} Parish Council\n\nMinutes of the meeting held on 3 May 2022 at 7.30 pm\n\n"
        f"Present: Cllr Ada {second} (Chair) and Cllr Ben {third}\n\n1. Apologies\n\nNone.\n\n2. Ford {number}\n\n"
        f"Proposed by Cllr {second}, seconded by Cllr {third} and RESOLVED: That the ford be mended.\n"
    )


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(pid: int) -> int:
    """Bytes that a process takes; what several share is shared out among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    if not os.path.exists("/proc/self/smaps_rollup"):
        sys.exit("memory is read from /proc, which only Linux has")
    main()
