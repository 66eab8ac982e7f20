"""The record as tables: SQLite, CSV with CSVW metadata, Parquet. `model.py` is the one list of tables and columns."""
