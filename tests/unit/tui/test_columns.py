from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sctui.tui.cells import fitted, fitted_right, fitted_within
from sctui.tui.columns import GAP, laid_out
from sctui.tui.knowledge.record_rows import COLUMNS


@given(st.integers(20, 300))
def test_columns_fit_and_use_the_whole_width(width: int) -> None:
    found = laid_out(COLUMNS, width)
    assert sum(cells for _, cells in found) + GAP * (len(found) - 1) == max(width, COLUMNS[0].least)
    assert all(cells >= column.least for column, cells in found)


def test_what_matters_least_goes_first() -> None:
    shown = [{column.name for column, _ in laid_out(COLUMNS, width)} for width in range(20, 160)]
    for narrow, wide in pairwise(shown):
        assert narrow <= wide
    assert {"condition", "people"} <= shown[37 - 20]


@given(st.text(alphabet=st.sampled_from("a b干细胞…e\u0301👍"), max_size=40), st.integers(1, 30))
def test_text_is_cut_and_filled_to_the_cell(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) == width
    assert cell_len(fitted_right(text, width)) == width
    assert cell_len(fitted_within(text, width)) == width


@pytest.mark.parametrize(
    ("width", "left", "right"), [(8, "干细胞  ", "  干细胞"), (6, "干细胞", "干细胞"), (5, "干细…", "干细…")]
)
def test_wide_characters_are_never_halved(width: int, left: str, right: str) -> None:
    assert fitted("干细胞", width) == left
    assert fitted_right("干细胞", width) == right


@pytest.mark.parametrize(
    ("width", "shown"),
    [(30, "用间充质干细胞的研究，剂量多少"), (20, "用间充质…，剂量多少 "), (3, "…少"), (1, "…")],
)
def test_a_text_cut_in_its_middle_keeps_both_its_ends(width: int, shown: str) -> None:
    assert fitted_within("用间充质干细胞的研究，剂量多少", width) == shown
