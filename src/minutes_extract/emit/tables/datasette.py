"""What Datasette is told of a database: what tables and columns mean, and questions with a blank to fill in.

https://docs.datasette.io/en/stable/metadata.html and .../sql_queries.html#canned-queries give the names used here.
"""

from __future__ import annotations

from typing import Any

from minutes_extract.emit.tables.model import TABLES

_QUERIES = {
    "check_a_fact": (
        "Check a fact: the id of any row, its words in the source, and what stands around them",
        """SELECT f.*, substr(t.text, max(f.span_start - 200, 0) + 1, f.span_end + 200 - max(f.span_start - 200, 0)) AS around
FROM facts AS f JOIN texts AS t ON t.source = f.meeting
WHERE f.id = :id""",
    ),
    "words_in_decisions": (
        "Decisions with these words",
        """SELECT m.date, m.body, d.type, snippet(decisions_fts, 0, '[', ']', ' ... ', 40) AS words, d.id
FROM decisions_fts JOIN decisions AS d ON d.rowid = decisions_fts.rowid JOIN meetings AS m ON m.id = d.meeting
WHERE decisions_fts MATCH :words ORDER BY m.date DESC""",
    ),
    "words_anywhere": (
        "Paragraphs with these words",
        """SELECT m.date, m.body, i.title AS item_title, snippet(paragraphs_fts, 0, '[', ']', ' ... ', 40) AS words, p.id
FROM paragraphs_fts JOIN paragraphs AS p ON p.rowid = paragraphs_fts.rowid JOIN items AS i ON i.id = p.item
JOIN meetings AS m ON m.id = p.meeting
WHERE paragraphs_fts MATCH :words ORDER BY m.date DESC""",
    ),
    "how_somebody_voted": (
        "How somebody voted: a name, or a part of it",
        "SELECT * FROM votes_by_person WHERE name LIKE '%' || :name || '%' ORDER BY date DESC",
    ),
}


def metadata(name: str) -> dict[str, Any]:
    """The metadata for a database that is served under this name: that of the file, without its suffix."""
    tables: dict[str, dict[str, Any]] = {
        table.name: {
            "description": table.about,
            "columns": {column.name: column.about for column in table.columns},
            **({"label_column": table.label} if table.label else {}),
        }
        for table in TABLES
    }
    tables["texts"] |= {"size": 5}  # rows of a page: each is the text of a whole document
    queries = {key: {"title": title, "sql": sql} for key, (title, sql) in _QUERIES.items()}
    return {"databases": {name: {"tables": tables, "queries": queries}}}
