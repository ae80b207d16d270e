from hypothesis import given
from hypothesis import strategies as st

from sctui.model.review import MemoryState, Phase
from sctui.scheduler.backlog import relieve
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day
from tests.small_collection import DAY, NOON

SETTINGS = StudySettings()
TODAY = study_day(NOON, 0, 4)


def overdue(card: str, stability: float, days: int) -> MemoryState:
    last = NOON - days * DAY
    return MemoryState(card, Phase.REVIEW, None, stability, 5.0, last + round(stability) * DAY, last, 3)


def test_what_fades_fastest_comes_first_and_nothing_is_left_out() -> None:
    states = [overdue("firm", 200, 210), overdue("fading", 5, 6), overdue("gone", 0.5, 300)]
    relief = relieve(states, {}, 1, NOON, SETTINGS)
    assert [[state.card for state in day] for day in relief.days] == [["fading"], ["firm"], ["gone"]]
    assert relief.recalled > relief.otherwise


def test_what_falls_due_meanwhile_has_its_place() -> None:
    states = [overdue(f"card-{number}", 10, 20 + number) for number in range(10)]
    relief = relieve(states, {1: 3, 2: 99}, 4, NOON, SETTINGS)
    assert [len(day) for day in relief.days] == [4, 1, 1, 4]
    assert relief.others == (0, 3, 99, 0)


def test_the_days_of_a_planned_break_are_left_out() -> None:
    states = [overdue(f"card-{number}", 10, 20 + number) for number in range(7)]
    first = TODAY.number + 1
    settings = StudySettings(pauses=((first, first + 1), (first + 3, first + 3)))
    relief = relieve(states, {1: 2}, 3, NOON, settings)
    assert [len(day) for day in relief.days] == [3, 0, 0, 3, 0, 1]


def test_the_plan_as_acts_makes_every_card_due_on_its_day() -> None:
    states = [overdue(f"card-{number}", 10, 20 + number) for number in range(5)]
    relief = relieve(states, {}, 2, NOON, SETTINGS)
    changes = relief.changes(NOON, TODAY)
    days = [study_day(change.after.due or 0, 0, 4).number - TODAY.number for change in changes]  # type: ignore[union-attr]  # states
    assert days == [0, 0, 1, 1, 2]
    assert {change.card for change in changes} == {state.card for state in states}


cards = st.builds(overdue, st.uuids().map(str), st.floats(0.1, 999), st.integers(1, 2000))


@given(st.lists(cards, min_size=1, max_size=40, unique_by=lambda state: state.card), st.integers(1, 9))
def test_relief_never_loses_a_card_and_never_overfills_a_day(states: list[MemoryState], room: int) -> None:
    relief = relieve(states, {}, room, NOON, SETTINGS)
    dealt = [state.card for day in relief.days for state in day]
    assert sorted(dealt) == sorted(state.card for state in states)
    assert all(0 < len(day) <= room for day in relief.days)
    assert relief.recalled >= relief.otherwise
