"""`--format`: what a folder of documents becomes in each."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from minutes_extract.cli import app
from minutes_extract.emit.formats import FORMATS, FormatName

ALONE = [name for name in FormatName if not FORMATS[name].tables]
"""Those that make a document of each document; `tables/` tests the others."""
SAMPLE = Path(__file__).parents[2] / "samples" / "parish-council.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "year" / "may").mkdir(parents=True)
    for name in ("april.txt", "may/first.txt"):
        (tmp_path / "year" / name).write_bytes(SAMPLE.read_bytes())
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="extract")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_name_has_a_format() -> None:
    assert list(FORMATS) == list(FormatName)
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)  # they can lie beside each other


@pytest.mark.parametrize("name", ALONE)
def test_a_folder_becomes_a_folder_by_one_or_many(folder: Path, name: FormatName) -> None:
    suffix = FORMATS[name].suffix
    assert run("year", "-o", "alone/", "--format", name, "--jobs", "1").exit_code == 0
    assert run("year", "-o", "out/", "--format", name, "--jobs", "2").exit_code == 0
    written = files(folder / "out")
    assert set(written) == {f"april{suffix}", f"may/first{suffix}"}
    assert written == files(folder / "alone")


@pytest.mark.parametrize("name", ALONE)
def test_several_documents_in_one_stream(folder: Path, name: FormatName) -> None:
    result = run("year", "--format", name)
    into = run("year", "--format", name, "-o", "all.jsonl")
    if FORMATS[name].lines:
        assert (result.exit_code, result.stdout.count("\n")) == (0, 2)
        assert (folder / "all.jsonl").read_text(encoding="utf-8") == result.stdout
        return
    assert (result.exit_code, into.exit_code) == (2, 2)
    assert "Give a folder: -o FOLDER/" in result.stderr
    assert "several inputs need a folder (end it with a slash)." in into.stderr


@pytest.mark.parametrize("name", ALONE)
def test_what_is_finished_is_not_read_again(folder: Path, name: FormatName) -> None:
    run("year", "-o", "out/", "--format", name)
    before = files(folder / "out")
    assert "2 unchanged" in run("year", "-o", "out/", "--format", name).stderr
    (folder / "year" / "april.txt").write_text("Minutes\n\n1. Apologies\n\nNone.\n", encoding="utf-8")
    assert "1 read, 1 unchanged" in run("year", "-o", "out/", "--format", name).stderr
    assert [file for file, data in files(folder / "out").items() if data != before[file]] == [
        f"april{FORMATS[name].suffix}"
    ]


def test_what_stands_there_in_another_format_is_not_taken_over(folder: Path) -> None:
    run("year", "-o", "all.jsonl")
    records = (folder / "all.jsonl").read_bytes()
    assert "2 read" in run("year", "-o", "all.jsonl", "--format", "annotations").stderr
    assert (folder / "all.jsonl").read_bytes() != records
    assert "2 read" in run("year", "-o", "all.jsonl").stderr
    assert (folder / "all.jsonl").read_bytes() == records
