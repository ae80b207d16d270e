"""What kind of source tells of a study: trial, meta-analysis, case, guideline, press."""

import pytest

from tests.unit.records.conftest import Know

TOLD = "一项II期试验招募了60名膝骨关节炎患者,接受脐带间充质干细胞关节腔注射治疗,疼痛评分下降50%。"


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (f"2021年,{TOLD}", "trial", ""),
        (f"甲生物公司宣布,{TOLD}", "press", "生物公司宣布"),
        (f"据某通讯社报道,{TOLD}", "press", "据某通讯社报道"),
        (f"据某通讯社报道,2021年《某医学杂志》发表了{TOLD}", "trial", "据某通讯社报道"),
        (
            "According to a press release, a phase 2 trial enrolled 60 patients with lupus who received umbilical cord MSCs.",
            "press",
            "press release",
        ),
        (
            "2022年发表的一项荟萃分析纳入了9项研究,共260名系统性红斑狼疮患者,评估了间充质干细胞治疗的疗效。",
            "meta-analysis",
            "",
        ),
        ("2021年发布的《间充质干细胞治疗膝骨关节炎专家共识》建议关节腔注射5×10^7个细胞。", "guideline", ""),
    ],
)
def test_the_kind_of_source(text: str, source: str, words: str, know: Know) -> None:
    record = know(f"# 页\n\n{text}\n").records[0]
    assert record.source == source
    assert record.get("press") == words
