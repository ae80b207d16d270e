from hypothesis import given
from hypothesis import strategies as st

from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Rating
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.pauses import around
from sctui.scheduler.study_day import study_day
from tests.small_collection import NOON

breaks = st.builds(lambda first, days: (first, first + days), st.integers(90, 160), st.integers(0, 40))


def test_what_falls_into_a_break_is_spread_before_and_after_it() -> None:
    ends = [around(days, 100, [(110, 119)]) + 100 for days in range(1, 32)]
    assert not {*ends} & {*range(110, 120)}
    assert ends[:4] == [101, 102, 103, 104]  # long before it nothing moves
    assert ends[4:14] == [105, 105, 106, 106, 107, 107, 108, 108, 109, 109]
    assert ends[14:24] == [120, 120, 121, 121, 122, 122, 123, 123, 124, 124]
    assert ends[24:] == list(range(125, 132))


def test_on_the_eve_of_a_break_everything_waits_until_after_it() -> None:
    assert [around(days, 109, [(110, 119)]) for days in (1, 2, 10)] == [11, 11, 14]


@given(st.integers(1, 80), st.integers(1, 80), breaks)
def test_more_days_never_give_fewer_and_none_ends_in_the_break(
    one: int, other: int, pause: tuple[int, int]
) -> None:
    shorter, longer = (around(days, 100, [pause]) for days in sorted((one, other)))
    assert 1 <= shorter <= longer
    assert not pause[0] <= 100 + longer <= pause[1]


def test_a_break_is_kept_clear_by_the_scheduler() -> None:
    today = study_day(NOON, 0, 4).number
    preset = Preset(pauses=((today + 5, today + 12),), fuzz_seed=None)
    easy = previews(MemoryState("card"), NOON, preset)[Rating.EASY - 1]
    assert easy.interval == 4 * 86_400  # eight days without the break, whose first half is spread before it
