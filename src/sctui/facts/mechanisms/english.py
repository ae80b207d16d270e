"""English sentences: active clauses with a verb of the lexicon, the subject carried over to later verbs."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage


def read_english(passage: Passage) -> Iterator[Claim]:
    """The claims of a passage, in the order of the text."""
    yield from ()
