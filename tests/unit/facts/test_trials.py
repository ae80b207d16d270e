"""Studies as they are told in prose: frames, slots and the facts that come of them."""

import pytest

from tests.unit.facts.mechanism_claims import Found, values


def test_the_slots_of_one_trial(trials: Found) -> None:
    facts = trials(
        "2021年,成都某医院发表在《Cell Repair》上的一项随机、双盲II期试验,纳入40名难治性克罗恩病患者,"
        "接受静脉输注脐带间充质干细胞治疗,剂量为2×10^6个细胞/kg,共3次,安慰剂作为对照。\n"
        "\n"
        "随访12个月后,治疗组的缓解率为55%,CRP水平显著下降。研究中未观察到严重不良事件。\n"
    )
    expected = {
        "year": ["2021年"],
        "site": ["成都某医院"],
        "journal": ["Cell Repair"],
        "design": ["随机、双盲"],
        "phase": ["II期"],
        "n": ["40名"],
        "condition": ["难治性克罗恩病患者"],
        "product": ["脐带间充质干细胞治疗"],
        "route": ["静脉输注"],
        "dose": ["2×10^6个细胞/kg"],
        "doses": ["3次"],
        "comparator": ["安慰剂"],
        "followup": ["12个月"],
        "outcome": ["55%"],
        "change_word": ["显著下降"],
        "safety": ["未观察到严重不良事件"],
    }
    assert {slot: values(facts, slot) for slot in expected} == expected
    assert len({fact.study.key for fact in facts if fact.study}) == 1


def test_the_same_year_is_that_of_the_study_before(trials: Found) -> None:
    facts = trials(
        "2018年的一项研究用自体骨髓间充质干细胞治疗12名多发性硬化症患者。\n"
        "\n"
        "同年,另一项试验对30名多发性硬化症患者进行脐带间充质干细胞输注治疗。\n"
    )
    years = [(fact.value, fact.evidence.line, fact.flags) for fact in facts if fact.slot == "year_told"]
    assert years == [("2018年", 1, ()), ("2018年", 3, ("derived",))]
    assert values(facts, "n") == ["12名", "30名"]


def test_two_studies_in_one_paragraph(trials: Found) -> None:
    facts = trials(
        "2015年,Keller等人用脂肪间充质干细胞治疗20例膝骨关节炎患者,疼痛评分降低35%。"
        "另一项研究对50例膝骨关节炎患者注射骨髓间充质干细胞,疼痛评分降低20%。\n"
    )
    by_study = {
        (fact.study.key if fact.study else "", fact.value) for fact in facts if fact.slot in ("n", "change")
    }
    assert by_study == {("study-1", "20例"), ("study-1", "35%"), ("study-2", "50例"), ("study-2", "20%")}


def test_arms_have_their_own_numbers(trials: Found) -> None:
    facts = trials(
        "2016年的一项临床试验纳入90名系统性红斑狼疮患者。该研究中,30名患者接受骨髓间充质干细胞治疗,"
        "其余60名患者接受脐带间充质干细胞治疗。总共有41例患者达到缓解。\n"
    )
    assert values(facts, "n") == ["90名"]
    assert values(facts, "arm") == ["30名", "60名"]
    assert [(f.value, f.measure) for f in facts if f.slot == "count"] == [("41例患者", "患者达到缓解")]


def test_shares_and_values_before_and_after(trials: Found) -> None:
    facts = trials(
        "2019年的一项研究纳入24名心力衰竭患者并给予干细胞移植,60%的患者症状缓解,"
        "5年病死率从原来的40%~50%下降至18%。\n"
    )
    numbers = {
        fact.measure: (fact.slot, fact.value) for fact in facts if fact.slot in ("share", "outcome", "change")
    }
    assert numbers["患者症状缓解"] == ("share", "60%")
    assert numbers["5年病死率原来"] == ("outcome", "40%~50%")
    assert numbers["5年病死率下降至"] == ("change", "18%")


@pytest.mark.parametrize("negation", ["没有严重不良反应", "未出现明显副作用", "並未觀察到嚴重的不良事件"])
def test_negated_safety_keeps_its_negation(trials: Found, negation: str) -> None:
    facts = trials(f"2020年,一項試驗對18名類風濕關節炎患者進行幹細胞移植,{negation}。\n")
    (fact,) = [fact for fact in facts if fact.slot == "safety"]
    assert "negated" in fact.flags
    assert fact.value in negation
    assert fact.value[0] in "没未並"


def test_no_difference_is_a_negated_state(trials: Found) -> None:
    facts = trials("2020年,一项研究用干细胞治疗18名类风湿关节炎患者。治疗后,血清CRP水平无显著差异。\n")
    (fact,) = [fact for fact in facts if fact.slot == "state_change"]
    assert (fact.measure, fact.value, fact.flags) == ("血清CRP水平", "无显著差异", ("negated",))


