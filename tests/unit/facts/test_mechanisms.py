import pytest

from tests.unit.facts.mechanism_claims import Found, claims


def test_one_sentence_three_facts(told: Found) -> None:
    found = claims(told("MSCs通过分泌IL-10抑制T细胞,并促进调节性T细胞增殖。"))
    assert found >= {
        ("MSCs", "secretes", "IL-10"),
        ("MSCs", "inhibits", "T细胞"),
        ("MSCs", "promotes", "调节性T细胞增殖"),
    }


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value", "measure"),
    [
        ("HSC可释放IL-6、SCF和CXCL12等细胞因子。", "HSC", "secretes", "IL-6、SCF和CXCL12", "细胞因子"),
        ("間充質幹細胞會分泌如VEGF、HGF等生長因子。", "間充質幹細胞", "secretes", "VEGF、HGF", "生長因子"),
        ("MSC下调促炎因子(如TNF-α、IL-6)。", "MSC", "downregulates", "TNF-α、IL-6", "促炎因子"),
        ("MSC减少促炎细胞因子如TNF-α的产生。", "MSC", "reduces", "TNF-α", "促炎细胞因子的产生"),
    ],
)
def test_a_list_is_one_value_and_its_class_is_the_measure(
    told: Found, text: str, subject: str, slot: str, value: str, measure: str
) -> None:
    assert (subject, slot, value, measure) in {(f.subject, f.slot, f.value, f.measure) for f in told(text)}


def test_members_of_a_list_stand_alone_too(told: Found) -> None:
    assert told("MSCs能分泌VEGF、HGF和IGF-1等因子。")[0].items == ("VEGF", "HGF", "IGF-1")


def test_a_short_form_in_brackets_is_no_list(told: Found) -> None:
    assert claims(told("MSCs促进调节性T细胞(Tregs)生成。")) == {
        ("MSCs", "promotes", "调节性T细胞(Tregs)生成")
    }


def test_pronouns_are_resolved_or_silent(told: Found) -> None:
    text = "HSC可分泌VEGF和HGF等生长因子,这些因子能激活PI3K/Akt通路,进而促进血管生成。"
    found = claims(told(text))
    assert ("VEGF和HGF", "activates", "PI3K/Akt通路") in found
    assert ("VEGF和HGF", "promotes", "血管生成") in found
    assert told("这一现象抑制炎症。") == []


def test_a_label_gives_the_subject_and_a_heading_lends_it_to_lists(told: Found) -> None:
    text = (
        "一、间充质干细胞的作用机制\n\n1.抗炎:通过下调IL-6减轻炎症。\n\n2.修复:促进血管生成,维持组织稳定。\n"
    )
    found = claims(told(text))
    assert ("间充质干细胞", "downregulates", "IL-6") in found
    assert ("间充质干细胞", "promotes", "血管生成") in found


def test_sections_on_disease_lend_no_subject(told: Found) -> None:
    text = "干细胞治疗糖尿病的发病机制\n\n- 免疫失衡:分泌干扰素-γ,加剧炎症。\n"
    assert told(text) == []


def test_a_subject_that_has_no_name_silences_what_follows(told: Found) -> None:
    assert told("MSCs来自骨髓。SLE患者体内的情况各不相同,导致炎症加重,促进纤维化。") == []
    assert told("如果间充质干细胞受损,就会导致炎症。") == []


def test_a_state_is_what_the_next_clause_speaks_of(told: Found) -> None:
    found = claims(told("FOXP3表达下调,导致免疫耐受崩溃。"))
    assert {("FOXP3表达下调", "causes", "免疫耐受崩溃"), ("FOXP3表达下调", "agent", "FOXP3")} == found


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value"),
    [
        ("类风湿关节炎由遗传和吸烟等因素共同引起。", "类风湿关节炎", "cause", "遗传和吸烟等因素"),
        ("多发性硬化症最常见的原因是自身反应性T细胞。", "多发性硬化症", "cause", "自身反应性T细胞"),
        ("系統性紅斑狼瘡會導致腎臟損傷。", "系統性紅斑狼瘡", "causes", "腎臟損傷"),
        ("间充质干细胞具有低免疫原性、抗炎作用。", "间充质干细胞", "property", "低免疫原性、抗炎作用"),
        ("克罗恩病的特征是肠道慢性炎症。", "克罗恩病", "feature", "肠道慢性炎症"),
        ("肝硬化患者常出现腹水和肝性脑病。", "肝硬化", "symptom", "腹水和肝性脑病"),
        ("颗粒细胞对卵泡成熟至关重要。", "颗粒细胞", "essential", "卵泡成熟"),
        ("慢性炎症是卵巢早衰的诱因。", "慢性炎症", "marker", "卵巢早衰"),
        ("HGF与c-Met受体结合后发挥作用。", "HGF", "binds", "c-Met受体"),
        ("干细胞疗法对肝脏纤维化有很好的抑制作用。", "干细胞疗法", "acts-on", "肝脏纤维化"),
        ("HSC可分化为免疫细胞。", "HSC", "differentiates", "免疫细胞"),
        ("CXCL12能吸引更多修复细胞。", "CXCL12", "recruits", "修复细胞"),
    ],
)
def test_relations_and_forms(told: Found, text: str, subject: str, slot: str, value: str) -> None:
    assert (subject, slot, value) in claims(told(text))


