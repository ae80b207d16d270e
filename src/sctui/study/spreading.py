"""What is found before cards are spread over days: a backlog, and what falls due in a planned break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sctui.model.review import MemoryState, Phase
from sctui.scheduler.backlog import Relief, relieve
from sctui.scheduler.breaks import Breaks, around_breaks
from sctui.scheduler.gather import hidden_cards
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import DAY, StudyDay, study_day
from sctui.store.store import Store

Holds = Callable[[str], bool]
_HORIZON = 400  # days ahead that are looked at for cards falling due by themselves


def count_due(store: Store, holds: Holds, now: int, settings: StudySettings) -> int:
    """How many cards in review are due on the study day of `now` (UTC ms), those of the days before included.

    `holds` tells which cards are meant; suspended ones, and those buried today, are left out.

    Raises:
        CollectionError: when the database cannot be read; all of these may.
    """
    today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    return sum(1 for _ in _in_review(store, holds, today.end, today))


def relief_of(
    store: Store, holds: Holds, room: int, now: int, settings: StudySettings
) -> tuple[int, Relief | None]:
    """The same, and how to spread them where a day has no `room` for them."""
    today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    due: list[MemoryState] = []
    coming: Counter[int] = Counter()
    for state in _in_review(store, holds, today.end + _HORIZON * DAY, today):
        day = study_day(state.due or 0, settings.utc_offset_minutes, settings.rollover_hour)
        if day.number <= today.number:
            due.append(state)
        else:
            coming[day.number - today.number] += 1
    return len(due), relieve(due, coming, room, now, settings) if len(due) > room else None


def in_breaks(store: Store, holds: Holds, now: int, settings: StudySettings) -> Breaks | None:
    """What falls due in the planned breaks that are not over at `now` (UTC ms); None where there is none."""
    today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    ends = [last for _, last in settings.preset.pauses if last >= today.number]
    if not ends:
        return None
    # up to some weeks behind the last one, for what goes there
    end = today.end + 2 * (max(ends) + 1 - today.number) * DAY
    return around_breaks(_in_review(store, holds, end, today), today, settings)


def _in_review(store: Store, holds: Holds, before: int, today: StudyDay) -> Iterator[MemoryState]:
    hidden = hidden_cards(store.marks(), today)
    for state in store.due_before(before):
        if state.phase is Phase.REVIEW and holds(state.card) and state.card not in hidden:
            yield state
