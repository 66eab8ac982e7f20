"""Many documents: resuming, failures, workers, and stopping, through the program."""

from __future__ import annotations

import json
import os
import signal
import stat
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Start = Callable[..., "Popen[bytes]"]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def names(path: Path) -> list[str]:
    return [record["source"]["name"] for record in lines(path)]


def last(result: Result) -> str:
    return result.stderr.splitlines()[-1].partition(", in ")[0]


@pytest.mark.parametrize("output", ["out", "out/"])
def test_a_folder_goes_to_a_folder(run: Run, folder: Path, output: str) -> None:
    result = run("year", "-o", output)
    assert (result.exit_code, result.stdout) == (0, "")
    assert last(result) == "extract: 3 documents: 3 read"
    assert sorted(path.name for path in (folder / "out").rglob("*.json*")) == ["b.json", "y.json", "z.json"]


@pytest.mark.parametrize("output", ["out/", "out.jsonl"])
def test_finished_documents_are_not_read_again(run: Run, folder: Path, output: str) -> None:
    run("year", "-o", output)
    assert last(run("year", "-o", output)) == "extract: 3 documents: 0 read, 3 unchanged"
    (folder / "year/b.txt").write_text("Minutes, mended\n", encoding="utf-8")
    (folder / "year/a/new.txt").write_text("Minutes\n", encoding="utf-8")
    assert last(run("year", "-o", output)) == "extract: 4 documents: 2 read, 2 unchanged"
    assert last(run("year", "-o", output, "--force")) == "extract: 4 documents: 4 read"
    if output == "out.jsonl":
        assert names(folder / output) == ["a/new.txt", "a/y.TXT", "a/z.md", "b.txt"]


