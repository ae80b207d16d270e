"""A note that cannot be a card is told by the reader's own rules."""

from __future__ import annotations

import pytest

from sctui.decks.note_check import check_note
from sctui.errors import DeckError
from sctui.model.card import Note


@pytest.mark.parametrize(
    ("note", "what"),
    [
        (Note("a", front=" ", back="x"), "`front` is empty"),
        (Note("a", front="x", back=""), "`back` is empty"),
        (Note("a", text="no gap"), "has no gap"),
        (Note("a", text="{{c0::x}}"), "number 0"),
        (Note("a", front="x", back="many", tolerance="2"), "is a number"),
        (Note("a", front="x", back="y", options=("y", "z")), "is the answer"),
    ],
)
def test_what_is_no_card(note: Note, what: str) -> None:
    with pytest.raises(DeckError, match=what):
        check_note(note, {}, "mine.yaml")


def test_a_card_is_a_card() -> None:
    check_note(Note("a", front="x: y", back="- z"), {}, "mine.yaml")
