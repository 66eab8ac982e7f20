"""`schema`, `explain`, `patterns`, `--help`, `--version`, and the program as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import Result

import minutes_extract
from minutes_extract.schema import json_schema

EXAMPLE = Path(__file__).parent.parent / "data" / "example.txt"
Run = Callable[..., Result]
Start = Callable[..., subprocess.Popen[bytes]]


def test_schema(run: Run) -> None:
    result = run("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == json_schema()


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{minutes_extract.__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_shows_the_default_command_and_the_others(run: Run, option: str) -> None:
    result = run(option)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: extract [OPTIONS] [FILE]...\n       extract COMMAND [ARGS]...\n")
    for words in ("  FILE ", "-o, --output PATH", "--patterns DIR", "--version", "schema", "explain", "patterns"):
        assert words in result.stdout


def test_help_of_the_default_command(run: Run) -> None:
    assert run("x.txt", "--help").stdout.startswith("Usage: extract [OPTIONS] [FILE]...\n")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["schema"], ["explain", "--help"], ["review", "--help"], ["missing.txt"]]
)
def test_spacy_is_not_loaded(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom minutes_extract.cli import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('loaded:', 'spacy' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.endswith("loaded: False\n")


def test_a_reader_that_goes_away_is_no_error(start: Start) -> None:
    for arguments in (["schema"], ["explain", EXAMPLE], [EXAMPLE]):
        read_end, write_end = os.pipe()
        os.close(read_end)
        process = start(*arguments, fake=True, stdout=write_end)
        os.close(write_end)
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (141, b"")


def test_output_is_utf_8_in_any_locale(start: Start, folder: Path) -> None:
    (folder / "cafe.txt").write_text(EXAMPLE.read_text(encoding="utf-8").replace("Pellow", "Peŵlôw"), encoding="utf-8")
    (folder / "café.txt").write_bytes((folder / "cafe.txt").read_bytes())
    for arguments, words in ((["explain", "cafe.txt"], '"Peŵlôw Town Council"'), (["café.txt"], '"name": "café.txt"')):
        process = start(*arguments, fake=True, PYTHONIOENCODING="ascii", LC_ALL="C")
        out, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        assert words in out.decode("utf-8")


# explain --------------------------------------------------------------------------------------------------------------


def test_explain_shows_each_record_with_its_words_and_its_rule(run: Run) -> None:
    result = run("explain", EXAMPLE)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    lines = result.stdout.splitlines()
    shown = dict(zip(lines[::2], lines[1::2], strict=True))
    at = {line.split("  ")[0]: line for line in shown}
    assert at["meeting date"].endswith("  value: 2022-06-09  [47:67]  rule meeting.date")
    assert shown[at["meeting date"]] == '    "Thursday 9 June 2022"'
    assert "name: J. Tamsin  title: Councillor  roles: Chair" in at["person p1"]
    assert "type: resolution  cue: Resolved:  moved by: Councillor Adeyemi (p3)" in at["decision d1"]
    assert at["decision d1"].endswith("rule decision.resolved")
    assert shown[at["clause a."]] == '    "obtain two quotations"'
    assert "named yes: Councillor Brock (p2), Councillor Adeyemi (p3)" in at["vote on d1"]
    assert "owners: Site Warden (p5)  due: by 1 July 2022  due date: 2022-07-01  explicit: no" in at["action a1"]
    assert "withdrew: no" in at["declaration n1"]
    assert shown[at["item i2"]].endswith(' ..."')
    assert [line.split("  ")[0] for line in shown if line.startswith("item")] == ["item i1", "item i2", "item i3"]


def test_explain_stands_in_the_order_of_the_text(run: Run) -> None:
    places = [line.rpartition("[")[2].partition(":")[0] for line in run("explain", EXAMPLE).stdout.splitlines()[::2]]
    assert len(places) > 20
    assert places == sorted(places, key=int)


def test_explain_reads_stdin(run: Run) -> None:
    assert run("explain", stdin=EXAMPLE.read_bytes()).stdout == run("explain", EXAMPLE).stdout


def test_explain_tells_warnings_without_a_place(run: Run, folder: Path) -> None:
    assert run("explain", "latin.txt").stdout.startswith("warning decoding  message: the input is not UTF-8")


def test_explain_unclaimed_comes_last(run: Run) -> None:
    result = run("explain", EXAMPLE, "--unclaimed")
    assert result.stdout.splitlines()[-2:] == [
        "unclaimed  [372:409]",
        '    "The Site Warden presented the report."',
    ]
    assert result.stdout.startswith(run("explain", EXAMPLE).stdout)


def test_explain_has_colour_where_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32mdecision\x1b[0m" in run("explain", EXAMPLE).stdout


def test_explain_cannot_be_made_to_steer_the_terminal(run: Run) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("Pellow", "Pel\x1bow")
    shown = run("explain", stdin=text.encode()).stdout
    assert "Pel\ufffdow Town Council" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.txt"], 1, "extract: missing.txt: no such file. Check the path\n"),
        (["binary.txt"], 1, "extract: binary.txt: is a binary file"),
        (["year"], 2, "year is a folder. Name one file."),
    ],
)
def test_explain_fails(run: Run, folder: Path, arguments: list[str], code: int, words: str) -> None:
    result = run("explain", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


# patterns -------------------------------------------------------------------------------------------------------------


def test_patterns_list(run: Run) -> None:
    result = run("patterns", "list")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    assert rows
    assert all(len(row) == 3 for row in rows)


def test_patterns_of_a_user_that_do_not_load(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "minutes_extract.check", SimpleNamespace(check=lambda folder: []))
    (folder / "own").mkdir()
    (folder / "own/odd.toml").write_text("rule = ", encoding="utf-8")
    for command in ("list", "check"):
        result = run("patterns", command, "--patterns", "own")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("extract: own/odd.toml: ")
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("problems", "code", "out"),
    [([], 0, "every example holds\n"), (["a.toml: rule a.b: no"], 1, "a.toml: rule a.b: no\n")],
    ids=["whole", "broken"],
)
def test_patterns_check(run: Run, monkeypatch: pytest.MonkeyPatch, problems: list[str], code: int, out: str) -> None:
    monkeypatch.setitem(sys.modules, "minutes_extract.check", SimpleNamespace(check=lambda folder: problems))
    result = run("patterns", "check")
    assert result.exit_code == code
    assert result.stdout.endswith(out)
    assert bool(result.stderr) is bool(problems)
