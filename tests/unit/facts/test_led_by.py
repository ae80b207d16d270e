"""Ways that a clause of its own tells, two things that become something, members behind a comma, plain verbs."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # the way stands in front, and who goes it behind
        ("通过旁分泌作用,MSC可以改善缺血组织的微环境。", ("MSC", "via", "旁分泌作用")),
        ("通过抑制TGF-β通路,外泌体减轻了肺纤维化。", ("外泌体", "inhibits", "TGF-β通路")),
        ("透過分泌IL-10,幹細胞抑制T細胞增殖。", ("幹細胞", "secretes", "IL-10")),
        # two things that become something
        ("MSC输注使Treg细胞比例升高、Th17细胞比例降低。", ("MSC输注", "changes", "Th17细胞比例")),
        ("MSC使IL-6水平降低而IL-10水平升高。", ("MSC", "changes", "IL-6水平")),
        ("MSC使IL-6水平降低,IL-10水平升高。", ("MSC", "changes", "IL-10水平")),
        ("CAR-T使B细胞深度耗竭。", ("CAR-T", "changes", "B细胞")),
        # a class with its members behind a comma, and who is meant by it next
        ("MSC会分泌大量的生长因子,如VEGF和HGF,这些因子能够抑制细胞凋亡。", ("MSC", "secretes", "VEGF和HGF")),
        (
            "MSC会分泌大量的生长因子,如VEGF和HGF,这些因子能够抑制细胞凋亡。",
            ("VEGF和HGF", "inhibits", "细胞凋亡"),
        ),
        ("MSC分泌的主要抗炎因子是TSG-6。", ("MSC", "secretes", "TSG-6")),
        # how much is expressed; what befalls cells, and what comes of it
        ("MSC低表达HLA-DR,不表达CD80。", ("MSC", "expresses", "HLA-DR")),
        (
            "1型糖尿病是一种自身免疫病,胰岛β细胞遭到破坏,导致胰岛素缺乏。",
            ("胰岛β细胞遭到破坏", "causes", "胰岛素缺乏"),
        ),
        # with what a disease is treated is who does it
        ("用自体骨髓干细胞治疗心肌梗死,可以抑制左室重构。", ("自体骨髓干细胞", "inhibits", "左室重构")),
        ("糖尿病足的首选治疗是血管成形术。它能缓解肢体缺血。", ("血管成形术", "reduces", "肢体缺血")),
        # what something is by what it furthers; verbs
        ("VEGF是促进血管新生的关键因子。", ("VEGF", "promotes", "血管新生")),
        ("PRP富含PDGF和VEGF。", ("PRP", "carries", "PDGF和VEGF")),
        ("外泌体能穿过血脑屏障。", ("外泌体", "crosses", "血脑屏障")),
        ("G-CSF能动员造血干细胞进入外周血。", ("G-CSF", "mobilizes", "造血干细胞")),
        ("干细胞主要从两个方面起作用:第一,分泌TGF-β;第二,抑制滑膜炎症。", ("干细胞", "secretes", "TGF-β")),
        # a list behind a colon
        (
            "间充质干细胞的作用机制有三个:免疫调节、旁分泌和归巢。",
            ("间充质干细胞", "sign", "免疫调节、旁分泌和归巢"),
        ),
        ("干细胞疗法的优势在于来源广泛、免疫原性低。", ("干细胞疗法", "sign", "来源广泛、免疫原性低")),
    ],
)
def test_who_does_it_and_what_is_done_are_found(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("MSC迁移。通过抑制TGF-β通路,外泌体减轻了肺纤维化。", ("MSC", "inhibits", "TGF-β通路")),
        ("内皮祖细胞从骨髓动员到外周血。", ("内皮祖细胞从骨髓", "mobilizes", "外周血")),
        (
            "肝硬化很常见。其作用机制主要包括免疫调节、旁分泌和归巢。",
            ("肝硬化", "sign", "免疫调节、旁分泌和归巢"),
        ),
        ("MSC的旁分泌作用:MSC分泌VEGF、HGF和IGF-1。", ("MSC的旁分泌", "sign", "MSC分泌VEGF、HGF和IGF-1")),
        ("VEGF是促进血管新生的关键因子。", ("VEGF", "promotes", "血管新生的关键因子")),
    ],
)
def test_what_is_not_said_is_not_read(told: Found, text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in claims(told(text))
