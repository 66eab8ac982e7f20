"""Run by the Python of mysoc-validator: reads a Popolo document from stdin, prints what is wrong with it, or `[]`."""

import json
import sys

from mysoc_validator import Popolo
from pydantic import ValidationError

try:
    Popolo.model_validate(json.load(sys.stdin))
    print("[]")
except ValidationError as error:
    print(json.dumps([str(one["msg"]) for one in error.errors()]))
