from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.scheduler.study_day import DAY, study_day

moments = st.integers(min_value=0, max_value=4_000_000_000_000)
offsets = st.integers(min_value=-12 * 60, max_value=14 * 60)
hours = st.integers(min_value=0, max_value=23)


def ms(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.mark.parametrize(
    ("moment", "offset", "start"),
    [
        ("2026-03-01T03:59:59+00:00", 0, "2026-02-28T04:00:00+00:00"),
        ("2026-03-01T04:00:00+00:00", 0, "2026-03-01T04:00:00+00:00"),
        ("2026-03-01T23:59:59+08:00", 480, "2026-03-01T04:00:00+08:00"),
        ("2026-03-02T02:00:00+08:00", 480, "2026-03-01T04:00:00+08:00"),
        ("2026-03-01T05:00:00-05:00", -300, "2026-03-01T04:00:00-05:00"),
    ],
)
def test_a_day_begins_at_four_in_local_time(moment: str, offset: int, start: str) -> None:
    assert study_day(ms(moment), offset, 4).start == ms(start)


@given(moments, offsets, hours)
def test_a_day_holds_its_moment_and_begins_at_the_rollover_hour(moment: int, offset: int, hour: int) -> None:
    day = study_day(moment, offset, hour)
    assert day.start <= moment < day.end
    assert day.end - day.start == DAY
    local = datetime.fromtimestamp(day.start / 1000, UTC) + timedelta(minutes=offset)
    assert (local.hour, local.minute, local.second) == (hour, 0, 0)


@given(moments, offsets, hours)
def test_days_follow_each_other_without_a_gap(moment: int, offset: int, hour: int) -> None:
    day = study_day(moment, offset, hour)
    following = study_day(day.end, offset, hour)
    assert following.number == day.number + 1
    assert following.start == day.end
