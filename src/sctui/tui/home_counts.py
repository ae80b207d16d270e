"""What is left to study in every deck, counted again only when something has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sctui.decks.library import Library
    from sctui.scheduler.queue import Counts
    from sctui.scheduler.settings import StudySettings
    from sctui.scheduler.study_day import StudyDay
    from sctui.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class HomeCounts:
    """Counts, and what they were counted from.

    Args:
        decks: what is left in each deck.
        total: what is left of all.
        done: the cards that were done today.
        library: the decks; another one as soon as one was edited.
        version: of the database.
        settings: of the scheduler.
        day: the study day.
        waits: whether a card in learning comes back today, at a time of its own.
    """

    decks: Mapping[str, Counts]
    total: Counts
    done: int
    library: Library
    version: object
    settings: StudySettings
    day: StudyDay
    waits: bool

    def hold(self, desk: Desk, now: int) -> bool:
        """Whether they are the same at `now` (UTC ms)."""
        collection = desk.collection
        return (
            collection.library is self.library
            and not self.waits
            and self.day.start <= now < self.day.end
            and collection.store.version() == self.version
            and desk.study_settings() == self.settings
        )


def count_home(desk: Desk, now: int) -> HomeCounts:
    """Count what is left at `now` (UTC ms).

    Raises:
        CollectionError: when the database cannot be read.
    """
    collection, settings = desk.collection, desk.study_settings()
    version = collection.store.version()
    queue = collection.queue(None, now, settings)
    return HomeCounts(
        collection.counts(now, settings),
        queue.counts(now, settings),
        queue.new_done + queue.reviews_done,
        collection.library,
        version,
        settings,
        queue.day,
        bool(queue.learning),
    )
