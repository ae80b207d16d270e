"""The one place that knows the order of the stages: file to document, topic tree, facts, notes, decks."""

from sctui.pipeline.asking import Ahead, Conversion, ask, candidates, convert
from sctui.pipeline.filing import decks_of, plan
from sctui.pipeline.reading import (
    FINDING,
    STAGES,
    Knowledge,
    Opened,
    Reading,
    opened,
    read,
    read_knowledge,
    repaired,
    slug,
)

__all__ = [
    "FINDING",
    "STAGES",
    "Ahead",
    "Conversion",
    "Knowledge",
    "Opened",
    "Reading",
    "ask",
    "candidates",
    "convert",
    "decks_of",
    "opened",
    "plan",
    "read",
    "read_knowledge",
    "repaired",
    "slug",
]
