"""What is said while a run goes on, and at its end."""

from __future__ import annotations

import io

import pytest

from minutes_extract.batch import Failure, Input, Summary
from minutes_extract.cli.progress import Watch, say

GIVEN = Input(None, "june.txt", "june")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def heard(watch: Watch, failures: int) -> None:
    summary = Summary()
    with watch:
        for _ in range(failures):
            summary.failed += 1
            watch.heard(GIVEN, Failure("june.txt: is empty", "Traceback ...\n"), summary)


def test_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr("sys.stderr", stderr)
    monkeypatch.setenv("TERM", "xterm")
    heard(Watch(4, bar=True, listed=True, debug=False), 3)
    assert "3/4" in stderr.getvalue()
    assert "3 failed" in stderr.getvalue()


@pytest.mark.parametrize(("bar", "listed", "printed"), [(True, True, 20), (False, False, 30)])
def test_no_bar_elsewhere(capsys: pytest.CaptureFixture[str], bar: bool, listed: bool, printed: int) -> None:
    heard(Watch(40, bar=bar, listed=listed, debug=False), 30)
    assert capsys.readouterr().err == "extract: june.txt: is empty\n" * printed


def test_debug_shows_where_a_fault_arose(capsys: pytest.CaptureFixture[str]) -> None:
    heard(Watch(1, bar=False, listed=False, debug=True), 1)
    assert capsys.readouterr().err == "Traceback ...\nextract: june.txt: is empty\n"


@pytest.mark.parametrize(
    ("summary", "listed", "line"),
    [
        (Summary(read=1, seconds=2), "", "1 document: 1 read, in 2.0 s"),
        (Summary(read=5, unchanged=2, failed=1), "f.jsonl", "8 documents: 5 read, 2 unchanged, 1 failed (see f.jsonl), in 0.0 s"),
        (Summary(read=5, stopped=True), "f", "stopped after 5 of 9: 5 read, in 0.0 s. The same command goes on from here"),
        (Summary(read=5, stopped=True), "", "stopped after 5 of 9: 5 read, in 0.0 s."),
    ],
)  # fmt: skip
def test_the_last_line(capsys: pytest.CaptureFixture[str], summary: Summary, listed: str, line: str) -> None:
    say(summary, 9, listed)
    assert capsys.readouterr().err == f"extract: {line}\n"
