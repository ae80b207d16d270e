"""The molecules that a claim is told of, before its verb: examples in brackets, what is switched on or off."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("骨關節炎患者的滑膜細胞中,NF-κB、miR-155等促炎分子上調,激活破骨細胞。", {"NF-κB、miR-155"}),
        ("损伤细胞表面的黏附分子(如ICAM-1、VCAM-1)的异常表达可招募中性粒细胞,加重炎症。", {"ICAM-1、VCAM-1"}),
        ("过表达miR-21或敲除PTEN基因,可增强MSCs的迁移能力。", {"miR-21", "PTEN基因"}),
        ("柯薩奇病毒、風疹病毒等通過直接感染β細胞,誘發交叉免疫反應。", {"柯薩奇病毒、風疹病毒"}),
        ("In osteoarthritis, loss of SIRT1 activates matrix metalloproteinases in chondrocytes.", {"SIRT1"}),
        ("Blocking IL-6 restores the balance of Th17 and regulatory T cells in arthritis.", {"IL-6"}),
        ("患者T細胞功能異常(如FOXP3表達下調),導致免疫耐受崩潰。", {"FOXP3"}),  # in brackets
        ("改造后的MSC(敲除B2M基因)可减轻免疫排斥反应。", {"B2M基因"}),
        ("血清IL-10水平下降进一步抑制软骨修复。", {"IL-10"}),
        ("外泌体携带的miR-21抑制PTEN,减少心肌细胞凋亡。", {"miR-21"}),
        ("MSC-derived TSG-6 suppresses NF-κB signalling in macrophages.", {"TSG-6"}),
        ("过量的TNF-α可诱导软骨细胞凋亡。", {"TNF-α"}),
        ("成纤维细胞在TGF-β1作用下变成肌成纤维细胞。", {"TGF-β1"}),
        ("在結腸炎中,Lgr5+幹細胞大量缺失,導致隱窩再生功能崩潰。", {"Lgr5+幹細胞"}),
    ],
)
def test_it_is_asked_for_as_another_gap(told: Found, text: str, agents: set[str]) -> None:
    found = claims(told(text + "\n"))
    assert {value for _subject, slot, value in found if slot == "agent"} == agents


@pytest.mark.parametrize(
    "text",
    [
        "MSC分泌IL-10,抑制T细胞增殖。",  # whose it is, and what it does: both asked already
        "促炎因子(如感染后释放的多种分子)上调,激活巨噬细胞。",  # no name in the brackets
        "IL-6未上调,不激活巨噬细胞。",
        "外泌体携带的miRNA调节软骨细胞凋亡。",  # any of them
        "免疫失衡(如抗炎因子缺乏)加剧软骨损伤。",  # a class
        "MSC分泌的PGE2抑制T细胞增殖。",  # as others do
        "TNF-α、IL-1β、IL-6、IL-17等促炎因子上调,激活破骨细胞。",  # more than one gap can hide
    ],
)
def test_but_not_what_is_no_name_or_too_much(told: Found, text: str) -> None:
    assert "agent" not in {slot for _subject, slot, _value in claims(told(text + "\n"))}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "嬰兒期接觸牛乳蛋白、維生素D缺乏或腸道菌群失調,可誘導系統性炎癥。",
            ("嬰兒期接觸牛乳蛋白、維生素D缺乏或腸道菌群失調", "系統性炎癥"),
        ),
        (
            "童年肥胖、有机溶剂暴露及EB病毒感染,通过表观遗传修饰激活自身反应性T细胞。",
            ("童年肥胖、有机溶剂暴露及EB病毒感染", "自身反应性T细胞"),
        ),
    ],
)
def test_several_things_that_no_lexicon_knows_do_it_together(
    told: Found, text: str, claim: tuple[str, str]
) -> None:
    assert claim in {(subject, value) for subject, _slot, value in claims(told(text + "\n"))}


def test_but_what_things_can_do_is_no_list_of_things(told: Found) -> None:
    found = claims(told("数周内就能见效、可调可拆,抑制T细胞增殖。\n"))
    assert not [subject for subject, _slot, _value in found if "可调" in subject]
