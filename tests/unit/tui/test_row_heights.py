from hypothesis import given
from hypothesis import strategies as st

from sctui.tui.row_heights import RowHeights

_TRUE = [1, 3, 1, 2, 5, 1, 1, 4]


def test_heights_are_guessed_until_they_are_settled() -> None:
    wrapped: list[int] = []

    def height(line: int) -> int:
        wrapped.append(line)
        return _TRUE[line]

    heights = RowHeights([10, 10, 0, 25, 10, 10, 10, 10], 10, height)
    assert (heights.rows, heights.start(3), heights.line_at(4)) == (10, 3, 3)
    heights.settle(3, above=2, below=3)
    assert sorted(wrapped) == [1, 2, 3, 4]
    assert [heights.start(line) for line in range(6)] == [0, 1, 4, 5, 7, 12]
    heights.settle(3, above=2, below=3)
    assert len(wrapped) == 4


def test_a_text_without_lines_has_no_rows() -> None:
    heights = RowHeights([], 10, lambda _: 1)
    assert (heights.rows, heights.line_at(5)) == (0, 0)


@given(
    true=st.lists(st.integers(1, 9), min_size=1, max_size=40),
    places=st.lists(st.tuples(st.integers(0, 39), st.integers(0, 30), st.integers(0, 30))),
)
def test_what_is_settled_is_exact_and_the_lines_before_it_stay(
    true: list[int], places: list[tuple[int, int, int]]
) -> None:
    heights = RowHeights([20] * len(true), 10, true.__getitem__)
    for place, above, below in places:
        line = place % len(true)
        heights.settle(line, above, below)
        assert heights.start(line + 1) - heights.start(line) == true[line]
        last = heights.line_at(heights.start(line) + max(0, below - 1))
        assert heights.start(last + 1) - heights.start(line) == sum(true[line : last + 1])
        first = heights.line_at(max(0, heights.start(line) - above))
        assert heights.start(line) - heights.start(first) == sum(true[first:line])
    heights.settle(0, 0, 400)
    assert heights.rows == sum(true)
