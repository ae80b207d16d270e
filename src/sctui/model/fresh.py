"""The cards of a library that were never studied."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Fresh:
    """The ids of the cards of a library that have no state; only who keeps it changes it.

    It shrinks with the learner's answers; `era` is another number when a card is new again.
    """

    cards: set[str]
    era: int = 0

    def answered(self, card: str) -> None:
        """A card has a state now."""
        self.cards.discard(card)

    def taken_back(self, card: str) -> None:
        """A card of the library has none any more."""
        self.cards.add(card)
        self.era += 1