def test_a_lost_exponent_stays_in_the_answer_where_it_is_seen(trials: Found) -> None:
    facts = trials("2022年的一项研究对25例膝骨关节炎患者注射3×10?个脐带间充质干细胞。\n")
    (dose,) = [fact for fact in facts if fact.slot == "dose"]
    assert dose.value.startswith("3×10?")


def test_scattered_powers_are_put_together_and_marked(trials: Found) -> None:
    facts = trials("2020年的一项试验对15例帕金森病患者鞘内注射间充质干细胞,共2剂(3×每剂10^7个细胞)。\n")
    (dose,) = [fact for fact in facts if fact.slot == "dose"]
    assert (dose.value, dose.flags) == ("3×10^7个细胞", ("repaired:word-order",))


def test_an_approval(trials: Found) -> None:
    facts = trials(
        "2023年5月,国家药品监督管理局批准了华康生物公司的安益赛注射液(商品名:康益)上市。"
        "这是国内首款获批的脐带间充质干细胞药物,适应症为“重度急性移植物抗宿主病”。\n"
        "\n"
        "这款药物在关键性III期临床试验中,治疗组第28天缓解率达64%,高于对照组的40%。\n"
    )
    assert values(facts, "approved") == ["2023年5月"]
    assert values(facts, "regulator") == ["国家药品监督管理局"]
    assert values(facts, "brand") == ["安益赛注射液(商品名:康益)"]
    assert values(facts, "indication")[0] == "重度急性移植物抗宿主病"
    numbers = [(f.measure, f.value) for f in facts if f.slot == "outcome"]
    assert numbers == [("治疗组第28天缓解率", "64%"), ("对照组的第28天缓解率", "40%")]


def test_a_review_counts_studies(trials: Found) -> None:
    facts = trials(
        "2017年,《Nerve Reviews》发表了一篇综述,通过荟萃分析纳入18项间充质干细胞治疗多发性硬化症的研究。\n"
    )
    assert values(facts, "studies") == ["18项"]
    assert values(facts, "type") == ["荟萃分析"]
    assert values(facts, "n") == []


def test_a_case_is_no_cohort(trials: Found) -> None:
    facts = trials("一名62岁的女性狼疮患者接受脐带间充质干细胞输注治疗。治疗后3个月,蛋白尿明显减少。\n")
    assert values(facts, "n") == []
    assert values(facts, "change_word") == ["明显减少"]


@pytest.mark.parametrize(
    "text",
    [
        "20世纪80年代,人们在骨髓中发现了间充质干细胞(图1)。",
        "1型糖尿病患者体内IL-10水平下降,CD4细胞增多。",
        "在小鼠模型中,30只小鼠接受间充质干细胞移植。",
    ],
)
def test_numbers_that_are_no_trial(trials: Found, text: str) -> None:
    assert trials(text + "\n") == []


def test_remarks_on_the_text_are_no_results(trials: Found) -> None:
    facts = trials("2020年的一项研究用干细胞移植治疗16名患者。原文把缓解率写作88%,存疑。\n")
    assert values(facts, "outcome") == []


def test_claims_without_a_study(trials: Found) -> None:
    facts = trials(
        "安全与风险\n\n间充质干细胞移植适用于类风湿关节炎、克罗恩病和狼疮等疾病。\n\n"
        "异体移植可能引发发热和皮疹。\n"
    )
    assert values(facts, "indication") == ["类风湿关节炎、克罗恩病和狼疮"]
    assert [(f.subject, f.value, f.flags) for f in facts if f.slot == "hazard"] == [
        ("异体移植", "发热和皮疹", ("hedged",))
    ]


def test_an_english_abstract(trials: Found) -> None:
    facts = trials(
        "Stem cells in the knee\n\n"
        "In 2021, Marsh et al. reported a randomized phase II trial. A total of 62 patients with knee osteoarthritis "
        "received intra-articular injections of 2 x 10^7 cells per knee or placebo. At 12 months, the response rate "
        "was 54%. Pain improved significantly. No serious adverse events were observed.\n"
    )
    expected = {
        "year": ["2021"],
        "phase": ["phase II"],
        "n": ["62 patients"],
        "dose": ["2 x 10^7 cells per knee"],
        "comparator": ["placebo"],
        "outcome": ["54%"],
        "change_word": ["improved significantly"],
        "safety": ["No serious adverse events"],
    }
    assert {slot: values(facts, slot) for slot in expected} == expected


def test_an_abbreviation_behind_a_disease_does_not_cut_the_list(trials: Found) -> None:
    facts = trials(
        "2022年,《细胞杂志》发表综述,评估间充质干细胞治疗类风湿关节炎、克罗恩病(CD)和先天性心脏病的效果。"
    )
    assert "类风湿关节炎、克罗恩病(CD)和先天性心脏病" in values(facts, "condition")