def test_causes_are_told_from_effects_of_treatment(told: Found) -> None:
    text = "卵巢早衰的病因\n\n卵巢早衰病因包括基因突变(例如FMR1和BMP15基因突变)、免疫疾病以及化疗、放疗和毒物等环境因素。\n"
    found = {(f.slot, f.measure, f.value) for f in told(text)}
    assert ("cause-of-kind", "基因突变", "FMR1和BMP15") in found
    assert ("cause-of-kind", "环境因素", "化疗、放疗和毒物") in found
    assert ("cause-among", "", "免疫疾病") in found


def test_an_effect_is_asked_with_its_verb_when_the_rest_says_enough(told: Found) -> None:
    found = claims(told("MSCs下调IL-6来减轻炎症,从而保护卵巢组织。"))
    assert ("MSCs", "protects", "保护卵巢组织") in found


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("MSCs可能抑制滑膜炎症。", "hedged"),
        ("药物治疗不会逆转多发性硬化症的症状。", "negated"),
        ("在小鼠中,MSCs促进血管生成。", "preclinical"),
    ],
)
def test_strength_negation_and_model_are_kept(told: Found, text: str, flag: str) -> None:
    (fact,) = told(text)
    assert flag in fact.flags


def test_a_negated_value_says_so(told: Found) -> None:
    (fact,) = told("药物治疗不会逆转多发性硬化症的症状。")
    assert fact.value.startswith("不会逆转")


def test_only_what_follows_the_animals_is_preclinical(told: Found) -> None:
    facts = told("MSCs促进血管生成。在小鼠中,MSCs抑制滑膜炎症。")
    assert [("preclinical" in fact.flags) for fact in facts] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "干细胞疗法为患者带来新希望,促进了医学发展。",
        "MSC治疗使雌激素水平提高了20%。",
        "通路的激活和抑制作用都很复杂。",
        "MSCs的抑制作用很强。",
        "研究人员促进了细胞增殖。",
        "患者的恢复情况良好。",
        "",
    ],
)
def test_praise_figures_and_nouns_make_no_fact(told: Found, text: str) -> None:
    assert told(f"关于细胞的短文\n\n{text}\n") == []


def test_a_verb_inside_a_relative_clause_is_not_the_subjects_deed(told: Found) -> None:
    found = claims(told("PGE2抑制TNF-α等会加剧组织损伤的细胞因子。"))
    assert not [claim for claim in found if claim[1] == "aggravates"]
    assert not [c for c in claims(told("MSCs抑制T细胞分泌干扰素-γ。")) if c[1] == "secretes"]


def test_a_short_clause_borrows_its_heading(told: Found) -> None:
    text = "卵巢早衰的细胞治疗\n\n抗凋亡:MSC保护颗粒细胞。\n"
    (fact,) = told(text)
    assert fact.context == "卵巢早衰 · 抗凋亡"


def test_long_lines_are_read_in_linear_time(told: Found) -> None:
    sentence = "MSCs通过分泌IL-10抑制T细胞,并促进血管生成。"
    assert len(told(sentence * 400)) >= 3 * 400 - 10


def test_a_line_without_punctuation_is_no_clause(told: Found) -> None:
    assert told("促进血管生成" * 2000) == []


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value"),
    [
        ("Mesenchymal stem cells secrete VEGF, promote angiogenesis, and reduce inflammation.",
         "Mesenchymal stem cells", "secretes", "VEGF"),
        ("Mesenchymal stem cells secrete VEGF, promote angiogenesis, and reduce inflammation.",
         "Mesenchymal stem cells", "reduces", "inflammation"),
        ("Osteoarthritis, a disease of old age, is characterized by loss of cartilage.",
         "Osteoarthritis", "feature", "loss of cartilage"),
        ("MSCs have the ability of self-renewal.", "MSCs", "property", "self-renewal"),
        ("Premature ovarian failure can lead to loss of fertility.",
         "Premature ovarian failure", "causes", "loss of fertility"),
    ],
)  # fmt: skip
def test_english_clauses(told: Found, text: str, subject: str, slot: str, value: str) -> None:
    assert (subject, slot, value) in claims(told(text))


def test_english_negation_hedge_and_pronoun(told: Found) -> None:
    text = (
        "The most common treatment is hormone replacement therapy (HRT), it relieves hot flushes but does not "
        "improve ovarian function. MSCs may inhibit fibrosis."
    )
    facts = told(text)
    negated = next(fact for fact in facts if "negated" in fact.flags)
    assert (negated.subject, negated.value) == (
        "hormone replacement therapy",
        "does not improve ovarian function",
    )
    assert next(fact for fact in facts if fact.slot == "inhibits").flags == ("hedged",)
    assert told("This increased levels of IL-6. It promotes fibrosis.") == []
