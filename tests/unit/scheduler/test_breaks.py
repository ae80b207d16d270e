from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from sctui.model.review import MemoryState, Phase
from sctui.scheduler.breaks import Breaks, around_breaks
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import DAY, study_day
from tests.small_collection import NOON

TODAY = study_day(NOON, 0, 4)
breaks = st.builds(lambda first, days: (first, first + days), st.integers(-3, 40), st.integers(0, 20))


def moved(dues: list[int], *pauses: tuple[int, int]) -> Breaks:
    """Plan around breaks; all days are counted from today."""
    states = [
        MemoryState(f"card-{n}", Phase.REVIEW, None, 9.0, 5.0, NOON + due * DAY, NOON, 3, 0)
        for n, due in enumerate(dues)
    ]
    numbers = tuple((TODAY.number + first, TODAY.number + last) for first, last in pauses)
    return around_breaks(states, TODAY, StudySettings(pauses=numbers))


def instead(found: Breaks) -> list[int]:
    return [one.instead - TODAY.number for one in found.moved]


def test_each_day_of_a_break_goes_to_a_day_before_or_after_it() -> None:
    found = moved([*range(30)], (10, 19))
    assert [one.due - TODAY.number for one in found.moved] == [*range(10, 20)]
    assert instead(found) == [5, 6, 7, 8, 9, 20, 21, 22, 23, 24]
    assert found.others == Counter(TODAY.number + day for day in (*range(10), *range(20, 30)))


def test_with_few_days_before_they_share_and_with_none_all_waits() -> None:
    assert instead(moved([*range(3, 13)], (3, 12))) == [1, 1, 1, 2, 2, 13, 14, 15, 16, 17]
    assert instead(moved([*range(1, 9)], (1, 8))) == [9, 9, 10, 10, 11, 11, 12, 12]


def test_what_is_due_today_is_not_moved_nor_what_is_still_learned() -> None:
    assert moved([0], (-1, 4)).moved == ()
    learning = MemoryState("a", Phase.LEARNING, 0, 2.0, 5.0, NOON + 2 * DAY, NOON, 1, 0)
    settings = StudySettings(pauses=((TODAY.number + 1, TODAY.number + 3),))
    assert around_breaks([learning], TODAY, settings).moved == ()


@given(st.lists(st.integers(0, 70), max_size=30), st.lists(breaks, max_size=3))
def test_nothing_is_left_in_a_break_and_doing_it_again_changes_nothing(
    dues: list[int], pauses: list[tuple[int, int]]
) -> None:
    found = moved(dues, *pauses)
    after = instead(found)
    assert all(day > 0 for day in after)
    assert not [day for day in after if any(first <= day <= last for first, last in pauses)]
    assert moved(after, *pauses).moved == ()
    assert len(found.moved) + found.others.total() == len(dues)
    after_all = [change.after for change in found.changes(NOON, TODAY)]
    assert all(isinstance(state, MemoryState) for state in after_all)
    days = [study_day(state.due or 0, 0, 4).number for state in after_all if isinstance(state, MemoryState)]
    assert days == [one.instead for one in found.moved]
