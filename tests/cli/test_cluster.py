"""`--cluster`: the batch on the workers of a real Dask scheduler, in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import Result

import minutes_extract
from tests.cli.conftest import STAND_IN

pytest.importorskip("distributed", reason="DASK IS NOT INSTALLED: pip install 'minutes-extract[cluster]'")

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]
TEXT = "Gullhaven Parish Council\n\nPresent: Cllr Ada Quill\n\n1. Ford\n\nRESOLVED: That the ford {} be mended.\n"


@contextmanager
def process(program: str, *arguments: object, path: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """`dask scheduler` or `dask worker`; the modules in `path` come before all others."""
    source = str(Path(minutes_extract.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(path), source] if path else [source])}
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as running:
        try:
            yield running
        finally:
            running.terminate()


@contextmanager
def scheduler(folder: Path) -> Iterator[Path]:
    file = folder / "scheduler.json"
    with process("scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", file):
        until(file.exists)
        yield file


def worker(file: Path, path: Path | None = None) -> Any:
    place = ("--local-directory", file.parent / "worker", "--no-dashboard", "--no-nanny", "--nthreads", 1)
    return process("worker", "--scheduler-file", file, *place, path=path)


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The scheduler file of a cluster of two workers, which have the stand-in for the stages."""
    with scheduler(tmp_path_factory.mktemp("cluster")) as file, worker(file, STAND_IN), worker(file, STAND_IN):
        yield file


@pytest.fixture
def many(folder: Path) -> list[str]:
    (folder / "many").mkdir()
    made = [f"{number:02}.txt" for number in range(14)]
    for name in made:
        (folder / "many" / name).write_text(TEXT.format(name), encoding="utf-8")
    return made


def hold(path: Path) -> Path:
    """Makes `path` a document that is not read before the file is there that is returned."""
    release = path.parents[1] / "release"
    path.write_text(f"WAIT FOR {release}\n", encoding="utf-8")
    return release


def last(result: Result) -> str:
    return result.stderr.splitlines()[-1].partition(", in ")[0]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lines(path: Path) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in path.read_bytes().splitlines()]


def test_a_cluster_makes_the_same(start: Start, many: list[str], folder: Path) -> None:
    """With the stages themselves, here and there."""
    (folder / "many/05.txt").write_bytes(b"")
    (folder / "many/06.txt").write_bytes(b"%PDF-1.4 broken")
    (folder / "many/pipe.txt").symlink_to("/dev/null")
    (folder / "mine").mkdir()
    (folder / "mine/mine.toml").write_text("# mine\n", encoding="utf-8")
    arguments = ("many", "--patterns", "mine")
    here = start(*arguments, "-o", "here/", "--text-out", "here-texts/", "--jobs", 1)
    with scheduler(folder) as file, worker(file), worker(file):
        away = start(*arguments, "-o", "away/", "--text-out", "away-texts/", "--cluster", file)
        ours, theirs = here.communicate(timeout=120)[1].decode(), away.communicate(timeout=120)[1].decode()
    assert (here.returncode, away.returncode) == (1, 1)
    assert "extract: 15 documents: 12 read, 3 failed (see away/failures.jsonl)" in theirs
    assert ours.splitlines()[:-1] == theirs.splitlines()[:-1]
    assert tree(folder / "away") == tree(folder / "here")
    assert tree(folder / "away-texts") == tree(folder / "here-texts")
    assert len(tree(folder / "away")) == 13


def test_a_lost_worker_costs_nothing(start: Start, many: list[str], folder: Path) -> None:
    release = hold(folder / "many" / many[2])
    with scheduler(folder) as file, worker(file, STAND_IN) as first, worker(file, STAND_IN):
        running = start("many", "-o", "all.jsonl", "--cluster", file, fake=True)
        part = folder / "all.jsonl.part"
        until(lambda: part.exists() and part.read_bytes().count(b"\n") >= 2)
        first.send_signal(signal.SIGKILL)
        release.touch()
        _, errors = running.communicate(timeout=120)
    assert running.returncode == 0, errors
    assert lines(folder / "all.jsonl") == many
    assert b"14 documents: 14 read" in errors


