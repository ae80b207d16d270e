"""Who does it: what stands right before, what a pronoun means, and nobody where it is not told."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "MSC分泌MMP-9,诱导单核细胞转化为修复型巨噬细胞,后者表达IL-10。",
            ("修复型巨噬细胞", "expresses", "IL-10"),
        ),
        ("死亡的神经元激活小胶质细胞,后者释放TNF-α。", ("小胶质细胞", "secretes", "TNF-α")),
        ("巨噬细胞分泌IL-1β和TNF-α,后者诱导胶原沉积。", ("TNF-α", "induces", "胶原沉积")),
        ("MSC經色胺酸代謝抑制T細胞增殖;經PGE2誘導Treg擴增。", ("MSC", "induces", "Treg擴增")),
        (
            "MSC 表現 IDO 將色胺酸轉為犬尿胺酸;並分泌 PGE2,抑制 NK 細胞活性。",
            ("MSC", "secretes", "PGE2"),
        ),
        (
            "Myelin breaks down. Loss of aggrecan, found in most joints, damages cartilage.",
            ("Loss of aggrecan", "damages", "cartilage"),
        ),
        (
            "MSCs lack ACE2 and so are not readily infected. They release hepatocyte growth factor.",
            ("MSCs", "secretes", "hepatocyte growth factor"),
        ),
        ("支气管基底层细胞表达KRT5,移植后可恢复血管功能。", ("支气管基底层细胞", "restores", "恢复血管功能")),
        (
            "Oestradiol stimulates COX-2, COX-2 raises prostaglandin E2.",
            ("COX-2", "raises", "prostaglandin E2"),
        ),
        (
            "MSCs secrete IL-10. In pigs, blocking exosome release abolished angiogenesis.",
            ("blocking exosome release", "prevents", "angiogenesis"),
        ),
    ],
)
def test_it_is_who_was_named_last(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    found = claims(told(text + "\n"))
    assert {(subject, value) for subject, _slot, value in found} >= {(claim[0], claim[2])}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("MSC分泌MMP-9。在小鼠模型中,清除巨噬细胞后MSC的抗纤维化作用基本消失。", "清除"),
        ("BAFF延長B細胞的存活。某種複合物沉積在腎絲球後逐漸堆積,吸引嗜中性球。", "嗜中性球"),
        ("干细胞分泌VEGF。移植后这些前体长出轴突,释放多巴胺。", "多巴胺"),
        ("MSCs secrete IL-10. Zorvimab, an anti-CD3 antibody, delays apoptosis.", "apoptosis"),
        (
            "MSCs bind a receptor at a site that IL-10 does not block, and expand regulatory T cells.",
            "regulatory",
        ),
        ("B细胞在IL-4作用下转换为产生IgE的浆细胞。", "IgE的浆细胞"),
        ("哺乳动物的毛细胞由ATOH1诱导产生。", "产生"),
        ("MSCs lower TNF-α in mice but have not improved wound healing in boys.", "in boys"),
        ("MSC 不专一阻断单一细胞因子。", "单一"),
        ("Cells engineered to produce GDNF differentiate into astrocytes.", "GDNF"),
        ("Riluzole prolongs survival by about three months.", "three months"),
    ],
)
def test_what_nobody_does_is_not_claimed(told: Found, text: str, nobody: str) -> None:
    assert not [fact for fact in told(text + "\n") if nobody in fact.value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MMP-13 degrades collagen II and ADAMTS-5 cleaves aggrecan.", "collagen II"),
        ("IL-1β activates NF-κB in chondrocytes, which then secrete MMP-13.", "NF-κB"),
        ("MSCs secrete IGF-1, which stimulates chondrocytes to make aggrecan, and TSG-6.", "chondrocytes"),
        ("Oestradiol stimulates COX-2, COX-2 raises prostaglandin E2.", "COX-2"),
        (
            "LPS reduces nitric oxide in mesenteric vessels, so that perfusion falls.",
            "nitric oxide in mesenteric vessels",
        ),
        ("MSCs lower TNF-α in blood and shift T cells toward naive states.", "TNF-α"),
        ("MSCs release BDNF, which promotes axonal growth, and angiopoietin-1.", "axonal growth"),
        ("Complex I fails, so neurons produce too much glutamate.", "glutamate"),
        ("与骨髓来源相比,脐带间充质干细胞分泌较多TGF-β3。", "TGF-β3"),
        ("Extracellular vesicles carry mitochondria too.", "mitochondria"),
        ("Myeloid cells do not reduce mortality in pooled trials.", "do not reduce mortality"),
    ],
)
def test_an_object_ends_where_another_clause_begins(told: Found, text: str, value: str) -> None:
    assert value in {fact.value for fact in told(text + "\n")}


def test_what_was_compared_and_in_which_animals_stands_before_the_claim(told: Found) -> None:
    (fact,) = told("与脂肪干细胞相比,脐带间充质干细胞分泌更多的TGF-β3。\n")
    assert fact.evidence.start == 0
    (fact,) = (
        f for f in told("MSC可抗炎。但在晚期给药的大鼠中,MSC未能减轻纤维化。\n") if "negated" in f.flags
    )
    assert fact.evidence.start == len("MSC可抗炎。但")


def test_a_title_that_no_heading_goes_with_frames_all_below_it(told: Found) -> None:
    facts = told(
        "中风与细胞治疗\n\n一、干细胞做什么?\n\n干细胞分泌VEGF,促进血管新生。\n\n二、结果如何?\n\n很好。\n"
    )
    assert {fact.context.split(" · ")[0] for fact in facts if fact.value == "VEGF"} == {"中风"}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("SARS-CoV-2 enters epithelial cells. Macrophages release IL-6.", "COVID-19"),
        ("在糖尿病供者的细胞中作用减弱。巨噬细胞分泌IL-6。", ""),
    ],
)
def test_a_germ_is_no_disease_and_a_donor_no_patient(told: Found, text: str, context: str) -> None:
    assert {fact.context for fact in told(text + "\n") if fact.value == "IL-6"} == {context}


def test_a_passive_is_done_by_what_stands_before_what_comes_of_it(told: Found) -> None:
    facts = told("Neural stem cells are activated by BDNF to become motor neurons.\n")
    assert {fact.subject for fact in facts} == {"BDNF"}


def test_a_concession_is_told_with_what_it_concedes(told: Found) -> None:
    (fact, *_) = told("TGF-β1虽能增加胶原,但过量时加重粘连。\n")
    assert fact.evidence.end == len("TGF-β1虽能增加胶原,但过量时加重粘连")


@pytest.mark.parametrize("line", ["肥胖者的脂肪组织分泌瘦素。", "过敏原激活上皮,巨噬细胞分泌IL-6。"])
def test_who_gets_a_disease_and_what_brings_it_turn_no_page_away(told: Found, line: str) -> None:
    contexts = {fact.context.split(" · ")[0] for fact in told(f"# 哮喘的细胞治疗\n\n{line}\n")}
    assert contexts == {"哮喘"}


@pytest.mark.parametrize(
    ("text", "told_of"), [("植入沙鼠的MSC分泌VEGF。", True), ("哺乳动物的MSC分泌VEGF。", False)]
)
def test_a_gerbil_is_a_model_and_a_mammal_is_none(told: Found, text: str, told_of: bool) -> None:
    (fact,) = told(text + "\n")
    assert ("preclinical" in fact.flags) is told_of
