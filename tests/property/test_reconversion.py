"""A document and its decks edited in turn: a short run of the soak; `python -m tests.reconversion_soak 1000` is the long one."""

from __future__ import annotations

from pathlib import Path

from tests.reconversion_soak import soak


def test_edits_of_the_author_survive_conversions_of_an_edited_document(tmp_path: Path) -> None:
    ids = soak(tmp_path, 8, seed=1)
    assert sum(count for name, count in ids.items() if name.endswith("kept")) > 20
