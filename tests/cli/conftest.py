"""A runner for the program, with the stages or with the stand-in of fake_pipeline.py."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

import minutes_extract
from minutes_extract.cli import app

HERE = Path(__file__).parent
STAND_IN = HERE / "stand_in"
"""On the path of a process, it puts fake_pipeline.py in place of the stages: there and in all processes that it starts."""
PACKAGE = Path(minutes_extract.__file__).parent
Run = Callable[..., Result]


def _fake() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fake_pipeline", HERE / "fake_pipeline.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("a.txt", "-o", "b.json", stdin=b"...")` in this process, without the stages."""
    monkeypatch.setitem(sys.modules, "minutes_extract.pipeline", _fake())

    def invoke(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, prog_name="extract")

    return invoke


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """`start("schema", LC_ALL="C")` as a process of its own; `fake=True` puts the stand-in in place of the stages."""

    def popen(
        *arguments: object, fake: bool = False, stdout: int = subprocess.PIPE, **env: str
    ) -> subprocess.Popen[bytes]:
        places = [STAND_IN, PACKAGE.parent] if fake else [PACKAGE.parent]  # a relative path would not hold in `folder`
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places)), **env}
        command = [sys.executable, "-m", "minutes_extract.cli", *map(str, arguments)]
        return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, env=environment)

    return popen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of the test, with a few inputs in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "june.txt").write_bytes("Pellow Café Minutes\r\n".encode())
    (tmp_path / "july.txt").write_bytes(b"Pellow July Minutes\n")
    (tmp_path / "latin.txt").write_bytes("Pellow Café Minutes\n".encode("latin-1"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01\x00\x00")
    (tmp_path / "crash.txt").write_bytes(b"CRASH\n")
    year = tmp_path / "year"
    for name in ("b.txt", "a/z.md", "a/y.TXT", ".git/x.txt", "a/.hidden.txt", "notes.csv"):
        path = year / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Minutes {name}\n", encoding="utf-8")
    return tmp_path
