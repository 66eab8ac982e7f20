"""Measure: `python -m benchmarks`, or `make bench`. Everything is timed in one run, for only ratios can be compared."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus, costs, speed, start
from minutes_extract import __version__

_ROOT = Path(__file__).parent.parent
_RESULTS = Path(__file__).with_name("results")
_SLOWEST = 15  # rules that are named


def main() -> None:
    """Print the report while it comes, then write it to results/."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Time the extractor beside others.")
    parser.add_argument("--corpus", type=Path, default=_ROOT / "samples", metavar="DIR", help="a folder of .txt files")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="the best of so many runs counts")
    options = parser.parse_args()
    texts = corpus.read(options.corpus)
    lines = []
    for line in report(options.corpus, texts, options.rounds):
        print(line, flush=True)
        lines.append(line)
    _RESULTS.mkdir(exist_ok=True)
    out = _RESULTS / f"{__version__}-{corpus.fingerprint(texts)}.txt"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"\nwritten to {out}")


def report(folder: Path, texts: list[str], rounds: int) -> Iterator[str]:
    """The lines of the report, each part as soon as it is measured."""
    yield f"minutes-extract {__version__}, corpus {corpus.fingerprint(texts)} ({len(texts)} texts, {sum(map(len, texts))} characters)"
    yield f"Python {platform.python_version()}, {platform.machine()}; processor time, the best of {rounds}"
    yield from _speed(folder, rounds)
    yield from _start(max(folder.glob("*.txt"), key=lambda path: path.stat().st_size), rounds)
    yield from _costs(texts)


def _speed(folder: Path, rounds: int) -> Iterator[str]:
    results = speed.compare(folder, rounds)
    for size in corpus.SIZES:
        yield f"\ndocuments of {size:16} kB/s   x tokeniser      docs/s   p50 ms   p95 ms   peak MB"
        for name, sizes in results.items():
            if (one := sizes.get(size)) is None:
                yield f"  {name:22} too slow to wait for"
                continue
            ratio = one.rate / results["tokeniser"][size].rate
            p50, p95 = one.percentile(50) * 1e3, one.percentile(95) * 1e3
            yield f"  {name:22} {one.rate / 1e3:10.1f} {ratio:12.3f} {one.documents:12.2f} {p50:8.1f} {p95:8.1f} {one.memory / 1e6:9.0f}"
    ours = results["extract"]
    if "2 MB" in ours:
        yield f"\ncost of a character at 2 MB: {ours['20 kB'].rate / ours['2 MB'].rate:.2f} x that at 20 kB"


def _start(sample: Path, rounds: int) -> Iterator[str]:
    yield f"\ncold start on {sample.name:16} s   x bare spaCy"
    times = start.compare(sample, rounds)
    for name, seconds in times.items():
        yield f"  {name:20} {seconds:8.2f} {seconds / times[start.BARE]:12.2f}"


def _costs(texts: list[str]) -> Iterator[str]:
    long = corpus.documents(texts, corpus.SIZES["20 kB"])
    one, two = costs.workers(long * 8, 1), costs.workers(long * 8, 2)
    yield f"\ntwo workers: {two / one:.2f} x one"
    yield f"twice the rules: {costs.twice_the_rules(long):.2f} x the time"
    stages = costs.by_stage(long)
    yield "\nby stage          share"
    for stage, seconds in stages.items():
        yield f"  {stage:15} {seconds / sum(stages.values()):5.0%}"
    rules = costs.by_rule(long)
    size = sum(map(len, long)) / 1e3
    yield f"\nthe slowest of {len(rules)} rules                  us/kB"
    for name, seconds in sorted(rules.items(), key=lambda rule: -rule[1])[:_SLOWEST]:
        yield f"  {name:40} {seconds / size * 1e6:8.1f}"
    yield f"  {'all rules together':40} {sum(rules.values()) / size * 1e6:8.1f}"
    yield f"  {'the whole extraction':40} {sum(stages.values()) / size * 1e6:8.1f}"


if __name__ == "__main__":
    main()
