"""`extract FILE...`: what goes to stdout, to stderr and to files, and the exit code."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def names(jsonl: str) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in jsonl.splitlines()]


def test_one_file_gives_one_object(run: Run, folder: Path) -> None:
    result = run("june.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith('{\n  "schema_version": "1.0",\n')
    assert result.stdout.endswith("\n}\n")
    record = json.loads(result.stdout)
    assert record["source"]["name"] == "june.txt"
    assert record["header"] == {"start": 0, "end": 21}  # the CR counts: the text is as it was


@pytest.mark.parametrize("arguments", [[], ["-"]], ids=["no argument", "dash"])
def test_stdin_is_read(run: Run, folder: Path, arguments: list[str]) -> None:
    result = run(*arguments, stdin=b"Minutes of the ford\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["source"]["name"] == "stdin"


def test_several_files_give_lines_in_their_order(run: Run, folder: Path) -> None:
    result = run("june.txt", "july.txt", "-", stdin=b"Minutes\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names(result.stdout) == ["june.txt", "july.txt", "stdin"]


def test_a_folder_gives_lines_sorted(run: Run, folder: Path) -> None:
    result = run("year")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names(result.stdout) == ["a/y.TXT", "a/z.md", "b.txt"]


def test_a_folder_with_one_file_gives_lines_too(run: Run, folder: Path) -> None:
    result = run("year/a", "-o", "-")
    assert result.stdout.count("\n") == 2


def test_latin_1_is_read_and_said(run: Run, folder: Path) -> None:
    result = run("latin.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    (warning,) = json.loads(result.stdout)["warnings"]
    assert warning["code"] == "decoding"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("missing.txt", "missing.txt: no such file. Check the path"),
        ("empty.txt", "empty.txt: is empty. Give a file that holds the text of the minutes"),
        ("binary.txt", "binary.txt: is a binary file, not text. Give the minutes as a text file in UTF-8"),
        (
            "bare",
            "bare: has no document in it (.txt, .md, .markdown, .html, .htm, .xhtml, .pdf, .docx). Name a folder or files to read",
        ),
        ("crash.txt", "crash.txt: internal error (ValueError: no such column). Please report it with the file"),
    ],
)
def test_input_that_fails_is_one_line(run: Run, folder: Path, name: str, line: str) -> None:
    (folder / "bare").mkdir()
    result = run(name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"extract: {line}\n"


def test_empty_stdin_fails(run: Run, folder: Path) -> None:
    result = run(stdin=b"")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("extract: stdin: is empty. ")


def test_the_others_are_still_read(run: Run, folder: Path) -> None:
    result = run("june.txt", "empty.txt", "crash.txt", "july.txt")
    assert result.exit_code == 1
    assert names(result.stdout) == ["june.txt", "july.txt"]
    assert [line.partition(": ")[2].partition(":")[0] for line in result.stderr.splitlines()] == [
        "empty.txt",
        "crash.txt",
    ]


def test_debug_shows_where_a_fault_arose(run: Run, folder: Path) -> None:
    result = run("crash.txt", "--debug")
    assert result.exit_code == 1
    assert "Traceback" in result.stderr
    assert "fake_pipeline.py" in result.stderr


def test_broken_patterns_are_said_once(run: Run, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own/broken.toml").touch()
    result = run("june.txt", "july.txt", "--patterns", "own")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "extract: own/broken.toml: rule a.b: the pattern does not compile\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["june.txt", "--colour"], "No such option"),
        (["june.txt", "--patterns", "nowhere"], "does not exist"),
        (["june.txt", "--patterns", "july.txt"], "is a file"),
        (["june.txt", "july.txt", "-o", "out.json"], "several inputs need a folder (end it with a slash) or a .jsonl"),
        (["year", "-o", "out.json"], "several inputs need a folder"),
        (["year", "--text-out", "year/texts/"], "year/texts/ is in the input folder year. Name another."),
        (["june.txt", "--text-out", "june.txt"], "june.txt is an input and would be overwritten"),
        (["june.txt", "july.txt", "--text-out", "x.txt"], "x.txt: several inputs need a folder."),
        (["june.txt", "--jobs", "0"], "Invalid value for '-j'"),
        (["june.txt", "-o", "nowhere/out.json"], "there is no folder nowhere. Make it first."),
        (["june.txt", "-o", "june.txt"], "june.txt is an input and would be overwritten"),
        (["june.txt", "year/../june.txt", "-o", "out/"], "two inputs would both be written to out/june.txt.json"),
        (["june.txt", "--format", "rtf"], "'rtf' is not one of 'json'"),
        (["schema", "june.txt"], "unexpected extra argument"),
    ],
)
def test_wrong_usage(run: Run, folder: Path, arguments: list[str], words: str) -> None:
    before = sorted(folder.rglob("*"))
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.startswith("Usage: extract ")
    assert sorted(folder.rglob("*")) == before


def test_terminal_without_arguments_is_wrong_usage(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.cli.extract.stdin_is_terminal", lambda: True)
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Name a file or a folder to read, or pipe a text in." in result.stderr
    assert "--help" in result.stderr or "-h" in result.stderr


def test_a_file_named_like_a_command(run: Run, folder: Path) -> None:
    (folder / "schema").write_text("Minutes\n", encoding="utf-8")
    for arguments in (["./schema"], ["--", "schema"]):
        assert json.loads(run(*arguments).stdout)["source"]["name"] == "schema"


# -o -------------------------------------------------------------------------------------------------------------------


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_output_file(run: Run, folder: Path) -> None:
    shown = run("june.txt").stdout
    result = run("june.txt", "-o", "out.json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (folder / "out.json").read_text(encoding="utf-8") == shown


def test_output_lines(run: Run, folder: Path) -> None:
    result = run("june.txt", "empty.txt", "july.txt", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert names((folder / "out.jsonl").read_text(encoding="utf-8")) == ["june.txt", "july.txt"]
    run("june.txt", "-o", "one.jsonl")
    assert (folder / "one.jsonl").read_text(encoding="utf-8").count("\n") == 1


def test_output_folder_mirrors(run: Run, folder: Path) -> None:
    result = run("year", "june.txt", "empty.txt", "-o", "out/")
    assert (result.exit_code, result.stdout) == (1, "")
    written = sorted(path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*.*"))
    assert written == ["a/y.json", "a/z.json", "b.json", "failures.jsonl", "june.json"]
    assert read(folder / "out/a/z.json")["source"]["name"] == "a/z.md"


def test_output_into_a_folder_that_is_there(run: Run, folder: Path) -> None:
    run("june.txt", "-o", folder / "year")
    assert read(folder / "year/june.json")["source"]["name"] == "june.txt"


def test_two_suffixes_of_one_name_do_not_meet(run: Run, folder: Path) -> None:
    (folder / "june.md").write_text("# Minutes\n", encoding="utf-8")
    run("june.txt", "june.md", "july.txt", "-o", "out/")
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["july.json", "june.md.json", "june.txt.json"]


def test_a_failure_leaves_the_old_output(run: Run, folder: Path) -> None:
    out = folder / "out.json"
    out.write_text("old", encoding="utf-8")
    assert run("empty.txt", "-o", "out.json").exit_code == 1
    assert run("crash.txt", "-o", "out.json").exit_code == 1
    assert out.read_text(encoding="utf-8") == "old"


def test_output_is_replaced_whole(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = folder / "out.json"
    out.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        result = run("june.txt", "-o", "out.json")
    assert result.exit_code == 1
    assert result.stderr.startswith("extract: out.json: cannot be written (No space left on device). ")
    assert out.read_text(encoding="utf-8") == "old"
    assert not list(folder.glob(".*.tmp"))


def test_output_keeps_mode_and_follows_links(run: Run, folder: Path) -> None:
    target = folder / "target.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    (folder / "link.json").symlink_to(target)
    run("june.txt", "-o", "link.json")
    assert (folder / "link.json").is_symlink()
    assert read(target)["source"]["name"] == "june.txt"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_output_to_a_pipe_is_written_straight(run: Run, folder: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("june.txt", "july.txt", "-o", "pipe").exit_code == 0
        assert names(os.read(reader, 65536).decode()) == ["june.txt", "july.txt"]
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)
