"""The one place that knows the order of the stages: file to document, topic tree, facts, notes, decks."""

from sctui.pipeline.asking import Conversion, ask, candidates, convert
from sctui.pipeline.filing import decks_of, plan
from sctui.pipeline.reading import STAGES, Knowledge, Reading, imprints, read, read_knowledge, repaired, slug

__all__ = [
    "STAGES",
    "Conversion",
    "Knowledge",
    "Reading",
    "ask",
    "candidates",
    "convert",
    "decks_of",
    "imprints",
    "plan",
    "read",
    "read_knowledge",
    "repaired",
    "slug",
]
