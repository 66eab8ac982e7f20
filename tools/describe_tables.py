"""Writes the second half of docs/tables.md, every table and column, from the model: python -m tools.describe_tables"""

from __future__ import annotations

from pathlib import Path

from minutes_extract.emit.tables.model import TABLES, Column, Table

PAGE = Path(__file__).parent.parent / "docs" / "tables.md"
MARK = "<!-- From here on written by tools/describe_tables.py from the model of the tables. -->\n"


def described() -> str:
    """The tables as Markdown."""
    return "\n".join(["## Every table and column\n", *map(_table, TABLES)])


def _table(table: Table) -> str:
    search = f" Searched for words: `{table.name}_fts` ({', '.join(table.search)})." if table.search else ""
    head = [f"### {table.name}\n", f"{table.about}{search}\n", "| column | type | holds |", "|---|---|---|"]
    return "\n".join([*head, *(_column(table, column) for column in table.columns), ""])


def _column(table: Table, column: Column) -> str:
    about = column.about
    if column.refers:
        about += f" → [{column.refers}](#{column.refers})"
    kind = column.kind if column.required else f"{column.kind} or null"
    return f"| `{column.name}`{' (key)' if column.name == table.key else ''} | {kind} | {about} |"


if __name__ == "__main__":
    said, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    PAGE.write_text(said + mark + "\n" + described(), encoding="utf-8")
