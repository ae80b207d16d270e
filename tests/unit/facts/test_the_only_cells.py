"""`这些细胞` at the head of a paragraph are the only cells that the text has named; and who else is spoken of."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims

_CORD = "脐带间充质干细胞来自脐带。"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"{_CORD}\n\n这些细胞可以抑制T细胞增殖。", ("脐带间充质干细胞", "inhibits", "T细胞增殖")),
        (
            f"{_CORD}\n\n文章的解释是,这些细胞进入血流后会停留在胰腺、肝脏等处。",
            ("脐带间充质干细胞", "migrates", "胰腺、肝脏"),
        ),
        (
            f"{_CORD}\n\n它们分泌的PGE2抑制T细胞增殖。",
            ("脐带间充质干细胞分泌的PGE2", "inhibits", "T细胞增殖"),
        ),
        (f"{_CORD}\n\n其分泌的外泌体富含miR-146a。", ("脐带间充质干细胞分泌的外泌体", "carries", "miR-146a")),
        (
            "Mesenchymal stem cells come from bone marrow.\n\nThese cells release VEGF.",
            ("Mesenchymal stem cells", "secretes", "VEGF"),
        ),
        # who a clause without a verb of its own speaks of
        ("在发病过程里,B细胞处在核心位置:一方面分泌IgG。", ("B细胞", "secretes", "IgG")),
        (
            "他们另有经验,用患者的T细胞制备CAR-T,设计上同时瞄准CD19和BCMA。",
            ("CAR-T", "targets", "CD19和BCMA"),
        ),
        (
            "造血干细胞碰到缺氧环境以后,可以分化成血管内皮细胞。",
            ("造血干细胞", "differentiates", "血管内皮细胞"),
        ),
        (
            "脐带间充质干细胞不替代β细胞,而是唤醒β细胞的功能。",
            ("脐带间充质干细胞", "activates", "β细胞的功能"),
        ),
        ("手术免不了会损伤血管内皮,由此引起血管内膜的增生。", ("手术", "damages", "血管内皮")),
        ("外泌体能诱导神经再生,让断掉的神经传导有机会恢复。", ("外泌体", "changes", "断掉的神经传导")),
        ("系统性红斑狼疮是自身免疫病,患者体内出现大量自身抗体。", ("系统性红斑狼疮", "symptom", "自身抗体")),
    ],
)
def test_who_is_spoken_of(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "脐带间充质干细胞和造血干细胞不同。\n\n这些细胞可以抑制T细胞增殖。",
        f"{_CORD}外泌体是囊泡。\n\n它们抑制T细胞增殖。",
        f"{_CORD}\n\nT细胞攻击β细胞,这些细胞抑制免疫反应。",
    ],
)
def test_where_it_could_be_others_nobody_is_meant(told: Found, text: str) -> None:
    assert "脐带间充质干细胞" not in {fact.subject for fact in told(text) if fact.slot == "inhibits"}
