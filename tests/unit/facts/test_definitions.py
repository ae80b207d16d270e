"""What a thing is: Chinese and English sentences that say so, and those that only praise or rank it."""

import pytest

from sctui.facts.mechanisms import find_mechanisms
from sctui.facts.terms import find_terms
from sctui.lexicon.lexicon import Lexicon
from sctui.outline.build import build_outline
from tests.unit.facts.test_terms import DocumentOf


def defined(
    document_of: DocumentOf, lexicon: Lexicon, text: str, slot: str = "definition"
) -> set[tuple[str, str]]:
    document = document_of(text)
    facts = [fact for fact in find_terms(document, lexicon) if fact.slot == slot]
    assert all(fact.value in document.text(fact.evidence) for fact in facts)
    return {(fact.subject, fact.value) for fact in facts}


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("外泌體是細胞釋放的直徑30-150nm的膜性囊泡。", "外泌體", "細胞釋放的直徑30-150nm的膜性囊泡"),
        ("骨关节炎是以软骨退变为特征的关节疾病。", "骨关节炎", "以软骨退变为特征的关节疾病"),
        ("皮肌炎是一种累及皮肤和肌肉的自身免疫性疾病,以皮疹和肌无力为特征。",
         "皮肌炎", "一种累及皮肤和肌肉的自身免疫性疾病,以皮疹和肌无力为特征"),
        ("皮肌炎是一种累及皮肤和肌肉的自身免疫性疾病,诊断以肌活检为准。",
         "皮肌炎", "一种累及皮肤和肌肉的自身免疫性疾病"),
        ("脊髓损伤是外力所致的脊髓结构损害。", "脊髓损伤", "外力所致的脊髓结构损害"),
        ("所谓“归巢”,是指细胞向受损部位迁移的过程。", "归巢", "细胞向受损部位迁移的过程"),
        ("雙重干細胞療法是指把兩種干細胞先後輸入同一位患者。", "雙重干細胞療法", "把兩種干細胞先後輸入同一位患者"),
        ("线粒体转移指的是细胞经纳米管把线粒体送入邻近细胞。", "线粒体转移", "细胞经纳米管把线粒体送入邻近细胞"),
        ("骨髓MSC和造血干细胞的组合各有所长。这种双重细胞疗法尚待验证。",
         "双重细胞疗法", "骨髓MSC和造血干细胞的组合"),
        ("Hematopoietic stem cells are cells that give rise to all types of blood cells.",
         "Hematopoietic stem cells", "cells that give rise to all types of blood cells"),
        ("Homing is the process by which cells migrate to injured tissue.",
         "Homing", "the process by which cells migrate to injured tissue"),
        ("MSCs are stromal cells that can become bone, cartilage and fat.",
         "MSCs", "stromal cells that can become bone, cartilage and fat"),
        ("Exosomes are vesicles of 30 to 1,000 nm that almost all cells release, and many use them.",
         "Exosomes", "vesicles of 30 to 1,000 nm that almost all cells release"),
        ("Asthma is a disease in which the airways swell, and it is common.",
         "Asthma", "a disease in which the airways swell"),
    ],
)  # fmt: skip
def test_what_a_thing_is(
    document_of: DocumentOf, lexicon: Lexicon, text: str, subject: str, value: str
) -> None:
    assert (subject, value) in defined(document_of, lexicon, text)


@pytest.mark.parametrize(
    "text",
    [
        "免疫调节是干细胞最重要的功能。",
        "骨关节炎是导致残疾的主要疾病。",
        "间充质干细胞是治疗肝病的理想细胞。",
        "干细胞移植是目前唯一有效的方法。",
        "这是指细胞迁移的过程。",
        "激素补充能护骨护心,是指南推荐的基础治疗。",
        "骨髓MSC和造血干细胞的组合各有所长。这种联合疗法尚待验证。",
        "肝硬化是一种常见的慢性肝脏疾病,肝细胞广泛坏死,形成再生结节和假小叶,肝脏结构受到破坏。",
        "Immunomodulation is the most important function of MSCs.",
        "MSCs are the most promising cells that can be given.",
        "MSCs are used in trials of stroke.",
        "Asthma is a disease that it may follow.",
    ],
)
def test_what_is_no_definition(document_of: DocumentOf, lexicon: Lexicon, text: str) -> None:
    assert defined(document_of, lexicon, text) == set()


def test_a_combination_in_english(document_of: DocumentOf, lexicon: Lexicon) -> None:
    text = (
        "The combination of MSCs and hematopoietic stem cells has merits. This dual stem cell therapy is new."
    )
    told = defined(document_of, lexicon, text, "combines")
    assert told == {("dual stem cell therapy", "MSCs and hematopoietic stem cells")}


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("间充质干细胞是一种存在于多种组织中的成体干细胞。", set()),
        ("移植物抗宿主病是供者T细胞攻击受者组织所引起的疾病。", set()),
        ("造血干细胞是一类能够自我更新并分化为各种血细胞的细胞。", {("造血干细胞", "各种血细胞")}),
        ("Osteoarthritis is a joint disease characterized by loss of cartilage.",
         {("Osteoarthritis", "loss of cartilage")}),
    ],
)  # fmt: skip
def test_the_verbs_of_a_definition_are_no_deeds_of_what_is_defined(
    document_of: DocumentOf, lexicon: Lexicon, text: str, claimed: set[tuple[str, str]]
) -> None:
    document = document_of(text)
    found = find_mechanisms(document, build_outline(document), lexicon)
    assert {(fact.subject, fact.value) for fact in found} == claimed


@pytest.mark.parametrize(
    ("text", "what", "name"),
    [
        ("血小板連續 7 天 >20000 /μL 稱為「植入」。", "血小板連續 7 天 >20000 /μL", "植入"),
        ("捐者的免疫細胞會認出並攻擊殘存的癌細胞,叫做移植物抗腫瘤效應(GVT)。",
         "捐者的免疫細胞會認出並攻擊殘存的癌細胞", "移植物抗腫瘤效應"),
        ("‧ 巨噬细胞吞掉凋亡细胞的过程被称为“胞葬”。", "巨噬细胞吞掉凋亡细胞的过程", "胞葬"),
        ("一般把转化日内膜厚度不足7mm叫薄型内膜(thin endometrium)。", "转化日内膜厚度不足7mm", "薄型内膜"),
    ],
)  # fmt: skip
def test_what_something_is_called(
    document_of: DocumentOf, lexicon: Lexicon, text: str, what: str, name: str
) -> None:
    assert defined(document_of, lexicon, text, "called") == {(what, name)}


@pytest.mark.parametrize(
    "text",
    [
        "类风湿关节炎被称为“不死的癌症”。",
        "免疫细胞先分裂,再把它清空,叫做「清髓」。",
        "國際學會現在比較建議統稱為「囊泡」。",
        "这种现象在动物身上也有,医学上叫“燃尽”。",
        "他把这一步称为“打扫”。",
    ],
)
def test_what_is_no_name_of_what_is_told(document_of: DocumentOf, lexicon: Lexicon, text: str) -> None:
    assert defined(document_of, lexicon, text, "called") == set()
