"""What is told of a study in several words is asked by one question."""

from dataclasses import replace

import pytest

from sctui.decks.carriers import Joined
from sctui.decks.joined import joined
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.language import Language

HERE = Span(1, 0, 40)


def told(kind: str = "trial", title: str = "", **slots: str) -> list[Fact]:
    """The facts of one study; `a__b` is the slot a measured by b."""
    values = (("kind", kind), ("title", title), ("topic", "甲病"), *slots.items())
    study = Study("study-1", tuple(Slot(slot.partition("__")[0], value, HERE) for slot, value in values))
    return [
        Fact(
            FactKind.TRIAL,
            slot.partition("__")[0],
            "甲细胞",
            value,
            HERE,
            HERE,
            slot.partition("__")[2],
            study=study,
        )
        for slot, value in slots.items()
    ]


def ways(facts: list[Fact], language: Language = Language.SIMPLIFIED) -> list[Joined]:
    page = Document("page.md", "0", language, (Line(1, "在治疗后1年内,血糖降低", LineKind.PARAGRAPH),))
    return [found[0] for found in joined(page, facts, None)]


def answers(facts: list[Fact], language: Language = Language.SIMPLIFIED) -> list[tuple[str, str]]:
    return [(way.fact.slot, way.fact.value) for way in ways(facts, language)]


def test_design_and_size_are_one_answer_with_year_and_place_behind() -> None:
    facts = told(year="2020年", design="双盲、随机对照试验", n="48例", phase="II期", site="东湖大学")
    (way,) = ways(facts)
    assert way.fact.value == "48例患者的II期双盲、随机对照试验（2020年，东湖大学）"
    assert way.asked == "48例患者的II期双盲、随机对照试验"
    assert set(way.parts) == set(facts)
    assert {"n", "design", "phase", "site"} <= set(way.hidden)
    assert "year" not in way.hidden  # which study is meant is told in the question


def test_a_place_that_alone_tells_which_study_is_meant_stands_in_no_bracket() -> None:
    page = Document("page.md", "0", Language.SIMPLIFIED, (Line(1, "东湖大学", LineKind.PARAGRAPH),))
    facts = told(design="双盲、随机对照试验", n="48例", site="东湖大学")
    (found, *_) = joined(page, facts, None)
    told_in = {("site" in way.hidden): way.fact.value for way in found}
    assert told_in == {
        True: "48例患者的双盲、随机对照试验（东湖大学）",
        False: "48例患者的双盲、随机对照试验",
    }


def test_a_design_that_is_no_noun_becomes_one() -> None:
    assert answers(told(n="42例", design="随机", name="甲")) == [("made", "42例患者的随机研究")]


def test_the_size_of_a_study_without_name_year_and_place_stands_in_the_question() -> None:
    assert answers(told(n="42例", design="双盲试验", product="甲细胞移植")) == []
    both = told(n="42例", design="双盲试验", phase="II期", product="甲细胞移植")
    assert answers(both) == [("made_kind", "II期双盲试验")]
    assert answers(told(n="42例", design="双盲试验", phase="II期")) == []


def test_a_treatment_is_told_with_its_route_and_schedule() -> None:
    facts = told(product="甲细胞移植", route="鞘内注射", interval="每12周", doses="3剂")
    assert answers(facts) == [("regimen", "甲细胞移植（鞘内注射，每12周，3剂）")]


@pytest.mark.parametrize(("told_", "shown"), [("1次(单次静脉注射)", "单次"), ("1次(单次输注)", "单次输注")])
def test_a_single_dose_does_not_say_its_route_again(told_: str, shown: str) -> None:
    facts = told(product="甲细胞移植", route="静脉注射", doses=told_)
    assert answers(facts) == [("regimen", f"甲细胞移植（静脉注射，{shown}）")]


def test_a_journal_that_lost_its_spaces_stands_nowhere() -> None:
    facts = told(product="甲细胞移植", year="2018年", journal="Cells,TissuesandOrgans")
    assert answers(facts) == [("product", "甲细胞移植（2018年）")]


