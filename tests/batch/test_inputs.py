"""Which documents an argument stands for, and under which names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutes_extract.batch.inputs import Input, Inputs, SameNameError
from minutes_extract.errors import InputError


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Minutes\n", encoding="utf-8")
    return folder


def found(*arguments: object) -> list[tuple[str, str]]:
    return [(given.name, given.stem) for given in Inputs([str(argument) for argument in arguments])]


def test_folder_in_the_order_of_names(tmp_path: Path) -> None:
    fill(tmp_path, "b.pdf", "a/z.docx", "a/y.HTML", "a.txt", ".git/x.txt", "a/.hidden.md", "notes.csv", "c/d/e.htm")
    assert found(tmp_path) == [
        ("a/y.HTML", "a/y"),
        ("a/z.docx", "a/z"),
        ("a.txt", "a"),
        ("b.pdf", "b"),
        ("c/d/e.htm", "c/d/e"),
    ]


def test_names_that_differ_by_their_suffix_keep_it(tmp_path: Path) -> None:
    fill(tmp_path, "june.txt", "june.pdf", "may.txt", "a/june.txt")
    assert found(tmp_path) == [
        ("a/june.txt", "a/june"),
        ("june.pdf", "june.pdf"),
        ("june.txt", "june.txt"),
        ("may.txt", "may"),
    ]


def test_loops_pipes_and_dead_links(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [name for name, _ in found(tmp_path)] == ["a.txt", "dead.txt", "pipe.txt"]
    for name, words in (("dead.txt", "no such file"), ("pipe.txt", "is no plain file")):
        with pytest.raises(InputError, match=words):
            Input(tmp_path / name, name, name, found=True).read()


@pytest.mark.parametrize("name", ["with\nline.txt", 'it\'s "so".txt', "$(x) *.txt", "tab\t.txt", "Llŷn.txt", "-o.txt"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    fill(tmp_path, name)
    (given,) = Inputs([str(tmp_path)])
    assert (given.name, given.read().text) == (name, "Minutes\n")


def test_folder_without_documents(tmp_path: Path) -> None:
    fill(tmp_path, "notes.csv")
    (given,) = Inputs([str(tmp_path)])
    with pytest.raises(InputError, match=r"has no document in it \(\.txt, .*\.docx\)"):
        given.read()


def test_deep_folders(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 300)
    fill(tmp_path, f"{deep}/a.txt")
    assert [name for name, _ in found(tmp_path)] == [f"{deep}/a.txt"]


def test_count(tmp_path: Path) -> None:
    fill(tmp_path, "2019/june.txt", "2020/june.txt", "2020/july.txt")
    assert Inputs([str(tmp_path)]).count() == 3
    assert Inputs(["-"]).count() == 1
    with pytest.raises(SameNameError, match="june"):
        Inputs([str(tmp_path / "2019"), str(tmp_path / "2020")]).count()
