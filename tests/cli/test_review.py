"""`extract review`: one page, a site of a folder, and what is refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_page(run: Run, folder: Path) -> None:
    result = run("review", "june.txt", "-o", "page.html")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    html = (folder / "page.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "Pellow Café Minutes" in html


def test_a_page_to_standard_output_and_from_standard_input(run: Run, folder: Path) -> None:
    assert run("review", "june.txt").stdout.startswith("<!doctype html>")
    assert "<title>stdin" in run("review", "-", stdin=b"Pellow Minutes\n").stdout


def test_a_page_into_a_folder(run: Run, folder: Path) -> None:
    (folder / "pages").mkdir()
    assert run("review", "june.txt", "-o", "pages").exit_code == 0
    assert below(folder / "pages") == ["june.html"]


@pytest.mark.parametrize("arguments", [["-o", "page.html"], []], ids=["named", "in a folder of its own"])
def test_open(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert run("review", "june.txt", "--open", *arguments).exit_code == 0
    ((scheme, _, path),) = [url.partition("://") for url in opened]
    assert scheme == "file"
    assert Path(path).is_relative_to(folder)
    assert Path(path).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run("review", "empty.txt", "--open", *arguments).exit_code == 1
    assert len(opened) == 1


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "crash.txt", "missing.txt"])
def test_a_bad_input_leaves_nothing(run: Run, folder: Path, name: str) -> None:
    before = below(folder)
    result = run("review", name, "-o", "page.html")
    assert result.exit_code == 1
    assert result.stderr.startswith("extract: ")
    assert len(result.stderr.splitlines()) == 1
    assert below(folder) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["june.txt", "july.txt"], "Say where: -o FOLDER/"),
        (["year"], "Say where: -o FOLDER/"),
        (["june.txt", "july.txt", "-o", "page.html"], "several inputs need a folder"),
        (["june.txt", "-o", "june.txt"], "is an input and would be overwritten"),
        (["year", "-o", "year/site/"], "is in the input folder"),
    ],
)
def test_wrong_usage(run: Run, folder: Path, arguments: list[str], words: str) -> None:
    before = below(folder)
    result = run("review", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert below(folder) == before


def test_a_site(run: Run, folder: Path) -> None:
    result = run("review", "year", "-o", "site/")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("extract: 3 documents: 3 read")
    briefs = [".briefs/a/y.json", ".briefs/a/z.json", ".briefs/b.json"]
    assert below(folder / "site") == [
        *briefs,
        "index.html",
        "meetings/a/y.html",
        "meetings/a/z.html",
        "meetings/b.html",
    ]
    index = (folder / "site" / "index.html").read_text(encoding="utf-8")
    for href in ("meetings/a/y.html", "meetings/b.html"):
        assert f'href="{href}"' in index
    assert 'href="../../index.html"' in (folder / "site" / "meetings" / "a" / "y.html").read_text(encoding="utf-8")


def test_the_same_command_makes_only_what_is_new_or_changed(run: Run, folder: Path) -> None:
    arguments = ("review", "year", "-o", "site/")
    run(*arguments)
    index = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert run(*arguments).stderr.startswith("extract: 3 documents: 0 read, 3 unchanged, in ")
    assert (folder / "site" / "index.html").read_text(encoding="utf-8") == index
    (folder / "year" / "b.txt").write_text("Minutes, mended\n", encoding="utf-8")
    (folder / "site" / "meetings" / "a" / "y.html").unlink()
    assert run(*arguments).stderr.startswith("extract: 3 documents: 2 read, 1 unchanged, in ")
    assert "Minutes, mended" in (folder / "site" / "meetings" / "b.html").read_text(encoding="utf-8")
    assert run(*arguments, "--force").stderr.startswith("extract: 3 documents: 3 read, in ")


def test_one_bad_input_stops_no_other_and_is_listed(run: Run, folder: Path) -> None:
    (folder / "year" / "c.txt").write_bytes(b"CRASH")
    (folder / "year" / "index.txt").write_bytes(b"Minutes of the index\n")
    (folder / "year" / "100% <b>.txt").write_bytes(b"Minutes\n")
    result = run("review", "year", "-o", "site/")
    assert result.exit_code == 1
    assert "1 failed (see site/index.html)" in result.stderr
    index = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "1 could not be read" in index
    assert "internal error" in index
    assert 'href="meetings/100%25%20%3Cb%3E.html"' in index
    assert (folder / "site" / "meetings" / "index.html").is_file()


def test_a_folder_with_nothing_to_read_leaves_nothing(run: Run, folder: Path) -> None:
    os.mkdir(folder / "void")
    result = run("review", "void", "-o", "site/")
    assert result.exit_code == 1
    assert "has no document in it" in result.stderr
    assert not (folder / "site").exists()


def test_help(run: Run) -> None:
    assert "review" in run("--help").stdout
    assert "--open" in run("review", "--help").stdout
