"""How long a line is for the eye."""

from hypothesis import given
from hypothesis import strategies as st

from sctui.documents.sheet import outweighs, weight


def test_a_han_character_is_as_long_as_two_letters_and_a_half() -> None:
    assert weight("干细胞ab") == 3.8


@given(st.text("干胞ab 1%,。é", max_size=80), st.sampled_from([0.0, 6.0, 24.0, 31.5, 80.0]))
def test_what_outweighs_so_much_does_so_by_its_weight(view: str, most: float) -> None:
    assert outweighs(view, most) is (weight(view) > most)
