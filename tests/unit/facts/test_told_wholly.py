"""Answers that reach the end of what is told, and questions that say no more than the text does."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found


def values(facts: list[Fact], slot: str) -> list[str]:
    return [fact.value for fact in facts if fact.slot == slot]


@pytest.mark.parametrize(
    ("told", "comparator"),
    [
        ("与安慰剂或不治疗相比", "安慰剂或不治疗"),
        ("以生理盐水、假注射作为对照", "生理盐水、假注射"),
        ("对照组(得宝松注射)", "得宝松注射"),
    ],
)
def test_a_comparator_is_told_to_its_end(trials: Found, told: str, comparator: str) -> None:
    facts = trials(f"2020年,一项试验纳入40名RA患者,接受脐带间充质干细胞静脉输注,{told},疼痛评分下降。\n")
    assert values(facts, "comparator") == [comparator]


def test_nothing_is_no_comparator_by_itself(trials: Found) -> None:
    assert (
        values(trials("2020年,一项试验对40名未治疗的RA患者进行脐带间充质干细胞静脉输注。\n"), "comparator")
        == []
    )


def test_a_hospital_is_named_to_its_end_and_only_where_it_is_named(trials: Found) -> None:
    told = "2021年,由{}的研究人员发表的一项试验纳入30名RA患者,接受脐带间充质干细胞静脉输注。\n"
    assert values(trials(told.format("西部战区总医院第三医学中心")), "site") == ["西部战区总医院第三医学中心"]
    assert values(trials(told.format("挪威一家医院")), "site") == []
    author = "期刊《细胞与衰老》2021年的一项试验,作者是东湖大学附属医院的医生,纳入30名RA患者,接受脐带间充质干细胞静脉输注。\n"
    assert values(trials(author), "site") == ["东湖大学附属医院"]
    advice = "一项试验纳入30名RA患者,接受脐带间充质干细胞静脉输注。患者应先问清楚医院是否有备案。\n"
    assert values(trials(advice), "site") == []
    led = "一项试验纳入12名帕金森病患者,移植神经干细胞。研究由北方大学某教授负责。\n"
    assert values(trials(led), "site") == ["北方大学"]
    assert (
        values(trials("一项研究对18名OA患者注射MSCs,主要结果是安全性和北方大学骨关节炎指数。\n"), "site")
        == []
    )


def test_a_title_in_another_script_gives_no_answers(trials: Found) -> None:
    facts = trials(
        "2022年,丙医院发表的题为“Cord cells in colitis: a single-center, placebo-controlled phase II trial”"
        "的Ⅱ期临床研究纳入52名溃疡性结肠炎患者,接受脐带间充质干细胞静脉输注。\n"
    )
    assert values(facts, "phase") == ["Ⅱ期"]
    assert values(facts, "design") == values(facts, "comparator") == []


def test_how_often_is_answered_with_a_number(trials: Found) -> None:
    facts = trials("2021年,一项试验纳入33名RA患者,均接受单次静脉输注脐带间充质干细胞。\n")
    assert values(facts, "doses") == ["1次(单次静脉输注)"]


def test_infused_alone_is_no_way_to_ask_for(trials: Found) -> None:
    assert values(trials("2021年,一项试验对33名RA患者进行脐带间充质干细胞输注。\n"), "route") == []


def test_a_year_is_that_of_the_report_where_something_is_reported(trials: Found) -> None:
    reported = trials("2021年报道的一项试验对33名RA患者进行脐带间充质干细胞静脉输注。\n")
    carried_out = trials("2021年,一项试验对33名RA患者进行脐带间充质干细胞静脉输注。\n")
    assert values(reported, "year") == values(carried_out, "year_told") == ["2021年"]
    assert values(reported, "year_told") == values(carried_out, "year") == []


def test_what_is_true_of_the_first_patient_says_so(trials: Found) -> None:
    facts = trials(
        "2023年,丁医院开展了一项用诱导多能干细胞治疗1型糖尿病的临床研究。\n"
        "\n"
        "首例患者于5月接受移植,细胞经门静脉输注。目前患者恢复良好。\n"
    )
    assert [fact.measure for fact in facts if fact.slot == "state"] == ["首例患者"]


def test_two_studies_told_at_once_are_nobodys(trials: Found) -> None:
    facts = trials("去年,《神经通讯》同时发表了两项干细胞治疗帕金森病的研究,证明安全有效。\n")
    assert {fact.study.get("kind") for fact in facts if fact.study} <= {"loose"}
    assert values(facts, "journal") == []


def test_an_event_that_was_not_caused_is_no_adverse_event(trials: Found) -> None:
    facts = trials("2020年,一项试验对20名OA患者注射脐带MSCs,改善了关节功能而不引起不良事件。\n")
    assert values(facts, "adverse") == []
    assert values(facts, "effect") == ["改善了关节功能"]


META = """# Cord cells for lupus nephritis: a systematic review and meta-analysis

