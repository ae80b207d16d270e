"""What anyone would guess of a treatment is no finding by itself."""

import pytest

from sctui.decks.foregone import is_foregone, says_no_harm
from sctui.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(
    "finding",
    [
        "安全且有效",
        "治疗组患者的病情得到明显改善",
        "顯示MSC治療克羅恩病的有效性和安全性",
        "提高了類風濕關節炎患者的生活質量和預後",
        "患者反應良好",
        "抗炎細胞因子水平顯著升高",
        "促炎因子減少",
        "治疗后第24周症状得到缓解",
        "認知功能得以恢復",
    ],
)
def test_stock_words_around_disease_and_treatment_are_foregone(finding: str, lexicon: Lexicon) -> None:
    assert is_foregone(finding, lexicon)


@pytest.mark.parametrize(
    "finding",
    [
        "Mayo评分显著下降",
        "IL-10水平升高",
        "抗炎因子IL-10升高",
        "空腹血糖降低",
        "肌力與膀胱功能得到改善",
        "减少肝脏炎症",
        "無嚴重不良事件",
    ],
)
def test_what_names_something_measured_is_none(finding: str, lexicon: Lexicon) -> None:
    assert not is_foregone(finding, lexicon)


def test_the_organ_of_the_disease_says_no_more(lexicon: Lexicon) -> None:
    assert is_foregone("恢復患者的卵巢功能", lexicon, "卵巢早衰")
    assert is_foregone("恢復患者的卵巢功能", lexicon, "POI女性")
    assert not is_foregone("恢復患者的卵巢功能", lexicon, "狼瘡性腎炎")


@pytest.mark.parametrize(
    "found",
    [
        "未出现严重不良事件",
        "沒有觀察到與治療相關的嚴重不良反應或住院治療",
        "2年内无排斥反应",
        "耐受性良好，未见明显副作用",
    ],
)
def test_that_nothing_bad_happened_is_foregone(found: str) -> None:
    assert says_no_harm(found)


@pytest.mark.parametrize("found", ["未出现肿瘤形成", "3例出现发热", "仅见短暂发热，无严重不良事件"])
def test_what_happened_or_was_looked_for_is_none(found: str) -> None:
    assert not says_no_harm(found)
