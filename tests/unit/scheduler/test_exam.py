from dataclasses import replace

import pytest

from sctui.model.preset import DEFAULT_PARAMETERS
from sctui.scheduler.exam import (
    Approach,
    Course,
    Known,
    by_gain,
    expected_recall,
    plain_order,
    todays_order,
    within,
)
from sctui.scheduler.exam_forecast import PLAIN, Forecast, best_approach, forecast, sample
from sctui.scheduler.memory import Memory
from tests.unit.scheduler.learner import OTHER

MEMORY = Memory(DEFAULT_PARAMETERS)
TODAY = 20_000


def course(days: int, minutes: float = 10) -> Course:
    return Course(TODAY + days, minutes * 60, MEMORY)


def known(count: int) -> list[Known]:
    return [(2.0 + place % 30, 3.0 + place % 7, TODAY - place % 15) for place in range(count)]


def test_new_cards_count_as_not_recalled() -> None:
    assert expected_recall([None, (10.0, 5.0, TODAY - 10)], TODAY, MEMORY) == pytest.approx(0.45)
    assert expected_recall([], TODAY, MEMORY) == 0


def test_a_card_that_will_be_remembered_anyway_comes_last() -> None:
    cards: list[Known] = [(900.0, 3.0, TODAY - 5), (1.0, 5.0, TODAY - 5), (20.0, 5.0, TODAY - 5)]
    assert by_gain(cards, TODAY, course(10)) == [1, 2, 0]


def test_what_was_answered_today_is_not_asked_again() -> None:
    cards: list[Known] = [(1.0, 5.0, TODAY), None, (1.0, 5.0, TODAY - 1)]
    assert sorted(by_gain(cards, TODAY, course(10))) == [1, 2]
    assert plain_order(cards, TODAY, course(10)) == [2, 1]


def test_until_its_last_days_an_approach_asks_what_is_due_first() -> None:
    cards: list[Known] = [(900.0, 3.0, TODAY - 5), (5.0, 5.0, TODAY - 6), (2.0, 5.0, TODAY - 9), None]
    assert todays_order(cards, TODAY, course(10), PLAIN) == [2, 1, 3]
    assert todays_order(cards, TODAY, course(10), Approach(7)) == [2, 1, 3, 0]
    assert todays_order(cards, TODAY, course(7), Approach(7)) == by_gain(cards, TODAY, course(7))


def test_nothing_is_studied_in_a_planned_break() -> None:
    cards: list[Known] = [None] * 100
    shut = replace(course(10, 5), pauses=((TODAY + 2, TODAY + 30),))
    assert shut.days(TODAY) == [TODAY, TODAY + 1]
    short = forecast(cards, TODAY, shut, Approach())
    assert short.recall < forecast(cards, TODAY, course(10, 5), Approach()).recall
    assert short.minutes == pytest.approx(5, rel=0.2)
    never = replace(shut, pauses=((TODAY, TODAY + 30),))
    assert forecast(cards, TODAY, never, Approach()) == Forecast(0, 0)


def test_the_day_s_time_bounds_the_day_s_cards() -> None:
    cards: list[Known] = [None] * 50
    assert len(within(by_gain(cards, TODAY, course(9, 5)), cards, TODAY, course(9, 5))) == 10


def test_the_plan_recalls_more_than_plain_scheduling_in_the_same_time() -> None:
    cards: list[Known] = [*known(100), *[None] * 200]
    tight = course(20, 6)
    approach = best_approach(cards, TODAY, tight)
    planned = forecast(cards, TODAY, tight, approach, learner=Memory(OTHER))
    plain = forecast(cards, TODAY, tight, PLAIN, learner=Memory(OTHER))
    assert planned.recall > plain.recall + 0.05
    assert planned.minutes == pytest.approx(6, abs=0.5)
    assert plain.minutes <= planned.minutes + 0.5


def test_a_forecast_can_be_repeated_and_does_not_touch_its_cards() -> None:
    cards = known(40)
    assert forecast(cards, TODAY, course(5), PLAIN) == forecast(cards, TODAY, course(5), PLAIN)
    assert cards == known(40)


def test_many_cards_are_sampled_with_their_share_of_the_time() -> None:
    drawn, part = sample([None] * 4000, course(30, 60), seed=1)
    assert (len(drawn), part.seconds, part.new_per_day) == (400, 360, 2)


def test_on_the_day_itself_nothing_is_played() -> None:
    found = forecast(known(10), TODAY, course(0), PLAIN)
    assert found.minutes == 0
    assert found.recall == expected_recall(known(10), TODAY, MEMORY)
