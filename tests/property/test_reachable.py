"""Whether a percentage can be of whole people: every true share can, in either way of rounding."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from sctui.records.checks.reachable import can_reach

decimals = st.integers(0, 2)
rounding = st.sampled_from([ROUND_HALF_EVEN, ROUND_HALF_UP])


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), decimals, rounding)
def test_a_true_share_can_be_reached(people: tuple[int, int], places: int, how: str) -> None:
    n, k = people
    written = (Decimal(100 * k) / Decimal(n)).quantize(Decimal(1).scaleb(-places), how)
    found = can_reach(float(written), places, n)
    assert found is not None
    assert abs(Decimal(100 * found) / n - written) <= Decimal(1).scaleb(-places) / 2


@given(st.integers(1, 60), st.integers(0, 1000))
def test_it_is_what_trying_all_says(n: int, tenths: int) -> None:
    percent = Decimal(tenths) / 10
    reached = {
        (Decimal(100 * k) / Decimal(n)).quantize(Decimal("0.1"), how)
        for k in range(n + 1)
        for how in (ROUND_HALF_EVEN, ROUND_HALF_UP)
    }
    assert (can_reach(float(percent), 1, n) is not None) == (percent in reached)
