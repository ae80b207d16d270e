"""Collections of a few invented cards, for tests of scheduling, storing and studying."""

from collections.abc import Mapping
from pathlib import Path

from sctui.collection import Collection
from sctui.decks.library import Library, LoadedDeck
from sctui.model.card import Note
from sctui.model.deck import Deck
from sctui.model.document import Language
from sctui.store.store import Store

NOON = 1_750_075_200_000  # 2025-06-16 12:00 UTC
MINUTE = 60_000
HOUR_MS = 3_600_000
DAY = 86_400_000


def basic(*ids: str) -> tuple[Note, ...]:
    return tuple(Note(card, front=f"question {card}", back=f"answer {card}") for card in ids)


def cloze(note: str, gaps: int) -> Note:
    return Note(note, text=" ".join(f"{{{{c{gap}::gap {gap}}}}}" for gap in range(1, gaps + 1)))


def library_of(decks: Mapping[str, tuple[Note, ...]]) -> Library:
    return Library(
        tuple(
            LoadedDeck(Path(f"{name}.yaml"), Path(), Deck(name, Language.ENGLISH, notes), {})
            for name, notes in decks.items()
        )
    )


def collection_of(folder: Path, decks: Mapping[str, tuple[Note, ...]]) -> Collection:
    return Collection(library_of(decks), Store.open(folder / "collection.db"))
