from hypothesis import given
from hypothesis import strategies as st

from sctui.text.brackets import depths, is_balanced, round_brackets
from sctui.text.enumeration import members


def test_depth_counts_the_marks_themselves() -> None:
    assert depths("a(b[c])d") == [0, 1, 1, 2, 2, 2, 1, 0]


def test_a_stray_closing_mark_does_not_go_below_zero() -> None:
    assert depths("a)b(c") == [0, 0, 0, 1, 1]


def test_only_innermost_round_brackets_are_pairs() -> None:
    text = "甲(乙（丙)丁)"
    assert [text[b.start : b.end] for b in round_brackets(text)] == ["（丙)"]


def test_balance_knows_order_and_mixed_widths() -> None:
    assert is_balanced("甲（乙)“丙”")
    assert not is_balanced("甲)乙(")
    assert not is_balanced("(甲]")


def test_members_of_a_chinese_list_keep_their_brackets() -> None:
    assert members("IL-4(白介素-4、一种因子)、HGF以及VEGF") == ("IL-4(白介素-4、一种因子)", "HGF", "VEGF")
    assert members("骨髓和外周血") == ("骨髓", "外周血")
    assert members("骨髓與臍帶血") == ("骨髓", "臍帶血")
    assert members("參與免疫調節") == ("參與免疫調節",)
    assert members("饱和脂肪酸") == ("饱和脂肪酸",)


def test_members_of_an_english_list() -> None:
    assert members("IL-4, IL-10, and TGF-β") == ("IL-4", "IL-10", "TGF-β")
    assert members("bone, cartilage or fat") == ("bone", "cartilage", "fat")


@given(st.text("ab([（“)]）”", max_size=12))
def test_each_character_is_as_deep_as_the_marks_before_it_say(text: str) -> None:
    deep = depths(text)
    assert len(deep) == len(text)
    depth = 0
    for char, found in zip(text, deep, strict=True):
        depth += char in "([（“"
        assert found == depth
        depth = max(0, depth - (char in ")]）”"))
