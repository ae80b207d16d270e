"""Characters of no width, and those of symbol fonts."""

import pytest

from sctui.text.damage import find_damage
from sctui.text.mending import mended


def read(*lines: str) -> list[str]:
    return mended(lines, find_damage(lines))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("间充质干\u200b细胞", "间充质干细胞"),
        ("\ufeff二、机制", "二、机制"),
        ("免疫\u00ad调节，10\u200b^6个", "免疫调节，10^6个"),
        ("TNF-\uf061和IFN-\uf067升高", "TNF-α和IFN-γ升高"),
        ("\uf062细胞的功能", "β细胞的功能"),
        ("剂量为2\uf0b410^6个，年龄\uf0b3 18岁", "剂量为2×10^6个，年龄≥ 18岁"),
        ("\uf0b7 促进血管生成", "• 促进血管生成"),
        ("\uf06c促进血管生成", "• 促进血管生成"),
    ],
)
def test_what_is_repaired(text: str, meant: str) -> None:
    assert read(text) == [meant]
    assert all(damage.safe for damage in find_damage([text]))


@pytest.mark.parametrize("text", ["见\uf0e3。", "甲\ue123乙", "（\uf061）"])
def test_what_could_be_anything_is_flagged(text: str) -> None:
    assert [(damage.kind, damage.safe) for damage in find_damage([text])] == [("mojibake", False)]


def test_joiners_of_pictures_and_of_other_scripts_stay() -> None:
    assert list(find_damage(["👩\u200d🔬 می\u200cخواهم"])) == []


def test_a_character_of_no_width_makes_no_question_suspect() -> None:
    (one, other) = find_damage(["干\u200b细胞", "细胞的作用机制?"])
    assert (one.kind, one.safe) == ("hidden-mark", True)
    assert (other.kind, other.safe) == ("stray-mark", False)
