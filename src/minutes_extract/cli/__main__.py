"""`python -m minutes_extract.cli` is the same program as `extract`."""

from minutes_extract.cli.program import main

main()
