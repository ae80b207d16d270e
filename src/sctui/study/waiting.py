"""When there is something to study again, once nothing is left for now."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sctui.collection import Collection, Scope
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.gather import hidden_cards
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import DAY, StudyDay, study_day

# how many days to look ahead: most often the next one says it; the last is beyond the longest interval
_HORIZONS = (1, 30, 40_000)


def next_due(collection: Collection, deck: Scope, now: int, settings: StudySettings) -> int | None:
    """The moment (UTC ms) from which a deck, or all of them, has a card to show; None when it never has.

    Reviews come with their study day, learning cards as early as learn-ahead allows. What the day's limits or
    studied siblings hold back now, and new cards, come with the next study day.
    """
    today = _day(now, settings)
    more = settings.new_per_day and collection.has_new(deck, beyond_core=settings.beyond_core)
    new = [today.end] if more else []
    marks = collection.store.marks()
    suspended = {card for card, marked in marks.items() if marked.suspended}
    buried = hidden_cards(marks, today) - suspended
    lies_here = collection.within(deck)
    for days in _HORIZONS:
        due = collection.store.due_before(today.end + days * DAY)
        states = [s for s in due if s.card not in suspended and lies_here(s.card)]
        moments = [*new, *_moments(states, now, settings, today, buried)]
        if moments:
            return min(moments)
    return None


def _moments(
    states: list[MemoryState], now: int, settings: StudySettings, today: StudyDay, buried: Container[str]
) -> Iterator[int]:
    for state in states:
        if state.due is None or (state.phase is Phase.REVIEW and not settings.reviews_per_day):
            continue
        moment = _day(state.due, settings).start
        if state.phase is not Phase.REVIEW:
            moment = max(moment, state.due - settings.learn_ahead * 1000)
        if state.card in buried:
            moment = max(moment, today.end)
        yield moment if moment > now else today.end


def _day(moment: int, settings: StudySettings) -> StudyDay:
    return study_day(moment, settings.utc_offset_minutes, settings.rollover_hour)
