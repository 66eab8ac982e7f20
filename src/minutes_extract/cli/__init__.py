"""The command line. It alone prints, exits and knows Typer and rich."""

from minutes_extract.cli.program import app, main

__all__ = ["app", "main"]
