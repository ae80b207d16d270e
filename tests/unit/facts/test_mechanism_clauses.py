"""Chinese clauses: causes in lists, states, what a change implies, negation behind a conjunction."""

from collections.abc import Callable

import pytest

from sctui.facts.extract import extract_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import FactKind
from sctui.outline.build import build_outline
from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value"),
    [
        ("肝硬化由多种因素引起,包括长期酗酒、病毒性肝炎等。", "肝硬化", "cause", "长期酗酒、病毒性肝炎"),
        ("吸烟、肥胖和高血压是中风的主要危险因素。", "中风", "cause", "吸烟、肥胖和高血压"),
        ("巨噬細胞分泌MMP-13,降解軟骨基質。", "巨噬細胞", "reduces", "軟骨基質"),
        ("脑瘫病因复杂,包括早产、缺氧缺血性脑病和产伤等。", "脑瘫", "cause", "早产、缺氧缺血性脑病和产伤"),
        ("骨关节炎的风险因素包括肥胖、骨质疏松和创伤。", "骨关节炎", "cause", "肥胖、骨质疏松和创伤"),
        ("肝硬化患者可能会出现腹水、黄疸等症状。", "肝硬化", "symptom", "腹水、黄疸"),
        ("骨关节炎是一种退行性疾病,软骨细胞大量凋亡。", "骨关节炎", "pathology", "软骨细胞大量凋亡"),
        ("MSC移植后,AMH水平显著恢复,这表明卵巢储备得到改善。", "AMH水平", "changes-how", "显著恢复"),
        ("MSC移植后,AMH水平显著恢复,这表明卵巢储备得到改善。", "AMH水平", "implies", "卵巢储备得到改善"),
        ("药物治疗会导致脱发并且不会逆转纤维化。", "药物治疗", "restores", "会导致脱发并且不会逆转纤维化"),
        ("现有治疗手段尚不能逆转肝纤维化。", "现有治疗手段", "restores", "尚不能逆转肝纤维化"),
        ("间充质干细胞是具有自我更新能力的成体干细胞。", "间充质干细胞", "property", "自我更新能力"),
        ("MSCs广泛存在于骨髓、脂肪等组织中。", "MSCs", "found-in", "骨髓、脂肪"),
        ("MSCs可从骨髓、脐带等组织中分离得到。", "MSCs", "origin", "骨髓、脐带"),
        ("MSCs释放免疫抑制因子。", "MSCs", "secretes", "免疫抑制因子"),
        ("将神经干细胞移植到受损脑组织后,细胞能分化为神经元。", "神经干细胞", "differentiates", "神经元"),
        ("MSCs减少神经元凋亡[4]。", "MSCs", "reduces", "神经元凋亡"),
    ],
)  # fmt: skip
def test_clauses(told: Found, text: str, subject: str, slot: str, value: str) -> None:
    assert (subject, slot, value) in claims(told(text))


def test_a_hollow_last_member_stays_in_its_list(told: Found) -> None:
    (fact,) = told("MSCs可促进组织修复、免疫调节和增强再生效果。")
    assert fact.value == "组织修复、免疫调节和增强再生效果"


def test_cells_taken_from_the_body_are_no_experiment(told: Found) -> None:
    facts = told("MSCs于1968年首次在体外从骨髓中分离出来。MSCs分泌VEGF。")
    assert facts
    assert all("preclinical" not in fact.flags for fact in facts)


def test_several_factors_are_no_answer(told: Found) -> None:
    assert told("肝硬化由多种因素引起。") == []


