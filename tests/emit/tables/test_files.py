"""CSV and Parquet, opened by those for whom they are made: csvw, pandas, DuckDB."""

from __future__ import annotations

import contextlib
import csv
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import csvw
import duckdb
import pandas
import pytest

from minutes_extract.emit.tables import csvw as csv_tables
from minutes_extract.emit.tables import parquet
from minutes_extract.emit.tables.model import LISTS, TABLES
from minutes_extract.emit.tables.read import cells
from minutes_extract.emit.tables.store import Store
from minutes_extract.errors import InputError
from tests.emit.tables.conftest import Record


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, samples: list[Record]) -> Store:
    made = Store(tmp_path_factory.mktemp("store") / "minutes.db", search=False)
    for record, text in samples:
        made.put(record, text)
    record, text = samples[0]  # line ends of every kind, quotes and separators, which CSV must carry
    made.put(record.replace('"name":"', '"name":"odd, \\"', 1), 'a "quoted"\r\nline,\rwith ; every\nend')
    made.settle()
    return made


def written(store: Store, folder: Path, module: ModuleType) -> Path:
    for table in TABLES:
        with (folder / f"{table.name}{module.SUFFIX}").open("wb") as file:
            module.write(store.connection, table, file)
    (folder / csv_tables.METADATA).write_text(csv_tables.metadata(), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def as_csv(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(store, tmp_path_factory.mktemp("csv"), csv_tables)


@pytest.fixture(scope="module")
def as_parquet(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(store, tmp_path_factory.mktemp("parquet"), parquet)


def test_csvw_accepts_the_metadata_and_the_tables(as_csv: Path) -> None:
    read = csvw.CSVW(str(as_csv / csv_tables.METADATA), validate=True, strict=True)
    assert read.is_valid, [str(warning.message) for warning in read.warnings]
    (decision, *_) = read.to_json(minimal=True)  # types are read: a list is a list
    assert decision["pages"] == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("decisions", "#d1,", "#d2,"),  # a key that is there already
        ("items", ",false,", ",perhaps,"),  # no truth
        ("clauses", "#d1,", "#d77,"),  # refers to no decision
    ],
)
def test_csvw_refuses_tables_that_do_not_hold(as_csv: Path, tmp_path: Path, table: str, old: str, new: str) -> None:
    for path in as_csv.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / f"{table}.csv"
    whole = path.read_bytes().decode()
    assert old in whole
    path.write_bytes(whole.replace(old, new, 1).encode())
    read = csvw.CSVW(str(tmp_path / csv_tables.METADATA), validate=True, strict=True)
    with contextlib.suppress(ValueError):  # so it says of a key that leads nowhere
        assert not read.is_valid


def test_pandas_reads_the_csv(as_csv: Path, store: Store) -> None:
    for table in TABLES:
        frame = pandas.read_csv(as_csv / f"{table.name}.csv", keep_default_na=False, na_values=[""])
        assert list(frame.columns) == [column.name for column in table.columns]
        assert len(frame) == store.connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
    attendance = pandas.read_csv(as_csv / "attendance.csv")
    assert attendance["roles"].map(json.loads).map(len).sum() > 10
    assert pandas.read_csv(as_csv / "actions.csv")["explicit"].dtype == bool
    meetings = pandas.read_csv(as_csv / "meetings.csv", parse_dates=["date"])
    assert meetings["date"].dt.year.max() > 2000


def test_a_text_goes_through_csv_unchanged(as_csv: Path, store: Store) -> None:
    with (as_csv / "texts.csv").open(encoding="utf-8", newline="") as file:
        read = [tuple(row) for row in csv.reader(file)][1:]
    assert read == store.connection.execute("SELECT * FROM texts ORDER BY source").fetchall()
    frame = pandas.read_csv(as_csv / "texts.csv")
    assert list(frame.itertuples(index=False, name=None)) == read


def test_duckdb_reads_the_parquet(as_parquet: Path, store: Store) -> None:
    for table in TABLES:
        read = _asked(f"SELECT * FROM '{as_parquet / table.name}.parquet'")
        assert read.columns == [column.name for column in table.columns]
        expected = [[_plain(cell) for cell in row] for row in cells(store.connection, table)]
        assert [[_plain(cell) for cell in row] for row in read.fetchall()] == expected
    facts = _asked(
        f"SELECT d.text, t.text[d.span_start + 1 : d.span_end] FROM '{as_parquet}/decisions.parquet' AS d "
        f"JOIN '{as_parquet}/texts.parquet' AS t ON t.source = d.meeting WHERE d.meeting NOT LIKE 'odd%'"
    ).fetchall()
    assert len(facts) > 50
    assert [text for text, words in facts if " ".join(words.split()) != text] == []


def _asked(sql: str) -> duckdb.DuckDBPyRelation:
    found = duckdb.sql(sql)
    assert found is not None
    return found


def _plain(cell: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(cell, list):
        return [list(part.values()) if isinstance(part, dict) else part for part in cell]
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def test_types_of_the_parquet(as_parquet: Path) -> None:
    def types(table: str) -> dict[str, str]:
        described = _asked(f"DESCRIBE SELECT * FROM '{as_parquet / table}.parquet'").fetchall()
        return {row[0]: row[1] for row in described}

    assert types("meetings")["date"] == "DATE"
    assert types("actions")["explicit"] == "BOOLEAN"
    assert types("attendance")["roles"] == "VARCHAR[]"
    assert "STRUCT" in types("attendance")["mentions"].upper()
    assert types("votes")["yes"] == "BIGINT"


def test_long_tables_are_written_in_groups(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet

    monkeypatch.setattr(parquet, "_ROWS", 100)
    monkeypatch.setattr(parquet, "_CHARACTERS", 5_000)
    written(store, tmp_path, parquet)
    assert pyarrow.parquet.ParquetFile(tmp_path / "evidence.parquet").num_row_groups > 1
    assert pyarrow.parquet.ParquetFile(tmp_path / "texts.parquet").num_row_groups > 5


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(InputError, match=r"writing Parquet needs pyarrow.*pip install 'minutes-extract\[parquet\]'"):
        parquet.check()


def test_every_kind_of_cell_is_met() -> None:
    """Else a kind could be written wrongly and no test would see it."""
    met = {column.kind for table in TABLES for column in table.columns}
    assert met == {"text", "date", "integer", "number", "boolean", *LISTS}