@pytest.mark.parametrize("product", ["干细胞疗法", "stem cell therapy"])
def test_what_any_study_of_the_field_gave_is_no_answer(product: str, lexicon: Lexicon) -> None:
    page = Document("page.md", "0", Language.SIMPLIFIED, (Line(1, "在治疗后1年内", LineKind.PARAGRAPH),))
    assert list(joined(page, told(product=product, year="2018年"), lexicon)) == []
    assert list(joined(page, told(product=f"甲{product}", year="2018年"), lexicon))


def test_a_year_stands_behind_the_treatment_where_nothing_else_is_told() -> None:
    assert answers(told(year="2018年", product="甲细胞移植")) == [("product", "甲细胞移植（2018年）")]


def test_changes_and_safety_are_told_together_while_they_are_few() -> None:
    facts = told(change_word__血糖="降低", change_word__体重="减轻", safety="没有严重不良反应")
    assert answers(facts) == [("found", "血糖降低；体重减轻；没有严重不良反应")]


def test_one_change_of_nobodys_study_is_asked_for_what_changed() -> None:
    assert answers(told("loose", change_word__血糖="降低", safety="没有严重不良反应")) == []


def test_beside_figures_changes_are_asked_by_themselves() -> None:
    facts = told(change_word__血糖="降低", share__患者缓解="50%", verdict="免疫耐受恢复")
    assert answers(facts) == [("concluded", "免疫耐受恢复")]


def test_what_one_would_guess_of_safety_is_no_answer() -> None:
    facts = told(share__患者缓解="50%", safety="没有严重不良反应", verdict="安全有效")
    assert answers(facts) == []


def test_a_treatment_is_told_without_what_came_of_it() -> None:
    facts = told(product="甲细胞移植", route="静脉注射", safety="没有严重不良反应", verdict="安全有效")
    assert answers(facts) == [("regimen", "甲细胞移植（静脉注射）")]


def test_what_one_would_guess_is_told_beside_how_a_study_was_made() -> None:
    facts = told(n="40例", design="随机", name="甲", verdict="安全有效", safety="没有严重不良反应")
    (way,) = ways(facts)
    assert way.fact.value == "40例患者的随机研究（没有严重不良反应；安全有效）"
    (way,) = ways(told(n="40例", design="随机", name="甲", verdict="安全有效"))
    assert way.fact.value == "40例患者的随机研究（安全有效）"


def test_a_verdict_on_two_treatments_is_not_told_of_one() -> None:
    (way, *_) = ways(told(n="40例", design="随机", name="甲", beside="乙药", verdict="安全有效"))
    assert way.fact.value == "40例患者的随机研究"


def test_a_treatment_is_told_without_the_day_and_the_place_that_it_was_told_of() -> None:
    facts = told(product="甲细胞移植", route="静脉注射", year="2025年4月14号", site="某医院")
    assert answers(facts) == [("regimen", "甲细胞移植（静脉注射）")]


def test_what_experts_agree_on_is_asked() -> None:
    facts = told("consensus", share__患者缓解="50%", safety="没有严重不良反应", verdict="安全有效")
    assert ("overall", "安全有效；没有严重不良反应") in answers(facts)


def test_what_one_would_guess_stands_in_brackets_behind_other_findings() -> None:
    facts = told(
        change_word__空腹血糖水平="降低",
        change_word__每日胰岛素需求="减少",
        change_word__糖化血红蛋白="下降",
        verdict="安全有效",
    )
    (way,) = ways(facts)
    assert way.fact.slot == "found"
    assert way.fact.value == "空腹血糖水平降低；每日胰岛素需求减少；糖化血红蛋白下降（安全有效）"
    assert way.asked == "空腹血糖水平降低；每日胰岛素需求减少；糖化血红蛋白下降"


def test_what_one_would_guess_is_no_answer_beside_figures() -> None:
    assert answers(told(share__患者缓解="50%", verdict="安全有效")) == []


def test_groups_are_told_with_how_a_study_was_made() -> None:
    facts = told(
        n="48例",
        design="随机对照试验",
        name="甲",
        product="甲细胞移植",
        route="鞘内注射和静脉注射",
        groups="三组",
    )
    assert answers(facts) == [
        ("made", "48例患者的随机对照试验（分为三组）"),
        ("regimen", "甲细胞移植（鞘内注射和静脉注射）"),
    ]


def test_what_pooled_studies_of_people_show_is_asked() -> None:
    facts = told("review", work="meta-analysis", conclusion="甲细胞与乙病的改善相关")
    assert ("found", "甲细胞与乙病的改善相关") in answers(facts)
    assert answers(told("review", work="review", verdict="安全有效")) == []


