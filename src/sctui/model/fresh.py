"""The cards of a library that were never studied."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Fresh:
    """The ids of the cards of a library that have no state; only who keeps it changes it.

    It shrinks with the learner's answers, and `left` tells which cards left it; `era` is another number when
    a card is new again.
    """

    cards: set[str]
    era: int = 0
    left: list[str] = field(default_factory=list)

    def answered(self, card: str) -> None:
        """A card has a state now."""
        self.cards.discard(card)
        self.left.append(card)

    def taken_back(self, card: str) -> None:
        """A card of the library has none any more."""
        self.cards.add(card)
        self.era += 1
