"""`extract review FILE`: a web page on which a person checks a record against its text; of a folder, a site of them."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from minutes_extract.batch import Failure, Input, Inputs, Plan, Settings, Sink, Summary, run
from minutes_extract.batch.outputs import StdoutSink, WholeSink
from minutes_extract.batch.pages import SiteSink, one_page, page_of_site
from minutes_extract.batch.places import Place, place
from minutes_extract.cli.common import FixOption, PatternsOption, errors_to_exit
from minutes_extract.cli.extract import (
    PATIENCE,
    DebugOption,
    FilesArgument,
    ForceOption,
    JobsOption,
    TimeoutOption,
    check_patterns,
    count,
    inputs_of,
    leave,
    workers,
)
from minutes_extract.cli.output import open_texts
from minutes_extract.cli.progress import Watch, say

PageOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="Write here instead of to standard output: a file; for several inputs a folder, which becomes a site.",
    ),
]
OpenOption = Annotated[bool, typer.Option("--open", help="Open the page in a browser when it is written.")]


def review_files(
    ctx: typer.Context,
    files: FilesArgument = None,
    output: PageOption = None,
    show: OpenOption = False,
    jobs: JobsOption = None,
    timeout: TimeoutOption = None,
    force: ForceOption = False,
    fix_encoding: FixOption = False,
    patterns: PatternsOption = None,
    debug: DebugOption = False,
) -> None:
    """Make a web page that shows the text and its records side by side, to check and correct.

    One page that needs nothing else and no network; of several documents or a folder a site, with an index of the
    meetings. The same command again makes only the pages that are new or changed. Corrections made on a page are downloaded from it as a gold file.
    """
    with errors_to_exit():
        inputs = inputs_of(ctx, files)
        if output in (None, "-") and inputs.several:
            ctx.fail("Several documents become a site. Say where: -o FOLDER/")
        if output is None and show:
            output = str(Path(tempfile.mkdtemp(prefix="extract-review-")) / "review.html")
        total = count(inputs, output, ".html")
        if patterns is not None:
            check_patterns(patterns)
        sink, written = _open(inputs, output)
        plan = _plan(sink, Settings(patterns, fix_encoding), workers(jobs, timeout, total), timeout, force)
        summary = _run(inputs, total, plan, debug)
    if show and summary.read + summary.unchanged and isinstance(written, Path):
        webbrowser.open(written.absolute().as_uri())
    leave(summary)


def _open(inputs: Inputs, output: str | None) -> tuple[Sink, Place | None]:
    """The sink for `-o output`, and the file to look at when it is full."""
    texts = open_texts(None if output == "-" else output, inputs, "-o", ".html")
    if inputs.several:
        site = SiteSink(place(output or ""))
        return site, site.index
    if texts is None:
        return StdoutSink(None), None
    target = texts.target(next(iter(inputs)))
    return WholeSink(target), target


def _plan(sink: Sink, settings: Settings, jobs: int, timeout: float | None, force: bool) -> Plan:
    patience = PATIENCE if timeout is None else timeout
    texts, work = (sink.pages, page_of_site) if isinstance(sink, SiteSink) else (None, one_page)
    return Plan(settings, sink, texts=texts, jobs=jobs, timeout=patience, force=force, work=work)


def _run(inputs: Inputs, total: int, plan: Plan, debug: bool) -> Summary:
    site = plan.sink if isinstance(plan.sink, SiteSink) else None
    with Watch(total, bar=site is not None, listed=False, debug=debug) as watch:

        def heard(given: Input, failure: Failure | None, summary: Summary) -> None:
            if failure is not None and site is not None:
                site.fail(given, failure.message)
            watch.heard(given, failure, summary)

        summary = run(inputs, plan, heard)
    if site is not None:
        say(summary, total, str(site.index) if summary.read + summary.unchanged else "")
    return summary
