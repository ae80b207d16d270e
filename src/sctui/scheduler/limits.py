"""Daily limits that nest: what a deck or topic may bring bounds what those below it bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sctui.model.review import Phase
from sctui.scheduler.settings import Limit, StudySettings, lies_in

TOPIC_SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card lies: the name of its deck, and its topic's titles joined by ` / `."""

    deck: str = ""
    topic: str = ""


class Budget:
    """What the limits of library, decks and topics still allow today; taking a card uses it up."""

    def __init__(
        self,
        settings: StudySettings,
        answers: Iterable[tuple[str, Phase]],
        place_of: Callable[[str], Place],
    ) -> None:
        """`answers` are all of today's, in whichever deck: card, and its phase before."""
        self._place_of = place_of
        self._limits = [*_limits(settings)]
        self._left = {
            (index, phase): amount
            for index, (_, _, limit) in enumerate(self._limits)
            for phase, amount in ((Phase.NEW, limit.new), (Phase.REVIEW, limit.reviews))
            if amount is not None
        }
        self._bounds_at: dict[tuple[Place, Phase], tuple[tuple[int, Phase], ...]] = {}
        if self._left:
            for card, phase in answers:
                self._use(card, phase)

    def take(self, card: str, phase: Phase) -> bool:
        """Whether a new card (phase NEW) or a due one (REVIEW) may still come today; if so, it is counted."""
        if self._left and any(self._left[bound] <= 0 for bound in self._bounds(card, phase)):
            return False
        self._use(card, phase)
        return True

    def _use(self, card: str, phase: Phase) -> None:
        for bound in self._bounds(card, phase) if self._left else ():
            self._left[bound] -= 1

    def _bounds(self, card: str, phase: Phase) -> tuple[tuple[int, Phase], ...]:
        place = self._place_of(card)
        if (place, phase) not in self._bounds_at:
            self._bounds_at[place, phase] = tuple(
                (index, phase)
                for index, (kind, name, _) in enumerate(self._limits)
                if (index, phase) in self._left and _covers(kind, name, place)
            )
        return self._bounds_at[place, phase]


def _limits(settings: StudySettings) -> Iterator[tuple[str, str, Limit]]:
    yield "library", "", settings.library
    for deck in settings.decks:
        yield "deck", deck.name, deck.limit
    for topic in settings.topics:
        yield "topic", topic.name, topic.limit


def _covers(kind: str, name: str, place: Place) -> bool:
    if kind == "deck":
        return lies_in(place.deck, name, "::")
    return kind == "library" or lies_in(place.topic, name, TOPIC_SEPARATOR)
