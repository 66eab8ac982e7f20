"""The record in the forms of published standards; docs/standards.md says what goes where and what has no home."""
