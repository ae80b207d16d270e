"""When there is something to study again, once nothing is left for now."""

from __future__ import annotations

from sctui.collection import Collection
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import DAY

_HORIZON = 40_000 * DAY  # beyond the longest interval


def next_due(collection: Collection, deck: str | None, now: int, settings: StudySettings) -> int | None:
    """The moment (UTC ms) from which a deck, or all of them, has a card to show; None when it has no cards.

    What the day's limits hold back, and new cards, come with the next study day.
    """
    cards = frozenset(collection.cards_in(deck))
    tomorrow = collection.queue(deck, now, settings).day.end
    states = [state for state in collection.store.due_before(now + _HORIZON) if state.card in cards]
    moments = [state.due if state.due and state.due > now else tomorrow for state in states]
    if len(states) < len(cards) and settings.new_per_day > 0:
        moments.append(tomorrow)
    return min(moments, default=None)
