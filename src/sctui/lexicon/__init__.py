"""The terms the extractors know, read from YAML: `data/lexicon` and the user's own folder."""
