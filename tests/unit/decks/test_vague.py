"""What says too little to be a gap by itself."""

import pytest

from sctui.decks.vague import is_deed_on, is_general, is_hoped, is_vague, says_no_more
from sctui.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(
    ("answer", "vague"),
    [
        ("修复", True),
        ("受損細胞", True),
        ("改善患者的症状", True),
        ("保护卵巢组织处于相对健康的状态", True),
        ("limited therapeutic effects", True),
        ("limited to the eye", False),
        ("改善多个器官功能", True),
        ("細胞因子", True),
        ("特异性免疫反应", True),
        ("抗炎细胞因子", False),
        ("調控靶細胞通路", True),
        ("各種特定組織", True),
        ("皮肤组织修复以及功能恢复", True),
        ("修复细胞", True),
        ("血管生成", False),
        ("改善血液供应", False),
        ("改善局部微环境", True),
        ("改善卵巢微环境", False),
        ("延缓年龄相关疾病进展", True),
        ("衰老相关疾病进程", True),
        ("炎性细胞因子", True),
        ("tissue repair", True),
        ("cartilage repair", False),
        ("improved intestinal inflammation", True),
        ("improve ovarian structure and function", False),
        ("炎症", False),
    ],
)
def test_a_word_for_anything_is_vague(answer: str, vague: bool) -> None:
    assert is_vague(answer) is vague


def test_a_name_is_not_general(lexicon: Lexicon) -> None:
    assert is_general("维持卵巢正常功能", lexicon)
    assert not is_general("Th17细胞", lexicon)


def test_that_a_disease_gets_better_is_a_deed_on_it(lexicon: Lexicon) -> None:
    assert is_deed_on("改善类风湿关节炎", lexicon)
    assert not is_deed_on("改善血液供应", lexicon)


def test_what_only_names_the_disease_or_any_cells_is_vague(lexicon: Lexicon) -> None:
    assert is_deed_on("SLE症状", lexicon)
    assert is_vague("various cell types")
    assert says_no_more("卵巢功能", "在卵巢早衰中，甲细胞支持____")
    assert not says_no_more("血管生成", "在卵巢早衰中，甲细胞支持____")


def test_a_deed_that_anyone_would_hope_for_names_nothing(lexicon: Lexicon) -> None:
    assert is_hoped("維持腎臟正常功能", lexicon)
    assert is_hoped("避免肝臟受到免疫介導的損傷", lexicon)
    assert not is_hoped("恢復調節性T細胞的數量", lexicon)
    assert not is_hoped("改善血液供應", lexicon)


@pytest.mark.parametrize(
    ("answer", "vague"),
    [
        ("促炎因子的释放", True),
        ("炎症介质的产生", True),
        ("TNF-α的释放", False),
        ("稳定卵巢组织内的分化细胞", True),
        ("卵巢组织内的颗粒细胞", False),
    ],
)
def test_what_anything_against_inflammation_does_is_vague(answer: str, vague: bool) -> None:
    assert is_vague(answer) is vague
