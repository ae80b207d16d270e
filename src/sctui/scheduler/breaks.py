"""Cards scheduled before a break was planned: which fall into it, and when they are asked instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sctui.model.change import Change
from sctui.model.review import MemoryState, Phase
from sctui.scheduler import acts
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day

_Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Moved:
    """A card in review that falls due in a break, and when it should; the days are numbers of study days."""

    state: MemoryState
    due: int
    instead: int


@dataclass(frozen=True, slots=True)
class Breaks:
    """What planned breaks do to what is scheduled.

    Args:
        moved: the cards that fall due in one, the earliest first.
        others: how many other cards fall due on each study day.
    """

    moved: tuple[Moved, ...]
    others: Counter[int]

    def changes(self, now: int, today: StudyDay) -> list[Change]:
        """The plan as acts on cards, which together are one act, to be undone as one."""
        return [acts.made_due(one.state, now, today, one.instead - today.number) for one in self.moved]


def around_breaks(scheduled: Iterable[MemoryState], today: StudyDay, settings: StudySettings) -> Breaks:
    """Move what falls due in a break that is not over, and nothing else: to do it twice changes nothing.

    Cards of the first half of a break are asked as many days before it, those of the second half as many days
    after it, so that each day outside takes the cards of one day inside. Where there are too few days before,
    they share them; where there are none, all are asked after the break.
    """
    pauses = sorted(pause for pause in settings.preset.pauses if pause[1] >= today.number)
    moved: list[Moved] = []
    others: Counter[int] = Counter()
    for state in scheduled:
        if state.phase is not Phase.REVIEW or state.due is None:
            continue
        due = study_day(state.due, settings.utc_offset_minutes, settings.rollover_hour).number
        instead = _instead(due, today.number, pauses)
        if instead == due:
            others[due] += 1
        else:
            moved.append(Moved(state, due, instead))
    return Breaks(tuple(moved), others)


def _instead(due: int, today: int, pauses: Sequence[_Days]) -> int:
    """The day outside of all breaks on which a card that is due on a day should be asked."""
    inside = next((pause for pause in pauses if pause[0] <= due <= pause[1]), None)
    if inside is None or due <= today:
        return due
    first, last = inside
    half = (last - first + 2) // 2
    start = max(first - half, today + 1)
    if start >= first:  # no day before it: two days of the break for one after it
        return _free(last + 1 + (due - first) // 2, pauses)
    if due < first + half:
        early = start + (due - first) * (first - start) // half
        return early if _is_free(early, pauses) else _free(last + 1, pauses)
    return _free(last + 1 + due - first - half, pauses)


def _is_free(day: int, pauses: Sequence[_Days]) -> bool:
    return not any(first <= day <= last for first, last in pauses)


def _free(day: int, pauses: Sequence[_Days]) -> int:
    """The first day from this one on that lies in no break."""
    for first, last in pauses:
        if first <= day <= last:
            day = last + 1
    return day