def test_other_settings_read_again(run: Run, folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine/mine.toml").write_text("# mine", encoding="utf-8")
    run("year", "-o", "out/")
    assert last(run("year", "-o", "out/", "--fix-encoding")) == "extract: 3 documents: 3 read"
    assert last(run("year", "-o", "out/", "--fix-encoding")) == "extract: 3 documents: 0 read, 3 unchanged"
    assert last(run("year", "-o", "out/", "--patterns", "mine")) == "extract: 3 documents: 3 read"
    (folder / "mine/mine.toml").write_text("# mine, changed", encoding="utf-8")
    from minutes_extract.about import made_by

    made_by.cache_clear()
    assert last(run("year", "-o", "out/", "--patterns", "mine")) == "extract: 3 documents: 3 read"


@pytest.mark.parametrize(("output", "listed"), [("out/", "out/failures.jsonl"), ("out.jsonl", "out.failures.jsonl")])
def test_failures_are_listed_and_tried_again(run: Run, folder: Path, output: str, listed: str) -> None:
    (folder / "year/c.txt").write_bytes(b"")
    (folder / "year/crash.txt").write_text("CRASH", encoding="utf-8")
    result = run("year", "-o", output)
    assert result.exit_code == 1
    assert last(result) == f"extract: 5 documents: 3 read, 2 failed (see {listed})"
    first, second = lines(folder / listed)
    assert first == {
        "name": "c.txt",
        "path": "year/c.txt",
        "error": "year/c.txt: is empty. Give a file that holds the text of the minutes",
    }
    assert second["error"].startswith("year/crash.txt: internal error (ValueError")
    for name in ("c.txt", "crash.txt"):
        (folder / "year" / name).write_text("Minutes\n", encoding="utf-8")
    assert last(run("year", "-o", output)) == "extract: 5 documents: 2 read, 3 unchanged"
    assert not (folder / listed).exists()


def test_text_that_the_spans_count(run: Run, folder: Path) -> None:
    (folder / "page.html").write_text("<html><body><h1>Minutes</h1><p>Café</p></body>", encoding="utf-8")
    assert run("page.html", "--text-out", "page.txt", "-o", "page.json").exit_code == 0
    assert (folder / "page.txt").read_text(encoding="utf-8") == "# Minutes\n\nCafé\n"
    assert run("year", "page.html", "-o", "out/", "--text-out", "texts").exit_code == 0
    texts = sorted(path.relative_to(folder / "texts").as_posix() for path in (folder / "texts").rglob("*.txt"))
    assert texts == ["a/y.txt", "a/z.txt", "b.txt", "page.txt"]
    (folder / "texts/b.txt").unlink()
    run("year", "page.html", "-o", "out/", "--text-out", "texts")
    assert (folder / "texts/b.txt").exists()


def test_carriage_returns_stay_in_the_text(run: Run, folder: Path) -> None:
    run("june.txt", "--text-out", "text.txt")
    assert (folder / "text.txt").read_bytes() == (folder / "june.txt").read_bytes()


def test_a_name_too_long_for_an_output_is_one_failure(run: Run, folder: Path) -> None:
    (folder / "year" / f"{'x' * 251}.txt").write_text("Minutes\n", encoding="utf-8")
    result = run("year", "-o", "out/")
    assert last(result) == "extract: 4 documents: 3 read, 1 failed (see out/failures.jsonl)"
    assert "cannot be written (File name too long)" in result.stderr


def test_no_temporary_files_are_left(run: Run, folder: Path) -> None:
    run("year", "-o", "out/")
    assert [path for path in (folder / "out").rglob("*") if ".tmp" in path.name or ".part" in path.name] == []


def test_mode_of_an_old_output_stays(run: Run, folder: Path) -> None:
    run("year", "-o", "out.jsonl")
    (folder / "out.jsonl").chmod(0o640)
    run("year", "-o", "out.jsonl", "--force")
    assert stat.S_IMODE((folder / "out.jsonl").stat().st_mode) == 0o640


# In processes of their own ------------------------------------------------------------------------------------------

SMALL = "Gullhaven Parish Council\n\nPresent: Cllr Ada Quill\n\n1. Ford\n\nRESOLVED: That the ford {} be mended.\n"


@pytest.fixture
def many(folder: Path) -> list[str]:
    (folder / "many").mkdir()
    made = [f"{number:03}.txt" for number in range(12)]
    for name in made:
        (folder / "many" / name).write_text(SMALL.format(name), encoding="utf-8")
    return made


def test_workers_give_what_one_process_gives(start: Start, many: list[str], folder: Path) -> None:
    (folder / "many/007.txt").write_bytes(b"\x7fELF\x00\x00\x00")
    for jobs, out in (("1", "one.jsonl"), ("2", "two.jsonl")):
        process = start("many", "-o", out, "--jobs", jobs)
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 1, errors
    assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()
    assert names(folder / "two.jsonl") == [name for name in many if name != "007.txt"]
    assert [failure["name"] for failure in lines(folder / "two.failures.jsonl")] == ["007.txt"]


def test_a_stopped_run_goes_on(start: Start, many: list[str], folder: Path) -> None:
    os.mkfifo(folder / "pipe")  # nobody writes to it: the run does not end by itself
    arguments = ("many", "pipe", "-o", "all.jsonl", "--jobs", "2")
    process = start(*arguments, fake=True)
    part = folder / "all.jsonl.part"
    until(lambda: part.exists() and part.read_bytes().count(b"\n") == len(many))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert b"stopped after 12 of 13: 12 read, in " in errors
    assert b"The same command goes on from here" in errors
    assert names(part) == many
    assert not (folder / "all.jsonl").exists()
    (folder / "pipe").unlink()
    (folder / "pipe").write_text(SMALL, encoding="utf-8")
    _, errors = start(*arguments, fake=True).communicate(timeout=120)
    assert b"13 documents: 1 read, 12 unchanged" in errors
    assert names(folder / "all.jsonl") == [*many, "pipe"]


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_pipe_that_nobody_writes_to_is_given_up(start: Start, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    process = start("pipe", "june.txt", "--timeout", "3", fake=True)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"pipe: took longer than 3 s" in errors
    assert json.loads(out)["source"]["name"] == "june.txt"


def test_a_name_that_is_not_unicode(start: Start, folder: Path) -> None:
    odd = os.fsdecode(b"caf\xe9\n.txt")
    (folder / "odd").mkdir()
    (folder / "odd" / odd).write_text(SMALL, encoding="utf-8")
    (folder / "odd" / f"{odd}.pdf").write_bytes(b"%PDF-1.4")
    process = start("odd", "-o", "out/", "--jobs", "2", fake=True)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1, errors
    assert json.loads((folder / "out" / odd).with_suffix(".json").read_bytes())["source"]["name"] == "caf?\n.txt"
    ((failure),) = lines(folder / "out/failures.jsonl")
    assert failure["path"] == f"odd/{odd}.pdf"
    assert errors.decode().count("\n") == 2
