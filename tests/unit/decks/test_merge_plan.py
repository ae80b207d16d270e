"""New decks: what is written for them is worked out card by card, and once for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sctui.decks import merge_plan, take_over
from sctui.decks.sidecar import Record, record_of
from sctui.model.card import Note
from tests.unit.decks.test_merge import A, B, C, deck
from tests.writing import write_decks


def test_each_card_of_new_decks_is_recorded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(one: Note, *more: Any) -> Record:
        asked.append(one.id)
        return record_of(one, *more)

    for module in (merge_plan, take_over):
        monkeypatch.setattr(module, "record_of", counted)
    write_decks(tmp_path, {"1.yaml": deck(A, B), "2.yaml": deck(C)})
    assert sorted(asked) == ["a", "b", "c"]
