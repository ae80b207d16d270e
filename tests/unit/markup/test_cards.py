"""What a card asks and answers, in plain text."""

from __future__ import annotations

from sctui.markup.cards import plain_back, plain_front
from sctui.model.card import Markup, Note


def test_a_card_asks_for_its_own_gap_wherever_it_stands() -> None:
    note = Note("n", text=r"**{{c1::VEGF::a factor}}** acts by \(k_{ {{c2::1}} }\), `{{c3::x}}`")
    assert [(plain_front(card), plain_back(card)) for card in note.cards()] == [
        ("[a factor] acts by k₁, x", "VEGF"),
        ("VEGF acts by k_[…], x", "1"),
        ("VEGF acts by k₁, […]", "x"),
    ]


def test_a_gap_before_brackets_is_no_link() -> None:
    (card,) = Note("n", text="{{c1::a}}(https://b.org)").cards()
    assert plain_front(card) == "[…](https://b.org)"


def test_blocks_in_plain_text() -> None:
    (card,) = Note("n", front="Of:\n- **a**\n  b\n- c\n\nAnd?", back="![x](y.png) [z](https://w.org)").cards()
    assert plain_front(card) == "Of:\n• a\n  b\n• c\n\nAnd?"
    assert plain_back(card) == "[x: y.png] z (https://w.org)"


def test_a_plain_card_says_what_is_typed() -> None:
    (card,) = Note("n", front="**a**\n- b", back="$x$", markup=Markup.PLAIN).cards()
    assert (plain_front(card), plain_back(card)) == ("**a**\n- b", "$x$")
