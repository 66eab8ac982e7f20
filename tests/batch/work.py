"""Stands in for the reading of a document in a worker: the name says what is to happen."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from minutes_extract.batch.inputs import Input
from minutes_extract.batch.task import Outcome, Settings


def work(given: Input, settings: Settings) -> Outcome:
    what, _, rest = given.name.partition(" ")
    if what == "sleep":
        time.sleep(float(rest))
    if what == "meet":
        (Path(rest) / str(os.getpid())).touch()
        while len(list(Path(rest).iterdir())) < 2:
            time.sleep(0.01)
    if what == "die" or (what == "stumble" and not Path(rest).exists()):
        if what == "stumble":
            Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "leave":
        os._exit(3)
    return Outcome(record=f"{given.name} by {os.getpid()}" if what == "who" else given.name)
