from pathlib import Path

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
