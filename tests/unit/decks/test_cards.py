from pathlib import Path

import pytest

from sctui.decks import cards as cards_module
from sctui.decks.cards import Cards
from sctui.decks.library import LoadedDeck
from sctui.model.card import Note, Reverse
from sctui.model.deck import Deck
from sctui.model.language import Language


def _deck(name: str, *notes: Note) -> LoadedDeck:
    return LoadedDeck(Path(f"{name}.yaml"), Path(), Deck(name, Language.ENGLISH, notes), {})


NOTES = (
    Note("a", topic=("t",), front="?", back="!"),
    Note("gaps", topic=("t", "u"), text="{{c2::two}} {{c1::one}}"),
    Note("both", front="x", back="y", reverse=Reverse("y", "x")),
)


def test_cards_are_those_of_the_notes_in_their_order() -> None:
    cards = Cards([_deck("one", *NOTES), _deck("two", Note("b", front="?", back="."))])
    assert list(cards) == ["a", "gaps#1", "gaps#2", "both", "both#reversed", "b"]
    assert list(cards.values()) == [card for note in NOTES for card in note.cards()] + list(
        Note("b", front="?", back=".").cards()
    )
    assert [(deck, [card.id for card in found]) for deck, found in cards.in_decks()] == [
        (0, ["a", "gaps#1", "gaps#2", "both", "both#reversed"]),
        (1, ["b"]),
    ]
    assert [cards.deck_of(card) for card in ("gaps#2", "b")] == [0, 1]
    assert cards.topic(cards.place_of("gaps#2")) == ("t", "u")


def test_of_two_cards_with_one_id_the_first_counts() -> None:
    cards = Cards([_deck("one", Note("a", front="first"), Note("a", front="second")), _deck("two", NOTES[0])])
    assert cards["a"].front == "first"
    assert [[card.front for card in found] for _, found in cards.in_decks()] == [["first"], []]


def test_cards_that_wait_are_left_out() -> None:
    cards = Cards([_deck("one", *NOTES)], frozenset({"gaps"}))
    assert list(cards) == ["a", "both", "both#reversed"]
    assert "gaps#1" not in cards


@pytest.fixture
def decks() -> list[LoadedDeck]:
    gaps = Note("c", topic=("t",), text="{{c1::one}} and {{c2::two}}")
    return [
        _deck("first", Note("a", topic=("s",), front="A"), Note("b", front="B")),
        _deck("empty"),
        _deck("gaps", gaps, Note("d", topic=("u",), front="D")),
    ]


def test_cards_stand_in_the_order_of_the_decks(decks: list[LoadedDeck]) -> None:
    cards = Cards(decks)
    ids = ["a", "b", "c#1", "c#2", "d"]
    assert list(cards) == ids
    assert [cards[one].id for one in ids] == ids
    assert [cards.find(one) for one in ids] == [0, 1, 2, 3, 4]
    assert [cards.id_at(row) for row in range(5)] == ids
    assert [list(cards.rows_in(number)) for number in range(3)] == [[0, 1], [], [2, 3, 4]]
    assert [cards.deck_of(one) for one in ids] == [0, 0, 2, 2, 2]
    assert [cards.topic(cards.place_of(one)) for one in ids] == [("s",), (), ("t",), ("t",), ("u",)]
    assert list(cards.note_rows()) == [0, 1, 2, 2, 3]
    assert [[card.id for card in of_deck] for _, of_deck in cards.in_decks()] == [["a", "b"], [], ids[2:]]
    assert cards.find("c") is None
    with pytest.raises(KeyError):
        cards.deck_of("c")


def test_cards_that_wait_or_come_twice_are_left_out(decks: list[LoadedDeck]) -> None:
    again = _deck("again", Note("a", front="another"), Note("e", topic=("v",), front="E"))
    cards = Cards([*decks, again], {"c", "b"})
    assert list(cards) == ["a", "d", "e"]
    assert cards["a"].front == "A"
    assert list(cards.note_rows()) == [0, 3, 5]
    assert [list(cards.topics_of(number)) for number in range(4)] == [[0], [], [1], [1]]
    assert [[card.id for card in of_deck] for _, of_deck in cards.in_decks()] == [["a"], [], ["d"], ["e"]]


def test_ids_of_the_same_number_are_told_apart(
    decks: list[LoadedDeck], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards_module, "_number_of", lambda card: len(str(card)))
    cards = Cards([*decks, _deck("again", Note("b", front="again"), Note("d", front="again"))])
    assert list(cards) == ["a", "b", "c#1", "c#2", "d"]
    assert [cards.find(one) for one in cards] == [0, 1, 2, 3, 4]
    assert [cards[one].id for one in cards] == list(cards)


def test_a_note_knows_the_ids_of_its_cards_without_making_them() -> None:
    notes = (
        *NOTES,
        Note("two", text="{{c2::甲}}与{{c1::乙::哪种}}和{{c2::丙}}"),
        Note("turned", front="?", back=".", reverse=Reverse("!", ",")),
    )
    assert [note.card_ids() for note in notes] == [tuple(card.id for card in note.cards()) for note in notes]
