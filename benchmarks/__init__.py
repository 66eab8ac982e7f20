"""How fast the extractor is, beside other ways to read the same text: `make bench`."""
