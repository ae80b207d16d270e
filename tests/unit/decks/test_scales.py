"""Words of a scale, and which of several values goes farthest."""

import pytest

from sctui.decks.scales import Extreme, extreme, step


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("中等", "较高"),
        ("较高", "高"),
        ("高", "極高"),
        ("极低", "低"),
        ("low", "moderate"),
        ("good", "very high"),
    ],
)
def test_a_scale_goes_up(less: str, more: str) -> None:
    one, other = step(less), step(more)
    assert one is not None
    assert other is not None
    assert one < other


@pytest.mark.parametrize("value", ["随年龄下降", "高（无创）", "微创", "绝对缺乏", "unaffected", "抗炎"])
def test_what_says_more_is_on_no_scale(value: str) -> None:
    assert step(value) is None


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("極強", "中等", "隨年齡下降", "強"), Extreme((0,), "最強")),
        (("低", "极低", "低", "极低"), Extreme((1, 3), "")),
        (("Low", "Low", "High"), Extreme((2,), "highest")),
        (("few", "more", "few"), Extreme((1,), "most")),
        (("容易", "困难", "中等"), Extreme((0,), "最容易")),
        (("高", "低", "可扩增"), Extreme((0,), "")),  # which may well be more than high
    ],
)
def test_the_farthest_is_found(values: tuple[str, ...], found: Extreme) -> None:
    assert extreme(values) == found


@pytest.mark.parametrize("values", [("Good", "Good", "Good"), ("高",), ("高", "随剂量变化"), ()])
def test_what_all_are_is_no_extreme(values: tuple[str, ...]) -> None:
    assert extreme(values) is None
