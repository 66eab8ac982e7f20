"""Many documents: found in folders, read by several processes, written so that nothing finished is ever lost."""

from minutes_extract.batch.inputs import SUFFIXES, Input, Inputs
from minutes_extract.batch.outputs import OutputError, Sink
from minutes_extract.batch.run import Plan, Summary, run
from minutes_extract.batch.task import Failure, Settings

__all__ = ["SUFFIXES", "Failure", "Input", "Inputs", "OutputError", "Plan", "Settings", "Sink", "Summary", "run"]
