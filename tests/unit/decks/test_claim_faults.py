"""What keeps a claim from being asked at all."""

import pytest

from sctui.decks.claim_faults import OPEN, fault_of_claim
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind


@pytest.mark.parametrize(
    ("value", "item"),
    [
        ("骨髓移植后的致命并发症", OPEN),
        ("一种常见的严重疾病", OPEN),
        ("a serious complication after surgery", OPEN),
        ("供者T细胞攻击受者组织的并发症", ""),
        ("一种累及关节滑膜的慢性疾病", ""),
        ("a disorder of the retina", ""),
    ],
)
def test_when_something_comes_and_that_it_is_bad_defines_nothing(value: str, item: str) -> None:
    fact = Fact(FactKind.TERM, "definition", "甲病", value, Span(1, 0, 9))
    assert fault_of_claim(fact, value, None) == item


@pytest.mark.parametrize(
    ("cells", "traits", "item"),
    [
        ("间充质干细胞", ("抗炎", "再生", "归巢"), OPEN),  # each text tells others
        ("间充质干细胞", ("抗炎", "再生", "归巢", "低免疫原性"), OPEN),
        ("皱襞间充质干细胞", ("抗炎", "再生", "归巢"), ""),
    ],
)
def test_some_of_the_many_traits_of_cells_that_all_know(
    cells: str, traits: tuple[str, ...], item: str, lexicon: Lexicon
) -> None:
    fact = Fact(
        FactKind.MECHANISM, "property", cells, "、".join(traits), Span(1, 0, 9), measure="特性", items=traits
    )
    assert fault_of_claim(fact, "", lexicon) == item


@pytest.mark.parametrize(
    ("subject", "slot", "value", "fault"),
    [
        ("骨质疏松", "befalls", "中老年人", "answer can be guessed"),
        ("川崎病", "befalls", "5岁以下儿童", ""),
        ("皱襞干细胞", "property", "自我更新和多向分化能力", "answer can be guessed"),
        ("皱襞干细胞", "property", "自我更新和归巢能力", ""),
        ("肥胖", "causes", "疾病", "gap fits too much"),
        ("Obesity", "risk", "the disease", "gap fits too much"),
        ("干细胞", "differentiates", "人体的任何一种细胞", "gap fits too much"),
        ("干细胞", "differentiates", "多种细胞", "gap fits too much"),
        ("外泌体", "regulates", "T细胞液的重建", "name in doubt"),
        ("促炎因子", "aggravates", "炎癥損傷", "answer can be guessed"),
        ("促炎因子", "aggravates", "软骨的损伤", ""),
        ("传统治疗", "causes", "骨质疏松", "does not stand alone"),
        ("一些银屑病", "causes", "关节损伤", "does not stand alone"),
        ("羟氯喹治疗", "causes", "视网膜病变", ""),
        ("外泌体", "inhibits", "M7巨噬细胞", "name in doubt"),
        ("外泌体", "inhibits", "M1巨噬细胞", ""),
        ("外泌体", "promotes", "巨噬细胞胞吐", "name in doubt"),
        ("外泌体", "promotes", "IL-6调节性T细胞", "name in doubt"),
        ("外泌体", "promotes", "神经元胞吐", ""),
        ("外泌体", "activates", "NF-κB P1通路", "name in doubt"),
        ("外泌体", "activates", "NF-κB p65通路", ""),
        ("羊膜间充质干细胞", "origin", "足月产妇的羊膜", "answer can be guessed"),
        ("ADSC", "origin", "脂肪组织", ""),
        ("羊膜间充质干细胞", "origin", "羊膜的基质层", ""),
    ],
)
def test_a_claim_that_teaches_nothing_has_a_fault(
    subject: str, slot: str, value: str, fault: str, lexicon: Lexicon
) -> None:
    fact = Fact(FactKind.MECHANISM, slot, subject, value, Span(1, 0, 9))
    assert fault_of_claim(fact, f"{subject}:{value}", lexicon) == fault


@pytest.mark.parametrize(
    ("organ", "disease", "fault"), [("肝脏", "肝硬化", "answer can be guessed"), ("脾脏", "肝硬化", "")]
)
def test_that_cells_go_to_the_organ_that_is_ill_is_guessed(
    organ: str, disease: str, fault: str, lexicon: Lexicon
) -> None:
    fact = Fact(FactKind.MECHANISM, "migrates", "单核细胞", organ, Span(1, 0, 9), context=disease)
    assert fault_of_claim(fact, "", lexicon) == fault


@pytest.mark.parametrize(
    ("subject", "quote", "fault"),
    [
        ("间充质干细胞", "间充质干细胞通过抑制X通路促进肝星状细胞活化", "claim in doubt"),
        ("MSCs", "MSCs promoted the activation of hepatic stellate cells", "claim in doubt"),
        ("间充质干细胞", "间充质干细胞通过X通路抑制肝星状细胞活化", ""),
        ("衰老的间充质干细胞", "衰老的间充质干细胞促进肺纤维化", ""),
        ("TGF-β", "TGF-β促进肺纤维化", ""),
    ],
)
def test_healing_cells_that_further_a_harm_are_doubted(
    subject: str, quote: str, fault: str, lexicon: Lexicon
) -> None:
    fact = Fact(FactKind.MECHANISM, "inhibits", subject, "X通路", Span(1, 0, 9))
    assert fault_of_claim(fact, quote, lexicon) == fault


@pytest.mark.parametrize(
    ("slot", "value", "quote", "fault"),
    [
        ("forms", "“缺血-纤维化”恶性循环", "缺血形成“缺血-纤维化”恶性循环", "gap fits too much"),
        ("inhibits", "NF-κB通路", "干细胞通过低表达IL-6抑制NF-κB通路", "does not stand alone"),
        ("inhibits", "NF-κB通路", "干细胞抑制NF-κB通路,从根本上逆转病程", "slogan"),
    ],
)
def test_a_claim_that_nobody_could_answer_has_a_fault(
    slot: str, value: str, quote: str, fault: str, lexicon: Lexicon
) -> None:
    fact = Fact(FactKind.MECHANISM, slot, "干细胞", value, Span(1, 0, 9))
    assert fault_of_claim(fact, quote, lexicon) == fault


@pytest.mark.parametrize(("value", "item"), [("一种促进愈合的分子", OPEN), ("一种降解胶原的酶", "")])
def test_that_brackets_call_something_a_molecule_defines_nothing(value: str, item: str) -> None:
    fact = Fact(FactKind.TERM, "definition", "甲素", value, Span(1, 0, 9))
    assert fault_of_claim(fact, f"甲素({value})", None) == item
    assert fault_of_claim(fact, f"甲素是{value}", None) == ""
