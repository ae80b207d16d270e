from collections.abc import Callable

import pytest

from sctui.model.document import Document
from tests.unit.facts.mechanism_claims import Found, claims


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


@pytest.mark.parametrize("not_so", ["自己并不变成角质细胞", "并非变成角质细胞", "本身不变成角质细胞"])
def test_what_something_does_instead_is_said_of_it(not_so: str, told: Found) -> None:
    found = claims(told(f"表皮干细胞{not_so},而是分泌VEGF。"))
    assert ("表皮干细胞", "secretes", "VEGF") in found