def test_what_one_finding_says_another_does_not_say_again() -> None:
    facts = told(caused="空腹血糖水平降低", conclusion="每日空腹血糖水平降低")
    assert answers(facts) == [("found", "每日空腹血糖水平降低")]


def test_a_change_is_told_with_the_time_in_front_of_it() -> None:
    place, clause = Span(1, 10, 12), Span(1, 0, 12)
    of = (Slot("kind", "trial", HERE), Slot("topic", "甲病", HERE))
    study = Study("study-1", (*of, Slot("change_word", "降低", place, time="1年")))
    change = Fact(FactKind.TRIAL, "change_word", "甲细胞", "降低", clause, place, "血糖", study=study)
    other = replace(change, value="减轻", measure="体重", answer=Span(1, 30, 32), evidence=Span(1, 28, 32))
    assert answers([change, other])[0][1].startswith("在治疗后1年内,血糖降低；体重减轻")


def test_that_studies_found_it_safe_is_no_answer_of_nobodys_study() -> None:
    assert answers(told("loose", verdict="安全有效")) == []


def test_a_claim_made_with_reserve_is_told_alone() -> None:
    (change, other, effect) = told(change_word__血糖="降低", change_word__体重="减轻", effect="改善肾功能")
    assert answers([change, other, replace(effect, flags=("hedged",))]) == [("found", "血糖降低；体重减轻")]


def test_a_review_is_asked_for_what_it_stands_on() -> None:
    facts = told("review", "甲细胞治疗乙病:基于动物研究的荟萃分析", type="荟萃分析", year="2023年")
    assert answers(facts) == [("scope", "基于动物研究的荟萃分析（2023年）")]


def test_design_and_size_in_english() -> None:
    facts = told(n="48", design="randomized", phase="phase II", year="2020")
    assert answers(facts, Language.ENGLISH) == [("made", "phase II randomized trial in 48 patients (2020)")]


@pytest.mark.parametrize("kind", ["approval"])
def test_approvals_are_asked_slot_by_slot(kind: str) -> None:
    assert answers(told(kind, n="54例", year="2024年")) == []


def test_what_a_review_says_a_treatment_is_for_stands_on_that_review() -> None:
    review = told("review", reviewed="双倍干细胞疗法", type="综述", journal="某期刊")
    meant = replace(review[0], slot="indication", subject="双倍干细胞疗法", value="甲病、乙病", study=None)
    assert ("indication", "甲病、乙病（综述，《某期刊》）") in answers([*review, meant])
    other = replace(meant, subject="丙细胞")
    assert "indication" not in {slot for slot, _ in answers([*review, other])}


def test_how_patients_were_treated_is_more_than_with_what() -> None:
    facts = told(n="54例", product="甲细胞移植", arm__甲细胞移植="27例", site="东湖大学")
    assert "regimen" not in {slot for slot, _ in answers(facts)}
    facts = told(n="54例", product="甲细胞移植", route="静脉输注", site="东湖大学")
    assert ("regimen", "甲细胞移植（静脉输注）") in answers(facts)


def test_a_group_is_told_once_and_one_group_is_none() -> None:
    facts = told(n="60例", design="随机试验", name="甲", groups="一组")
    assert answers(facts) == [("made", "60例患者的随机试验")]
    sizes = [*told(n="60例", design="随机试验", name="甲", arm_size__治疗组="30例", arm_size__对照组="30例")]
    again = replace(sizes[-1], value="3例")
    assert answers([*sizes, again]) == [("made", "60例患者的随机试验（治疗组30例，对照组30例）")]


def test_one_thing_that_changed_is_asked_round() -> None:
    facts = told(product="甲细胞", n="61例", name="甲", change_word__卵巢体积和窦卵泡="有增加")
    assert not {"found"} & {slot for slot, _ in answers(facts)}


def test_a_study_of_no_disease_is_not_asked_for_what_it_found() -> None:
    facts = told(n="30例", design="随机对照", year="2021年")
    bare = tuple(slot for slot in facts[0].study.slots if slot.name != "topic") if facts[0].study else ()
    assert answers(facts)
    assert not answers([replace(fact, study=Study("study-1", bare)) for fact in facts])
