from collections.abc import Callable

import pytest

from sctui.model.document import Document
from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("肝硬化是一种慢性肝病。星状细胞分泌胶原蛋白。", "肝硬化"),
        ("肝硬化是一种慢性肝病。\n\n星状细胞分泌胶原蛋白。", "肝硬化"),
        ("肝硬化和银屑病都很常见。星状细胞分泌胶原蛋白。", ""),
        ("自身免疫性疾病很常见。星状细胞分泌胶原蛋白。", ""),
    ],
)
def test_a_claim_is_framed_by_the_one_disease_that_the_text_spoke_of(
    told: Found, text: str, context: str
) -> None:
    (fact,) = (fact for fact in told(text) if fact.slot == "secretes")
    assert fact.context == context


@pytest.mark.parametrize(
    "text",
    [
        "肝硬化是一种慢性肝病。间充质干细胞具有自我更新和多向分化的能力。",
        "肝硬化是一种慢性肝病。间充质干细胞具有强大的归巢能力,可促进血管生成。",
        "Liver cirrhosis is common. Mesenchymal stem cells have the ability of self-renewal.",
    ],
)
def test_what_cells_can_do_everywhere_is_framed_by_no_disease(told: Found, text: str) -> None:
    found = [fact for fact in told(text) if "干细胞" in fact.subject or "tem cells" in fact.subject]
    assert found
    assert {fact.context for fact in found} == {""}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (
            "# 外泌体治疗肝硬化\n\n间充质干细胞还有分化为肝样细胞的潜力,可直接替换受损细胞。",
            "肝硬化",
        ),
        (
            "# 外泌体治疗自身免疫性疾病\n\n间充质干细胞还有分化为肝样细胞的潜力,可直接替换受损细胞。",
            "",
        ),
    ],
)
def test_what_cells_can_do_is_framed_by_the_one_disease_of_the_headings(
    told: Found, text: str, context: str
) -> None:
    assert {fact.context for fact in told(text) if fact.slot == "differentiates"} == {context}


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("动物研究表明,外泌体抑制炎症。外泌体分泌VEGF。", [True, True]),
        ("实验数据表明外泌体抑制炎症。外泌体分泌VEGF。", [True, False]),
        ("临床实验结果表明外泌体抑制炎症。", [False]),
        ("动物研究表明,外泌体抑制炎症。外泌体具有抗炎特性。", [True, False]),
    ],
)
def test_results_of_models_alone_are_preclinical(told: Found, text: str, flagged: list[bool]) -> None:
    assert ["preclinical" in fact.flags for fact in told(text)] == flagged


def test_what_is_done_rather_than_another_is_not_claimed(told: Found) -> None:
    text = "MSCs act through paracrine signals rather than contributing to tissue regeneration."
    assert not [fact for fact in told(text) if "tissue regeneration" in fact.value]


def test_a_feature_that_comes_of_something_is_no_cause_of_the_disease(told: Found) -> None:
    text = "2型糖尿病是一种代谢病,其特征是由于胰岛素分泌减少导致血糖升高。"
    assert not [fact for fact in told(text) if fact.slot == "cause"]


def test_all_that_is_denied_is_told(told: Found) -> None:
    (fact,) = (f for f in told("降糖药物不能抑制胰岛炎症或减轻胰岛素抵抗。") if "negated" in f.flags)
    assert fact.value == "不能抑制胰岛炎症或减轻胰岛素抵抗"


def test_an_effect_is_asked_without_its_verb_where_nothing_else_is_said(told: Found) -> None:
    text = "Macrophages modulate the function of T cells, including regulatory T cells and helper T cells."
    assert {f.value for f in told(text) if f.slot == "regulates"} == {"function of T cells"}


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("在TNBS诱导的肠炎模型中,巨噬细胞抑制炎症反应。", "在TNBS诱导的肠炎模型中,巨噬细胞抑制炎症反应"),
        ("在多数情况下,巨噬细胞抑制炎症反应。", "巨噬细胞抑制炎症反应"),
    ],
)
def test_the_model_in_front_of_a_claim_goes_with_it(
    document_of: Callable[[str], Document], told: Found, text: str, proof: str
) -> None:
    (fact,) = (fact for fact in told(text) if fact.slot == "inhibits")
    assert document_of(text).text(fact.evidence) == proof


