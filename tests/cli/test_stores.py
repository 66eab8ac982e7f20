"""Inputs and outputs in stores that fsspec knows: in memory, in an archive, on the web."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from minutes_extract.batch.remote import Remote

Run = Callable[..., Result]


@pytest.fixture
def store() -> Iterator[Any]:
    """The store `memory://`, with a folder of inputs and an odd one beside it."""
    import fsspec

    memory = fsspec.filesystem("memory")
    for name in ("year/b.txt", "year/a/z.md", "year/a/y.TXT", "year/.git/x.txt", "year/a/.hidden.txt", "year/n.csv"):
        memory.pipe_file(f"/{name}", f"Minutes {name}\n".encode())
    yield memory
    memory.rm("/", recursive=True)
    memory.store.clear()


def last(result: Result) -> str:
    return result.stderr.splitlines()[-1].partition(", in ")[0]


def names(text: str) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in text.splitlines()]


def found(store: Any, folder: str) -> list[str]:
    return [path.removeprefix(folder).lstrip("/") for path in store.find(folder)]


def test_a_folder_in_a_store_is_read_like_one_on_the_disk(run: Run, folder: Path, store: Any) -> None:
    for name in store.find("/year"):
        path = folder / "same" / name.removeprefix("/year/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.cat_file(name))
    result = run("memory://year", "--jobs", "1")
    assert names(result.stdout) == ["a/y.TXT", "a/z.md", "b.txt"]
    assert result.stdout == run("same").stdout


@pytest.mark.parametrize("output", ["memory://out/", "memory://out", "memory://deep/down/out/"])
def test_a_folder_goes_to_a_store(run: Run, folder: Path, store: Any, output: str) -> None:
    store.pipe_file("/year/bad.txt", b"")
    result = run("memory://year", "-o", output, "--text-out", "memory://texts/")
    assert (result.exit_code, result.stdout) == (1, "")
    listed = f"{output.rstrip('/')}/failures.jsonl"
    assert last(result) == f"extract: 4 documents: 3 read, 1 failed (see {listed})"
    where = output.removeprefix("memory:/").rstrip("/")
    assert found(store, where) == ["a/y.json", "a/z.json", "b.json", "failures.jsonl"]
    assert found(store, "/texts") == ["a/y.txt", "a/z.txt", "b.txt"]
    failure = json.loads(store.cat_file(f"{where}/failures.jsonl"))
    assert (failure["name"], failure["path"]) == ("bad.txt", "memory://year/bad.txt")
    assert run("year/b.txt", "-o", "here.json").exit_code == 0
    here = json.loads((folder / "here.json").read_bytes())["source"]["extractor"]
    assert json.loads(store.cat_file(f"{where}/b.json"))["source"]["extractor"] == here


@pytest.mark.parametrize("output", ["memory://out/", "memory://out.jsonl"])
def test_what_is_finished_in_a_store_is_not_read_again(run: Run, folder: Path, store: Any, output: str) -> None:
    arguments = ("memory://year", "-o", output)
    run(*arguments)
    assert last(run(*arguments)) == "extract: 3 documents: 0 read, 3 unchanged"
    store.pipe_file("/year/b.txt", b"Minutes, mended\n")
    store.pipe_file("/year/c.txt", b"")
    result = run(*arguments)
    assert last(result).startswith("extract: 4 documents: 1 read, 2 unchanged, 1 failed")
    store.rm("/year/c.txt")
    assert last(run(*arguments)) == "extract: 3 documents: 0 read, 3 unchanged"
    assert last(run(*arguments, "--force")) == "extract: 3 documents: 3 read"
    kept = found(store, "/")
    assert [name for name in kept if "failures" in name or ".part" in name or ".tmp" in name] == []
    if output.endswith("l"):
        assert names(store.cat_file("/out.jsonl").decode()) == ["a/y.TXT", "a/z.md", "b.txt"]


def test_lines_of_a_stopped_run_lie_in_pieces(run: Run, store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.batch.pieces._SIZE", 1)
    fails = iter([False, False, True])
    written = Remote.write

    def write(self: Remote, data: bytes | Path) -> None:
        if next(fails, False):
            raise ConnectionError("the line is down")
        written(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(Remote, "write", write)
        result = run("memory://year", "-o", "memory://out.jsonl")
    assert result.exit_code == 1
    assert last(result).startswith("extract: memory://out.jsonl: cannot be written (the line is down)")
    assert found(store, "/out.jsonl.part")[:2] == ["000001", "000002"]
    assert last(run("memory://year", "-o", "memory://out.jsonl")).endswith(" 0 read, 3 unchanged")
    assert found(store, "/out.jsonl.part") == []
    assert names(store.cat_file("/out.jsonl").decode()) == ["a/y.TXT", "a/z.md", "b.txt"]


def test_a_store_that_can_rename_gets_no_half_file(run: Run, folder: Path) -> None:
    assert run("june.txt", "-o", f"local://{folder}/new/june.json").exit_code == 0
    assert [path.name for path in (folder / "new").iterdir()] == ["june.json"]
    assert run("june.txt", "-o", f"{(folder / 'new').as_uri()}/").exit_code == 0
    assert run(f"local://{folder}/june.txt").stdout == run((folder / "june.txt").as_uri()).stdout


def test_workers_get_what_only_this_process_can_read(run: Run, store: Any) -> None:
    assert run("memory://year", "--jobs", "2", "-o", "memory://out.jsonl").exit_code == 0
    assert names(store.cat_file("/out.jsonl").decode()) == ["a/y.TXT", "a/z.md", "b.txt"]


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("https://host.invalid/out/", "https://host.invalid/out/ can only be read"),
        ("zip://out.json::all.zip", "zip://out.json::all.zip can only be read"),
        ("memory://june.txt", "memory://june.txt is an input and would be overwritten"),
        ("memory://year/a.json", "several inputs need a folder"),
    ],
)
def test_outputs_that_do_not_fit(run: Run, folder: Path, store: Any, output: str, words: str) -> None:
    zipfile.ZipFile(folder / "all.zip", "w").close()
    store.pipe_file("/june.txt", b"Minutes\n")
    result = run("memory://june.txt", *(["june.txt"] if "year" in output else []), "-o", output)
    assert result.exit_code == 2
    assert words in result.stderr


# Archives ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def archive(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("minutes_extract.source.read._LARGEST", 1_000_000)
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("june.txt", "a/july.txt", "a/june.md", "../out.txt", "a/../../out.txt", ".hidden.txt", "x.csv"):
            file.writestr(name, f"Minutes {name}\n")
        file.writestr("bomb.txt", b"\0" * 2_000_000)
    return folder / "all.zip"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("zip://::all.zip", ["a/july.txt", "a/june.md", "june.txt"]),
        ("zip://a::all.zip", ["july.txt", "june.md"]),
        ("zip://a/*::all.zip", ["july.txt", "june.md"]),
        ("zip://*e.txt::all.zip", ["june.txt"]),
        ("zip://a/june.md::all.zip", ["june.md"]),
    ],
)
def test_documents_in_an_archive(run: Run, archive: Path, url: str, expected: list[str]) -> None:
    result = run(url, "-o", "out.jsonl", "--jobs", "1")
    made = names((archive.parent / "out.jsonl").read_text(encoding="utf-8"))
    assert made == expected
    assert result.exit_code == (1 if url == "zip://::all.zip" else 0)  # the bomb fails, and nothing else
    assert result.exit_code == 0 or "bomb.txt::all.zip: holds more than 1,000,000 bytes" in result.stderr


def test_no_record_is_written_outside_its_folder(run: Run, archive: Path) -> None:
    run("zip://::all.zip", "-o", "deep/out/")
    made = [path.relative_to(archive.parent).as_posix() for path in (archive.parent / "deep").rglob("*.json")]
    assert sorted(made) == ["deep/out/a/july.json", "deep/out/a/june.json", "deep/out/june.json"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("zip://::june.txt", "cannot be opened (BadZipFile: File is not a zip file)"),
        ("zip://::none.zip", "cannot be opened (No such file or directory)"),
        ("zip://none.txt::all.zip", "no such file"),
        ("zip://*.pdf::all.zip", "fits no file. Check the pattern"),
        ("memory://none", "memory://none: no such file"),
        ("nosuch://x/y.txt", "nosuch:// is no store that is known"),
        ("ssh://host/x.txt", "this store needs paramiko. pip install paramiko"),
    ],
)
def test_what_is_not_there(run: Run, archive: Path, url: str, words: str) -> None:
    result = run(url)
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(("module", "url"), [("fsspec", "s3://b/x.txt"), ("aiohttp", "https://h.invalid/x")])
def test_without_the_extra(run: Run, monkeypatch: pytest.MonkeyPatch, module: str, url: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = run(url)
    assert result.exit_code == 1
    assert f"it needs {module}. pip install 'minutes-extract[remote]'" in result.stderr


def test_a_password_is_not_shown(run: Run) -> None:
    result = run("nosuch://ada:secret@host/x.txt")
    assert "nosuch://***@host/x.txt" in result.stderr


def test_paths_do_not_load_fsspec(run: Run, folder: Path) -> None:
    before = {name for name in sys.modules if name.startswith("fsspec")}
    run("year", "-o", "out/")
    assert {name for name in sys.modules if name.startswith("fsspec")} == before


# The web -----------------------------------------------------------------------------------------------------------

PAGES = {
    "/page.html": b"<html><body><h1>Minutes</h1><p>Caf\xc3\xa9</p></body></html>",
    "/ie.aspx?MId=1": b"Minutes 1\n",
    "/ie.aspx?MId=2": b"Minutes 2\n",
    "/..%2F..%2Fout.txt": b"Minutes\n",
    "/": b"<html><body><a href='/page.html'>Minutes</a></body></html>",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/hangs":
            time.sleep(1.5)
            return
        status = 200 if self.path in PAGES else int(self.path[1:]) if self.path[1:].isdecimal() else 404
        self.send_response(status)
        self.end_headers()
        self.wfile.write(PAGES.get(self.path, b""))

    def do_HEAD(self) -> None:  # as many pages that are made on demand
        self.send_error(405)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_on_the_web(run: Run, folder: Path, host: str) -> None:
    assert run(f"{host}/page.html", "-o", "page.json", "--text-out", "page.txt").exit_code == 0
    record = json.loads((folder / "page.json").read_bytes())
    assert (record["source"]["name"], record["source"]["media_type"]) == ("page.html", "text/html")
    assert (folder / "page.txt").read_text(encoding="utf-8") == "# Minutes\n\nCafé\n"
    assert json.loads(run(f"{host}/").stdout)["source"]["name"] == "127.0.0.1"


def test_pages_that_differ_by_their_query(run: Run, folder: Path, host: str) -> None:
    assert run(f"{host}/ie.aspx?MId=1", f"{host}/ie.aspx?MId=2", "-o", "out/").exit_code == 0
    made = {path.name: json.loads(path.read_bytes())["source"]["name"] for path in (folder / "out").iterdir()}
    assert made == {"ie.aspx_MId=1.json": "ie.aspx?MId=1", "ie.aspx_MId=2.json": "ie.aspx?MId=2"}


def test_a_name_on_the_web_cannot_lead_elsewhere(run: Run, folder: Path, host: str) -> None:
    assert run(f"{host}/..%2F..%2Fout.txt", "june.txt", "-o", "deep/out/").exit_code == 0
    assert sorted(path.name for path in (folder / "deep/out").iterdir()) == [".._.._out.json", "june.json"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "/none: no such file. Check the path"),
        ("/403", "/403: cannot be read (the server answers 403)"),
        ("/500", "/500: cannot be read (the server answers 500)"),
        ("/hangs", "/hangs: cannot be read (no answer in time)"),
    ],
)
def test_a_page_that_cannot_be_read(
    run: Run, host: str, monkeypatch: pytest.MonkeyPatch, path: str, words: str
) -> None:
    monkeypatch.setattr(Remote, "timeouts", {"total": 0.7})
    result = run(f"{host}{path}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_connection_that_is_refused(run: Run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        result = run(f"http://127.0.0.1:{free.getsockname()[1]}/x.txt")
    assert result.exit_code == 1
    assert "cannot be read (Connect call failed" in result.stderr
    assert result.stderr.count("\n") == 1
