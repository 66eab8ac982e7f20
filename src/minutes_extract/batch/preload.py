"""Imported by the process from which workers start, and by nothing else: what is loaded here, every worker has at once.

A process to fork from can only be given modules to import, so this is the one module that does something when imported.
"""

from __future__ import annotations

from minutes_extract.pipeline import extract

extract("Minutes\n\n1. Apologies\n\nNone.\n")  # compiles the built-in rules
