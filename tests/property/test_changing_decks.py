"""Whatever happens to the deck files between two sessions: history follows the card's id, and none is lost."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.collection import Collection
from sctui.decks.library import read_library
from sctui.decks.remembered import RememberedDecks
from sctui.model.review import MemoryState, Rating, Review
from sctui.store.mapping import answered_cards
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import MINUTE, NOON

SETTINGS = StudySettings(learning_steps=())
DECKS = ("heart", "lungs", "sub/liver")
CARDS = ("a", "b", "c", "d", "e")
Written = dict[str, list[str]]

acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["study", "study", "move", "edit", "remove", "twice", "rename", "merge", "half", "checkout"]
        ),
        st.integers(0, 4),
        st.integers(0, 2),
    ),
    max_size=20,
)


def text(deck: str, cards: list[str], edit: int) -> str:
    notes = "".join(f"  - id: {card}\n    front: Question {edit}?\n    back: Answer\n" for card in cards)
    return f"deck: {deck.replace('/', '::')}\nlanguage: en\ncards:{(notes and chr(10) + notes) or ' []'}\n"


class Author:
    """A folder of decks under someone's hands, and under git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.decks: Written = {"heart": ["a", "b", "c"], "lungs": ["d"], "sub/liver": ["e"]}
        self.commits: list[Written] = []
        self.half = ""
        self.edits = 0
        self.save()

    def save(self) -> None:
        for file in self.folder.rglob("*.yaml"):
            file.unlink()
        for deck, cards in self.decks.items():
            file = self.folder / f"{deck}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            whole = text(deck, cards, self.edits)
            file.write_text(whole[: len(whole) // 2] if deck == self.half else whole, "utf-8")

    def act(self, name: str, card: str, deck: str) -> None:
        self.commits.append({name: list(cards) for name, cards in self.decks.items()})
        self.half = ""
        self.edits += 1
        cards = self.decks.setdefault(deck, [])
        match name:
            case "move":
                self.remove(card)
                self.decks[deck].append(card)
            case "remove":
                self.remove(card)
            case "twice":
                cards.append(card)
            case "rename":
                self.decks[f"renamed-{deck.replace('/', '-')}"] = self.decks.pop(deck)
            case "merge":
                self.decks = {deck: [one for many in self.decks.values() for one in many]}
            case "half":
                self.half = deck
            case "checkout":
                self.decks = self.commits[self.edits * 7 % len(self.commits)]
        self.save()

    def remove(self, card: str) -> None:
        for cards in self.decks.values():
            cards[:] = [one for one in cards if one != card]


def studied(folder: Path, database: Path, now: int, rating: Rating) -> list[Any]:
    remembered = RememberedDecks(database.with_name("decks.json"))
    collection = Collection(read_library([folder], remembered), Store.open(database))
    remembered.save()
    session = StudySession(collection, None, SETTINGS)
    given_now: list[Any] = []
    if session.next(now):
        session.grade(rating, now, 10)
        given_now = [collection.store.reviews()[-1]]
    collection.close()
    return given_now


@settings(deadline=None, max_examples=50)
@given(acts)
def test_history_follows_the_id_and_none_is_lost(acts: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        decks, database = Path(name) / "decks", Path(name) / "collection.db"
        author, log, now = Author(decks), [], NOON
        for act, card, deck in acts:
            now += 3 * MINUTE
            if act == "study":
                log += studied(decks, database, now, Rating(1 + card % 4))
            else:
                author.act(act, CARDS[card], DECKS[deck])
        check(decks, database, log)


def check(decks: Path, database: Path, log: list[Review]) -> None:
    store = Store.open(database)
    assert store.reviews() == log
    last = {review.card: review.after for review in log}
    assert {card: store.state(card) for card in last} == last
    store.close()
    here = {card.id for loaded in read_library([decks]).decks for card in loaded.deck.cards()}
    answered = {found.card for found in answered_cards(database)}
    assert answered == set(last)
    collection = Collection.open([decks], database)
    new = {card for card in here if collection.store.state(card) == MemoryState(card)}
    assert new == here - answered
    collection.close()
