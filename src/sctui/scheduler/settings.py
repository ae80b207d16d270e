"""What a learner can choose about scheduling, as plain values: the engine reads no configuration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sctui.model.preset import Preset


class NewOrder(StrEnum):
    """In which order new cards are begun."""

    DECK = "deck"  # as they stand in the files
    TOPICS = "topics"  # one of each topic in turn
    SHUFFLED = "shuffled"


class DueOrder(StrEnum):
    """In which order due cards are asked."""

    DAY = "day"  # longest due first, those of a day shuffled
    SHUFFLED = "shuffled"
    RETRIEVABILITY = "retrievability"  # the least likely to be recalled first
    SAVEABLE = "saveable"  # the most likely to be recalled first: a backlog loses least so
    DIFFICULTY = "difficulty"  # the hardest first
    SHORT = "short"  # the shortest intervals first


class NewPlace(StrEnum):
    """Where new cards stand among the due ones."""

    MIXED = "mixed"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Limit:
    """How many cards a day may bring, of a deck or topic or of all; None for any number."""

    new: int | None = None
    reviews: int | None = None


NO_LIMIT = Limit()


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """What differs in a deck or topic, by its name, and in those below it."""

    name: str
    limit: Limit = NO_LIMIT
    desired_retention: float | None = None


@dataclass(frozen=True, slots=True)
class StudySettings(Preset):
    """How cards are scheduled, as `Preset` says, and how many of them a day brings, in which order.

    Args:
        new_per_day: cards shown for the first time, per study day, of what is studied.
        reviews_per_day: reviews of learned cards, counted the same way.
        learn_ahead: seconds by which a learning card may be shown early when nothing else is left.
        beyond_core: whether new cards that are not marked as core are begun as well, behind those that are.
        new_order, due_order, new_place, interleave_topics: in which order cards come.
        bury_siblings: whether a note shows at most one of its cards a day.
        leech_lapses: lapses from which a card is a leech; 0 for never.
        suspend_leeches: whether leeches are not shown any more.
        library: limits that hold for all decks together, whichever is studied.
        decks: what differs in decks: limits hold for a deck with those below it, whichever is studied; the
            retention of the nearest deck counts.
        topics: limits of topics (titles joined by ` / `) with those below them.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    learn_ahead: int = 1200
    beyond_core: bool = False
    new_order: NewOrder = NewOrder.DECK
    due_order: DueOrder = DueOrder.DAY
    new_place: NewPlace = NewPlace.MIXED
    interleave_topics: bool = False
    bury_siblings: bool = True
    leech_lapses: int = 8
    suspend_leeches: bool = False
    library: Limit = NO_LIMIT
    decks: tuple[DeckSettings, ...] = ()
    topics: tuple[DeckSettings, ...] = ()

    def of(self, deck: str) -> Preset:
        """What decides about the cards of a deck: the retention of the nearest deck that sets one."""
        nearest = max(
            (other for other in self.decks if other.desired_retention and lies_in(deck, other.name, "::")),
            key=lambda other: len(other.name),
            default=None,
        )
        preset = self.preset
        if nearest is None or nearest.desired_retention is None:
            return preset
        return replace(preset, desired_retention=nearest.desired_retention)


def above(name: str, separator: str) -> Iterator[str]:
    """A deck or topic and those above it, the outermost first; nothing for an empty name."""
    parts = name.split(separator) if name else []
    return (separator.join(parts[:depth]) for depth in range(1, len(parts) + 1))


def lies_in(name: str, above: str, separator: str) -> bool:
    """Whether a deck or topic is another one, or lies below it."""
    return name == above or name.startswith(above + separator)
