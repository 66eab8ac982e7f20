"""Every Python process that has this folder on its path loads `fake_pipeline.py` in place of the stages."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

FAKE = Path(__file__).parent.parent / "fake_pipeline.py"


class _StandIn:
    @staticmethod
    def find_spec(name: str, *where: Any) -> ModuleSpec | None:
        return spec_from_file_location(name, FAKE) if name == "minutes_extract.pipeline" else None


sys.meta_path.insert(0, _StandIn)