def test_patients_are_those_of_the_class_of_diseases_that_the_sentence_names(told: Found) -> None:
    (fact,) = told("细胞治疗自身免疫性疾病很常见,巨噬细胞抑制患者体内的炎症反应。")
    assert fact.context == "自身免疫性疾病"


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("间充质干细胞移植后,可分泌VEGF和HGF。", "移植的间充质干细胞"),
        ("间充质干细胞在炎症部位可分泌VEGF和HGF。", "间充质干细胞"),
    ],
)
def test_cells_secrete_and_not_their_transplantation(line: str, subject: str, told: Found) -> None:
    assert [fact.subject for fact in told(line) if fact.slot == "secretes"] == [subject]


def test_one_can_stands_for_all_that_semicolons_join(told: Found) -> None:
    found = told("间充质干细胞可通过旁分泌抑制炎症反应;促进血管生成。")
    assert [f.flags for f in found if "血管生成" in f.value] == [("hedged",)]


def contexts(found: list[Fact], value: str) -> set[str]:
    return {fact.context for fact in found if value in fact.value}


def test_a_label_of_several_diseases_is_a_frame_of_all_of_them(told: Found) -> None:
    text = "神经系统疾病\n\n1. 脑卒中/脊髓损伤:外泌体抑制炎症反应。\n"
    assert contexts(told(text), "炎症反应") == {"脑卒中/脊髓损伤"}


def test_a_bullet_is_about_what_announced_it_and_not_about_its_neighbour(told: Found) -> None:
    text = "对银屑病的研究表明:\n\n- 在肝硬化患者中,外泌体减少胶原沉积\n- 外泌体分泌IL-10,抑制B细胞活化\n"
    assert contexts(told(text), "B细胞") == {"银屑病"}


def test_what_may_go_wrong_is_no_disease_to_frame_a_claim(told: Found) -> None:
    text = "1. 血管栓塞风险:输注的干细胞可能导致肺微血管阻塞,引发呼吸困难。\n"
    assert contexts(told(text), "呼吸困难") <= {""}


def test_a_disorder_among_the_causes_leaves_the_heading_its_claim(told: Found) -> None:
    text = "# 银屑病\n\n感染或代谢紊乱可激活T细胞。\n"
    assert contexts(told(text), "T细胞") == {"银屑病"}


def test_what_was_made_of_the_cells_stays_with_their_name(told: Found) -> None:
    text = "外泌体递送:工程化外泌体携带特定miRNA(如miR-21)。"
    assert {fact.subject for fact in told(text)} == {"工程化外泌体"}


def test_causes_are_those_of_the_disease_that_the_sentence_defines(told: Found) -> None:
    text = "肝硬化是一种慢性肝病,病因包括病毒性肝炎、饮酒和肥胖。"
    assert {fact.subject for fact in told(text) if fact.slot.startswith("cause")} == {"肝硬化"}


def test_two_deeds_are_not_asked_again_as_one_way(told: Found) -> None:
    text = "外泌体通过抑制T细胞活化和调控巨噬细胞,减轻银屑病的炎症。"
    assert not [fact for fact in told(text) if fact.slot == "ways"]


def test_what_these_are_in_is_told_with_them(told: Found) -> None:
    text = "间充质干细胞释放含有miRNA的外泌体,这些miRNA能够调节炎症基因表达。"
    assert ("外泌体中的miRNA", "regulates") in {(fact.subject, fact.slot) for fact in told(text)}