def test_a_short_form_that_the_document_defines_is_who_acts(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    document = document_of("胚胎神经干细胞(eNSCs)可以移植。eNSCs分泌VEGF。")
    facts = extract_facts(document, build_outline(document), lexicon)
    assert ("eNSCs", "secretes", "VEGF") in claims([f for f in facts if f.kind is FactKind.MECHANISM])


def test_this_alone_is_no_disease(told: Found) -> None:
    assert told("骨关节炎的流行病学\n\n女性更常发病。这可能是由于荷尔蒙失调引起。") == []


def test_an_abstract_in_one_paragraph(told: Found) -> None:
    text = "摘要: 目的 观察MSCs能否减轻炎症。 方法 给予MSCs移植,激活NF-κB通路。 结果 MSCs下调了TNF-α。 结论 MSCs可减轻神经炎症。"
    assert {fact.value for fact in told(text)} == {"TNF-α", "神经炎症"}


def test_what_was_done_is_no_finding(told: Found) -> None:
    text = "MSC与免疫\n\n## 方法\n\n用OKT3激活T细胞,MSCs抑制T细胞。\n\n## 结果\n\nMSCs抑制T细胞增殖。\n"
    assert {fact.value for fact in told(text)} == {"T细胞增殖"}


def test_doubt_goes_on_to_the_next_clause(told: Found) -> None:
    facts = told("MSCs移植可能通过下调TNF-α,改善神经功能。")
    assert all(fact.flags == ("hedged",) for fact in facts)
    assert len(facts) > 1


@pytest.mark.parametrize(
    "text",
    [
        "外泌体主要通过3种方式作用于靶细胞。",
        "MSCs分泌免疫抑制分子具有抗炎能力。",  # 抑制 is no verb here
        "ELISA法检测MSCs对T细胞分泌IFN-γ的影响。",
        "脑瘫导致姿势调节功能障碍。",
    ],
)
def test_words_inside_names_are_no_verbs(told: Found, text: str) -> None:
    assert not {fact.slot for fact in told(text)} & {"used-for", "inhibits", "regulates"}
    assert all("的影响" not in fact.value for fact in told(text))


def test_a_long_plain_list_of_causes_is_one_claim(told: Found) -> None:
    (fact,) = told("骨关节炎的风险因素包括年龄、肥胖、骨质疏松、遗传和创伤。")
    assert fact.items == ("年龄", "肥胖", "骨质疏松", "遗传", "创伤")


def test_the_next_clause_speaks_of_what_acts_together(told: Found) -> None:
    text = "自身抗体激活补体。在疾病早期,感染因素和环境因素可相互作用,共同促进自身免疫反应。"
    assert ("自身抗体", "promotes", "自身免疫反应") not in claims(told(text))


def test_what_is_cut_at_a_comma_is_no_property(told: Found) -> None:
    text = "干细胞是一种具有自我更新,高度增殖,多向分化潜能的细胞。"
    assert not any(slot == "property" for _, slot, _ in claims(told(text)))


def test_what_was_secreted_by_others_is_not_secreted_by_it(told: Found) -> None:
    text = "外泌体是一种由细胞主动分泌出的囊泡。"
    assert not any(slot == "secretes" for _, slot, _ in claims(told(text)))


def test_what_is_used_does_not_go_on_about_who_was_spoken_of(told: Found) -> None:
    text = "间充质干细胞是成体干细胞。无细胞治疗,应用生物支架或细胞因子,募集自体的干细胞。"
    assert not any((who, slot) == ("间充质干细胞", "recruits") for who, slot, _ in claims(told(text)))


def test_a_dash_ends_an_answer_as_a_comma_does(told: Found) -> None:
    (fact,) = (f for f in told("巨噬细胞吞噬碎片后释放TGF-β——因此,疗效更好。") if f.slot == "secretes")
    assert fact.value == "TGF-β"


def test_it_behind_a_dash_is_what_stands_before_the_dash(told: Found) -> None:
    found = claims(told("角质细胞分泌IL-8——它吸引中性粒细胞。"))
    assert found == {("角质细胞", "secretes", "IL-8")}
    found = claims(told("间充质干细胞——一种多能细胞——可抑制TNF-α。"))
    assert found == {("间充质干细胞", "inhibits", "TNF-α")}


def test_what_the_authors_make_of_it_is_no_mechanism(told: Found) -> None:
    assert told("作者认为组织水肿降低了血管通透性。") == []
    assert told("The authors speculated that MSCs reduce vascular permeability.") == []


def test_a_trial_is_nothing_that_cells_act_on(told: Found) -> None:
    assert told("间充质干细胞预防慢性排斥的“晨星”试验。") == []


@pytest.mark.parametrize("mark", ["‧ ", "● ", "- ", ""])
def test_a_label_that_names_cells_is_who_acts(told: Found, mark: str) -> None:
    text = f"# 干细胞如何修复神经\n\n{mark}施万前体细胞:分泌NGF,减少轴突变性。\n"
    assert {f.subject for f in told(text)} == {"施万前体细胞"}


def test_outside_the_body_is_no_model_where_patients_are_sorted_by_it(told: Found) -> None:
    found = told("MSC激活后释放IL-10,体外抑制力强的患者获益更多。")
    assert found
    assert not any("preclinical" in fact.flags for fact in found)


def test_dashes_behind_each_other_leave_no_empty_clause(told: Found) -> None:
    assert told("间充质干细胞比较----") == []


@pytest.mark.parametrize("denied", ["并不是通过", "并不通过", "不是直接通过"])
def test_what_something_does_not_act_by_is_no_deed_of_it(told: Found, denied: str) -> None:
    found = claims(told(f"MSC{denied}分化为肌细胞发挥作用,而是通过旁分泌保护神经元。"))
    assert not any("肌细胞" in value for _, _, value in found)
    assert ("MSC", "via", "旁分泌") in found
