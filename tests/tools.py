"""Programs that some tests drive. `make tools` installs them; REQUIRE_TOOLS=1 lets no test do without."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

OWN = Path(__file__).parents[1] / ".venv" / "tools"
"""One virtual environment for each Python program that does not go together with what we install."""


def need(program: str) -> str:
    """The path of a program. Skips the test, or fails it where REQUIRE_TOOLS is set, when it is not installed."""
    found = shutil.which(program) or shutil.which(program, path=os.pathsep.join(map(str, OWN.glob("*/bin"))))
    if found is None:
        message = f"{program} IS NOT INSTALLED, so this is not tested. Run: make tools"
        if os.environ.get("REQUIRE_TOOLS"):
            pytest.fail(message)
        pytest.skip(message)
    return found
