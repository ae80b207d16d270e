"""Where one study ends and the next begins: abstracts, bullets, answers, the next of several."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found


def sizes(facts: list[Fact]) -> dict[str, set[str]]:
    """The slots told of each study, by its size."""
    told: dict[str, set[str]] = {}
    for fact in facts:
        if fact.study:
            told.setdefault(fact.study.get("n"), set()).add(fact.value)
    return told


def test_each_abstract_tells_of_its_own_study(trials: Found) -> None:
    facts = trials(
        "# Session 2: cells in heart failure\n\n"
        "## CORD CELLS IN HEART FAILURE: RESULTS OF THE DOUBLE-BLIND, SHAM-CONTROLLED HARBOUR-5 TRIAL\n\n"
        "Methods: Adults with heart failure were randomised to umbilical cord MSCs or sham.\n\n"
        "Results: 96 patients were treated. Ejection fraction rose by 4.1% with cells.\n\n"
        "Conclusion: Cells were safe.\n\n"
        "## BY CATHETER OR BY VEIN\n\n"
        "Methods: Open-label, two centres. n=31, all with prior infarction. Single injection of adipose MSCs.\n\n"
        "Results: Ejection fraction rose by 2.2% in all.\n"
    )
    told = {
        fact.study.get("n"): (fact.study.get("name"), fact.study.get("design"))
        for fact in facts
        if fact.study
    }
    assert told == {
        "96 patients": ("HARBOUR-5", "double-blind, sham-controlled"),
        "31": ("", "Open-label"),
    }
    assert "2.2%" not in sizes(facts)["96 patients"]


def test_parts_that_begin_anew_are_of_another_abstract(trials: Found) -> None:
    facts = trials(
        "# 会议摘要\n\n"
        "方法：58例心力衰竭患者随机分组，试验组静脉输注脐带间充质干细胞。\n\n"
        "结果：6个月时LVEF提高5.1%。\n\n"
        "方法：17例心力衰竭患者接受骨髓间充质干细胞输注，单臂。\n\n"
        "结果：6个月时LVEF提高2.3%。\n"
    )
    assert "5.1%" in sizes(facts)["58例"]
    assert "2.3%" in sizes(facts)["17例"]


def test_what_comes_behind_a_list_goes_on_with_no_item(trials: Found) -> None:
    facts = trials(
        "# 膝骨关节炎的注射治疗\n\n## 一、临床数据\n\n"
        "1. 某支架：登记研究 n=204，12个月失败率 9.5%，没有对照。\n\n"
        "## 二、怎么选\n\n"
        "· 早期病人：先康复12周，无效再考虑脂肪间充质干细胞注射。\n\n"
        "· 晚期病人：干细胞注射无效。\n"
    )
    assert {fact.study.get("cell_source") for fact in facts if fact.study} == {""}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Two trials count.\n\nLUMEN-AD was a double-blind study. 48 people with Alzheimer's disease got MSCs.\n\n"
            "The second is Japanese, called KAIRO. The cells went into the ventricles, n=36, 24 active and 12 saline. "
            "Fever hit 22 of 24 treated patients, along with headache (58%)."
        ),
        (
            "有两个试验。\n\nLUMEN-AD研究为双盲研究，48例阿尔茨海默病患者接受间充质干细胞输注。\n\n"
            "第二个试验叫KAIRO，在日本做的，36例患者，细胞打进脑室。治疗组22例发热。"
        ),
        (
            "有兩個試驗。\n\nLUMEN-AD試驗為雙盲試驗，48名阿茲海默症患者接受間質幹細胞輸注。\n\n"
            "第二個試驗叫KAIRO，在日本做的，36名患者，細胞打進腦室。治療組22名發燒。"
        ),
    ],
)
def test_the_second_of_two_is_another(trials: Found, text: str) -> None:
    names = {
        fact.study.get("name")
        for fact in trials(text)
        if fact.study and ("22" in fact.value or "36" in fact.value)
    }
    assert names == {"KAIRO"}


def test_items_in_bold_tell_of_one_study_each(trials: Found) -> None:
    facts = trials(
        "= 眼科細胞治療 =\n\n"
        "* '''BEACON'''（第一/二期，2018-2022）：hESC-RPE 貼片植入視網膜下，晚期黃斑部病變病人 16 名，開放標籤。"
        "12 個月時視力平均增加 1.6 個字母。5 名進步 5 個字母以上。\n"
        "* '''海東 iPS 試驗'''：異體 iPSC-RPE 懸浮液注入濕性 AMD 5 名，追蹤 4 年，視力維持穩定。\n"
    )
    named = {fact.study.get("name"): fact.study.get("cell_source") for fact in facts if fact.study}
    assert "iPSC" not in named["BEACON"]


def test_a_series_without_controls_is_not_the_trial_before(trials: Found) -> None:
    for text in (
        "一项自体脂肪间充质干细胞的随机对照试验，n=40，随访12个月。成人我们科试过9例单臂，只有5例疼痛缓解。",
        (
            "A randomised trial gave adipose MSCs or placebo to 40 patients. "
            "An uncontrolled series of 9 patients saw pain relief in 5 patients."
        ),
    ):
        facts = trials(text)
        assert not [f for f in facts if f.study and "40" in f.study.get("n") and f.value.startswith("5")], (
            text
        )


def test_a_paragraph_on_several_studies_is_on_none_of_them(trials: Found) -> None:
    facts = trials(
        "ORBIT-S enrolled 46 people with sickle cell disease, who received edited haematopoietic stem cells.\n\n"
        "ORBIT-T treated 38 people with thalassaemia with edited haematopoietic stem cells.\n\n"
        "Safety was dominated by busulfan. Mucositis was seen in 71%. Neutrophils engrafted at 23 days in ORBIT-S "
        "and 26 days in ORBIT-T."
    )
    assert not [fact for fact in facts if fact.value == "71%"]


def test_groups_told_line_by_line_are_those_of_the_study_above(trials: Found) -> None:
    facts = trials(
        "2022年的PERIO-9研究，随机、单盲，入组144人，牙周炎患者，分三组：\n\n"
        "A组 清创+牙髓干细胞 1×10^6个局部注射，\n\nB组 清创+牙髓干细胞 1×10^7个，\n\nC组 清创+生理盐水。\n\n"
        "随访6个月，没有严重不良事件。"
    )
    assert {"6个月", "没有严重不良事件"} <= sizes(facts)["144人"]


def test_what_must_still_be_done_is_no_study(trials: Found) -> None:
    assert not trials(
        "The company must follow all treated patients for 15 years and complete a paediatric study (n = 24)."
    )


def test_no_figure_is_of_a_treatment_group_where_both_were_treated(trials: Found) -> None:
    for text in (
        (
            "A randomised trial (n=40) in proctitis. Group A (n=20): adipose MSCs by local injection. "
            "Group B (n=20): the same dose intravenously. Fever 2 vs 5."
        ),
        "62例糖尿病足患者随机接受CD34+细胞与骨髓单个核细胞治疗，3个月时疼痛评分分别下降5.1分对3.6分。",
    ):
        assert not {
            fact.value for fact in trials(text) if "治疗组" in fact.measure or "treatment" in fact.measure
        }


def test_a_count_without_what_befell_them_is_nothing(trials: Found) -> None:
    facts = trials(
        "A randomised trial gave MSCs or saline to 36 patients. Fever hit 22 of 24 patients within 36 hours."
    )
    assert "within 36 hours" not in {fact.measure for fact in facts}


def test_a_rate_of_those_above_a_limit_is_not_that_of_all(trials: Found) -> None:
    facts = trials(
        "2019年的研究纳入68例角膜缘干细胞缺乏症患者，移植培养的角膜缘上皮。"
        "强阳性细胞超过3%的移植片，成功率为81%，不足3%者为40%。"
    )
    assert not {"81%", "40%"} & {fact.value for fact in facts}


def test_the_trade_name_in_front_of_an_item_is_its_product(trials: Found) -> None:
    facts = trials("# 膝骨关节炎\n\n1. 立舒MicroFat：登记研究，n=204，12个月失败率9.5%，没有对照。")
    assert {fact.study.get("cell_source") for fact in facts if fact.study} == {"立舒MicroFat"}


def test_what_was_made_of_cells_was_given(trials: Found) -> None:
    for text, made in (
        ("6名脊髓損傷患者接受「誘導型多能幹細胞(iPSC)衍生神經前驅細胞」移植試驗。", "神經前驅細胞"),
        (
            "Induced pluripotent stem cell (iPSC)-derived neural progenitors were given to 6 patients in a trial.",
            "neural",
        ),
    ):
        told = {fact.study.get("cell_source") for fact in trials(text) if fact.study}
        assert all(made in one for one in told), text


def test_studies_pooled_are_no_trial(trials: Found) -> None:
    for text in (
        "荟萃分析(19项RCT，1507例)显示间充质干细胞治疗使心力衰竭患者LVEF平均提高2.2%。",
        "Network meta-analysis, 23 RCTs, 8,914 patients with ulcerative colitis given MSCs.",
    ):
        assert {fact.study.get("kind") for fact in trials(text) if fact.study} == {"review"}, text


@pytest.mark.parametrize(
    ("text", "sizes_told"),
    [
        (
            (
                "In one trial, 40 people with Parkinson's disease received marrow MSCs. In Japan, 20 patients with knee osteoarthritis were given adipose MSCs. WOMAC fell by 14 points. "
                "In Germany, 33 patients with heart failure had cardiac stem cells infused. Ejection fraction rose by 4%.\n\n"
                "Dr Lee's group treated 12 children with cerebral palsy with cord blood. GMFM improved by 3.1 points. "
                "The Boston team, by contrast, enrolled 63 children. They improved by 1.2 points."
            ),
            {"20 patients": "14", "33 patients": "4%", "12 children": "3.1"},
        ),
        (
            "2021年韩国团队治疗30例2型糖尿病患者，HbA1c下降1.1%。国内也有：华东医院纳入56例肝硬化患者，白蛋白升高4.2 g/L。",
            {"30例": "1.1%"},
        ),
        (
            (
                "某醫院2021年為8名脊髓損傷患者移植嗅鞘細胞，2名感覺恢復。高雄的團隊則收治15名，改用臍帶間質幹細胞，運動分數增加5分。"
                "相較之下，美國的試驗有61名病人，隨機分兩組，運動分數增加7.2分。"
            ),
            {"8名": "2名", "15名": "5分"},
        ),
        (
            (
                "北方医院的研究纳入120例失代偿期肝硬化患者，随机分组，给予间充质干细胞。6个月时MELD评分下降3.2分。"
                "相比之下，南方团队的24例里，MELD下降0.8分。"
            ),
            {"120例": "3.2分"},
        ),
    ],
)
def test_whom_others_treated_are_another_study(trials: Found, text: str, sizes_told: dict[str, str]) -> None:
    told = sizes(trials(text))
    for size, value in sizes_told.items():
        assert any(value in one for one in told[size]), size
        others = {one for other in sizes_told.items() if other[0] != size for one in [other[1]]}
        assert not any(any(one in got for got in told[size]) for one in others - {value}), size
    assert not any("0.8" in got or "7.2" in got for size in sizes_told for got in told[size])


def test_a_part_of_the_people_is_no_other_study(trials: Found) -> None:
    facts = trials(
        "2020年北方医院的随机试验给84例膝骨关节炎患者注射脂肪间充质干细胞。"
        "其中20例糖尿病患者接受了两次注射。两组12个月VAS下降31分。"
    )
    assert {fact.study.get("n") for fact in facts if fact.study} == {"84例"}


def test_the_first_trial_is_no_meta_analysis_of_another_chapter(trials: Found) -> None:
    text = (
        "# Cells for the lungs of the newborn\n\n## Preclinical studies\n\n"
        "A meta-analysis by Orlow and Senda (2021) pooled 31 rodent studies. MSCs reduced the wall by 13.4 µm.\n\n"
        "## Clinical trials\n\nThe first phase I trial (Norrhamn) gave twelve infants a single dose of MSCs."
    )
    assert {fact.study.get("kind") for fact in trials(text) if fact.slot == "n" and fact.study} == {"trial"}
