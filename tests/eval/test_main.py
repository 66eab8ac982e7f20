"""The command: what it prints, and how it exits."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.corpus import Document

AddSample = Callable[..., Document]
Record = dict[str, Any]
Run = Callable[..., int]


@pytest.fixture
def floors_file(tmp_path: Path) -> Path:
    return tmp_path / "floors.json"


@pytest.fixture
def run(samples: Path, record: Record, floors_file: Path) -> Run:
    """The command on the folder of samples, with an extractor that always answers `record`."""

    def command(*arguments: str | Path) -> int:
        words = [str(argument) for argument in arguments]
        return main(words, extract=lambda _: record, samples=samples, floors_file=floors_file)

    return command


def test_gate_opens_on_the_run_that_set_the_floors(run: Run, add_sample: AddSample, record: Record) -> None:
    add_sample()
    assert run("--update") == 0
    assert run() == 0


def test_gate_shuts_below_them(
    run: Run, add_sample: AddSample, record: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sample()
    run("--update")
    record["items"].pop()
    capsys.readouterr()
    assert run() == 1
    said = capsys.readouterr()
    assert "items: 0.6666 is below the floor of 1.0000" in said.err
    assert "loss  tollgate  items  1.0000 -> 0.6666" in said.out


def test_update_refuses_and_writes_nothing(run: Run, add_sample: AddSample, record: Record, floors_file: Path) -> None:
    add_sample()
    run("--update")
    held = floors_file.read_bytes()
    record["items"].pop()
    assert run("--update") == 1
    assert floors_file.read_bytes() == held


def test_gate_needs_floors(run: Run, add_sample: AddSample, capsys: pytest.CaptureFixture[str]) -> None:
    add_sample()
    assert run() == 1
    assert "--update" in capsys.readouterr().err


def test_a_comparison_with_another_run_does_not_replace_the_floors(
    run: Run, add_sample: AddSample, record: Record, tmp_path: Path
) -> None:
    add_sample()
    run("--update")
    record["items"].pop()
    assert run("--save", tmp_path / "poor.json") == 1
    assert run("--against", tmp_path / "poor.json") == 1


@pytest.mark.parametrize("broken", ["floors", "gold", "empty"])
def test_what_cannot_be_read_is_said(
    run: Run, add_sample: AddSample, samples: Path, floors_file: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if broken != "empty":
        add_sample()
        (floors_file if broken == "floors" else samples / "tollgate.gold.json").write_text("{")
    assert run() == 2
    assert capsys.readouterr().err


def test_errors_lists_each_difference(
    run: Run, add_sample: AddSample, record: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sample()
    record["items"][0]["actions"] = []
    run("--errors")
    assert "tollgate\tactions_explicit\tmissed\t[item 0] Clerk to print it by 1 June." in capsys.readouterr().out


def test_json_is_all_that_is_printed(run: Run, add_sample: AddSample, capsys: pytest.CaptureFixture[str]) -> None:
    add_sample()
    run("--update", "--json")
    report = json.loads(capsys.readouterr().out)
    assert report["headline"] == {"located": 1.0, "correct": 1.0, "exact": 1.0}
    assert report["tasks"]["items"]["gold"] == 2
    assert report["documents"]["tollgate"]["headline"] == 1.0
    assert report["failures"] == report["ungrounded"] == {}


class TestOutsideCorpus:
    @pytest.fixture
    def outside(self, add_sample: AddSample, samples: Path, tmp_path: Path) -> Path:
        add_sample()
        for folder, suffix in (("corpus", ".txt"), ("gold", ".gold.json")):
            (tmp_path / "outside" / folder).mkdir(parents=True)
            shutil.copy(samples / f"tollgate{suffix}", tmp_path / "outside" / folder)
        return tmp_path / "outside"

    def test_has_no_gate(self, run: Run, outside: Path, record: Record) -> None:
        record["items"] = []
        assert run("--corpus", outside) == 0

    def test_is_compared_with_a_saved_run(
        self, run: Run, outside: Path, record: Record, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        saved = tmp_path / "run.json"
        assert run("--corpus", outside, "--save", saved) == 0
        record["items"].pop()
        capsys.readouterr()
        assert run("--corpus", outside, "--against", saved) == 0
        assert "loss  tollgate  items  1.0000 -> 0.6666" in capsys.readouterr().out

    def test_has_no_floors_to_update(self, run: Run, outside: Path) -> None:
        with pytest.raises(SystemExit) as stop:
            run("--corpus", outside, "--update")
        assert stop.value.code == 2