## Results

Nine RCTs with 402 patients were included. Compared with conventional therapy or placebo, umbilical cord mesenchymal stem cells showed a greater likelihood of remission (odds ratio [OR] 2.31, 95% CI 1.30-4.10). The incidence of infection was similar in the cells and control groups (OR 0.92, 95% CI 0.55-1.54).
"""


def test_pooled_trials_are_a_meta_analysis_with_its_ratios(trials: Found) -> None:
    facts = trials(META)
    study = facts[0].study
    assert study
    assert (study.get("kind"), study.get("work")) == ("review", "meta-analysis")
    assert values(facts, "studies") == ["Nine RCTs"]
    assert values(facts, "comparator") == ["conventional therapy or placebo"]
    assert [(fact.measure, fact.value) for fact in facts if fact.slot == "outcome"] == [
        ("odds ratio for remission, versus conventional therapy or placebo", "2.31"),
        ("odds ratio for infection", "0.92"),
    ]


def test_english_results_are_grammatical(trials: Found) -> None:
    facts = trials(
        "In 2021, a trial enrolled 48 patients with chronic stroke, who received intravenous infusions of "
        "autologous bone marrow mesenchymal stem cells. Motor function was significantly improved. "
        "The NIHSS score fell from 9.4 to 6.1 at 6 months. Lesion volume remained unchanged.\n"
    )
    assert [(fact.measure, fact.value) for fact in facts if fact.slot == "change_word"] == [
        ("Motor function", "significantly improved"),
        ("Lesion volume", "remained unchanged"),
    ]
    assert values(facts, "change") == ["from 9.4 to 6.1"]


def test_a_result_carries_the_time_in_front_of_it(trials: Found) -> None:
    text = "2020年,一项试验对20名OA患者注射脐带MSCs,治疗后6个月,患者的疼痛评分下降。\n"
    (fact,) = (fact for fact in trials(text) if fact.slot == "change_word")
    line = text.strip()
    assert line[fact.evidence.start : fact.evidence.end] == "治疗后6个月,患者的疼痛评分下降"


def test_what_is_first_shown_is_told_with_reserve(trials: Found) -> None:
    shown = "2020年,一项试验对20名OA患者注射脐带MSCs。该研究{}细胞治疗安全有效,改善了关节功能。\n"
    flags = {
        word: fact.flags
        for word in ("证明", "初步证明")
        for fact in trials(shown.format(word))
        if fact.slot == "effect"
    }
    assert flags == {"证明": (), "初步证明": ("hedged",)}


def test_what_cells_are_given_after_is_no_comparator(trials: Found) -> None:
    told = "In 2020, 40 patients with RA received MSCs by intravenous injection after the infusion of 100 mL saline.\n"
    assert values(trials(told), "comparator") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "与对照组相比,间充质干细胞降低VAS评分(MD=-1.58,95%CI:-2.31~-0.85)。",
            [("VAS评分的MD", "-1.58", "95%CI:-2.31~-0.85")],
        ),
        ("治療組死亡率更低(RR=0.78,95%CI:0.62~0.97)。", [("死亡率的RR", "0.78", "95%CI:0.62~0.97")]),
        ("不良事件风险比为1.05(95%CI:0.90~1.22)。", [("不良事件的风险比", "1.05", "95%CI:0.90~1.22")]),
        ("异质性较低(I2=21%)。", []),
    ],
)
def test_a_pooled_effect_is_of_what_the_sentence_measures(
    trials: Found, sentence: str, told: list[tuple[str, str, str]]
) -> None:
    text = f"一项荟萃分析检索PubMed至2023年5月,纳入16项随机对照试验,共875例膝骨关节炎患者。{sentence}\n"
    (study,) = {fact.study for fact in trials(text) if fact.study}
    assert [
        (slot.measure, slot.value, slot.interval) for slot in study.slots if slot.name == "outcome"
    ] == told
    assert not study.get("year")  # until when one searched
