"""Whatever backups there are: thinning keeps what it promises, and thinning often is thinning seldom."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from sctui.safety.thinning import DAILY, MONTHLY, WEEKLY, kept
from tests.small_collection import DAY, NOON

times = st.lists(st.integers(NOON - 500 * DAY, NOON), max_size=60)


def date(moment: int) -> datetime:
    return datetime.fromtimestamp(moment / 1000, UTC)


@given(times)
def test_the_recent_and_the_newest_stay_and_the_rest_is_bounded(there: list[int]) -> None:
    stay = kept(there, NOON)
    recent = {time for time in there if time > NOON - 2 * DAY}
    assert stay <= set(there)
    assert recent <= stay
    assert not there or max(there) in stay
    assert len(stay - recent) <= DAILY + WEEKLY + MONTHLY


@given(times)
def test_every_one_of_the_newest_days_weeks_and_months_keeps_its_newest(there: list[int]) -> None:
    stay = kept(there, NOON)
    for count, span in (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    ):
        newest: dict[object, int] = {}
        for time in sorted(there):
            newest[span(date(time))] = time
        assert set(sorted(newest.values())[-count:]) <= stay


@given(times, st.integers(0, 400))
def test_thinning_after_each_backup_keeps_the_same_as_thinning_once(there: list[int], days: int) -> None:
    now = NOON + days * DAY
    step_by_step: set[int] = set()
    for time in sorted(there):
        step_by_step = kept({*step_by_step, time}, time)
    assert kept(step_by_step, now) == kept(there, now)


@given(times)
def test_thinning_again_takes_nothing_more(there: list[int]) -> None:
    once = kept(there, NOON)
    assert kept(once, NOON) == once
