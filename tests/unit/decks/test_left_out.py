"""A deed that takes a step before it is asked in its sentence, which tells the step."""

import pytest

from sctui.decks.left_out import leaves_out_a_step
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind


@pytest.mark.parametrize(
    ("slot", "quote", "left_out"),
    [
        ("activates", "缺氧使细胞释放ATP,激活P2X7受体", True),
        ("activates", "细胞释放ATP,激活P2X7受体", True),
        ("activates", "在高糖环境中,缺氧激活P2X7受体", False),
        ("activates", "缺氧激活P2X7受体,加重炎症", False),
        ("secretes", "缺氧激活细胞,分泌P2X7受体", False),
    ],
)
def test_what_comes_before_a_deed_is_told_with_it(slot: str, quote: str, left_out: bool) -> None:
    fact = Fact(FactKind.MECHANISM, slot, "缺氧", "P2X7受体", Span(1, 0, 9))
    assert leaves_out_a_step(fact, quote) is left_out


def test_a_study_tells_its_own_steps() -> None:
    fact = Fact(FactKind.TRIAL, "activates", "缺氧", "P2X7受体", Span(1, 0, 9))
    assert not leaves_out_a_step(fact, "缺氧使细胞释放ATP,激活P2X7受体")
