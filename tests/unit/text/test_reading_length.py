"""How long a text is to read, and whether it is longer than so much."""

from hypothesis import given
from hypothesis import strategies as st

from sctui.text.reading_length import is_longer, length


def test_a_character_counts_one_and_a_word_or_number_two() -> None:
    assert length("接受MSC治疗的12例") == 10


@given(st.text("干胞ab 1%,。é", max_size=30), st.integers(-5, 60))
def test_what_is_longer_is_so_by_its_length(text: str, most: int) -> None:
    assert is_longer(text, most) is (length(text) > most)
