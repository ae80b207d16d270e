"""Whatever a file holds, it becomes a deck that can be read and asks what was told, or errors with their places."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.decks.imports.draft import Drafted
from sctui.decks.imports.into_decks import DeckFiles, take_in
from sctui.decks.imports.markdown import read_markdown
from sctui.decks.imports.table import read_table
from sctui.decks.yaml_reader import read_deck_text

_PIECES = st.sampled_from(
    'Q:_|A:_|C:_|a|甲|?|\n|\n\n|\r\n|::|:::|[b]|==c==|{{c1::|{{c0::x}}|}}|##_|---|```|\\|<br>|"|,|;|\t|#separator:|#html:true'
    "|#deck column:1|#tags column:|tab|front,back|&lt;|\0|\x1b[31m|\ufeff|\u2028|_".replace("_", " ").split(
        "|"
    )
)
_FILES = st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=30).map("".join)


@pytest.mark.parametrize("read", [read_table, read_markdown])
@settings(max_examples=300)
@given(text=_FILES)
def test_any_file(read: Callable[[str, str], Drafted], text: str) -> None:
    drafted = read(text, "x.csv")
    lines = len(text.splitlines()) + 1
    assert all(1 <= fault.line <= lines and fault.column >= 1 for fault in drafted.faults)
    notes = [draft.note("d") for draft in drafted.drafts]
    if not notes:
        return
    with tempfile.TemporaryDirectory() as folder:
        (taken,) = take_in(DeckFiles(Path(folder), ()), {"d": notes})
    reading = read_deck_text(taken.text, "x")
    assert not reading.problems
    asked = {(note.front, note.back, note.text) for note in reading.deck_file.deck.notes}
    assert asked <= {(note.front, note.back, note.text) for note in notes}
    assert {note.id for note in reading.deck_file.deck.notes} == {note.id for note in notes}
