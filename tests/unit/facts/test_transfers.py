"""What cells hand on to others, and who does what comes of it: Chinese in both scripts, and English."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value"),
    [
        ("MSC可将健康線粒體轉移至受損的肺泡細胞,恢復其代謝。", "MSC", "carries", "健康線粒體"),
        ("MSC来源的外泌体把miR-126递送到内皮细胞。", "MSC来源的外泌体", "carries", "miR-126"),
        ("骨髓MSC通过隧道纳米管向神经元转移线粒体。", "骨髓MSC", "carries", "线粒体"),
        ("MSC向巨噬细胞传递了多种微小RNA。", "MSC", "carries", "多种微小RNA"),
        ("Bone marrow MSCs donate mitochondria to epithelial cells.", "Bone marrow MSCs", "carries", "mitochondria"),
        ("Exosomes from MSCs shuttle miR-126 into endothelial cells.", "Exosomes from MSCs", "carries", "miR-126"),
        ("MSC分泌IDO,使色氨酸耗竭,从而抑制T细胞增殖。", "MSC", "changes", "色氨酸"),
        ("MSC分泌TSG-6,後者抑制NF-κB通路。", "TSG-6", "inhibits", "NF-κB通路"),
        ("MSCs secrete IDO, which depletes tryptophan.", "MSCs", "secretes", "IDO"),
        ("MSCs secrete IDO, which depletes tryptophan.", "IDO", "reduces", "tryptophan"),
        ("MSCs release HGF, which lowers IL-6 and thereby calms cells. They inhibit Th17 cells.",
         "MSCs", "inhibits", "Th17 cells"),
        ("MSCs produce TSG-6; this protein inhibits NF-κB.", "TSG-6", "inhibits", "NF-κB"),
    ],
)  # fmt: skip
def test_who_hands_on_what_and_what_it_does(
    told: Found, text: str, subject: str, slot: str, value: str
) -> None:
    assert (subject, slot, value) in claims(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "MSC是多能细胞。医生将MSC输送至心肌。",  # cells are given, not handed on
        "MSC可迁移。利用外泌体将miR-21递送至心肌细胞。",  # who does it is not told
        "肿瘤细胞向淋巴结转移。",
        "MSC分泌VEGF、HGF和IL-10,后者抑制凋亡。",  # which of them?
    ],
)
def test_nothing_is_handed_on(told: Found, text: str) -> None:
    assert not {claim for claim in claims(told(text)) if claim[1] in {"carries", "inhibits"}}
