"""Every form says what its pattern cannot do without, so that it is tried on few clauses and missed on none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.facts.mechanisms.forms import FORMS, Form, forms_in


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.slot}-{form.needs}")
@settings(max_examples=20)
@given(data=st.data())
def test_a_form_is_tried_on_whatever_it_matches(form: Form, data: st.DataObject) -> None:
    assert form in forms_in(data.draw(st.from_regex(form.pattern)))


def test_a_clause_without_the_words_of_a_form_is_not_tried() -> None:
    assert [form.slot for form in forms_in("甲细胞由乙蛋白所致")] == ["cause"]
    assert forms_in("甲细胞死亡") == []
