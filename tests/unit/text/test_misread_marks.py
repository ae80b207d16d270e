"""Marks of GBK read as syllables of Yi."""

from sctui.text.damage import find_damage
from sctui.text.mending import mended


def repaired(line: str) -> str:
    return mended([line], find_damage([line]))[0]


def test_marks_are_read_back() -> None:
    line = "㊀㊀摘要:细胞可以调节免疫ꎬ分泌IL\uffe31㊁IL\uffe36等因子ꎻ疗效还要观察ꎮ"
    assert repaired(line) == "摘要:细胞可以调节免疫，分泌IL-1、IL-6等因子；疗效还要观察。"


def test_the_numerals_alone_stay() -> None:
    assert find_damage(["第㊁组有20名患者，第㊀组有18名。"]) == ()


def test_a_dash_of_gbk() -> None:
    assert repaired("Lancet 2015, 386, 376¨C387.") == "Lancet 2015, 386, 376–387."


def test_a_power_behind_a_range_in_brackets() -> None:
    line = "细胞数为(0.5~1.0)×106/kg,每周一次。"
    (damage,) = find_damage([line])
    assert (damage.kind, damage.safe) == ("flattened-exponent", True)
    assert repaired(line) == "细胞数为(0.5~1.0)×10^6/kg,每周一次。"
