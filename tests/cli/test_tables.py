"""`-o minutes.db`, `--format csv` and `--format parquet`: what a run adds, keeps, and leaves when it is stopped."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
from typer.testing import Result

from minutes_extract.emit.tables.model import TABLES

Run = Callable[..., Result]
Start = Callable[..., "Popen[bytes]"]

EXAMPLE = Path(__file__).parent.parent / "data" / "example.txt"
SUFFIXES = {"csv": ".csv", "parquet": ".parquet"}


def ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def sources(path: Path) -> list[str]:
    return [name for (name,) in ask(path, "SELECT name FROM sources ORDER BY name")]


def last(result: Result) -> str:
    return result.stderr.splitlines()[-1].partition(", in ")[0]


@pytest.mark.parametrize("output", ["out.db", "out.sqlite", "out.SQLITE3"])
def test_a_folder_goes_to_a_database(run: Run, folder: Path, output: str) -> None:
    result = run("year", "-o", output)
    assert (result.exit_code, result.stdout) == (0, "")
    assert last(result) == "extract: 3 documents: 3 read"
    assert sources(folder / output) == ["a/y.TXT", "a/z.md", "b.txt"]
    assert ask(folder / output, "SELECT text FROM texts WHERE source = 'b.txt'") == [("Minutes b.txt\n",)]
    assert ask(folder / output, "PRAGMA foreign_key_check") == []


def test_a_format_is_named_where_the_suffix_says_nothing(run: Run, folder: Path) -> None:
    assert run("year", "-o", "out", "--format", "sqlite").exit_code == 0
    assert len(sources(folder / "out")) == 3


@pytest.mark.parametrize("given", ["june.txt", "-"])
def test_one_document_goes_to_a_database(run: Run, folder: Path, given: str) -> None:
    assert run(given, "-o", "out.db", stdin=b"Minutes\n").exit_code == 0
    assert sources(folder / "out.db") == ["stdin" if given == "-" else given]
    assert run("july.txt", "-o", "out.db").exit_code == 0
    assert len(sources(folder / "out.db")) == 2
    assert not (folder / "out.failures.jsonl").exists()


@pytest.mark.parametrize("arguments", [("-o", "out.db"), ("-o", "out/", "--format", "csv")])
def test_finished_documents_are_not_read_again(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    path = folder / (arguments[1] if arguments[1].endswith(".db") else "out/.tables.db")
    run("year", *arguments)
    assert last(run("year", *arguments)) == "extract: 3 documents: 0 read, 3 unchanged"
    (folder / "year/b.txt").write_text("Minutes, mended\n", encoding="utf-8")
    (folder / "year/a/new.txt").write_text("Minutes\n", encoding="utf-8")
    assert last(run("year", *arguments)) == "extract: 4 documents: 2 read, 2 unchanged"
    assert sources(path) == ["a/new.txt", "a/y.TXT", "a/z.md", "b.txt"]
    assert ask(path, "SELECT text FROM texts WHERE source = 'b.txt'") == [("Minutes, mended\n",)]
    assert last(run("year", *arguments, "--force")) == "extract: 4 documents: 4 read"
    assert last(run("year", *arguments, "--fix-encoding")) == "extract: 4 documents: 4 read"
    assert len(sources(path)) == 4


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_folder_goes_to_a_file_for_each_table(run: Run, folder: Path, form: str) -> None:
    assert run("year", "-o", "tables", "--format", form, "--jobs", "2").exit_code == 0
    made = {path.name for path in (folder / "tables").iterdir() if not path.name.startswith(".")}
    metadata = {"csv-metadata.json"} if form == "csv" else set()
    assert made == {f"{table.name}{SUFFIXES[form]}" for table in TABLES} | metadata


def test_both_forms_from_one_reading(run: Run, folder: Path) -> None:
    run("year", "-o", "tables", "--format", "csv")
    assert last(run("year", "-o", "tables", "--format", "parquet")) == "extract: 3 documents: 0 read, 3 unchanged"
    assert (folder / "tables/sources.csv").exists()
    assert (folder / "tables/sources.parquet").exists()


def test_the_files_hold_what_the_last_run_left(run: Run, folder: Path) -> None:
    run("year", "-o", "tables", "--format", "csv")
    (folder / "year/a/new.txt").write_text("Minutes\n", encoding="utf-8")
    run("year", "-o", "tables", "--format", "csv")
    with (folder / "tables/sources.csv").open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["a/new.txt", "a/y.TXT", "a/z.md", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "listed"),
    [(("-o", "out.db"), "out.failures.jsonl"), (("-o", "out", "--format", "parquet"), "out/failures.jsonl")],
)
def test_failures_are_listed(run: Run, folder: Path, arguments: tuple[str, ...], listed: str) -> None:
    (folder / "year/c.txt").write_bytes(b"")
    (folder / "year/crash.txt").write_text("CRASH", encoding="utf-8")
    result = run("year", *arguments)
    assert result.exit_code == 1
    assert last(result) == f"extract: 5 documents: 3 read, 2 failed (see {listed})"
    names = [json.loads(line)["name"] for line in (folder / listed).read_text(encoding="utf-8").splitlines()]
    assert names == ["c.txt", "crash.txt"]


def test_two_inputs_of_one_name(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_text("Minutes of another council\n", encoding="utf-8")
    result = run("year/b.txt", "b.txt", "-o", "out.db")
    assert result.exit_code == 1
    assert "b.txt: another input of this run is called b.txt. Name the folder above" in result.stderr
    assert ask(folder / "out.db", "SELECT text FROM texts") == [("Minutes b.txt\n",)]


def test_where_nothing_is_read_nothing_is_made(run: Run, folder: Path) -> None:
    assert run("empty.txt", "-o", "out.db").exit_code == 1
    assert not (folder / "out.db").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("year", "--format", "csv"), "csv cannot stand in a stream. Name a place: -o tables/"),
        (("year", "--format", "sqlite"), "sqlite cannot stand in a stream. Name a place: -o minutes.db"),
        (("year", "-o", "-", "--format", "parquet"), "parquet cannot stand in a stream"),
        (("year", "-o", "june.txt", "--format", "csv"), "june.txt: is a file, but csv is a file for each table"),
        (("year", "-o", "no/such/out.db"), "there is no folder no/such. Make it first"),
        (("june.txt", "-o", "year", "--format", "sqlite"), "year: is a folder, but a database is one file"),
        (("june.txt", "-o", "memory://a/out.db"), "sqlite can only be written to a disk"),
        (("june.txt", "-o", "june.txt", "--format", "sqlite"), "june.txt is an input and would be overwritten"),
    ],
)
def test_wrong_usage(run: Run, folder: Path, arguments: tuple[str, ...], words: str) -> None:
    before = sorted(folder.rglob("*"))
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert sorted(folder.rglob("*")) == before


def test_the_database_of_another_program(run: Run, folder: Path) -> None:
    (folder / "out.db").write_text("no database\n" * 100, encoding="utf-8")
    result = run("year", "-o", "out.db")
    assert (result.exit_code, result.stderr) == (
        1,
        "extract: out.db: is no SQLite database. Name another file\n",
    )


def test_what_datasette_is_told(run: Run, folder: Path) -> None:
    told = json.loads(run("schema", "--datasette", "council").stdout)
    assert list(told["databases"]["council"]["tables"]) == [table.name for table in TABLES]


def test_a_name_that_is_not_unicode(start: Start, folder: Path) -> None:
    (folder / "odd").mkdir()
    (folder / "odd" / os.fsdecode(b"caf\xe9.txt")).write_text(SMALL, encoding="utf-8")
    for shown in (b"1 read", b"0 read, 1 unchanged"):
        _, errors = start("odd", "-o", "out.db", fake=True).communicate(timeout=60)
        assert shown in errors
    assert sources(folder / "out.db") == ["caf?.txt"]


# Stopped ------------------------------------------------------------------------------------------------------------

SMALL = "Gullhaven Parish Council\n\nPresent: Cllr Ada Quill\n\n1. Ford\n\nRESOLVED: That the ford {} be mended.\n"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("arguments", [("-o", "out.db"), ("-o", "out", "--format", "csv")])
def test_a_run_that_is_stopped_goes_on(
    start: Start, folder: Path, how: signal.Signals, arguments: tuple[str, ...]
) -> None:
    (folder / "many").mkdir()
    for number in range(12):
        shutil.copy(EXAMPLE, folder / f"many/{number:02}.txt")
    path = folder / (arguments[1] if arguments[1].endswith(".db") else "out/.tables.db")
    os.mkfifo(folder / "pipe")  # nobody writes to it: the run does not end by itself
    process = start("many", "pipe", *arguments, "--jobs", "2", fake=True)
    until(lambda: path.exists() and len(_whole(path)) == 12)
    process.send_signal(how)
    process.wait(timeout=60)
    if how is signal.SIGKILL:  # nobody has ended the worker that waits at the pipe
        os.close(os.open(folder / "pipe", os.O_WRONLY | os.O_NONBLOCK))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == (130 if how is signal.SIGINT else -signal.SIGKILL), errors
    assert not (folder / "out/sources.csv").exists()
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    (folder / "pipe").unlink()
    (folder / "pipe").write_text(SMALL, encoding="utf-8")
    _, errors = start("many", "pipe", *arguments, fake=True).communicate(timeout=120)
    assert b"13 documents: 1 read, 12 unchanged" in errors
    assert len(_whole(path)) == 13
    ((attended, nobody),) = ask(path, "SELECT count(*), sum(person IS NULL) FROM attendance")
    assert attended > 12
    assert nobody == 0
    assert sorted(path.name for path in folder.glob("out.db*")) in ([], ["out.db"])


def _whole(path: Path) -> list[str]:
    """Meetings of which every part is there; half a one is never seen, whenever one looks."""
    try:
        rows = ask(path, "SELECT s.name, t.source, m.id FROM sources s LEFT JOIN texts t ON t.source = s.name "
                         "LEFT JOIN meetings m ON m.source = s.name")  # fmt: skip
    except sqlite3.OperationalError:  # its tables are not there yet
        return []
    assert [row for row in rows if None in row] == []
    return [row[0] for row in rows]


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
