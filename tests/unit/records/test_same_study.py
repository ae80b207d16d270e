"""True pairs are one record, look-alikes stay apart, whatever the script, the language and the wording."""

import pytest

from sctui.model.knowledge import Record
from sctui.records.library import merge_knowledge
from tests.unit.records.conftest import Know

# tellings of one study in other words
PAIRS = {
    "the size, the dose and the way": (
        "2017年,某大学招募了26名难治性红斑狼疮患者,静脉注射1×10^6个自体骨髓间充质干细胞/kg。",
        "2017年報道的一項研究中,26例SLE患者接受自體BM-MSC靜脈輸注治療,劑量為1×10^6/kg。",
    ),
    "Chinese and English": (
        "2021年,一项II期试验对40名膝骨关节炎患者进行了脐带间充质干细胞关节腔注射治疗,剂量为2×10^7个细胞。",
        "In 2021, a phase II trial enrolled 40 patients with knee osteoarthritis, who received intra-articular injection of 2×10^7 umbilical cord mesenchymal stem cells.",
    ),
    "a registry number alone": (
        "临床研究(NCT01234567)显示脐带间充质干细胞可改善克罗恩病患者的症状。",
        "2015年的一项试验(NCT01234567)治疗了18名克罗恩病患者。",
    ),
    "an author and a year": (
        "2018年,Moreno等人对银屑病患者进行了脂肪间充质干细胞治疗,患者症状改善。",
        "2018年,Moreno等人的研究对15名银屑病患者进行了脂肪间充质干细胞输注治疗。",
    ),
    "a result that hardly two studies share": (
        "2022年发表的一项研究显示,关节腔注射脐带间充质干细胞治疗膝骨关节炎患者,疼痛评分下降3.37分。",
        "2022年最新数据显示,单次关节腔注射脐带MSCs的临床试验中,膝OA患者疼痛评分下降3.37分。",
    ),
}
# tellings of two studies that have much in common
LOOK_ALIKES = {
    "another size": (
        "2020年,一项试验对48名多发性硬化症患者进行了自体骨髓间充质干细胞鞘内注射治疗。",
        "2020年,一项试验对20名多发性硬化症患者进行了自体骨髓间充质干细胞鞘内注射治疗。",
    ),
    "another year": (
        "2016年,一项试验对30名克罗恩病患者进行了脂肪间充质干细胞局部注射治疗。",
        "2019年,一项试验对30名克罗恩病患者进行了脂肪间充质干细胞局部注射治疗。",
    ),
    "another tissue": (
        "2016年,一项试验对30名系统性红斑狼疮患者进行了脐带间充质干细胞静脉输注治疗。",
        "2016年,一项试验对30名系统性红斑狼疮患者进行了骨髓间充质干细胞静脉输注治疗。",
    ),
    "another type of the disease": (
        "2016年,一项试验对42名1型糖尿病患者进行了脐带间充质干细胞静脉输注治疗。",
        "2016年,一项试验对42名2型糖尿病患者进行了脐带间充质干细胞静脉输注治疗。",
    ),
    "another dose": (
        "2018年,一项试验对25名狼疮性肾炎患者静脉输注脐带间充质干细胞,剂量为1×10^6/kg。",
        "2018年,一项试验对25名狼疮性肾炎患者静脉输注脐带间充质干细胞,剂量为2×10^6/kg。",
    ),
    "another registry number": (
        "2018年,一项试验(NCT01111111)对25名狼疮性肾炎患者静脉输注脐带间充质干细胞,剂量为1×10^6/kg。",
        "2018年,一项试验(NCT02222222)对25名狼疮性肾炎患者静脉输注脐带间充质干细胞,剂量为1×10^6/kg。",
    ),
    "the same title and another size": (
        "2018年发表的论文《间充质干细胞治疗克罗恩病的疗效研究》中,48名克罗恩病患者接受骨髓间充质干细胞静脉输注。",
        "2018年发表的论文《间充质干细胞治疗克罗恩病的疗效研究》中,20名克罗恩病患者接受骨髓间充质干细胞静脉输注。",
    ),
    "the same title and another year": (
        "2018年发表的论文《间充质干细胞治疗克罗恩病的疗效研究》中,48名克罗恩病患者接受骨髓间充质干细胞静脉输注。",
        "2012年发表的论文《间充质干细胞治疗克罗恩病的疗效研究》中,48名克罗恩病患者接受骨髓间充质干细胞静脉输注。",
    ),
    "only size and year": (
        "2018年,一项试验对25名狼疮性肾炎患者进行了干细胞治疗。",
        "2018年,一项试验对25名银屑病患者进行了干细胞治疗。",
    ),
    "nearly the same words": (
        "2018年,一项试验对狼疮性肾炎患者进行了脐带间充质干细胞静脉输注治疗,患者症状明显改善,未观察到不良反应。",
        "2018年,一项试验对狼疮性肾炎患者进行了脐带间充质干细胞静脉输注治疗,患者症状明显改善,未见不良反应。",
    ),
}


def merged(know: Know, *tellings: str) -> tuple[Record, ...]:
    return merge_knowledge([know(f"# 页\n\n{text}\n", f"{n}.md") for n, text in enumerate(tellings)]).records


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_one_study_is_one_record(know: Know, pair: tuple[str, str]) -> None:
    (record,) = merged(know, *pair)
    assert record.documents == ("0.md", "1.md")


@pytest.mark.parametrize("pair", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_look_alikes_stay_apart(know: Know, pair: tuple[str, str]) -> None:
    assert len(merged(know, *pair)) == 2


def test_a_trial_and_its_case_are_two_records(know: Know) -> None:
    records = merged(
        know,
        "2019年,乙院招募了64名类风湿关节炎患者,静脉注射脐带间充质干细胞。\n\n"
        "一名68岁的男性患者,在接受MSCs治疗前,双手关节无法伸直。",
        "2019年,乙院用脐带间充质干细胞静脉输注治疗了64例RA患者。",
    )
    assert sorted(record.kind for record in records) == ["case", "trial"]
    case = next(record for record in records if record.kind == "case")
    assert case.parent in {record.key for record in records}


def test_what_differs_is_shown_with_both_values(know: Know) -> None:
    (record,) = merged(
        know,
        "2018年,一项试验(NCT01111111)对25名狼疮性肾炎患者静脉输注脐带间充质干细胞,治疗组的缓解率为62%。",
        "2018年的试验(NCT01111111)治疗了28名狼疮性肾炎患者,治疗组的缓解率为65%。",
    )
    shown = [
        [(told.slot, told.value, told.evidence.document) for told in group] for group in record.disagreements
    ]
    assert shown == [
        [("n", "25名", "0.md"), ("n", "28名", "1.md")],
        [("outcome", "62%", "0.md"), ("outcome", "65%", "1.md")],
    ]


def test_what_agrees_in_other_words_is_no_disagreement(know: Know) -> None:
    (record,) = merged(know, *PAIRS["Chinese and English"])
    assert record.disagreements == ()
