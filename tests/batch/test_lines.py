"""JSON Lines that take over what earlier runs have made."""

from __future__ import annotations

import json
from pathlib import Path

from minutes_extract.batch.lines import Lines
from minutes_extract.batch.stamps import Stamp, read_stamp


def record(name: str, body: str = "x") -> str:
    source = {"name": name, "media_type": "text/plain", "sha256": "0" * 64, "extractor": "m 1", "pages": [1]}
    return json.dumps({"schema_version": "1.0", "source": source, "body": body})


def write(path: Path, *names: str, complete: bool = True, body: str = "x") -> Lines:
    lines = Lines(path)
    for name in names:
        lines.add(record(name, body).encode())
    lines.close(complete=complete)
    return lines


def names(path: Path) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_stamp() -> None:
    odd = 'a "b"\\ \n, "sha256": "c.txt'
    assert read_stamp(record(odd).encode()) == Stamp(odd, "0" * 64, "m 1")
    assert read_stamp(json.dumps(json.loads(record("a")), indent=2).encode()[:400]) == Stamp("a", "0" * 64, "m 1")
    assert read_stamp(f"<!-- sha256={'0' * 64} made-by=m 1, as x -->".encode()) == Stamp(None, "0" * 64, "m 1, as x")
    folded = f"X-A:sha256={'0' * 60}\r\n 0000 made-by=m 1\\, as x\r\n"
    assert read_stamp(folded.encode()) == Stamp(None, "0" * 64, "m 1, as x")
    for other in (b"", b"{}", b"[1]", record("a").encode()[:60], b"\xff\xfe", b'{"source": {"name": "a"}}'):
        assert read_stamp(other) is None


def test_a_whole_run_replaces_the_file(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    write(out, "a", "b")
    write(out, "c")
    assert names(out) == ["c"]
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_finished_records_are_taken_over(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    write(out, "a", "b", "c")
    lines = Lines(out)
    assert lines.stamp("c") == Stamp("c", "0" * 64, "m 1")
    assert lines.stamp("d") is None
    lines.copy("c")
    lines.add(record("d").encode())
    lines.copy("a")
    lines.close(complete=True)
    assert names(out) == ["c", "d", "a"]


def test_a_stopped_run_leaves_the_old_file_and_a_part(tmp_path: Path) -> None:
    out, part = tmp_path / "all.jsonl", tmp_path / "all.jsonl.part"
    write(out, "a", "b", body="old")
    write(out, "a", complete=False, body="new")
    assert (names(out), names(part)) == (["a", "b"], ["a"])
    lines = Lines(out)
    lines.copy("a")  # of the stopped run, which is the later one
    lines.copy("b")
    lines.close(complete=True)
    assert [json.loads(line)["body"] for line in out.read_text(encoding="utf-8").splitlines()] == ["new", "old"]
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_stopped_twice_loses_nothing(tmp_path: Path) -> None:
    out, part = tmp_path / "all.jsonl", tmp_path / "all.jsonl.part"
    write(out, "a", "b", "c", complete=False)
    write(out, "a", complete=False)
    assert sorted(names(part)) == ["a", "b", "c"]
    write(out, complete=False)
    assert sorted(names(part)) == ["a", "b", "c"]
    assert not out.exists()


def test_half_a_line_is_not_taken_over(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    out.write_text(record("a") + "\n" + record("b"), encoding="utf-8")
    lines = Lines(out)
    assert lines.stamp("a") is not None
    assert lines.stamp("b") is None
    lines.close(complete=True)


def test_no_record_no_file(tmp_path: Path) -> None:
    write(tmp_path / "all.jsonl")
    assert list(tmp_path.iterdir()) == []
