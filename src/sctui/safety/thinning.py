"""Which backups are kept: a pure function of their times.

After Anki's `rslib/src/collection/backup.rs`: everything of the last two days, then one a day, a week and a
month. The newest of each day, week and month is the one that stays, so that thinning often and thinning
seldom end in the same set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

DAILY, WEEKLY, MONTHLY = 12, 10, 9
_TWO_DAYS = 2 * 86_400_000


def kept(times: Iterable[int], now: int) -> set[int]:
    """Those of `times` (UTC ms) that are kept at `now`.

    All of the last two days and of the future (a clock may have gone back), and of the newest 12 days, 10
    weeks and 9 months that have backups the newest of each. Weeks are ISO weeks; all of it in UTC.
    """
    newest_first = sorted(set(times), reverse=True)
    recent = {time for time in newest_first if time > now - _TWO_DAYS}
    return (
        recent
        | _newest_of_each(newest_first, lambda at: at.date().isoformat(), DAILY)
        | _newest_of_each(newest_first, lambda at: "{}-{}".format(*at.isocalendar()[:2]), WEEKLY)
        | _newest_of_each(newest_first, lambda at: f"{at:%Y-%m}", MONTHLY)
    )


def _newest_of_each(newest_first: list[int], span_of: Callable[[datetime], str], count: int) -> set[int]:
    newest: dict[str, int] = {}
    for time in newest_first:
        newest.setdefault(span_of(datetime.fromtimestamp(time / 1000, UTC)), time)
    return set(list(newest.values())[:count])
