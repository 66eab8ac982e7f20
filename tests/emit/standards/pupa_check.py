"""Run by the Python of pupa: reads [[class, object], ...] from stdin and lets pupa check each. Prints what it refuses."""

import json
import sys

from pupa.scrape import Event, Membership, Organization, Person, VoteEvent

CLASSES = {"event": Event, "vote_event": VoteEvent, "person": Person, "organization": Organization}
CLASSES["membership"] = Membership

refused = []
for kind, fields in json.load(sys.stdin):
    thing = object.__new__(CLASSES[kind])
    try:
        for name, value in {"_id": "", **fields}.items():
            setattr(thing, name, value)  # refuses a field that the schema does not know
        thing.validate()
    except ValueError as error:
        refused.append(f"{kind} {fields.get('name')}: {error}")
print(json.dumps(refused))
