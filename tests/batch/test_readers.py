"""The processes that read for a worker of a cluster fail as those of the local pool do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minutes_extract.batch.inputs import Input
from minutes_extract.batch.readers import Readers
from minutes_extract.batch.task import Settings
from tests.batch.work import work


@pytest.fixture
def readers() -> Iterator[Readers]:
    made = Readers(Settings(), 0, work)
    yield made
    made.close()


def said(readers: Readers, name: str) -> str:
    outcome = readers.read(Input(None, name, name))
    return outcome.failure.message if outcome.failure else outcome.record or ""


def test_one_process_reads_one_after_the_other(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.batch.readers.LIFE", 2)
    pids = [said(readers, f"who {number}").rpartition(" ")[2] for number in range(3)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [2, 1]


def test_each_thread_has_a_process(readers: Readers) -> None:
    with ThreadPoolExecutor(2) as threads:
        since = time.monotonic()
        assert list(threads.map(lambda name: said(readers, name), ["sleep 1", "sleep 1.1"])) == ["sleep 1", "sleep 1.1"]
    assert time.monotonic() - since < 30
    assert len(readers._all) == 2


@pytest.mark.parametrize(("name", "how"), [("die", "signal 9"), ("leave", "exit code 3")])
def test_a_document_that_kills_is_given_up(readers: Readers, name: str, how: str) -> None:
    assert said(readers, name) == f"{name}: the process that read it died twice ({how}). Read it alone, or split it"
    assert said(readers, "b") == "b"


def test_a_killed_process_costs_nothing(readers: Readers, tmp_path: Path) -> None:
    name = f"stumble {tmp_path / 'once'}"
    assert said(readers, name) == name


def test_a_document_that_hangs_is_given_up() -> None:
    readers = Readers(Settings(), 2, work)
    assert said(readers, "sleep 60") == "sleep 60: took longer than 2 s. Give it more with --timeout"
    assert len(readers._all) == 0


def test_closing_ends_the_processes(readers: Readers) -> None:
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(said, readers, "sleep 60")
        while not readers._all:
            time.sleep(0.01)
        time.sleep(0.1)
        readers.close()
        assert "died" in reading.result(timeout=20)
