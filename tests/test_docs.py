"""What the documents say is true: their examples are run, their tables are compared with the program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_extract import extract
from minutes_extract.check import check
from minutes_extract.check.readers import READERS
from minutes_extract.cli import app
from minutes_extract.emit.tables.ddl import schema
from minutes_extract.emit.tables.model import TABLES
from minutes_extract.rules import load
from tools.describe_tables import MARK, PAGE, described

ROOT = Path(__file__).parent.parent
PATTERNS = ROOT / "patterns" / "README.md"


def block(path: Path, language: str) -> str:
    """The one fenced block of a language in a document, its indent taken off."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ((indent, text),) = found
    return re.sub(rf"^{indent}", "", text, flags=re.MULTILINE)


def test_the_example_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("minutes.txt").write_text(block(ROOT / "README.md", "text"), encoding="utf-8")
    first, second = re.split(r"^\$ .*\n", block(ROOT / "README.md", "console"), flags=re.MULTILINE)[1:]

    result = CliRunner().invoke(app, ["minutes.txt"])
    decision = json.loads(result.stdout)["items"][1]["decisions"][0]
    shown = {name: decision[name] for name in ("cue", "moved_by", "span", "rule")}
    shown |= {"vote": decision["vote"]["counts"], "clauses": [clause["text"] for clause in decision["clauses"]]}
    assert json.loads(first) == shown

    explained = CliRunner().invoke(app, ["explain", "minutes.txt"]).stdout
    assert second.splitlines() == explained.splitlines()[-4:]


def test_the_example_of_the_patterns(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text(block(PATTERNS, "toml"), encoding="utf-8")
    assert check(tmp_path, {"parse.decision.ravensey-settled"}) == []
    text = block(PATTERNS, "text")
    assert [item.decisions for item in extract(text).items] == [[], [], []]
    (decision,) = extract(text, patterns=tmp_path).items[1].decisions
    assert decision.rule == "parse.decision.ravensey-settled"
    assert [clause.text for clause in decision.clauses] == [
        "That the ford be repaired; and",
        "That Mrs Starling be thanked.",
    ]


def test_the_table_of_stages_is_whole() -> None:
    rows = {
        cells[1].strip(" `"): cells
        for line in PATTERNS.read_text(encoding="utf-8").splitlines()
        if line.startswith(("| `segment.", "| `recognise.", "| `parse."))
        if (cells := line.split("|"))
    }
    assert set(rows) == set(READERS)
    for rule in load().rules:
        _, _, files, gives, forms, _ = rows[rule.stage]
        assert f"`{rule.file}`" in files
        assert not rule.form or f"`{rule.form}`" in forms, f"{rule.id}: {rule.form}"
        given = {name for example in rule.entry.examples for name in example.gives}
        assert rule.stage == "recognise.meeting" or {name for name in given if f"`{name}`" not in gives} == set()


@pytest.mark.parametrize("path", [ROOT / "README.md", PATTERNS, *sorted((ROOT / "docs").rglob("*.md"))], ids=str)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert target.startswith("http") or (path.parent / target).exists(), target


def test_every_layout_is_described() -> None:
    """A family that the segmenter tells apart has a row in the table of docs/layouts.md."""
    table = re.findall(
        r"^\| `([a-z-]+)` \| .* \| .* \|$", (ROOT / "docs" / "layouts.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    texts = [path.read_bytes().decode("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    met = {extract(text).source.layout for text in texts}
    assert len(met) > 4
    assert met - set(table) == set()


def test_every_table_and_column_is_described() -> None:
    listed = PAGE.read_text(encoding="utf-8").partition(MARK)[2]
    assert listed == f"\n{described()}", "run: python -m tools.describe_tables"
    assert [table.name for table in TABLES if f"### {table.name}\n" not in listed] == []


def test_every_view_is_described() -> None:
    views = set(re.findall(r"CREATE VIEW (\w+)", "\n".join(schema(search=True))))
    table = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8").partition("## Views")[2].partition("## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == views
