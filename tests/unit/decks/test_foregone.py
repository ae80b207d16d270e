"""What anyone would guess of a treatment is no finding by itself."""

import pytest

from sctui.decks.foregone import is_foregone
from sctui.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(
    "finding",
    [
        "安全且有效",
        "治疗组患者的病情得到明显改善",
        "顯示MSC治療克羅恩病的有效性和安全性",
        "提高了類風濕關節炎患者的生活質量和預後",
        "患者反應良好",
    ],
)
def test_stock_words_around_disease_and_treatment_are_foregone(finding: str, lexicon: Lexicon) -> None:
    assert is_foregone(finding, lexicon)


@pytest.mark.parametrize(
    "finding",
    ["Mayo评分显著下降", "空腹血糖降低", "肌力與膀胱功能得到改善", "减少肝脏炎症", "無嚴重不良事件"],
)
def test_what_names_something_measured_is_none(finding: str, lexicon: Lexicon) -> None:
    assert not is_foregone(finding, lexicon)


def test_the_organ_of_the_disease_says_no_more(lexicon: Lexicon) -> None:
    assert is_foregone("恢復患者的卵巢功能", lexicon, "卵巢早衰")
    assert not is_foregone("恢復患者的卵巢功能", lexicon, "狼瘡性腎炎")
