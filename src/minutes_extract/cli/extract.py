"""`extract FILE...`: the record of each input as JSON."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from minutes_extract.batch import Inputs, Plan, Settings, Summary, run
from minutes_extract.batch.inputs import SameNameError
from minutes_extract.batch.outputs import FolderSink
from minutes_extract.batch.places import is_url
from minutes_extract.cli.common import (
    FAILED,
    INTERRUPTED,
    FixOption,
    PatternsOption,
    errors_to_exit,
    stdin_is_terminal,
)
from minutes_extract.cli.output import open_sink, open_texts
from minutes_extract.cli.progress import Watch, say
from minutes_extract.emit.formats import FORMATS, FormatName

_FEW = 16  # documents that are read sooner than worker processes have started
_AT_ONCE = 16  # requests to a store
PATIENCE = 600.0  # seconds for a document that a worker reads, where nothing else is said

FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Documents (text, web page, PDF, Word), folders of them, URLs of either (https, s3, gs, zip ...), or - for "
        "standard input, which is read where nothing is named.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="Write here (a path or a URL) instead of to standard output: a file; for several inputs a folder (end it with a slash) "
        "or a .jsonl file; a .db file for a SQLite database. What an earlier run has finished there is not done again.",
    ),
]
FormatOption = Annotated[
    FormatName,
    typer.Option(
        "--format",
        metavar="NAME",
        help="What to write, a document for each input: the record as JSON, or the standards popolo, ocd (Open Civic "
        "Data), akomantoso, ics (a calendar of actions and meetings), annotations (W3C Web Annotation); "
        "or tables of all documents: sqlite (which -o minutes.db says as well), csv, parquet.",
    ),
]
TextOption = Annotated[
    str | None,
    typer.Option(
        "--text-out",
        metavar="PATH",
        help="Write the text that the spans count: a file; for several inputs a folder.",
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "-j", "--jobs", min=1, metavar="N", help="Worker processes; as many as cores where not given.", show_default=False
    ),
]  # fmt: skip
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Let the workers of a Dask scheduler read: tcp://HOST:8786, or its scheduler file.",
        show_default=False,
    ),
]  # fmt: skip
ForceOption = Annotated[bool, typer.Option("--force", help="Do again what an earlier run has finished.")]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        min=0,
        metavar="SECONDS",
        help="Give up on a document after so long; 0 never. Many documents: 600 where not given.",
        show_default=False,
    ),
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show where in the program an internal error arose.")]


def extract_files(
    ctx: typer.Context,
    files: FilesArgument = None,
    output: OutputOption = None,
    form: FormatOption = FormatName.JSON,
    text_out: TextOption = None,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    timeout: TimeoutOption = None,
    force: ForceOption = False,
    fix_encoding: FixOption = False,
    patterns: PatternsOption = None,
    debug: DebugOption = False,
) -> None:
    """Turn minutes into records: one input gives a JSON object, several or a folder give JSON Lines."""
    if jobs is not None and cluster is not None:
        raise typer.BadParameter("the cluster has workers of its own; leave --jobs out.", param_hint="'--cluster'")
    with errors_to_exit():
        inputs = inputs_of(ctx, files)
        total = count(inputs, output, "" if FORMATS[form].tables else FORMATS[form].suffix)
        if patterns is not None:
            check_patterns(patterns)
        sink, failures = open_sink(output, inputs, form)
        texts = open_texts(text_out, inputs)
        settings = Settings(patterns, fix_encoding, sink.indent, texts is not None or sink.with_text, form)
        to_store = isinstance(sink, FolderSink) and any(is_url(place or "") for place in (output, text_out))
        plan = Plan(
            settings,
            sink,
            failures=failures,
            texts=texts,
            jobs=0 if cluster is not None else workers(jobs, timeout, total),
            timeout=PATIENCE if timeout is None else timeout,
            force=force,
            cluster=cluster,
            to_inputs=_AT_ONCE if inputs.remote else 1,
            to_sink=_AT_ONCE if to_store else 1,
        )
        with Watch(total, bar=output is not None and inputs.several, listed=failures is not None, debug=debug) as watch:
            summary = run(inputs, plan, watch.heard)
        if inputs.several and (failures is not None or summary.stopped):
            say(summary, total, str(failures.path) if failures is not None else "")
        leave(summary)


def inputs_of(ctx: typer.Context, files: list[str] | None) -> Inputs:
    """What the arguments name; standard input where they name nothing, unless somebody sits there."""
    if not files and stdin_is_terminal():
        ctx.fail("Name a file or a folder to read, or pipe a text in.")
    return Inputs(files or ["-"])


def leave(summary: Summary) -> None:
    """Exit by what became of the inputs."""
    if summary.stopped:
        raise typer.Exit(INTERRUPTED)
    if summary.failed:
        raise typer.Exit(FAILED)


def count(inputs: Inputs, output: str | None, suffix: str) -> int:
    """How many inputs there are. Raises BadParameter where two would be written to one file.

    `suffix` is that of the file for each input; empty where there is none, as for tables.
    """
    try:
        return inputs.count()
    except SameNameError as error:
        if output is None or output == "-" or Path(output).suffix or not suffix:
            return sum(1 for _ in inputs)
        target = f"{output.rstrip('/')}/{error}{suffix}"
        message = f"two inputs would both be written to {target}. Give them in separate runs."
        raise typer.BadParameter(message, param_hint="'-o'") from None


def check_patterns(patterns: Path) -> None:
    """Broken patterns are said once, before any worker starts."""
    from minutes_extract.rules import load

    load(patterns)


def workers(jobs: int | None, timeout: float | None, total: int) -> int:
    """How many worker processes; 0 reads in this one."""
    if timeout:
        return min(jobs or _cores(), max(total, 1))
    if jobs is None:
        return 0 if total < _FEW else _cores()
    return 0 if jobs == 1 or total == 1 else min(jobs, total)


def _cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
