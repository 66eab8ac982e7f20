"""The tables and their columns, once for SQLite, CSV and Parquet, and for the page that describes them.

The key of a meeting is the name of its source, that of any other row is `KEY#LOCAL`, where LOCAL is the id in the record
or a path from there: `2022/june.pdf#d3` is a decision, `2022/june.pdf#d3.2` its second clause.
"""

from __future__ import annotations

from minutes_extract.emit.tables.across_tables import ACROSS_TABLES
from minutes_extract.emit.tables.business_tables import BUSINESS_TABLES
from minutes_extract.emit.tables.columns import LISTS, Column, Kind, Table
from minutes_extract.emit.tables.meeting_tables import MEETING_TABLES

__all__ = ["LISTS", "TABLES", "VERSION", "Column", "Kind", "Table"]

VERSION = 1
"""Of this model: a database made by another version is not written to."""

TABLES: tuple[Table, ...] = (*MEETING_TABLES, *BUSINESS_TABLES, *ACROSS_TABLES)
"""Each table stands behind those that it refers to."""
