"""Input to text: what every later stage reads, with the digest of the bytes it came from."""

from minutes_extract.source.read import Source, from_text, read_bytes, read_path, read_stdin

__all__ = ["Source", "from_text", "read_bytes", "read_path", "read_stdin"]
