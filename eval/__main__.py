"""Score the extractor: `python -m eval` on the samples, with the gate; `--corpus DIR` on an outside corpus, without.

Exit code 0: scored, and nothing below its floor; 1: below a floor, or an update refused; 2: a file cannot be read.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from eval import floors, report
from eval.corpus import CorpusError, Document, load_outside, load_samples
from eval.flatten import Record
from eval.run import Evaluation, Extract, evaluate

_ROOT = Path(__file__).parent.parent
SAMPLES = _ROOT / "samples"
FLOORS = Path(__file__).with_name("floors.json")


def extract_minutes(document: Document) -> Record:
    from minutes_extract import extract  # here, so that --help answers without spaCy

    record: Record = extract(document.text, name=f"{document.name}.txt").model_dump(mode="json")
    return record


def main(
    arguments: Sequence[str] | None = None,
    *,
    extract: Extract = extract_minutes,
    samples: Path = SAMPLES,
    floors_file: Path = FLOORS,
) -> int:
    options = _options(arguments)
    try:
        documents = load_outside(options.corpus) if options.corpus else load_samples(samples)
        held = floors.read(floors_file) if not options.corpus and floors_file.exists() else None
        before = floors.read(options.against) if options.against else held
    except (CorpusError, floors.FloorsError) as error:
        print(error, file=sys.stderr)
        return 2
    evaluation = evaluate(documents, extract)
    _print(evaluation, options, before)
    if options.save:
        floors.write(options.save, floors.snapshot(evaluation))
    if options.corpus:
        return 0
    return _update(evaluation, held, floors_file) if options.update else _gate(evaluation, held, floors_file)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="Score the extractor against hand-written gold."
    )
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="score DIR/corpus/*.txt on DIR/gold, without a gate")
    parser.add_argument("--errors", action="store_true", help="list each missed, spurious and wrong record")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--against", type=Path, metavar="FILE", help="list gains and losses against a saved run")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save this run, to compare a later one with")
    parser.add_argument("--update", action="store_true", help="raise the floors of the samples to this run")
    options = parser.parse_args(arguments)
    if options.corpus and options.update:
        parser.error("--update is for the floors of the samples: an outside corpus has none (see --save)")
    return options


def _print(evaluation: Evaluation, options: argparse.Namespace, before: floors.Snapshot | None) -> None:
    if options.json:
        print(report.as_json(evaluation))
        return
    if options.errors:
        print(*report.differences(evaluation), "", sep="\n")
    print(*report.table(evaluation), sep="\n")
    if before is not None:
        moved = list(floors.moves(floors.snapshot(evaluation), before))
        print("", *(moved or ["no gain or loss by document against the last accepted run"]), sep="\n")


def _update(evaluation: Evaluation, held: floors.Snapshot | None, file: Path) -> int:
    try:
        floors.write(file, floors.updated(evaluation, held))
    except floors.FloorsError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"floors written: {file}", file=sys.stderr)
    return 0


def _gate(evaluation: Evaluation, held: floors.Snapshot | None, file: Path) -> int:
    if held is None:
        print(f"no floors yet: {file} is written by --update", file=sys.stderr)
        return 1
    short = floors.shortfalls(evaluation, held)
    if short:
        print("below the floors:", *short, sep="\n", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
