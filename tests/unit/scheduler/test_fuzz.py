import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.scheduler.fuzz import fuzz_factor, fuzzed

factors = st.floats(min_value=0, max_value=1, exclude_max=True)
days = st.integers(min_value=1, max_value=36_500)


def test_chance_is_the_same_in_every_process() -> None:
    assert fuzz_factor("a-card", 3) == pytest.approx(0.6228205021470785)
    assert fuzz_factor("a-card", 3, seed=1) != fuzz_factor("a-card", 3)


def test_cards_and_repetitions_spread_evenly() -> None:
    factors = [fuzz_factor(f"card-{i}", reps) for i in range(200) for reps in range(5)]
    tenths = [sum(i / 10 <= factor < (i + 1) / 10 for factor in factors) for i in range(10)]
    assert sum(tenths) == 1000
    assert min(tenths) > 60


def test_one_and_two_days_are_left_alone() -> None:
    assert [fuzzed(day, 0.99, 36_500) for day in (1, 2)] == [1, 2]


def test_ten_days_become_eight_to_twelve() -> None:
    # FSRS: 1 + 0.15 * 4.5 + 0.1 * 3 = 1.975 days to either side
    assert {fuzzed(10, factor / 100, 36_500) for factor in range(100)} == {8, 9, 10, 11, 12}


@given(days, days, factors, st.integers(min_value=1, max_value=36_500))
def test_fuzz_keeps_the_order_of_intervals_and_the_maximum(
    one: int, other: int, factor: float, maximum: int
) -> None:
    shorter, longer = sorted((min(one, maximum), min(other, maximum)))
    assert fuzzed(shorter, factor, maximum) <= fuzzed(longer, factor, maximum) <= maximum