def test_a_stopped_run_goes_on(start: Start, run: Run, cluster: Path, many: list[str], folder: Path) -> None:
    release = hold(folder / "many" / many[2])
    running = start("many", "-o", "all.jsonl", "--cluster", cluster, fake=True)
    part = folder / "all.jsonl.part"
    until(lambda: part.exists() and part.read_bytes().count(b"\n") >= 2)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    release.touch()  # the worker that waits is free again
    assert running.returncode == 130, errors
    done = len(lines(part))
    assert 2 <= done < len(many)
    assert b"The same command goes on from here" in errors
    result = run("many", "-o", "all.jsonl", "--cluster", cluster)
    assert last(result) == f"extract: 14 documents: {14 - done} read, {done} unchanged"
    assert lines(folder / "all.jsonl") == many


def test_standard_input_and_standard_output(run: Run, cluster: Path, folder: Path) -> None:
    assert json.loads(run("-", "--cluster", cluster, stdin=TEXT.encode()).stdout)["source"]["name"] == "stdin"


def test_a_pipe_that_nobody_writes_to_is_refused(run: Run, cluster: Path, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    result = run("pipe", "june.txt", "--cluster", cluster)
    assert result.exit_code == 1
    assert result.stderr == "extract: pipe: is no plain file. Give a pipe as standard input: -\n"
    assert json.loads(result.stdout)["source"]["name"] == "june.txt"


# What does not go ---------------------------------------------------------------------------------------------------


def test_workers_of_another_version(run: Run, cluster: Path, many: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.batch.plugin.__version__", "9.9")
    result = run("many", "-o", "out/", "--cluster", cluster)
    assert result.exit_code == 1
    assert f"has minutes-extract {minutes_extract.__version__}, and this program 9.9. Install the same" in result.stderr
    assert result.stderr.count("\n") == 1


def test_workers_without_the_package(run: Run, many: list[str], folder: Path) -> None:
    (folder / "shadow").mkdir()
    (folder / "shadow/minutes_extract.py").write_text("raise ModuleNotFoundError('not here')", encoding="utf-8")
    with scheduler(folder) as file, worker(file, path=folder / "shadow"):
        result = run("many", "-o", "out/", "--cluster", file)
    assert result.exit_code == 1
    assert (
        "a worker cannot load minutes-extract (ModuleNotFoundError('not here')). Install minutes-extract"
        in result.stderr
    )
    assert result.stderr.count("\n") == 1


def test_a_scheduler_without_workers(run: Run, many: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.batch.cluster._PATIENCE", 0.5)
    with scheduler(folder) as file:
        result = run("many", "-o", "out/", "--cluster", file)
    assert result.exit_code == 1
    assert "the scheduler has no workers. Start some: dask worker" in result.stderr


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nosuch://host:1", "nowhere"])
def test_no_scheduler(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr("minutes_extract.batch.cluster._CONNECT", 0.5)
    result = run("year", "-o", "out/", "--cluster", address)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"extract: {address}: no Dask scheduler answers there" in result.stderr
    assert result.stderr.count("\n") == 1


def test_workers_lost_with_one_document() -> None:
    from distributed import KilledWorker

    from minutes_extract.batch.cluster import Cluster
    from minutes_extract.batch.inputs import Input
    from minutes_extract.batch.task import Settings

    def result() -> None:
        last: Any = SimpleNamespace(address="tcp://a")
        raise KilledWorker("x", last, 3)

    cluster = Cluster("tcp://host:1", 0, Settings())
    future: Any = SimpleNamespace(key="x", result=result)
    cluster._under_way["x"] = future, 0, Input(None, "june.txt", "june")
    failure = cluster._outcome(future).failure
    assert failure is not None
    assert failure.message == "june.txt: 4 workers were lost while they read it. Read it alone, or split it"


def test_without_the_extra(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "minutes_extract.batch.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("june.txt", "--cluster", "tcp://host:1")
    assert result.exit_code == 1
    assert "asking it needs distributed. pip install 'minutes-extract[cluster]'" in result.stderr


def test_a_cluster_and_jobs(run: Run, folder: Path) -> None:
    assert run("june.txt", "--cluster", "tcp://host:1", "--jobs", "2").exit_code == 2