def test_the_course_of_a_disease_goes_with_what_comes_of_it(told: Found) -> None:
    text = "银屑病是一种慢性皮肤病,皮肤大量增厚,并有鳞屑和瘙痒的症状,反复发作多年不愈,随着疾病进一步发展,会出现关节损伤和指甲病变。"
    (fact,) = [fact for fact in told(text) if "关节损伤" in fact.value]
    assert "随着疾病进一步发展" in text[fact.evidence.start :]


def test_what_did_not_occur_is_no_symptom(told: Found) -> None:
    assert not [fact for fact in told("银屑病会反复发作,志愿者未出现皮肤刺激。") if fact.slot == "symptom"]


def test_few_causes_are_one_answer(told: Found) -> None:
    text = "银屑病是一种慢性皮肤病,病因包括遗传因素、感染和精神压力等。"
    (fact,) = [fact for fact in told(text) if fact.slot.startswith("cause")]
    assert (fact.slot, fact.items) == ("cause", ("遗传因素", "感染", "精神压力"))


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("- 免疫异常:复发缓解型MS(RRMS)患者中,巨噬细胞分泌IL-1β;而星状细胞分泌胶原蛋白。", "复发缓解型MS"),
        ("- 免疫异常:在RRMS患者体内,星状细胞分泌胶原蛋白。", "RRMS"),
        ("- 免疫异常:RRMS和银屑病患者中,星状细胞分泌胶原蛋白。", "多发性硬化症"),
        ("- 免疫异常:RRMS患者中,炎症加重。星状细胞分泌胶原蛋白。", "多发性硬化症"),
    ],
)
def test_a_claim_of_some_patients_is_not_told_of_all(told: Found, text: str, context: str) -> None:
    facts = told(f"# 多发性硬化症\n\n{text}")
    assert [f.context.split(" · ")[0] for f in facts if f.value == "胶原蛋白"] == [context]


@pytest.mark.parametrize("lead", ["有报道称,", "有学者认为,", "据报道,"])
def test_what_is_but_reported_is_asked_so(
    told: Found, lead: str, document_of: Callable[[str], Document]
) -> None:
    text = f"{lead}间充质干细胞可抑制巨噬细胞。"
    (fact,) = told(text)
    assert fact.flags == ("hedged",)
    assert document_of(text).text(fact.evidence).startswith(lead)


def test_what_a_study_suggests_is_not_told_as_sure(told: Found) -> None:
    (fact,) = (
        one for one in told("两组的厚度无差异,提示间充质干细胞可抑制巨噬细胞。") if one.slot == "inhibits"
    )
    assert "hedged" in fact.flags


def test_the_class_of_a_disease_is_no_part_of_what_it_does(
    told: Found, document_of: Callable[[str], Document]
) -> None:
    text = "银屑病是一种慢性炎症性皮肤病,会导致角质形成细胞过度增殖。"
    (fact,) = (one for one in told(text) if one.slot in {"leads-to", "causes"})
    assert document_of(text).text(fact.evidence).startswith("会导致")
    assert fact.subject == "银屑病"


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("间充质干细胞在动物和临床研究中抑制巨噬细胞。", ()),
        ("间充质干细胞在动物研究中抑制巨噬细胞。", ("preclinical",)),
    ],
)
def test_what_was_seen_in_animals_and_patients_is_not_preclinical(
    told: Found, text: str, flags: tuple[str, ...]
) -> None:
    assert [fact.flags for fact in told(text)] == [flags]


def test_what_cells_do_that_were_set_to_work_is_not_told_of_who_did_that(told: Found) -> None:
    text = (
        "由抗体与抗原结合而成的循环免疫复合物激活肾小球内的固有免疫细胞(如巨噬细胞、自然杀伤细胞),"
        "释放IL-6和IL-8,加速足细胞凋亡。"
    )
    assert not any(fact.value == "足细胞凋亡" for fact in told(text))


def test_what_was_seen_in_models_is_of_their_disease_though_it_is_a_property(told: Found) -> None:
    text = "# 银屑病\n\n注射外泌体可以上调小鼠脊髓中Treg的数量,从而具有神经保护作用。"
    assert {fact.context for fact in told(text)} == {"银屑病"}
