"""What trials are asked as: parts of parts, states, approvals, labels in front, and who is spoken of."""

import re
from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.facts.figures import find_figures
from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline
from tests.unit.facts.mechanism_claims import values

Find = Callable[[str], list[Fact]]


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The trial, figure and comparison facts of a text."""

    def facts(text: str) -> list[Fact]:
        document = document_of(text)
        tree = build_outline(document)
        telling = read_telling(document, tree, lexicon)
        found = list(find_trials(telling, document, tree, lexicon))
        return [*found, *find_figures(telling, lexicon), *find_comparisons(document, tree, lexicon)]

    return facts


TRIAL = "2021年,一项研究用脐带间充质干细胞治疗60名心力衰竭患者。"


def test_a_part_of_a_part_is_asked_among_its_whole(find: Find) -> None:
    facts = find(TRIAL + "40名患者接受了两次输注,其中6例接受了三次输注。\n")
    (part,) = [fact for fact in facts if fact.slot == "arm_of"]
    assert (part.value, part.subject) == ("6例", "40名患者")
    assert "40名" in values(facts, "arm")


def test_people_counted_in_an_arm_are_asked_of_the_arm(find: Find) -> None:
    facts = find(TRIAL + "对照组中有9名患者死亡。\n")
    (died,) = [fact for fact in facts if fact.slot == "count_of"]
    assert (died.value, died.subject) == ("9名患者", "对照组")


@pytest.mark.parametrize(
    ("told", "slot", "measure", "value"),
    [
        ("两组在住院天数上无显著差异", "state_differs", "两组在住院天数", "无显著差异"),
        ("治疗后6个月的心电图检查均无异常", "state_result", "治疗后6个月的心电图检查", "均无异常"),
        ("但治疗组患者的运动耐量明显改善", "change_word", "治疗组患者的运动耐量", "明显改善"),
        ("心力衰竭患者的睡眠质量明显改善", "change_word", "患者的睡眠质量", "明显改善"),
        ("患者的病情显示出积极的结果", "state_plain", "患者的病情", "显示出积极的结果"),
    ],
)
def test_results_in_words_are_asked_as_what_they_are(
    find: Find, told: str, slot: str, measure: str, value: str
) -> None:
    facts = find(f"{TRIAL}{told}。\n")
    assert [(f.measure, f.value) for f in facts if f.slot == slot] == [(measure, value)]


def test_a_state_says_what_it_is_compared_with(find: Find) -> None:
    (state,) = [f for f in find(TRIAL + "血肌酐显著低于治疗前。\n") if f.slot == "state_against"]
    assert (state.measure, state.subject) == ("血肌酐", "治疗前")


def test_a_long_list_of_measures_says_that_there_are_more(find: Find) -> None:
    measures = "左心室射血分数、六分钟步行距离、生活质量问卷评分、血清白蛋白以及肌酐水平"
    (change,) = [f for f in find(f"{TRIAL}随访期间,{measures}持续改善。\n") if f.slot == "change_word"]
    assert change.measure == "左心室射血分数、六分钟步行距离、生活质量问卷评分、血清白蛋白等"


def test_the_time_of_following_up_keeps_its_qualifier(find: Find) -> None:
    facts = find(TRIAL + "并进行了平均长达3年的随访。在3年随访中,50%的患者恢复工作。\n")
    assert values(facts, "followup") == ["平均长达3年"]


def test_times_of_visits_are_not_one_span(find: Find) -> None:
    assert values(find(TRIAL + "并在移植后1、3和6个月进行随访。\n"), "followups") == ["1、3和6个月"]


def test_researchers_may_be_told_by_their_country_alone(find: Find) -> None:
    facts = find("2020年,埃及科研人员在《Joint Letters》上发表了一项研究,用干细胞治疗20名膝骨关节炎患者。\n")
    assert values(facts, "country") == ["埃及"]


def test_a_label_in_front_names_the_disease(find: Find) -> None:
    facts = find("帕金森病:30例患者接受间充质干细胞输注后,运动评分改善维持6个月。\n")
    assert values(facts, "condition") == ["帕金森病"]


def test_a_registry_number_may_stand_behind_a_chinese_character(find: Find) -> None:
    facts = find("2020年的一项试验(注册号NCT01234567)用干细胞治疗20名卒中患者。\n")
    assert values(facts, "registry") == ["NCT01234567"]


def test_a_journal_may_have_its_name_in_brackets(find: Find) -> None:
    facts = find("最近,《柳叶刀》(The Lancet)杂志刊登了一项干细胞治疗帕金森病的研究。\n")
    assert values(facts, "journal") == ["柳叶刀"]


def test_the_sentence_on_the_maker_names_the_cells(find: Find) -> None:
    facts = find(
        "某大学团队研发的脂肪间充质干细胞外泌体颗粒均匀。在18例哮喘患者的I期临床试验中,所有患者耐受良好。\n"
    )
    (cells,) = [fact for fact in facts if fact.slot == "cell_source"]
    assert cells.value == "脂肪间充质干细胞外泌体"
    assert cells.study is not None
    assert cells.study.get("n") == "18例"


def test_what_an_approval_says(find: Find) -> None:
    facts = find(
        "2023年6月,国家药品监督管理局附条件批准某某生物公司的脐络赛注射液(商品名:络赛)上市,"
        "适应症为激素治疗失败的急性移植物抗宿主病。\n"
    )
    assert values(facts, "trade") == ["络赛"]
    assert values(facts, "pathway") == ["附条件批准"]
    assert len(values(facts, "indication")) == 1, "the approval asks for it, and no other therapy"


def test_a_product_told_by_its_trade_name_alone(find: Find) -> None:
    facts = find("商品名为Kneestem的脐带血间充质干细胞产品于2012年1月获韩国食品药品安全部批准上市。\n")
    assert values(facts, "brand") == ["Kneestem"]


def test_the_phase_of_a_makers_trial(find: Find) -> None:
    (phase,) = [f for f in find("多国加快审批(如海泽生物的III期临床试验)。\n") if f.slot == "phase_of"]
    assert (phase.subject, phase.value) == ("海泽生物", "III期")


def test_reviews_assess_and_patients_receive(find: Find) -> None:
    review = find("2020年发表于《Heart》期刊的一篇综述评估了间充质干细胞移植治疗心力衰竭的疗效。\n")
    case = find("一名61岁的男性肝硬化患者接受了脐带间充质干细胞移植治疗。\n")
    assert values(review, "reviewed") == ["间充质干细胞移植"]
    assert len(values(case, "received")) == 1


def test_people_of_a_review_who_were_treated_alike_are_an_arm(find: Find) -> None:
    facts = find(
        "2020年发表于《Heart》期刊的一篇综述评估了间充质干细胞移植治疗心力衰竭的疗效。"
        "接受脐带间充质干细胞移植的80名患者中,7名患者死亡,其中30名参与者的步行距离增加。\n"
    )
    assert values(facts, "n") == []
    assert [(f.measure, f.value) for f in facts if f.slot == "arm"] == [
        ("患者接受脐带间充质干细胞移植", "80名")
    ]
    assert [(f.subject, f.value) for f in facts if f.slot == "count_of"] == [("80名患者", "30名参与者")]


def test_properties_that_were_shown_are_named_and_not_judged(find: Find) -> None:
    facts = find(TRIAL + "该结果表明细胞治疗的有效性和安全性。\n")
    assert values(facts, "proved") == ["有效性和安全性"]


def test_a_hazard_keeps_its_verb(find: Find) -> None:
    (hazard,) = [f for f in find("感染风险:操作不当可能引入细菌。\n") if f.slot == "hazard"]
    assert (hazard.subject, hazard.measure, hazard.value) == ("操作不当", "引入", "细菌")


def test_neighbours_of_a_table_may_be_alike_in_degree(find: Find) -> None:
    facts = find(
        "| 特性 | 骨髓MSCs | 脂肪MSCs |\n|---|---|---|\n| 免疫原性 | 低 | 低 |\n| 便利性 | 高(无创) | 中 |\n"
    )
    assert [f.subject for f in facts if f.value == "低"] == ["骨髓MSCs", "脂肪MSCs"]
    assert [f.slot for f in facts if f.value == "高(无创)"] == ["cell-degree"]


def test_cells_that_are_good_at_something(find: Find) -> None:
    (strong,) = [f for f in find("其中神经干细胞在重建环路方面更具优势。\n") if f.slot == "strong-in"]
    assert (strong.subject, strong.value) == ("神经干细胞", "重建环路")


def test_people_of_the_world_have_their_disease(find: Find) -> None:
    (count,) = [f for f in find("心力衰竭是主要死因,全球约有6400万名患者。\n") if f.slot == "count"]
    assert (count.subject, count.measure, count.value) == ("全球", "心力衰竭患者", "约有6400万名")


def test_an_abstracts_results_belong_to_its_study(find: Find) -> None:
    facts = find(
        "Methods: In this phase II randomized trial, 40 patients with knee osteoarthritis received "
        "umbilical cord mesenchymal stem cells.\n"
        "Results: At 12 months, pain scores were lower. The response rate reached 82%.\n"
    )
    (rate,) = [fact for fact in facts if fact.value == "82%"]
    assert rate.study is not None


@pytest.mark.parametrize("kind", ["trial", "figure", "comparison"])
def test_chinese_questions_have_full_width_marks(kind: str) -> None:
    text = (bundled() / "data" / "templates" / f"{kind}.zh.yaml").read_text(encoding="utf-8")
    fronts = re.findall(r'front: "(.*)"', text)
    assert fronts
    assert not [front for front in fronts if re.search("[?,:;()]", front)]


def test_what_became_of_one_of_them_is_no_result_of_the_study(find: Find) -> None:
    facts = find(TRIAL + "治疗后患者的心功能明显改善。其中一名患者的气喘症状明显改善。\n")
    assert [fact.measure for fact in facts if fact.slot == "change_word"] == ["患者的心功能"]


def test_what_was_found_before_is_no_result_of_the_study(find: Find) -> None:
    facts = find(
        "We previously reported umbilical cord mesenchymal stem cell treatment in patients with heart failure"
        " that were observed for up to 8 months.\n64 patients with heart failure were recruited.\n"
    )
    assert "up to 8 months" not in [fact.value for fact in facts]
    assert "64 patients" in " ".join(fact.value for fact in facts)


def test_what_was_granted_and_how_it_was_reviewed_are_two_matters(find: Find) -> None:
    text = "2024年3月,国家药品监督管理局通过优先审评审批程序,附条件批准甲脐注射液上市。"
    facts = find(text)
    assert values(facts, "pathway") == ["附条件批准"]
    assert values(facts, "review_path") == ["优先审评审批程序"]
    assert not values(find(text.replace("通过优先审评审批程序,", "")), "review_path")
