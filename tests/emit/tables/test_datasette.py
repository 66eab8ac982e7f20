"""Datasette serves the database: asked over HTTP, as a browser does."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from minutes_extract.emit.tables.datasette import metadata
from minutes_extract.emit.tables.model import TABLES
from minutes_extract.emit.tables.store import Store
from tests.emit.tables.conftest import Record

Get = Callable[..., Any]


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory, april: Record, may: Record) -> Iterator[Get]:
    """`get("/minutes/people.json", name="Ada Quill")` of a running Datasette."""
    folder = tmp_path_factory.mktemp("datasette")
    made = Store(folder / "minutes.db")
    made.put(*april)
    made.put(*may)
    made.settle()
    made.close()
    (folder / "metadata.json").write_text(json.dumps(metadata("minutes")), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "minutes.db", "-m", "metadata.json", "-p", str(port)]
    with (folder / "log").open("w+") as log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server:

        def asked(path: str, **cells: str) -> Any:
            query = urllib.parse.urlencode({"_shape": "objects", **cells})
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}?{query}", timeout=60) as answer:
                data = answer.read().decode()
            return json.loads(data) if path.endswith(".json") else data

        try:
            _wait(server, asked, folder / "log")
            yield asked
        finally:
            server.terminate()


def _wait(server: subprocess.Popen[bytes], asked: Get, log: Path) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and server.poll() is None:
        try:
            asked("/-/versions.json")
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"Datasette does not answer: {log.read_text(encoding='utf-8')}")


@pytest.mark.parametrize(
    ("query", "blanks", "expected"),
    [
        (
            "check_a_fact",
            {"id": "2022/april.txt#a1"},
            [{"kind": "actions", "words": "The Clerk agreed to obtain three quotations by 1 June 2022."}],
        ),
        (
            "words_in_decisions",
            {"words": "repair"},
            [
                {"date": "2022-05-03", "body": "Gullhaven Parish Council", "id": "2022/may.txt#d1"},
                {"date": "2022-04-05", "body": "Gullhaven Parish Council", "id": "2022/april.txt#d1"},
            ],
        ),
        (
            "words_anywhere",
            {"words": "berth"},
            [{"item_title": "Declarations of interest", "date": "2022-05-03"}, {"date": "2022-04-05"}],
        ),
        ("how_somebody_voted", {"name": "Quill"}, []),
    ],
)
def test_a_canned_query(get: Get, query: str, blanks: dict[str, str], expected: list[dict[str, str]]) -> None:
    rows = get(f"/minutes/{query}.json", **blanks)["rows"]
    assert [{key: row[key] for key in cells} for row, cells in zip(rows, expected, strict=True)] == expected


def test_every_canned_query_is_asked_above() -> None:
    asked = {row[0] for mark in test_a_canned_query.pytestmark for row in mark.args[1]}  # type: ignore[attr-defined]
    assert asked == set(metadata("minutes")["databases"]["minutes"]["queries"])


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_page_for_each_table(get: Get, table: str) -> None:
    found = get(f"/minutes/{table}.json")
    assert found["primary_keys"] == [next(t.key for t in TABLES if t.name == table)]
    page = get(f"/minutes/{table}")
    assert next(t.about for t in TABLES if t.name == table) in page


def test_a_key_leads_to_the_row_that_it_names(get: Get) -> None:
    page = get("/minutes/decisions")
    assert '<a href="/minutes/attendance/2022~2Fapril~2Etxt~23p2">Ben Marsh</a>' in page
    assert "Ben Marsh" in get("/minutes/attendance/2022~2Fapril~2Etxt~23p2")


@pytest.mark.parametrize("table", [table.name for table in TABLES if table.search])
def test_a_table_can_be_searched(get: Get, table: str) -> None:
    """Datasette shows its field for words where it finds an index of them."""
    assert 'name="_search"' in get(f"/minutes/{table}")


def test_a_search(get: Get) -> None:
    rows = get("/minutes/paragraphs.json", _search="quotations")["rows"]
    assert {row["meeting"] for row in rows} == {"2022/april.txt", "2022/may.txt"}


def test_a_view_is_served(get: Get) -> None:
    rows = get("/minutes/open_actions.json")["rows"]
    assert [row["owner"] for row in rows] == ["Clerk", "Clerk"]
