"""What of a study is no card by itself."""

import pytest

from sctui.decks.worth_asking import DETAIL, not_worth_asking
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind


@pytest.mark.parametrize(("flags", "item"), [((), ""), (("hedged",), ""), (("doubtful:ages",), DETAIL)])
def test_an_age_that_a_check_doubts_is_not_asked(flags: tuple[str, ...], item: str) -> None:
    fact = Fact(FactKind.TRIAL, "age", "", "20-60岁", Span(1, 0, 9), flags=flags)
    assert not_worth_asking(fact, None) == item
