from collections.abc import Callable

import pytest

from sctui.facts.mechanisms import find_mechanisms
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Found = Callable[[str], list[Fact]]


@pytest.fixture
def told(document_of: Callable[[str], Document], lexicon: Lexicon) -> Found:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        facts = list(find_mechanisms(document, build_outline(document), lexicon))
        for fact in facts:
            assert fact.answer is not None
            assert document.text(fact.answer) == fact.value
            assert fact.evidence.start <= fact.answer.start < fact.answer.end <= fact.evidence.end
        return facts

    return find


def claims(facts: list[Fact]) -> set[tuple[str, str, str]]:
    return {(fact.subject, fact.slot, fact.value) for fact in facts}


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
    assert {("FOXP3表达下调", "causes", "免疫耐受崩溃")} == found


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
    assert ("cause", "", "免疫疾病") in found


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


def test_a_clause_is_about_a_name_only_when_it_stands_whole(told: Found) -> None:
    assert claims(told("肌腱干细胞表面分子的组成不明,抑制炎症。")) == set()
    assert ("施万细胞", "secretes", "NGF") in claims(told("施万细胞迁移至断端,分泌NGF。"))
    assert ("神经干细胞来源的外泌体", "promotes", "轴突再生") in claims(
        told("神经干细胞来源的外泌体能够穿过血脑屏障,促进轴突再生。")
    )


def test_a_bracket_behind_a_state_does_not_hide_it(told: Found) -> None:
    found = claims(told("调节性B细胞功能缺陷(如IL-10减少),导致免疫耐受崩溃。"))
    assert ("调节性B细胞功能缺陷", "causes", "免疫耐受崩溃") in found


def test_what_surrounds_a_cell_is_not_who_acts(told: Found) -> None:
    found = claims(told("软骨祖细胞在炎症因子刺激下,分化为肥大软骨细胞。"))
    assert ("软骨祖细胞", "differentiates", "肥大软骨细胞") in found


def test_its_own_state_is_named_with_its_owner(told: Found) -> None:
    found = claims(told("造血干细胞作为免疫细胞的源头,其衰老导致免疫失衡。"))
    assert ("造血干细胞的衰老", "causes", "免疫失衡") in found


def test_a_cause_of_several_clauses_is_no_plain_cause(told: Found) -> None:
    (fact,) = (f for f in told("受损神经元释放谷氨酸,引发兴奋性毒性。") if f.value == "兴奋性毒性")
    assert fact.slot == "leads-to"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("外泌体通过减少IL-6,减轻炎症。", "外泌体通过减少IL-6,减轻炎症"),
        ("外泌体促进血管生成,加速愈合。", "外泌体促进血管生成,加速愈合"),
        ("外泌体促进血管生成,因此前景广阔。", "外泌体促进血管生成"),
    ],
)
def test_a_short_clause_goes_on_to_its_effect(
    told: Found, document_of: Callable[[str], Document], text: str, quote: str
) -> None:
    assert document_of(text).text(told(text)[0].evidence) == quote


def test_how_sure_the_text_is_stands_in_the_evidence(
    told: Found, document_of: Callable[[str], Document]
) -> None:
    text = (
        "来自羊膜间充质干细胞并经低氧预处理的外泌体可能通过TLR4/NF-κB信号通路抑制脊髓损伤处的小胶质细胞活化。"
    )
    inhibited = [f for f in told(text) if f.slot == "inhibits"]
    assert inhibited
    assert all("可能" in document_of(text).text(f.evidence) and "hedged" in f.flags for f in inhibited)


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("外泌体使胶原沉积明显减少。", "changes", "胶原沉积"),
        ("滑膜细胞的活化受TNF-α、IL-1β等驱动。", "driven-by", "TNF-α、IL-1β"),
        ("破骨细胞源自骨髓单核细胞。", "origin", "骨髓单核细胞"),
        ("小胶质细胞过度活化会加重神经炎症。", "aggravates", "神经炎症"),
        ("外泌体遞送miR-133b至神經元。", "carries", "miR-133b"),
        ("高糖环境损害内皮细胞功能。", "damages", "内皮细胞功能"),
        ("间充质干细胞通过捐赠线粒体或分泌抗氧化酶,恢复能量代谢。", "ways", "捐赠线粒体或分泌抗氧化酶"),
        ("1型糖尿病的核心病理特征是胰岛β细胞丧失。", "feature", "胰岛β细胞丧失"),
        ("溃疡性结肠炎病因不一,遗传因素和环境因素都可能导致该病。", "cause", "遗传因素和环境因素"),
    ],
)
def test_more_ways_to_say_what_acts_on_what(told: Found, text: str, slot: str, value: str) -> None:
    assert (slot, value) in {(f.slot, f.value) for f in told(text)}


def test_a_paragraph_that_turns_to_other_diseases_does_not_borrow_the_headings(told: Found) -> None:
    page = "干细胞治疗银屑病\n\n{}\n\n外泌体抑制角质形成细胞增殖,从而减轻炎症。\n"
    contexts = {
        about: {f.context for f in told(page.format(about)) if f.slot == "inhibits"}
        for about in ("银屑病是一种皮肤病,病程很长。", "自身免疫性疾病的病程都很长。")
    }
    assert list(contexts.values()) == [{"银屑病"}, {""}]


def test_a_question_that_names_a_disease_needs_no_other(told: Found) -> None:
    found = told("干细胞治疗银屑病\n\n外泌体治疗特应性皮炎时抑制肥大细胞活化。\n")
    assert all(f.context != "银屑病" for f in found)


def test_two_sentences_that_differ_only_in_the_answer_are_asked_together(
    told: Found, document_of: Callable[[str], Document]
) -> None:
    text = "外泌体降低IL-6的产生。外泌体降低IL-8的产生。"
    assert {document_of(text).text(f.evidence) for f in told(text)} == {text.removesuffix("。")}


def test_a_paragraph_that_begins_with_a_pronoun_goes_on(told: Found) -> None:
    page = "外泌体与神经修复\n\n外泌体可以抑制神经炎症。\n\n其次,它还可以促进髓鞘再生。\n"
    assert ("外泌体", "promotes", "髓鞘再生") in claims(told(page))


def test_two_english_verbs_in_the_past_share_the_subject(told: Found) -> None:
    found = claims(told("Exosomes reduced albuminuria and improved renal function."))
    assert found >= {
        ("Exosomes", "reduces", "albuminuria"),
        ("Exosomes", "improves", "improved renal function"),
    }
    released = claims(told("Interleukin-10 released by macrophages suppresses inflammation."))
    assert {slot for _, slot, _ in released} == {"inhibits"}


def test_antibodies_do_the_damage_not_the_cell_that_made_them(told: Found) -> None:
    assert all(f.slot != "damages" for f in told("浆细胞产生自身抗体,通过补体,直接损伤毛细血管。"))
    assert ("自身抗体", "damages", "β细胞") in claims(told("这些自身抗体直接损伤β细胞。"))


def test_what_is_said_of_patients_after_the_animals_is_not_preclinical(told: Found) -> None:
    found = told(
        "小鼠模型显示,外泌体抑制炎症。外泌体减少IL-6。银屑病患者的外泌体促进血管生成。外泌体增加IL-10。"
    )
    assert ["preclinical" in fact.flags for fact in found] == [True, True, False, False]
