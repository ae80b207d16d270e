import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.text.mending import MendedLine, Patch


def test_what_is_taken_out_is_gone_and_columns_lead_back() -> None:
    line = "一种机(jī)制(zhì),很常见"
    mended = MendedLine(line, [Patch(8, 13, ""), Patch(3, 7, "")])
    assert mended.text == "一种机制,很常见"
    start, end = mended.text.index("机"), mended.text.index("制") + 1
    assert line[mended.start(start) : mended.end(end)] == "机(jī)制"
    assert line[mended.start(end) :] == ",很常见"


@pytest.mark.parametrize("part", ["10^6", "2×10", "^6"])
def test_a_patch_is_taken_whole(part: str) -> None:
    line = "输注2×106个细胞"
    mended = MendedLine(line, [Patch(2, 7, "2×10^6")])
    assert mended.text == "输注2×10^6个细胞"
    at = mended.text.index(part)
    assert line[mended.start(at) : mended.end(at + len(part))] == "2×106"


def test_a_line_without_patches_is_itself() -> None:
    mended = MendedLine("细胞", [])
    assert mended.text == "细胞"
    assert [(mended.start(i), mended.end(i)) for i in range(3)] == [(0, 0), (1, 1), (2, 2)]


@given(
    st.text("abc", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.text("xy", max_size=3)), max_size=3),
)
def test_stretches_outside_patches_lead_back_to_themselves(
    line: str, wanted: list[tuple[int, int, str]]
) -> None:
    patches: list[Patch] = []
    at = 0
    for gap, length, text in wanted:
        start = min(at + gap, len(line))
        end = min(start + length, len(line))
        patches.append(Patch(start, end, text))
        at = end
    mended = MendedLine(line, patches)
    for start in range(len(mended.text)):
        char = mended.text[start]
        if char not in "xy":
            assert line[mended.start(start) : mended.end(start + 1)] == char
    ends = [mended.end(column) for column in range(len(mended.text) + 1)]
    assert ends == sorted(ends)
    assert mended.start(len(mended.text)) == len(line) or mended.text.endswith(("x", "y"))
