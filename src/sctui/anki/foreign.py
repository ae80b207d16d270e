"""What stands in an Anki collection, as its tables have it; times and numbers are Anki's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its name, the names of its fields, the questions of its cards, whether it hides gaps."""

    name: str
    fields: tuple[str, ...]
    questions: tuple[str, ...]
    is_cloze: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether the answer is typed."""
        return bool(self.questions) and "{{type:" in self.questions[0]


class ForeignNote(NamedTuple):
    """A note: fields are HTML, tags nest with `::`; `deck` is that of its first card."""

    guid: str
    kind: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str


@dataclass(frozen=True, slots=True)
class ForeignCard:
    """A card of a note (`guid`), and how it stands: `due` is a day, a moment in seconds, or a place.

    `stability` and `difficulty` are None where Anki did not use FSRS; `last_review` and `changed` are in
    seconds.
    """

    guid: str
    ord: int
    type: int
    queue: int
    due: int
    interval: int
    factor: int
    reps: int
    lapses: int
    left: int
    flag: int
    changed: int
    stability: float | None = None
    difficulty: float | None = None
    last_review: int | None = None


@dataclass(frozen=True, slots=True)
class ForeignReview:
    """An answer: when (ms), rated 1 to 4, how long (ms)."""

    at: int
    rating: int
    duration: int


@dataclass(slots=True)
class ForeignCollection:
    """All of a package.

    Args:
        created: the first moment (seconds) of Anki's day 0.
        notes: by their guids.
        ords: when each card of a note was last changed (seconds), by guid, then by the card's place in it.
        cards: those that are not as a new card is: studied once, suspended, buried or flagged.
        reviews: the answers to each card, by guid and ord, in the order they were given.
        other_reviews: how many entries of Anki's log are no answers, or count for no schedule.
        media: what a field calls a file -> where it was unpacked.
        lost_media: names of files that the package should have and has not.
    """

    created: int
    notes: dict[str, ForeignNote] = field(default_factory=dict)
    ords: dict[str, dict[int, int]] = field(default_factory=dict)
    cards: list[ForeignCard] = field(default_factory=list)
    reviews: dict[tuple[str, int], list[ForeignReview]] = field(default_factory=dict)
    other_reviews: int = 0
    media: dict[str, Path] = field(default_factory=dict)
    lost_media: list[str] = field(default_factory=list)
