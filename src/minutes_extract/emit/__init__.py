"""The last stage: assemble the record and write it."""
